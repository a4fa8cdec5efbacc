"""A pasted notice as the parts of an assignment, each with the places of the text it was read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from mingbai.domain.demand import Period
from mingbai.domain.pattern import pattern
from mingbai.domain.task import TaskKind
from mingbai.rules.asks import Asked, asks_of
from mingbai.rules.notice.burdens import burdens_of, is_wanted
from mingbai.rules.notice.columns import NamedColumn, columns_of
from mingbai.rules.notice.due import Due, due_of, dues
from mingbai.rules.notice.papers import papers_of
from mingbai.rules.notice.rhythm import Rhythm, rhythm_of, start_of
from mingbai.rules.notice.roles import Role
from mingbai.rules.notice.title import Title, title_of
from mingbai.rules.notice.unbroken import Whole, unbroken
from mingbai.rules.notice.unit import Unit, unit_of
from mingbai.rules.quick_names import Vocabulary
from mingbai.rules.quick_words import handed_in
from mingbai.rules.said_days import same_signs

Span = tuple[int, int]
T = TypeVar("T")
P = TypeVar("P", Asked, NamedColumn)


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
    period: Read[Period] | None = None
    asks: tuple[Asked, ...] = ()
    columns: tuple[NamedColumn, ...] = ()


LONGEST = 20_000
"""So many signs of a text are read; what is longer is a book and no notice."""


def read_notice(text: str, words: Vocabulary, today: date) -> Notice:
    """Reads a notice as of a day."""
    whole = unbroken(text[:LONGEST].replace("\r\n", "\n").replace("\u3000", " ").replace("\xa0", " "))
    return _placed(_read(whole.text, words, today), whole)


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
        period=at(read.period),
        asks=tuple(map(moved, read.asks)),
        columns=tuple(map(moved, read.columns)),
    )


def _read(text: str, words: Vocabulary, today: date) -> Notice:
    same = same_signs(text)
    begins = start_of(same, today, words.working)
    rhythm = rhythm_of(same, max(begins, today) if begins else today, words.working)
    found = [due for due in dues(same, today, words.working) if rhythm is None or not _within(due, rhythm)]
    day = _next_of(rhythm, due_of(found, same))
    unit = unit_of(same, text, words)
    columns = columns_of(same, text)
    title = _title(text, day, rhythm, unit, found, columns)
    return Notice(
        title=Read(title.text, ((title.start, title.end),)) if title else None,
        kind=_kind(text, same, title, columns),
        department=Read(unit.called, ((unit.start, unit.end),)) if unit else None,
        due_on=Read(day.day, ((day.start, day.end),)) if day else None,
        due_time=Read(day.time, (day.time_span or (day.start, day.end),)) if day and day.time else None,
        period=Read(rhythm.period, ((rhythm.start, rhythm.end),)) if rhythm else None,
        asks=_asks(same, day, rhythm, columns),
        columns=columns,
    )


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


def _asks(
    same: str, day: Due | None, rhythm: Rhythm | None, columns: tuple[NamedColumn, ...]
) -> tuple[Asked, ...]:
    due = (day.start, day.end) if day is not None and day.role >= Role.ASKED else _span(rhythm)
    held = (day.start, day.end) if day is not None else due
    asked = _asked(same, due, held)
    if columns:
        listed = (columns[0].start, columns[-1].end)
        asked = [one for one in asked if not (listed[0] <= one.start and one.end <= listed[1])]
        if all(one.code != "form" for one in asked):
            asked.append(Asked("form", *listed))
    return tuple(sorted(asked, key=lambda one: one.start))


def _asked(same: str, due: Span | None, held: Span | None) -> list[Asked]:
    """What is asked outright, then in the plainer words of a notice; nothing that is known already."""
    asked = [one for one in asks_of(same) if is_wanted(same, one)]
    asked += papers_of(same, due, held, _codes(asked))
    asked += burdens_of(same, _codes(asked))
    return asked


def _codes(asked: list[Asked]) -> frozenset[str]:
    return frozenset(one.code for one in asked)


def _span(rhythm: Rhythm | None) -> Span | None:
    return (rhythm.start, rhythm.end) if rhythm is not None else None


def _within(due: Due, rhythm: Rhythm) -> bool:
    """Whether a day is only a piece of what says how often: the 12:00 of 每周五12:00前."""
    return due.start < rhythm.end and rhythm.start < due.end


def _next_of(rhythm: Rhythm | None, due: Due | None) -> Due | None:
    """The due date: a limit that the text names, else the next occurrence of what recurs, else an event."""
    if rhythm is None:
        return due
    if rhythm.next_on is None:
        # 隔周周三: nobody can say which one.
        unsure = rhythm.period is Period.IRREGULAR and due is not None and due.role < Role.ASKED
        return None if unsure else due
    span = (rhythm.start, rhythm.end)
    time, time_span = rhythm.time, span
    if due is not None and due.clock:
        # 每月5日前报，截止17:00: the time of each, and no limit of today.
        time, time_span = time or due.time, span if time else (due.start, due.end)
    elif due is not None and due.role >= Role.LIMIT and rhythm.period is not Period.DAILY:
        return due
    return Due(Role.LIMIT, rhythm.next_on, time, *span, time_span if time else None)


def _title(
    text: str,
    day: Due | None,
    rhythm: Rhythm | None,
    unit: Unit | None,
    found: list[Due],
    columns: tuple[NamedColumn, ...],
) -> Title | None:
    taken: list[Span] = [(due.start, due.end) for due in found if due.role >= Role.EVENT]
    asking: list[Span] = [(day.start, day.end)] if day else []
    taken += asking
    if rhythm is not None:
        taken.append((rhythm.start, rhythm.end))
        asking.append((rhythm.start, rhythm.end))
    if unit is not None:
        taken += unit.places
    if columns:
        taken.append((columns[0].start, columns[-1].end))
    return title_of(text, taken, asking)
