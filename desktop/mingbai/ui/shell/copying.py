"""The copies that are made by themselves: on the first open of a day, and before the window goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.words import Trouble, Words
from mingbai.ledger.backups import back_up, backup_folder, backups, is_behind
from mingbai.ui.later import later
from mingbai.ui.look.roles import styled
from mingbai.ui.narrow_dialog import NarrowDialog
from mingbai.ui.product import NAME
from mingbai.ui.turns import Turns

if TYPE_CHECKING:
    from mingbai.ui.runner import Job, Progress
    from mingbai.ui.session import Session

BACKING_UP = Words("正在备份", "Backing up")
NOT_BACKED_UP = Words("关闭前没能备份：{why}", "No backup was made before closing: {why}")
SAVED_ALREADY = Words(
    "登记的内容都已保存。正在做一份备份，做完自动关闭",
    "Everything you recorded is saved. A backup is being made; the window closes when it is done",
)
STILL = Words("{label}，做完自动关闭", "{label}; the window closes when it is done")
NO_COPY = Words("这次不备份，直接关闭", "Close without this backup")
NO_COPY_MEANS = Words("下次打开时补做", "It is made when the ledger is opened next")
ALL, NO_INPUT = (
    QEventLoop.ProcessEventsFlag.AllEvents,
    QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents,
)
LATE_MS = 400
WIDTH = 420


def back_up_daily(session: Session) -> None:
    """Makes the day's copy, and the one that was not made when the window closed last."""
    folder, turns = backup_folder(session.ledger.path), Turns.of(session.runner)

    def work(progress: Progress) -> None:
        from mingbai.desk.opened_copies import remove_left

        progress(0)
        remove_left()
        newest = next(iter(backups(folder, session.ledger)), None)
        today = date.today().isoformat()
        if newest is None or newest.manifest.made_at[:10] != today or is_behind(newest, session.ledger):
            back_up(session.ledger, folder, why="day", progress=turns.between(progress))

    session.runner.job(session.word(BACKING_UP), work)


def back_up_last(session: Session, window: QWidget) -> Trouble | None:
    """Waits for all work and makes the copy that is due; the window goes on painting, and takes no key.

    Answers what stood in the copy's way.
    """
    runner = session.runner
    runner.finish_deeds()
    found: list[Trouble] = []
    waiting = QEventLoop()
    if session.written or runner.jobs:

        def work(progress: Progress) -> None:
            # Asked now: what ran before may have been an import.
            if session.written:
                folder = backup_folder(session.ledger.path)
                back_up(session.ledger, folder, why="close", progress=progress)

        told = Closing(session, window)
        runner.job_told.connect(told.tell)
        runner.job_ended.connect(told.follow)
        told.shown.connect(waiting.quit)
        runner.job_ended.connect(waiting.quit)
        told.begin(runner.job(session.word(BACKING_UP), work, refused=found.append))
        # A program that is told to end leaves a loop at once; what is left is waited for below. Until the
        # dialog stands over the window, no key may get through to it.
        while runner.jobs and waiting.exec(ALL if told.isVisible() else NO_INPUT) >= 0:
            pass
        told.hide()
        told.deleteLater()
    runner.wait()
    return next(iter(found), None)


class Closing(NarrowDialog):
    """Says what the window waits for before it goes; nothing else can be done meanwhile."""

    shown = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        word, look = session.word, session.look
        super().__init__(look.px(WIDTH), window)
        self._session = session
        self._copy: Job | None = None
        self.setWindowTitle(word(NAME))
        self.setModal(True)
        self._text = styled(QLabel(), "text")
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 0)
        self.no_copy = styled(QPushButton(word(NO_COPY)), "link")
        self.no_copy.setToolTip(word(NO_COPY_MEANS))
        self.no_copy.setAutoDefault(False)
        self.no_copy.clicked.connect(self._give_up)
        # A key that was meant for the window must not give the copy up.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        column.addWidget(self.no_copy, 0, Qt.AlignmentFlag.AlignRight)
        self._late = later(self, LATE_MS, self._appear)

    def begin(self, copy: Job) -> None:
        """Appears when it takes longer than a moment."""
        self._copy = copy
        self.follow()
        self._late.start()

    def follow(self, _: object = None) -> None:
        """Says what is running now."""
        running = self._running
        assert running is not None
        alone = running is self._copy
        words = SAVED_ALREADY if alone else STILL.format(label=running.label)
        self._text.setText(self._session.word(words))
        self._bar.setAccessibleName(running.label)
        self._bar.setRange(0, 0)
        if self.isVisible():
            self.fit()

    @property
    def _running(self) -> Job | None:
        return next(iter(self._session.runner.jobs), self._copy)

    def tell(self, job: Job, done: int, of: int) -> None:
        """Shows how far that is."""
        if job is self._running:
            self._bar.setRange(0, of)
            self._bar.setValue(done)

    def _appear(self) -> None:
        self.show()
        self.shown.emit()

    def _give_up(self) -> None:
        for job in self._session.runner.jobs:
            job.progress.stop()
        self.no_copy.setEnabled(False)

    def hideEvent(self, _: QHideEvent) -> None:
        self._late.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends nothing here: there is a button for it."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
