"""How a register stands in the ledger: its table's columns, what of it is searched, its statements."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from mingbai.domain.column import Personal
from mingbai.domain.field import LIST_MARK, Kind, Stored
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.words_index import named, tokens

BINNED = "binned_at"
NUMBER = "number"

WHOLE = (Kind.INTEGER, Kind.MINUTES, Kind.DECIMAL, Kind.YES_NO)
"""Kinds stored as whole numbers; all others are text."""


class Table:
    """One register's table. Names come from declarations only, never from a person."""

    def __init__(self, register: Register[Any]) -> None:
        self.register = register
        self.code = register.code
        self.own: tuple[str, ...] = (NUMBER, BINNED) if register.numbered else (BINNED,)
        """What the ledger keeps beside the record."""
        self.columns: tuple[str, ...] = (*self.own, *register.fields)
        """Everything the journal keeps of an entry."""
        self.types: dict[str, type] = {
            name: int if name in register.fields and register.fields[name].kind in WHOLE else str
            for name in self.columns
        }
        found = [field for field in register.fields.values() if field.column.find]
        self.short = tuple(
            f.name for f in found if not f.column.long and f.column.personal is not Personal.PHONE
        )
        self.long = tuple(f.name for f in found if f.name not in self.short)
        self.references = tuple(
            f.name
            for f in register.fields.values()
            if found
            and f.kind is Kind.REFERENCE
            and f.column.to in REGISTERS
            and REGISTERS[f.column.to].naming
        )
        """Fields by whose entries' names an entry is found."""
        self.indexed = (*self.short, *self.long, *self.references)

    @property
    def searched(self) -> bool:
        """Whether the register has a search index."""
        return bool(self.indexed)

    def stored(self, record: Any) -> dict[str, Stored]:
        """The record as the ledger holds it. Raises `ValueError` for a list that would come back as another."""
        for name, field in self.register.fields.items():
            if field.kind is Kind.LIST and any(LIST_MARK in item for item in getattr(record, name)):
                raise ValueError(f"an item of {self.code}.{name} holds {LIST_MARK!r}")
        return self.register.store(record)

    def words(self, stored: Mapping[str, Stored]) -> str:
        """What the search index holds of an entry."""
        return tokens(
            [str(stored[name]) for name in self.short if stored.get(name) is not None],
            [str(stored[name]) for name in self.long if stored.get(name) is not None],
            [named(str(stored[name])) for name in self.references if stored.get(name) is not None],
        )

    @cached_property
    def insert(self) -> str:
        """Inserts uid and every column; answers the row's id."""
        names = ", ".join(f'"{name}"' for name in ("uid", "rev", *self.columns))
        marks = ", ".join("?" * (len(self.columns) + 2))
        return f'INSERT INTO "{self.code}" ({names}) VALUES ({marks})'

    @cached_property
    def selected(self) -> str:
        """The columns of `select`: id, uid, rev and everything the journal keeps."""
        return ", ".join(f'"{name}"' for name in ("id", "uid", "rev", *self.columns))

    @cached_property
    def select(self) -> str:
        """Every column, up to WHERE."""
        return f'SELECT {self.selected} FROM "{self.code}"'

    @cached_property
    def index(self) -> str:
        """Adds an entry to the search index."""
        return f'INSERT INTO "{self.code}_find" (rowid, words) VALUES (?, ?)'

    @cached_property
    def unindex(self) -> str:
        """Takes an entry out of the search index, given the words it was indexed with."""
        return f'INSERT INTO "{self.code}_find" ("{self.code}_find", rowid, words) VALUES (\'delete\', ?, ?)'

    def command(self, what: str) -> str:
        """A command to the search index as a whole: `delete-all`, `optimize`."""
        return f'INSERT INTO "{self.code}_find" ("{self.code}_find") VALUES (\'{what}\')'


TABLES: dict[str, Table] = {code: Table(register) for code, register in REGISTERS.items()}

UNUSED_CONTENT = 'NOT EXISTS (SELECT 1 FROM "attachment" a WHERE a.sha256 = content.sha256)'
"""Holds of what stood in files of which no attachment is left, not even one in the bin."""

FORGET_UNUSED = (
    f"DELETE FROM content_piece WHERE content IN (SELECT id FROM content WHERE {UNUSED_CONTENT})",
    f"DELETE FROM content WHERE {UNUSED_CONTENT}",
)
