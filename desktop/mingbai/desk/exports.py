"""A register as a workbook: the rows a filter asks for, without personal data unless chosen otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FILES_WORDS
from mingbai.desk.listing import asked_blocks
from mingbai.desk.places import place_of
from mingbai.domain.asking import read_filter
from mingbai.domain.column import Personal
from mingbai.domain.field import Field, Kind
from mingbai.domain.filter import ALL, Filter, fields_of
from mingbai.domain.masking import masked_text
from mingbai.domain.register import Register
from mingbai.domain.sheet import CellValue, Look, Page, Row, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.contents import any_attached, attached_counts
from mingbai.ledger.ledger import Entry, Ledger

LOOKS = {
    Kind.DATE: (Look.DATE, 10.5),
    Kind.MOMENT: (Look.MOMENT, 15.0),
    Kind.TIME: (Look.WORD, 8.0),
    Kind.INTEGER: (Look.COUNT, 8.0),
    Kind.MINUTES: (Look.COUNT, 8.0),
    Kind.DECIMAL: (Look.MONEY, 11.0),
    Kind.YES_NO: (Look.WORD, 6.0),
    Kind.CHOICE: (Look.WORD, 11.0),
    Kind.LONG: (Look.TEXT, 40.0),
    Kind.TEXT: (Look.TEXT, 20.0),
    Kind.CHOICES: (Look.TEXT, 16.0),
    Kind.LIST: (Look.TEXT, 20.0),
    Kind.REFERENCE: (Look.TEXT, 20.0),
}

TITLE_WIDTH = 34.0

TYPED = (Kind.TEXT, Kind.LONG, Kind.LIST)
"""Fields in which anything may stand, names and numbers of people too."""

TOLD_EACH = 20
"""Rows between two tellings of progress."""

NUMBER = {"zh": "编号", "en": "Number"}


def export_register(
    ledger: Ledger,
    register: Register[Any],
    out: Path,
    *,
    where: str = "",
    beside: Filter = ALL,
    language: Language,
    full: bool = False,
    today: date,
    made_at: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Written:
    """Writes the asked rows, oldest first.

    Without `full` it may leave the office: only fields that leave, what is personal in them masked.
    Of attached files it says how many there are; they stay in the ledger.
    `progress` is told the rows written (of how many is not known: 0) and may raise to stop until the file is
    in its place; then the one that was there stays as it was.
    """
    glossary = Glossary(ledger, today)
    fields = [field for field in register.fields.values() if full or _leaves(field)]
    place = place_of(ledger).name
    title = register.words.into(language)
    kept = {"zh": "含个人信息，注意保管", "en": "contains personal data, keep safe"}[language] if full else ""
    columns = _columns(register, fields, language)
    counting = any_attached(ledger, register.code)
    if counting:
        # The files themselves stay here; that there are some is said.
        columns += (SheetColumn(FILES_WORDS.into(language), 8.0, Look.COUNT),)
    rows = _rows(ledger, register, (where, beside), fields, glossary, language, full=full, counting=counting)
    told = _Told(progress)
    sheet = Sheet(
        tab=title,
        title=title,
        columns=columns,
        rows=told.of(rows),
        left=place,
        middle=where if full or says_nothing_of_people(register, where, glossary) else "",
        right=kept,
        frozen_columns=1,
        page=Page(one_page=False),
    )
    caption = " ".join(part for part in (place, title, kept) if part)
    book = Workbook(language, (sheet,), caption)
    return write_workbook(book, out, made_at=made_at or datetime.now(), told=lambda *_: told())


def _leaves(field: Field) -> bool:
    return field.column.leaves and field.column.personal is not Personal.STORY


def says_nothing_of_people(register: Register[Any], where: str, glossary: Glossary) -> bool:
    """Whether a typed filter may stand on paper: no free words, and no field that takes any."""
    asked = read_filter(register, where, glossary.context())
    named = (register.fields.get(name) for name in fields_of(asked.filter))
    return not asked.words and all(
        field is None or (_leaves(field) and field.kind not in TYPED) for field in named
    )


def _columns(register: Register[Any], fields: list[Field], language: Language) -> tuple[SheetColumn, ...]:
    columns = [SheetColumn(NUMBER[language], 13.0, Look.CODE)] if register.numbered else []
    for field in fields:
        look, width = LOOKS[field.kind]
        if field.name == register.titled and field.kind in (Kind.TEXT, Kind.LONG):
            width = TITLE_WIDTH
        columns.append(SheetColumn(field.words.into(language), width, look))
    return tuple(columns)


def _rows(
    ledger: Ledger,
    register: Register[Any],
    asked: tuple[str, Filter],
    fields: list[Field],
    glossary: Glossary,
    language: Language,
    *,
    full: bool,
    counting: bool,
) -> Iterator[Row]:
    where, beside = asked
    for block in asked_blocks(ledger, register, where, glossary, beside=beside):
        counts = attached_counts(ledger, [entry.uid for entry in block]) if counting else {}
        for entry in block:
            cells = [cell_of(entry, field, glossary, language, full=full) for field in fields]
            if counting:
                cells.append(counts.get(entry.uid))
            yield Row((entry.number, *cells) if register.numbered else tuple(cells))


class _Told:
    """Tells how many rows have gone by, while they do and as long as their file is being made."""

    def __init__(self, progress: Callable[[int, int], None] | None) -> None:
        self._progress = progress
        self._count = 0

    def __call__(self) -> None:
        if self._progress is not None:
            self._progress(self._count, 0)

    def of(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            if self._count % TOLD_EACH == 0:
                self()
            yield row
            self._count += 1


def cell_of(entry: Entry, field: Field, glossary: Glossary, language: Language, *, full: bool) -> CellValue:
    """What stands on paper for a field; without `full` what is personal is masked."""
    stored = entry.stored[field.name]
    if stored is None:
        return None
    match field.kind:
        case Kind.DATE:
            return date.fromisoformat(str(stored))
        case Kind.MOMENT:
            return datetime.fromisoformat(str(stored))
        case Kind.INTEGER | Kind.MINUTES:
            return int(stored)
        case Kind.DECIMAL:
            return Decimal(int(stored)) / 100
        case _:
            text = field.show(stored, language, glossary.show)
            return text if full else masked_text(entry.register, field, text, entry.stored)
