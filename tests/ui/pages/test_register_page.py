"""The page of a register."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.records import add, put_into_bin
from mingbai.desk.review import flag
from mingbai.domain.filter import ALL
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.pages.belongs import COMES, ICONS
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.session import Session


@pytest.fixture
def entries(ledger: Ledger, today: date) -> list[Entry]:
    """Three open assignments and one that is done."""
    more: list[dict[str, Any]] = [
        {"title": "重点人群台账", "due_on": "2026-11-27"},
        {"title": "燃气安全登记", "due_on": "2026-11-25"},
        {"title": "残疾人两项补贴核对", "due_on": "2026-12-02"},
        {"title": "网格走访小结", "status": "办结"},
    ]
    for draft in more:
        add(ledger, TASKS, {"received_on": today, "department": "民政局", **draft}, today=today)
    return ledger.entries(TASKS)


@pytest.fixture
def page(qtbot: QtBot, session: Session, entries: list[Entry]) -> RegisterPage:
    """The page of assignments, shown and arrived at."""
    return shown(qtbot, session, "task")


def shown(qtbot: QtBot, session: Session, code: str) -> RegisterPage:
    made = RegisterPage(session, code)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.arrive()
    settled(session)
    return made


def titles(page: RegisterPage) -> list[str]:
    return [str(listed.entry.stored["title"]) for listed in page.view.rows.rows]


def run(page: RegisterPage, code: str) -> None:
    next(command for command in page.commands() if command.code == code).run()


def test_the_page_begins_with_what_is_open_the_next_due_first(page: RegisterPage) -> None:
    assert titles(page) == ["燃气安全登记", "重点人群台账", "残疾人两项补贴核对"]
    assert page.count.text() == "3 件未办结"
    assert page.code == "task"
    assert page.words == TASKS.words


def test_the_list_narrows_as_one_types(qtbot: QtBot, page: RegisterPage) -> None:
    run(page, "task.find")
    page.search.setText("台账")
    until(lambda: titles(page) == ["重点人群台账"])
    page.search.setText("台账 没有的")
    until(lambda: page.empty.title.text() == "“未办结”里没有找到“台账 没有的”")
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    until(lambda: page.empty.title.text() == "没有找到“台账 没有的”")
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    until(lambda: len(titles(page)) == 4)
    assert page.search.text() == ""


def test_escape_in_the_search_empties_it_then_leaves_it(qtbot: QtBot, page: RegisterPage) -> None:
    page.search.setText("台账")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    with qtbot.waitSignal(page.search.downwards, timeout=PATIENCE_MS):
        qtbot.keyClick(page.search, Qt.Key.Key_Escape)


def test_what_is_asked_from_elsewhere_is_shown(session: Session, page: RegisterPage) -> None:
    page.search.setText("台账")
    page.ask("status=done")
    settled(session)
    assert titles(page) == ["网格走访小结"]
    assert page.chips.where == "status=done"


def test_a_filter_that_means_nothing_is_said_in_the_filter_line(page: RegisterPage) -> None:
    page.ask("没有这栏=1")
    assert page.filter_line.isVisible()
    assert "没有这栏" in page.filter_line.message.text()


def test_the_state_is_come_back_to(qtbot: QtBot, session: Session, page: RegisterPage) -> None:
    page.ask("status=todo", "本月待办")
    page.sort(Order("title", descending=True))
    page.view.choose(page.view.rows.rows[1].entry.uid)
    state, before, uid = page.state(), titles(page), page.view.rows.rows[1].entry.uid
    again = RegisterPage(session, "task")
    qtbot.addWidget(again)
    again.restore(state)
    again.arrive()
    settled(session)
    assert titles(again) == before
    assert [entry.uid for entry in again.view.chosen()] == [uid]
    assert again.state() == state
    assert again.chips.called == "本月待办"


def test_a_state_that_no_longer_holds_is_passed_over(
    qtbot: QtBot, session: Session, entries: list[Entry]
) -> None:
    page = RegisterPage(session, "task")
    qtbot.addWidget(page)
    page.restore({"order": ["gone", True], "uid": "nobody", "where": "", "words": None, "binned": False})
    settled(session)
    assert len(titles(page)) == len(entries)


def test_the_bin_is_shown_and_left(
    qtbot: QtBot, session: Session, ledger: Ledger, page: RegisterPage, entries: list[Entry]
) -> None:
    put_into_bin(ledger, entries[0])
    run(page, "task.bin")
    settled(session)
    assert titles(page) == ["重点人群台账"]
    assert page.bin_strip.isVisible()
    page.view.choose(entries[0].uid)
    qtbot.mouseClick(page.bin_strip.take_out_button, Qt.MouseButton.LeftButton)
    until(lambda: page.empty.title.text() == "回收站是空的")
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    settled(session)
    assert len(titles(page)) == 3


def test_counts_follow_what_is_saved(ledger: Ledger, today: date, page: RegisterPage) -> None:
    draft = {"received_on": today, "department": "民政局", "title": "新的", "due_on": "2026-11-24"}
    add(ledger, TASKS, draft, today=today)
    until(lambda: page.count.text() == "4 件未办结")
    assert titles(page)[0] == "新的"


@pytest.mark.parametrize("code", sorted(REGISTERS))
def test_every_register_has_a_page_with_a_sentence_an_icon_and_commands(
    qtbot: QtBot, session: Session, code: str
) -> None:
    page = shown(qtbot, session, code)
    assert code in ICONS
    assert len({command.code for command in page.commands()}) == len(page.commands())
    page.grab()
    if not page.view.rows.rows:
        assert page.empty.title.text() == REGISTERS[code].belongs.zh


@pytest.mark.parametrize("code", ["flag", "decision", "absence"])
def test_an_empty_list_that_nobody_writes_says_where_its_entries_come_from(
    qtbot: QtBot, session: Session, code: str
) -> None:
    page = shown(qtbot, session, code)
    assert page.empty.text.isVisible()
    assert page.empty.text.text() == COMES[code].zh


def test_an_empty_register_offers_the_import(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session, "issue")
    assert page.empty.title.text() == "居民和 12345 请我们解决的事，记在这里"
    assert not page.export_button.isEnabled()
    with qtbot.waitSignal(session.import_asked, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)


def test_the_first_entry_ends_the_emptiness(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date
) -> None:
    page = shown(qtbot, session, "issue")
    add(ledger, REGISTERS["issue"], {"accepted_at": today, "title": "路灯不亮"}, today=today)
    until(page.view.isVisible)
    assert titles(page) == ["路灯不亮"]


def test_export_is_asked_with_what_is_shown(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date, page: RegisterPage, entries: list[Entry]
) -> None:
    page.search.setText("台账")
    with qtbot.waitSignal(page.export_asked, timeout=PATIENCE_MS) as asked:
        page._ask()
        qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["open 台账", ALL]
    flag(ledger, entries[1], "APP26-1", today=today)
    page.ask("flagged")
    with qtbot.waitSignal(page.export_asked, timeout=PATIENCE_MS) as asked:
        qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    assert asked.args == [f"uid={entries[1].uid}", ALL]


def test_the_status_says_how_much_is_shown_or_chosen(page: RegisterPage, session: Session) -> None:
    assert session.word(page.status()) == "4 条，显示 3 条"
    page.view.selectAll()
    assert session.word(page.status()) == "已选 3 条"


def test_on_another_day_the_list_is_asked_anew(session: Session, page: RegisterPage) -> None:
    def due() -> str:
        return page.view.rows.cell(0, 2).text

    assert due() == "明天"
    session._today = date(2026, 11, 25)
    page.arrive()
    settled(session)
    assert due() == "今天"


def test_sorting_is_a_command_too(session: Session, page: RegisterPage) -> None:
    run(page, "task.sort.title")
    settled(session)
    assert titles(page) == sorted(titles(page))
    assert page.view.head.order == Order("title")


def test_in_little_room_the_head_is_one_line_and_the_chips_go(session: Session, page: RegisterPage) -> None:
    quick = QLineEdit()
    page.place_quick_add(quick)
    QApplication.processEvents()
    assert quick.y() > page.title.y() + page.title.height()
    page.resize(500, 300)
    QApplication.processEvents()
    assert quick.y() < page.title.y() + page.title.height()
    assert not page.chips.isVisible()
    assert not page.import_button.isVisible()
    assert page.search.isVisible()


def test_the_page_fits_a_small_screen_at_twice_the_text(
    qtbot: QtBot, session: Session, entries: list[Entry]
) -> None:
    for language in ("zh", "en"):
        wear(session, Look(language=language, scale=2.0))
        page = RegisterPage(session, "task")
        qtbot.addWidget(page)
        page.resize(1366 - 100, 768 - 52 - 200)
        page.show()
        page.arrive()
        settled(session)
        assert page.minimumSizeHint().width() <= 1366 - 100
        assert page.minimumSizeHint().height() <= 768 - 52 - 200
        assert len(titles(page)) == len(entries) - 1


def test_the_filter_line_speaks_the_language_of_the_window(page: RegisterPage) -> None:
    page.chips.choose("open")
    page.type_filter()
    assert page.filter_line.line.text() == "未办结 "
    page.filter_line.ask()
    assert page.chips.where == "open", "the same filter is the same chip, however it is written"
    page.chips.choose("status=todo")
    (passing,) = [button for button in page.chips.buttons() if "=" in button.text()]
    assert passing.text().split("  ")[0] == "状态=待办"


def test_what_is_not_found_here_can_be_looked_for_everywhere(page: RegisterPage, qtbot: QtBot) -> None:
    page.search.setText("没有这样的字")
    until(page.empty.elsewhere.isVisible)
    assert page.empty.elsewhere.text() == "在所有登记里找“没有这样的字”（Ctrl+K）"
    with qtbot.waitSignal(page.everywhere_asked, timeout=PATIENCE_MS) as asked:
        page.empty.elsewhere.click()
    assert asked.args == ["没有这样的字"]
    page.ask("title~没有这样的字")
    until(lambda: not page.empty.elsewhere.isVisible())


def test_what_is_not_in_a_chip_is_found_in_all_by_one_key(
    qtbot: QtBot, page: RegisterPage, session: Session
) -> None:
    page.search.setFocus()
    page.search.setText("走访")
    until(lambda: page.empty.title.text() == "“未办结”里没有找到“走访”")
    assert (page.empty.button.text(), page.empty.text.text()) == ("在全部中找", "按 Enter 在全部中找")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    until(lambda: titles(page) == ["网格走访小结"])
    assert page.search.text() == "走访"
    assert page.status().zh == "找到 1 条"
    page.search.setText("没有这样的字")
    until(lambda: page.empty.title.text() == "没有找到“没有这样的字”")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled(session)
    assert page.search.text() == "没有这样的字"


def test_what_may_come_next_is_offered_as_a_filter_begins(qtbot: QtBot, page: RegisterPage) -> None:
    page.type_filter()
    line = page.filter_line
    until(lambda: line.completion.shown)
    assert "状态=" in [one.name.zh for one in line.completion.names]
    qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    qtbot.keyClick(line.line, Qt.Key.Key_Down)
    assert page.view.hasFocus()
