"""A dropped file: a table of entries to import, or a notice or form that becomes a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mingbai.desk.fields import change_field
from mingbai.desk.pasting import Guess, Pasted, draft_of_document, plain_columns
from mingbai.desk.quick_reader import Reader
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.field import LIST_MARK
from mingbai.domain.issue import ISSUES
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake
from mingbai.exchange.mapping import map_headings
from mingbai.exchange.reading_apart import read_document_apart
from mingbai.ledger.ledger import Entry, Ledger

if TYPE_CHECKING:
    from mingbai.exchange.documents import Document

IMPORTED = (TASKS, ISSUES, CERTIFICATES)
FEWEST = 2
"""A table with fewer headings is no form."""
_ATTACHED = pattern(
    r"^\s*(?:(?:附件|附表|(?i:attachment|annex))\s*[\d一二三四五六七八九十]*|[附表]\s*[\d一二三四五六七八九十]+)\s*[:：.、_-]?\s*"
)
_NUMBER = pattern(r"[-+]?[\d,.]+%?")
_YEAR = pattern(r"(?:19|20)\d\d")


def draft_of_file(reader: Reader, path: Path, today: date) -> Pasted | Register[Any]:
    """The draft that a dropped file makes, or the register that its rows are entries of.

    Raises `Mistake` or `Fault`.
    """
    document = read_document_apart(path)
    if not document.is_table:
        return replace(draft_of_document(reader, document, today), file=path.name)
    head = document.columns
    for register in IMPORTED:
        mapped = map_headings(register, head)
        if not mapped.missing and not mapped.unsaid:
            return register
    columns = form_of(document)
    title = _ATTACHED.sub("", clean(path.stem)) or clean(path.stem)
    drawn = draft_of_document(reader, replace(document, text=title), today)
    kept = tuple(guess for guess in drawn.guesses if guess.field == "department")
    guesses = (Guess("title", title), *kept, Guess("form_columns", LIST_MARK.join(columns)))
    return Pasted("", guesses, "", today, path.name)


def form_in(path: Path) -> tuple[str, ...]:
    """The columns of the form in a file; of a text without one there are none. Raises `Mistake` or `Fault`."""
    document = read_document_apart(path)
    return form_of(document) if document.is_table or document.columns else ()


def form_of(document: Document) -> tuple[str, ...]:
    """The columns of the form in a file. Raises `Mistake` where no row names them."""
    columns = plain_columns(document.columns)
    if len(columns) < FEWEST or any(_is_value(column) for column in document.columns):
        raise Mistake(
            "“{name}”里没有找到表头，请在第一行写上各栏名称再拖入",
            "“{name}” has no row that names its columns; write their names into the first row and drop it again",
            name=document.name,
        )
    return columns


def keep_form(ledger: Ledger, entry: Entry, columns: Sequence[str], today: date) -> Entry:
    """Keeps the columns of a form on the assignment that it belongs to."""
    before = entry.stored["form_columns"]
    given = LIST_MARK.join(columns)
    return change_field(ledger, entry, "form_columns", given, before=before, today=today)


def _is_value(heading: str) -> bool:
    """Whether a heading is a number that no year is: then the row is one of the data."""
    text = fold(heading).strip()
    return bool(_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text)
