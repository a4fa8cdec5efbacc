"""Numbers in a typed line with what they count: 40人, 两人, 40 people, two people."""

from __future__ import annotations

import re
from collections.abc import Callable

from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import NUMERAL
from mingbai.rules.days_meant_zh import counted
from mingbai.rules.quick.line import Line

PEOPLE_ZH = "(?:参会|到会|来了?|共|约)?N(?:个?人|名|位)(?:参会|参加|到会)?"
PEOPLE_EN = "N (?:people|persons|participants|visitors|guests)"
ESCORTS_ZH, ESCORTS_EN = "陪同N(?:个?人|名|位)?|N人陪同", "N (?:hosts?|escorts?)"
MONEY_ZH, MONEY_EN = "(?:经费|费用|花了?|共)?N元", "N yuan"

_DIGITS = r"\d{1,5}(?:\.\d+)?"
_WORDS_EN = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def count(name: str, zh: str, en: str) -> Callable[[Line], None]:
    """Reads a number with what it counts, where N stands for the number."""
    whole = pattern(zh.replace("N", f"({_DIGITS}|{NUMERAL})"))
    number = f"({_DIGITS}|{'|'.join(_WORDS_EN)})"
    part = pattern(rf"(?<![\w.])(?:{en.replace('N', number)})(?![\w-])")

    def take(line: Line) -> None:
        for start, end in [*line.segments()]:
            found = whole.fullmatch(line.same[start:end])
            if found is not None and line.take(name, _number(found), start, end):
                return
        for found in part.finditer(line.same):
            start, end = found.span()
            if (line.last(end) or line.first(start)) and line.take(name, _number(found), start, end):
                return

    return take


def _number(found: re.Match[str]) -> str:
    said = next(group for group in found.groups() if group)
    if said in _WORDS_EN:
        return str(_WORDS_EN.index(said) + 1)
    return said if said[0].isdigit() else str(counted(said))
