"""Hours returned to staff, by the Standard Cost Model: minutes ÷ 60 × times a year × people.

A cut counts from the first whole month in which the work did not come; what came back and what is newly
asked counts against it. Every row is rounded to one place before rows are added, so that the printed
column adds up by hand. Below 30 % of hours known by timing or asking, only a range is honest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from enum import Enum

from mingbai.domain.demand import Demand, MinutesSource
from mingbai.domain.figure import rounded
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.review import Decision

KNOWN_ENOUGH = Decimal(30)
"""Percent of hours by timing or asking from which one number may stand."""

DEFAULT_LOW, DEFAULT_HIGH = Decimal("0.5"), Decimal("1.5")
"""A default for a kind of work is off by up to a half either way: the width of the range."""

MONTHS = 12


class Change(Enum):
    """Why hours became fewer or more."""

    CUT = "cut"
    NEW = "new"
    CAME_BACK = "came_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one piece of recurring work costs: times a year, minutes for one time and one person, people."""

    times: int
    minutes: int
    people: int = 1

    @property
    def minutes_a_year(self) -> int:
        """Of all people together."""
        return self.times * self.minutes * self.people


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change of the load: before, after, and from which month it counts."""

    subject: str
    """The uid of the decision or recurring assignment it comes from."""
    change: Change
    before: Load
    after: Load
    source: MinutesSource
    counts_from: date
    counts_until: date | None = None
    """The first day it no longer counts."""

    @property
    def hours_a_year(self) -> Decimal:
        """Hours returned in a whole year, one place; negative when more is asked."""
        return rounded(Decimal(self._minutes) / 60, 1)

    def months_in(self, months: Iterable[Month]) -> int:
        """In how many of these months the change counts."""
        return sum(self._counts(month) for month in months)

    def hours_in(self, months: Iterable[Month]) -> Decimal:
        """Hours returned in these months, one place."""
        return rounded(Decimal(self._minutes * self.months_in(months)) / (60 * MONTHS), 1)

    @property
    def _minutes(self) -> int:
        """Returned in a whole year. Divided once and last: thirds of an hour must not round 0.25 to 0.2."""
        return self.before.minutes_a_year - self.after.minutes_a_year

    def _counts(self, month: Month) -> bool:
        return self.counts_from <= month.end and (
            self.counts_until is None or self.counts_until > month.start
        )


@dataclass(frozen=True, slots=True)
class Returned:
    """Hours returned in months in a row and their year so far, net, with how they are known."""

    lines: tuple[Line, ...]
    now: Decimal
    year: Decimal
    shares: dict[MinutesSource, Decimal]
    """Percent of the year's hours, counted without sign, by how minutes are known."""
    low: Decimal
    high: Decimal
    """The months' hours if default minutes were off by a half."""

    @property
    def is_range(self) -> bool:
        """Whether too little was timed or asked for one number to stand."""
        known = self.shares[MinutesSource.TIMED] + self.shares[MinutesSource.ASKED]
        return known < KNOWN_ENOUGH and any(self.shares.values())


def rounded_shares(shares: Mapping[MinutesSource, Decimal], places: int) -> dict[MinutesSource, Decimal]:
    """Percent rounded so that they still add to 100: what is cut off goes to whom most was cut off."""
    total = sum(shares.values())
    if not total:
        return dict(shares)
    unit = Decimal(1).scaleb(-places)
    exact = {source: share * 100 / total for source, share in shares.items()}
    whole = {source: share.quantize(unit, ROUND_FLOOR) for source, share in exact.items()}
    left = int((100 - sum(whole.values())) / unit)
    for source in sorted(exact, key=lambda source: whole[source] - exact[source])[:left]:
        whole[source] += unit
    return whole


def first_whole_month(effective_from: date, cutoff: Cutoff = Cutoff.CALENDAR) -> date:
    """The first day of the first month, as the place cuts its months, that lies wholly after a change."""
    month = Month.containing(effective_from, cutoff)
    return effective_from if effective_from == month.start else month.next.start


