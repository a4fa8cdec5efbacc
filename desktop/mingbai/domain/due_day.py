"""The day of its period on which something recurring is due: 周五 of a week, 每月5日, day 5 of a quarter.

The number that is stored means what its period makes of it. `read_due_day` reads it again, whatever the period.
"""

from __future__ import annotations

from mingbai.domain.calendar_names import WEEKDAY_NAMES
from mingbai.domain.frequency import Frequency
from mingbai.domain.reading import LONGEST_MONTH
from mingbai.domain.words import Words

_LAST = Words("每月最后一天", "last day of the month")
_OF = {
    Frequency.QUARTERLY: Words("每季第{n}天", "day {n} of the quarter"),
    Frequency.HALF_YEARLY: Words("每半年第{n}天", "day {n} of the half-year"),
    Frequency.YEARLY: Words("每年第{n}天", "day {n} of the year"),
    Frequency.IRREGULAR: Words("第{n}天", "day {n}"),
}


def due_day_words(period: Frequency, n: int) -> Words:
    """The n-th day of a period; of a daily one there is only that day."""
    if period is Frequency.DAILY:
        return Words("当天", "the same day")
    if period is Frequency.WEEKLY:
        return WEEKDAY_NAMES[min(max(n, 1), len(WEEKDAY_NAMES)) - 1]
    if period is Frequency.MONTHLY:
        return _LAST if n >= LONGEST_MONTH else Words(f"每月{n}日", f"{n}{_ordinal(n)} of the month")
    return _OF[period].format(n=n)


def _ordinal(n: int) -> str:
    return "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
