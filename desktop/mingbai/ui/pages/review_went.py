"""Where an entry went that was just assessed or cut, and the key that goes on with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from mingbai.desk.reviewing import Next, Review
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.one_line import OneLine
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.review_chips import CHIPS
from mingbai.ui.panel.verdict_keys import CARRY, MARK_AS_CUT
from mingbai.ui.session import Session

ONE = Words("{title}：{verdict}，在“{list}”里", "{title}: {verdict}, under “{list}”")
SEVERAL = Words("{n} 条：{verdict}，在“{list}”里", "{n} entries: {verdict}, under “{list}”")


class Went(QFrame):
    """One calm line below the chips, for as long as what it tells is so."""

    asked = Signal()
    """What was suggested is to be noted as cut."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._uids: tuple[str, ...] = ()
        self._suggested = ""
        self.where = ""
        """The list they are in now; empty where nothing is to be told."""
        styled(self, "sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        self.told = styled(OneLine(""), "cell")
        words = session.word(MARK_AS_CUT)
        self.cap = styled(QLabel(CARRY), "key")
        self.cut = styled(QPushButton(words), "link")
        self.cut.setAccessibleName(f"{CARRY} {words}")
        self.cut.clicked.connect(lambda _=False: self.asked.emit())
        row.addWidget(self.told, 1)
        row.addWidget(self.cap)
        row.addWidget(self.cut)
        self.hide()

    @property
    def coming(self) -> bool:
        """Whether something was just decided and is not read yet."""
        return bool(self._uids) and not self.where

    def tell(self, decisions: Sequence[Entry]) -> None:
        """These were just made; they are told of once they are read."""
        self._uids, self.where, self._suggested = tuple(one.uid for one in decisions), "", ""

    @property
    def suggested(self) -> str:
        """The decision that can be noted as cut; empty where none can."""
        return self._suggested

    def show_review(self, found: Review) -> bool:
        """Says where they are now; undone, they are nowhere and nothing is said. Whether that is news."""
        was = self.where
        made = [one for one in found.decided if one.decision.uid in self._uids and one.entry is not None]
        self._suggested = made[0].decision.uid if made and made[0].next is Next.CARRY_OUT else ""
        self.where = ("suggestions" if self._suggested else "decided") if made else ""
        if made:
            words = self._session.word
            where = words(CHIPS[self.where])
            said = ONE if len(made) == 1 else SEVERAL
            verdict = words(made[0].record.verdict)
            told = said.format(title=made[0].title, n=len(made), verdict=verdict, list=where)
            self.told.say(words(told))
        for widget in (self.cap, self.cut):
            widget.setVisible(bool(self._suggested))
        return self.where not in ("", was)
