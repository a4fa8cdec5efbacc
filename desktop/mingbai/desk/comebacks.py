"""What became of a cut: still gone when it is looked at again, or come back, and as what."""

from __future__ import annotations

from datetime import date

from mingbai.desk.records import found
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import both, equals
from mingbai.domain.review import DECISIONS, FLAGS, Decision, FlagState
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger


def still_gone(ledger: Ledger, decision: Entry, *, today: date) -> Entry:
    """Notes at a recheck that it did not come back. The day it was due on stays, as reports have named it."""
    record: Decision = decision.record
    if record.effective_from is None:
        raise Mistake("还没有核减的事项不用复查", "What was not cut yet needs no recheck")
    with ledger.act("still_gone", today=today) as act:
        act.change(DECISIONS, decision.uid, {"rechecked_on": today.isoformat()})
    return found(ledger, DECISIONS, decision.uid)


def link_back(ledger: Ledger, decision: Entry, entry: Entry, *, today: date) -> Entry:
    """Notes that an entry is what was cut, come again: from the day it came, as its recurring assignment.

    Flags that said so are accepted with it.
    """
    again = entry.uid if entry.register is DEMANDS else entry.stored.get("demand")
    came_on = date.fromisoformat(str(entry.stored[entry.register.dated] or today.isoformat())[:10])
    _refuse_uncut(decision)
    if found(ledger, DECISIONS, decision.uid).stored["came_back_on"] is not None:
        raise Mistake("这一项已经记为又出现", "This is noted as come back already")
    changes = {
        "came_back_on": came_on.isoformat(),
        "came_back_as": again,
    }
    told = both(equals("subject", entry.uid), equals("other", decision.uid), equals("state", FlagState.OPEN))
    with ledger.act("came_back", today=today) as act:
        act.change(DECISIONS, decision.uid, changes)
        for one in asked_entries(ledger, FLAGS, told, today):
            act.change(FLAGS, one.uid, {"state": FlagState.ACCEPTED.code})
    return found(ledger, DECISIONS, decision.uid)


def came_back(ledger: Ledger, decision: Entry, on: date, *, again: Entry | None = None, today: date) -> Entry:
    """Notes that something that was cut is asked for again, and as which recurring assignment."""
    _refuse_uncut(decision)
    with ledger.act("came_back", today=today) as act:
        act.change(
            DECISIONS,
            decision.uid,
            {"came_back_on": on.isoformat(), "came_back_as": again.uid if again else None},
        )
    return found(ledger, DECISIONS, decision.uid)


def _refuse_uncut(decision: Entry) -> None:
    if decision.stored["effective_from"] is None:
        raise Mistake("还没有核减的事项不会又出现", "What was not cut yet cannot come back")
