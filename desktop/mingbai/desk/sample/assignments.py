"""Assignments: drafts gathered first, then given their ends (done, late, open, void) and written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mingbai.desk.sample.book import Book, sample_uid
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.material import Line, Material, dice
from mingbai.desk.sample.plan import Plan
from mingbai.domain.column import Uid
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Minutes
from mingbai.domain.staff import STAFF
from mingbai.domain.task import NONE_SEEN, TASKS, Ask, Listing, Status, Task, TaskChannel, TaskKind
from mingbai.ledger.clock import named_uid

FIRST_COUNT, LAST_COUNT = 11.5, 8.0
"""One-off assignments in the first and in the current month."""
SEASONS = {1: 0.9, 2: 0.75, 11: 1.15, 12: 1.1}
REST = 270
"""Days before a one-off assignment may come again."""

LONG = (("oldestate", 33), ("gashose", 24))
"""Long matters that are honestly still open, and how many working days ago they came."""
RECENT = (("elder", 3), ("install", 5), ("fraudphoto", 2))
"""Matters that wait with an open flag, and how many working days ago they came."""
OVERDUE = 2
VOID_MONTHS = (-10, -6, -2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One assignment before it is known how it ended."""

    key: str
    line: Line
    title: str
    received_on: date
    due_on: date
    document: str
    demand: Uid | None = None
    period_key: str = ""
    minutes: int | None = None
    """What it takes, where that differs from the line's."""
    status: Status | None = None
    note: str = ""


class Assignments:
    """The assignments of the sample while they are being put together."""

    def __init__(self, book: Book, material: Material, calendar: Calendar) -> None:
        self.book = book
        self.material = material
        self.calendar = calendar
        self.drafts: dict[str, Draft] = {}
        self.demands: set[str] = set()
        self.titles: dict[str, str] = {}
        self.prefixes = {line["department"]: line for line in material.lines("document_prefixes")}

    def add(self, draft: Draft) -> None:
        """Takes one draft."""
        self.drafts[draft.key] = draft

    def write(self) -> None:
        """Hands every draft to the book as an assignment."""
        chance = dice("assignments", self.calendar.today)
        overdue = self._overdue()
        notes = [line.say("note") for line in self.material.lines("task_notes")]
        for draft in sorted(self.drafts.values(), key=lambda one: (one.received_on, one.key)):
            roll, late_by, minutes = chance.random(), chance.choice((1, 1, 2, 3)), chance.uniform(0.8, 1.25)
            note = chance.choice(notes) if chance.random() < 0.12 else ""
            late = roll < 0.11 - 0.08 * self.calendar.share(self.calendar.number(draft.received_on))
            early = 1 if roll > 0.6 else 0
            done_on = max(self.calendar.add(draft.due_on, late_by if late else -early), draft.received_on)
            is_open = done_on > self.calendar.today or draft.key in overdue or draft.status is Status.DOING
            self._write(draft, None if is_open else done_on, minutes, note, chance.random() < 0.07)

    def _write(self, draft: Draft, done_on: date | None, factor: float, note: str, untimed: bool) -> None:
        line = draft.line
        status = draft.status or (Status.DONE if done_on else self._open_status(draft))
        if status is Status.VOID:
            done_on = None
        spent = (
            None
            if done_on is None or untimed
            else Minutes(max(5, round((draft.minutes or line.integer("minutes")) * factor / 5) * 5))
        )
        unsure = status is Status.TODO and draft.demand is None
        record = Task(
            received_on=draft.received_on,
            department=named_uid(DEPARTMENTS.code, line["dept"]),
            title=draft.title,
            due_on=draft.due_on,
            kind=TaskKind.of(line["kind"]),
            asks=tuple(Ask.of(code) for code in line.parts("asks")),
            channel=TaskChannel.of(line["channel"]),
            document=draft.document,
            listing=None if unsure else Listing.of(line["listing"]),
            demand=draft.demand,
            period_key=draft.period_key,
            form_columns=line.said("columns"),
            minutes=spent,
            owner=sample_uid(STAFF, line["owner"]),
            status=status,
            done_on=done_on,
            note=draft.note or (note if status is Status.DONE else ""),
        )
        self.book.add(TASKS, draft.key, record, draft.received_on)

    def _open_status(self, draft: Draft) -> Status:
        return Status.DOING if draft.received_on < self.calendar.add(self.calendar.today, -1) else Status.TODO

    def _overdue(self) -> set[str]:
        """The latest one-off matters whose day has just passed."""
        oldest = self.calendar.add(self.calendar.today, -12)
        passed = [
            draft
            for draft in self.drafts.values()
            if oldest <= draft.received_on and draft.due_on < self.calendar.today and draft.status is None
        ]
        latest = sorted(passed, key=lambda one: (one.demand is None, one.due_on, one.key))
        return {draft.key for draft in latest[-OVERDUE:]}


