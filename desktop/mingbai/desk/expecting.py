"""Occurrences of recurring assignments in an agenda: this week's, earlier ones nobody recorded, and what was cut.

Of what was cut nothing is expected, and yet somebody looks whether it comes: the keys that say so are the evidence
of the cut and of a comeback. Each such assignment has one line, however many of its periods nobody recorded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from mingbai.desk.lines import Group, Line, Names, Opening, Shape, joined
from mingbai.desk.recurring import Expected, expected
from mingbai.desk.review_lines import ALL, FEW, REVIEW
from mingbai.desk.spoken_days import begins_words, near_day, period_words, rhythm_words, short_day
from mingbai.domain.absence import ABSENCES
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.filter import Op, Where, both, filled
from mingbai.domain.occurrence import occurrence
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, IS_CUT
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order, asked_condition, asked_entries, block
from mingbai.ledger.ledger import Entry, Ledger

MOST_EXPECTED = 20

THIS_WEEK = Words("这周该来的", "Expected this week")
EARLIER = Words("以前该来，还没记的", "Expected earlier, not recorded yet")
WATCHED = Words("已核减，看还来不来", "Cut: does it still come?")
CUT_LATER = Words("已定核减，还没开始", "Cut from a later day on")
HOW = Words("来了按 Enter，没来按 Delete，就是凭据", "Enter: it came. Delete: it did not.")
CAME = Words("来了", "came")
STAYED_AWAY = Words("没来", "did not come")
TITLE = Words("{title}（{period}）", "{title} ({period})")
STOPPED = Words("{day} 起已核减", "cut since {day}")
PERIODS = Words("{n} 期", "{n} periods")
CAME_SAID = Words("来了：{what}", "Came: {what}")
BACK_SAID = Words("{what}，已记为又来了", "Came back: {what}")
STAYED_AWAY_SAID = Words("没来：{what}", "Did not come: {what}")


def expected_groups(ledger: Ledger, today: date, names: Names) -> tuple[Group, ...]:
    """This week's occurrences, waiting ones first; those due before it that wait still; what was cut, now and later."""
    monday = today - timedelta(days=today.weekday())
    demands = {entry.uid: entry for entry in ledger.entries(DEMANDS)}
    waiting = expected(ledger, today) if demands else []
    hoped = [one for one in waiting if one.stopped is None]
    week = [one for one in hoped if one.due_on >= monday]
    earlier = [one for one in hoped if one.due_on < monday]
    settled, stayed_away = _settled(ledger, today, monday, names, demands) if demands else ([], [])
    lines = [_line((one,), today, names) for one in week[:MOST_EXPECTED]]
    watched = _by_demand(one for one in waiting if one.stopped is not None)
    begins = _to_begin(ledger, today, demands.values())
    return (
        Group("expected", THIS_WEEK, (*lines, *settled), count=len(week), hint=HOW),
        Group(
            "earlier",
            EARLIER,
            # The latest first: one still knows whether it came.
            tuple(_line((one,), today, names) for one in reversed(earlier[-MOST_EXPECTED:])),
            count=len(earlier),
        ),
        Group(
            "watched",
            WATCHED,
            (
                *(_line(of_one, today, names) for of_one in watched[:MOST_EXPECTED]),
                *stayed_away,
            ),
            count=len(watched),
        ),
        Group(
            "cut later",
            CUT_LATER,
            # Nothing is to be done about it: the soonest will do, and Review has them all.
            tuple(_line_to_begin(demand, day, today, names) for day, demand in begins[:FEW]),
            (Opening(ALL, len(begins), page=REVIEW),),
            len(begins),
        ),
    )


def _by_demand(watched: Iterable[Expected]) -> list[tuple[Expected, ...]]:
    """Of each recurring assignment those whose day has come by the last one that has; of none that has, the next."""
    found: dict[Uid, list[Expected]] = {}
    for one in watched:
        found.setdefault(one.demand.uid, []).append(one)
    return [tuple(of_one) for of_one in found.values()]


def _to_begin(ledger: Ledger, today: date, demands: Collection[Entry]) -> list[tuple[date, Entry]]:
    """What was cut altogether, by the later day it is spared from, the soonest first: nothing of it can be noted yet."""
    if not demands:
        return []
    later = both(IS_CUT, Where("effective_from", Op.ABOVE, today.isoformat()))
    cut_later = {str(one.stored["subject"]) for one in asked_entries(ledger, DECISIONS, later, today)}
    asked = [one for one in demands if one.uid in cut_later or (one.record.starts_on or today) > today]
    if not asked:
        return []
    from mingbai.desk.rhythms import rhythms, spared_from

    known = rhythms(ledger, asked, today)
    spared = ((spared_from(one.record, known[one.uid]), one) for one in asked)
    found = [(day, one) for day, one in spared if day is not None and day > today]
    return sorted(found, key=lambda one: (one[0], one[1].id))


