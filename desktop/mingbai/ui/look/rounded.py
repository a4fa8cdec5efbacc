"""The corners of what pops up in a window of its own: round, whatever the system draws behind it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)

RADIUS = 8
"""As the style sheet has it."""


def rounded(popup: W) -> W:
    """Gives a popup round corners at any size."""
    # A shadow of the system would be square.
    popup.setWindowFlags(
        popup.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
    )
    # On X11 what is outside the corners is black where no compositor runs: there the shape is cut out.
    if QGuiApplication.platformName() == "xcb":
        popup.installEventFilter(_Cutting(popup))
    else:
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return popup


class _Cutting(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size has another shape."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            shape = QPainterPath()
            shape.addRoundedRect(watched.rect(), RADIUS, RADIUS)
            watched.setMask(QRegion(shape.toFillPolygon().toPolygon()))
        return super().eventFilter(watched, event)
