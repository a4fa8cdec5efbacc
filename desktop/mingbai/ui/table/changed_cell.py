"""The cell of a list that is being changed: it opens over its place, goes along with it, and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTableView

from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.session import Session
from mingbai.ui.table.editor import CellEditor, editable
from mingbai.ui.table.model import RowsModel

ONLY_IN_RECORD = Words("这一栏请打开记录修改", "Open the entry to change this field")
NOT_HERE = Words("这一栏不在列表里修改", "This cannot be changed in the list")


class ChangedCell(QObject):
    """At most one cell is open for typing; personal data and long texts open in the record instead."""

    def __init__(self, session: Session, view: QTableView, rows: RowsModel) -> None:
        super().__init__(view)
        self._session, self._view, self._rows = session, view, rows
        self.editor: CellEditor | None = None

    def open(self, entry: Entry, index: QModelIndex) -> None:
        """Opens the cell of an entry for typing, or says where its field is changed."""
        field = self._rows.columns[index.column()].field
        if field is not None and self._session.look.language == "en" and field.column.english:
            twin = field.column.english
            field = entry.register.fields[twin] if entry.stored[twin] else field
        if field is None or not editable(entry, field):
            closed_book = field is None or not entry.register.is_typed(field.name)
            self._session.said.emit(NOT_HERE if closed_book else ONLY_IN_RECORD)
            return
        self.close()
        self.editor = CellEditor(self._session, entry, field, self._view.viewport())
        self.editor.ended.connect(self._ended)
        self._at = (entry.uid, index.column())
        self.place()
        self.editor.show()
        self.editor.line.setFocus()

    def close(self) -> None:
        """Gives up changing it."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            had_focus = editor.line.hasFocus()
            editor.give_up()
            editor.deleteLater()
            if had_focus:
                self._view.setFocus()

    def place(self) -> None:
        """Over its cell, wherever that is now; a row that is gone takes it along."""
        if self.editor is None:
            return
        uid, column = self._at
        row = self._rows.row_of(uid)
        if row is None:
            self.close()
            return
        self.editor.place(self._view.visualRect(self._rows.index(row, column)))

    def _ended(self) -> None:
        if self.sender() is self.editor:
            self.close()
