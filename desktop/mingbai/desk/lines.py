"""The lines of an agenda: what each says and opens, grouped under heads that count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mingbai.desk.glossary import Glossary
from mingbai.desk.lists import count_words, short_units
from mingbai.desk.recurring import Expected
from mingbai.desk.spoken_days import near_day
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.field import Kind
from mingbai.domain.issue import ISSUES
from mingbai.domain.masking import masked_text
from mingbai.domain.text import mask_name
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Entry, Ledger

MOST_LINES = 8
"""So many lines of a group are shown; its head counts them all."""

COMMA = Words("，", ", ")


class Tone(Enum):
    """How a line's last words are meant."""

    PLAIN = ""
    SOON = "soon"
    LATE = "late"


class Shape(Enum):
    """What stands before a line, so that its kind is told without its colour."""

    LATE = "late"
    OPEN = "open"
    CALL = "call"
    EXPECTED = "expected"
    CAME = "came"
    STAYED_AWAY = "stayed_away"
    STAMP = "stamp"
    FLAG = "flag"
    RECHECK = "recheck"
    EYE = "eye"
    PERSON = "person"
    MEETING = "meeting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: an entry, or an occurrence that is expected."""

    key: str
    """Names it among all lines, today and after the next look."""
    shape: Shape
    title: Words
    aside: Words = NO_WORDS
    trailing: Words = NO_WORDS
    tone: Tone = Tone.PLAIN
    entry: Entry | None = None
    """What Enter opens."""
    expected: tuple[Expected, ...] = ()
    """What Delete records as not come, and Enter the last one of as come; only of what was cut are there several."""
    closes: bool = False
    """Its entry can be marked as done."""
    quiet: bool = False
    """It steps back: expected only, or done."""


@dataclass(frozen=True, slots=True)
class Opening:
    """All rows behind a number: a register with a typed filter, or a page of its own with the list on it."""

    words: Words
    count: int
    register: str = ""
    where: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one kind under a head."""

    code: str
    words: Words
    lines: tuple[Line, ...]
    openings: tuple[Opening, ...] = ()
    count: int = 0
    """How many there are, also beyond the lines; at most `COUNTED`."""
    tone: Tone = Tone.PLAIN
    hint: Words = NO_WORDS

    @property
    def count_words(self) -> str:
        """The count as it is shown: 999+ for many."""
        return count_words(self.count)


def title_of(entry: Entry, names: Names) -> Words:
    """What an entry is called in a list: masked where it names people by number."""
    field = entry.register.filled_in(entry.register.fields[entry.register.titled], entry.stored)
    stored = entry.stored[field.name]
    if field.kind is Kind.REFERENCE:
        return names.of(str(stored))
    text = masked_text(entry.register, field, str(stored or entry.number), entry.stored)
    english = field.column.english and entry.stored[field.column.english]
    return Words(text, str(english or text))


class Names:
    """What entries are called in one showing of a list: units by their short names."""

    def __init__(self, ledger: Ledger, glossary: Glossary) -> None:
        self._units = short_units(ledger)
        self._glossary = glossary

    def of(self, uid: object) -> Words:
        """The name behind a reference; nothing where there is none."""
        if not uid:
            return NO_WORDS
        unit = self._units.get(str(uid))
        if unit is not None:
            return Words(*unit)
        return Words(self._glossary.show(str(uid), "zh"), self._glossary.show(str(uid), "en"))


def aside_of(entry: Entry, names: Names) -> Words:
    """From whom it came: a unit, or a channel and the masked name of a resident."""
    stored = entry.stored
    if entry.register is ISSUES:
        channel = entry.record.channel
        resident = mask_name(str(stored["resident"] or ""))
        return joined(channel.words if channel else NO_WORDS, Words(resident, resident))
    if entry.register is CERTIFICATES:
        asker = str(stored["demanded_by"] or "")
        applicant = mask_name(str(stored["applicant"] or ""))
        return joined(Words(asker, asker), Words(applicant, applicant))
    if "department" in stored:
        return names.of(stored["department"])
    return NO_WORDS


def day_of(entry: Entry, field: str) -> date:
    """The day that a field of an entry names."""
    return date.fromisoformat(str(entry.stored[field])[:10])


def hour_of(entry: Entry, field: str) -> str:
    """The hour that goes with such a day (14:00); empty where none was said."""
    hour = entry.register.fields[field].column.hour
    return str(entry.stored[hour] or "") if hour else ""


def by_the_hour(entries: Iterable[Entry], field: str) -> list[Entry]:
    """By day and hour; where no hour was said, the whole day is left."""
    return sorted(entries, key=lambda one: (day_of(one, field), hour_of(one, field) or "24:00"))


def near_hour(entry: Entry, field: str, today: date) -> Words:
    """今天 20:00, 周四 14:00; without an hour the day alone."""
    day, hour = near_day(day_of(entry, field), today), hour_of(entry, field)
    return Words(f"{day.zh} {hour}", f"{day.en} {hour}") if hour else day


def owner_of(entry: Entry, names: Names) -> Words:
    """Who does it, where somebody is named."""
    return names.of(entry.stored.get("owner"))


def joined(*parts: Words) -> Words:
    """Some words with commas between; empty ones are passed over."""
    filled = [part for part in parts if part != NO_WORDS]
    return Words(COMMA.zh.join(part.zh for part in filled), COMMA.en.join(part.en for part in filled))
