"""What was really cut in the last twelve months: before, after, and whether it came since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from mingbai.desk.lines import Names, title_of
from mingbai.desk.recurring import has_periods
from mingbai.desk.review_lines import MAY_BE_BACK, OPEN, decided_title, subject_of, subjects
from mingbai.desk.spoken_days import begins_words, lasting, short_day, times_a_year
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import Filter, Op, Where, both
from mingbai.domain.register import Register
from mingbai.domain.review import CAME_BACK, DECISIONS, FLAGS, IS_CUT, Assessment, Decision, Method
from mingbai.domain.task import TASKS
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.blocks import Order, asked_among, asked_condition, block
from mingbai.ledger.ledger import Entry, Ledger

YEAR = timedelta(days=365)

ENDED = {
    Method.MERGED: Words("并入别的报送", "merged into another"),
    Method.HANDED_BACK: Words("转由部门办理", "handed back"),
    Method.SHARED_DATA: Words("改为共享数据", "shared data instead"),
    Method.TAKEN_DOWN: Words("已摘牌", "taken down"),
    Method.EXITED: Words("已退出", "exited"),
}
ONCE = Words("1 次", "once")
MINUTES = Words("每次 {n} 分钟", "{n} minutes each time")

GONE = Words("没再来", "Did not come back")
NOT_SEEN = Words("未见再来", "Not seen since")
LESS = Words("照减了", "Less, as agreed")
MORE = Words("又变多", "More again")
SEEN_ON = Words("{day} 收到{title}", "{title}, {day}")
BACK_ON = Words("{day} 又来", "back {day}")
CAME = Words("又收到 {n} 件", "{n} came")
MISSED = Words("没来 {n} 期", "{n} did not come")


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut, and what became of it."""

    decision: Entry
    title: Words
    before: Words
    after: Words
    since: Words
    state: Words
    back: bool
    """It came again, or more often than agreed."""
    shown: bool
    """There is evidence for the state: key presses, or what came."""
    evidence: Words


def cuts(ledger: Ledger, today: date, names: Names) -> tuple[Cut, ...]:
    """The cuts of the last twelve months and those to begin, what came back and then the latest first; at most 256."""
    condition = asked_condition(ledger, DECISIONS, _recent(today), today)
    found = block(ledger, DECISIONS, condition, Order("effective_from", descending=True)).entries
    since = {
        str(one.stored["subject"]): str(one.stored["effective_from"])
        for one in found
        if one.stored["register"] == DEMANDS.code
    }
    came = _counted(ledger, TASKS, "received_on", since, today)
    missed = _counted(ledger, ABSENCES, "noted_on", since, today)
    alike = _flagged_as_back(ledger, found, today, names)
    to_start = _to_start(ledger, since, today)
    told = (_cut(one, came, missed, alike, to_start, today, names) for one in found)
    return tuple(sorted(told, key=lambda cut: not cut.back))


def any_cut(ledger: Ledger, entry: Entry, today: date) -> bool:
    """Whether anything was cut in the last twelve months that may have come back as an entry."""
    condition = asked_condition(ledger, DECISIONS, _recent(today), today)
    found = block(ledger, DECISIONS, condition, Order("effective_from", descending=True)).entries
    return any(was_cut_before(one, entry) for one in found)


def was_cut_before(decision: Entry, entry: Entry) -> bool:
    """Whether it was cut before an entry came: by day, of one day by the order of recording."""
    since = str(decision.stored["effective_from"])
    came = str(entry.stored.get(entry.register.dated) or since)[:10]
    return (since, decision.uid) < (came, entry.uid)


def _recent(today: date) -> Filter:
    return both(
        IS_CUT,
        Where("effective_from", Op.ABOVE, (today - YEAR).isoformat()),
    )


def linkable(ledger: Ledger, entry: Entry, today: date, names: Names) -> tuple[Cut, ...]:
    """What was cut and has not come back, as an entry may be it come again: the same unit's first."""
    unit = entry.stored.get("department")
    open_cuts = [
        cut
        for cut in cuts(ledger, today, names)
        if cut.decision.stored["came_back_on"] is None and was_cut_before(cut.decision, entry)
    ]
    behind = {cut.decision.uid: subject_of(ledger, cut.decision) for cut in open_cuts}
    own = {entry.uid, entry.stored.get("demand")}

    def asked_by_another(cut: Cut) -> bool:
        subject = behind[cut.decision.uid]
        return unit is None or subject is None or subject.stored.get("department") != unit

    others = (cut for cut in open_cuts if cut.decision.stored["subject"] not in own)
    return tuple(sorted(others, key=asked_by_another))


