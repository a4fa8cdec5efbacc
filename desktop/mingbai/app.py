"""Starts the window: which ledger, in which look, one window for each ledger."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlparse

from mingbai.ui import PySide6  # before all others: they are imported as it leaves that

# isort: split

from PySide6.QtCore import QElapsedTimer, QLibraryInfo, QObject, Qt, QThread, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from mingbai.domain.words import Trouble, Words
from mingbai.ledger.faults import Damaged
from mingbai.ledger.hold import HeldElsewhere, Hold
from mingbai.ui.garbage import Collector
from mingbai.ui.input_method import choose_input_method
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import STYLE, dress
from mingbai.ui.look_choice import kept_choice
from mingbai.ui.memory import Memory
from mingbai.ui.product import NAME
from mingbai.ui.qt_words import ChineseWords
from mingbai.ui.recent import recent_ledgers
from mingbai.ui.screen_reader import tell_of_scroll_areas
from mingbai.ui.shell.window import Window

RAISE = b"raise"
WAIT_MS = 800
STARTING_MS = 3000
"""So long a window that holds the ledger may be starting still; before, it cannot be called."""
ASK_AGAIN_MS = 100
LISTEN_MS = 300
"""So long after the start a second one is listened for; it waits longer than that."""


def main(argv: Sequence[str]) -> int:
    """Opens the window of the ledger named first, of the last one, or the first run; answers the exit code."""
    choose_input_method(os.environ, Path(PySide6.__file__).parent / "Qt" / "plugins")
    # Asked for here, as `QApplication.setStyle` answers a QStyle, whose many enumerations take long to make.
    app = QApplication([sys.argv[0], "-style", STYLE, *filter(_is_text, argv)])
    tell_of_scroll_areas()
    app.setApplicationName(NAME.en)
    app.setDesktopFileName("mingbai-ledger")
    program = Program(app, Memory(), today=_today())
    if not program.open_first([_path(word) for word in argv if not word.startswith("-")]):
        return program.code
    return int(app.exec())


def _is_text(word: str) -> bool:
    """Whether Qt can take it: it breaks down on the name of a file that is no UTF-8."""
    return not any("\ud800" <= sign <= "\udfff" for sign in word)


def _path(word: str, system: str = sys.platform) -> Path:
    """A ledger as the command line or a file manager names it."""
    parsed = urlparse(word)
    if parsed.scheme != "file":
        return Path(word)
    path = unquote(parsed.path)
    if system == "win32":
        # file:///C:/x names C:\x, and file://pc/x the share of another PC.
        path = f"//{parsed.netloc}{path}" if parsed.netloc not in ("", "localhost") else path.lstrip("/")
    return Path(path)


def _today() -> date | None:
    """The day that a picture or a test is taken on."""
    given = os.environ.get("MINGBAI_TODAY")
    return date.fromisoformat(given) if given else None


class Program(QObject):
    """Joins the parts: window, first run, trouble, the second start."""

    def __init__(self, app: QApplication, memory: Memory, *, today: date | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._memory = memory
        self._today = today
        self._telling = False
        self.code = 0
        self.window: Window | None = None
        self._server: QObject | None = None
        self._collector: Collector | None = None
        self.look = kept_choice(memory).look
        self._translator = QTranslator(self)
        self._own_words = ChineseWords(self)
        self._speak(self.look)
        sys.excepthook = lambda _, error, __: self.own_up(error)

    def open_first(self, given: Sequence[Path]) -> bool:
        """Opens what was asked for; False when there is nothing to wait for.

        A last ledger that cannot be opened leads to the first run, which says why: else there would be no
        way to another one.
        """
        if given:
            return self.open(given[0])
        last = next(iter(recent_ledgers(self._memory)), None)
        return self.open(last, instead=self.begin) if last is not None else self.begin()

    def open(self, path: Path, *, instead: Callable[[Words], bool] | None = None) -> bool:
        """Opens a ledger; one that another window holds is raised there.

        `instead` is told why it cannot be opened, and goes on; else a box says so.
        """
        try:
            # Asked before anything is seen: another window may only have to come to the front.
            Hold(path).release()
        except HeldElsewhere as held:
            return self._raise_other(path, held)
        except Trouble as trouble:
            return self._cannot_open(_why_unusable(path) or trouble, instead)
        window = Window(path, self.look, self._memory, today=self._today, failed=self.own_up, outlined=True)
        window.show_outline()
        if not window.isVisible():
            return False  # closed already
        try:
            window.open()
        except HeldElsewhere as held:
            # Two starts at once: the other one was faster.
            window.close()
            return self._raise_other(path, held)
        except Trouble as trouble:
            window.close()
            if isinstance(trouble, Damaged) and self._restored(path, trouble):
                return self.open(path, instead=instead)
            return self._cannot_open(trouble, instead)
        self._collect()
        window.other_asked.connect(self._other)
        window.sample_asked.connect(self._sample)
        window.ledger_asked.connect(self._change_to)
        window.lost.connect(lambda _: self._go_on_without(window))
        self.window = window
        QTimer.singleShot(LISTEN_MS, self, lambda: self._listen(path))
        return True

    def begin(self, said: Words | None = None, *, sample: bool = False) -> bool:
        """The first run: makes or chooses a ledger, and opens it. For the sample nothing is asked."""
        from mingbai.ui.first_run.dialog import FirstRun

        dress(self._app, self.look)
        self._collect()
        first = FirstRun(self.look, self._memory, self._today or date.today())
        first.runner.failed.connect(self.own_up)
        if said is not None:
            first.offer_other(said)
        if sample:
            QTimer.singleShot(0, first, first.take_sample)
        chosen = first.exec()
        first.deleteLater()
        if not chosen or first.path is None:
            return False
        self.look = first.look
        self._speak(self.look)
        if self.window is not None and first.path == self.window.path:
            return False  # open already
        return self.open(first.path)

    def _collect(self) -> None:
        """Once the start is over, garbage is collected again."""
        if self._collector is None:
            self._collector = Collector(self)

    def own_up(self, error: object) -> None:
        """A bug of ours: a saved report and a calm dialog; the window stays open.

        A fault of the world that a slot ran into is none: the window says it in its sentence.
        """
        from mingbai.desk.bug_report import save_bug_report
        from mingbai.ui.shell.trouble import BugDialog

        if not isinstance(error, BaseException):
            return
        if isinstance(error, Trouble):
            self._tell(error)
            return
        report = save_bug_report(error)
        if isinstance(error, KeyboardInterrupt):
            self._app.quit()
        elif not self._telling:
            # One dialog at a time: a fault while painting would open them without end.
            self._telling = True
            look = self.window.session.look if self.window is not None else self.look
            dress(self._app, look)
            try:
                BugDialog(look, report, self.window).exec()
            finally:
                self._telling = False

    def _tell(self, trouble: Trouble) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.session.runner.troubled.emit(trouble)
        else:
            self._say(trouble)

    def _raise_other(self, path: Path, held: HeldElsewhere) -> bool:
        return False if _raised_elsewhere(path) else self._cannot_open(held)

    def _cannot_open(self, trouble: Trouble, instead: Callable[[Words], bool] | None = None) -> bool:
        if instead is not None:
            return instead(trouble.words)
        self.code = 1
        self._say(trouble)
        return False

    def _say(self, trouble: Trouble) -> None:
        from PySide6.QtWidgets import QMessageBox

        dress(self._app, self.look)
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.look.word(NAME), self.look.word(trouble.words))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()

    def _restored(self, path: Path, trouble: Damaged) -> bool:
        """Offers the newest whole backup of a ledger that cannot be read; whether it was put in its place."""
        from mingbai.ledger.backups import backup_folder, backups
        from mingbai.ui.shell.way_back import WayBack

        try:
            if not backups(backup_folder(path)):
                return False
        except Trouble:
            return False  # the first sentence tells more
        dress(self._app, self.look)
        self._collect()
        way = WayBack(self.look, path, trouble, self.window)
        way.runner.failed.connect(self.own_up)
        restored = way.exec() == WayBack.DialogCode.Accepted
        way.deleteLater()
        return restored

    def _go_on_without(self, lost: Window) -> None:
        """The ledger of a window cannot be opened any more: back to a backup, or to another ledger."""
        self.window = None
        opened = self.open(lost.path, instead=self.begin)
        lost.close()
        lost.deleteLater()
        if not opened:
            self._app.quit()

    def _other(self) -> None:
        """Another ledger: chosen as on the first day; this window closes when it is open."""
        self._leave_for(self.begin)

    def _sample(self) -> None:
        """The sample, beside the ledger that is used; this window closes when it is open."""
        self._leave_for(lambda: self.begin(sample=True))

    def _change_to(self, path: Path) -> None:
        """Another ledger; this window closes when it is open."""
        self._leave_for(lambda: self.open(path))

    def _leave_for(self, open_other: Callable[[], bool]) -> None:
        old = self.window
        if old is not None:
            self.look = old.session.look
        if open_other() and old is not None and old is not self.window:
            old.close()
            old.deleteLater()
            if self.window is not None:
                # What stood over the old window took the focus along when it went.
                self.window.come_forward()
                self.window.frame.page.arrive()

    def _listen(self, path: Path) -> None:
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            # The ledger it spoke for is left; another window may open it.
            self._server.deleteLater()
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_line(path))
        server.listen(_line(path))

        def called() -> None:
            socket = server.nextPendingConnection()
            if socket is not None:
                socket.disconnected.connect(socket.deleteLater)
            if self.window is not None:
                self.window.come_forward()

        server.newConnection.connect(called)

    def _speak(self, look: Look) -> None:
        """Qt's own words (dialogs, menus of fields) in the window's language."""
        self._app.removeTranslator(self._translator)
        self._app.removeTranslator(self._own_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if look.language == "zh" and self._translator.load("qtbase_zh_CN", folder):
            self._app.installTranslator(self._translator)
            self._app.installTranslator(self._own_words)


def _why_unusable(path: Path) -> Trouble | None:
    """What is wrong with a file that cannot be held: it may be gone, or read-only, before it is anything else."""
    from mingbai.ledger.file import refuse_unusable

    try:
        refuse_unusable(path)
    except Trouble as trouble:
        return trouble
    return None


def _line(path: Path) -> str:
    """The name under which a ledger's window can be called."""
    from hashlib import sha256

    return f"mingbai-{sha256(os.fsencode(path.resolve())).hexdigest()[:24]}"


def _raised_elsewhere(path: Path) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    waited = QElapsedTimer()
    waited.start()
    socket.connectToServer(_line(path))
    while not socket.waitForConnected(WAIT_MS):
        if waited.hasExpired(STARTING_MS):
            return False
        QThread.msleep(ASK_AGAIN_MS)
        socket.connectToServer(_line(path))
    socket.write(RAISE)
    socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return True
