"""What was really cut in the last twelve months: before, after, and whether it came since."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from mingbai.desk.lines import NOTHING, Names
from mingbai.desk.review_lines import CHUNK, decided_title
from mingbai.desk.spoken_days import days_since, short_day, times_a_year
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import Op, Where, both, one_of
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, IS_CUT, Assessment, Decision, Method
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order, asked_condition, asked_entries, block
from mingbai.ledger.ledger import Entry, Ledger

YEAR = timedelta(days=365)

ENDED = {
    Method.MERGED: Words("并入别的报送", "merged into another"),
    Method.HANDED_BACK: Words("转由部门办", "done by the department"),
    Method.SHARED_DATA: Words("改为共享数据", "shared data instead"),
    Method.TAKEN_DOWN: Words("已摘牌", "taken down"),
    Method.EXITED: Words("已退出", "exited"),
}
MINUTES = Words("每次 {n} 分钟", "{n} minutes each time")

GONE = Words("没再来", "Did not come")
BACK = Words("又来了", "Came back")
NOT_SEEN = Words("未见再来", "Not seen since")
LESS = Words("照减了", "Less, as agreed")
MORE = Words("又变多", "More again")
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
    """The cuts of the last twelve months, the latest first; at most 256."""
    wanted = both(
        IS_CUT,
        Where("effective_from", Op.ABOVE, (today - YEAR).isoformat()),
        Where("effective_from", Op.AT_MOST, today.isoformat()),
    )
    condition = asked_condition(ledger, DECISIONS, wanted, today)
    found = block(ledger, DECISIONS, condition, Order("effective_from", descending=True)).entries
    since = {
        str(one.stored["subject"]): str(one.stored["effective_from"])
        for one in found
        if one.stored["register"] == DEMANDS.code
    }
    came = _counted(ledger, TASKS, "received_on", since, today)
    missed = _counted(ledger, ABSENCES, "noted_on", since, today)
    return tuple(_cut(one, came, missed, today, names) for one in found)


def before_and_after(decision: Decision) -> tuple[Words, Words]:
    """What it was and what it is, in words: times a year, or minutes where only those became less."""
    before = NOTHING if decision.times_before is None else times_a_year(decision.times_before)
    if decision.method is Method.THINNER or (
        decision.assessment is Assessment.SIMPLIFY and decision.times_before == decision.times_after
    ):
        if decision.minutes_before is None or decision.minutes_after is None:
            return before, Method.THINNER.words
        return MINUTES.format(n=decision.minutes_before), MINUTES.format(n=decision.minutes_after)
    if not decision.times_after and decision.method in ENDED:
        return before, ENDED[decision.method]
    return before, times_a_year(decision.times_after or 0)


def _cut(entry: Entry, came: Counter[str], missed: Counter[str], today: date, names: Names) -> Cut:
    record: Decision = entry.record
    before, after = before_and_after(record)
    begun = record.effective_from or record.decided_on
    since = days_since(begun, today)
    state, back, shown, evidence = _became(record, came[record.subject], missed[record.subject], today)
    return Cut(entry, decided_title(entry, names), before, after, since, state, back, shown, evidence)


def _became(decision: Decision, came: int, missed: int, today: date) -> tuple[Words, bool, bool, Words]:
    if decision.came_back_on is not None:
        on = BACK_ON.format(day=short_day(decision.came_back_on, today))
        return BACK, True, True, on
    if decision.times_after:
        days = (today - (decision.effective_from or today)).days
        agreed = ceil(decision.times_after * days / YEAR.days) + 1
        if came > agreed:
            return MORE, True, True, CAME.format(n=came)
        return LESS, False, bool(came or missed), CAME.format(n=came) if came else NOTHING
    if came:
        return BACK, True, True, CAME.format(n=came)
    if missed:
        return GONE, False, True, MISSED.format(n=missed)
    return NOT_SEEN, False, False, NOTHING


def _counted(
    ledger: Ledger, register: Register[Any], dated: str, since: dict[str, str], today: date
) -> Counter[str]:
    """How many occurrences of each recurring assignment were noted after its cut."""
    found: Counter[str] = Counter()
    uids = list(since)
    for start in range(0, len(uids), CHUNK):
        wanted = both(
            one_of("demand", *uids[start : start + CHUNK]),
            Where(dated, Op.ABOVE, (today - YEAR).isoformat()),
        )
        for one in asked_entries(ledger, register, wanted, today):
            uid = str(one.stored["demand"])
            found[uid] += str(one.stored[dated]) > since[uid]
    return found
