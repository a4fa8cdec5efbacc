"""What was counted in each month, kept as long as nothing is written: reports of neighbours share most months.

At a million records a month takes some hundredths of a second, and a report needs two dozen of them. Only what
was asked for is counted: a sheet shows four figures of five, a chart five of them. Not chosen: to keep counts
over a write. Which figures an entry touches would have to be told a second time, beside their declarations, and
a count that was not renewed is worse than one that takes longer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from weakref import WeakKeyDictionary

from mingbai.desk.places import working_days
from mingbai.domain.figure import Tally
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.ledger.counting import tallies
from mingbai.ledger.ledger import Ledger

MOST = 60
"""So many months are kept: two years and their neighbours, and some more that were looked at."""

Counted = Mapping[tuple[str, Month], Tally]


@dataclass(slots=True)
class _Kept:
    """The counts of one version of a ledger, as of one day."""

    version: tuple[str, int]
    today: date
    known: dict[Month, frozenset[str]] = field(default_factory=dict)
    """The figures that are known of each month."""
    tallies: dict[tuple[str, Month], Tally] = field(default_factory=dict)


_kept: WeakKeyDictionary[Ledger, _Kept] = WeakKeyDictionary()
_turn = Lock()


def counted_in(ledger: Ledger, months: Sequence[Month], today: date, codes: Sequence[str]) -> Counted:
    """These figures in these months; what is known already is not counted again."""
    # Asked before counting: what is written meanwhile makes the counts old, never new ones look old.
    version = ledger.version()
    if version is None:
        return _count(ledger, months, today, codes)
    with _turn:
        kept = _kept.get(ledger)
        if kept is None or (kept.version, kept.today) != (version, today) or len(kept.known) > MOST:
            kept = _kept[ledger] = _Kept(version, today)
        found = dict(kept.tallies)
        known = {month: kept.known.get(month, frozenset()) for month in months}
    lacking = [month for month in months if not known[month].issuperset(codes)]
    if not lacking:
        return found
    # In one statement, also where one month lacks more of them than another.
    missing = tuple(code for code in codes if any(code not in known[month] for month in lacking))
    found.update(_count(ledger, lacking, today, missing))
    with _turn:
        kept.tallies.update(found)
        for month in lacking:
            kept.known[month] = kept.known.get(month, frozenset()) | {*missing}
    return found


def _count(ledger: Ledger, months: Sequence[Month], today: date, codes: Sequence[str]) -> Counted:
    return tallies(ledger.rows, [FIGURES[code] for code in codes], months, working_days(ledger), today)
