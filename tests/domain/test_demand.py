"""Times a year and periods, there and back."""

from __future__ import annotations

import pytest

from mingbai.domain.demand import Period, period_of, period_within


@pytest.mark.parametrize("period", Period)
def test_a_period_is_found_again_by_its_times_a_year(period: Period) -> None:
    times = period.times_a_year
    found = None if times is None else period
    assert (period_of(times), period_within(times)) == (found, found)


@pytest.mark.parametrize(
    ("times", "within"),
    [
        (365, Period.DAILY),
        (53, Period.WEEKLY),
        (24, Period.MONTHLY),
        (3, Period.HALF_YEARLY),
        (0, None),
        (-1, None),
    ],
)
def test_other_numbers_are_no_period_and_lie_above_one(times: int, within: Period | None) -> None:
    assert period_of(times) is None
    assert period_within(times) is within
