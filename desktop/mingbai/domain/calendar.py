"""Working days: Monday to Friday, less the public holidays, plus the days shifted to a weekend."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

NEW_YEAR, DECEMBER_LAST = (1, 4), (12, 25)
"""Days up to the one and from the other say nothing of the rest of their year."""


class WorkingDays:
    """A calendar of working days, for due dates and for the days something took.

    A day named both as holiday and as shifted is a working day.
    """

    __slots__ = ("_off", "_on", "years")

    years: frozenset[int]
    """The years that any holiday or shifted day is known of, but those of a neighbour's New Year alone."""

    def __init__(self, holidays: Iterable[date], shifted: Iterable[date]) -> None:
        holidays, shifted = frozenset(holidays), frozenset(shifted)
        self._off = tuple(sorted(day.toordinal() for day in holidays - shifted if day.weekday() < 5))
        self._on = tuple(sorted(day.toordinal() for day in shifted if day.weekday() >= 5))
        # New Year's days off may begin in December, and are then named in the notice of the other year.
        self.years = frozenset(
            day.year for day in holidays | shifted if NEW_YEAR < (day.month, day.day) < DECEMBER_LAST
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorkingDays) and self._days == other._days

    def __hash__(self) -> int:
        return hash(self._days)

    @property
    def _days(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self._off, self._on

    def known(self, day: date) -> bool:
        """Whether the holidays of that year are known; if not, Monday to Friday count as working."""
        return day.year in self.years

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        number = day.toordinal()
        return self._count(number) > self._count(number - 1)

    def ordinal(self, day: date) -> int:
        """The working days from 0001-01-01, a Monday, up to and including that day.

        The difference of two of them is `between`, so a table of them counts in SQL.
        """
        return self._count(day.toordinal())

    def between(self, a: date, b: date) -> int:
        """The working days after `a` up to and including `b`; negative when `b` is earlier."""
        return self.ordinal(b) - self.ordinal(a)

    def add(self, day: date, n: int) -> date:
        """The working day that comes `n` working days after `day`, which itself is not counted.

        Backwards it is the last working day with that many between it and `day`: from a Sunday,
        one back is the Thursday, as only notice given on Thursday leaves one working day before
        Sunday.
        """
        if n == 0:
            return day
        wanted = self.ordinal(day) + n
        # Without holidays the day would be here; each holiday moves it by one week at the most.
        guess, slack = wanted * 7 // 5, 7 * (len(self._off) + len(self._on) + 2)
        around = range(max(1, guess - slack), min(date.max.toordinal(), guess + slack) + 1)
        return date.fromordinal(around[bisect_left(around, wanted, key=self._count)])

    def due_moved(self, day: date) -> date:
        """The day itself, or the next working day when nobody works on it."""
        return day if self.is_working(day) else self.add(day, 1)

    def last_by(self, day: date) -> date:
        """The day itself, or the last working day before it when nobody works on it."""
        return day if self.is_working(day) else self.add(self.add(day, 1), -1)

    def _count(self, number: int) -> int:
        weeks, rest = divmod(number, 7)
        return weeks * 5 + min(rest, 5) - bisect_right(self._off, number) + bisect_right(self._on, number)