def _flagged_as_back(
    ledger: Ledger, found: Sequence[Entry], today: date, names: Names
) -> dict[str, tuple[date, Words]]:
    """Of cuts that an open flag says came back: the day and the name of what came, the first of it."""
    seen: dict[str, tuple[date, Words]] = {}
    uids = [one.uid for one in found]
    for flags in asked_among(ledger, FLAGS, "other", uids, today, OPEN):
        entries = subjects(ledger, flags, today)
        for flag in flags:
            entry = entries.get(str(flag.stored["subject"]))
            dated = entry.stored.get(entry.register.dated) if entry is not None else None
            if entry is not None and dated:
                seen.setdefault(
                    str(flag.stored["other"]), (date.fromisoformat(str(dated)[:10]), title_of(entry, names))
                )
    return seen


def asked_before(decision: Decision) -> Words:
    """How often it was asked: of what does not recur, once and not every year."""
    if decision.times_before is None:
        return NO_WORDS
    once = decision.about_once and decision.times_before == 1
    return ONCE if once else times_a_year(decision.times_before)


def before_and_after(decision: Decision) -> tuple[Words, Words]:
    """What it was and what it is, in words: times a year, or minutes where only those became less."""
    before = asked_before(decision)
    if decision.method is Method.THINNER or (
        decision.assessment is Assessment.SIMPLIFY and decision.times_before == decision.times_after
    ):
        if decision.minutes_before is None or decision.minutes_after is None:
            return before, Method.THINNER.words
        return MINUTES.format(n=decision.minutes_before), MINUTES.format(n=decision.minutes_after)
    if not decision.times_after and decision.method in ENDED:
        return before, ENDED[decision.method]
    return before, times_a_year(decision.times_after or 0)


def _cut(
    entry: Entry,
    came: Counter[str],
    missed: Counter[str],
    alike: Mapping[str, tuple[date, Words]],
    to_start: Mapping[str, date],
    today: date,
    names: Names,
) -> Cut:
    record: Decision = entry.record
    before, after = before_and_after(record)
    agreed = record.effective_from or record.decided_on
    begun = max(agreed, to_start.get(record.subject, agreed))
    since = lasting(begun, today)
    state, back, shown, evidence = _became(record, came[record.subject], missed[record.subject], today)
    if entry.uid in alike and record.came_back_on is None:
        day, title = alike[entry.uid]
        state, back, shown = MAY_BE_BACK, True, True
        evidence = SEEN_ON.format(day=short_day(day, today), title=title.quoted)
    if begun >= today and not shown:
        state = begins_words(begun, today)
        since = NO_WORDS
    return Cut(entry, decided_title(entry, names), before, after, since, state, back, shown, evidence)


def _became(decision: Decision, came: int, missed: int, today: date) -> tuple[Words, bool, bool, Words]:
    if decision.came_back_on is not None:
        on = BACK_ON.format(day=short_day(decision.came_back_on, today))
        return CAME_BACK, True, True, on
    if decision.times_after:
        days = max(0, (today - (decision.effective_from or today)).days)
        agreed = ceil(decision.times_after * days / YEAR.days) + 1
        if came > agreed:
            return MORE, True, True, CAME.format(n=came)
        return LESS, False, bool(came or missed), CAME.format(n=came) if came else NO_WORDS
    if came:
        return CAME_BACK, True, True, CAME.format(n=came)
    if missed:
        return GONE, False, True, MISSED.format(n=missed)
    return NOT_SEEN, False, False, NO_WORDS


def _to_start(ledger: Ledger, uids: Collection[str], today: date) -> dict[str, date]:
    """The recurring assignments that begin later, by the day: before it there is nothing to be spared."""
    later = Where("starts_on", Op.ABOVE, today.isoformat())
    begun_later = (one for some in asked_among(ledger, DEMANDS, "uid", uids, today, later) for one in some)
    return {one.uid: one.record.starts_on for one in begun_later}


def _counted(
    ledger: Ledger, register: Register[Any], dated: str, since: dict[str, str], today: date
) -> Counter[str]:
    """How many occurrences of each recurring assignment were noted after its cut."""
    found: Counter[str] = Counter()
    without_periods = {
        one.uid
        for some in asked_among(ledger, DEMANDS, "uid", since, today)
        for one in some
        if not has_periods(one)
    }
    this_year = Where(dated, Op.ABOVE, (today - YEAR).isoformat())
    for some in asked_among(ledger, register, "demand", since, today, this_year):
        for one in some:
            uid = str(one.stored["demand"])
            if one.stored["period_key"] or uid in without_periods:
                found[uid] += str(one.stored[dated]) > since[uid]
    return found
