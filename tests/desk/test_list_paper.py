"""A list on paper: what the screen shows, nothing more of people than the screen shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingbai.desk import list_paper
from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FLAGS, STATE
from mingbai.desk.list_paper import list_workbook
from mingbai.desk.lists import Question
from mingbai.desk.records import add
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.sheet import Sheet
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import NUMBER


def sheet_of(
    ledger: Ledger,
    register: Register[Any],
    question: Question,
    names: tuple[str, ...],
    today: date,
    language: Language = "zh",
    called: str = "",
) -> Sheet:
    book = list_workbook(ledger, register, question, names, Glossary(ledger, today), language, called=called)
    return book.sheets[0]


@pytest.fixture
def three(ledger: Ledger, today: date) -> Ledger:
    for title, due in (("燃气登记", "2026-12-02"), ("重点人群台账", "2026-11-27"), ("走访小结", None)):
        draft = {"received_on": today, "department": "民政局", "title": title, "due_on": due}
        add(ledger, TASKS, draft, today=today)
    return ledger


def test_it_has_the_columns_order_filter_and_count_of_the_screen(three: Ledger, today: date) -> None:
    names = (NUMBER, "title", "department", "due_on", STATE, FLAGS)
    question = Question("due_on!=", order=Order("due_on"))
    sheet = sheet_of(three, TASKS, question, names, today, called="有时限")
    assert [column.head for column in sheet.columns] == [
        *("编号", TASKS.fields["title"].words.zh, TASKS.fields["department"].words.zh),
        *(TASKS.fields["due_on"].words.zh, "状态", "提示"),
    ]
    rows = [row.cells for row in sheet.rows]
    assert [row[1:5] for row in rows] == [
        ("重点人群台账", "民政局", date(2026, 11, 27), "待办"),
        ("燃气登记", "民政局", date(2026, 12, 2), "待办"),
    ]
    assert (sheet.title, sheet.left, sheet.middle, sheet.right) == ("上级交办", "新湖社区", "有时限", "2 条")


def test_in_english_one_row_is_one_entry(three: Ledger, today: date) -> None:
    sheet = sheet_of(three, TASKS, Question("due_on="), ("title",), today, "en")
    assert (sheet.title, sheet.middle, sheet.right) == ("Assignments", "due_on=", "1 entry")


def test_people_are_masked_and_words_that_may_name_them_are_not_printed(ledger: Ledger, today: date) -> None:
    draft = {"title": "楼道灯不亮", "resident": "刘小芳", "phone": "13800138042", "accepted_at": today}
    add(ledger, ISSUES, draft, today=today)
    for question in (Question(words="刘小芳"), Question("resident=刘小芳")):
        sheet = sheet_of(ledger, ISSUES, question, ("title", "resident", "phone"), today)
        rows = [row.cells for row in sheet.rows]
        assert rows == [("楼道灯不亮", "刘*芳", "138****8042")]
        assert sheet.middle == "按条件筛选"


def test_a_list_too_long_for_paper_says_what_to_do(
    three: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_paper, "MOST", 2)
    with pytest.raises(Mistake, match="export it to Excel"):
        sheet_of(three, TASKS, Question(), ("title",), today)


def test_few_columns_stand_upright_and_many_lie(three: Ledger, today: date) -> None:
    assert sheet_of(three, TASKS, Question(), ("title", "due_on"), today).page.portrait
    assert not sheet_of(three, TASKS, Question(), tuple(TASKS.fields), today).page.portrait
