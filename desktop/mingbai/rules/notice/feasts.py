"""Days that stand before a public holiday: 元旦前一天, 清明放假前最后一个工作日, 国庆前."""

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


def days_before_feasts(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Every such day of a folded text."""
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
