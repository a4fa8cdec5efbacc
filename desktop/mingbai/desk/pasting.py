"""A pasted or dropped notice as the draft of an assignment, every guess with the words it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mingbai.desk.quick import Reader
from mingbai.domain.demand import Period
from mingbai.domain.register import LIST_MARK
from mingbai.domain.task import Ask
from mingbai.domain.words import Mistake
from mingbai.rules.notice import Notice, read_notice

Span = tuple[int, int]

_ASKS = frozenset(ask.code for ask in Ask)


@dataclass(frozen=True, slots=True)
class Guess:
    """One field of the draft, and where in the text it was read; no place where a file's form told it."""

    field: str
    value: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a notice would become; a guess that is taken out is left to the person."""

    text: str
    guesses: tuple[Guess, ...]
    period: Period | None
    """How often it comes, where it is one of many: the person is asked whether it recurs."""
    due_time: str
    received_on: date

    def without(self, field: str) -> Pasted:
        """The same without one guess."""
        kept = tuple(guess for guess in self.guesses if guess.field != field)
        return Pasted(self.text, kept, self.period, self.due_time, self.received_on)

    @property
    def draft(self) -> dict[str, object]:
        """The fields of the assignment, with the whole notice as its note."""
        fields: dict[str, object] = {guess.field: guess.value for guess in self.guesses}
        return fields | {"received_on": self.received_on, "note": self.text}


def draft_of(reader: Reader, text: str, today: date) -> Pasted:
    """The draft that a notice makes. Raises `Mistake` if it says nothing."""
    if not text.strip():
        raise Mistake("没有可粘贴的文字", "There is no text to paste")
    return _pasted(text.strip(), read_notice(text.strip(), reader.words(today), today), today, ())


def draft_of_file(reader: Reader, path: Path, today: date) -> Pasted:
    """The draft that a dropped file makes: its text, and the columns of its form. Raises `Mistake` or `Fault`."""
    # Readers of workbooks load slowly: a window that only pastes goes without.
    from mingbai.exchange.reading_apart import read_document_apart

    document = read_document_apart(path)
    return _pasted(
        document.text, read_notice(document.text, reader.words(today), today), today, document.columns
    )


def _pasted(text: str, notice: Notice, today: date, form: tuple[str, ...]) -> Pasted:
    guesses: list[Guess] = []
    if notice.title:
        guesses.append(Guess("title", notice.title.value, notice.title.spans))
    if notice.department:
        guesses.append(Guess("department", notice.department.value, notice.department.spans))
    if notice.due_on:
        guesses.append(Guess("due_on", notice.due_on.value.isoformat(), notice.due_on.spans))
    asks = [asked for asked in notice.asks if asked.code in _ASKS]
    if asks:
        codes = dict.fromkeys(asked.code for asked in asks)
        guesses.append(
            Guess("asks", LIST_MARK.join(codes), tuple((asked.start, asked.end) for asked in asks))
        )
    columns = form or tuple(column.name for column in notice.columns)
    if columns:
        spans = () if form else tuple((column.start, column.end) for column in notice.columns)
        guesses.append(Guess("form_columns", LIST_MARK.join(columns), spans))
    return Pasted(
        text,
        tuple(guesses),
        notice.period.value if notice.period else None,
        notice.due_time.value if notice.due_time else "",
        today,
    )
