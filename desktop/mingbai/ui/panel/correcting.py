"""A flag that is not meant here: which words its rule shall leave alone from now on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk import review
from mingbai.desk.flagged import Flagged
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.adding_line import AddingLine
from mingbai.ui.session import Session

WHICH = Words("哪几个字以后不用提示", "Words to leave alone from now on")
HINT = Words("只留这几个字，Enter 记下", "Shorten to the words meant; Enter keeps them")
ONLY_HERE = Words("只在这一条不算", "Only in this entry")
SET_ASIDE = Words("已记下，这条提示不再出现", "Kept; this flag is set aside")


class Correcting(QWidget):
    """One line, and a way to set this one flag aside without teaching its rule anything."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._flag: Flagged | None = None
        said = styled(QLabel(session.word(WHICH)), "label")
        said.setFont(session.look.font(Size.CELL))
        said.setWordWrap(True)
        self.line = AddingLine(session, WHICH, HINT)
        self.line.entered.connect(self._teach)
        self.line.given_up.connect(self.closed)
        self.only_here = styled(QPushButton(session.word(ONLY_HERE)), "link")
        self.only_here.setAccessibleName(session.word(ONLY_HERE))
        self.only_here.clicked.connect(lambda: self._teach(""))
        row = QHBoxLayout()
        row.addWidget(self.only_here)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(said)
        layout.addWidget(self.line)
        layout.addLayout(row)
        self.setFocusProxy(self.line)

    def begin(self, flag: Flagged, title: str) -> None:
        """Asks for the words, `title` proposed; where a rule goes by no words the flag is set aside at once."""
        self._flag = flag
        if flag.entry.stored["family"] != Family.FORBIDDEN_ASK.code or flag.rule is None:
            self._teach("")
            return
        self.line.empty()
        self.line.bring_back(title)
        self.show()
        self.line.box.selectAll()
        self.setFocus()

    def _teach(self, words: str) -> None:
        flag, session = self._flag, self._session
        if flag is None:
            return

        def done(_: object) -> None:
            self.line.empty()
            self.closed.emit()

        session.do(
            lambda: review.dismiss(session.ledger, flag.entry, exclude=words, today=session.today),
            done,
            owner=self,
            refused=lambda trouble: self.line.wrong(trouble.words),
            done=SET_ASIDE,
        )
