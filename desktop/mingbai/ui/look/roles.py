"""What a plain Qt widget is on screen: the style sheet reads its role and tone."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def styled(widget: W, role: str, tone: str = "") -> W:
    """Gives a widget its role (`primary`, `card`, `title`) and, where there are several, its tone (`amber`)."""
    widget.setProperty("role", role)
    widget.setProperty("tone", tone)
    return widget


def retoned(widget: QWidget, tone: str) -> None:
    """Changes the tone of a widget that is shown already."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
