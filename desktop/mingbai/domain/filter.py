"""One grammar for asking: chips, saved views, rules, figures and drill-downs are all `Filter` values.

A filter names fields and compares them with stored values, with today, or with another field. It is
evaluated in SQL only (`ledger.asking`); what a person types becomes one in `domain.asking`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mingbai.domain.choice import Choice


class Op(Enum):
    """How a field is compared; the value is the sign a person types."""

    IS = "="
    IS_NOT = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    ONE_OF = "in"
    HAS = "~"
    """Text that contains these words, or a list that holds this item."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day of asking, some days later or earlier."""

    days: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """The value of another field of the same entry."""

    field: str


Operand = str | int | None | Today | Other | tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """One comparison. `Where("status", Op.IS, None)` asks for an empty field."""

    field: str
    op: Op
    value: Operand


@dataclass(frozen=True, slots=True)
class Every:
    """All of these hold; of none, everything does."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of these holds."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """This does not hold; an empty field counts as not holding."""

    part: Filter


Filter = Where | Every | Some | Not

ALL = Every(())


def equals(field: str, value: str | int | Choice | None) -> Where:
    """The field holds exactly this; None asks for an empty field."""
    return Where(field, Op.IS, value.code if isinstance(value, Choice) else value)


def one_of(field: str, *values: str | Choice) -> Where:
    """The field holds one of these."""
    return Where(field, Op.ONE_OF, tuple(v.code if isinstance(v, Choice) else v for v in values))


def has(field: str, item: str | Choice) -> Where:
    """The list holds this item, or the text contains it."""
    return Where(field, Op.HAS, item.code if isinstance(item, Choice) else item)


def filled(field: str) -> Where:
    """Something stands in the field."""
    return Where(field, Op.IS_NOT, None)


def empty(field: str) -> Where:
    """Nothing stands in the field."""
    return Where(field, Op.IS, None)


def both(*parts: Filter | None) -> Filter:
    """All of these hold; None parts are passed over."""
    real = tuple(p for p in parts if p is not None and p != ALL)
    return real[0] if len(real) == 1 else Every(real)


def fields_of(asked: Filter | None) -> Iterator[str]:
    """Every field a filter reads."""
    match asked:
        case None:
            return
        case Where(field, _, value):
            yield field
            if isinstance(value, Other):
                yield value.field
        case Every(parts) | Some(parts):
            for part in parts:
                yield from fields_of(part)
        case Not(part):
            yield from fields_of(part)
