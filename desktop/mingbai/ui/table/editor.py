"""One cell of a list being changed in place: the typed text stays until it is right or given up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from mingbai.desk.records import change
from mingbai.domain.field import Field, Kind, Refused
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.offered_view import dressed
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.session import Session

BESIDE_LETTERS = 28
"""What a field is wider than its letters: padding, frame and caret on both sides."""
CHANGED = Words("已修改“{label}”", "Changed: {label}")


class _Line(QLineEdit):
    """A line that tells when it is given up or left."""

    given_up = Signal()
    left = Signal()
    tabbed = Signal(int)
    """To the cell after it, or before."""

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Tab goes on in the row, as in a table of any office program."""
        self.tabbed.emit(1 if ahead else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A cell is saved when it is left, not when its own list of choices opens."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class CellEditor(QWidget):
    """Lies over one cell, with the message below it when what was typed cannot be."""

    ended = Signal()

    def __init__(self, session: Session, entry: Entry, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._room = parent
        self._entry = entry
        self._field = field
        language = session.look.language
        before = entry.stored[field.name]
        self._before = field.show(before, language, session.glossary.show)
        self.line = styled(_Line(self._before, self), "field")
        self.line.setAccessibleName(session.word(field.words))
        if names := self._names():
            self.line.setCompleter(self._completer(names))
        self.line.selectAll()
        self.step = 0
        """Where to go once it is saved: to the next cell, or the one before."""
        self.line.returnPressed.connect(self.save)
        self.line.tabbed.connect(self._go)
        self.line.given_up.connect(self.ended)
        self.line.left.connect(self._leave)
        self.message = styled(QLabel(parent), "notice", "danger")
        self.message.setWordWrap(True)
        self.message.setContentsMargins(8, 6, 8, 6)
        self.message.hide()
        self.line.textEdited.connect(self._typed)
        self._saving = False
        self._gone = False
        self.setFocusProxy(self.line)

    def place(self, cell: QRect) -> None:
        """Lies over a cell of the table, and further where the whole of what stands in it needs more room."""
        self._cell = cell
        needed = self.line.fontMetrics().horizontalAdvance(self.line.text()) + self._session.look.px(
            BESIDE_LETTERS
        )
        width = max(cell.width(), min(needed, self._room.width()))
        self.setGeometry(min(cell.x(), max(self._room.width() - width, 0)), cell.y(), width, cell.height())
        self.line.setGeometry(1, 1, width - 2, cell.height() - 3)
        if self.message.isVisibleTo(self._room):
            self._place_message()

    def save(self) -> None:
        """Saves what was typed; what cannot be is said below."""
        text = self.line.text()
        if self._saving or self._gone:
            return
        if text == self._before:
            self.ended.emit()
            return
        self._saving = True
        session, entry, name = self._session, self._entry, self._field.name
        session.do(
            lambda: change(session.ledger, entry, {name: text}, today=session.today, rev=entry.rev),
            lambda _: self._saved(),
            # Not this widget: what was saved is told even when its cell is gone by then.
            owner=self._room,
            refused=self._refused,
            done=CHANGED.format(label=self._field.words),
        )

    def _go(self, step: int) -> None:
        self.step = step
        self.save()

    def give_up(self) -> None:
        """Goes away; what was typed and not saved is forgotten."""
        self._gone = True
        self.hide()

    def _saved(self) -> None:
        if not self._gone:
            self.ended.emit()

    def _leave(self) -> None:
        # What was refused stays open until it is right or given up by Esc.
        if not self.message.isVisibleTo(self._room):
            self.save()

    def _refused(self, trouble: Trouble) -> None:
        if self._gone:
            self._session.runner.troubled.emit(trouble)
            return
        self._saving, self.step = False, 0
        words = trouble.words
        if isinstance(trouble, Refused) and trouble.problems:
            words = trouble.problems[0].words
        self.message.setText(self._session.word(words))
        retoned(self.line, "error")
        self.message.show()
        self._place_message()
        self.line.setFocus()

    def _place_message(self) -> None:
        room = self._room.rect()
        width = min(max(self.width(), self._session.look.px(280)), room.width())
        height = self.message.heightForWidth(width)
        left = min(self.x(), room.width() - width)
        top = self.geometry().bottom() + 2
        if top + height > room.height():
            top = self.y() - height - 2
        self.message.setGeometry(left, top, width, height)
        self.message.raise_()

    def _typed(self) -> None:
        retoned(self.line, "")
        self.message.hide()
        self.place(self._cell)

    def _completer(self, names: list[str]) -> QCompleter:
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return dressed(completer, self._session.look)

    def _names(self) -> list[str]:
        language = self._session.look.language
        if self._field.choice is not None and self._field.kind is Kind.CHOICE:
            return [member.words.into(language) for member in self._field.choice]
        to = REGISTERS.get(self._field.column.to)
        if to is not None and to.naming:
            glossary = self._session.glossary
            return [glossary.show(entry.uid, language) for entry in self._session.ledger.entries(to)]
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the line leaves over (Enter, arrows) is no key for the table below."""
        event.accept()

    def event(self, event: QEvent) -> bool:
        """The message goes with the editor."""
        if event.type() is QEvent.Type.Hide:
            self.message.hide()
        return super().event(event)

    def deleteLater(self) -> None:
        """The message lies beside, not inside."""
        self.message.deleteLater()
        super().deleteLater()


def editable(entry: Entry, field: Field | None) -> bool:
    """Whether a cell can be changed in place: personal data is plain in the opened record only."""
    return (
        field is not None
        and entry.register.is_typed(field.name)
        and entry.binned_at is None
        and field.column.personal is None
        and field.kind is not Kind.LONG
    )
