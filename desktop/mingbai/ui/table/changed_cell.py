"""The cell of a list that is being changed: it opens over its place, goes along with it, and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QTableView

from mingbai.domain.field import Field
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.session import Session
from mingbai.ui.table.editor import CellEditor, editable
from mingbai.ui.table.model import RowsModel

Flag = QItemSelectionModel.SelectionFlag
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
        field = self._field(entry, index.column())
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

    def _field(self, entry: Entry, column: int) -> Field | None:
        """What stands in a cell: of a text in both languages the one that is shown."""
        field = self._rows.columns[column].field
        if field is not None and self._session.look.language == "en" and field.column.english:
            twin = field.column.english
            field = entry.register.fields[twin] if entry.stored[twin] else field
        return field

    def _ended(self) -> None:
        if self.editor is not None and self.sender() is self.editor:
            step, (uid, column) = self.editor.step, self._at
            self.close()
            if step:
                self._go_on(uid, column, step)

    def _go_on(self, uid: str, column: int, step: int) -> None:
        """Opens the next cell of the row that can be changed here; after the last one the row has the focus."""
        row, register = self._rows.row_of(uid), self._rows.register
        # As it was just saved: the list reads it again only later.
        entry = self._session.ledger.entry(register, uid)
        ahead = range(column + step, len(self._rows.columns) if step > 0 else -1, step)
        found = (at for at in ahead if entry is not None and editable(entry, self._field(entry, at)))
        to = next(found, None)
        if row is not None and entry is not None and to is not None:
            index = self._rows.index(row, to)
            self._view.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self._view.scrollTo(index)
            self.open(entry, index)
