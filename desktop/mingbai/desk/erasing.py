"""Erasing a person: the one deed that takes something out of the ledger, and is never undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mingbai.domain.issue import PROGRESS
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.drafts import drafts
from mingbai.ledger.erase import erase
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.references import references_to

TOLD_OF = {PROGRESS.code: "issue", FLAGS.code: "subject", DECISIONS.code: "subject"}
"""Registers whose entries say something of another one, and the field that names it."""

WHOSE = ("issue", "certificate", "task", "demand", "staff", *TOLD_OF)
"""Registers that may speak of a person; the shipped lists, the place and sent reports do not."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many entries an erasure took out, and what with them."""

    entries: int
    notes: int
    flags: int
    decisions: int
    drafts: int

    @property
    def words(self) -> Words:
        """What was erased, and where it may still stand."""
        counted = (
            (self.notes, Words("办理进展 {n} 条", "progress notes: {n}")),
            (self.flags, Words("提示 {n} 条", "flags: {n}")),
            (self.decisions, Words("研判 {n} 条", "assessments: {n}")),
            (self.drafts, Words("未保存的草稿 {n} 份", "drafts: {n}")),
        )
        beside = [words.format(n=n) for n, words in counted if n]
        return Words(
            "已永久清除 {n} 条记录{beside}，只留编号，不能撤销。此前的备份和导出的文件里还有，请另行删除",
            "Erased for good: {n} entries{beside}. Only their numbers stay, and this cannot be undone. Backups "
            "and exported files made before still hold them; delete those as well",
        ).format(
            n=self.entries,
            beside=Words(
                "".join(f"、{words.zh}" for words in beside), "".join(f", {words.en}" for words in beside)
            ),
        )


def erase_person(ledger: Ledger, entries: Iterable[Entry], *, who: str = "") -> Erased:
    """Erases entries with all that was noted, flagged and decided about them, also what lies in the bin.

    Half-typed text of their registers goes too, for nobody can tell whose it is. Raises `Mistake` for an
    entry that says nothing of a person, and then erases nothing.
    """
    chosen = {entry.uid: entry for entry in entries}
    if not chosen:
        raise Mistake("没有选中记录，请先选择要清除的记录", "Choose the entries to erase first")
    by_register: dict[str, list[str]] = {}
    for entry in chosen.values():
        _refuse_list(entry.register)
        by_register.setdefault(entry.register.code, []).append(entry.uid)
    beside = {code: set[str]() for code in TOLD_OF}
    for code, uids in by_register.items():
        for reference in references_to(ledger, code, uids, binned=True):
            if TOLD_OF.get(reference.register) == reference.field and reference.uid not in chosen:
                beside[reference.register].add(reference.uid)
    typed_into = {*by_register, *TOLD_OF}
    half_typed = sum(register in typed_into for register, _ in drafts(ledger).values())
    about = [uid for found in beside.values() for uid in sorted(found)]
    erase(ledger, (*chosen, *about), who=who, drafts_of=typed_into)
    return Erased(
        entries=len(chosen),
        notes=len(beside[PROGRESS.code]),
        flags=len(beside[FLAGS.code]),
        decisions=len(beside[DECISIONS.code]),
        drafts=half_typed,
    )


def _refuse_list(register: Register[Any]) -> None:
    if register.code not in WHOSE:
        raise Mistake(
            "“{register}”里没有居民信息，不能按个人信息清除。请放入回收站",
            "{register} hold nothing of a resident and are not erased; put the entry into the bin",
            register=register.words,
        )
