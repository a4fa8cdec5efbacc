"""Entries as lines for people and as objects for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mingbai.cli.table import aligned, short
from mingbai.desk.glossary import Glossary
from mingbai.desk.records import shown
from mingbai.desk.spoken_days import day_words
from mingbai.domain.column import Personal
from mingbai.domain.field import Field, Kind
from mingbai.domain.masking import masked_text
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language, Words
from mingbai.ledger.ledger import Entry, Ledger

LINE_WIDTH = 34
TITLE_WIDTH = 50

NUMBER = Words("编号", "Number")

SUBJECT = "subject"
REASON = "reason"

UNCUT = (("rule", "gist"),)

Said = Callable[[Entry, Field], str]


class Showing:
    """How entries of one ledger are shown in one language."""

    def __init__(
        self, ledger: Ledger, today: date, language: Language, *, full: bool = False, weekdays: bool = False
    ) -> None:
        """With `full` personal data is not masked; with `weekdays` every day names its weekday."""
        self.ledger = ledger
        self.glossary = Glossary(ledger, today)
        self.language: Language = language
        self.full = full
        self.weekdays = weekdays

    def lines(self, entries: Iterable[Entry], *, head: bool = True) -> list[str]:
        """One line an entry, columns below each other, the labels above them."""
        rows: list[list[str]] = []
        for entry in entries:
            names = self._names(entry.register)
            if head and not rows:
                labels = [entry.register.fields[name].words.into(self.language) for name in names]
                rows.append([NUMBER.into(self.language), *labels] if entry.register.numbered else labels)
            cells = [self._cell(entry, entry.register.fields[name]) for name in names]
            rows.append([entry.number, *cells] if entry.register.numbered else cells)
        return aligned(rows)

    def object(self, entry: Entry) -> dict[str, Any]:
        """number, uid and every field by its code: choices as codes, references by name, dates in ISO 8601.

        Personal fields are masked unless nothing is.
        """
        found: dict[str, Any] = {"number": entry.number, "uid": entry.uid}
        for field in entry.register.fields.values():
            found[field.name] = self._value(entry, field)
        return found

    def said(self, entry: Entry, field: Field) -> str:
        """A field in words; of a shipped text the English one where that is the language."""
        english = field.column.english
        if self.language == "en" and english and entry.stored[english]:
            return str(entry.stored[english])
        stored = entry.stored[field.name]
        if stored is not None and self.weekdays and field.kind in (Kind.DATE, Kind.MOMENT):
            day = day_words(date.fromisoformat(str(stored)[:10])).into(self.language)
            return f"{day} {str(stored)[11:16]}".rstrip()
        return shown(entry, field, self.glossary, self.language, masked=not self.full)

    def called(self, uid: str, register: str) -> str:
        """An entry by its number and title."""
        entry = self.ledger.entry(REGISTERS[register], uid)
        number = "" if entry is None else entry.number
        return f"{number} {self.glossary.show(uid, self.language)}".strip()

    def _names(self, register: Register[Any]) -> tuple[str, ...]:
        people = (name for name, field in register.fields.items() if field.column.personal is Personal.NAME)
        return (*register.brief, *people) if self.full else register.brief

    def _cell(self, entry: Entry, field: Field) -> str:
        if (entry.register.code, field.name) in UNCUT:
            return self.said(entry, field)
        title = field.name in (entry.register.titled, SUBJECT)
        text = self._in_line(entry, field).replace("\n", " ")
        return short(text, TITLE_WIDTH if title else LINE_WIDTH)

    def _in_line(self, entry: Entry, field: Field) -> str:
        if field.name == SUBJECT:
            return self.called(str(entry.stored[SUBJECT]), str(entry.stored["register"]))
        if field.name == REASON and entry.stored["rule"] is not None:
            return self.glossary.show(str(entry.stored["rule"]), self.language)
        return self.said(entry, field)

    def _value(self, entry: Entry, field: Field) -> Any:
        stored = entry.stored[field.name]
        match field.kind:
            case Kind.LIST | Kind.CHOICES:
                return str(stored).split(";") if stored is not None else []
            case Kind.YES_NO:
                return None if stored is None else bool(stored)
            case Kind.DECIMAL:
                return None if stored is None else int(stored) / 100
            case Kind.REFERENCE if stored is not None:
                return self.glossary.show(str(stored), self.language)
            case Kind.TEXT | Kind.LONG if stored is not None and not self.full:
                return masked_text(entry.register, field, str(stored), entry.stored)
            case _:
                return stored
