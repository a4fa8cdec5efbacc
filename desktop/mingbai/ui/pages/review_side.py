"""Beside the review: what was cut and whether it came again, and who asks for the same data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.cuts import Cut
from mingbai.desk.hours_told import METHOD
from mingbai.desk.review_lines import subject_of
from mingbai.desk.reviewing import Review
from mingbai.desk.same_data import AskedByMany
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ui.agenda.cut_row import cut_row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.agenda.whole_rows import WholeRows
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.review_rows import many_row
from mingbai.ui.session import Session

CUTS = Words("减掉的，有没有回来", "Cut, and what came back")
TWELVE = Words("近 12 个月", "last 12 months")
NO_CUTS = Words(
    "还没有真正减掉的。建议执行以后，这里会看到它有没有再来",
    "Nothing has been cut yet. Once a suggestion is carried out, this shows whether it came back",
)
PROOF = Words(
    "“没再来”按今日页上记的“没来”来数",
    "“Did not come” counts what was marked as not come on the Today page",
)
MANY = Words("同一份数据，几家在要", "Same data, several units")
BY_COLUMNS = Words("按表格栏目比对", "by form columns")


GAP = 14
HOW = Words("怎么算的", "How it is worked out")


class ReviewSide(QWidget):
    """Two cards."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look, word = session.look, session.word
        self.cuts = AgendaList(look, word(CUTS), waits=True)
        self.cuts.entered.connect(self._open_cut)
        self.cuts.opened.connect(self._open_cut)
        self.many = AgendaList(look, word(MANY), waits=True)
        self.many.entered.connect(self._open_many)
        self.many.opened.connect(self._open_many)
        self.no_cuts = styled(QLabel(word(NO_CUTS)), "secondary")
        self.no_cuts.setWordWrap(True)
        self.no_cuts.setContentsMargins(16, 0, 16, 8)
        self._proof = styled(QLabel(word(PROOF)), "caption")
        self._proof.setWordWrap(True)
        self._proof.setContentsMargins(16, 0, 16, 0)
        self.hours = _caption("text")
        self.hours_parts = _caption("secondary")
        self.method = _caption("caption")
        self.method.setText("\n".join(word(words) for words in METHOD))
        self.method.hide()
        self.method_button = styled(QPushButton(word(HOW)), "link")
        self.method_button.setAccessibleName(word(HOW))
        self.method_button.clicked.connect(self._show_method)
        self._hours = QWidget()
        told = QVBoxLayout(self._hours)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(3)
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 16, 0)
        first.addWidget(self.hours, 1)
        first.addWidget(self.method_button, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(first)
        told.addWidget(self.hours_parts)
        told.addWidget(self.method)
        self._cut_rows, self._many_rows = WholeRows(look, self.cuts), WholeRows(look, self.many)
        self._many_card = self._card(MANY, BY_COLUMNS, self._many_rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self._cuts_card = self._card(CUTS, TWELVE, self._cut_rows, self.no_cuts, self._hours, self._proof)
        layout.addWidget(self._cuts_card)
        layout.addWidget(self._many_card)
        layout.addStretch(1)
        self._column = layout
        # What is not read yet says nothing, also not that there is nothing.
        for unread in (self._cut_rows, self.no_cuts, self._hours, self._proof):
            unread.hide()

    def show_review(self, found: Review) -> None:
        """Shows what became of cuts; without forms to compare there is one card only."""
        self.cuts.put([cut_row(cut, self._session) for cut in found.cuts])
        self._cut_rows.setVisible(bool(found.cuts))
        self.no_cuts.setVisible(not found.cuts)
        self._proof.setVisible(bool(found.cuts))
        word, hours = self._session.word, found.hours
        self._hours.setVisible(hours.net != NO_WORDS)
        self.hours.setText(word(hours.net))
        self.hours_parts.setText(
            "\n".join(word(one) for one in (hours.parts, hours.known_by) if one != NO_WORDS)
        )
        many = found.asked_by_many
        self.many.put([many_row(one, self._session, first=at == 0) for at, one in enumerate(many)])
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height is shared anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Who asks for the same data takes a third of the height; the cuts have the rest.

        What is told below the cuts stands whole: where there is no room for both, the other card goes.
        """
        self._many_rows.limit(self.height() // 3)
        many = self._height_of(self._many_card) + GAP if self.many.rows.rowCount() else 0
        others = self._height_of(self._cuts_card) - self._cut_rows.sizeHint().height()
        beside = bool(many) and many + others <= self.height()
        self._many_card.setVisible(beside)
        self._cut_rows.limit(max(1, self.height() - others - (many if beside else 0)))
        left = self.height() - self._height_of(self._cuts_card) - (many if beside else 0)
        # What is no room for a row more belongs to the lower card: it ends where the list beside it ends.
        fills = 0 < left < self.cuts.sizeHintForRow(0)
        for card in (self._cuts_card, self._many_card):
            lower = card is (self._many_card if beside else self._cuts_card)
            self._column.setStretchFactor(card, int(fills and lower))
        self._column.setStretch(self._column.count() - 1, int(not fills))

    def _height_of(self, card: QFrame) -> int:
        layout = card.layout()
        assert layout is not None
        return layout.totalHeightForWidth(self.width())

    def _show_method(self) -> None:
        self.method.setVisible(self.method.isHidden())
        self._share()

    def _card(self, title: Words, aside: Words, *inside: QWidget) -> QFrame:
        word = self._session.word
        card = styled(QFrame(), "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 12, 1, 10)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        name = styled(QLabel(word(title)), "heading")
        name.setWordWrap(True)
        head.addWidget(name, 1)
        head.addWidget(styled(QLabel(word(aside)), "secondary"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for widget in inside:
            layout.addWidget(widget)
        layout.addStretch(1)
        return card

    def _open_cut(self, what: object) -> None:
        if isinstance(what, Cut):
            entry = subject_of(self._session.ledger, what.decision)
            if entry is not None:
                self._session.open(entry)

    def _open_many(self, what: object) -> None:
        """Opens the rows of the register most of them are in."""
        if not isinstance(what, AskedByMany):
            return
        codes = [entry.register.code for entry in what.entries]
        code = max(set(codes), key=codes.count)
        uids = "|".join(entry.uid for entry in what.entries if entry.register.code == code)
        self._session.ask(code, f"uid={uids}")


def _caption(role: str) -> QLabel:
    label = styled(QLabel(), role)
    label.setWordWrap(True)
    label.setContentsMargins(16, 0, 16, 0)
    return label
