"""What should come by rhythm: the expected occurrences, and the key press that says it came or did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mingbai.desk.places import working_days
from mingbai.desk.records import found
from mingbai.domain.absence import ABSENCES, Absence
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand, Period
from mingbai.domain.filter import both, equals, one_of
from mingbai.domain.occurrence import Occurrence, occurrence, occurrences
from mingbai.domain.reading import read_date
from mingbai.domain.task import TASKS, Ask, Task
from mingbai.domain.text import fold
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.blocks import asked_among, asked_entries
from mingbai.ledger.ledger import Entry, Ledger

if TYPE_CHECKING:
    from mingbai.desk.rhythms import Rhythm

LOOK_BACK = timedelta(days=62)
"""Occurrences further back than this are no longer asked about."""

LOOK_AHEAD = timedelta(days=800)
"""So far ahead lies the next occurrence of what comes once a year, at most."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One occurrence of a recurring assignment that nobody has recorded as come or not."""

    demand: Entry
    occurrence: Occurrence
    due_on: date
    due_day: int | None
    """Which day of its period that is, where somebody said."""


def expected(ledger: Ledger, today: date, of: Entry | None = None) -> list[Expected]:
    """The occurrences waiting to be recorded, soonest due first; of one recurring assignment or of all."""
    demands = ledger.entries(DEMANDS) if of is None else [of]
    if not demands:
        return []
    # A place where nothing recurs starts without it.
    from mingbai.desk.rhythms import rhythms

    working = working_days(ledger)
    known_rhythms = rhythms(ledger, demands, today)
    hoped = [one for entry in demands for one in _hoped(entry, known_rhythms[entry.uid], today, working)]
    known = _recorded(ledger, {(one.demand.uid, one.occurrence.key) for one in hoped}, today)
    waiting = (one for one in hoped if (one.demand.uid, one.occurrence.key) not in known)
    return sorted(waiting, key=lambda one: (one.due_on, one.demand.id))


def _hoped(entry: Entry, known: tuple[Rhythm, ...], today: date, working: WorkingDays) -> Iterator[Expected]:
    """Every occurrence of the last weeks, each in the rhythm of its days."""
    demand: Demand = entry.record
    for rhythm in known:
        begins = rhythm.since or demand.starts_on
        # Agreed from a day on which it has ended already.
        if begins is not None and begins > (demand.ends_on or begins):
            continue
        since = max(begins or today, demand.starts_on or today, today - LOOK_BACK)
        until = min(today, demand.ends_on or today, rhythm.until or today)
        for each in occurrences(rhythm.period, since, until, working):
            due = each.due_on(rhythm.due_day)
            # Told in the middle of a period whose day has passed, it is waited for from the next one on.
            if rhythm.waits_for(each) and (begins or due) <= due:
                yield Expected(entry, each, due, rhythm.due_day)


def first_due(demand: Demand, today: date, working: WorkingDays) -> date | None:
    """When the next occurrence from today on is due; None where nobody can say."""
    since = max(demand.starts_on or today, today)
    until = min(since + LOOK_AHEAD, demand.ends_on or date.max)
    due = (each.due_on(demand.due_day) for each in occurrences(demand.period, since, until, working))
    return next((day for day in due if since <= day <= (demand.ends_on or day)), None)


def came(ledger: Ledger, demand: Entry, period_key: str, *, received_on: date, today: date) -> Entry:
    """Records an occurrence as an assignment. Raises `Taken` when this period already has one."""
    record: Demand = demand.record
    each, rhythm = _named(ledger, demand, period_key, today)
    task = Task(
        received_on=received_on,
        department=record.department,
        title=record.title,
        due_on=max(each.due_on(rhythm.due_day), received_on),
        kind=record.kind,
        demand=demand.uid,
        period_key=each.key,
        form_columns=record.form_columns,
        asks=_asks(record.note, today),
        note=record.note,
    )
    with ledger.act("came", today=today) as act:
        for absence in _absences(ledger, demand.uid, each.key, today):
            act.bin(ABSENCES, absence.uid)
        uid = act.insert(TASKS, task)
    return found(ledger, TASKS, uid)


def _told(each: Occurrence) -> Words:
    # Today reads this module, and tells no period in these words.
    from mingbai.domain.period_key import key_words

    return key_words(each.key)


