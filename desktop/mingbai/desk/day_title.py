"""The day as it stands at the head of a page."""

from __future__ import annotations

from datetime import date

from mingbai.domain.calendar_names import WEEKDAY_NAMES
from mingbai.domain.words import Words
from mingbai.domain.written_day import formal_day

WEEKDAYS = tuple(Words(name.zh[-1], name.en) for name in WEEKDAY_NAMES)
"""Without what the formal 星期一 and the spoken 周一 begin with."""


def day_title(day: date) -> Words:
    """The day as a title: 11月24日 星期二, Tuesday 24 November."""
    weekday, said = WEEKDAYS[day.weekday()], formal_day(day, day)
    return Words(f"{said.zh} 星期{weekday.zh}", f"{weekday.en} {said.en}")
