"""A small list of what may be meant, shown over the window beside the place where one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled

OFFERED = Words("可选", "Choices")
ROW, BORDER, GAP = 32, 4, 2
EDGE = 4
"""So far it keeps from the edge of the window."""
ASIDE, BETWEEN = 10, 10
"""Beside what a row says, and between its two parts."""
PADDED = 8
"""At 100 %: so much of a row the style sheet keeps at either end."""
WIDEST = 340
FOOT = "status"
"""The role of what stands at a window's foot."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: a name, and what tells it from others of that name."""

    name: str
    detail: str = ""


class OfferedList(QFrame):
    """Rows to choose from. It never takes the focus: who shows it hands it the keys."""

    picked = Signal(int)
    """The row that was clicked."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        styled(self, "popup")
        self._look = look
        self._rows: tuple[Offer, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = styled(QListWidget(self), "list")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(look.word(OFFERED))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: self.picked.emit(self._list.row(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BORDER, BORDER, BORDER, BORDER)
        layout.addWidget(self._list)
        self.hide()

    @property
    def rows(self) -> tuple[Offer, ...]:
        """What is offered."""
        return self._rows

    @property
    def row(self) -> int:
        """The chosen row; -1 where none is."""
        return self._list.currentRow()

    def choose(self, row: int) -> None:
        """Chooses a row, the nearest where there is none of that number."""
        self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))

    def show_rows(
        self, rows: Sequence[Offer], box: QWidget, part: QRect, *, chosen: int = -1, most: int = 10
    ) -> None:
        """Shows rows under a part of a widget, above it where its window has no room below.

        At most `most` are seen at once, fewer where there is less room; `chosen` is the row chosen at first, -1 for
        none.
        """
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._fill()
        self._list.setCurrentRow(chosen)
        window = box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        beside = QRect(box.mapTo(window, part.topLeft()), part.size())
        most, over = self._fitting(beside, _floor(window, box), min(len(self._rows), most))
        height = self._high(most)
        # Shown for a moment, before it is as high as its rows, a bar would leave them narrower.
        scrolls = len(self._rows) > most
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._list.setVerticalScrollBarPolicy(policy)
        bar = self._list.verticalScrollBar().sizeHint().width() if scrolls else 0
        widest = max(self._list.sizeHintForColumn(0) + bar + self._around(), part.width())
        width = min(widest, self._look.px(WIDEST), window.width() - 16)
        top = beside.top() - GAP - height if over else beside.bottom() + 1 + GAP
        spot = QRect(beside.left(), top, width, height)
        spot.moveRight(min(spot.right(), window.width() - 8))
        self.setGeometry(spot)
        self.show()
        self.raise_()

    def _fitting(self, beside: QRect, floor: int, most: int) -> tuple[int, bool]:
        """How many rows there is room for, below or else above a place, and whether above."""
        below, above = floor - EDGE - beside.bottom() - 1 - GAP, beside.top() - GAP - EDGE
        over = self._high(most) > below and above > below
        rows = (max(below, above) - self._high(0)) // self._look.px(ROW)
        return max(1, min(most, rows)), over

    def _high(self, rows: int) -> int:
        return rows * self._look.px(ROW) + 2 * BORDER + 2

    def _around(self) -> int:
        """What of its width lies beside the rows."""
        return 2 * (BORDER + 1 + self._look.px(PADDED))

    def _fill(self) -> None:
        self._list.clear()
        for offer in self._rows:
            item = QListWidgetItem(self._list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.name} {offer.detail}".strip())
            item.setToolTip(as_typed(f"{offer.name}  {offer.detail}".strip()))
            line = self._line(offer)
            # A row is as high as what lies on it, or its colour would end in the middle.
            item.setSizeHint(QSize(line.sizeHint().width(), line.height()))
            self._list.setItemWidget(item, line)

    def _line(self, offer: Offer) -> QWidget:
        line = QWidget()
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(ASIDE, 0, ASIDE, 0)
        layout.setSpacing(BETWEEN)
        layout.addWidget(styled(QLabel(offer.name), "text"))
        layout.addStretch(1)
        if offer.detail and offer.detail != offer.name:
            taken = self._around() + 2 * ASIDE + BETWEEN + self._look.width(offer.name)
            room = self._look.px(WIDEST) - taken
            layout.addWidget(styled(QLabel(_fitting(self._look, offer.detail, room)), "caption"))
        line.setFixedHeight(self._look.px(ROW))
        return line


def _floor(window: QWidget, box: QWidget) -> int:
    """Down to where something may be offered: the window's foot keeps its words, unless one types in it."""
    feet = (one for one in window.findChildren(QFrame) if one.property("role") == FOOT)
    tops = [
        foot.mapTo(window, QPoint()).y()
        for foot in feet
        if foot.isVisibleTo(window) and not foot.isAncestorOf(box)
    ]
    return min(tops, default=window.height())


def _fitting(look: Look, text: str, room: int) -> str:
    """The text as far as there is room; the whole stands in the row's tooltip."""
    if look.width(text, Size.CAPTION) <= room:
        return text
    while text and look.width(text + "…", Size.CAPTION) > room:
        text = text[:-1]
    return text + "…" if text else ""
