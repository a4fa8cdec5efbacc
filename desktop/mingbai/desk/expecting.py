"""Occurrences of recurring assignments in an agenda: this week's, and earlier ones nobody recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from mingbai.desk.lines import Group, Line, Names, Shape, joined
from mingbai.desk.recurring import Expected, expected
from mingbai.desk.spoken_days import near_day, period_words, rhythm_words
from mingbai.domain.absence import ABSENCES
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.filter import Op, Where, both, filled
from mingbai.domain.occurrence import occurrence
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order, asked_condition, block
from mingbai.ledger.ledger import Entry, Ledger

MOST_EXPECTED = 20

THIS_WEEK = Words("这周该来的", "Expected this week")
EARLIER = Words("以前该来，还没记的", "Expected earlier, not recorded yet")
HOW = Words("来了按 Enter，没来按 Delete，就是凭据", "Enter: it came. Delete: it did not.")
CAME = Words("来了", "came")
STAYED_AWAY = Words("没来", "did not come")
TITLE = Words("{title}（{period}）", "{title} ({period})")
CAME_SAID = Words("来了：{what}", "Came: {what}")
STAYED_AWAY_SAID = Words("没来：{what}", "Did not come: {what}")


def expected_groups(ledger: Ledger, today: date, names: Names) -> tuple[Group, Group]:
    """This week's occurrences, waiting ones first, and those that were due before it and wait still."""
    monday = today - timedelta(days=today.weekday())
    demands = {entry.uid: entry for entry in ledger.entries(DEMANDS)}
    waiting = expected(ledger, today) if demands else []
    week = [one for one in waiting if one.due_on >= monday]
    earlier = [one for one in waiting if one.due_on < monday]
    settled = _settled(ledger, today, monday, names, demands) if demands else []
    lines = [_line(one, today, names) for one in week[:MOST_EXPECTED]]
    return (
        Group("expected", THIS_WEEK, (*lines, *settled), count=len(week), hint=HOW),
        Group(
            "earlier",
            EARLIER,
            # The latest first: one still knows whether it came.
            tuple(_line(one, today, names) for one in reversed(earlier[-MOST_EXPECTED:])),
            count=len(earlier),
        ),
    )


def expected_words(one: Expected, today: date) -> Words:
    """What an occurrence is called: 垃圾分类周报（第48周）."""
    demand: Demand = one.demand.record
    return TITLE.format(title=demand.title, period=period_words(one.occurrence, today))


def _line(one: Expected, today: date, names: Names) -> Line:
    demand: Demand = one.demand.record
    return Line(
        f"{one.demand.uid} {one.occurrence.key}",
        Shape.EXPECTED,
        expected_words(one, today),
        joined(names.of(demand.department), rhythm_words(one.occurrence.period, one.due_day)),
        near_day(one.due_on, today) if one.due_on != today else Words("今天", "today"),
        entry=one.demand,
        expected=one,
        quiet=True,
    )


def _settled(
    ledger: Ledger, today: date, monday: date, names: Names, demands: dict[Uid, Entry]
) -> list[Line]:
    """What of a rhythm was recorded this week, as come or not."""
    found = []
    for register, dated, said, shape in (
        (TASKS, "received_on", CAME, Shape.CAME),
        (ABSENCES, "noted_on", STAYED_AWAY, Shape.STAYED_AWAY),
    ):
        for entry in _since(ledger, register, dated, monday, today)[:MOST_EXPECTED]:
            demand = demands.get(Uid(str(entry.stored["demand"])))
            if demand is not None:
                found.append(_settled_line(entry, demand, said, shape, today, names))
    return found[:MOST_EXPECTED]


def _since(ledger: Ledger, register: Register[Any], dated: str, monday: date, today: date) -> list[Entry]:
    wanted = both(filled("demand"), filled("period_key"), Where(dated, Op.AT_LEAST, monday.isoformat()))
    return block(
        ledger, register, asked_condition(ledger, register, wanted, today), Order(dated, descending=True)
    ).entries


def _settled_line(entry: Entry, demand: Entry, said: Words, shape: Shape, today: date, names: Names) -> Line:
    from mingbai.domain.period_key import key_frequency, key_words

    record: Demand = demand.record
    key = str(entry.stored["period_key"])
    period = key_frequency(key)
    this = occurrence(period, today) if period is not None else None
    words = period_words(this, today) if this is not None and this.key == key else key_words(key)
    return Line(
        entry.uid,
        shape,
        TITLE.format(title=record.title, period=words),
        names.of(record.department),
        said,
        entry=entry if entry.register is TASKS else demand,
        quiet=True,
    )
