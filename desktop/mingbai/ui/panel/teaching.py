"""A rule that a person cited: which words it shall look for from now on, and how far they reach."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from mingbai.desk import teaching
from mingbai.desk.flagged import Flagged
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.later import later
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.rule_words import RuleWords
from mingbai.ui.session import Session

WHICH = Words("哪几个字以后也提示", "Words this rule looks for from now on")
HINT = Words("只留关键的几个字，Enter 记下", "Shorten to the words that decide; Enter keeps them")
TAUGHT = Words("已加进这条依据的触发词", "Added to the words of this rule")
PAUSE_MS = 200


class Teaching(RuleWords):
    """The line, and below it how many entries have its words."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, WHICH, HINT)
        self._flag: Flagged | None = None
        self._entry: Entry | None = None
        self._soon = later(self, PAUSE_MS, self._count)
        self.line.typed.connect(self._soon.start)
        self.reach = styled(QLabel(), "caption")
        self.reach.setFont(session.look.font(Size.CAPTION))
        self.reach.setWordWrap(True)
        self.column.addWidget(self.reach)

    def begin(self, flag: Flagged, entry: Entry) -> None:
        """Asks for the words, those of the title proposed."""
        self._flag, self._entry = flag, entry
        self.propose(teaching.proposed(str(entry.stored["title"])), flag.entry.uid)
        self._count()

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

    def take(self, words: str) -> None:
        flag, session = self._flag, self._session
        if flag is not None:
            self.keep(lambda: teaching.teach(session.ledger, flag.entry, words, today=session.today), TAUGHT)
