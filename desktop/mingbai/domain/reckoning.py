"""Figures' values for a period and for the periods it is compared with, worked out from tallies.

A typed figure of an earlier period stands in for a month in which the ledger counted nothing of that
figure; it never adds to what was counted. A top takes no typed figure, as nobody knows of which group it
was. A period before the first entry of a register has no value, unless one was typed: nothing was written
down then, and that is not zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.figure import (
    NOTHING,
    REPEATED_FROM,
    Duration,
    Figure,
    Flow,
    Given,
    Of,
    Overlap,
    Ratio,
    Stock,
    Tally,
    Top,
    Unit,
    Value,
    change,
    median,
    rounded,
    total,
)
from mingbai.domain.filter import Filter, Not, Op, Other, Some, Where, both, empty, filled
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.words import Words

Typed = Mapping[tuple[str, str], Decimal]
"""Figure code and period (2026-11, 2026-Q4, 2026) to a number that nobody counted."""

CHARTED = 13
"""Months of a chart: the month, and the year before it."""


def months_compared(period: ReportPeriod) -> tuple[Month, ...]:
    """Every month that the columns of a period's report need."""
    before = period.same_last_year
    years = {*period.months, *period.year_to_date, *before.months, *before.year_to_date}
    return tuple(sorted(years | {*period.previous.months}))


def months_of_report(period: ReportPeriod) -> tuple[Month, ...]:
    """Every month that the columns and charts of a period's report need; charts need it of their figures alone."""
    charted = {period.months[-1].shifted(-back) for back in range(CHARTED)}
    return tuple(sorted({*months_compared(period)} | charted))


def charted_months(period: ReportPeriod, today: date) -> tuple[Month, ...]:
    """The months of a chart, up to the last one of the period that has begun: nothing is known of later ones."""
    begun = [month for month in period.months if month.start <= today]
    last = begun[-1] if begun else period.months[-1]
    return tuple(last.shifted(-back) for back in range(CHARTED - 1, -1, -1))


