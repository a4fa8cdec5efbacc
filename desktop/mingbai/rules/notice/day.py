"""A day of a notice that may be its due date, and how it is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from mingbai.domain.frequency import Frequency
from mingbai.rules.notice.rhythm_start import Start

Span = tuple[int, int]


class How(Enum):
    """How a day is named."""

    SAID = "said"
    LAST = "last"
    """The last of a stretch of days."""
    FIRST = "first"
    """The first of a stretch of days."""
    CLOCK = "clock"
    """By an hour alone: the day of the message."""
    BEFORE = "before"
    """Counted back from another day: 头一天, two days before."""
    AFTER = "after"
    """The day after another one: 7日结束，第二天…."""
    CARRIED = "carried"
    """By a number alone, in the month of a day that is named before it: 12月20日开会，15日前报名."""
    MOVED = "moved"
    """By how much another day is moved: 原定15日，顺延五天."""
    NEXT = "next"
    """The next time of what recurs."""
    OVERNEXT = "overnext"
    """The time after the next one of what recurs: 今天的已收，后面照常."""
    OPENING = "opening"
    """The first time of what recurs from a day on that the text names."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that may be the due date, and where it stands in the text."""

    day: date
    time: str | None
    start: int
    end: int
    how: How
    until: bool = False
    """Whether its own words say that it is a limit: 前, 止, 三天内; of what recurs, whether it seems to be asked for."""
    unsure: bool = False
    """Whether the same signs may well be something else: 11.25."""
    period: Frequency | None = None
    """How often it recurs."""
    time_span: Span | None = None
    """Where the time stands, when not within the day."""
    opened: Start | None = None
    """From when on it recurs."""

    @property
    def manner(self) -> str:
        """What it is by its own words: one that is named, a limit, or one that recurs."""
        return "recurring" if self.period is not None else "limit" if self.until else "named"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end
