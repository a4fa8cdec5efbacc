"""The window of one ledger: opens it, keeps its place on the screen, builds its content anew when asked.

What the content needs is imported when the ledger is opened: by then the outline stands on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from mingbai.domain.words import Trouble, Words
from mingbai.ui.later import later
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress, dress_outline
from mingbai.ui.look_choice import kept_choice
from mingbai.ui.memory import Memory
from mingbai.ui.product import NAME
from mingbai.ui.recent import keep_recent
from mingbai.ui.shell.stops import FIRST, kept_groups

if TYPE_CHECKING:
    from mingbai.ui.session import Session
    from mingbai.ui.shell.frame import Frame
    from mingbai.ui.watching import Watching

CHANGING = Words("正在切换显示", "Changing the display")
RESTORED = Words(
    "已恢复备份，原来的账本留在 {path}", "Backup restored; the previous ledger is kept as {path}"
)
TITLE = "{place} - {product}"
SIZE = (1280, 800)
TITLE_BAR = 40
"""What the system draws above a window, at most."""
LAST_STATE, GEOMETRY, PLACE = "state", "geometry", "place"
AGAIN_MS = 500
SETTLED_MS = 1000
LONGEST_WAIT_MS = 1000
"""A window that the system does not show (it may start minimised) is not painted either."""


class Window(QMainWindow):
    """One ledger's window."""

    other_asked = Signal()
    """The person wants to choose or make another ledger."""
    sample_asked = Signal()
    """The person wants to see the sample."""
    ledger_asked = Signal(object)
    """The `Path` of another ledger to open."""
    lost = Signal(object)
    """A `Trouble`: the ledger was open and cannot be opened again."""

    def __init__(
        self,
        path: Path,
        look: Look,
        memory: Memory,
        *,
        today: date | None = None,
        failed: Callable[[object], None],
        outlined: bool = False,
    ) -> None:
        """Opens the ledger. Raises `Trouble` when it cannot be opened. `failed` hears of bugs of ours.

        One that is `outlined` waits for `show_outline` and `open`.
        """
        super().__init__()
        self._look = look
        self._memory = memory
        self._today = today
        self._failed = failed
        self._closing = False
        self.path = path
        self.watching: Watching
        self._is_open = False
        self.setMinimumSize(480, 360)
        # A power cut asks nobody: where one is, is kept while one is there.
        self._settled = later(self, SETTLED_MS, self.remember)
        self._again = later(self, AGAIN_MS, self._follow_system)
        self._asked_look = look
        self._looking = later(self, 0, lambda: self.show_look(self._asked_look))
        geometry = memory.get(GEOMETRY)
        if not (
            isinstance(geometry, str)
            and self.restoreGeometry(QByteArray.fromBase64(geometry.encode(errors="replace")))
        ):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - TITLE_BAR))
        if not outlined:
            self.open()

    def show_outline(self) -> None:
        """Shows what is known without the ledger, painted. What is typed meanwhile waits for `open`."""
        from mingbai.ui.shell.outline import Outline

        dress_outline(_application(), self._look)
        state = self._kept_state()
        name, town = self._kept_place()
        page = str(state.get("page") or FIRST[0].code)
        groups = kept_groups(state)
        outline = Outline(self._look, name, town, page, self._today or date.today(), groups)
        self.setWindowTitle(TITLE.format(place=name, product=self._look.word(NAME)))
        self.setCentralWidget(outline)
        self.show()
        waiting = QEventLoop()
        outline.painted.connect(waiting.quit)
        QTimer.singleShot(LONGEST_WAIT_MS, waiting.quit)
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def open(self) -> None:
        """Opens the ledger and shows its content. Raises `Trouble` when it cannot be opened."""
        self.session = self._opened(self._look)
        self._is_open = True
        self.setAcceptDrops(True)
        keep_recent(self._memory, self.path)
        self.frame = self._build(self._kept_state())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        # Work for the day begins after the window is seen.
        self._daily = later(self, 1500, self._back_up_daily)
        self._daily.start()

    def _kept_state(self) -> dict[str, object]:
        kept = self._memory.get(f"{LAST_STATE}/{self._key}", {})
        return kept if isinstance(kept, dict) else {}

    def _kept_place(self) -> tuple[str, str]:
        match self._memory.get(f"{PLACE}/{self._key}"):
            case [str(name), str(town)]:
                return name, town
        return self.path.stem, ""

    def _opened(self, look: Look) -> Session:
        from mingbai.ledger.backups import back_up_before
        from mingbai.ledger.ledger import Ledger
        from mingbai.ui.session import Session
        from mingbai.ui.watching import Watching

        ledger = Ledger(self.path, before_migrating=back_up_before)
        session = Session(ledger, look, self._memory, today=self._today)
        session.look_asked.connect(self._ask_look)
        session.restore_asked.connect(self.restore_backup)
        session.other_asked.connect(self.other_asked)
        session.sample_asked.connect(self.sample_asked)
        session.ledger_asked.connect(self.ledger_asked)
        session.runner.failed.connect(self._failed)
        self.watching = Watching(session, self._key)
        return session

    def _build(self, state: dict[str, object]) -> Frame:
        from mingbai.ui.shell.frame import Frame
        from mingbai.ui.shell.whose import place_told

        session = self.session
        dress(_application(), session.look)
        name, town = place_told(session)
        self._memory.keep(f"{PLACE}/{self._key}", [name, town])
        self.setWindowTitle(TITLE.format(place=name, product=session.word(NAME)))
        frame = Frame(session, state)
        frame.moved.connect(self._settled.start)
        self.setCentralWidget(frame)
        # Now, and not with the next event: a key that waits must find its page.
        frame.show()
        return frame

    @property
    def _key(self) -> str:
        return self.path.resolve().as_posix().replace("/", "_")

    def _ask_look(self, look: Look) -> None:
        # What was clicked goes with the content: it first comes back from its click.
        self._asked_look = look
        self._looking.start()

    def show_look(self, look: Look) -> None:
        """Builds the content anew with another look; all that was open is open again.

        Called by nothing of the content: that is gone at once.
        """
        if self.frame.over.locked or look == self.session.look:
            return
        # It takes a second: said at once, in the language one leaves.
        self.frame.status.say(CHANGING)
        self.frame.status.repaint()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._rebuild(look)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _rebuild(self, look: Look) -> None:
        self._settle()
        state = self.frame.state()
        opened = self.frame.panel.entry if self.frame.panel_open else None
        self.session.look = look
        self._take_apart()
        self.frame = self._build(state)
        if opened is not None:
            self.frame.open_entry(opened)

    def _take_apart(self) -> None:
        """Ends the content now: a style sheet goes through every widget there is, and takes three times as long."""
        frame = self.frame
        frame.setParent(None)
        frame.deleteLater()
        QCoreApplication.sendPostedEvents(frame, QEvent.Type.DeferredDelete.value)

    def _follow_system(self) -> None:
        """The system turned light or dark: the window too, if it was chosen to do so."""
        choice = kept_choice(self._memory)
        if choice.theme != "system":
            return
        app = _application()
        if (
            self.frame.over.locked
            or app.activeModalWidget() is not None
            or app.activePopupWidget() is not None
        ):
            # Something lies over the content that would go with it.
            self._again.start()
            return
        self.show_look(replace(self.session.look, theme=choice.look.theme))

    def restore_backup(self, backup: Path) -> None:
        """Puts a backup in the ledger's place and opens it; the ledger used until now is set aside."""
        from mingbai.ledger.backups import restore

        look = self.session.look
        self._settle()
        self.frame.setParent(None)
        self.frame.deleteLater()
        self.watching.close()
        self.session.close()
        found: Path | Trouble | None
        try:
            found = restore(backup, self.path)
        except Trouble as trouble:
            found = trouble
        finally:
            again = self._open_again(look)
        if not again:
            return
        if isinstance(found, Trouble):
            self.session.runner.troubled.emit(found)
        else:
            self.session.said.emit(RESTORED.format(path=found))

    def _open_again(self, look: Look) -> bool:
        """Opens what stands in the ledger's place now; False when that cannot be opened."""
        try:
            self.session = self._opened(look)
        except Trouble as trouble:
            self._lose(trouble)
            return False
        self.frame = self._build({"page": FIRST[0].code})
        return True

    def _lose(self, trouble: Trouble) -> None:
        """There is no ledger to show any more; whoever opened the window finds a way on."""
        self._is_open = False
        for timer in (self._settled, self._daily, self._again, self._looking):
            timer.stop()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow_system)
        self.setAcceptDrops(False)
        self.show_outline()
        self.lost.emit(trouble)

    def come_forward(self) -> None:
        """Comes to the front, and the keys are heard: without a focus no key finds anyone."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if self.focusWidget() is None and not self.frame.over.locked:
            self.frame.page.arrive()

    def changeEvent(self, event: QEvent) -> None:
        """What stood over the window may have taken apart what had the focus."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self._is_open and self.isActiveWindow():
            self.frame.footing.regain()

    def remember(self) -> None:
        """Keeps what to come back to."""
        self._memory.keep(f"{LAST_STATE}/{self._key}", self.frame.state())
        self._memory.keep(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        self._memory.write()

    def _back_up_daily(self) -> None:
        from mingbai.ui.shell.copying import back_up_daily

        back_up_daily(self.session)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Makes the backup, and is accepted when that is over: the system too waits so long at its end."""
        if not self._is_open:
            return
        if self._closing:
            # It closes already, when the copy is done; only a system that ends must not be held up by that.
            event.setAccepted(_application().isSavingSession())
            return
        from mingbai.ui.shell.copying import NOT_BACKED_UP, back_up_last

        self._closing = True
        self._settle()
        self._settled.stop()
        self._daily.stop()
        self._looking.stop()
        self.remember()
        self.watching.close()
        not_backed_up = back_up_last(self.session, self)
        self.frame.setParent(None)
        self.frame.deleteLater()
        self.session.close()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow_system)
        self._again.stop()
        event.accept()
        if not_backed_up is not None:
            # All that was recorded is saved; only its copy is missing, and the window goes all the same.
            self._say(NOT_BACKED_UP.format(why=not_backed_up.words))

    def _say(self, words: Words) -> None:
        """One sentence over the window, where its content is no more."""
        from PySide6.QtWidgets import QMessageBox

        word = self.session.word
        box = QMessageBox(QMessageBox.Icon.NoIcon, word(NAME), word(words), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()

    def _settle(self) -> None:
        """Saves what is typed, before the content goes away."""
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a field saves when it is left
        self.session.runner.finish_deeds()
        self.frame.keep_typed()
        self.session.runner.finish_deeds()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.frame.drop(paths, event.position().toPoint())


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
