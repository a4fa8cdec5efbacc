"""What waits today, in the order of what hurts: late, due, near its limit, expected, to be assessed, done.

Every group is asked with the typed filter that opens all of its rows, so that a number and the list behind
it cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from mingbai.desk.admissions_waiting import admission_group
from mingbai.desk.bulk import is_open
from mingbai.desk.expecting import expected_groups
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import (
    MOST_LINES,
    Group,
    Line,
    Names,
    Opening,
    Shape,
    Tone,
    aside_of,
    by_the_hour,
    day_of,
    hour_of,
    joined,
    near_hour,
    owner_of,
    title_of,
)
from mingbai.desk.lists import NEAR_LIMIT, Question, asked_of, count_words
from mingbai.desk.places import working_days
from mingbai.desk.review_lines import recheck_group, waiting_group
from mingbai.desk.spoken_days import late, near_day, near_moment
from mingbai.desk.two_weeks import TwoWeeks, two_weeks
from mingbai.desk.visitors import meeting_group, visitor_group
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES, IssueChannel
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.blocks import COUNTED, Order, asked_condition, asked_count, block
from mingbai.ledger.blocks import count as held
from mingbai.ledger.ledger import Entry, Ledger

OVERDUE = Words("已逾期", "Overdue")
DUE = Words("今天到期", "Due today")
TOMORROW = Words("明天到期", "Due tomorrow")
NEXT_DAY = Words("下一个工作日前到期", "Due by the next working day")
NEAR = Words("诉求快到时限", "Issues near their limit")
UNANSWERED = Words("证明还没写结果", "Certificates without an outcome")
DONE = Words("今天办完", "Done today")
LATE_SAID = Words("{n} 件逾期", "{n} overdue")
DUE_SAID = Words("{n} 件今天到期", "{n} due today")
MEETINGS_SAID = Words("今天 {n} 个会", "{n} meetings today")
VISITS_SAID = Words("今天 {n} 拨来访", "{n} visits today")
CALM = Words("今天没有到期的事", "Nothing is due today")


@dataclass(frozen=True, slots=True)
class Agenda:
    """What waits on one day."""

    day: date
    groups: tuple[Group, ...]
    """Those that hold anything, in the order of what hurts."""
    load: TwoWeeks
    due_today: int
    empty: bool
    """Nothing was ever recorded."""

    def group(self, code: str) -> Group | None:
        """A group by its code."""
        return next((group for group in self.groups if group.code == code), None)

    @property
    def headline(self) -> Words:
        """The day in one line: how much is late and due, and how many meetings and visits, or that nothing is."""
        if self.empty:
            return NO_WORDS
        overdue = self.group("overdue")
        late_said = LATE_SAID.format(n=overdue.count_words) if overdue else NO_WORDS
        due_said = DUE_SAID.format(n=count_words(self.due_today)) if self.due_today else NO_WORDS
        n = next((one.meetings for one in self.load.days if one.day == self.day), 0)
        called = MEETINGS_SAID.format(n=n) if n else NO_WORDS
        n = self._visits
        visited = VISITS_SAID.format(n=n) if n else NO_WORDS
        said = joined(late_said, due_said, called, visited)
        return CALM if said == NO_WORDS else said

    @property
    def _visits(self) -> int:
        """Inspections and official visits of this very day."""
        visitors = self.group("visitors")
        coming = [line.entry for line in visitors.lines if line.entry is not None] if visitors else []
        return sum(day_of(entry, entry.register.dated) == self.day for entry in coming)


def agenda(ledger: Ledger, today: date, glossary: Glossary) -> Agenda:
    """Everything that waits on a day; short reads, none of which grows with the years behind it."""
    working = working_days(ledger)
    names = Names(ledger, glossary)
    reading = _Reading(ledger, today, glossary, names)
    due = reading.due()
    near, issues_due = reading.near_limit()
    groups = (
        reading.overdue(),
        due,
        near,
        reading.due_next(working),
        admission_group(ledger, today, names, glossary),
        meeting_group(ledger, today, names, working),
        visitor_group(ledger, today, names, working),
        *expected_groups(ledger, today, names),
        waiting_group(ledger, today, names),
        recheck_group(ledger, today, names),
        reading.unanswered(),
        reading.done(),
    )
    filled = tuple(group for group in groups if group.count or group.lines)
    load = two_weeks(ledger, today, glossary, working)
    return Agenda(today, filled, load, due.count + issues_due, not filled and _is_empty(ledger))


WAITING_AT = {"today": ("overdue", "due"), "issue": ("overdue", "near"), "review": ("waiting", "rechecks")}
"""At which page what waits is told, by the groups of the agenda; at a register's page its own entries of them."""


@dataclass(frozen=True, slots=True)
class WaitingThere:
    """How much waits at a page, and of what where that is several things: 等您研判 4，复查到期 17."""

    count: int
    words: Words


PART = Words("{what} {n}", "{what} {n}")


def waiting_there(ledger: Ledger, today: date) -> dict[str, WaitingThere]:
    """How much of what waits at the pages where something may wait."""
    found = {group.code: group for group in agenda(ledger, today, Glossary(ledger, today)).groups}
    told = {}
    for page, codes in WAITING_AT.items():
        counted = [(found[code].words, _count_at(page, found[code])) for code in codes if code in found]
        parts = [PART.format(what=words, n=n) for words, n in counted if n]
        told[page] = WaitingThere(sum(n for _, n in counted), joined(*parts) if len(parts) > 1 else NO_WORDS)
    return told


def _count_at(page: str, group: Group) -> int:
    if page not in REGISTERS:
        return group.count
    return sum(opening.count for opening in group.openings if opening.register == page)


