"""The ledger and its backups: where it lies, back up now, restore, check that it is whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.words import Trouble, Words
from mingbai.ledger.backups import Backup, back_up, backup_folder, backups
from mingbai.ledger.check import Checked
from mingbai.ledger.check_apart import check_apart
from mingbai.ui.emptying import empty
from mingbai.ui.flow import Flow
from mingbai.ui.folders import open_path
from mingbai.ui.inline import Inline
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.meant import MeantButton
from mingbai.ui.runner import Job
from mingbai.ui.session import Session
from mingbai.ui.settings.section import Section, wrapped
from mingbai.ui.turns import Turns

T = TypeVar("T")

FILE = Words("账本文件", "Ledger file")
FOLDER = Words("打开所在文件夹", "Open its folder")
OTHER = Words("打开另一个账本", "Open another ledger")
NEW = Words("新建账本", "New ledger")
BACKUPS = Words("备份", "Backups")
RULE = Words(
    "每天第一次打开和关闭时自动备份；留 7 天、5 周、12 个月。备份在“{folder}”里。",
    "Made automatically when the ledger is first opened each day and when it is closed; 7 days, 5 weeks and 12 months are kept in “{folder}”.",
)
NEVER = Words("还没有备份", "There is no backup yet")
LAST = Words("最近一次：{when}", "Latest: {when}")
NOW = Words("立即备份", "Back up now")
BACKING_UP = Words("正在备份", "Backing up")
BACKED_UP = Words("已备份并核对：{name}", "Backed up and verified: {name}")
RESTORE = Words("恢复", "Restore")
RESTORE_FROM = Words("恢复到 {when}", "Restore {when}")
ASKED = Words(
    "恢复到 {when} 的样子？那以后记的都不在里面。现在的账本会另存在旁边，不会删除；但这一步不能用 Ctrl+Z 收回。",
    "Go back to the ledger of {when}? Anything recorded since is not in it. The current ledger is set aside, never deleted, but Ctrl+Z cannot undo this.",
)
YES = Words("恢复这一份", "Restore this one")
NO = Words("不恢复", "Do not restore")
CHECK = Words("检查账本", "Check the ledger")
CHECK_SAID = Words(
    "看文件、流水和检索是否都对得上，大账本要一分钟左右，随时可以停。",
    "Checks that file, journal and search agree; about a minute for a large ledger. You can stop it at any time.",
)
STOP = Words("停止", "Stop")
STOPPED = Words("已停止，账本没有改动", "Stopped; the ledger is unchanged")
CHECKING = Words("正在检查", "Checking")
DAMAGED = Words(
    "账本不完好，请从备份恢复。{found}", "The ledger is not whole; restore it from a backup. {found}"
)
SIZED = Words("{when}，{size}", "{when}, {size}")
COUNTED = Words("{when}，{n} 条登记，{size}", "{when}, {n} entries, {size}")

SHOWN = 30


class LedgerSection(Section):
    """Where the ledger is, its backups, and whether it is whole."""

    code = "ledger"
    words = Words("账本与备份", "Ledger and backups")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._job: Job | None = None
        session.runner.job_told.connect(self._told)
        self.found: list[Backup] = []
        self.notice = Inline(session.look)
        self.column.addWidget(self.notice)
        self._lay_out_file(self.card())
        self._lay_out_backups(self.card())
        self._lay_out_check(self.card())
        self.column.addStretch(1)

    def read(self) -> None:
        """Looks for the backups."""
        ledger = self.session.ledger
        folder = backup_folder(ledger.path)
        self.session.do(lambda: backups(folder, ledger), self._show_backups, owner=self, refused=self._refuse)

    def back_up_now(self) -> None:
        """Makes a backup and says its name."""
        ledger = self.session.ledger

        def made(backup: Backup) -> None:
            self.notice.say(self.session.word(BACKED_UP.format(name=backup.path.name)), "green")
            self.read()

        folder = backup_folder(ledger.path)
        self._run(BACKING_UP, lambda progress: back_up(ledger, folder, why="asked", progress=progress), made)

    def check_now(self) -> None:
        """Checks the ledger and says what was found."""
        ledger = self.session.ledger
        folder = backup_folder(ledger.path)
        self._run(CHECKING, lambda progress: check_apart(ledger, folder, progress), self._show_checked)

    # --- What comes back ------------------------------------------------------------------------

    def _show_backups(self, found: list[Backup]) -> None:
        self.found = found[:SHOWN]
        word = self.session.word
        self.last.setText(word(LAST.format(when=when(found[0]))) if found else word(NEVER))
        empty(self._rows)
        for at, backup in enumerate(self.found):
            if at:
                self._rows.addWidget(styled(QFrame(), "line"))
            row = BackupRow(self.session, backup)
            row.chosen.connect(self.session.restore_asked)
            self._rows.addWidget(row)

    def _show_checked(self, found: Checked) -> None:
        word = self.session.word
        if found.findings:
            told = " ".join(word(finding.words) for finding in found.findings)
            self.notice.say(word(DAMAGED.format(found=told)))
        else:
            self.notice.say(word(found.whole_words), "green")

    def _refuse(self, trouble: Trouble) -> None:
        self.notice.say(self.session.word(trouble.words))

    # --- Work -------------------------------------------------------------------------------------

    def _run(
        self, words: Words, work: Callable[[Callable[[int, int], None]], T], then: Callable[[T], None]
    ) -> None:
        if self._job is not None:
            return

        def ended(answer: T) -> None:
            self._rest()
            then(answer)

        def refused(trouble: Trouble) -> None:
            self._rest()
            self._refuse(trouble)

        self.notice.say("")
        self._doing.setText(self.session.word(words))
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.session.word(words))
        self.stop.setEnabled(True)
        self._working.show()
        self.now.setEnabled(False)
        self.look_over.setEnabled(False)
        turns, runner = Turns.of(self.session.runner), self.session.runner
        self._job = runner.job(
            self.session.word(words),
            lambda progress: work(turns.between(progress)),
            ended,
            owner=self,
            refused=refused,
            stopped=self._stopped,
            place=self,
        )

    def _told(self, job: object, done: int, of: int) -> None:
        if job is self._job:
            self._bar.setRange(0, of)
            self._bar.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self._job.progress.stop()

    def _stopped(self) -> None:
        self._rest()
        self.notice.say(self.session.word(STOPPED), "green")

    def _rest(self) -> None:
        self._job = None
        self._working.hide()
        self.now.setEnabled(True)
        self.look_over.setEnabled(True)

    # --- Layout -----------------------------------------------------------------------------------

    def _lay_out_file(self, card: QVBoxLayout) -> None:
        session = self.session
        card.addWidget(styled(QLabel(session.word(FILE)), "heading"))
        path = wrapped(str(session.ledger.path), "cell")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.addWidget(path)
        row = Flow(10)
        row.addWidget(self._button(FOLDER, "folder", self._open_folder))
        row.addWidget(self._button(OTHER, "grid", self.session.ledgers_asked.emit))
        row.addWidget(self._button(NEW, "plus", self.session.other_asked.emit))
        card.addLayout(row)

    def _lay_out_backups(self, card: QVBoxLayout) -> None:
        session = self.session
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(styled(QLabel(session.word(BACKUPS)), "heading"))
        self.last = wrapped("", "secondary")
        head.addWidget(self.last, 1)
        self.now = self._button(NOW, "copy", self.back_up_now)
        head.addWidget(self.now)
        card.addLayout(head)
        folder = backup_folder(session.ledger.path).name
        card.addWidget(wrapped(session.word(RULE.format(folder=folder)), "caption"))
        self._working = QWidget()
        working = QHBoxLayout(self._working)
        working.setContentsMargins(0, 0, 0, 0)
        working.setSpacing(10)
        self._doing = styled(QLabel(), "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(session.look.px(6))
        self.stop = styled(QPushButton(session.word(STOP)), "plain")
        self.stop.clicked.connect(self._stop)
        working.addWidget(self._doing)
        working.addWidget(self._bar, 1)
        working.addWidget(self.stop)
        self._working.hide()
        self.column.insertWidget(self.column.indexOf(self.notice), self._working)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        card.addLayout(self._rows)

    def _lay_out_check(self, card: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(wrapped(self.session.word(CHECK_SAID), "secondary"), 1)
        self.look_over = self._button(CHECK, "eye", self.check_now)
        row.addWidget(self.look_over)
        card.addLayout(row)

    def _button(self, words: Words, name: str, run: Callable[[], object]) -> QPushButton:
        button = styled(QPushButton(self.session.word(words)), "plain")
        put_icon(button, self.session.look, name)
        button.setMinimumHeight(self.session.look.px(36))
        button.clicked.connect(lambda _: run())
        return button

    def _open_folder(self) -> None:
        open_path(self.session.ledger.path.parent)


class BackupRow(QWidget):
    """One backup; the first press asks, the second restores."""

    chosen = Signal(object)

    def __init__(self, session: Session, backup: Backup) -> None:
        super().__init__()
        self._path: Path = backup.path
        look, word = session.look, session.word
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        column.addLayout(row)
        name = wrapped(word(backup_told(backup)), "cell")
        name.setToolTip(as_typed(str(backup.path)))
        row.addWidget(name, 1)
        self.ask = styled(QPushButton(word(RESTORE)), "quiet")
        put_icon(self.ask, look, "undo")
        self.ask.setMinimumHeight(look.px(32))
        self.ask.setAccessibleName(word(RESTORE_FROM.format(when=when(backup))))
        row.addWidget(self.ask)
        self.question = styled(QFrame(), "notice", "amber")
        inside = QVBoxLayout(self.question)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(wrapped(word(ASKED.format(when=when(backup))), "text"))
        answers = QHBoxLayout()
        self.no = styled(QPushButton(word(NO)), "plain")
        self.yes = styled(MeantButton(word(YES)), "plain")
        for button in (self.no, self.yes):
            button.setMinimumHeight(look.px(36))
            answers.addWidget(button)
        answers.addStretch(1)
        inside.addLayout(answers)
        self.question.hide()
        column.addWidget(self.question)
        self.ask.clicked.connect(self._ask)
        self.no.clicked.connect(self._leave)
        self.yes.clicked.connect(lambda: self.chosen.emit(self._path))

    def _ask(self) -> None:
        self.question.show()
        self.ask.setEnabled(False)
        self.no.setFocus()

    def _leave(self) -> None:
        self.question.hide()
        self.ask.setEnabled(True)
        self.ask.setFocus()


def backup_told(backup: Backup) -> Words:
    """When a backup was made, and how much people had recorded by then; lists that came along are no news."""
    n = backup.manifest.contents.recorded
    told = COUNTED if n else SIZED
    return told.format(when=when(backup), n=n, size=f"{backup.manifest.bytes / 2**20:.1f} MB")


def when(backup: Backup) -> str:
    """The day and time of a backup."""
    return f"{datetime.fromisoformat(backup.manifest.made_at):%Y-%m-%d %H:%M}"
