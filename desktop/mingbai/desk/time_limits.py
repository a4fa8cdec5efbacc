"""Until when an issue is to be closed, by the limit it goes by: a list in use says how long that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from mingbai.desk.clocks import as_known, unknown_year
from mingbai.desk.glossary import Glossary
from mingbai.desk.spoken_days import WHOLE_DAY, spoken_day
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import Stored
from mingbai.domain.filter import both, equals
from mingbai.domain.issue import ISSUES, Issue
from mingbai.domain.register import Register
from mingbai.domain.text import clean, fold
from mingbai.domain.time_limit import TIME_LIMITS, AppliesTo, LimitUnit, TimeLimit
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Ledger

IN_USE = both(equals("in_use", 1), equals("applies_to", AppliesTo.ISSUE))

WORKED_OUT = Words(
    "办理时限按“{limit}”算到{day}，请核对",
    "The due time by “{limit}” is worked out as {day}; please check",
)


def issue_limits(ledger: Ledger, today: date) -> Iterator[TimeLimit]:
    """The limits in use that resident issues may go by."""
    return (entry.record for entry in asked_entries(ledger, TIME_LIMITS, IN_USE, today))


def limit_named(ledger: Ledger, name: str, today: date) -> TimeLimit | None:
    """The limit in use of that name; None where none is, or where several would give different days."""
    wanted = fold(clean(name))
    if not wanted:
        return None
    found = [
        limit for limit in issue_limits(ledger, today) if wanted in map(fold, (limit.item, limit.item_en))
    ]
    return found[0] if len({(limit.value, limit.unit) for limit in found}) == 1 else None


def due_by(limit: TimeLimit, accepted: datetime, days: WorkingDays) -> datetime | None:
    """Until when a limit lets an issue take that was accepted then; hours need the time of day."""
    if limit.unit is LimitUnit.HOUR:
        return None if accepted.time() == time.min else accepted + timedelta(hours=limit.value)
    if limit.unit is LimitUnit.DAY:
        return datetime.combine(accepted.date() + timedelta(days=limit.value), WHOLE_DAY)
    return datetime.combine(days.add(accepted.date(), limit.value), WHOLE_DAY)


def due_of(ledger: Ledger, issue: Issue, glossary: Glossary) -> datetime | None:
    """The due time that follows from the limit an issue goes by."""
    limit = limit_named(ledger, issue.limit_used, glossary.today)
    return None if limit is None else due_by(limit, issue.accepted_at, glossary.working_days)


def due_with(
    ledger: Ledger,
    register: Register[object],
    before: Mapping[str, Stored],
    changes: Mapping[str, Stored],
    glossary: Glossary,
) -> dict[str, Stored]:
    """The due time that a change of the limit brings with it where none stands; one that stands is left."""
    if register is not ISSUES or not changes.get("limit_used") or "due_at" in changes or before.get("due_at"):
        return {}
    due = due_of(ledger, ISSUES.load({**before, **changes}), glossary)
    return {} if due is None else {"due_at": ISSUES.fields["due_at"].store(due)}


def uncertain_due(ledger: Ledger, issue: Issue, glossary: Glossary) -> Words | None:
    """That a due time was worked out in a year whose holidays are not known."""
    if issue.due_at is None or issue.closed_at is not None:
        return None
    limit = limit_named(ledger, issue.limit_used, glossary.today)
    if limit is None or limit.unit is not LimitUnit.WORKING_DAY:
        return None
    unknown = unknown_year(glossary.working_days, issue.accepted_at.date(), issue.due_at.date())
    if unknown is None or issue.due_at != due_by(limit, issue.accepted_at, glossary.working_days):
        return None
    day = spoken_day(issue.due_at.date(), glossary.today)
    return as_known(WORKED_OUT.format(limit=issue.limit_used, day=day), unknown)
