"""Enter presses the button that has the focus, as Space does.

Qt leaves that to the desktop it runs on; here it holds everywhere. The key is taken where no one nearer took
it: a field, a list or a chip with an Enter of its own comes first, and what an input method composes never
comes so far.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QRadioButton,
    QWidget,
)

from mingbai.ui.look.roles import styled

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Enter:
    """The key, as whoever all buttons lie in hears of it."""

    def __init__(self) -> None:
        self._meant: QWidget | None = None

    def hear(self, event: QEvent) -> None:
        """Notes who a key is meant for: a field that took Enter may have given the focus to a button since."""
        if event.type() is QEvent.Type.ShortcutOverride:
            self._meant = QApplication.focusWidget()

    def presses(self, event: QKeyEvent) -> bool:
        """Presses the button that the key was meant for, if it is Enter; whether it did."""
        focus, meant = QApplication.focusWidget(), self._meant
        self._meant = None
        if event.key() not in ENTER or not isinstance(focus, QAbstractButton) or focus is not meant:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.isAutoRepeat():
            return True
        if isinstance(focus, QPushButton) and focus.menu() is not None:
            focus.showMenu()
        else:
            focus.click()
        return True


def dialog_button(text: str, role: str) -> QPushButton:
    """A button of a dialog, called what stands on it. Enter in a field belongs to the field and presses none."""
    button = styled(QPushButton(text), role)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    return button


class Dialog(QDialog):
    """Of its buttons Enter presses the one with the focus; from a field, the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter = Enter()

    def event(self, event: QEvent) -> bool:
        """Every key comes by before it is one."""
        self.enter.hear(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would press the usual one from wherever one is."""
        marks = isinstance(QApplication.focusWidget(), QCheckBox | QRadioButton)
        if marks or not self.enter.presses(event):
            super().keyPressEvent(event)
