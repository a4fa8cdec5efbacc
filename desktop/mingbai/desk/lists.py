"""A register's list as a person walks through it: what is asked for, block by block, with its open flags.

Nothing stays open between two blocks. A list is asked anew from a key, so that rows which are added or
removed meanwhile neither repeat nor hide others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.short_reasons import flags_of, rules_called, short_reason, weight
from mingbai.desk.spoken_days import NEAR
from mingbai.domain.asking import Asked, read_filter
from mingbai.domain.asking_told import told_filter
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Stored
from mingbai.domain.filter import ALL, Filter, Op, Where, both, equals, one_of
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import FLAGS, FlagState
from mingbai.domain.rule import RULES, Family
from mingbai.domain.text import clean
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import (
    COUNTED,
    ID,
    Block,
    Condition,
    Key,
    Order,
    asked_condition,
    asked_count,
    asked_entries,
    asked_uids,
    block,
    has_entries,
)
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.schema import NUMBER

FLAGGED = "flagged"
"""Asks for entries with an open flag; the grammar of filters has no word for another register's entries."""

FLAGGED_WORDS = Words("有提示", FLAGGED)
UNNUMBERED = "undocumented"
"""The same for those of which the program, or a person, says that no document was seen."""
UNNUMBERED_WORDS = Words("提示未见文号", UNNUMBERED)
NEAR_LIMIT = f"open due_at>=today due_at<={NEAR}workdays"
"""Issues whose limit is near: so Today asks, and so a list colours it."""
PRESSING_LIMIT = f"open due_at<={NEAR}workdays"
"""Those and what is overdue: so the chip asks, and so many the rail counts."""
BY_FLAGS: dict[str, tuple[Words, Family | None]] = {
    name: (words, family)
    for words, family in ((FLAGGED_WORDS, None), (UNNUMBERED_WORDS, Family.NO_DOCUMENT))
    for name in (words.en, words.zh)
}
NOBODY = "-"
"""A uid that no entry has."""
FEW_UIDS = 256


OLDEST_FIRST = Order()


@dataclass(frozen=True, slots=True)
class Question:
    """What a list is asked: a filter, words typed beside it, an order, and whether of the bin."""

    where: str = ""
    words: str = ""
    order: Order = OLDEST_FIRST
    binned: bool = False
    beside: Filter = ALL
    """What no typed filter can ask for: the rows of a figure."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in a list, with the short reasons of its open flags."""

    entry: Entry
    flags: tuple[Words, ...] = ()
    cut_since: date | None = None
    """Of what recurs: from when on it is asked for no more, though its last day may lie ahead."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some rows that follow one another, the keys to go on from, and whether there are more on each side."""

    rows: list[Listed]
    first: Key | None
    last: Key | None
    before: bool
    after: bool


