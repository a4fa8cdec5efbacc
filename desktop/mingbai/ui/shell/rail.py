"""The rail: which place this is, where one can go, what waits there, and the filters kept for every day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.shell.rail_button import WIDTH, RailButton

if TYPE_CHECKING:
    from mingbai.desk.today import WaitingThere
    from mingbai.ui.shell.saved_stops import SavedStops

FOLDED = 56
SIDE, FOLDED_SIDE = 10, 5
"""Left and right of the entries."""
GAP = 2
MARK = Words("明", "M")
"""The sign that stands for the program."""
SAVED = Words("常用筛选", "Saved filters")
PLACES = Words("去处", "Places")


@dataclass(frozen=True, slots=True)
class Stop:
    """Somewhere the rail leads."""

    code: str
    words: Words
    icon: str = ""
    also: tuple[str, ...] = ()
    """Pages that are another face of the same."""


class Rail(QFrame):
    """Where one can go. It never decides; it says what was chosen."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        place: str,
        town: str,
        stops: Iterable[Stop],
        below: Iterable[Stop],
        groups: Iterable[Stop] = (),
        saved: SavedStops | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`below` are the stops at the foot: more registers, settings.

        Of the `groups` those are shown that `show_groups` names and that have room: the foot leads to all of
        them too. Before a ledger is open nothing is `saved`.
        """
        super().__init__(parent)
        self._look = look
        self._folded = False
        self._buttons: dict[str, RailButton] = {}
        self._faces: dict[str, list[str]] = {}
        self._chosen = ""
        styled(self, "rail")
        self.setAccessibleName(look.word(PLACES))
        column = QVBoxLayout(self)
        self._column = column
        column.setSpacing(GAP)
        self._place = _PlaceHead(look, place, town, self)
        column.addWidget(self._place)
        column.addSpacing(14)
        for stop in stops:
            column.addWidget(self._button(stop))
        self._groups = _Groups({stop.code: self._button(stop) for stop in groups}, self)
        self._groups.fitted.connect(self._mark)
        column.addWidget(self._groups)
        column.addSpacing(14)
        self.saved = saved
        if saved is None:
            column.addStretch(1)
        else:
            self._make_room(column, saved)
        for stop in below:
            column.addWidget(self._button(stop))
        self.fold(folded=False)

    def _make_room(self, column: QVBoxLayout, saved: SavedStops) -> None:
        """The place of the saved filters, of which there may be more than fit."""
        from PySide6.QtWidgets import QScrollArea

        self._saved_head = styled(QLabel(self._look.word(SAVED)), "label")
        self._saved_head.setContentsMargins(self._look.px(10), 0, 0, 4)
        column.addWidget(self._saved_head)
        # Held by name: known to its Qt parent alone it was taken for garbage, and the filters with it.
        self._scroll = scroll = styled(QScrollArea(self), "bare")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It takes what is left over, if only little: the entries keep their height.
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        scroll.setWidget(saved)
        column.addWidget(scroll, 1)
        saved.told.connect(self._show_saved)

    def _button(self, stop: Stop) -> RailButton:
        button = self._buttons[stop.code] = RailButton(self._look, self._look.word(stop.words), stop.icon)
        button.clicked.connect(lambda _=False, code=stop.code: self._choose(code))
        for code in (stop.code, *stop.also):
            self._faces.setdefault(code, []).append(stop.code)
        return button

    def _choose(self, code: str) -> None:
        self.chosen.emit(code)

    def show_chosen(self, code: str) -> None:
        """Marks where one is."""
        self._chosen = code
        self._mark()

    def _mark(self) -> None:
        """What stands nearest: the stop itself, the group, or where it is kept if that is not shown."""
        faces = self._faces.get(self._chosen, ())
        marked = next((name for name in faces if name not in self._groups.left_away), "")
        for name, button in self._buttons.items():
            button.setChecked(name == marked)

    def show_groups(self, codes: Collection[str]) -> None:
        """Shows these groups of registers, as far as there is room, and no others."""
        self._groups.show_those(codes)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are to be shown."""
        return self._groups.wanted

    def show_counts(self, waiting: Mapping[str, WaitingThere]) -> None:
        """Tells how much waits at some stops, and of what; nothing at the others."""
        for code, button in self._buttons.items():
            there = waiting.get(code)
            button.count(there.count if there else 0, self._look.word(there.words) if there else "")

    def _show_saved(self) -> None:
        if self.saved is None:
            return
        shown = bool(self.saved.buttons) and not self._folded
        self._saved_head.setVisible(shown)
        self.saved.setVisible(shown)

    def fold(self, folded: bool) -> None:
        """Shows icons alone, or words too."""
        self._folded = folded
        self.setFixedWidth(
            self._look.px(FOLDED if folded else WIDTH)
            if self._look.scale <= 1.5 or folded
            else self._look.px(190)
        )
        # Beside an icon that stands alone a badge of two figures needs all the room there is.
        side = FOLDED_SIDE if folded else SIDE
        self._column.setContentsMargins(side, 18, side, 10)
        self._place.fold(folded)
        for button in self._buttons.values():
            button.fold(folded)
        self._show_saved()

    @property
    def folded(self) -> bool:
        """Whether icons alone are shown."""
        return self._folded


class _Groups(QWidget):
    """The groups of registers that are in use; those that find no room are left away, not squeezed."""

    fitted = Signal()
    """Others are shown now."""

    def __init__(self, buttons: Mapping[str, RailButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self.wanted: tuple[str, ...] = ()
        self.left_away = frozenset(buttons)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)
        for button in buttons.values():
            button.setParent(self)
        self._fit()

    def show_those(self, codes: Collection[str]) -> None:
        """Shows what is named, in the order of the rail."""
        wanted = tuple(code for code in self._buttons if code in codes)
        if wanted != self.wanted:
            self.wanted = wanted
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, sum(self._buttons[code].sizeHint().height() + GAP for code in self.wanted))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        top = 0
        shown = set()
        for code, button in self._buttons.items():
            height = button.sizeHint().height()
            fits = code in self.wanted and top + height <= self.height()
            button.setVisible(fits)
            if fits:
                shown.add(code)
                button.setGeometry(0, top, self.width(), height)
                top += height + GAP
        self.left_away = frozenset(self._buttons) - shown
        self.fitted.emit()


class _PlaceHead(QWidget):
    """Whose ledger this is."""

    def __init__(self, look: Look, place: str, town: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._name = place
        self._town = town
        self._folded = False
        self.setAccessibleName(" ".join(part for part in (place, town) if part))
        self.setToolTip(as_typed(self.accessibleName()))
        self.setFixedHeight(look.px(36))

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(28)
        x = (self.width() - side) // 2 if self._folded else look.px(8)
        box = QRectF(x, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.setPen(look.colour("on_accent"))
        painter.setFont(look.font(Size.TYPED, Weight.HEAVY))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.word(MARK))
        if self._folded:
            return
        left = look.px(46)
        room = self.width() - left
        lines = [(self._name, look.font(Size.TEXT, Weight.STRONG), "text")]
        if self._town:
            lines.append((self._town, look.font(Size.CAPTION), "text3"))
        height = self.height() / len(lines)
        for at, (text, font, ink) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(
                QRectF(left, at * height, room, height),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                words,
            )
        painter.end()
