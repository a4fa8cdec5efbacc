"""A flag with what it cites: in short, in full, where that is written and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingbai.desk.lines import joined
from mingbai.desk.short_reasons import short_reason, weight
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.pattern import pattern
from mingbai.domain.registers import REVIEWED
from mingbai.domain.review import DECISIONS, Flag, FlagState
from mingbai.domain.rule import RULES, Family, Rule
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Entry, Ledger

OWN_WORDS = Words("本单位提出", "Own reason")
NO_CLAUSE = Words("未引条款", "No clause cited")
BASES = pattern("；|; ")
"""Between what several flags cite, where that became the basis of an assessment."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag, its rule where it cites one, and both in words."""

    entry: Entry
    rule: Rule | None
    short: Words
    told: tuple[Words, ...]
    """What it says, where that is written, how sure it is; own words stand alone."""
    other: Entry | None = None
    """What it was held against: an earlier entry, or the decision by which such a thing was cut."""

    @property
    def open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.entry.stored["state"] == FlagState.OPEN.code

    @property
    def came_back(self) -> bool:
        """Whether it says that something that was cut is asked for again."""
        return self.entry.stored["family"] == Family.CAME_BACK.code

    @property
    def weight(self) -> tuple[int, int]:
        """Where it stands among those of one entry."""
        return weight(self.confidence, self.entry.stored["family"])

    @property
    def evidence(self) -> Words:
        """What in the entry speaks for it."""
        noticed = str(self.entry.stored["evidence"] or "")
        return Words(noticed, str(self.entry.stored["evidence_en"] or noticed))

    @property
    def reason(self) -> Words:
        """What the rule says, or the person's own words."""
        return self.told[0]

    @property
    def source(self) -> Words:
        """The document and clause; nothing for own words."""
        return self.told[1] if self.rule is not None else NO_WORDS

    @property
    def confidence(self) -> Confidence | None:
        """How sure the rule's wording is; None for own words."""
        return self.rule.confidence if self.rule is not None else None

    @property
    def sure(self) -> Words:
        """The same in words."""
        if self.rule is None:
            return OWN_WORDS if self.entry.stored["family"] is None else NO_CLAUSE
        return self.confidence.words if self.confidence is not None else NO_WORDS

    @property
    def caution(self) -> Words:
        """What to mind before relying on it; mostly nothing."""
        return joined(*(words for words in self.told[2:] if words != self.sure))


def flagged(ledger: Ledger, flags: Iterable[Entry]) -> list[Flagged]:
    """Some flags with what they cite, in their order of weight, the earlier first; each rule is read once."""
    rules: dict[str, Entry | None] = {}
    found = []
    for entry in flags:
        flag: Flag = entry.record
        held = None
        if flag.rule is not None:
            if flag.rule not in rules:
                rules[flag.rule] = ledger.entry(RULES, flag.rule)
            held = rules[flag.rule]
        rule: Rule | None = held.record if held is not None else None
        short = short_reason(flag.reason if held is None else held.stored, entry.stored["family"])
        found.append(Flagged(entry, rule, short, tuple(_told(flag, rule)), held_against(ledger, flag)))
    return sorted(found, key=lambda one: (one.weight, one.entry.id))


def held_against(ledger: Ledger, flag: Flag) -> Entry | None:
    """The entry or decision that a flag names, if it is still there."""
    if flag.other is None:
        return None
    for register in (*REVIEWED, DECISIONS):
        entry = ledger.entry(register, flag.other)
        if entry is not None:
            return entry if entry.binned_at is None else None
    return None


def _told(flag: Flag, rule: Rule | None) -> Iterator[Words]:
    if rule is None:
        yield Words(flag.reason, flag.reason)
        return
    yield Words(rule.gist, rule.gist_en or rule.gist)
    yield rule.written
    if rule.confidence is not None:
        yield rule.confidence.words
    if not rule.in_use:
        yield Words(
            "这是其他地方的规定，本地未启用，请改用本地文件",
            "This is another place's rule and not in use here; use your own county's document",
        )
