"""Reads a table or a document in a child process, so that a hostile file costs some seconds and nothing else.

The gate stops what can be seen from outside. Some files only show their nature to the reader; then
the child runs out of time or memory, or dies, and the person gets a sentence instead of a frozen window.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from mingbai.domain.words import Fault, Mistake, Trouble
from mingbai.exchange.child import SECONDS, Child
from mingbai.exchange.documents import Document, read_document
from mingbai.exchange.gate import too_large
from mingbai.exchange.table import Row, Table
from mingbai.exchange.tables import read_table

ROWS_AT_ONCE = 500
"""So many rows come over in one piece: unpacking a piece stops every other thread."""
MEMORY_LIMIT = 2 * 2**30

Told = tuple[str, str, str]
"""Kind and both sentences of a trouble: the exception itself does not travel."""
Rows = tuple[tuple[int, Row], ...]


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

    `go_on` is called now and then and may raise to stop.
    """
    with Child(_work, path, sheet, head_row, tuple(known), seconds=seconds) as child:
        answer: Table | Told = child.answer(path.name, go_on)
        if not isinstance(answer, Table):
            raise as_trouble(answer)
        rows: list[tuple[int, Row]] = []
        while piece := child.answer(path.name, go_on):
            rows.extend(piece)
        return replace(answer, rows=tuple(rows))


def read_document_apart(path: Path) -> Document:
    """What `read_document` gives or raises, with the same limits."""
    with Child(_work_on_document, path, seconds=SECONDS) as child:
        answer: Document | Told = child.answer(path.name)
        if not isinstance(answer, Document):
            raise as_trouble(answer)
        return answer


def _work_on_document(answers: Connection, path: Path) -> None:
    limit_memory()
    answer: Document | Told
    try:
        answer = read_document(path)
    except MemoryError:
        answer = told(too_large(path.name))
    except Trouble as trouble:
        answer = told(trouble)
    answers.send(answer)
    answers.close()


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


def as_trouble(what: Told) -> Trouble:
    """The trouble that travelled."""
    kind, zh, en = what
    return (Mistake if kind == "mistake" else Fault)(zh, en)


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
