"""The question before a person is erased: what goes, in how many entries, and that nothing brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from mingbai.desk.erasing import erase_person, of_the_same_person, would_erase
from mingbai.domain.words import Words
from mingbai.ledger.backups import back_up, backup_folder
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.roles import styled
from mingbai.ui.narrow_dialog import NarrowDialog
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

if TYPE_CHECKING:
    from mingbai.ui.runner import Progress

TITLE = Words("清除这条记录的个人信息？", "Erase the personal data in this entry?")
OTHERS = Words(
    "另有 {n} 条记录是同一个姓名和电话，一起清除",
    "Also the {n} other entries with the same name and phone",
)
ONE_OTHER = Words(
    "另有 1 条记录是同一个姓名和电话，一起清除", "Also the one other entry with the same name and phone"
)
BACKUPS = Words(
    "此前的备份和导出的文件里还有，请另行删除。清除后马上另做一份备份。",
    "Backups and exported files made before still hold it; delete those as well. A fresh backup is made right "
    "after.",
)
GO = Words("清除，不能撤销", "Erase for good")
NO = Words("不清除", "Keep it")
BACKING_UP = Words("正在备份", "Backing up")
WIDTH = 480


class EraseDialog(NarrowDialog):
    """Accepted when a person means it; `entries` are those to erase."""

    def __init__(self, session: Session, entry: Entry, parent: QWidget) -> None:
        word, look = session.word, session.look
        super().__init__(look.px(WIDTH), parent)
        self._session, self._entry = session, entry
        self._others = of_the_same_person(session.ledger, entry, session.today)
        self._asked = styled(QLabel(), "text")
        backups = styled(QLabel(word(BACKUPS)), "secondary")
        n = len(self._others)
        self.others = QCheckBox(word(ONE_OTHER if n == 1 else OTHERS.format(n=n)))
        self.others.setVisible(bool(n))
        self.others.toggled.connect(self._tell)
        column = self.headed(word(TITLE))
        for widget in (self._asked, self.others, backups):
            column.addWidget(widget)
        for label in (self._asked, backups):
            label.setWordWrap(True)
        self.go, self.no = self.end_asking(word(GO), word(NO))
        self._tell()

    @property
    def entries(self) -> Sequence[Entry]:
        """What is to be erased."""
        return [self._entry, *(self._others if self.others.isChecked() else ())]

    @property
    def text(self) -> str:
        """What it asks."""
        return self._asked.text()

    def _tell(self) -> None:
        self._asked.setText(self._session.word(would_erase(self._session.ledger, self.entries).asked))
        if self.isVisible():
            self.fit()


def erase(session: Session, entries: Sequence[Entry]) -> None:
    """Erases entries off the window's thread, says what went, and makes a fresh backup."""
    session.do(lambda: erase_person(session.ledger, entries).words, lambda words: erased(session, words))


def erased(session: Session, words: Words) -> None:
    """Says what went, and makes the backup that does not hold it."""
    turns, folder = Turns.of(session.runner), backup_folder(session.ledger.path)

    def copied(progress: Progress) -> None:
        back_up(session.ledger, folder, why="erase", progress=turns.between(progress))

    session.said.emit(words)
    session.runner.job(session.word(BACKING_UP), copied)
