"""The rail: which place this is, where one can go, what waits there, and the filters kept for every day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mingbai.domain.place import Place
from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.roles import styled

WIDTH, FOLDED = 204, 56
HEIGHT = 36
MARK = Words("明", "明")
SAVED = Words("常用筛选", "Saved filters")
PLACES = Words("去处", "Places")
WAITING = Words("{name}，{n} 件等着", "{name}, {n} waiting")


@dataclass(frozen=True, slots=True)
class Stop:
    """Somewhere the rail leads."""

    code: str
    words: Words
    icon: str = ""


class RailButton(QAbstractButton):
    """One entry of the rail: icon, word, and how much waits there."""

    def __init__(self, look: Look, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._count = ""
        self._folded = False
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count(0)

    def sizeHint(self) -> QSize:
        return QSize(0, self._look.px(HEIGHT))

    def count(self, number: int) -> None:
        """Shows how much waits; nothing for none."""
        self._count = "" if not number else "999+" if number > 999 else str(number)
        name = self.text()
        if self._count:
            name = self._look.word(WAITING).format(name=name, n=self._count)
        self.setAccessibleName(name)
        self._tell()
        self.update()

    def fold(self, folded: bool) -> None:
        """Shows the icon alone; the word is told by the tooltip then."""
        self._folded = folded
        self._tell()
        self.update()

    def _tell(self) -> None:
        metrics = QFontMetrics(self._look.font(weight=Weight.STRONG))
        elided = metrics.horizontalAdvance(self.text()) > self._room()
        self.setToolTip(self.accessibleName() if self._folded or elided else "")

    def _room(self) -> int:
        look = self._look
        left = look.px(40) if self._icon else look.px(10)
        counted = QFontMetrics(look.font(Size.CELL)).horizontalAdvance(self._count) + 6
        right = look.px(10) + (counted if self._count else 0)
        return max(self.width(), look.px(WIDTH) - 20) - left - right

    def paintEvent(self, _: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if chosen:
            soft = look.theme == "dark"
            painter.setPen(QPen(look.colour("accent_soft" if soft else "line"), 1))
            painter.setBrush(look.colour("accent_soft" if soft else "surface"))
            painter.drawRoundedRect(box, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._draw_content(painter, chosen)
        painter.end()

    def _draw_content(self, painter: QPainter, chosen: bool) -> None:
        look = self._look
        ink = "accent" if chosen else "text2"
        at = look.px(10)
        if self._icon:
            ratio = self.devicePixelRatioF()
            picture = pixmap(look, self._icon, ink, ratio=ratio)
            side = look.px(18)
            x = (self.width() - side) // 2 if self._folded else look.px(12)
            painter.drawPixmap(x, (self.height() - side) // 2, picture)
            at = look.px(40)
        if self._folded:
            return
        small = not self._icon
        painter.setFont(
            look.font(Size.CELL if small else Size.TEXT, Weight.STRONG if chosen else Weight.NORMAL)
        )
        painter.setPen(look.colour("accent" if chosen else "text2" if small else "text"))
        right = self.width() - look.px(10)
        if self._count:
            metrics = QFontMetrics(look.font(Size.CELL))
            right -= metrics.horizontalAdvance(self._count) + 6
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, right - at)
        box = self.rect().adjusted(at, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self._count:
            painter.setFont(look.font(Size.CELL))
            painter.setPen(look.colour("accent" if chosen else "text2"))
            box = self.rect().adjusted(0, 0, -look.px(10), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)


class Rail(QFrame):
    """Where one can go. It never decides; it says what was chosen."""

    chosen = Signal(str)
    filter_chosen = Signal(str, str)
    """A register's code and the filter text that was kept for it."""

    def __init__(
        self,
        look: Look,
        place: Place,
        stops: Iterable[Stop],
        below: Iterable[Stop],
        parent: QWidget | None = None,
    ) -> None:
        """`below` are the stops at the foot: more registers, settings."""
        super().__init__(parent)
        self._look = look
        self._folded = False
        self._buttons: dict[str, RailButton] = {}
        styled(self, "rail")
        self.setAccessibleName(look.word(PLACES))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 10)
        column.setSpacing(2)
        self._place = _PlaceHead(look, place, self)
        column.addWidget(self._place)
        column.addSpacing(14)
        for stop in stops:
            column.addWidget(self._button(stop))
        column.addSpacing(14)
        self._saved_head = styled(QLabel(look.word(SAVED)), "label")
        self._saved_head.setContentsMargins(look.px(10), 0, 0, 4)
        column.addWidget(self._saved_head)
        self._saved = QVBoxLayout()
        self._saved.setSpacing(2)
        self._holder = QWidget()
        self._holder.setLayout(self._saved)
        self._saved.setContentsMargins(0, 0, 0, 0)
        self._scroll = styled(QScrollArea(), "bare")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._holder)
        column.addWidget(self._scroll, 1)
        for stop in below:
            column.addWidget(self._button(stop))
        self.show_filters(())
        self.fold(folded=False)

    def _button(self, stop: Stop) -> RailButton:
        button = self._buttons[stop.code] = RailButton(self._look, self._look.word(stop.words), stop.icon)
        button.clicked.connect(lambda _=False, code=stop.code: self._choose(code))
        return button

    def _choose(self, code: str) -> None:
        self.chosen.emit(code)

    def show_chosen(self, code: str) -> None:
        """Marks where one is."""
        for name, button in self._buttons.items():
            button.setChecked(name == code)

    def show_counts(self, waiting: Mapping[str, int]) -> None:
        """Tells how much waits at some stops; nothing at the others."""
        for code, button in self._buttons.items():
            button.count(waiting.get(code, 0))

    def show_filters(self, kept: Iterable[tuple[str, str, str]]) -> None:
        """Shows kept filters: register's code, name, filter text."""
        while (item := self._saved.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        kept = tuple(kept)
        for register, name, where in kept:
            button = RailButton(self._look, name, "")
            button.setCheckable(False)
            button.clicked.connect(
                lambda _=False, code=register, text=where: self.filter_chosen.emit(code, text)
            )
            self._saved.addWidget(button)
        self._saved.addStretch(1)
        self._has_filters = bool(kept)
        self._saved_head.setVisible(self._has_filters and not self._folded)
        self._holder.setVisible(self._has_filters and not self._folded)

    def fold(self, folded: bool) -> None:
        """Shows icons alone, or words too."""
        self._folded = folded
        self.setFixedWidth(
            self._look.px(FOLDED if folded else WIDTH)
            if self._look.scale <= 1.5 or folded
            else self._look.px(190)
        )
        self._place.fold(folded)
        for button in self._buttons.values():
            button.fold(folded)
        self._saved_head.setVisible(self._has_filters and not folded)
        self._holder.setVisible(self._has_filters and not folded)

    @property
    def folded(self) -> bool:
        """Whether icons alone are shown."""
        return self._folded


class _PlaceHead(QWidget):
    """Whose ledger this is."""

    def __init__(self, look: Look, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._name = place.name
        self._town = place.town
        self._folded = False
        self.setAccessibleName(" ".join(part for part in (place.name, place.town) if part))
        self.setToolTip(self.accessibleName())
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
