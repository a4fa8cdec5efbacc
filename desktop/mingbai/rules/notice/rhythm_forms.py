"""What a rhythm is, and what its Chinese and English forms share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.frequency import Frequency
from mingbai.domain.month import Month
from mingbai.rules.days_meant import time_of

MOST_PLACES = 200
"""So many places for each form are tried: a real notice has few."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, where it says so, and the next day on which it is due, where it says which."""

    period: Frequency
    next_on: date | None
    time: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Now:
    today: date
    working: WorkingDays | None


@lru_cache(maxsize=64)
def met(form: re.Pattern[str], same: str) -> tuple[re.Match[str], ...]:
    """The places of a form in a text, which is read as of several days."""
    return tuple(islice(form.finditer(same), MOST_PLACES))


def made(found: re.Match[str], period: Frequency, day: date | None, *, time: bool = True) -> Rhythm:
    said = found.groupdict().get("time") if time else None
    return Rhythm(period, day, time_of(said) if said else None, *found.span())


def spacing(months: Sequence[int]) -> Frequency | None:
    """How often it is that comes in months of these numbers."""
    if len(months) < 2 or not all(1 <= month <= 12 for month in months):
        return None
    return _SPACED.get((len(months), (months[1] - months[0]) % 12))


def next_of(months: Iterable[int], number: int, today: date) -> date:
    """The next day of that number in one of these months."""
    ends = [Month(year, month).end for year in (today.year, today.year + 1) for month in sorted(months)]
    return next(day for end in ends if (day := end.replace(day=min(number, end.day))) >= today)


_SPACED = {(4, 3): Frequency.QUARTERLY, (2, 6): Frequency.HALF_YEARLY}
"""How many months are named and how far they stand apart."""
