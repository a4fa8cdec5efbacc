"""A small list of names that what is typed may become."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled

NAMES = Words("可选的名称", "Names to choose from")


class Completion(QFrame):
    """Names under the cursor. It never takes the focus: the line hands it Up, Down, Enter and Esc."""

    chosen = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        styled(self, "popup")
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = styled(QListWidget(self), "list")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFont(look.font(Size.TEXT))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(look.word(NAMES))
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.text()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._list)
        self.hide()

    def names(self) -> list[str]:
        """The names shown."""
        return [self._list.item(at).text() for at in range(self._list.count())]

    def offer(self, names: Sequence[str], at: QPoint) -> None:
        """Shows names at a place of the window, none chosen yet; hides without any."""
        if not names:
            self.hide()
            return
        if list(names) != self.names() or self.isHidden():
            self._list.clear()
            self._list.addItems(list(names))
            self._list.setCurrentRow(-1)
            row = self._look.px(28)
            for index in range(self._list.count()):
                self._list.item(index).setSizeHint(QSize(0, row))
            width = max(self._look.width(name) for name in names) + self._look.px(36)
            self.resize(max(width, self._look.px(140)), row * len(names) + 10)
        over = self.parentWidget()
        x = max(0, min(at.x(), over.width() - self.width())) if over is not None else at.x()
        self.move(x, at.y())
        self.raise_()
        self.show()

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list, which then has acted."""
        if self.isHidden():
            return False
        row, last = self._list.currentRow(), self._list.count() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self._list.setCurrentRow(0 if row >= last else row + 1)
            case Qt.Key.Key_Up:
                self._list.setCurrentRow(last if row <= 0 else row - 1)
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if row >= 0:
                self.chosen.emit(self._list.item(row).text())
            case _:
                return False
        return True
