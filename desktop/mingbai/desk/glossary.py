"""Names and entries: finds the entry a person means by a name, and shows a referred entry in words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import cached_property
from typing import Any

from mingbai.desk.places import place_of, working_days
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, CertificateType
from mingbai.domain.column import ANY, Uid
from mingbai.domain.department import (
    DEPARTMENTS,
    Department,
    level_of,
    plain_unit_name,
    street_meant,
)
from mingbai.domain.field import LIST_MARK, Context, Kind
from mingbai.domain.issue_category import ISSUE_CATEGORIES, IssueCategory
from mingbai.domain.masking import masked_text
from mingbai.domain.register import Register
from mingbai.domain.registers import NAMING, REGISTERS
from mingbai.domain.staff import STAFF, Staff
from mingbai.domain.text import fold
from mingbai.domain.words import Language
from mingbai.ledger.clock import named_uid, new_uid
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act

NAMED_BY = ("name", "name_en", "short", "short_en", "also", "code")
"""Fields by which a person may mean an entry of a list."""

MADE_ON_FIRST_USE: dict[str, Callable[[str], Any]] = {
    DEPARTMENTS.code: lambda name: Department(name=name, level=level_of(name)),
    CERTIFICATE_TYPES.code: lambda name: CertificateType(name=name),
    ISSUE_CATEGORIES.code: lambda name: IssueCategory(name=name, group=name),
    STAFF.code: lambda name: Staff(name=name),
}


TYPED = (DEPARTMENTS.code, CERTIFICATE_TYPES.code)
"""Lists that gain an entry when a person types a name they do not hold: not the staff, for one slip of the
key would be a colleague who is offered ever after."""

WITH_PEOPLE = (*TYPED, STAFF.code)
"""The same where a person said that the colleague is new."""

IMPORTED = (DEPARTMENTS.code, CERTIFICATE_TYPES.code, ISSUE_CATEGORIES.code)
"""Lists that gain one from a file: not the staff, for a file names people of every office."""

SAME_WORDS = 500
"""So many entries with the words of a title are looked through for the one with exactly it."""


class Glossary:
    """What names mean in one ledger at one moment. It only looks up, so all that is shown may share one."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._ledger = ledger
        self._cutoff = place_of(ledger).month_end.cutoff
        self.today = today
        self._meant: dict[str, dict[str, Uid]] = {}
        self._binned: set[Uid] = set()
        self._shown: dict[str, tuple[str, str]] = {}

    @cached_property
    def working_days(self) -> WorkingDays:
        """The days on which people work, as the ledger's list of holidays knows them."""
        return working_days(self._ledger)

    def context(self, year: int | None = None) -> Context:
        """What reading needs."""
        return Context(self.today, self.find, year, self._cutoff, lambda: self.working_days)

    def find(self, register: str, text: str) -> Uid | None:
        """The uid of the entry meant by a name or number; None for a name that no entry has."""
        if register == ANY or REGISTERS[register].numbered:
            entry = self._ledger.numbered(text)
            if entry is None and register != ANY:
                return self._titled(REGISTERS[register], text)
            fits = entry is not None and register in (ANY, entry.register.code)
            return entry.uid if entry is not None and fits else None
        return self._names_of(register).get(fold(text)) or self._without_prefix(register, text)

    def show(self, uid: str, language: Language) -> str:
        """The name of an entry in words; its number or title where it has no name."""
        if uid not in self._shown:
            for register in NAMING:
                self._shown.update(self._names_in(register))
        if uid not in self._shown:
            self._shown[uid] = self._title_of(uid)
        zh, en = self._shown[uid]
        return en if language == "en" else zh

    def _names_of(self, register: str) -> dict[str, Uid]:
        if register not in self._meant:
            found: dict[str, Uid] = {}
            entries = self._ledger.entries(REGISTERS[register], binned=True)
            entries.sort(key=lambda entry: entry.binned_at is not None)
            self._binned |= {entry.uid for entry in entries if entry.binned_at is not None}
            for field in NAMED_BY:
                for entry in entries:
                    for name in _written(entry, field):
                        found.setdefault(fold(name), entry.uid)
            if register == DEPARTMENTS.code:
                listed = (str(entry.stored["name"]) for entry in entries if entry.binned_at is None)
                found |= {fold(word): found[fold(own)] for word, own in street_meant(listed).items()}
            self._meant[register] = found
        return self._meant[register]

    def _titled(self, register: Register[Any], text: str) -> Uid | None:
        """The one entry with exactly this title, as an export writes it; of two with the same nobody knows which."""
        known = self._meant.setdefault(register.code, {})
        if fold(text) not in known:
            same = [
                entry.uid
                for entry in find(self._ledger, text, [register], enough=SAME_WORDS)
                if fold(str(entry.stored[register.titled] or "")) == fold(text)
            ]
            if len(same) != 1:
                return None
            known[fold(text)] = same[0]
        return known[fold(text)]

    def _without_prefix(self, register: str, text: str) -> Uid | None:
        """A unit named with its district, 区民政局, where the list has it plainly at that level."""
        plain = plain_unit_name(text)
        if register != DEPARTMENTS.code or plain == text:
            return None
        uid = self._names_of(register).get(fold(plain))
        entry = None if uid is None else self._ledger.entry(DEPARTMENTS, uid)
        level = level_of(text)
        fits = entry is not None and (level is None or entry.stored["level"] == level.code)
        return uid if fits else None

    def _names_in(self, register: Register[Any]) -> dict[str, tuple[str, str]]:
        english = register.fields[register.titled].column.english
        return {
            entry.uid: (
                str(entry.stored[register.titled] or ""),
                str((english and entry.stored[english]) or entry.stored[register.titled] or ""),
            )
            for entry in self._ledger.entries(register, binned=True)
        }

    def _title_of(self, uid: str) -> tuple[str, str]:
        for register in REGISTERS.values():
            entry = self._ledger.entry(register, uid)
            if entry is not None:
                title = register.fields[register.titled]
                stored = entry.stored[title.name]
                if title.kind is Kind.REFERENCE:
                    return self.show(str(stored), "zh"), self.show(str(stored), "en")
                # Shown beside other entries: of people no more than a list shows.
                text = masked_text(register, title, str(stored or entry.number or ""), entry.stored)
                english = title.column.english and entry.stored[title.column.english]
                return text, str(english or text)
        return "", ""


