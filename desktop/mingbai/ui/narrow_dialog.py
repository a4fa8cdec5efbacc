"""A dialog of a few sentences: of one width, and as high as its words are when they are wrapped in it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from mingbai.ui.look.roles import styled


class NarrowDialog(QDialog):
    """Made as wide as it is told; whoever changes its words calls `fit`."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        styled(self, "page")

    def fit(self) -> None:
        """As high as its words are now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedSize(self._width, layout.totalHeightForWidth(self._width))

    def showEvent(self, event: QShowEvent) -> None:
        """The words have their fonts now."""
        super().showEvent(event)
        self.fit()
