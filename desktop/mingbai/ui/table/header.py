"""The head of a list: labels with exactly the cells' padding, an arrow where it is sorted, the column menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from mingbai.desk.list_columns import words_of
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order
from mingbai.ui.look.look import Size
from mingbai.ui.look.menu import Menu
from mingbai.ui.session import Session
from mingbai.ui.table.columns import ARROW, ARROWS_ROOM, FIRST_PADDING, PADDING, all_names, placed
from mingbai.ui.table.model import RowsModel, order_by

HEAD = 36
HOVER_RADIUS = 8
MORE_COLUMNS = Words("添加栏目", "Add a column")
FOLDED = Words("{column}（放不下）", "{column} (no room)")
USUAL = Words("恢复默认栏目", "Usual columns")


class ListHeader(QHeaderView):
    """Sorts by a click and chooses columns by a menu."""

    order_chosen = Signal(object)
    """An `Order`."""
    column_asked = Signal(int)
    """One that has no room."""
    columns_chosen = Signal(object)
    """Names of columns, or None for the usual ones."""

    def __init__(self, session: Session, model: RowsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self._rows = model
        look = session.look
        self.order = Order()
        self.first_column = 0
        self._font = look.font(Size.CELL)
        self._metrics = QFontMetrics(self._font)
        self._height = look.px(HEAD)
        self._arrow = look.px(ARROW)
        self._ink = QColor(look.colour("text2"))
        self._line = QColor(look.colour("line"))
        self._hover = QColor(look.colour("sunken"))
        self._hovered = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setStretchLastSection(False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def last_column(self) -> int:
        """The last one that has room."""
        return max((at for at in range(self.count()) if not self.isSectionHidden(at)), default=0)

    def sizeHint(self) -> QSize:
        """As high as a head is."""
        return QSize(0, self._height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paints a label, and the arrow of the order."""
        column = self._rows.columns[logicalIndex]
        hovered = logicalIndex == self._hovered and column.sorted_by
        if hovered:
            self._paint_hover(painter, rect)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), self._line)
        left = FIRST_PADDING if logicalIndex == self.first_column else PADDING
        room = rect.adjusted(left, 0, -PADDING, -1)
        is_sorted = bool(column.sorted_by) and column.sorted_by == self.order.column
        arrow = ARROWS_ROOM * self._arrow if is_sorted else 0
        text = self._metrics.elidedText(
            self._session.word(column.words), Qt.TextElideMode.ElideRight, room.width() - arrow
        )
        across = self._metrics.horizontalAdvance(text)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if is_sorted:
            self._paint_arrow(painter, QPoint(room.left() + across + 3 * self._arrow, room.center().y()))

    def _paint_hover(self, painter: QPainter, rect: QRect) -> None:
        # Inside the section: the head stands in the round corners of its card, which stay free.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._hover)
        painter.drawRoundedRect(rect.adjusted(2, 4, -2, -5), HOVER_RADIUS, HOVER_RADIUS)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, at: QPoint) -> None:
        # Downwards is from small to large, as one reads the list; it points up when that is turned round.
        side = self._arrow if not self.order.descending else -self._arrow
        half = side // 2
        points = [
            at + QPoint(-self._arrow, -half),
            at + QPoint(0, half),
            at + QPoint(self._arrow, -half),
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 1.3))
        painter.drawPolyline(QPolygon(points))
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click sorts."""
        if event.button() == Qt.MouseButton.LeftButton:
            at = self.logicalIndexAt(event.position().toPoint())
            if at >= 0 and self._rows.columns[at].sorted_by:
                self.order_chosen.emit(order_by(self._rows.columns[at], self.order))
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A head that sorts shows that it can be clicked."""
        at = self.logicalIndexAt(event.position().toPoint())
        if at != self._hovered:
            self._hovered = at
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the menu of columns."""
        menu = self.column_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def column_menu(self) -> Menu:
        """The columns that are shown, ticked; all others lie in a menu within: together they are a screen high."""
        register, word = self._rows.register, self._session.word
        menu = Menu(self._session.look, self)
        more = Menu(self._session.look, menu)
        more.setTitle(word(MORE_COLUMNS))
        shown = [column.name for column in self._rows.columns]
        for name in (*shown, *(one for one in all_names(register) if one not in shown)):
            words = words_of(register, name)
            folded = name in shown and self.isSectionHidden(shown.index(name))
            if folded:
                words = FOLDED.format(column=words)
            action = (menu if name in shown else more).addAction(word(words))
            action.setCheckable(name in shown)
            action.setChecked(name in shown)
            action.setEnabled(name != register.titled)
            if folded:
                action.triggered.connect(lambda _=False, at=shown.index(name): self.column_asked.emit(at))
                continue
            names = [one for one in shown if one != name] if name in shown else placed(register, shown, name)
            action.triggered.connect(lambda _=False, names=names: self.columns_chosen.emit(names))
        menu.addSeparator()
        if not more.isEmpty():
            menu.addMenu(more)
        menu.addAction(self._session.word(USUAL)).triggered.connect(lambda: self.columns_chosen.emit(None))
        return menu

    def viewportEvent(self, event: QEvent) -> bool:
        """A label that was cut is told whole."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.logicalIndexAt(event.pos())
            if at >= 0:
                text = self._session.word(self._rows.columns[at].words)
                if self._metrics.horizontalAdvance(text) + 2 * PADDING > self.sectionSize(at):
                    QToolTip.showText(event.globalPos(), text, self)
                    return True
        return super().viewportEvent(event)