class Walk:
    """One question put to one register. Raises `Mistake` for a typed filter that means nothing."""

    def __init__(
        self, ledger: Ledger, register: Register[Any], question: Question, glossary: Glossary
    ) -> None:
        self.ledger = ledger
        self.register = register
        self.question = question
        self._today = glossary.today
        self._asked = asked_of(ledger, register, question, glossary)
        self._condition: Condition | None = None

    @property
    def condition(self) -> Condition:
        """The condition for the ledger; looking up what words name is put off until rows are wanted."""
        if self._condition is None:
            self._condition = asked_condition(
                self.ledger, self.register, self._asked.filter, self._today, self._asked.words
            )
        return self._condition

    def first(self) -> Stretch:
        """The beginning of the list."""
        return self._forward(None)

    def last(self) -> Stretch:
        """The end of the list."""
        return self._backward(None)

    def after(self, key: Key) -> Stretch:
        """What follows a key."""
        return self._forward(key)

    def before(self, key: Key) -> Stretch:
        """What stands before a key."""
        return self._backward(key)

    def around(self, key: Key) -> Stretch:
        """What stands around a key, with its own row if it is still there."""
        upper = self._backward(key)
        lower = self._forward(upper.last) if upper.last is not None else self._forward(None)
        return Stretch(
            upper.rows + lower.rows,
            upper.first or lower.first,
            lower.last or upper.last,
            upper.before,
            lower.after,
        )

    def key_of(self, entry: Entry) -> Key:
        """The place of an entry in this list's order."""
        column = self.question.order.column
        if column == ID:
            return Key(None, entry.id)
        if column == NUMBER and column not in self.register.fields:
            return Key(entry.number or None, entry.id)
        return Key(entry.stored[column], entry.id)

    def holding(self, uids: Collection[str]) -> list[Listed]:
        """Those of some entries that the question asks for; at most `FEW_UIDS` of them."""
        few = tuple(sorted(uids))[:FEW_UIDS]
        wanted = both(self._asked.filter, one_of("uid", *few))
        condition = asked_condition(self.ledger, self.register, wanted, self._today, self._asked.words)
        return self.flagged(block(self.ledger, self.register, condition).entries)

    def count(self, *, most: int = COUNTED) -> int:
        """How many entries are asked for, at most `most`."""
        return asked_count(
            self.ledger, self.register, self._asked.filter, self._today, words=self._asked.words, most=most
        )

    def entries(self) -> Iterator[Entry]:
        """Every entry that is asked for, read block by block."""
        key: Key | None = None
        while True:
            found = block(self.ledger, self.register, self.condition, self.question.order, after=key)
            yield from found.entries
            if not found.more or found.last is None:
                return
            key = found.last

    def flagged(self, entries: list[Entry]) -> list[Listed]:
        """Entries with the short reasons of their open flags."""
        if not self.register.reviewed or not entries:
            return [Listed(entry) for entry in entries]
        flags = open_reasons(self.ledger, self.register, [entry.uid for entry in entries], self._today)
        since = cut_since(self.ledger, entries, self._today) if self.register is DEMANDS else {}
        return [Listed(entry, flags.get(entry.uid, ()), since.get(entry.uid)) for entry in entries]

    def _forward(self, key: Key | None) -> Stretch:
        found = block(self.ledger, self.register, self.condition, self.question.order, after=key)
        return self._stretch(found, before=key is not None, after=found.more)

    def _backward(self, key: Key | None) -> Stretch:
        order = self.question.order
        if key is None:
            found = block(self.ledger, self.register, self.condition, order, last=True)
        else:
            found = block(self.ledger, self.register, self.condition, order, before=key)
        return self._stretch(found, before=found.more, after=key is not None)

    def _stretch(self, found: Block, *, before: bool, after: bool) -> Stretch:
        return Stretch(self.flagged(found.entries), found.first, found.last, before, after)


def asked_of(ledger: Ledger, register: Register[Any], question: Question, glossary: Glossary) -> Asked:
    """The filter and the free words of a question. Raises `Mistake`."""
    typed = read_filter(
        register, spelled_out(ledger, register, question.where, glossary.today), glossary.context()
    )
    words = typed.words
    parts: list[Filter] = [typed.filter, question.beside]
    if question.words.strip():
        beside = _searched(register, question.words, glossary)
        parts.append(beside.filter)
        words += beside.words
    if question.binned:
        parts.append(equals(BINNED, 1))
    return Asked(both(*parts), words)


def spelled_out(ledger: Ledger, register: Register[Any], where: str, today: date) -> str:
    """A typed filter in which `flagged` is written as the uids it means, as the grammar knows them."""
    pieces = where.split()
    if not register.reviewed or not any(piece.lower() in BY_FLAGS for piece in pieces):
        return where

    def meant(piece: str) -> str:
        if piece.lower() not in BY_FLAGS:
            return piece
        _, family = BY_FLAGS[piece.lower()]
        which: Filter = ALL
        if family is not None:
            speaking = Where("families", Op.HAS, family.code)
            which = flags_of(family, asked_uids(ledger, RULES, speaking, today))
        return "uid=" + ("|".join(_subjects_of_open_flags(ledger, register, which, today)) or NOBODY)

    return " ".join(map(meant, pieces))


def told_where(register: Register[Any], where: str, glossary: Glossary, language: Language) -> str:
    """A typed filter in the words of a language, to be shown and gone on with."""
    also = {name: words for name, (words, _) in BY_FLAGS.items()} if register.reviewed else {}
    return told_filter(register, where, language, glossary.context(), also)


def count_words(found: int) -> str:
    """A capped count as it is shown: 999+ for many."""
    return f"{COUNTED - 1}+" if found >= COUNTED else str(found)


