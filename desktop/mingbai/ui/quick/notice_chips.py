"""The guesses of a pasted notice: each a chip that opens its editor, or goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mingbai.desk import pasting
from mingbai.desk.notice_recording import becomes
from mingbai.desk.pasting import Pasted
from mingbai.desk.quick import LACKING
from mingbai.desk.quick_reader import Reader
from mingbai.domain.words import Words
from mingbai.ui.emptying import empty
from mingbai.ui.flow import Flow, growing
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import as_typed
from mingbai.ui.quick import cross
from mingbai.ui.quick.label_value import LabelValue
from mingbai.ui.quick.words import DUE_OPEN, DUE_OR, PILL_HOW

HOW_GIVEN = Words("Enter 改成别的", "Enter changes it")
HOW_LACKING = Words("Enter 填写", "Enter fills it in")
HOW_OFFERED = Words(
    "Enter 或按 {n} 选这一天，Delete 都不选", "Enter or {n} takes this day, Delete takes none of them"
)
ALWAYS = ("title", "department", "due_on")
"""Fields that have a chip without a guess too."""


WHERE_LOW = ("due_on", "held_on", "department")
"""What comes before the title where only a chip or two are in sight: the title stands in the text above."""


class State(Enum):
    """How a field of the draft stands."""

    READ = "read"
    GIVEN = "given"
    """It may be another one, but not none."""
    OFFERED = "offered"
    LACKING = "lacking"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Chip:
    """One field of the draft as it is shown."""

    name: str
    label: str
    value: str = ""
    state: State = State.READ
    choice: int = 0
    """Which of those that are offered, from 1."""


def chips_of(
    pasted: Pasted, reader: Reader, today: date, word: Callable[[Words], str], *, low: bool = False
) -> Iterator[Chip]:
    """The fields of a draft as they stand; in a `low` window days and unit first."""
    guesses = {guess.field: guess for guess in pasted.guesses}
    first = [name for name in WHERE_LOW if low and name in pasted.fields]
    for name in (*first, *(name for name in pasted.fields if name not in first)):
        if name in pasting.ALSO and name not in pasted.also:
            continue
        label = word(pasting.named(pasted, name, today))
        guess = guesses.get(name)
        if name == "into":
            yield Chip(name, label, word(becomes(pasted, today).words), State.GIVEN)
        elif guess is not None:
            yield Chip(name, label, word(pasting.shown(pasted, guess, reader, today)))
        elif name in pasted.needed:
            yield Chip(name, word(LACKING[name]), "", State.LACKING)
        elif name == "due_on" and pasted.offered:
            for at, choice in enumerate(pasted.offered, 1):
                asked = word(DUE_OPEN.format(due=label) if at == 1 else DUE_OR)
                day = word(pasting.choice_shown(choice, today))
                yield Chip(name, asked, day, State.OFFERED, at)
            yield Chip(name, f"+ {label}", "", State.ABSENT)
        elif name in ALWAYS:
            yield Chip(name, f"+ {label}", "", State.ABSENT)


class NoticeChip(QAbstractButton):
    """A field of the draft. Click or Enter opens its editor, or takes what it offers; Delete or its cross takes it out."""

    opened = Signal(str)
    chosen = Signal(int)
    removed = Signal(str)

    def __init__(self, look: Look, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self._look = look
        self._at = QPoint()
        self._texts = LabelValue(look, chip.label, chip.value)
        self.setText(self._texts.text)
        self.setAccessibleName(self.text())
        how = look.word(_how(chip))
        self.setAccessibleDescription(how)
        self.setToolTip(as_typed(f"{self.text()}\n{how}"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Around label, value and cross."""
        width = self._texts.width + 2 * self._look.px(10)
        if self.chip.state is State.READ:
            width += cross.room(self._look)
        return QSize(width, self._look.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete and Backspace take out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chip.state in _TAKEN_OUT:
            self.removed.emit(self.chip.name)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Notes where it was clicked: the cross takes out."""
        self._at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Label in grey, value in bold, then the cross; amber where something lacks, dashed where it is open."""
        look, chip = self._look, self.chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lacking = chip.state is State.LACKING
        pen = painter.pen()
        pen.setColor(
            look.colour(
                "accent"
                if self.hasFocus() or chip.state is State.OFFERED
                else "amber"
                if lacking
                else "line2"
            )
        )
        pen.setWidthF(2 if self.hasFocus() else 1)
        if chip.state in (State.ABSENT, State.OFFERED) and not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(
            look.colour("amber_soft" if lacking else "sunken" if self.underMouse() else "surface")
        )
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, right = look.px(10), look.px(10) - 1 + (cross.room(look) if chip.state is State.READ else 0)
        self._texts.draw(painter, self.rect().adjusted(left, 0, -right, 0), "amber" if lacking else "text2")
        if chip.state is State.READ:
            cross.draw(look, self, painter)

    def _clicked(self) -> None:
        if self.chip.state is State.READ and cross.holds(self._look, self, self._at):
            self.removed.emit(self.chip.name)
        else:
            self._act()

    def _act(self) -> None:
        if self.chip.state is State.OFFERED:
            self.chosen.emit(self.chip.choice)
        else:
            self.opened.emit(self.chip.name)


_TAKEN_OUT = (State.READ, State.OFFERED)


def _how(chip: Chip) -> Words:
    """What its keys do."""
    if chip.state is State.OFFERED:
        return HOW_OFFERED.format(n=chip.choice)
    if chip.state is State.GIVEN:
        return HOW_GIVEN
    return PILL_HOW if chip.state is State.READ else HOW_LACKING


class NoticeChips(QWidget):
    """The chips of one draft."""

    opened = Signal(str)
    chosen = Signal(int)
    removed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Chip, ...] = ()
        self._flow = Flow(8, self)
        self.setSizePolicy(growing())

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows these; the focus stays on the one that has it, or goes to the next."""
        if tuple(chips) == self._shown:
            return
        before = self.chips()
        at = next((place for place, chip in enumerate(before) if chip.hasFocus()), None)
        self._shown = tuple(chips)
        empty(self._flow)
        for one in self._shown:
            chip = NoticeChip(self._look, one, self)
            chip.opened.connect(self.opened)
            chip.chosen.connect(self.chosen)
            chip.removed.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()
        made = self.chips()
        if at is not None and made:
            made[min(at, len(made) - 1)].setFocus()

    def chips(self) -> list[NoticeChip]:
        """The chips that are shown."""
        return self._flow.held(NoticeChip)
