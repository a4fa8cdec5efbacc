"""What stands in one cell of a list, rendered once from an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FILES, FLAGS, STATE
from mingbai.desk.lists import Listed, short_units
from mingbai.desk.records import shown
from mingbai.desk.states import Shape, State, state_of
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Field, Kind
from mingbai.domain.register import Register
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.schema import NUMBER
from mingbai.ui.table.columns import ListColumn
from mingbai.ui.table.near import day_with_hour, due_words, short_day, short_moment

STATE_INKS = {Shape.LATE: "danger", Shape.SOON: "amber"}
"""Words of a state that presses have the colour of its shape."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, their colour token, and what a list draws beside them."""

    text: str
    ink: str = "text"
    heavy: bool = False
    shape: Shape | None = None
    pills: tuple[str, ...] = ()


class Renderer:
    """Renders entries of one register in one language on one day."""

    def __init__(
        self, ledger: Ledger, register: Register[Any], glossary: Glossary, language: Language
    ) -> None:
        self._ledger = ledger
        self.register = register
        self.glossary = glossary
        self.language: Language = language
        self.today = glossary.today
        refers = any(field.column.to == DEPARTMENTS.code for field in register.fields.values())
        self._units = short_units(ledger) if refers else {}

    def cells(self, listed: Listed, columns: Sequence[ListColumn]) -> list[Cell]:
        """The cells of one row."""
        state = state_of(listed.entry, self.glossary, listed.cut_since)
        return [self._cell(listed, column, state) for column in columns]

    def _cell(self, listed: Listed, column: ListColumn, state: State | None) -> Cell:
        entry = listed.entry
        over = state is not None and state.over
        if column.name == FLAGS:
            pills = tuple(words.into(self.language) for words in listed.flags)
            return Cell("、".join(pills) if self.language == "zh" else ", ".join(pills), pills=pills)
        if column.name == STATE and state is not None:
            ink = STATE_INKS.get(state.shape, "text3" if over else "text")
            return Cell(state.words.into(self.language), ink, shape=state.shape)
        if column.name == FILES:
            return Cell(self._files(entry), "text3" if over else "text2")
        if column.field is None:
            return Cell(entry.number if column.name == NUMBER else "", "text3" if over else "text2")
        quiet = "text3" if over else "text" if column.leads else "text2"
        field = self.register.filled_in(column.field, entry.stored)
        stored = entry.stored[field.name]
        if stored is None:
            return Cell("", quiet)
        if field.kind in (Kind.DATE, Kind.MOMENT):
            hour = entry.stored[field.column.hour] if field.column.hour else None
            return self._day(field, f"{stored}T{hour}" if hour else str(stored), over, quiet)
        return Cell(self._text(entry, field, str(stored)), quiet)

    def _files(self, entry: Entry) -> str:
        """How many files an entry has; asked for what is seen only, so that a long list pays nothing."""
        from mingbai.ledger.contents import attached_counts

        n = attached_counts(self._ledger, (entry.uid,)).get(entry.uid, 0)
        return str(n) if n else ""

    def _day(self, field: Field, stored: str, over: bool, quiet: str) -> Cell:
        when = datetime.fromisoformat(stored) if "T" in stored else date.fromisoformat(stored)
        if field.column.deadline and not over:
            text, tone = due_words(when, self.today, self.glossary.working_days, self.language)
            return Cell(text, tone or quiet, heavy=bool(tone))
        if isinstance(when, datetime) and not field.column.deadline:
            told = short_moment if field.kind is Kind.MOMENT else day_with_hour
            return Cell(told(when, self.today, self.language), quiet)
        return Cell(short_day(when, self.today, self.language), quiet)

    def _text(self, entry: Entry, field: Field, stored: str) -> str:
        if stored in self._units:
            return self._units[stored][self.language == "en"]
        twin = field.column.english
        if self.language == "en" and twin and entry.stored[twin]:
            field = self.register.fields[twin]
        text = shown(entry, field, self.glossary, self.language)
        return text if "\n" not in text else " ".join(text.split())
