"""One entry on paper, and the list of official visits with its sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FLAGS
from mingbai.desk.list_paper import list_workbook
from mingbai.desk.lists import Question
from mingbai.desk.record_paper import print_words, record_workbook
from mingbai.desk.records import add
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import Cell, Row, RowKind, Sheet
from mingbai.domain.words import Language
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Entry, Ledger

VISIT = {"visited_on": "2026-11-03", "title": "学习交流", "department": "民政局", "guests": 8, "cost": "320"}


def new(ledger: Ledger, today: date, code: str, **draft: object) -> Entry:
    return add(ledger, REGISTERS[code], draft, today=today)


def sheet(ledger: Ledger, entry: Entry, today: date, language: Language = "zh") -> Sheet:
    return record_workbook(ledger, entry, Glossary(ledger, today), language).sheets[0]


def said(row: Row) -> list[str]:
    return [str(cell.value if isinstance(cell, Cell) else cell) for cell in row.cells]


def test_the_opinion_sheet_has_room_to_write(ledger: Ledger, today: date) -> None:
    entry = new(
        ledger,
        today,
        "admission",
        applied_on="2026-11-20",
        department="民政局",
        title="入户摸底",
        town_opinion="agreed",
        contact="王建国",
        phone="13800000042",
    )
    made = sheet(ledger, entry, today)
    assert made.title == "工作事项准入意见表"
    rows = {said(row)[0]: said(row)[-1] for row in made.rows}
    assert rows["事项名称"] == "入户摸底"
    assert rows["准入依据"] == ""
    assert rows["街道（乡镇）意见"].startswith("同意\n")
    assert "（盖章）" in rows["联席会议意见"]
    assert "应在12月11日" in rows["目前"]
    # Whom to call is nothing for a paper that goes round.
    assert not any("王" in text or "138" in text for text in rows.values())
    assert made.foot == ("经办人：", "审核人：", "负责人：", "日期：")
    assert print_words(entry).zh == "打印准入意见"


def test_a_visit_has_its_list_and_any_entry_its_filled_fields(ledger: Ledger, today: date) -> None:
    visit = new(ledger, today, "reception", **VISIT, guest_names="王建国")
    rows = {said(row)[0]: said(row)[-1] for row in sheet(ledger, visit, today).rows}
    assert rows["接待费（元）"] == "320.00"
    assert "建国" not in rows["来访人员"]
    assert rows["公函文号"] == ""
    plaque = new(ledger, today, "plaque", title="党群服务中心")
    made = sheet(ledger, plaque, today, "en")
    assert [said(row) for row in made.rows] == [["Status", "Hung"]]
    assert (made.title, made.middle) == ("党群服务中心", "Door plaques")
    assert made.foot == ()


def visits(ledger: Ledger, today: date, names: tuple[str, ...]) -> Sheet:
    question = Question(order=Order("visited_on"))
    return list_workbook(ledger, RECEPTIONS, question, names, Glossary(ledger, today), "zh").sheets[0]


def test_the_foot_of_a_page_holds_a_long_name_too(ledger: Ledger, today: date) -> None:
    title = "关于做好村级组织工作事务清理规范的事项" * 20
    entry = new(ledger, today, "reception", **VISIT | {"title": title})
    task = new(ledger, today, "task", received_on=today, department="民政局", title=title)
    for one in (entry, task):
        assert len(record_workbook(ledger, one, Glossary(ledger, today), "zh").caption) < 60


def test_the_list_of_visits_is_added_up_and_signed(ledger: Ledger, today: date) -> None:
    new(ledger, today, "reception", **VISIT)
    new(ledger, today, "reception", **{**VISIT, "visited_on": "2026-11-10", "guests": 4, "cost": "0.50"})
    new(ledger, today, "reception", **{**VISIT, "visited_on": "2026-11-12", "guests": None, "cost": None})
    made = visits(ledger, today, ("title", "visited_on", FLAGS, "guests", "dining", "cost"))
    last = list(made.rows)[-1]
    assert last.kind is RowKind.TOTAL
    assert last.cells == ("合计", None, 12, None, Decimal("320.5"))
    assert (made.title, made.right) == ("公务接待清单", "3 条")
    assert made.foot


@pytest.mark.parametrize("names", [("title", "visited_on"), ("cost", "title")])
def test_without_a_place_for_sums_there_are_none(ledger: Ledger, today: date, names: tuple[str, ...]) -> None:
    for _ in range(2):
        new(ledger, today, "reception", **VISIT)
    assert all(row.kind is RowKind.BODY for row in visits(ledger, today, names).rows)
