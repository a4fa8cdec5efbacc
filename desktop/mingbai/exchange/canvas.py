"""The grid a sheet is drawn on: rows go down to the file as they are finished."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from openpyxl.utils import get_column_letter

from mingbai.domain.words import Mistake
from mingbai.exchange.pages import Sheaf
from mingbai.exchange.pens import blank_cell, text_cell

MOST_ROWS = 1_048_576
BATCH = 500
"""Rows that are written together."""


class Canvas:
    """Rows numbered from 1, columns from 0; knows what was merged and how full the pages are."""

    def __init__(self, out: BinaryIO, widths: Sequence[float], sheaf: Sheaf) -> None:
        self.letters = [get_column_letter(i) for i in range(1, len(widths) + 1)]
        self.widths = widths
        self.row = 0
        """The row that was put last."""
        self.merges: list[str] = []
        self.sheaf = sheaf
        self.first = ""
        """The first row with a value, as written."""
        self._out = out
        self._batch: list[str] = []
        self._last = ""

    def put(self, cells: str, height: float | None = None) -> None:
        """One row, its cells numbered `row + 1`."""
        self.row = number = self.row + 1
        if number > MOST_ROWS:
            raise Mistake(
                "行数超过一张工作表的上限（1,048,576行）。请先筛选或分年导出。",
                "These are more rows than a sheet can hold (1,048,576). Filter them or export year by year.",
            )
        if height is None:
            xml = f'<row r="{number}">{cells}</row>'
        else:
            xml = f'<row r="{number}" ht="{height:g}" customHeight="1">{cells}</row>'
            self.sheaf.add(height)
        self._batch.append(xml)
        if len(self._batch) >= BATCH:
            self.flush()

    def gap(self, height: float) -> None:
        """An empty strip."""
        self.put("", height)

    def band(self, xml: str, tip: int, height: float) -> None:
        """One text over all columns."""
        self.put(self.parts([(0, len(self.widths), xml, tip)]), height)

    def parts(self, parts: Iterable[tuple[int, int, str, int]]) -> str:
        """Texts that each stand over columns `start` up to `end`, as cells of the next row."""
        row, cells = self.row + 1, []
        for start, end, xml, tip in parts:
            cells.append(text_cell(self.letters[start], row, tip, xml))
            cells.append(self.covered(start + 1, end, tip))
            self.merge(start, end, row, row)
        return "".join(cells)

    def covered(self, start: int, end: int, tip: int) -> str:
        """Empty cells of the next row that lie under a merged one: their lines are drawn all the same."""
        row = self.row + 1
        return "".join(blank_cell(letter, row, tip) for letter in self.letters[start:end])

    def merge(self, start: int, end: int, first: int, last: int) -> None:
        """Columns `start` up to `end`, rows `first` to `last`, as one cell."""
        if end - start > 1 or last > first:
            self.merges.append(f"{self.letters[start]}{first}:{self.letters[end - 1]}{last}")

    def width(self, start: int = 0, end: int | None = None) -> float:
        """The units of some columns together."""
        return sum(self.widths[start:end])

    @property
    def last(self) -> str:
        """The last row with a value, as written."""
        return self._last

    def flush(self) -> None:
        """Hand the finished rows on."""
        valued = [xml for xml in (self._batch if not self.first else ()) if _has_value(xml)]
        if valued:
            self.first = valued[0]
        self._last = next((xml for xml in reversed(self._batch) if _has_value(xml)), self._last)
        self._out.write("".join(self._batch).encode())
        self._batch.clear()


def _has_value(row: str) -> bool:
    return "</c>" in row
