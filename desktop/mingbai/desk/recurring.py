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
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.filter import Filter, both, equals, filled, one_of
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import Occurrence, occurrence, occurrences
from mingbai.domain.reading import read_date
from mingbai.domain.review import DECISIONS
from mingbai.domain.staff import STAFF
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
    stopped: Entry | None = None
    """The decision by which it was cut: then somebody only looks whether it comes all the same."""


def expected(ledger: Ledger, today: date, of: Entry | None = None) -> list[Expected]:
    """The occurrences waiting to be recorded, soonest due first; of one recurring assignment or of all.

    What is due before anybody works again waits already.
    """
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
    ahead = before_work(today, working)
    for rhythm in known:
        begins = rhythm.since or demand.starts_on
        # Agreed from a day on which it has ended already.
        if begins is not None and begins > (demand.ends_on or begins):
            continue
        since = max(begins or today, demand.starts_on or today, today - LOOK_BACK)
        until = min(ahead, demand.ends_on or ahead, rhythm.until or ahead)
        for each in occurrences(rhythm.period, since, until, working, demand.starts_on):
            due = each.due_on(rhythm.due_day)
            if each.start > today and due > ahead:
                continue
            # Told in the middle of a period whose day has passed, it is waited for from the next one on.
            if rhythm.waits_for(each) and (begins or due) <= due <= (demand.ends_on or due):
                yield Expected(entry, each, due, rhythm.due_day, rhythm.stopped)


def before_work(today: date, working: WorkingDays) -> date:
    """The last day before the next working day: what is due by then has to be done today."""
    return working.add(today, 1) - timedelta(days=1)


def first_due(demand: Demand, today: date, working: WorkingDays) -> date | None:
    """When the next occurrence from today on is due; None where nobody can say."""
    since = max(demand.starts_on or today, today)
    until = min(since + LOOK_AHEAD, demand.ends_on or date.max)
    due = (
        each.due_on(demand.due_day)
        for each in occurrences(demand.period, since, until, working, demand.starts_on)
    )
    return next((day for day in due if since <= day <= (demand.ends_on or day)), None)


def came(ledger: Ledger, demand: Entry, period_key: str, *, received_on: date, today: date) -> Entry:
    """Records an occurrence as an assignment. Raises `Taken` when this period already has one.

    What comes although it was cut has come back: its decision says so from then on.
    """
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
        asks=asks_of_note(record.note, today),
        note=record.note,
        owner=handles_each(ledger, record, today),
    )
    again = rhythm.stopped if _is_gone(rhythm.stopped, received_on) else None
    with ledger.act("came" if again is None else "came_back", today=today) as act:
        for absence in _absences(ledger, demand.uid, each.key, today):
            act.bin(ABSENCES, absence.uid)
        uid = act.insert(TASKS, task)
        if again is not None:
            back = {"came_back_on": received_on.isoformat(), "came_back_as": demand.uid}
            act.change(DECISIONS, again.uid, back)
    return found(ledger, TASKS, uid)


def _is_gone(stopped: Entry | None, day: date) -> bool:
    """Whether a cut held on a day and nothing came back of it, as this or as another assignment."""
    if stopped is None:
        return False
    begins, back = stopped.record.effective_from, stopped.record.came_back_on
    return back is None and begins is not None and begins <= day


def handles_each(ledger: Ledger, demand: Demand, today: date) -> Uid | None:
    """Who handles each one of what recurs, if still here."""
    staff = None if demand.owner is None else ledger.entry(STAFF, demand.owner)
    gone = (
        staff is None or staff.binned_at is not None or str(staff.stored["until"] or "9") < today.isoformat()
    )
    return None if gone else demand.owner


def _told(each: Occurrence) -> Words:
    # Today reads this module, and tells no period in these words.
    from mingbai.domain.period_key import key_words

    return key_words(each.key)


def asks_of_note(note: str, today: date) -> tuple[Ask, ...]:
    """What the notice asks for that the recurring assignment was read from."""
    if not note:
        return ()
    from mingbai.rules.notice.notice import asks_in

    known = {ask.code: ask for ask in Ask}
    codes = dict.fromkeys(asked.code for asked in asks_in(note, today))
    return tuple(known[code] for code in codes if code in known)


