"""What a plain Qt widget is on screen: the style sheet reads its role and tone."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def styled(widget: W, role: str, tone: str = "") -> W:
    """Gives a widget its role (`primary`, `card`, `title`) and, where there are several, its tone (`amber`).

    A label then shows what it is told as it was typed: Qt would take `<b>` in a title for its own.
    """
    if isinstance(widget, QLabel):
        widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("role", role)
    widget.setProperty("tone", tone)
    return widget


def retoned(widget: QWidget, tone: str) -> None:
    """Changes the tone of a widget that is shown already."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        repolished(widget)


def repolished(widget: QWidget) -> None:
    """Reads the style sheet anew for a widget that changed in what the sheet goes by."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def as_typed(text: str) -> str:
    """A text for a tooltip, which has no plain format of its own: what looks like markup is shown as it is."""
    if "<" not in text:
        return text
    from html import escape  # brings a table of all signs that have a name

    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
