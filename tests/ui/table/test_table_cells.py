"""A cell changed in place: saved when left, refused under itself, given up by Esc."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot
from tests.ui.table.conftest import Add
from tests.ui.table.listing import text, titles
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.lists import Question
from mingbai.desk.records import add, change
from mingbai.domain.issue import ISSUES
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.session import Session
from mingbai.ui.table.view import ListView


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
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS):
        qtbot.keyClick(view.cell.editor.line, Qt.Key.Key_Return)
    until(lambda: text(view, 0, "due_on") == "11-27 周五")
    until(lambda: view.cell.editor is None)


@pytest.mark.usefixtures("three")
def test_what_cannot_be_is_said_under_the_cell_and_the_text_stays(
    qtbot: QtBot, view: ListView, session: Session
) -> None:
    edit(view, "due_on")
    editor = view.cell.editor
    assert editor is not None
    editor.line.setText("13-45")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    until(editor.message.isVisible)
    assert "13-45" in editor.message.text()
    assert editor.line.text() == "13-45"
    editor.line.setText("11-28")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    until(lambda: text(view, 0, "due_on") == "11-28 周六")


@pytest.mark.usefixtures("three")
def test_a_cell_with_a_long_name_shows_it_whole_while_it_is_changed(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    unit = "卫生院（社区卫生服务中心）"
    first = view.rows.rows[0].entry
    change(ledger, first, {"department": unit}, today=today)
    view.resize(620, 400)
    settled(view)
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
    assert not editor.isVisible()
    settled(session)
    assert titles(view)[0] == "甲"


@pytest.mark.usefixtures("three")
def test_enter_in_a_cell_saves_and_opens_nothing(qtbot: QtBot, view: ListView, session: Session) -> None:
    edit(view, "title")
    assert view.cell.editor is not None
    view.cell.editor.line.setText("戊")
    with qtbot.assertNotEmitted(session.entry_asked):
        qtbot.keyClick(view.cell.editor.line, Qt.Key.Key_Return)
        until(lambda: titles(view)[0] == "戊")


def test_what_was_refused_stays_while_the_list_changes(view: ListView, task: Add, three: list[Entry]) -> None:
    edit(view, "due_on")
    editor = view.cell.editor
    assert editor is not None
    editor.line.setText("13-45")
    editor.save()
    until(editor.message.isVisible)
    view.choose(three[2].uid)
    task("丁")
    until(lambda: len(titles(view)) == 4)
    view.rows.show_anew()
    assert view.cell.editor is editor
    assert editor.line.text() == "13-45"


@pytest.mark.usefixtures("three")
def test_going_to_another_row_saves_the_cell(view: ListView, session: Session) -> None:
    edit(view, "title")
    assert view.cell.editor is not None
    view.cell.editor.line.setText("戊")
    view.cell.editor.line.left.emit()
    until(lambda: titles(view)[0] == "戊")


def test_personal_data_is_changed_in_the_record_only(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date
) -> None:
    add(ledger, ISSUES, {"accepted_at": today, "title": "甲", "resident": "刘美芳"}, today=today)
    shown = ListView(session, ISSUES)
    qtbot.addWidget(shown)
    shown.show()
    shown.ask(Question())
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS):
        edit(shown, "resident")
    assert shown.cell.editor is None
