"""The same data asked for by several units, as far as the columns of their forms show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingbai.desk.lines import Names, title_of
from mingbai.desk.lists import short_units
from mingbai.domain.demand import DEMANDS, asked_still
from mingbai.domain.field import LIST_MARK
from mingbai.domain.filter import Filter, Op, Where, both, filled
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order, asked
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.columns import alike, compared, telling

YEAR = timedelta(days=365)
MOST_READ = 2000
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class AskedByMany:
    """One kind of data and the units that ask for it."""

    title: Words
    units: tuple[Words, ...]
    entries: tuple[Entry, ...]
    shared: tuple[str, ...]
    """Columns that say something and that all of the forms have, in the order of the newest."""


@dataclass(slots=True)
class _Kind:
    columns: Mapping[str, str]
    common: tuple[str, ...]
    by_unit: dict[str, Entry]


def asked_by_many(ledger: Ledger, today: date, names: Names) -> tuple[AskedByMany, ...]:
    """Data that two or more units asked for in the last twelve months, most units first.

    Where no form's columns were noted there is nothing to say, and nothing is said.
    """
    kinds: list[_Kind] = []
    for entry in _forms(ledger, today):
        columns = telling(str(entry.stored["form_columns"]).split(LIST_MARK))
        unit = str(entry.stored["department"])
        kind = next((one for one in kinds if alike(compared(columns, one.columns))), None)
        if kind is None:
            kinds.append(_Kind(columns, tuple(columns.values()), {unit: entry}))
        else:
            shared = compared(kind.columns, columns).shared
            kind.common = tuple(column for column in kind.common if column in shared)
            kind.by_unit.setdefault(unit, entry)
    units = short_units(ledger)
    shown = sorted((kind for kind in kinds if len(kind.by_unit) > 1), key=lambda one: -len(one.by_unit))
    return tuple(
        AskedByMany(
            title_of(next(iter(kind.by_unit.values())), names),
            tuple(Words(*units.get(uid, ("", ""))) for uid in kind.by_unit),
            tuple(kind.by_unit.values()),
            kind.common,
        )
        for kind in shown[:MOST_SHOWN]
    )


def _forms(ledger: Ledger, today: date) -> list[Entry]:
    since = (today - YEAR).isoformat()
    found = _read(ledger, DEMANDS, both(filled("form_columns"), asked_still(today)), today, Order())
    recent = both(filled("form_columns"), Where("received_on", Op.ABOVE, since))
    return [*found, *_read(ledger, TASKS, recent, today, Order("received_on", descending=True))]


def _read(ledger: Ledger, register: Register[Any], wanted: Filter, today: date, order: Order) -> list[Entry]:
    found: list[Entry] = []
    for some in asked(ledger, register, wanted, today, order):
        found.extend(some)
        if len(found) >= MOST_READ:
            break
    return found
