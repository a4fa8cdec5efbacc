"""The other registers of a group, one press away in the head of a page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mingbai.domain.registers import REGISTERS
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session


class Siblings(QWidget):
    """A chip for each; the title says which one is shown."""

    def __init__(self, session: Session, codes: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for code in codes:
            button = styled(QPushButton(session.word(REGISTERS[code].words), self), "chip")
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _=False, code=code: self._session.page_asked.emit(code))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons[code] = button
