"""A pasted or dropped notice as the draft of an assignment, every guess with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from mingbai.desk.glossary import TYPED, Glossary
from mingbai.desk.quick import LABELS, MISSING, Reader, lines_of, near_day
from mingbai.desk.records import completed, found
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand, Period
from mingbai.domain.filter import both, equals
from mingbai.domain.occurrence import Occurrence, occurrence
from mingbai.domain.pattern import pattern
from mingbai.domain.register import LIST_MARK, LONG_LIMIT, Context, Field
from mingbai.domain.task import TASKS, Ask, Task, TaskKind
from mingbai.domain.text import clean
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act
from mingbai.rules.flags.sameness import alike
from mingbai.rules.notice import Notice, read_notice

if TYPE_CHECKING:
    from mingbai.exchange.documents import Document

Span = tuple[int, int]

FIELDS = ("title", "department", "due_on", "kind", "period", "asks", "form_columns")
"""What a notice is read for, in the order in which it is shown."""
NEEDED = ("title", "department")
"""Without these nothing can be saved."""
NAMED = {
    **{name: LABELS[name] for name in ("title", "department", "due_on", "kind", "period", "asks")},
    "form_columns": Words("表格栏目", "Form columns"),
}
"""Short names of the fields."""
NOTHING = Words("没有可粘贴的文字", "There is no text to paste")
COLUMNS = Words("{n} 栏：{names}", "{n}: {names}")
CUT_OFF = Words(
    "全文 {n} 字，备注里只放前 {most} 字，其余请另存文件",
    "The text has {n} characters; the note takes the first {most}, keep the rest as a file",
)

_ASKS = frozenset(ask.code for ask in Ask)


class Sort(Enum):
    """What a pasted text is."""

    NOTHING = "nothing"
    LINE = "line"
    LINES = "lines"
    CELLS = "cells"
    NOTICE = "notice"


LINE_WIDTH = 120
"""So wide is the longest line that somebody types; a character of Chinese counts two."""
_SENTENCES = pattern(r"[。！？；]\s*\S|[。！？]\s*$|[：:]\s*$|[a-z)\d][.!?]\s+[A-Z]|[a-z]{2}[.!?]\s*$")
_TO_ALL = pattern(
    r"通知|通告|请各|请[你贵]|各(?:村|社区|单位|部门|网格|镇|街道|位)|收到(?:请|后)?回复|联系人|特此|现将|为了?(?:进一步|切实|贯彻)"
    r"|(?i:\b(?:dear|please|notice|hereby|regards|kindly|all communities|all villages)\b)"
)


def sort_of(text: str) -> Sort:
    """What a pasted text is: a line to type on with, lines that are an entry each, cells of a sheet, or a notice."""
    lines = lines_of(text)
    if not lines:
        return Sort.NOTHING
    if len(lines) == 1:
        inside = pattern(r"[。！？；]\s*\S").search(lines[0])
        return Sort.NOTICE if inside or _width(lines[0]) > LINE_WIDTH else Sort.LINE
    cells = [line.count("\t") for line in text.splitlines() if line.strip()]
    if min(cells) >= 1 and cells.count(max(cells)) * 10 >= len(cells) * 8:
        return Sort.CELLS
    marked = any(_SENTENCES.search(line) or _TO_ALL.search(line) for line in lines)
    return Sort.NOTICE if marked else Sort.LINES


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


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
    """The hour that goes with the due date, as the text says it. No rule asks for it: it stays in the note."""
    received_on: date
    file: str = ""
    """The name of the file that was dropped."""

    def value(self, name: str) -> str:
        """What is guessed for a field; empty where nothing is."""
        return next((guess.value for guess in self.guesses if guess.field == name), "")

    @property
    def period(self) -> Period | None:
        """How often it comes, where it is one of many."""
        code = self.value("period")
        return Period.of(code) if code else None

    def without(self, field: str) -> Pasted:
        """The same without one guess."""
        kept = tuple(guess for guess in self.guesses if guess.field != field)
        return replace(self, guesses=kept, due_time="" if field == "due_on" else self.due_time)

    def put(self, name: str, text: str, context: Context) -> Pasted:
        """The same with one field as a person typed it. Raises `Mistake`."""
        field, others = field_of(name), self.without(name)
        if not clean(text, multiline=True):
            return others
        value = clean(text) if name in NEEDED else str(field.store(field.read(text, context)) or "")
        guesses = (*others.guesses, Guess(name, value))
        return replace(others, guesses=tuple(sorted(guesses, key=lambda one: FIELDS.index(one.field))))

    @property
    def lacking(self) -> tuple[str, ...]:
        """The fields that are still needed."""
        return tuple(name for name in NEEDED if not self.value(name))

    @property
    def draft(self) -> dict[str, object]:
        """The fields of the assignment, with the whole notice as its note."""
        fields: dict[str, object] = {
            guess.field: guess.value for guess in self.guesses if guess.field != "period"
        }
        return fields | {"received_on": self.received_on, "note": self.text[:LONG_LIMIT]}

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
        return {**told, "file": self.file, **{f"field.{one.field}": one.value for one in self.guesses}}


_NUMBERING = pattern(r"(?i)序号|编号|no\.?|s/?n|#")


def plain_columns(head: Iterable[str]) -> tuple[str, ...]:
    """The headings of a form as one keeps them: each in one line, none split, without the running number."""
    names = (re.sub(f"[{LIST_MARK}；、,，]", "/", clean(name)) for name in head)
    return tuple(name for name in dict.fromkeys(names) if name and not _NUMBERING.fullmatch(name))


def field_of(name: str) -> Field:
    """The field that is guessed; how often it comes is one of the recurring assignment."""
    return DEMANDS.fields[name] if name == "period" else TASKS.fields[name]


def draft_of(reader: Reader, text: str, today: date) -> Pasted:
    """The draft that a notice makes. Raises `Mistake` if it says nothing."""
    text = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text).strip()
    if not text:
        raise Mistake(NOTHING.zh, NOTHING.en)
    return _pasted(text, read_notice(text, reader.words(today), today), today, ())


def draft_of_document(reader: Reader, document: Document, today: date) -> Pasted:
    """The draft that a file's text makes, and the columns of its form."""
    notice = read_notice(document.text, reader.words(today), today)
    return _pasted(document.text, notice, today, document.columns)


