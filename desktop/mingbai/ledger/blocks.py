"""Long lists in blocks: what a table shows and what an export writes, without a cursor left open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mingbai.domain.field import Stored
from mingbai.domain.filter import ALL, Filter, both, one_of
from mingbai.domain.register import Register
from mingbai.ledger.asking import Sql, column_of, joined, listed, outside_bin
from mingbai.ledger.finding import Holding, holding
from mingbai.ledger.ledger import Entry, Ledger, entry_of
from mingbai.ledger.schema import NUMBER, TABLES

BLOCK = 256
COUNTED = 1000
"""Counts stop here: a person reads "999+"."""

FEW = 250
"""So many values are asked for in one statement."""

ID = "id"


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted; ties by the order of entry. Empty values come last either way.

    A declared field, `number` where a register has numbers, or `id`, the order of entry. By a field that
    has no index each block sorts the whole register.
    """

    column: str = ID
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A place in a list, from which to go on in either direction; it holds also when its entry is gone."""

    value: Stored
    id: int


@dataclass(frozen=True, slots=True)
class Condition:
    """Which entries of a register are asked for. Made by `asked_condition`, handed back to this room."""

    sql: Sql
    words: Holding | None = None
    """Free words whose rows need a second look."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some entries that follow one another in a list, first to last, and the keys to go on from.

    Both keys are None where nothing was found. With words asked for there may be fewer entries than rows
    walked over, even none: then `more` tells.
    """

    entries: list[Entry]
    first: Key | None
    last: Key | None
    more: bool
    """Whether there is more in the direction walked: before it for `before` and `last`, else after it."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One part of a list that an index can be walked along: by id, through empty values or filled ones."""

    condition: str
    order: str
    beyond: str
    """The condition that begins after a key, which takes `keys` values."""
    keys: tuple[str, ...]
    empty: bool | None
    """Whether it holds the empty values; None for a list by id, which is one stretch."""

    def holds(self, key: Key) -> bool:
        """Whether a key lies in this stretch."""
        return self.empty in (None, key.value is None)

    def values(self, key: Key) -> list[Stored]:
        """What `beyond` takes."""
        return [key.id if name == ID else key.value for name in self.keys]


def asked_condition(
    ledger: Ledger, register: Register[Any], wanted: Filter, today: date, words: Iterable[str] = ()
) -> Condition:
    """The entries a filter and free words ask for; those in the bin only where the filter names `binned`."""
    sql = listed(register, wanted, today)
    words = tuple(words)
    if not words:
        return Condition(sql)
    held = holding(ledger, register, words)
    exact = all(one.exact for one in held.asked)
    return Condition(joined("AND", (sql, Sql(held.text, held.parameters))), None if exact else held)


def asked(
    ledger: Ledger,
    register: Register[Any],
    wanted: Filter,
    today: date,
    order: Order | None = None,
    *,
    words: Iterable[str] = (),
) -> Iterator[list[Entry]]:
    """The entries a filter and free words ask for, in blocks of at most 256."""
    return _walked(ledger, register, asked_condition(ledger, register, wanted, today, words), order)


def asked_entries(
    ledger: Ledger, register: Register[Any], wanted: Filter, today: date, order: Order | None = None
) -> list[Entry]:
    """The entries a filter asks for, all at once; for short lists."""
    return [entry for found in asked(ledger, register, wanted, today, order) for entry in found]


def asked_among(
    ledger: Ledger,
    register: Register[Any],
    field: str,
    values: Collection[str],
    today: date,
    also: Filter = ALL,
) -> Iterator[list[Entry]]:
    """The entries whose field holds one of many values, and that meet `also`; never too many in one statement."""
    known = list(values)
    for start in range(0, len(known), FEW):
        some = one_of(field, *known[start : start + FEW])
        yield from asked(ledger, register, both(some, also), today)


def asked_uids(ledger: Ledger, register: Register[Any], wanted: Filter, today: date) -> dict[str, int]:
    """The uids of all entries a filter asks for, in the order of entry, each with its place in it."""
    where = asked_condition(ledger, register, wanted, today).sql
    sql = f'SELECT uid, id FROM "{register.code}" WHERE {where.text} ORDER BY id'
    return dict(ledger.rows(sql, where.parameters))


def asked_count(
    ledger: Ledger,
    register: Register[Any],
    wanted: Filter,
    today: date,
    *,
    words: Iterable[str] = (),
    most: int | None = None,
) -> int:
    """How many entries a filter and free words ask for, at most `most` (`COUNTED` where nothing is said)."""
    most = COUNTED if most is None else most
    condition = asked_condition(ledger, register, wanted, today, words)
    if condition.words is None:
        return _counted(ledger, register, condition.sql, most)
    found = 0
    for some in _walked(ledger, register, condition, None):
        found += len(some)
        if found >= most:
            return most
    return found


