"""How often an English notice asks for something: every Friday, the fifth of each month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from mingbai.domain.calendar_names import MONTH_NUMBERS, WEEKDAY_EN, WEEKDAY_NUMBERS
from mingbai.domain.frequency import Frequency
from mingbai.domain.month import Month
from mingbai.domain.numerals import ORDINALS_EN
from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.day_words import DOTTED_MONTH_EN, ORDINAL_EN
from mingbai.rules.days_meant import time_of
from mingbai.rules.notice.rhythm_days import (
    in_quarters,
    in_this_or_next,
    last_working,
    month_day,
    next_weekday,
    quarter_months,
)
from mingbai.rules.notice.rhythm_forms import Now, Rhythm, made, met, next_of, spacing

_NTH = r"(?:the\s+)?(?:(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)|(?P<{0}w>" + ORDINAL_EN + "))"
_CLOCK_EN = r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|\d{1,2}:\d\d|noon)"
_WHICH = f"{'|'.join(ORDINALS_EN[:3])}|last"
_MIXED_EN = pattern(
    r"\b(?:fortnightly|bi-?weekly|bi-?monthly|every\s+(?:other|second|two|three|four|2|3|4)\s+(?:week|month|day)s?|every\s+fortnight"
    r"|twice\s+an?\s+(?:week|month|year|quarter)|(?:two|three)\s+times\s+an?\s+(?:week|month|year)|half-monthly|from\s+time\s+to\s+time|irregularly)\b"
)
_WEEKLY_EN = pattern(
    rf"\b(?:(?P<before>{_CLOCK_EN})\s+(?:on\s+)?)?(?:every|each)\s+(?P<day>{WEEKDAY_EN})s?\b(?!\s+(?:and|&|,))(?:,?\s+(?:by|at|before)\s+(?P<time>{_CLOCK_EN}))?"
    rf"|\b(?:(?:every|each|per|a)\s+week|weekly),?\s+(?:by|on|before|no\s+later\s+than)\s+(?P<day2>{WEEKDAY_EN})\b(?:,?\s+(?:at\s+)?(?P<time2>{_CLOCK_EN}))?"
    rf"|\b(?:on\s+)?(?P<day3>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b(?:,?\s+(?:by|at|before)\s+(?P<time3>{_CLOCK_EN}))?|\b(?P<day4>{WEEKDAY_EN})\s+of\s+(?:every|each)\s+week\b"
)
_SEVERAL_EN = pattern(rf"\b(?:every|each)\s+(?P<day>{WEEKDAY_EN})\s*(?:and|&|,)\s*(?P<day2>{WEEKDAY_EN})\b")
_MONTHLY_EN = alternatives(
    rf"\b(?:(?:every|each|per)\s+month|monthly),?\s+(?:(?:no\s+later\s+than|by|on|before)\s+)?{_NTH.format('d')}(?!\w)"
    rf"|{_NTH.format('d2')}\s+(?:day\s+)?of\s+(?:(?:every|each|the\s+(?:following|next))\s+month|the\s+month\s+(?:after|following)(?!\s+the))\b"
    r"|\b(?P<end>(?:end|last\s+day)\s+of\s+(?:every|each)\s+month|(?:every|each)\s+month[- ]end)\b"
    r"|\b(?P<lastwork>last\s+working\s+day\s+of\s+(?:every|each|the)\s+month)\b|\bmonthly\b[^.;\n]{0,60}?\b(?P<end2>last\s+day\s+of\s+the\s+month)\b"
    rf"|\b(?P<which>{_WHICH})\s+(?P<wd>{WEEKDAY_EN})\s+of\s+(?:every|each)\s+month\b"
    rf"|\b(?:every|each)\s+(?P<which2>{_WHICH})\s+(?P<wd2>{WEEKDAY_EN})\s+of\s+the\s+month\b"
    rf"|\b(?:every|each)\s+(?P<which3>first|third|last)\s+(?P<wd3>{WEEKDAY_EN})\b(?!\s+of\b)"
)
_QUARTER_END_EN = pattern(
    r"\b(?:end|last\s+(?:(?P<lastwork>working)\s+)?day)\s+of\s+(?:every|each)\s+quarter\b|\b(?:every|each)\s+quarter[- ]end\b"
)
_QUARTERLY_EN = alternatives(
    rf"\b(?:(?:every|each)\s+quarter|quarterly),?\s+(?:(?:by|on|before|no\s+later\s+than)\s+)?{_NTH.format('d')}\s+(?:day\s+)?of\s+(?:(?:the|its)\s+)?"
    r"(?:(?P<last>last|third|final)\s+month|month\s+(?:after|following)|(?:following|next|first)\s+month)\b"
    rf"|{_NTH.format('d2')}\s+(?:day\s+)?of\s+the\s+(?:(?P<last2>last|third|final)\s+month|(?:first\s+)?month\s+(?:after|following|of|in)(?=\s+(?:\w+\s+)?quarter)|first\s+month)"
    r"(?:\s+(?:of|in|after|following))?(?:\s+(?:the|a|each|every))?(?:\s+quarter(?:\s+ends?)?)?"
)
_DATED_EN = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{DOTTED_MONTH_EN}\b"
_LISTED_EN = alternatives(
    rf"\b(?:(?P<end>last\s+day)\s+of|{_NTH.format('d')}(?:\s+of)?|(?P<d2>\d{{1,2}}))\s+(?P<months>{DOTTED_MONTH_EN}\b(?:,\s*{_DATED_EN}){{0,3}},?\s+and\s+{_DATED_EN})"
)
"""Days that are counted up: 15th of January, April, July and October."""
_YEARLY_EN = pattern(
    rf"\b(?:every|each)\s+year,?\s+(?:by|on|before)\s+(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{DOTTED_MONTH_EN})|(?P<m2>{DOTTED_MONTH_EN})\s+(?P<d2>\d{{1,2}}))"
)
_BARE_EN = pattern(
    r"\b(?:(?:every|each|per|once\s+an?)\s+(?P<unit>day|working\s+day|week|month|quarter|half[- ]year|year|morning|evening|night)\b"
    r"|(?P<adverb>daily|weekly|monthly|quarterly|half-yearly|yearly|annually)(?!\s+(?:work|allowance|wage|salary|income|life|living|average|needs|basis\s+of)))"
)
_ADVERB_ASKS = pattern(
    r"(?:submit\w*|send|sent|report(?:ed|s)?|return\w*|update\w*|file[ds]?|due|provide\w*|complet\w+|upload\w*|held|on\s+an?|a|the|your|of|is|be)\b[^.\n]{0,60}$"
)
_PERIOD_EN = {
    "day": Frequency.DAILY,
    "morning": Frequency.DAILY,
    "evening": Frequency.DAILY,
    "night": Frequency.DAILY,
    "working day": Frequency.DAILY,
    "daily": Frequency.DAILY,
    "week": Frequency.WEEKLY,
    "weekly": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "monthly": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY,
    "quarterly": Frequency.QUARTERLY,
    "half year": Frequency.HALF_YEARLY,
    "half-year": Frequency.HALF_YEARLY,
    "half-yearly": Frequency.HALF_YEARLY,
    "year": Frequency.YEARLY,
    "yearly": Frequency.YEARLY,
    "annually": Frequency.YEARLY,
}


def all_en(same: str, now: Now) -> Iterator[Rhythm]:
    """Every rhythm that a folded English text names."""
    for found in met(_MIXED_EN, same):
        yield made(found, Frequency.IRREGULAR, None, time=False)
    for found in met(_SEVERAL_EN, same):
        days = (next_weekday(now.today, WEEKDAY_NUMBERS[found[name][:3]]) for name in ("day", "day2"))
        yield made(found, Frequency.IRREGULAR, min(days), time=False)
    for found in met(_WEEKLY_EN, same):
        day = next(said for name in ("day", "day2", "day3", "day4") if (said := found[name]))
        said = found["time"] or found["time2"] or found["time3"] or found["before"]
        nearest = next_weekday(now.today, WEEKDAY_NUMBERS[day[:3]])
        yield Rhythm(Frequency.WEEKLY, nearest, time_of(said) if said else None, *found.span())
    for found in met(_MONTHLY_EN, same):
        yield made(found, Frequency.MONTHLY, _monthly_en(found, now), time=False)
    for found in met(_LISTED_EN, same):
        names = [MONTH_NUMBERS[name[:3]] for name in re.findall(DOTTED_MONTH_EN, found["months"])]
        number = 31 if found["end"] else _number_en(found, "d") or int(found["d2"])
        if (period := spacing(names)) is not None and 1 <= number <= 31:
            yield made(found, period, next_of(names, number, now.today), time=False)
    for found in met(_QUARTER_END_EN, same):
        last = quarter_months(0)(now.today)
        day = last_working(last, now.working) if found["lastwork"] else last.end
        yield made(found, Frequency.QUARTERLY, day, time=False)
    for found in met(_QUARTERLY_EN, same):
        day = in_quarters(
            now.today,
            0 if found["last"] or found["last2"] else 1,
            _number_en(found, "d") or _number_en(found, "d2"),
        )
        yield made(found, Frequency.QUARTERLY, day, time=False)
    for found in met(_YEARLY_EN, same):
        yield made(found, Frequency.YEARLY, _yearly_en(found, now), time=False)
    for found in met(_BARE_EN, same):
        unit = re.sub(r"\s+", " ", found["unit"] or found["adverb"])
        if found["adverb"] and not _adverb_asks(same, found):
            continue
        period = _PERIOD_EN[unit]
        yield made(
            found, period, now.today if period is Frequency.DAILY and found["unit"] else None, time=False
        )


def _adverb_asks(same: str, found: re.Match[str]) -> bool:
    """Weekly as an adverb, or with a report of that name which is asked for: submit a weekly report."""
    left = re.split(r"[.;!?\n]", same[max(0, found.start() - 80) : found.start()])[-1]
    after = re.match(r"\s*([a-z]*)", same[found.end() :])
    word = after[1] if after else ""
    if word in ("", "by", "on", "before", "to", "from", "until", "and", "basis", "no"):
        return bool(_ADVERB_ASKS.search(left))
    return word in ("report", "reports", "return", "returns", "update", "updates", "reporting") and bool(
        re.search(r"\ba\s*$", left)
    )


def _number_en(found: re.Match[str], name: str) -> int:
    """The number of 5th or fifth; 0 where none is said."""
    if found[name]:
        return int(found[name])
    return ORDINALS_EN.index(word) + 1 if (word := found[name + "w"]) else 0


def _monthly_en(found: re.Match[str], now: Now) -> date | None:
    if number := _number_en(found, "d") or _number_en(found, "d2"):
        return month_day(now.today, number)
    if found["end"] or found["end2"]:
        return Month(now.today.year, now.today.month).end
    if found["lastwork"]:
        return in_this_or_next(now.today, lambda month: last_working(month, now.working))
    which = found["which"] or found["which2"] or found["which3"]
    weekday = WEEKDAY_NUMBERS[(found["wd"] or found["wd2"] or found["wd3"])[:3]]

    def named(month: Month) -> date:
        if which == "last":
            return month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
        nth = ORDINALS_EN.index(which)
        return next_weekday(date(month.year, month.number, 1), weekday) + timedelta(days=7 * nth)

    return in_this_or_next(now.today, named)


def _yearly_en(found: re.Match[str], now: Now) -> date | None:
    name, number = found["m"] or found["m2"], int(found["d"] or found["d2"])
    month = MONTH_NUMBERS[name[:3]]
    for year in (now.today.year, now.today.year + 1):
        day = date(year, month, min(number, Month(year, month).end.day))
        if day >= now.today:
            return day
    return None
