"""The wait until a window of a test is at rest."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from mingbai.ui.runner import Runner
from mingbai.ui.session import Session
from mingbai.ui.shell.window import Window


def wait(milliseconds: int) -> None:
    """Lets the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(there: Callable[[], bool], milliseconds: int) -> None:
    """Lets the window live until something is so, or for as long as that may take at most."""
    until = time.monotonic() + milliseconds / 1000
    while not there() and time.monotonic() < until:
        wait(10)


def settle(window: Window, milliseconds: int = 0) -> None:
    """Waits until nothing is outstanding, timers of a third of a second included."""
    rest(window.session.runner, max(milliseconds, 40))


def rest(runner: Runner, quiet: int) -> None:
    """Waits until a runner had nothing to do for so many milliseconds."""
    calm = 0
    for _ in range(1500):
        wait(20)
        calm = 0 if runner.busy else calm + 20
        if calm >= quiet:
            # What was laid out may lay out something inside.
            for _ in range(8):
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
                QApplication.processEvents()
            return
    raise AssertionError("the window does not come to rest")


def settled(of: Window | Session) -> None:
    """Waits until nothing is outstanding, what is held against the rules included."""
    rest((of.session if isinstance(of, Window) else of).runner, 40)
