"""A field of one line that tells of the one who types in it, as a typing box does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit


class LineBox(QLineEdit):
    """A line in which Enter records, unless an input method composes."""

    entered = Signal()
    left = Signal()
    pointed = Signal()
    """A person clicked into it or went down: what can be chosen is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers whether something is being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.composing:
                self.entered.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down and not self.composing:
            self.pointed.emit()
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click also asks for what can be chosen."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left: nothing is offered any more."""
        super().focusOutEvent(event)
        self.left.emit()
