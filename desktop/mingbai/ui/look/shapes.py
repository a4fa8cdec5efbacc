"""The shape of a state in its colour, drawn for lists and for the sentences of an open entry."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from mingbai.desk.states import Shape
from mingbai.ui.look.look import Look

SIDE = 9
MARGIN = 3
"""Of a state's shape, and around it."""
SHAPE_INKS = {
    Shape.RING: "text2",
    Shape.DOT: "blue",
    Shape.GOING: "green",
    Shape.SOON: "amber",
    Shape.LATE: "danger",
    Shape.TICK: "green",
    Shape.CROSS: "text3",
}


def shape_picture(look: Look, shape: Shape, ratio: float = 1.0) -> QPixmap:
    """The shape of a state in its colour, with a margin around: painted once, as strokes take long."""
    side = look.px(SIDE)
    whole = side + 2 * MARGIN
    picture = QPixmap(round(whole * ratio), round(whole * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    ink = QColor(look.colour(SHAPE_INKS[shape]))
    box = QRectF(MARGIN, MARGIN, side, side)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = QPen(ink, max(1.6, side * 0.18))
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(stroke)
    match shape:
        case Shape.RING:
            painter.drawEllipse(box.adjusted(0.8, 0.8, -0.8, -0.8))
        case Shape.GOING | Shape.SOON:
            ring = box.adjusted(0.8, 0.8, -0.8, -0.8)
            painter.drawEllipse(ring)
            # A quarter of the way, and half of it.
            painter.setBrush(ink)
            painter.drawPie(ring, 90 * 16, -(90 if shape is Shape.GOING else 180) * 16)
        case Shape.DOT | Shape.LATE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(box)
        case Shape.TICK:
            points = ((-0.05, 0.55), (0.35, 0.95), (1.2, 0.1))
            painter.drawPolyline([_within(box, *point) for point in points])
        case Shape.CROSS:
            painter.drawLine(_within(box, 0.1, 0.1), _within(box, 0.9, 0.9))
            painter.drawLine(_within(box, 0.1, 0.9), _within(box, 0.9, 0.1))
    painter.end()
    return picture


def _within(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.x() + box.width() * across, box.y() + box.height() * down)
