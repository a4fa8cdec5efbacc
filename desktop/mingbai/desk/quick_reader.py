"""What a quick line is read by: the names of one ledger, and of the lists that are shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from typing import Any

from mingbai.desk.catalogues import CATALOGUES
from mingbai.desk.glossary import Glossary
from mingbai.desk.places import working_days
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.department import DEPARTMENTS, street_meant
from mingbai.domain.duty import DUTIES
from mingbai.domain.field import LIST_MARK
from mingbai.domain.holiday import HOLIDAYS, HolidayKind
from mingbai.domain.register import Register
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Words
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.rules.quick.coming import coming
from mingbai.rules.quick.quick import Name, Quick, Vocabulary, read_quick

LISTS = frozenset({DEPARTMENTS.code, STAFF.code, CERTIFICATE_TYPES.code, DUTIES.code, HOLIDAYS.code})


ENOUGH = 30
"""So many entries with a number are looked at."""
LONGEST = 2000
"""So many letters of a line are read: no entry needs more, and reading takes longer than they are many."""


class Reader:
    """Reads lines by the names of one ledger; keeps the names until a list changes.

    One thread may ask while another says that a list changed: what is kept is looked at once in each question.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._words: tuple[date, Vocabulary] | None = None
        self._with_unit: tuple[str, Vocabulary, Vocabulary] | None = None
        self._english: dict[str, str] = {}
        self._duties: list[Entry] | None = None
        self._certificates: dict[str, Entry] | None = None
        self._glossary: Glossary | None = None

    def forget(self, change: Change) -> None:
        """Reads the names anew if a list was changed."""
        if LISTS & change.uids.keys():
            self._words = self._duties = self._certificates = self._glossary = None

    def words(self, today: date) -> Vocabulary:
        """The names of the ledger's lists, of the staff only those who work here now."""
        words = self._words
        if words is None or words[0] != today:
            words = self._words = (today, self._vocabulary(today))
            self._english = words[1].english
        return words[1]

    def read(
        self,
        text: str,
        today: date,
        *,
        page: str = TASKS.code,
        plain: frozenset[str] = frozenset(),
        unit: str = "",
    ) -> Quick:
        """What a line typed on the page of a register means; a new `unit` is read as if it was listed."""
        if not text.strip() or len(text) > LONGEST:
            # An empty line must not cost what the names of a ledger cost: every page opens with one.
            return Quick(page, (), "", text)
        words = self._words_with(unit, today) if unit else self.words(today)
        now = datetime.now() if today == date.today() else datetime.combine(today, time.min)
        return coming(read_quick(text, words, today, page=page, plain=plain), now)

    def _words_with(self, unit: str, today: date) -> Vocabulary:
        """The names and one more unit, kept while the same line is typed on."""
        words, kept = self.words(today), self._with_unit
        if kept is None or kept[0] != unit or kept[1] is not words:
            more = replace(words, departments=(*words.departments, Name(unit)))
            kept = self._with_unit = unit, words, more
        return kept[2]

    def completions(self, typed: str, today: date, language: Language, *, people: bool) -> list[str]:
        """Names of units or of colleagues that what is typed may become."""
        found = self.words(today).completions(typed, people=people)
        return list(dict.fromkeys(self.shown(name, language) for name in found))

    def units(self, today: date, language: Language) -> list[str]:
        """Every unit, as the window calls it."""
        names = self.words(today).departments
        return list(dict.fromkeys(self.shown(name.called, language) for name in names))

    def shown(self, called: str, language: Language) -> str:
        """A name of a list in the language of the window."""
        return self._english.get(called, called) if language == "en" else called

    def unit(self, said: str, today: date) -> Words:
        """The unit that is saved for a name, as the list calls it: 区民政局 is 民政局; a name of no list is new as it stands."""
        glossary = self._glossary
        if glossary is None:
            glossary = self._glossary = Glossary(self._ledger, today)
        uid = glossary.find(DEPARTMENTS.code, said)
        called = said if uid is None else glossary.show(uid, "zh")
        return Words(called, self.shown(called, "en"))

    def unit_of_document(self, number: str, today: date) -> str:
        """The unit that the last assignment with a document's number was recorded with: a person looked at it."""
        from mingbai.rules.notice.document import plain_number

        wanted = plain_number(number)
        known = find(self._ledger, number, [TASKS], enough=ENOUGH) if wanted else []
        same = [entry for entry in known if plain_number(str(entry.stored["document"] or "")) == wanted]
        uid = max(same, key=lambda entry: entry.id).stored["department"] if same else None
        return Glossary(self._ledger, today).show(str(uid), "zh") if uid else ""

    def duties(self) -> list[Entry]:
        """The duty list."""
        duties = self._duties
        if duties is None:
            duties = self._duties = self._ledger.entries(DUTIES)
        return duties

    def certificate_type(self, called: str) -> Entry | None:
        """The catalogue's row of a certificate."""
        certificates = self._certificates
        if certificates is None:
            entries = self._ledger.entries(CERTIFICATE_TYPES)
            certificates = self._certificates = {str(entry.stored["name"]): entry for entry in entries}
        return certificates.get(called)

    def _vocabulary(self, today: date) -> Vocabulary:
        working = [
            entry
            for entry in self._ledger.entries(STAFF)
            if not entry.stored["until"] or str(entry.stored["until"]) >= today.isoformat()
        ]
        return Vocabulary(
            _street_first(self._names(DEPARTMENTS)),
            tuple(Name(name, _initials(name)) for name in (str(entry.stored["name"]) for entry in working)),
            self._names(CERTIFICATE_TYPES),
            working_days(self._ledger),
        )

    def _names(self, register: Register[Any]) -> tuple[Name, ...]:
        return tuple(name_of(entry.stored) for entry in self._ledger.entries(register))


