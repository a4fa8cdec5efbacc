"""Paints the cells of a list: words, a state's shape, the pills of flags, hairlines and the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap, QStaticText, QTransform
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from mingbai.desk.states import Shape
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.shapes import MARGIN, SIDE, shape_picture
from mingbai.ui.look.tokens import TOKENS
from mingbai.ui.table.cells import Cell
from mingbai.ui.table.columns import FIRST_PADDING, PADDING, PILL, SHAPE
from mingbai.ui.table.model import RowsModel

ROW = 40
EDGE = 3
PILL_HEIGHT = 22
LEAST = "中…"
"""What a pill says at least: with less it would be a spot of colour."""
PILL_GAP = 6
LAID = 2000
"""So many texts are kept laid out."""


class RowDelegate(QStyledItemDelegate):
    """Paints one cell after another from what the model has rendered; it asks no roles."""

    def __init__(self, look: Look, model: RowsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self.hovered = -1
        self.chosen: frozenset[int] = frozenset()
        """The chosen rows among those that are seen."""
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
        self._laid: dict[tuple[str, int, bool], QStaticText] = {}
        self._text_top = (self.height - 1 - self._metrics.height()) // 2
        self._base = (self.height - 1 + self._metrics.ascent() - self._metrics.descent()) // 2
        self._shape_room = look.px(SHAPE)
        self._shapes: dict[tuple[Shape, float], QPixmap] = {}
        self._shape_top = (self.height - 1 - look.px(SIDE)) // 2 - MARGIN
        self._pill_height = look.px(PILL_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Every row is as high as every other."""
        return QSize(0, self.height)

    def paint_row(self, painter: QPainter, top: int, width: int, *, hovered: bool) -> None:
        """Paints what lies under the cells of a row: its ground and the hairline."""
        if hovered:
            painter.fillRect(0, top, width, self.height, self._inks["sunken"])
        painter.fillRect(0, top + self.height - 1, width, 1, self._inks["line"])

    def _paint_chosen(self, painter: QPainter, cell: QRect, *, first: bool) -> None:
        # Cell by cell, for the style has laid its own colour of what is selected over the row by now.
        painter.fillRect(cell, self._inks["accent_soft"])
        painter.fillRect(cell.x(), cell.bottom(), cell.width(), 1, self._inks["line"])
        if first:
            painter.fillRect(cell.x(), cell.y(), EDGE, self.height, self._inks["accent"])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell; what lies under a whole row is there already."""
        row, column = index.row(), index.column()
        rect: QRect = option.rect
        x, y, width = rect.x(), rect.y(), rect.width()
        first = column == self.first_column
        if row in self.chosen:
            self._paint_chosen(painter, rect, first=first)
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
        painter.setPen(self._pens[cell.ink])
        painter.setFont(self._heavy if cell.heavy else self._text)
        laid = self._laid.get((cell.text, width, cell.heavy)) or self._lay(cell, width)
        painter.drawStaticText(x, y + self._text_top, laid)

    def _lay(self, cell: Cell, width: int) -> QStaticText:
        # Laying out Chinese takes twice as long as painting it, and most of what stands in a list repeats.
        if len(self._laid) > LAID:
            self._laid.clear()
        metrics = self._heavy_metrics if cell.heavy else self._metrics
        laid = QStaticText(metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, width))
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid.prepare(QTransform(), self._heavy if cell.heavy else self._text)
        self._laid[cell.text, width, cell.heavy] = laid
        return laid

    def is_cut(self, row: int, column: int, width: int) -> bool:
        """Whether not all of a cell's words are to be seen in a column of this width."""
        cell = self._model.cell(row, column)
        if cell.pills:
            room = width - PADDING - (FIRST_PADDING if column == self.first_column else PADDING)
            return self._pills_in(cell, room) != (list(cell.pills), 0)
        return self.needed(row, column) > width

    def needed(self, row: int, column: int) -> int:
        """How wide a column has to be for all of a cell's words; of pills the first, and how many more there are."""
        cell = self._model.cell(row, column)
        if not cell.text:
            return 0
        padding = PADDING + (FIRST_PADDING if column == self.first_column else PADDING)
        if cell.pills:
            first, *behind = cell.pills
            more = self._caption_metrics.horizontalAdvance(f"+{len(behind)}") + PILL_GAP if behind else 0
            return self._caption_metrics.horizontalAdvance(first) + 1 + PILL + more + padding
        metrics = self._heavy_metrics if cell.heavy else self._metrics
        # Rounded down it would be cut in its own width.
        return metrics.horizontalAdvance(cell.text) + 1 + padding + (self._shape_room if cell.shape else 0)

    def _paint_shape(self, painter: QPainter, shape: Shape, x: int, y: int) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = self._shapes.get((shape, ratio))
        if picture is None:
            picture = self._shapes[shape, ratio] = shape_picture(self._look, shape, ratio)
        painter.drawPixmap(x - MARGIN, y + self._shape_top, picture)

    def _paint_pills(self, painter: QPainter, cell: Cell, x: int, y: int, width: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._caption)
        height = self._pill_height
        top = y + (self.height - 1 - height) / 2
        pills, more = self._pills_in(cell, width)
        for text in pills:
            wide = self._caption_metrics.horizontalAdvance(text) + PILL
            box = QRectF(x, top, wide, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks["amber_soft"])
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.setPen(self._pens["amber"])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            x += wide + PILL_GAP
        if more:
            painter.setPen(self._pens["amber"])
            painter.drawText(QPointF(x, y + self._base), f"+{more}")
        painter.restore()

    def _pills_in(self, cell: Cell, width: int) -> tuple[list[str], int]:
        """What is written on the pills that have room, and how many have none."""
        metrics = self._caption_metrics
        placed: list[str] = []
        left = width
        for at, text in enumerate(cell.pills):
            behind = len(cell.pills) - at - 1
            kept = metrics.horizontalAdvance(f"+{behind}") + PILL_GAP if behind else 0
            wide = metrics.horizontalAdvance(text) + PILL
            room = left - kept - PILL
            fits = wide + kept <= left
            if not fits and (placed or room < metrics.horizontalAdvance(LEAST)):
                return placed, behind + 1
            placed.append(text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
            left -= wide + PILL_GAP
        return placed, 0
