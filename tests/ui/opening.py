"""A window over the ledger of a test, and the wait until it is at rest."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from mingbai.desk.beginning import Beginning, begin
from mingbai.domain.words import Language
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.runner import Runner
from mingbai.ui.session import Session
from mingbai.ui.shell.window import Window

DAY = date(2026, 11, 24)
"""The Tuesday that tests take place on."""
PLACES = {"zh": "新湖社区", "en": "Xinhu Community"}


def new_book(path: Path, language: Language) -> Path:
    """A ledger in which nothing is recorded yet."""
    begin(Beginning(path, PLACES[language]), today=DAY, language=language)
    return path


@contextmanager
def opened_window(book: Path, folder: Path, look: Look, size: tuple[int, int]) -> Iterator[Window]:
    """The window over a copy of a ledger; a bug it meets is raised at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / book.name
    shutil.copy(book, path)
    bugs: list[object] = []
    window = Window(path, look, Memory(folder / "memory.ini"), today=DAY, failed=bugs.append)
    window.resize(*size)
    window.show()
    window.activateWindow()
    settle(window)
    try:
        yield window
    finally:
        window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for bug in bugs:
        assert isinstance(bug, BaseException)
        raise bug


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