@cache
def shipped_words() -> Vocabulary:
    """The names and the calendar of the shipped lists, for reading without a ledger."""
    stored = {
        one.register.code: [one.register.store(one.record(row)) for row in one.rows()] for one in CATALOGUES
    }
    days = [(date.fromisoformat(str(row["day"])), row["kind"]) for row in stored[HOLIDAYS.code]]
    return Vocabulary(
        tuple(map(name_of, stored[DEPARTMENTS.code])),
        (),
        tuple(map(name_of, stored[CERTIFICATE_TYPES.code])),
        WorkingDays(
            [day for day, kind in days if kind == HolidayKind.HOLIDAY.code],
            [day for day, kind in days if kind == HolidayKind.WORKDAY.code],
        ),
    )


def name_of(stored: Mapping[str, object]) -> Name:
    """An entry of a list as it is stored, by everything people call it."""
    called, english = str(stored["name"]), str(stored.get("name_en") or "")
    also = [str(stored.get(name) or "") for name in ("short", "name_en", "short_en")]
    also += str(stored.get("also") or "").split(LIST_MARK)
    also += _without_brackets(called)
    also += _without_brackets(english)
    also += _other_english(english)
    also += [other for one in also for other in _spelled_otherwise(one)]
    others = tuple(dict.fromkeys(name for name in also if name and name != called))
    return Name(called, others, str(stored.get("short_en") or english))


def _street_first(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The list in which 街道办 is the one street office that it holds, where it holds one."""
    meant = street_meant(name.called for name in names)
    words = set(map(fold, meant))
    others = (replace(name, also=tuple(one for one in name.also if fold(one) not in words)) for name in names)
    return tuple(
        replace(name, also=(*name.also, *(word for word, own in meant.items() if own == name.called)))
        for name in others
    )


_KINDS_OF_OFFICE = frozenset({"中心", "分局", "Centre", "Branch"})
"""Hundreds of offices are one: it is no name."""


def _without_brackets(name: str) -> Iterator[str]:
    """县委办公室 and 区委办公室 of 县（区）委办公室, 卫生院 and 社区卫生服务中心 of 卫生院（社区卫生服务中心）.

    What is in brackets alone may just tell the kind of office: 疾病预防控制中心 of 疾病预防控制局（中心）.
    """
    found = re.fullmatch(r"(?P<one>[^（(]+?)\s*[（(](?P<other>[^）)]+)[）)]\s*(?P<rest>.*)", name)
    if found is None:
        return
    one, other, rest = found["one"], found["other"], found["rest"]
    space = " " if name.isascii() else ""
    yield one + (space + rest if rest else "")
    if rest:
        yield " ".join((*one.split()[:-1], other, rest)) if space else one[: -len(other)] + other + rest
    elif other in _KINDS_OF_OFFICE:
        yield re.sub("局$| Bureau$", "", one) + space + other
    else:
        yield other


def _other_english(name: str) -> Iterator[str]:
    """Emergency Management of … Bureau, Proof of kinship and Kinship certificate of Certificate of kinship."""
    rest = re.sub(" (?:Bureau|Office|Department|Commission|Committee)$", "", name)
    if rest != name and " " in rest:
        yield rest
    what = re.sub("^Certificate of ", "", name)
    if what != name:
        yield f"Proof of {what}"
        yield f"{what.capitalize()} certificate"


def _spelled_otherwise(name: str) -> Iterator[str]:
    """Organization Dept and Organization Department of Organisation Department."""
    for one in dict.fromkeys((name, name.replace("isation", "ization"))):
        yield from (other for other in (one, re.sub(" Department$", " Dept", one)) if other != name)


def _initials(name: str) -> tuple[str, ...]:
    """`lm` for Li Mei; initials of Chinese names are known by the table."""
    parts = name.split()
    return ("".join(part[0] for part in parts).lower(),) if name.isascii() and len(parts) > 1 else ()
