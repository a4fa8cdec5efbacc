"""What the next ten working days hold and the free days between: what falls due, which day is jammed, meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.lists import Question, asked_of
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import COUNTED, Order, asked
from mingbai.ledger.ledger import Ledger

DAYS = 10
JAM = 5
JAMMED = Words("{day} 日挤了 {n} 件，可商量错开", "{n} fall due on the {day}; some may be moved")


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day and how much falls due on it."""

    day: date
    tasks: int = 0
    issues: int = 0
    meetings: int = 0
    """Those of which the day is set: they fall due as little as they can wait."""

    @property
    def due(self) -> int:
        """Everything that falls due."""
        return self.tasks + self.issues

    @property
    def all(self) -> int:
        """Everything the day holds."""
        return self.due + self.meetings

    def count(self, register: str) -> int:
        """How much of a register it holds."""
        return {TASKS.code: self.tasks, ISSUES.code: self.issues}.get(register, self.meetings)

    @property
    def fullest(self) -> str:
        """The register of which it holds most."""
        return max((TASKS.code, ISSUES.code, MEETINGS.code), key=self.count)

    def where(self, register: str) -> str:
        """The typed filter that asks for the rows behind a number."""
        if register == MEETINGS.code:
            return f"{MEETINGS.dated}={self.day}"
        return f"open {'due_on' if register == TASKS.code else 'due_at'}={self.day}"


@dataclass(frozen=True, slots=True)
class TwoWeeks:
    """The next ten working days, today or the coming one first, and of free days those that hold something."""

    days: tuple[DueDay, ...]

    @property
    def jam(self) -> DueDay | None:
        """The fullest day, when it holds five or more and at least twice what is usual."""
        fullest = max(self.days, key=lambda one: one.due)
        ordered, middle = sorted(one.due for one in self.days), len(self.days) // 2
        twice_usual = ordered[middle] + ordered[~middle]
        return fullest if fullest.due >= max(JAM, twice_usual) else None

    @property
    def jam_words(self) -> Words | None:
        """The jammed day in one sentence; nothing when no day is."""
        jam = self.jam
        if jam is None:
            return None
        return Words(
            JAMMED.zh.format(day=jam.day.day, n=jam.due),
            JAMMED.en.format(day=_ordinal(jam.day.day), n=jam.due),
        )


def two_weeks(ledger: Ledger, today: date, glossary: Glossary, working: WorkingDays) -> TwoWeeks:
    """What falls due, counted by the day it is due as Today counts it; one short statement for each register."""
    days = [working.due_moved(today)]
    while len(days) <= DAYS:
        days.append(working.add(days[-1], 1))
    until = days.pop() - timedelta(days=1)
    held = tuple(
        _by_day(ledger, register, wanted, field, today, until, glossary)
        for register, wanted, field in (
            (TASKS, "open ", "due_on"),
            (ISSUES, "open ", "due_at"),
            (MEETINGS, "", "held_on"),
        )
    )
    shown = sorted({*days, *(day for one in held for day in one)})
    return TwoWeeks(tuple(DueDay(day, *(one.get(day, 0) for one in held)) for day in shown))


def _by_day(
    ledger: Ledger,
    register: Register[Any],
    wanted_first: str,
    field: str,
    since: date,
    until: date,
    glossary: Glossary,
) -> dict[date, int]:
    question = Question(f"{wanted_first}{field}>={since} {field}<={until}")
    wanted = asked_of(ledger, register, question, glossary).filter
    found: dict[date, int] = {}
    read = 0
    for some in asked(ledger, register, wanted, since, Order(field)):
        for entry in some:
            day = date.fromisoformat(str(entry.stored[field])[:10])
            found[day] = found.get(day, 0) + 1
        read += len(some)
        if read >= COUNTED:
            break
    return found


def _ordinal(n: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th") if n not in (11, 12, 13) else "th"
    return f"{n}{ending}"
