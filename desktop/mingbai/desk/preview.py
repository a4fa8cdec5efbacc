"""The first rows of a table as they may be shown before an import: what is personal in them masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from mingbai.domain.field import Field
from mingbai.domain.masking import masked_text
from mingbai.domain.register import Register
from mingbai.domain.text import mask_numbers
from mingbai.exchange.mapping import ColumnMap, Why, looks_like_id, map_headings
from mingbai.exchange.table import Cell, Table

HIDDEN = "••••••"
"""What stands for an identity number."""

LONGEST = 120
"""Characters of a cell."""


class Part(Enum):
    """Which part of the table a row belongs to."""

    ABOVE = auto()
    HEAD = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it is shown."""

    number: int
    part: Part
    cells: tuple[str, ...]


def preview(
    table: Table, columns: ColumnMap, rows: int, *, known: Mapping[str, str] = MappingProxyType({})
) -> list[Line]:
    """The rows above the headings, the headings, and the first `rows` below.

    A column is masked as the field it goes to, else as the one its name or, by `known`, its letter means.
    """
    register = columns.register
    masks = [
        _Mask(register, heading.why is Why.ID_NUMBER, field)
        for heading, field in zip(columns.headings, meant_fields(table, columns, known), strict=True)
    ]

    def line(number: int, part: Part, cells: tuple[Cell, ...]) -> Line:
        # A heading says what a column holds and nothing of anybody; wherever the headings are looked for.
        plain = [False] * len(cells) if part is Part.BODY else _are_headings(register, cells)
        shown = (
            _in_one_line(cell) if is_plain else mask.shown(cell)
            for mask, cell, is_plain in zip(masks, cells, plain, strict=True)
        )
        return Line(number, part, tuple(shown))

    lines = [line(number, Part.ABOVE, cells) for number, cells in table.above]
    lines.append(line(table.head_row, Part.HEAD, table.head))
    lines.extend(line(number, Part.BODY, cells) for number, cells in table.rows[:rows])
    return lines


def _are_headings(register: Register[Any], cells: tuple[Cell, ...]) -> list[bool]:
    found = map_headings(register, [str(cell or "") for cell in cells])
    return [heading.why is not Why.UNKNOWN for heading in found.headings]


def _in_one_line(cell: Cell) -> str:
    text = "" if cell is None else f"{cell:%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else str(cell)
    return " ".join(text[:LONGEST].split())


def meant_fields(
    table: Table, columns: ColumnMap, known: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """The field each column goes to, or would go to if a person had not sent it elsewhere."""
    natural = map_headings(columns.register, table.head).headings
    return [
        heading.field or named.field or known.get(letter, "")
        for heading, named, letter in zip(columns.headings, natural, table.letters, strict=True)
    ]


class _Mask:
    """How the cells of one column are shown."""

    def __init__(self, register: Register[Any], identity: bool, field: str) -> None:
        self._register = register
        self._identity = identity
        self._field: Field | None = register.fields.get(field)

    def shown(self, cell: Cell) -> str:
        """The cell in one line."""
        if cell is None:
            return ""
        if self._identity or (isinstance(cell, str | int | float) and looks_like_id(cell)):
            return HIDDEN
        text = _in_one_line(cell)
        return mask_numbers(text) if self._field is None else masked_text(self._register, self._field, text)
