"""A pause before something is done, begun anew by every `start`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, milliseconds: int, run: Callable[[], object]) -> QTimer:
    """A timer that does something once, so long after it was started last."""
    timer = QTimer(owner, singleShot=True, interval=milliseconds)
    timer.timeout.connect(run)
    return timer
