"""How high a part that scrolls may be, so that it ends after a line and not within one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

Span = tuple[int, int]


def whole_height(inside: QWidget, most: int) -> int:
    """The greatest height up to `most` at which nothing is cut that stands in `inside`; where there is none, `most`."""
    spans = lines_of(inside)
    ends = sorted({end for _, end in spans if end <= most}, reverse=True)
    return next((end for end in ends if not any(top < end < below for top, below in spans)), most)


def uncut_height(lines: Sequence[Span], most: int) -> int:
    """The greatest height up to `most` at which no line is cut, with the gap that follows the last one."""
    height = most
    while (cut := min((top for top, below in lines if top < height < below), default=height)) < height:
        height = cut
    return height


def lines_of(inside: QWidget) -> list[Span]:
    """From where to where the lines go that stand in `inside`, laid out as they are going to be."""
    parts = [part for part in inside.findChildren(QWidget) if part.isVisibleTo(inside)]
    for part in (inside, *parts):
        if (layout := part.layout()) is not None:
            layout.activate()
    return [
        span
        for part in parts
        if _stands_in_layout(part) and part.layout() is None
        for span in _lines(part, part.mapTo(inside, QPoint()).y())
    ]


def _stands_in_layout(part: QWidget) -> bool:
    """Whether it is no inner part of something that is laid out."""
    holder = part.parentWidget()
    layout = holder.layout() if holder is not None else None
    return layout is not None and layout.indexOf(part) >= 0


def _lines(part: QWidget, top: int) -> Iterator[Span]:
    """From where to where each line of it goes; of what is no text there is one."""
    begins, count, height = 0, 1, 0.0
    if isinstance(part, QLabel) and part.wordWrap():
        text = part.contentsRect()
        begins, count = text.y(), max(1, round(text.height() / part.fontMetrics().lineSpacing()))
        height = text.height() / count
    elif isinstance(part, QPlainTextEdit):
        text, first = part.viewport().geometry(), part.document().firstBlock()
        laid = part.document().documentLayout().blockBoundingRect(first).height()
        height = laid / max(1, first.layout().lineCount()) or text.height()
        begins, count = text.y(), max(1, int(text.height() / height))
    # What stands above and below a text goes with its first and its last line.
    parted = [begins + ceil(at * height) for at in range(1, count)]
    for above, below in pairwise((0, *parted, part.height())):
        yield top + above, top + below
