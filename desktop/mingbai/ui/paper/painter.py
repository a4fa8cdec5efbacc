"""Paints a laid-out page: on a picture for the screen, on a printer, into a PDF."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
    QTransform,
)

from mingbai.domain.words import Language
from mingbai.ui.paper.charts import paint_chart
from mingbai.ui.paper.faces import FINE, font, metrics
from mingbai.ui.paper.leaf import Hand, PaperPage, Rule, Text

INK = QColor("#000000")
PADDING = 2.0
"""White between a line and a text, in points."""
LEADING = 1.25
MIDDLE = 0.36
"""How far the middle of a line of text lies above its base, in em."""
SMALLEST = 0.5
"""A text is made smaller down to this before it is let run over."""
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, SMALLEST)


def paint(painter: QPainter, page: PaperPage, language: Language) -> None:
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


def _paint_text(painter: QPainter, text: Text, language: Language) -> None:
    box, hand = text.box, text.hand
    if not hand.turned:
        where = QRectF(box.x * FINE, box.y * FINE, box.width * FINE, box.height * FINE)
        _write(painter, text.text, where, hand, language)
        return
    painter.save()
    painter.translate(box.x * FINE, (box.y + box.height) * FINE)
    painter.rotate(-90)
    _write(painter, text.text, QRectF(0, 0, box.height * FINE, box.width * FINE), hand, language)
    painter.restore()


def _write(painter: QPainter, text: str, box: QRectF, hand: Hand, language: Language) -> None:
    left = PADDING * FINE
    room = box.width() - 2 * left - hand.air * FINE
    lines, hand = _fitted(text, room, box.height(), hand, language)
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


def _fitted(text: str, room: float, high: float, hand: Hand, language: Language) -> tuple[list[str], Hand]:
    """The text in lines, written as small as it takes to fit its box."""
    lines, smaller = [text], hand
    for step in STEPS:
        smaller = replace(hand, size=round(hand.size * step * FINE) / FINE)
        measured = metrics(smaller.face, smaller.size, language)
        lines = lines_of(text, room, smaller, language) if hand.wrap else [text.replace("\n", " ")]
        wide = max(map(measured.horizontalAdvance, lines))
        # The last line needs no leading, and a hair too wide is not too wide.
        needed = ((len(lines) - 1) * LEADING + 1.0) * smaller.size * FINE
        if wide <= room + FINE and (len(lines) == 1 or needed <= high):
            break
    return lines, smaller


def lines_of(text: str, room: float, hand: Hand, language: Language) -> list[str]:
    """A text broken into lines that fit a room, told in fine units."""
    measured = metrics(hand.face, hand.size, language)
    found: list[str] = []
    for paragraph in text.split("\n"):
        if measured.horizontalAdvance(paragraph) <= room + FINE:
            found.append(paragraph)
        else:
            found += _broken(paragraph, room, hand, language)
    return found


def _broken(paragraph: str, room: float, hand: Hand, language: Language) -> list[str]:
    layout = QTextLayout(paragraph, font(hand.face, hand.size, language))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    # Qt counts in units of UTF-16.
    units = paragraph.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1.0))
        start, length = line.textStart(), line.textLength()
        found.append(units[start * 2 : (start + length) * 2].decode("utf-16-le").rstrip(" "))
    layout.endLayout()
    return found
