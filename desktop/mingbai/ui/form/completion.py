"""What may be meant, offered below a field while one types; Tab or Enter takes the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from mingbai.desk.called import Named
from mingbai.desk.naming import AT_MOST
from mingbai.ui.form.line_box import LineBox
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.look.look import Look
from mingbai.ui.offered import Offer, OfferedList

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class Completion(QObject):
    """Offers names for one field; what is typed on stays as typed."""

    taken = Signal(object)
    """The `Named` that was chosen."""

    def __init__(
        self,
        look: Look,
        box: TypingBox | LineBox,
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
        self._named: list[Named] = []
        self._list: OfferedList | None = None
        self._asked = True
        box.installEventFilter(self)
        box.left.connect(self.hide)

    @property
    def shown(self) -> bool:
        """Whether anything is offered now."""
        return self._list is not None and self._list.isVisible()

    @property
    def names(self) -> list[Named]:
        """What is offered now, best first."""
        return self._named if self.shown else []

    def offer(self, text: str, chosen: str = "", *, asked: bool = True) -> None:
        """Offers what may be meant by a text, with the one called `chosen` or else the first one chosen.

        What nobody `asked` for is only seen: no key takes of it until a person goes up or down in it.
        """
        self._asked = asked
        self._named = list(self._offered(text))
        if not self._named:
            self.hide()
            return
        word = self._look.word
        rows = [Offer(word(named.name), word(named.detail)) for named in self._named]
        sure = not (self._named[0].new or self._named[0].near)
        first = 0 if asked and self._chosen_first and sure else -1
        at = next((row for row, offer in enumerate(rows) if chosen and offer.name == chosen), first)
        self._made().show_rows(rows, self._box, self._box.rect(), chosen=at, most=AT_MOST)

    def hide(self) -> None:
        """Offers nothing."""
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Tab, Enter and Esc go to what is offered, as long as something is."""
        if watched is self._box and self.shown and event.type() == QEvent.Type.ShortcutOverride:
            if self._asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
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
        if not self._asked and event.key() not in MOVES:
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
            return False
        self._asked = True
        match event.key():
            case Qt.Key.Key_Down:
                listed.choose(listed.row + 1)
            case Qt.Key.Key_Up:
                listed.choose(listed.row - 1)
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Tab:
                self._take(listed.row)
                return False
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if listed.row >= 0:
                self._take(listed.row)
            case _:
                return False
        return True

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._named):
            named = self._named[row]
            self.hide()
            self.taken.emit(named)

    def _made(self) -> OfferedList:
        if self._list is None:
            self._list = OfferedList(self._look, self._box.window())
            self._list.picked.connect(self._take)
            # Fields and their list go together, also when the panel is built anew.
            self.destroyed.connect(self._list.deleteLater)
        return self._list
