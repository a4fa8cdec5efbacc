"""The clocks of an admission: 30 working days ahead of the work, 15 to decide, and the day it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.desk.spoken_days import Nearness, nearness, spoken_day
from mingbai.domain.admission import AHEAD, DECIDED_WITHIN, Admission, AdmissionDecision
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.words import Words

ENDS_SOON = 30
"""So many days ahead the end of an admission is told."""

LEFT = Words("还剩 {days}", "{days} left")
LAST_DAY = Words("今天到期", "last day today")
OVER = Words("超期 {days}", "{days} over")
STARTED = Words("未准入已开展", "Begun before approval")
ENDED = Words("到期未退出", "Past its end")
ENDS_IN = Words("{n} 天后到期", "Ends in {n} days")
ENDS_TOMORROW = Words("明天到期", "Ends tomorrow")
ENDS_TODAY = Words("今天到期", "Ends today")

DECIDE_BY = Words("应在{day}前审批（{within}），{left}", "To be decided by {day} ({within}): {left}")
DECIDED_IN = Words("审批用了 {days}", "Decided in {days}")
DECIDED_LATE = Words("审批用了 {days}，超过 {most} 个", "Decided in {days}, more than {most}")
AHEAD_ENOUGH = Words("提前 {days}申请", "Applied {days} ahead")
NOT_AHEAD = Words("提前 {days}申请，不足 {least} 个", "Applied {days} ahead; {least} are asked")
NOT_BEFORE = Words("开始以后才申请", "Applied after the work had begun")
BEGUN = Words("从{day}起已开展，还没有批准", "Began {day} and is not approved")
ENDS = Words("准入到{day}为止", "Admitted until {day}")
STANDS_ENDED = Words("准入到{day}为止，还没有退出", "Admitted until {day}; it has not exited")
NO_CALENDAR = Words("{words}（{year} 年日历未更新）", "{words} (the calendar of {year} is not updated)")


@dataclass(frozen=True, slots=True)
class Clock:
    """What one limit says today: short as a list has room for, and as a whole sentence."""

    short: Words
    told: Words
    nearness: Nearness
    until: date | None = None
    """The day by which something is still to be done; None where it is over."""
    uncertain: bool = False
    """Whether it counts on a year whose holidays are not known."""


def clocks(one: Admission, today: date, days: WorkingDays) -> tuple[Clock, ...]:
    """Every clock of an admission, what is still to be done first."""
    return tuple(_clocks(one, today, days))


def pressing(one: Admission, today: date, days: WorkingDays) -> Clock | None:
    """The clock that still runs, the most pressing of several; None when nothing is left to be done."""
    running = [clock for clock in _clocks(one, today, days) if clock.until is not None]
    weight = (Nearness.LATE, Nearness.NEAR, Nearness.FAR)
    return min(running, key=lambda clock: weight.index(clock.nearness), default=None)


def _clocks(one: Admission, today: date, days: WorkingDays) -> Iterator[Clock]:
    if one.decision is None:
        if one.starts_on is not None and one.starts_on <= today:
            told = BEGUN.format(day=spoken_day(one.starts_on, today))
            yield Clock(STARTED, told, Nearness.LATE, one.starts_on)
        yield _deciding(one, today, days)
    elif one.decision is AdmissionDecision.APPROVED and one.exit_on is None and one.ends_on is not None:
        yield _ending(one.ends_on, today)
    if one.decision is not None and one.decided_on is not None and one.decided_on >= one.applied_on:
        n = days.between(one.applied_on, one.decided_on)
        late = n > DECIDED_WITHIN
        said = DECIDED_LATE if late else DECIDED_IN
        words = said.format(days=_working(n), most=DECIDED_WITHIN)
        unknown = unknown_year(days, one.applied_on, one.decided_on)
        near = Nearness.NEAR if late else Nearness.FAR
        yield Clock(words, as_known(words, unknown), near, uncertain=unknown is not None)
    if one.starts_on is not None:
        yield _ahead(one.applied_on, one.starts_on, days)


def _deciding(one: Admission, today: date, days: WorkingDays) -> Clock:
    limit = days.add(one.applied_on, DECIDED_WITHIN)
    if limit < today:
        short = OVER.format(days=_working(max(1, days.between(limit, today))))
    elif limit == today:
        short = LAST_DAY
    else:
        short = LEFT.format(days=_working(days.between(today, limit)))
    told = DECIDE_BY.format(day=spoken_day(limit, today), within=_working(DECIDED_WITHIN), left=short)
    unknown = unknown_year(days, one.applied_on, limit, today)
    return Clock(short, as_known(told, unknown), nearness(limit, today, days), limit, unknown is not None)


def _ahead(applied: date, starts: date, days: WorkingDays) -> Clock:
    n = days.between(applied, starts)
    if starts <= applied:
        return Clock(NOT_BEFORE, NOT_BEFORE, Nearness.NEAR)
    said = AHEAD_ENOUGH if n >= AHEAD else NOT_AHEAD
    unknown = unknown_year(days, applied, starts)
    words = as_known(said.format(days=_working(n), least=AHEAD), unknown)
    return Clock(words, words, Nearness.FAR if n >= AHEAD else Nearness.NEAR, uncertain=unknown is not None)


def _ending(ends: date, today: date) -> Clock:
    left = (ends - today).days
    if left < 0:
        return Clock(ENDED, STANDS_ENDED.format(day=spoken_day(ends, today)), Nearness.LATE, ends)
    told = ENDS.format(day=spoken_day(ends, today))
    short = {0: ENDS_TODAY, 1: ENDS_TOMORROW}.get(left) or ENDS_IN.format(n=left)
    return Clock(short, told, Nearness.NEAR if left <= ENDS_SOON else Nearness.FAR, ends)


def unknown_year(days: WorkingDays, *ends: date) -> int | None:
    """The first year among the ends of a span whose holidays are not known."""
    return next((day.year for day in sorted(ends) if not days.known(day)), None)


def as_known(words: Words, unknown: int | None) -> Words:
    """The same, saying so where working days were counted in a year whose holidays are not known."""
    return words if unknown is None else NO_CALENDAR.format(words=words, year=unknown)


def _working(n: int) -> Words:
    return Words(f"{n} 个工作日", "1 working day" if n == 1 else f"{n} working days")
