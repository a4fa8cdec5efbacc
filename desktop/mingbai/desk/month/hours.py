"""The hours returned by what was cut, less what is new and what came back, as the ledger tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from mingbai.desk.places import place_of
from mingbai.desk.recurring import times_a_year
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.figure import Value, rounded
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.review import DECISIONS, IS_CUT, Decision
from mingbai.ledger.asking import condition
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.hours import Change, Line, Returned, came_back_line, cut_line, new_line, returned


@dataclass(frozen=True, slots=True)
class Account:
    """Every change of the load that the ledger knows of, with the entries it comes from."""

    lines: tuple[Line, ...]
    decisions: dict[str, Decision]
    demands: dict[str, Demand]
    today: date
    """Months that begin later return nothing yet; the one that goes on counts as a whole."""

    def reached(self, months: Sequence[Month]) -> tuple[Month, ...]:
        """Those of the months that have begun."""
        return tuple(month for month in months if month.start <= self.today)

    def returned(self, months: Sequence[Month]) -> Returned:
        """What the changes come to in months in a row and in their year so far."""
        return returned(self.lines, self.reached(months) or months[:1])

    def value(self, months: Sequence[Month], typed: Mapping[str, Decimal], begun: date | None) -> Value:
        """The hours returned in months in a row.

        Months before the ledger was begun count as far as a change reaches back into them, else by what was
        typed for them. Where too little is known for one number to stand, the label holds the range.
        """
        months = self.reached(months)
        kept = [month for month in months if self._is_known(month, begun)]
        past = [typed[str(month)] for month in months if month not in kept and str(month) in typed]
        missing = len(months) - len(kept) - len(past)
        if not kept and not past:
            return Value(None, missing=missing)
        found = self.returned(kept) if kept else None
        if found is not None and found.is_range:
            low, high = (f"{number:,.1f}".replace("-", "−") for number in (found.low, found.high))
            return Value(None, label=f"{low}~{high}", missing=missing)
        hours = sum((line.hours_in(kept) for line in self.lines), sum(past, Decimal(0)))
        return Value(rounded(hours, 1), typed=bool(past), missing=missing)

    def base(self, period: ReportPeriod, typed: Mapping[str, Decimal], begun: date | None) -> Value:
        """The hours of a period to compare with: of a longer one all its months, or what was typed for it."""
        found = self.value(period.months, typed, begun)
        if len(period.months) == 1 or not found.missing:
            return found
        whole = typed.get(str(period))
        return Value(None) if whole is None else Value(rounded(whole, 1), typed=True)

    def _is_known(self, month: Month, begun: date | None) -> bool:
        return (begun is not None and begun <= month.end) or any(
            line.months_in([month]) for line in self.lines
        )

    def shown(self, period: ReportPeriod) -> tuple[Line, ...]:
        """The changes a period's sheet lists: those that count, and cuts made whose first month is yet to come."""
        return tuple(line for line in self.lines if self._made_on(line) <= period.end)

    def waiting(self, period: ReportPeriod) -> tuple[Line, ...]:
        """Cuts made by the period's end whose first whole month is yet to come."""
        return tuple(
            line for line in self.shown(period) if line.change is Change.CUT and line.counts_from > period.end
        )

    def untold(self, period: ReportPeriod) -> int:
        """How many cuts made by the period's end count for nothing: nobody said how often or how long it was."""
        told = {line.subject for line in self.lines if line.change is Change.CUT}
        return sum(
            uid not in told
            for uid, decision in self.decisions.items()
            if decision.effective_from is not None and decision.effective_from <= period.end
        )

    def _made_on(self, line: Line) -> date:
        decision = self.decisions.get(line.subject) if line.change is Change.CUT else None
        made = decision.effective_from if decision is not None else None
        return line.counts_from if made is None else min(made, line.counts_from)


def hours_account(ledger: Ledger, today: date) -> Account:
    """The changes of the load: cuts in order of their day, then what is new or came back."""
    where = condition(DECISIONS, IS_CUT, today)
    cuts: list[Entry] = ledger.entries(DECISIONS, where.text, where.parameters)
    decisions: dict[str, Decision] = {entry.uid: entry.record for entry in cuts}
    demands: dict[str, Demand] = {entry.uid: entry.record for entry in ledger.entries(DEMANDS)}
    in_order = sorted(decisions.items(), key=lambda item: (item[1].effective_from or date.max, item[0]))
    # What came back is counted with its cut; counting it as new as well would count it twice.
    again = {decision.came_back_as for decision in decisions.values()}
    place = place_of(ledger)
    cutoff, base_on = place.month_end.cutoff, place.base_on
    of: dict[str, list[Decision]] = {}
    for _, decision in in_order:
        of.setdefault(decision.subject, []).append(decision)
    lines = [
        *(cut_line(uid, decision, cutoff) for uid, decision in in_order),
        *(
            _lasting(
                new_line(uid, demand, base_on, _times(ledger, demand, of.get(uid, ())), cutoff), uid in of
            )
            for uid, demand in demands.items()
            if uid not in again and not _never_began(demand, of.get(uid, ()))
        ),
        *(
            came_back_line(uid, decision, demands.get(decision.came_back_as or ""), cutoff)
            for uid, decision in in_order
        ),
    ]
    return Account(tuple(line for line in lines if line is not None), decisions, demands, today)


def _times(ledger: Ledger, demand: Demand, cuts: Sequence[Decision]) -> int | None:
    """How often it is asked for in a year: of what was cut as often as its cut told, even if its end was noted since."""
    times = times_a_year(ledger, demand)
    return None if times is None else max(times, *(cut.times_before or 0 for cut in cuts), 0)


def _never_began(demand: Demand, cuts: Sequence[Decision]) -> bool:
    """Whether it was cut before its first day, and so burdened nobody."""
    return demand.starts_on is not None and any(
        cut.times_after == 0
        and cut.came_back_on is None
        and cut.effective_from is not None
        and cut.effective_from <= demand.starts_on
        for cut in cuts
    )


def _lasting(line: Line | None, cut: bool) -> Line | None:
    """New work that was cut goes on counting against: its cut already counts for."""
    return replace(line, counts_until=None) if line is not None and cut else line
