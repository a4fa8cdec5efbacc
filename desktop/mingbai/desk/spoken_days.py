"""Days as people in an office speak of them: how late, how soon, which week, how near a limit is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from mingbai.desk.day_title import WEEKDAYS
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import Occurrence
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day

SHORT_WEEKDAYS = tuple(Words(name.zh, name.en[:3]) for name in WEEKDAY_NAMES)
QUARTERS = "一二三四"
WHOLE_DAY = time(23, 59)
"""A limit that names only a day is kept as the end of it."""
NEAR = 2
"""A limit is near when at most so many working days are left."""


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


def day_words(day: date) -> Words:
    """A day with its weekday, so that a slip is seen: 2026-11-27（周五）, Fri 27 Nov 2026."""
    weekday = SHORT_WEEKDAYS[day.weekday()]
    return Words(f"{day.isoformat()[:10]}（{weekday.zh}）", f"{weekday.en} {written_day(day).en}")


def moment_words(moment: date) -> Words:
    """A day with its weekday and, where one was said, the time."""
    said = day_words(moment)
    if not isinstance(moment, datetime) or moment.time() in (WHOLE_DAY, time.min):
        return said
    return Words(f"{said.zh} {moment:%H:%M}", f"{said.en} {moment:%H:%M}")


def weekday_moment(moment: date, today: date) -> Words:
    """A day as it is read beside others: 11-23 周一 18:00, Mon 23 Nov 18:00; with its year where that is another one."""
    weekday, day = SHORT_WEEKDAYS[moment.weekday()], short_day(moment, today)
    said = Words(f"{day.zh[:10]} {weekday.zh}", f"{weekday.en} {day.en}")
    if not isinstance(moment, datetime) or moment.time() in (WHOLE_DAY, time.min):
        return said
    return Words(f"{said.zh} {moment:%H:%M}", f"{said.en} {moment:%H:%M}")


def since_words(moment: date, today: date) -> Words:
    """When something happened: 今天 10:20, 昨天, 11-20 周五."""
    day = moment.date() if isinstance(moment, datetime) else moment
    ago = (today - day).days
    if ago > 1:
        return weekday_moment(moment, today)
    said = Words("今天", "Today") if ago == 0 else Words("昨天", "Yesterday")
    if not isinstance(moment, datetime) or moment.time() == time.min:
        return said
    return Words(f"{said.zh} {moment:%H:%M}", f"{said.en} {moment:%H:%M}")


def nearness(limit: date, today: date, days: WorkingDays) -> Nearness:
    """How a limit that still counts stands to today: the one place that says what is near."""
    day = limit.date() if isinstance(limit, datetime) else limit
    if day < today:
        return Nearness.LATE
    return Nearness.NEAR if days.between(today, day) <= NEAR else Nearness.FAR


def limit_words(limit: date, today: date, days: WorkingDays) -> Limit:
    """A limit that still counts: 11-23 周一，逾期 1 天."""
    day = limit.date() if isinstance(limit, datetime) else limit
    left = (day - today).days
    if left < 0:
        beside = late(day, today)
    elif left <= 1:
        beside = Words("明天", "tomorrow") if left else Words("今天", "today")
    else:
        beside = Words("还有 {n} 天", "{n} days left").format(n=left)
    return Limit(_joined(weekday_moment(limit, today), beside), nearness(limit, today, days))


def short_day(day: date, today: date) -> Words:
    """The day of a month, with its year where that is another one: 11-29, 29 Nov."""
    zh = f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"
    return Words(zh, written_day(day, today).en)


BEGINS = Words("今天起执行", "Begins today")
BEGINS_LATER = Words("{day} 起执行", "Begins {day}")


def begins_words(day: date, today: date) -> Words:
    """That what was agreed holds from a day on: of what was cut today nobody can say yet what became of it."""
    return BEGINS if day == today else BEGINS_LATER.format(day=short_day(day, today))


def spoken_day(day: date, today: date) -> Words:
    """A day with its weekday, in a sentence: 12月3日（周四）, Thu 3 Dec."""
    weekday, said = SHORT_WEEKDAYS[day.weekday()], written_day(day, today)
    return Words(f"{said.zh}（{weekday.zh}）", f"{weekday.en} {said.en}")


def near_day(day: date, today: date) -> Words:
    """今天, 明天, a weekday of this week, else the day."""
    named = {
        -1: Words("昨天", "yesterday"),
        0: Words("今天", "today"),
        1: Words("明天", "tomorrow"),
    }.get((day - today).days)
    if named is not None:
        return named
    if day > today and day - timedelta(days=day.weekday()) <= today:
        weekday = WEEKDAYS[day.weekday()]
        return Words(f"周{weekday.zh}", weekday.en)
    return short_day(day, today)


def near_moment(moment: datetime, today: date) -> Words:
    """今天 17:00; without a time where only a day was said."""
    day = near_day(moment.date(), today)
    if moment.time() in (WHOLE_DAY, time.min):
        return day
    return Words(f"{day.zh} {moment:%H:%M}", f"{day.en} {moment:%H:%M}")


LATE = Words("逾期 {n} 天", "{n} days late")
DAYS = Words("{n} 天", "{n} days")


def late(day: date, today: date) -> Words:
    """How many days ago something was due."""
    n = (today - day).days
    return LATE.format(n=n)


def days_since(day: date, today: date) -> Words:
    """How many days something is ago."""
    n = (today - day).days
    return DAYS.format(n=n)


def lasting(day: date, today: date) -> Words:
    """For how long something has held: 今天起, 已 22 天."""
    if day >= today:
        return Words("今天起", "from today")
    days = days_since(day, today)
    return Words(f"已 {days.zh}", f"for {days.en}")


def period_words(each: Occurrence, today: date) -> Words:
    """The period as people say it: 第48周, 11月, 四季度."""
    start = each.start
    match each.period:
        case Frequency.WEEKLY:
            week = start.isocalendar().week
            return Words(f"第{week}周", f"week {week}")
        case Frequency.MONTHLY:
            return Words(f"{start.month}月", MONTH_NAMES[start.month - 1])
        case Frequency.QUARTERLY:
            quarter = (start.month - 1) // 3
            return Words(f"{QUARTERS[quarter]}季度", f"quarter {quarter + 1}")
        case Frequency.HALF_YEARLY:
            first = start.month == 1
            return Words("上半年", "first half") if first else Words("下半年", "second half")
        case Frequency.YEARLY:
            return Words(f"{start.year}年", str(start.year))
        case _:
            return short_day(start, today)


def rhythm_words(period: Frequency, due_day: int | None) -> Words:
    """How often, with the weekday where there is one: 每周三, every Wednesday."""
    if period is Frequency.WEEKLY and due_day is not None and 1 <= due_day <= len(WEEKDAYS):
        weekday = WEEKDAYS[due_day - 1]
        return Words(f"每周{weekday.zh}", f"every {weekday.en}")
    said = period.words
    return Words(said.zh, said.en.lower())


TIMES = {
    250: Words("每天 1 次", "every day"),
    52: Words("每周 1 次", "every week"),
    12: Words("每月 1 次", "every month"),
    4: Words("每季 1 次", "every quarter"),
    2: Words("每半年 1 次", "twice a year"),
    1: Words("每年 1 次", "once a year"),
    0: Words("不再要", "no longer asked"),
}


def times_a_year(times: int) -> Words:
    """So many times a year in words."""
    return TIMES.get(times) or Words(f"{times} 次/年", f"{times} times a year")


def _joined(one: Words, other: Words) -> Words:
    return Words(f"{one.zh}，{other.zh}", f"{one.en}, {other.en}")
