"""Rows that this ledger exported itself: known by their number, and changed only in what they now say otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.domain.field import Field
from mingbai.domain.masking import masked_text
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake
from mingbai.exchange.mapping import ColumnMap, drafts
from mingbai.exchange.table import Table
from mingbai.ledger.ledger import Entry, Ledger


class OwnRows:
    """The rows of a file whose numbers are entries of this ledger.

    Every ledger counts from one: the numbers are believed only when most of the entries they name are called
    as their rows are, or dated as they are. Those of another office's ledger are not.
    """

    def __init__(self, ledger: Ledger, table: Table, columns: ColumnMap, glossary: Glossary) -> None:
        self._glossary = glossary
        self._entries: dict[int, Entry] = {}
        self._rows: dict[str, int] = {}
        at, register = columns.number, columns.register
        if at is None:
            return
        agreed = 0
        for (row, cells), (_, draft) in zip(table.rows, drafts(table, columns), strict=True):
            entry = ledger.numbered(str(cells[at] or ""))
            if entry is None or entry.register is not register or entry.binned_at is not None:
                continue
            self._entries[row] = entry
            said = self.otherwise(entry, draft)
            agreed += any(
                name in draft and name not in said for name in {register.titled, register.dated} - {""}
            )
        if agreed * 2 <= len(self._entries):
            self._entries.clear()

    def entry(self, row: int) -> Entry | None:
        """The entry a row was exported from. Raises `Mistake` when an earlier row is the same entry."""
        entry = self._entries.get(row)
        if entry is not None and self._rows.setdefault(entry.number, row) != row:
            raise Mistake(
                "编号与第 {row} 行相同，请核对后只留一行",
                "Same number as row {row}; keep one of them",
                row=self._rows[entry.number],
            )
        return entry

    def otherwise(self, entry: Entry, draft: Mapping[str, object]) -> set[str]:
        """The fields of a row that do not say what an export writes of the entry, masked or whole."""
        return {
            name for name, cell in draft.items() if not self._says(entry, entry.register.fields[name], cell)
        }

    def _says(self, entry: Entry, field: Field, cell: object) -> bool:
        stored = entry.stored[field.name]
        if stored is None:
            return False
        if hasattr(cell, "isoformat"):
            day = str(cell.isoformat())
            return day == stored or day.removesuffix("T00:00:00") == stored
        said = _plain(cell)
        shown = {field.show(stored, language, self._glossary.show) for language in ("zh", "en")}
        masked = {masked_text(entry.register, field, text, entry.stored) for text in shown}
        return said in {_plain(text) for text in shown | masked}


def _plain(cell: Any) -> str:
    return fold(clean(str(cell), multiline=True))
