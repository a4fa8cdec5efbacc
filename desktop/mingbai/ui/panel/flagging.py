"""Flagging the open entry: in one's own words, or with a rule found by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mingbai.desk import review
from mingbai.desk.called import Named
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.form.completion import Completion
from mingbai.ui.panel.adding_line import AddingLine
from mingbai.ui.session import Session

FLAGGED = Words("已提示", "Flagged")
REASON = Words("提示的理由", "Why it is flagged")
HINT = Words("理由，或依据的编码、关键字", "A reason, or a rule's code or words")


class Flagging(QWidget):
    """One line, with the rules that may be meant offered below it; nothing is taken that was not chosen."""

    typed = Signal()
    closed = Signal()
    """Flagged, or given up."""

    def __init__(self, session: Session, entry: Callable[[], Entry | None]) -> None:
        """`entry` tells which one is open."""
        super().__init__()
        self._session = session
        self._entry = entry
        self.line = AddingLine(session, REASON, HINT)
        self.line.entered.connect(self.flag)
        self.line.typed.connect(self.typed)
        self.line.given_up.connect(self.line.box.take_esc)
        self.line.given_up.connect(self.closed)
        self.completion = Completion(session.look, self.line.box, self._offered, chosen_first=False)
        self.completion.taken.connect(self._taken)
        self.line.box.edited.connect(self._edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)

    def flag(self, reason: str) -> None:
        """Flags it, by the code of a rule or a reason in one's own words."""
        entry, session = self._entry(), self._session
        if entry is None:
            return

        def flagged(_: Entry) -> None:
            self.line.empty()
            self.closed.emit()

        session.do(
            lambda: review.flag(session.ledger, entry, reason, today=session.today),
            flagged,
            owner=self,
            refused=lambda trouble: self.line.wrong(trouble.words),
            done=FLAGGED,
        )

    def _offered(self, text: str) -> Sequence[Named]:
        return self._session.naming.rules(text)

    def _edited(self) -> None:
        if not self.line.box.composing:
            self.completion.offer(self.line.text)

    def _taken(self, named: Named) -> None:
        self.line.box.take(named.name.zh)
        self.completion.hide()
        self.flag(named.name.zh)
