"""A register described once: everything that shows, reads, stores or prints it takes this description.

A register is a frozen dataclass whose fields are `Annotated[type, Column(...)]`. The type gives the
kind, a missing default means required. Modules that declare one do without `from __future__ import
annotations`: Python would keep the annotations as text, and each would be compiled at every start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import (
    Generic,
    TypeVar,
)

from mingbai.domain.field import Context, Field, Kind, Problem, Refused, Stored, fields_of
from mingbai.domain.filter import Filter, equals
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Mistake, Words

R = TypeVar("R")

REGISTER_WORDS: dict[str, Words] = {}
"""What each register is called, by its code; filled as registers are declared."""


class Register(Generic[R]):
    """One kind of entry: its code, its words, its fields in order, and how drafts become records."""

    def __init__(
        self,
        code: str,
        zh: str,
        en: str,
        record: type[R],
        *,
        dated: str = "",
        titled: str = "title",
        keys: tuple[tuple[str, ...], ...] = (),
        numbered: bool = False,
        deeds_only: bool = False,
        afterwards: tuple[str, ...] = (),
        daily: bool = False,
        reviewed: bool = False,
        naming: bool = False,
        brief: tuple[str, ...] = (),
        computed: Mapping[str, Computed] | None = None,
        belongs: Words,
        lacking: Callable[[R], Iterator[Problem]] | None = None,
    ) -> None:
        """`dated` is the field an entry belongs to a day by, `titled` the one it is called by.

        Each of `keys` is a set of fields that, all filled, no two entries share. A numbered register
        is one people speak of by number; the others are lists and notes. One that is `deeds_only` is
        written by deeds of its own (a decision, a sent report) and never filled in or imported; of such a
        one `afterwards` are the fields that a person may mend once it is written. One kept
        `daily` is written as things happen, so that its first day says from when it can be counted; of
        others the days lie long before. Entries of one that is `reviewed` can be flagged and decided. By
        the names of one that is `naming` people look for the entries that refer to it. `brief` are the
        fields that tell an entry in one line; the first five if not said. `belongs` says in an empty list
        what is written down there, `lacking` why a record cannot
        stand although each of its fields can.
        """
        self.code = code
        self.words = REGISTER_WORDS[code] = Words(zh, en)
        self.record = record
        self.dated = dated
        self.titled = titled
        self.keys = keys
        self.numbered = numbered
        self.deeds_only = deeds_only
        self._afterwards = afterwards
        self.daily = daily
        self.reviewed = reviewed
        self.naming = naming
        self.computed = dict(computed or {})
        self.belongs = belongs
        self._lacking = lacking
        self.fields: dict[str, Field] = {field.name: field for field in fields_of(record)}
        twins = {field.column.english for field in self.fields.values()}
        self.brief = brief or tuple(name for name in self.fields if name not in twins)[:5]

    @property
    def begins_today(self) -> str:
        """The day of an entry that is written down as things happen: today's, where nobody says another."""
        dated = self.fields.get(self.dated)
        fits = self.daily and dated is not None and dated.required and dated.kind is Kind.DATE
        return self.dated if fits else ""

    def is_typed(self, name: str) -> bool:
        """Whether a person types a field of an entry that stands; the others only deeds write."""
        return not self.deeds_only or name in self._afterwards

    def __repr__(self) -> str:
        return f"<register {self.code}>"

    def title_in(self, stored: Mapping[str, Stored], language: Language) -> Field:
        """The field an entry is called by: in English its twin, where that is filled; another where it is empty."""
        field = self.filled_in(self.fields[self.titled], stored)
        twin = field.column.english if language == "en" else ""
        return self.fields[twin] if twin and stored[twin] else field

    def filled_in(self, field: Field, stored: Mapping[str, Stored]) -> Field:
        """A field, or the one that stands for it where it is empty."""
        return self.fields[field.column.instead] if field.column.instead and not stored[field.name] else field

    def parse(self, draft: Mapping[str, object], context: Context) -> R:
        """The record a person means by a draft of field names and typed text. Raises `Refused`."""
        problems = [self.unknown(name) for name in draft if name not in self.fields]
        draft = self.with_hours(draft, context)
        values: dict[str, object] = {}
        for field in self.fields.values():
            try:
                values[field.name] = value = field.read(draft.get(field.name), context)
                if field.name == self.dated and isinstance(value, date):
                    context = replace(context, since=value.date() if isinstance(value, datetime) else value)
            except Mistake as mistake:
                problems.append(Problem(field.name, mistake.words))
        if problems:
            raise Refused(problems)
        record = self.record(**values)
        problems = self.lacking(record)
        if problems:
            raise Refused(problems)
        return record

    def with_hours(self, draft: Mapping[str, object], context: Context) -> dict[str, object]:
        """A draft with the times of day that were typed beside its days: an hour has a field of its own."""
        filled = dict(draft)
        for name, given in draft.items():
            hour = self.fields[name].column.hour if name in self.fields and given else ""
            if hour and not draft.get(hour):
                # What is no day is told where the day is read.
                with suppress(Mistake):
                    if (said := self.fields[name].hour_beside(given, context)) is not None:
                        filled[hour] = said
        return filled

    def lacking(self, record: R) -> list[Problem]:
        """Why a record cannot stand although each of its fields can."""
        return [] if self._lacking is None else list(self._lacking(record))

    def unknown(self, name: str) -> Problem:
        """Why a name that is no field cannot stand, with the field that may be meant."""
        words = Words("“{register}”没有“{name}”这一栏", "“{register}” has no field “{name}”")
        close = self._close_to(name)
        if close is not None:
            words = Words(words.zh + "，是不是“{close}”", words.en + "; did you mean “{close}”")
        return Problem(name, words.format(register=self.words, name=name[:30], close=close))

    def _close_to(self, name: str) -> Words | None:
        names = {
            fold(text): field.words
            for field in self.fields.values()
            for text in (field.name, field.column.zh, field.column.en, *field.column.also)
        }
        from difflib import get_close_matches

        found = get_close_matches(fold(name), names, n=1, cutoff=0.5)
        return names[found[0]] if found else None

    def store(self, record: R) -> dict[str, Stored]:
        """The record as the ledger holds it, every field."""
        return {field.name: field.store(getattr(record, field.name)) for field in self.fields.values()}

    def load(self, stored: Mapping[str, Stored]) -> R:
        """The record that `store` was given; a field the ledger did not know yet is empty."""
        return self.record(**{name: field.load(stored.get(name)) for name, field in self.fields.items()})

    def field_named(self, text: str) -> Field | None:
        """The field meant by a code, a label of either language or another known heading."""
        wanted = fold(text)
        for field in self.fields.values():
            names = (field.name, field.column.zh, field.column.en, *field.column.also)
            if wanted in map(fold, names):
                return field
        return None


@dataclass(frozen=True, slots=True)
class Computed:
    """A yes/no that follows from an entry's fields (overdue, open), declared once as a filter."""

    words: Words
    filter: Filter


SWITCHED = {
    "used": Computed(Words("启用中", "Switched on"), equals("in_use", 1)),
    "off": Computed(Words("已停用", "Switched off"), equals("in_use", 0)),
}
"""Of a list whose rows are switched on and off one by one."""
