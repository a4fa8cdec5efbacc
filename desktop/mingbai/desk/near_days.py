"""Days in a reader's words: how near a limit is, and when something happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from mingbai.desk.doubts import day_words
from mingbai.domain.words import Words

SOON = 3
"""So many days ahead a limit is near."""

LAST_MINUTE = time(23, 59)
"""Stands for a day alone where a moment is the limit."""


class Nearness(Enum):
    """How a limit stands to today."""

    FAR = ""
    NEAR = "amber"
    LATE = "danger"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in words: its day, how far it is, and how near that is."""

    words: Words
    nearness: Nearness


def limit_words(limit: date, today: date) -> Limit:
    """A limit that still counts: 2026-11-23（周一），逾期 1 天."""
    day = limit.date() if isinstance(limit, datetime) else limit
    left = (day - today).days
    said = moment_words(limit)
    if left < 0:
        days = Words("逾期 {n} 天", "1 day late" if left == -1 else "{n} days late").format(n=-left)
        return Limit(_joined(said, days), Nearness.LATE)
    if left == 0:
        return Limit(_joined(said, Words("今天", "today")), Nearness.NEAR)
    if left == 1:
        return Limit(_joined(said, Words("明天", "tomorrow")), Nearness.NEAR)
    days = Words("还有 {n} 天", "{n} days left").format(n=left)
    return Limit(_joined(said, days), Nearness.NEAR if left <= SOON else Nearness.FAR)


def moment_words(moment: date) -> Words:
    """A day with its weekday and, where one was said, the time."""
    said = day_words(moment)
    if not isinstance(moment, datetime) or moment.time() == time.min or moment.time() == LAST_MINUTE:
        return said
    return Words(f"{said.zh} {moment:%H:%M}", f"{said.en} {moment:%H:%M}")


def since_words(moment: date, today: date) -> Words:
    """When something happened: 今天 10:20, 昨天, 11-20 周五."""
    day = moment.date() if isinstance(moment, datetime) else moment
    ago = (today - day).days
    if ago == 0:
        said = Words("今天", "Today")
    elif ago == 1:
        said = Words("昨天", "Yesterday")
    else:
        whole = day_words(day)
        said = Words(whole.zh[5:10] + " " + whole.zh[11:13], whole.en) if day.year == today.year else whole
    if not isinstance(moment, datetime) or moment.time() == time.min:
        return said
    return Words(f"{said.zh} {moment:%H:%M}", f"{said.en} {moment:%H:%M}")


def _joined(one: Words, other: Words) -> Words:
    return Words(f"{one.zh}，{other.zh}", f"{one.en}, {other.en}")
