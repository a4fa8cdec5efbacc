"""Paints a laid-out page: on a picture for the screen, on a printer, into a PDF."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
    QPixmap,
    QTransform,
)

from mingbai.domain.words import Language
from mingbai.ui.paper.charts import paint_chart
from mingbai.ui.paper.faces import FINE, font, metrics
from mingbai.ui.paper.fitting import LEADING, PADDING
from mingbai.ui.paper.leaf import FittedText, Hand, PaperPage, Rule

INK = QColor("#000000")
MIDDLE = 0.36
"""How far the middle of a line of text lies above its base, in em."""


def paint(painter: QPainter, page: PaperPage[FittedText], language: Language) -> None:
    """Draws a page; the painter is scaled so that one unit is one point."""
    painter.save()
    painter.setPen(INK)
    _paint_rules(painter, page.rules)
    painter.scale(1 / FINE, 1 / FINE)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for text in page.texts:
        _paint_text(painter, text, language)
    for chart in page.charts:
        paint_chart(painter, chart, language)
    painter.restore()


# --- Lines ---------------------------------------------------------------------------------------


def _paint_rules(painter: QPainter, rules: tuple[Rule, ...]) -> None:
    device = painter.device()
    if isinstance(device, QPixmap | QImage):
        _paint_crisp_rules(painter, rules, device.devicePixelRatio())
        return
    for rule in rules:
        pen = QPen(INK, rule.width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(rule.x1, rule.y1), QPointF(rule.x2, rule.y2))


def _paint_crisp_rules(painter: QPainter, rules: tuple[Rule, ...], ratio: float) -> None:
    """Lines on whole pixels: none grey, none thicker than another."""
    to_pixels = painter.combinedTransform() * QTransform.fromScale(ratio, ratio)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    for rule in rules:
        start = to_pixels.map(QPointF(rule.x1, rule.y1))
        end = to_pixels.map(QPointF(rule.x2, rule.y2))
        width = max(1, round(rule.width * to_pixels.m11()))
        x, y = int(start.x()) - width // 2, int(start.y()) - width // 2
        long, high = int(end.x()) - int(start.x()), int(end.y()) - int(start.y())
        painter.fillRect(x, y, long + width, high + width, INK)
    painter.restore()


# --- Texts ---------------------------------------------------------------------------------------


def _paint_text(painter: QPainter, text: FittedText, language: Language) -> None:
    box, hand = text.box, text.hand
    if not hand.turned:
        where = QRectF(box.x * FINE, box.y * FINE, box.width * FINE, box.height * FINE)
        _write(painter, text.lines, where, hand, language)
        return
    painter.save()
    painter.translate(box.x * FINE, (box.y + box.height) * FINE)
    painter.rotate(-90)
    _write(painter, text.lines, QRectF(0, 0, box.height * FINE, box.width * FINE), hand, language)
    painter.restore()


def _write(painter: QPainter, lines: tuple[str, ...], box: QRectF, hand: Hand, language: Language) -> None:
    left = PADDING * FINE
    room = box.width() - 2 * left - hand.air * FINE
    measured = metrics(hand.face, hand.size, language)
    painter.setFont(font(hand.face, hand.size, language))
    em, step = hand.size * FINE, hand.size * FINE * LEADING
    base = box.center().y() - (len(lines) - 1) * step / 2 + em * MIDDLE
    for i, line in enumerate(lines):
        x = box.x() + left
        if hand.across != "left":
            free = room - measured.horizontalAdvance(line)
            x += free / 2 if hand.across == "center" else free
        painter.drawText(QPointF(x, base + i * step), line)
