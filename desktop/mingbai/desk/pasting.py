"""A pasted or dropped notice as the draft of an assignment, every guess with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from mingbai.desk.notice_into import DAYS, FIELDS_THERE, INTO, REGISTER, Into
from mingbai.desk.quick import LABELS, MISSING, UNTIL, near_day
from mingbai.desk.quick_reader import Reader
from mingbai.domain.demand import DEMANDS
from mingbai.domain.field import LIST_MARK, LONG_LIMIT, Context, Field
from mingbai.domain.frequency import Frequency
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.pattern import pattern
from mingbai.domain.reading import read_moment
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS, Ask, TaskKind
from mingbai.domain.text import clean
from mingbai.domain.words import Mistake, Words
from mingbai.rules.notice.also import titled
from mingbai.rules.notice.likely import Choice
from mingbai.rules.notice.notice import Notice, read_notice
from mingbai.rules.quick.names import Names
from mingbai.rules.quick.units import other_body_at

if TYPE_CHECKING:
    from mingbai.exchange.documents import Document

Span = tuple[int, int]

ALSO = ("also", "also_2", "also_3")
"""What is wanted once beside what recurs: the title of an assignment of its own, its day in `Pasted.also`."""
FIELDS = (
    "into",
    "title",
    "department",
    "held_on",
    "due_on",
    "kind",
    "period",
    *ALSO,
    "document",
    "asks",
    "form_columns",
    "owner",
)
"""What a notice is read for, in the order in which it is shown."""
NEEDED = ("title", "department")
"""Without these nothing can be saved."""
BY_NAME = ("department", "owner")
"""Kept by the name that was read or typed."""
NAMED = {
    "into": INTO.words,
    "held_on": Words("日期", "On"),
    **{name: LABELS[name] for name in ("title", "department", "due_on", "kind", "period", "asks", "owner")},
    "document": Words("文号", "Document"),
    "form_columns": Words("表格栏目", "Form columns"),
}
"""Short names of the fields."""
ALSO_BY = Words("另外 {day}前", "Also by {day}")
NOTHING_TO_PASTE = Words("没有可粘贴的文字", "There is no text to paste")
COLUMNS = Words("{n} 栏：{names}", "{n}: {names}")
CUT_OFF = Words(
    "全文 {n} 字，备注里只放前 {most} 字，其余请另存文件",
    "The text has {n} characters; the note takes the first {most}, keep the rest as a file",
)

_ASKS = frozenset(ask.code for ask in Ask)


@dataclass(frozen=True, slots=True)
class Guess:
    """One field of the draft, and where in the text it was read; no place where a file or a person told it."""

    field: str
    value: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a notice would become; a guess that is taken out is left to the person."""

    text: str
    guesses: tuple[Guess, ...]
    due_time: str
    """The hour that goes with the due date, as the text says it."""
    received_on: date
    file: str = ""
    """The name of the file that was dropped."""
    starts_on: date | None = None
    """From when on it recurs, where the text says so."""
    ends_on: date | None = None
    """Until when."""
    next_on: date | None = None
    """The day on which it is next due by its rhythm, where the text names it and no person gave another due date."""
    due_choices: tuple[Choice, ...] = ()
    """The days that may be the due date, where the notice leaves it open."""
    days_disagree: bool = False
    """Whether they are open because a date and its weekday do not agree."""
    also_on: tuple[Choice, ...] = ()
    """The days of what is wanted once beside it, in the order of `ALSO`."""
    called_time: str = ""
    """The hour at which that begins to which it calls."""

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The days to choose the due date from; none where it is told."""
        return () if self.value("due_on") or self.into is not TASKS else self.due_choices

    def value(self, name: str) -> str:
        """What is guessed for a field; empty where nothing is."""
        return next((guess.value for guess in self.guesses if guess.field == name), "")

    @property
    def due_on(self) -> date | None:
        """The due date that is guessed."""
        due = self.value("due_on")
        return date.fromisoformat(due) if due else None

    @property
    def into(self) -> Register[Any]:
        """The register that it goes into."""
        return REGISTER[self.value("into") or TASKS.code]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it has there."""
        if self.into is TASKS:
            return tuple(name for name in FIELDS if name != "held_on")
        return FIELDS_THERE

    @property
    def needed(self) -> tuple[str, ...]:
        """Those without which nothing can be saved."""
        return NEEDED if self.into is TASKS else (*NEEDED, "held_on")

    @property
    def period(self) -> Frequency | None:
        """How often it comes, where it is one of many."""
        code = self.value("period") if self.into is TASKS else ""
        return Frequency.of(code) if code else None

    @property
    def also(self) -> dict[str, Choice]:
        """What is recorded beside it by a day of its own; nothing of a day that became its own due date."""
        if self.into is not TASKS:
            return {}
        days = zip(ALSO, self.also_on, strict=False)
        return {name: one for name, one in days if self.value(name) and one.day != self.due_on}

    def without(self, field: str) -> Pasted:
        """The same without one guess; without a due date its days are offered, and without these nothing is.

        What does not recur is not due by the rhythm either.
        """
        kept = tuple(guess for guess in self.guesses if guess.field != field)
        by_rhythm = self.next_on is not None and self.due_on == self.next_on
        if field == "period" and by_rhythm and self.due_choices:
            return replace(self, guesses=kept, next_on=None).without("due_on")
        if field == "held_on":
            return replace(self, guesses=kept, called_time="")
        if field != "due_on":
            return replace(self, guesses=kept)
        return replace(self, guesses=kept, due_time="", due_choices=() if self.offered else self.due_choices)

    def handled_by(self, who: str) -> Pasted:
        """The same with whoever sits here as the one who handles it."""
        return replace(self, guesses=_in_order((*self.guesses, Guess("owner", who)))) if who else self

    def day_and_hour(self, name: str) -> str:
        """A day with the hour that goes with it, as it is typed."""
        hour = self.due_time if name == "due_on" else self.called_time
        return f"{self.value(name)} {hour}".strip()

    def chosen(self, choice: Choice) -> Pasted:
        """The same with one of the offered days as its due date."""
        day = Guess("due_on", choice.day.isoformat(), choice.spans)
        return replace(self, guesses=_in_order((*self.guesses, day)), due_time=choice.time or "")

    def put(self, name: str, text: str, context: Context) -> Pasted:
        """The same with one field as a person typed it. Raises `Mistake`."""
        field, others = field_of(name), self.without(name)
        if not clean(text, multiline=True):
            return others
        if name == "owner":
            # A new colleague is not made here: whom the list does not hold is refused.
            field.read(text, context)
        value = (
            clean(text)
            if name in (*NEEDED, *BY_NAME, *ALSO)
            else str(field.store(field.read(text, context)) or "")
        )
        changed = replace(others, guesses=_in_order((*others.guesses, Guess(name, value))))
        if name == "due_on":
            changed = replace(changed, due_time=_hour_in(text, field, context))
        if name == "held_on":
            changed = replace(changed, called_time=_hour_in(text, field, context))
        if name in ("due_on", "period"):
            changed = replace(changed, next_on=None)
        if changed.into is not TASKS and not changed.value("held_on") and (due := changed.value("due_on")):
            # The day that was read is the day of what it is now.
            held = _in_order((*changed.guesses, Guess("held_on", due)))
            changed = replace(changed, guesses=held, called_time=changed.due_time)
        return changed

    @property
    def lacking(self) -> tuple[str, ...]:
        """The fields that are still needed."""
        return tuple(name for name in self.needed if not self.value(name))

    @property
    def draft(self) -> dict[str, object]:
        """The fields of the assignment, with the whole notice as its note."""
        note = {"note": self.text[:LONG_LIMIT]}
        if self.into is not TASKS:
            there = {name: self.value(name) for name in NEEDED}
            dated = DAYS[self.into.code]
            hour = self.into.fields[dated].column.hour
            timed = {hour: self.called_time} if hour and self.called_time else {}
            return {**there, dated: self.value("held_on"), **timed, **note}
        fields: dict[str, object] = {
            guess.field: guess.value for guess in self.guesses if guess.field not in _NOT_OF_A_TASK
        }
        if self.due_time and self.due_on is not None:
            fields["due_time"] = self.due_time
        return fields | {"received_on": self.received_on} | note

    @property
    def warning(self) -> Words | None:
        """What to say of a text that is longer than a note."""
        if len(self.text) <= LONG_LIMIT:
            return None
        return CUT_OFF.format(n=f"{len(self.text):,}", most=f"{LONG_LIMIT:,}")

    @property
    def kept(self) -> dict[str, str]:
        """All of it as plain texts, for the drafts."""
        told = {"text": self.text, "received_on": self.received_on.isoformat(), "due_time": self.due_time}
        told["called_time"] = self.called_time
        runs = {"starts_on": self.starts_on, "ends_on": self.ends_on, "next_on": self.next_on}
        told |= {name: day.isoformat() for name, day in runs.items() if day is not None}
        for name, choices in (("due_choices", self.due_choices), ("also_on", self.also_on)):
            days = (f"{one.day.isoformat()} {one.time or ''}".strip() for one in choices)
            told[name] = LIST_MARK.join(days)
        guessed = {f"field.{one.field}": one.value for one in self.guesses}
        if self.days_disagree:
            told["days_disagree"] = "1"
        return {**told, "file": self.file, **guessed}


