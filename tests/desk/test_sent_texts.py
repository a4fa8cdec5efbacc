"""What is looked through for residents before a submission is sent: every typed text that its sheets show, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.desk.month_books import FILED_ON, NOVEMBER, month_workbook, sample_ledger, texts

from mingbai.desk.month.named import SENT, named_residents
from mingbai.desk.records import add
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.field import Field, Kind
from mingbai.domain.issue import ISSUES
from mingbai.domain.place import PLACES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.report import PAST_FIGURES, REPORTS, SENT_SHEETS
from mingbai.domain.words import Language
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Ledger

LANGUAGES: tuple[Language, ...] = ("zh", "en")
RESIDENT = "孙桂兰"
FROZEN = (REPORTS, SENT_SHEETS, PAST_FIGURES)
Text = tuple[str, str, str]
"""The code of a register, the name of one of its fields, the uid of an entry."""


def is_typed(field: Field) -> bool:
    """Whether anything may be written into it."""
    column = field.column
    understood = column.inner or column.period or column.due_day
    return field.kind in (Kind.TEXT, Kind.LONG) and not (understood or column.personal)


def name_everywhere(ledger: Ledger) -> dict[str, Text]:
    """Writes a resident's name into every typed text of every entry, with a mark by which each is known."""
    marks: dict[str, Text] = {}
    with ledger.act("edit", today=FILED_ON) as act:
        for register in REGISTERS.values():
            if register in FROZEN:
                continue
            fields = [field.name for field in register.fields.values() if is_typed(field)]
            for row, entry in enumerate(ledger.entries(register)):
                here = {name: f"X{len(marks) + n:05}Q" for n, name in enumerate(fields)}
                marks |= {mark: (register.code, name, str(entry.uid)) for name, mark in here.items()}
                said: dict[str, str | None] = {name: f"{RESIDENT}{mark}" for name, mark in here.items()}
                # What has no day is shown as well, where one may be missing.
                if row % 2 and register.dated and not register.fields[register.dated].required:
                    said[register.dated] = None
                act.change(register, entry.uid, said)
    return marks


def shown(ledger: Ledger, marks: dict[str, Text]) -> set[Text]:
    """The texts that the sheets of a submission show, in either language, apart from the name of who reports."""
    books = [month_workbook(ledger, NOVEMBER, language=language, today=FILED_ON) for language in LANGUAGES]
    said = (text for book in books for _, text in texts(book))
    found = {marks[mark] for text in said for mark in re.findall(r"X\d{5}Q", text)}
    return {one for one in found if one[0] != PLACES.code}


def told(ledger: Ledger) -> set[tuple[str, str]]:
    """The rows that the doubts tell, by register and uid."""
    return {
        (doubt.register, str(entry.uid))
        for doubt in named_residents(ledger, NOVEMBER, FILED_ON)
        for entry in asked_entries(ledger, REGISTERS[doubt.register], doubt.filter, FILED_ON)
    }


def test_every_typed_text_that_a_submission_shows_is_looked_through(tmp_path: Path) -> None:
    with sample_ledger(tmp_path, "zh") as ledger:
        issue = {"accepted_at": "2026-03-05 09:00", "title": "路灯不亮", "resident": RESIDENT}
        add(ledger, ISSUES, issue, today=FILED_ON)
        marks = name_everywhere(ledger)
        doubted, leave = told(ledger), shown(ledger, marks)
        # Where a list says whom to ask, what was typed about it is not shown.
        with ledger.act("edit", today=FILED_ON) as act:
            for entry in ledger.entries(CERTIFICATE_TYPES):
                act.change(CERTIFICATE_TYPES, entry.uid, {"authority": None, "authority_en": None})
        leave |= shown(ledger, marks)
    looked_through = {(code, name) for code, names in SENT.items() for name in names}
    assert {(code, name) for code, name, _ in leave} == looked_through
    assert {(code, uid) for code, _, uid in leave} - doubted == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_lists_name_no_resident(tmp_path: Path, language: Language) -> None:
    with sample_ledger(tmp_path, language) as ledger:
        assert told(ledger) == set()