def open_reasons(
    ledger: Ledger, register: Register[Any], uids: Iterable[str], today: date
) -> dict[str, tuple[Words, ...]]:
    """The short reasons of the open flags of some entries, by uid; that something seems back is said first."""
    wanted = both(_open_flags_of(register), one_of("subject", *uids))
    found: dict[str, list[tuple[tuple[int, int], int, Words]]] = {}
    rules: dict[str, Mapping[str, Stored] | str] = {}
    for flag in asked_entries(ledger, FLAGS, wanted, today):
        uid = str(flag.stored["rule"] or "")
        if uid and uid not in rules:
            rule = ledger.entry(RULES, uid)
            rules[uid] = "" if rule is None else rule.stored
        said = rules[uid] if uid else str(flag.stored["reason"] or "")
        family = flag.stored["family"]
        sure = (
            None
            if isinstance(said, str) or not said["confidence"]
            else Confidence.of(str(said["confidence"]))
        )
        reason = weight(sure, family), flag.id, short_reason(said, family)
        found.setdefault(str(flag.stored["subject"]), []).append(reason)
    return {
        uid: tuple(dict.fromkeys(words for *_, words in sorted(reasons, key=lambda one: one[:2])))
        for uid, reasons in found.items()
    }


def short_units(ledger: Ledger) -> dict[str, tuple[str, str]]:
    """What units are called in a list, in 中文 and English: the short name where there is one."""
    names: dict[str, tuple[str, str]] = {}
    for entry in ledger.entries(DEPARTMENTS, binned=True):
        stored = entry.stored
        zh = str(stored["short"] or stored["name"] or "")
        names[entry.uid] = zh, str(stored["short_en"] or stored["name_en"] or zh)
    return names


def usual_order(register: Register[Any]) -> Order:
    """How a list begins when nobody chose: the newest first, lists of names by name."""
    if register.dated:
        return Order(register.dated, descending=True)
    titled = register.fields[register.titled]
    return Order(titled.name) if titled.column.sort else Order()


def walked_by_index(register: Register[Any], order: Order) -> bool:
    """Whether a block in this order is read without sorting the whole register."""
    if order.column in (ID, NUMBER):
        return True
    column = register.fields[order.column].column
    return column.sort or bool(column.to)


def highest_id(ledger: Ledger, register: Register[Any]) -> int:
    """The number of the last entry that is not in the bin; 0 where there is none."""
    found = block(ledger, register, asked_condition(ledger, register, ALL, date.min), last=True)
    return found.last.id if found.last is not None else 0


def used_registers(ledger: Ledger, pages: Mapping[str, str]) -> frozenset[str]:
    """Of pages, each with the code of the register whose entries fill it, those that have any outside the bin."""
    return frozenset(page for page, code in pages.items() if has_entries(ledger, REGISTERS[code]))


def _searched(register: Register[Any], text: str, glossary: Glossary) -> Asked:
    """What stands in the search field: a filter if it can be one, else simply words; never a mistake."""
    if register is RULES and (called := rules_called(clean(text))) is not None:
        return Asked(called, ())
    try:
        return read_filter(register, text, glossary.context())
    except Mistake:
        return Asked(ALL, tuple(clean(text).split()))


def _open_flags_of(register: Register[Any]) -> Filter:
    return both(equals("register", register.code), equals("state", FlagState.OPEN))


def _subjects_of_open_flags(ledger: Ledger, register: Register[Any], which: Filter, today: date) -> list[str]:
    condition = asked_condition(ledger, FLAGS, both(_open_flags_of(register), which), today)
    subjects: dict[str, None] = {}
    key: Key | None = None
    while len(subjects) < COUNTED:
        found = block(ledger, FLAGS, condition, Order(ID, descending=True), after=key)
        subjects.update(dict.fromkeys(str(entry.stored["subject"]) for entry in found.entries))
        if not found.more:
            break
        key = found.last
    return list(subjects)[:COUNTED]


def cut_since(ledger: Ledger, demands: Collection[Entry], today: date) -> dict[Uid, date]:
    """From when on some recurring assignments are asked for no more; those that are cut ahead too."""
    from mingbai.desk.rhythms import rhythms  # a list of anything else starts without it

    return {
        uid: known[-1].since
        for uid, known in rhythms(ledger, demands, today).items()
        if known[-1].stopped is not None and known[-1].since is not None
    }
