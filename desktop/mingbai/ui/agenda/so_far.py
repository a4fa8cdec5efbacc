"""The month so far: one row of figures, each of which opens its rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from mingbai.domain.words import Words
from mingbai.ui.flow import Flow
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.so_far import SoFar

HEAD = Words("本月到今天", "This month so far")


class MonthSoFar(QFrame):
    """A card that is hidden while the month has nothing."""

    asked = Signal(str, object, object, bool)
    """A figure's register, the `Filter` of its rows and the `Words` of what they are."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        styled(self, "card")
        self.buttons: list[QPushButton] = []
        self._told: Sequence[SoFar] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(styled(QLabel(session.word(HEAD)), "label"))
        self._flow = Flow(10)
        column.addLayout(self._flow)
        self.hide()

    def tell(self, figures: Sequence[SoFar]) -> None:
        """Shows these figures, where they are others than before: a focus among them stays."""
        if figures == self._told:
            return
        self._told = figures
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        word = self._session.word
        for one in figures:
            button = styled(QPushButton(word(one.words)), "link")
            button.setAccessibleName(f"{word(one.title)} {one.n}")
            button.clicked.connect(partial(self.asked.emit, one.register, one.asked, one.title, False))
            self._flow.addWidget(button)
            self.buttons.append(button)
