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
    """By which column a list is sorted; ties by the order of entry."""

    column: str
    descending: bool = False


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
    last: tuple[object, int] | None = None
    while True:
        block = _block(ledger, register, where, parameters, order, last)
        if block:
            yield block
        if len(block) < BLOCK:
            return
        end = block[-1]
        last = (end.stored[order.column] if order else None, end.id)


def count(ledger: Ledger, register: Register[Any], where: str = "", parameters: Sequence[object] = ()) -> int:
    """How many entries meet a condition, at most `COUNTED`."""
    condition = f"binned_at IS NULL AND ({where})" if where else "binned_at IS NULL"
    sql = f'SELECT count(*) FROM (SELECT 1 FROM "{register.code}" WHERE {condition} LIMIT {COUNTED})'
    return int(ledger.rows(sql, parameters)[0][0])


def _block(
    ledger: Ledger,
    register: Register[Any],
    where: str,
    parameters: Sequence[object],
    order: Order | None,
    last: tuple[object, int] | None,
) -> list[Entry]:
    conditions = ["binned_at IS NULL"]
    values: list[object] = []
    if where:
        conditions.append(f"({where})")
        values.extend(parameters)
    if order is None:
        by = "id"
        if last is not None:
            conditions.append("id > ?")
            values.append(last[1])
    else:
        if order.column not in register.fields:
            raise KeyError(order.column)
        column, way, beyond = f'"{order.column}"', *(("DESC", "<") if order.descending else ("ASC", ">"))
        by = f"{column} {way}, id {way}"
        if last is not None:
            text, more = _beyond(column, beyond, last, descending=order.descending)
            conditions.append(text)
            values.extend(more)
    sql = f"{TABLES[register.code].select} WHERE {' AND '.join(conditions)} ORDER BY {by} LIMIT {BLOCK}"
    return [entry_of(register, row) for row in ledger.rows(sql, values)]


def _beyond(
    column: str, beyond: str, last: tuple[object, int], *, descending: bool
) -> tuple[str, list[object]]:
    """The rows after a key; SQLite sorts NULL first, so last when descending."""
    value, row = last
    if value is None:
        same = f"({column} IS NULL AND id {beyond} ?)"
        return (same if descending else f"({same} OR {column} IS NOT NULL)"), [row]
    # The first comparison lets the index be entered at the key; the second sorts out ties.
    if descending:
        return f"({column} < ? OR {column} IS NULL OR ({column} = ? AND id < ?))", [value, value, row]
    return f"({column} >= ? AND ({column} > ? OR id > ?))", [value, value, row]
