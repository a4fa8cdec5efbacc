"""Whose turn it is: long work in another thread waits whenever the window is late.

Python runs one thread at a time. Left to itself, painting a list beside a running import takes many times as
long as in quiet: with every call into Qt and every row read the window gives its turn away.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from mingbai.ui.runner import Runner

TURN_SECONDS = 0.0005
"""How long another thread may go on while the window wants its turn back; Python's own is 5 ms."""

BEAT_MS = 2
LATE_SECONDS = 0.003
"""A window that has not come round for so long is busy."""
NAP_SECONDS = 0.001
PATIENCE_SECONDS = 0.1
"""So long work waits for a busy window at a time, then it does a little: it must come to its end."""
SELDOM = 10_000
"""So many collections of younger objects go before a full one while a job runs."""


class Turns(QObject):
    """Tells the long jobs of a runner whether the window is busy. Made in the window's thread."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(runner)
        sys.setswitchinterval(TURN_SECONDS)
        self._beat = time.perf_counter()
        self._jobs = 0
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._come_round)
        runner.job_began.connect(self._begin)
        runner.job_ended.connect(self._end)

    @classmethod
    def of(cls, runner: Runner) -> Turns:
        """The one that listens to a runner."""
        found: Turns | None = runner.findChild(cls)
        return found or cls(runner)

    def between(self, progress: Callable[[int, int], None]) -> Callable[[int, int], None]:
        """The same progress, which waits for the window whenever it is told."""

        def told(done: int, of: int) -> None:
            until = time.perf_counter() + PATIENCE_SECONDS
            while (now := time.perf_counter()) - self._beat > LATE_SECONDS and now < until:
                time.sleep(NAP_SECONDS)
            progress(done, of)

        return told

    def _begin(self) -> None:
        if not self._jobs:
            # A full collection walks over every row of an import at once, and everybody waits for it.
            self._thresholds = gc.get_threshold()
            gc.set_threshold(*self._thresholds[:2], SELDOM)
        self._jobs += 1
        self._come_round()
        self._timer.start()

    def _end(self) -> None:
        self._jobs -= 1
        if not self._jobs:
            gc.set_threshold(*self._thresholds)
            self._timer.stop()

    def _come_round(self) -> None:
        self._beat = time.perf_counter()
