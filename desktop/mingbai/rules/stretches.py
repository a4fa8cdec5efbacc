"""Stretches of days: 12月1日至10日, from 30 November to 11 December, Dec 1-10."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.domain.calendar_names import MONTH_NUMBERS
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import DOTTED_MONTH_EN, NUMBER
from mingbai.rules.days_meant_zh import counted


@dataclass(frozen=True, slots=True)
class Stretch:
    """From which day until which one, and where that stands."""

    first: date
    last: date
    start: int
    end: int


_STRETCH = pattern(
    rf"(?:(?P<m>{NUMBER})月(?:份)?)?(?P<d>{NUMBER})[日号]?起?\s*(?:至|到|[-—–~～]+)\s*(?:(?P<m2>{NUMBER})月(?:份)?)?(?P<d2>{NUMBER})[日号]"
    rf"|\b(?P<en_d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<en_m>{DOTTED_MONTH_EN}))?\s*(?:to|till|until|through|[-–—])\s*(?:the\s+)?(?P<en_d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<en_m2>{DOTTED_MONTH_EN})"
    rf"|\b(?P<us_m>{DOTTED_MONTH_EN})\s+(?P<us_d>\d{{1,2}})\s*(?:to|till|until|through|[-–—])\s*(?:(?P<us_m2>{DOTTED_MONTH_EN})\s+)?(?P<us_d2>\d{{1,2}})(?!\d)"
)


def stretches(same: str, today: date, start: int = 0, end: int = sys.maxsize) -> Iterator[Stretch]:
    """Every stretch of days in a part of a folded text; those that no calendar has are left out."""
    for found in _STRETCH.finditer(same, start, end):
        if (days := _stretch(found, today)) is not None:
            yield Stretch(*days, *found.span())


def _stretch(found: re.Match[str], today: date) -> tuple[date, date] | None:
    form = next(form for form in ("", "en_", "us_") if found[f"{form}d"])
    month, day, last_month, last_day = (found[f"{form}{name}"] for name in ("m", "d", "m2", "d2"))
    ends = _month(last_month or month) or today.month
    begins = _month(month) or ends
    year = today.year + (ends < today.month)
    try:
        return date(year - (begins > ends), begins, counted(day)), date(year, ends, counted(last_day))
    except ValueError:
        return None


def _month(said: str | None) -> int:
    return MONTH_NUMBERS.get(said[:3]) or counted(said) if said else 0
