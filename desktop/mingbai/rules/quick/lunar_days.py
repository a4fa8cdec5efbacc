"""Days of the lunar calendar as people type them: 腊月二十三, 冬月初一, 农历九月初九.

正月, 冬月 and 腊月 are months of no other calendar, and 初 and 廿 begin no day of another one; 八月十五 may be either, so it is read
only where 农历 says which.
"""

from __future__ import annotations

from datetime import date, timedelta

from mingbai.domain.lunar import lunar_day
from mingbai.domain.numerals import ONES_ZH
from mingbai.domain.pattern import pattern
from mingbai.rules.days_meant_zh import counted

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_MONTH = rf"(?:[正冬腊]|十[一二]?|[{ONES_ZH}])"
_LUNAR_ALONE = rf"(?:初[{ONES_ZH}十]|廿[{ONES_ZH}]?)"
_DAY = rf"(?:{_LUNAR_ALONE}|二十[{ONES_ZH}]?|三十|十[{ONES_ZH}]?|\d{{1,2}}(?!\d))"
LUNAR_ZH = rf"(?:[农阴]历的?(?:{_MONTH}|\d{{1,2}})月{_DAY}|[正冬腊]月{_DAY}|{_MONTH}月{_LUNAR_ALONE})(?![个户家人份件名条{ONES_ZH}])"
"""A day of that calendar; 十二月初五个人 is none."""
_LUNAR = pattern(LUNAR_ZH)
_PARTS = pattern(rf"(?:[农阴]历的?)?(?P<month>{_MONTH}|\d{{1,2}})月(?P<day>{_DAY})")
_FAR = timedelta(days=300)
"""One that lies further ahead has just gone by."""


def lunar_said(said: str, today: date) -> tuple[date, int] | None:
    """The day to come that words begin with, and where it ends in them."""
    whole = _LUNAR.match(said)
    found = _PARTS.match(said) if whole is not None else None
    if whole is None or found is None:
        return None
    month = _MONTHS.get(found["month"]) or counted(found["month"])
    number = counted(found["day"].removeprefix("初").replace("廿", "二十"))
    days = (lunar_day(today.year + more, month, number) for more in (-1, 0, 1))
    day = next((day for day in days if day is not None and today <= day < today + _FAR), None)
    return (day, whole.end()) if day is not None else None
