"""The window of one ledger: opens it, keeps its place on the screen, builds its content anew when asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from mingbai.desk.places import place_of
from mingbai.domain.words import Words
from mingbai.ledger.backups import back_up, back_up_before, backup_folder, backups, restore
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.memory import Memory
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session
from mingbai.ui.shell.frame import Frame
from mingbai.ui.shell.stops import FIRST

NAME = Words("明白账", "Mingbai Ledger")
BACKING_UP = Words("正在备份", "Backing up")
RESTORED = Words(
    "已恢复备份，原来的账本留在 {path}", "The backup is restored; the ledger used until now is kept as {path}"
)
SIZE = (1280, 800)
TITLE_BAR = 40
"""What the system draws above a window, at most."""
RECENT, LAST_STATE, GEOMETRY = "recent", "state", "geometry"
RECENT_KEPT = 8


class Window(QMainWindow):
    """One ledger's window."""

    other_asked = Signal()
    """The person wants to choose another ledger."""

    def __init__(
        self,
        path: Path,
        look: Look,
        memory: Memory,
        *,
        today: date | None = None,
        failed: Callable[[object], None],
    ) -> None:
        """Opens the ledger. Raises `Trouble` when it cannot be opened. `failed` hears of bugs of ours."""
        super().__init__()
        self._memory = memory
        self._today = today
        self._failed = failed
        self.path = path
        self.setAcceptDrops(True)
        self.session = self._opened(look)
        self._keep_recent()
        kept = memory.get(f"{LAST_STATE}/{self._key}", {})
        self.frame = self._build(kept if isinstance(kept, dict) else {})
        geometry = memory.get(GEOMETRY)
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - TITLE_BAR))
        # Work for the day begins after the window is seen.
        self._daily = QTimer(self, singleShot=True, interval=1500)
        self._daily.timeout.connect(self._back_up_daily)
        self._daily.start()

    def _opened(self, look: Look) -> Session:
        ledger = Ledger(self.path, before_migrating=back_up_before)
        session = Session(ledger, look, self._memory, today=self._today)
        session.look_asked.connect(self.show_look)
        session.runner.failed.connect(self._failed)
        return session

    def _build(self, state: dict[str, object]) -> Frame:
        session = self.session
        dress(_application(), session.look)
        place = place_of(session.ledger).name
        self.setWindowTitle(" ".join((place, session.word(NAME))))
        self.setMinimumSize(480, 360)
        frame = Frame(session, state)
        frame.restore_asked.connect(self.restore_backup)
        frame.other_asked.connect(self.other_asked)
        self.setCentralWidget(frame)
        return frame

    @property
    def _key(self) -> str:
        return self.path.resolve().as_posix().replace("/", "_")

    def show_look(self, look: Look) -> None:
        """Builds the content anew with another look; all that was open is open again."""
        if self.frame.locked or look == self.session.look:
            return
        state = self.frame.state()
        opened = self.frame.panel.entry
        self.session.look = look
        self.frame.setParent(None)
        self.frame.deleteLater()
        self.frame = self._build(state)
        if opened is not None:
            self.frame.open_entry(opened)

    def restore_backup(self, backup: Path) -> None:
        """Puts a backup in the ledger's place and opens it; the ledger used until now is set aside."""
        look = self.session.look
        self.frame.setParent(None)
        self.frame.deleteLater()
        self.session.close()
        try:
            aside = restore(backup, self.path)
        finally:
            self.session = self._opened(look)
            self.frame = self._build({"page": FIRST[0].code})
        self.session.said.emit(RESTORED.format(path=aside))

    def remember(self) -> None:
        """Keeps what to come back to."""
        self._memory.keep(f"{LAST_STATE}/{self._key}", self.frame.state())
        self._memory.keep(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        self._memory.write()

    def _keep_recent(self) -> None:
        found = self._memory.get(RECENT, [])
        others = [one for one in found if one != str(self.path)] if isinstance(found, list) else []
        self._memory.keep(RECENT, [str(self.path), *others][:RECENT_KEPT])

    def _back_up_daily(self) -> None:
        session, folder = self.session, backup_folder(self.path)

        def work(progress: Progress) -> None:
            progress(0)
            newest = next(iter(backups(folder, session.ledger)), None)
            if newest is None or newest.manifest.made_at[:10] != date.today().isoformat():
                back_up(session.ledger, folder, why="day")

        session.runner.job(session.word(BACKING_UP), work)

    def closeEvent(self, event: QCloseEvent) -> None:
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a field saves when it is left
        self._daily.stop()
        self.remember()
        self.session.runner.wait()
        written = self.session.written
        self.frame.setParent(None)
        self.frame.deleteLater()
        if written:
            back_up(self.session.ledger, backup_folder(self.path), why="close")
        self.session.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.frame.drop([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
