"""What was recognised, as label and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mingbai.domain.words import Words
from mingbai.ui.emptying import empty
from mingbai.ui.flow import Flow, growing
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import as_typed
from mingbai.ui.quick import cross
from mingbai.ui.quick.label_value import LabelValue
from mingbai.ui.quick.words import PILL_ASKED, PILL_BACK, PILL_HOW, PILL_NOBODY, PILL_OFFERED

HERE = "@"
"""In place of words that were taken out: whoever sits here, whom no word of the line names."""


@dataclass(frozen=True, slots=True)
class Told:
    """One pill: the field, its label and value; the title has no border.

    What is lacking has no value, or one that no list holds.
    """

    name: str
    label: str
    value: str
    lacking: bool = False
    struck: str = ""
    """The words of the line that were taken out of this field."""
    offered: str = ""
    """The words that would be typed for it."""
    how: Words = PILL_OFFERED
    """What is said of taking these."""


class Pill(QAbstractButton):
    """One recognised part. Enter or a click opens it for a change; Delete, Backspace or its cross takes it out.

    One that was taken out stays, struck through, until its key brings it back; one that only says what is
    lacking asks how to add it.
    """

    opened = Signal(str)
    removed = Signal(str)
    brought_back = Signal(str)
    asked = Signal(str)
    taken = Signal(str)

    def __init__(self, look: Look, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = told
        self._look = look
        self._at = QPoint()
        self._plain = told.name in ("title", "note") and not told.lacking
        self._crossed = bool(told.value) and not self._plain and not told.struck and not told.offered
        self._texts = LabelValue(look, told.label, told.value)
        self.setText(self._texts.text)
        self.setAccessibleName(self.text())
        self.setToolTip(as_typed(self.text()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._plain else Qt.FocusPolicy.TabFocus)
        if not self._plain:
            back = PILL_NOBODY if told.struck == HERE else PILL_BACK
            other = told.how if told.offered else back if told.struck else PILL_ASKED
            how = look.word(PILL_HOW if self._crossed else other)
            self.setAccessibleDescription(how)
            self.setToolTip(as_typed(f"{self.text()}\n{how}"))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Around both texts, and the cross."""
        look = self._look
        pad = 0 if self._plain else 2 * look.px(10)
        return QSize(self._texts.width + pad + (cross.room(look) if self._crossed else 0), look.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does, Backspace and Delete what the cross does."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._act()
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete if self._crossed:
                self.removed.emit(self.told.name)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Notes where it was clicked: the cross takes out."""
        self._at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Label in grey, value in bold; amber where something lacks, struck through where it was taken out."""
        look, told = self._look, self.told
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if told.lacking:
            painter.setPen(look.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("amber_soft"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        elif not self._plain:
            pen = painter.pen()
            pen.setColor(look.colour("accent" if self.hasFocus() or told.offered else "line2"))
            pen.setWidthF(2 if self.hasFocus() else 1)
            if told.offered and not self.hasFocus():
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(look.colour("sunken" if self.underMouse() else "surface"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = 0 if self._plain else look.px(10)
        right = 0 if self._plain else look.px(8) + (cross.room(look) if self._crossed else 0)
        colour = "amber" if told.lacking else "text3" if told.struck else "text2"
        self._texts.draw(painter, self.rect().adjusted(left, 0, -right, 0), colour, struck=bool(told.struck))
        if self._crossed:
            cross.draw(look, self, painter)

    def _clicked(self) -> None:
        if self._crossed and cross.holds(self._look, self, self._at):
            self.removed.emit(self.told.name)
        else:
            self._act()

    def _act(self) -> None:
        told = self.told
        if told.offered:
            self.taken.emit(told.offered)
        elif told.struck:
            self.brought_back.emit(told.struck)
        elif not told.value:
            self.asked.emit(told.name)
        elif not self._plain:
            self.opened.emit(told.name)


class Pills(QWidget):
    """The pills of one line."""

    opened = Signal(str)
    """This field is to be changed."""
    removed = Signal(str)
    """The words of this field belong to the title."""
    brought_back = Signal(str)
    """These words mean again what they say."""
    asked = Signal(str)
    """It is asked how this field, which is lacking, can be added."""
    taken = Signal(str)
    """These words, which were offered, are to be typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: tuple[Told, ...] = ()
        self._flow = Flow(8, self)
        self.setSizePolicy(growing())

    def show_told(self, told: Sequence[Told]) -> None:
        """Shows these, keeping what is the same."""
        if tuple(told) == self._told:
            return
        focused = self.focusWidget()
        name = focused.told.name if isinstance(focused, Pill) and focused.hasFocus() else ""
        self._told = tuple(told)
        empty(self._flow)
        for one in self._told:
            pill = Pill(self._look, one, self)
            pill.opened.connect(self.opened)
            pill.removed.connect(self.removed)
            pill.brought_back.connect(self.brought_back)
            pill.asked.connect(self.asked)
            pill.taken.connect(self.taken)
            self._flow.addWidget(pill)
            pill.show()
            if name and one.name == name:
                pill.setFocus()
        self.updateGeometry()

    def pills(self) -> list[Pill]:
        """The pills that are shown."""
        return self._flow.held(Pill)
