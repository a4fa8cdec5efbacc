"""Icons: strokes on a grid of 24, drawn in a colour of the look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from mingbai.ui.look.look import Look
from mingbai.ui.look.strokes import STROKES

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QAbstractButton

ICON = 18
"""The usual side of an icon, in pixels at 100 %."""
BEFORE_WORD = 4
"""What is added to Qt's gap of four pixels."""
GRID = 24
STROKE = 1.6
RATIOS = (1.0, 2.0)
"""The screens an icon is drawn for beforehand."""
NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0, "O": 3, "R": 5, "D": 3}
"""How many numbers follow each sign."""


def icon(look: Look, name: str, ink: str = "text2", size: int = ICON) -> QIcon:
    """An icon by its name, in a colour of the look. Raises `KeyError` for an unknown name."""
    from PySide6.QtGui import QIcon  # with it comes the list of all icons that a system may have

    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(pixmap(look, name, ink, size, ratio))
        made.addPixmap(pixmap(look, name, "text3", size, ratio), QIcon.Mode.Disabled)
    return made


def put_icon(
    button: QAbstractButton,
    look: Look,
    name: str,
    ink: str = "text2",
    size: int = ICON,
    *,
    alone: bool = False,
) -> None:
    """Puts an icon before the word of a button. Qt's own gap between them is too narrow, so the icon brings it."""
    from PySide6.QtGui import QIcon

    side, gap = look.px(size), 0 if alone else BEFORE_WORD
    made = QIcon()
    for ratio in RATIOS:
        for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, "text3")):
            made.addPixmap(drawn(name, look.colour(colour).name(), side, ratio, gap), mode)
    button.setIcon(made)
    button.setIconSize(QSize(side + gap, side + gap))


def pixmap(look: Look, name: str, ink: str = "text2", size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """The same as a picture, for painting; `ratio` is the screen's."""
    return drawn(name, look.colour(ink).name(), look.px(size), ratio)


@lru_cache(maxsize=512)
def drawn(name: str, colour: str, side: int, ratio: float, before: int = 0) -> QPixmap:
    """An icon in a colour; `before` is clear room at its right, before a word."""
    lines, dots = shape(name)
    whole = round((side + before) * ratio)
    picture = QPixmap(whole, whole)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, before / 2)
    painter.scale(side / GRID, side / GRID)
    pen = QPen(QColor(colour), STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(lines, pen)
    painter.fillPath(dots, QColor(colour))
    painter.end()
    return picture


@cache
def shape(name: str) -> tuple[QPainterPath, QPainterPath]:
    """An icon as what is stroked and what is filled."""
    lines, dots = QPainterPath(), QPainterPath()
    for sign, numbers in _signs(STROKES[name]):
        at = lines.currentPosition()
        match sign, numbers:
            case "M", [x, y]:
                lines.moveTo(x, y)
            case "L", [x, y]:
                lines.lineTo(x, y)
            case "H", [x]:
                lines.lineTo(x, at.y())
            case "V", [y]:
                lines.lineTo(at.x(), y)
            case "C", [a, b, c, d, x, y]:
                lines.cubicTo(a, b, c, d, x, y)
            case "Z", []:
                lines.closeSubpath()
            case "O", [x, y, radius]:
                lines.addEllipse(QPointF(x, y), radius, radius)
            case "R", [x, y, width, height, radius]:
                lines.addRoundedRect(QRectF(x, y, width, height), radius, radius)
            case "D", [x, y, radius]:
                dots.addEllipse(QPointF(x, y), radius, radius)
    return lines, dots


def _signs(text: str) -> Iterator[tuple[str, list[float]]]:
    words = iter(text.split())
    for sign in words:
        yield sign, [float(next(words)) for _ in range(NUMBERS[sign])]
