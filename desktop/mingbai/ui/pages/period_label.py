"""A period in few letters."""

from __future__ import annotations

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.words import Words


def period_label(period: ReportPeriod, this_year: int) -> Words:
    """A period in few letters: its year only where it is another one."""
    if not isinstance(period, Month):
        return period.short if period.year == this_year else period.words
    zh = f"{period.number}月" if period.year == this_year else f"{period.year}年{period.number}月"
    short = MONTH_NAMES[period.number - 1][:3]
    return Words(zh, short if period.year == this_year else f"{short} {period.year}")
