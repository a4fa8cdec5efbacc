"""Recurring assignments: what came each week, month and quarter, what stopped, and what came back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mingbai.desk.sample.assignments import Assignments, Draft, document_of
from mingbai.desk.sample.book import sample_uid
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.material import Line
from mingbai.desk.sample.plan import Cut, Plan
from mingbai.domain.absence import ABSENCES, Absence
from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand, MinutesSource
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Minutes
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import Occurrence, occurrence, occurrences
from mingbai.domain.review import Method
from mingbai.domain.task import TaskKind
from mingbai.ledger.clock import named_uid

WAITING = ("grid", "fraud2", "safe2")
"""Weekly ones that nobody has recorded yet this week."""

GOES_ON = (Method.THINNER,)
SUCCEEDED = (Method.RARER,)


@dataclass(frozen=True, slots=True)
class _Life:
    """From when to when a recurring assignment is on the list, and from when it should no longer come."""

    starts_on: date
    ends_on: date | None
    cut_on: date | None
    came_on: date | None
    """The day it first came, for one that came back under a new name."""


def add_recurring(assignments: Assignments, plan: Plan) -> None:
    """Adds the recurring assignments with their occurrences and the periods in which they did not come."""
    for line in assignments.material.lines("recurring"):
        life = _life(line, plan, assignments.calendar)
        if life is not None:
            assignments.demands.add(line["key"])
            assignments.titles[f"demand:{line['key']}"] = line.say("title")
            demand = _demand(line, life, plan)
            uid = assignments.book.add(DEMANDS, line["key"], demand, life.starts_on)
            _add_occurrences(assignments, plan, line, life, uid)


def _life(line: Line, plan: Plan, calendar: Calendar) -> _Life | None:
    """None for one that has not begun by today."""
    period = Frequency.of(line["period"])
    cut = plan.cut_of(f"demand:{line['key']}")
    before = plan.succeeded_by(line["key"])
    again = plan.came_back_as(line["key"])
    came_on = None
    if line["since"]:
        starts_on = calendar.month(line.integer("since")).start
    elif again is not None:
        starts_on = came_on = again.back_on or calendar.today
    elif before is not None:
        starts_on = _next_period(period, before.effective_from or calendar.today)
    else:
        raise ValueError(f"nothing says when {line['key']} began")
    if starts_on > calendar.today:
        return None
    if cut is None or cut.effective_from is None or cut.method in GOES_ON:
        return _Life(starts_on, None, None, came_on)
    return _Life(starts_on, _ends_on(cut, period, calendar), cut.effective_from, came_on)


def _ends_on(cut: Cut, period: Frequency, calendar: Calendar) -> date | None:
    """A cut one is watched until its recheck, unless something takes its place; a daily one is not watched."""
    effective = cut.effective_from or calendar.today
    if cut.method in SUCCEEDED or period is Frequency.DAILY:
        return effective - timedelta(days=1)
    last = cut.recheck_on or effective
    if cut.back_on is not None:
        last = min(last, cut.back_on - timedelta(days=1))
    return last if last < calendar.today else None


def _next_period(period: Frequency, day: date) -> date:
    found = occurrence(period, day)
    if found is None:
        return day
    return day if found.start == day else found.end + timedelta(days=1)


def _demand(line: Line, life: _Life, plan: Plan) -> Demand:
    source = plan.succeeded_by(line["key"]) or plan.came_back_as(line["key"])
    follows = sample_uid(DEMANDS, source.subject.partition(":")[2]) if source else None
    minutes = plan.minutes_after(f"demand:{line['key']}", None) or line.maybe("minutes")
    return Demand(
        title=line.say("title"),
        department=named_uid(DEPARTMENTS.code, line["dept"]),
        period=Frequency.of(line["period"]),
        kind=TaskKind.of(line["kind"]),
        due_day=line.maybe("due_day"),
        form_columns=line.said("columns"),
        minutes=None if minutes is None else Minutes(minutes),
        minutes_source=MinutesSource.of(line["source"]),
        people=line.integer("people"),
        starts_on=life.starts_on,
        ends_on=life.ends_on,
        follows=follows,
        note=line.say("note"),
    )


def _add_occurrences(assignments: Assignments, plan: Plan, line: Line, life: _Life, uid: Uid) -> None:
    calendar = assignments.calendar
    period = Frequency.of(line["period"])
    if period is Frequency.DAILY:
        return
    since = max(life.starts_on, calendar.month(-MONTHS).start)
    until = min(calendar.today, life.ends_on or calendar.today)
    for each in occurrences(period, since, until, calendar.known):
        came = _came(line, life, each, calendar)
        waits = each.end >= calendar.today and line["key"] in WAITING
        if came is None:
            _add_absence(assignments, uid, each)
        elif came[0] <= calendar.today and not waits:
            draft = _draft(assignments, line, uid, each, *came)
            minutes = plan.minutes_after(f"demand:{line['key']}", came[0])
            assignments.add(replace(draft, minutes=minutes))


def _came(line: Line, life: _Life, each: Occurrence, calendar: Calendar) -> tuple[date, date] | None:
    """When an occurrence was received and due; None when it did not come."""
    first = max(each.start, calendar.month(-MONTHS).start)
    days = calendar.days(max(first, life.starts_on), each.end)
    if not days:
        return None
    ahead = line.integer("ahead")
    if life.came_on is not None and each.start <= life.came_on <= each.end:
        return life.came_on, calendar.add(life.came_on, ahead)
    due = calendar.open_from(each.due_on(line.maybe("due_day")))
    if due > each.end:
        due = days[-1]
    received = max(calendar.add(due, -ahead), days[0])
    if due < received or (life.cut_on is not None and received >= life.cut_on):
        return None
    return received, due


def _add_absence(assignments: Assignments, uid: Uid, each: Occurrence) -> None:
    calendar = assignments.calendar
    noted_on = calendar.open_from(each.end)
    if noted_on <= calendar.today and each.end < calendar.today:
        record = Absence(demand=uid, period_key=each.key, noted_on=noted_on)
        assignments.book.add(ABSENCES, f"{uid} {each.key}", record, noted_on)


def _draft(
    assignments: Assignments, line: Line, uid: Uid, each: Occurrence, received_on: date, due_on: date
) -> Draft:
    return Draft(
        key=f"{line['key']} {each.key}",
        line=line,
        title=_title(assignments, line, each),
        received_on=received_on,
        due_on=due_on,
        document=document_of(assignments, line, received_on),
        demand=uid,
        period_key=each.key,
    )


def _title(assignments: Assignments, line: Line, each: Occurrence) -> str:
    """The title with its period in words: 第44周, 11月, 四季度."""
    words = assignments.material.words
    title, mark = line.say("title"), each.key.partition("-")[2]
    if mark.startswith("W"):
        return title + words(f"（第{int(mark[1:])}周）", f", week {int(mark[1:])}")
    if mark.startswith("Q"):
        number = int(mark[1:])
        return title + words(f"（{'一二三四'[number - 1]}季度）", f", Q{number}")
    return title + words(f"（{int(mark)}月）", f", {MONTH_NAMES[int(mark) - 1]}")
