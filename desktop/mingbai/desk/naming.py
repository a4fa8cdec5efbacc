"""Names a person may mean by a few letters: by name, short name, other names and pinyin initials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from mingbai.desk.called import Called, Named, called_entry
from mingbai.desk.glossary import TYPED, Glossary
from mingbai.desk.near_units import near_unit
from mingbai.desk.time_limits import issue_limits
from mingbai.domain.choice import Choice
from mingbai.domain.column import ANY
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import ALL
from mingbai.domain.initials import spells
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.rule import RULES
from mingbai.domain.text import clean, fold
from mingbai.domain.words import NO_WORDS, Language, Words
from mingbai.ledger.blocks import ID, Order, asked_condition, block
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.references import REFERRING

AT_MOST = 8
"""So many names are offered."""

NO_MATCH = 9
LENGTH = Words("{n} {unit}", "{unit}: {n}")


class Naming:
    """Offers names of one ledger; made anew when a list changes."""

    def __init__(self, ledger: Ledger, glossary: Glossary) -> None:
        self._ledger = ledger
        self._glossary = glossary
        self._known: dict[str, list[Called]] = {}
        self._used: dict[str, Counter[str]] = {}

    def offered(self, register: str, typed: str, most: int = AT_MOST) -> list[Named]:
        """The entries of a list that may be meant, best match first, used ones before unused.

        With nothing typed, those used most of late.
        """
        if register == ANY or REGISTERS[register].numbered:
            return list(self._numbered(register, typed))[:most]
        wanted = fold(clean(typed))
        used = self._uses(register)
        ranked = [
            (_rank(wanted, known), not used[known.named.uid], -used[known.named.uid], at)
            for at, known in enumerate(self._list(register))
        ]
        found = sorted(entry for entry in ranked if entry[0] < NO_MATCH)[:most]
        return [self._list(register)[at].named for *_, at in found]

    def written(self, register: str, uid: str, language: Language) -> str:
        """How an entry is written into a field that refers to it: by number where it has one, else by name."""
        if register != ANY and REGISTERS[register].numbered:
            entry = self._ledger.entry(REGISTERS[register], uid)
            return entry.number if entry is not None else ""
        return self._glossary.show(uid, language)

    def is_unknown(self, register: str, typed: str) -> bool:
        """Whether a list does not hold a name."""
        text = clean(typed)
        return bool(text) and self._glossary.find(register, text) is None

    def is_new(self, register: str, typed: str) -> bool:
        """Whether a name would be entered into its list when it is saved."""
        return register in TYPED and self.is_unknown(register, typed)

    def near(self, register: str, typed: str) -> Named | None:
        """The unit that a name which would be entered may mean; taken only by going there."""
        if register != DEPARTMENTS.code or not self.is_new(register, typed):
            return None
        found = near_unit(typed, self._list(register))
        return None if found is None else replace(found, near=True)

    def rules(self, typed: str, most: int = AT_MOST) -> list[Named]:
        """The rules that may be meant by a code or words of their gist, those in use here first."""
        words = fold(clean(typed)).split()
        if not words:
            return []
        found: list[tuple[int, bool, int, Named]] = []
        for at, rule in enumerate(self._ledger.entries(RULES)):
            stored = rule.stored
            code = fold(str(stored["code"]))
            text = fold(
                " ".join(str(stored[name] or "") for name in ("gist", "gist_en", "area", "area_en", "source"))
            )
            gist = str(stored["gist"])
            if all(word in code or word in text for word in words):
                rank = 0 if code.startswith(words[0]) else 1
            elif len(words) == 1 and len(words[0]) > 1 and spells(words[0], gist):
                rank = 2
            else:
                continue
            name = Words(str(stored["code"]), str(stored["code"]))
            named = Named(name, Words(gist, str(stored["gist_en"] or gist)), rule.uid)
            found.append((rank, not stored["in_use"], at, named))
        return [named for *_, named in sorted(found, key=lambda one: one[:3])[:most]]

    def limits(self, typed: str, most: int = AT_MOST) -> list[Named]:
        """The limits in use that an issue may go by, with how long they are; in their order with nothing typed."""
        called = []
        for limit in issue_limits(self._ledger, self._glossary.today):
            name = Words(limit.item, limit.item_en or limit.item)
            detail = LENGTH.format(n=limit.value, unit=limit.unit.words)
            called.append(
                Called(Named(name, detail), tuple(map(fold, (name.zh, name.en))), (fold(limit.code),))
            )
        return best_first(typed, called)[:most]

    def _list(self, register: str) -> list[Called]:
        if register not in self._known:
            self._known[register] = [
                called_entry(entry) for entry in self._ledger.entries(REGISTERS[register])
            ]
        return self._known[register]

    def _uses(self, register: str) -> Counter[str]:
        """How often each is referred to by the newest entries of the registers people speak of."""
        if register not in self._used:
            counted: Counter[str] = Counter()
            for code, field in REFERRING[register]:
                if REGISTERS[code].numbered:
                    counted.update(
                        str(entry.stored[field])
                        for entry in self._newest(REGISTERS[code])
                        if entry.stored[field]
                    )
            self._used[register] = counted
        return self._used[register]

    def _newest(self, register: Register[Any]) -> list[Entry]:
        condition = asked_condition(self._ledger, register, ALL, self._glossary.today)
        return block(self._ledger, register, condition, Order(ID, descending=True)).entries

    def _numbered(self, register: str, typed: str) -> Iterator[Named]:
        """Entries people know by number are offered by the words in them, and written by their number."""
        text = clean(typed)
        if not text or register == ANY:
            return
        exact = self._ledger.numbered(text)
        entries = [exact] if exact is not None else find(self._ledger, text, [REGISTERS[register]])
        for entry in entries:
            if entry.register.code == register and entry.binned_at is None:
                title = self._glossary.show(entry.uid, "zh"), self._glossary.show(entry.uid, "en")
                yield Named(Words(entry.number, entry.number), Words(*title), entry.uid)


def choices_offered(choice: type[Choice], typed: str) -> list[Named]:
    """The members of a choice that may be meant, best match first; all of them with nothing typed."""
    return best_first(typed, (_member(one) for one in choice))


def best_first(typed: str, called: Iterable[Called]) -> list[Named]:
    """What may be meant by a text, best match first, else in its order; all of it with nothing typed."""
    wanted = fold(clean(typed))
    ranked = sorted(
        ((_rank(wanted, one), at, one.named) for at, one in enumerate(called)), key=lambda one: one[:2]
    )
    return [named for rank, _, named in ranked if rank < NO_MATCH]


def _member(one: Choice) -> Called:
    named = Named(one.words, NO_WORDS, one.code)
    return Called(named, tuple(map(fold, (one.words.zh, one.words.en))), tuple(map(fold, one.also)))


def _rank(wanted: str, known: Called) -> int:
    """How well what was typed fits, 0 best; `NO_MATCH` where it does not."""
    if not wanted:
        return 0
    names = (*known.first, *known.others)
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in known.first):
        return 1
    if any(name.startswith(wanted) for name in known.others):
        return 2
    if any(spells(wanted, name[: len(wanted)]) for name in names if len(name) >= len(wanted)):
        return 3
    if any(wanted in name for name in names):
        return 4
    if len(wanted) > 1 and any(spells(wanted, name) for name in names):
        return 5
    return NO_MATCH
