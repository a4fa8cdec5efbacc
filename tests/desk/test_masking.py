"""People in the texts of an entry: hidden in lists, hits and exports, plain in the record one has opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mingbai.desk.exports import export_register
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names, title_of
from mingbai.desk.records import add, shown
from mingbai.desk.timeline import timeline_sheet
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger

ENTRIES: dict[str, tuple[Register, dict[str, str], str]] = {
    "task": (
        TASKS,
        {"received_on": "2026-11-23", "department": "民政局", "title": "走访王阿姨电话13812345678"},
        "走访王阿姨电话138****5678",
    ),
    "building": (
        TASKS,
        {"received_on": "2026-11-23", "department": "民政局", "title": "上报3栋王奶奶家情况"},
        "上报3栋王*家情况",
    ),
    "issue": (
        ISSUES,
        {
            "accepted_at": "2026-11-24 9:30",
            "title": "王小明家漏水，回电5551234567",
            "resident": "王小明、李大力",
            "phone": "5551234567",
        },
        "王*明家漏水，回电",
    ),
    "english": (
        ISSUES,
        {"accepted_at": "2026-11-24 9:30", "title": "Leak at Luo Ping's flat", "resident": "Luo Ping"},
        "Leak at L. P.'s flat",
    ),
}


@pytest.fixture(params=ENTRIES)
def recorded(request: pytest.FixtureRequest, ledger: Ledger, today: date) -> tuple[Entry, str, str]:
    register, draft, masked = ENTRIES[request.param]
    entry = add(ledger, register, draft, today=today)
    return entry, str(draft["title"]), masked


def test_lists_hits_and_references_hide_people(
    recorded: tuple[Entry, str, str], ledger: Ledger, today: date
) -> None:
    entry, plain, masked = recorded
    glossary = Glossary(ledger, today)
    field = entry.register.fields["title"]
    said = (
        shown(entry, field, glossary, "zh"),
        glossary.show(entry.uid, "zh"),
        title_of(entry, Names(ledger, glossary)).zh,
        timeline_sheet(ledger, entry, "zh").title,
    )
    for text in said:
        assert text.startswith(masked), text
        assert "5551234567" not in text
    assert shown(entry, field, glossary, "zh", masked=False) == plain


def test_an_export_hides_them_too(
    recorded: tuple[Entry, str, str], ledger: Ledger, today: date, tmp_path: Path
) -> None:
    entry, plain, masked = recorded
    register: Register = entry.register
    out = tmp_path / "list.xlsx"
    export_register(ledger, register, out, today=today, language="zh")
    sheet = load_workbook(out).worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any(cell.startswith(masked) for cell in cells)
    assert plain not in cells


def test_the_name_of_an_applicant_is_hidden_in_what_it_is_for(ledger: Ledger, today: date) -> None:
    draft = {
        "asked_on": "2026-11-24",
        "applicant": "李大力",
        "certificate": "亲属关系证明",
        "purpose": "李大力取款",
    }
    entry = add(ledger, CERTIFICATES, draft, today=today)
    field = CERTIFICATES.fields["purpose"]
    assert shown(entry, field, Glossary(ledger, today), "zh") == "李*力取款"
