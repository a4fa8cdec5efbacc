"""The question before a file is erased for good: nothing brings it back."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from mingbai.desk.attachments import erase_file
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.roles import styled
from mingbai.ui.narrow_dialog import NarrowDialog
from mingbai.ui.panel.erasing import BACKUPS, GO, NO, WIDTH, erased
from mingbai.ui.session import Session

TITLE = Words("永久清除这个附件？", "Erase this attachment for good?")
ASKED = Words(
    "“{name}”和其中的内容会从账本里抹去，不能撤销。",
    "“{name}” and its contents are erased from the ledger. This cannot be undone.",
)


class EraseFileDialog(NarrowDialog):
    """Accepted when a person means it."""

    def __init__(self, session: Session, file: Entry, parent: QWidget) -> None:
        word = session.word
        super().__init__(session.look.px(WIDTH), parent)
        column = self.headed(word(TITLE))
        asked = ASKED.format(name=str(file.stored["name"]))
        for role, words in (("text", asked), ("secondary", BACKUPS)):
            label = styled(QLabel(word(words)), role)
            label.setWordWrap(True)
            column.addWidget(label)
        self.go, self.no = self.end_asking(word(GO), word(NO))


def erase_after_asking(session: Session, file: Entry, parent: QWidget) -> None:
    """Asks, erases the file off the window's thread, says so, and makes a fresh backup."""
    asked = EraseFileDialog(session, file, parent)
    if asked.exec():
        session.do(lambda: erase_file(session.ledger, file), lambda words: erased(session, words))
    asked.deleteLater()
