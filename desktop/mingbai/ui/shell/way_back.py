"""The way back for a ledger that can no longer be read: the newest backup found whole, in its place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from mingbai.domain.words import Trouble, Words
from mingbai.domain.written_day import written_day
from mingbai.ledger.backups import Backup, backup_folder, newest_whole, restore
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.narrow_dialog import NarrowDialog
from mingbai.ui.product import NAME
from mingbai.ui.runner import Progress, Runner

TITLE = Words("账本读不出来了", "The ledger can no longer be read")
LOOKING = Words("正在核验备份", "Looking for a backup that is whole")
FOUND = Words(
    "最近一份完好的备份做于{when}，{entries}。恢复后，此后登记的内容不在其中；读不出来的文件改名留在原处，不会删除。",
    "The newest sound backup is from {when} ({entries}). What was recorded after that is not in it. The "
    "file that cannot be read is renamed and kept where it is; nothing is deleted.",
)
ENTRIES = Words("{n} 条登记", "{n:,} entries")
MADE_AT = Words("{day} {time}", "{day}, {time}")
NONE_WHOLE = Words(
    "文件夹“{folder}”里没有完好的备份。请在优盘或旧电脑上找一份 .mingbai 备份，选“打开已有的账本”",
    "No backup in the folder “{folder}” is whole. Look for a .mingbai backup on a stick or an older PC, and "
    "choose to open it",
)
RESTORING = Words("正在恢复", "Restoring")
RESTORE = Words("恢复这份备份", "Restore this backup")
NOT_NOW = Words("先不恢复", "Not now")
WIDTH = 520


class WayBack(NarrowDialog):
    """Looks for the backup, and puts it in place when a person says so; then it is accepted."""

    def __init__(self, look: Look, path: Path, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(look.px(WIDTH), parent)
        self._look, self._path = look, path
        self._backup: Backup | None = None
        self.runner = Runner.of(self)
        """Its `failed` tells of bugs: to be connected like the window's."""
        self.runner.troubled.connect(lambda found: self._tell(found.words))
        self._text = self._label("text")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 0)
        self.restore_button = styled(QPushButton(look.word(RESTORE)), "primary")
        self.restore_button.clicked.connect(self._restore)
        self.not_now = styled(QPushButton(look.word(NOT_NOW)), "plain")
        self.not_now.clicked.connect(self.reject)
        why = self._label("secondary")
        why.setText(look.word(trouble.words))
        column = self.headed(look.word(TITLE))
        self.setWindowTitle(look.word(NAME))
        for widget in (why, self._text, self._bar):
            column.addWidget(widget)
        self.end_with(self.not_now, self.restore_button)
        self._work(LOOKING)
        folder = backup_folder(path)
        self.runner.job(look.word(LOOKING), lambda told: newest_whole(folder, told), self._found)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def _label(self, role: str) -> QLabel:
        label = styled(QLabel(), role)
        label.setWordWrap(True)
        return label

    def _work(self, words: Words) -> None:
        self._text.setText(self._look.word(words))
        self._bar.setAccessibleName(self._look.word(words))
        self._bar.show()
        self.restore_button.setEnabled(False)
        if self.isVisible():
            self.fit()

    def _tell(self, words: Words) -> None:
        self._text.setText(self._look.word(words))
        self._bar.hide()
        self.fit()

    def _found(self, backup: Backup | None) -> None:
        self._backup = backup
        if backup is None:
            self._tell(NONE_WHOLE.format(folder=backup_folder(self._path)))
            self.restore_button.hide()
            self.fit()
            return
        manifest = backup.manifest
        made_at, n = datetime.fromisoformat(manifest.made_at), manifest.contents.recorded
        when = MADE_AT.format(day=written_day(made_at.date()), time=f"{made_at:%H:%M}")
        entries = ENTRIES.format(n=n)
        self._tell(FOUND.format(when=when, entries=entries))
        self.restore_button.setEnabled(True)
        self.restore_button.setFocus()

    def _restore(self) -> None:
        backup, path = self._backup, self._path
        if backup is None:
            return

        def work(_: Progress) -> Path | None:
            return restore(backup.path, path)

        self.not_now.setEnabled(False)
        self._work(RESTORING)
        self.runner.job(self._look.word(RESTORING), work, lambda _: self.accept(), refused=self._refused)

    def _refused(self, trouble: Trouble) -> None:
        self._tell(trouble.words)
        self.not_now.setEnabled(True)
        self.restore_button.setEnabled(True)

    def reject(self) -> None:
        """Not now: the file stays as it is. What is being put in place is not broken off."""
        if self.not_now.isEnabled():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Like Esc."""
        event.ignore()
        self.reject()
