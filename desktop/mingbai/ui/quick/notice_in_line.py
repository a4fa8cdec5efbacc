"""A notice in the place of the quick-add line, for as long as it is looked through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mingbai.desk.quick_reader import Reader
from mingbai.ui.quick.words import NOTICE_PLACE, NOTICES_WAITING
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.pasting import Pasted
    from mingbai.ui.quick.notice_card import NoticeCard


class NoticeInLine(QObject):
    """Makes the card when the first notice comes, and says when it comes and goes."""

    turned = Signal(bool)
    """Whether a notice is shown now."""
    recorded = Signal(object, object)
    """An `Entry` that was saved, and `Words` on what was recorded beside it (None: nothing)."""
    lines_asked = Signal(str)
    """The text is no notice: its lines are an entry each."""
    import_asked = Signal(object, object)
    """The `Path` of a dropped table and the register whose entries its rows are."""

    def __init__(
        self, session: Session, reader: Reader, page: str, column: QVBoxLayout, parent: QWidget
    ) -> None:
        """`column` is where the card goes, below the line."""
        super().__init__(parent)
        self._session = session
        self._reader = reader
        self._page = page
        self._column = column
        self._parent = parent
        self._card: NoticeCard | None = None
        self._shown = False

    @property
    def card(self) -> NoticeCard | None:
        """The notice that is being looked through, if there is one."""
        return self._card if self._shown else None

    def begin(self, text: str) -> None:
        """Makes a draft of a pasted text."""
        self._made().begin(text)
        self._turn(shown=True)

    def begin_file(self, path: Path) -> None:
        """Makes a draft of a dropped file, which is shown once it is read."""
        self._made().begin_file(path)

    def take_up(self, pasted: Pasted) -> None:
        """Shows a draft that was put down."""
        self._made().bring_back(pasted)
        self._turn(shown=True)

    def restore(self, kept: dict[str, Any]) -> None:
        """Shows the draft of this page, if one is among those that were kept; those behind it wait again."""
        waiting = kept.get(NOTICES_WAITING.format(page=self._page))
        if waiting is not None:
            self._made().waiting.restore(waiting[1])
        notice = kept.get(NOTICE_PLACE.format(page=self._page))
        if notice is not None:
            from mingbai.desk.pasting import draft_kept

            fields = notice[1]
            self._made().bring_back(draft_kept(fields), fields.get("typing", ""), fields.get("typed", ""))
            self._turn(shown=True)
        elif waiting is not None:
            self._made().bring_waiting()

    def keep_now(self) -> None:
        """Keeps the draft before the line goes away."""
        if (card := self.card) is not None:
            card.keep_now()

    def _made(self) -> NoticeCard:
        card = self._card
        if card is None:
            # All that reads a notice comes with the first one.
            from mingbai.ui.quick.notice_card import NoticeCard

            card = self._card = NoticeCard(self._session, self._reader, self._page, self._parent)
            card.hide()
            card.closed.connect(self._closed)
            card.opened.connect(lambda: self._turn(shown=True))
            card.recorded.connect(self.recorded)
            card.lines_asked.connect(self.lines_asked)
            card.import_asked.connect(self.import_asked)
            self._column.addWidget(card)
        return card

    def _turn(self, *, shown: bool) -> None:
        card, self._shown = self._made(), shown
        # Before the card is seen or goes: the focus moves between card and line and nowhere else.
        self.turned.emit(shown)
        card.setVisible(shown)
        if shown:
            card.setFocus()

    def _closed(self) -> None:
        if self._shown:
            self._turn(shown=False)
