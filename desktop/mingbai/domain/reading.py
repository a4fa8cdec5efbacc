"""What people type or paste into cells, read as values.

A reader takes what a cell holds and gives a value, or says in one sentence what would be right.
Whether a cell is blank is the caller's question.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_EN, WEEKDAY_NUMBERS, WEEKDAY_SIGNS, WEEKDAYS_ZH
from mingbai.domain.days import UNKNOWN, Days, NoDay, in_range, plain
from mingbai.domain.numerals import with_digits
from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Words

_QUOTED = 24


class Unreadable(Mistake):
    """A cell that cannot be read as what its column holds."""

    def __init__(self, given: object, why: Words) -> None:
        text = clean(str(given))
        self.given = text if len(text) <= _QUOTED else text[:_QUOTED] + "…"
        super().__init__("“{given}”{why}。", "“{given}” {why}.", given=self.given, why=why)


def read_date(
    value: object,
    *,
    today: date,
    year: int | None = None,
    month_start: bool = False,
    deadline: bool = False,
    past: int | None = None,
    since: date | None = None,
) -> date:
    """The day that a cell names; a time beside it is dropped.

    Without a year it lies in `year`, or else nearest to today. A month alone is its first day
    only where the caller says so with `month_start`. A `deadline` may be 三天内 or 周五前 as well; it is
    one of what began `since`. What is `past` lies at most so many days from today.
    """
    return _day_and_time(value, Days(today, year, month_start, deadline, past, since))[0]


def read_moment(
    value: object,
    *,
    today: date,
    year: int | None = None,
    deadline: bool = False,
    past: int | None = None,
    since: date | None = None,
) -> datetime:
    """The local moment that a cell names, to the second; a date alone is its midnight.

    A time alone is today's, unless `year` says that the cell comes from an older sheet.
    """
    days = Days(today, year, deadline=deadline, past=past, since=since)
    if isinstance(value, str) and year is None and (alone := days.time_named(value)) is not None:
        return _midnight(today) + alone
    day, since_midnight = _day_and_time(value, days)
    return _midnight(day) + (since_midnight or timedelta())


def hour_beside(
    value: object,
    *,
    today: date,
    year: int | None = None,
    deadline: bool = False,
    past: int | None = None,
    since: date | None = None,
) -> time | None:
    """The time of day that a cell names beside its day, which `read_date` drops; midnight is what a cell without
    one holds."""
    _, since_midnight = _day_and_time(value, Days(today, year, deadline=deadline, past=past, since=since))
    return _time_of(since_midnight) if since_midnight else None


def read_time(value: object) -> time:
    """The time of day that a cell names, to the minute: 14:00, 下午2点, 2 pm, 12点前; the end of a day is 23:59."""
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    since = None
    if isinstance(value, str):
        since = Days(date.min, deadline=True).time_named(value)
    if since is None:
        raise Unreadable(value, NO_TIME_SAID)
    return _time_of(since)


def _time_of(since_midnight: timedelta) -> time:
    minutes = min(int(since_midnight.total_seconds()) // 60, 24 * 60 - 1)
    return time(*divmod(minutes, 60))


NO_TIME_SAID = Words("看不出是几点，请写成 14:00 或下午2点", "names no time of day; write 14:00 or 2 pm")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _day_and_time(value: object, days: Days) -> tuple[date, timedelta | None]:
    try:
        if isinstance(value, str):
            day, since_midnight = days.named(value)
        elif isinstance(value, datetime):
            if value.utcoffset() not in {None, timedelta(hours=8)}:
                raise NoDay(UNKNOWN)
            day = value.date()
            # A workbook's moment is a fraction of a day: 9:32:09 arrives as 9:32:08.999999.
            seconds = round(value.second + value.microsecond / 10**6)
            since_midnight = timedelta(hours=value.hour, minutes=value.minute, seconds=seconds)
        elif isinstance(value, date):
            day, since_midnight = value, None
        elif (number := _number(value)) is not None:
            day, since_midnight = days.numbered(number)
        else:
            raise NoDay(UNKNOWN)
        return in_range(day), since_midnight
    except NoDay as trouble:
        raise Unreadable(value, trouble.why) from None


# --- Yes or no ---------------------------------------------------------------------------------

_YES = pattern("是的?|有|对的?|好|已|要|需要|[√✓✔☑✅]|y|yes|t|true|1")
_NO = pattern("否|不是?|无|没有?|不对|未|不要|不需要|[×✗✘✕❌☒x]|n|no|f|false|0")


def read_yes_no(value: object) -> bool:
    """Yes or no, in words or as the mark that a form uses."""
    if isinstance(value, bool):
        return value
    number = _number(value)
    text = plain(str(value if number is None else number.normalize())).strip(".;!\ufe0f")
    if _YES.fullmatch(text):
        return True
    if _NO.fullmatch(text):
        return False
    raise Unreadable(value, Words("看不出是还是否，请写 是 或 否", "is neither yes nor no; write yes or no"))


# --- Numbers -----------------------------------------------------------------------------------

_NO_NUMBER = Words(
    "不是一个确定的数，请只写数字，如 1576.73", "is not one exact number; write digits only, as in 1576.73"
)
_NOT_WHOLE = Words("不是整数，请写整数", "is not a whole number; write one")
_TOO_LONG = Words(
    "数字太长，编号请写在文本栏里", "is too long for a number; identifiers belong in a text column"
)
_AMOUNT = pattern(
    r"(?:¥|rmb|cny|人民币)?\s*(?P<number>[+-]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+))\s*"
    r"(?P<times>千|万|百万|千万|亿)?(?:元整?|圆整?|人次|批次|[个件次份人户场批块名条项家])?"
)
_TIMES = {"千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}


def _number(value: object) -> Decimal | None:
    """A number's exact value as people see it, or None for anything that is no finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number if number.is_finite() else None


