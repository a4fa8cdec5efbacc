"""Plain rows below each other, drawn column by column: a list has millions of cells.

A cell is what stands before its row number, and what stands behind it. Only the number differs from row to
row, so what stands behind is drawn once for each value of a column: most columns say few things, over and over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise

from mingbai.domain.sheet import Cell, CellValue, Row, RowKind
from mingbai.exchange.pens import Pen, opening

MOST_ROWS = 100
"""Rows that are drawn together."""
MOST_KEPT, MOST_SIGNS_KEPT = 4_096, 200
"""Values of a column whose drawing is kept, and the longest text among them."""

Plain = tuple[CellValue, ...]
"""A row whose every cell is written as its column is."""


def stretches(rows: Iterable[Row], columns: int) -> Iterator[tuple[bool, list[Row]]]:
    """The rows in their order, some at a time, and whether they are plain."""

    def is_plain(row: Row) -> bool:
        return row.kind is RowKind.BODY and len(row.cells) == columns and Cell not in map(type, row.cells)

    for plain, run in groupby(rows, is_plain):
        while some := list(islice(run, MOST_ROWS)):
            yield plain, some


class Stretch:
    """The columns of one sheet."""

    def __init__(self, pens: Sequence[Pen], letters: Sequence[str]) -> None:
        self._first = opening(letters[0]) if letters else ""
        ends = [opening(after) for _, after in pairwise(letters)] + [""]
        self._columns = [_Column(pen, end) for pen, end in zip(pens, ends, strict=True)]

    def draw(self, rows: Sequence[Plain], number: int) -> Iterator[tuple[str, int]]:
        """The cells of each row, the first of that number, and on how many lines its longest text stands."""
        lines = [1] * len(rows)
        drawn = [
            column.draw(values, lines)
            for column, values in zip(self._columns, zip(*rows, strict=True), strict=True)
        ]
        for at, cells in enumerate(zip(*drawn, strict=True)):
            yield str(number + at).join((self._first, *cells)), lines[at]


class _Column:
    """One column; each cell ends with what the next one begins with."""

    def __init__(self, pen: Pen, end: str) -> None:
        self._pen, self._end = pen, end
        self._kept: dict[tuple[type, CellValue], str] = {}
        """Of what stands on one line."""
        self._kept_higher: dict[tuple[type, CellValue], tuple[str, int]] = {}

    def draw(self, values: Plain, lines: list[int]) -> list[str]:
        """What stands behind the row numbers; `lines` grows where a text stands on more."""
        drawn = list(map(self._kept.get, zip(map(type, values), values, strict=True)))
        if None not in drawn:
            return drawn  # type: ignore[return-value]
        return [known or self._draw_new(values[at], at, lines) for at, known in enumerate(drawn)]

    def _draw_new(self, value: CellValue, at: int, lines: list[int]) -> str:
        # By its kind too: 1 and 1.00 are equal, but not written alike.
        key = (type(value), value)
        rest, high = self._kept_higher.get(key) or self._drawn(value)
        lines[at] = max(lines[at], high)
        long = isinstance(value, str) and len(value) > MOST_SIGNS_KEPT
        if long or not self._pen.draws_equal_alike(value):
            return rest
        if len(self._kept) + len(self._kept_higher) >= MOST_KEPT:
            self._kept.clear()
            self._kept_higher.clear()
        if high == 1:
            self._kept[key] = rest
        else:
            self._kept_higher[key] = rest, high
        return rest

    def _drawn(self, value: CellValue) -> tuple[str, int]:
        rest, high = self._pen.draw(value)
        return rest + self._end, high
