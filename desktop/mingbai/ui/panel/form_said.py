"""A form attached to the open assignment: its columns are kept, and one sentence says to whom they went before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.quick.below import SHOW, Sentence
from mingbai.ui.quick.words import READING
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.asked_before import AskedBefore

KEPT = Words("已记下表格的 {n} 栏", "The form's {n} columns are kept")
NEW = Words(
    "已记下表格的 {n} 栏，以前没有报过", "The form's {n} columns are kept; they went to nobody before"
)


class FormSaid(QWidget):
    """One sentence, with the earlier entry behind it; nothing as long as no form was attached."""

    seen_asked = Signal(int)
    """From where on down it, and what it brings with it, is to be seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._uid = ""
        self.sentence = Sentence(session.look, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sentence)
        self.hide()

    def calm(self) -> None:
        """Nothing to say."""
        self._uid = ""
        self.sentence.say(None)
        self.hide()

    def read(self, entry: Entry, path: Path) -> None:
        """Reads a form off the window's thread, then keeps its columns on the assignment."""
        session = self._session
        self.calm()
        self._uid = entry.uid
        session.runner.job(
            session.word(READING.format(name=path.name)),
            lambda _: _columns_of(path),
            lambda columns: self._keep(entry, columns),
            owner=self,
            refused=lambda trouble: self._refused(entry, trouble),
        )

    def _keep(self, entry: Entry, columns: tuple[str, ...]) -> None:
        if not columns:
            return
        session = self._session
        ledger, today = session.ledger, session.today
        suggester = session.suggester

        def deed() -> tuple[AskedBefore | None, Words, Entry | None]:
            from mingbai.desk.dropped import keep_form

            kept = keep_form(ledger, entry, columns, today)
            return suggester.asked_before(kept, today)

        def told(answer: tuple[AskedBefore | None, Words, Entry | None]) -> None:
            before, words, other = answer
            if self._uid != entry.uid:
                return
            if before is None or other is None:
                self._say(NEW.format(n=len(columns)), "")
                return
            self._say(words, "amber", other)

        session.do(
            deed,
            told,
            owner=self,
            refused=lambda trouble: self._refused(entry, trouble),
            done=KEPT.format(n=len(columns)),
        )

    def _refused(self, entry: Entry, trouble: Trouble) -> None:
        if self._uid == entry.uid:
            self._say(trouble.words, "danger")
        else:
            self._session.runner.troubled.emit(trouble)

    def _say(self, words: Words, tone: str, other: Entry | None = None) -> None:
        answers = [(SHOW, lambda: self._session.open(other))] if other is not None else []
        self.sentence.say(words, tone, answers)
        self.show()
        # Once it is laid out.
        QTimer.singleShot(0, self, lambda: self.seen_asked.emit(self.y()))


def _columns_of(path: Path) -> tuple[str, ...]:
    # What reads forms is much to load, and no panel needs it to be seen.
    from mingbai.desk.dropped import form_in

    return form_in(path)
