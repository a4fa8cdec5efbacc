"""What a list paints under and over the cells of its rows: the chosen ones, the frame, the end that is left out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTableView

from mingbai.ui.look.look import Look
from mingbai.ui.table.delegate import EDGE, RowDelegate
from mingbai.ui.table.model import RowsModel

FRAME = 1.5
LETTERS = 0.75
"""Of a row's height, from its top to below its letters."""
NO_INDEX = QModelIndex()


class PaintedRows:
    """Paints the rows of one list as it stands."""

    def __init__(self, view: QTableView, rows: RowsModel, delegate: RowDelegate, look: Look) -> None:
        self._view = view
        self._rows = rows
        self._delegate = delegate
        self._surface = QColor(look.colour("surface"))
        self._frame_pen = QPen(QColor(look.colour("accent")), FRAME)

    def paint_under(self) -> None:
        """What lies under the cells: the row that is pointed at, and those that are chosen."""
        view, delegate = self._view, self._delegate
        room, height = view.viewport().rect(), delegate.height
        row, top, chosen = view.rowAt(0), view.rowViewportPosition(view.rowAt(0)), set()
        painter = QPainter(view.viewport())
        while row >= 0 and top < room.height() and row < len(self._rows.rows):
            if view.selectionModel().isRowSelected(row, NO_INDEX):
                chosen.add(row)
            delegate.paint_row(painter, top, room.width(), hovered=row == delegate.hovered)
            row, top = row + 1, top + height
        painter.end()
        delegate.chosen = frozenset(chosen)

    def paint_over(self) -> None:
        """The end where it is left out, and a frame around the current row."""
        view = self._view
        painter = QPainter(view.viewport())
        if self.end_blank():
            top = view.rowViewportPosition(view.rowAt(view.viewport().height() - 1))
            painter.fillRect(view.viewport().rect().adjusted(0, top, 0, 0), self._surface)
        if view.hasFocus() and view.currentIndex().isValid():
            self._paint_frame(painter, view.currentIndex())
        painter.end()

    def point_at(self, row: int) -> None:
        """The row that is pointed at steps forward; none for -1."""
        view, delegate = self._view, self._delegate
        if row != delegate.hovered:
            for changed in (delegate.hovered, row):
                if changed >= 0:
                    top = view.rowViewportPosition(changed)
                    view.viewport().update(0, top, view.viewport().width(), delegate.height)
            delegate.hovered = row

    def end_blank(self) -> bool:
        """Whether the last row in sight is left out: its letters would be cut, and nobody points at it or chose it.

        The row that is current without the keyboard being here looks like any other.
        """
        view, delegate = self._view, self._delegate
        height = view.viewport().height()
        row = view.rowAt(height - 1)
        current = view.currentIndex().row() if view.hasFocus() else -1
        if row < 0 or row in (current, delegate.hovered):
            return False
        whole = view.verticalScrollBar().value() % delegate.height == 0
        shown = height - view.rowViewportPosition(row)
        return whole and row not in delegate.chosen and shown < delegate.height * LETTERS

    def _paint_frame(self, painter: QPainter, index: QModelIndex) -> None:
        """Only while the keyboard is here; a line under the cell says which one F2 would change."""
        view, delegate = self._view, self._delegate
        top = view.rowViewportPosition(index.row())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._frame_pen)
        frame = QRectF(EDGE + 2, top + 1.5, view.viewport().width() - EDGE - 4, delegate.height - 4)
        painter.drawRoundedRect(frame, 6, 6)
        if index.column() != delegate.first_column and not view.isColumnHidden(index.column()):
            cell = view.visualRect(index)
            painter.fillRect(cell.x() + 8, cell.bottom() - 6, cell.width() - 16, 2, self._frame_pen.color())
