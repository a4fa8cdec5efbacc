"""How much room text takes on paper: lines, row heights, cut points, gaps.

A workbook does not measure text, and merged or wrapped rows do not grow by themselves, so every height
is worked out here and written down. Widths come in units of a column, sizes and heights in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

POINTS_A_UNIT = 6.0
"""A unit is the digit of 宋体 11: 8 pixels, 6 points."""
PADDING = 6.0
LATIN = 0.48
"""The mean width of a Latin letter or digit, in em; a Chinese character is one em."""
TALLEST = 409.0
"""Excel opens no row that is taller."""
FULL_WIDTH_SPACE = "\u3000"
NO_BREAK_SPACE = "\u00a0"


def ems(text: str) -> float:
    """The width of one line of text, in em."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - latin + LATIN * latin


def room(units: float, size: float) -> float:
    """How many em of text stand in a column."""
    return max((POINTS_A_UNIT * units - PADDING) / size, 1.0)


def lines(text: str, width: float) -> int:
    """On how many lines the text stands when `width` em are free."""
    return sum(_paragraph(part, width) for part in text.split("\n"))


def _paragraph(text: str, width: float) -> int:
    wide = ems(text)
    if wide <= width:
        return 1
    latin = len(text.encode("ascii", "ignore"))
    if latin * 2 < len(text):
        # Chinese breaks anywhere, but punctuation never begins a line: half a character is lost.
        return ceil(wide / max(width - 0.5, 1.0))
    count, used = 1, 0.0
    for word in text.split(" "):
        wide = ems(word)
        if used and used + LATIN + wide > width:
            count, used = count + 1, 0.0
        else:
            used += LATIN if used else 0.0
        # A word longer than the line is broken.
        count += ceil(wide / width) - 1
        used += wide % width if wide > width else wide
    return count


def height(count: int, size: float, least: float = 0.0, *, leading: float = 1.3) -> float:
    """The height of a row of `count` lines; a single line takes `least`."""
    if count <= 1 and least:
        return least
    return min(max(round(count * size * leading + 2, 1), least), TALLEST)


def cut_points(widths: Sequence[float], needs: tuple[float, float, float]) -> tuple[int, int]:
    """Where left, middle and right part: two column indexes with left and right as equally wide as can be.

    `needs` are the units each part wants. Three columns or more are taken for granted.
    """
    edges = [0.0, *accumulate(widths)]
    whole, last = edges[-1], len(widths)

    def badness(points: tuple[int, int]) -> tuple[float, float]:
        i, j = points
        parts = (edges[i], edges[j] - edges[i], whole - edges[j])
        missing = sum(max(0.0, need - part) for need, part in zip(needs, parts, strict=True))
        # A lack of room weighs ten times a lack of balance.
        return 10 * missing + abs(parts[0] - parts[2]), -parts[1]

    return min(((i, j) for i in range(1, last - 1) for j in range(i + 1, last)), key=badness)


def spread(parts: Sequence[str], width: float, gap: str) -> str:
    """Parts spread evenly over a line of `width` em, with `gap` characters between and at both ends.

    The text is meant to be centred, so the ends need no characters of their own.
    """
    if len(parts) < 2:
        return "".join(parts)
    free = width - sum(ems(part) for part in parts)
    em = 1.0 if gap == FULL_WIDTH_SPACE else 0.25
    return (gap * max(1, int(free / len(parts) / em))).join(parts)
