"""What happened, newest first, as a line of dots; the filled one is the newest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from mingbai.desk.spoken_days import since_words
from mingbai.desk.timeline import Happening
from mingbai.domain.words import Words
from mingbai.ui.emptying import empty
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

DOT = 5
AXIS = 7
INDENT = 26
GAP = 14
MOST = 60
"""So many are shown; a print has them all."""

EARLIER = Words("更早的 {n} 条见打印", "{n} earlier ones are in the printed history")
HISTORY = Words("办理经过 {n} 条", "History, {n} entries")
"""What a list of so many happenings is called."""


class Happenings(QWidget):
    """A list of things that happened to the open entry."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def tell(self, happenings: Sequence[Happening]) -> None:
        """Shows these, given newest first."""
        empty(self._layout)
        shown = happenings[:MOST]
        for at, one in enumerate(shown):
            self._layout.addWidget(
                _Line(self._session, one, newest=at == 0, last=at == len(shown) - 1),
            )
        if len(happenings) > MOST:
            words = EARLIER.format(n=len(happenings) - MOST)
            self._layout.addWidget(_label(self._session, self._session.word(words), "caption"))


class _Line(QWidget):
    def __init__(self, session: Session, one: Happening, *, newest: bool, last: bool) -> None:
        super().__init__()
        self._look: Look = session.look
        self._newest = newest
        self._last = last
        when = session.word(since_words(one.at, session.today))
        layout = QGridLayout(self)
        layout.setContentsMargins(session.look.px(INDENT - 8) + 8, 0, 0, 0 if last else GAP)
        layout.setVerticalSpacing(2)
        layout.addWidget(_label(session, when, "caption"), 0, 0)
        if one.who:
            layout.addWidget(_label(session, one.who, "caption"), 0, 1, Qt.AlignmentFlag.AlignRight)
        for row, text in enumerate((one.text, *one.details), 1):
            layout.addWidget(_label(session, text, "text" if row == 1 else "secondary"), row, 0, 1, 2)
        self.setAccessibleName(f"{when} {one.text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot for it, and the line to the one before."""
        super().paintEvent(event)
        look = self._look
        axis, dot = look.px(AXIS), look.px(DOT)
        middle = QPointF(axis, look.px(8))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._last:
                painter.setPen(QPen(look.colour("line2"), 1))
                painter.drawLine(
                    QPointF(axis, middle.y() + dot + 2), QPointF(axis, self.height() + look.px(8) - dot - 2)
                )
            ink = look.colour("accent" if self._newest else "field")
            painter.setPen(QPen(ink, 1.6))
            painter.setBrush(ink if self._newest else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, dot - 0.8, dot - 0.8)


def _label(session: Session, text: str, role: str) -> QLabel:
    label = styled(QLabel(text), role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    sizes = {"caption": Size.CAPTION, "secondary": Size.CELL}
    label.setFont(session.look.font(sizes.get(role, Size.TEXT)))
    return label
