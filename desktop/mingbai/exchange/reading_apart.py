"""Reads a table or a document in a child process, so that a hostile file costs some seconds and nothing else.

The gate stops what can be seen from outside. Some files only show their nature to the reader; then
the child runs out of time or memory, or dies, and the person gets a sentence instead of a frozen window.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from mingbai.domain.words import Fault, Mistake, Trouble
from mingbai.exchange.documents import Document, read_document
from mingbai.exchange.gate import damaged, too_large
from mingbai.exchange.tables import Row, Table, read_table

SECONDS = 20.0
LOOKS_UP_SECONDS = 0.1
"""So often is asked, while the child reads, whether to go on."""
ROWS_AT_ONCE = 500
"""So many rows come over in one piece: unpacking a piece stops every other thread."""
MEMORY_LIMIT = 2 * 2**30

Told = tuple[str, str, str]
"""Kind and both sentences of a trouble: the exception itself does not travel."""
Rows = tuple[tuple[int, Row], ...]
Answer = Table | Document | Told | Rows


def read_table_apart(
    path: Path,
    sheet: str | None = None,
    *,
    head_row: int | None = None,
    known: Collection[str] = (),
    seconds: float = SECONDS,
    go_on: Callable[[], None] | None = None,
) -> Table:
    """What `read_table` gives or raises, with a limit to time and, where the system can, to memory.

    `go_on` is called now and then and may raise to stop. The calling process must be startable again: a
    script needs its `if __name__ == "__main__"`.
    """
    # A forked child would inherit the locks of threads that do not exist in it.
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    answer: Answer | None = None
    child = spawn.Process(target=_work, args=(theirs, path, sheet, head_row, tuple(known)), daemon=True)
    try:
        child.start()
        theirs.close()
        answers = _answers(ours, path.name, time.monotonic() + seconds, go_on)
        answer = next(answers)
        if isinstance(answer, Table):
            rows: list[tuple[int, Row]] = []
            while piece := next(answers):
                rows.extend(cast("Rows", piece))
            return replace(answer, rows=tuple(rows))
    except EOFError:
        raise damaged(path.name) from None
    finally:
        # In this order: a child that still writes would complain about a closed pipe.
        _end(child, told_all=answer is not None)
        ours.close()
    kind, zh, en = cast("Told", answer)
    raise (Mistake if kind == "mistake" else Fault)(zh, en)


def read_document_apart(
    path: Path, *, seconds: float = SECONDS, go_on: Callable[[], None] | None = None
) -> Document:
    """What `read_document` gives or raises, with the same limits."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    answer: Answer | None = None
    child = spawn.Process(target=_work_on_document, args=(theirs, path), daemon=True)
    try:
        child.start()
        theirs.close()
        answer = next(_answers(ours, path.name, time.monotonic() + seconds, go_on))
    except EOFError:
        raise damaged(path.name) from None
    finally:
        _end(child, told_all=answer is not None)
        ours.close()
    if isinstance(answer, Document):
        return answer
    kind, zh, en = cast("Told", answer)
    raise (Mistake if kind == "mistake" else Fault)(zh, en)


def _work_on_document(answers: Connection, path: Path) -> None:
    limit_memory()
    answer: Answer
    try:
        answer = read_document(path)
    except MemoryError:
        answer = told(too_large(path.name))
    except Trouble as trouble:
        answer = told(trouble)
    answers.send(answer)
    answers.close()


def _answers(ours: Connection, name: str, until: float, go_on: Callable[[], None] | None) -> Iterator[Answer]:
    """What the child sends, piece by piece. Raises `Fault` when it takes too long."""
    while True:
        # Once for every piece, also of a child that answers at once.
        if go_on is not None:
            go_on()
        while not ours.poll(LOOKS_UP_SECONDS):
            if time.monotonic() > until:
                raise too_slow(name)
            if go_on is not None:
                go_on()
        yield ours.recv()


def _end(child: multiprocessing.process.BaseProcess, *, told_all: bool) -> None:
    if child.pid is None:
        return
    if not told_all:
        child.kill()
    child.join(1)
    if child.is_alive():
        child.kill()
        child.join()


def too_slow(name: str) -> Fault:
    """What is said of a file that a reader does not come to an end with."""
    return Fault(
        "“{name}”读取太久，已停止，请只保留要导入的工作表，另存为新的 .xlsx 后再导入",
        "“{name}” took too long and was given up; keep only the sheet to import, save it as a new .xlsx and import that",
        name=name,
    )


def _work(
    answers: Connection, path: Path, sheet: str | None, head_row: int | None, known: Collection[str]
) -> None:
    limit_memory()
    try:
        answer: Table | Told = read_table(path, sheet, head_row=head_row, known=known)
    except MemoryError:
        answer = told(too_large(path.name))
    except Trouble as trouble:
        answer = told(trouble)
    rows: Rows = ()
    if isinstance(answer, Table):
        rows, answer = answer.rows, replace(answer, rows=())
    answers.send(answer)
    for first in range(0, len(rows), ROWS_AT_ONCE):
        answers.send(rows[first : first + ROWS_AT_ONCE])
    answers.send(())
    answers.close()


def told(trouble: Trouble) -> Told:
    """A trouble as it travels."""
    return "mistake" if isinstance(trouble, Mistake) else "fault", trouble.words.zh, trouble.words.en


def limit_memory() -> None:
    """Keeps this process from taking all memory, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    # Some systems know the call and refuse it; then the time limit stands alone.
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (OSError, ValueError):
        return
