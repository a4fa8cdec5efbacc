"""Quarters and years: months that tile the calendar, in words and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.month import Cutoff, Month
from mingbai.domain.period import Quarter, ReportPeriod, Year, in_order, parse_period, period_containing
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.words import Mistake

cutoffs = st.sampled_from(Cutoff)
kinds = st.sampled_from(PeriodKind)
days = st.dates(date(1902, 2, 1), date(2197, 11, 30))


@given(days, kinds, cutoffs)
def test_every_day_is_in_exactly_one_period_of_a_kind(day: date, kind: PeriodKind, cutoff: Cutoff) -> None:
    period = period_containing(kind, day, cutoff)
    assert period.kind is kind
    assert [one for one in (period.previous, period, period.next) if one.start <= day <= one.end] == [period]
    assert period.next.start == period.end + timedelta(days=1)
    assert len(period.months) == {"month": 1, "quarter": 3, "year": 12}[kind]


@given(days, kinds, cutoffs)
def test_a_period_is_its_months_end_to_end(day: date, kind: PeriodKind, cutoff: Cutoff) -> None:
    period = period_containing(kind, day, cutoff)
    assert (period.start, period.end) == (period.months[0].start, period.months[-1].end)
    assert {month.year for month in period.months} == {period.year}
    assert period.same_last_year.months == tuple(month.same_last_year for month in period.months)
    assert period.year_to_date[-len(period.months) :] == period.months
    assert period.year_to_date[0].number == 1


@given(days, kinds, cutoffs, st.integers(-40, 40))
def test_shifting_there_and_back(day: date, kind: PeriodKind, cutoff: Cutoff, n: int) -> None:
    period = period_containing(kind, day, cutoff)
    assert period.shifted(n).shifted(-n) == period
    assert (in_order(period.shifted(n)) > in_order(period)) == (n > 0)


@given(days, kinds, cutoffs)
def test_a_period_reads_back_from_its_names(day: date, kind: PeriodKind, cutoff: Cutoff) -> None:
    period = period_containing(kind, day, cutoff)
    for text in (str(period), period.words.zh):
        assert parse_period(text, cutoff) == period


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026q4", Quarter(2026, 4)),
        ("２０２６－Ｑ１", Quarter(2026, 1)),
        ("2026年第4季度", Quarter(2026, 4)),
        ("2026年四季", Quarter(2026, 4)),
        ("2026年度", Year(2026)),
        (" 2026 ", Year(2026)),
        ("202611", Month(2026, 11)),
        ("2026年11月", Month(2026, 11)),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, meant: ReportPeriod) -> None:
    assert parse_period(text) == meant


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-Q5", "2026-Q0", "Q4", "四季度", "今年", "3026", "2026-"]
)
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_period(text)
    assert "2026-Q4" in refused.value.words.zh


def test_cut_at_the_25th_a_year_begins_in_december_and_february_keeps_its_29th() -> None:
    first, year = Quarter(2024, 1, Cutoff.DAY_25), Year(2024, Cutoff.DAY_25)
    assert (first.start, first.end) == (date(2023, 12, 26), date(2024, 3, 25))
    assert (year.start, year.end) == (date(2023, 12, 26), date(2024, 12, 25))
    assert sum((month.end - month.start).days + 1 for month in year.months) == 366
    assert first.days_words.zh == "2023年12月26日至2024年3月25日"


def test_names() -> None:
    last = Quarter(2026, 4)
    assert (last.words.zh, last.words.en, last.short.zh, str(last)) == (
        "2026年四季度",
        "Q4 2026",
        "四季度",
        "2026-Q4",
    )
    assert (Year(2026).words.zh, Year(2026).words.en, str(Year(2026))) == ("2026年", "2026", "2026")
    assert Year(2026).previous == Year(2026).same_last_year == Year(2025)


@pytest.mark.parametrize("made", [lambda: Quarter(2026, 5), lambda: Quarter(0, 1), lambda: Year(0)])
def test_there_is_no_fifth_quarter_and_no_year_zero(made: object) -> None:
    assert callable(made)
    with pytest.raises(ValueError, match="no "):
        made()


def test_periods_that_end_alike_stand_with_the_longest_first() -> None:
    some: list[ReportPeriod] = [Month(2026, 12), Year(2026), Quarter(2026, 4), Month(2026, 11)]
    assert [str(one) for one in sorted(some, key=in_order)] == ["2026-11", "2026", "2026-Q4", "2026-12"]
