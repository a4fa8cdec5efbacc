"""The foot of the panel: how the open entry can be ended, one button for each way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mingbai.desk.endings import Endings
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

MOST = 3
"""So many ways have a button; all have a command."""


class PanelFoot(QWidget):
    """A question, where there is one, and the buttons that answer it."""

    chosen = Signal(object)
    """The `Ending` whose button was pressed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 8, 18, 12)
        self._row.setSpacing(8)

    def tell(self, found: Endings) -> None:
        """Shows the ways in which an entry can end."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not found.ways:
            return
        word = self._session.word
        question = word(found.question)
        if question:
            self._row.addWidget(styled(QLabel(question), "secondary"))
        self._row.addStretch(1)
        for way in found.ways[:MOST]:
            button = styled(QPushButton(word(way.words)), "primary" if way.usual else "plain")
            button.setAccessibleName(word(way.words))
            button.clicked.connect(lambda _=False, chosen=way: self.chosen.emit(chosen))
            self._row.addWidget(button)
