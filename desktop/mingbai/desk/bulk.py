"""Deeds on several chosen entries, each one act: one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mingbai.desk.records import refuse_unbinnable
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Entry, Ledger

CLOSE = Words("办结", "Mark as done")
CLOSABLE = (TASKS.code, ISSUES.code)
"""Registers whose entries end by being closed."""


def put_all_into_bin(ledger: Ledger, entries: Sequence[Entry], *, who: str = "") -> int:
    """Puts entries into the bin and says how many were not in it yet. Raises `Mistake` and bins none."""
    for entry in entries:
        refuse_unbinnable(entry.register)
    loose = [entry for entry in entries if entry.binned_at is None]
    with ledger.act("bin", who=who) as act:
        for entry in loose:
            act.bin(entry.register, entry.uid)
    return len(loose)


def take_all_out_of_bin(ledger: Ledger, entries: Sequence[Entry], *, who: str = "") -> int:
    """Takes entries out of the bin and says how many lay in it."""
    lying = [entry for entry in entries if entry.binned_at is not None]
    with ledger.act("unbin", who=who) as act:
        for entry in lying:
            act.take_out(entry.register, entry.uid)
    return len(lying)


def close_all(ledger: Ledger, entries: Sequence[Entry], at: datetime, *, who: str = "") -> int:
    """Marks assignments done and resident issues closed, and says how many were open until now.

    Raises `Mistake` for an entry that does not end so.
    """
    for entry in entries:
        if entry.register.code not in CLOSABLE:
            raise Mistake(
                "“{register}”没有办结一说，只有上级交办和居民诉求可以办结",
                "{register} are not closed; only assignments and resident issues are",
                register=entry.register.words,
            )
    still = [entry for entry in entries if is_open(entry)]
    closed_at = at.replace(second=0, microsecond=0).isoformat()
    with ledger.act("close", who=who, today=at.date()) as act:
        for entry in still:
            if entry.register is TASKS:
                done = {"status": Status.DONE.code, "done_on": at.date().isoformat()}
                act.change(TASKS, entry.uid, done)
            else:
                act.change(ISSUES, entry.uid, {"closed_at": closed_at})
    return len(still)


def is_open(entry: Entry) -> bool:
    """Whether an assignment or an issue still waits to be closed."""
    if entry.register is TASKS:
        return entry.stored["status"] in (Status.TODO.code, Status.DOING.code)
    return entry.register is ISSUES and entry.stored["closed_at"] is None
