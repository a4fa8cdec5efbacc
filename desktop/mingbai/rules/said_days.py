"""Days and times as texts say them: every place where one stands, what it means, and what stands beside it.

What a day is for (a limit, a meeting, a document) is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import MONTH_NUMBERS, WEEK_ZH, WEEKDAY_SIGNS, WEEKDAY_ZH, WEEKDAYS_ZH
from mingbai.domain.month import Month
from mingbai.domain.pattern import alternatives, pattern
from mingbai.domain.text import fold
from mingbai.rules.day_forms_en import (
    CLOSING_EN,
    FROM_NOW_EN,
    NEXT_WORKING_EN,
    NTH_IN_MONTH_EN,
    SAID_EN,
    WEEKS_ON_EN,
)
from mingbai.rules.day_forms_zh import (
    CLOCK_ALONE,
    CLOSING_ZH,
    DAY_RANGE,
    GIVEN,
    LATER,
    NEXT_WORKING,
    NTH_IN_MONTH,
    ON_RECEIPT,
    SAID_ZH,
    WITHIN_TEXT,
)
from mingbai.rules.day_words import NUMERAL, PART, WITHIN_EN
from mingbai.rules.days_meant import MOST_WORKING, time_of
from mingbai.rules.days_meant_en import day_of_en, nth_in_month_en, weeks_on_en, within_en
from mingbai.rules.days_meant_zh import counted, day_of, given, nth_in_month, within
from mingbai.rules.language import has_han

EARLIEST, LATEST = 1900, 2199
"""The years that a ledger can speak of: 9999-12-31, for "always", is no day."""
MOST_PLACES = 400
"""So many days of each form are read: a notice with more is a list of days."""


@dataclass(frozen=True, slots=True)
class Said:
    """One place of a text that names a day."""

    start: int
    end: int
    day: date
    time: str | None = None
    until: bool = False
    """Whether the words themselves say that it is a limit: 前, 止, 三天内."""
    since: date | None = None
    """The first day, where a stretch of days is named; `day` is its last."""
    since_time: str | None = None
    """The time on the first day."""
    counted: bool = False
    """Whether it is so many days from now."""
    clock: bool = False
    """Whether only a time of day is named."""
    unsure: bool = False
    """Whether the same signs may well be something else: 11.25."""
    feast: bool = False
    """Whether a feast is named alone, which may only be talked about."""


_WEEKDAY_DIGIT = pattern(
    r"(?<![每一两三四])(?P<week>周|星期|礼拜)(?P<day>[1-6])(?=[之以]?前|[上下中]午|早|晚|下班|[交报收]|[，,。；;！!）)\s]|$)"
)


def same_signs(text: str) -> str:
    """The text folded sign for sign, so that what is found in one stands at the same place in the other."""
    if text.isascii():
        return text.lower()
    same = "".join(map(_same_sign, text))
    # 周5前 is 周五前.
    return _WEEKDAY_DIGIT.sub(lambda found: found["week"] + WEEKDAY_SIGNS[int(found["day"]) - 1], same)


@lru_cache(maxsize=8192)
def _same_sign(sign: str) -> str:
    other = fold(sign)
    return other if len(other) == 1 and sign not in "①②③④⑤⑥⑦⑧⑨⑩" else sign


def days_said(same: str, today: date, working: WorkingDays | None) -> tuple[Said, ...]:
    """Every day that a folded text names, in its order; what could be two days is none."""
    found: list[Said] = []
    taken = bytearray(len(same))
    for said in _all(same, today, working):
        if EARLIEST <= said.day.year <= LATEST and not any(taken[said.start : said.end]):
            taken[said.start : said.end] = b"\1" * (said.end - said.start)
            found.append(said)
    return _joined(sorted(found, key=lambda said: said.start), same)


_BARE_WEEKDAY = pattern(f"{WEEKDAY_ZH}")
_JOINS = pattern(r"\s*[，,]\s*|\s+|即|也就是")
_RUNS_TO = pattern(r"\s*(?:开始|之?日?起)\s*[，,]?\s*(?:一?直?到|至)\s*")


def _joined(found: list[Said], same: str) -> tuple[Said, ...]:
    """12月8日，星期二，上午8:30 is one day."""
    joined: list[Said] = []
    for said in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not (last.clock or said.clock)
            and last.day <= said.day
            and _RUNS_TO.fullmatch(same, last.end, said.start)
        ):
            joined[-1] = replace(said, start=last.start, since=last.day, since_time=last.time)
        elif (
            last is not None
            and last.time is None
            and not (last.until or last.counted or last.clock or last.since)
            and _JOINS.fullmatch(same, last.end, said.start)
            and (bare := _BARE_WEEKDAY.match(same, said.start)) is not None
            and bare.end() <= said.end
            and said.day.weekday() == last.day.weekday()
        ):
            joined[-1] = replace(said, start=last.start, day=last.day)
        else:
            joined.append(said)
    return tuple(joined)


def _all(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Every reading, the surer ones first."""
    yield from _counted_days(same, today, working)
    yield from _nth_days(same, today, working)
    readings = [
        (said for found in _met(SAID_ZH, same) if (said := _said_zh(found, same, today)) is not None),
        (said for found in _met(SAID_EN, same) if (said := _said_en(found, today)) is not None),
    ]
    # Where all is English, 9.30 behind tomorrow is a time, not a day.
    for reading in readings if has_han(same) else reversed(readings):
        yield from reading
    for found in _met(_CLOSING, same):
        yield Said(*found.span(), today, until=True, clock=True)
    for found in _met(CLOCK_ALONE, same):
        time = time_of(found["time"])
        if time is not None:
            yield Said(*found.span(), today, time, until=bool(found["until"]), clock=True)


