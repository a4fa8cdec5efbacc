"""A dropped file is a notice, a form, or entries to import; what cannot be read is one sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from mingbai.desk import records
from mingbai.desk.dropped import draft_of_file, form_in, keep_form
from mingbai.desk.pasting import Pasted
from mingbai.desk.quick_reader import Reader
from mingbai.desk.suggesting import Suggester, matter_of
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Trouble
from mingbai.ledger.ledger import Ledger

HEAD = (
    "序号",
    "姓名",
    "身份证号码",
    "住址",
    "联系电话",
    "年龄",
    "健康状况",
    "子女情况",
    "是否低保",
    "残疾级别",
)
EARLIER = "姓名;公民身份号码;家庭住址;电话;年龄;健康状况;子女情况;是否低保"


def book(path: Path, *rows: tuple[object, ...]) -> Path:
    made = Workbook(write_only=True)
    sheet = made.create_sheet()
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def drafted(ledger: Ledger, path: Path, today: date) -> Pasted:
    pasted = draft_of_file(Reader(ledger), path, today)
    assert isinstance(pasted, Pasted)
    return pasted


def test_a_form_brings_its_name_and_its_columns(ledger: Ledger, today: date, tmp_path: Path) -> None:
    pasted = drafted(ledger, book(tmp_path / "附件1：民政局独居老人表.xlsx", HEAD), today)
    assert pasted.value("title") == "民政局独居老人表"
    assert pasted.value("form_columns").split(";") == list(HEAD[1:])
    assert pasted.text == ""


def test_the_same_data_is_said_with_unit_and_day(ledger: Ledger, today: date, tmp_path: Path) -> None:
    draft = {
        "title": "老人摸底",
        "department": "民政局",
        "received_on": "2026-06-03",
        "form_columns": EARLIER,
    }
    earlier = records.close_task(ledger, records.add(ledger, TASKS, draft, today=today), today)
    pasted = drafted(ledger, book(tmp_path / "情况表.xlsx", HEAD), today)
    spoken = Suggester(ledger).against(matter_of(pasted), today)
    assert spoken[0].words.zh == "疑似重复：这 9 栏中有 8 栏6月3日已报民政局"
    assert spoken[0].words.en == "Asked before: 8 of these 9 columns went to Civil Affairs on 3 Jun"
    assert spoken[0].other is not None
    assert spoken[0].other.uid == earlier.uid
    assert spoken[0].clause.zh


def test_a_form_is_kept_on_its_assignment(ledger: Ledger, today: date, tmp_path: Path) -> None:
    entry = records.add(
        ledger, TASKS, {"title": "报表", "department": "卫健局", "received_on": today}, today=today
    )
    kept = keep_form(ledger, entry, form_in(book(tmp_path / "a.xlsx", HEAD)), today)
    assert kept.record.form_columns == HEAD[1:]


def test_a_table_of_entries_is_imported(ledger: Ledger, today: date, tmp_path: Path) -> None:
    head = ("工单编号", "受理时间", "诉求标题")
    path = book(tmp_path / "工单.xlsx", head, ("HX1", "2026-11-03", "路灯不亮"))
    assert draft_of_file(Reader(ledger), path, today) is ISSUES


@pytest.mark.parametrize(
    "rows", [((1, "罗小平", 70), (2, "何大力", 71)), (("只有一格",),)], ids=["data alone", "one cell"]
)
def test_a_form_without_a_header_is_one_sentence(
    ledger: Ledger, today: date, tmp_path: Path, rows: tuple[tuple[object, ...], ...]
) -> None:
    with pytest.raises(Trouble) as told:
        draft_of_file(Reader(ledger), book(tmp_path / "a.xlsx", *rows), today)
    assert "“a.xlsx”" in told.value.words.zh


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"no document at all"),
        ("b.docx", b"PK\x03\x04word/document.xml and nothing else"),
        ("c.xlsx", b"PK\x03\x04broken"),
        ("d.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("e.png", b"\x89PNG\r\n\x1a\n"),
        ("f.txt", b""),
        ("g.pdf", b"%PDF-1.7"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    ledger: Ledger, today: date, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Trouble) as told:
        draft_of_file(Reader(ledger), tmp_path / name, today)
    assert name in told.value.words.zh
    assert "。" not in told.value.words.zh.rstrip("。")
