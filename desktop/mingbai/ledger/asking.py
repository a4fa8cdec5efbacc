"""A `Filter` as SQL: names come from the declarations only, values only as parameters.

An empty field compares as false with everything. `IS_NOT` and `Not` say "it does not hold", so they are
true for an empty field. A moment compared with a day counts by the whole day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingbai.domain.field import LIST_MARK, Kind
from mingbai.domain.filter import (
    Every,
    Filter,
    Not,
    Op,
    Operand,
    Other,
    Some,
    Today,
    Where,
    equals,
    fields_of,
)
from mingbai.domain.register import Register

BINNED = "binned"
"""A field that every register has: 1 for an entry in the bin, 0 for one outside it."""

LISTS = (Kind.LIST, Kind.CHOICES)

FEW = 4
"""So many values are compared one by one: for a list SQLite builds a table each time it is asked."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with the values for its question marks, in order."""

    text: str
    parameters: tuple[str | int, ...] = ()


def condition(register: Register[Any], asked: Filter, today: date) -> Sql:
    """What stands after WHERE for a filter; columns are named with their table.

    Besides the declared fields a filter may name the register's computed ones and `uid`, `number`
    and `binned`. Any other name is a bug and raises `KeyError`.
    """
    match asked:
        case Every(parts):
            return joined("AND", (condition(register, part, today) for part in parts))
        case Some(parts):
            return joined("OR", (condition(register, part, today) for part in parts))
        case Not(part):
            inner = condition(register, part, today)
            return Sql(f"({inner.text}) IS NOT TRUE", inner.parameters)
        case Where(name, op, value):
            if name in register.computed and name not in register.fields:
                return _computed(register, asked, today)
            if name == BINNED and name not in register.fields:
                return _binned(register, asked)
            column, kind = column_of(register, name), kind_of(register, name)
            return _compared(register, column, kind, op, value, today)


def listed(register: Register[Any], asked: Filter, today: date) -> Sql:
    """What stands after WHERE for a list: entries in the bin only where the filter speaks of `binned`.

    Of groups divided by "or", each speaks for itself.
    """
    if BINNED in register.fields or BINNED not in fields_of(asked):
        return joined("AND", (outside_bin(register), condition(register, asked, today)))
    if isinstance(asked, Some):
        return joined("OR", (listed(register, part, today) for part in asked.parts))
    return condition(register, asked, today)


def outside_bin(register: Register[Any]) -> Sql:
    """The entries that are not in the bin."""
    return _binned(register, equals(BINNED, 0))


def joined(word: str, parts: Iterable[Sql]) -> Sql:
    """Several conditions as one, joined by AND or OR; of none, AND is true and OR is false."""
    pieces = list(parts)
    if not pieces:
        return Sql("1" if word == "AND" else "0")
    if len(pieces) == 1:
        return pieces[0]
    text = f" {word} ".join(piece.text for piece in pieces)
    return Sql(f"({text})", tuple(value for piece in pieces for value in piece.parameters))


def column_of(register: Register[Any], name: str) -> str:
    """The column of a field, quoted and named with its table."""
    kind_of(register, name)
    return f'"{register.code}"."{name}"'


def kind_of(register: Register[Any], name: str) -> Kind:
    """What a field holds. Raises `KeyError` for a name that is not declared."""
    if name in register.fields:
        return register.fields[name].kind
    if name == "uid" or (name == "number" and register.numbered):
        return Kind.TEXT
    raise KeyError(f"{register.code} has no field {name!r}")


def day_of(register: Register[Any], name: str) -> str:
    """The day of a date or moment, as text."""
    column = column_of(register, name)
    return column if kind_of(register, name) is Kind.DATE else f"substr({column}, 1, 10)"


def _computed(register: Register[Any], asked: Where, today: date) -> Sql:
    meant = register.computed[asked.field].filter
    return condition(register, meant if _yes(asked) else Not(meant), today)


