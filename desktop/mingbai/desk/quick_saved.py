"""What is said once a typed line was saved: its number and title, and of what recurs when it is expected."""

from __future__ import annotations

from datetime import date

from mingbai.desk.quick import title_words
from mingbai.desk.quick_reader import Reader
from mingbai.desk.recurring import before_work, first_due
from mingbai.desk.spoken_days import spoken_day
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.occurrence import occurrence
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.rules.quick.quick import Quick

SAVED = Words("已登记：{n} {title}", "Recorded: {n} {title}")
EXPECTED_NOW = Words(
    "已登记为常态事项：{n} {title}。第一次应在{day}，已在“今日”里等着，来没来在那里记",
    "Recorded as recurring: {n} {title}. First expected {day}; it is waiting on Today, where you note whether it came",
)
EXPECTED_LATER = Words(
    "已登记为常态事项：{n} {title}。第一次应在{day}，{begins}起会在“今日”里等着，来没来在那里记",
    "Recorded as recurring: {n} {title}. First expected {day}; from {begins} it will be waiting on Today, "
    "where you note whether it came",
)


def saved_words(entry: Entry, quick: Quick, reader: Reader, today: date) -> Words:
    """What was saved, in one line: its number and title, and of what recurs when it is expected and where."""
    return recorded_words(entry, title_words(quick, reader), today, reader.words(today).working)


def recorded_words(entry: Entry, title: Words, today: date, working: WorkingDays | None) -> Words:
    """That an entry was saved, and of what recurs when it is expected."""
    due = first_due(entry.record, today, working) if entry.register is DEMANDS and working else None
    if due is None or working is None:
        return SAVED.format(n=entry.number, title=title)
    demand: Demand = entry.record
    each = occurrence(demand.period, due)
    begins = max(
        day for day in (each.start if each is not None else due, demand.starts_on) if day is not None
    )
    waits = begins <= today or due <= before_work(today, working)
    return (EXPECTED_NOW if waits else EXPECTED_LATER).format(
        n=entry.number, title=title, day=spoken_day(due, today), begins=spoken_day(begins, today)
    )
