"""A button that is only pressed by somebody who read it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mingbai.ui.pressing import ENTER

PRESSING = (*ENTER, Qt.Key.Key_Space)


class SecondPress:
    """A key that nothing asks about but itself: pressed once it is asked about, once more about the same it is meant."""

    def __init__(self) -> None:
        self._about: object = None
        self._asked = QElapsedTimer()

    def is_meant(self, about: object) -> bool:
        """Whether this is the second press about the same; one of a double press is none."""
        if self._about == about:
            meant = self._asked.hasExpired(QApplication.doubleClickInterval())
            self._about = None if meant else about
            return meant
        self._about = about
        self._asked.start()
        return False


class MeantButton(QPushButton):
    """Answers a question that one press brought up: the second press of a double one is none of it.

    So long as a double click may last since it came into sight, neither mouse nor key reaches it.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._seen = QElapsedTimer()

    @property
    def _deaf(self) -> bool:
        return self._seen.isValid() and not self._seen.hasExpired(QApplication.doubleClickInterval())

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it can be read."""
        super().showEvent(event)
        self._seen.start()

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a press with the mouse is one of it."""
        return not self._deaf and super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nor is a key passed on, to whoever would press it for it."""
        if not self._deaf or event.key() not in PRESSING:
            super().keyPressEvent(event)
