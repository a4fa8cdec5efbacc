"""The table: rows by blocks, columns, cells, keys, deeds on what is chosen, changing in place."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.pointing import moved

from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FLAGS, STATE
from mingbai.desk.lists import FEW_UIDS, Question
from mingbai.desk.records import add, change, put_into_bin
from mingbai.desk.review import flag
from mingbai.desk.states import Shape
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import BLOCK, Order
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.look.look import Look
from mingbai.ui.session import Session
from mingbai.ui.table import model
from mingbai.ui.table.columns import all_names
from mingbai.ui.table.view import ListView

WIDE = (1000, 500)
BY_DUE = Order("due_on")
Add = Callable[..., Entry]


@pytest.fixture
def task(ledger: Ledger, today: date) -> Add:
    """Adds an assignment from the civil affairs bureau."""

    def added(title: str, **more: object) -> Entry:
        draft = {"received_on": today, "department": "民政局", "title": title, **more}
        return add(ledger, TASKS, draft, today=today)

    return added


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ListView:
    """A list of assignments, shown, nothing asked yet."""
    shown = ListView(session, TASKS)
    qtbot.addWidget(shown)
    shown.resize(*WIDE)
    shown.show()
    return shown


def many(ledger: Ledger, today: date, count: int) -> None:
    """So many assignments called 0000, 0001, …"""
    unit = Glossary(ledger, today).find("department", "民政局")
    with ledger.act("import") as act:
        for at in range(count):
            stored = dict.fromkeys(TASKS.fields) | {
                "received_on": today.isoformat(),
                "department": unit,
                "title": f"{at:04}",
                "status": "todo",
            }
            act.insert_stored(TASKS, stored)


def titles(view: ListView) -> list[str]:
    return [str(listed.entry.stored["title"]) for listed in view.rows.rows]


def text(view: ListView, row: int, name: str) -> str:
    at = [column.name for column in view.rows.columns].index(name)
    return view.rows.cell(row, at).text


def settled(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.runner.busy)
    QApplication.processEvents()


# Rows.


def test_more_rows_come_as_one_scrolls_down(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 2 * BLOCK + 10)
    view.ask(Question())
    assert len(view.rows.rows) == BLOCK
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert len(view.rows.rows) == 2 * BLOCK
    assert text(view, BLOCK, "title") == f"{BLOCK:04}"
    qtbot.waitUntil(lambda: bar.maximum() > BLOCK * view.delegate.height)


def test_end_shows_the_last_row_and_home_the_first(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 3 * BLOCK)
    view.ask(Question())
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current() is not None
    assert view.current().stored["title"] == f"{3 * BLOCK - 1:04}"  # type: ignore[union-attr]
    assert view.rows.has_before
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.current().stored["title"] == "0000"  # type: ignore[union-attr]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_the_list_goes_along_with_the_keys_and_brings_more_rows(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date, key: Qt.Key
) -> None:
    many(ledger, today, 2 * BLOCK)
    view.ask(Question())
    for _ in range(BLOCK + 20):
        qtbot.keyClick(view, key)
        QApplication.processEvents()
    assert view.currentIndex().row() >= BLOCK
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_what_stands_before_comes_without_the_rows_in_view_moving(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 3 * BLOCK)
    view.ask(Question())
    view.go_last()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = titles(view)[view.rowAt(0)]
    view.rows.fetch_before()
    assert len(view.rows.rows) == 2 * BLOCK
    assert titles(view)[view.rowAt(0)] == before


def test_the_far_side_is_dropped_and_comes_again(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "KEPT", 600)
    monkeypatch.setattr(model, "DROPPED", 200)
    many(ledger, today, 4 * BLOCK)
    view.ask(Question())
    bar = view.verticalScrollBar()
    for _ in range(8):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert len(view.rows.rows) <= 600
    assert titles(view)[-1] == f"{4 * BLOCK - 1:04}"
    assert view.rows.has_before
    for _ in range(8):
        bar.setValue(0)
        QApplication.processEvents()
    assert titles(view)[0] == "0000"
    assert len(view.rows.rows) <= 600
    assert titles(view) == sorted(titles(view))


def test_dropping_the_current_row_opens_nothing_else(
    qtbot: QtBot,
    view: ListView,
    session: Session,
    ledger: Ledger,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(model, "KEPT", 600)
    monkeypatch.setattr(model, "DROPPED", 200)
    many(ledger, today, 4 * BLOCK)
    view.ask(Question())
    view.follows = True
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    view.choose(view.rows.rows[3].entry.uid)
    qtbot.waitUntil(lambda: len(opened) == 1)
    for _ in range(6):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        QApplication.processEvents()
    qtbot.wait(100)
    assert len(opened) == 1


def test_a_new_entry_appears_at_its_place(qtbot: QtBot, view: ListView, session: Session, task: Add) -> None:
    task("甲", due_on="2026-11-25")
    task("丙", due_on="2026-11-27")
    view.ask(Question(order=BY_DUE))
    task("乙", due_on="2026-11-26")
    qtbot.waitUntil(lambda: titles(view) == ["甲", "乙", "丙"])


@pytest.mark.parametrize("descending", [False, True])
def test_rows_that_move_stand_as_if_asked_anew(
    qtbot: QtBot, view: ListView, ledger: Ledger, task: Add, today: date, descending: bool
) -> None:
    days = ["2026-11-25", None, "2026-12-01", "2026-11-25", "2026-11-30", None]
    entries = [task(str(at), due_on=day) for at, day in enumerate(days)]
    asked = Question(order=Order("due_on", descending=descending))
    view.ask(asked)
    for entry, day in zip(
        entries, ["2026-12-02", "2026-11-25", None, "2026-11-24", "2026-11-25"], strict=False
    ):
        change(ledger, ledger.entry(TASKS, entry.uid) or entry, {"due_on": day}, today=today)
    qtbot.waitUntil(lambda: text(view, 0, "due_on") is not None)
    QApplication.processEvents()
    moved = titles(view)
    view.ask(asked)
    assert moved == titles(view)


def test_an_entry_that_no_longer_fits_goes_and_the_rest_stays(
    qtbot: QtBot, view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    one, other = task("甲"), task("乙")
    view.ask(Question("open"))
    view.choose(other.uid)
    change(ledger, one, {"status": "办结"}, today=today)
    qtbot.waitUntil(lambda: titles(view) == ["乙"])
    assert [entry.uid for entry in view.chosen()] == [other.uid]


def test_the_chosen_row_stays_chosen_when_it_changes(
    qtbot: QtBot, view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    entries = [task(name) for name in "甲乙丙"]
    view.ask(Question())
    view.choose(entries[1].uid)
    change(ledger, entries[1], {"title": "丁"}, today=today)
    qtbot.waitUntil(lambda: titles(view) == ["甲", "丁", "丙"])
    assert [entry.stored["title"] for entry in view.chosen()] == ["丁"]


def test_after_an_import_the_place_is_kept(qtbot: QtBot, view: ListView, ledger: Ledger, today: date) -> None:
    many(ledger, today, BLOCK)
    view.ask(Question(order=Order("received_on")))
    view.choose(view.rows.rows[100].entry.uid)
    view.verticalScrollBar().setValue(95 * view.delegate.height)
    many(ledger, today, FEW_UIDS + 1)
    qtbot.waitUntil(lambda: len(view.rows.rows) > BLOCK)
    assert [entry.stored["title"] for entry in view.chosen()] == ["0100"]
    assert titles(view)[view.rowAt(0)] == "0095"


def test_a_unit_renamed_is_shown_by_its_new_name(
    qtbot: QtBot, view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    entry = task("甲")
    view.ask(Question())
    unit = ledger.entry(DEPARTMENTS, str(entry.stored["department"]))
    assert unit is not None
    assert text(view, 0, "department") == "民政局"
    change(ledger, unit, {"short": "民政"}, today=today)
    qtbot.waitUntil(lambda: text(view, 0, "department") == "民政")


def test_a_flag_appears_in_its_row(
    qtbot: QtBot, view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    entry = task("甲")
    view.ask(Question())
    assert text(view, 0, FLAGS) == ""
    flag(ledger, entry, "APP26-3", today=today)
    qtbot.waitUntil(lambda: text(view, 0, FLAGS) == "要装机率")


def test_a_filter_that_means_nothing_leaves_the_list(view: ListView, task: Add) -> None:
    task("甲")
    view.ask(Question())
    with pytest.raises(Mistake):
        view.ask(Question("栏目=1"))
    assert titles(view) == ["甲"]


def test_only_the_last_question_is_answered(
    qtbot: QtBot, view: ListView, session: Session, task: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "SMALL", 0)
    task("甲")
    task("乙", status="办结")
    view.ask(Question("open"))
    view.ask(Question("status=done"))
    settled(qtbot, session)
    assert titles(view) == ["乙"]


def test_an_entry_far_away_is_shown_in_the_middle(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 3 * BLOCK)
    view.ask(Question())
    view.verticalScrollBar().setValue(50 * view.delegate.height)
    for wanted in (2 * BLOCK + 5, 3):
        uid = ledger.entries(TASKS)[wanted].uid
        view.show_entry(uid)
        row = view.rows.row_of(uid)
        assert row is not None
        assert [entry.uid for entry in view.chosen()] == [uid]
        top = view.rowViewportPosition(row)
        assert 0 <= top < view.viewport().height()


# Cells and columns.


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
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 20)
    view.ask(Question())
    row, bar = view.delegate.height, view.verticalScrollBar()
    qtbot.waitUntil(lambda: view.rows.rowCount() == 20)
    view._select_row(8)
    view.resize(900, view.height() - view.viewport().height() + 3 * row + 7)
    qtbot.waitUntil(lambda: bar.value() > 0)
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


# Keys and deeds.


@pytest.fixture
def three(view: ListView, task: Add) -> list[Entry]:
    """Three assignments, listed, the first chosen."""
    entries = [task(name) for name in "甲乙丙"]
    view.ask(Question())
    view.choose(entries[0].uid)
    return entries


def test_enter_opens_the_current_entry(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    with qtbot.waitSignal(session.entry_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args[0].uid == three[0].uid


def test_an_open_panel_follows_the_arrows_and_a_closed_one_stays_closed(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.wait(100)
    assert opened == []
    view.follows = True
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: [entry.uid for entry in opened] == [three[2].uid])


def test_rows_are_chosen_by_shift_space_and_control_a(
    qtbot: QtBot, view: ListView, three: list[Entry]
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.chosen()) == 2
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [entry.uid for entry in view.chosen()] == [three[0].uid]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen()) == 3


def test_delete_puts_what_is_chosen_into_the_bin_as_one_act(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, three: list[Entry]
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(session.done) as done:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.word(done.args[0]) == "已删除 2 件"
    qtbot.waitUntil(lambda: titles(view) == ["丙"])
    qtbot.waitUntil(lambda: [entry.uid for entry in view.chosen()] == [three[2].uid])
    undo(ledger)
    qtbot.waitUntil(lambda: titles(view) == ["甲", "乙", "丙"])


def test_what_cannot_be_binned_is_said_and_stays(qtbot: QtBot, session: Session) -> None:
    shown = ListView(session, REGISTERS["place"])
    qtbot.addWidget(shown)
    shown.show()
    shown.ask(Question())
    shown.choose(shown.rows.rows[0].entry.uid)
    with qtbot.waitSignal(session.runner.troubled):
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert len(shown.rows.rows) == 1


def test_d_marks_what_is_chosen_as_done(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    with qtbot.waitSignal(session.done):
        qtbot.keyClick(view, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: text(view, 0, STATE) == "办结")
    assert not view.deeds.can_close()
    view.choose(three[1].uid)
    assert view.deeds.can_close()


def test_other_letters_are_left_to_whoever_listens_above(qtbot: QtBot, view: ListView, task: Add) -> None:
    first = task("survey")
    task("census")
    view.ask(Question())
    view.choose(first.uid)
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert [entry.uid for entry in view.chosen()] == [first.uid]


def test_from_the_bin_entries_are_taken_out(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, three: list[Entry]
) -> None:
    put_into_bin(ledger, three[0])
    view.ask(Question(binned=True))
    settled(qtbot, session)
    assert titles(view) == ["甲"]
    view.choose(three[0].uid)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    view.deeds.take_out_of_bin()
    qtbot.waitUntil(lambda: titles(view) == [])
    assert len(ledger.entries(TASKS)) == 3


# Changing in place.


def edit(view: ListView, name: str) -> None:
    at = [column.name for column in view.rows.columns].index(name)
    view.selectionModel().setCurrentIndex(
        view.rows.index(0, at), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    view.edit_current()


@pytest.mark.usefixtures("three")
def test_a_cell_is_changed_in_place(qtbot: QtBot, view: ListView, session: Session) -> None:
    edit(view, "due_on")
    assert view.cell.editor is not None
    view.cell.editor.line.setText("周五")
    with qtbot.waitSignal(session.done):
        qtbot.keyClick(view.cell.editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text(view, 0, "due_on") == "11-27 周五")
    qtbot.waitUntil(lambda: view.cell.editor is None)


@pytest.mark.usefixtures("three")
def test_what_cannot_be_is_said_under_the_cell_and_the_text_stays(
    qtbot: QtBot, view: ListView, session: Session
) -> None:
    edit(view, "due_on")
    editor = view.cell.editor
    assert editor is not None
    editor.line.setText("13-45")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(editor.message.isVisible)
    assert "13-45" in editor.message.text()
    assert editor.line.text() == "13-45"
    editor.line.setText("11-28")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text(view, 0, "due_on") == "11-28 周六")


@pytest.mark.usefixtures("three")
def test_a_cell_with_a_long_name_shows_it_whole_while_it_is_changed(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    unit = "卫生院（社区卫生服务中心）"
    first = view.rows.rows[0].entry
    change(ledger, first, {"department": unit}, today=today)
    view.resize(620, 400)
    settled(qtbot, view.session)
    edit(view, "department")
    editor = view.cell.editor
    assert editor is not None
    room = editor.line.width() - 2 * 11

    def needed() -> int:
        return editor.line.fontMetrics().horizontalAdvance(editor.line.text())

    assert editor.line.text() == unit
    assert needed() <= room
    qtbot.keyClicks(editor.line, "more than this " * 20)
    assert view.viewport().rect().contains(editor.geometry()), "and no further than the list"


@pytest.mark.usefixtures("three")
def test_escape_gives_up(qtbot: QtBot, view: ListView, session: Session) -> None:
    edit(view, "title")
    editor = view.cell.editor
    assert editor is not None
    editor.line.setText("戊")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    settled(qtbot, session)
    assert titles(view)[0] == "甲"
    assert not editor.isVisible()


@pytest.mark.usefixtures("three")
def test_enter_in_a_cell_saves_and_opens_nothing(qtbot: QtBot, view: ListView, session: Session) -> None:
    edit(view, "title")
    assert view.cell.editor is not None
    view.cell.editor.line.setText("戊")
    with qtbot.assertNotEmitted(session.entry_asked):
        qtbot.keyClick(view.cell.editor.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: titles(view)[0] == "戊")


def test_what_was_refused_stays_while_the_list_changes(
    qtbot: QtBot, view: ListView, task: Add, three: list[Entry]
) -> None:
    edit(view, "due_on")
    editor = view.cell.editor
    assert editor is not None
    editor.line.setText("13-45")
    editor.save()
    qtbot.waitUntil(editor.message.isVisible)
    view.choose(three[2].uid)
    task("丁")
    qtbot.waitUntil(lambda: len(titles(view)) == 4)
    view.rows.show_anew()
    assert view.cell.editor is editor
    assert editor.line.text() == "13-45"


@pytest.mark.usefixtures("three")
def test_going_to_another_row_saves_the_cell(qtbot: QtBot, view: ListView, session: Session) -> None:
    edit(view, "title")
    assert view.cell.editor is not None
    view.cell.editor.line.setText("戊")
    view.cell.editor.line.left.emit()
    qtbot.waitUntil(lambda: titles(view)[0] == "戊")


def test_personal_data_is_changed_in_the_record_only(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date
) -> None:
    add(ledger, ISSUES, {"accepted_at": today, "title": "甲", "resident": "刘美芳"}, today=today)
    shown = ListView(session, ISSUES)
    qtbot.addWidget(shown)
    shown.show()
    shown.ask(Question())
    with qtbot.waitSignal(session.said):
        edit(shown, "resident")
    assert shown.cell.editor is None


@pytest.mark.parametrize("seed", range(6))
def test_after_any_deeds_the_rows_stand_as_if_asked_anew(
    view: ListView, session: Session, ledger: Ledger, task: Add, today: date, seed: int
) -> None:
    chance = random.Random(seed)
    days = (None, "2026-11-20", "2026-11-24", "2026-11-24", "2026-12-03")
    columns = ("due_on", "title", "received_on", "id", "number", "status")
    entries = [task(chance.choice("abc"), due_on=chance.choice(days)) for _ in range(12)]
    for _ in range(8):
        order = Order(chance.choice(columns), descending=chance.random() < 0.5)
        asked = Question(chance.choice(("", "open", "due_on=", "due_on<=2026-11-24")), order=order)
        view.ask(asked)
        for _ in range(6):
            entry = ledger.entry(TASKS, chance.choice(entries).uid)
            assert entry is not None
            match chance.randrange(5):
                case 0:
                    entries.append(task(chance.choice("abc"), due_on=chance.choice(days)))
                case 1 if entry.binned_at is None:
                    put_into_bin(ledger, entry)
                case 2:
                    undo(ledger)
                case _:
                    field, values = chance.choice(
                        (("due_on", days), ("title", "abc"), ("status", ("待办", "办结")))
                    )
                    change(ledger, entry, {field: chance.choice(values)}, today=today)
            QApplication.processEvents()
        stands = [listed.entry.uid for listed in view.rows.rows]
        view.ask(asked)
        assert stands == [listed.entry.uid for listed in view.rows.rows], (seed, asked)


def test_a_chosen_row_is_in_the_colours_of_the_look(view: ListView, three: list[Entry]) -> None:
    look = view.session.look
    right = -12
    """From the right edge of what is there at the time."""

    def at(row: int, x: int) -> str:
        picture = view.viewport().grab().toImage()
        return picture.pixelColor(
            x % picture.width(), row * view.delegate.height + view.delegate.height // 2
        ).name()

    assert at(0, right) == look.colour("accent_soft").name()
    assert at(0, 1) == look.colour("accent").name()
    assert at(1, right) not in (look.colour("accent_soft").name(), look.colour("sunken").name())
    moved(view.viewport(), QPoint(50, view.delegate.height + 10))
    assert at(1, right) == look.colour("sunken").name()


def test_all_means_all_of_the_list_and_one_key_works_on_what_is_not_loaded(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 700)
    view.ask(Question())
    loaded = len(view.rows.rows)
    assert loaded < 700
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, session)
    assert view.chosen_count() == 700
    view.rows.fetch_after()
    settled(qtbot, session)
    assert len(view.rows.rows) > loaded
    assert len(view.selectionModel().selectedRows()) == len(view.rows.rows)
    told: list[str] = []
    session.done.connect(lambda words: told.append(words.zh))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settled(qtbot, session)
    assert told == ["已删除 700 件"]
    assert ledger.entries(TASKS) == []
    undo(ledger)
    assert len(ledger.entries(TASKS)) == 700


def test_all_is_over_as_soon_as_something_is_chosen_by_itself(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 700)
    view.ask(Question())
    view.selectAll()
    settled(qtbot, session)
    view.choose(view.rows.rows[3].entry.uid)
    assert view.chosen_count() == 1
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settled(qtbot, session)
    assert len(ledger.entries(TASKS)) == 699


def test_a_click_on_the_row_that_is_chosen_already_opens_it(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    where = [view.visualRect(view.rows.index(row, 0)).center() for row in (0, 1)]
    view.choose(view.rows.rows[0].entry.uid)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where[1])
    assert opened == [], "a first click chooses"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where[1])
    assert [entry.uid for entry in opened] == [view.rows.rows[1].entry.uid]
    held = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, where[1])
    assert len(opened) == 1, "with Ctrl it is chosen or not"
