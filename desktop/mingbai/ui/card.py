"""A card with a head, and what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

PADDING, GAP = 16, 8


class Card(QFrame):
    """A card with a head, and what stands below it."""

    def __init__(self, session: Session, head: str) -> None:
        super().__init__()
        self.session = session
        styled(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING - 2)
        self.column.setSpacing(GAP)
        self.top = line = QHBoxLayout()
        self.head = styled(QLabel(head), "heading")
        self.head.setWordWrap(True)
        self.aside = styled(QLabel(), "caption")
        line.addWidget(self.head, 1)
        line.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    @property
    def needed(self) -> int:
        """How high it is at its width."""
        return self.column.totalHeightForWidth(self.width())

    def icon_label(self, name: str, ink: str) -> QLabel:
        """A small icon; the words beside it say the same."""
        look = self.session.look
        label = QLabel()
        label.setPixmap(pixmap(look, name, ink, 16, self.devicePixelRatioF()))
        label.setFixedWidth(look.px(20))
        # Beside the first line of the words, however many they are.
        label.setContentsMargins(0, look.px(2), 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return label
