"""A flag that is not meant here: which words its rule shall leave alone from now on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mingbai.desk import review
from mingbai.desk.flagged import Flagged
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.rule_words import RuleWords
from mingbai.ui.session import Session

WHICH = Words("哪几个字以后不用提示", "Words to leave alone from now on")
HINT = Words("只留这几个字，Enter 记下", "Shorten to the words meant; Enter keeps them")
ONLY_HERE = Words("只在这一条不算", "Only in this entry")
SET_ASIDE = Words("已记下，这条提示不再出现", "Kept; this flag is set aside")


class Correcting(RuleWords):
    """The line, and a way to set this one flag aside without teaching its rule anything."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, WHICH, HINT)
        self._flag: Flagged | None = None
        self.only_here = styled(QPushButton(session.word(ONLY_HERE)), "link")
        self.only_here.setAccessibleName(session.word(ONLY_HERE))
        self.only_here.clicked.connect(lambda: self.take(""))
        self.column.addWidget(self.only_here, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self, flag: Flagged, title: str) -> None:
        """Asks for the words, `title` proposed; where a rule goes by no words the flag is set aside at once."""
        self._flag = flag
        if flag.entry.stored["family"] != Family.FORBIDDEN_ASK.code or flag.rule is None:
            self.take("")
        else:
            self.propose(title, flag.entry.uid)

    def take(self, words: str) -> None:
        flag, session = self._flag, self._session
        if flag is not None:
            self.keep(
                lambda: review.dismiss(session.ledger, flag.entry, exclude=words, today=session.today),
                SET_ASIDE,
            )
