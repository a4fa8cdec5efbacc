"""Days and moments as a list shows them: in words when they are near, short while the year is this one."""

from __future__ import annotations

from datetime import date, datetime

from mingbai.desk import spoken_days
from mingbai.desk.spoken_days import nearness, weekday_moment
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.words import Language, Words

TODAY = Words("今天", "Today")
TOMORROW = Words("明天", "Tomorrow")


def short_day(day: date, today: date, language: Language) -> str:
    """11-27 周五, Fri 27 Nov; of another year with the year."""
    said = spoken_days.short_day(day, today) if day.year != today.year else weekday_moment(day, today)
    return said.into(language)


def short_moment(moment: datetime, today: date, language: Language) -> str:
    """11-27 17:00, 27 Nov 17:00; of another year only the day."""
    if moment.year != today.year:
        return short_day(moment.date(), today, language)
    return f"{spoken_days.short_day(moment, today).into(language)} {moment:%H:%M}"


def day_with_hour(moment: datetime, today: date, language: Language) -> str:
    """11-27 周五 17:00, Fri 27 Nov 17:00: a day to which an hour was said; of another year only the day."""
    if moment.year != today.year:
        return short_day(moment.date(), today, language)
    return weekday_moment(moment, today).into(language)


def due_words(due: date, today: date, days: WorkingDays, language: Language) -> tuple[str, str]:
    """A limit in words, and its tone: danger when it is over, amber when it is near, else none."""
    day = due.date() if isinstance(due, datetime) else due
    left, tone = (day - today).days, nearness(due, today, days).value
    if left < 0:
        return spoken_days.late(day, today).into(language), tone
    if left <= 1:
        near = (TODAY if left == 0 else TOMORROW).into(language)
        return f"{near} {_clock(due)}".rstrip(), tone
    return short_day(day, today, language), tone


def _clock(due: date) -> str:
    # The last minute of a day stands for the day alone.
    if not isinstance(due, datetime) or (due.hour, due.minute) == (23, 59):
        return ""
    return f"{due:%H:%M}"
