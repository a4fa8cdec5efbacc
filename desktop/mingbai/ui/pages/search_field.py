"""The field in which one searches a list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mingbai.domain.words import Words
from mingbai.ui.look.icons import icon, pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled

CLEAR = Words("清空", "Clear")
ICON, EMPTY = 18, 28
BESIDE_WORDS = 28
"""Padding, frame and caret on both sides of the words."""


class SearchField(QLineEdit):
    """Enter and the arrow down go into the list, Esc empties it first; at rest it tells its key."""

    downwards = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cap = styled(QLabel("Ctrl+F", self), "key")
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Qt draws an icon of its own always equally small.
        self._empty = styled(QPushButton(self), "icon")
        self._empty.setIcon(icon(look, "x"))
        self._empty.setAccessibleName(look.word(CLEAR))
        self._empty.setToolTip(look.word(CLEAR))
        self._empty.setCursor(Qt.CursorShape.PointingHandCursor)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setFixedSize(look.px(EMPTY), look.px(EMPTY))
        self._empty.clicked.connect(self.clear)
        self._empty.hide()
        self.setTextMargins(look.px(ICON) + 8, 0, 0, 0)
        self.textChanged.connect(self._show_cap)

    def minimumSizeHint(self) -> QSize:
        """As wide as what it says at rest: an icon before three dots says nothing."""
        usual = super().minimumSizeHint()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        needed = self.textMargins().left() + words + self._look.px(BESIDE_WORDS)
        return QSize(max(usual.width(), needed), usual.height())

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
        # What is wider than the field is read from its beginning.
        self.setCursorPosition(0)
        self._show_cap()

    def _show_cap(self) -> None:
        cap, size = self._cap, self._cap.sizeHint()
        cap.setGeometry(
            self.width() - size.width() - 9, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        empty, typed = self._empty, bool(self.text())
        empty.move(self.width() - empty.width() - 5, (self.height() - empty.height()) // 2)
        empty.setVisible(typed)
        self.setTextMargins(self.textMargins().left(), 0, empty.width() if typed else 0, 0)
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
