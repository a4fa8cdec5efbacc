"""Icons: strokes on a grid of 24, drawn in a colour of the look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap

from mingbai.ui.look.look import Look

ICON = 18
"""The usual side of an icon, in pixels at 100 %."""


def icon(look: Look, name: str, ink: str = "text2", size: int = ICON) -> QIcon:
    """An icon by its name, in a colour of the look. Raises `KeyError` for an unknown name."""
    return QIcon(pixmap(look, name, ink, size))


def pixmap(look: Look, name: str, ink: str = "text2", size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """The same as a picture, for painting; `ratio` is the screen's."""
    side = look.px(size)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
