"""What Chinese words for a day mean, as of a day: 周五, 11月底, 三个工作日内.

Read in the two steps of `days_meant`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_SIGNS, WEEKDAYS_ZH
from mingbai.domain.days import Days, NoDay
from mingbai.domain.month import Month
from mingbai.domain.numerals import ONES_ZH, with_digits
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import NUMERAL
from mingbai.rules.days_meant import (
    KEPT,
    MOST_WORKING,
    Reader,
    Spelling,
    end_of_quarter,
    nth_of,
    read_by,
    spelled,
)

SPELLINGS_ZH = (
    Spelling("元月3日", pattern(r"(?<!\d)元(?=月)"), "1"),
    Spelling("今晚, 明早上, 今朝", pattern("^([今明后])(?:[早晚]上?|[午晨朝])"), r"\1天"),
    Spelling("今明两天", pattern("今明两"), "明"),
    Spelling("这个月底, 这月3日, 当月中, 当年底", pattern("^(?:这个?(?=月)|当(?=[月年]))"), "本"),
    Spelling("次月3日", pattern("^次(?=月)"), "下"),
    Spelling("下个月的3日", pattern("(?<=[本下个]月)的"), ""),
    # Where its number was left open it is the coming one.
    Spelling("月3日", pattern("^月(?=.+[日号])"), ""),
    Spelling("12月份3日", pattern(r"月份(?=\d)"), "月"),
    Spelling("12·3", pattern("·"), "."),
)
_LAST_DAY = "最[后末][一1]天"


@lru_cache(maxsize=KEPT)
def day_of(said: str, today: date) -> date | None:
    """The day that Chinese words without a time name, as one that lies ahead; None where they could mean two."""
    return read_by(READERS_ZH, spelled(SPELLINGS_ZH, re.sub(r"\s", "", said)), today)


def _weeks_from_today(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=14 if found["weeks"] in "两二" else 7)


def _quarter_end(found: re.Match[str], today: date) -> date:
    """The end of the quarter of that number, or of this one."""
    if not found["which"]:
        return end_of_quarter(today)
    month = Month(today.year, 3 * (ONES_ZH.index(found["which"]) + 1))
    return (month if month.end >= today else month.shifted(12)).end


def _in_year(found: re.Match[str], today: date) -> date | None:
    return day_of(f"{today.year + (found['year'] == '明')}年{found['rest']}", today)


READERS_ZH = (
    Reader("今儿, 明儿个, 后儿, 大后儿", pattern("(大后|[今明后])儿个?"), r"\1天"),
    Reader("今, 明", pattern("[今明]"), r"\g<0>天"),
    Reader(
        "下周的今天, 两周后的今天",
        pattern(f"(?P<weeks>下|[一两二]){WEEK_ZH}[^{WEEKDAY_SIGNS}末]*(?:今天|此时)"),
        _weeks_from_today,
    ),
    Reader("今年12月3日, 明年1月底", pattern("(?P<year>[今本明])年(?P<rest>[^底末].*)"), _in_year),
    Reader("月中", pattern("月中"), "本月15日"),
    Reader("下月中, 12月中", pattern("(.+月)中"), r"\g<1>15日"),
    Reader("12月第一天, 本月头一天", pattern("(.+?)份?的?[头第][一1]天"), r"\g<1>1日"),
    Reader(
        "本月最后一天, 12月份最后一天, 年底最后一天",
        pattern(f"(.*(?:月|年(?=[底末])))[底末]?份?的?{_LAST_DAY}"),
        r"\1底",
    ),
    Reader(
        "季末, 三季度末, 季度末的最后一天",
        pattern(f"(?P<which>[{ONES_ZH[:4]}]?)季度?[底末](?:的?{_LAST_DAY})?"),
        _quarter_end,
    ),
    Reader("12月三, 12月十五", pattern(f".*月{NUMERAL}"), r"\g<0>日"),
    Reader("27, 二十七", pattern(rf"\d{{1,2}}|{NUMERAL}"), r"\g<0>日"),
    Reader("12月3日, 11.25, 28号, 周五, 明天, 月底, 12月底, 本季度末, 年底", pattern(".*"), r"\g<0>"),
)
"""The last knows all that `Days` reads as it is written."""


def given(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 给大家三天时间, 限5个工作日 and 5个工作日完成."""
    count = counted(next(said for said in found.group("n", "n2", "n3", "n4") if said))
    if not 0 < count <= MOST_WORKING:
        return None
    if found["work"] or found["work3"] or found["work4"]:
        return working.add(today, count) if working is not None else None
    return today + timedelta(days=count)


def within(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 三个工作日内, 两周内 or 本月内."""
    number = next(
        (said for said in found.group("work", "days", "weeks", "months", "hours", "minutes") if said), None
    )
    if number is not None and not counted(number):
        return None
    try:
        if found["work"]:
            count = counted(found["work"])
            return working.add(today, count) if working is not None and 0 < count <= MOST_WORKING else None
        if found["days"]:
            if (
                "日" in found[0]
                and counted(found["days"]) > MOST_NUMBERED
                and _ON_A_DAY.search(found.string[max(0, found.start() - 1) : found.start()])
            ):
                # 在27日之内: within so many days, or on that day?
                return None
            return today + timedelta(days=counted(found["days"]))
        if found["weeks"]:
            return today + timedelta(days=7 * counted(found["weeks"]))
        if found["months"]:
            return _months_on(today, counted(found["months"]))
        if found["today"] or found["minutes"]:
            return today
        if found["half"]:
            return today + timedelta(days=15)
        if found["hours"]:
            hours = counted(found["hours"])
            return today + timedelta(days=hours // 24) if hours % 24 == 0 or hours < 6 else None
        return Days(today, deadline=True).named(
            "本月内" if found["month"] else "年内" if found["year"] else f"{found['week']}周内"
        )[0]
    except (NoDay, ValueError, OverflowError):
        return None


MOST_NUMBERED = 15
_ON_A_DAY = pattern("[在于]$")


def counted(said: str) -> int:
    """The number of 5, 五 or 十二; 0 where the signs make none."""
    digits = with_digits(said + "日").rstrip("日")
    return int(digits) if digits.isdecimal() else 0


def _months_on(today: date, months: int) -> date:
    month = Month(today.year, today.month).shifted(months)
    return min(month.end, date(month.year, month.number, min(today.day, month.end.day)))


def nth_in_month(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 12月第一个周五, 本月最后一个工作日 or 本周最后一个工作日."""
    if found["thisweek"]:
        sunday = today + timedelta(days=6 - today.weekday())
        last = found["work"] and not found["nth"] and working is not None
        return working.last_by(sunday) if last and working else None
    if found["m"]:
        number = counted(found["m"])
        if not 1 <= number <= 12:
            return None
        month = Month(today.year + (number < today.month), number)
    else:
        month = Month(today.year, today.month).shifted((found["rel"] or "本") in "下次")
    nth = ONES_ZH.index(found["nth"]) if found["nth"] else None
    weekday = WEEKDAYS_ZH[found["wd"]] if found["wd"] else None
    return nth_of(month, nth, weekday, working)
