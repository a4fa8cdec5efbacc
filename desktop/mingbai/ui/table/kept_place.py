"""Where a person was in a list, kept by what stood there while its rows are read anew."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from mingbai.ui.table.model import RowsModel

Flag = QItemSelectionModel.SelectionFlag


class KeptPlace:
    """The current row, the chosen ones and the one at the top, by uid."""

    def __init__(self, view: QTableView, rows: RowsModel) -> None:
        self._view = view
        self._rows = rows
        self.wanted = ""
        """The entry to be shown and chosen by the next rows, instead of what is kept."""
        self.leaving = False
        """Rows go and come: a current row that changes by that was not chosen by anybody."""
        self._current = ""
        self._chosen: list[str] = []
        self._top = ("", 0)

    def remember(self) -> None:
        """Before the rows go."""
        view, rows = self._view, self._rows.rows
        self.leaving = True
        if self.wanted:
            self._current, self._chosen, self._top = self.wanted, [self.wanted], ("", 0)
            self.wanted = ""
            return
        current, top = view.currentIndex().row(), view.rowAt(0)
        self._current = rows[current].entry.uid if 0 <= current < len(rows) else ""
        self._chosen = [rows[index.row()].entry.uid for index in view.selectionModel().selectedRows()]
        self._top = ("", 0)
        if 0 <= top < len(rows):
            self._top = rows[top].entry.uid, -view.rowViewportPosition(top)

    def come_back(self, *, follows: bool) -> bool:
        """When the rows are there again; `follows` says whether a panel goes along with the current one.

        Says whether the one that was current is among them.
        """
        view, rows = self._view, self._rows
        current = rows.row_of(self._current) if self._current else None
        found = current is not None
        if current is None and rows.rows:
            current = 0
        if current is not None:
            view.selectionModel().setCurrentIndex(rows.index(current, 0), Flag.NoUpdate)
        view.selectionModel().select(self._still_there(), Flag.ClearAndSelect | Flag.Rows)
        self.leaving = False
        self._scroll(current, follows=follows)
        return found

    def _still_there(self) -> QItemSelection:
        rows, chosen = self._rows, QItemSelection()
        for row in map(rows.row_of, self._chosen):
            if row is not None:
                chosen.select(rows.index(row, 0), rows.index(row, len(rows.columns) - 1))
        return chosen

    def _scroll(self, current: int | None, *, follows: bool) -> None:
        view, rows = self._view, self._rows
        uid, offset = self._top
        top = rows.row_of(uid) if uid else None
        if not rows.keeping and not follows:
            view.verticalScrollBar().setValue(0)
        elif not rows.keeping:
            # The entry beside the list stays the current one where it is in this list, too, and is seen.
            view.scrollTo(rows.index(current or 0, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        elif top is not None:
            view.verticalScrollBar().setValue(top * view.verticalHeader().defaultSectionSize() + offset)
        elif current is not None:
            view.scrollTo(rows.index(current, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
