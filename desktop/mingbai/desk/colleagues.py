"""Who may sit at this ledger: the people of the list of staff who work here now."""

from __future__ import annotations

from datetime import date

from mingbai.domain.column import Uid
from mingbai.domain.staff import STAFF
from mingbai.ledger.ledger import Ledger


def colleagues(ledger: Ledger, today: date) -> dict[Uid, str]:
    """Their names, in the order of the list; none where one works alone, who need not be told from others."""
    here = {
        entry.uid: str(entry.stored["name"])
        for entry in ledger.entries(STAFF)
        if _here(entry.stored["since"], entry.stored["until"], today.isoformat())
    }
    return here if len(here) > 1 else {}


def _here(since: object, until: object, day: str) -> bool:
    return (since is None or str(since) <= day) and (until is None or str(until) >= day)
