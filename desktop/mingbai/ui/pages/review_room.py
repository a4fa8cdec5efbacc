"""How the page Review shares its room: what is open above its list, what was cut beside both; each alone where short."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.look.look import UNBOUNDED
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.empty_list import EmptyList
from mingbai.ui.pages.review_card import ReviewCard
from mingbai.ui.pages.review_side import ReviewSide
from mingbai.ui.session import Session

NARROW = 860
"""In a page narrower than this, at 100 %, what waits is shown, or what was cut, each alone."""
ONE_ROW, TWO_SLIM = 62, 80
SLIM = 360
"""In a page lower than this, at 100 %, each row of the list has one line."""
LOW, LOWEST = 300, 120
"""Below the one the list steps back; lower than the other the page never gets."""
BELOW = 34
"""Between the card and the foot of the page, when the list has stepped back."""
ALONE = 52
"""So high is the list while its only row stands open above it."""
CARD_PERCENT = 58
"""Of the height, at most, for what is open; below it one sees what comes next."""
WAITS_SHARE, CUT_SHARE = 62, 38


class ReviewRoom(QHBoxLayout):
    """Below the chips: the card of what is open, its list, and the side of what was cut."""

    def __init__(self, session: Session, rows: AgendaList, beside: QPushButton, page: QWidget) -> None:
        """`beside` is the button that shows, in a narrow page, the side alone."""
        super().__init__()
        self._look = session.look
        self._page = page
        self._beside = beside
        self._rows = rows
        self.card = ReviewCard(session)
        self.side = ReviewSide(session)
        self.empty = EmptyList(session)
        self._list = self._list_card()
        self._left = QVBoxLayout()
        self._left.setSpacing(14)
        self._left.addWidget(self.card)
        self._left.addWidget(self._list, 1)
        self._left.addStretch(0)
        self.setSpacing(14)
        self.addLayout(self._left, WAITS_SHARE)
        self.addWidget(self.side, CUT_SHARE)

    def _list_card(self) -> QFrame:
        card = styled(QFrame(), "card")
        self._stack = QStackedLayout(card)
        self._stack.setContentsMargins(1, 6, 1, 6)
        self._stack.addWidget(self._rows)
        self._stack.addWidget(self.empty)
        return card

    @property
    def slim(self) -> bool:
        """Whether each row of the list has one line only."""
        return self._page.height() < self._look.px(SLIM)

    @property
    def low(self) -> bool:
        """Whether there is no room for a card and its list."""
        return self._page.height() < self._look.px(LOW)

    @property
    def cut_alone(self) -> bool:
        """Whether what was cut stands in the place of what waits."""
        return self._beside.isChecked() and not self._beside.isHidden()

    @property
    def is_empty(self) -> bool:
        """Whether a sentence stands in the place of the list."""
        return self._stack.currentIndex() == 1

    def show_rows(self, empty: Words, how: Words | None) -> None:
        """Shows the list, or, where nothing is in it, says so and how something gets there."""
        count = self._rows.rows.rowCount()
        # The chosen row of the list is seen whole, in little room with the next one.
        self.empty.setMinimumHeight(self._look.px(TWO_SLIM if self.slim and count > 1 else ONE_ROW))
        self.empty.say(empty, how, icon="scale")
        self._stack.setCurrentIndex(0 if count else 1)

    def resized(self) -> bool:
        """Offers the side by its button where the page is narrow; whether it is."""
        narrow = self._page.width() < self._look.px(NARROW)
        self._beside.setVisible(narrow)
        return narrow

    def share(self) -> None:
        """Gives what waits and what was cut their parts of the width."""
        alone = self.cut_alone
        self.side.setVisible(alone or self._beside.isHidden())
        self._list.setHidden(alone)
        self.setStretch(0, 0 if alone else WAITS_SHARE)

    def fit_card(self, alone: str) -> None:
        """With a panel below in little room what is open takes all of it; the list keeps the keys.

        `alone` is said below what is open where nothing else is in the list.
        """
        shown = not self.card.isHidden()
        low, only = self.low and shown, shown and self._rows.rows.rowCount() == 1
        self._rows.say(alone if only else "")
        self._list.setMaximumHeight(1 if low else self._look.px(ALONE) if only else UNBOUNDED)
        # What is not needed below a card stays the page's: a blank card looks as if something were missing.
        self._left.setStretch(1, 0 if only else 1)
        self._left.setStretch(2, 1 if only else 0)
        room = self._page.height() - self.card.y() - BELOW
        self.card.fit_into(room if low else self._beside_rows(room))

    def _beside_rows(self, room: int) -> int:
        """How high the card may be beside its list, which ends after a whole row: what that leaves is the card's."""
        least = self._list.minimumSizeHint().height()
        most = min(self._page.height() * CARD_PERCENT // 100, room - least)
        row = max(1, self._rows.sizeHintForRow(0))
        chrome = least - min(least, self.empty.minimumHeight())
        left = room - most - chrome
        seen = left // row
        return most + left - seen * row if 0 < seen < self._rows.rows.rowCount() else most
