"""The lunar calendar of the years near: 正月初一, 腊月二十三. In other years no day is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_LENGTHS = {"大": 30, "小": 29}


@dataclass(frozen=True, slots=True)
class _Year:
    first: date
    months: str
    """Whether each has thirty days or one less, as almanacs say it; a leap month stands behind its namesake."""
    leap: int = 0


_YEARS = {
    2025: _Year(date(2025, 1, 29), "大小大小小大小大小大大大小", leap=6),
    2026: _Year(date(2026, 2, 17), "大小大小小大小小大大大小"),
    2027: _Year(date(2027, 2, 6), "大大小大小小大小小大大小"),
    2028: _Year(date(2028, 1, 26), "大大大小大小小大小小大大小", leap=5),
    2029: _Year(date(2029, 2, 13), "大大小大小大小大小小大大"),
    2030: _Year(date(2030, 2, 3), "小大小大大小大小大小大小"),
}
LUNAR_YEARS = range(min(_YEARS), max(_YEARS) + 1)


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of a lunar date, not of a leap month; None where the month has no such day or the year is not known."""
    known = _YEARS.get(year)
    if known is None or not 1 <= month <= 12:
        return None
    at = month - 1 + (0 < known.leap < month)
    if not 1 <= day <= _LENGTHS[known.months[at]]:
        return None
    before = sum(_LENGTHS[length] for length in known.months[:at])
    return known.first + timedelta(days=before + day - 1)