def cut_line(uid: str, decision: Decision, cutoff: Cutoff = Cutoff.CALENDAR) -> Line | None:
    """The hours a decision returned; None while nothing was really cut or nobody knows the minutes."""
    minutes = decision.minutes_before
    if decision.effective_from is None or minutes is None or decision.times_before is None:
        return None
    after = decision.minutes_after if decision.minutes_after is not None else minutes
    return Line(
        subject=uid,
        change=Change.CUT,
        before=Load(times=decision.times_before, minutes=minutes, people=decision.people),
        after=Load(times=decision.times_after or 0, minutes=after, people=decision.people),
        source=decision.minutes_source,
        counts_from=decision.counts_from or first_whole_month(decision.effective_from, cutoff),
    )


def came_back_line(
    uid: str, decision: Decision, again: Demand | None, cutoff: Cutoff = Cutoff.CALENDAR
) -> Line | None:
    """The hours that came back after a cut: as the new recurring assignment asks, else all that was saved."""
    cut = cut_line(uid, decision, cutoff)
    if cut is None or decision.came_back_on is None:
        return None
    after = cut.before
    if again is not None and again.period.times_a_year is not None:
        minutes = again.minutes if again.minutes is not None else cut.before.minutes
        after = Load(times=again.period.times_a_year, minutes=minutes, people=again.people)
    return Line(
        subject=uid,
        change=Change.CAME_BACK,
        before=cut.after,
        after=after,
        source=cut.source if again is None else again.minutes_source,
        counts_from=Month.containing(decision.came_back_on, cutoff).start,
    )


def new_line(
    uid: str, demand: Demand, base_on: date | None, times: int | None, cutoff: Cutoff = Cutoff.CALENDAR
) -> Line | None:
    """The hours a recurring assignment costs that began after the day hours are compared with.

    What runs for so short a stretch that it comes fewer `times` than its rhythm tells is spread over the year
    from its first month on: so a month is a twelfth of it too, and together they are all of it.
    """
    usual = demand.period.times_a_year
    if (
        base_on is None
        or demand.starts_on is None
        or demand.starts_on <= base_on
        or demand.follows is not None
    ):
        return None
    if usual is None or times is None or demand.minutes is None:
        return None
    begins = Month.containing(demand.starts_on, cutoff)
    load = Load(times=times, minutes=demand.minutes, people=demand.people)
    return Line(
        subject=uid,
        change=Change.NEW,
        before=Load(times=0, minutes=demand.minutes, people=demand.people),
        after=load,
        source=demand.minutes_source,
        counts_from=begins.start,
        counts_until=demand.ends_on if times == usual else replace(begins, year=begins.year + 1).start,
    )


def returned(lines: Iterable[Line], months: Sequence[Month]) -> Returned:
    """What the lines come to in months in a row and in their year so far."""
    year, end = months[-1].year_to_date, months[-1].end
    counted = tuple(line for line in lines if line.counts_from <= end)
    weights = {source: Decimal(0) for source in MinutesSource}
    low = high = Decimal(0)
    for line in counted:
        weights[line.source] += abs(line.hours_in(year))
        hours = line.hours_in(months)
        sure = line.source is not MinutesSource.DEFAULT
        ends = (hours, hours) if sure else sorted((hours * DEFAULT_LOW, hours * DEFAULT_HIGH))
        low, high = low + rounded(ends[0], 1), high + rounded(ends[1], 1)
    whole = sum(weights.values())
    return Returned(
        counted,
        sum((line.hours_in(months) for line in counted), Decimal(0)),
        sum((line.hours_in(year) for line in counted), Decimal(0)),
        {
            source: rounded(weight * 100 / whole, 2) if whole else Decimal(0)
            for source, weight in weights.items()
        },
        low,
        high,
    )
