"""Who comes this week and what is called this week: inspections, official visits, meetings, as lines of an agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from mingbai.desk.lines import (
    Group,
    Line,
    Names,
    Opening,
    Shape,
    Tone,
    aside_of,
    by_the_hour,
    day_of,
    joined,
    near_hour,
    title_of,
)
from mingbai.desk.spoken_days import near_day
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.filter import Filter, Op, Where, both, equals, one_of
from mingbai.domain.inspection import A_DAY, A_MONTH, A_WEEK, INSPECTIONS, LIMITED_BY
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.rule import RULES
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.blocks import Order, asked_condition, asked_count, asked_entries, block
from mingbai.ledger.ledger import Entry, Ledger

VISITORS = Words("本周来访", "Visitors this week")
VISITORS_BY = Words("到下一个工作日来访", "Visitors by the next working day")
MEETINGS_NEXT = Words("本周的会", "Meetings this week")
MEETINGS_BY = Words("到下一个工作日的会", "Meetings by the next working day")
PERSONS = Words("{n} 人", "{n} people")
SAME_DAY = Words("{day}，同一天 {n} 拨", "{day}, {n} on one day")
SO_FAR = Words("检查本周 {week} 次，本月 {month} 次", "Inspections: {week} this week, {month} this month")
OVER_DAY = Words("{day}有 {n} 次检查，一天 {most} 次为限", "{n} inspections {day}; the limit is {most} a day")
OVER_WEEK = Words(
    "本周有 {n} 次检查，一周 {most} 次为限", "{n} inspections this week; the limit is {most} a week"
)
OVER_MONTH = Words(
    "本月有 {n} 次检查，一月 {most} 次为限", "{n} inspections this month; the limit is {most} a month"
)
OF_MOST = Words(
    "检查本周 {week} 次，限 {a_week} 次；本月 {month} 次，限 {a_month} 次",
    "Inspections: {week} of {a_week} this week, {month} of {a_month} this month",
)


def visitor_group(ledger: Ledger, today: date, names: Names, working: WorkingDays) -> Group:
    """Inspections and official visits of the days ahead; two on one day, and more than the rule lets, are said."""
    monday, sunday = _week(today)
    until = max(sunday, working.add(today, 1))
    called = VISITORS if until == sunday else VISITORS_BY
    coming = sorted(
        (
            entry
            for register in (INSPECTIONS, RECEPTIONS)
            for entry in _between(ledger, register, today, until, today)
        ),
        key=_day,
    )
    on_one_day = Counter(_day(entry) for entry in coming)
    lines = tuple(_line(entry, today, names, on_one_day[_day(entry)]) for entry in coming)
    if not lines:
        return Group("visitors", called, ())
    week = _count(ledger, INSPECTIONS, monday, sunday, today)
    first = today.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    month = _count(ledger, INSPECTIONS, first, last, today)
    inspections = [_day(entry) for entry in coming if entry.register is INSPECTIONS]
    limited = _is_limited(ledger, today)
    over = _over(inspections, week, month, today) if limited else None
    if over is not None:
        lines += (Line("limit", Shape.FLAG, over, tone=Tone.SOON),)
    elif week:
        said = (OF_MOST if limited else SO_FAR).format(week=week, month=month, a_week=A_WEEK, a_month=A_MONTH)
        lines += (Line("limit", Shape.EYE, said, quiet=True),)
    openings = tuple(
        Opening(register.words, count, register.code, f"{register.dated}>={today} {register.dated}<={until}")
        for register in (INSPECTIONS, RECEPTIONS)
        if (count := sum(entry.register is register for entry in coming))
    )
    return Group("visitors", called, lines, openings, len(coming))


def meeting_group(ledger: Ledger, today: date, names: Names, working: WorkingDays) -> Group:
    """Meetings of this week that are still to come, and before a weekend those of the next working day."""
    _, sunday = _week(today)
    until = max(sunday, working.add(today, 1))
    coming = by_the_hour(_between(ledger, MEETINGS, today, until, today), MEETINGS.dated)
    lines = tuple(_line(entry, today, names, 1) for entry in coming)
    where = f"held_on>={today} held_on<={until}"
    return Group(
        "meetings",
        MEETINGS_NEXT if until == sunday else MEETINGS_BY,
        lines,
        (Opening(MEETINGS.words, len(lines), MEETINGS.code, where),),
        len(lines),
    )


SHAPES = {INSPECTIONS.code: Shape.EYE, RECEPTIONS.code: Shape.PERSON, MEETINGS.code: Shape.MEETING}
COUNTED_BY = {INSPECTIONS.code: "visitors", RECEPTIONS.code: "guests", MEETINGS.code: "people"}


def _line(entry: Entry, today: date, names: Names, on_one_day: int) -> Line:
    n = entry.stored[COUNTED_BY[entry.register.code]]
    people = PERSONS.format(n=n) if n else NO_WORDS
    day = near_hour(entry, entry.register.dated, today)
    clash = on_one_day > 1
    return Line(
        f"{entry.register.code} {entry.uid}",
        SHAPES[entry.register.code],
        title_of(entry, names),
        joined(aside_of(entry, names), people),
        SAME_DAY.format(day=day, n=on_one_day) if clash else day,
        Tone.SOON if clash else Tone.PLAIN,
        entry=entry,
    )


def _over(coming: Iterable[date], week: int, month: int, today: date) -> Words | None:
    """The narrowest limit that is passed."""
    for day, n in sorted(Counter(coming).items()):
        if n > A_DAY:
            return OVER_DAY.format(day=near_day(day, today), n=n, most=A_DAY)
    if week > A_WEEK:
        return OVER_WEEK.format(n=week, most=A_WEEK)
    if month > A_MONTH:
        return OVER_MONTH.format(n=month, most=A_MONTH)
    return None


def _is_limited(ledger: Ledger, today: date) -> bool:
    return bool(asked_entries(ledger, RULES, both(one_of("code", *LIMITED_BY), equals("in_use", 1)), today))


def _week(today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)


def _day(entry: Entry) -> date:
    return day_of(entry, entry.register.dated)


def _span(register: Register[Any], first: date, last: date) -> Filter:
    dated = register.dated
    return both(
        Where(dated, Op.AT_LEAST, first.isoformat()),
        Where(dated, Op.AT_MOST, last.isoformat()),
    )


def _between(ledger: Ledger, register: Register[Any], first: date, last: date, today: date) -> list[Entry]:
    condition = asked_condition(ledger, register, _span(register, first, last), today)
    return block(ledger, register, condition, Order(register.dated)).entries


def _count(ledger: Ledger, register: Register[Any], first: date, last: date, today: date) -> int:
    return asked_count(ledger, register, _span(register, first, last), today)
