"""The first rows of a table, with where each column goes above them and a grip on the row of headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mingbai.desk.preview import Line, Part
from mingbai.domain.register import Register
from mingbai.domain.words import Words
from mingbai.exchange.mapping import ColumnMap, Why
from mingbai.ui.later import later
from mingbai.ui.look.icons import icon
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import as_typed, styled

GOES_TO = Words("记到", "Goes to")
LEAVE_OUT = Words("不导入", "Leave out")
HEADINGS = Words("标题行", "Headings")
NO_HEADINGS = Words("没有标题行", "No headings")
COLUMN = Words("“{name}”这一列记到", "Column “{name}” goes to")
MOVE = Words(
    "标题行：拖动，或按 Alt+↑ Alt+↓ 移到有栏目名称的一行",
    "Headings: drag, or press Alt+↑ Alt+↓, to the row with the names of the columns",
)
WHY = Words("{name}：{why}", "{name}: {why}")

ROW = 34
CHOICE_ROW = 52
SHOWN_ROWS, LEAST_ROWS = 8, 3
BELOW = 15
"""What stays free between its foot and that of the page it scrolls with."""
NARROWEST, WIDEST = 96, 260
NUMBER_WIDTH = 56
PAD = 9

PART = Qt.ItemDataRole.UserRole


class PreviewTable(QTableWidget):
    """What stands in the file and where it goes; it asks, the page answers with another preview."""

    column_chosen = Signal(int, str)
    """A column by its place, and the field it goes to; "" for none."""
    head_asked = Signal(int)
    """The headings stand in the row with this number; 0 for none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[Line] = ()
        self._numbers: tuple[int, ...] = ()
        self._wanted: list[int] = []
        self._area: QScrollArea | None = None
        self._spreading = later(self, 0, self._spread)
        self.choices: list[Goal] = []
        """Where each column goes."""
        styled(self, "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._painter = RowPainter(look, self)
        self.setItemDelegate(self._painter)
        self.grip = Grip(look, self)
        self.grip.moved.connect(self.step_head)
        self.grip.dropped.connect(self._drop_head)
        self.verticalScrollBar().valueChanged.connect(self._place_grip)
        self.horizontalScrollBar().valueChanged.connect(self._place_grip)

    def stay_within(self, area: QScrollArea) -> None:
        """It scrolls with this page, and shows at most as many rows as leave the bar below its columns in sight."""
        self._area = area
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another room of the page has place for other rows."""
        if event.type() is QEvent.Type.Resize:
            self._spreading.start()
        return super().eventFilter(watched, event)

    def show_lines(self, lines: Sequence[Line], columns: ColumnMap, numbers: Sequence[int]) -> None:
        """Shows these rows; the headings can be moved to any of the `numbers`."""
        self._lines = lines
        self._numbers = (0, *numbers)
        names = lines[self._head].cells
        # Whoever goes through the columns stays where they are.
        across = self.horizontalScrollBar().value()
        self.grip.say(self._look.word(HEADINGS if lines[self._head].number else NO_HEADINGS))
        self.clear()
        self.clearSpans()
        self.choices.clear()
        self.setRowCount(len(lines) + 1)
        self.setColumnCount(len(names) + 1)
        self.setItem(0, 0, self._item(self._look.word(GOES_TO), Part.BODY, -1))
        for at, heading in enumerate(columns.headings):
            goal = Goal(self._look, columns.register, heading.field)
            goal.set_reason(heading.name, heading.why)
            goal.activated.connect(lambda _, at=at, goal=goal: self.column_chosen.emit(at, goal.field))
            self.choices.append(goal)
            self.setCellWidget(0, at + 1, _cell_of(goal))
        left_out = {at for at, heading in enumerate(columns.headings) if not heading.field}
        for row, line in enumerate(lines, 1):
            self.setItem(row, 0, self._item(str(line.number or "–"), line.part, -1))
            for at, text in enumerate(line.cells):
                self.setItem(row, at + 1, self._item(text, line.part, at, grey=at in left_out))
            if line.part is Part.ABOVE:
                self._let_run_on(row, line)
        self._measure()
        top = self.item(max(self._head, 1), 0)
        assert top is not None
        self.scrollToItem(top)
        self.updateGeometries()
        self.horizontalScrollBar().setValue(across)
        self._place_grip()

    def _let_run_on(self, row: int, line: Line) -> None:
        """A title runs on over the blank cells beside it."""
        filled = [at for at, text in enumerate(line.cells) if text]
        for at, end in zip(filled, [*filled[1:], len(line.cells)], strict=True):
            if end - at > 1:
                self.setSpan(row, at + 1, 1, end - at)

    def step_head(self, steps: int) -> None:
        """Asks for the headings some rows further down, or up."""
        if not self._lines:
            return
        at = self._numbers.index(self._lines[self._head].number) + steps
        if 0 <= at < len(self._numbers):
            self.head_asked.emit(self._numbers[at])

    @property
    def _head(self) -> int:
        return next(at for at, line in enumerate(self._lines) if line.part is Part.HEAD)

    def _drop_head(self, y: int) -> None:
        row = self.rowAt(y) - 1
        if 0 <= row < len(self._lines) and row != self._head:
            self.head_asked.emit(self._lines[row].number)
        else:
            self._place_grip()

    def _item(self, text: str, part: Part, at: int, *, grey: bool = False) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        look = self._look
        head = part is Part.HEAD
        item.setFont(look.font(Size.CELL, Weight.STRONG if head and at >= 0 else Weight.NORMAL))
        ink = "text3" if grey or part is Part.ABOVE or (at < 0 and not head) else "text"
        item.setForeground(look.colour("accent" if head and at < 0 else ink))
        item.setData(PART, part.name)
        item.setToolTip(as_typed(text if len(text) > 12 else ""))
        return item

    def _measure(self) -> None:
        look = self._look
        self._wanted = [look.px(NUMBER_WIDTH)]
        for at, goal in enumerate(self.choices):
            texts = [line.cells[at] for line in self._lines if line.part is not Part.ABOVE]
            content = max(look.width(text, Size.CELL, Weight.STRONG) for text in texts) + 24
            least = max(goal.sizeHint().width() + 8, look.px(NARROWEST))
            self._wanted.append(max(least, min(content, look.px(WIDEST))))
        widest = max(range(1, len(self._wanted)), key=lambda at: self._wanted[at], default=0)
        if widest:
            name = self._lines[self._head].cells[widest - 1]
            beside = look.width(name, Size.CELL, Weight.STRONG) + self.grip.sizeHint().width() + 40
            self._wanted[widest] = max(self._wanted[widest], beside)
        self.setRowHeight(0, look.px(CHOICE_ROW))
        for row in range(1, self.rowCount()):
            self.setRowHeight(row, look.px(ROW))
        self._spread()
        # What stands above is laid out a moment later.
        self._spreading.start()

    @property
    def _rows_in_sight(self) -> int:
        rows = min(len(self._lines), SHOWN_ROWS)
        if self._area is None or (inside := self._area.widget()) is None:
            return rows
        room = self._area.viewport().height() - self.mapTo(inside, QPoint()).y() - BELOW
        room -= self._look.px(CHOICE_ROW) + self.horizontalScrollBar().sizeHint().height()
        return min(rows, max(LEAST_ROWS, room // self._look.px(ROW)))

    def _spread(self) -> None:
        """What the columns leave free goes to the widest one."""
        if not self._wanted:
            return
        rows = self._rows_in_sight
        height = self._look.px(CHOICE_ROW) + rows * self._look.px(ROW)
        bar = self.verticalScrollBar().sizeHint().width() if rows < len(self._lines) else 0
        free = self.width() - bar - sum(self._wanted)
        if free < 0:
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height)
        widest = max(range(1, len(self._wanted)), key=lambda at: self._wanted[at], default=0)
        for at, width in enumerate(self._wanted):
            self.setColumnWidth(at, width + (max(free, 0) if at == widest else 0))
        self._place_grip()

    def _place_grip(self) -> None:
        """At the end of the column with the most room beside its heading."""
        if not self._lines:
            self.grip.hide()
            return
        row, names = self._head + 1, self._lines[self._head].cells
        room = [
            min(self.columnWidth(at), self.viewport().width() - self.columnViewportPosition(at))
            - self._look.width(name, Size.CELL, Weight.STRONG)
            for at, name in enumerate(names, 1)
        ]
        at = max(range(len(room)), key=lambda at: room[at]) + 1
        size = self.grip.sizeHint()
        right = min(self.columnViewportPosition(at) + self.columnWidth(at), self.viewport().width()) - 8
        top = self.rowViewportPosition(row) + (self.rowHeight(row) - size.height()) // 2
        self.grip.resize(size)
        self.grip.move(max(right - size.width(), self._look.px(NUMBER_WIDTH)), top)
        # Under the choices it would be in their way.
        self.grip.setVisible(0 <= top < self.viewport().height())
        self.grip.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the new width."""
        super().resizeEvent(event)
        self._spread()


def _cell_of(goal: Goal) -> QWidget:
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(4, 0, 4, 0)
    row.addWidget(goal)
    return cell


class RowPainter(QStyledItemDelegate):
    """Paints a cell on the ground of its row, whatever the style sheet says of tables."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, text, and a hairline below."""
        part, rect = index.data(PART), option.rect
        if part is None:
            return
        look = self._look
        ground = {Part.ABOVE.name: "sunken", Part.HEAD.name: "accent_soft"}.get(part)
        if ground:
            painter.fillRect(rect, look.colour(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour("line"))
        number = index.column() == 0
        if number and part == Part.HEAD.name:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), look.colour("accent"))
        font: QFont = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole).color())
        room = rect.adjusted(0 if number else PAD, 0, 0 if number else -PAD, 0)
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        across = Qt.AlignmentFlag.AlignHCenter if number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, text)


