"""A table on paper as a value: built once, drawn by Excel, print, PDF and screen alike.

A sheet is already in one language. Widths are in units of a digit of the body font (the units of
Excel's columns); sizes and heights are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from mingbai.domain.words import Language

DASH = "—"
"""Stands where there is nothing to say: no base, not applicable. Never zero."""

CellValue = str | int | Decimal | date | datetime | None


def is_figure(value: CellValue) -> bool:
    """Whether a value is a number, which may open its rows."""
    return isinstance(value, int | Decimal)


class Look(Enum):
    """How a cell's value is written and where it stands in its cell."""

    TEXT = "text"
    """Left, wrapped; always text, even when it looks like a formula."""
    WORD = "word"
    """A short word, centred."""
    CODE = "code"
    """An identifier: text, centred, digits never lost."""
    COUNT = "count"
    TENTH = "tenth"
    HUNDREDTH = "hundredth"
    MONEY = "money"
    DATE = "date"
    MOMENT = "moment"
    MONTH = "month"
    CHANGE = "change"
    """Percent against a base, in words: 增长, 下降, 持平."""
    POINTS = "points"
    """Percentage points against a base: 升, 降, 持平."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that is not written the way its column is."""

    value: CellValue
    look: Look
    span: int = 1
    """How many columns it covers; the row has one cell for all of them."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its head (newlines kept), the head it shares with its neighbours, its width."""

    head: str
    width: float
    look: Look = Look.TEXT
    group: str = ""
    merge_down: bool = False
    """Equal values below each other become one cell, written one character a line (turned in English)."""
    edge: bool = False
    """A thicker line stands left of it, where a block of figures begins."""

    @property
    def named(self) -> str:
        """The head on one line, as a chart or a voice says it."""
        return one_line(self.head)


def one_line(text: str) -> str:
    """A text without its line breaks: a word divided by one is whole again, English words stand apart."""
    return _BREAK.sub("", _BETWEEN_WORDS.sub(" ", _DIVIDED.sub("", text)))


_DIVIDED, _BETWEEN_WORDS, _BREAK = (
    re.compile(r"(?<=[a-z])-\n(?=[a-z])"),
    re.compile(r"(?<=[!-~])\n(?=[!-~])"),
    re.compile(r"\n"),
)


class RowKind(Enum):
    """What a row is for."""

    BODY = "body"
    SECTION = "section"
    """One text over all columns."""
    TOTAL = "total"
    """The first text spans the columns up to the first figure."""
    HEAD = "head"
    """Heads of a further block on the same grid."""
    GAP = "gap"
    """An empty strip between two blocks."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; of a section only the first cell counts."""

    cells: tuple[CellValue | Cell, ...]
    kind: RowKind = RowKind.BODY
    indent: int = 0
    """How deep the first text stands below the row it is part of; further parts stand under the first."""
    about: str = ""
    """By what a row of a list is known again in another version: its entry or its group; sums are about none."""
    words_of: tuple[str, ...] = ()
    """Further entries whose own words stand in it: what was typed for one request, in the row of all of a kind."""

    def value(self, column: int) -> CellValue:
        """What a cell holds; nothing beyond the last one."""
        value = self.cells[column] if column < len(self.cells) else None
        return value.value if isinstance(value, Cell) else value


class ChartKind(Enum):
    """The shapes a workbook draws."""

    COLUMNS = "columns"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart over columns of the sheet's body rows; `labels` is the column on the axis."""

    title: str
    kind: ChartKind
    labels: int
    series: tuple[int, ...]

    def drawn(self, rows: Sequence[Row]) -> range:
        """Which of the body rows it draws: from the first to the last in which every series has a figure."""
        whole = [
            i for i, row in enumerate(rows) if all(is_figure(row.value(column)) for column in self.series)
        ]
        return range(whole[0], whole[-1] + 1) if whole else range(0)


@dataclass(frozen=True, slots=True)
class Page:
    """How the sheet stands on A4."""

    portrait: bool = False
    one_page: bool = True
    """Fitted to one page; otherwise as many pages down as needed, the head repeated."""
    size: float = 10.0
    """Points of the body text."""
    height: float = 19.0
    """Points of a body row of one line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with all that is printed around it."""

    tab: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Row]
    """Read once, in order; may be a generator for long lists."""
    left: str = ""
    middle: str = ""
    right: str = ""
    lead: tuple[str, ...] = ()
    """Paragraphs between title line and table."""
    notes: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    """What is signed, spread evenly over one line."""
    frozen_columns: int = 0
    page: Page = Page()
    charts: tuple[Chart, ...] = ()
    hidden: bool = False
    """Only read by programs: hidden in the workbook, so that printing all of it leaves it out."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets that make one file, and what every page says at its foot."""

    language: Language
    sheets: tuple[Sheet, ...]
    caption: str
    """Left in the page footer: place, period, edition, version."""
