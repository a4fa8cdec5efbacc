"""What a table shows: limits, days and states in words, heads that sort, rows that are whole."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.table.conftest import WIDE, Add
from tests.ui.table.listing import BY_DUE, many, text
from tests.ui.waiting import until

from mingbai.desk.list_columns import STATE
from mingbai.desk.lists import Question
from mingbai.desk.records import add
from mingbai.desk.states import Shape
from mingbai.domain.issue import ISSUES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.session import Session
from mingbai.ui.table.columns import all_names
from mingbai.ui.table.view import ListView


def test_limits_are_words_when_they_are_near(view: ListView, task: Add) -> None:
    for day in ("2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27", "2027-01-04"):
        task(day, due_on=day)
    view.ask(Question(order=BY_DUE))
    assert [text(view, row, "due_on") for row in range(6)] == [
        "逾期 4 天",
        "逾期 1 天",
        "今天",
        "明天",
        "11-27 周五",
        "2027-01-04",
    ]
    assert [view.rows.cell(row, 2).ink for row in range(5)] == ["danger", "danger", "amber", "amber", "text2"]


def test_a_day_that_is_near_shows_its_hour(view: ListView, task: Add) -> None:
    for day, hour in (("2026-11-24", "20:00"), ("2026-11-27", "12:00"), ("2026-11-28", "")):
        task(day, due_on=day, due_time=hour)
    view.ask(Question(order=BY_DUE))
    assert [text(view, row, "due_on") for row in range(3)] == ["今天 20:00", "11-27 周五", "11-28 周六"]


def test_in_english_everything_is_english(qtbot: QtBot, session: Session, task: Add) -> None:
    wear(session, Look(language="en"))
    shown = ListView(session, TASKS)
    qtbot.addWidget(shown)
    task("Register", due_on="2026-11-23")
    task("Report", due_on="2026-11-27")
    shown.ask(Question(order=BY_DUE))
    assert [text(shown, row, "due_on") for row in range(2)] == ["1 day late", "Fri 27 Nov"]
    assert text(shown, 0, "department") == "Civil Affairs"
    assert text(shown, 0, STATE) == "To do"


def test_what_is_done_steps_back_and_presses_nobody(view: ListView, task: Add) -> None:
    task("甲", due_on="2026-11-20", status="办结", done_on="2026-11-20")
    view.ask(Question())
    cells = [view.rows.cell(0, column) for column in range(4)]
    assert [cell.ink for cell in cells] == ["text3"] * 4
    assert cells[2].text == "11-20 周五"
    assert cells[3].shape is Shape.TICK


def test_an_issue_tells_its_state_by_shape_and_word_and_nobody_by_name(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date
) -> None:
    for title, more in (
        ("甲", {"due_at": "2026-11-20", "resident": "刘美芳", "phone": "13800000042"}),
        ("乙", {"due_at": "2026-11-24 17:00"}),
        ("丙", {"closed_at": "2026-11-20 09:00"}),
    ):
        add(ledger, ISSUES, {"accepted_at": "2026-11-19 09:00", "title": title, **more}, today=today)
    shown = ListView(session, ISSUES)
    qtbot.addWidget(shown)
    shown.ask(Question())
    assert [text(shown, row, STATE) for row in range(3)] == ["逾期", "在办", "已办结"]
    assert text(shown, 1, "due_at") == "今天 17:00"
    assert (text(shown, 0, "resident"), text(shown, 0, "phone")) == ("刘*芳", "138****0042")


@pytest.mark.parametrize("code", sorted(REGISTERS))
def test_every_register_has_a_list(qtbot: QtBot, session: Session, code: str) -> None:
    shown = ListView(session, REGISTERS[code])
    qtbot.addWidget(shown)
    shown.resize(*WIDE)
    shown.show()
    shown.ask(Question())
    shown.choose_columns(all_names(REGISTERS[code]))
    shown.grab()
    assert shown.accessibleName()
    if shown.rows.rows:
        assert text(shown, 0, REGISTERS[code].titled) or code in ("absence", "progress")


def test_the_last_row_in_sight_is_left_blank_rather_than_cut(view: ListView, task: Add) -> None:
    for title in "甲乙丙丁戊":
        task(title)
    view.ask(Question())
    row = view.delegate.height
    for cut, blank in ((row // 2, True), (row - 4, False), (0, False)):
        view.resize(900, view.height() - view.viewport().height() + 2 * row + cut)
        assert view.painted.end_blank() is blank, cut
    view.resize(900, view.height() - view.viewport().height() + 2 * row + row // 2)
    bottom = view.viewport().grab().toImage().copy(0, 2 * row + 1, 600, row // 2 - 1)
    assert {bottom.pixel(x, y) for x in range(600) for y in range(bottom.height())} == {bottom.pixel(0, 0)}
    view.delegate.hovered = 2
    assert not view.painted.end_blank()
    # Current is seen only where the keyboard is.
    view.delegate.hovered = -1
    view.resize(900, view.height() - view.viewport().height() + row // 2)
    view.clearFocus()
    assert view.currentIndex().row() == 0
    assert view.painted.end_blank()


def test_the_chosen_row_stays_in_sight_in_less_room_and_no_row_is_cut_under_the_head(
    view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 20)
    view.ask(Question())
    row, bar = view.delegate.height, view.verticalScrollBar()
    until(lambda: view.rows.rowCount() == 20)
    view._select_row(8)
    view.resize(900, view.height() - view.viewport().height() + 3 * row + 7)
    until(lambda: bar.value() > 0)
    assert bar.value() % row == 0
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_click_on_a_head_sorts_and_another_turns_it_round(qtbot: QtBot, view: ListView) -> None:
    asked: list[Order] = []
    view.order_chosen.connect(asked.append)
    view.order_chosen.connect(lambda order: view.ask(Question(order=order)))
    at = QPoint(view.head.sectionViewportPosition(2) + 10, 10)
    for _ in range(2):
        qtbot.mouseClick(view.head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [Order("due_on"), Order("due_on", descending=True)]


def test_a_text_that_was_cut_is_told_by_a_tip(
    view: ListView, task: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "关于开展辖区内重点人群信息摸底排查并建立健全动态管理台账的通知" * 2
    task(long)
    view.ask(Question())
    view.grab()
    told: list[str] = []
    monkeypatch.setattr("mingbai.ui.table.view.QToolTip.showText", lambda _at, words, _on: told.append(words))
    monkeypatch.setattr("mingbai.ui.table.view.QToolTip.hideText", lambda: told.append(""))
    for x in (30, view.columnViewportPosition(3) + 10):
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(x, 10), QPoint(x, 10))
        QApplication.sendEvent(view.viewport(), event)
    assert told == [long, ""]
