"""What the command line tells of attached files: how many, and their names only where the entry is opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.cli.conftest import Run

from mingbai.desk.attachments import Given, attach
from mingbai.desk.records import by_number
from mingbai.ledger.ledger import Ledger

L = "a.mingbai"
NAME = "王小红的申请.pdf"


def with_file(number: str) -> None:
    with Ledger(Path(L)) as ledger:
        given = [Given.held(NAME, b"%PDF" * 500)]
        attach(ledger, by_number(ledger, number), given, today=date(2026, 11, 24))


def test_a_check_counts_them(filled: Run) -> None:
    assert "附件" not in filled("check", L)
    entries = filled("check", L, "--json")["entries"]
    with_file("2026-A-0004")
    assert "，附件 1 个" in filled("check", L)
    assert ", 1 attachments" not in filled("check", L, language="en")
    told = filled("check", L, "--json")
    assert told["attachments"] == {"files": 1, "contents": 1, "bytes": 2000}
    assert told["entries"] == entries + 1


def test_one_entry_whole_names_them(filled: Run) -> None:
    with_file("2026-A-0004")
    told = filled("show", L, "2026-A-0004")
    assert f"2026-11-24（周二）  {NAME}  2 KB" in told
    assert filled("show", L, "2026-A-0004", "--json")["attachments"][0]["size"] == 2000


def test_files_are_added_and_found_by_name(filled: Run) -> None:
    Path("楼道合同.pdf").write_bytes(b"%PDF" * 500)
    told = filled("attach", L, "2026-A-0001", "楼道合同.pdf", "没有.pdf", code=1)
    assert "已添加附件：楼道合同.pdf（2 KB）" in told
    assert "没有.pdf" in told.splitlines()[1]
    assert "2026-A-0001" in filled("find", L, "楼道合同")
    again = filled("attach", L, "2026-A-0001", "楼道合同.pdf", code=1, language="en")
    assert "楼道合同.pdf" in again
    Path("b.txt").write_text("b", encoding="utf-8")
    told = filled("attach", L, "2026-A-0001", "b.txt", "--json")
    assert told == {"attachments": [{"name": "b.txt", "size": 1}], "refused": [], "notes": []}


def test_a_list_of_all_hides_their_names(filled: Run) -> None:
    with_file("2026-A-0004")
    assert "王小红" not in filled("list", L, "attachment")
    assert "2026-A-0004" in filled("list", L, "attachment")
