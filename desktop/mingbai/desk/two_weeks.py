"""What falls due on each of the next ten working days and the free days between, and whether a day is jammed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.lists import Question, asked_of
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.issue import ISSUES
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

    @property
    def both(self) -> int:
        """Everything that falls due."""
        return self.tasks + self.issues

    def where(self, register: str) -> str:
        """The typed filter that asks for the rows behind a number."""
        field = "due_on" if register == TASKS.code else "due_at"
        return f"open {field}={self.day}"


@dataclass(frozen=True, slots=True)
class TwoWeeks:
    """The next ten working days, today or the coming one first, and of free days those on which something is due."""

    days: tuple[DueDay, ...]

    @property
    def jam(self) -> DueDay | None:
        """The fullest day, when it holds five or more and at least twice what is usual."""
        fullest = max(self.days, key=lambda one: one.both)
        ordered, middle = sorted(one.both for one in self.days), len(self.days) // 2
        twice_usual = ordered[middle] + ordered[~middle]
        return fullest if fullest.both >= max(JAM, twice_usual) else None

    @property
    def jam_words(self) -> Words | None:
        """The jammed day in one sentence; nothing when no day is."""
        jam = self.jam
        if jam is None:
            return None
        return Words(
            JAMMED.zh.format(day=jam.day.day, n=jam.both),
            JAMMED.en.format(day=_ordinal(jam.day.day), n=jam.both),
        )


def two_weeks(ledger: Ledger, today: date, glossary: Glossary, working: WorkingDays) -> TwoWeeks:
    """What falls due, counted by the day it is due as Today counts it; one short statement for each register."""
    days = [working.due_moved(today)]
    while len(days) <= DAYS:
        days.append(working.add(days[-1], 1))
    until = days.pop() - timedelta(days=1)
    tasks = _due_by_day(ledger, TASKS, "due_on", today, until, glossary)
    issues = _due_by_day(ledger, ISSUES, "due_at", today, until, glossary)
    return TwoWeeks(
        tuple(DueDay(day, tasks.get(day, 0), issues.get(day, 0)) for day in sorted({*days, *tasks, *issues}))
    )


def _due_by_day(
    ledger: Ledger, register: Register[Any], field: str, since: date, until: date, glossary: Glossary
) -> dict[date, int]:
    question = Question(f"open {field}>={since} {field}<={until}")
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
