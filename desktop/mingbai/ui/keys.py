"""Keys that mean one thing in the whole window and another in a part of it: the nearest to the focus counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def set_key(widget: QWidget, keys: str, run: Callable[[], object]) -> None:
    """Runs something when the keys are pressed while the focus is anywhere in a widget."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(run)
    # Left alone, Qt runs neither of two that could be meant.
    shortcut.activatedAmbiguously.connect(lambda: _run_nearest(shortcut))


def _run_nearest(pressed: QShortcut) -> None:
    within = QApplication.focusWidget()
    while within is not None:
        for shortcut in within.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if shortcut.key() == pressed.key():
                shortcut.activated.emit()
                return
        within = within.parentWidget()
