"""What may be meant, offered below a field while one types; Tab or Enter takes the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mingbai.desk.naming import AT_MOST, Named
from mingbai.domain.words import Words
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.panel.typing_box import TypingBox

if TYPE_CHECKING:
    from mingbai.ui.counter.note import NoteField

OFFERED = Words("可选", "Choices")
ROW = 32
BORDER = 4
WIDEST = 340


class Completion(QObject):
    """Offers names for one field. It never takes the focus, and what is typed on stays as typed."""

    taken = Signal(object)
    """The `Named` that was chosen."""

    def __init__(
        self,
        look: Look,
        box: TypingBox | NoteField,
        offered: Callable[[str], Sequence[Named]],
        *,
        chosen_first: bool = True,
    ) -> None:
        """`offered` gives what may be meant by a text; all there is for an empty one.

        Where a sentence may be meant instead of a name, nothing is chosen until a person goes down.
        """
        super().__init__(box)
        self._look = look
        self._box = box
        self._offered = offered
        self._chosen_first = chosen_first
        self._popup: QFrame | None = None
        self._list: QListWidget | None = None
        self._named: list[Named] = []
        box.installEventFilter(self)
        box.left.connect(self.hide)

    @property
    def shown(self) -> bool:
        """Whether anything is offered now."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def names(self) -> list[Named]:
        """What is offered now, best first."""
        return self._named if self.shown else []

    def offer(self, text: str, chosen: str = "") -> None:
        """Offers what may be meant by a text, with the one called `chosen` or else the first one chosen."""
        self._named = list(self._offered(text))
        if not self._named:
            self.hide()
            return
        listed = self._made()
        listed.clear()
        at = 0 if self._chosen_first else -1
        for row, named in enumerate(self._named):
            item = QListWidgetItem(listed)
            name, detail = self._look.word(named.name), self._look.word(named.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name} {detail}".strip())
            item.setToolTip(as_typed(f"{name}  {detail}".strip()))
            line = self._line(name, detail)
            # A row is as high as what lies on it, or its colour would end in the middle.
            item.setSizeHint(QSize(line.sizeHint().width(), line.height()))
            listed.setItemWidget(item, line)
            if chosen and chosen == name:
                at = row
        listed.setCurrentRow(at)
        self._place()

    def hide(self) -> None:
        """Offers nothing."""
        if self._popup is not None:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Tab, Enter and Esc go to what is offered, as long as something is."""
        if watched is self._box and self.shown and event.type() == QEvent.Type.ShortcutOverride:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif watched is self._box and self.shown and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and not self._box.composing:
                return self._pressed(event)
        elif watched is self._box and event.type() in (QEvent.Type.Hide, QEvent.Type.Resize):
            self.hide()
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        listed = self._made()
        match event.key():
            case Qt.Key.Key_Down:
                listed.setCurrentRow(min(listed.currentRow() + 1, listed.count() - 1))
            case Qt.Key.Key_Up:
                listed.setCurrentRow(max(listed.currentRow() - 1, 0))
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Tab:
                self._take(listed.currentRow())
                return False
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if listed.currentRow() >= 0:
                self._take(listed.currentRow())
            case _:
                return False
        return True

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._named):
            named = self._named[row]
            self.hide()
            self.taken.emit(named)

    def _made(self) -> QListWidget:
        if self._list is None or self._popup is None:
            popup = styled(QFrame(self._box.window()), "popup")
            popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout = QVBoxLayout(popup)
            layout.setContentsMargins(BORDER, BORDER, BORDER, BORDER)
            listed = styled(QListWidget(popup), "list")
            listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            listed.setFrameShape(QFrame.Shape.NoFrame)
            listed.setAccessibleName(self._look.word(OFFERED))
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            listed.itemClicked.connect(lambda item: self._take(listed.row(item)))
            layout.addWidget(listed)
            self._popup, self._list = popup, listed
            # Fields and their pop-up go together, also when the panel is built anew.
            self.destroyed.connect(popup.deleteLater)
        return self._list

    def _line(self, name: str, detail: str) -> QWidget:
        line = QWidget()
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(10)
        layout.addWidget(styled(QLabel(name), "text"))
        layout.addStretch(1)
        if detail and detail != name:
            room = self._look.px(WIDEST) - self._look.width(name) - 48
            said = styled(QLabel(_fitting(self._look, detail, room)), "caption")
            layout.addWidget(said)
        line.setFixedHeight(self._look.px(ROW))
        return line

    def _place(self) -> None:
        popup, listed = self._popup, self._list
        assert popup is not None
        assert listed is not None
        window = self._box.window()
        if popup.parentWidget() is not window:
            popup.setParent(window)
        rows = min(listed.count(), AT_MOST)
        height = rows * self._look.px(ROW) + 2 * BORDER + 2
        widest = max(listed.sizeHintForColumn(0) + 2 * BORDER + 20, self._box.width())
        width = min(widest, self._look.px(WIDEST), window.width() - 16)
        below = self._box.mapTo(window, QPoint(0, self._box.height() + 2))
        spot = QRect(below.x(), below.y(), width, height)
        if spot.bottom() > window.height() - 4:
            above = self._box.mapTo(window, QPoint(0, -2)).y()
            spot.moveTop(max(4, above - height) if above > height else max(4, window.height() - 4 - height))
        if spot.right() > window.width() - 8:
            spot.moveRight(window.width() - 8)
        popup.setGeometry(spot)
        popup.show()
        popup.raise_()


def _fitting(look: Look, text: str, room: int) -> str:
    """The text as far as there is room; the whole stands in the row's tooltip."""
    if look.width(text, Size.CAPTION) <= room:
        return text
    while text and look.width(text + "…", Size.CAPTION) > room:
        text = text[:-1]
    return text + "…" if text else ""
