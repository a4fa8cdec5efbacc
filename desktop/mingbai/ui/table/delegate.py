"""Paints the cells of a list: words, a state's shape, the pills of flags, hairlines and the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mingbai.desk.states import Shape
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.tokens import TOKENS
from mingbai.ui.table.cells import Cell
from mingbai.ui.table.columns import FIRST_PADDING, PADDING, PILL, SHAPE
from mingbai.ui.table.model import RowsModel

ROW = 40
EDGE = 3
PILL_HEIGHT = 22
PILL_GAP = 6
SELECTED = QStyle.StateFlag.State_Selected.value
SHAPE_INKS = {
    Shape.RING: "text2",
    Shape.DOT: "blue",
    Shape.LATE: "danger",
    Shape.TICK: "green",
    Shape.CROSS: "text3",
}


class RowDelegate(QStyledItemDelegate):
    """Paints one cell after another from what the model has rendered; it asks no roles."""

    def __init__(self, look: Look, model: RowsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1
        self.first_column = 0
        """The column that stands leftmost."""
        self.height = look.px(ROW)
        self._text = look.font(Size.TEXT)
        self._heavy = look.font(Size.TEXT, Weight.STRONG)
        self._caption = look.font(Size.CAPTION)
        self._metrics = QFontMetrics(self._text)
        self._heavy_metrics = QFontMetrics(self._heavy)
        self._caption_metrics = QFontMetrics(self._caption)
        self._inks = {token: QColor(look.colour(token)) for token in TOKENS}
        self._pens = {token: QPen(colour) for token, colour in self._inks.items()}
        self._base = (self.height - 1 + self._metrics.ascent() - self._metrics.descent()) // 2
        self._shape_room = look.px(SHAPE)
        self._side = float(look.px(9))
        self._pill_height = look.px(PILL_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Every row is as high as every other."""
        return QSize(0, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        row, column = index.row(), index.column()
        rect: QRect = option.rect
        x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        inks = self._inks
        first = column == self.first_column
        if option.state.value & SELECTED:
            painter.fillRect(x, y, width, height, inks["accent_soft"])
            if first:
                painter.fillRect(x, y, EDGE, height, inks["accent"])
        elif row == self.hovered:
            painter.fillRect(x, y, width, height, inks["sunken"])
        painter.fillRect(x, y + height - 1, width, 1, inks["line"])
        cell = self._model.cell(row, column)
        left = FIRST_PADDING if first else PADDING
        x, width = x + left, width - left - PADDING
        if cell.pills:
            self._paint_pills(painter, cell, x, y, width)
            return
        if cell.shape is not None:
            self._paint_shape(painter, cell.shape, x, y)
            x, width = x + self._shape_room, width - self._shape_room
        if not cell.text:
            return
        metrics = self._heavy_metrics if cell.heavy else self._metrics
        if cell.elided[0] != width:
            cell.elided = (width, metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, width))
        text = cell.elided[1]
        if self._model.columns[column].right:
            x += max(0, width - metrics.horizontalAdvance(text))
        painter.setPen(self._pens[cell.ink])
        painter.setFont(self._heavy if cell.heavy else self._text)
        painter.drawText(x, y + self._base, text)

    def is_cut(self, row: int, column: int, width: int) -> bool:
        """Whether not all of a cell's words are to be seen in a column of this width."""
        cell = self._model.cell(row, column)
        if cell.pills:
            room = width - PADDING - (FIRST_PADDING if column == self.first_column else PADDING)
            return self._pills_in(cell, room) != [(text, text) for text in cell.pills]
        return cell.elided[0] >= 0 and cell.elided[1] != cell.text

    def _paint_shape(self, painter: QPainter, shape: Shape, x: int, y: int) -> None:
        side = self._side
        ink = self._inks[SHAPE_INKS[shape]]
        box = QRectF(x, y + (self.height - 1 - side) / 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = QPen(ink, max(1.6, side * 0.18))
        stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
        stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        match shape:
            case Shape.RING:
                painter.setPen(stroke)
                painter.drawEllipse(box.adjusted(0.8, 0.8, -0.8, -0.8))
            case Shape.DOT | Shape.LATE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawEllipse(box)
            case Shape.TICK:
                painter.setPen(stroke)
                points = ((-0.05, 0.55), (0.35, 0.95), (1.2, 0.1))
                painter.drawPolyline([_within(box, *point) for point in points])
            case Shape.CROSS:
                painter.setPen(stroke)
                painter.drawLine(_within(box, 0.1, 0.1), _within(box, 0.9, 0.9))
                painter.drawLine(_within(box, 0.1, 0.9), _within(box, 0.9, 0.1))
        painter.restore()

    def _paint_pills(self, painter: QPainter, cell: Cell, x: int, y: int, width: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._caption)
        height = self._pill_height
        top = y + (self.height - 1 - height) / 2
        for _, text in self._pills_in(cell, width):
            wide = self._caption_metrics.horizontalAdvance(text) + PILL
            box = QRectF(x, top, wide, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks["amber_soft"])
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.setPen(self._pens["amber"])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            x += wide + PILL_GAP
        painter.restore()

    def _pills_in(self, cell: Cell, width: int) -> list[tuple[str, str]]:
        """The pills that have room, each with what is written on it; the last says how many more there are."""
        metrics = self._caption_metrics
        placed: list[tuple[str, str]] = []
        used = 0
        for at, text in enumerate(cell.pills):
            more = f"+{len(cell.pills) - at - 1}" if at < len(cell.pills) - 1 else ""
            behind = metrics.horizontalAdvance(more) + PILL + PILL_GAP if more else 0
            wide = metrics.horizontalAdvance(text) + PILL
            if used + wide + behind <= width or not placed:
                room = max(width - used - behind - PILL, 0)
                placed.append((text, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)))
                used += min(wide, room + PILL) + PILL_GAP
                continue
            placed.append(("", f"+{len(cell.pills) - at}"))
            break
        return placed


def _within(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.x() + box.width() * across, box.y() + box.height() * down)
