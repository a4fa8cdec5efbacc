"""A dialog of a few sentences: of one width, and as high as its words are when they are wrapped in it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.ui.look.roles import styled
from mingbai.ui.meant import MeantButton
from mingbai.ui.pressing import Dialog


class NarrowDialog(Dialog):
    """Made as wide as it is told; whoever changes its words calls `fit`."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        styled(self, "page")

    def headed(self, title: str) -> QVBoxLayout:
        """Its column, under the words it is called by."""
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 24, 28, 20)
        self._column.setSpacing(12)
        head = styled(QLabel(title), "name")
        head.setWordWrap(True)
        self._column.addWidget(head)
        return self._column

    def end_with(self, *buttons: QPushButton) -> None:
        """The row at its foot; what is usual stands last."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._column.addLayout(row)

    def end_asking(self, go: str, no: str) -> tuple[QPushButton, QPushButton]:
        """The row of a question about what cannot be undone: Enter and Esc both leave all as it is."""
        going, leaving = styled(MeantButton(go), "plain"), styled(QPushButton(no), "primary")
        going.setAutoDefault(False)
        going.clicked.connect(self.accept)
        leaving.setDefault(True)
        leaving.clicked.connect(self.reject)
        self.end_with(going, leaving)
        leaving.setFocus()
        return going, leaving

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
