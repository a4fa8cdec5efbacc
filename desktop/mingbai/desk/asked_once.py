"""What was asked for once, by unit and subject: whether it was there, and not due yet, when the same came again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from mingbai.domain.filter import Op, Where, both, empty
from mingbai.domain.task import TASKS, Status
from mingbai.ledger.blocks import asked
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.flags.sameness import core

if TYPE_CHECKING:
    from collections.abc import Iterable

AT_FIRST = timedelta(days=60)
"""What was due longer ago is read when something that old is judged."""


class AskedOnce:
    """Remembers of each no more than finds it again, for there are many."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._ledger = ledger
        self._today = today
        self._since = today + timedelta(days=1)
        self._found: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
        """By unit and subject the uids, with the day it came and the day it is due."""
        self._where: dict[str, tuple[str, str]] = {}
        self._ahead = False

    def forget(self, uid: str) -> None:
        """Lets one go that lies in the bin or says something else now."""
        where = self._where.pop(uid, None)
        if where is not None:
            self._found[where].pop(uid, None)

    def add(self, entry: Entry) -> None:
        """Remembers one more."""
        stored = entry.stored
        due = str(stored["due_on"] or "")
        if not due or stored["demand"] or stored["period_key"] or stored["status"] == Status.VOID.code:
            return
        where = (str(stored["department"]), core(str(stored["title"])))
        self._where[entry.uid] = where
        self._found.setdefault(where, {})[entry.uid] = (str(stored["received_on"] or ""), due)

    def before(self, units: Iterable[str], title: str, day: date, uid: str) -> list[str]:
        """The uids of those that came before an entry of a day and were not due yet, the newest first."""
        self._reach_back(day)
        subject, said = core(title), day.isoformat()
        waiting = (
            (came, one)
            for unit in units
            for one, (came, due) in self._found.get((unit, subject), {}).items()
            if due >= said and (came, one) < (said, uid)
        )
        return [one for _, one in sorted(waiting, reverse=True)]

    def _reach_back(self, day: date) -> None:
        """Reads what was due from a day on; all that is due later is there from the first time."""
        if day >= self._since:
            return
        until, self._since = self._since, min(day, self._today - AT_FIRST)
        wanted = both(
            Where("due_on", Op.AT_LEAST, self._since.isoformat()), empty("demand"), empty("period_key")
        )
        if self._ahead:
            wanted = both(wanted, Where("due_on", Op.BELOW, until.isoformat()))
        self._ahead = True
        for some in asked(self._ledger, TASKS, wanted, self._today):
            for entry in some:
                if entry.uid not in self._where:
                    self.add(entry)
