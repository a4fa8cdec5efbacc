"""Working days."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.calendar import WorkingDays

HOLIDAYS = Path(__file__).parents[2] / "resources" / "catalogues" / "holidays.csv"

# National Day 2026: 1-7 October off, 20 September and 10 October worked.
OCTOBER = WorkingDays(
    [date(2026, 10, day) for day in range(1, 8)],
    [date(2026, 9, 20), date(2026, 10, 10)],
)

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
calendars = st.builds(WorkingDays, st.frozensets(days, max_size=40), st.frozensets(days, max_size=40))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 9, 30), True),
        (date(2026, 10, 1), False),
        (date(2026, 10, 8), True),
        (date(2026, 10, 10), True),
        (date(2026, 10, 11), False),
        (date(2026, 9, 20), True),
    ],
)
def test_holidays_are_off_and_shifted_days_are_on(day: date, working: bool) -> None:
    assert OCTOBER.is_working(day) is working


def test_the_first_day_is_not_counted() -> None:
    assert OCTOBER.add(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert OCTOBER.add(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert OCTOBER.add(date(2026, 10, 3), 1) == date(2026, 10, 8)
    assert OCTOBER.between(date(2026, 9, 30), date(2026, 10, 10)) == 3
    assert OCTOBER.between(date(2026, 9, 30), date(2026, 9, 30)) == 0


def test_days_are_counted_backwards_too() -> None:
    assert OCTOBER.add(date(2026, 10, 8), -1) == date(2026, 9, 30)
    assert OCTOBER.between(date(2026, 10, 8), date(2026, 9, 30)) == -1
    # Notice given on Friday 13 leaves no working day before Sunday 15.
    assert OCTOBER.add(date(2026, 11, 15), -1) == date(2026, 11, 12)


def test_a_last_day_off_moves_to_the_next_working_day() -> None:
    assert OCTOBER.due_moved(date(2026, 10, 1)) == date(2026, 10, 8)
    assert OCTOBER.due_moved(date(2026, 10, 10)) == date(2026, 10, 10)


def test_the_last_working_day_by_a_day_is_that_day_where_it_is_worked() -> None:
    month_end = date(2026, 9, 30)
    assert OCTOBER.last_by(month_end) == month_end
    assert OCTOBER.last_by(date(2026, 10, 5)) == month_end
    assert OCTOBER.last_by(date(2026, 11, 29)) == date(2026, 11, 27)


def test_a_year_without_data_is_unknown_and_counts_monday_to_friday() -> None:
    assert OCTOBER.years == {2026}
    assert OCTOBER.known(date(2026, 1, 1))
    assert not OCTOBER.known(date(2027, 10, 1))
    assert OCTOBER.is_working(date(2027, 10, 1))
    assert not OCTOBER.is_working(date(2027, 10, 2))


def test_a_day_named_as_both_is_worked() -> None:
    day = date(2026, 10, 1)
    assert WorkingDays([day], [day]).is_working(day)


def test_without_any_holiday_only_weekends_are_off() -> None:
    plain = WorkingDays([], [])
    assert [plain.is_working(date(2026, 11, 16) + timedelta(days=n)) for n in range(7)] == [True] * 5 + [
        False
    ] * 2
    assert not plain.years


@given(calendars, days, days)
def test_between_counts_the_working_days_one_by_one(calendar: WorkingDays, a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    counted = sum(
        calendar.is_working(date.fromordinal(number))
        for number in range(first.toordinal() + 1, last.toordinal() + 1)
    )
    assert calendar.between(a, b) == (counted if a <= b else -counted)
    assert calendar.between(a, b) == calendar.ordinal(b) - calendar.ordinal(a)


@given(calendars, days, st.integers(-300, 300))
def test_adding_and_counting_are_inverse(calendar: WorkingDays, day: date, n: int) -> None:
    there = calendar.add(day, n)
    assert calendar.between(day, there) == n
    assert n == 0 or calendar.is_working(there)
    if calendar.is_working(day):
        assert calendar.add(there, -n) == day


@given(calendars, days)
def test_a_moved_due_day_skips_no_working_day(calendar: WorkingDays, day: date) -> None:
    moved = calendar.due_moved(day)
    assert moved >= day
    assert calendar.is_working(moved)
    assert not any(calendar.is_working(day + timedelta(days=n)) for n in range((moved - day).days))


def test_the_shipped_holidays_agree_with_an_independent_calendar() -> None:
    oracle = pytest.importorskip("chinese_calendar")
    if not HOLIDAYS.exists():
        pytest.skip("the catalogue of holidays is not there")
    with HOLIDAYS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    named = {
        kind: [date.fromisoformat(row["date"]) for row in rows if row["kind"] == kind]
        for kind in ("holiday", "workday")
    }
    calendar = WorkingDays(named["holiday"], named["workday"])
    assert calendar.years >= {2025, 2026}
    first = date(2025, 1, 1)
    every_day = [first + timedelta(days=n) for n in range(730)]
    assert every_day[-1] == date(2026, 12, 31)
    assert [day for day in every_day if calendar.is_working(day) != oracle.is_workday(day)] == []
