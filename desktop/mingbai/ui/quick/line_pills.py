"""What the pills below a quick-add line, and the answers to what is asked about it, do to the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from mingbai.desk import quick as desk
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.words import Words
from mingbai.rules.quick.quick import Part
from mingbai.ui.quick.below import Sentence
from mingbai.ui.quick.offered_names import OfferedNames
from mingbai.ui.quick.pills import Pills
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.quick.understood import Understood
from mingbai.ui.quick.words import AS_NEW, IN_TITLE, SELECTED, STRANGER_ASKED, UNIT_JOINS
from mingbai.ui.session import Session


class Submit(Protocol):
    """Saves the line as it stands."""

    def __call__(self, *, new_people: bool = False) -> None:
        """With `new_people` whom the staff list does not hold is a new colleague."""


class LinePills(QObject):
    """Opens, takes out and brings back what the pills stand for. What is typed is all there is to change."""

    def __init__(
        self,
        session: Session,
        line: TypedLine,
        pills: Pills,
        sentence: Sentence,
        understood: Understood,
        names: OfferedNames,
        *,
        read: Callable[[], None],
        submit: Submit,
    ) -> None:
        """`read` shows the line as it is understood now; `submit` is what Enter does."""
        super().__init__(line)
        self._line = line
        self._sentence = sentence
        self._understood = understood
        self._names = names
        self._read = read
        self._submit = submit
        pills.opened.connect(self._open)
        pills.removed.connect(self.take_out)
        pills.brought_back.connect(self._bring_back)
        pills.asked.connect(self._ask_for)
        pills.taken.connect(self._type_offered)
        line.takes.connect(self._type_offered)
        line.replaced.connect(self._forget)
        session.who_changed.connect(read)

    def take_out(self, name: str) -> None:
        """The words of a field belong to the title."""
        if self._understood.give_back(name):
            self._read()

    def _open(self, name: str) -> None:
        part = self._understood.quick.fields.get(name)
        if part is None:
            return
        if part.start == part.end:
            # Whoever sits here stands in no word: another name is typed behind the last one.
            self._line.go_to_end()
            end = len(self._line.text())
            self._line.replace(end, end, "@")
            self._names.offer()
        else:
            self._line.select(part.start, part.end)
            words = self._line.text()[part.start : part.end]
            self._sentence.say(SELECTED.format(words=words))

    def _bring_back(self, words: str) -> None:
        self._understood.bring_back(words)
        self._read()

    def _ask_for(self, name: str) -> None:
        quick = self._understood.quick
        self._line.go_to_end()
        self._say_lacking()
        if desk.REGISTERS[quick.register].fields[name].column.to == DEPARTMENTS.code:
            self._names.offer_units()

    def _type_offered(self, typed: str = "") -> None:
        """What is offered is typed, by its key the first: Ctrl+Z takes it back as all that is typed."""
        for start, end, told in self._understood.offered:
            if typed in ("", told.offered):
                self._line.replace(start, end, told.offered)
                self._line.go_to_end()
                return

    def answer_or_ask(self) -> None:
        """Enter on what is asked about the one new unit says yes; else what is still needed is said."""
        if unit := self._understood.asked_unit:
            self._take_unit(unit)
        else:
            self._say_lacking()

    def ask_about(self, stranger: Part) -> None:
        """Asks who it is whom the staff list does not hold."""

        def leave() -> None:
            self._line.setFocus()
            self.take_out(stranger.name)
            self._submit()

        def join() -> None:
            self._line.setFocus()
            self._submit(new_people=True)

        answers: list[tuple[Words, Callable[[], object]]] = [(IN_TITLE, leave), (AS_NEW, join)]
        self._sentence.say(STRANGER_ASKED.format(name=stranger.value), "", answers)
        self._sentence.buttons[0].setFocus()

    def _say_lacking(self) -> None:
        self._sentence.say(*self._understood.lacking(self._take_unit))

    def _take_unit(self, unit: str) -> None:
        self._line.setFocus()
        self._understood.take_unit(unit)
        self._read()
        self._sentence.say(UNIT_JOINS.format(name=unit))

    def _forget(self, text: str) -> None:
        self._understood.forget(text)
        self._read()