def _asks(note: str, today: date) -> tuple[Ask, ...]:
    """What the notice asks for that the recurring assignment was read from."""
    if not note:
        return ()
    from mingbai.rules.notice.notice import asks_in

    known = {ask.code: ask for ask in Ask}
    codes = dict.fromkeys(asked.code for asked in asks_in(note, today))
    return tuple(known[code] for code in codes if code in known)


def did_not_come(ledger: Ledger, demand: Entry, period_key: str, *, today: date) -> Entry:
    """Records that an occurrence was not asked for: the evidence that a cut holds."""
    each, _ = _named(ledger, demand, period_key, today)
    if each.start > today:
        raise Mistake("{period} 还没有到", "{period} has not begun yet", period=_told(each))
    if _recorded(ledger, {(demand.uid, each.key)}, today):
        raise Mistake(
            "{period} 这一期已经记录过",
            "{period} of this assignment is recorded already",
            period=_told(each),
        )
    with ledger.act("did_not_come", today=today) as act:
        uid = act.insert(ABSENCES, Absence(demand=demand.uid, period_key=each.key, noted_on=today))
    return found(ledger, ABSENCES, uid)


def _recorded(ledger: Ledger, asked: set[tuple[Uid, str]], today: date) -> set[tuple[Uid, str]]:
    """Which of these assignments in these periods are recorded, as come or not; of no other period anything is read."""
    demands, keys = sorted({uid for uid, _ in asked}), sorted({key for _, key in asked})
    found = {
        (Uid(str(entry.stored["demand"])), str(entry.stored["period_key"]))
        for register in (TASKS, ABSENCES)
        for some in asked_among(ledger, register, "demand", demands, today, one_of("period_key", *keys))
        for entry in some
    }
    return found & asked


def _absences(ledger: Ledger, demand: Uid, key: str, today: date) -> list[Entry]:
    return asked_entries(ledger, ABSENCES, both(equals("demand", demand), equals("period_key", key)), today)


def _named(ledger: Ledger, demand: Entry, typed: str, today: date) -> tuple[Occurrence, Rhythm]:
    """The period meant by its key (2026-W47, 2026-11), a bare week (W47), 上周, 本月, or a day that lies in it.

    A key may be one of a former rhythm; a day is one of its own.
    """
    from mingbai.desk.rhythms import rhythm_on, rhythms

    text = fold(typed).strip()
    known = rhythms(ledger, [demand], today)[demand.uid]
    for rhythm in reversed(known):
        for each in _around(rhythm.period, today):
            if text in (fold(each.key), fold(each.key[5:])) and each.key:
                return each, rhythm
    now = rhythm_on(known, today)
    day = _day_meant(text, now.period, today)
    then = rhythm_on(known, day or today)
    near = occurrence(then.period, day or today)
    if day is not None and near is not None:
        return near, then
    raise Mistake(
        "“{key}”不是这项工作的期次，期次如 {example}，也可写上周、本月或其中一天",
        "“{key}” is not a period of this assignment; periods are written like {example}, or last week, this month, a day",
        key=typed[:20],
        example=near.key if near else "—",
    )


def _day_meant(text: str, period: Period, today: date) -> date | None:
    this = occurrence(period, today)
    if this is None:
        return None
    if text in LAST:
        return this.start - timedelta(days=1)
    if text in THIS:
        return today
    try:
        return read_date(text, today=today)
    except Mistake:
        return None


LAST = (
    "上周",
    "上月",
    "上个月",
    "上季",
    "上季度",
    "去年",
    "昨天",
    "last",
    "last week",
    "last month",
    "last quarter",
    "last year",
)
THIS = (
    "本周",
    "这周",
    "本月",
    "这个月",
    "本季",
    "本季度",
    "今年",
    "今天",
    "this",
    "this week",
    "this month",
    "this year",
)


def _around(period: Period, today: date) -> Iterator[Occurrence]:
    """Periods from the latest back, so that a bare week is the one just gone by."""
    day = today + timedelta(days=31)
    while (each := occurrence(period, day)) is not None and each.start >= today - timedelta(days=800):
        yield each
        day = each.start - timedelta(days=1)
