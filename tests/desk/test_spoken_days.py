"""What a limit is called, and when it is near: counted in working days, in one place for lists and panel."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mingbai.desk.spoken_days import Nearness, limit_words, nearness
from mingbai.domain.calendar import WorkingDays

# Thursday and Friday of this made-up week are a holiday, the Sunday after is worked on.
DAYS = WorkingDays([date(2026, 12, 3), date(2026, 12, 4)], [date(2026, 12, 6)])
FRIDAY, WEDNESDAY = date(2026, 11, 27), date(2026, 12, 2)


@pytest.mark.parametrize(
    ("today", "limit", "near"),
    [
        (FRIDAY, date(2026, 11, 26), Nearness.LATE),
        (FRIDAY, FRIDAY, Nearness.NEAR),
        (FRIDAY, date(2026, 11, 29), Nearness.NEAR),  # the weekend between counts as no day
        (FRIDAY, date(2026, 12, 1), Nearness.NEAR),
        (FRIDAY, datetime(2026, 12, 1, 23, 59), Nearness.NEAR),
        (FRIDAY, date(2026, 12, 2), Nearness.FAR),
        (WEDNESDAY, date(2026, 12, 5), Nearness.NEAR),
        (WEDNESDAY, date(2026, 12, 7), Nearness.NEAR),  # the shifted Sunday and the Monday
        (WEDNESDAY, date(2026, 12, 8), Nearness.FAR),
    ],
)
def test_one_or_two_working_days_are_near_in_lists_and_in_the_panel(
    today: date, limit: date, near: Nearness
) -> None:
    assert nearness(limit, today, DAYS) is near
    assert limit_words(limit, today, DAYS).nearness is near


def test_a_limit_is_called_by_its_day_and_how_far_it_is() -> None:
    said = [limit_words(date(2026, 11, day), FRIDAY, DAYS).words.zh for day in (26, 27, 28, 30)]
    assert said == [
        "11-26 周四，逾期 1 天",
        "11-27 周五，今天",
        "11-28 周六，明天",
        "11-30 周一，还有 3 天",
    ]
