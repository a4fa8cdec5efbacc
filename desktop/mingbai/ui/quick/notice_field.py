"""One field of a notice's draft while it is changed: its editor, below the chips."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mingbai.desk import pasting
from mingbai.desk.pasting import Pasted
from mingbai.domain.field import Kind
from mingbai.domain.words import Language, Mistake
from mingbai.ui.form.form import FieldRow
from mingbai.ui.session import Session


class NoticeField(QWidget):
    """Room for the editor of a field. Esc in it gives up the field, and no more."""

    typed = Signal()
    changed = Signal(object)
    """The `Pasted` with what was typed taken into it."""
    left = Signal()
    """The editor that had the focus is gone."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pasted: Pasted | None = None
        self._name = ""
        """The field of the draft."""
        self._before = ""
        """What stood in the field when it was opened."""
        self.row: FieldRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, pasted: Pasted, name: str) -> None:
        """Shows the editor of a field of a draft, with the focus in it."""
        self.put_away()
        row = FieldRow(self._session, pasting.field_of(name), "field")
        text = self._editable(pasted, name)
        row.editor.bring_back(text)
        self._pasted, self._name, self._before, self.row = pasted, name, text, row
        self._column.addWidget(row)
        self.show()
        editor = row.editor
        editor.typed.connect(self.typed)
        editor.save_asked.connect(self._take_other)
        editor.box.entered.connect(self._take)
        editor.box.left.connect(self._take_other)
        editor.box.given_up.connect(self.leave)
        row.show()
        editor.box.setFocus()
        editor.box.selectAll()
        if row.field.kind in (Kind.CHOICE, Kind.CHOICES) and not text:
            editor.box.pointed.emit()

    @property
    def kept(self) -> dict[str, str]:
        """What is half typed, and into which field."""
        if self.row is None:
            return {}
        return {"typing": self._name, "typed": self.row.editor.box.toPlainText()}

    def leave(self) -> None:
        """Gives the field up: it stays as it was."""
        had_focus = self.row is not None and self.row.editor.box.hasFocus()
        self.put_away()
        if had_focus:
            self.left.emit()

    def put_away(self) -> None:
        """Takes the editor away, whoever has the focus."""
        row, self.row = self.row, None
        if row is not None:
            if row.editor.completion is not None:
                row.editor.completion.hide()
            self._column.removeWidget(row)
            self.hide()
            row.hide()
            row.deleteLater()

    def _editable(self, pasted: Pasted, name: str) -> str:
        value = pasted.value(name)
        session = self._session
        if value and name in ("due_on", "held_on"):
            return pasted.day_and_hour(name)
        if name in pasting.BY_NAME:
            # As the chip says it: in an English window by the English name.
            return self._called(name, value, session.look.language)
        if name in (*pasting.NEEDED, *pasting.ALSO) or not value:
            return value
        return pasting.field_of(name).show(value, session.look.language, session.glossary.show)

    def _called(self, name: str, said: str, language: Language) -> str:
        """What a field refers to by its name in a language; what no list holds as it is written."""
        glossary = self._session.glossary
        uid = glossary.find(pasting.field_of(name).column.to or "", said) if said.strip() else None
        return said if uid is None else glossary.show(uid, language)

    def _take(self) -> None:
        row, pasted = self.row, self._pasted
        if row is None or pasted is None or row.editor.box.composing:
            return
        text = row.editor.box.toPlainText()
        if text != self._before:
            if self._name in pasting.BY_NAME:
                text = self._called(self._name, text, "zh")  # as a notice is read
            try:
                changed = pasted.put(self._name, text, self._session.glossary.context())
            except Mistake as mistake:
                row.wrong(mistake.words)
                return
            self.changed.emit(changed)
        self.leave()

    def _take_other(self) -> None:
        """Left with another text in it, it is taken; an unchanged one waits, for Tab leads back into it."""
        if self.row is not None and self.row.editor.box.toPlainText() != self._before:
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
