"""How a typed line is understood: what was recognised in it, and which of its words shall mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from mingbai.desk import quick as desk
from mingbai.desk.quick_reader import Reader
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.words import NO_WORDS, Words
from mingbai.rules.quick.quick import MOST_READ, Part, Quick
from mingbai.rules.quick.returns import return_named
from mingbai.rules.said_days import same_signs
from mingbai.rules.two_days import two_days_said
from mingbai.ui.quick.pills import HERE, Told
from mingbai.ui.quick.words import (
    DUE_EITHER,
    DUE_OR,
    ENTER_UNIT,
    MAKE_IT,
    NEW_UNIT,
    PICK_UNIT,
    PILL_EITHER,
    STRANGER,
    TAKES,
    WRITE_UNIT,
)
from mingbai.ui.session import Session

MOST_UNITS = 2
"""So many words are asked about: more answers than that are read by nobody."""


class Said(NamedTuple):
    """What a person said of a line beside its words."""

    taken_out: Mapping[str, Told]
    unit: str
    nobody: bool


class Offered(NamedTuple):
    """Words that may be typed in place of some of the line, and the pill that offers them."""

    start: int
    end: int
    told: Told


class Understood:
    """The line of one page as it stands now."""

    def __init__(self, session: Session, reader: Reader, page: str) -> None:
        """`page` is the register whose page one is on."""
        self._session = session
        self._reader = reader
        self._page = page
        self.taken_out: Mapping[str, Told] = {}
        """Words that were given back to the title, each with the pill that it was."""
        self.unit = ""
        """Words of which it was said that they are a unit no list holds yet."""
        self._asked = ("", "")
        self.offered: tuple[Offered, ...] = ()
        """How often it would come, were it a recurring assignment; or the days that words may mean which name two."""
        self.nobody = False
        """Whether it was said that whoever sits here does not handle this one."""
        self.quick: Quick = self.reading("")
        """The line as it is read."""

    @property
    def said(self) -> Said:
        """What a person said of the line."""
        return Said(self.taken_out, self.unit, self.nobody)

    @said.setter
    def said(self, said: Said) -> None:
        self.taken_out, self.unit, self.nobody = said

    def reading(self, text: str) -> Quick:
        """How a text is read here."""
        read = self._read(text, frozenset(self.taken_out), self.unit)
        return read if self.nobody else desk.handled_by(read, self._session.who)

    def _read(self, text: str, plain: frozenset[str], unit: str) -> Quick:
        return self._reader.read(text, self._session.today, page=self._page, plain=plain, unit=unit)

    def take(self, text: str) -> Quick:
        """The line says this now; what was given back and does not stand in it any more may mean something again."""
        standing = text.lower()
        self._keep_out(lambda words: words in standing)
        self.unit = self.unit if self.unit in text else ""
        self.nobody = self.nobody and bool(text.strip())
        self.quick = self.reading(text)
        self.offered = (*self._rhythm_offered(), *self._days_offered())
        return self.quick

    def _rhythm_offered(self) -> Iterator[Offered]:
        """How often it comes, where the line is called after that and would be read so."""
        often = return_named(self.quick, self._session.today)
        if often is None or self.reading(often.into(self.quick.text)).register != DEMANDS.code:
            return
        period = often.period.words
        make = self._session.word(MAKE_IT.format(every=Words(period.zh, period.en.lower())))
        yield Offered(often.start, often.end, Told("period", TAKES, make, offered=often.typed))

    def _days_offered(self) -> Iterator[Offered]:
        """Both days of words whose weekday contradicts their date, each where the line would be read so."""
        text, today, word = self.quick.text, self._session.today, self._session.word
        for two in two_days_said(same_signs(text[:MOST_READ]), today)[:1]:
            start, end = two.words
            for at, day in enumerate(sorted(two.days)):
                typed = two.into(text, day)
                read = self.reading(f"{text[:start]}{typed}{text[end:]}")
                part = next((part for part in read.parts if part.value[:10] == day.isoformat()), None)
                label = desk.label_of(read, part.name) if part is not None else None
                if part is not None and label is not None:
                    value = word(desk.said(read, part, self._reader, today))
                    asked = word(DUE_OR if at else DUE_EITHER.format(field=label))
                    told = Told(part.name, asked, value, offered=typed, how=PILL_EITHER)
                    yield Offered(start, end, told)

    def give_back(self, name: str) -> bool:
        """The words of a part mean nothing from the next reading on; whether there is such a part."""
        part = self.quick.fields.get(name)
        if part is None:
            return False
        if part.start == part.end:
            self.nobody = True
            return True
        words = self.quick.text[part.start : part.end].lower()
        self.taken_out = {**self.taken_out, words: replace(self._pill(part), lacking=False, struck=words)}
        return True

    def bring_back(self, words: str) -> None:
        """These words mean again what they say; or whoever sits here handles it after all."""
        self.nobody = self.nobody and words != HERE
        self._keep_out(lambda one: one != words)

    def forget(self, text: str) -> None:
        """A text of the line gave way to another: nothing that was said of its words holds, even where they are the same."""
        gone = text.lower()
        self._keep_out(lambda words: words not in gone)
        self.unit = "" if self.unit in text else self.unit

    def _keep_out(self, still: Callable[[str], bool]) -> None:
        self.taken_out = {words: told for words, told in self.taken_out.items() if still(words)}

    def lacking(
        self, take: Callable[[str], None]
    ) -> tuple[Words, str, list[tuple[Words, Callable[[], object]]]]:
        """What is said of a line that was refused: of a unit how a new one is given, and the words it may be."""
        why = desk.refusal(self.quick, new_people=True) or NO_WORDS
        if not desk.lacks_unit(self.quick):
            return why, "danger", []
        units = [unit for unit in desk.like_units(self.quick)[-MOST_UNITS:] if self._is_unit(unit)]
        one = len(units) == 1
        self._asked = (self.quick.text, units[0]) if one else ("", "")
        said = (ENTER_UNIT if one else PICK_UNIT if units else WRITE_UNIT).format(
            why=why, name=units[0] if one else ""
        )
        return said, "danger", [(NEW_UNIT.format(name=unit), partial(take, unit)) for unit in units]

    @property
    def asks_day(self) -> bool:
        """Whether two days are offered for words that name both."""
        return any(one.told.how is PILL_EITHER for one in self.offered)

    @property
    def asked_unit(self) -> str:
        """The one word of which it was asked whether it is a new unit, as long as the line stays as it is."""
        text, unit = self._asked
        return unit if text == self.quick.text else ""

    def take_unit(self, unit: str) -> None:
        """These words are a new unit from the next reading on."""
        self._keep_out(lambda words: unit.lower() not in words)
        self.unit, self._asked = unit, ("", "")

    def _is_unit(self, unit: str) -> bool:
        return not desk.lacks_unit(self._read(self.quick.text, self._without(unit), unit))

    def _without(self, unit: str) -> frozenset[str]:
        return frozenset(words for words in self.taken_out if unit.lower() not in words)

    def told(self) -> list[Told]:
        """The line as pills: what was recognised, the title, and what is still needed."""
        quick, word = self.quick, self._session.word
        shown = [
            (part.start, self._pill(part))
            for part in quick.parts
            if desk.label_of(quick, part.name) is not None
        ]
        standing = quick.text.lower()
        shown += [(standing.find(words), pill) for words, pill in self.taken_out.items()]
        told = [pill for _, pill in sorted(shown, key=lambda one: one[0])]
        told += self._struck_owner()
        rest = "note" if quick.register == CERTIFICATES.code else "title"
        title = quick.title if rest == "note" else desk.titled(quick)
        if title:
            told.append(Told(rest, word(desk.LABELS[rest]), title))
        told += [one.told for one in self.offered]
        if quick.text.strip():
            told += [
                Told(name, word(desk.lacking_words(quick, name)), "", lacking=True)
                for name in desk.missing(quick)
            ]
        return told

    def _struck_owner(self) -> list[Told]:
        """Whoever sits here, where it was said that nobody handles this one."""
        known = {part.name for part in self.quick.parts}
        mine = desk.handled_by(self.quick, self._session.who).parts if self.nobody else ()
        return [replace(self._pill(part), struck=HERE) for part in mine if part.name not in known]

    def _pill(self, part: Part) -> Told:
        word = self._session.word
        label = STRANGER if part.unknown else desk.label_of(self.quick, part.name) or NO_WORDS
        value = desk.said(self.quick, part, self._reader, self._session.today)
        return Told(part.name, word(label), word(value), lacking=part.unknown)