def _hour_in(text: str, field: Field, context: Context) -> str:
    """The hour that a person typed beside a day; empty for none."""
    column = field.column
    moment = read_moment(text, today=context.today, deadline=column.deadline, past=column.past)
    return "" if moment.time() == time.min else f"{moment:%H:%M}"


def _in_order(guesses: Iterable[Guess]) -> tuple[Guess, ...]:
    return tuple(sorted(guesses, key=lambda one: FIELDS.index(one.field)))


_NOT_OF_A_TASK = ("into", "held_on", "period", *ALSO)
_NUMBERING = pattern(r"(?i)序号|编号|no\.?|s/?n|#")


def plain_columns(head: Iterable[str]) -> tuple[str, ...]:
    """The headings of a form as one keeps them: each in one line, none split, without the running number."""
    names = (re.sub(f"[{LIST_MARK}；、,，]", "/", clean(name)) for name in head)
    return tuple(name for name in dict.fromkeys(names) if name and not _NUMBERING.fullmatch(name))


def field_of(name: str) -> Field:
    """The field that is guessed; how often it comes is one of the recurring assignment."""
    if name == "into":
        return INTO
    if name == "held_on":
        return MEETINGS.fields[name]
    if name in ALSO:
        return TASKS.fields["title"]
    return DEMANDS.fields[name] if name == "period" else TASKS.fields[name]


