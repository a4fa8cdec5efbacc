"""A new ledger for a village or community, and what the ledger knows of its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mingbai.desk.catalogues import bring_catalogues
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.holiday import HOLIDAYS, Holiday, HolidayKind
from mingbai.domain.month import Month
from mingbai.domain.place import PLACES, Place
from mingbai.domain.register import Context
from mingbai.ledger.ledger import Ledger


def new_ledger(path: Path, place: Mapping[str, object], *, today: date) -> Ledger:
    """Creates a ledger with the shipped lists and its place, open. Hours are compared with its first day.

    Raises `Mistake` (name taken, place refused) or `Fault`; then there is no file.
    """
    given = {"base_on": today, **place}
    ledger = Ledger.create(path)
    try:
        record = PLACES.parse(given, Context(today, _nobody))
        bring_catalogues(ledger)
        with ledger.act("create", today=today) as act:
            act.insert(PLACES, record)
    except BaseException:
        ledger.close()
        path.unlink()
        raise
    return ledger


def _nobody(register: str, text: str) -> None:
    """A place refers to no other entry."""


def place_of(ledger: Ledger) -> Place:
    """The place this ledger belongs to; called by the file's name when its making was cut short."""
    entries = ledger.entries(PLACES)
    if not entries:
        return Place(name=ledger.path.stem)
    record: Place = entries[0].record
    return record


def month_of(ledger: Ledger, text: str) -> Month:
    """A month as this place cuts it. Raises `Mistake` when the text names none."""
    return Month.parse(text, place_of(ledger).month_end.cutoff)


def working_days(ledger: Ledger) -> WorkingDays:
    """The working days as the ledger's holiday list knows them."""
    days: list[Holiday] = [entry.record for entry in ledger.entries(HOLIDAYS)]
    return WorkingDays(
        [day.day for day in days if day.kind is HolidayKind.HOLIDAY],
        [day.day for day in days if day.kind is HolidayKind.WORKDAY],
    )
