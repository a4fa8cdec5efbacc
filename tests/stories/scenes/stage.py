"""One window in which a scene plays, and how a scene is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from tests.ui.waiting import settled

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.look_choice import LookChoice, keep_choice
from mingbai.ui.memory import Memory
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.shell.frame import Frame
from mingbai.ui.shell.window import Window

STILL_MS = 450
"""Nothing happened for so long: whatever waits a moment before it begins has begun."""

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Stage:
    """One window (or none) that a scene plays in."""

    def __init__(
        self, look: Look, size: tuple[int, int], ledger: Path | None, folder: Path, today: date
    ) -> None:
        self.look, self.size, self.folder, self.today = look, size, folder, today
        self.memory = Memory(folder / "memory.ini")
        keep_choice(self.memory, LookChoice(look.theme, look.language, look.scale))
        self._window: Window | None = None
        self._shown: QWidget | None = None
        self.held = Event()
        """Work that waits for it goes on when the stage is left."""
        dress(_application(), look)
        if ledger is not None:
            self._window = Window(ledger, look, self.memory, today=today, failed=_fail)
            self.show(self._window)

    @property
    def window(self) -> Window:
        assert self._window is not None
        return self._window

    @property
    def frame(self) -> Frame:
        return self.window.frame

    @property
    def seen(self) -> QWidget:
        """What the picture is taken of."""
        assert self._shown is not None
        return self._shown

    def show(self, widget: QWidget) -> None:
        """Shows a window as large as the picture; a dialog may be smaller."""
        if isinstance(widget, QDialog):
            widget.resize(min(widget.width(), self.size[0]), min(widget.height(), self.size[1]))
        else:
            widget.resize(*self.size)
        widget.show()
        self._shown = widget
        self.rest()

    def word(self, words: Words) -> str:
        return self.look.word(words)

    def rest(self) -> None:
        """Waits until nothing is outstanding any more."""
        if self._window is None:
            self.wait(STILL_MS)
        else:
            # Counted from the last answer: what that shows is laid out a moment later.
            settled(self._window, STILL_MS)

    def wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, where the focus is."""
        self.seen.activateWindow()
        self.wait(30)
        QTest.keyClick(QApplication.focusWidget() or self.seen, key, held)

    def page(self, code: str) -> None:
        self.frame.show_page(code)
        self.rest()

    def register(self, code: str) -> RegisterPage:
        self.page(code)
        page = self.frame.page
        assert isinstance(page, RegisterPage)
        return page

    def open_row(self, code: str, row: int = 0, where: str = "") -> RegisterPage:
        """Opens an entry of a register in the panel."""
        page = self.register(code)
        if where:
            page.ask(where)
            self.rest()
        page.view.setCurrentIndex(page.view.rows.index(min(row, page.view.rows.rowCount() - 1), 0))
        page.view.deeds.open()
        self.rest()
        return page

    def type_quick(self, text: str) -> QuickLine:
        """Types into the quick-add line of the page."""
        self.window.activateWindow()
        self.wait(50)
        self.frame.begin_adding()
        line = self.frame.page.findChild(QuickLine)
        assert isinstance(line, QuickLine)
        QTest.keyClicks(line.line, " ") if not text else line.write(text)
        self.rest()
        return line

    def leave(self) -> None:
        """Closes everything."""
        self.held.set()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.close()
        if self._window is not None:
            self._window.session.written = False
            self._window.close()
            self._window.deleteLater()
        elif self._shown is not None:
            self._shown.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture's name, the ledger it needs and what leads there."""

    name: str
    ledger: str
    play: Callable[[Stage], object]
    still: bool = True
    """Taken once everything is done, not amid the work."""


SCENES: list[Scene] = []

Play = Callable[[Stage], object]


def scene(name: str, *ledgers: str, still: bool = True) -> Callable[[Play], Play]:
    """Adds a scene, once for each ledger it is played with."""

    def add(play: Play) -> Play:
        SCENES.extend(Scene(name, ledger, play, still) for ledger in ledgers or ("sample",))
        return play

    return add


def _fail(error: object) -> None:
    raise error if isinstance(error, BaseException) else AssertionError(error)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
