"""The line in which a note on the progress of a resident's issue is typed."""

from __future__ import annotations

from collections.abc import Callable

from mingbai.desk import records
from mingbai.domain.issue import PROGRESS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.panel.adding_line import AddingLine
from mingbai.ui.session import Session

ADD_PROGRESS = Words("写一句进展，Enter 保存", "Add a note, Enter saves")
NOTED = Words("已记一条进展", "Note added")


class ProgressLine(AddingLine):
    """Enter adds what is typed to the entry that is open."""

    def __init__(self, session: Session, entry: Callable[[], Entry | None]) -> None:
        super().__init__(session, ADD_PROGRESS, ADD_PROGRESS)
        self._entry = entry
        self.entered.connect(self._add)

    def _add(self, text: str) -> None:
        entry, session = self._entry(), self._session
        if entry is None:
            return
        draft = {"issue": entry.number, "noted_at": session.now, "text": text}
        session.do(
            lambda: records.add(
                session.ledger, PROGRESS, draft, today=session.today, language=session.look.language
            ),
            lambda _: self.empty(),
            owner=self,
            refused=lambda trouble: self.wrong(trouble.words),
            done=NOTED,
        )
