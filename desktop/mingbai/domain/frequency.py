"""How often something is asked for."""

from __future__ import annotations

from mingbai.domain.choice import Choice


class Frequency(Choice, narrow=True):
    """How often something is asked for, with the number of times a year."""

    DAILY = "daily", "每日", "Daily", "日报", "每天"
    WEEKLY = "weekly", "每周", "Weekly", "周报"
    MONTHLY = "monthly", "每月", "Monthly", "月报"
    QUARTERLY = "quarterly", "每季", "Quarterly", "季报", "每季度"
    HALF_YEARLY = "half_yearly", "每半年", "Half-yearly", "半年报"
    YEARLY = "yearly", "每年", "Yearly", "年报"
    IRREGULAR = "irregular", "不定期", "Irregular"

    @property
    def times_a_year(self) -> int | None:
        """Occurrences in a year; daily counts working days; None where nobody can say."""
        return TIMES_A_YEAR.get(self)


TIMES_A_YEAR = {
    Frequency.DAILY: 250,
    Frequency.WEEKLY: 52,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.HALF_YEARLY: 2,
    Frequency.YEARLY: 1,
}
"""The most frequent first."""
_BY_TIMES = {times: often for often, times in TIMES_A_YEAR.items()}


def frequency_of(times: int | None) -> Frequency | None:
    """The frequency that so many times a year are; of other numbers none says when it comes."""
    return _BY_TIMES.get(times or 0)


def frequency_within(times: int | None) -> Frequency | None:
    """The highest frequency that comes at most so many times a year."""
    return next((often for often, n in TIMES_A_YEAR.items() if n <= (times or 0)), None)
