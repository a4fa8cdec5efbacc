"""What the next two weeks hold, as columns one can click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mingbai.desk.day_title import WEEKDAYS
from mingbai.desk.two_weeks import DueDay, TwoWeeks
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ui.look.look import Size, Weight
from mingbai.ui.look.roles import as_typed
from mingbai.ui.session import Session

PLOT, BELOW = 76, 40
"""Heights at 100 %: of the columns, and of the two lines under them."""
COLUMN = 20
CENTRE = Qt.AlignmentFlag.AlignCenter

NAME = Words("未来两周，按天", "The next two weeks, by day")
SAID = Words("{day} 日：交办 {tasks} 件，诉求 {issues} 件", "{day}: {tasks} assignments, {issues} issues")
MEETINGS_SAID = Words("{said}，会议 {n} 个", "{said}, {n} meetings")
PARTS = (
    (TASKS.code, "bar", Words("交办", "Assignments")),
    (ISSUES.code, "blue", Words("诉求", "Issues")),
    (MEETINGS.code, "green", Words("会议", "Meetings")),
)
"""What a column is made of from below: registers, their colours, and what these stand for."""


class LoadColumns(QWidget):
    """Columns of assignments, issues and meetings; Left and Right choose a day, Enter or a click opens its rows."""

    asked = Signal(str, str)
    """The register and the typed filter of the rows behind a part of a column."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = session.look
        self._load: TwoWeeks | None = None
        self._chosen = 0
        self._count = self._look.font(Size.CAPTION)
        self._strong = self._look.font(Size.CAPTION, Weight.STRONG)
        self.setAccessibleName(session.word(NAME))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_load(self, load: TwoWeeks) -> None:
        """Shows these days."""
        self._load = load
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(self._look.px(240), self._look.px(PLOT + BELOW))

    def minimumSizeHint(self) -> QSize:
        """Ten narrow columns."""
        return QSize(self._look.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Columns from one line, their numbers above, days below."""
        if self._load is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, base = self._look, self._base()
        painter.setPen(QPen(look.colour("line2"), 1))
        painter.drawLine(0, base, self.width(), base)
        for at, day in enumerate(self._load.days):
            self._paint_day(painter, at, day)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = self._place(self._chosen).adjusted(2, 1, -2, -1)
            painter.drawRoundedRect(QRectF(place), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A part of a column opens its rows; above or below it, its larger part does."""
        found = self._at(event.position().toPoint())
        if found is not None:
            self._ask(*found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Says what a column holds."""
        found = self._at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.setToolTip(as_typed(self._said(found[0]) if found else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose a day, Enter opens it."""
        if self._load is None:
            return
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._chosen = min(max(self._chosen + steps[Qt.Key(event.key())], 0), len(self._load.days) - 1)
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self._load.days[self._chosen], None)
        else:
            super().keyPressEvent(event)

    def _paint_day(self, painter: QPainter, at: int, day: DueDay) -> None:
        look, base, unit = self._look, self._base(), self._unit()
        load = self._load
        jammed = load is not None and day is load.jam
        width = min(look.px(COLUMN), self._place(at).width() - 2)
        x = self._place(at).center().x() - width // 2
        painter.setPen(Qt.PenStyle.NoPen)
        y = float(base)
        for code, ink, _ in PARTS:
            if count := day.count(code):
                height = count * unit
                gap = 2 if y < base else 0
                painter.setBrush(look.colour("accent" if jammed and code == TASKS.code else ink))
                painter.drawRoundedRect(QRectF(x, y - height, width, height - gap), 3, 3)
                y -= height
        painter.setFont(self._strong if jammed else self._count)
        painter.setPen(look.colour("text" if jammed else "text2"))
        place = self._place(at)
        high = look.px(17)
        above = QRect(place.left(), int(y) - high - 1, place.width(), high)
        if day.all:
            painter.drawText(above, CENTRE, str(day.all))
        else:
            painter.setBrush(look.colour("text3"))
            painter.drawEllipse(QRectF(place.center().x() - 0.5, above.center().y(), 2.4, 2.4))
        weekday = WEEKDAYS[day.day.weekday()]
        short = weekday.zh if look.language == "zh" else weekday.en[:2]
        first = base + 5
        painter.drawText(QRect(place.left(), first, place.width(), high), CENTRE, short)
        painter.drawText(QRect(place.left(), first + high, place.width(), high), CENTRE, str(day.day.day))

    def _at(self, point: QPoint) -> tuple[DueDay, str | None] | None:
        if self._load is None:
            return None
        for at, day in enumerate(self._load.days):
            if self._place(at).contains(point) and day.all:
                below = float(self._base() - point.y())
                for code, _, _ in PARTS:
                    if 0 <= below <= day.count(code) * self._unit():
                        return day, code
                    below -= day.count(code) * self._unit()
                return day, None
        return None

    def _ask(self, day: DueDay, register: str | None) -> None:
        code = register or day.fullest
        if day.all:
            self.asked.emit(code, day.where(code))

    def _place(self, at: int) -> QRect:
        days = len(self._load.days) if self._load else 1
        left, right = self.width() * at // days, self.width() * (at + 1) // days
        return QRect(left, 0, right - left, self.height())

    def _base(self) -> int:
        return self.height() - self._look.px(BELOW)

    def _unit(self) -> float:
        """The height of one: one is never higher than a day of five would leave it."""
        most = max((day.all for day in self._load.days), default=0) if self._load else 0
        return (self._base() - self._look.px(19)) / max(most, 5)

    def _said(self, day: DueDay) -> str:
        words = SAID.format(day=day.day.day, tasks=day.tasks, issues=day.issues)
        if day.meetings:
            words = MEETINGS_SAID.format(said=words, n=day.meetings)
        return self._look.word(words)

    def _describe(self) -> None:
        if self._load is not None:
            self.setAccessibleDescription(self._said(self._load.days[self._chosen]))
