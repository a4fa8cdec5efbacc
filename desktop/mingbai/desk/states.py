"""How far an entry is, as a list shows it: a shape and a word, and whether it is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mingbai.desk.clocks import pressing
from mingbai.desk.glossary import Glossary
from mingbai.desk.spoken_days import Nearness, days_since, short_day
from mingbai.domain.admission import ADMISSIONS, Admission, AdmissionDecision
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.plaque import PLAQUES, PlaqueState
from mingbai.domain.point import POINTS, Point
from mingbai.domain.review import DECISIONS, FLAGS, Assessment, Decision, FlagState
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry


class Shape(Enum):
    """A state has a shape, so that it is told without its colour."""

    RING = "ring"
    DOT = "dot"
    GOING = "going"
    SOON = "soon"
    LATE = "late"
    TICK = "tick"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class State:
    """How far something is."""

    shape: Shape
    words: Words
    over: bool = False
    """Nothing is left to do: the row steps back, and its limit presses nobody."""


CLOSED = Words("已办结", "Closed")
OVERDUE = Words("逾期", "Overdue")
OPEN = Words("在办", "Open")
CURRENT = Words("现行", "Current")
ENDED = Words("已停止", "Ended")
CUT_SINCE = Words("{day} 起已核减", "Cut since {day}")

OF_STATUS = {
    Status.TODO.code: State(Shape.RING, Status.TODO.words),
    Status.DOING.code: State(Shape.DOT, Status.DOING.words),
    Status.DONE.code: State(Shape.TICK, Status.DONE.words, over=True),
    Status.DROPPED.code: State(Shape.TICK, Status.DROPPED.words, over=True),
    Status.VOID.code: State(Shape.CROSS, Status.VOID.words, over=True),
}
OF_FLAG = {
    FlagState.OPEN.code: State(Shape.RING, FlagState.OPEN.words),
    FlagState.ACCEPTED.code: State(Shape.TICK, FlagState.ACCEPTED.words, over=True),
    FlagState.DISMISSED.code: State(Shape.CROSS, FlagState.DISMISSED.words, over=True),
}


OF_PLAQUE = {
    PlaqueState.HUNG.code: State(Shape.RING, PlaqueState.HUNG.words),
    PlaqueState.TO_REMOVE.code: State(Shape.DOT, PlaqueState.TO_REMOVE.words),
    PlaqueState.REMOVED.code: State(Shape.TICK, PlaqueState.REMOVED.words, over=True),
    PlaqueState.MERGED.code: State(Shape.TICK, PlaqueState.MERGED.words, over=True),
    PlaqueState.REHUNG.code: State(Shape.SOON, PlaqueState.REHUNG.words),
}
OF_CLOCK = {Nearness.FAR: Shape.GOING, Nearness.NEAR: Shape.SOON, Nearness.LATE: Shape.LATE}
EXITED = Words("已退出", "Exited")
JUST_RAISED = Words("待答复", "Waiting")
WAITS = Words("待答复 {days}", "{days} waiting")
ANSWERED = Words("已答复", "Answered")


def _of_task(entry: Entry, _: Glossary) -> State:
    return OF_STATUS[str(entry.stored["status"])]


def _of_issue(entry: Entry, glossary: Glossary) -> State:
    if entry.stored["closed_at"] is not None:
        return State(Shape.TICK, CLOSED, over=True)
    due = entry.stored["due_at"]
    if due is not None and str(due)[:10] < glossary.today.isoformat():
        return State(Shape.LATE, OVERDUE)
    return State(Shape.DOT, OPEN)


def _of_flag(entry: Entry, _: Glossary) -> State:
    return OF_FLAG[str(entry.stored["state"])]


def _of_decision(entry: Entry, _: Glossary) -> State:
    one: Decision = entry.record
    if one.came_back_on is not None:
        return State(Shape.SOON, one.verdict)
    shape = Shape.RING if one.assessment is Assessment.UNDECIDED else Shape.DOT
    return State(Shape.TICK if one.cut else shape, one.verdict)


def _of_demand(entry: Entry, glossary: Glossary, cut_since: date | None) -> State:
    if cut_since is not None:
        words = CUT_SINCE.format(day=short_day(cut_since, glossary.today))
        return State(Shape.TICK, words, over=cut_since <= glossary.today)
    ends = entry.record.ends_on
    if ends is not None and ends < glossary.today:
        return State(Shape.TICK, ENDED, over=True)
    return State(Shape.DOT, CURRENT)


def _of_plaque(entry: Entry, _: Glossary) -> State:
    return OF_PLAQUE[str(entry.stored["state"])]


def _of_admission(entry: Entry, glossary: Glossary) -> State:
    one: Admission = entry.record
    if one.decision in (AdmissionDecision.REFUSED, AdmissionDecision.WITHDRAWN):
        return State(Shape.CROSS, one.decision.words, over=True)
    if one.decision is AdmissionDecision.EXPIRED:
        return State(Shape.TICK, one.decision.words, over=True)
    if one.exit_on is not None and one.exit_on <= glossary.today:
        return State(Shape.TICK, EXITED, over=True)
    clock = pressing(one, glossary.today, glossary.working_days)
    if clock is None or (one.decision is not None and clock.nearness is Nearness.FAR):
        return State(Shape.DOT, AdmissionDecision.APPROVED.words)
    return State(OF_CLOCK[clock.nearness], clock.short)


def _of_point(entry: Entry, glossary: Glossary) -> State:
    one: Point = entry.record
    if one.answered_on is None and one.raised_on >= glossary.today:
        return State(Shape.RING, JUST_RAISED)
    if one.answered_on is None:
        return State(Shape.RING, WAITS.format(days=days_since(one.raised_on, glossary.today)))
    return State(Shape.TICK, one.result.words if one.result is not None else ANSWERED, over=True)


def _of_rule(entry: Entry, glossary: Glossary) -> State:
    from mingbai.desk.speaking import OFF, SPEAKS, silence  # what reads texts is asked by this list alone

    why = silence(entry.record, glossary.today)
    if why is None:
        return State(Shape.DOT, SPEAKS)
    shape = Shape.SOON if why.amiss else Shape.CROSS if why.short == OFF else Shape.RING
    return State(shape, why.short, over=why.short == OFF)


STATES: dict[str, Callable[[Entry, Glossary], State]] = {
    TASKS.code: _of_task,
    ISSUES.code: _of_issue,
    FLAGS.code: _of_flag,
    DECISIONS.code: _of_decision,
    PLAQUES.code: _of_plaque,
    ADMISSIONS.code: _of_admission,
    POINTS.code: _of_point,
    RULES.code: _of_rule,
}
"""How a register's entries tell their state."""

