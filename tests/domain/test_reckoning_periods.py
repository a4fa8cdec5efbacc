"""Figures of a quarter and a year: held against their definitions over all of its days, entry by entry."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.plain import TODAY, create, fill, rows, tally
from tests.ledger.test_counting import READ, REGISTERS_USED, TARGETS, WORKING

from mingbai.domain.figure import Duration, Flow, Of, Overlap, Stock, Tally, Top, Value
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.period import Quarter, ReportPeriod, Year
from mingbai.domain.reckoning import Reckoning, months_of_report
from mingbai.ledger.counting import tallies

LEDGERS = st.fixed_dictionaries(
    {
        **{code: rows(code, 8, READ) for code in REGISTERS_USED},
        **{code: rows(code, 3, READ) for code in TARGETS},
    }
)
PERIODS: list[ReportPeriod] = [Quarter(2023, 4), Quarter(2024, 1), Year(2023), Year(2024), Quarter(2025, 1)]
LONG_AGO = date.min
SUMMED = [
    figure
    for figure in FIGURES.values()
    # What depends on the end of each month, or on its own days' limits, is the sum of months by definition.
    if not (isinstance(figure, Flow) and figure.not_yet)
]


def half_up(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0


def defined(figure: Any, entries: Any, period: ReportPeriod) -> Decimal | None:
    """A figure over the days of a period at once, from its definition; None for those of parts."""
    # A period has the first and last day that the plain definition asks a month for.
    found = tally(figure, entries, period, WORKING)  # type: ignore[arg-type]
    match figure:
        case Flow():
            return half_up(Decimal(found.number) / figure.per, figure.unit.decimals)
        case Stock() | Overlap():
            return half_up(Decimal(found.number), figure.unit.decimals)
        case Duration():
            days = list(Counter(found.days).elements())
            return half_up(Decimal(str(median(days))), figure.unit.decimals) if days else None
        case Top(of=Of.DIFFERENT):
            return None if found.number and not found.groups else Decimal(len(found.groups or {}))
        case Top(of=Of.LARGEST):
            groups = found.groups or {}
            if not groups:
                return None
            most = max(groups.values())
            return half_up(Decimal(most * 100) / found.number, 2) if figure.share else Decimal(most)
    return None


@pytest.mark.parametrize("cutoff", Cutoff)
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_a_longer_period_is_counted_as_its_days_say(period: ReportPeriod, cutoff: Cutoff) -> None:
    period = replace(period, cutoff=cutoff)
    connection = sqlite3.connect(":memory:")
    create(connection)

    def asked(sql: str, values: Any) -> list[tuple[Any, ...]]:
        return connection.execute(sql, values).fetchall()

    @settings(max_examples=12)
    @given(LEDGERS)
    def check(entries: Any) -> None:
        fill(connection, entries)
        figures = list(FIGURES.values())
        found = tallies(asked, figures, months_of_report(period), WORKING, TODAY)
        begun = dict.fromkeys(REGISTERS_USED, LONG_AGO)
        reckoning = Reckoning(FIGURES, found, begun=begun)
        for figure in SUMMED:
            if not isinstance(figure, Flow | Stock | Duration | Overlap | Top):
                continue
            if isinstance(figure, Top) and figure.of is Of.REPEATED:
                continue
            columns = reckoning.columns(figure.code, period)
            wanted = defined(figure, entries, period)
            largest = isinstance(figure, Top) and figure.of is Of.LARGEST
            if largest and wanted is None:
                continue  # then the group of the year to date is spoken of
            assert columns.now.number == wanted, figure.code
            if not largest:
                assert columns.previous.number == defined(figure, entries, period.previous), figure.code
                assert columns.last_year.number == defined(figure, entries, period.same_last_year)

    check()
    connection.close()


def seen(*values: object) -> tuple[object, ...]:
    return values


def counted(code: str, numbers: dict[Month, int]) -> dict[tuple[str, Month], Tally]:
    return {(code, month): Tally(number) for month, number in numbers.items()}


def test_a_quarter_is_compared_with_the_last_one_and_with_the_same_one_last_year() -> None:
    numbers = {
        Month(2026, 10): 10,
        Month(2026, 12): 5,
        Month(2026, 7): 20,
        Month(2025, 11): 60,
        Month(2026, 1): 1,
    }
    begun = {"task": date(2024, 1, 1)}
    columns = Reckoning(FIGURES, counted("task.received", numbers), begun=begun).columns(
        "task.received", Quarter(2026, 4)
    )
    values = (columns.now, columns.previous, columns.last_year, columns.to_date, columns.last_to_date)
    assert [value.number for value in values] == [15, 20, 60, 36, 60]
    changes = (columns.on_previous, columns.on_last_year, columns.on_last_to_date)
    assert list(changes) == [Decimal("-25.00"), Decimal("-75.00"), Decimal("-40.00")]


def test_a_quarter_of_which_a_month_is_unknown_is_no_base_unless_it_was_typed_whole() -> None:
    numbers = counted("task.received", {Month(2025, 12): 3, Month(2026, 2): 4})
    begun = {"task": date(2025, 12, 3)}
    first = Quarter(2026, 1)
    unknown = Reckoning(FIGURES, numbers, begun=begun).columns("task.received", first)
    assert seen(unknown.now.number, unknown.previous.number, unknown.on_previous) == (4, None, None)
    typed = Reckoning(FIGURES, numbers, past={("task.received", "2025-Q4"): Decimal(16)}, begun=begun)
    assert typed.columns("task.received", first).previous == Value(Decimal(16), typed=True)
    assert typed.columns("task.received", first).on_previous == Decimal("-75.00")
    months = {("task.received", f"2025-{number}"): Decimal(number) for number in (10, 11)}
    both = Reckoning(FIGURES, numbers, past=months, begun=begun).columns("task.received", first)
    assert both.previous == Value(Decimal(24), typed=True)


def test_the_official_visits_of_a_year_fall_as_the_town_told_it() -> None:
    past = {("reception.cost", "2025"): Decimal(15767300)}
    cost = counted("reception.cost", {Month(2026, 3): 100_000_000, Month(2026, 11): 85_740_000})
    reckoning = Reckoning(FIGURES, cost, past=past, begun={"reception": date(2026, 1, 4)})
    columns = reckoning.columns("reception.cost", Year(2026))
    assert columns.now.number == Decimal("1857400.00")
    assert columns.previous.number == Decimal("15767300.00")
    assert columns.on_previous == Decimal("-88.22")


def test_a_zero_base_is_told_and_gives_no_change() -> None:
    numbers = counted("task.received", {Month(2026, 10): 3})
    reckoning = Reckoning(FIGURES, numbers, begun={"task": date(2024, 1, 1)})
    columns = reckoning.columns("task.received", Quarter(2026, 4))
    assert seen(columns.previous.number, columns.on_previous, columns.base_is_zero) == (0, None, True)


def test_an_empty_ledger_says_nothing_of_a_year() -> None:
    for code in FIGURES:
        columns = Reckoning(FIGURES, {}).columns(code, Year(2026))
        assert {columns.now.number, columns.previous.number, columns.on_previous} == {None}, code


def test_the_months_of_a_report_hold_all_its_columns() -> None:
    for period in (Quarter(2026, 1), Quarter(2026, 4), Year(2026), Month(2026, 1)):
        months = set(months_of_report(period))
        before = period.same_last_year
        for wanted in (period.months, period.previous.months, before.months, period.year_to_date):
            assert months >= set(wanted)
        assert months >= set(before.year_to_date)