def did_not_come(ledger: Ledger, demand: Entry, *periods: str, today: date) -> list[Entry]:
    """Records that some occurrences were not asked for: the evidence that a cut holds."""
    named = [_named(ledger, demand, period, today)[0] for period in periods]
    for each in named:
        if each.start > today:
            raise Mistake("{period} 还没有到", "{period} has not begun yet", period=_told(each))
        if _recorded(ledger, {(demand.uid, each.key)}, today):
            raise Mistake(
                "{period} 这一期已经记录过",
                "{period} of this assignment is recorded already",
                period=_told(each),
            )
    with ledger.act("did_not_come", today=today) as act:
        uids = [
            act.insert(ABSENCES, Absence(demand=demand.uid, period_key=each.key, noted_on=today))
            for each in named
        ]
    return [found(ledger, ABSENCES, uid) for uid in uids]


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

    A key may be one of a former rhythm; a word or a day means what was waited for then.
    """
    from mingbai.desk.rhythms import rhythm_on, rhythms

    text = fold(typed).strip()
    known = rhythms(ledger, [demand], today)[demand.uid]
    for rhythm in reversed(known):
        for each in _around(rhythm.period, today):
            if text in (fold(each.key), fold(each.key[5:])) and each.key:
                # Before and after a cut one key names the same period.
                return each, next((one for one in known if _is_of(one, each)), rhythm)
    now = rhythm_on(known, today)
    near = occurrence(now.period, today)
    meant: tuple[Occurrence, Rhythm] | None
    if text in LAST:
        meant = _last(known, LAST[text], today)
    elif text in THIS:
        meant = (near, now) if near is not None and THIS[text] in (None, now.period) else None
    else:
        meant = _of_day(known, text, today)
    if meant is not None:
        return meant
    raise Mistake(
        "“{key}”不是这项工作的期次，期次如 {example}，也可写上周、本月或其中一天",
        "“{key}” is not a period of this assignment; periods are written like {example}, or last week, this month, a day",
        key=typed[:20],
        example=near.key if near else "—",
    )


def _is_of(rhythm: Rhythm, each: Occurrence) -> bool:
    return rhythm.period is each.period and rhythm.waits_for(each)


def _last(
    known: tuple[Rhythm, ...], period: Frequency | None, today: date
) -> tuple[Occurrence, Rhythm] | None:
    """Last week, month or quarter where it was waited for; of no named period the latest one that is over."""
    over = (
        (each, rhythm)
        for rhythm in known
        if period in (None, rhythm.period)
        for each in _around(rhythm.period, today)
        if each.end < today and rhythm.waits_for(each)
    )
    latest = max(over, key=lambda one: one[0].end, default=None)
    if latest is None or period is None:
        return latest
    this = occurrence(period, today)
    return latest if this is not None and latest[0].end == this.start - timedelta(days=1) else None


def _of_day(known: tuple[Rhythm, ...], text: str, today: date) -> tuple[Occurrence, Rhythm] | None:
    """The period a day lies in, by the rhythm of that day, or by another one that waited for it."""
    from mingbai.desk.rhythms import rhythm_on

    try:
        day = read_date(text, today=today)
    except Mistake:
        return None
    then = rhythm_on(known, day)
    found = [
        (each, rhythm)
        for rhythm in (then, *reversed(known))
        if (each := occurrence(rhythm.period, day)) is not None
    ]
    return next((one for one in found if one[1].waits_for(one[0])), found[0] if found else None)


LAST = {
    "上周": Frequency.WEEKLY,
    "上月": Frequency.MONTHLY,
    "上个月": Frequency.MONTHLY,
    "上季": Frequency.QUARTERLY,
    "上季度": Frequency.QUARTERLY,
    "去年": Frequency.YEARLY,
    "last": None,
    "last week": Frequency.WEEKLY,
    "last month": Frequency.MONTHLY,
    "last quarter": Frequency.QUARTERLY,
    "last year": Frequency.YEARLY,
}
"""Words of the period before, and which one they name."""
THIS = {
    "本周": Frequency.WEEKLY,
    "这周": Frequency.WEEKLY,
    "本月": Frequency.MONTHLY,
    "这个月": Frequency.MONTHLY,
    "本季": Frequency.QUARTERLY,
    "本季度": Frequency.QUARTERLY,
    "今年": Frequency.YEARLY,
    "this": None,
    "this week": Frequency.WEEKLY,
    "this month": Frequency.MONTHLY,
    "this year": Frequency.YEARLY,
}


def _around(period: Frequency, today: date) -> Iterator[Occurrence]:
    """Periods from the latest back, so that a bare week is the one just gone by."""
    day = today + timedelta(days=31)
    while (each := occurrence(period, day)) is not None and each.start >= today - timedelta(days=800):
        yield each
        day = each.start - timedelta(days=1)


def occurrences_of(demand: Entry) -> Filter:
    """The occurrences of a recurring assignment: each is of a period, where periods can be told.

    A summary that the same notice wants once is of none, nor is what was wanted before the rhythm began.
    """
    return both(equals("demand", demand.uid), filled("period_key") if has_periods(demand) else None)


def series_of(ledger: Ledger, entry: Entry) -> Entry:
    """The recurring assignment that an occurrence belongs to; else the entry itself."""
    if entry.register is not TASKS or not entry.stored["demand"]:
        return entry
    demand = found(ledger, DEMANDS, str(entry.stored["demand"]))
    return demand if entry.stored["period_key"] or not has_periods(demand) else entry


def times_a_year(ledger: Ledger, demand: Demand) -> int | None:
    """How often it is asked for in a year; what runs for a stretch of days that is shorter, in that stretch."""
    usual, begins, ends = demand.period.times_a_year, demand.starts_on, demand.ends_on
    if usual is None or begins is None or ends is None or ends < begins:
        return usual
    working = working_days(ledger)
    until = min(ends, begins + timedelta(days=365))
    stretch = sum(1 for _ in occurrences(demand.period, begins, until, working, begins))
    return min(usual, max(stretch, 1))


def has_periods(demand: Entry) -> bool:
    """Whether its occurrences are told apart by their periods."""
    return demand.stored["period"] != Frequency.IRREGULAR.code
