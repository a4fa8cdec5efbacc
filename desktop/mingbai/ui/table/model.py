"""The rows of a list that are loaded now: one stretch of it, with more before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FILES
from mingbai.desk.lists import (
    BY_FLAGS,
    FEW_UIDS,
    Listed,
    Question,
    Stretch,
    Walk,
    walked_by_index,
)
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.column import ANY
from mingbai.domain.demand import DEMANDS
from mingbai.domain.field import Stored
from mingbai.domain.filter import ALL
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.blocks import Key, Order, last_id
from mingbai.ledger.ledger import Change
from mingbai.ui.session import Session
from mingbai.ui.table.cells import Cell, Renderer
from mingbai.ui.table.columns import ListColumn

KEPT = 10_000
"""So many rows stay in memory; beyond, the far side is dropped."""
DROPPED = 2_000
SMALL = 30_000
"""A register of so many rows answers every question at once; a larger one only those an index walks."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EMPTY = Words("空", "Empty")
"""What a reader of the screen says of a cell in which nothing stands."""


class RowsModel(QAbstractTableModel):
    """Shows a `Question` to a register; rows come by blocks, cells are rendered when first shown."""

    put_before = Signal(int)
    """So many rows were put in front of those that were there: whoever scrolls stays where he is."""
    dropped_before = Signal(int)
    answered = Signal()
    """A question was answered: the rows are others now."""

    def __init__(
        self, session: Session, register: Register[Any], columns: Sequence[ListColumn], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.columns = list(columns)
        self.rows: list[Listed] = []
        self.has_before = False
        self.has_after = False
        self.question = Question()
        self.keeping = False
        """Whether the reset under way shows the same list anew, or another one."""
        self.seen_row: Callable[[], int] = lambda: 0
        """Tells which row is seen at the top; set by the view."""
        self._cells: list[list[Cell] | None] = []
        self._first: Key | None = None
        self._last: Key | None = None
        self._rows_by_uid: dict[str, int] | None = None
        self._reading = False
        self._asked = 0
        self._walk: Walk | None = None
        self._renderer = self._renderer_of(session.glossary)
        self._refers = {field.column.to for field in register.fields.values() if field.column.to}
        session.changed.connect(self._heard)

    # What is shown.

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are loaded."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are, folded ones too."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, for what does not paint by itself (readers of the screen, copying)."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            text = self.cell(index.row(), index.column()).text
            return text or self.session.word(EMPTY) if role == Qt.ItemDataRole.AccessibleTextRole else text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The label of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.session.word(self.columns[section].words)
        return None

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        cells = self._cells[row]
        if cells is None:
            cells = self._cells[row] = self._renderer.cells(self.rows[row], self.columns)
        return cells[column]

    def row_of(self, uid: str) -> int | None:
        """Where an entry is, if it is loaded."""
        if self._rows_by_uid is None:
            self._rows_by_uid = {listed.entry.uid: row for row, listed in enumerate(self.rows)}
        return self._rows_by_uid.get(uid)

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Shows other columns."""
        self.keeping = True
        self.beginResetModel()
        self.columns = list(columns)
        self._cells = [None] * len(self.rows)
        self.endResetModel()

    # What is asked.

    def ask(self, question: Question) -> None:
        """Shows another list from its beginning. Raises `Mistake` for a filter that means nothing."""
        walk = Walk(self.session.ledger, self.register, question, self.session.glossary)
        self.question = question
        self._walk = walk
        self._renderer = self._renderer_of(self.session.glossary)
        self._read(walk.first, self._show_another)

    def show_anew(self, *, apart: bool = False) -> None:
        """Reads the list again around the row that a person sees, which keeps its place.

        `apart` from the window's thread: there may be nothing left for a long way around that row.
        """
        walk = self._walk_anew()
        row = self.seen_row()
        if not 0 <= row < len(self.rows):
            self._read(walk.first, self._show_same, apart=apart)
            return
        key = walk.key_of(self.rows[row].entry)
        self._read(lambda: walk.around(key), self._show_same, apart=apart)

    def show_around(self, uid: str) -> None:
        """Shows the stretch of the list in which an entry stands, wherever that is."""
        entry = self.session.ledger.entry(self.register, uid)
        walk = self._walk
        if entry is None or walk is None:
            return
        key = walk.key_of(entry)
        self._read(lambda: walk.around(key), self._show_same)

    def go_first(self) -> None:
        """Shows the beginning of the list; at once, if it is loaded."""
        if self.has_before and self._walk is not None:
            self._read(self._walk.first, self._show_another)
        else:
            self.answered.emit()

    def go_last(self) -> None:
        """Shows the end of the list; at once, if it is loaded."""
        if self.has_after and self._walk is not None:
            self._read(self._walk.last, self._show_another)
        else:
            self.answered.emit()

    def fetch_after(self) -> None:
        """Loads what follows the loaded rows."""
        key, walk = self._last, self._walk
        if self.has_after and not self._reading and key is not None and walk is not None:
            self._read(lambda: walk.after(key), self._append)

    def fetch_before(self) -> None:
        """Loads what stands before the loaded rows."""
        key, walk = self._first, self._walk
        if self.has_before and not self._reading and key is not None and walk is not None:
            self._read(lambda: walk.before(key), self._prepend)

    @property
    def is_whole(self) -> bool:
        """Whether all that is asked for is loaded."""
        return not (self.has_before or self.has_after)

    @property
    def walk(self) -> Walk | None:
        """The question that is answered, for whoever needs more of it than is loaded."""
        return self._walk

    @property
    def busy(self) -> bool:
        """Whether rows are being read."""
        return self._reading

    def _read(
        self, work: Callable[[], Stretch], then: Callable[[Stretch], None], *, apart: bool = False
    ) -> None:
        """Reads at once what is short, else off the window's thread; only the last question is answered."""
        self._asked += 1
        asked = self._asked
        self._reading = True

        def ended(stretch: Stretch) -> None:
            if asked == self._asked:
                self._reading = False
                then(stretch)

        def refused(trouble: Trouble) -> None:
            self._reading = False
            self.session.runner.troubled.emit(trouble)

        if apart or not self._is_quick():
            self.session.do(work, ended, owner=self, refused=refused)
            return
        try:
            stretch = work()
        except Trouble as trouble:
            refused(trouble)
        else:
            ended(stretch)

    def _is_quick(self) -> bool:
        asked = self.question
        plain = not (asked.where or asked.words or asked.binned) and asked.beside == ALL
        return (plain and walked_by_index(self.register, self.question.order)) or self._is_small()

    def _is_small(self) -> bool:
        # What lies in the bin is passed over one by one.
        return last_id(self.session.ledger, self.register) <= SMALL

    def _walk_anew(self) -> Walk:
        self._walk = Walk(self.session.ledger, self.register, self.question, self.session.glossary)
        self._renderer = self._renderer_of(self.session.glossary)
        return self._walk

    def _renderer_of(self, glossary: Glossary) -> Renderer:
        return Renderer(self.session.ledger, self.register, glossary, self.session.look.language)

    # What came.

    def _show_another(self, stretch: Stretch) -> None:
        self._reset(stretch, keeping=False)

    def _show_same(self, stretch: Stretch) -> None:
        self._reset(stretch, keeping=True)

    def _reset(self, stretch: Stretch, *, keeping: bool) -> None:
        self.keeping = keeping
        self.beginResetModel()
        self.rows = list(stretch.rows)
        self._cells = [None] * len(self.rows)
        self._rows_by_uid = None
        self._first, self._last = stretch.first, stretch.last
        self.has_before, self.has_after = stretch.before, stretch.after
        self.endResetModel()
        self.answered.emit()

    def _append(self, stretch: Stretch) -> None:
        self.has_after = stretch.after
        self._last = stretch.last or self._last
        if stretch.rows:
            self._insert(len(self.rows), stretch.rows)
        elif stretch.after:
            QTimer.singleShot(0, self, self.fetch_after)
        if len(self.rows) > KEPT:
            dropped = max(DROPPED, len(self.rows) - KEPT)
            self._remove(0, dropped - 1)
            self.has_before = True
            self._first = self._key_of(self.rows[0])
            self.dropped_before.emit(dropped)

    def _prepend(self, stretch: Stretch) -> None:
        self.has_before = stretch.before
        self._first = stretch.first or self._first
        if stretch.rows:
            self._insert(0, stretch.rows)
            self.put_before.emit(len(stretch.rows))
        elif stretch.before:
            QTimer.singleShot(0, self, self.fetch_before)
        if len(self.rows) > KEPT:
            dropped = max(DROPPED, len(self.rows) - KEPT)
            self._remove(len(self.rows) - dropped, len(self.rows) - 1)
            self.has_after = True
            self._last = self._key_of(self.rows[-1])

    def _insert(self, at: int, rows: list[Listed]) -> None:
        self.beginInsertRows(NOWHERE, at, at + len(rows) - 1)
        self.rows[at:at] = rows
        self._cells[at:at] = [None] * len(rows)
        self._rows_by_uid = None
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(NOWHERE, first, last)
        del self.rows[first : last + 1]
        del self._cells[first : last + 1]
        self._rows_by_uid = None
        self.endRemoveRows()

    # What was saved meanwhile.

    def _heard(self, change: Change) -> None:
        if self._walk is None:
            return
        try:
            self._follow(change)
        except Trouble as trouble:
            self.session.runner.troubled.emit(trouble)

    def _follow(self, change: Change) -> None:
        if self._refers & change.uids.keys() or (ANY in self._refers and change.uids):
            self._name_anew()
        elif ATTACHMENTS.code in change.uids and any(column.name == FILES for column in self.columns):
            self._cells = [None] * len(self.rows)
            self._repaint(0, len(self.rows) - 1)
        uids = set(change.uids.get(self.register.code, ()))
        if self.register.reviewed and FLAGS.code in change.uids:
            if any(name in self.question.where for name in BY_FLAGS):
                self.show_anew()
                return
            uids |= self._subjects(FLAGS, change.uids[FLAGS.code])
        if self.register is DEMANDS and DECISIONS.code in change.uids:
            uids |= self._subjects(DECISIONS, change.uids[DECISIONS.code])
        if len(uids) > FEW_UIDS:
            self.show_anew(apart=True)
        elif self._reading:
            self.show_anew()
        elif uids:
            self._take_in(uids)

    def _name_anew(self) -> None:
        # Titles of what is referred to are kept by a glossary as long as it lives.
        self._renderer = self._renderer_of(Glossary(self.session.ledger, self.session.today))
        self._cells = [None] * len(self.rows)
        self._repaint(0, len(self.rows) - 1)

    def _subjects(self, register: Register[Any], uids: frozenset[str]) -> set[str]:
        """The rows of which some flags or decisions speak."""
        if len(uids) > FEW_UIDS:
            return {listed.entry.uid for listed in self.rows}
        entries = (self.session.ledger.entry(register, uid) for uid in uids)
        subjects = {str(entry.stored["subject"]) for entry in entries if entry is not None}
        return {uid for uid in subjects if self.row_of(uid) is not None}

    def _take_in(self, uids: set[str]) -> None:
        assert self._walk is not None
        held: dict[str, Listed] = {listed.entry.uid: listed for listed in self._walk.holding(uids)}
        for uid in uids:
            row, listed = self.row_of(uid), held.get(uid)
            if row is None and listed is not None:
                self._put_in(listed)
            elif row is not None and listed is None:
                self._remove(row, row)
            elif row is not None and listed is not None:
                self._replace(row, listed)

    def _put_in(self, listed: Listed) -> None:
        at = self._place_of(listed)
        if (at == 0 and self.has_before) or (at == len(self.rows) and self.has_after):
            return
        self._insert(at, [listed])
        if at == len(self.rows) - 1:
            self._last = self._key_of(listed)
        if at == 0:
            self._first = self._key_of(listed)

    def _replace(self, row: int, listed: Listed) -> None:
        moved = self._key_of(listed) != self._key_of(self.rows[row])
        self.rows[row] = listed
        self._cells[row] = None
        if moved:
            self._move(row)
        else:
            self._repaint(row, row)

    def _move(self, row: int) -> None:
        listed = self.rows[row]
        at = self._place_of(listed, passing=row)
        if (at == 0 and self.has_before) or (at == len(self.rows) - 1 and self.has_after):
            self._remove(row, row)
            return
        if at == row:
            self._repaint(row, row)
            return
        self.beginMoveRows(NOWHERE, row, row, NOWHERE, at if at < row else at + 1)
        self.rows.insert(at, self.rows.pop(row))
        self._cells.insert(at, self._cells.pop(row))
        self._rows_by_uid = None
        self.endMoveRows()
        self._repaint(at, at)

    def _place_of(self, listed: Listed, passing: int | None = None) -> int:
        """Where a row belongs among the others, by the order of the list."""
        others = self.rows if passing is None else self.rows[:passing] + self.rows[passing + 1 :]
        descending = self.question.order.descending
        wanted = _sortable(self._key_of(listed), descending)
        low, high = 0, len(others)
        while low < high:
            middle = (low + high) // 2
            if (_sortable(self._key_of(others[middle]), descending) < wanted) is not descending:
                low = middle + 1
            else:
                high = middle
        return low

    def _key_of(self, listed: Listed) -> Key:
        assert self._walk is not None
        return self._walk.key_of(listed.entry)

    def _repaint(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _sortable(key: Key, descending: bool) -> tuple[int, Stored, int]:
    # As the ledger walks: empty values last either way, texts by their code points.
    return (0 if descending else 2, 0, key.id) if key.value is None else (1, key.value, key.id)


def order_by(column: ListColumn, now: Order) -> Order:
    """The order after a click on a column: by it, or turned round if it is so already."""
    if now.column == column.sorted_by:
        return Order(column.sorted_by, descending=not now.descending)
    return Order(column.sorted_by)