class GrowingGlossary(Glossary):
    """The glossary of one deed. A name that a list in `growing` does not hold is planned as an entry of it.

    What is planned ends with the deed, or is saved by it: nobody else may come to know the name before.
    """

    def __init__(self, ledger: Ledger, today: date, growing: Collection[str]) -> None:
        super().__init__(ledger, today)
        self._growing = growing
        self.planned: dict[Uid, tuple[Register[Any], Any]] = {}
        """Entries a draft named that do not exist yet, or (None) lie in the bin: see `write_planned`."""

    def find(self, register: str, text: str) -> Uid | None:
        """The same; an unknown name of a growing list means the entry that is planned for it."""
        uid = super().find(register, text)
        if register not in self._growing:
            return uid
        if uid is None:
            uid = self._names_of(register)[fold(text)] = self._plan(register, text)
        elif uid in self._binned:
            self.planned.setdefault(uid, (REGISTERS[register], None))
        return uid

    def keep_referred(self, uids: Collection[str]) -> None:
        """Plans no longer what nothing refers to in the end."""
        self.planned = {uid: planned for uid, planned in self.planned.items() if uid in uids}

    def write_planned(self, act: Act) -> None:
        """Saves what drafts named for the first time, in the same act."""
        for uid, (register, record) in self.planned.items():
            if record is None:
                act.take_out(register, uid)
            else:
                act.insert(register, record, uid=uid)
        self.planned.clear()

    def _plan(self, register: str, text: str) -> Uid:
        uid = named_uid(register, text)
        if self._ledger.entry(REGISTERS[register], uid) is not None:
            uid = new_uid()
        self.planned[uid] = (REGISTERS[register], MADE_ON_FIRST_USE[register](text))
        self._shown[uid] = (text, text)
        return uid


def _written(entry: Entry, name: str) -> list[str]:
    field, stored = entry.register.fields.get(name), entry.stored.get(name)
    if field is None or stored is None:
        return []
    return str(stored).split(LIST_MARK) if field.kind is Kind.LIST else [str(stored)]
