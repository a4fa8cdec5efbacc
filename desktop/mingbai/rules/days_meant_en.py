"""What English words for a day mean, as of a day: the last Friday of December, a week today, Fri 27.

Read in the two steps of `days_meant`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import MONTH_NUMBERS, WEEKDAY_EN, WEEKDAY_NUMBERS
from mingbai.domain.month import Month
from mingbai.domain.numerals import COUNTS_EN, ORDINALS_EN
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import HURRIED_TOMORROW_EN, ORDINAL_EN, PART_OF_TODAY_EN
from mingbai.rules.days_meant import (
    KEPT,
    MOST_WORKING,
    Reader,
    Spelling,
    end_of_quarter,
    named,
    nth_of,
    read_by,
    spelled,
)

_ORDINAL = pattern(rf"\b(?:the )?({ORDINAL_EN})\b")
_REACHES = "month|quarter|year"

SPELLINGS_EN = (
    Spelling("the month's end", pattern(f"({_REACHES})['’]s end"), r"end of \1"),
    Spelling("before the week is out", pattern(f"^before the (week|{_REACHES}) .*"), r"the end of this \1"),
    Spelling("the last day of december", pattern("^(?:the )?last (?:day )?of"), "the end of"),
    Spelling("friday next", pattern(rf"^({WEEKDAY_EN}) next$"), r"next \1"),
    Spelling("this coming friday", pattern("^(?:this )?coming "), ""),
    Spelling("friday's", pattern("['’]s$"), ""),
    Spelling("friday of next week", pattern(rf"^({WEEKDAY_EN}) (?:of )?(this|next) week$"), r"\2 \1"),
    Spelling("15th inst", pattern(r"(?<=\dth) (?:of the month|inst)$"), ""),
    Spelling("the 5th", pattern(r"^the (?=\d)"), ""),
    Spelling("friday the 4th", pattern(r"(?<=day),? the (?=\d)"), " "),
    Spelling("tmr, 2moro", pattern(f"^{HURRIED_TOMORROW_EN}$"), "tomorrow"),
)


@lru_cache(maxsize=KEPT)
def day_of_en(said: str, today: date) -> date | None:
    """The day that English words without a time name."""
    said = re.sub(r"\s+", " ", said)
    said = _ORDINAL.sub(lambda found: f"{ORDINALS_EN.index(found[1]) + 1}th", said)
    return read_by(READERS_EN, spelled(SPELLINGS_EN, said), today)


def _today(_found: re.Match[str], today: date) -> date:
    return today


def _end_of_week(found: re.Match[str], today: date) -> date | None:
    """Its Friday, unless that has passed."""
    friday = today + timedelta(days=4 - today.weekday() + 7 * (found["which"] == "next"))
    return friday if friday >= today else None


def _end_of_quarter(_found: re.Match[str], today: date) -> date:
    return end_of_quarter(today)


def _dated_weekday(found: re.Match[str], today: date) -> date | None:
    """The next day of that number, if it is such a weekday."""
    day = named(f"{found['number']}日", today)
    return day if day is not None and day.weekday() == WEEKDAY_NUMBERS[found["weekday"][:3]] else None


def _day_first(found: re.Match[str], today: date) -> date | None:
    """The day stands first where it can be no month."""
    return named(f"{found['month']}-{found['day']}", today) if int(found["day"]) > 12 else None


def _in_month(found: re.Match[str], today: date) -> date | None:
    month = Month(today.year, today.month).shifted(found["which"] == "next")
    try:
        return date(month.year, month.number, int(found["day"]))
    except ValueError:
        return None


READERS_EN = (
    Reader("tonight, this morning", pattern(PART_OF_TODAY_EN), _today),
    Reader("end of next week", pattern("(?:the )?end of (?P<which>this|the|next) week"), _end_of_week),
    Reader("quarter-end, the end of the quarter", pattern("(?:.* )?quarter(?:[- ]end)?"), _end_of_quarter),
    Reader("fri 27", pattern(rf"(?P<weekday>{WEEKDAY_EN}) (?P<number>\d{{1,2}})"), _dated_weekday),
    Reader("24/12", pattern(r"(?P<day>\d\d)/(?P<month>\d{1,2})"), _day_first),
    Reader(
        "the 15th of next month",
        pattern(
            rf"(?:{WEEKDAY_EN},? (?:the )?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th) of (?P<which>this|next) month"
        ),
        _in_month,
    ),
    Reader("3 december, friday the 4th, the end of december, month-end", pattern(".*"), r"\g<0>"),
)
"""The last knows all that `domain.days` reads as it is written."""


def nth_in_month_en(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of the first Friday of December, or the last working day of this month."""
    if found["m"]:
        number = MONTH_NUMBERS[found["m"][:3]]
        month = Month(today.year + (number < today.month), number)
    else:
        month = Month(today.year, today.month).shifted(found["rel"] == "next")
    nth = None if found["nth"] == "last" else ORDINALS_EN.index(found["nth"])
    if found["day"]:
        return month.end if nth is None else date(month.year, month.number, nth + 1)
    weekday = WEEKDAY_NUMBERS[found["wd"][:3]] if found["wd"] else None
    return nth_of(month, nth, weekday, working)


def within_en(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of within a week, in three working days or ten days from now."""
    count = counted_en(found["n"])
    if found["unit"] in ("working", "business"):
        return working.add(today, count) if working is not None and 0 < count <= MOST_WORKING else None
    if found["what"].startswith("hour"):
        return today + timedelta(days=count // 24) if count % 24 == 0 or count < 6 else None
    return today + timedelta(days=count * (7 if found["what"].startswith("week") else 1))


def weeks_on_en(found: re.Match[str], today: date) -> date | None:
    """The day of a week today, a fortnight on Friday or Monday week."""
    first = day_of_en(found["day"] or found["day2"], today)
    weeks = counted_en(found["n"] or "a") * (2 if "fortnight" in found[0] else 1)
    return first + timedelta(days=7 * weeks) if first is not None else None


def counted_en(said: str) -> int:
    """The number of 5, five, a or an; 0 where the word is none."""
    if said in ("a", "an"):
        return 1
    return int(said) if said.isdecimal() else COUNTS_EN.index(said) + 1 if said in COUNTS_EN else 0
