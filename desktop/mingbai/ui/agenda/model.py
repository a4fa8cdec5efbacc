"""Heads and rows as a model, of which only rows can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mingbai.ui.agenda.rows import Head, Row

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """Holds what the list shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Head | Row] = []

    def put(self, items: Sequence[Head | Row]) -> None:
        """Shows other heads and rows."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def item(self, index: Index) -> Head | Row | None:
        """What stands at an index."""
        return self.items[index.row()] if index.isValid() and index.row() < len(self.items) else None

    def row_of(self, key: str) -> int:
        """Where the row with a key stands; -1 where it does not."""
        places = (at for at, item in enumerate(self.items) if isinstance(item, Row) and item.key == key)
        return next(places, -1)

    def near(self, at: int) -> int:
        """The row at a place, or the nearest one after it, else before it; -1 in an empty list."""
        below = (n for n in range(max(at, 0), len(self.items)) if isinstance(self.items[n], Row))
        above = (n for n in range(min(at, len(self.items)) - 1, -1, -1) if isinstance(self.items[n], Row))
        return next(below, next(above, -1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many heads and rows there are."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head can be seen, a row can be chosen as well."""
        if isinstance(self.item(index), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, for screen readers; painting takes the item itself."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        item = self.item(index)
        if isinstance(item, Head):
            return f"{item.text} {item.count}".strip()
        return None if item is None else item.said
