"""The cross at the end of a pill: what is clicked to take the pill out."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look

CROSS = 12
GAP, MARGIN = 4, 8


def room(look: Look) -> int:
    """So much wider is a pill that has one."""
    return look.px(CROSS + GAP)


def holds(look: Look, pill: QWidget, at: QPoint) -> bool:
    """Whether a place on a pill is its cross."""
    return at.x() > pill.width() - look.px(CROSS + GAP + MARGIN)


def draw(look: Look, pill: QWidget, painter: QPainter) -> None:
    """Draws it at the right end."""
    side = look.px(CROSS)
    cross = pixmap(look, "x", "text2", CROSS, pill.devicePixelRatioF())
    painter.drawPixmap(pill.width() - side - look.px(MARGIN), (pill.height() - side) // 2, cross)