_CLOSING = alternatives(f"{CLOSING_ZH}|{CLOSING_EN}")
"""When the office closes, on a day that is not named: today."""


def _met(form: re.Pattern[str], same: str) -> Iterator[re.Match[str]]:
    return islice(form.finditer(same), MOST_PLACES)


_Counts = Callable[[re.Match[str], date, WorkingDays | None], date | None]


def _counted_days(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """So many days from now: 三个工作日内, within a week, 限3天."""
    forms: tuple[tuple[re.Pattern[str], _Counts], ...] = (
        (WITHIN_TEXT, within),
        (WITHIN_EN, within_en),
        (FROM_NOW_EN, within_en),
        (GIVEN, given),
    )
    for form, counts in forms:
        for found in _met(form, same):
            if (day := counts(found, today, working)) is not None:
                yield Said(*found.span(), day, until=True, counted=True)
    for found in _met(WEEKS_ON_EN, same):
        if (day := weeks_on_en(found, today)) is not None:
            yield Said(*found.span(), day, counted=True)
    for found in _met(LATER, same):
        count = counted(found["n"]) * (7 if found["weeks"] else 1)
        if 0 < count <= MOST_WORKING:
            yield Said(*found.span(), today + timedelta(days=count), counted=True)


def _nth_days(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Days by their number in a month or week, and the next working day."""
    forms: tuple[tuple[re.Pattern[str], _Counts], ...] = (
        (NTH_IN_MONTH, nth_in_month),
        (NTH_IN_MONTH_EN, nth_in_month_en),
        (ON_RECEIPT, lambda _found, today, _working: today + timedelta(days=1)),
        (NEXT_WORKING, lambda _found, today, working: working.add(today, 1) if working else None),
        (NEXT_WORKING_EN, lambda _found, today, working: working.add(today, 1) if working else None),
    )
    for form, named in forms:
        for found in _met(form, same):
            if (day := named(found, today, working)) is not None:
                clock = found["time"]
                yield Said(*found.span(), day, time_of(clock) if clock else None, until=bool(found["until"]))


# --- Chinese -----------------------------------------------------------------------------------


_LUNAR = pattern("[农阴]历的?$")


def _said_zh(found: re.Match[str], same: str, today: date) -> Said | None:
    start, end = found.span()
    day = _in_its_week(found, today) or day_of(found["day"] + _weekday_of(found["note"]), today)
    if found["again"] and (again := day_of(found["again"], today)) != day:
        # 周一（30日）on another Monday: the number says which; so it does of 农历九月廿二（10月31日）.
        other_week = again is not None and day is not None and again.weekday() == day.weekday()
        bare = _BARE_WEEKDAY.fullmatch(found["day"].removeprefix("个")) is not None
        lunar = _LUNAR.search(same, max(0, start - 4), start) is not None
        day = again if lunar or (other_week and bare) else None
    if day is None:
        return None
    since = None
    if found["to"]:
        since, day = day, _end_of_range(found["to"] + _weekday_of(found["to_note"]), day, today)
        if day is None:
            return None
    elif ranged := next(
        (one for one in DAY_RANGE.finditer(same[max(0, start - 12) : start + 12]) if one.end() > 0), None
    ):
        begun = max(0, start - 12) + ranged.end()
        if begun == start and int(ranged["from"]) <= day.day:
            since = day.replace(day=max(1, int(ranged["from"])))
    clock = found["time"]
    if clock and (part := re.search("[早晚]", found["day"])) and not re.match(PART, clock):
        clock = part[0] + clock
    time = time_of(clock) if clock else None
    since_time = None
    if found["till"]:
        # 11月23日9:00至11月30日18:00
        since, since_time = day, time
        day = day_of(found["till"], today)
        time = time_of(found["till_time"]) if found["till_time"] else None
        if day is None:
            return None
    pointed = (
        re.fullmatch(rf"\d{{1,2}}[./·-]\d{{1,2}}|\d{{8}}|{NUMERAL}月{NUMERAL}", found["day"].strip())
        is not None
    )
    return Said(
        start, end, day, time, until=bool(found["until"]), since=since,
        since_time=since_time or (time if found["to"] else None),
        unsure=pointed and not (found["until"] or found["time"] or found["note"]),
    )  # fmt: skip


_ITS_WEEK = pattern(f"(?P<which>[本这下])个?{WEEK_ZH}(?![{WEEKDAY_SIGNS}])[^。；;！!？?\\n]{{0,60}}$")


def _in_its_week(found: re.Match[str], today: date) -> date | None:
    """A weekday in the week that its sentence names: 下周安排：周一例会，周三走访."""
    if not _BARE_WEEKDAY.fullmatch(found["day"]) or found["again"]:
        return None
    week = _ITS_WEEK.search(found.string[max(0, found.start() - 70) : found.start()])
    if week is None:
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * (week["which"] == "下"))
    return monday + timedelta(days=WEEKDAYS_ZH[found["day"][-1]])


def _weekday_of(note: str | None) -> str:
    """The weekday in what stands beside a day: （周六） of （周六补班）."""
    found = _BARE_WEEKDAY.search(note) if note else None
    return f"({found[0]})" if found else ""


def _end_of_range(text: str, first: date, today: date) -> date | None:
    """28日 in 11月25日至28日 lies in the month of the first day, or in the next one."""
    if bare := re.match(r"(\d{1,2})[日号]", text):
        number = int(bare[1])
        month = Month(first.year, first.month)
        month = month if number >= first.day else month.shifted(1)
        try:
            return date(month.year, month.number, number)
        except ValueError:
            return None
    return day_of(text, today)


# --- English -----------------------------------------------------------------------------------


_SHORT_EN = pattern("(?:mon|wed|thu|sat|sun)")
_BEFORE_SHORT_EN = pattern(
    r"(?:\b(?:by|on|before|b4|until|till?|due|for|from|at|this|next|[ap]\.?m\.?)|\d|[,(:;=])\s*$"
)
_BEGINS_EN = pattern(r"(?:^|[.!?\n])\s*$")
_BEHIND_SHORT_EN = pattern(r"\s*(?:[,:;=!?)-]|$)|\s+(?:morning|afternoon|eve|evening|night|pls|please|ok)\b")
"""Short names are words and family names as well: he sat in the sun, Sun Wei."""
_ORDINAL = pattern(r"\d(?:st|nd|rd|th)$")
_NTH_OF = pattern(
    r"[ \t]+(?:of\s+the\s+(?:first|second|third|last|following|next)\s+month|floor|quarter|batch|round|half|phase|week|session|plenary|grade|edition|year|time|meeting|department|building|street"
    r"|group|team|district|primary|middle|people|class|place|prize|anniversary|generation|line|stage|part|issue|day\s+of|hospital|cent|item)"
)

_BY_EN = pattern(r"\b(?:by|before|until|no\s+later\s+than)\b")


def _is_weekday(found: re.Match[str]) -> bool:
    """Whether what stands around a short name says that it is one of a weekday."""
    left = found.string[max(0, found.start() - 16) : found.start()]
    if _BEFORE_SHORT_EN.search(left):
        return True
    return bool(_BEGINS_EN.search(left) and _BEHIND_SHORT_EN.match(found.string, found.end("day")))


def _said_en(found: re.Match[str], today: date) -> Said | None:
    if _SHORT_EN.fullmatch(found["day"]) and not _is_weekday(found):
        return None
    day = day_of_en(found["day"], today)
    if day is None or (_ORDINAL.search(found["day"]) and _NTH_OF.match(found.string, found.end("day"))):
        return None
    since = None
    if found["to"]:
        since = day
        number = int(re.match(r"\d+", found["to"])[0])  # type: ignore[index]
        named = re.search(r"[a-z]{3}", re.sub("^\\d+(?:st|nd|rd|th)?", "", found["to"]))
        month = MONTH_NUMBERS.get(named[0], day.month) if named else day.month
        try:
            day = day.replace(month=month, day=number)
        except ValueError:
            return None
        if day < since:
            return None
    elif found["from"] and 0 < int(found["from"]) < day.day:
        since = day.replace(day=int(found["from"]))
    said = found["after"] or found["before"]
    time = time_of(said) if said else None
    until = bool(said) and _BY_EN.search(found.string, found.end("day"), found.end()) is not None
    return Said(*found.span(), day, time, until=until, since=since, since_time=time if since else None)
