"""What was decided about the open entry, a calm line each; a suggestion can be noted as cut from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from mingbai.desk.spoken_days import day_words
from mingbai.desk.whole import Whole, verdict_words
from mingbai.ledger.ledger import Entry
from mingbai.ui.emptying import empty
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.label import label
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.verdict_keys import MARK_AS_CUT
from mingbai.ui.session import Session


class DecidedLines(QVBoxLayout):
    """The decisions, the latest first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def tell(self, known: Whole, *, lying: bool) -> None:
        """Shows them; where the panel lies below the list there is no room for them."""
        session = self._session
        empty(self)
        if lying or not known.decisions:
            return
        for one in known.decisions:
            line = DecidedLine(session, one, stands=one is known.suggestion)
            line.opened.connect(session.open)
            line.carried_out.connect(session.carry_out_asked)
            self.addWidget(line)


class DecidedLine(QFrame):
    """A decision; a click opens it, and a suggestion that `stands` leads to where it is noted as cut."""

    opened = Signal(object)
    carried_out = Signal(object)

    def __init__(self, session: Session, decision: Entry, *, stands: bool) -> None:
        super().__init__()
        styled(self, "sunken")
        day = session.word(day_words(decision.record.decided_on))
        said = session.word(verdict_words(decision.record))
        self._decision = decision
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        row.setSpacing(8)
        icon = QLabel()
        icon.setPixmap(pixmap(session.look, "check", "green", 16, self.devicePixelRatioF()))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(session.look, "cell", f"{day}  {said}"), 1)
        if stands:
            self.cut = styled(QPushButton(session.word(MARK_AS_CUT)), "link")
            self.cut.clicked.connect(lambda _=False: self.carried_out.emit(decision))
            column.addWidget(self.cut, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{day} {said}")

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """A click opens the decision."""
        self.opened.emit(self._decision)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._decision)
        else:
            super().keyPressEvent(event)
