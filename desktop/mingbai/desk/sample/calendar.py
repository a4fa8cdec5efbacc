"""The days of the sample: months counted back from today, and the days somebody works."""

from __future__ import annotations

from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.lunar import lunar_day
from mingbai.domain.month import Month

MONTHS = 14
"""Whole months before the one that `today` lies in."""

SPRING_FESTIVALS = tuple(day for year in range(2027, 2031) if (day := lunar_day(year, 1, 1)) is not None)
"""The first days of lunar years whose holiday notice the shipped list does not know yet."""


class Calendar:
    """Days and months seen from today. Months are numbered: 0 is the current one, -1 the last whole one."""

    def __init__(self, today: date, known: WorkingDays) -> None:
        self.today = today
        self.this_month = Month.containing(today)
        self.known = known
        self._quiet = _quiet_days(known)
        self._working: dict[date, bool] = {}

    def month(self, number: int) -> Month:
        """The month so many months from the current one."""
        return self.this_month.shifted(number)

    def number(self, day: date) -> int:
        """The number of the month a day lies in."""
        return (day.year - self.this_month.year) * 12 + day.month - self.this_month.number

    def share(self, number: int) -> float:
        """How far through the sample's months one is: 0 at the first, 1 at the current one."""
        return (number + MONTHS) / MONTHS

    def works(self, day: date) -> bool:
        """Whether the office is open."""
        if day not in self._working:
            self._working[day] = day not in self._quiet and self.known.is_working(day)
        return self._working[day]

    def add(self, day: date, count: int) -> date:
        """The working day that comes `count` working days later, or earlier when negative."""
        step = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.works(day):
                day += step
        return day

    def open_from(self, day: date) -> date:
        """The day itself, or the next working day."""
        return day if self.works(day) else self.add(day, 1)

    def days(self, start: date, end: date) -> list[date]:
        """The working days between two days, both included."""
        every = (start + timedelta(days=step) for step in range((end - start).days + 1))
        return [day for day in every if self.works(day)]

    def on(self, number: int, day: int) -> date:
        """The working day of a month at or after its `day`-th, or else the last one before it."""
        month = self.month(number)
        wanted = month.start + timedelta(days=min(day, month.end.day) - 1)
        later = self.days(wanted, month.end)
        return later[0] if later else self.days(month.start, wanted)[-1]


def _quiet_days(known: WorkingDays) -> frozenset[date]:
    """Public holidays that fall on the same day each year, for years whose holidays are not known yet."""
    quiet = {
        date(year, month, day)
        for year in range(2020, 2040)
        if year not in known.years
        for month, day in ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
    }
    for first in SPRING_FESTIVALS:
        if first.year not in known.years:
            quiet |= {first + timedelta(days=step) for step in range(-1, 6)}
    return frozenset(quiet)