def asked_now(waiting: Sequence[Expected], today: date) -> tuple[Expected, ...]:
    """Of which periods a key says that they did not come: those whose day has come, else the next one."""
    return tuple(one for one in waiting if one.due_on <= today) or tuple(waiting[:1])


def expected_words(waiting: Sequence[Expected], today: date) -> Words:
    """What occurrences are called: 垃圾分类周报（第48周）; of several how many they are."""
    first = waiting[0]
    demand: Demand = first.demand.record
    period = period_words(first.occurrence, today)
    if len(waiting) > 1:
        period = PERIODS.format(n=len(waiting))
    return TITLE.format(title=demand.title, period=period)


def came_said(one: Expected, today: date) -> Words:
    """What is said once an occurrence was recorded as come."""
    said = CAME_SAID if one.stopped is None else BACK_SAID
    return said.format(what=expected_words((one,), today))


def stopped_words(one: Expected, today: date) -> Words:
    """From when on it is cut."""
    assert one.stopped is not None
    return STOPPED.format(day=short_day(one.stopped.record.effective_from, today))


def _line(waiting: tuple[Expected, ...], today: date, names: Names) -> Line:
    one = waiting[0]
    asked = asked_now(waiting, today)
    demand: Demand = one.demand.record
    day = asked[-1].due_on
    rhythm = rhythm_words(one.occurrence.period, one.due_day)
    return Line(
        f"{one.demand.uid} {one.occurrence.key}" if one.stopped is None else f"{one.demand.uid}",
        Shape.EXPECTED,
        expected_words(asked, today),
        joined(names.of(demand.department), rhythm if one.stopped is None else stopped_words(one, today)),
        near_day(day, today) if day != today else Words("今天", "today"),
        entry=one.demand,
        expected=asked,
        quiet=True,
    )


def _line_to_begin(demand: Entry, day: date, today: date, names: Names) -> Line:
    record: Demand = demand.record
    title = Words(record.title, record.title)
    aside, said = names.of(record.department), begins_words(day, today)
    return Line(f"{demand.uid}", Shape.EXPECTED, title, aside, said, entry=demand, quiet=True)


def _settled(
    ledger: Ledger, today: date, monday: date, names: Names, demands: dict[Uid, Entry]
) -> tuple[list[Line], list[Line]]:
    """What of a rhythm was recorded this week, as come or not; and what was cut and stayed away."""
    came = _since(ledger, TASKS, "received_on", monday, today, demands)
    away = _since(ledger, ABSENCES, "noted_on", monday, today, demands)
    stopped = _stopped(ledger, [demand for _, demand in away], today)
    found = [_settled_line([entry], of, CAME, Shape.CAME, today, names) for entry, of in came]
    of_stopped: dict[Uid, list[Entry]] = {}
    for entry, demand in away:
        if demand.uid in stopped:
            of_stopped.setdefault(demand.uid, []).append(entry)
        else:
            found.append(_settled_line([entry], demand, STAYED_AWAY, Shape.STAYED_AWAY, today, names))
    return found[:MOST_EXPECTED], [
        _settled_line(entries, demands[uid], STAYED_AWAY, Shape.STAYED_AWAY, today, names)
        for uid, entries in of_stopped.items()
    ]


def _stopped(ledger: Ledger, demands: Sequence[Entry], today: date) -> set[Uid]:
    """Those of some recurring assignments that were cut altogether."""
    if not demands:
        return set()
    from mingbai.desk.rhythms import rhythm_on, rhythms

    known = rhythms(ledger, demands, today)
    return {uid for uid, rhythm in known.items() if rhythm_on(rhythm, today).stopped is not None}


def _since(
    ledger: Ledger,
    register: Register[Any],
    dated: str,
    monday: date,
    today: date,
    demands: dict[Uid, Entry],
) -> list[tuple[Entry, Entry]]:
    """The occurrences noted since a day, the latest first, each with its recurring assignment."""
    wanted = both(filled("demand"), filled("period_key"), Where(dated, Op.AT_LEAST, monday.isoformat()))
    condition = asked_condition(ledger, register, wanted, today)
    noted = block(ledger, register, condition, Order(dated, descending=True)).entries[:MOST_EXPECTED]
    known = ((entry, demands.get(Uid(str(entry.stored["demand"])))) for entry in noted)
    return [(entry, demand) for entry, demand in known if demand is not None]


def _settled_line(
    entries: Sequence[Entry], demand: Entry, said: Words, shape: Shape, today: date, names: Names
) -> Line:
    from mingbai.domain.period_key import key_frequency, key_words

    record: Demand = demand.record
    entry = entries[0]
    key = str(entry.stored["period_key"])
    period = key_frequency(key)
    this = occurrence(period, today) if period is not None else None
    words = period_words(this, today) if this is not None and this.key == key else key_words(key)
    if len(entries) > 1:
        words = PERIODS.format(n=len(entries))
    return Line(
        entry.uid,
        shape,
        TITLE.format(title=record.title, period=words),
        names.of(record.department),
        said,
        entry=entry if entry.register is TASKS else demand,
        quiet=True,
    )