def _is_empty(ledger: Ledger) -> bool:
    return not any(held(ledger, register) for register in REGISTERS.values() if register.numbered)


@dataclass(frozen=True, slots=True)
class _Found:
    """The first entries a filter asks for, and how many there are."""

    entries: list[Entry]
    opening: Opening


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the groups of one day."""

    ledger: Ledger
    today: date
    glossary: Glossary
    names: Names

    def overdue(self) -> Group:
        """What is late, the latest first: it can still be saved, and years of forgotten ones hide nothing."""
        tasks = self._asked(TASKS, "overdue", Order("due_on", descending=True))
        issues = self._asked(ISSUES, "overdue", Order("due_at", descending=True))
        entries = sorted([*tasks.entries, *issues.entries], key=_due_day, reverse=True)
        lines = (
            self._line(entry, Shape.LATE, late(_due_day(entry), self.today), Tone.LATE) for entry in entries
        )
        return _group("overdue", OVERDUE, lines, tasks, issues, tone=Tone.LATE)

    def due(self) -> Group:
        """Assignments due today, by their hour."""
        tasks = self._asked(TASKS, f"open due_on={self.today}", Order())
        lines = (
            self._line(entry, Shape.OPEN, joined(self._hour(entry), owner_of(entry, self.names)), Tone.PLAIN)
            for entry in by_the_hour(tasks.entries, "due_on")
        )
        return _group("due", DUE, lines, tasks)

    def due_next(self, working: WorkingDays) -> Group:
        """Assignments due tomorrow, and until the next working day where tomorrow is none."""
        until = working.add(self.today, 1)
        tasks = self._asked(TASKS, f"open due_on>{self.today} due_on<={until}", Order("due_on"))
        lines = (
            self._line(entry, Shape.OPEN, near_hour(entry, "due_on", self.today), Tone.PLAIN)
            for entry in by_the_hour(tasks.entries, "due_on")
        )
        return _group("next", TOMORROW if (until - self.today).days == 1 else NEXT_DAY, lines, tasks)

    def near_limit(self) -> tuple[Group, int]:
        """Issues whose limit is today or near, and how many of them are due today."""
        issues = self._asked(ISSUES, NEAR_LIMIT, Order("due_at"))
        moments = {entry.uid: datetime.fromisoformat(str(entry.stored["due_at"])) for entry in issues.entries}
        due_today = sum(moment.date() == self.today for moment in moments.values())
        lines = (
            self._line(
                entry,
                Shape.CALL if entry.stored["channel"] in CALLED else Shape.OPEN,
                near_moment(moments[entry.uid], self.today),
                Tone.SOON if moments[entry.uid].date() == self.today else Tone.PLAIN,
            )
            for entry in issues.entries
        )
        return _group("near", NEAR, lines, issues), due_today

    def unanswered(self) -> Group:
        """Requests for which nobody wrote what came of them, the latest first."""
        found = self._asked(CERTIFICATES, "outcome=empty", Order("asked_on", descending=True))
        lines = (
            self._line(entry, Shape.STAMP, near_day(day_of(entry, "asked_on"), self.today), Tone.PLAIN)
            for entry in found.entries
        )
        return _group("certificates", UNANSWERED, lines, found)

    def done(self) -> Group:
        """What was done today."""
        tasks = self._asked(TASKS, f"done_on={self.today}", Order("done_on"))
        issues = self._asked(ISSUES, f"closed_at={self.today}", Order("closed_at"))
        certificates = self._asked(CERTIFICATES, f"asked_on={self.today} outcome!=empty", Order("asked_on"))
        lines = (
            self._line(entry, Shape.DONE, _time_of(entry), Tone.PLAIN, quiet=True)
            for found in (issues, tasks, certificates)
            for entry in found.entries
        )
        return _group("done", DONE, lines, tasks, issues, certificates)

    def _hour(self, entry: Entry) -> Words:
        return near_hour(entry, "due_on", self.today) if hour_of(entry, "due_on") else NO_WORDS

    def _line(self, entry: Entry, shape: Shape, trailing: Words, tone: Tone, *, quiet: bool = False) -> Line:
        title, aside = title_of(entry, self.names), aside_of(entry, self.names)
        closes = is_open(entry)
        return Line(entry.uid, shape, title, aside, trailing, tone, entry=entry, quiet=quiet, closes=closes)

    def _asked(self, register: Register[Any], where: str, order: Order) -> _Found:
        wanted = asked_of(self.ledger, register, Question(where), self.glossary).filter
        condition = asked_condition(self.ledger, register, wanted, self.today)
        first = block(self.ledger, register, condition, order)
        count = len(first.entries)
        if first.more:
            count = asked_count(self.ledger, register, wanted, self.today)
        return _Found(first.entries, Opening(register.words, count, register.code, where))


CALLED = (IssueChannel.HOTLINE.code, IssueChannel.PHONE.code)


def _group(code: str, words: Words, lines: Iterable[Line], *found: _Found, tone: Tone = Tone.PLAIN) -> Group:
    openings = tuple(one.opening for one in found if one.opening.count)
    count = min(COUNTED, sum(opening.count for opening in openings))
    return Group(code, words, tuple(islice(lines, MOST_LINES)), openings, count, tone)


def _due_day(entry: Entry) -> date:
    return day_of(entry, "due_on" if entry.register is TASKS else "due_at")


def _time_of(entry: Entry) -> Words:
    at = str(entry.stored["closed_at"])[11:16] if entry.register is ISSUES else ""
    return NO_WORDS if at in ("", "00:00", "23:59") else Words(at, at)
