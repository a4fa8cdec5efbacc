"""Closing the window at once, or choosing another look, loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from tests.ui.walking import rest

from mingbai.desk.records import add
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.ledger.backups import backup_folder
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.shell.window import Window

Opening = Callable[[], Window]
ISSUE = {"title": "street light", "accepted_at": "2026-11-23 09:00"}


@pytest.fixture
def opened(qtbot, ledger: Ledger, today: date, tmp_path: Path) -> Iterator[Opening]:
    """Opens the window of a ledger with one open issue; every bug it meets fails the test."""
    add(ledger, ISSUES, ISSUE, today=today)
    ledger.close()
    bugs: list[object] = []

    def open_window() -> Window:
        made = Window(ledger.path, Look(), Memory(tmp_path / "memory.ini"), today=today, failed=bugs.append)
        made.resize(1280, 800)
        with qtbot.waitExposed(made):
            made.show()
        made.frame.show_page("issue")
        settled(made)
        page = made.frame.page
        assert isinstance(page, RegisterPage)
        made.session.open(page.view.rows.rows[0].entry)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        QTest.qWait(50)
        return made

    yield open_window
    assert bugs == []


def settled(window: Window) -> None:
    """Waits until nothing is outstanding, what is held against the rules included."""
    rest(window.session.runner, 40)


def typed_into(window: Window) -> None:
    """Types at the end of the name of the open entry."""
    name = window.frame.panel._name
    assert name is not None
    name.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_End)
    QTest.keyClicks(focus, " out")


def test_a_field_is_saved_when_the_window_is_closed_at_once(opened: Opening) -> None:
    window = opened()
    typed_into(window)
    window.close()
    with Ledger(window.path) as ledger:
        assert [one.stored["title"] for one in ledger.entries(ISSUES)] == ["street light out"]
        assert drafts(ledger) == {}


def test_a_note_is_saved_once_when_the_window_is_closed_at_once(opened: Opening) -> None:
    window = opened()
    box = window.frame.panel.note.box
    box.setFocus()
    QTest.keyClicks(box, "called back")
    QTest.qWait(400)
    QTest.keyClick(box, Qt.Key.Key_Return)
    window.close()
    with Ledger(window.path) as ledger:
        assert [one.stored["text"] for one in ledger.entries(PROGRESS)] == ["called back"]
        assert drafts(ledger) == {}


def test_half_a_note_and_half_a_line_are_there_again(opened: Opening) -> None:
    window = opened()
    box = window.frame.panel.note.box
    box.setFocus()
    QTest.keyClicks(box, "half a no")
    window.frame._lines["issue"].write("half a li")
    window.frame.show_page("task")
    window.frame._lines["task"].write("another ha")
    window.close()
    again = opened()
    assert again.frame.panel.note.text == "half a no"
    assert again.frame._lines["issue"].text() == "half a li"
    again.frame.show_page("task")
    assert again.frame._lines["task"].text() == "another ha"
    again.close()


def test_another_look_loses_no_letter(opened: Opening) -> None:
    window = opened()
    typed_into(window)
    window.frame._lines["issue"].write("half a li")
    window.session.look_asked.emit(replace(window.session.look, theme="dark"))
    assert window.frame._lines["issue"].text() == "half a li"
    entry = window.frame.panel.entry
    assert entry is not None
    assert entry.stored["title"] == "street light out"
    settled(window)
    window.close()


def test_a_cell_being_edited_is_saved_when_the_window_is_closed_at_once(opened: Opening) -> None:
    window = opened()
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    window.frame.close_panel()
    page.view.setCurrentIndex(page.view.rows.index(0, 0))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_End)
    QTest.keyClicks(focus, " out")
    window.close()
    with Ledger(window.path) as ledger:
        assert [one.stored["title"] for one in ledger.entries(ISSUES)] == ["street light out"]


def test_the_ledger_is_closed_too_where_no_backup_can_be_made_and_one_sentence_says_so(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    window = opened()
    typed_into(window)
    folder = backup_folder(window.path)
    if folder.exists():
        folder.rename(folder.with_name("elsewhere"))
    folder.write_text("no folder", encoding="utf-8")
    assert window.close()
    assert [text.partition("：")[0] for text in said] == ["关闭前没能备份"]
    with Ledger(window.path) as ledger:
        assert [one.stored["title"] for one in ledger.entries(ISSUES)] == ["street light out"]
