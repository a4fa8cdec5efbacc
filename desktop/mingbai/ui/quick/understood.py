"""How a typed line is understood: what was recognised in it, and which of its words shall mean nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mingbai.desk import quick as desk
from mingbai.desk.quick_reader import Reader
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.words import Words
from mingbai.rules.quick import Quick
from mingbai.ui.quick.pills import Told
from mingbai.ui.quick.words import NEW_UNIT, PICK_UNIT, STRANGER, WRITE_UNIT
from mingbai.ui.session import Session

MOST_UNITS = 2
"""So many words are asked about: more answers than that are read by nobody."""


class Understood:
    """The line of one page as it stands now."""

    def __init__(self, session: Session, reader: Reader, page: str) -> None:
        """`page` is the register whose page one is on."""
        self._session = session
        self._reader = reader
        self._page = page
        self.plain: frozenset[str] = frozenset()
        """Words that were given back to the title."""
        self.unit = ""
        """Words of which it was said that they are a unit no list holds yet."""
        self.quick: Quick = self.reading("")
        """The line as it is read."""

    def reading(self, text: str) -> Quick:
        """How a text is read here."""
        return self._read(text, self.plain, self.unit)

    def _read(self, text: str, plain: frozenset[str], unit: str) -> Quick:
        return self._reader.read(text, self._session.today, page=self._page, plain=plain, unit=unit)

    def take(self, text: str) -> Quick:
        """The line says this now; what was given back and does not stand in it any more may mean something again."""
        self.plain = frozenset(words for words in self.plain if words in text.lower())
        self.unit = self.unit if self.unit in text else ""
        self.quick = self.reading(text)
        return self.quick

    def give_back(self, name: str) -> bool:
        """The words of a part mean nothing from the next reading on; whether there is such a part."""
        part = self.quick.fields.get(name)
        if part is None:
            return False
        self.plain |= {self.quick.text[part.start : part.end].lower()}
        return True

    def lacking(
        self, why: Words, take: Callable[[str], None]
    ) -> tuple[Words, str, list[tuple[Words, Callable[[], object]]]]:
        """What is said of a line that was refused: of a unit how a new one is given, and the words it may be."""
        if not desk.lacks_unit(self.quick):
            return why, "danger", []
        units = [unit for unit in desk.like_units(self.quick)[-MOST_UNITS:] if self._is_unit(unit)]
        said = (PICK_UNIT if units else WRITE_UNIT).format(why=why)
        return said, "danger", [(NEW_UNIT.format(name=unit), partial(take, unit)) for unit in units]

    def take_unit(self, unit: str) -> None:
        """These words are a new unit from the next reading on."""
        self.plain, self.unit = self._without(unit), unit

    def _is_unit(self, unit: str) -> bool:
        return not desk.lacks_unit(self._read(self.quick.text, self._without(unit), unit))

    def _without(self, unit: str) -> frozenset[str]:
        return frozenset(words for words in self.plain if unit.lower() not in words)

    def told(self) -> list[Told]:
        """The line as pills: what was recognised, the title, and what is still needed."""
        quick, word, today = self.quick, self._session.word, self._session.today
        told = []
        for part in quick.parts:
            if (label := desk.label_of(quick, part.name)) is not None:
                value = desk.said(quick, part, self._reader, today)
                label = STRANGER if part.unknown else label
                told.append(Told(part.name, word(label), word(value), lacking=part.unknown))
        rest = "note" if quick.register == CERTIFICATES.code else "title"
        if quick.title:
            told.append(Told(rest, word(desk.LABELS[rest]), quick.title))
        if quick.text.strip():
            lacking = (desk.lacking_words(quick, name) for name in desk.missing(quick))
            told += [Told("", word(words), "", lacking=True) for words in lacking]
        return told
