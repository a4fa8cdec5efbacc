"""How often something comes, in a typed line: 每周五, 每月5日前, every month by the 5th."""

from __future__ import annotations

import re

from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_EN, WEEKDAY_NUMBERS, WEEKDAY_SIGNS, WEEKDAYS_ZH
from mingbai.domain.frequency import Frequency
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import HALF_OF_DAY, NUMERAL, TIME_ZH
from mingbai.rules.days_meant_zh import counted
from mingbai.rules.quick.days import CLOCK_EN, HANDING_IN
from mingbai.rules.quick.line import Line

EVERY_ZH = pattern(
    rf"每个?(?:(?P<week>{WEEK_ZH})(?P<weekday>[{WEEKDAY_SIGNS}])?|(?P<month>月)(?:份?的?(?:(?P<day>\d{{1,2}}|{NUMERAL})[日号]?|[底末]))?"
    # Of a quarter the days are counted from its first.
    rf"|(?P<half>半年)|(?P<quarter>季度?(?:的?(?:首月|第一个月)?的?(?P<nth>\d{{1,2}})[日号]|[底末](?!月))?)|(?P<year>年[底末]?)|(?P<daily>[天日])){TIME_ZH}(?:{HALF_OF_DAY}|下班)*(?:[之以]?[前内])?"
)
_EVERY_EN = pattern(
    rf"(?<![\w-])(?:(?:(?:by|on|before)\s+)?(?:the\s+)?(?P<nth>\d{{1,2}})(?:st|nd|rd|th)\s+(?:of\s+)?(?=every|each))?"
    rf"(?:(?:every|each)\s+(?:(?P<weekday>{WEEKDAY_EN})|(?P<unit>day|week|month|quarter|half[- ]year|year))"
    r"|(?P<adverb>daily|weekly|monthly|quarterly|half-yearly|yearly|annually))"
    rf"(?:,?\s+(?:by|on|before)\s+(?:(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?:\s+of\s+(?:the|its)\s+first\s+month)?"
    rf"(?!\s+of\s+(?:the|its)\s)|(?P<on>{WEEKDAY_EN})))?(?:,?\s+(?:by|at|before)\s+(?:{CLOCK_EN}))?(?![\w-])"
)
_UNITS = {
    "day": Frequency.DAILY,
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY,
    "half year": Frequency.HALF_YEARLY,
    "half-year": Frequency.HALF_YEARLY,
    "year": Frequency.YEARLY,
    "annually": Frequency.YEARLY,
}
_PERIODS_ZH = {
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "half": Frequency.HALF_YEARLY,
    "quarter": Frequency.QUARTERLY,
    "year": Frequency.YEARLY,
    "daily": Frequency.DAILY,
}


def take_period(line: Line) -> None:
    """How often it comes, and on which day of the period it is due: 每周五, 每月5日前, every month by the 5th."""
    for found in EVERY_ZH.finditer(line.same):
        start, end = found.span()
        closes = line.ends(start, end) or re.match(HANDING_IN, line.same[end:])
        if not (line.begins(start, end) and closes):
            continue
        period = next(period for name, period in _PERIODS_ZH.items() if found[name])
        day = WEEKDAYS_ZH[found["weekday"]] + 1 if found["weekday"] else None
        if found["day"] or found["nth"]:
            day = counted(found["day"] or found["nth"]) or None
        if _take_period(line, period, day, start, end):
            return
    said = [
        (*_rhythm_en(found), found.span()) for found in _EVERY_EN.finditer(line.same) if _is_ours(line, found)
    ]
    # A weekly report every Monday: said twice, and the one that names the day says more.
    for period, day, (start, end) in sorted(said, key=lambda one: one[1] is None):
        if _take_period(line, period, day, start, end):
            for other, _, span in said:
                if other is period and span != (start, end):
                    line.drop(*span)
            return


def _is_ours(line: Line, found: re.Match[str]) -> bool:
    """In the middle of other words it tells of the thing and not of us: the weekly summary."""
    start, end = found.span()
    return not found["adverb"] or line.first(start) or line.last(end)


def _rhythm_en(found: re.Match[str]) -> tuple[Frequency, int | None]:
    weekday, day = found["weekday"] or found["on"], found["day"] or found["nth"]
    if weekday:
        return Frequency.WEEKLY, WEEKDAY_NUMBERS[weekday[:3]] + 1
    said = found["unit"] or found["adverb"]
    period = _UNITS.get(re.sub(r"\s+", " ", said)) or Frequency.of(said.replace("-", "_"))
    return period, int(day) if day else None


def _take_period(line: Line, period: Frequency, day: int | None, start: int, end: int) -> bool:
    if not line.take("period", period.code, start, end):
        return False
    if day is not None:
        line.take("due_day", str(day), start, end)
    return True
