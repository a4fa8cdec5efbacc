"""Rows that are parts of another one, moved in under it: the same in the workbook and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.domain.sheet import Cell, CellValue, Look, Row, SheetColumn
from mingbai.domain.words import Language
from mingbai.exchange import measure

PART = "其中"
"""Begins the first part of a whole; the further parts stand under its text."""


class Parts:
    """The rows of one sheet, asked for from top to bottom."""

    def __init__(self, columns: Sequence[SheetColumn], language: Language) -> None:
        self._language = language
        self._moved = next((i for i, c in enumerate(columns) if c.look is Look.TEXT and not c.merge_down), 0)
        """The column whose text is moved in."""
        self._under = 0
        """So many signs further in stand the parts after the first."""

    def cells(self, row: Row) -> tuple[CellValue | Cell, ...]:
        """The cells of a row, its first text moved in where it is a part.

        By spaces: an indent of the cell is as wide as the program likes, so parts would not stand
        under each other.
        """
        if not row.indent:
            self._under = 0
            return row.cells
        i = self._moved
        text = row.cells[i] if i < len(row.cells) else None
        if not isinstance(text, str):
            return row.cells
        if self._language == "en":
            moved = measure.NO_BREAK_SPACE * 4 * row.indent + text
        else:
            under = row.indent if text.startswith(PART) else self._under or row.indent
            moved = measure.FULL_WIDTH_SPACE * under + text
            if text.startswith(PART):
                self._under = row.indent + len(PART) + 1
        return (*row.cells[:i], moved, *row.cells[i + 1 :])
