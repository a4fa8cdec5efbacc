"""Lists of a register's entries on a sheet: which of their fields, under which heads, with what added up.

A block is declared by field names; several of them can stand on one grid, each under heads of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.names import Names
from mingbai.domain.choice import Choice
from mingbai.domain.field import NO, YES, Kind
from mingbai.domain.masking import masked_text
from mingbai.domain.register import Register
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Row, RowKind, SheetColumn
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry

NUMBER = 4.2
NOTHING_YET = Words(DASH, DASH)
LEVEL = Words("{head}\n层级", "{head},\nlevel")
"""The head of a unit's column in a submission."""
WIDTH = 125.5
"""What a landscape page is wide."""

LOOKS = {
    Kind.DATE: Look.DATE,
    Kind.INTEGER: Look.COUNT,
    Kind.MINUTES: Look.COUNT,
    Kind.DECIMAL: Look.MONEY,
    Kind.CHOICE: Look.WORD,
    Kind.YES_NO: Look.WORD,
}
WIDTHS = {Look.DATE: 9.3, Look.COUNT: 8.0, Look.MONEY: 10.5, Look.WORD: 11.4}
"""How wide a column is that is no text; texts share the rest."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One column of a block: the field, and its head where the label is too long for it."""

    name: str
    head: Words
    document: bool = False
    """A document number, of which a submission leaves out whose it is."""
    since: str = ""
    """The day from which it holds: a month in which that day has not come says what was before."""
    before: Words = NOTHING_YET


@dataclass(frozen=True, slots=True)
class Block:
    """The entries of one register, in order."""

    register: Register[Any]
    title: Words
    """With `{n}`, their number."""
    columns: tuple[Listed, ...]
    sums: tuple[str, ...] = ()
    """Fields that are added up in the last row."""


def heads(edition: Edition, block: Block) -> tuple[SheetColumn, ...]:
    """The columns of a sheet whose first block this is; texts share what is left of the page."""
    looks = [_look(edition, block, one) for one in block.columns]
    taken = NUMBER + sum(WIDTHS.get(look, 0) for look in looks)
    text = (WIDTH - taken) / (1 + looks.count(Look.TEXT))
    # The title, the first of the texts, has the room of two.
    first = looks.index(Look.TEXT)
    widths = [WIDTHS.get(look, text * 2 if at == first else text) for at, look in enumerate(looks)]
    return (
        SheetColumn(edition.say("序号", "No."), NUMBER, Look.WORD),
        *(
            SheetColumn(_head(edition, block, one), round(width, 2), look)
            for one, width, look in zip(block.columns, widths, looks, strict=True)
        ),
    )


def rows_of_blocks(
    edition: Edition, names: Names, blocks: Sequence[tuple[Block, Iterable[Entry]]], width: int
) -> Sequence[Row]:
    """Each block with its title, its heads where they are not those of the sheet, and its sums."""
    rows: list[Row] = []
    for at, (block, some) in enumerate(blocks):
        entries = list(some)
        if len(blocks) > 1:
            rows.append(Row((edition.into(block.title.format(n=len(entries))),), RowKind.SECTION))
        if at:
            head = (edition.say("序号", "No."), *(_head(edition, block, one) for one in block.columns))
            rows.append(Row(_filled(head, width), RowKind.HEAD))
        for n, entry in enumerate(entries, 1):
            shown = (shown_cell(edition, names, block, one, entry) for one in block.columns)
            rows.append(Row(_filled((n, *shown), width), about=entry.uid))
        if not entries:
            rows.append(Row((DASH,) * width))
        if block.sums:
            rows.append(Row(_filled(_sums(edition, block, entries), width), RowKind.TOTAL))
    return tuple(rows)


def _filled(cells: Sequence[CellValue | Cell], width: int) -> tuple[CellValue | Cell, ...]:
    return (*cells, *("" for _ in range(width - len(cells))))


def _sums(edition: Edition, block: Block, entries: Sequence[Entry]) -> Sequence[CellValue | Cell]:
    sums: list[CellValue | Cell] = [edition.say("合计", "Total")]
    for one in block.columns:
        if one.name not in block.sums:
            sums.append("")
            continue
        values = [getattr(entry.record, one.name) for entry in entries]
        # Of nothing but unknown numbers there is no sum.
        known = [value for value in values if value is not None]
        look = _look(edition, block, one)
        total = sum(known, Decimal(0)) if look is Look.MONEY else sum(map(int, known))
        sums.append(Cell(total if known or not entries else DASH, look))
    return sums


def _head(edition: Edition, block: Block, one: Listed) -> str:
    return edition.into(LEVEL.format(head=one.head) if _is_level(edition, block, one) else one.head)


def _look(edition: Edition, block: Block, one: Listed) -> Look:
    if one.document:
        return Look.TEXT
    if _is_level(edition, block, one):
        return Look.WORD
    return LOOKS.get(block.register.fields[one.name].kind, Look.TEXT)


def _is_level(edition: Edition, block: Block, one: Listed) -> bool:
    """Of units a submission says no more than how high they stand."""
    return not edition.full and block.register.fields[one.name].kind is Kind.REFERENCE


def shown_cell(edition: Edition, names: Names, block: Block, one: Listed, entry: Entry) -> CellValue | Cell:
    """What one field of an entry says in this edition."""
    field, value = block.register.fields[one.name], getattr(entry.record, one.name)
    if one.document:
        return Cell(names.document(str(value)), Look.TEXT)
    if value is None or value == "":
        return Cell(DASH, Look.WORD)
    if one.since and _later(edition, getattr(entry.record, one.since)):
        return Cell(edition.into(one.before), Look.WORD)
    match field.kind:
        case Kind.CHOICE:
            return Cell(edition.into(cast("Choice", value).words), Look.WORD)
        case Kind.YES_NO:
            return Cell(edition.into(YES if value else NO), Look.WORD)
        case Kind.REFERENCE:
            return Cell(names.department(value), _look(edition, block, one))
        case Kind.TEXT | Kind.LONG:
            text = masked_text(block.register, field, str(value), entry.stored)
            return Cell(names.free_text(text) or DASH, Look.TEXT)
        case Kind.DATE:
            return Cell(DASH, Look.WORD) if _later(edition, value) else Cell(value, Look.DATE)
        case Kind.MINUTES:
            return Cell(int(value), Look.COUNT)
        case _:
            return Cell(cast("CellValue", value), LOOKS[field.kind])


def _later(edition: Edition, day: date | None) -> bool:
    """What came after the period belongs to the next one."""
    return day is not None and day > edition.until
