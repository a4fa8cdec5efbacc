"""A pasted holiday notice as entries of the list of holidays: what it becomes, and the one deed that records it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mingbai.domain.holiday import HOLIDAYS, Holiday, HolidayKind
from mingbai.domain.words import Mistake, Words, enumerated
from mingbai.domain.written_day import written_day
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.holiday_notice import read_holiday_notice

DEED = "import"
WRITTEN = ("kind", "name", "name_en", "source", "source_en")
"""What a notice says of a day that the list has otherwise."""
SPAN = Words("{first}至{last}", "{first} to {last}")
ALL_THERE = (
    "{year} 年的放假安排已经在列表里，{n} 天都对得上，不用再粘贴",
    "The holidays of {year} are in the list already, all {n} days alike; nothing to add",
)


@dataclass(frozen=True, slots=True)
class NoticeRead:
    """What a pasted notice would become; nothing is written yet."""

    year: int
    days: tuple[Holiday, ...]
    """All days that it arranges."""
    new: tuple[Holiday, ...]
    same: tuple[Holiday, ...]
    changed: tuple[tuple[Entry, Holiday], ...]
    """Days that the list has as the other kind."""
    others: tuple[Entry, ...]
    """Days of that year which the list has and the notice does not speak of; they stay."""
    unread: tuple[date, ...]

    @property
    def off(self) -> tuple[date, ...]:
        """The days off."""
        return _of(self.days, HolidayKind.HOLIDAY)

    @property
    def worked(self) -> tuple[date, ...]:
        """The weekends worked."""
        return _of(self.days, HolidayKind.WORKDAY)


def read_notice(ledger: Ledger, text: str) -> NoticeRead:
    """What a notice would become in this ledger. Raises `Mistake` when it cannot be read, or all of it is there."""
    notice = read_holiday_notice(text)
    known = {entry.record.day: entry for entry in ledger.entries(HOLIDAYS)}
    new, same, changed = [], [], []
    for one in notice.days:
        entry = known.get(one.day)
        if entry is None:
            new.append(one)
        elif entry.record.kind is one.kind:
            same.append(one)
        else:
            changed.append((entry, one))
    if not new and not changed:
        raise Mistake(*ALL_THERE, year=notice.year, n=len(same))
    told = {one.day for one in notice.days}
    others = (entry for day, entry in known.items() if day.year == notice.year and day not in told)
    return NoticeRead(
        notice.year, notice.days, tuple(new), tuple(same), tuple(changed), tuple(others), notice.unread
    )


def add_holidays(ledger: Ledger, notice: NoticeRead, *, today: date) -> int:
    """Records what a notice says, in one act, and says how many days were written."""
    with ledger.act(DEED, today=today) as act:
        for one in notice.new:
            act.insert(HOLIDAYS, one)
        for entry, one in notice.changed:
            fresh = HOLIDAYS.store(one)
            act.change(HOLIDAYS, entry.uid, {name: fresh[name] for name in WRITTEN})
    return len(notice.new) + len(notice.changed)


def spans(days: Iterable[date]) -> Words:
    """Days as one reads them: those that follow each other as one span."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return enumerated(map(_run, runs))


def _run(days: Sequence[date]) -> Words:
    first, last = days[0], days[-1]
    if first == last:
        return _named(first)
    if first.month == last.month:
        named = _named(first), _named(last)
        return SPAN.format(first=Words(named[0].zh, f"{first.day}"), last=Words(f"{last.day}日", named[1].en))
    return SPAN.format(first=_named(first), last=_named(last))


def _named(day: date) -> Words:
    return written_day(day, day)


def _of(days: Iterable[Holiday], kind: HolidayKind) -> tuple[date, ...]:
    return tuple(one.day for one in days if one.kind is kind)
