"""A day whose weekday contradicts its date: Wednesday 3 December in a year in which that is a Thursday.

One of the two is a slip, and nobody but who wrote it knows which; the text names no day, and both are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from mingbai.domain.calendar_names import (
    MONTH_NAMES,
    WEEK_ZH,
    WEEKDAY_EN,
    WEEKDAY_NAMES,
    WEEKDAY_NUMBERS,
    WEEKDAY_SIGNS,
    WEEKDAY_ZH,
    WEEKDAYS_ZH,
)
from mingbai.domain.pattern import pattern
from mingbai.rules.day_forms_en import SAID_EN
from mingbai.rules.day_forms_zh import SAID_ZH
from mingbai.rules.days_meant import time_of
from mingbai.rules.days_meant_en import day_of_en
from mingbai.rules.days_meant_zh import day_of
from mingbai.rules.language import has_han

MOST = 20
"""A text with more such days is a calendar."""


@dataclass(frozen=True, slots=True)
class TwoDays:
    """One place of a text that names two days."""

    start: int
    end: int
    words: tuple[int, int]
    """Where date and weekday stand, without an hour or 前."""
    dated: date
    """What the date says."""
    by_weekday: date
    """The day nearest to it that the weekday names."""
    time: str | None = None
    until: bool = False
    """Whether it is said to be a limit."""

    def into(self, text: str, day: date) -> str:
        """The words in which it would name this day alone: Thursday 3 December, 12月3日（周四）."""
        with_year = _YEAR.search(text, *self.words) is not None
        if has_han(text):
            year = f"{day.year}年" if with_year else ""
            return f"{year}{day.month}月{day.day}日（{WEEKDAY_NAMES[day.weekday()].zh}）"
        year = f" {day.year}" if with_year else ""
        return f"{WEEKDAY_NAMES[day.weekday()].en} {day.day} {MONTH_NAMES[day.month - 1]}{year}"

    @property
    def days(self) -> tuple[date, date]:
        """Both, the date first."""
        return self.dated, self.by_weekday


_NAMES_A_WEEKDAY = pattern(f"{WEEKDAY_ZH}|\\b{WEEKDAY_EN}\\b")
_YEAR = pattern(r"\d{4}")
_WEEKDAY_ZH = pattern(f"{WEEK_ZH}(?P<day>[{WEEKDAY_SIGNS}])")
_ONLY_WEEKDAY = pattern(f"(?:[本这下]个?)?{WEEKDAY_ZH}")
_BEFORE_ZH = pattern(
    "(?:截止(?:日期|时间)?|最[迟晚]|不[晚迟]于|务必[于在]?|限)(?:[于在到至为是]|\\s*[:：])?\\s*$"
)
_FIRST_EN = pattern(rf"(?P<weekday>{WEEKDAY_EN})\.?,?\s+(?:the\s+)?(?=.*\d)")
_BEHIND_EN = pattern(
    rf"\s*(?:\(\s*(?P<noted>{WEEKDAY_EN})\b\.?\s*\)|,\s*(?P<weekday>{WEEKDAY_EN})\b(?=\.?\s*(?:[,.;:)]|$|\d|\b(?:at|by|before)\b)))"
)
_BEFORE_EN = pattern(r"\b(?:by|before|until|till|due(?:\s+on)?|deadline(?:\s+is)?:?|no\s+later\s+than)\s+$")


def two_days_said(same: str, today: date) -> tuple[TwoDays, ...]:
    """Every such place of a folded text, in its order."""
    if _NAMES_A_WEEKDAY.search(same) is None:
        return ()
    found = [*_zh(same, today), *_en(same, today)]
    return tuple(sorted(found, key=lambda one: one.start))


def _zh(same: str, today: date) -> Iterator[TwoDays]:
    for found in islice(SAID_ZH.finditer(same), MOST):
        said, beside = found["day"], found["note"] or ""
        if _ONLY_WEEKDAY.fullmatch(said):
            # 周三（12月3日）
            said, beside = found["again"] or "", said
        weekday = _WEEKDAY_ZH.search(beside)
        if not said or weekday is None or _ONLY_WEEKDAY.fullmatch(said):
            continue
        day, number = day_of(said, today), WEEKDAYS_ZH[weekday["day"]]
        if day is not None and day.weekday() != number:
            until = bool(found["until"]) or _BEFORE_ZH.search(same[: found.start()]) is not None
            time = time_of(found["time"]) if found["time"] else None
            stop = max(found.end("day"), found.end("note"))
            if found["again"]:
                closing = re.match(r"\s*[)）]", same[found.end("again") :])
                stop = found.end("again") + (closing.end() if closing else 0)
            yield TwoDays(*found.span(), (found.start("day"), stop), day, _nearest(day, number), time, until)


def _en(same: str, today: date) -> Iterator[TwoDays]:
    for found in islice(SAID_EN.finditer(same), MOST):
        said, end, clock = found["day"], found.end(), found["after"] or found["before"]
        first = _FIRST_EN.match(said)
        behind = _BEHIND_EN.match(same, found.end("day")) if first is None else None
        if first is not None:
            said, weekday = said[first.end() :], first["weekday"]
        elif behind is not None and re.search(r"\d", said):
            weekday, end = behind["noted"] or behind["weekday"], max(end, behind.end())
        else:
            continue
        day, number = day_of_en(said, today), WEEKDAY_NUMBERS[weekday[:3]]
        if day is not None and day.weekday() != number:
            until = _BEFORE_EN.search(same[: found.start()]) is not None
            words = found.start("day"), behind.end() if behind is not None else found.end("day")
            time = time_of(clock) if clock else None
            yield TwoDays(found.start(), end, words, day, _nearest(day, number), time, until)


def _nearest(day: date, weekday: int) -> date:
    """The day with that weekday that is nearest to another one."""
    apart = (weekday - day.weekday()) % 7
    return day + timedelta(days=apart if apart <= 3 else apart - 7)
