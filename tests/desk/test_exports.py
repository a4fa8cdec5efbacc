"""A register as a workbook: what a filter asks for, masked, as text where it is text."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mingbai.desk import records, review
from mingbai.desk.exports import export_register
from mingbai.desk.glossary import Glossary
from mingbai.desk.month.figures import month_figures
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES
from mingbai.domain.month import Month
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.staff import STAFF
from mingbai.domain.task import NONE_SEEN, TASKS
from mingbai.domain.words import Language
from mingbai.exchange import proof
from mingbai.ledger.ledger import Ledger

NOON = datetime(2026, 11, 24, 12)


class Enough(Exception):
    """Raised to stop."""


def grid(path: Path) -> list[list[object]]:
    page = load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_only_what_was_asked_is_written(ledger: Ledger, tmp_path: Path, today: date) -> None:
    for title, status in (("一", "待办"), ("二", "办结"), ("低保三", "办结")):
        draft = {"received_on": "今天", "department": "民政局", "title": title, "status": status}
        records.add(ledger, TASKS, draft, today=today)
    out = tmp_path / "a.xlsx"
    written = export_register(ledger, TASKS, out, where="状态=办结", today=today, made_at=NOON, language="zh")
    assert sum(written.rows.values()) == 2
    assert (
        sum(
            export_register(
                ledger, TASKS, out, where="低保", today=today, made_at=NOON, language="zh"
            ).rows.values()
        )
        == 1
    )
    assert (
        sum(export_register(ledger, TASKS, out, today=today, made_at=NOON, language="zh").rows.values()) == 3
    )


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
    export_register(ledger, TASKS, out, today=today, made_at=NOON, language="zh")
    cells = [cell for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=HYPERLINK(1)"] == ["s"]
    assert datetime(2026, 11, 24) in [cell.value for cell in cells]
    assert "2026-A-0001" in [cell.value for cell in cells]


def test_an_empty_register_is_a_whole_workbook(ledger: Ledger, tmp_path: Path, today: date) -> None:
    out = tmp_path / "a.xlsx"
    assert (
        sum(export_register(ledger, TASKS, out, today=today, made_at=NOON, language="zh").rows.values()) == 0
    )
    assert "事项名称" in str(grid(out))


def exported(
    ledger: Ledger, register: Register[Any], path: Path, today: date, language: Language = "zh", **more: Any
) -> list[list[object]]:
    export_register(ledger, register, path, today=today, made_at=NOON, language=language, **more)
    return grid(path)


@pytest.mark.parametrize(
    ("where", "printed"),
    [
        ("诉求人=王小红", False),
        ("联系电话=13000001234", False),
        ("诉求人!= 受理渠道=电话", False),
        ("王小红", False),
        ("标题~王小红", False),
        ("受理渠道=电话", True),
        ("受理时间>=2026-01-01 在办", True),
        ("", True),
    ],
)
def test_a_filter_that_names_a_person_is_not_printed(
    ledger: Ledger, tmp_path: Path, today: date, where: str, printed: bool
) -> None:
    title = "王小红家门前路灯"
    draft = {"accepted_at": "今天", "title": title, "resident": "王小红", "phone": "13000001234"}
    records.add(ledger, ISSUES, draft | {"channel": "电话"}, today=today)
    top = exported(ledger, ISSUES, tmp_path / "a.xlsx", today, where=where)[1]
    assert (where in [value or "" for value in top]) is printed
    assert where in str(exported(ledger, ISSUES, tmp_path / "b.xlsx", today, where=where, full=True)[1])


def test_only_what_may_leave_is_in_the_default_export(ledger: Ledger, tmp_path: Path, today: date) -> None:
    records.add(ledger, STAFF, {"name": "李梅"}, today=today)
    draft = {
        "accepted_at": "今天",
        "title": "路灯不亮，联系13812345678",
        "order_no": "20261124138123456",
        "place": "新湖花园3栋2单元501",
        "owner": "李梅",
        "note": "常来电话",
    }
    entry = records.add(ledger, ISSUES, draft, today=today)
    head, row = exported(ledger, ISSUES, tmp_path / "a.xlsx", today)[2:4]
    assert set(head) & {"诉求人", "联系电话", "诉求内容", "处理结果", "备注", "经办人"} == set()
    shown = dict(zip(head, row, strict=True))
    assert shown["小区或网格"] == "新湖花园***"
    assert shown["诉求标题"] == "路灯不亮，联系138****5678"
    assert shown["工单编号"] == draft["order_no"]
    head, row = exported(ledger, ISSUES, tmp_path / "b.xlsx", today, full=True)[2:4]
    assert {"诉求人", "备注", "经办人"} <= set(head)
    assert {draft["place"], draft["title"], draft["note"], draft["owner"]} <= set(row)
    assert records.shown(entry, ISSUES.fields["place"], Glossary(ledger, today), "zh") == "新湖花园***"
    for register in (TASKS, CERTIFICATES):
        assert "备注" not in exported(ledger, register, tmp_path / "c.xlsx", today)[2]


@pytest.mark.parametrize(
    ("language", "seen", "named"), [("zh", "未见", "上级交办"), ("en", "none seen", "Assignments")]
)
def test_people_see_words_where_codes_are_stored(
    ledger: Ledger, tmp_path: Path, today: date, language: Language, seen: str, named: str
) -> None:
    draft = {"received_on": "今天", "department": "民政局", "title": "名册", "document": seen}
    task = records.add(ledger, TASKS, draft, today=today)
    assert task.stored["document"] == NONE_SEEN
    review.decide(ledger, task, Verdict(assessment=Assessment.NEEDED), today=today)
    out = tmp_path / "a.xlsx"
    for register, word in ((TASKS, seen), (DECISIONS, named)):
        row = exported(ledger, register, out, today, language=language)[3]
        assert word in row
        assert not {"none_seen", "task"} & {value for value in row if value != seen}
    assert len(exported(ledger, TASKS, out, today, where=f'文号="{seen}"')) == 4
    assert len(exported(ledger, DECISIONS, out, today, where=f"登记簿={named}")) == 4


def test_the_place_most_issues_came_from_is_named_down_to_the_estate(ledger: Ledger, today: date) -> None:
    for title in ("路灯", "漏水"):
        draft = {"accepted_at": "今天", "title": title, "place": "新湖花园3栋501"}
        records.add(ledger, ISSUES, draft, today=today)
    found = month_figures(ledger, Month(2026, 11), today=today).of("issue.top_place")
    assert found.label.zh == "新湖花园***"
    assert found.value.part == 2


def test_an_export_can_be_stopped_at_every_step_and_leaves_the_file_that_was_there(
    ledger: Ledger, tmp_path: Path, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = {"received_on": "今天", "department": "民政局", "title": "报表"}
    records.add(ledger, TASKS, draft, today=today)
    out = tmp_path / "out" / "a.xlsx"
    out.parent.mkdir()
    export_register(ledger, TASKS, out, today=today, made_at=NOON, language="zh")
    before = out.read_bytes()
    monkeypatch.setattr(proof, "MOST_CELLS", 0)
    monkeypatch.setattr(proof, "PIECE", 1 << 11)
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) == stop_at:
            raise Enough

    for stop_at in count(1):  # noqa: B007 - `stop` reads it
        told.clear()
        try:
            export_register(ledger, TASKS, out, today=today, made_at=NOON, progress=stop, language="zh")
        except Enough:
            assert out.read_bytes() == before
            assert list(out.parent.iterdir()) == [out]
        else:
            break
    # Before and over the row, while it is read back, and when it is whole.
    assert len(told) > 4
    assert told[-1] == (1, 0)
