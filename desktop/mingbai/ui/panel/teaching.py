"""A rule that a person cited: which words it shall look for from now on, and how far they reach."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mingbai.desk import teaching
from mingbai.desk.flagged import Flagged
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.later import later
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.adding_line import AddingLine
from mingbai.ui.session import Session

WHICH = Words("哪几个字以后也提示", "Words this rule shall look for from now on")
HINT = Words("只留关键的几个字，Enter 记下", "Shorten to the words that decide; Enter keeps them")
TAUGHT = Words("已加进这条依据的触发词", "Added to the words of this rule")
PAUSE_MS = 200


class Teaching(QWidget):
    """One line, and below it how many entries have its words."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._flag: Flagged | None = None
        self._entry: Entry | None = None
        said = styled(QLabel(session.word(WHICH)), "label")
        said.setFont(session.look.font(Size.CELL))
        said.setWordWrap(True)
        self.line = AddingLine(session, WHICH, HINT)
        self.line.entered.connect(self._teach)
        self.line.given_up.connect(self.closed)
        self._soon = later(self, PAUSE_MS, self._count)
        self.line.typed.connect(self._soon.start)
        self.reach = styled(QLabel(), "caption")
        self.reach.setFont(session.look.font(Size.CAPTION))
        self.reach.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(said)
        layout.addWidget(self.line)
        layout.addWidget(self.reach)
        self.setFocusProxy(self.line)

    def begin(self, flag: Flagged, entry: Entry) -> None:
        """Asks for the words, those of the title proposed."""
        self._flag, self._entry = flag, entry
        self.line.empty()
        self.line.bring_back(teaching.proposed(str(entry.stored["title"])))
        self._count()
        self.show()
        self.line.box.selectAll()
        self.setFocus()

    def _count(self) -> None:
        """Says how far the words reach, or nothing while they cannot be kept: Enter says why."""
        session = self._session
        self._soon.stop()
        if self._entry is None:
            return
        try:
            told = session.word(
                teaching.reach(session.ledger, self._entry, self.line.text, session.today).told
            )
        except Mistake:
            told = ""
        self.reach.setText(told)
        self.reach.setVisible(bool(told))
        self.line.box.setAccessibleDescription(told)

    def _teach(self, words: str) -> None:
        flag, session = self._flag, self._session
        if flag is None:
            return

        def done(_: object) -> None:
            self.line.empty()
            self.closed.emit()

        session.do(
            lambda: teaching.teach(session.ledger, flag.entry, words, today=session.today),
            done,
            owner=self,
            refused=lambda trouble: self.line.wrong(trouble.words),
            done=TAUGHT,
        )
