"""What the next two weeks hold as a chart, with the day that is jammed told below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk.two_weeks import TwoWeeks
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ui.agenda.columns import PARTS, LoadColumns
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

LOAD = Words("未来两周", "Next two weeks")
LOOK_AT = Words("看交办 {n} 件", "Show the {n} assignments")
LOOK_AT_ISSUES = Words("看诉求 {n} 件", "Show the {n} issues")


class LoadCard(QFrame):
    """A column for each day; the link below leads to what jams one of them."""

    asked = Signal(str, str)
    """A register's code and a typed filter: what is due on a day."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._load: TwoWeeks | None = None
        word = session.word
        styled(self, "card")
        self.columns = LoadColumns(session)
        self.columns.asked.connect(self.asked)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(styled(QLabel(word(LOAD)), "heading"), 1)
        for _, ink, words in PARTS:
            head.addWidget(_Swatch(session, ink))
            head.addWidget(styled(QLabel(word(words)), "caption"))
        self.jam = styled(QLabel(), "secondary")
        self.jam.setWordWrap(True)
        self.jam_link = styled(QPushButton(), "link")
        self.jam_link.clicked.connect(self._follow_jam)
        self._jam_row = QWidget()
        foot = QHBoxLayout(self._jam_row)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.jam, 1)
        foot.addWidget(self.jam_link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.columns)
        layout.addWidget(self._jam_row)
        self._jam_row.hide()

    def tell(self, load: TwoWeeks) -> None:
        """Shows what is due on which day."""
        self._load = load
        self.columns.show_load(load)
        words, jam = load.jam_words, load.jam
        self._jam_row.setVisible(words is not None)
        if words is None or jam is None:
            return
        self.jam.setText(self._session.word(words))
        link = LOOK_AT.format(n=jam.tasks) if jam.tasks >= jam.issues else LOOK_AT_ISSUES.format(n=jam.issues)
        self.jam_link.setText(self._session.word(link))

    def _follow_jam(self) -> None:
        jam = self._load.jam if self._load is not None else None
        if jam is not None:
            code = TASKS.code if jam.tasks >= jam.issues else ISSUES.code
            self.asked.emit(code, jam.where(code))


class _Swatch(QWidget):
    """A small square in the colour of a part of the chart."""

    def __init__(self, session: Session, ink: str) -> None:
        super().__init__()
        self._colour = session.look.colour(ink)
        side = session.look.px(10)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One rounded square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()
