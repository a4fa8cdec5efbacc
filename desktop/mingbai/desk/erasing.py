"""Erasing a person: the one deed that takes something out of the ledger, and is never undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.desk.month.sent_book import sheets_about
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.column import Personal
from mingbai.domain.filter import both, equals
from mingbai.domain.issue import PROGRESS
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.drafts import drafts
from mingbai.ledger.erase import DEED as ERASING
from mingbai.ledger.erase import erase
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.references import references_to

__all__ = [
    "ERASING",
    "Erased",
    "erase_person",
    "of_the_same_person",
    "says_of_a_person",
    "would_erase",
]

TOLD_OF = {
    PROGRESS.code: "issue",
    FLAGS.code: "subject",
    DECISIONS.code: "subject",
    ATTACHMENTS.code: "subject",
}
"""Registers whose entries say something of another one, and the field that names it."""

WHOSE = ("issue", "certificate", "task", "demand", "staff", *TOLD_OF)
"""Registers that may speak of a person; the shipped lists, the place and sent reports do not."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many entries an erasure takes out, and what with them."""

    entries: int
    notes: int
    flags: int
    decisions: int
    attachments: int
    drafts: int
    sheets: int = 0
    """Of sent reports: those that list one of the entries. The figures of the report stay."""

    @property
    def words(self) -> Words:
        """What was erased, and where it may still stand."""
        return Words(
            "已永久清除{entries}{beside}，只留编号，不能撤销。此前的备份和导出的文件里还有，请另行删除",
            "Erased for good: {entries}{beside}. Only their numbers stay, and this cannot be undone. Backups "
            "and exported files made before still hold them; delete those as well",
        ).format(entries=_entries(self.entries), beside=self._beside)

    @property
    def asked(self) -> Words:
        """What will be erased, for the question before it."""
        return Words(
            "这会清空{entries}的全部内容{beside}，只留编号。清除后不能撤销，也查不到。",
            "The contents of {entries}{beside} are erased; only the number stays. They cannot be restored or "
            "found again.",
        ).format(entries=_entries(self.entries), beside=self._beside)

    @property
    def _beside(self) -> Words:
        counted = (
            (
                self.notes,
                Words("办理进展 {n} 条", "1 progress note" if self.notes == 1 else "{n} progress notes"),
            ),
            (self.flags, Words("提示 {n} 条", "{n} flags")),
            (
                self.decisions,
                Words("研判 {n} 条", "{n} assessments"),
            ),
            (
                self.attachments,
                Words("附件 {n} 个", "{n} attachments"),
            ),
            (self.drafts, Words("未保存的草稿 {n} 份", "{n} drafts")),
            (
                self.sheets,
                Words(
                    "已上报月报里列着它的表 {n} 张",
                    "1 sheet of a sent report that lists it"
                    if self.sheets == 1
                    else "{n} sheets of sent reports that list it",
                ),
            ),
        )
        beside = [words.format(n=n) for n, words in counted if n]
        signs = [", "] * (len(beside) - 1) + [" and "]
        return Words(
            "".join(f"、{words.zh}" for words in beside),
            "".join(f"{sign}{words.en}" for sign, words in zip(signs, beside, strict=False)),
        )


def says_of_a_person(entry: Entry) -> bool:
    """Whether something stands in an entry that can be erased as a person's."""
    return entry.register.code in WHOSE and any(
        entry.stored[name] for name, field in entry.register.fields.items() if field.column.personal
    )


def of_the_same_person(ledger: Ledger, entry: Entry, today: date) -> list[Entry]:
    """The other entries that name the same person with the same phone, also in the bin; none without both."""
    told = {kind: _personal(entry, kind) for kind in (Personal.NAME, Personal.PHONE)}
    found: list[Entry] = []
    for register in REGISTERS.values() if all(told.values()) else ():
        names = {
            field.column.personal: field.name for field in register.fields.values() if field.column.personal
        }
        if register.code not in WHOSE or not told.keys() <= names.keys():
            continue
        same = both(*(equals(names[kind], text) for kind, text in told.items()))
        for binned in (0, 1):
            found += asked_entries(ledger, register, both(same, equals(BINNED, binned)), today)
    return [each for each in found if each.uid != entry.uid]


def _personal(entry: Entry, kind: Personal) -> str:
    fields = entry.register.fields.values()
    return next((str(entry.stored[each.name] or "") for each in fields if each.column.personal is kind), "")


def would_erase(ledger: Ledger, entries: Iterable[Entry]) -> Erased:
    """What erasing some entries takes out; nothing is changed. Raises `Mistake` as `erase_person` does."""
    return _reach(ledger, {entry.uid: entry for entry in entries}).counted


def erase_person(ledger: Ledger, entries: Iterable[Entry]) -> Erased:
    """Erases entries with all that was noted, flagged and decided about them, also what lies in the bin.

    Half-typed text of their registers goes too, for nobody can tell whose it is. Raises `Mistake` for an
    entry that says nothing of a person, and then erases nothing.
    """
    reach = _reach(ledger, {entry.uid: entry for entry in entries})
    erase(ledger, reach.uids, drafts_of=reach.typed_into)
    return reach.counted


@dataclass(frozen=True, slots=True)
class _Reach:
    """All that goes with an erasure."""

    uids: tuple[str, ...]
    typed_into: frozenset[str]
    counted: Erased


def _reach(ledger: Ledger, chosen: Mapping[str, Entry]) -> _Reach:
    if not chosen:
        raise Mistake("没有选中记录，请先选择要清除的记录", "Choose the entries to erase first")
    by_register: dict[str, list[str]] = {}
    for entry in chosen.values():
        _refuse_list(entry.register)
        by_register.setdefault(entry.register.code, []).append(entry.uid)
    beside = {code: set[str]() for code in TOLD_OF}
    listed = {*chosen}
    for code, uids in by_register.items():
        for reference in references_to(ledger, code, uids, binned=True):
            if reference.register == DECISIONS.code:
                # A row about a cut names what was cut, and as what it came back.
                listed.add(reference.uid)
            if TOLD_OF.get(reference.register) == reference.field and reference.uid not in chosen:
                beside[reference.register].add(reference.uid)
    typed_into = frozenset((*by_register, *TOLD_OF))
    sheets = sheets_about(ledger, listed)
    about = [*(uid for found in beside.values() for uid in sorted(found)), *sheets]
    counted = Erased(
        entries=len(chosen),
        notes=len(beside[PROGRESS.code]),
        flags=len(beside[FLAGS.code]),
        decisions=len(beside[DECISIONS.code]),
        attachments=len(beside[ATTACHMENTS.code]),
        drafts=sum(register in typed_into for register, _ in drafts(ledger).values()),
        sheets=len(sheets),
    )
    return _Reach((*chosen, *about), typed_into, counted)


def _entries(n: int) -> Words:
    return Words(" {n} 条记录", "{n} entries").format(n=n)


def _refuse_list(register: Register[Any]) -> None:
    if register.code not in WHOSE:
        raise Mistake(
            "“{register}”里没有居民信息，不能按个人信息清除。请放入回收站",
            "{register} hold nothing of a resident and are not erased; put the entry into the bin",
            register=register.words,
        )
