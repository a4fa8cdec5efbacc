"""A table as plain values: its headings, its rows, and what of the sheet is no entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mingbai.domain.words import Words

Cell = str | int | float | date | datetime | time | timedelta | None
"""What a cell holds; blank is None, a whole number is an int."""

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no entry, by its number in the file."""

    row_number: int
    why: Words


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its headings, all different, and the rows below them with their numbers in the file."""

    name: str
    sheet: str
    head_row: int
    head: tuple[str, ...]
    letters: tuple[str, ...]
    """Which column of the sheet each heading stands over."""
    rows: tuple[tuple[int, Row], ...]
    left_out: tuple[LeftOut, ...] = ()
    rounded: tuple[tuple[int, int], ...] = ()
    """Row number and place in the row of numbers that have lost digits in the spreadsheet."""
    above: tuple[tuple[int, Row], ...] = ()
    """The rows above the headings with their numbers: titles, units, days of export."""
    sheets: tuple[str, ...] = ()
    """All sheets of the file, of which this is one."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of every row that is not blank, in order: each may hold the headings."""
        head = (self.head_row,) if self.head_row else ()
        left_out = (row.row_number for row in self.left_out)
        return tuple(sorted({*(n for n, _ in self.above), *head, *(n for n, _ in self.rows), *left_out}))
