"""A digit decides about the open entry from its row too, as long as the keys of its card are seen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.conftest import TUESDAY
from tests.ui.conftest import SampleBook
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records, review
from mingbai.domain.review import DECISIONS
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry
from mingbai.ui.agenda.rows import Row
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.today import TodayPage
from mingbai.ui.shell.window import Window

TASK = {"received_on": "2026-11-23", "department": "民政局", "due_on": "2026-11-24"}


@pytest.fixture
def window(qtbot, sample_book: SampleBook, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "book.mingbai"
    shutil.copy(sample_book("zh"), path)
    bugs: list[object] = []
    made = Window(path, Look(), Memory(tmp_path / "memory.ini"), today=TUESDAY, failed=bugs.append)
    made.resize(1366, 768)
    with qtbot.waitActive(made, timeout=PATIENCE_MS):
        made.show()
        made.activateWindow()
    settled(made, 300)
    yield made
    made.close()
    assert bugs == []


def here(window: Window) -> None:
    """The window has the keyboard."""
    window.activateWindow()
    until(window.isActiveWindow)


def flagged(window: Window, title: str) -> Entry:
    ledger = window.session.ledger
    entry = records.add(ledger, TASKS, {**TASK, "title": title}, today=TUESDAY)
    review.flag(ledger, entry, "与 6 月的表相同", today=TUESDAY)
    settled(window, 300)
    return entry


def decided(window: Window, entry: Entry) -> list[str]:
    """How an entry was assessed."""
    settled(window, 300)
    found = window.session.ledger.entries(DECISIONS)
    return [str(one.stored["assessment"]) for one in found if one.stored["subject"] == entry.uid]


def focus(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def at_its_row(window: Window, entry: Entry) -> QWidget:
    """The list of assignments, at the row of an entry that is open."""
    window.frame.show_page("task")
    rows = window.frame.page.of_register
    assert rows is not None
    rows.ask("")
    settled(window, 300)
    here(window)
    rows.view.setFocus()
    rows.view.show_entry(entry.uid)
    settled(window, 300)
    window.frame.open_entry(entry)
    settled(window, 300)
    assert rows.view.hasFocus()
    return rows.view


def test_from_a_list_a_digit_decides_about_what_is_open(window: Window) -> None:
    entry = flagged(window, "独居老人走访台账")
    view = at_its_row(window, entry)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", autorep=True, count=1
    )
    QApplication.sendEvent(view, held)
    QTest.keyClick(view, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    settled(window, 300)
    assert window.frame.page.code != "task", "Alt and a digit changes the page"
    assert decided(window, entry) == [], "held down, or a key of the window"
    at_its_row(window, entry)
    QTest.keyClick(view, Qt.Key.Key_4)
    assert decided(window, entry) == ["cut"]
    assert view.hasFocus()


def test_from_a_list_nothing_is_decided_about_what_is_not_seen_or_not_meant(window: Window) -> None:
    entry, other = flagged(window, "独居老人走访台账"), flagged(window, "孤寡老人走访台账")
    view = at_its_row(window, entry)
    window.frame.panel.show_entry(other)
    QTest.keyClick(view, Qt.Key.Key_4)
    assert decided(window, other) == decided(window, entry) == [], "another one is open than the list is at"
    window.frame.panel.show_entry(entry)
    window.frame.panel.flags.keys.hide()
    QTest.keyClick(view, Qt.Key.Key_4)
    assert decided(window, entry) == [], "its keys are not seen"
    window.frame.panel.flags.keys.show()
    rows = window.frame.page.of_register
    assert rows is not None
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert rows.view.chosen_count() == 2
    window.frame.panel.show_entry(entry)
    QTest.keyClick(view, Qt.Key.Key_4)
    assert decided(window, entry) == [], "several rows are chosen"


def test_from_today_a_digit_decides_about_what_is_open(window: Window) -> None:
    entry = flagged(window, "独居老人走访台账")
    window.frame.show_page("today")
    settled(window, 500)
    page = window.frame.page
    assert isinstance(page, TodayPage)
    rows = [row for row in page.list.rows.items if isinstance(row, Row)]
    (mine,) = (row for row in rows if getattr(getattr(row.what, "entry", None), "uid", "") == entry.uid)
    here(window)
    page.list.setFocus()
    page.list.choose(mine.key)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settled(window, 500)
    assert window.frame.panel.entry is not None
    assert window.frame.panel.entry.uid == entry.uid
    page.list.setFocus()
    QTest.keyClick(focus(window), Qt.Key.Key_1)
    assert decided(window, entry) == ["needed"]
