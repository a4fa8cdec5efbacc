"""Values and columns of a report, from small tallies a reader can add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.figure import Tally, Value
from mingbai.domain.figure import median as median_of
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.reckoning import Reckoning, largest, months_of_report, named
from mingbai.domain.words import Words

NOW = Month(2026, 11)
BEFORE, YEAR_AGO = NOW.previous, NOW.same_last_year
LONG_AGO = {"task": date(2024, 1, 5), "issue": date(2024, 1, 5), "certificate": date(2024, 1, 5)}


def counted(code: str, numbers: Mapping[Month, int]) -> dict[tuple[str, Month], Tally]:
    return {(code, month): Tally(number) for month, number in numbers.items()}


def reckoning(tallies: Mapping[tuple[str, Month], Tally], **known: Any) -> Reckoning:
    return Reckoning(FIGURES, tallies, **{"begun": LONG_AGO, **known})


def seen(*values: object) -> tuple[object, ...]:
    return values


def d(text: str) -> Decimal:
    return Decimal(text)


def test_a_flow_is_compared_with_three_periods() -> None:
    numbers = {
        NOW: 36,
        BEFORE: 42,
        YEAR_AGO: 58,
        Month(2026, 1): 407,
        Month(2025, 3): 554,
        Month(2025, 12): 999,
    }
    columns = reckoning(counted("task.received", numbers)).columns("task.received", NOW)
    assert [columns.now.number, columns.previous.number, columns.last_year.number] == [36, 42, 58]
    assert [columns.to_date.number, columns.last_to_date.number] == [485, 612]
    assert [columns.on_previous, columns.on_last_year, columns.on_last_to_date] == [
        d("-14.29"),
        d("-37.93"),
        d("-20.75"),
    ]
    assert not columns.base_is_zero
    assert not columns.base_is_typed


def test_a_ratio_divides_what_was_added_up() -> None:
    tallies = {
        **counted("task.received", {NOW: 36, BEFORE: 42, Month(2026, 1): 407}),
        **counted("staff.count", {NOW: 9, BEFORE: 9, YEAR_AGO: 9}),
    }
    columns = reckoning(tallies).columns("task.per_staff", NOW)
    assert columns.now == Value(d("4.00"), part=d("36"), whole=d("9"))
    assert columns.previous.number == d("4.67")
    assert columns.to_date.number == d("53.89")
    # Before rounding: 4.00 against 4.67 would be 14.35.
    assert columns.on_previous == d("-14.29")


def test_a_percentage_changes_by_points_as_they_are_printed() -> None:
    tallies = {
        **counted("issue.closed_on_time", {NOW: 54, BEFORE: 58}),
        **counted("issue.closed_due", {NOW: 56, BEFORE: 62}),
    }
    columns = reckoning(tallies).columns("issue.on_time", NOW)
    assert seen(columns.now.number, columns.previous.number, columns.on_previous) == (
        d("96.43"),
        d("93.55"),
        d("2.88"),
    )
    assert columns.last_year.number is None
    assert columns.on_last_year is None


def test_a_base_of_zero_is_told_from_none() -> None:
    columns = reckoning(counted("task.received", {NOW: 3})).columns("task.received", NOW)
    assert seen(columns.previous.number, columns.on_previous, columns.base_is_zero) == (0, None, True)
    fresh = reckoning(counted("task.received", {NOW: 3}), begun={"task": date(2026, 11, 30)})
    columns = fresh.columns("task.received", NOW)
    assert seen(columns.now.number, columns.previous.number, columns.base_is_zero) == (3, None, False)
    assert columns.last_to_date.number is None


def test_nothing_is_known_of_an_empty_ledger() -> None:
    nothing = reckoning({}, begun={})
    for code in FIGURES:
        columns = nothing.columns(code, NOW)
        assert {columns.now.number, columns.previous.number, columns.to_date.number} == {None}
        assert columns.on_previous is None
        assert not columns.base_is_zero


def test_a_register_without_entries_counts_zero_since_the_ledger_began() -> None:
    columns = reckoning({}, begun={"task": date(2026, 10, 9)}).columns("cert.asked", NOW)
    assert seen(columns.now.number, columns.previous.number, columns.last_year.number) == (0, 0, None)


def test_a_register_counts_from_its_own_first_entry() -> None:
    begun = {"task": date(2025, 1, 2), "certificate": date(2026, 11, 3)}
    columns = reckoning(counted("cert.asked", {NOW: 2}), begun=begun).columns("cert.asked", NOW)
    assert seen(columns.now.number, columns.previous.number, columns.last_to_date.number) == (2, None, None)
    assert seen(columns.to_date.number, columns.to_date.missing) == (2, 0)


def test_a_year_known_in_part_is_shown_but_is_no_base() -> None:
    numbers = {YEAR_AGO: 5, NOW: 4}
    columns = reckoning(counted("task.received", numbers), begun={"task": date(2025, 9, 3)}).columns(
        "task.received", NOW
    )
    assert seen(columns.last_to_date.number, columns.on_last_to_date) == (None, None)
    assert columns.on_last_year == -20
    began_this_year = reckoning(counted("task.received", {NOW: 4}), begun={"task": date(2026, 9, 3)})
    to_date = began_this_year.columns("task.received", NOW).to_date
    assert seen(to_date.number, to_date.missing) == (4, 8)


def test_a_typed_figure_stands_in_where_nothing_was_counted() -> None:
    past = {("task.received", str(YEAR_AGO)): d("58"), ("task.received", str(NOW)): d("99")}
    columns = reckoning(
        counted("task.received", {NOW: 36}), begun={"task": date(2026, 1, 9)}, past=past
    ).columns("task.received", NOW)
    assert seen(columns.now.number, columns.now.typed) == (36, False)
    assert seen(columns.last_year.number, columns.on_last_year) == (58, d("-37.93"))
    assert columns.base_is_typed


def test_typed_months_make_a_typed_year() -> None:
    past = {("task.received", f"2025-{number:02}"): d("10") for number in range(1, 12)}
    known = reckoning(counted("task.received", {NOW: 1}), begun={"task": date(2026, 1, 9)}, past=past)
    last = known.columns("task.received", NOW).last_to_date
    assert seen(last.number, last.typed, last.missing) == (110, True, 0)


def test_a_typed_ratio_serves_its_own_month_only() -> None:
    past = {("issue.on_time", str(YEAR_AGO)): d("88.41"), ("issue.days", str(YEAR_AGO)): d("5")}
    known = reckoning({}, begun={"task": date(2026, 1, 9)}, past=past)
    assert known.value("issue.on_time", [YEAR_AGO]) == Value(d("88.41"), typed=True)
    assert known.value("issue.days", [YEAR_AGO]) == Value(d("5.0"), typed=True)
    assert known.value("issue.on_time", YEAR_AGO.year_to_date).number is None


def test_a_stock_has_no_year_to_date() -> None:
    columns = reckoning(counted("issue.open", {NOW: 11, BEFORE: 9, YEAR_AGO: 9})).columns("issue.open", NOW)
    assert seen(columns.now.number, columns.on_previous, columns.on_last_year) == (
        11,
        d("22.22"),
        d("22.22"),
    )
    assert columns.to_date.number is columns.last_to_date.number is columns.on_last_to_date is None


def test_a_top_is_followed_through_all_columns() -> None:
    tallies = {
        ("issue.top", NOW): Tally(58, groups={"住房物业": 15, "环境": 9}),
        ("issue.top", BEFORE): Tally(63, groups={"住房物业": 17, "环境": 30}),
        ("issue.top", YEAR_AGO): Tally(70, groups={"环境": 70}),
    }
    columns = reckoning(tallies).columns("issue.top", NOW)
    assert columns.now == Value(d("25.86"), part=d("15"), whole=d("58"), label="住房物业")
    assert seen(columns.previous.number, columns.on_previous) == (d("26.98"), d("-1.12"))
    assert seen(columns.last_year.number, columns.last_year.label) == (0, "住房物业")
    assert columns.to_date.part == 32


def test_of_equally_large_groups_the_first_stays_put() -> None:
    assert largest(Tally(4, groups={"b": 2, "a": 2})) == "a"
    assert largest(Tally()) == ""


def test_hours_are_minutes_and_change_before_rounding() -> None:
    columns = reckoning(counted("issue.hours", {NOW: 875, BEFORE: 1170})).columns("issue.hours", NOW)
    assert seen(columns.now.number, columns.previous.number) == (d("14.6"), d("19.5"))
    assert columns.on_previous == d("-25.21")
    assert reckoning(counted("issue.hours", {NOW: 75})).value("issue.hours", [NOW]).number == d("1.3")


def test_given_values_are_handed_in() -> None:
    given = {
        ("place.residents", ""): d("20136"),
        **{("cut.hours", f"2026-{m:02}"): d("26.4") for m in range(3, 12)},
    }
    known = reckoning(counted("issue.received", {NOW: 58, BEFORE: 63}), given=given)
    assert known.value("place.residents", NOW.year_to_date).number == 20136
    assert known.columns("issue.per_1000", NOW).now.number == d("2.88")
    assert known.value("cut.hours", NOW.year_to_date) == Value(d("237.6"), missing=2)
    assert known.columns("cut.hours", NOW).on_previous == 0


@given(st.lists(st.dictionaries(st.integers(0, 30), st.integers(1, 9), max_size=6), min_size=11, max_size=11))
def test_the_median_of_a_year_is_that_of_all_its_entries(months: list[dict[int, int]]) -> None:
    tallies = {
        ("issue.days", month): Tally(days=days) for month, days in zip(NOW.year_to_date, months, strict=True)
    }
    everything = [day for days in months for day, entries in days.items() for _ in range(entries)]
    found = reckoning(tallies).value("issue.days", NOW.year_to_date).number
    assert found == (Decimal(str(median(everything))) if everything else None)


@given(st.lists(st.integers(0, 400), max_size=40))
def test_the_median_of_counted_days_is_the_median(days: list[int]) -> None:
    tallied = {day: days.count(day) for day in days}
    assert median_of(tallied) == (Decimal(str(median(days))) if days else None)


def test_a_report_needs_its_year_the_year_before_and_thirteen_months() -> None:
    assert len(months_of_report(Month(2026, 12))) == 24
    assert months_of_report(Month(2026, 1)) == (*Month(2025, 12).year_to_date, Month(2026, 1))
    cut = replace(NOW, cutoff=Cutoff.DAY_25)
    assert {month.cutoff for month in months_of_report(cut)} == {Cutoff.DAY_25}
    assert cut.previous in months_of_report(cut)


@pytest.mark.parametrize(
    ("code", "value", "label", "zh", "en"),
    [
        ("task.received", Value(d("36")), None, "收到上级交办", "Assignments received"),
        ("task.per_staff", Value(d("4"), whole=d("20")), None, "人均承接（20人）", "Per staff member (20)"),
        ("task.per_staff", Value(None), None, "人均承接（—人）", "Per staff member (—)"),
        (
            "issue.top",
            Value(d("1")),
            Words("物业", "Housing"),
            "最多一类占比：物业",
            "Largest category: Housing",
        ),
    ],
)
def test_a_figure_is_named_with_what_it_speaks_of(
    code: str, value: Value, label: Words | None, zh: str, en: str
) -> None:
    assert named(FIGURES[code], value, label) == Words(zh, en)


def test_what_is_counted_against_an_empty_list_has_no_base() -> None:
    tallies = counted("task.received", {NOW: 4}) | counted("task.listed", {NOW: 0, BEFORE: 0})
    found = reckoning(tallies, empty_lists=frozenset({"duty"}))
    columns = found.columns("task.on_list", NOW)
    assert (columns.now.number, columns.to_date.number, columns.on_previous) == (None, None, None)
    assert found.value("task.listed", [NOW]).number is None
    assert found.lacking("task.on_list") == Words("未导入清单", "no duty list")
    assert found.lacking("task.received") is None
    # Somebody said of an assignment that it is on a list: then there is one, wherever it lies.
    known = reckoning(tallies | counted("task.listed", {NOW: 1}), empty_lists=frozenset({"duty"}))
    assert known.value("task.on_list", [NOW]).number == d("25.00")
    # With a list nothing on it is a number.
    assert reckoning(tallies).value("task.on_list", [NOW]).number == d("0.00")
