"""A label of one line that is cut where there is no room, and says all of it in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from mingbai.ui.look.roles import as_typed


class OneLine(QLabel):
    """A text in one line, cut where there is no room, whole in its tooltip."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = ""
        self.setMinimumWidth(40)
        self.say(text)

    def say(self, text: str) -> None:
        """Another text in its place."""
        self._text = " ".join(text.split())
        self.setToolTip(as_typed(self._text))
        self.setAccessibleName(self._text)
        self._cut()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width cuts elsewhere."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        if cut != self.text():
            self.setText(cut)

    def sizeHint(self) -> QSize:
        """As wide as its whole text."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self._text)
        # Widths are told rounded.
        return QSize(width + 2, self.fontMetrics().height())