def draft_kept(kept: Mapping[str, str]) -> Pasted:
    """The draft that `Pasted.kept` kept."""
    guesses = tuple(Guess(name, kept[f"field.{name}"]) for name in FIELDS if kept.get(f"field.{name}", ""))
    day = date.fromisoformat(kept["received_on"])
    return Pasted(kept["text"], guesses, kept.get("due_time", ""), day, kept.get("file", ""))


def shown(pasted: Pasted, guess: Guess, reader: Reader, today: date) -> Words:
    """A guess as a chip says it."""
    match guess.field:
        case "due_on":
            return near_day(f"{guess.value} {pasted.due_time}".strip(), today)
        case "department":
            return Words(guess.value, reader.shown(guess.value, "en"))
        case "kind":
            return TaskKind.of(guess.value).words
        case "period":
            return Period.of(guess.value).words
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
    lacked = [TASKS.fields[name].words for name in pasted.lacking]
    if not lacked:
        return None
    fields = Words("、".join(word.zh for word in lacked), " and ".join(word.en.lower() for word in lacked))
    return MISSING.format(fields=fields)


def record(
    ledger: Ledger,
    pasted: Pasted,
    *,
    today: date,
    language: Language = "zh",
    who: str = "",
    beside: Callable[[Act, Uid], None] = lambda _act, _uid: None,
) -> Entry:
    """Saves the draft as an assignment. What recurs becomes a recurring assignment too, and this its occurrence.

    `beside` writes what belongs to it, in the same act. Raises `Mistake` naming what is still needed, or `Taken` where this period's is recorded already.
    """
    if (words := refusal(pasted)) is not None:
        raise Mistake(words.zh, words.en)
    glossary = Glossary(ledger, today)
    task: Task = TASKS.parse(pasted.draft, glossary.context(TYPED))
    period = pasted.period
    known = _known(ledger, task, period, today) if period is not None else None
    with ledger.act("add", who=who, today=today) as act:
        glossary.write_planned(act)
        if period is not None:
            each = occurrence(period, task.due_on or today)
            if known is None:
                demand = completed(ledger, _demand(task, period, each, today), glossary, language)
                of = act.insert(DEMANDS, demand)
            else:
                of = known.uid
            task = replace(task, demand=of, period_key=each.key if each is not None else "")
        uid: Uid = act.insert(TASKS, task)
        beside(act, uid)
    return found(ledger, TASKS, uid)


def _known(ledger: Ledger, task: Task, period: Period, today: date) -> Entry | None:
    """The recurring assignment that this is an occurrence of, where it is recorded already."""
    running = equals("ends_on", None)
    wanted = both(equals("department", task.department), equals("period", period), running)
    for entry in asked_entries(ledger, DEMANDS, wanted, today):
        if alike(str(entry.stored["title"]), task.title):
            return entry
    return None


def _demand(task: Task, period: Period, each: Occurrence | None, today: date) -> Demand:
    due_day = None
    if each is not None and task.due_on is not None and period is not Period.DAILY:
        due_day = (task.due_on - each.start) // timedelta(days=1) + 1
    return Demand(
        title=task.title,
        department=task.department,
        period=period,
        due_day=due_day,
        kind=task.kind,
        form_columns=task.form_columns,
        starts_on=today,
    )


def _pasted(text: str, notice: Notice, today: date, form: tuple[str, ...]) -> Pasted:
    guesses: list[Guess] = []
    if notice.title:
        guesses.append(Guess("title", notice.title.value, notice.title.spans))
    if notice.department:
        guesses.append(Guess("department", notice.department.value, notice.department.spans))
    if notice.due_on:
        guesses.append(Guess("due_on", notice.due_on.value.isoformat(), notice.due_on.spans))
    if notice.kind:
        guesses.append(Guess("kind", notice.kind.value.code, notice.kind.spans))
    if notice.period:
        guesses.append(Guess("period", notice.period.value.code, notice.period.spans))
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
    return Pasted(text, tuple(guesses), notice.due_time.value if notice.due_time else "", today)
