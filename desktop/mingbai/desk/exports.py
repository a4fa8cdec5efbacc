"""A register as a workbook: the rows a filter asks for, personal data masked unless chosen otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks
from mingbai.desk.places import place_of
from mingbai.domain.register import Field, Kind, Register
from mingbai.domain.sheet import CellValue, Look, Page, Row, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.ledger import Entry, Ledger

LOOKS = {
    Kind.DATE: (Look.DATE, 10.5),
    Kind.MOMENT: (Look.MOMENT, 15.0),
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

NUMBER = {"zh": "编号", "en": "Number"}


def export_register(
    ledger: Ledger,
    register: Register[Any],
    out: Path,
    *,
    where: str = "",
    language: Language = "zh",
    full: bool = False,
    today: date,
    made_at: datetime | None = None,
) -> Written:
    """Writes the asked rows, oldest first. Without `full`, personal texts are masked and stories left out."""
    glossary = Glossary(ledger, today)
    fields = [
        field for field in register.fields.values() if full or field.kind is not Kind.LONG or _plain(field)
    ]
    place = place_of(ledger).name
    title = register.words.into(language)
    kept = {"zh": "含个人信息，注意保管", "en": "contains personal data, keep safe"}[language] if full else ""
    sheet = Sheet(
        tab=title,
        title=title,
        columns=_columns(register, fields, language),
        rows=_rows(ledger, register, where, fields, glossary, language, full=full),
        left=place,
        middle=where,
        right=kept,
        frozen_columns=1,
        page=Page(one_page=False),
    )
    caption = " ".join(part for part in (place, title, kept) if part)
    return write_workbook(Workbook(language, (sheet,), caption), out, made_at=made_at or datetime.now())


def _plain(field: Field) -> bool:
    return field.column.personal is None


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
    where: str,
    fields: list[Field],
    glossary: Glossary,
    language: Language,
    *,
    full: bool,
) -> Iterator[Row]:
    for block in asked_blocks(ledger, register, where, glossary):
        for entry in block:
            cells = [_cell(entry, field, glossary, language, full=full) for field in fields]
            yield Row((entry.number, *cells) if register.numbered else tuple(cells))


def _cell(entry: Entry, field: Field, glossary: Glossary, language: Language, *, full: bool) -> CellValue:
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
            personal = field.column.personal
            return text if full or personal is None else personal.mask(text)
