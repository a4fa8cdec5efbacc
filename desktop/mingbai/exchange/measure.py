"""How much room text takes on paper: lines, row heights, cut points, gaps.

A workbook does not measure text, and merged or wrapped rows do not grow by themselves, so every height
is worked out here and written down. Widths come in units of a column, sizes and heights in points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import ceil

POINTS_A_UNIT = 6.0
"""A unit is the digit of 宋体 11: Excel rounds it up to 8 pixels, 6 points."""
SURE_POINTS_A_UNIT = 5.5
"""LibreOffice does not round; text has to fit there too."""
PADDING = 2.5
AIR = 5.0
"""White above and below the lines of a row."""
NARROW = 0.5
"""A letter or digit among Chinese characters, in em; a Chinese character is one."""
TALLEST = 409.0
"""Excel opens no row that is taller."""
FULL_WIDTH_SPACE = "\u3000"
NO_BREAK_SPACE = "\u00a0"
NO_BREAK_WIDTH = 0.25
FIRST_CHINESE = "\u2e80"

# Times New Roman, in thousandths of an em, from the space to the tilde.
_LETTERS = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444),
    *(921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722),
    *(556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500),
    *(333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500),
    *(500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541),
)
_WIDTHS = {chr(32 + i): width / 1000 for i, width in enumerate(_LETTERS)} | {NO_BREAK_SPACE: NO_BREAK_WIDTH}


def ems(text: str) -> float:
    """The width of one line of text, in em."""
    if _is_latin(text):
        return sum(_WIDTHS.get(letter, NARROW) for letter in text)
    narrow = sum(letter < "\x80" or letter == NO_BREAK_SPACE for letter in text)
    return len(text) - narrow * (1 - NARROW)


def _is_latin(text: str) -> bool:
    """Whether no Chinese stands in it: then letters have widths of their own, and lines break at blanks."""
    return max(text, default="") < FIRST_CHINESE


def room(units: float, size: float) -> float:
    """How many em of text stand in a column, whichever program opens it."""
    return max((SURE_POINTS_A_UNIT * units - PADDING) / size, 1.0)


def lines(text: str, width: float) -> int:
    """On how many lines the text stands when `width` em are free."""
    return sum(_paragraph(part, width) for part in text.split("\n"))


def _paragraph(text: str, width: float) -> int:
    wide = ems(text)
    if wide <= width:
        return 1
    if not _is_latin(text):
        # Chinese breaks anywhere, but punctuation never begins a line: half a character is lost.
        return ceil(wide / max(width - 0.5, 1.0))
    count, used = 1, 0.0
    for word in text.split(" "):
        wide = ems(word)
        if used and used + _WIDTHS[" "] + wide > width:
            count, used = count + 1, 0.0
        else:
            used += _WIDTHS[" "] if used else 0.0
        # A word longer than the line is broken.
        count += ceil(wide / width) - 1
        used += wide % width if wide > width else wide
    return count


def height(count: int, size: float, least: float = 0.0, *, leading: float = 1.3, air: float = AIR) -> float:
    """The height of a row of `count` lines; a single line takes `least`."""
    if count <= 1 and least:
        return least
    return min(max(round(count * size * leading + air, 1), least), TALLEST)


def most_lines(size: float, *, leading: float = 1.3, air: float = AIR) -> int:
    """How many lines a row can hold."""
    return int((TALLEST - air) / (size * leading))


def shares(text: str, width: float, most: int) -> list[str]:
    """A long text in parts of at most so many lines each, parted where a line or a sentence ends if one does there."""
    found = []
    while (end := _fitting(text, width, most)) < len(text):
        nearest = max(text.rfind(sign, end // 2, end) + 1 for sign in "\n。；;，, ")
        end = nearest or max(end, 1)
        found.append(text[:end].rstrip("\n"))
        text = text[end:]
    return [*found, text]


FEW = 64
"""So many signs are measured at first."""


def _fitting(text: str, width: float, most: int) -> int:
    """How many signs of a text stand on so many lines; what comes long after them is not measured."""
    reach = FEW
    while reach < len(text) and lines(text[:reach], width) <= most:
        reach *= 2
    if reach >= len(text) and lines(text, width) <= most:
        return len(text)
    signs = range(min(reach, len(text)))
    return bisect_right(signs, most, key=lambda upto: lines(text[:upto], width)) - 1


def head_size(heads: Sequence[tuple[str, float]], size: float) -> float:
    """The size of a head, up to 1.5 points smaller where that saves a line from being broken.

    `heads` are texts, with the units they may take; all get one size.
    """

    def broken(at: float) -> int:
        return sum(lines(head, room(units, at)) - lines(head, 1e6) for head, units in heads)

    return min((size, size - 0.5, size - 1.0, size - 1.5), key=lambda at: (broken(at), -at))


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


ROOM_TO_SIGN = 5.0
"""Em that a name written by hand needs behind its label."""


def foot_lines(parts: Sequence[str], width: float, gap: str) -> list[str]:
    """What is stamped and signed, in one line, or in two where one leaves no room to sign: who and when, then
    those who sign."""
    free = (width - sum(ems(part) for part in parts)) / max(1, len(parts))
    if free >= ROOM_TO_SIGN or len(parts) < 4:
        return [spread(parts, width, gap)]
    return [spread(some, width, gap) for some in ((parts[0], parts[-1]), parts[1:-1])]


def spread(parts: Sequence[str], width: float, gap: str) -> str:
    """Parts spread evenly over a line of `width` em, with `gap` characters between and at both ends.

    The text is meant to be centred, so the ends need no characters of their own.
    """
    if len(parts) < 2:
        return "".join(parts)
    free = width - sum(ems(part) for part in parts)
    em = 1.0 if gap == FULL_WIDTH_SPACE else NO_BREAK_WIDTH
    return (gap * max(1, int(free / len(parts) / em))).join(parts)
