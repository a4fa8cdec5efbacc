"""The head of the page Review: its name, who decides, and the way to what was cut where there is no room beside."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

YOU_DECIDE = Words("系统只提示，由您来定", "Suggestions only; you decide")
WHAT_WAS_CUT = Words("看减掉的", "See what was cut")
BACK_TO_LIST = Words("回到列表", "Back to the list")


class ReviewHead(QHBoxLayout):
    """One line, whose height never gives way."""

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        word = session.word
        self.setSpacing(12)
        title = styled(QLabel(word(words)), "title")
        # In little room the card and the list give way.
        title.ensurePolished()
        self.addStrut(title.sizeHint().height())
        self.addWidget(title)
        said = styled(QLabel(word(YOU_DECIDE)), "secondary")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said.setToolTip(word(YOU_DECIDE))
        self.addWidget(said, 1)
        self.beside = styled(QPushButton(word(WHAT_WAS_CUT)), "link")
        """What was cut in place of what waits."""
        self.beside.setCheckable(True)
        self.beside.toggled.connect(
            lambda alone: self.beside.setText(word(BACK_TO_LIST if alone else WHAT_WAS_CUT))
        )
        self.beside.hide()
        self.addWidget(self.beside)
