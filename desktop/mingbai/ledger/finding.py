"""Finding entries by what a person types: characters, words, pinyin initials, numbers.

A word is found in the entry's own texts, or in the name of what it refers to (its unit, its certificate).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.registers import NAMING
from mingbai.domain.text import clean, fold
from mingbai.ledger.ledger import Entry, Ledger, entry_of
from mingbai.ledger.schema import TABLES, Table
from mingbai.ledger.words_index import Sought, named

NUMBER = pattern(r"\d{4}-[A-Z]{1,2}-\d{4,}", re.IGNORECASE)
ENOUGH = 200
LONGEST = 100
"""So many signs of what was typed are looked for; more is a pasted text and no word."""
NAMED = 500
"""So many units, certificates, categories or people are looked through for entries that refer to them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One typed word with the entries of the lists that are called so."""

    word: Sought
    uids: frozenset[str]

    @property
    def exact(self) -> bool:
        """Whether the index's answer needs no second look."""
        return self.word.exact

    def query(self, table: Table) -> str:
        """The FTS5 expression for a register's index."""
        tokens = [f'"{named(uid)}"' for uid in sorted(self.uids)] if table.references else []
        return "(" + " OR ".join([f"({self.word.query()})", *tokens]) + ")"

    def stands_in(self, table: Table, entry: Entry) -> bool:
        """Whether the entry really holds the word."""
        if any(entry.stored[name] in self.uids for name in table.references):
            return True
        short, long = (
            [str(entry.stored[name]) for name in names if entry.stored[name] is not None]
            for names in (table.short, table.long)
        )
        return self.word.stands_in(short, long)


@dataclass(frozen=True, slots=True)
class Holding:
    """Free words as an SQL condition on a register's rows, and the second look that makes it exact."""

    text: str
    parameters: tuple[str, ...]
    asked: tuple[Asked, ...]
    table: Table

    def holds(self, entry: Entry) -> bool:
        """Whether the entry really holds every word."""
        return all(one.exact or one.stands_in(self.table, entry) for one in self.asked)


def find(ledger: Ledger, text: str, registers: Iterable[Register[Any]], enough: int = ENOUGH) -> list[Entry]:
    """Entries of these registers that hold every typed word, newest of each register first.

    Entries in the bin are not found. A number finds the one entry it was given to.
    """
    registers = tuple(registers)
    number = fold(text).strip()
    if NUMBER.fullmatch(number):
        entry = ledger.numbered(number)
        if entry is not None and entry.register in registers and entry.binned_at is None:
            return [entry]
    asked = _asked(ledger, clean(text)[:LONGEST].split())
    if not asked:
        return []
    found: list[Entry] = []
    for register in registers:
        table = TABLES[register.code]
        if table.searched:
            found.extend(_found(ledger, table, asked, enough))
    return found


def holding(ledger: Ledger, register: Register[Any], words: Iterable[str]) -> Holding:
    """Rows that hold every word, for lists and exports; a word of signs only asks nothing."""
    asked = _asked(ledger, words)
    table = TABLES[register.code]
    if not asked or not table.searched:
        return Holding("0" if asked else "1", (), (), table)
    name = f"{register.code}_find"
    text = f'"{register.code}".id IN (SELECT rowid FROM "{name}" WHERE "{name}" MATCH ?)'
    return Holding(text, (_query(table, asked),), asked, table)


def _asked(ledger: Ledger, words: Iterable[str]) -> tuple[Asked, ...]:
    sought = [word for word in map(Sought, words) if word.runs]
    return tuple(Asked(word, frozenset(_named(ledger, word))) for word in sought)


def _named(ledger: Ledger, word: Sought) -> Iterator[str]:
    """The uids that this word names; also of what lies in the bin, for entries still refer to it."""
    for register in NAMING:
        for entry in _found(ledger, TABLES[register.code], (Asked(word, frozenset()),), NAMED, binned=True):
            yield entry.uid


def _query(table: Table, asked: Sequence[Asked]) -> str:
    return " AND ".join(one.query(table) for one in asked)


def _found(
    ledger: Ledger, table: Table, asked: Sequence[Asked], enough: int, *, binned: bool = False
) -> list[Entry]:
    # The index answers newest first and stops: the order and the limit must stand inside.
    rows = f'SELECT rowid FROM "{table.code}_find" WHERE "{table.code}_find" MATCH ? AND rowid < ?'
    sql = f"{table.select} WHERE id IN ({rows} ORDER BY rowid DESC LIMIT ?) ORDER BY id DESC"
    query = _query(table, asked)
    exact = all(one.exact for one in asked)
    found: list[Entry] = []
    before, size = 1 << 62, enough
    while True:
        # Rows of the index are always rows of the table: a short answer means that there are no more.
        batch = [entry_of(table.register, row) for row in ledger.rows(sql, (query, before, size))]
        found.extend(
            entry
            for entry in batch
            if (binned or entry.binned_at is None)
            and (exact or all(one.exact or one.stands_in(table, entry) for one in asked))
        )
        if len(batch) < size or len(found) >= enough:
            return found[:enough]
        before, size = batch[-1].id, min(size * 2, 4000)
