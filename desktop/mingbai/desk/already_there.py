"""Whether what a notice says is recorded already: the same notice comes in the group, by mail and on paper."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from mingbai.desk.near_units import near_new_unit
from mingbai.desk.notice_into import DAYS
from mingbai.desk.pasting import Pasted
from mingbai.desk.quick_noticing import alike_to
from mingbai.desk.spoken_days import near_day
from mingbai.desk.suggesting import Spoken
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import LONG_LIMIT
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.text import fold
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.notice.document import plain_number

THERE = Words(
    "这份通知已经登记过：{n}，{day}登记；再登记会多出一条",
    "This notice is recorded already: {n}, {day}; adding it makes a second one",
)
RECENT = timedelta(days=370)
"""What is older comes again: the survey of another year."""
ENOUGH = 30


def already_there(ledger: Ledger, pasted: Pasted, today: date) -> tuple[Spoken, ...]:
    """The entry that was made of the same notice, or of one with its title, unit and day."""
    title = pasted.value("title")
    if not title:
        return ()
    units = {entry.uid: str(entry.stored["name"]) for entry in ledger.entries(DEPARTMENTS, binned=True)}
    for register in _registers(pasted):
        for entry in find(ledger, title, [register], enough=ENOUGH):
            day = _day(entry)
            if day is not None and today - day <= RECENT and _same(entry, pasted, units):
                return (
                    Spoken(
                        THERE.format(n=entry.number, day=near_day(day, today)),
                        NO_WORDS,
                        entry,
                        calm=True,
                        same=True,
                    ),
                )
    return ()


def alike_there(ledger: Ledger, pasted: Pasted, today: date, told: Collection[Spoken]) -> tuple[Spoken, ...]:
    """The unit that a new one may be, and the entry with much the same title: another number, another day.

    Nothing of an entry that is told of already.
    """
    return (*_near_unit(ledger, pasted, today), *_alike(ledger, pasted, today, told))


def _near_unit(ledger: Ledger, pasted: Pasted, today: date) -> tuple[Spoken, ...]:
    near = near_new_unit(ledger, pasted.value("department"), today)
    return (
        ()
        if near is None
        else (Spoken(near[1], NO_WORDS, ledger.entry(DEPARTMENTS, near[0].uid), calm=True),)
    )


def _alike(ledger: Ledger, pasted: Pasted, today: date, told: Collection[Spoken]) -> tuple[Spoken, ...]:
    title, known = pasted.value("title"), {one.other.uid for one in told if one.other is not None}
    for register in _registers(pasted) if title else ():
        alike = alike_to(ledger, register, title, today)
        if alike is not None and alike.entry is not None:
            return (
                () if alike.entry.uid in known else (Spoken(alike.words, NO_WORDS, alike.entry, calm=True),)
            )
    return ()


def _registers(pasted: Pasted) -> tuple[Register[Any], ...]:
    return (TASKS, DEMANDS) if pasted.into is TASKS else (pasted.into,)


def _same(entry: Entry, pasted: Pasted, units: Mapping[Uid, str]) -> bool:
    stored = entry.stored
    if _plain(str(stored["title"])) != _plain(pasted.value("title")):
        return False
    numbers = {plain_number(str(stored.get("document") or "")), plain_number(pasted.value("document"))} - {""}
    if len(numbers) > 1:
        return False
    text = _plain(pasted.text[:LONG_LIMIT])
    if text and _plain(str(stored.get("note") or "")) == text:
        return True
    due = "due_on" if entry.register is TASKS else DAYS.get(entry.register.code)
    asked = pasted.value("due_on" if pasted.into is TASKS else "held_on")
    same_day = due is not None and str(stored.get(due) or "")[:10] == asked
    return same_day and units.get(Uid(str(stored["department"]))) == pasted.value("department")


def _day(entry: Entry) -> date | None:
    dated = str(entry.stored.get(entry.register.dated) or "")[:10]
    return date.fromisoformat(dated) if dated else None


def _plain(text: str) -> str:
    return "".join(fold(text).split())
