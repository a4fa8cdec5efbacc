"""Columns whose equal values become one tall cell, written downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mingbai.domain.sheet import Page, Row, RowKind, SheetColumn
from mingbai.domain.words import Language
from mingbai.exchange import measure


@dataclass(frozen=True, slots=True)
class Upright:
    """One row's share of a tall cell."""

    column: int
    text: str
    """Empty below the first row."""
    rows: int
    extra: float
    """What each row has to grow so that the text fits."""


def upright_runs(
    rows: Sequence[Row], columns: Sequence[SheetColumn], page: Page, language: Language
) -> dict[int, tuple[Upright, ...]]:
    """For the index of each body row, its share in every column that is written downwards."""
    shares: dict[int, list[Upright]] = {}
    tall = [i for i, column in enumerate(columns) if column.merge_down]
    for depth, column in enumerate(tall):
        # A run never crosses the border of a run to its left.
        within = tall[: depth + 1]
        start = 0
        while start < len(rows):
            end = start + 1
            if rows[start].kind is not RowKind.BODY:
                start = end
                continue
            key = _values(rows[start], within)
            while end < len(rows) and rows[end].kind is RowKind.BODY and _values(rows[end], within) == key:
                end += 1
            text, count = key[-1], end - start
            extra = max(0.0, (_needed(text, page, language) - count * page.height) / count)
            for i in range(start, end):
                shares.setdefault(i, []).append(Upright(column, text if i == start else "", count, extra))
            start = end
    return {i: tuple(share) for i, share in shares.items()}


def _values(row: Row, columns: Sequence[int]) -> tuple[str, ...]:
    return tuple(str(row.cells[i] or "") if i < len(row.cells) else "" for i in columns)


def _needed(text: str, page: Page, language: Language) -> float:
    if language == "en":
        return measure.ems(text) * page.size + 8
    return len(text) * page.size * 1.2 + 2
