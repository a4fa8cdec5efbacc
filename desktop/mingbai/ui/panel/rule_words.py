"""What a person tells a rule: one line with the words of an entry, shortened to those that decide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import styled
from mingbai.ui.panel.adding_line import AddingLine
from mingbai.ui.session import Session


class RuleWords(QWidget):
    """The line under what it asks for; what stands below it comes from whoever takes the words."""

    closed = Signal()

    def __init__(self, session: Session, which: Words, hint: Words) -> None:
        super().__init__()
        self._session = session
        said = styled(QLabel(session.word(which)), "label")
        said.setFont(session.look.font(Size.CELL))
        said.setWordWrap(True)
        self.line = AddingLine(session, which, hint)
        self.line.entered.connect(self.take)
        self.line.given_up.connect(self._give_up)
        self._about = ""
        self._typed: dict[str, str] = {}
        """What was left unsaid, by what it is about."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(said)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def take(self, words: str) -> None:
        """What becomes of the words."""
        raise NotImplementedError

    def propose(self, words: str, about: str) -> None:
        """Asks, with these words chosen, so that they can be typed over; or with what was typed about it before."""
        self._about = about
        self.line.empty()
        self.line.bring_back(self._typed.pop(about, words))
        self.show()
        self.line.box.selectAll()
        self.setFocus()

    def _give_up(self) -> None:
        self._typed[self._about] = self.line.text
        self.line.box.take_esc()
        self.closed.emit()

    def keep(self, deed: Callable[[], object], done: Words) -> None:
        """Does it and goes, or says below the line why not."""

        def kept(_: object) -> None:
            self.line.empty()
            self.closed.emit()

        self._session.do(
            deed, kept, owner=self, refused=lambda trouble: self.line.wrong(trouble.words), done=done
        )
