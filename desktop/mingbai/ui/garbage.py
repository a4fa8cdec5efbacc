"""Garbage is collected between two events of the window, and by no other thread.

Python collects wherever it runs when enough was made. A forgotten dialog found by a worker would be destroyed
in the worker's thread, and takes whatever of Qt it touches along; widgets die where they live.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 200
OLDEST = 2


class Collector(QObject):
    """Collects what Python would have collected by itself; lives in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What is there already stays as long as the program does.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collects the oldest generation whose turn it is, by Python's own counts and thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in range(OLDEST, -1, -1):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
