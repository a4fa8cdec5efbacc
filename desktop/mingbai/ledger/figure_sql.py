"""How each figure is written in SQL: what is summed, paired or listed of its entries, and which of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mingbai.domain.figure import Duration, Flow, Overlap, Stock, Top
from mingbai.domain.filter import ALL, Every, Filter, Not, Op, Other, Where
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.asking import Sql, column_of, condition, day_of
from mingbai.ledger.tallying import BACKWARDS, MARK, PART, mark_of

APART = {("task", "received_on", "done_on"), ("issue", "accepted_at", "closed_at")}
"""Registers and their days of beginning and end where what ended before it began has indexes of its own."""


def conjuncts(asked: Filter) -> Iterator[Filter]:
    """The conditions that must hold together, each alone."""
    if isinstance(asked, Every):
        for part in asked.parts:
            yield from conjuncts(part)
    else:
        yield asked


def array(values: Sequence[Sql], source: str, where: Sql | None = None) -> Sql:
    """One scalar subquery that brings back several values, joined by `PART`."""
    text = f" || '{PART}' || ".join(f"ifnull({value.text}, '')" for value in values)
    text = f"(SELECT {text} {source}"
    if where is not None:
        text += f" WHERE {where.text}"
    parameters = tuple(p for value in values for p in value.parameters)
    return Sql(text + ")", parameters + (where.parameters if where is not None else ()))


def plus(counts: Sequence[Sql]) -> Sql:
    """The sum of several counts."""
    return Sql(" + ".join(c.text for c in counts), tuple(p for c in counts for p in c.parameters))


def sum_of(figure: Flow) -> str:
    """What a flow adds up: its entries, or a number that each holds."""
    if not figure.of:
        return "count(*)"
    register = REGISTERS[figure.register]
    of = column_of(register, figure.of)
    if figure.times:
        return f"sum({of} * ifnull({column_of(register, figure.times)}, 1))"
    return f"sum({of} - ifnull({column_of(register, figure.less)}, 0))" if figure.less else f"sum({of})"


def not_yet(figure: Flow) -> str:
    """What has not happened to an entry by the end of the month, where that is asked."""
    if not figure.not_yet:
        return ""
    column = column_of(REGISTERS[figure.register], figure.not_yet)
    return f"({column} IS NULL OR {column} >= months.beyond)"


def day_pairs(figure: Duration) -> str:
    """Both days of each entry in one text."""
    return f"group_concat({_both_days(figure)}, '{MARK}')"


def day_pairs_in_order(figure: Duration) -> str:
    """The same, with the sign for an entry that ends before it begins."""
    register = REGISTERS[figure.register]
    forwards = condition(register, Where(figure.end, Op.AT_LEAST, Other(figure.start)), date.min).text
    backwards = condition(register, ends_before(figure.start, figure.end), date.min).text
    return (
        f"group_concat(CASE WHEN {forwards} THEN {_both_days(figure)} "
        f"WHEN {backwards} THEN '{BACKWARDS}' END, '{MARK}')"
    )


def _both_days(figure: Duration) -> str:
    register = REGISTERS[figure.register]
    return f"{day_of(register, figure.start)} || {day_of(register, figure.end)}"


def items_of(figure: Top) -> str:
    """What each entry is grouped by, in one text."""
    register = REGISTERS[figure.register]
    return f"group_concat({column_of(register, figure.by)}, '{mark_of(figure)}')"


def forwards(figure: Stock | Overlap) -> Filter:
    """Not over before it began; whatever has no beginning or no end is not."""
    if not figure.since or not figure.until:
        return ALL
    return Not(ends_before(figure.since, figure.until))


def ends_before(since: str, until: str) -> Filter:
    """Over before it began."""
    return Where(until, Op.BELOW, Other(since))


def counted_apart(figure: Stock | Duration, since: str, until: str) -> bool:
    """Whether what ended before it began is asked by itself, as an index holds it."""
    return (figure.register, since, until) in APART
