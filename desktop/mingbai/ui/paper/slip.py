"""A slip for a resident laid out on the upper half of an A4 page; the lower half is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.desk.certificate_slip import Slip
from mingbai.ui.paper.faces import FINE
from mingbai.ui.paper.fitting import PADDING, fitted, lines_of
from mingbai.ui.paper.leaf import Across, Box, Face, Hand, PaperPage, PaperSheet, Rule, Text

WIDTH, HEIGHT = 595.28, 841.89
HALF = HEIGHT / 2
SIDE, TOP, BOTTOM = 38.0, 22.0, 20.0
TITLE = 21.0
LARGEST, SMALLEST, STEP = 16.5, 8.0, 0.5
"""Sizes of the text, in points: as large as the slip has room for."""
LEADING = {"zh": 1.42, "en": 1.3}
AFTER = 0.35
"""White after a paragraph, in lines."""
INDENT = "　　"
CUT = 18.0
"""How long the marks are where the page is cut."""


def slip_sheet(slip: Slip) -> PaperSheet:
    """The slip as a page of A4."""
    page = PaperPage(WIDTH, HEIGHT, tuple(_texts(slip)), tuple(_cutting_marks()))
    return PaperSheet(slip.title, slip.title, fitted((page,), slip.language), tuple(slip.text.split("\n")))


@dataclass(frozen=True, slots=True)
class _Body:
    """Paragraphs in lines, written in one size."""

    size: float
    paragraphs: tuple[tuple[str, ...], ...]
    step: float

    @property
    def height(self) -> float:
        lines = sum(map(len, self.paragraphs))
        return (lines + AFTER * (len(self.paragraphs) - 1)) * self.step


def _texts(slip: Slip) -> Iterator[Text]:
    title = TITLE if slip.language == "zh" else TITLE - 2
    yield _line(slip.title, TOP, title * 1.6, Hand(Face.TITLE, title, "center"))
    top = TOP + title * 1.6 + 10
    body = _filled(slip, HALF - BOTTOM - top)
    y = top
    for paragraph in body.paragraphs:
        for line in paragraph:
            yield _line(line, y, body.step, Hand(Face.TEXT, body.size))
            y += body.step
        y += AFTER * body.step
    foot = HALF - BOTTOM - 2 * body.step
    for row, (left, right) in enumerate(((slip.contact, slip.signed), ("", slip.on))):
        if left:
            yield _foot(left, foot + row * body.step, body, "left")
        yield _foot(right, foot + row * body.step, body, "right")


def _filled(slip: Slip, room: float) -> _Body:
    """The largest size in which everything, the foot of two lines included, has room."""
    size = LARGEST
    while True:
        body = _broken(slip, size)
        if body.height + 2.6 * body.step <= room or size <= SMALLEST:
            return body
        size -= STEP


def _broken(slip: Slip, size: float) -> _Body:
    indent = INDENT if slip.language == "zh" else ""
    wide = (WIDTH - 2 * SIDE - 2 * PADDING) * FINE
    hand = Hand(Face.TEXT, size)
    told = (slip.to, *(indent + text for text in slip.paragraphs))
    lines = tuple(tuple(lines_of(text, wide, hand, slip.language)) for text in told)
    return _Body(size, lines, size * LEADING[slip.language])


def _line(text: str, y: float, height: float, hand: Hand) -> Text:
    return Text(text, Box(SIDE, y, WIDTH - 2 * SIDE, height), hand)


def _foot(text: str, y: float, body: _Body, across: Across) -> Text:
    half = (WIDTH - 2 * SIDE) / 2
    x = SIDE if across == "left" else SIDE + half
    return Text(text, Box(x, y, half, body.step), Hand(Face.TEXT, body.size * 0.95, across))


def _cutting_marks() -> Iterator[Rule]:
    for x in (0.0, WIDTH - CUT):
        yield Rule(x, HALF, x + CUT, HALF, 0.5)