def document_of(assignments: Assignments, line: Line, received_on: date) -> str:
    """A document number of the department's own series, rising through the year; or that none was seen."""
    if line["doc"] != "1":
        return NONE_SEEN if line["doc"] == "0" else ""
    prefix = assignments.prefixes[line["dept"]]
    number = 1 + (received_on.timetuple().tm_yday - 1) * prefix.integer("per_year") // 366
    year = received_on.year
    name = prefix.say("prefix")
    return assignments.material.words(f"{name}〔{year}〕{number}号", f"{name} [{year}] No. {number}")


def add_assignments(assignments: Assignments, plan: Plan) -> None:
    """Adds the one-off assignments: those that decisions speak of, long ones, and a choice for each month."""
    lines = {line["key"]: line for line in assignments.material.lines("assignments")}
    calendar = assignments.calendar
    forced = {key: day for key, day in plan.task_days().items() if day <= calendar.today}
    forced |= {
        key: calendar.add(calendar.today, -days) for key, days in (*LONG, *RECENT) if key not in forced
    }
    for key, day in forced.items():
        status = Status.DOING if key in dict(LONG) else None
        _add(assignments, lines[key], day, key, status)
    chooser = _Chooser([line for key, line in lines.items() if key.startswith("a")], calendar)
    taken = Counter(calendar.number(day) for day in forced.values())
    for number in range(-MONTHS, 1):
        for line, day in chooser.choose(number, taken[number]):
            _add(assignments, line, day, f"{line['key']} {day.isoformat()}")
    _add_void(assignments)


def _add(assignments: Assignments, line: Line, day: date, key: str, status: Status | None = None) -> None:
    due_on = assignments.calendar.add(day, line.integer("days"))
    if key in dict(RECENT):
        due_on = max(due_on, assignments.calendar.add(assignments.calendar.today, 1))
    assignments.titles[f"task:{key}"] = line.say("title")
    assignments.add(
        Draft(
            key=key,
            line=line,
            title=line.say("title"),
            received_on=day,
            due_on=due_on,
            document=document_of(assignments, line, day),
            status=status,
        )
    )


def _add_void(assignments: Assignments) -> None:
    """A few that were written down twice, and so were voided."""
    note = assignments.material.words("重复登记，已作废。", "Recorded twice; void.")
    for number in VOID_MONTHS:
        month = assignments.calendar.month(number)
        first = next(
            draft
            for draft in assignments.drafts.values()
            if draft.demand is None and month.start <= draft.received_on <= month.end
        )
        assignments.add(replace(first, key=f"{first.key} void", status=Status.VOID, note=note))


class _Chooser:
    """Chooses one-off assignments for a month: those in season, longest not seen, with what a month needs."""

    def __init__(self, lines: list[Line], calendar: Calendar) -> None:
        self._lines = lines
        self._calendar = calendar
        self._chance = dice("one-off assignments", calendar.today)
        self._last: dict[str, date] = {}

    def choose(self, number: int, taken: int) -> list[tuple[Line, date]]:
        """The assignments of a month with the day each was received; later than today never."""
        month = self._calendar.month(number)
        count = FIRST_COUNT + (LAST_COUNT - FIRST_COUNT) * self._calendar.share(number)
        wanted = max(4, round(count * SEASONS.get(month.number, 1.0)) - taken // 2)
        days = self._calendar.days(month.start, month.end)
        chosen = self._chosen(month.number, month.start, wanted)
        found = [(line, self._chance.choice(days)) for line in chosen]
        for line, day in found:
            self._last[line["key"]] = day
        return [(line, day) for line, day in found if day <= self._calendar.today]

    def _chosen(self, number: int, start: date, wanted: int) -> list[Line]:
        rested = start - timedelta(days=REST)
        ready = [
            line
            for line in self._lines
            if (not line.months or number in line.months) and self._last.get(line["key"], date.min) < rested
        ]
        order = {line["key"]: self._chance.random() for line in ready}
        ready.sort(key=lambda line: (line["key"] in self._last, not line.months, order[line["key"]]))
        seasonal = [line for line in ready if line.months][: wanted // 2]
        others = [line for line in ready if line not in seasonal and not line.months]
        # Every month has one, so what is at short notice is kept for the months to come.
        short = [line for line in others if line.integer("days") < 2]
        rest = [line for line in others if line not in short]
        return (short[:1] + seasonal + rest)[:wanted]
