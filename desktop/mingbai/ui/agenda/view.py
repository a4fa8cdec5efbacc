"""The grouped list: one keyboard walk over all rows, Enter and Delete, links in heads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip, QWidget

from mingbai.ui.agenda.model import AgendaModel
from mingbai.ui.agenda.painting import ROW, AgendaDelegate
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled

ASIDE = (Qt.Key.Key_Left, Qt.Key.Key_Right)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Action = QAbstractItemView.CursorAction


class AgendaList(QListView):
    """Shows heads and rows. Up and Down pass over heads; what is typed, and Left and Right, go on to the page."""

    entered = Signal(object)
    """Enter was pressed on a row: its `what`."""
    opened = Signal(object)
    """A row was clicked twice."""
    put_aside = Signal(object)
    """Delete was pressed on a row."""
    closed = Signal(object)
    """The key of a row that marks it as done was pressed: its `what`."""
    linked = Signal(object)
    """A link in a head was clicked, or Ctrl+Enter pressed in its group: its `what`."""
    chosen = Signal(object)
    """Another row is current: its `what`, or None."""
    moved = Signal()
    """Somebody went to another row, by a key or a click."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        several: bool = False,
        waits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """With `several`, more than one row can be chosen; one that `waits` has none until it is entered."""
        super().__init__(parent)
        self._waits = waits
        self._left_out = ""
        self._said = ""
        self._moving = False
        self._pressed: Row | None = None
        styled(self, "list")
        self._look = look
        self.setAccessibleName(name)
        self.rows = AgendaModel(self)
        self.setModel(self.rows)
        self._delegate = AgendaDelegate(look, self)
        self.setItemDelegate(self._delegate)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self._end_whole)
        self.verticalScrollBar().rangeChanged.connect(self._end_whole)

    def put(self, items: Sequence[Head | Row]) -> None:
        """Shows these. The chosen row stays chosen; where it is gone, the one that took its place is."""
        current = self.current()
        at, keys = self.currentIndex().row(), {row.key for row in self.chosen_rows()}
        top = self.verticalScrollBar().value()
        self.rows.put(items)
        self._leave_out()
        self._end_whole()
        place = self.rows.row_of(current.key) if current is not None else -1
        if place < 0 and not self._waits:
            place = self.rows.near(max(at, 0))
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
        if len(keys) > 1:
            flag = self.selectionModel().SelectionFlag.Select
            for item, row in enumerate(self.rows.items):
                if isinstance(row, Row) and row.key in keys:
                    self.selectionModel().select(self.rows.index(item), flag)
        self.verticalScrollBar().setValue(top)
        if place < 0:
            self.chosen.emit(None)

    def current(self) -> Row | None:
        """The row the keyboard is at."""
        item = self.rows.item(self.currentIndex())
        return item if isinstance(item, Row) else None

    def chosen_rows(self) -> list[Row]:
        """All chosen rows, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [item for index in indexes if isinstance(item := self.rows.item(index), Row)]

    def choose(self, key: str) -> None:
        """Chooses the row with a key, if it is there."""
        place = self.rows.row_of(key)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))

    def leave_out(self, row: Row | None) -> None:
        """Shows all rows but this one, which stands open elsewhere; the keyboard still is at it."""
        self._left_out = row.key if row is not None else ""
        # A hidden row says nothing to a screen reader, though the keyboard is at it.
        index = self.rows.index(self.rows.row_of(self._left_out)) if row is not None else QModelIndex()
        self.setAccessibleDescription(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        # Under a pressed button rows do not move, or another one would be chosen as well.
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton and not self._moving:
            self._leave_out()

    def _leave_out(self) -> None:
        for at, item in enumerate(self.rows.items):
            out = isinstance(item, Row) and item.key == self._left_out and not self._moving
            if out is not self.isRowHidden(at):
                self.setRowHidden(at, out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another room it ends after another row; the chosen one, if it was seen, still is."""
        super().resizeEvent(event)
        at = self.visualRect(self.currentIndex())
        was_seen = at.isValid() and at.top() >= 0 and at.bottom() <= event.oldSize().height()
        self._end_whole()
        if was_seen and at.height() <= self.viewport().height():
            self.scrollTo(self.currentIndex())

    def _end_whole(self) -> None:
        """Leaves free what is left below the last row that is seen whole, wherever it is scrolled to."""
        beside = self.viewportMargins().bottom()
        room, height, end, heads = self.viewport().height() + beside, 0, 0, 0
        top = self.indexAt(QPoint(0, 0)).row()
        for at in range(max(top, 0), self.rows.rowCount()):
            height += self.visualRect(self.rows.index(at)).height()
            if height > room:
                break
            if isinstance(self.rows.items[at], Row):
                # A head says nothing without a row below it; where no row has room it is all there is.
                end = height
            elif not end:
                heads = height
        else:
            end = room
        left = room - (end or heads) if end or heads else 0
        if left != beside:
            self.setViewportMargins(0, 0, 0, left)

    def say(self, words: str) -> None:
        """What stands in it where no row does."""
        if words != self._said:
            self._said = words
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the words where there is none."""
        super().paintEvent(event)
        if self._said and all(self.isRowHidden(at) for at in range(self.rows.rowCount())):
            painter = QPainter(self.viewport())
            painter.setFont(self._look.font(Size.CELL))
            painter.setPen(QColor(self._look.colour("text3")))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._said)
            painter.end()

    def go_on(self) -> None:
        """Chooses the row after the chosen one, if there is one."""
        rows = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        after = self.rows.near(max(index.row() for index in rows) + 1)
        if after >= 0:
            self.setCurrentIndex(self.rows.index(after))

    # The keyboard.

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From row to row, over heads."""
        last = len(self.rows.items) - 1
        at = self.currentIndex().row()
        page = max(1, self.viewport().height() // self._look.px(ROW) - 1)
        steps = {
            Action.MoveUp: -1,
            Action.MovePrevious: -1,
            Action.MovePageUp: -page,
            Action.MoveHome: -last - 1,
        }
        back = action in steps
        steps |= {Action.MoveDown: 1, Action.MoveNext: 1, Action.MovePageDown: page, Action.MoveEnd: last + 1}
        if action not in steps or last < 0:
            return self.currentIndex()
        target = min(max(at + steps[action], 0), last)
        way = -1 if back else 1
        for place in (*range(target, -1 if back else last + 1, way), *range(target, at, -way)):
            if isinstance(self.rows.items[place], Row):
                if back and place == self.rows.near(0):
                    self.scrollToTop()
                return self.rows.index(place)
        return self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete act on the row; letters and digits are left to the page."""
        row = self.current()
        if event.key() in ENTER and row is not None:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._follow_group()
            else:
                self.entered.emit(row.what)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.put_aside.emit(row.what)
        elif row is not None and not event.modifiers() and _has(row, event.key()):
            self.closed.emit(row.what)
        elif (event.text().isprintable() and event.text()) or event.key() in ASIDE:
            event.ignore()
        else:
            # From row to row Qt goes by where they are, so all of them have to be somewhere.
            self._moving = True
            self._leave_out()
            super().keyPressEvent(event)
            self._moving = False
            self._leave_out()
            if self.current() is not row:
                self.moved.emit()

    def _by_key(self, key: int) -> SignalInstance:
        if key == Qt.Key.Key_Delete:
            return self.put_aside
        return self.entered if key in ENTER else self.closed

    def _follow_group(self) -> None:
        for place in range(self.currentIndex().row(), -1, -1):
            item = self.rows.items[place]
            if isinstance(item, Head):
                if item.what is not None:
                    self.linked.emit(item.what)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is a chosen row as soon as keys go here."""
        super().focusInEvent(event)
        if self.current() is None:
            self.setCurrentIndex(self.rows.index(self.rows.near(0)))
        elif not self.chosen_rows():
            self.selectionModel().select(self.currentIndex(), self.selectionModel().SelectionFlag.Select)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Of several lists only one has a chosen row."""
        super().focusOutEvent(event)
        if self._waits and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.clearSelection()

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A link or a key cap that is pressed does what it says."""
        at = event.position().toPoint()
        what = self._link_at(at)
        if what is not None:
            self.linked.emit(what)
            return
        hint = self._hint_at(at)
        if hint is not None:
            key, row = hint
            self._by_key(key).emit(row.what)
            return
        index = self.indexAt(at)
        if isinstance(item := self.rows.item(index), Row):
            self._pressed, before = item, self.current()
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            again = plain and self.selectionModel().selectedIndexes() == [index]
            left_out = self.rows.row_of(self._left_out) if self._left_out else -1
            super().mousePressEvent(event)
            if left_out >= 0 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                # From one row to another means both, also where the one stands open elsewhere.
                flag = self.selectionModel().SelectionFlag.Select
                self.selectionModel().select(self.rows.index(left_out), flag)
            if self.current() is not before:
                self.moved.emit()
            if again:
                # The panel may have been closed since the row was chosen.
                self.opened.emit(item.what)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was chosen may stand open elsewhere now."""
        super().mouseReleaseEvent(event)
        self._leave_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed."""
        at = event.position().toPoint()
        pressable = self._link_at(at) is not None or self._hint_at(at) is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks open, whatever Enter would do."""
        at = event.position().toPoint()
        # After the first click another row may have come under the pointer.
        item = self._pressed if self._left_out else self.rows.item(self.indexAt(at))
        if isinstance(item, Row) and self._hint_at(at) is None:
            self.opened.emit(item.what)

    def viewportEvent(self, event: QEvent) -> bool:
        """The words of a row that has no room for them."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            item = self.rows.item(index)
            if isinstance(item, Row):
                chosen = self.selectionModel().isSelected(index)
                cut = self._delegate.is_cut(self.visualRect(index), item, chosen=chosen)
                QToolTip.showText(event.globalPos(), as_typed(item.said) if cut else "", self)
                return True
        return super().viewportEvent(event)

    def _link_at(self, at: QPoint) -> object:
        index = self.indexAt(at)
        item = self.rows.item(index)
        if not isinstance(item, Head):
            return None
        rect = self.visualRect(index)
        if item.what is not None and self._delegate.words(rect, item).contains(at):
            return item.what
        places = self._delegate.links(rect, item)
        return next((link.what for place, link in places if place.contains(at)), None)

    def _hint_at(self, at: QPoint) -> tuple[int, Row] | None:
        index = self.indexAt(at)
        item = self.rows.item(index)
        if not isinstance(item, Row) or not self.selectionModel().isSelected(index):
            return None
        places = self._delegate.hints(self.visualRect(index), item)
        return next(((hint.key, item) for place, hint in places if place.contains(at)), None)

    def _tell(self, *_: object) -> None:
        row = self.current()
        self.chosen.emit(row.what if row is not None else None)


def _has(row: Row, key: int) -> bool:
    return any(hint.key == key for hint in row.hints)
