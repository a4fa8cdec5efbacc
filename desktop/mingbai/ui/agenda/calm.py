"""What stands where nothing waits: a small picture and a sentence in the middle."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

SIDE, EDGE, BETWEEN = 40, 8, 14
ICON = 28


class Calm(QWidget):
    """Without a list to go to it has the focus itself. It asks for no height: with less room the picture goes."""

    def __init__(self, session: Session, icon: str, words: Words) -> None:
        super().__init__()
        self.setAccessibleName(session.word(words))
        self._picture = QLabel()
        self._picture.setPixmap(pixmap(session.look, icon, "text3", ICON, self.devicePixelRatioF()))
        self.said = styled(QLabel(session.word(words)), "text")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE, EDGE, SIDE, EDGE)
        layout.setSpacing(BETWEEN)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.said)
        layout.addStretch(3)

    def hasHeightForWidth(self) -> bool:
        """What wraps in it asks for no height, or what grows above it would have none."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Its sentence."""
        return QSize(0, self._sentence() + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height has room for the picture or not."""
        super().resizeEvent(event)
        needed = self._sentence() + 2 * EDGE + 2 * BETWEEN + self._picture.sizeHint().height()
        self._picture.setVisible(self.height() >= needed)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _sentence(self) -> int:
        return self.said.heightForWidth(max(1, self.width() - 2 * SIDE))
