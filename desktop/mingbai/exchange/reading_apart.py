"""Reads a table in a child process, so that a hostile file costs some seconds and nothing else.

The gate stops what can be seen from outside. Some files only show their nature to the reader; then
the child runs out of time or memory, or dies, and the person gets a sentence instead of a frozen window.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Collection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from mingbai.domain.words import Fault, Mistake, Trouble
from mingbai.exchange.gate import damaged, too_large
from mingbai.exchange.tables import Table, read_table

SECONDS = 20.0
MEMORY_LIMIT = 2 * 2**30

Told = tuple[str, str, str]
"""Kind and both sentences of a trouble: the exception itself does not travel."""


def read_table_apart(
    path: Path,
    sheet: str | None = None,
    *,
    head_row: int | None = None,
    known: Collection[str] = (),
    seconds: float = SECONDS,
) -> Table:
    """What `read_table` gives or raises, with a limit to time and, where the system can, to memory.

    The calling process must be startable again: a script needs its `if __name__ == "__main__"`.
    """
    # A forked child would inherit the locks of threads that do not exist in it.
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_work, args=(theirs, path, sheet, head_row, tuple(known)), daemon=True)
    try:
        child.start()
        theirs.close()
        if not ours.poll(seconds):
            child.kill()
            raise _too_slow(path.name)
        answer = ours.recv()
    except EOFError:
        raise damaged(path.name) from None
    finally:
        # In this order: a child that still writes would complain about a closed pipe.
        _end(child)
        ours.close()
    if isinstance(answer, Table):
        return answer
    kind, zh, en = cast("Told", answer)
    raise (Mistake if kind == "mistake" else Fault)(zh, en)


def _end(child: multiprocessing.process.BaseProcess) -> None:
    if child.pid is None:
        return
    child.join(1)
    if child.is_alive():
        child.kill()
        child.join()


def _too_slow(name: str) -> Fault:
    return Fault(
        "“{name}”读取太久，已停止，请只保留要导入的工作表，另存为新的 .xlsx 后再导入",
        "“{name}” took too long and was given up; keep only the sheet to import, save it as a new .xlsx and import that",
        name=name,
    )


def _work(
    answers: Connection, path: Path, sheet: str | None, head_row: int | None, known: Collection[str]
) -> None:
    _limit_memory()
    try:
        answer: Table | Told = read_table(path, sheet, head_row=head_row, known=known)
    except MemoryError:
        answer = _told(too_large(path.name))
    except Trouble as trouble:
        answer = _told(trouble)
    answers.send(answer)
    answers.close()


def _told(trouble: Trouble) -> Told:
    return "mistake" if isinstance(trouble, Mistake) else "fault", trouble.words.zh, trouble.words.en


def _limit_memory() -> None:
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
