"""When an issue is due, when it is closed, and when the resident is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mingbai.desk.sample.calendar import Calendar
from mingbai.desk.sample.material import Line, dice
from mingbai.domain.issue import IssueChannel, Urgency
from mingbai.domain.words import Words

QUICK = (IssueChannel.IN_PERSON, IssueChannel.PHONE, IssueChannel.CHAT)
"""Channels by which a question is mostly answered at once, with no due time."""

DAY = Words("24小时", "24 hours")
WORKING_DAYS = {
    1: Words("1个工作日", "1 working day"),
    3: Words("3个工作日", "3 working days"),
    5: Words("5个工作日", "5 working days"),
    15: Words("15个工作日", "15 working days"),
}
DUE_HOUR = time(18)


@dataclass(frozen=True, slots=True)
class Closing:
    """How an issue stands in time."""

    due_at: datetime | None = None
    limit: Words | None = None
    closed_at: datetime | None = None
    told_on: date | None = None


def close(key: str, line: Line, channel: IssueChannel, accepted_at: datetime, calendar: Calendar) -> Closing:
    """Decides it by chance: late less often and sooner as the months go on."""
    chance = dice(f"closing {key}", calendar.today)
    share = calendar.share(calendar.number(accepted_at.date()))
    late = chance.random() < 0.22 - 0.19 * share
    if line["type"] == "ZX" and channel in QUICK and chance.random() < 0.75:
        closed_at = accepted_at + timedelta(minutes=chance.choice((10, 15, 20, 30, 40)))
        return _told(Closing(closed_at=closed_at), 0, calendar)
    if line["urgency"] == Urgency.URGENT.code:
        hours = chance.choice((25, 28, 47)) if late else chance.choice((1, 2, 2, 3, 4, 6, 20))
        closed_at = accepted_at + timedelta(hours=hours, minutes=8)
        if not 8 <= closed_at.hour <= 20:
            closed_at = accepted_at + timedelta(hours=2, minutes=8)
        closing = Closing(accepted_at + timedelta(days=1), DAY, closed_at)
        return _told(closing, chance.choice((0, 0, 1)), calendar)
    limit = _limit(line)
    due_on = calendar.add(accepted_at.date(), limit)
    if late:
        closed_on = calendar.add(due_on, chance.choice((1, 1, 2, 3, 4)))
    else:
        usual = (2, 3, 3, 4, 5) if share < 0.4 else (1, 2, 3, 3, 4) if share < 0.75 else (1, 1, 2, 3, 4)
        taken = chance.choice(usual) * (3 if limit == 15 else 1)
        closed_on = calendar.add(accepted_at.date(), min(limit, taken))
    closed_at = datetime.combine(closed_on, time(chance.randrange(9, 17), chance.choice(range(0, 60, 5))))
    closing = Closing(datetime.combine(due_on, DUE_HOUR), WORKING_DAYS[limit], closed_at)
    return _told(closing, chance.choice((0, 0, 0, 1, 1, 2)), calendar)


def _limit(line: Line) -> int:
    if line["urgency"] == Urgency.PRESSING.code:
        return 3
    if line["solved"] in {"partly", "planned"}:
        return 15
    return 3 if line["type"] == "ZX" else 5


def _told(closing: Closing, days: int, calendar: Calendar) -> Closing:
    """The same with the day the resident was told; open when it would be closed only after today."""
    if closing.closed_at is None or closing.closed_at >= datetime.combine(calendar.today, time(8, 30)):
        return Closing(closing.due_at, closing.limit)
    closed_on = closing.closed_at.date()
    told_on = calendar.open_from(closed_on) if not days else calendar.add(closed_on, days)
    return Closing(
        closing.due_at, closing.limit, closing.closed_at, told_on if told_on <= calendar.today else None
    )
