"""How often a recurring assignment comes, and from which day on: as it was entered, and rarer once that was agreed.

The agreed rhythm is told by the decision and never written into the recurring assignment: what was asked
before stays as it was, a cut of next month begins next month, and undoing the decision brings the old one back.
What was cut altogether keeps its rhythm: at its days somebody looks whether it comes all the same.
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

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something comes, from one day to another."""

    period: Frequency
    due_day: int | None
    since: date | None = None
    """The day from which it was agreed; None for the rhythm that was entered."""
    until: date | None = None
    """The last day before another rhythm, or before another assignment takes its place; None where none does."""
    stopped: Entry | None = None
    """The decision by which it comes no more; its days are watched until they were rechecked, at most for a year."""

    def waits_for(self, each: Occurrence) -> bool:
        """Whether a period is due while this rhythm holds: what is due under another one is not asked for."""
        due = each.due_on(self.due_day)
        return (self.since or due) <= due <= (self.until or due)


def rhythms(ledger: Ledger, demands: Collection[Entry], today: date) -> dict[Uid, tuple[Rhythm, ...]]:
    """The rhythms of recurring assignments in the order of their days, those that are still to begin too."""
    uids = [entry.uid for entry in demands]
    cuts: dict[str, list[Entry]] = {}
    for some in asked_among(ledger, DECISIONS, "subject", uids, today, IS_CUT):
        for one in some:
            cuts.setdefault(str(one.stored["subject"]), []).append(one)
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


def spared_from(demand: Demand, known: tuple[Rhythm, ...]) -> date | None:
    """From which day on nothing comes of what was cut altogether; None where it goes on, or was over before."""
    last = known[-1]
    if last.stopped is None or last.since is None:
        return None
    day = max(last.since, demand.starts_on or last.since)
    return day if day <= min(last.until or day, demand.ends_on or day) else None


def _rhythms(entry: Entry, cuts: list[Entry], taken_over: date | None) -> tuple[Rhythm, ...]:
    demand: Demand = entry.record
    entered = Rhythm(demand.period, demand.due_day)
    found = [entered]
    # Of several turns on one day the last one counts.
    for day, holding in dict(_turns(entry, cuts, taken_over)).items():
        last = found[-1]
        rhythm = _agreed(entered, holding)
        # Where another one took its place the new rhythm is that one's own.
        follows = bool(holding) and taken_over is not None and taken_over <= day
        turns = rhythm.period is not last.period or rhythm.stopped is not last.stopped
        if last.until is None and (follows or turns):
            found[-1] = last = replace(last, until=day - timedelta(days=1))
        if last.until is not None and not follows:
            found.append(replace(rhythm, since=day))
    return tuple(one if one.stopped is None else _watched(one, one.stopped.record) for one in found)


def _agreed(entered: Rhythm, holding: tuple[Entry, ...]) -> Rhythm:
    """The rhythm that the cuts of a day leave: the last one that made it rarer, and one that ended it."""
    rarer = (frequency_of(one.record.times_after) for one in reversed(holding))
    agreed = next((period for period in rarer if period is not None), None)
    stopped = holding[-1] if holding and _ends(holding[-1].record) else None
    # On which day of a month something is due that was due on Fridays nobody said.
    rhythm = entered if agreed is None else Rhythm(agreed, None)
    return replace(rhythm, stopped=stopped)


def _watched(rhythm: Rhythm, cut: Decision) -> Rhythm:
    """Nobody is asked any more once it was looked at again, or came back as something else, or a year went by."""
    ends = [(rhythm.since or cut.decided_on) + YEAR, cut.rechecked_on, cut.came_back_on, rhythm.until]
    return replace(rhythm, until=min(day for day in ends if day is not None))


def _turns(
    entry: Entry, cuts: list[Entry], taken_over: date | None
) -> Iterator[tuple[date, tuple[Entry, ...]]]:
    """The days on which the rhythm may turn, and the cuts that hold from then on, the earliest first."""
    steps: list[tuple[date, bool, Entry | None]] = []
    if taken_over is not None:
        steps.append((taken_over, True, None))
    for one in sorted(cuts, key=lambda one: one.record.decided_on):
        cut: Decision = one.record
        begins = cut.effective_from
        back = cut.came_back_on if cut.came_back_as in (None, entry.uid) else None
        # What came back before its cut began was never cut.
        if begins is not None and _is_less(entry.record, cut) and (back is None or begins < back):
            steps.append((begins, True, one))
            if back is not None:
                steps.append((back, False, one))
    holding: list[Entry] = []
    # What comes back on the day another cut begins makes way for it.
    for day, begins_then, step in sorted(steps, key=lambda one: one[:2]):
        if step is not None and begins_then:
            holding.append(step)
        elif step in holding:
            # It comes as often as before this cut: what was cut on top of it goes with it.
            del holding[holding.index(step) :]
        yield day, tuple(holding)


def _ends(cut: Decision) -> bool:
    """Whether nothing is asked for after a cut."""
    return cut.times_after == 0


def _is_less(demand: Demand, cut: Decision) -> bool:
    """Whether a cut ends it, or says how often it comes afterwards, and that is less often than was entered."""
    if _ends(cut):
        return True
    usual = demand.period.times_a_year
    return usual is not None and frequency_of(cut.times_after) is not None and (cut.times_after or 0) < usual
