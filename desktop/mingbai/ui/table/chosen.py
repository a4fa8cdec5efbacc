"""What is chosen in a list: some of its rows, or all there is, loaded or not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from mingbai.desk.lists import Walk
from mingbai.ledger.ledger import Entry
from mingbai.ui.table.model import RowsModel


class Chosen(QObject):
    """Says which entries a deed is about."""

    changed = Signal()
    """Other entries are chosen, or how many they are is known now."""

    def __init__(self, view: QTableView, rows: RowsModel) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._whole: Walk | None = None
        self._whole_count: int | None = None

    def current(self) -> Entry | None:
        """The entry in the current row."""
        row = self._view.currentIndex().row()
        return self._rows.rows[row].entry if 0 <= row < len(self._rows.rows) else None

    def entries(self) -> list[Entry]:
        """The chosen entries from top to bottom; the current one if none is chosen."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        if not rows:
            entry = self.current()
            return [] if entry is None else [entry]
        return [self._rows.rows[row].entry for row in rows]

    def is_alone(self, uid: str) -> bool:
        """Whether the current row is that of an entry, and no other one is chosen."""
        current = self.current()
        if current is None or self._whole is not None:
            return False
        return {current.uid, *(entry.uid for entry in self.entries())} == {uid}

    @property
    def whole(self) -> Walk | None:
        """The question all of whose entries are chosen, where they are not all loaded."""
        return self._whole

    def count(self) -> int | None:
        """How many entries are chosen; None while that is counted."""
        return len(self._view.selectionModel().selectedRows()) if self._whole is None else self._whole_count

    def take_whole(self) -> None:
        """All rows are chosen: so are those entries that are not loaded; how many that are is counted."""
        walk = self._rows.walk
        if self._rows.is_whole or walk is None:
            return
        self._whole, self._whole_count = walk, None

        def counted(n: int) -> None:
            if self._whole is walk:
                self._whole_count = n
                self.look_anew()

        self._rows.session.do(lambda: walk.count(most=sys.maxsize), counted, owner=self)

    def look_anew(self) -> None:
        """The chosen rows are others."""
        if self._whole is not None:
            chosen = len(self._view.selectionModel().selectedRows())
            if chosen < len(self._rows.rows) or self._whole is not self._rows.walk:
                self._whole = None
        self.changed.emit()