def _unit_of(notice: Notice, text: str, units: Names) -> str:
    """The unit as it is saved: by the name that the text writes out, where that is none of a list."""
    assert notice.department is not None
    for start, end in notice.department.spans:
        if (called := other_body_at(text, start, end, units)) is not None:
            return called
    return notice.department.value


def draft_of(reader: Reader, text: str, today: date) -> Pasted:
    """The draft that a notice makes. Raises `Mistake` if it says nothing."""
    text = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text).strip()
    if not text:
        raise Mistake(NOTHING_TO_PASTE.zh, NOTHING_TO_PASTE.en)
    words = reader.words(today)
    return _as_recorded(_pasted(text, read_notice(text, words, today), today, (), words.units), reader)


def draft_of_document(reader: Reader, document: Document, today: date) -> Pasted:
    """The draft that a file's text makes, and the columns of its form."""
    words = reader.words(today)
    notice = read_notice(document.text, words, today)
    return _as_recorded(_pasted(document.text, notice, today, document.columns, words.units), reader)


def _as_recorded(pasted: Pasted, reader: Reader) -> Pasted:
    """The same with the unit under which its number was recorded before: what was put right then stays so."""
    known = reader.unit_of_document(pasted.value("document"), pasted.received_on)
    if not known or known == pasted.value("department"):
        return pasted
    others = tuple(guess for guess in pasted.guesses if guess.field != "department")
    return replace(pasted, guesses=_in_order((*others, Guess("department", known))))


def draft_kept(kept: Mapping[str, str]) -> Pasted:
    """The draft that `Pasted.kept` kept."""
    guesses = tuple(Guess(name, kept[f"field.{name}"]) for name in FIELDS if kept.get(f"field.{name}", ""))
    day = date.fromisoformat(kept["received_on"])
    return Pasted(
        text=kept["text"],
        guesses=guesses,
        due_time=kept.get("due_time", ""),
        called_time=kept.get("called_time", ""),
        received_on=day,
        file=kept.get("file", ""),
        starts_on=_day_kept(kept.get("starts_on", "")),
        ends_on=_day_kept(kept.get("ends_on", "")),
        next_on=_day_kept(kept.get("next_on", "")),
        due_choices=_choices_kept(kept.get("due_choices", "")),
        days_disagree="days_disagree" in kept,
        also_on=_choices_kept(kept.get("also_on", "")),
    )


