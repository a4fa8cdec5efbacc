"""Hours returned, against sums worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.column import Uid
from mingbai.domain.demand import Demand, MinutesSource
from mingbai.domain.field import Minutes
from mingbai.domain.frequency import Frequency
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.review import Assessment, Decision, Method
from mingbai.domain.task import TaskKind
from mingbai.rules.hours import (
    Change,
    Line,
    Load,
    came_back_line,
    cut_line,
    first_whole_month,
    new_line,
    returned,
    rounded_shares,
)

NOVEMBER = Month(2026, 11)


def decision(**changes: object) -> Decision:
    values: dict[str, object] = {
        "register": "demand",
        "subject": Uid("d"),
        "assessment": Assessment.CUT,
        "decided_on": date(2026, 4, 1),
        "method": Method.RARER,
        "effective_from": date(2026, 4, 1),
        "times_before": 250,
        "times_after": 52,
        "minutes_before": Minutes(20),
        "minutes_source": MinutesSource.TIMED,
    }
    return Decision(**{**values, **changes})  # type: ignore[arg-type]


def demand(**changes: object) -> Demand:
    values: dict[str, object] = {
        "title": "月报",
        "department": Uid("x"),
        "period": Frequency.MONTHLY,
        "kind": TaskKind.FORM,
        "minutes": Minutes(60),
        "minutes_source": MinutesSource.TIMED,
        "starts_on": date(2026, 10, 9),
    }
    return Demand(**{**values, **changes})  # type: ignore[arg-type]


def line_of(made: Line | None) -> Line:
    assert made is not None
    return made


def test_a_rarer_report_returns_the_difference() -> None:
    line = line_of(cut_line("c", decision()))
    # (250 - 52) x 20 minutes = 3,960 minutes = 66 hours a year, 5.5 a month; April to November is 8 months.
    assert line.hours_a_year == Decimal("66.0")
    assert line.hours_in([NOVEMBER]) == Decimal("5.5")
    assert line.hours_in(NOVEMBER.year_to_date) == Decimal("44.0")


def test_a_thinner_report_returns_the_minutes_saved() -> None:
    thinner = decision(times_after=250, minutes_after=Minutes(14), people=2)
    assert line_of(cut_line("c", thinner)).hours_a_year == Decimal("50.0")


def test_a_suggestion_returns_nothing() -> None:
    assert cut_line("c", decision(effective_from=None, method=None)) is None


def test_unknown_minutes_return_nothing() -> None:
    assert cut_line("c", decision(minutes_before=None)) is None


@pytest.mark.parametrize(
    ("effective", "counts"),
    [
        (date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 11, 2), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_a_cut_counts_from_the_first_whole_month(effective: date, counts: date) -> None:
    assert first_whole_month(effective) == counts
    line = line_of(cut_line("c", decision(effective_from=effective)))
    assert line.counts_from == counts


def test_months_are_cut_as_the_place_cuts_them() -> None:
    november = Month(2026, 11, Cutoff.DAY_25)
    assert first_whole_month(date(2026, 10, 26), Cutoff.DAY_25) == november.start
    assert first_whole_month(date(2026, 10, 29), Cutoff.DAY_25) == date(2026, 11, 26)
    late = line_of(cut_line("c", decision(effective_from=date(2026, 10, 29)), Cutoff.DAY_25))
    assert not late.hours_in([november])
    new = line_of(new_line("n", demand(starts_on=date(2026, 10, 27)), date(2025, 12, 31), 12, Cutoff.DAY_25))
    assert new.hours_in([november]) == Decimal("-1.0")


def test_what_came_back_counts_against_it_as_the_new_one_asks() -> None:
    again = demand(period=Frequency.WEEKLY, minutes=Minutes(40))
    line = line_of(came_back_line("c", decision(came_back_on=date(2026, 11, 9), times_after=12), again))
    assert line.change is Change.CAME_BACK
    # before: 12 x 20 minutes = 4 hours; after: 52 x 40 minutes = 34.67 hours
    assert line.hours_a_year == Decimal("-30.7")
    assert line.hours_in([Month(2026, 10)]) == 0


def test_what_came_back_unnamed_takes_back_all_that_was_saved() -> None:
    back = decision(came_back_on=date(2026, 11, 9))
    assert line_of(came_back_line("c", back, None)).hours_a_year == -line_of(cut_line("c", back)).hours_a_year


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": date(2025, 12, 31)},
        {"follows": Uid("old")},
        {"period": Frequency.IRREGULAR},
        {"minutes": None},
        {"starts_on": None},
    ],
)
def test_only_what_newly_began_and_can_be_counted_is_new(changes: dict[str, object]) -> None:
    assert new_line("n", demand(**changes), date(2025, 12, 31), 12) is None


def test_a_new_report_costs_until_it_ends() -> None:
    line = line_of(new_line("n", demand(ends_on=date(2026, 11, 1)), date(2025, 12, 31), 12))
    assert line.hours_in([Month(2026, 10)]) == Decimal("-1.0")
    assert line.hours_in([NOVEMBER]) == 0


def test_what_comes_ten_times_in_all_costs_ten_times() -> None:
    daily = demand(period=Frequency.DAILY, starts_on=date(2026, 11, 30), ends_on=date(2026, 12, 11))
    line = line_of(new_line("n", daily, date(2025, 12, 31), 10))
    assert (line.before.times, line.after.times) == (0, 10)
    assert line.hours_a_year == Decimal("-10.0")
    months = [Month(2026, 10), NOVEMBER]
    while len(months) < 15:
        months.append(months[-1].next)
    assert line.hours_in(months) == Decimal("-10.0")


def test_rounded_rows_add_up_to_the_printed_sum() -> None:
    lines = [
        Line(
            subject=str(i),
            change=Change.CUT,
            before=Load(times=12, minutes=63),
            after=Load(times=0, minutes=63),
            source=MinutesSource.TIMED,
            counts_from=date(2026, 1, 1),
        )
        for i in range(4)
    ]
    # 63 minutes are 1.05 hours: four printed rows of 1.1 make 4.4, not 4.2.
    assert returned(lines, [NOVEMBER]).now == Decimal("4.4")


def test_a_third_of_an_hour_does_not_blur_what_lies_on_the_edge() -> None:
    line = line_of(cut_line("c", decision(times_before=1, times_after=0, effective_from=date(2026, 3, 1))))
    # 20 minutes a year are 0.25 hours in the nine months from March to November: 0.3, not 0.2.
    assert line.hours_in(NOVEMBER.year_to_date) == Decimal("0.3")


def test_below_thirty_percent_known_only_a_range_stands() -> None:
    known = line_of(cut_line("a", decision()))
    guessed = line_of(cut_line("b", decision(minutes_source=MinutesSource.DEFAULT, people=4)))
    sums = returned([known, guessed], [NOVEMBER])
    assert sums.shares[MinutesSource.TIMED] == Decimal("20.00")
    assert sums.is_range
    assert (sums.low, sums.now, sums.high) == (Decimal("16.5"), Decimal("27.5"), Decimal("38.5"))


def test_nothing_counted_is_no_range() -> None:
    sums = returned([], [NOVEMBER])
    assert not sums.now
    assert not sums.year
    assert not sums.is_range


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 12))
def test_the_year_is_never_more_than_its_months(effective: date, number: int) -> None:
    line = line_of(cut_line("c", decision(effective_from=effective)))
    month = Month(2026, number)
    inside = [m for m in month.year_to_date if m.start >= first_whole_month(effective)]
    assert line.months_in(month.year_to_date) == len(inside)


@given(st.lists(st.decimals(0, 500, places=1), min_size=3, max_size=3), st.integers(0, 2))
def test_shares_add_to_a_hundred(hours: list[Decimal], places: int) -> None:
    total = sum(hours)
    shares = {
        source: (part * 100 / total).quantize(Decimal("0.01")) if total else Decimal(0)
        for source, part in zip(MinutesSource, hours, strict=True)
    }
    told = rounded_shares(shares, places)
    assert sum(told.values()) == (100 if total else 0)
    assert all(abs(told[source] - share) <= Decimal(1).scaleb(-places) for source, share in shares.items())


def test_what_was_cut_off_goes_to_whom_most_was_cut_off() -> None:
    timed, asked, default = MinutesSource
    shares = {timed: Decimal("52.60"), asked: Decimal("45.70"), default: Decimal("1.70")}
    assert rounded_shares(shares, 0) == {timed: 52, asked: 46, default: 2}
