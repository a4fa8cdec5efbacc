"""The foot of the panel: how the open entry can be ended, one button for each way."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from mingbai.desk.endings import Ending, Endings
from mingbai.ui.emptying import empty
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
        self._row.setSpacing(8)
        self._pressed = QElapsedTimer()
        self.goes_on = False
        """One was answered by its button, and the next question's has the focus."""

    def stand_between(self, left: int, right: int) -> None:
        """Where it begins and ends."""
        self._row.setContentsMargins(left, 8, right, 12)

    def tell(self, found: Endings) -> None:
        """Shows the ways in which an entry can end."""
        focus = QApplication.focusWidget()
        self.goes_on = bool(found.ways) and focus is not None and self.isAncestorOf(focus)
        empty(self._row)
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
            button.clicked.connect(lambda _=False, chosen=way: self._press(chosen))
            self._row.addWidget(button)
            if self.goes_on and way is found.ways[0]:
                QTimer.singleShot(0, button.setFocus)

    def _press(self, way: Ending) -> None:
        # The second half of a double click must not answer the question that came up in between.
        if self._pressed.isValid() and self._pressed.elapsed() < QApplication.doubleClickInterval():
            return
        self._pressed.start()
        self.chosen.emit(way)
