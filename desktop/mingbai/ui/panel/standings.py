"""How the open entry stands: one line for each sentence, a shape before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk.standing import Standing, standing
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.emptying import empty
from mingbai.ui.look.roles import styled
from mingbai.ui.look.shapes import shape_picture
from mingbai.ui.session import Session

UPDATE = Words("更新日历", "Update the calendar")
ABOVE = 3
"""From the top of a line to its shape."""


class Standings(QWidget):
    """Sentences about limits and waiting, under the name."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines: list[QLabel] = []
        self.update_button: QPushButton | None = None
        """Leads to the list of holidays, where a limit counts on a year that it lacks."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def tell(self, entry: Entry) -> None:
        """Says how an entry stands today; hidden where there is nothing to say."""
        empty(self._layout)
        self.lines, self.update_button = [], None
        told = [*standing(self._session.ledger, entry, self._session.glossary)]
        for one in told:
            self._layout.addWidget(self._line(one))
        if any(one.uncertain for one in told):
            self.update_button = styled(QPushButton(self._session.word(UPDATE)), "link")
            self.update_button.clicked.connect(lambda: self._session.ask(HOLIDAYS.code))
            self._layout.addWidget(self.update_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(self.lines))

    def _line(self, one: Standing) -> QWidget:
        look = self._session.look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        shape = QLabel()
        shape.setPixmap(shape_picture(look, one.shape, self.devicePixelRatioF()))
        shape.setContentsMargins(0, look.px(ABOVE), 0, 0)
        text = styled(QLabel(self._session.word(one.words)), "cell", one.nearness.value)
        text.setWordWrap(True)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        self.lines.append(text)
        return holder
