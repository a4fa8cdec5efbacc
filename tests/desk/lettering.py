"""Entries to write letters about, and all that a letter says."""

from __future__ import annotations

from datetime import date

from mingbai.desk import records
from mingbai.desk.letters import draft_letter
from mingbai.domain.letter import LetterKind
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def task(ledger: Ledger, today: date, title: str = "上报重点人群台账", **more: object) -> Entry:
    draft = {"received_on": "2026-11-20", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def text(
    ledger: Ledger, entry: Entry, today: date, kind: LetterKind = LetterKind.JOINT, language: Language = "zh"
) -> str:
    letter = draft_letter(ledger, entry, kind, language=language, today=today).letter
    return "\n".join((letter.title, letter.addressee, *letter.paragraphs, letter.sender))


def everything(ledger: Ledger, entry: Entry, today: date) -> str:
    """The entry's letters of all kinds in both languages."""
    return "\n".join(
        text(ledger, entry, today, kind, language) for kind in LetterKind for language in LANGUAGES
    )


def switch_on(ledger: Ledger, rule: Entry) -> None:
    with ledger.act("change") as act:
        act.change(RULES, rule.uid, {"in_use": 1})