@dataclass(frozen=True, slots=True)
class Columns:
    """One figure as a report shows it: five periods and three changes."""

    now: Value
    previous: Value
    last_year: Value
    to_date: Value
    last_to_date: Value
    on_previous: Decimal | None
    on_last_year: Decimal | None
    on_last_to_date: Decimal | None
    base_is_zero: bool
    """There is a base and it is zero: a change cannot be told, and the note says so."""

    @property
    def base_is_typed(self) -> bool:
        """A base was typed in from paper, and the note says so."""
        return self.previous.typed or self.last_year.typed or self.last_to_date.typed


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Works out values from what was counted and what was handed in.

    `given` holds the values of `Given` figures by month, or under an empty month when one holds for all.
    `past` holds typed figures. `begun` holds the day of the first entry of each register, so long as that
    day says since when the ledger is kept: not of recurring assignments or staff, who were there before.
    A register that is not in it began with the ledger's first entry of all.
    """

    figures: Mapping[str, Figure]
    tallies: Mapping[tuple[str, Month], Tally]
    given: Typed = field(default_factory=dict)
    past: Typed = field(default_factory=dict)
    begun: Mapping[str, date] = field(default_factory=dict)
    empty_lists: frozenset[str] = frozenset()
    """Lists in which nothing stands: what is counted against them has no base."""
    today: date | None = None
    """A period that begins after this day has no figures yet, and that is not zero either."""

    def value(self, code: str, months: Sequence[Month]) -> Value:
        """A figure's value over months in a row: a period's, or a year to date.

        A stock is the one at the end of the last month. A ratio or median is worked out anew from all
        entries, never from the months' ratios. Rounded as it is shown.
        """
        return self._shown(code, self._exact(self.figures[code], months))

    def columns(self, code: str, period: ReportPeriod) -> Columns:
        """A figure's columns in the report of a period.

        A top is measured for the same group in all columns: the period's largest, or, when it has none,
        that of the year to date. Changes are worked out before rounding, those in percentage points after
        it, as a reader would check them. Several months of which some are unknown are no base.
        """
        figure = self.figures[code]
        last_year = period.same_last_year
        group = self._group(figure, period)
        now, previous, year_ago, to_date, last_to_date = (
            self._exact(figure, months, group)
            for months in (
                period.months,
                period.previous.months,
                last_year.months,
                period.year_to_date,
                last_year.year_to_date,
            )
        )
        if self._ends(figure):
            to_date = last_to_date = NOTHING
        if last_to_date.missing:
            last_to_date = NOTHING
        previous = self.base(code, period.previous, previous)
        year_ago = self.base(code, last_year, year_ago)
        shown = [self._shown(code, value) for value in (now, previous, year_ago, to_date, last_to_date)]
        bases = ((now, previous), (now, year_ago), (to_date, last_to_date))
        zero = any(value.number is not None and base.number == 0 for value, base in bases)
        return Columns(
            now=shown[0],
            previous=shown[1],
            last_year=shown[2],
            to_date=shown[3],
            last_to_date=shown[4],
            on_previous=self._change(code, now, previous),
            on_last_year=self._change(code, now, year_ago),
            on_last_to_date=self._change(code, to_date, last_to_date),
            base_is_zero=zero and figure.unit is not Unit.PERCENT,
        )

    def beside(self, code: str, first: ReportPeriod, second: ReportPeriod) -> tuple[Value, Value]:
        """A figure in two periods, the second of which is the base; a top is measured for one group in both."""
        figure, group = self.figures[code], ""
        if isinstance(figure, Top) and figure.of is Of.LARGEST:
            sums = (total(self._tally(code, month) for month in each.months) for each in (first, second))
            group = next((found for each in sums if (found := largest(each))), "")
        now, base = (self._exact(figure, each.months, group) for each in (first, second))
        return now, self.base(code, second, base)

    def joined(self, other: Reckoning) -> Reckoning:
        """The same with what another one counted, and was given, in further months."""
        both = replace(self, given={**self.given, **other.given})
        return both.with_tallies(other.tallies)

    def with_tallies(self, further: Mapping[tuple[str, Month], Tally]) -> Reckoning:
        """The same with what was counted in further months."""
        return replace(self, tallies={**self.tallies, **further})

    def shown(self, code: str, value: Value) -> Value:
        """A value rounded as it is shown."""
        return self._shown(code, value)

    def base(self, code: str, period: ReportPeriod, found: Value) -> Value:
        """A longer period as a base: whole, or as it was typed for all of it, or not at all."""
        if len(period.months) == 1 or (found.number is not None and not found.missing):
            return found
        typed = self.past.get((code, str(period)))
        return NOTHING if typed is None else Value(typed, typed=True)

    def _ends(self, figure: Figure) -> bool:
        """Whether a figure is a state at a period's end, which no year adds up."""
        return isinstance(figure, Stock) or (isinstance(figure, Given) and bool(figure.place_field))

    def _exact(self, figure: Figure, months: Sequence[Month], group: str = "") -> Value:
        """The value before rounding."""
        if self.today is not None and self.today < months[0].start:
            return NOTHING
        match figure:
            case Ratio():
                return self._ratio(figure, months)
            case Given():
                return self._given(figure, months)
            case Stock():
                return self._added(figure, months[-1:])
            case Flow() | Overlap():
                return self._added(figure, months)
            case Duration() | Top():
                return self._reckoned_anew(figure, months, group)
        raise TypeError(f"no way to work out {figure!r}")

    def _added(self, figure: Flow | Stock | Overlap, months: Sequence[Month]) -> Value:
        per = figure.per if isinstance(figure, Flow) else 1
        known = self._reaches(figure.register, months)
        counts, number, missing, typed = 0, Decimal(0), 0, False
        for month in months:
            counted = self._tally(figure.code, month).number
            past = self.past.get((figure.code, str(month)))
            if not counted and past is not None:
                number, typed = number + past, True
            elif self._kept(month):
                counts += counted
            else:
                missing += 1
        if self._lacks(figure) and not counts and not typed:
            return replace(NOTHING, missing=missing)
        # Divided once: twelve rounded twelfths of an hour do not make the hour.
        number += Decimal(counts) / per
        return Value(number if known or typed else None, typed=typed, missing=missing)

    def _ratio(self, figure: Ratio, months: Sequence[Month]) -> Value:
        part = self._together((figure.part, *figure.with_part), months)
        whole = self._together((figure.whole, *figure.with_whole), months)
        if part.number is None or not whole.number:
            past = self._typed(figure, months)
            return replace(past, part=part.number, whole=whole.number)
        return Value(
            part.number * figure.scale / whole.number,
            part=part.number,
            whole=whole.number,
            typed=part.typed or whole.typed,
            missing=max(part.missing, whole.missing),
        )

    def _together(self, codes: Sequence[str], months: Sequence[Month]) -> Value:
        """Several figures added up, those of which something is known."""
        values = [self._exact(self.figures[code], months) for code in codes]
        if len(values) == 1:
            return values[0]
        known = [value.number for value in values if value.number is not None]
        return Value(
            sum(known, Decimal(0)) if known else None,
            typed=any(value.typed for value in values),
            missing=max(value.missing for value in values),
        )

    def _given(self, figure: Given, months: Sequence[Month]) -> Value:
        if figure.place_field:
            months = months[-1:]
        found: list[Decimal] = []
        for month in months:
            held = self.given.get((figure.code, str(month)), self.given.get((figure.code, "")))
            if held is None:
                held = self.past.get((figure.code, str(month)))
            if held is not None:
                found.append(held)
        typed = any((figure.code, str(month)) in self.past for month in months)
        missing = len(months) - len(found)
        return Value(sum(found, Decimal(0)) if found else None, typed=typed and bool(found), missing=missing)

    def _reckoned_anew(self, figure: Duration | Top, months: Sequence[Month], group: str) -> Value:
        tally = total(self._tally(figure.code, month) for month in months)
        missing = sum(not self._kept(month) for month in months)
        if isinstance(figure, Duration):
            days = median(tally.days or {})
            return self._typed(figure, months) if days is None else Value(days, missing=missing)
        if figure.of is not Of.LARGEST:
            return self._of_groups(figure, tally, months, missing)
        group = group or largest(tally)
        if not group or not self._reaches(figure.register, months):
            return NOTHING
        part, whole = Decimal((tally.groups or {}).get(group, 0)), Decimal(tally.number)
        number = part * 100 / whole if figure.share and whole else part
        return Value(None if figure.share and not whole else number, part, whole, group, missing=missing)

    def _of_groups(self, figure: Top, tally: Tally, months: Sequence[Month], missing: int) -> Value:
        """How many groups there are, or how many entries in those of three or more."""
        counts = (tally.groups or {}).values()
        if not counts and (typed := self._typed(figure, months)).number is not None:
            return typed
        if not self._reaches(figure.register, months):
            return NOTHING
        if figure.of is Of.DIFFERENT:
            # Entries of which none names anybody do not say that there was nobody.
            unnamed = tally.number and not counts
            return Value(None if unnamed else Decimal(len(counts)), missing=missing)
        repeated, whole = sum(n for n in counts if n >= REPEATED_FROM), Decimal(tally.number)
        number = Decimal(repeated)
        if figure.share:
            return Value(number * 100 / whole if whole else None, number, whole, missing=missing)
        return Value(number, missing=missing)

    def _lacks(self, figure: Figure) -> bool:
        return figure.needs is not None and figure.needs.register in self.empty_lists

    def lacking(self, code: str) -> Words | None:
        """Why a figure, or a part of it, has no base: the list it is counted against is empty."""
        figure = self.figures[code]
        if figure.needs is not None and self._lacks(figure):
            return figure.needs.lacking
        parts = (figure.part, figure.whole) if isinstance(figure, Ratio) else ()
        return next((words for part in parts if (words := self.lacking(part)) is not None), None)

    def _group(self, figure: Figure, period: ReportPeriod) -> str:
        if not isinstance(figure, Top) or figure.of is not Of.LARGEST:
            return ""
        within = (period.months, period.year_to_date)
        sums = (total(self._tally(figure.code, each) for each in months) for months in within)
        return next((found for each in sums if (found := largest(each))), "")

    def _typed(self, figure: Figure, months: Sequence[Month]) -> Value:
        """What was typed for one month; medians and ratios of several months cannot be added up."""
        past = self.past.get((figure.code, str(months[0]))) if len(months) == 1 else None
        return NOTHING if past is None else Value(past, typed=True)

    def _tally(self, code: str, month: Month) -> Tally:
        return self.tallies.get((code, month)) or Tally()

    def _reaches(self, register: str, months: Sequence[Month]) -> bool:
        """Whether the register had begun by the end of the period."""
        first = self.begun.get(register, self._first)
        return first is not None and first <= months[-1].end

    def _kept(self, month: Month) -> bool:
        """Whether the ledger was kept in that month; a register without entries then had none."""
        return self._first is not None and self._first <= month.end

    @property
    def _first(self) -> date | None:
        return min(self.begun.values(), default=None)

    def _shown(self, code: str, value: Value) -> Value:
        if value.number is None:
            return value
        return replace(value, number=rounded(value.number, self._decimals(code)))

    def _decimals(self, code: str) -> int:
        figure = self.figures[code]
        return figure.decimals if isinstance(figure, Ratio) else figure.unit.decimals

    def _change(self, code: str, now: Value, base: Value) -> Decimal | None:
        figure = self.figures[code]
        if figure.unit is Unit.PERCENT:
            now, base = self._shown(code, now), self._shown(code, base)
        return change(now.number, base.number, figure.unit)


