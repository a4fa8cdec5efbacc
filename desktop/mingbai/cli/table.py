"""Text in columns, where a Chinese character is as wide as two letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "
NARROWEST = 30
"""A last column is never wrapped narrower than this."""


def aligned(rows: Sequence[Sequence[str]], *, wrap_to: int = 0) -> list[str]:
    """Rows as lines with their cells below each other; with `wrap_to` the last cell goes on below itself.

    A row of one cell is a heading and makes no column wider.
    """
    columns = max(map(len, rows), default=0)
    widths = [max((width(row[at]) for row in rows if at < len(row) - 1), default=0) for at in range(columns)]
    return [line for row in rows for line in _lines(row, widths, wrap_to)]


def _lines(row: Sequence[str], widths: Sequence[int], wrap_to: int) -> Iterator[str]:
    before = "".join(cell + " " * (widths[at] - width(cell)) + GAP for at, cell in enumerate(row[:-1]))
    last = row[-1] if row else ""
    if not wrap_to:
        yield (before + last).rstrip()
        return
    for number, line in enumerate(wrapped(last, max(NARROWEST, wrap_to - width(before)))):
        yield ((" " * width(before) if number else before) + line).rstrip()


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most so many columns, broken behind spaces and marks where that can be."""
    lines, line = [], ""
    for piece in _pieces(text, room):
        if line and width((line + piece).rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str, room: int) -> Iterator[str]:
    """What is kept together: words, and what stands between two Chinese marks as far as there is room."""
    for piece in re.findall(r"[^ 、，。；：]*[ 、，。；：]*", text):
        if width(piece) <= room:
            yield piece
        else:
            yield from piece


def short(text: str, room: int) -> str:
    """The text cut to so many columns."""
    used = 0
    for at, character in enumerate(text):
        used += width(character)
        if used > room:
            return text[: max(at - 1, 0)] + "…"
    return text


def width(text: str) -> int:
    """Columns that a text takes."""
    return sum(2 if _wide(character) else 1 for character in text)


def _wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"