def _binned(register: Register[Any], asked: Where) -> Sql:
    # Written like this, and not as a comparison, so that an index of what is outside the bin serves it.
    return Sql(f'"{register.code}"."binned_at" IS {"NOT NULL" if _yes(asked) else "NULL"}')


def _yes(asked: Where) -> bool:
    if asked.op not in {Op.IS, Op.IS_NOT} or asked.value not in {0, 1}:
        raise ValueError(f"{asked.field} is either 1 or 0, not {asked.op.value} {asked.value!r}")
    return bool(asked.value) is (asked.op is Op.IS)


def _compared(register: Register[Any], column: str, kind: Kind, op: Op, value: Operand, today: date) -> Sql:
    if value is None:
        if op not in {Op.IS, Op.IS_NOT}:
            raise ValueError(f"nothing is {op.value} an empty value")
        return Sql(f"{column} IS {'NULL' if op is Op.IS else 'NOT NULL'}")
    if isinstance(value, tuple):
        if op is not Op.ONE_OF:
            raise ValueError(f"several values need {Op.ONE_OF.value!r}, not {op.value!r}")
        return _one_of(register, column, kind, value, today)
    if op is Op.IS_NOT:
        same = _compared(register, column, kind, Op.IS, value, today)
        return Sql(f"({same.text}) IS NOT TRUE", same.parameters)
    if isinstance(value, Other):
        return _against_other(register, column, kind, op, value.field)
    if isinstance(value, Today):
        value = (today + timedelta(days=value.days)).isoformat()
    if op is Op.HAS:
        held = _has(column, kind, "?")
        return Sql(held, (value,) * held.count("?"))
    if kind is Kind.MOMENT and isinstance(value, str) and len(value) == len("2026-11-30"):
        return _against_day(column, op, date.fromisoformat(value))
    if op is Op.ONE_OF:
        raise ValueError(f"{op.value!r} needs several values, not {value!r}")
    return Sql(f"{column} {op.value} ?", (value,))


def _one_of(
    register: Register[Any], column: str, kind: Kind, values: tuple[str | int, ...], today: date
) -> Sql:
    if kind is Kind.MOMENT or len(values) <= FEW:
        return joined("OR", (_compared(register, column, kind, Op.IS, value, today) for value in values))
    return Sql(f"{column} IN ({', '.join('?' * len(values))})", values)


def _against_other(register: Register[Any], column: str, kind: Kind, op: Op, name: str) -> Sql:
    other, other_kind = column_of(register, name), kind_of(register, name)
    if op is Op.HAS:
        return Sql(_has(column, kind, other))
    if kind is Kind.MOMENT and other_kind is Kind.DATE:
        column = f"substr({column}, 1, 10)"
    elif kind is Kind.DATE and other_kind is Kind.MOMENT:
        other = f"substr({other}, 1, 10)"
    return Sql(f"{column} {op.value} {other}")


def _has(column: str, kind: Kind, what: str) -> str:
    if kind in LISTS:
        mark = f"'{LIST_MARK}'"
        # Most lists are empty or hold nothing like it, and those are passed over sooner.
        return (
            f"({column} IS NOT NULL AND instr({column}, {what}) > 0 "
            f"AND instr({mark} || {column} || {mark}, {mark} || {what} || {mark}) > 0)"
        )
    return f"instr(lower({column}), lower({what})) > 0"


def _against_day(column: str, op: Op, day: date) -> Sql:
    this, following = day.isoformat(), (day + timedelta(days=1)).isoformat()
    match op:
        case Op.IS:
            return Sql(f"({column} >= ? AND {column} < ?)", (this, following))
        case Op.BELOW | Op.AT_LEAST:
            return Sql(f"{column} {op.value} ?", (this,))
        case Op.AT_MOST:
            return Sql(f"{column} < ?", (following,))
        case Op.ABOVE:
            return Sql(f"{column} >= ?", (following,))
        case _:
            raise ValueError(f"a day cannot be asked with {op.value!r}")
