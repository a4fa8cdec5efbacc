"""Names in a typed line: units, colleagues, certificates, by everything people call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.initials import spells, usual_initials
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.quick.kinds import begins_kind
from mingbai.rules.quick.line import HAN


@dataclass(frozen=True, slots=True)
class Name:
    """One entry of a list: as the ledger calls it, and every other name for it."""

    called: str
    also: tuple[str, ...] = ()
    english: str = ""
    """As a window in English calls it; empty where the list has no English for it."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every name."""
        return (self.called, *self.also)


@dataclass(frozen=True)
class Vocabulary:
    """The lists whose names a line may hold."""

    departments: tuple[Name, ...] = ()
    staff: tuple[Name, ...] = ()
    certificates: tuple[Name, ...] = ()
    working: WorkingDays | None = None
    """The calendar, for limits in working days; without one these stay in the title."""

    @cached_property
    def units(self) -> Names:
        """The departments, ready to be looked for."""
        return Names(self.departments)

    @cached_property
    def english(self) -> dict[str, str]:
        """The English name of what the lists have one for."""
        names = (*self.departments, *self.certificates)
        return {name.called: name.english for name in names if name.english}

    @cached_property
    def people(self) -> Names:
        """The colleagues."""
        return Names(self.staff)

    @cached_property
    def kinds_of_certificate(self) -> Names:
        """The certificates."""
        return Names(self.certificates)

    def completions(self, typed: str, *, people: bool, most: int = 6) -> list[str]:
        """Names that begin with, hold or are spelled by what is typed, in that order."""
        if people:
            return self.people.like(typed, most)
        # Of photos nobody means the phone company, unless it is called so.
        return self.units.like(typed, most, shown_only=begins_kind(typed))


KEPT = 512
"""So many words are remembered."""
_Way = Callable[[str, str], bool]
"""Whether what is typed may become a name."""


class Names:
    """One list by all its names."""

    def __init__(self, entries: Sequence[Name]) -> None:
        self.entries = entries
        self.meant: dict[str, str] = {}
        for at in range(max((len(entry.all) for entry in entries), default=0)):
            for entry in entries:
                if at < len(entry.all) and (name := fold(entry.all[at]).strip()):
                    self.meant.setdefault(name, entry.called)
        self.in_full = dict(_without_level(entries, self.meant))
        # The longest name that fits is the one meant.
        ordered = sorted(self.meant, key=len, reverse=True)
        self.han = _any_of(name for name in ordered if HAN.search(name))
        self.latin = _any_of((name for name in ordered if not HAN.search(name)), words=True)
        # With each key the same words come again, and every name is held against each.
        self.spelled = lru_cache(maxsize=KEPT)(self._spelled)

    def _spelled(self, letters: str) -> str | None:
        """The one entry whose name has exactly these pinyin initials; own names come before short and other ones."""
        for at in range(max((len(entry.all) for entry in self.entries), default=0)):
            found = {
                entry.called: entry.all[at]
                for entry in self.entries
                if at < len(entry.all) and _spelled_whole(letters, entry.all[at])
            }
            if len(found) > 1:
                # Nobody reads 信访局 as sfj, though 信 has such a reading; 司法局 is.
                usual = [called for called, name in found.items() if usual_initials(name) == letters]
                return usual[0] if len(usual) == 1 else None
            if found:
                # 民政局 and 民宗局 both are mzj; the one whose own name it is comes before a short name.
                return next(iter(found))
        return None

    def part_of(self, typed: str) -> str | None:
        """The one person whose name has this word in it, or ends with it: Anna of Anna Chen, 建国 of 张建国."""
        wanted = fold(typed)
        found = {
            entry.called
            for entry in self.entries
            for name in map(fold, (entry.called,))
            if wanted in name.split() or (len(wanted) > 1 and HAN.match(wanted) and name.endswith(wanted))
        }
        return found.pop() if len(found) == 1 else None

    def like(self, typed: str, most: int, *, shown_only: bool = False) -> list[str]:
        """Names that begin with, hold or are spelled by what is typed; what is shown comes before other names."""
        wanted = fold(typed).strip()
        if not wanted:
            return [entry.called for entry in self.entries[:most]]
        ranked: list[tuple[int, int, str]] = []
        for at, entry in enumerate(self.entries):
            shown = (entry.called, entry.english)
            ways: tuple[tuple[_Way, Sequence[str]], ...] = (
                *((_begins, shown), (_begins_word, shown), (_begins, entry.also)),
                *((_holds, shown), (_holds, entry.also), (_spelled_from, entry.all)),
            )
            met = (
                any(way(wanted, name) for name in names) for way, names in ways[: 1 if shown_only else None]
            )
            rank = next((at for at, one in enumerate(met) if one), None)
            if rank is not None:
                ranked.append((rank, at, entry.called))
        return [called for _, _, called in sorted(ranked)[:most]]


_LEVEL = pattern(r"(?:县（区）|镇（街道）|镇（乡）)(?P<rest>[^（(]{4,}[会局])$")


def _without_level(entries: Sequence[Name], meant: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """妇女联合会 of 县（区）妇女联合会: a name in full that no other unit of the list has, without the level before it."""
    found = [(level["rest"], entry.called) for entry in entries if (level := _LEVEL.match(entry.called))]
    several = Counter(rest for rest, _ in found)
    yield from ((rest, called) for rest, called in found if several[rest] == 1 and rest not in meant)


def _spelled_whole(letters: str, name: str) -> bool:
    return len(name) == len(letters) and bool(HAN.match(name)) and spells(letters, name)


def _begins(wanted: str, name: str) -> bool:
    return fold(name).startswith(wanted)


def _holds(wanted: str, name: str) -> bool:
    """Whether a name holds what is typed; of Latin letters a word of it begins so."""
    if wanted.isascii():
        return _begins_word(wanted, name)
    return len(wanted) > 1 and wanted in fold(name)


def _begins_word(wanted: str, name: str) -> bool:
    return len(wanted) > 1 and f" {wanted}" in fold(name)


def _spelled_from(letters: str, name: str) -> bool:
    if len(letters) < 2 or not letters.isascii():
        return False
    return bool(HAN.match(name)) and len(name) >= len(letters) and spells(letters, name[: len(letters)])


def _any_of(names: Iterable[str], *, words: bool = False) -> re.Pattern[str]:
    parts = "|".join(map(re.escape, names)) or "(?!)"
    return re.compile(rf"(?<![\w@-])(?:{parts})(?![\w-])" if words else parts)
