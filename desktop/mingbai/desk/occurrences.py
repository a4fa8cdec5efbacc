"""Which assignments are occurrences of a recurring one, and which only came with its notice and are asked once."""

from __future__ import annotations

from datetime import timedelta

from mingbai.desk.places import working_days
from mingbai.desk.records import found
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.filter import Filter, both, equals, filled
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import occurrences
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger

YEAR = timedelta(days=365)


def occurrences_of(demand: Entry) -> Filter:
    """The occurrences of a recurring assignment: each is of a period, where periods can be told.

    A summary that the same notice wants once is of none, nor is what was wanted before the rhythm began.
    """
    return both(equals("demand", demand.uid), filled("period_key") if has_periods(demand) else None)


def series_of(ledger: Ledger, entry: Entry) -> Entry:
    """The recurring assignment that an occurrence belongs to; else the entry itself."""
    if entry.register is not TASKS or not entry.stored["demand"]:
        return entry
    demand = found(ledger, DEMANDS, str(entry.stored["demand"]))
    return demand if entry.stored["period_key"] or not has_periods(demand) else entry


def times_a_year(ledger: Ledger, demand: Demand) -> int | None:
    """How often it is asked for in a year; what runs for a stretch of days that is shorter, in that stretch."""
    usual, begins, ends = demand.period.times_a_year, demand.starts_on, demand.ends_on
    if usual is None or begins is None or ends is None or ends < begins:
        return usual
    working = working_days(ledger)
    until = min(ends, begins + YEAR)
    stretch = sum(1 for _ in occurrences(demand.period, begins, until, working, begins))
    return min(usual, max(stretch, 1))


def has_periods(demand: Entry) -> bool:
    """Whether its occurrences are told apart by their periods."""
    return demand.stored["period"] != Frequency.IRREGULAR.code
