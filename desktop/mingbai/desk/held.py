"""Which entries stand as they stood when they were held against the rules: undone, redone, out of the bin.

What is said of such an entry was said already: undo and redo bring its flags along.
"""

from __future__ import annotations

from collections.abc import Iterable

from mingbai.desk.matters import JUDGED
from mingbai.ledger.history import last_act, moved, taken_back
from mingbai.ledger.ledger import Change, Entry, Ledger


class Held:
    """Told of each act, and of what was held against the rules; what was before it was made it does not know."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._begun = last_act(ledger)
        self._unheld: set[str] = set()
        """Entries in which something was written that was not held against the rules yet."""
        self._back: set[str] = set()
        """Entries that stand again as they were held against these rules."""
        self._hasty: set[str] = set()
        """Those that were written again before they were held: what was noticed then belongs to either act."""

    def heard(self, change: Change) -> None:
        """Takes in what an act wrote."""
        judged: set[str] = set().union(*(change.uids.get(register.code, ()) for register in JUDGED))
        if not judged:
            return
        ways = moved(self._ledger, change.act)
        binned = {uid for uid, before in ways.items() if before is None}
        first = taken_back(self._ledger, change.act)
        self._hasty |= judged & self._unheld
        if first is not None:
            back = judged - binned if first > self._begun else set()
        else:
            back = {uid for uid, before in ways.items() if before is not None and before > self._begun}
        back -= self._unheld | self._hasty
        self._unheld |= judged - binned - back
        self._back = (self._back - judged) | back

    def hold(self, entries: Iterable[Entry]) -> None:
        """Some entries were held against the rules."""
        uids = {entry.uid for entry in entries}
        self._unheld -= uids
        self._back -= uids

    def stands_again(self, entry: Entry) -> bool:
        """Whether an entry stands as it was held before."""
        return entry.uid in self._back
