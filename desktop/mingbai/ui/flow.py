"""A row that goes on in the next line where there is no room: for chips, pills and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

LEAST = 40

W = TypeVar("W", bound=QWidget)


class Flow(QLayout):
    """Lays widgets out from left to right, line after line."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Adds at the end."""
        self._items.append(item)
        # Where a remark takes the place of another as high, nobody else says that it is to be laid out.
        self.invalidate()

    def held(self, kind: type[W]) -> list[W]:
        """The widgets of a kind in it, in order."""
        return [widget for item in self._items if isinstance(widget := item.widget(), kind)]

    def insert(self, at: int, widget: QWidget) -> None:
        """Adds a widget at a place."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes the one at a place out."""
        item = self._items.pop(index) if 0 <= index < len(self._items) else None
        if item is not None:
            self.invalidate()
        return item

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width. What lies around it asks again and again while it is laid out."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Puts everything into its place."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        """As little as it can do with; its height follows its width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """One row of the highest: what is wider than there is room is made narrower."""
        return QSize(LEAST, max((item.sizeHint().height() for item in self._items), default=0))

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), rect.width()))
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                if move:
                    _put_in_line(placed, line)
                placed = []
                x, y, line = rect.x(), y + line + self.spacing(), 0
            placed.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        if move:
            _put_in_line(placed, line)
        return y + line - rect.y()


def growing() -> QSizePolicy:
    """As wide as there is room, and as high as what it holds needs at that width: no higher."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _put_in_line(placed: Sequence[tuple[QLayoutItem, QRect]], height: int) -> None:
    """Lower ones stand in the middle of their line, so that words are at one height."""
    for item, place in placed:
        item.setGeometry(place.translated(0, (height - place.height()) // 2))
