"""What the pills below a quick-add line do to the line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mingbai.desk import quick as desk
from mingbai.domain.department import DEPARTMENTS
from mingbai.ui.quick.below import Sentence
from mingbai.ui.quick.offered_names import OfferedNames
from mingbai.ui.quick.pills import Pills
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.quick.understood import Understood
from mingbai.ui.quick.words import SELECTED


class LinePills(QObject):
    """Opens, takes out and brings back what the pills stand for. What is typed is all there is to change."""

    def __init__(
        self,
        line: TypedLine,
        pills: Pills,
        sentence: Sentence,
        understood: Understood,
        names: OfferedNames,
        *,
        read: Callable[[], None],
        refuse: Callable[[], None],
    ) -> None:
        """`read` shows the line as it is understood now; `refuse` says what is still needed."""
        super().__init__(line)
        self._line = line
        self._sentence = sentence
        self._understood = understood
        self._names = names
        self._read = read
        self._refuse = refuse
        pills.opened.connect(self._open)
        pills.removed.connect(self.take_out)
        pills.brought_back.connect(self._bring_back)
        pills.asked.connect(self._ask_for)
        line.replaced.connect(self._forget)

    def take_out(self, name: str) -> None:
        """The words of a field belong to the title."""
        if self._understood.give_back(name):
            self._read()

    def _open(self, name: str) -> None:
        part = self._understood.quick.fields.get(name)
        if part is not None:
            self._line.select(part.start, part.end)
            words = self._line.text()[part.start : part.end]
            self._sentence.say(SELECTED.format(words=words))

    def _bring_back(self, words: str) -> None:
        self._understood.bring_back(words)
        self._read()

    def _ask_for(self, name: str) -> None:
        quick = self._understood.quick
        self._line.go_to_end()
        self._refuse()
        if desk.REGISTERS[quick.register].fields[name].column.to == DEPARTMENTS.code:
            self._names.offer_units()

    def _forget(self, text: str) -> None:
        self._understood.forget(text)
        self._read()
