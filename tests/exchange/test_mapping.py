"""Headings find their fields, the unsure ones are shown, identity numbers never pass."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES, Satisfaction
from mingbai.domain.reading import read_minutes, read_moment
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.exchange.mapping import Why, drafts, looks_like_id, map_headings, personal_fields, signature
from mingbai.exchange.table import Table
from mingbai.exchange.tables import read_table

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "real"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real ledgers are not in this checkout")

ID = "11010519491231002X"  # the example printed in the standard itself


@pytest.mark.parametrize(
    ("heading", "field", "why"),
    [
        ("accepted_at", "accepted_at", Why.CODE),
        ("受理时间", "accepted_at", Why.LABEL),
        ("ACCEPTED", "accepted_at", Why.LABEL),
        ("留言时间", "accepted_at", Why.KNOWN),
        ("受理时间*", "accepted_at", Why.LIKE),
        ("1.诉求 标题（必填）", "title", Why.LIKE),
        ("受理\n时间", "accepted_at", Why.LIKE),
        ("用时（分钟）", "minutes", Why.LABEL),
        ("时间", "", Why.UNKNOWN),
        ("模型结果", "", Why.UNKNOWN),
    ],
)
def test_a_heading_finds_its_field(heading: str, field: str, why: Why) -> None:
    (found,) = map_headings(ISSUES, [heading]).headings
    assert (found.field, found.why) == (field, why)


USUAL = {
    "task": {
        "received_on": "收文时间 Received",
        "department": "单位 上级部门 Unit From_whom Asked_by",
        "title": "工作任务 Subject",
        "due_on": "要求完成时间 要求报送日期 规定上报时限 应办结时间 报送截止时间",
        "done_on": "办结时间 Closed Completion_date",
        "status": "完成情况 是否完成 State",
        "minutes": "耗时 Time_spent",
        "owner": "负责人 Person_in_charge",
    },
    "certificate": {
        "asked_on": "登记时间 Received",
        "certificate": "证明类型 Type_of_certificate",
        "phone": "手机 Mobile_phone Phone_no.",
        "demanded_by": "用证单位 Unit Asked_for_by",
        "purpose": "证明用途 What_for",
        "outcome": "办理情况 Result",
    },
    "issue": {
        "accepted_at": "接收时间 Received Logged",
        "phone": "居民电话 Phone_number Contact_phone",
        "leading": "单位 责任单位 Unit Unit_in_charge",
        "due_at": "要求完成时间 要求反馈时间",
        "closed_at": "办结日期 Closed Finished",
        "solved": "是否已解决 Solved? Resolved",
        "told_on": "回访时间 告知居民日期 Told Told_on Resident_told? Date_informed",
        "satisfaction": "是否满意 群众满意度 满意 Satisfied Satisfied? How_satisfied Rating",
        "order_no": "受理编号 Ticket_number",
        "result": "办理情况 What_was_done",
    },
    "demand": {
        "department": "单位 Asked_by",
        "period": "报送频次 Frequency",
        "starts_on": "起始日期 Start_date",
    },
    "meeting": {"held_on": "会议时间 Held_on", "department": "召开单位 Unit", "people": "参加人数 Attendees"},
    "inspection": {
        "held_on": "检查时间 When",
        "department": "检查部门 Unit",
        "visitors": "检查人数 Inspectors",
    },
    "reception": {
        "visited_on": "接待时间 Date_of_visit",
        "department": "单位 Visiting_unit",
        "cost": "金额 Amount",
    },
    "plaque": {"department": "要求部门 Unit", "hung_on": "挂牌时间 Hung", "removed_on": "摘牌时间 Removed"},
    "visit": {
        "visited_on": "走访时间 Visit_date",
        "result": "走访情况 Outcome",
        "owner": "走访人员 Who_went",
    },
    "activity": {"held_on": "活动时间 Activity_date", "title": "活动主题 Name", "served": "Served"},
    "expert": {
        "came_on": "到岗时间 Start_date",
        "department": "单位 Home_unit",
        "left_on": "结束时间 Left_on",
    },
    "admission": {"department": "申请部门 Unit", "frequency": "频率 Frequency", "phone": "手机 Telephone"},
    "point": {"raised_to": "提交对象 To_whom", "answered_on": "回复日期 Date_answered"},
    "staff": {"duty": "职务 Role", "since": "入职日期 Start_date"},
}
"""Headings that clerks write of their own accord, `_` for a space in one."""


@pytest.mark.parametrize(
    ("register", "field", "heading"),
    [
        (register, field, heading.replace("_", " "))
        for register, fields in USUAL.items()
        for field, headings in fields.items()
        for heading in headings.split()
    ],
)
def test_a_usual_heading_finds_its_field(register: str, field: str, heading: str) -> None:
    assert map_headings(REGISTERS[register], [heading]).fields == {field: 0}


def test_every_label_of_every_register_finds_a_field() -> None:
    lost = [
        (register.code, heading)
        for register in REGISTERS.values()
        for field in register.fields.values()
        for heading in (field.name, field.column.zh, field.column.en)
        if not map_headings(register, [heading]).fields
    ]
    assert not lost
    clashing = [
        (register.code, field.name)
        for register in REGISTERS.values()
        for field in register.fields.values()
        if map_headings(register, [field.column.zh]).fields != {field.name: 0}
    ]
    assert not clashing


def test_a_field_takes_its_best_column_and_the_other_is_named() -> None:
    columns = map_headings(ISSUES, ["登记时间", "受理时间", "受理时间 (2)"])
    assert columns.fields == {"accepted_at": 1}
    assert columns.because(Why.TAKEN) == ("登记时间", "受理时间 (2)")


def test_what_a_person_chose_comes_first() -> None:
    head = ["受理时间", "来电时间", "备注"]
    columns = map_headings(ISSUES, head, {"来电时间": "accepted_at", "备注": ""})
    assert columns.fields == {"accepted_at": 1}
    assert [each.why for each in columns.headings] == [Why.TAKEN, Why.CHOSEN, Why.DECLINED]
    again = map_headings(ISSUES, head, columns.chosen)
    assert again.fields == columns.fields


def test_a_choice_of_a_field_that_is_gone_is_forgotten() -> None:
    assert map_headings(ISSUES, ["受理时间"], {"受理时间": "gone"}).fields == {"accepted_at": 0}


def test_missing_fields_are_the_required_ones_without_a_column() -> None:
    assert [field.name for field in map_headings(ISSUES, ["受理时间"]).missing] == ["title"]


@pytest.mark.parametrize(
    "heading",
    ["身份证号", "申请人身份证号码", "证件号码", "公民身份号码", "残疾证号", "ID No.", "Resident ID"],
)
def test_identity_numbers_are_left_out_by_their_heading(heading: str) -> None:
    columns = map_headings(CERTIFICATES, [heading, "申请人"], {heading: "applicant"})
    assert columns.headings[0].why is Why.ID_NUMBER
    assert columns.fields == {"applicant": 1}


@pytest.mark.parametrize("heading", ["身份证明", "证明名称", "paid notes", "工单ID", "residents"])
def test_other_headings_are_not_taken_for_identity(heading: str) -> None:
    assert map_headings(CERTIFICATES, [heading]).headings[0].why is not Why.ID_NUMBER


@pytest.mark.parametrize(
    "known", [ID, "110105491231002", "110105********002X", "110105194912310020", f"'{ID}"]
)
def test_identity_numbers_are_left_out_by_their_values(known: str) -> None:
    rows = [(known, "某人"), (known, ""), ("不详", None)]
    columns = map_headings(ISSUES, ["备注", "诉求人"], {"备注": "note"}, rows=rows)
    assert columns.because(Why.ID_NUMBER) == ("备注",)
    assert columns.fields == {"resident": 1}


def test_one_identity_number_among_other_values_does_not_shut_a_column() -> None:
    rows = [(ID,), ("b",), ("c",)]
    assert map_headings(ISSUES, ["备注"], rows=rows).fields == {"note": 0}


@pytest.mark.parametrize(
    "other", ["202611021234567890", "13800000000", "6217001234567890123", "GD20261102123456789", 12.5]
)
def test_order_numbers_phones_and_cards_are_no_identity(other: str | float) -> None:
    assert not looks_like_id(other)


def test_personal_columns_are_left_out_by_choice() -> None:
    assert {"resident", "phone", "content"} <= set(personal_fields(ISSUES))
    columns = map_headings(ISSUES, ["诉求标题", "诉求人", "联系电话"], leave={"resident", "phone"})
    assert columns.fields == {"title": 0}
    assert columns.because(Why.DECLINED) == ("诉求人", "联系电话")


def table(head: tuple[str, ...], *rows: tuple[object, ...]) -> Table:
    return Table("a", "a", 1, head, tuple("ABCDEF"[: len(head)]), tuple(enumerate(rows, 2)))  # type: ignore[arg-type]


def test_drafts_hold_what_is_filled_and_mapped() -> None:
    sheet = table(("诉求标题", "序号", "备注"), ("a", 1, None), (None, 2, None))
    columns = map_headings(ISSUES, sheet.head)
    assert list(drafts(sheet, columns)) == [(2, {"title": "a"}), (3, {})]


def test_hours_in_the_heading_are_not_read_as_minutes() -> None:
    sheet = table(("实际耗时（小时）",), (2,), (1.5,), ("0.5",), ("20分钟",))
    found = [draft["minutes"] for _, draft in drafts(sheet, map_headings(TASKS, sheet.head))]
    assert [read_minutes(value) for value in found] == [120, 90, 30, 20]


def test_the_same_headings_have_the_same_signature() -> None:
    assert (
        signature(["受理时间*", "标题"])
        == signature(["受理 时间", "标题"])
        != signature(["标题", "受理时间"])
    )


@needs_real
@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        (
            "messages_with_replies.xlsx",
            400,
            ["order_no", "resident", "title", "accepted_at", "content", "result", "closed_at"],
        ),
        (
            "messages_labelled.xlsx",
            300,
            ["order_no", "resident", "title", "accepted_at", "content", "category", ""],
        ),
    ],
)
def test_real_messages_become_issues(name: str, count: int, expected: list[str]) -> None:
    sheet = read_table(REAL / name)
    columns = map_headings(ISSUES, sheet.head, rows=(row for _, row in sheet.rows))
    assert [heading.field for heading in columns.headings] == expected
    assert not columns.missing
    found = [draft for _, draft in drafts(sheet, columns)]
    assert len(found) == count
    assert all(str(draft["order_no"]).isdigit() for draft in found)
    for draft in found:
        accepted = read_moment(draft["accepted_at"], today=date(2026, 11, 22))
        if "closed_at" in draft:
            assert read_moment(draft["closed_at"], today=date(2026, 11, 22)) >= accepted


def test_the_shipped_headings_of_a_hotline_export_are_known(tmp_path: Path) -> None:
    head = [
        "办件编号",
        "办件来源",
        "诉求主题",
        "诉求内容",
        "办理单位",
        "诉求人",
        "诉求人电话",
        "处理结果",
        "事项小类",
        "派发时间",
        "承诺完成时间",
    ]
    path = tmp_path / "导出.csv"
    with path.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows([head, [str(at) for at in range(len(head))]])
    assert [each.field for each in map_headings(ISSUES, read_table(path).head).headings] == [
        *["order_no", "channel", "title", "content", "leading", "resident", "phone", "result", "category"],
        *["accepted_at", "due_at"],
    ]


TICKS = ("满意", "基本满意", "不满意")


@pytest.mark.parametrize("heads", [TICKS, tuple(f"满意度/{name}" for name in TICKS)])
def test_a_tick_below_a_choice_means_it(heads: tuple[str, ...]) -> None:
    rows = [("a", "√", None, None), ("b", "×", None, "✔"), ("c", None, None, None), ("d", "√", "√", None)]
    sheet = table(("诉求标题", *heads), *rows)
    columns = map_headings(ISSUES, sheet.head, rows=[row for _, row in sheet.rows])
    assert [each.why for each in columns.headings[1:]] == [Why.TICKED] * 3
    found = [draft.get("satisfaction") for _, draft in drafts(sheet, columns)]
    assert found == ["满意", "不满意", None, "满意; 基本满意"]
    assert Satisfaction.read(str(found[3])) is None, "two ticks are no answer"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("诉求标题", *TICKS), ("a", "3", "1", None)),
        (("诉求标题", "满意度", "满意", "不满意"), ("a", "满意", "√", None)),
    ],
)
def test_counts_are_no_ticks_and_a_column_of_its_own_is_believed(
    head: tuple[str, ...], row: tuple[str | None, ...]
) -> None:
    columns = map_headings(ISSUES, head, rows=[row])
    assert Why.TICKED not in {each.why for each in columns.headings}


def test_a_choice_that_a_person_leaves_out_is_left_out() -> None:
    rows = [("a", "√", None, None)]
    columns = map_headings(ISSUES, ("诉求标题", *TICKS), {"不满意": "", "满意": "satisfaction"}, rows=rows)
    assert [each.why for each in columns.headings[1:]] == [Why.TICKED, Why.TICKED, Why.DECLINED]
