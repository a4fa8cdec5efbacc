"""The field in which one searches a list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled

ICON = 18


class SearchField(QLineEdit):
    """Enter and the arrow down go into the list, Esc empties it first; at rest it tells its key."""

    downwards = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cap = styled(QLabel("Ctrl+F", self), "key")
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Qt draws an icon of its own always equally small.
        self.setTextMargins(look.px(ICON) + 8, 0, 0, 0)
        self.textChanged.connect(self._show_cap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(ICON)
        with QPainter(self) as painter:
            drawn = pixmap(self._look, "search", "text2", ICON, self.devicePixelRatioF())
            painter.drawPixmap(10, (self.height() - side) // 2, drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_cap()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_cap()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_cap()

    def _show_cap(self) -> None:
        cap, size = self._cap, self._cap.sizeHint()
        cap.setGeometry(
            self.width() - size.width() - 9, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        words = self.textMargins().left() + self.fontMetrics().horizontalAdvance(self.placeholderText()) + 24
        cap.setVisible(not self.text() and not self.hasFocus() and cap.x() > words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.downwards.emit()
        else:
            super().keyPressEvent(event)
