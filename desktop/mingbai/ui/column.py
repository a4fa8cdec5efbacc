"""A column that scrolls, and its bar never moves what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mingbai.ui.look.roles import styled

BAR = 14
"""Room for a scroll bar, between what scrolls and what stands beside it."""


class Column(QScrollArea):
    """A column that scrolls. Its bar stands in room of its own, or what it holds would be laid out round and round."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        styled(self, "bare")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What it holds is as wide as it would be beside the bar."""
        self._inside.setFixedWidth(max(1, self.width() - BAR))
        super().resizeEvent(event)
