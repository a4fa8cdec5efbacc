"""The day as it stands at the head of a page."""

from __future__ import annotations

from datetime import date

from mingbai.domain.month_names import MONTH_NAMES
from mingbai.domain.words import Words

WEEKDAYS = tuple(
    Words(zh, en)
    for zh, en in zip(
        "一二三四五六日",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def day_title(day: date) -> Words:
    """The day as a title: 11 月 24 日 星期二."""
    weekday = WEEKDAYS[day.weekday()]
    return Words(
        f"{day.month} 月 {day.day} 日 星期{weekday.zh}",
        f"{weekday.en} {day.day} {MONTH_NAMES[day.month - 1]}",
    )