def _day_kept(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None


def _choices_kept(kept: str) -> tuple[Choice, ...]:
    days = [said for said in kept.split(LIST_MARK) if said]
    return tuple(Choice(date.fromisoformat(said[:10]), said[11:] or None, ()) for said in days)


def choice_shown(choice: Choice, today: date) -> Words:
    """An offered day as a chip says it."""
    return near_day(f"{choice.day.isoformat()} {choice.time or ''}".strip(), today)


def shown(pasted: Pasted, guess: Guess, reader: Reader, today: date) -> Words:
    """A guess as a chip says it."""
    match guess.field:
        case "into":
            return Into.of(guess.value).words
        case "due_on" | "held_on":
            return near_day(pasted.day_and_hour(guess.field), today)
        case "department":
            return reader.unit(guess.value, today)
        case "kind":
            return TaskKind.of(guess.value).words
        case "period":
            often = Frequency.of(guess.value).words
            until = pasted.ends_on
            return (
                often if until is None else UNTIL.format(often=often, day=near_day(until.isoformat(), today))
            )
        case "asks":
            asks = [Ask.of(code).words for code in guess.value.split(LIST_MARK)]
            return Words("、".join(one.zh for one in asks), ", ".join(one.en for one in asks))
        case "form_columns":
            names = guess.value.split(LIST_MARK)
            return COLUMNS.format(n=len(names), names=Words("、".join(names), ", ".join(names)))
        case _:
            return Words(guess.value, guess.value)


def refusal(pasted: Pasted) -> Words | None:
    """One sentence on what is still needed; None when the draft can be saved."""
    lacked = [_words_of(pasted, name) for name in pasted.lacking]
    if not lacked:
        return None
    fields = Words("、".join(word.zh for word in lacked), " and ".join(word.en.lower() for word in lacked))
    return MISSING.format(fields=fields)


def named(pasted: Pasted, name: str, today: date) -> Words:
    """What a pill calls a field; a unit as its register does, for it asks, calls or sends."""
    if name in ALSO:
        return ALSO_BY.format(day=choice_shown(pasted.also_on[ALSO.index(name)], today))
    if name == "department" and pasted.into is not TASKS:
        return _words_of(pasted, name)
    return NAMED[name]


def _words_of(pasted: Pasted, name: str) -> Words:
    into = pasted.into
    return into.fields[DAYS[into.code] if name == "held_on" else name].words


def _pasted(text: str, notice: Notice, today: date, form: tuple[str, ...], units: Names) -> Pasted:
    guesses: list[Guess] = []
    if notice.into and notice.called_on:
        guesses.append(Guess("into", notice.into.value))
        guesses.append(Guess("held_on", notice.called_on.value.isoformat(), notice.called_on.spans))
    if notice.title:
        guesses.append(Guess("title", notice.title.value, notice.title.spans))
    if notice.department:
        guesses.append(Guess("department", _unit_of(notice, text, units), notice.department.spans))
    due, time, offered = _due(notice)
    if due is not None:
        guesses.append(due)
    if notice.kind:
        guesses.append(Guess("kind", notice.kind.value.code, notice.kind.spans))
    if notice.period:
        guesses.append(Guess("period", notice.period.value.code, notice.period.spans))
    for name, also in zip(ALSO, notice.also, strict=False):
        what = titled(also.what, notice.title.value if notice.title else "")
        guesses.append(Guess(name, what, ((also.start, also.end),)))
    if notice.document:
        guesses.append(Guess("document", notice.document.value, notice.document.spans))
    asks = [asked for asked in notice.asks if asked.code in _ASKS]
    if asks:
        codes = dict.fromkeys(asked.code for asked in asks)
        guesses.append(
            Guess("asks", LIST_MARK.join(codes), tuple((asked.start, asked.end) for asked in asks))
        )
    columns = plain_columns(form) or tuple(column.name for column in notice.columns)
    if columns:
        spans = () if form else tuple((column.start, column.end) for column in notice.columns)
        guesses.append(Guess("form_columns", LIST_MARK.join(columns), spans))
    return Pasted(
        text,
        tuple(guesses),
        time,
        today,
        starts_on=notice.starts_on,
        ends_on=notice.ends_on,
        next_on=notice.next_on,
        due_choices=offered,
        days_disagree=notice.days_disagree,
        also_on=tuple(Choice(one.day, one.time, ((one.start, one.end),)) for one in notice.also[: len(ALSO)]),
        called_time=notice.called_time or "",
    )


def _due(notice: Notice) -> tuple[Guess | None, str, tuple[Choice, ...]]:
    """The due date, its time, and the days to choose from without it.

    What comes daily is due the next time it comes: a later hand-in day beside it is that of something else.
    """
    told, day = notice.due_on, notice.next_on
    time = notice.due_time.value if notice.due_time else ""
    daily = notice.period if notice.period and notice.period.value is Frequency.DAILY else None
    if daily is not None and day is not None and (told is None or told.value > day):
        others = (Choice(told.value, time or None, told.spans),) if told else notice.due_choices
        return Guess("due_on", day.isoformat(), daily.spans), notice.next_time or "", others
    if daily is not None and told is not None and told.value == day:
        time = time or notice.next_time or ""
    return Guess("due_on", told.value.isoformat(), told.spans) if told else None, time, notice.due_choices
