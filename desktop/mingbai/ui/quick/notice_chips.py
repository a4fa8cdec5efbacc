"""The guesses of a pasted notice: each a chip that opens its editor, or goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mingbai.domain.words import Words
from mingbai.ui.flow import Flow
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.roles import as_typed

HOW = Words("Enter 修改，Delete 去掉", "Enter changes it, Delete takes it out")
HOW_LACKING = Words("Enter 填写", "Enter fills it in")
CROSS = 12


class State(Enum):
    """How a field of the draft stands."""

    READ = "read"
    LACKING = "lacking"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Chip:
    """One field of the draft as it is shown."""

    name: str
    label: str
    value: str = ""
    state: State = State.READ


class NoticeChip(QAbstractButton):
    """A field of the draft. Click or Enter opens its editor; Delete or its cross takes the guess out."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self._look = look
        self._at = QPoint()
        self.setText(f"{chip.label} {chip.value}".strip())
        self.setAccessibleName(self.text())
        how = look.word(HOW if chip.state is State.READ else HOW_LACKING)
        self.setAccessibleDescription(how)
        self.setToolTip(as_typed(f"{self.text()}\n{how}"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Around label, value and cross."""
        width = self._label_width() + 2 * self._look.px(10)
        if self.chip.value:
            value = self._look.width(self.chip.value, Size.CAPTION, Weight.STRONG) + 1
            width += self._look.px(6) + value
        if self.chip.state is State.READ:
            width += self._cross_room()
        return QSize(width, self._look.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete and Backspace take out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.chip.name)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chip.state is State.READ:
            self.removed.emit(self.chip.name)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Notes where it was clicked: the cross takes out."""
        self._at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Label in grey, value in bold, then the cross; amber where something lacks, dashed where it may."""
        look, chip = self._look, self.chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lacking = chip.state is State.LACKING
        pen = painter.pen()
        pen.setColor(look.colour("accent" if self.hasFocus() else "amber" if lacking else "line2"))
        pen.setWidthF(2 if self.hasFocus() else 1)
        if chip.state is State.ABSENT and not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(
            look.colour("amber_soft" if lacking else "sunken" if self.underMouse() else "surface")
        )
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, height = look.px(10), self.height()
        painter.setFont(look.font(Size.CAPTION))
        painter.setPen(look.colour("amber" if lacking else "text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, self._label_width(), height), flags, chip.label)
        if chip.value:
            left += self._label_width() + look.px(6)
            painter.setFont(look.font(Size.CAPTION, Weight.STRONG))
            painter.setPen(look.colour("text"))
            room = self.width() - left - look.px(10) - self._cross_room() + 1
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(chip.value, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, 0, room, height), flags, shown)
        if chip.state is State.READ:
            side = look.px(CROSS)
            cross = pixmap(look, "x", "text2", CROSS, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - side - look.px(8), (height - side) // 2, cross)

    def _label_width(self) -> int:
        return self._look.width(self.chip.label, Size.CAPTION)

    def _cross_room(self) -> int:
        return self._look.px(CROSS + 4)

    def _clicked(self) -> None:
        cross = self.chip.state is State.READ and self._at.x() > self.width() - self._look.px(CROSS + 12)
        (self.removed if cross else self.opened).emit(self.chip.name)


class NoticeChips(QWidget):
    """The chips of one draft."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Chip, ...] = ()
        self._flow = Flow(8, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows these; the focus stays on the one that has it, or goes to the next."""
        if tuple(chips) == self._shown:
            return
        before = self.chips()
        at = next((place for place, chip in enumerate(before) if chip.hasFocus()), None)
        self._shown = tuple(chips)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for one in self._shown:
            chip = NoticeChip(self._look, one, self)
            chip.opened.connect(self.opened)
            chip.removed.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()
        made = self.chips()
        if at is not None and made:
            made[min(at, len(made) - 1)].setFocus()

    def chips(self) -> list[NoticeChip]:
        """The chips that are shown."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, NoticeChip)]
