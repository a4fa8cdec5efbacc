"""How often a recurring assignment comes, and from which day on: as it was entered, and rarer once that was agreed.

The agreed rhythm is told by the decision and never written into the recurring assignment: what was asked
before stays as it was, a cut of next month begins next month, and undoing the decision brings the old one back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand, Period, period_of
from mingbai.domain.review import DECISIONS, IS_CUT, Decision
from mingbai.ledger.blocks import asked_among
from mingbai.ledger.ledger import Entry, Ledger


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something comes, from one day to another."""

    period: Period
    due_day: int | None
    since: date | None = None
    """The day from which it was agreed; None for the rhythm that was entered."""
    until: date | None = None
    """The last day before another rhythm; None for the last one."""


def rhythms(ledger: Ledger, demands: Collection[Entry], today: date) -> dict[Uid, tuple[Rhythm, ...]]:
    """The rhythms of recurring assignments in the order of their days, those that are still to begin too."""
    uids = [entry.uid for entry in demands]
    cuts: dict[str, list[Decision]] = {}
    for some in asked_among(ledger, DECISIONS, "subject", uids, today, IS_CUT):
        for one in some:
            cuts.setdefault(str(one.stored["subject"]), []).append(one.record)
    # Where another one took its place the new rhythm is that one's own.
    succeeded = {
        str(one.stored["follows"])
        for some in asked_among(ledger, DEMANDS, "follows", list(cuts), today)
        for one in some
    }
    return {
        entry.uid: _rhythms(entry, [] if entry.uid in succeeded else cuts.get(entry.uid, []))
        for entry in demands
    }


def rhythm_on(known: tuple[Rhythm, ...], day: date) -> Rhythm:
    """The rhythm of a day."""
    return next(one for one in reversed(known) if one.since is None or one.since <= day)


def _rhythms(entry: Entry, cuts: list[Decision]) -> tuple[Rhythm, ...]:
    demand: Demand = entry.record
    entered = Rhythm(demand.period, demand.due_day)
    found = [entered]
    for day, rhythm in sorted(_turns(entry, entered, cuts), key=lambda turn: turn[0]):
        if rhythm.period is not found[-1].period:
            found.append(replace(rhythm, since=day))
    ends = [one.since - timedelta(days=1) for _, one in pairwise(found) if one.since is not None]
    return tuple(replace(one, until=end) for one, end in zip(found, [*ends, None], strict=True))


def _turns(entry: Entry, entered: Rhythm, cuts: list[Decision]) -> Iterator[tuple[date, Rhythm]]:
    """The days on which another rhythm began, and which."""
    usual = entered.period.times_a_year
    for cut in sorted(cuts, key=lambda one: one.decided_on):
        agreed = period_of(cut.times_after)
        if usual is None or agreed is None or cut.effective_from is None or (cut.times_after or 0) >= usual:
            continue
        # On which day of a month something is due that was due on Fridays nobody said.
        yield cut.effective_from, Rhythm(agreed, None)
        if cut.came_back_on is not None and cut.came_back_as in (None, entry.uid):
            yield cut.came_back_on, entered
