"""The two faces of the page of certificates, and the switch between them: counter and list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

COUNTER, LIST = "counter", "certificate"
"""The codes of their pages."""
FACES = {COUNTER: Words("窗口", "Counter"), LIST: Words("全部记录", "All requests")}


class Faces(QWidget):
    """Two chips, the one that is shown pressed; the other asks for its page."""

    def __init__(self, session: Session, shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for code, words in FACES.items():
            button = self.buttons[code] = styled(QPushButton(session.word(words), self), "chip")
            button.setCheckable(True)
            button.setChecked(code == shown)
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _=False, code=code: self._go(code, shown))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _go(self, code: str, shown: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == shown)
        if code != shown:
            self._session.page_asked.emit(code)
