"""Meetings, inspections, visits, plaques, activities, experts, admissions and points of the sample.

Each line of the material comes once a month of a stretch; what is no day of its own is so many working days
later, and stays empty while that day has not come. A few more lie ahead, in working days from today.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mingbai.desk.sample.book import Book
from mingbai.desk.sample.calendar import Calendar
from mingbai.desk.sample.material import Line, Material, dice
from mingbai.domain.column import Uid
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Context, Kind
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.clock import named_uid

PAIR, SOME = "|", "@"

STATES = {"removed": "removed_on", "merged": "removed_on", "rehung": "rehung_on"}
"""A plaque is in that state from the day of this field."""


def add_others(book: Book, material: Material, calendar: Calendar) -> None:
    """Adds every line in each of its months that has come."""
    for number, line in enumerate(material.lines("others")):
        register = REGISTERS[line["register"]]
        for month in range(line.integer("from"), line.integer("to") + 1, line.integer("step")):
            day = calendar.on(month, line.integer("day"))
            if day <= calendar.today:
                record = _record(material, calendar, register, line, day)
                book.add(register, f"{number} {month}", record, day)


def add_coming(book: Book, material: Material, calendar: Calendar) -> None:
    """Adds who and what comes in the next working days: nothing of it lies in a month that is over."""
    for number, line in enumerate(material.lines("coming")):
        register = REGISTERS[line["register"]]
        day = calendar.add(calendar.today, line.integer("days"))
        book.add(register, f"coming {number}", _record(material, calendar, register, line, day), day)


def _record(material: Material, calendar: Calendar, register: Register[Any], line: Line, day: date) -> Any:
    draft: dict[str, object] = {register.dated: day.isoformat(), "title": line.say("title")}
    if line["department"]:
        draft["raised_to" if "raised_to" in register.fields else "department"] = line["department"]
    for pair in line.parts("values"):
        name, _, text = pair.partition("=")
        zh, _, en = text.partition(PAIR)
        draft[name] = _value(material, calendar, register, name, material.words(zh, en or zh), day)
    if "decided_on" in draft and draft["decided_on"] is None:
        draft.pop("decision", None)
    if "answered_on" in draft and draft["answered_on"] is None:
        draft = {name: value for name, value in draft.items() if name not in ("result", "answer")}
    since = STATES.get(str(draft.get("state")))
    if since is not None and draft.get(since) is None:
        draft.pop("state")
    return register.parse(draft, Context(calendar.today, _look_up))


def _value(
    material: Material, calendar: Calendar, register: Register[Any], name: str, text: str, day: date
) -> object:
    if text.startswith(SOME):
        names = [line.say("name") for line in material.lines("residents")]
        return dice(f"volunteers {day}", calendar.today).sample(names, int(text.removeprefix(SOME)))
    if register.fields[name].kind is Kind.DATE:
        later = calendar.add(day, int(text))
        # What is planned has its day beforehand; what happened only once it did.
        return later.isoformat() if later <= calendar.today or name in ("starts_on", "ends_on") else None
    return text


def _look_up(register: str, text: str) -> Uid | None:
    return named_uid(register, text) if register == DEPARTMENTS.code else None
