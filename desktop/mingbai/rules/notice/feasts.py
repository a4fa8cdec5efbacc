"""Days that stand before or after a public holiday: 元旦前一天, 清明放假前最后一个工作日, 节后第一个工作日."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.said_days import Said

_FIXED = {"元旦": (1, 1), "五一": (5, 1), "劳动": (5, 1), "国庆": (10, 1), "十一": (10, 1), "清明": (4, 5)}
"""Those that come on the same day; of the others the sun's year does not tell, and no day is read."""
_BEFORE = pattern(
    r"(?P<feast>元旦|五一|劳动(?=节)|国庆|清明|十一(?=放假|长假|假期))节?(?:放假|长假|假期|假)?(?:之?前的?(?:最后[一1]个?(?P<work>工作日)|[头一]?[一1][天日])|[头前][一1][天日])"
)


_AFTER = pattern(
    r"(?P<feast>元旦|春节|清明|五一|劳动|端午|中秋|国庆|十一)?(?:节|长?假|收假|假期)(?:之?后|结束后)?的?(?:(?<=后)的?)?(?:(?:上班)?(?:的)?(?:第[一1]个?工作日|[头第][一1]天)(?:上班)?|上班后?的?(?:第[一1]天|头[一1]天))"
)
_FAR = 60
"""A holiday that lies further ahead is not meant."""
_LONG = 3
"""So many days off make a holiday, or a day off within the week."""


def days_after_feasts(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Every 节后第一个工作日 of a folded text: the first working day after the holiday that comes, or that is."""
    if working is None or not working.known(today):
        return
    for found in _AFTER.finditer(same):
        if found["feast"] in _FIXED:
            month, number = _FIXED[found["feast"]]
            feast = date(today.year, month, number)
            if feast + timedelta(days=_LONG) < today:
                continue
            first: date | None = feast
        elif found["feast"]:
            continue
        else:
            first = _next_holiday(today, working)
        if first is not None and working.known(first):
            day = working.due_moved(first)
            if day > today:
                yield Said(*found.span(), day)


def _next_holiday(today: date, working: WorkingDays) -> date | None:
    """A day of the holiday that comes next."""
    for ahead in range(_FAR):
        day = today + timedelta(days=ahead)
        off = [not working.is_working(day + timedelta(days=more)) for more in range(_LONG)]
        if off[0] and (day.weekday() < 5 or all(off)):
            return day
    return None


def days_before_feasts(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Every 元旦前一天 of a folded text, and every last working day before such a holiday."""
    for found in _BEFORE.finditer(same):
        month, number = _FIXED[found["feast"]]
        feast = date(today.year, month, number)
        if feast <= today:
            feast = feast.replace(year=today.year + 1)
        eve = feast - timedelta(days=1)
        if found["work"]:
            if working is None or not working.known(eve):
                continue
            eve = working.last_by(eve)
        elif found["feast"] == "清明":
            # Its feast moves between the 4th and the 5th.
            continue
        if eve >= today:
            yield Said(*found.span(), eve)
