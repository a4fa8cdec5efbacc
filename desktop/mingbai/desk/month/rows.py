"""The entries behind a figure in a period, in order of their day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.figure import Flow
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import Filter
from mingbai.domain.period import ReportPeriod
from mingbai.domain.reckoning import rows_behind
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.asking import condition
from mingbai.ledger.blocks import Order, blocks
from mingbai.ledger.ledger import Entry, Ledger

NO_HOLIDAYS = WorkingDays((), ())
"""Only what is counted by working days asks for them."""


def counted_rows(ledger: Ledger, code: str, period: ReportPeriod, today: date) -> Iterator[Entry]:
    """The entries that a flow counts in a period up to today, so that a list has as many rows as its figure says."""
    figure = cast(Flow, FIGURES[code])
    if figure.within is not None:
        raise ValueError(f"{code} is counted by working days")
    asked = rows_behind(figure, period.months, NO_HOLIDAYS, today)
    return asked_rows(ledger, REGISTERS[figure.register], asked, today, figure.dated)


def asked_rows(
    ledger: Ledger, register: Register[Any], asked: Filter, today: date, dated: str
) -> Iterator[Entry]:
    """The entries that meet a filter, by one of their dates."""
    where = condition(register, asked, today)
    for block in blocks(ledger, register, where.text, where.parameters, Order(dated)):
        yield from block
