"""How far an entry is, as a list shows it: a shape and a word, and whether it is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mingbai.domain.issue import ISSUES
from mingbai.domain.review import FLAGS, FlagState
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry


class Shape(Enum):
    """A state has a shape, so that it is told without its colour."""

    RING = "ring"
    DOT = "dot"
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


def _of_task(entry: Entry, _: date) -> State:
    return OF_STATUS[str(entry.stored["status"])]


def _of_issue(entry: Entry, today: date) -> State:
    if entry.stored["closed_at"] is not None:
        return State(Shape.TICK, CLOSED, over=True)
    due = entry.stored["due_at"]
    if due is not None and str(due)[:10] < today.isoformat():
        return State(Shape.LATE, OVERDUE)
    return State(Shape.DOT, OPEN)


def _of_flag(entry: Entry, _: date) -> State:
    return OF_FLAG[str(entry.stored["state"])]


STATES: dict[str, Callable[[Entry, date], State]] = {
    TASKS.code: _of_task,
    ISSUES.code: _of_issue,
    FLAGS.code: _of_flag,
}
"""How a register's entries tell their state; others have none."""

STATE_FIELDS = {TASKS.code: "status", ISSUES.code: "", FLAGS.code: "state"}
"""The field that holds the state, empty where it follows from others."""


def state_of(entry: Entry, today: date) -> State | None:
    """How far an entry is; None in a register whose entries have no state."""
    found = STATES.get(entry.register.code)
    return found(entry, today) if found else None
