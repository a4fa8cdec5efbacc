"""Times a year and periods, there and back."""

from __future__ import annotations

import pytest

from mingbai.domain.frequency import Frequency, frequency_of, frequency_within


@pytest.mark.parametrize("period", Frequency)
def test_a_period_is_found_again_by_its_times_a_year(period: Frequency) -> None:
    times = period.times_a_year
    found = None if times is None else period
    assert (frequency_of(times), frequency_within(times)) == (found, found)


@pytest.mark.parametrize(
    ("times", "within"),
    [
        (365, Frequency.DAILY),
        (53, Frequency.WEEKLY),
        (24, Frequency.MONTHLY),
        (3, Frequency.HALF_YEARLY),
        (0, None),
        (-1, None),
    ],
)
def test_other_numbers_are_no_period_and_lie_above_one(times: int, within: Frequency | None) -> None:
    assert frequency_of(times) is None
    assert frequency_within(times) is within
