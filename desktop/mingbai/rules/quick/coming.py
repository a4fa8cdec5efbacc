"""A bare weekday with an hour that is over: who calls to Monday 2 pm on a Thursday means the next Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mingbai.domain.calendar_names import WEEKDAY_EN, WEEKDAY_ZH
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.pattern import pattern
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.task import TASKS
from mingbai.rules.quick.quick import Quick
from mingbai.rules.said_days import days_said, same_signs

_DATED = {register.code: register.dated for register in (MEETINGS, INSPECTIONS, RECEPTIONS)} | {
    TASKS.code: "due_on"
}
_BARE = pattern(rf"(?:on\s+)?(?:{WEEKDAY_ZH}|{WEEKDAY_EN})")
_LIMIT = pattern("前|止|期")
_HELD = frozenset(("minutes", "people", "visitors", "hosts", "guests"))
"""Who knows how long it took or who was there tells of what has been."""


def coming(quick: Quick, now: datetime) -> Quick:
    """The line with such a day a week later; a limit (周四下午2点前) and what was held keep theirs."""
    part = quick.fields.get(_DATED.get(quick.register, ""))
    if part is None or _HELD & quick.fields.keys():
        return quick
    hour = _hour_of(same_signs(quick.text[part.start : part.end]), now.date())
    if hour is None:
        return quick
    day = date.fromisoformat(part.value[:10])
    if not timedelta() < now - datetime.combine(day, hour) < timedelta(days=7):
        return quick
    later = replace(part, value=f"{day + timedelta(days=7)}{part.value[10:]}")
    return replace(quick, parts=tuple(later if one is part else one for one in quick.parts))


def _hour_of(words: str, today: date) -> time | None:
    """The hour that stands with a bare weekday."""
    if _BARE.match(words) is None or _LIMIT.search(words):
        return None
    said = days_said(words, today, None)
    return time.fromisoformat(said[0].time) if len(said) == 1 and said[0].time else None