class Goal(QComboBox):
    """Where one column goes."""

    def __init__(self, look: Look, register: Register[Any], field: str) -> None:
        super().__init__()
        self._look = look
        styled(with_list(self, look), "field", "accent" if field else "off")
        self.setFixedHeight(look.px(32))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.addItem(look.word(LEAVE_OUT), "")
        for each in register.fields.values():
            self.addItem(look.word(each.words), each.name)
        self.setCurrentIndex(max(self.findData(field), 0))
        self.view().setMinimumWidth(
            max(look.width(self.itemText(at)) for at in range(self.count())) + look.px(40)
        )

    @property
    def field(self) -> str:
        """The field it goes to; "" for none."""
        return str(self.currentData())

    def set_reason(self, name: str, why: Why) -> None:
        """Says of which column this is, and why it goes there."""
        look = self._look
        self.setAccessibleName(look.word(COLUMN.format(name=name)))
        self.setToolTip(as_typed(look.word(WHY.format(name=name, why=why.words))))
        self.setEnabled(why is not Why.ID_NUMBER)

    def sizeHint(self) -> QSize:
        """As wide as what it says now."""
        hint = super().sizeHint()
        return QSize(self._look.width(self.currentText(), Size.TEXT) + self._look.px(50), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the table and changes no column by the way."""
        event.ignore()


class Grip(QPushButton):
    """Marks the row of headings; it is dragged, or moved by the keys up and down."""

    moved = Signal(int)
    dropped = Signal(int)
    """Where it was let go, in the table's viewport."""

    def __init__(self, look: Look, table: QTableWidget) -> None:
        super().__init__(table.viewport())
        styled(self, "primary", "small")
        self.setIcon(icon(look, "grip", "on_accent", 14))
        font: QFont = look.font(Size.CAPTION, Weight.STRONG)
        self.setFont(font)
        self._height = look.px(24)
        self.setFixedHeight(self._height)
        self.setToolTip(look.word(MOVE))
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._from: int | None = None

    def say(self, text: str) -> None:
        """What is written on it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedWidth(self.sizeHint().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One row up or down."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = round(event.position().y())
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes along, up and down only."""
        if self._from is not None:
            self.move(self.x(), self.mapToParent(event.position().toPoint()).y() - self._from)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Says where it was let go."""
        if self._from is not None and event.button() == Qt.MouseButton.LeftButton:
            self._from = None
            self.dropped.emit(self.geometry().center().y())
