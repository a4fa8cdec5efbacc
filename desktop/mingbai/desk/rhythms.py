"""How often a recurring assignment comes, and from which day on: as it was entered, and rarer once that was agreed.

The agreed rhythm is told by the decision and never written into the recurring assignment: what was asked
before stays as it was, a cut of next month begins next month, and undoing the decision brings the old one back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.frequency import Frequency, frequency_of
from mingbai.domain.occurrence import Occurrence
from mingbai.domain.review import DECISIONS, IS_CUT, Decision
from mingbai.ledger.blocks import asked_among
from mingbai.ledger.ledger import Entry, Ledger


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something comes, from one day to another."""

    period: Frequency
    due_day: int | None
    since: date | None = None
    """The day from which it was agreed; None for the rhythm that was entered."""
    until: date | None = None
    """The last day before another rhythm, or before another assignment takes its place; None where none does."""

    def waits_for(self, each: Occurrence) -> bool:
        """Whether a period is due while this rhythm holds: what is due under another one is not asked for."""
        due = each.due_on(self.due_day)
        return (self.since or due) <= due <= (self.until or due)


def rhythms(ledger: Ledger, demands: Collection[Entry], today: date) -> dict[Uid, tuple[Rhythm, ...]]:
    """The rhythms of recurring assignments in the order of their days, those that are still to begin too."""
    uids = [entry.uid for entry in demands]
    cuts: dict[str, list[Decision]] = {}
    for some in asked_among(ledger, DECISIONS, "subject", uids, today, IS_CUT):
        for one in some:
            cuts.setdefault(str(one.stored["subject"]), []).append(one.record)
    taken_over: dict[str, date] = {}
    for some in asked_among(ledger, DEMANDS, "follows", list(cuts), today):
        for one in some:
            followed, begins = str(one.stored["follows"]), one.record.starts_on or date.min
            taken_over[followed] = min(begins, taken_over.get(followed, begins))
    return {
        entry.uid: _rhythms(entry, cuts.get(entry.uid, []), taken_over.get(entry.uid)) for entry in demands
    }


def rhythm_on(known: tuple[Rhythm, ...], day: date) -> Rhythm:
    """The rhythm of a day."""
    return next(one for one in reversed(known) if one.since is None or one.since <= day)


def _rhythms(entry: Entry, cuts: list[Decision], taken_over: date | None) -> tuple[Rhythm, ...]:
    demand: Demand = entry.record
    entered = Rhythm(demand.period, demand.due_day)
    found = [entered]
    # Of several turns on one day the last one counts.
    for day, cut in dict(_turns(entry, cuts, taken_over)).items():
        last = found[-1]
        # On which day of a month something is due that was due on Fridays nobody said.
        agreed = frequency_of(cut.times_after) if cut is not None else None
        rhythm = entered if agreed is None else Rhythm(agreed, None)
        # Where another one took its place the new rhythm is that one's own.
        follows = cut is not None and taken_over is not None and taken_over <= day
        if last.until is None and (follows or rhythm.period is not last.period):
            found[-1] = last = replace(last, until=day - timedelta(days=1))
        if last.until is not None and not follows:
            found.append(replace(rhythm, since=day))
    return tuple(found)


def _turns(
    entry: Entry, cuts: list[Decision], taken_over: date | None
) -> Iterator[tuple[date, Decision | None]]:
    """The days on which the rhythm may turn, and the cut that holds from then on; None where none does."""
    steps: list[tuple[date, bool, Decision | None]] = []
    if taken_over is not None:
        steps.append((taken_over, True, None))
    for cut in sorted(cuts, key=lambda one: one.decided_on):
        begins = cut.effective_from
        back = cut.came_back_on if cut.came_back_as in (None, entry.uid) else None
        # What came back before its cut began was never cut.
        if begins is not None and _is_rarer(entry.record, cut) and (back is None or begins < back):
            steps.append((begins, True, cut))
            if back is not None:
                steps.append((back, False, cut))
    holding: list[Decision] = []
    # What comes back on the day another cut begins makes way for it.
    for day, begins_then, step in sorted(steps, key=lambda one: one[:2]):
        if step is not None and begins_then:
            holding.append(step)
        elif step in holding:
            # It comes as often as before this cut: what was cut on top of it goes with it.
            del holding[holding.index(step) :]
        yield day, holding[-1] if holding else None


def _is_rarer(demand: Demand, cut: Decision) -> bool:
    """Whether a cut says how often it comes afterwards, and that this is less often than was entered."""
    usual = demand.period.times_a_year
    return usual is not None and frequency_of(cut.times_after) is not None and (cut.times_after or 0) < usual
