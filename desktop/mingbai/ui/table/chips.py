"""The row of chips above a list: ready filters, saved ones, and a way to type another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from mingbai.desk.chips import Chip, chips_of
from mingbai.desk.lists import Question, Walk, count_words, told_where
from mingbai.domain.filter import ALL, Filter
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake, Words
from mingbai.ui.flow import Flow
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import as_typed, retoned, styled
from mingbai.ui.session import Session
from mingbai.ui.table.saved import SavedFilter, keep_filter, saved_filters
from mingbai.ui.table.saved_deeds import FORGET, remove_filter

MORE = Words("筛选", "Filter")
COUNTED_NAME = Words("{name}，{n}", "{name}, {n}")
LEAVE_ROWS = Words("返回打开明细的页面", "Back to where these rows were opened")
BACK_KEYS = " (Esc, Alt+←)"
LONGEST = 24


@dataclass(slots=True)
class _Shown:
    """One chip on screen."""

    name: str
    where: str
    button: QPushButton
    chip: Chip | None = None
    saved: bool = False
    count: str = ""
    beside: Filter = ALL
    waits: bool = False
    """Whether whoever asked for it meant to mend its rows."""


class ChipsRow(QWidget):
    """One of the chips is always chosen. Counts come one after another, what waits first."""

    chosen = Signal(str)
    """What the chosen chip asks."""
    typing_asked = Signal()
    counted = Signal()
    back_asked = Signal()
    """The rows of a figure are to be left, for where they were opened."""

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self._flow = Flow(8, self)
        self._group = QButtonGroup(self)
        self._shown: list[_Shown] = []
        self._passing: _Shown | None = None
        self._counting: list[_Shown] = []
        self._count_busy = False
        for chip in chips_of(register.code):
            self._add(session.word(chip.words), chip.where, chip=chip)
        for saved in saved_filters(session.memory, register.code):
            self._add(saved.name, saved.where, saved=True)
        self.more = styled(QPushButton(session.word(MORE)), "chip")
        put_icon(self.more, session.look, "plus", size=14)
        self.more.clicked.connect(self.typing_asked)
        self.back = styled(QPushButton(), "icon")
        put_icon(self.back, session.look, "x", size=14, alone=True)
        self.back.setAccessibleName(session.word(LEAVE_ROWS))
        self.back.setToolTip(session.word(LEAVE_ROWS) + BACK_KEYS)
        self.back.clicked.connect(self.back_asked)
        self._flow.addWidget(self.back)
        self._flow.addWidget(self.more)
        self.back.hide()
        self.more.setAccessibleName(session.word(MORE))
        self._shown[0].button.setChecked(True)
        session.filters_changed.connect(self._saved_changed)

    @property
    def where(self) -> str:
        """What the chosen chip asks."""
        return self._current().where

    @property
    def called(self) -> str:
        """What the chosen chip is called; empty where it shows nothing but what was typed."""
        one = self._current()
        return "" if one.name == _short(self._told(one.where)) else one.name

    @property
    def beside(self) -> Filter:
        """What the chosen chip asks that cannot be typed."""
        return self._current().beside

    @property
    def waits(self) -> bool:
        """Whether the rows of the chosen chip are to be mended."""
        return self._current().waits

    def choose(self, where: str, name: str = "", beside: Filter = ALL, *, waits: bool = False) -> None:
        """Chooses the chip that asks this; where there is none, one appears for as long as it is chosen."""
        told = self._told(where)
        found = next(
            (
                one
                for one in self._shown
                if (self._told(one.where), one.beside) == (told, beside) and one is not self._passing
            ),
            None,
        )
        if found is None:
            self._drop_passing()
            found = self._passing = self._add(name or _short(told), where, at=len(self._shown))
            found.beside, found.waits = beside, waits
            found.button.setToolTip(as_typed(told or name))
            self._count_soon([found])
        found.button.setChecked(True)
        self.back.setVisible(found.beside != ALL)
        if found is not self._passing:
            self._drop_passing()

    def leave_rows(self) -> bool:
        """Chooses the first chip again where the rows of a figure are shown; whether they were."""
        if self.beside == ALL:
            return False
        self._shown[0].button.setChecked(True)
        self._drop_passing()
        return True

    def save(self, name: str, where: str) -> None:
        """Keeps a filter under a name, as a chip."""
        keep_filter(self.session.memory, self.register.code, SavedFilter(name, where))
        self._drop_passing()
        self.session.filters_changed.emit(self.register.code)
        self.choose(where)

    def _saved_changed(self, code: str) -> None:
        """Shows the saved filters as they are now; what was chosen stays chosen where it still is."""
        if code != self.register.code:
            return
        where = self.where
        for one in [one for one in self._shown if one.saved]:
            self._remove(one)
        for saved in saved_filters(self.session.memory, code):
            self._add(saved.name, saved.where, saved=True, at=len(self._shown))
        self._drop_passing()
        chosen = next((one for one in self._shown if one.where == where), self._shown[0])
        chosen.button.setChecked(True)
        if chosen.where != where:
            self.chosen.emit(chosen.where)
        self.count_anew()

    def buttons(self) -> Sequence[QPushButton]:
        """The chips from left to right."""
        return [one.button for one in self._shown]

    def named(self) -> Sequence[tuple[str, str]]:
        """The names of the chips and what they ask."""
        return [(one.name, one.where) for one in self._shown if one.beside == ALL]

    def count_of(self, where: str) -> str:
        """What was counted for a chip, as it is shown; empty while nobody knows."""
        return next((one.count for one in self._shown if one.where == where and one.beside == ALL), "")

    @property
    def count(self) -> str:
        """What was counted for the chosen chip."""
        return self._current().count

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In less room the way to type another one needs less."""
        super().resizeEvent(event)
        self._fit_more()

    def _fit_more(self) -> None:
        """The way to type another one is a sign alone where its word would stand in a line by itself."""
        self._say_more(alone=False)
        height = self._flow.heightForWidth(self.width())
        if height > self.more.sizeHint().height():
            self._say_more(alone=True)
            self._say_more(alone=self._flow.heightForWidth(self.width()) < height)

    def _say_more(self, *, alone: bool) -> None:
        word = self.session.word(MORE)
        if bool(self.more.text()) is not alone:
            return
        self.more.setText("" if alone else word)
        self.more.setToolTip(word if alone else "")
        put_icon(self.more, self.session.look, "plus", size=14, alone=alone)
        retoned(self.more, "sign" if alone else "")

    # Counting.

    def count_anew(self) -> None:
        """Counts every chip, one after another, off the window's thread."""
        self._count_soon(sorted(self._shown, key=lambda one: not (one.chip is not None and one.chip.waits)))

    def _count_soon(self, some: Sequence[_Shown]) -> None:
        self._counting = [*[one for one in self._counting if one not in some], *some]
        if not self._count_busy:
            self._count_next()

    def _count_next(self) -> None:
        self._count_busy = bool(self._counting)
        if not self._counting:
            self.counted.emit()
            return
        one = self._counting.pop(0)
        session, register, glossary = self.session, self.register, self.session.glossary

        def work() -> int | None:
            try:
                return Walk(
                    session.ledger, register, Question(one.where, beside=one.beside), glossary
                ).count()
            except Mistake:
                # A saved filter may name what no longer is; it says so when it is chosen.
                return None

        def then(found: int | None) -> None:
            if one in self._shown:
                self._show_count(one, "" if found is None else count_words(found))
            self._count_next()

        def refused(_: object) -> None:
            self._count_busy = False

        session.do(work, then, owner=self, refused=refused)

    def _show_count(self, one: _Shown, count: str) -> None:
        one.count = count
        # A number says that something waits there, or how much a filter of one's own found.
        ready = one.chip is not None and not one.chip.waits
        count = "" if count == "0" or ready else count
        one.button.setText(f"{one.name}  {count}" if count else one.name)
        self._fit_more()
        named = COUNTED_NAME.format(name=one.name, n=count) if count else Words(one.name, one.name)
        one.button.setAccessibleName(self.session.word(named))

    # The buttons.

    def _add(
        self, name: str, where: str, *, chip: Chip | None = None, saved: bool = False, at: int | None = None
    ) -> _Shown:
        button = styled(QPushButton(name.replace("&", "&&")), "chip")
        button.setCheckable(True)
        button.setAccessibleName(name)
        self._group.addButton(button)
        one = _Shown(name, where, button, chip, saved)
        if at is None:
            self._flow.addWidget(button)
        else:
            self._flow.insert(at, button)
        self._shown.append(one)
        button.clicked.connect(lambda: self._clicked(one))
        if saved:
            button.setToolTip(as_typed(self._told(where)))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(lambda at: self._offer_to_forget(one, at))
        if at is not None:
            button.show()
        return one

    def _clicked(self, one: _Shown) -> None:
        if one is not self._passing:
            self._drop_passing()
        self.chosen.emit(one.where)

    def _remove(self, one: _Shown) -> None:
        self._shown.remove(one)
        self._counting = [other for other in self._counting if other is not one]
        self._group.removeButton(one.button)
        self._flow.removeWidget(one.button)
        one.button.hide()
        one.button.deleteLater()

    def _drop_passing(self) -> None:
        passing, self._passing = self._passing, None
        self.back.hide()
        if passing is not None:
            self._remove(passing)

    def _offer_to_forget(self, one: _Shown, at: QPoint) -> None:
        menu = Menu(self.session.look, one.button)
        menu.addAction(self.session.word(FORGET)).triggered.connect(
            lambda: remove_filter(self.session, self.register.code, one.name)
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(one.button.mapToGlobal(at))

    def _told(self, where: str) -> str:
        """A filter as this window says it: the same words, however it was typed."""
        return told_where(self.register, where, self.session.glossary, self.session.look.language)

    def _current(self) -> _Shown:
        return next((one for one in self._shown if one.button.isChecked()), self._shown[0])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
