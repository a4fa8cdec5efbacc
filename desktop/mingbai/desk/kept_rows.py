"""The rows of a figure as plain values: a window that showed them shows them again after a restart.

What a person typed is kept as it was typed; a figure asks for what no typed filter can say.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mingbai.domain.filter import Every, Filter, Not, Op, Operand, Other, Some, Today, Where
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words
from mingbai.ledger.asking import condition

Rows = tuple[str, Filter, Words, bool]
"""A register's code, what is asked of it, what that is called, and whether it waits to be mended."""


def kept_rows(rows: Rows) -> list[Any]:
    """The rows as what the memory takes."""
    code, wanted, title, waits = rows
    return [code, _plain(wanted), title.zh, title.en, waits]


def rows_again(kept: object, today: date) -> Rows | None:
    """The rows that were kept; None for what this version, or anybody, cannot ask for."""
    match kept:
        case [str(code), plain, str(zh), str(en), *waits] if code in REGISTERS:
            try:
                wanted = _filter(plain)
                condition(REGISTERS[code], wanted, today)
            except (KeyError, ValueError, TypeError, OverflowError, RecursionError):
                return None
            return code, wanted, Words(zh, en), waits == [True]
    return None


def _plain(asked: Filter) -> list[Any]:
    match asked:
        case Every(parts):
            return ["every", *map(_plain, parts)]
        case Some(parts):
            return ["some", *map(_plain, parts)]
        case Not(part):
            return ["not", _plain(part)]
        case Where(field, op, value):
            return ["where", field, op.value, _plain_operand(value)]


def _plain_operand(value: Operand) -> Any:
    match value:
        case Today(days):
            return {"today": days}
        case Other(field):
            return {"field": field}
        case tuple():
            return list(value)
    return value


def _filter(plain: object) -> Filter:
    match plain:
        case ["every", *parts]:
            return Every(tuple(map(_filter, parts)))
        case ["some", *parts]:
            return Some(tuple(map(_filter, parts)))
        case ["not", part]:
            return Not(_filter(part))
        case ["where", str(field), str(op), value]:
            return Where(field, Op(op), _operand(value))
    raise ValueError(f"no filter: {plain!r}")


def _operand(plain: object) -> Operand:
    match plain:
        case {"today": int(days)}:
            return Today(days)
        case {"field": str(field)}:
            return Other(field)
        case [*values]:
            return tuple(value for value in values if isinstance(value, str | int))
        case str() | int() | None:
            return plain
    raise ValueError(f"nothing to compare with: {plain!r}")
