"""How a test waits for the window: until nothing is outstanding, or until something is so, and never for a fixed time.

A fixed time is too short on a busy computer and too long on any other. Pauses (`mingbai.ui.later`) are timers that
can be seen: whether one still runs need not be guessed.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from mingbai.ui.runner import Runner

PATIENCE_SECONDS = 30
"""What is waited for takes no longer, however busy the computer is."""
PATIENCE_MS = 1000 * PATIENCE_SECONDS
PAUSE_MS = 200
"""No longer are the pauses after which acts that follow one another closely are taken together."""
LOOK_AGAIN_MS = 5
TURNS = 6
"""So often in a row the event loop comes round with nothing outstanding: one layout asks for the next a turn later."""


def settled(of: QObject, pause: int = PAUSE_MS) -> None:
    """Waits until a runner has no work, and no pause runs that is no longer than this.

    `of` is the runner, or whatever works with one: itself, or the window it lies in. As all that was begun is over,
    this also shows that nothing more happens.
    """

    def at_rest() -> bool:
        for _ in range(TURNS):
            if _outstanding(_runner(of), pause):
                return False
            _turn(1)
        return True

    until(at_rest)


def until(there: Callable[[], object]) -> None:
    """Lets the window live until something is so."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not there():
        assert time.monotonic() < end, f"never came: {_words(there)}"
        _turn(LOOK_AGAIN_MS)


@contextmanager
def double_click_within(milliseconds: int) -> Iterator[None]:
    """So far apart two presses are one: 0 where somebody waits between them, `PATIENCE_MS` where nobody does."""
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(milliseconds)
    try:
        yield
    finally:
        QApplication.setDoubleClickInterval(before)


def _turn(milliseconds: int) -> None:
    """The event loop comes round, and other threads have their turn."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _runner(of: QObject) -> Runner:
    found: QObject | None = of
    while found is not None and not isinstance(found, Runner):
        found = getattr(found, "session", None) or getattr(found, "runner", None) or found.parent()
    assert found is not None, f"nothing works for {of}"
    return found


def _outstanding(runner: Runner, pause: int) -> bool:
    if runner.busy:
        return True
    holders: list[QObject] = [runner.parent() or runner, *QApplication.topLevelWidgets()]
    return any(
        timer.isSingleShot() and timer.isActive() and timer.interval() <= pause
        for holder in holders
        for timer in holder.findChildren(QTimer)
    )


def _words(there: Callable[[], object]) -> str:
    try:
        return inspect.getsource(there).strip()
    except (OSError, TypeError):  # one of Qt's own
        return repr(there)
