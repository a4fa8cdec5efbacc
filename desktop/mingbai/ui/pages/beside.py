"""Paper with cards beside it; where there is too little room for both, the cards in its place when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import UNBOUNDED
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

CARDS, NARROW = 268, 480
"""Width of the cards; paper as wide as this, at 100 %, can be read."""
BETWEEN, GAP = 20, 12


class Beside(QWidget):
    """Both beside each other; or one of them, and a chip that changes which."""

    turned = Signal(bool)
    """Whether both stand beside each other now."""

    roomed = Signal(int)
    """So high are the cards that are seen at once, beside the paper; 0 where they stand alone."""

    def __init__(self, session: Session, paper: QWidget, cards: Sequence[QWidget], words: Words) -> None:
        """`words` stand on the chip that brings the cards; whoever holds this places it."""
        super().__init__()
        self._session, self._words = session, words
        self._both, self._alone = True, False
        self.chip = styled(QPushButton(), "chip")
        self.chip.setCheckable(True)
        self.chip.toggled.connect(self._place)
        self.chip.hide()
        self.count(0)
        self.paper = paper
        holder = styled(QWidget(), "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.cards = QScrollArea()
        self.cards.setFrameShape(QFrame.Shape.NoFrame)
        self.cards.setWidgetResizable(True)
        self.cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards.setWidget(holder)
        self.cards.setFixedWidth(session.look.px(CARDS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(paper, 1)
        row.addWidget(self.cards)

    @property
    def both(self) -> bool:
        """Whether there is room for both."""
        return self._both

    def count(self, number: int) -> None:
        """Says on the chip how much waits on the cards."""
        words = self._session.word(self._words)
        self.chip.setText(f"{words}  {number}" if number else words)
        self.chip.setAccessibleName(self.chip.text())

    def show_cards(self) -> None:
        """Brings the cards into sight."""
        self.chip.setChecked(True)

    def show_paper(self) -> None:
        """Brings the paper into sight."""
        self.chip.setChecked(False)

    def show_alone(self, alone: bool) -> None:
        """Whether the paper is shown without any cards, however much room there is."""
        if alone != self._alone:
            self._alone = alone
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for both, or no longer."""
        super().resizeEvent(event)
        look = self._session.look
        both = self.width() - BETWEEN - look.px(CARDS) >= look.px(NARROW)
        if both != self._both:
            self._both = both
            self._place()
            self.turned.emit(both)
        self.roomed.emit(self.height() if both else 0)

    def _place(self) -> None:
        both, asked = self._both, self.chip.isChecked() and not self._alone
        self.chip.setHidden(both or self._alone)
        wide = self._session.look.px(CARDS)
        self.cards.setMinimumWidth(wide if both else 0)
        self.cards.setMaximumWidth(wide if both else UNBOUNDED)
        self.paper.setVisible(both or not asked)
        self.cards.setVisible((both and not self._alone) or asked)
