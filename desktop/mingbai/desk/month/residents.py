"""How many residents the place had at the end of each month: what was typed later says nothing of earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from mingbai.domain.month import Month
from mingbai.domain.place import PLACES, Place
from mingbai.ledger.history import history
from mingbai.ledger.ledger import Ledger

FIGURE = "place.residents"


def residents_given(ledger: Ledger, months: Iterable[Month], today: date) -> dict[tuple[str, str], Decimal]:
    """By month, as `Reckoning` takes it. Of a month that was over before the number was known there is none."""
    known = _known(ledger)
    given: dict[tuple[str, str], Decimal] = {}
    for month in set(months):
        # The clock may run before or after the day it is held to be: what stands now is of today's month.
        until = date.max if month.end >= today else month.end
        stood = [number for day, number in known if day <= until]
        if stood and stood[-1] is not None:
            given[FIGURE, str(month)] = Decimal(stood[-1])
    return given


def _known(ledger: Ledger) -> list[tuple[date, int | None]]:
    """From which day which number stood. What a ledger was made with stands from the day it compares with."""
    for entry in ledger.entries(PLACES):
        place: Place = entry.record
        found = []
        for step in history(ledger, entry.uid):
            if "residents" not in step.patch:
                continue
            typed_on = datetime.fromisoformat(step.at).astimezone().date()
            number = step.patch["residents"][1]
            since = place.base_on if step.born else None
            found.append((since or typed_on, None if number is None else int(number)))
        return found
    return []
