"""The next day of what recurs: a weekday, a day of a month or of a quarter, a working day."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.month import Month


def next_weekday(today: date, weekday: int) -> date:
    """That weekday, on the day or after it."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def in_this_or_next(today: date, finder: Callable[[Month], date | None]) -> date | None:
    """The day of this month, or of the next one where it has passed."""
    month = Month(today.year, today.month)
    for one in (month, month.shifted(1)):
        day = finder(one)
        if day is None or day >= today:
            return day
    return None


def last_working(month: Month, working: WorkingDays | None) -> date | None:
    """The last working day of a month."""
    return working.last_by(month.end) if working is not None else None


def nth_working(month: Month, count: int, working: WorkingDays | None) -> date | None:
    """The working day of that number in a month."""
    before = date(month.year, month.number, 1) - timedelta(days=1)
    return working.add(before, count) if working is not None and 0 < count < 24 else None


def month_day(today: date, day: int) -> date | None:
    """The next such day of a month; a month that is too short ends earlier."""
    if not 1 <= day <= 31:
        return None
    return in_this_or_next(
        today,
        lambda month: date(
            month.year, month.number, min(day, calendar.monthrange(month.year, month.number)[1])
        ),
    )


def quarter_months(of_quarter: int) -> Callable[[date], Month]:
    """The month that ends (0), begins (1) or halves (2) the quarter that comes."""
    return lambda today: Month(today.year, today.month).shifted((of_quarter - today.month) % 3)


def in_quarters(today: date, of_quarter: int, number: int) -> date | None:
    """The next such day in the months that end (0), begin (1) or halve (2) quarters."""
    if not 1 <= number <= 31:
        return None
    month = quarter_months(of_quarter)(today)
    for one in (month, month.shifted(3)):
        day = date(one.year, one.number, min(number, one.end.day))
        if day >= today:
            return day
    return None
