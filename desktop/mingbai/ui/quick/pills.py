"""What was recognised, as label and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mingbai.domain.words import Words
from mingbai.ui.emptying import empty
from mingbai.ui.flow import Flow, growing
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import as_typed
from mingbai.ui.quick.label_value import LabelValue

TAKE_BACK = Words("按一下：这几个字只算标题", "Click: these words belong to the title only")
HOW = Words("按一下：怎么补上", "Click: how to add it")


@dataclass(frozen=True, slots=True)
class Told:
    """One pill: the field, its label and value; the title has no border.

    What is lacking has no value, or one that no list holds.
    """

    name: str
    label: str
    value: str
    lacking: bool = False


class Pill(QAbstractButton):
    """One recognised part. A click, Backspace or Delete gives its words back to the title.

    One that only says what is lacking asks how to add it.
    """

    given_back = Signal(str)
    asked = Signal()

    def __init__(self, look: Look, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = told
        self._look = look
        self._plain = told.name in ("title", "note")
        self._texts = LabelValue(look, told.label, told.value)
        self.setText(self._texts.text)
        self.setAccessibleName(self.text())
        self.setToolTip(as_typed(self.text()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._plain else Qt.FocusPolicy.TabFocus)
        if not self._plain:
            does = TAKE_BACK if told.value else HOW
            self.setToolTip(as_typed(f"{self.text()}\n{look.word(does)}"))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._give_back)

    def sizeHint(self) -> QSize:
        """Around both texts."""
        pad = 0 if self._plain else 2 * self._look.px(10)
        return QSize(self._texts.width + pad, self._look.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete do what a click does."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._give_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Label in grey, value in bold; amber where something lacks."""
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
            pen.setColor(look.colour("accent" if self.hasFocus() else "line2"))
            pen.setWidthF(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.setBrush(look.colour("sunken" if self.underMouse() else "surface"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, right = (0, 0) if self._plain else (look.px(10), look.px(8))
        self._texts.draw(
            painter, self.rect().adjusted(left, 0, -right, 0), "amber" if told.lacking else "text2"
        )

    def _give_back(self) -> None:
        if not self.told.value:
            self.asked.emit()
        elif not self._plain:
            self.given_back.emit(self.told.name)


class Pills(QWidget):
    """The pills of one line."""

    given_back = Signal(str)
    asked = Signal()
    """It is asked how what is lacking can be added."""

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
            pill.given_back.connect(self.given_back)
            pill.asked.connect(self.asked)
            self._flow.addWidget(pill)
            pill.show()
            if name and one.name == name:
                pill.setFocus()
        self.updateGeometry()

    def pills(self) -> list[Pill]:
        """The pills that are shown."""
        return self._flow.held(Pill)
