"""How the words for a day or a time are read in either language; what they mean is in `days_meant_zh` and `days_meant_en`.

A day is read in two steps. Spellings write it plainly; then the first reader that knows the whole of it says the day,
or says it in the words of `domain.days`, which everything else is left to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.days import Days, NoDay
from mingbai.domain.month import Month
from mingbai.rules.day_words import NUMBER

MOST_WORKING = 60
KEPT = 512
"""So many words for a day are remembered: the same ones come again and again."""


class Spelling(NamedTuple):
    """Another way to write a part of what names a day; each goes on from where the one before it left the words."""

    name: str
    """Examples, as of a reader."""
    form: re.Pattern[str]
    plain: str
    """How that part is written plainly."""


class Reader(NamedTuple):
    """One way to name a day."""

    name: str
    """Examples of it, by which it is found and tested."""
    form: re.Pattern[str]
    """The whole of the words, when they are spelled plainly."""
    means: str | Callable[[re.Match[str], date], date | None]
    """The day, or the words in which `Days` reads it."""


def spelled(spellings: Iterable[Spelling], said: str) -> str:
    """The words for a day as they are written plainly."""
    for spelling in spellings:
        said = spelling.form.sub(spelling.plain, said)
    return said


def read_by(readers: Iterable[Reader], said: str, today: date) -> date | None:
    """The day that words mean, by the first reader that knows them."""
    for reader in readers:
        if (found := reader.form.fullmatch(said)) is not None:
            if isinstance(reader.means, str):
                return named(found.expand(reader.means), today)
            return reader.means(found, today)
    return None


def named(said: str, today: date) -> date | None:
    """The day of plain words, as one that lies ahead; None where they could mean two."""
    try:
        return Days(today, deadline=True).named(said)[0]
    except NoDay:
        return None


def end_of_quarter(today: date) -> date:
    """The end of the quarter in which a day lies."""
    return Month(today.year, today.month).shifted(-today.month % 3).end


def nth_of(month: Month, nth: int | None, weekday: int | None, working: WorkingDays | None) -> date | None:
    """The nth such weekday, or working day where none is named; None for the last one."""
    first = date(month.year, month.number, 1)
    if weekday is None:
        if working is None:
            return None
        return working.last_by(month.end) if nth is None else working.add(first - timedelta(days=1), nth + 1)
    if nth is None:
        return month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * nth)
    return day if day <= month.end else None


@lru_cache(maxsize=KEPT)
def time_of(said: str) -> str | None:
    """`17:00` of 下午5点, 5 pm, 5点 (which in an office is the afternoon); `24:00` of 晚上12点."""
    said = re.sub(r"\s+", " ", said).strip().replace("：", ":")
    said = re.sub(r"\s*(?:hrs|hours|o['’]?clock)$|(?<=:\d\d)时$", "", said)
    if said in ("noon", "midday"):
        return "12:00"
    said = re.sub(r"(?<=\d)\.(?=\d\d(?:\s*[ap]|$))", ":", said)
    said = re.sub("一刻", "1刻", said)
    said = re.sub("三刻", "3刻", said)
    if re.match("(?:晚上?|夜里|晚间)(?:12|十二)(?:[点时]|:00)", said):
        return "24:00"
    try:
        since = Days(date(2026, 1, 1)).time_named(said)
    except NoDay:
        return None
    if since is None:
        return None
    minutes = int(since.total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    alone = re.match(rf"(?!0){NUMBER}(?:[点时:]|$)", said) is not None
    if alone and 1 <= hours <= 6 and not re.search(r"[ap]\.?m", said):
        hours += 12
    return f"{hours:02d}:{minutes:02d}"
