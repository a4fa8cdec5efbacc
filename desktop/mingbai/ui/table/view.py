"""A register's list on screen: keyboard, choosing, opening, changing in place, deeds on what is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from mingbai.desk.list_columns import FLAGS
from mingbai.desk.lists import Question
from mingbai.domain.register import Register
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.later import later
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session
from mingbai.ui.table.changed_cell import ChangedCell
from mingbai.ui.table.chosen import Chosen
from mingbai.ui.table.deeds import ListDeeds
from mingbai.ui.table.delegate import RowDelegate
from mingbai.ui.table.header import ListHeader
from mingbai.ui.table.kept_place import KeptPlace
from mingbai.ui.table.model import RowsModel
from mingbai.ui.table.painted_rows import PaintedRows
from mingbai.ui.table.shown_columns import ShownColumns

NAME = Words("{register}列表", "List of {register}")
NEAR_PAGES = 2
FOLLOW_MS = 60
SETTLED_MS = 30
Rows = QItemSelectionModel.SelectionFlag.Rows


class ListView(QTableView):
    """Shows a `RowsModel`. `follows` says whether an open panel goes along with the current row."""

    chosen_changed = Signal()
    order_chosen = Signal(object)
    """An `Order`, by a click on a head."""

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.follows = False
        look = session.look
        styled(self, "table")
        self.setAccessibleName(session.word(NAME.format(register=register.words)))
        self._columns = ShownColumns(session, register)
        self.rows = RowsModel(session, register, self._columns.chosen(), self)
        self.delegate = RowDelegate(look, self.rows, self)
        self.head = ListHeader(session, self.rows, self)
        self._chosen = Chosen(self, self.rows)
        self.cell = ChangedCell(session, self, self.rows)
        self.deeds = ListDeeds(self, self.rows, self._chosen, self.edit_current)
        self._place = KeptPlace(self, self.rows)
        self._then_last = False
        self._marking = False
        """Rows were marked by Space: keys that move leave them chosen."""
        self._narrowed = False
        self._moving = False
        self._removing = False
        self._pressed_again = -1
        self.painted = PaintedRows(self, self.rows, self.delegate, look)
        self._settled = later(self, SETTLED_MS, lambda: self.scrollTo(self.currentIndex()))
        self._follow = later(self, FOLLOW_MS, self._follow_now)
        self._set_up()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.head)
        # Set before the model, or a model with no name of its own asks for roles.
        self.setItemDelegate(self.delegate)
        # The view's own answer to rows that go must come after ours.
        self.rows.rowsAboutToBeRemoved.connect(self._before_removal)
        self.setModel(self.rows)
        self.rows.seen_row = lambda: self.rowAt(0)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        side.setMinimumSectionSize(self.delegate.height)
        side.setDefaultSectionSize(self.delegate.height)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(self.delegate.height)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.rows.modelAboutToBeReset.connect(self._place.remember)
        self.rows.modelReset.connect(self._come_back)
        self.rows.answered.connect(self._answered)
        self.rows.put_before.connect(self._shift)
        self.rows.dropped_before.connect(lambda n: self._shift(-n))
        self.rows.dataChanged.connect(self._flagged_more)
        self.rows.rowsRemoved.connect(lambda *_: self._after_removal())
        self.rows.rowsInserted.connect(lambda *_: self._more_came())
        self.head.order_chosen.connect(self.order_chosen)
        self.head.columns_chosen.connect(self.choose_columns)
        self.head.column_asked.connect(self.reach)
        self.doubleClicked.connect(lambda _: self.deeds.open())
        self.selectionModel().selectionChanged.connect(lambda *_: self._chosen.look_anew())
        self._chosen.changed.connect(self._tell_chosen)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    # Asking.

    def ask(self, question: Question) -> None:
        """Shows another list. Raises `Mistake` for a filter that means nothing; then all stays as it is."""
        self._then_last = False
        self._narrowed = replace(question, order=self.question.order) != self.question
        self._marking = self._marking and not self._narrowed
        self.rows.ask(question)
        self.head.order = question.order
        self.head.viewport().update()

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self.rows.question

    # Choosing.

    def current(self) -> Entry | None:
        """The entry in the current row."""
        return self._chosen.current()

    def chosen(self) -> list[Entry]:
        """The chosen entries from top to bottom; the current one if none is chosen."""
        return self._chosen.entries()

    def selectAll(self) -> None:
        """All entries of the list, those too that are not loaded; how many that are is told as soon as counted."""
        super().selectAll()
        self._chosen.take_whole()

    def is_alone(self, uid: str) -> bool:
        """Whether the current row is that of an entry, and no other one is chosen."""
        return self._chosen.is_alone(uid)

    def chosen_count(self) -> int | None:
        """How many entries are chosen; None while that is counted."""
        return self._chosen.count()

    def _more_came(self) -> None:
        if self._chosen.whole is not None:
            super().selectAll()

    def choose(self, uid: str) -> bool:
        """Makes an entry the current and only chosen one, if it is loaded."""
        row = self.rows.row_of(uid)
        if row is None:
            return False
        self._select_row(row)
        return True

    def show_entry(self, uid: str) -> None:
        """Chooses an entry, wherever in the list it stands."""
        if not self.choose(uid):
            self._place.wanted = uid
            self.rows.show_around(uid)

    def mark(self, uid: str) -> None:
        """Makes the entry that is open the current one where it is in the list: now, or with the first rows."""
        current = self.current()
        if (current is None or current.uid != uid) and not self.choose(uid) and not self.rows.rows:
            self._place.wanted = uid

    def _select_row(self, row: int) -> None:
        column = max(self.currentIndex().column(), 0)
        flag = QItemSelectionModel.SelectionFlag
        flags = flag.NoUpdate if self._marking else flag.ClearAndSelect | Rows
        self.selectionModel().setCurrentIndex(self.rows.index(row, column), flags)
        self.scrollTo(self.rows.index(row, column))

    @property
    def marks(self) -> bool:
        """Whether rows are chosen to do something to all of them."""
        return self._marking or (self._chosen.count() != 1 and bool(self.selectionModel().hasSelection()))

    def mark_current(self) -> None:
        """Marks the current row, or not any more; the one a key went to is chosen by that, and now stays so."""
        if self._marking or not self._is_chosen_alone():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle | Rows)
        self._marking = self.selectionModel().hasSelection()
        self._tell_chosen()

    def put_marks_away(self) -> None:
        """Chooses the current row alone."""
        self._marking = False
        self._select_row(self.currentIndex().row())
        self._tell_chosen()

    def _is_chosen_alone(self) -> bool:
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        return chosen == [self.currentIndex().row()]

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Among marked rows a key that moves chooses nothing."""
        if self._marking and isinstance(event, QKeyEvent) and not event.modifiers():
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def _tell_chosen(self) -> None:
        self._marking = self._marking and self.selectionModel().hasSelection()
        self.viewport().update()
        self.chosen_changed.emit()

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        if (
            now.isValid()
            and not self._moving
            and not self._place.leaving
            and now.row() != before.row()
            and self.follows
        ):
            self._follow.start()

    def _follow_now(self) -> None:
        entry = self.current()
        if self.follows and entry is not None:
            self.session.open(entry)

    def _follow_another(self, *, found: bool) -> None:
        """What lies beside another list is an entry of it, or nothing; another one opens only where somebody went."""
        if self.follows and found:
            self._follow.start()
        elif self.follows and self._narrowed:
            self._follow.stop()
            self.session.open(None)

    # Columns.

    def choose_columns(self, names: Iterable[str] | None) -> None:
        """Shows these columns from now on; the usual ones for None."""
        self._columns.choose(names)
        self.cell.close()
        self.rows.show_columns(self._columns.chosen())
        self.fit()

    def fit(self) -> None:
        """Shares the room among the columns."""
        self._columns.share(self.viewport().width(), self.rows, self.head, self.delegate)
        self.cell.place()

    def reach(self, at: int) -> bool:
        """Shows a column that has no room, instead of another one; whether it had none."""
        if not self._columns.reach(at, self.rows, self.head):
            return False
        self.fit()
        self.setCurrentIndex(self.currentIndex().siblingAtColumn(at))
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways it comes to the columns that have no room."""
        across = event.angleDelta().x()
        if across:
            self.reach(self.head.last_column + (1 if across < 0 else -1))
        else:
            super().wheelEvent(event)

    def _flagged_more(self, first: QModelIndex, last: QModelIndex) -> None:
        """What is flagged again, as after an undone merge, gets the room that it had."""
        at = next((at for at, one in enumerate(self.rows.columns) if one.name == FLAGS), -1)
        if at < 0 or self.head.isSectionHidden(at):
            return
        room = self.head.sectionSize(at)
        if any(self.delegate.needed(row, at) > room for row in range(first.row(), last.row() + 1)):
            self.fit()

    def scrollTo(self, index: Any, hint: Any = QTableView.ScrollHint.EnsureVisible) -> None:
        """Downwards a whole row comes to stand under the head, no sliver of the one before."""
        bar = self.verticalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if bar.value() > before:
            bar.setValue(-(-bar.value() // self.delegate.height) * self.delegate.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the room anew; the chosen row stays in sight when a panel takes of it."""
        super().resizeEvent(event)
        self.fit()
        chosen = self.visualRect(self.currentIndex())
        if chosen.bottom() <= event.oldSize().height() and event.size().height() < event.oldSize().height():
            # Not at once: on its way to its height the list may be lower for a moment.
            self._settled.start()
        self._look_for_more()

    # Keeping the place.

    def _come_back(self) -> None:
        self.fit()
        self.updateGeometries()
        found = self._place.come_back(follows=self.follows)
        if not self.rows.keeping:
            self._follow_another(found=found)

    def _answered(self) -> None:
        if self._then_last and self.rows.rows:
            self._then_last = False
            self._select_row(len(self.rows.rows) - 1)
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self.viewport().update()
        self._look_for_more()

    def _shift(self, rows: int) -> None:
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rows * self.delegate.height)

    def _before_removal(self, _: QModelIndex, first: int, last: int) -> None:
        row = self.currentIndex().row()
        self._removing = first <= row <= last
        # What is dropped far from here is no reason for the panel to go elsewhere.
        self._moving = self._removing and last - first > 1
        if self._moving:
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _after_removal(self) -> None:
        moving, self._moving = self._moving, False
        if self._removing and not moving and self.rows.rows and not self.selectionModel().hasSelection():
            QTimer.singleShot(0, self, self._select_current)

    def _select_current(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < len(self.rows.rows):
            self._select_row(row)

    # More rows.

    def _scrolled(self) -> None:
        self.cell.place()
        self._look_for_more()

    def _look_for_more(self) -> None:
        bar = self.verticalScrollBar()
        near = NEAR_PAGES * max(bar.pageStep(), self.delegate.height)
        if bar.maximum() - bar.value() < near:
            self.rows.fetch_after()
        if bar.value() < near:
            self.rows.fetch_before()

    def go_first(self) -> None:
        """To the first entry of the whole list."""
        if self.rows.has_before:
            self.rows.go_first()
        if self.rows.rows:
            self._select_row(0)
            self.verticalScrollBar().setValue(0)

    def go_last(self) -> None:
        """To the last entry of the whole list."""
        self._then_last = True
        self.rows.go_last()

    # Changing in place.

    def edit_current(self) -> None:
        """Opens the current cell for typing; personal data and long texts open the record instead."""
        entry = self.current()
        if entry is not None:
            self.cell.open(entry, self.currentIndex())

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving, choosing and the keys that do something to what is chosen."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        aside = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key), 0) if plain else 0
        if aside and self.reach(self.currentIndex().column() + aside):
            return
        if key == Qt.Key.Key_Home and (plain or control):
            self.go_first()
        elif key == Qt.Key.Key_End and (plain or control):
            self.go_last()
        elif plain and key == Qt.Key.Key_Escape and self.marks:
            self.put_marks_away()
        elif plain and key in self._deeds():
            self._deeds()[key]()
        elif event.text() and plain and event.text().isprintable():
            # Letters are no search in the list: they are left to whoever listens above.
            event.ignore()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            # Where rows come and go the list stands still; only a key that moves takes it along.
            if self.currentIndex() != before:
                self.scrollTo(self.currentIndex())

    def _deeds(self) -> dict[int, Any]:
        return {
            Qt.Key.Key_Return: self.deeds.open,
            Qt.Key.Key_Enter: self.deeds.open,
            Qt.Key.Key_Space: self.mark_current,
            Qt.Key.Key_F2: self.edit_current,
            Qt.Key.Key_Delete: self.deeds.put_into_bin,
            Qt.Key.Key_D: self.deeds.close,
            Qt.Key.Key_M: self.deeds.merge,
        }

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers whether the row was the chosen one before."""
        row = self.rowAt(int(event.position().y()))
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        self._pressed_again = row if plain and chosen == [row] else -1
        self._marking = self._marking and not plain
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the row that is chosen already opens it: the panel may have been closed."""
        super().mouseReleaseEvent(event)
        row, self._pressed_again = self._pressed_again, -1
        if row >= 0 and row == self.rowAt(int(event.position().y())):
            self.deeds.open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row that is pointed at steps forward."""
        self.painted.point_at(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self.painted.point_at(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done to what is chosen."""
        if self.current() is not None:
            menu = self.deeds.menu()
            menu.exec(event.globalPos())
            menu.deleteLater()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what lies under the rows, the cells, and a frame around the current row."""
        self.painted.paint_under()
        super().paintEvent(event)
        self.painted.paint_over()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame appears."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """What was cut is told whole by a tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _show_tip(self, at: QPoint, on_screen: QPoint) -> None:
        index = self.indexAt(at)
        row, column = index.row(), index.column()
        if index.isValid() and self.delegate.is_cut(row, column, self.columnWidth(column)):
            QToolTip.showText(on_screen, as_typed(self.rows.cell(row, column).text), self)
        else:
            QToolTip.hideText()