STATED = frozenset((*STATES, DEMANDS.code))
"""Registers whose entries have a state; others have none."""

STATE_FIELDS = {
    TASKS.code: "status",
    FLAGS.code: "state",
    PLAQUES.code: "state",
    RULES.code: "in_use",
}
"""The field that holds the state, where one does."""

STATE_ORDERS = {
    DECISIONS.code: "assessment",
    ISSUES.code: "closed_at",
    ADMISSIONS.code: "decided_on",
    POINTS.code: "answered_on",
    DEMANDS.code: "ends_on",
}
"""The field that a state which follows from others is sorted by."""

STATE_SAMPLES = {
    DECISIONS.code: tuple(one.words for one in Assessment),
    ISSUES.code: (CLOSED, OVERDUE),
    ADMISSIONS.code: (Words("还剩 15 个工作日", "Begun before approval"),),
    POINTS.code: (Words("待答复 100 天", "100 days waiting"),),
    DEMANDS.code: (CUT_SINCE.format(day=Words("12-31", "31 Dec")),),
    RULES.code: (Words("只供引用", "No longer in force"),),
}
"""The longest words of a state that follows from others."""


def state_of(entry: Entry, glossary: Glossary, cut_since: date | None = None) -> State | None:
    """How far an entry is today, and one that recurs, if it was cut; None where entries have no state."""
    if entry.binned_at is not None and entry.stored[entry.register.titled] is None:
        return None
    if entry.register is DEMANDS:
        return _of_demand(entry, glossary, cut_since)
    found = STATES.get(entry.register.code)
    return found(entry, glossary) if found else None
