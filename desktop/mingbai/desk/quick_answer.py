"""What a typed line means in the five fields that a program asks for, whichever register it goes to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mingbai.desk.quick import OWNERS, REGISTERS
from mingbai.desk.quick_reader import shipped_words
from mingbai.domain.frequency import Frequency
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.occurrence import occurrence
from mingbai.domain.pattern import pattern
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.task import TaskKind
from mingbai.rules.quick.coming import coming
from mingbai.rules.quick.quick import Quick, read_quick

FIELDS = ("due_on", "kind", "department", "owner", "title")


def answer_to(text: str, today: date) -> dict[str, str | None]:
    """A line read by the shipped lists; None where nothing is said of a field."""
    quick = coming(read_quick(text, shipped_words(), today), datetime.combine(today, time.min))
    said = (due_of(quick, today), kind_of(quick), quick.value("department"), owner_of(quick), quick.title)
    return {field: value or None for field, value in zip(FIELDS, said, strict=True)}


def due_of(quick: Quick, today: date) -> str | None:
    """The day on which what a line means is due: of what recurs the next one, of a call the day it calls to."""
    if said := quick.value("due_on") or quick.value("due_at"):
        return said[:10]
    if quick.register in CALLED_KINDS:
        return quick.value(REGISTERS[quick.register].dated)[:10] or None
    found, number = None, quick.value("due_day")
    often = quick.fields.get("period")
    # 每季度末: its last day, whichever that is.
    if often is not None and not number and _AT_ITS_END.search(quick.text[often.start : often.end]):
        number = str(LAST_DAY)
    if number:
        found = occurrence(Frequency.of(quick.value("period")), today)
    if found is not None and found.due_on(int(number)) < today:
        found = occurrence(Frequency.of(quick.value("period")), found.end + timedelta(days=1))
    return found.due_on(int(number)).isoformat() if found is not None else None


def kind_of(quick: Quick) -> str:
    """What must be done as an assignment's kind says it, also where the line goes to another register."""
    kind = CALLED_KINDS.get(quick.register)
    return kind.code if kind is not None else quick.value("kind")


def owner_of(quick: Quick) -> str:
    """Whom a line names as the one to see to it: where its register has nobody who does, the name behind its @."""
    if name := OWNERS.get(quick.register):
        return quick.value(name)
    return next((part.value for part in quick.parts if quick.text[part.start] in "@＠"), "")


CALLED_KINDS = {
    MEETINGS.code: TaskKind.MEETING,
    INSPECTIONS.code: TaskKind.INSPECTION,
    RECEPTIONS.code: TaskKind.VISIT,
}
"""What a call to a meeting, a check or a visit is among the kinds of assignments."""
_AT_ITS_END = pattern("[底末]")
LAST_DAY = 366
"""As a day of a period: its last, however long it is."""
