"""A pasted notice as the parts of an assignment, each with the places of the text it was read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.frequency import Frequency
from mingbai.domain.pattern import pattern
from mingbai.domain.task import TaskKind
from mingbai.domain.text import capital, clean
from mingbai.rules.asks import Asked
from mingbai.rules.notice.also import Also, also_by
from mingbai.rules.notice.asked import Setting, asked_of
from mingbai.rules.notice.called import Called, called, called_in
from mingbai.rules.notice.columns import NamedColumn, columns_of
from mingbai.rules.notice.day import Day, How
from mingbai.rules.notice.days import days_of
from mingbai.rules.notice.document import document_of
from mingbai.rules.notice.likely import (
    ASKED,
    MOST_OFFERED,
    OFFERED,
    Choice,
    Likely,
    choices,
    likely,
    told,
)
from mingbai.rules.notice.recurs import Series, series_of
from mingbai.rules.notice.return_named import return_named
from mingbai.rules.notice.rhythm import rhythm_of
from mingbai.rules.notice.rhythm_forms import Rhythm
from mingbai.rules.notice.title import Title, heading_of, title_of
from mingbai.rules.notice.unbroken import Whole, unbroken
from mingbai.rules.notice.unit import heading_said, unit_of
from mingbai.rules.notice.unit_weights import Unit
from mingbai.rules.quick.names import Vocabulary
from mingbai.rules.quick.words import handed_in
from mingbai.rules.said_days import same_signs
from mingbai.rules.two_days import TwoDays, two_days_said

Span = tuple[int, int]
T = TypeVar("T")
P = TypeVar("P", Also, Asked, NamedColumn)


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One part of a notice and the places it was read from."""

    value: T
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What was read from a notice; None or empty where nothing was sure."""

    title: Read[str] | None = None
    kind: Read[TaskKind] | None = None
    department: Read[str] | None = None
    due_on: Read[date] | None = None
    due_time: Read[str] | None = None
    due_choices: tuple[Choice, ...] = ()
    """The days that may be the due date, where none of them surely is."""
    days_disagree: bool = False
    """Whether two of these are the date and the weekday of the same words."""
    period: Read[Frequency] | None = None
    starts_on: date | None = None
    """From when on it recurs, where the text says so."""
    ends_on: date | None = None
    """Until when."""
    next_on: date | None = None
    """The day on which it is next due by its rhythm; `due_on` may be another one, for this once."""
    next_time: str | None = None
    also: tuple[Also, ...] = ()
    """What is wanted once beside what recurs, by a day of its own."""
    asks: tuple[Asked, ...] = ()
    columns: tuple[NamedColumn, ...] = ()
    into: Read[str] | None = None
    """The register of what it calls to, where that is no assignment."""
    called_on: Read[date] | None = None
    """The day on which that is."""
    called_time: str | None = None
    """The hour at which it begins."""
    document: Read[str] | None = None
    """The number that the notice has itself."""


LONGEST = 20_000
"""So many signs of a text are read; what is longer is a book and no notice."""


def read_notice(text: str, words: Vocabulary, today: date) -> Notice:
    """Reads a notice as of a day."""
    # A line of its own, before broken lines are joined.
    number = document_of(text)
    document = Read(number.number, ((number.start, number.end),)) if number else None
    whole = _whole(text)
    untitled = whole.without(*number.line) if number else whole.text
    read = _read(whole.text, words, today, untitled, heading_said(text[:LONGEST]))
    return replace(_placed(read, whole), document=document)


def same_text(text: str) -> str:
    """A notice folded as it is read: what its weights are learnt from."""
    return same_signs(whole_text(text))


def whole_text(text: str) -> str:
    """A notice with its broken lines joined, as it is read."""
    return _whole(text).text


def _whole(text: str) -> Whole:
    return unbroken(text[:LONGEST].replace("\r\n", "\n").replace("\u3000", " ").replace("\xa0", " "))


def _placed(read: Notice, whole: Whole) -> Notice:
    """What was read from joined lines, at its places in the lines as they were pasted."""
    if whole.places is None:
        return read

    def at(part: Read[T] | None) -> Read[T] | None:
        return None if part is None else replace(part, spans=tuple(whole.stood(*span) for span in part.spans))

    def moved(part: P) -> P:
        start, end = whole.stood(part.start, part.end)
        return replace(part, start=start, end=end)

    return Notice(
        title=at(read.title),
        kind=at(read.kind),
        department=at(read.department),
        due_on=at(read.due_on),
        due_time=at(read.due_time),
        due_choices=tuple(
            replace(one, spans=tuple(whole.stood(*span) for span in one.spans)) for one in read.due_choices
        ),
        days_disagree=read.days_disagree,
        period=at(read.period),
        starts_on=read.starts_on,
        ends_on=read.ends_on,
        next_on=read.next_on,
        next_time=read.next_time,
        also=tuple(map(moved, read.also)),
        asks=tuple(map(moved, read.asks)),
        columns=tuple(map(moved, read.columns)),
        into=at(read.into),
        called_on=at(read.called_on),
        called_time=read.called_time,
    )


def _read(text: str, words: Vocabulary, today: date, untitled: str, head: str) -> Notice:
    """`untitled` is the same without what is no title, sign for sign; `head` the unit above its number."""
    same = same_signs(text)
    rhythm = rhythm_of(same, today, words.working)
    doubted = [one for one in two_days_said(same, today) if max(one.days) >= today]
    named = [one for one in days_of(same, today, words.working) if not _is_hour_of(one, doubted)]
    days = likely(same, named, today)
    series = series_of(same, named, days, today, words.working)
    # Where the limit is one of two days, no other day is told for it.
    limits = [one for one in doubted if one.until]
    due = None if limits else told(days)
    asked = days[0].day if days and days[0].share >= ASKED else None
    unit = unit_of(same, text, words, head)
    columns = columns_of(same, text)
    call = called(same, sorted((one.day for one in days), key=lambda day: day.span))
    title = _title(
        untitled, asked, rhythm, unit, days, columns, call, [(one.start, one.end) for one in doubted]
    )
    own = return_named(untitled, title, (series.rhythm.start, series.rhythm.end)) if series else None
    named_as = own or title
    return Notice(
        title=Read(named_as.text, ((named_as.start, named_as.end),)) if named_as else None,
        kind=_kind(text, same, title, columns),
        department=Read(unit.called, ((unit.start, unit.end),)) if unit else None,
        due_on=Read(due.day, (due.span,)) if due else None,
        due_time=Read(due.time, (due.time_span or due.span,)) if due and due.time else None,
        due_choices=() if due else _with_doubted(() if limits else choices(days), limits or doubted, today),
        days_disagree=bool(doubted) and due is None,
        period=Read(series.rhythm.period, ((series.rhythm.start, series.rhythm.end),)) if series else None,
        starts_on=_starts_on(series, asked),
        ends_on=series.ends_on if series else None,
        next_on=series.next_on if series else None,
        next_time=series.own.time if series and series.own else None,
        also=also_by(same, text, named, series.rhythm, _its_own(series, due)) if series else (),
        asks=asked_of(Setting(same, days, rhythm), columns),
        columns=columns,
        into=Read(call.register, (call.span,) if call.span else ()) if call else None,
        called_on=Read(call.day.day, (call.day.span,)) if call else None,
        called_time=call.day.time if call else None,
    )


def _is_hour_of(day: Day, doubted: list[TwoDays]) -> bool:
    """Whether it is but the hour of words that name two days."""
    return day.how is How.CLOCK and any(one.start <= day.start and day.end <= one.end for one in doubted)


def _with_doubted(offered: tuple[Choice, ...], doubted: list[TwoDays], today: date) -> tuple[Choice, ...]:
    """The days that may be the due date, with both readings of words that name two."""
    both = {
        day: Choice(day, one.time, ((one.start, one.end),))
        for one in doubted
        for day in one.days
        if day >= today
    }
    others = [one for one in offered if one.day not in both]
    found = [*list(both.values())[:MOST_OFFERED], *others][:MOST_OFFERED]
    return tuple(sorted(found, key=lambda one: one.day))


def _starts_on(series: Series | None, asked: Day | None) -> date | None:
    """From when on it recurs: as its own words say, or those of the day by which it is asked."""
    if series is not None and series.starts_on is not None:
        return series.starts_on
    opened = asked.opened if asked is not None else None
    return opened.day if opened is not None and not opened.limit else None


def _its_own(series: Series, due: Day | None) -> tuple[date | None, ...]:
    """The days of what recurs: when it is next due, or the first time; what comes daily is due the next time it comes."""
    once = due is not None and not (series.rhythm.period is Frequency.DAILY and series.next_on is not None)
    return (series.next_on, due.day if due is not None and once else None)


def asks_in(text: str, today: date) -> tuple[Asked, ...]:
    """What a notice asks for, read as of a day."""
    return asked_of(*setting_of(text, today, None))


def setting_of(
    text: str, today: date, working: WorkingDays | None
) -> tuple[Setting, tuple[NamedColumn, ...]]:
    """A text and the days of it by which what it asks for is weighed, and its columns."""
    whole = _whole(text).text
    same = same_signs(whole)
    days = likely(same, days_of(same, today, working), today)
    return Setting(same, days, rhythm_of(same, today, working)), columns_of(same, whole)


_NAMED_AS = pattern(
    "^(?:关于)?(?P<what>.+?)(?:工作|事宜|事项)?(?:的[^的]{0,2}(?:通知|函|通告|公告|提示|提醒|要求))?$"
)


def _kind(
    text: str, same: str, title: Title | None, columns: tuple[NamedColumn, ...]
) -> Read[TaskKind] | None:
    """What must be handed in: as the title says it, as it is read in a typed line, or a form whose columns are named."""
    if title is not None and (named := _NAMED_AS.match(same[title.start : title.end])) is not None:
        left, right = named.span("what")
        found = handed_in(text, same, title.start + left, title.start + right)
        if found is not None:
            kind, start, end = found
            return Read(kind, ((start, end),))
    if columns:
        return Read(TaskKind.FORM, tuple((one.start, one.end) for one in columns))
    return None


def _title(
    text: str,
    day: Day | None,
    rhythm: Rhythm | None,
    unit: Unit | None,
    days: list[Likely],
    columns: tuple[NamedColumn, ...],
    call: Called | None,
    doubted: list[Span],
) -> Title | None:
    if (headed := heading_of(text)) is not None:
        return headed if call is None else replace(headed, text=called_in(headed.text))
    if call is not None and call.title and call.span is not None:
        # As it was written, where `same` may have other signs.
        start, end = call.span
        said = clean(text[start:end]).strip(" ，,。")
        return Title(capital(said), start, end)
    asking: list[Span] = [*([day.span] if day else ()), *doubted]
    if rhythm is not None:
        asking.append((rhythm.start, rhythm.end))
    taken = [*(one.day.span for one in days if one.share >= OFFERED), *asking]
    if unit is not None:
        taken += unit.places
    if columns:
        taken.append((columns[0].start, columns[-1].end))
    return title_of(text, taken, asking)
