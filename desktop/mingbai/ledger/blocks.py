"""Long lists in blocks: what a table shows and what an export writes, without a cursor left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai.domain.register import Register
from mingbai.ledger.ledger import Entry, Ledger, entry_of
from mingbai.ledger.schema import TABLES

BLOCK = 256
COUNTED = 1000
"""Counts stop here: a person reads "999+"."""


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted; ties by the order of entry, empty values as if they were smallest."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One part of a list that an index can be walked along: by id, through empty values or filled ones."""

    condition: str
    order: str
    after: str
    """The condition that begins after a key, which takes `keys` values."""
    keys: tuple[str, ...]


def blocks(
    ledger: Ledger,
    register: Register[Any],
    where: str = "",
    parameters: Sequence[object] = (),
    order: Order | None = None,
) -> Iterator[list[Entry]]:
    """All entries that meet a condition from `asking` and are not in the bin, in blocks of at most 256.

    Each block is one short statement that begins after the last key of the block before, so rows that are
    added or removed meanwhile neither repeat nor hide others.
    """
    for stretch in _stretches(register, order):
        last: Entry | None = None
        while True:
            block = _block(ledger, register, where, parameters, stretch, last)
            if block:
                yield block
            if len(block) < BLOCK:
                break
            last = block[-1]


def count(ledger: Ledger, register: Register[Any], where: str = "", parameters: Sequence[object] = ()) -> int:
    """How many entries meet a condition, at most `COUNTED`."""
    condition = f"binned_at IS NULL AND ({where})" if where else "binned_at IS NULL"
    sql = f'SELECT count(*) FROM (SELECT 1 FROM "{register.code}" WHERE {condition} LIMIT {COUNTED})'
    return int(ledger.rows(sql, parameters)[0][0])


def _stretches(register: Register[Any], order: Order | None) -> tuple[_Stretch, ...]:
    if order is None:
        return (_Stretch("1", "id", "id > ?", ("id",)),)
    if order.column not in register.fields:
        raise KeyError(order.column)
    column, way, beyond = f'"{order.column}"', *(("DESC", "<") if order.descending else ("ASC", ">"))
    empty = _Stretch(f"{column} IS NULL", f"id {way}", f"id {beyond} ?", ("id",))
    filled = _Stretch(
        f"{column} IS NOT NULL",
        f"{column} {way}, id {way}",
        # The first comparison lets the index be entered at the key; the second sorts out ties.
        f"{column} {beyond}= ? AND ({column} {beyond} ? OR id {beyond} ?)",
        (order.column, order.column, "id"),
    )
    return (filled, empty) if order.descending else (empty, filled)


def _block(
    ledger: Ledger,
    register: Register[Any],
    where: str,
    parameters: Sequence[object],
    stretch: _Stretch,
    last: Entry | None,
) -> list[Entry]:
    conditions = ["binned_at IS NULL", stretch.condition]
    values: list[object] = []
    if where:
        conditions.append(f"({where})")
        values.extend(parameters)
    if last is not None:
        conditions.append(stretch.after)
        values.extend(last.id if key == "id" else last.stored[key] for key in stretch.keys)
    found = " AND ".join(conditions)
    sql = f"{TABLES[register.code].select} WHERE {found} ORDER BY {stretch.order} LIMIT {BLOCK}"
    return [entry_of(register, row) for row in ledger.rows(sql, values)]
