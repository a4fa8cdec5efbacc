"""A pen writes the values of one column in one look, as fragments of the sheet's XML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mingbai.domain.sheet import DASH, CellValue, Look, Page
from mingbai.domain.words import Language
from mingbai.exchange import measure
from mingbai.exchange.paper import (
    PLACES,
    TEXT_FORMAT,
    Face,
    Ink,
    Inks,
    Sides,
    is_dense,
    number_format,
)
from mingbai.exchange.script import Script, number, serial

TOLERATED_WORD, TOLERATED_TEXT = 1.3, 1.12
"""What is this much wider than its column is drawn smaller: better than one last sign on a line of its own."""
WORDS = (Look.TEXT, Look.WORD, Look.CODE)

Drawn = tuple[str, int]
"""What stands behind the row number of a cell, and on how many lines its text stands."""


@dataclass(slots=True)
class Line:
    """The row being written: on how many lines its longest text stands so far."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Nib:
    """What pens are cut from: the styles, language and page of one sheet."""

    inks: Inks
    script: Script
    line: Line
    language: Language
    page: Page


@dataclass(frozen=True, slots=True)
class Tips:
    """The style numbers of a pen, by what is written."""

    text: int
    tight: int
    """For a text a little wider than its column."""
    dash: int
    figure: int
    blank: int
    day: int
    moment: int


class Pen:
    """Writes values of one column in one look."""

    def __init__(self, nib: Nib, letter: str, width: float, look: Look, sides: Sides = "thin") -> None:
        self._script, self._line = nib.script, nib.line
        self._places = PLACES.get(look)
        self._tips = _tips(nib, look, sides)
        room = measure.room(width, nib.page.size)
        # Numbers, dates and codes stay on one line.
        self._room = room if look in (Look.TEXT, Look.WORD) else float("inf")
        self._tolerated = self._room * (
            TOLERATED_WORD if look is Look.WORD or is_dense(nib.page) else TOLERATED_TEXT
        )
        self._opening = opening(letter)
        self._ways: dict[type, Callable[[Any], Drawn]] = {
            str: self._text,
            int: self._number,
            Decimal: self._number,
            datetime: self._date,
            date: self._date,
            type(None): self._nothing,
        }

    @property
    def blank(self) -> int:
        """The style of a cell without a value."""
        return self._tips.blank

    def draws_equal_alike(self, value: CellValue) -> bool:
        """Whether values that are equal to this one, and of its kind, look like it: 3 and 3.0 only where rounded."""
        return self._places is not None or not isinstance(value, Decimal)

    def write(self, value: CellValue, row: int) -> str:
        """The cell with this value in a row, which becomes as high as its text."""
        rest, lines = self.draw(value)
        self._line.lines = max(self._line.lines, lines)
        return f"{self._opening}{row}{rest}"

    def draw(self, value: CellValue) -> Drawn:
        """The cell with this value, in whatever row."""
        way = self._ways.get(type(value))
        if way is None:
            # A choice, a truth: looked for once by what it is a kind of.
            way = next(way for kind, way in list(self._ways.items()) if isinstance(value, kind))
            self._ways[type(value)] = way
        return way(value)

    def _text(self, text: str) -> Drawn:
        if not text:
            return self._nothing(None)
        tip, lines = self._tips.text, 1
        if text == DASH:
            tip = self._tips.dash
        elif len(text) > self._room or "\n" in text:
            if self._room < measure.ems(text) <= self._tolerated:
                tip = self._tips.tight
            elif self._room != float("inf"):
                lines = measure.lines(text, self._room)
        return _text_rest(tip, self._script.xml(text)), lines

    def _number(self, value: int | Decimal) -> Drawn:
        digits = number(value, self._places)
        if digits is None:
            return _text_rest(self._tips.dash, self._script.xml(str(value))), 1
        return f'" s="{self._tips.figure}"><v>{digits}</v></c>', 1

    def _date(self, value: date) -> Drawn:
        days = serial(value)
        if days is None:
            return _text_rest(self._tips.dash, value.isoformat()), 1
        tip = self._tips.moment if isinstance(value, datetime) else self._tips.day
        return f'" s="{tip}"><v>{days}</v></c>', 1

    def _nothing(self, _value: object) -> Drawn:
        return _blank_rest(self._tips.blank), 1


def opening(letter: str) -> str:
    """What stands before the row number of a cell."""
    return f'<c r="{letter}'


def text_cell(letter: str, row: int, tip: int, xml: str) -> str:
    """A cell that is text whatever it looks like; `xml` is already escaped."""
    return f"{opening(letter)}{row}{_text_rest(tip, xml)}"


def blank_cell(letter: str, row: int, tip: int) -> str:
    """A cell with nothing but its style."""
    return f"{opening(letter)}{row}{_blank_rest(tip)}"


def _text_rest(tip: int, xml: str) -> str:
    if not xml:
        return _blank_rest(tip)
    return f'" s="{tip}" t="inlineStr"><is><t xml:space="preserve">{xml}</t></is></c>'


def _blank_rest(tip: int) -> str:
    return f'" s="{tip}"/>'


def _time_look(look: Look, otherwise: Look) -> Look:
    return look if look in (Look.DATE, Look.MOMENT, Look.MONTH) else otherwise


def _tips(nib: Nib, look: Look, sides: Sides) -> Tips:
    inks, wordy = nib.inks, look in WORDS
    own = TEXT_FORMAT if wordy else number_format(look, nib.language, air=not is_dense(nib.page))
    text = Ink(Face.TEXT, nib.page.size, own, "left" if look is Look.TEXT else "center", sides=sides)
    dash = replace(text, across="center", shrink=True)
    # What is too wide shrinks: else a number shows nothing but ###.
    figure = replace(text, face=Face.FIGURE, shrink=True)
    if look is Look.CODE:
        text = figure
    elif wordy:
        text = replace(text, wrap=True)
    else:
        text = dash
    day, moment = (
        number_format(_time_look(look, kind), nib.language, air=False) for kind in (Look.DATE, Look.MOMENT)
    )
    return Tips(
        text=inks.number(text),
        tight=inks.number(replace(text, wrap=False, shrink=True)),
        dash=inks.number(dash),
        figure=inks.number(replace(figure, format="General") if wordy else replace(figure, across="right")),
        blank=inks.number(text),
        day=inks.number(replace(figure, across="center", format=day)),
        moment=inks.number(replace(figure, across="center", format=moment)),
    )
