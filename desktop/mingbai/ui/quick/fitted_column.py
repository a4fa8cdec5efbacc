"""A column as high as what it holds, up to a limit; beyond it scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mingbai.ui.counter.column import BAR, Column


class FittedColumn(Column):
    """Follows the height of its content."""

    def __init__(self, inside: QWidget, most: Callable[[], int]) -> None:
        super().__init__(inside)
        self._most = most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside.installEventFilter(self)

    def fit(self) -> None:
        """Takes the height it needs now."""
        layout = self._inside.layout()
        assert layout is not None
        width = max(1, self.width() - BAR)
        needed = (
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )
        if self._inside.minimumHeight() != needed or self._inside.maximumHeight() != needed:
            # Asked itself, it would tell how high it is at its widest.
            self._inside.setFixedHeight(needed)
        height = min(needed, self._most())
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is laid out anew may be higher."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)
