"""The day as it stands at the head of a page."""

from __future__ import annotations

from datetime import date

from mingbai.domain.words import Words
from mingbai.domain.written_day import formal_day

WEEKDAYS = tuple(
    Words(zh, en)
    for zh, en in zip(
        "一二三四五六日",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def day_title(day: date) -> Words:
    """The day as a title: 11月24日 星期二, Tuesday 24 November."""
    weekday, said = WEEKDAYS[day.weekday()], formal_day(day, day)
    return Words(f"{said.zh} 星期{weekday.zh}", f"{weekday.en} {said.en}")
