"""A column as high as what it holds, up to a limit; beyond it ends after a whole line of it, and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mingbai.ui.column import BAR, Column
from mingbai.ui.whole_lines import whole_height


class FittedColumn(Column):
    """Follows the height of its content, when whoever shows it knows how high it may be."""

    unfit = Signal()
    """It is wider or narrower, or what it holds was laid out anew: it may need another height."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside.installEventFilter(self)

    @property
    def needed(self) -> int:
        """The height of all it holds."""
        layout = self._inside.layout()
        assert layout is not None
        width = max(1, self.width() - BAR)
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def fit(self, most: int) -> None:
        """Takes the height it needs now, at most so much."""
        needed = self.needed
        if self._inside.minimumHeight() != needed or self._inside.maximumHeight() != needed:
            # Asked itself, it would tell how high it is at its widest.
            self._inside.setFixedHeight(needed)
        height = needed if needed <= most else self._whole(most)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _whole(self, most: int) -> int:
        self._inside.resize(max(1, self.width() - BAR), self._inside.minimumHeight())
        return whole_height(self._inside, most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.unfit.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is laid out anew may be higher."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.unfit.emit()
        return super().eventFilter(watched, event)
