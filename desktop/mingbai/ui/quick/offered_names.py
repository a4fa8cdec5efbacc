"""The names that the word at the cursor of a quick-add line may become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mingbai.desk.quick_reader import Reader
from mingbai.domain.pattern import pattern
from mingbai.rules.quick.quick import Quick
from mingbai.rules.quick.words import before_way
from mingbai.ui.offered import Offer, OfferedList
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.session import Session

BELOW = 6
"""Between the line and its names."""


class OfferedNames(QObject):
    """Units, and behind @ colleagues; a chosen one takes the word's place."""

    def __init__(
        self, session: Session, reader: Reader, line: TypedLine, standing: Callable[[], Quick]
    ) -> None:
        """`standing` says how the line is read now."""
        super().__init__(line)
        self._session = session
        self._reader = reader
        self._line = line
        self._standing = standing
        self.beside: QWidget | None = None
        """What the names shall not lie over: the pills below the line."""
        self.popup = OfferedList(session.look, line)
        self.popup.picked.connect(self._complete)
        line.keys = self._key
        line.tab_takes = self._take
        line.cursorPositionChanged.connect(self.offer)

    def offer(self) -> None:
        """Shows what the word at the cursor may become."""
        word = self._word()
        if word is None or not self._line.hasFocus():
            self.popup.hide()
            return
        start, typed, people = word
        session = self._session
        names = self._reader.completions(typed, session.today, session.look.language, people=people)
        if not names or typed in names or any(typed.casefold() == name.casefold() for name in names):
            self.popup.hide()
            return
        self._show(names, start)

    def offer_units(self) -> None:
        """Shows every unit, for the place at the cursor."""
        session = self._session
        names = self._reader.units(session.today, session.look.language)
        self._show(names, self._line.textCursor().position())

    def _show(self, names: Sequence[str], start: int) -> None:
        cursor = self._line.textCursor()
        cursor.setPosition(start)
        caret, box = self._line.cursorRect(cursor), self._line.viewport()
        part = caret.adjusted(0, 0, -caret.width(), BELOW)
        if self.beside is not None and self.beside.isVisible():
            end = box.mapFrom(box.window(), self.beside.mapTo(box.window(), self.beside.rect().bottomLeft()))
            part.setBottom(max(part.bottom(), end.y() + BELOW))
        self.popup.show_rows([Offer(name) for name in names], box, part)

    def hide(self) -> None:
        """Offers nothing."""
        self.popup.hide()

    def _word(self) -> tuple[int, str, bool] | None:
        """Where the word at the cursor begins, the word, and whether a colleague is meant."""
        at = self._line.textCursor().position()
        before, after = self._line.text()[:at], self._line.text()[at:]
        if after and not after[0].isspace():
            return None
        if (found := _PERSON.search(before)) is not None:
            return found.start() + 1, found[1], True
        if (found := _UNIT.search(before)) is None:
            return None
        read = self._standing()
        if {"department", "leading", "demanded_by"} & read.fields.keys():
            return None
        # By phone is how it came, whatever unit has a phone in its name, even where the title keeps it.
        within = any(part.start <= found.start() and found.end() <= part.end for part in read.parts)
        if within or before_way(before) is not None:
            return None
        return found.start(), found[0], False

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for what is offered, which then has acted."""
        if self.popup.isHidden():
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.popup.choose(self.popup.row + 1)
            case Qt.Key.Key_Up:
                self.popup.choose(self.popup.row - 1)
            case Qt.Key.Key_Escape:
                self.popup.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.popup.row >= 0:
                self._complete(self.popup.row)
            case _:
                return False
        return True

    def _take(self) -> bool:
        """Tab: the chosen name, the first that goes on from what is typed; Enter without a choice is the sentence's."""
        if self.popup.isHidden() or (self.popup.row < 0 and self._word() is None):
            return False
        self._complete(max(0, self.popup.row))
        return True

    def _complete(self, row: int) -> None:
        name, word, at = self.popup.rows[row].name, self._word(), self._line.textCursor().position()
        self._line.replace(at if word is None else word[0], at, f"{name} ")
        self.popup.hide()
        self._line.setFocus()


_PERSON = pattern(r"[@＠]([^\s@＠,，;；]{0,12})$")
_UNIT = pattern(r"(?:(?<=^)|(?<=[\s,，;；]))(?:[\u4e00-\u9fff]{2,10}|[A-Za-z]{3,20})$")
