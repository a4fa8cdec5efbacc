"""What would become of the rows of a table, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mingbai.desk.glossary import GrowingGlossary
from mingbai.domain.field import Stored
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language, Words
from mingbai.exchange.mapping import ColumnMap
from mingbai.exchange.table import LeftOut, Table
from mingbai.ledger.ledger import Entry

Progress = Callable[[int, int], None]
"""Told how many rows are done, and of how many; it may raise to stop, and then nothing is kept."""


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row that did not become an entry, by its number in the file."""

    row: int
    words: Words


@dataclass(frozen=True, slots=True)
class CellUnread:
    """A cell that could not be read though the rest of its row is: its words stand in the note."""

    row: int
    words: Words


@dataclass(frozen=True, slots=True)
class RowDoubted:
    """A row that is imported although its days contradict each other or have not come yet."""

    row: int
    words: Words


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Names that the rows are the first to mention, and the list that gains them."""

    register: Register[Any]
    names: tuple[str, ...]


def unlisted(glossary: GrowingGlossary, language: Language) -> tuple[Unlisted, ...]:
    """What the lists gain by a plan."""
    found: dict[str, list[str]] = {}
    for uid, (register, _) in glossary.planned.items():
        found.setdefault(register.code, []).append(glossary.show(uid, language))
    return tuple(Unlisted(REGISTERS[code], tuple(names)) for code, names in found.items())


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the rows: read = new + same + changed + refused."""

    read: int
    new: int
    same: int
    changed: int
    refused: tuple[RowRefused, ...]
    left_out: tuple[LeftOut, ...]
    """Rows that are no entries: totals, headings inside the table, signatures."""
    columns: ColumnMap
    unread: tuple[CellUnread, ...] = ()
    """Cells that stand in the note instead."""
    doubted: tuple[RowDoubted, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What would become of the rows of a table: nothing is written yet."""

    table: Table
    columns: ColumnMap
    language: Language
    new: tuple[dict[str, Stored], ...]
    changes: tuple[tuple[Entry, dict[str, Stored]], ...]
    same: int
    refused: tuple[RowRefused, ...]
    unread: tuple[CellUnread, ...]
    glossary: GrowingGlossary
    """With the names that the written rows mention for the first time."""
    seen: int
    """The last act that was known when this was planned."""
    doubted: tuple[RowDoubted, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()

    @property
    def writes(self) -> int:
        """How many entries are written."""
        return len(self.new) + len(self.changes)

    @property
    def imported(self) -> Imported:
        """The same in figures."""
        table = self.table
        return Imported(
            len(table.rows),
            len(self.new),
            self.same,
            len(self.changes),
            self.refused,
            table.left_out,
            self.columns,
            self.unread,
            self.doubted,
            self.unlisted,
        )
