"""Tab goes where the eye goes: the order is read off where things lie, whenever the key is pressed.

Widgets come, go and change places while one works; an order written down once would follow none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitterHandle, QWidget

Side = Callable[[QRect], tuple[int, int]]


def stops(within: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in a widget, band by band from the top, each from left to right."""
    for child in in_reading_order(_children(within)):
        if is_stop(child):
            yield child
        yield from stops(child)


def go_on(within: QWidget, *, ahead: bool) -> bool:
    """Takes the focus to the next stop, or the one before, round and round; False where there is none."""
    found = list(stops(within))
    now = QApplication.focusWidget()
    if not found or found == [now]:
        return False
    step = 1 if ahead else -1
    at = next((i for i, one in enumerate(found) if one is now or one.focusProxy() is now), None)
    target = found[(at + step) % len(found)] if at is not None else found[0 if ahead else -1]
    reason = Qt.FocusReason.TabFocusReason if ahead else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def in_reading_order(widgets: list[QWidget]) -> list[QWidget]:
    """Widgets that lie beside and below each other as one reads them.

    They are cut where a gap runs from side to side, else where one runs from top to bottom, and so on.
    """
    if len(widgets) < 2:
        return widgets
    for side in (_height, _width):
        parts = _cut(widgets, side)
        if len(parts) > 1:
            return [widget for part in parts for widget in in_reading_order(part)]
    return sorted(widgets, key=lambda one: (one.y(), one.x()))


def is_stop(widget: QWidget) -> bool:
    """Whether Tab reaches a widget itself."""
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    # Of buttons of which one is chosen, that one is the stop; arrows go from one to the next.
    group: Any = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        return group.checkedButton() is widget
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _children(within: QWidget) -> list[QWidget]:
    found = within.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [
        child
        for child in found
        if child.isVisible() and not child.isWindow() and not isinstance(child, QSplitterHandle)
    ]


def _cut(widgets: list[QWidget], side: Side) -> list[list[QWidget]]:
    parts: list[list[QWidget]] = []
    end = 0
    for widget in sorted(widgets, key=lambda one: side(one.geometry())):
        start, stop = side(widget.geometry())
        if not parts or start >= end:
            parts.append([])
        parts[-1].append(widget)
        end = max(end, stop)
    return parts


def _height(place: QRect) -> tuple[int, int]:
    return place.top(), place.bottom() + 1


def _width(place: QRect) -> tuple[int, int]:
    return place.left(), place.right() + 1