def block(
    ledger: Ledger,
    register: Register[Any],
    where: Condition,
    order: Order | None = None,
    *,
    after: Key | None = None,
    before: Key | None = None,
    last: bool = False,
) -> Block:
    """At most 256 entries: the first of a list, those after a key, those before one, or the last ones."""
    if (after is not None) + (before is not None) + last > 1:
        raise ValueError("a block begins at one place")
    order = order or Order()
    back = last or before is not None
    stretches = _stretches(register, order)
    if back:
        stretches = _stretches(register, replace(order, descending=not order.descending))[::-1]
    key = before or after
    rows: list[Entry] = []
    for stretch in stretches:
        if key is not None and not stretch.holds(key):
            continue
        # One more than is given: so it is known whether there are more.
        rows.extend(_rows(ledger, register, where.sql, stretch, key, BLOCK + 1 - len(rows)))
        key = None
        if len(rows) > BLOCK:
            break
    more = len(rows) > BLOCK
    rows = rows[:BLOCK]
    if back:
        rows.reverse()
    keys = [_key(entry, order) for entry in (rows[0], rows[-1])] if rows else [None, None]
    held = rows if where.words is None else [entry for entry in rows if where.words.holds(entry)]
    return Block(held, keys[0], keys[1], more)


def blocks(
    ledger: Ledger,
    register: Register[Any],
    where: str = "",
    parameters: Sequence[str | int] = (),
    order: Order | None = None,
) -> Iterator[list[Entry]]:
    """All entries that meet a condition from `asking` and are not in the bin, in blocks of at most 256.

    Each block begins after the last key of the block before, so rows that are added or removed meanwhile
    neither repeat nor hide others.
    """
    return _walked(ledger, register, Condition(_not_binned(register, where, parameters)), order)


def count(
    ledger: Ledger, register: Register[Any], where: str = "", parameters: Sequence[str | int] = ()
) -> int:
    """How many entries meet a condition and are not in the bin, at most `COUNTED`."""
    return _counted(ledger, register, _not_binned(register, where, parameters), COUNTED)


def has_entries(ledger: Ledger, register: Register[Any]) -> bool:
    """Whether anything lies outside the bin."""
    sql = f'SELECT EXISTS (SELECT 1 FROM "{register.code}" WHERE {outside_bin(register).text})'
    return bool(ledger.rows(sql)[0][0])


def values(ledger: Ledger, register: Register[Any], name: str) -> list[Stored]:
    """Every value that a field has outside the bin, each once, in order; for few of them."""
    column = column_of(register, name)
    sql = f'SELECT DISTINCT {column} FROM "{register.code}" WHERE {outside_bin(register).text} ORDER BY 1'
    return [value for (value,) in ledger.rows(sql)]


def _not_binned(register: Register[Any], where: str, parameters: Sequence[str | int]) -> Sql:
    return joined("AND", (outside_bin(register), Sql(f"({where or 1})", tuple(parameters))))


def _walked(
    ledger: Ledger, register: Register[Any], where: Condition, order: Order | None
) -> Iterator[list[Entry]]:
    key: Key | None = None
    while True:
        found = block(ledger, register, where, order, after=key)
        if found.entries:
            yield found.entries
        if not found.more:
            return
        key = found.last


def last_id(ledger: Ledger, register: Register[Any]) -> int:
    """The number of the row that was added last; 0 where there is none."""
    return int(ledger.rows(f'SELECT max(id) FROM "{register.code}"')[0][0] or 0)


def _counted(ledger: Ledger, register: Register[Any], where: Sql, most: int) -> int:
    sql = f'SELECT count(*) FROM (SELECT 1 FROM "{register.code}" WHERE {where.text} LIMIT {most})'
    return int(ledger.rows(sql, where.parameters)[0][0])


def _stretches(register: Register[Any], order: Order) -> tuple[_Stretch, ...]:
    way, beyond = ("DESC", "<") if order.descending else ("ASC", ">")
    if order.column == ID:
        return (_Stretch("1", f"id {way}", f"id {beyond} ?", (ID,), empty=None),)
    if order.column not in register.fields and not (register.numbered and order.column == NUMBER):
        raise KeyError(order.column)
    column = f'"{order.column}"'
    empty = _Stretch(f"{column} IS NULL", f"id {way}", f"id {beyond} ?", (ID,), empty=True)
    filled = _Stretch(
        f"{column} IS NOT NULL",
        f"{column} {way}, id {way}",
        # The first comparison lets the index be entered at the key; the second sorts out ties.
        f"{column} {beyond}= ? AND ({column} {beyond} ? OR id {beyond} ?)",
        (order.column, order.column, ID),
        empty=False,
    )
    return filled, empty


def _rows(
    ledger: Ledger, register: Register[Any], where: Sql, stretch: _Stretch, key: Key | None, limit: int
) -> list[Entry]:
    conditions = [stretch.condition, f"({where.text})"]
    values: list[Stored] = [*where.parameters]
    if key is not None:
        conditions.append(stretch.beyond)
        values.extend(stretch.values(key))
    found = " AND ".join(conditions)
    table = TABLES[register.code]
    sql = f"{table.select} WHERE {found} ORDER BY {stretch.order} LIMIT {limit}"
    return [entry_of(register, row) for row in ledger.rows_at_once(table.selected, sql, values)]


def _key(entry: Entry, order: Order) -> Key:
    if order.column == ID:
        return Key(None, entry.id)
    if order.column in entry.register.fields:
        return Key(entry.stored[order.column], entry.id)
    return Key(entry.number or None, entry.id)