def read_decimal(value: object) -> Decimal:
    """The exact number: 1,576.73, 3000万, ¥12 元."""
    number = _number(value)
    if number is None:
        found = _AMOUNT.fullmatch(plain(value)) if isinstance(value, str) else None
        if found is None:
            raise Unreadable(value, _NO_NUMBER)
        if len(found["number"]) > 40:
            raise Unreadable(value, _TOO_LONG)
        power = _TIMES.get(found["times"] or "", 0)
        number = Decimal(found["number"].replace(",", "")).scaleb(power)
    # Beyond 15 digits a workbook has already rounded, so it is an identifier that lost its end.
    if abs(number) >= 10**15:
        raise Unreadable(value, _TOO_LONG)
    # 3000万 is 30000000, not 3.000E+7.
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def read_integer(value: object) -> int:
    """The whole number; 12.0 is one, 12.5 is not."""
    number = read_decimal(value)
    if number != number.to_integral_value():
        raise Unreadable(value, _NOT_WHOLE)
    return int(number)


LONGEST_MONTH = 31
_WEEKDAY = pattern(rf"每?{WEEK_ZH}(?P<zh>[{WEEKDAY_SIGNS}])|(?:on |every )?(?P<en>{WEEKDAY_EN})")
_NUMBERED_DAY = pattern(
    r"每?(?:个?月|季度?|半?年)?第?(?P<zh>\d{1,4})[日号天]|(?:the )?(?P<en>\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?"
    r"|day (?P<day>\d{1,4})(?: of the (?:month|quarter|half-year|year))?"
)
_MONTHS_END = pattern(r"每?月(?:底|末|的?最后一天)|(?:the )?last day of (?:the|each|every) month")


def read_due_day(given: object) -> int:
    """The number of a day as somebody wrote it: 5, 周五, 每月5日, Friday, the 5th. Raises as a number does."""
    text = fold(str(given)).strip()
    if (found := _WEEKDAY.fullmatch(text)) is not None:
        if found["zh"]:
            return WEEKDAYS_ZH[found["zh"]] + 1
        return WEEKDAY_NUMBERS[found["en"][:3]] + 1
    if _MONTHS_END.fullmatch(text) is not None:
        return LONGEST_MONTH
    if (found := _NUMBERED_DAY.fullmatch(text)) is not None:
        return int(found["zh"] or found["en"] or found["day"])
    return 1 if text in ("当天", "the same day") else read_integer(given)


_NO_MINUTES = Words(
    "看不出是多少分钟，请写成 90 或 1小时30分", "is no length of time we can read; write it as 90 or 1h30m"
)
_HOUR = r"(?:小时|钟头|hours?|hrs?|h)"
_MINUTE = r"(?:分钟|分|minutes?|mins?|m)"
_LENGTH = pattern(
    rf"(?:(?P<hours>\d+(?:\.\d+)?)\s*个?(?P<half>半)?\s*{_HOUR}(?P<half_after>半)?)?\s*"
    rf"(?:(?P<minutes>\d+)\s*{_MINUTE}?|(?P<quarters>[123])刻钟?)?"
    rf"|(?P<only_half>半)个?{_HOUR}|(?P<clock>\d{{1,3}}):(?P<past>[0-5]\d)"
)


def read_minutes(value: object) -> int:
    """A length of time in minutes: 90, 1小时30分, 1.5小时, 半小时, 1h30m, 1:30."""
    if isinstance(value, time):  # so a workbook gives 1:30 back
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if isinstance(value, timedelta):
        minutes = Decimal(round(value.total_seconds())) / 60
    elif (number := _number(value)) is not None:
        minutes = number
        if number != number.to_integral_value():
            raise Unreadable(value, _NO_MINUTES)  # 1.5 may well be hours
    else:
        minutes = _spoken_minutes(value)
    if not 0 <= minutes < 10**6:
        raise Unreadable(value, _NO_MINUTES)
    return int(minutes.quantize(Decimal(1), ROUND_HALF_UP))


def _spoken_minutes(value: object) -> Decimal:
    found = _LENGTH.fullmatch(with_digits(plain(value))) if isinstance(value, str) else None
    if found is None or not found[0]:
        raise Unreadable(value, _NO_MINUTES)
    if found["only_half"]:
        return Decimal(30)
    if found["clock"]:
        return Decimal(60 * int(found["clock"]) + int(found["past"]))
    halves = bool(found["half"]) + bool(found["half_after"])
    return (
        60 * Decimal(found["hours"] or 0)
        + 30 * halves
        + Decimal(found["minutes"] or 0)
        + 15 * int(found["quarters"] or 0)
    )


# --- Lists -------------------------------------------------------------------------------------


def read_list(value: object) -> tuple[str, ...]:
    """The parts of a list in one cell, in order, each once whatever its case or width."""
    if isinstance(value, list | tuple):
        value = "\n".join(map(str, value))
    number = _number(value)
    text = str(value) if number is None else f"{read_decimal(number):f}"
    parts: dict[str, str] = {}
    for piece in re.split("[;；、,，\n]", clean(text, multiline=True)):
        if part := clean(piece):
            parts.setdefault(fold(part), part)
    return tuple(parts.values())
