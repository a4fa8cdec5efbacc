"""A new ledger for a village or community, and what the ledger knows of its place."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.desk.catalogues import bring_catalogues
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import Context
from mingbai.domain.holiday import HOLIDAYS, Holiday, HolidayKind
from mingbai.domain.month import Month
from mingbai.domain.place import PLACES, Place, PlaceKind
from mingbai.domain.words import Words
from mingbai.ledger.file import SUFFIX, put_in_place, refuse_name
from mingbai.ledger.ledger import Ledger

if TYPE_CHECKING:
    from mingbai.domain.period import ReportPeriod

COMMITTEES = {
    PlaceKind.COMMUNITY: Words("居民委员会", "Residents' Committee"),
    PlaceKind.VILLAGE: Words("村民委员会", "Villagers' Committee"),
}


def new_ledger(path: Path, place: Mapping[str, object], *, today: date) -> Ledger:
    """Creates a ledger with the shipped lists and its place, open. Hours are compared with its first day.

    Raises `Mistake` (name taken, place refused) or `Fault`; then there is no file.
    """
    record = PLACES.parse({"base_on": today, **place}, Context(today, no_reference))
    refuse_name(path)
    draft = path.with_name(f".{secrets.token_hex(6)}{SUFFIX}")
    ledger = Ledger.create(draft)
    try:
        bring_catalogues(ledger)
        with ledger.act("create", today=today) as act:
            act.insert(PLACES, record)
        ledger.close()
        # Only a whole ledger gets its name: one cut short in the making would look like an empty office.
        put_in_place(draft, path)
    except BaseException:
        ledger.close()
        draft.unlink(missing_ok=True)
        raise
    return Ledger(path)


def no_reference(register: str, text: str) -> None:
    """What looking up answers where nothing refers to another entry."""


def place_of(ledger: Ledger) -> Place:
    """The place this ledger belongs to; called by the file's name when its making was cut short."""
    entries = ledger.entries(PLACES)
    if not entries:
        return Place(name=ledger.path.stem)
    record: Place = entries[0].record
    return record


def committee_of(place: Place) -> Words:
    """What signs and reports for a place: its committee. A name in the other language is left as it was typed."""
    name, committee = place.name, COMMITTEES[place.kind]
    return Words(
        name if name.isascii() or name.endswith("委员会") else name + committee.zh,
        f"{name} {committee.en}" if name.isascii() and "ommittee" not in name else name,
    )


def month_of(ledger: Ledger, text: str) -> Month:
    """A month as this place cuts it. Raises `Mistake` when the text names none."""
    return Month.parse(text, place_of(ledger).month_end.cutoff)


def period_of(ledger: Ledger, text: str) -> ReportPeriod:
    """A month, quarter or year as this place cuts its months. Raises `Mistake` when the text names none."""
    from mingbai.domain.period import parse_period

    return parse_period(text, place_of(ledger).month_end.cutoff)


def working_days(ledger: Ledger) -> WorkingDays:
    """The working days as the ledger's holiday list knows them."""
    days: list[Holiday] = [entry.record for entry in ledger.entries(HOLIDAYS)]
    return WorkingDays(
        [day.day for day in days if day.kind is HolidayKind.HOLIDAY],
        [day.day for day in days if day.kind is HolidayKind.WORKDAY],
    )
