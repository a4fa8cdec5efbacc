"""What a screen reader is told of a scroll area, where Qt's own answer would end the program.

Asked for a child that a bar hidden meanwhile left without its number, Qt 6.11's accessible scroll area reads behind
the end of a list: whoever reads the screen counts first and asks then, from another process.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


def tell_of_scroll_areas() -> None:
    """Has scroll areas told as any widget is, which has no child at a number it does not have.

    Both bars are children then, seen or not; what is scrolled is the first as before.
    """
    QAccessible.installFactory(_told)


def _told(kind: str, shown: QObject) -> QAccessibleInterface | None:
    if kind != "QScrollArea":
        return None
    # Later than the start: few machines have a screen reader.
    from PySide6.QtWidgets import QAccessibleWidget, QScrollArea

    return QAccessibleWidget(shown, QAccessible.Role.Client) if isinstance(shown, QScrollArea) else None
