"""A register as a workbook: what a filter asks for, masked, as text where it is text."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook

from mingbai.desk import records
from mingbai.desk.exports import export_register
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger

NOON = datetime(2026, 11, 24, 12)


def grid(path: Path) -> list[list[object]]:
    page = load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_only_what_was_asked_is_written(ledger: Ledger, tmp_path: Path, today: date) -> None:
    for title, status in (("一", "待办"), ("二", "办结"), ("低保三", "办结")):
        draft = {"received_on": "今天", "department": "民政局", "title": title, "status": status}
        records.add(ledger, TASKS, draft, today=today)
    out = tmp_path / "a.xlsx"
    written = export_register(ledger, TASKS, out, where="状态=办结", today=today, made_at=NOON)
    assert sum(written.rows.values()) == 2
    assert (
        sum(export_register(ledger, TASKS, out, where="低保", today=today, made_at=NOON).rows.values()) == 1
    )
    assert sum(export_register(ledger, TASKS, out, today=today, made_at=NOON).rows.values()) == 3


def test_personal_texts_are_masked_and_stories_left_out_unless_chosen(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    draft = {
        "accepted_at": "今天",
        "title": "路灯",
        "resident": "王小红",
        "phone": "13000001234",
        "content": "住三楼",
    }
    records.add(ledger, ISSUES, draft, today=today)
    for full, language in ((False, "zh"), (True, "zh"), (False, "en"), (True, "en")):
        tongue: Language = "zh" if language == "zh" else "en"
        out = tmp_path / "a.xlsx"
        export_register(ledger, ISSUES, out, language=tongue, full=full, today=today, made_at=NOON)
        text = str(grid(out))
        for private in ("王小红", "13000001234", "住三楼"):
            assert (private in text) is full


def test_text_that_looks_like_a_formula_stays_text_and_days_are_days(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    draft = {"received_on": "今天", "department": "民政局", "title": "=HYPERLINK(1)"}
    records.add(ledger, TASKS, draft, today=today)
    out = tmp_path / "a.xlsx"
    export_register(ledger, TASKS, out, today=today, made_at=NOON)
    cells = [cell for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=HYPERLINK(1)"] == ["s"]
    assert datetime(2026, 11, 24) in [cell.value for cell in cells]
    assert "2026-A-0001" in [cell.value for cell in cells]


def test_an_empty_register_is_a_whole_workbook(ledger: Ledger, tmp_path: Path, today: date) -> None:
    out = tmp_path / "a.xlsx"
    assert sum(export_register(ledger, TASKS, out, today=today, made_at=NOON).rows.values()) == 0
    assert "事项名称" in str(grid(out))
