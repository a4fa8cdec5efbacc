"""The day of its period on which something recurring is due: 周五 of a week, 每月5日, day 5 of a quarter.

The number that is stored means what its period makes of it.
"""

from __future__ import annotations

from mingbai.domain.demand import Period
from mingbai.domain.pattern import pattern
from mingbai.domain.reading import read_integer
from mingbai.domain.text import fold
from mingbai.domain.words import Words

WEEKDAYS = (
    *(
        Words("周一", "Monday"),
        Words("周二", "Tuesday"),
        Words("周三", "Wednesday"),
        Words("周四", "Thursday"),
    ),
    *(Words("周五", "Friday"), Words("周六", "Saturday"), Words("周日", "Sunday")),
)
LONGEST_MONTH = 31
_LAST = Words("每月最后一天", "last day of the month")
_OF = {
    Period.QUARTERLY: Words("每季第{n}天", "day {n} of the quarter"),
    Period.HALF_YEARLY: Words("每半年第{n}天", "day {n} of the half-year"),
    Period.YEARLY: Words("每年第{n}天", "day {n} of the year"),
    Period.IRREGULAR: Words("第{n}天", "day {n}"),
}
_ZH = "一二三四五六日天"
_WEEKDAY = pattern(
    rf"每?(?:周|星期|礼拜)(?P<zh>[{_ZH}])|(?:on |every )?(?P<en>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_NUMBER = pattern(
    r"每?(?:个?月|季度?|半?年)?第?(?P<zh>\d{1,4})[日号天]|(?:the )?(?P<en>\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?"
    r"|day (?P<day>\d{1,4})(?: of the (?:month|quarter|half-year|year))?"
)
_MONTHS_END = pattern(r"每?月(?:底|末|的?最后一天)|(?:the )?last day of (?:the|each|every) month")


def due_day_words(period: Period, n: int) -> Words:
    """The n-th day of a period; of a daily one there is only that day."""
    if period is Period.DAILY:
        return Words("当天", "the same day")
    if period is Period.WEEKLY:
        return WEEKDAYS[min(max(n, 1), len(WEEKDAYS)) - 1]
    if period is Period.MONTHLY:
        return _LAST if n >= LONGEST_MONTH else Words(f"每月{n}日", f"{n}{_ordinal(n)} of the month")
    return _OF[period].format(n=n)


def read_due_day(given: object) -> int:
    """The number of a day as somebody wrote it: 5, 周五, 每月5日, Friday, the 5th. Raises as a number does."""
    text = fold(str(given)).strip()
    if (found := _WEEKDAY.fullmatch(text)) is not None:
        if found["zh"]:
            return min(_ZH.index(found["zh"]) + 1, len(WEEKDAYS))
        return next(at for at, day in enumerate(WEEKDAYS, 1) if day.en.lower().startswith(found["en"][:3]))
    if _MONTHS_END.fullmatch(text) is not None:
        return LONGEST_MONTH
    if (found := _NUMBER.fullmatch(text)) is not None:
        return int(found["zh"] or found["en"] or found["day"])
    return 1 if text in ("当天", "the same day") else read_integer(given)


def _ordinal(n: int) -> str:
    return "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
