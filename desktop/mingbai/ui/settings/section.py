"""What every section of the settings is: a heading, a sentence, and rows below."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from mingbai.domain.words import NO_WORDS, Words
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

HEAD = 36
"""In one line with the name of the page."""


class Section(QWidget):
    """One section, built with its page and read when it is shown."""

    code: ClassVar[str] = ""
    words: ClassVar[Words] = NO_WORDS
    said: ClassVar[Words] = NO_WORDS

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        styled(self, "page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 20)
        self.column.setSpacing(12)
        head = styled(QLabel(session.word(self.words)), "name")
        head.setMinimumHeight(HEAD)
        self.column.addWidget(head)
        if self.said.zh:
            self.column.addWidget(wrapped(session.word(self.said), "secondary"))

    def read(self) -> None:
        """Reads what it shows."""

    def card(self) -> QVBoxLayout:
        """A card below what is there already."""
        card = styled(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(10)
        self.column.addWidget(card)
        return inside


def wrapped(text: str, role: str, tone: str = "") -> QLabel:
    """A text that runs on in the next line."""
    label = styled(QLabel(text), role, tone)
    label.setWordWrap(True)
    return label