def largest(tally: Tally) -> str:
    """The largest group, or nothing; of equally large ones the first by its key, so that it stays put."""
    groups = tally.groups or {}
    return min(groups, key=lambda group: (-groups[group], group), default="")


def named(figure: Figure, value: Value, label: Words | None = None) -> Words:
    """A figure's name with its gaps filled: the group it speaks of, or the number it divides by."""
    whole = "—" if value.whole is None else f"{value.whole.normalize():,f}"
    return figure.words.format(label=label or "—", whole=whole)


def adds_up(figure: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether a figure grows as days pass, so that a part of a period says nothing beside a whole one.

    Rates, medians, shares and what stands at the end do not; what is divided by something that stands, as issues
    by residents, does.
    """
    match figure:
        case Flow() | Overlap():
            return True
        case Top():
            return not figure.share
        case Given():
            return not figure.place_field
        case Ratio():
            return adds_up(figures[figure.part], figures) and not adds_up(figures[figure.whole], figures)
        case _:
            return False


def rows_behind(
    figure: Figure, months: Sequence[Month], working: WorkingDays, until: date = date.max
) -> Filter:
    """The entries of `figure.register` that a figure counts over months in a row up to a day, as a filter.

    For a duration these are the entries it takes the median of. Ratios open the rows of their parts.
    """
    first, last = months[0].start.isoformat(), min(months[-1].end, until).isoformat()
    match figure:
        case Flow():
            pieces = (
                [_dated(figure, month, working, until) for month in months if month.start <= until]
                if _by_month(figure)
                else []
            )
            period = Some(tuple(pieces)) if pieces else _period(figure.dated, first, last)
            return both(figure.where, period, filled(figure.of) if figure.of else None)
        case Duration():
            in_order = Where(figure.end, Op.AT_LEAST, Other(figure.start))
            return both(figure.where, _period(figure.dated, first, last), in_order)
        case Top():
            return both(figure.where, _period(figure.dated, first, last))
        case Stock():
            standing = both(_begun(figure.since, last), _goes_on(figure.until, Op.ABOVE, last))
            if figure.again:
                standing = Some((standing, both(again(figure), Where(figure.again, Op.AT_MOST, last))))
            return both(figure.where, standing)
        case Overlap() if last < first:
            return Some(())  # nobody is here on the days of a month that has not begun
        case Overlap():
            forwards = Not(Where(figure.until, Op.BELOW, Other(figure.since)))
            going_on = _goes_on(figure.until, Op.AT_LEAST, first)
            return both(figure.where, _begun(figure.since, last), going_on, forwards)
    raise TypeError(f"{figure.code} counts no entries of its own")


def again(figure: Stock) -> Filter:
    """The entries that stand once more some day."""
    return Where(figure.again, Op.AT_LEAST, Other(figure.until))


def _by_month(figure: Flow) -> bool:
    return figure.within is not None or bool(figure.not_yet)


def _dated(figure: Flow, month: Month, working: WorkingDays, until: date) -> Filter:
    """The entries of one month, with what depends on the month or the day."""
    end = min(month.end, until)
    first, last = month.start.isoformat(), end.isoformat()
    not_yet = _goes_on(figure.not_yet, Op.ABOVE, last) if figure.not_yet else None
    if figure.within is None:
        return both(_period(figure.dated, first, last), not_yet)
    name, enough = figure.within
    days: dict[str, list[str]] = {}
    for number in range(month.start.toordinal(), end.toordinal() + 1):
        day = date.fromordinal(number)
        days.setdefault(working.add(day, enough).isoformat(), []).append(day.isoformat())
    sooner = (
        both(_period(figure.dated, some[0], some[-1]), Where(name, Op.BELOW, limit))
        for limit, some in days.items()
    )
    return both(Some(tuple(sooner)), not_yet)


def _period(name: str, first: str, last: str) -> Filter:
    return both(Where(name, Op.AT_LEAST, first), Where(name, Op.AT_MOST, last))


def _begun(name: str, last: str) -> Filter | None:
    return Some((empty(name), Where(name, Op.AT_MOST, last))) if name else None


def _goes_on(name: str, op: Op, day: str) -> Filter | None:
    return Some((empty(name), Where(name, op, day))) if name else None
