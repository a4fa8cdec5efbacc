"""The periods of a recurring assignment: their keys (2026-W47, 2026-11), days, and when it is due in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.frequency import Frequency

FRIDAY = 5
"""The end of a week in which one works."""
MONTHS_LONG = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One period in which a recurring assignment may come; `end` is inclusive."""

    start: date
    end: date
    key: str
    period: Frequency

    def due_on(self, due_day: int | None) -> date:
        """The day it is due: the n-th of the period, at most its last; its last when nobody said, of a week Friday."""
        if due_day is None and self.period is Frequency.WEEKLY:
            due_day = FRIDAY
        if due_day is None:
            return self.end
        last = (self.end - self.start).days
        return self.start + timedelta(days=min(max(due_day, 1) - 1, last))


def occurrence(period: Frequency, day: date) -> Occurrence | None:
    """The period a day lies in; None for irregular ones. Weeks begin on Monday and follow ISO 8601."""
    if period is Frequency.IRREGULAR:
        return None
    if period is Frequency.DAILY:
        return Occurrence(day, day, day.isoformat(), period)
    if period is Frequency.WEEKLY:
        year, week, weekday = day.isocalendar()
        start = day - timedelta(days=weekday - 1)
        return Occurrence(start, start + timedelta(days=6), f"{year}-W{week:02d}", period)
    months = MONTHS_LONG[period]
    first = (day.month - 1) // months * months
    start = date(day.year, first + 1, 1)
    following = date(day.year + (first + months) // 12, (first + months) % 12 + 1, 1)
    key = {
        Frequency.MONTHLY: f"{day.year}-{day.month:02d}",
        Frequency.QUARTERLY: f"{day.year}-Q{first // 3 + 1}",
        Frequency.HALF_YEARLY: f"{day.year}-H{first // 6 + 1}",
        Frequency.YEARLY: f"{day.year}",
    }[period]
    return Occurrence(start, following - timedelta(days=1), key, period)


def occurrences(
    period: Frequency, since: date, until: date, working: WorkingDays, begins: date | None = None
) -> Iterator[Occurrence]:
    """Every period that begins by `until` and ends on or after `since`.

    Daily ones come on working days; what `begins` on a free day is wanted on free days as well.
    """
    every_day = period is not Frequency.DAILY or (begins is not None and not working.is_working(begins))
    found = occurrence(period, since)
    while found is not None and found.start <= until:
        if every_day or working.is_working(found.start):
            yield found
        found = occurrence(period, found.end + timedelta(days=1))
