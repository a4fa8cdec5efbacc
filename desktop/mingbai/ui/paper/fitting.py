"""Fits texts to their boxes: into how many lines each is broken, how small it is written.

Whatever faces a computer has, texts on one line never touch, no word is broken while writing it smaller helps,
and what stands below each other is written in one size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QTextLayout, QTextOption

from mingbai.domain.words import Language
from mingbai.ui.paper.faces import FINE, font, metrics
from mingbai.ui.paper.leaf import ABREAST, ACROSS, Box, FittedText, Group, Hand, Kin, PaperPage, Text

PADDING = 2.0
"""White between a line and a text, in points."""
LEADING = 1.25
APART = 0.5
"""White between texts on one line, in em, besides the padding."""
SMALLEST = 0.5
"""A text is made smaller down to this before it is let run over."""
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, SMALLEST)
TOGETHER = 0.8
"""A group is made smaller down to this; what has to be smaller still goes alone."""
MANY = 1 / 8
"""Of a column's cells so many have to need it: one long cell does not shrink a whole list."""


def fitted(pages: Sequence[PaperPage[Text]], language: Language) -> tuple[PaperPage[FittedText], ...]:
    """The pages of a sheet with every text fitted, those of one group alike."""
    fitter = _Fitter(language)
    alone = [[fitter.fit(text) for text in page.texts] for page in pages]
    fitter.group(
        (text, fit)
        for page, fits in zip(pages, alone, strict=True)
        for text, fit in zip(page.texts, fits, strict=True)
    )
    return tuple(
        PaperPage(
            page.width,
            page.height,
            tuple(fitter.grouped(page.texts, fits)),
            page.rules,
            page.charts,
            page.spots,
        )
        for page, fits in zip(pages, alone, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a text fits its box: in which hand, in which lines, by how much smaller."""

    hand: Hand
    lines: tuple[str, ...]
    step: float


class _Fitter:
    """The texts of one sheet being fitted, and how small each group has to be."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._steps: dict[Group, float] = {}
        self._known: dict[tuple[str, float, float, Hand, float], _Fit] = {}

    def group(self, texts: Iterable[tuple[Text, _Fit]]) -> None:
        """How small each group is written: as small as its texts need, unless few need it."""
        found: dict[Group, list[float]] = {}
        for text, fit in texts:
            if text.group is not None:
                found.setdefault(text.group, []).append(fit.step)
        for group, steps in found.items():
            smaller = [step for step in steps if TOGETHER <= step < 1.0]
            if smaller and (group[0] is not Kin.COLUMN or len(smaller) >= MANY * len(steps)):
                self._steps[group] = min(smaller)

    def fit(self, text: Text, largest: float = 1.0) -> _Fit:
        """How a text fits its box by itself."""
        box, hand = text.box, text.hand
        wide, high = (box.height, box.width) if hand.turned else (box.width, box.height)
        key = text.text, wide, high, hand, largest
        if key not in self._known:
            room = (wide - 2 * PADDING - hand.air) * FINE
            self._known[key] = _fitted(text.text, room, high * FINE, hand, self._language, largest)
        return self._known[key]

    def grouped(self, texts: Sequence[Text], fits: Sequence[_Fit]) -> Iterable[FittedText]:
        """The texts of a page in their order, each as small as its group."""
        beside: dict[Group | None, Iterator[FittedText]] = {
            group: iter(self._abreast([text for text in texts if text.group == group])) for group in ABREAST
        }
        for text, fit in zip(texts, fits, strict=True):
            if text.group in beside:
                yield next(beside[text.group])
            else:
                shared = self._steps.get(text.group, 1.0) if text.group is not None else 1.0
                yield _as(text, self.fit(text, shared) if shared < fit.step else fit)

    def _abreast(self, texts: Sequence[Text]) -> Sequence[FittedText]:
        """Left, middle and right where they were meant if they are clear of each other there; else as large
        as one line has room for them; else in two lines, each with its share of the width."""
        if self._clear(texts):
            return [_as(text, self.fit(text)) for text in texts]
        box, step = _around(texts), iter(STEPS)
        hands, wides, needed = self._at(texts, next(step))
        while needed > box.width and (smaller := next(step, None)):
            hands, wides, needed = self._at(texts, smaller)
        share = min(1.0, box.width / needed)
        places = _placed([text.hand.across for text in texts], [wide * share for wide in wides], box)
        placed = [
            replace(text, box=place, hand=replace(hand, wrap=share < 1.0))
            for text, hand, place in zip(texts, hands, places, strict=True)
        ]
        return [_as(text, self.fit(text)) for text in placed]

    def _at(self, texts: Sequence[Text], step: float) -> tuple[list[Hand], list[float], float]:
        """How texts are written at a step, how wide each is, and how wide a line they need."""
        hands = [_smaller(text.hand, step) for text in texts]
        wides = [self._wide(text.text, hand) for text, hand in zip(texts, hands, strict=True)]
        return hands, wides, sum(wides) + APART * hands[0].size * (len(texts) - 1)

    def _clear(self, texts: Sequence[Text]) -> bool:
        ends = []
        for text in sorted(texts, key=lambda text: ACROSS.index(text.hand.across)):
            box, wide = text.box, self._wide(text.text, text.hand)
            if wide > box.width:
                return False
            start = box.x + (box.width - wide) * ACROSS.index(text.hand.across) / 2
            ends.append((start, start + wide + APART * text.hand.size))
        return all(end <= start for (_, end), (start, _) in pairwise(ends))

    def _wide(self, text: str, hand: Hand) -> float:
        measured = metrics(hand.face, hand.size, self._language)
        return measured.horizontalAdvance(text) / FINE + 2 * PADDING


def _as(text: Text, fit: _Fit) -> FittedText:
    return FittedText(text.text, text.box, fit.hand, text.group, lines=fit.lines)


def _around(texts: Sequence[Text]) -> Box:
    left, right = min(text.box.x for text in texts), max(text.box.x + text.box.width for text in texts)
    return Box(left, texts[0].box.y, right - left, texts[0].box.height)


def _placed(across: Sequence[str], wides: Sequence[float], box: Box) -> list[Box]:
    """Boxes beside each other: the middle one about the middle of the line as far as its neighbours let it."""
    wide = dict(zip(across, wides, strict=True))
    left, right = box.x + wide.get("left", 0.0), box.x + box.width - wide.get("right", 0.0)
    middle = wide.get("center", 0.0)
    centred = box.x + (box.width - middle) / 2
    air = max(0.0, (right - left - middle) / 2)
    near = min(air, 2 * PADDING)
    starts = {
        "left": box.x,
        "center": max(left + near, min(centred, right - middle - near)),
        "right": right,
    }
    return [Box(starts[each], box.y, wide[each], box.height) for each in across]


# --- One text ------------------------------------------------------------------------------------


@lru_cache(1024)
def _smaller(hand: Hand, step: float) -> Hand:
    return replace(hand, size=round(hand.size * step * FINE) / FINE)


def _fitted(text: str, room: float, high: float, hand: Hand, language: Language, largest: float) -> _Fit:
    """The text in lines, written as small as it takes to fit; a word is broken only where nothing else helps."""
    lines, smaller, step, wide = [text], hand, 1.0, 0.0
    for anywhere in (False, True):
        for step in (step for step in STEPS if step <= largest):
            smaller = _smaller(hand, step)
            measured = metrics(smaller.face, smaller.size, language)
            if hand.wrap:
                lines = lines_of(text, room, smaller, language, anywhere=anywhere)
            else:
                lines = [text.replace("\n", " ")]
            wide = max(map(measured.horizontalAdvance, lines))
            # The last line needs no leading, and a hair too wide is not too wide.
            needed = ((len(lines) - 1) * LEADING + 1.0) * smaller.size * FINE
            if wide <= room + FINE and (len(lines) == 1 or needed <= high):
                return _Fit(smaller, tuple(lines), step)
        if not hand.wrap or wide <= room + FINE:
            # Too much, but no word of it is too wide.
            break
    return _Fit(smaller, tuple(lines), step)


def lines_of(text: str, room: float, hand: Hand, language: Language, *, anywhere: bool = True) -> list[str]:
    """A text broken into lines that fit a room, told in fine units; `anywhere` breaks a word that is wider."""
    measured = metrics(hand.face, hand.size, language)
    found: list[str] = []
    for paragraph in text.split("\n"):
        if measured.horizontalAdvance(paragraph) <= room + FINE:
            found.append(paragraph)
        else:
            found += _broken(paragraph, room, hand, language, anywhere=anywhere)
    return found


def _broken(paragraph: str, room: float, hand: Hand, language: Language, *, anywhere: bool) -> list[str]:
    layout = QTextLayout(paragraph, font(hand.face, hand.size, language))
    option = QTextOption()
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if anywhere else mode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    # Qt counts in units of UTF-16.
    units = paragraph.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1.0))
        start, length = line.textStart(), line.textLength()
        found.append(units[start * 2 : (start + length) * 2].decode("utf-16-le").rstrip(" "))
    layout.endLayout()
    return found
