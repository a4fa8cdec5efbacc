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
from mingbai.rules.said_days import Said, days_said


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
    last: Place | None = None
    for number, said in enumerate(named):
        start = stops[bisect_right(stops, said.start) - 1]
        after = named[number + 1].start if number + 1 < len(named) else len(text)
        stop = stops[min(bisect_left(stops, said.end), len(stops) - 1)]
        place = Place(
            said,
            text,
            text[max(start, said.start - NEAR) : said.start],
            text[said.end : min(stop, said.end + NEAR)].rstrip("。；;！!？?\n\r"),
            after,
            wrote,
        )
        if said.clock and last is not None:
            if start <= last.said.start and not arrives(place):
                _add_time(found, last, said, begin)
            continue
        if said.clock and not clock_counts(place):
            continue
        if not said.clock:
            last = place
        role = role_of(place)
        day = said.since if said.since is not None and role in BEGINS else said.day
        if role > Role.NOTHING and day >= today:
            span = (begin + said.start, begin + said.end)
            found.append(Due(role, day, said.time, *span, span if said.time else None, said.clock))
    return found


def _add_time(found: list[Due], last: Place, said: Said, begin: int) -> None:
    """A time after its day: 周五前报，最晚下午5点."""
    if found and found[-1].start == begin + last.said.start and found[-1].time is None:
        found[-1] = replace(found[-1], time=said.time, time_span=(begin + said.start, begin + said.end))
