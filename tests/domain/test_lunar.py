"""The lunar calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mingbai.domain.lunar import LUNAR_YEARS, lunar_day


@pytest.mark.parametrize(
    ("year", "month", "day", "meant"),
    [
        (2026, 1, 1, date(2026, 2, 17)),
        (2026, 8, 15, date(2026, 9, 25)),
        # A leap month lies before these, and behind those.
        (2025, 9, 9, date(2025, 10, 29)),
        (2025, 5, 5, date(2025, 5, 31)),
        (2028, 5, 5, date(2028, 5, 28)),
        (2028, 9, 9, date(2028, 10, 26)),
        (2026, 12, 29, date(2027, 2, 5)),
    ],
)
def test_a_lunar_date_is_this_day(year: int, month: int, day: int, meant: date) -> None:
    assert lunar_day(year, month, day) == meant


@pytest.mark.parametrize("given", [(2026, 12, 30), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (1999, 1, 1)])
def test_what_is_no_date_is_none(given: tuple[int, int, int]) -> None:
    assert lunar_day(*given) is None


@pytest.mark.parametrize("year", LUNAR_YEARS[:-1])
def test_a_year_ends_where_the_next_begins(year: int) -> None:
    last = lunar_day(year, 12, 30) or lunar_day(year, 12, 29)
    assert last is not None
    assert last + timedelta(days=1) == lunar_day(year + 1, 1, 1)
