"""Draws a sheet's charts as the workbook's native ones look: columns beside each other, or shares of a whole."""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from mingbai.domain.sheet import ChartKind
from mingbai.domain.words import Language
from mingbai.ui.paper.faces import FINE, font, metrics
from mingbai.ui.paper.leaf import Drawn, Face

# Light and dark stay apart in grey print.
COLUMN_COLOURS = ("#35608F", "#A9BDD3", "#6F7F8F", "#D3DCE6")
SHARE_COLOURS = ("#BFBBB2", "#2F6B5E", "#8FA9A2", "#E3E0DA")
GRID, AXIS, INK = QColor("#D9D9D9"), QColor("#8C8C8C"), QColor("#000000")
GAP = 0.6
"""White between the columns of two labels, in columns."""
TITLE, LABEL, LEGEND = 11.0, 8.0, 9.0
TICKS = 7


def paint_chart(painter: QPainter, chart: Drawn, language: Language) -> None:
    """Draws a chart; the painter counts in fine units."""
    _Plot(painter, chart, language).paint()


class _Plot:
    def __init__(self, painter: QPainter, chart: Drawn, language: Language) -> None:
        self._painter, self._chart, self._language = painter, chart, language
        box, self._unit = chart.box, FINE * chart.scale
        self._box = QRectF(box.x * FINE, box.y * FINE, box.width * FINE, box.height * FINE)
        self._share = chart.kind is ChartKind.SHARE
        self._colours = [QColor(c) for c in (SHARE_COLOURS if self._share else COLUMN_COLOURS)]
        self._step, self._top = (0.2, 1.0) if self._share else _axis(max(map(max, chart.values)))
        unit = self._unit
        left = 10 * unit + max(self._wide(self._tick(n), LABEL) for n in self._ticks())
        self._plot = self._box.adjusted(left, 32 * unit, -10 * unit, -38 * unit)

    def paint(self) -> None:
        """Frame, title, grid, columns, labels, legend."""
        painter = self._painter
        painter.save()
        painter.setPen(QPen(GRID, self._unit * 0.75))
        painter.drawRect(self._box)
        self._text(
            self._chart.title, Face.TITLE, TITLE, self._box.center().x(), self._box.top() + 20 * self._unit
        )
        self._paint_grid()
        self._paint_columns()
        self._paint_labels()
        self._paint_legend()
        painter.restore()

    def _ticks(self) -> list[float]:
        return [self._step * n for n in range(round(self._top / self._step) + 1)]

    def _tick(self, value: float) -> str:
        return f"{value:.0%}" if self._share else f"{value:,.10g}"

    def _y(self, value: float) -> float:
        return self._plot.bottom() - self._plot.height() * value / self._top

    def _paint_grid(self) -> None:
        painter, plot = self._painter, self._plot
        for tick in self._ticks():
            y = self._y(tick)
            painter.setPen(QPen(GRID if tick else AXIS, self._unit * 0.5))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            text = self._tick(tick)
            x = plot.left() - 5 * self._unit - self._wide(text, LABEL) / 2
            self._text(text, Face.FIGURE, LABEL, x, y + LABEL * 0.36 * self._unit)

    def _paint_columns(self) -> None:
        chart, painter = self._chart, self._painter
        each = self._plot.width() / len(chart.labels)
        abreast = 1 if self._share else len(chart.values)
        wide = each / (abreast + GAP)
        for at in range(len(chart.labels)):
            left = self._plot.left() + each * at + wide * GAP / 2
            whole, below = sum(series[at] for series in chart.values), 0.0
            for i, series in enumerate(chart.values):
                value = series[at]
                if self._share:
                    part = value / whole if whole else 0.0
                    box = QRectF(left, self._y(below + part), wide, self._y(below) - self._y(below + part))
                    below += part
                else:
                    box = QRectF(left + i * wide, self._y(value), wide, self._plot.bottom() - self._y(value))
                painter.fillRect(box, self._colours[i % len(self._colours)])
                if not self._share and i == 0:
                    y = box.top() - 3 * self._unit
                    self._text(f"{value:,.10g}", Face.FIGURE, LABEL, box.center().x(), y)

    def _paint_labels(self) -> None:
        """Below the axis; every second or third only where they would run into each other."""
        labels, each = self._chart.labels, self._plot.width() / len(self._chart.labels)
        widest = max(self._wide(label, LABEL) for label in labels) + 4 * self._unit
        every = max(1, ceil(widest / each))
        y = self._plot.bottom() + 12 * self._unit
        for at, label in enumerate(labels):
            # Counted from the end: the latest is never left out.
            if (len(labels) - 1 - at) % every == 0:
                self._text(label, Face.FIGURE, LABEL, self._plot.left() + each * (at + 0.5), y)

    def _paint_legend(self) -> None:
        unit, names = self._unit, self._chart.names
        square, air, between = 7 * unit, 4 * unit, 14 * unit
        widths = [square + air + self._wide(name, LEGEND, Face.FOOTER) for name in names]
        x = self._box.center().x() - (sum(widths) + between * (len(names) - 1)) / 2
        y = self._box.bottom() - 10 * unit
        for i, (name, width) in enumerate(zip(names, widths, strict=True)):
            self._painter.fillRect(
                QRectF(x, y - square, square, square), self._colours[i % len(self._colours)]
            )
            self._text(name, Face.FOOTER, LEGEND, x + square + air + (width - square - air) / 2, y)
            x += width + between

    def _wide(self, text: str, size: float, face: Face = Face.FIGURE) -> float:
        return metrics(face, size * self._chart.scale, self._language).horizontalAdvance(text)

    def _text(self, text: str, face: Face, size: float, middle: float, base: float) -> None:
        self._painter.setPen(INK)
        self._painter.setFont(font(face, size * self._chart.scale, self._language))
        self._painter.drawText(QPointF(middle - self._wide(text, size, face) / 2, base), text)


def _axis(highest: float) -> tuple[float, float]:
    """A round step, and the end of the axis above the highest value."""
    if highest <= 0:
        return 1.0, 1.0
    rough = highest / (TICKS - 1)
    size = 10.0 ** floor(log10(rough))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough)
    # Counts have no halves.
    step = max(step, 1.0)
    return step, step * (floor(highest / step) + 1)
