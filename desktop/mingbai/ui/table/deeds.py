"""What can be done to the chosen rows of a list, each of it one act that one undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from mingbai.desk.bulk import (
    CLOSABLE,
    CLOSE,
    MANY,
    close_all,
    is_open,
    put_all_into_bin,
    take_all_out_of_bin,
)
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.menu import Menu
from mingbai.ui.meant import SecondPress
from mingbai.ui.session import STILL_AT_IT, STOPPED
from mingbai.ui.table.chosen import Chosen
from mingbai.ui.table.model import RowsModel
from mingbai.ui.turns import Turns

Progress = Callable[[int, int], None]

OPEN = Words("打开", "Open")
EDIT = Words("修改这一格", "Edit this cell")
DELETE = Words("删除", "Delete")
TAKE_OUT = Words("取回", "Restore from the bin")
DELETED = Words("已删除 {n} 件", "{n} deleted")
DELETING = Words("正在删除", "Deleting")
CLOSED = Words("已办结 {n} 件", "{n} marked as done")
CLOSING = Words("正在办结", "Marking as done")
MERGE = Words("合并成一件", "Merge into one")
AS_CUT = Words("合并成一件：要了两次，算减负", "Merge: asked twice, counts as cut")
AS_TWICE = Words("合并成一件：登记了两次，只算一件", "Merge: recorded twice, counts once")
TAKEN_OUT = Words("已取回 {n} 件", "{n} restored")
TAKING_OUT = Words("正在取回", "Restoring")


class ListDeeds:
    """The deeds of one list."""

    def __init__(self, view: QWidget, rows: RowsModel, chosen: Chosen, edit: Callable[[], None]) -> None:
        """`edit` opens the current cell for typing."""
        self._view = view
        self._rows = rows
        self._chosen = chosen
        self._edit = edit
        self._session = rows.session
        self._second = SecondPress()
        self._at_it: Words | None = None
        """What is being done to many entries of this list."""

    def open(self) -> None:
        """Opens the current entry in the panel."""
        entry = self._chosen.current()
        if entry is not None:
            self._session.open(entry)

    def put_into_bin(self) -> None:
        """Puts what is chosen into the bin, as one act."""
        ledger = self._session.ledger
        if not self._rows.question.binned:
            self._with_chosen(
                lambda entries, told: put_all_into_bin(ledger, entries, progress=told), DELETING, DELETED
            )

    def take_out_of_bin(self) -> None:
        """Takes what is chosen out of the bin."""
        ledger = self._session.ledger
        if self._rows.question.binned:
            self._with_chosen(
                lambda entries, told: take_all_out_of_bin(ledger, entries, progress=told),
                TAKING_OUT,
                TAKEN_OUT,
            )

    def can_close(self) -> bool:
        """Whether something chosen can be marked as done."""
        closable = self._rows.register.code in CLOSABLE and not self._rows.question.binned
        return closable and any(map(is_open, self._chosen.entries()))

    def close(self) -> None:
        """Marks what is chosen as done, as one act."""
        if not self.can_close():
            return
        ledger, at = self._session.ledger, self._session.now
        self._with_chosen(
            lambda entries, told: close_all(ledger, entries, at, progress=told), CLOSING, CLOSED
        )

    def _with_chosen(
        self, deed: Callable[[Iterable[Entry], Progress], int], doing: Words, done: Words
    ) -> None:
        """Does something to all that is chosen; where that is the whole list, also to what is not loaded.

        Many take a moment, which is told and can be stopped: then none of them is changed.
        """
        session, walk = self._session, self._chosen.whole
        chosen = self._chosen.entries() if walk is None else []
        if walk is None and not chosen:
            return
        if self._at_it is not None:
            session.said.emit(STILL_AT_IT.format(doing=self._at_it))
            return

        def told(n: int) -> None:
            session.done.emit(done.format(n=n))

        if walk is None and len(chosen) < MANY:
            session.do(lambda: deed(chosen, lambda _done, _of: None), told, owner=self._view)
            return
        self._at_it = doing
        turns = Turns.of(session.runner)

        def work(progress: Callable[[int, int], None]) -> int:
            return deed(chosen if walk is None else walk.entries(), turns.between(progress))

        def ended(n: int) -> None:
            self._at_it = None
            told(n)

        def refused(trouble: Trouble) -> None:
            self._at_it = None
            session.runner.troubled.emit(trouble)

        def stopped() -> None:
            self._at_it = None
            session.said.emit(STOPPED)

        session.runner.job(
            session.word(doing), work, ended, owner=self._view, refused=refused, stopped=stopped
        )

    def can_merge(self) -> bool:
        """Whether several entries are chosen that may be one."""
        rows = self._rows
        return rows.register.reviewed and not rows.question.binned and len(self._chosen.entries()) > 1

    def merge(self) -> None:
        """Merges what is chosen into the earliest of it, as one act; of each the entries tell if it was asked twice."""
        if self.can_merge():
            self._merge()

    def merge_otherwise(self) -> None:
        """The same, where a person knows better."""
        if self.can_merge():
            self._merge(twice=not self._recorded_twice())

    def _to_merge(self) -> list[Entry]:
        """What is chosen, the earliest first."""
        dated = self._rows.register.dated
        return sorted(
            self._chosen.entries(),
            key=lambda one: (str(one.stored.get(dated) or "") if dated else "", one.id),
        )

    def _may_be_twice(self) -> bool:
        """Whether a person may say that what is chosen was recorded twice: none of it comes each month."""
        from mingbai.desk.merging import may_be_twice

        if not self.can_merge():
            return False
        kept, *others = self._to_merge()
        return any(may_be_twice(kept, one) for one in others)

    def _recorded_twice(self) -> bool:
        from mingbai.desk.merging import recorded_twice

        kept, *others = self._to_merge()
        return all(recorded_twice(kept, one) for one in others)

    def _merge(self, *, twice: bool | None = None) -> None:
        from mingbai.desk.merging import merge, merged_words, unlike_words

        session = self._session
        kept, *others = self._to_merge()
        # Whoever chose it in the menu, with its words, has said what is meant.
        asked = unlike_words(kept, others) if twice is None else None
        if asked is not None and not self._second.is_meant([kept.uid, *(one.uid for one in others)]):
            session.said.emit(asked)
            return
        language = session.look.language
        session.do(
            lambda: merge(session.ledger, kept, others, today=session.today, language=language, twice=twice),
            owner=self._view,
            done=merged_words(session.ledger, kept, others, session.today, twice=twice),
        )

    def menu(self) -> Menu:
        """The deeds on what is chosen, with their keys."""
        word, menu = self._session.word, Menu(self._session.look, self._view)
        menu.tell(word(OPEN), "Enter", self.open)
        if self._rows.question.binned:
            menu.addAction(word(TAKE_OUT)).triggered.connect(self.take_out_of_bin)
            return menu
        menu.tell(word(EDIT), "F2", self._edit)
        if self._rows.register.code in CLOSABLE:
            menu.tell(word(CLOSE), "D", self.close).setEnabled(self.can_close())
        if self._rows.register.reviewed:
            menu.tell(word(MERGE), "M", self.merge).setEnabled(self.can_merge())
            if self._may_be_twice():
                otherwise = AS_CUT if self._recorded_twice() else AS_TWICE
                menu.addAction(word(otherwise)).triggered.connect(self.merge_otherwise)
        menu.addSeparator()
        menu.tell(word(DELETE), "Delete", self.put_into_bin)
        return menu
