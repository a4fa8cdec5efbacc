"""What a list says nothing of though an entry must have it: the day it is taken over, a title out of its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from mingbai.domain.field import Field, Stored
from mingbai.domain.issue import Issue
from mingbai.domain.masking import masked_beside
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.text import clean, shortened
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.exchange.mapping import ColumnMap
from mingbai.rules.quick.ended import solved_and_told_at_end
from mingbai.rules.quick.quick import MOST_READ
from mingbai.rules.quick.residents import resident_said

_SENTENCE = pattern(r"[。！？!?；;\n]|(?<=\w{4})\.(?=\s|$)")

AS_OF_TODAY = Words(
    "表中没有“{label}”，都按 {day} 登记；不对请在表中加上这一栏再导入",
    "The table has no “{label}”: all are recorded on {day}; if that is wrong, add the column and import again",
)
FROM_ITS_TEXT = Words(
    "没有“{label}”的行，取“{text}”的开头", "Where there is no “{label}”, the beginning of “{text}” is taken"
)

RESIDENT = "resident"

CLOSED_BY_ITS_TEXT = Words(
    "写着已办结并告知居民，表中没有办结时间，按受理当天算",
    "it says that this was closed and the resident told; with no closing time in the table, the day it was "
    "accepted counts",
)
_CLOSED_BY = frozenset(("closed_at", "solved"))
_TEXTS = ("result", "content", "title")


def unsaid_told(columns: ColumnMap, today: date) -> Iterator[Words]:
    """What is told of the fields that no column fills and something else stands for."""
    for field in columns.unsaid:
        if field.column.now:
            yield AS_OF_TODAY.format(label=field.words, day=written_day(today))
        else:
            yield FROM_ITS_TEXT.format(label=field.words, text=_text_for(columns.register, field).words)


def with_unsaid(draft: Mapping[str, object], columns: ColumnMap, today: date) -> dict[str, object]:
    """A row with what it says nothing of; a day is made up only where the whole list has none."""
    register = columns.register
    filled = dict(draft)
    for field in register.fields.values():
        if not field.required or field.name in draft:
            continue
        if field.column.now and field in columns.unsaid:
            filled[field.name] = today
        elif field.column.instead and (text := draft.get(field.column.instead)):
            filled[field.name] = _beginning(register, str(text), draft)
    return filled


def closed_by_its_text(record: Any, columns: ColumnMap) -> Any:
    """An issue whose text ends with what came of it, as a typed line says it: accepted, closed and told on one day.

    Only where the table has no column for that: where it has one, a blank cell says that it is open. None where
    nothing is said.
    """
    if not isinstance(record, Issue) or _CLOSED_BY & columns.fields.keys():
        return None
    solved = next(filter(None, (solved_and_told_at_end(getattr(record, name)) for name in _TEXTS)), None)
    if solved is None:
        return None
    told_on = record.told_on or record.accepted_at.date()
    return replace(record, solved=solved, closed_at=record.accepted_at, told_on=told_on)


def _text_for(register: Register[Any], field: Field) -> Field:
    return register.fields[field.column.instead]


def _beginning(register: Register[Any], text: str, draft: Mapping[str, object]) -> str:
    """A title leaves the office where the text it is taken from does not: whoever it names is masked in it."""
    named: dict[str, Stored] = {name: value for name, value in draft.items() if isinstance(value, str)}
    text = clean(text, multiline=True)
    if RESIDENT in register.fields and not named.get(RESIDENT):
        # As the typed line knows whoever tells of something: 居民王建国反映, Zhou Ling complains about.
        named[RESIDENT] = resident_said(text[:MOST_READ].split("\n")[0])
    said = masked_beside(register, text, named)
    sentences = (part.strip() for part in _SENTENCE.split(said))
    return shortened(next(filter(None, sentences), ""))
