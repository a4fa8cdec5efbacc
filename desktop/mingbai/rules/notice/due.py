"""Which of the days that a notice names is the one until which something must be done."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.notice.roles import BEGINS, Place, Role, arrives, clock_counts, role_of
from mingbai.rules.said_days import days_said


@dataclass(frozen=True, slots=True)
class Due:
    """A day and a time that may be the due date, and where they stand."""

    role: Role
    day: date
    time: str | None
    start: int
    end: int
    time_span: tuple[int, int] | None = None
    clock: bool = False
    """Whether only a time is named."""


_STOP = pattern(r"[。；;！!？?\n\r]|\.(?=\s|$)|(?<=[^\d])\.(?=[^\d\w])")


NEAR = 160
"""So many signs beside a day say what it is named for."""


def dues(same: str, today: date, working: WorkingDays | None) -> list[Due]:
    """Every day of a folded text that may be its due date, in the order of the text."""
    found: list[Due] = []
    for start, end, wrote in messages(same, today):
        found += _dues(same, start, end, wrote, today, working)
    return found


def due_of(found: Sequence[Due]) -> Due | None:
    """The one that is the due date: of the highest role the first that comes; None where nothing is sure."""
    sure = [due for due in found if due.role > Role.NOTHING]
    if not sure:
        return None
    highest = max(due.role for due in sure)
    if highest in (Role.CHANGED, Role.MOVED):
        return [due for due in sure if due.role is highest][-1]
    return min((due for due in sure if due.role is highest), key=lambda due: (due.day, due.time or "99"))


# --- Messages in a row -------------------------------------------------------------------------

_DATED = (
    r"(?:(?P<y>20\d\d)[-/.年])?(?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?:\s*(?:周|星期)[一二三四五六日天])?"
    r"\s*(?:[上下]午|晚上|早上|中午)?\s*\d{1,2}:\d\d(?::\d\d)?"
)
_HEAD = pattern(
    rf"^[ \t>]*[\[【(]?(?:[^\s\d，。,:：]{{1,12}}[ \t]*[:：]?[ \t]+)?{_DATED}[\])】]?[ \t]*[^\s\d，。,:：]{{0,12}}[ \t]*(?:[:：]|$)",
    re.MULTILINE,
)


def messages(same: str, today: date) -> Iterator[tuple[int, int, date]]:
    """The messages of a text that was forwarded: from, to, and the day each was written."""
    at, wrote = 0, today
    for head in _HEAD.finditer(same):
        try:
            day = date(int(head["y"] or today.year), int(head["m"]), int(head["d"]))
        except ValueError:
            continue
        if not head["y"] and day > today:
            # Nobody forwards what will be written: this is a time, not a head.
            continue
        yield at, head.start(), wrote
        at, wrote = head.end(), min(day, today)
    yield at, len(same), wrote


# --- What a day is named for -------------------------------------------------------------------


def _dues(
    same: str, begin: int, end: int, wrote: date, today: date, working: WorkingDays | None
) -> list[Due]:
    text = same[begin:end]
    stops = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    named = days_said(text, wrote, working)
    found: list[Due] = []
    clocks: list[Place] = []
    for number, said in enumerate(named):
        start = stops[bisect_right(stops, said.start) - 1]
        stop = stops[min(bisect_left(stops, said.end), len(stops) - 1)]
        after = named[number + 1].start if number + 1 < len(named) else len(text)
        left = text[max(start, said.start - NEAR) : said.start]
        right = text[said.end : min(stop, said.end + NEAR)].rstrip("。；;！!？?\n\r")
        place = Place(said, text, left, right, after, wrote, start)
        if said.clock:
            clocks.append(place)
            continue
        role = role_of(place)
        begins = said.since is not None and role in BEGINS
        day, time = (said.since or said.day, said.since_time) if begins else (said.day, said.time)
        if role > Role.NOTHING and day >= today:
            span = (begin + said.start, begin + said.end)
            found.append(Due(role, day, time, *span, span if time else None))
    dated = tuple(found)
    for place in clocks:
        if dated:
            _add_time(found, place, begin)
        elif clock_counts(place) and (role := role_of(place)) > Role.NOTHING:
            span = (begin + place.said.start, begin + place.said.end)
            found.append(Due(role, place.said.day, place.said.time, *span, span, clock=True))
    return [due for due in found if due.day >= today]


def _add_time(found: list[Due], clock: Place, begin: int) -> None:
    """A time beside its day: 周五前报，最晚下午5点; 会议9:00开始（11月25日）."""
    if clock.said.until and arrives(clock):
        return
    stood, said = begin + clock.sentence, clock.said
    for at, due in enumerate(found):
        if stood <= due.start <= begin + said.end + len(clock.right) and due.time is None:
            span = (begin + said.start, begin + said.end)
            found[at] = replace(due, time=said.time, time_span=span)
            return
