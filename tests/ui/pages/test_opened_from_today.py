"""What is opened from Today is what opens, wherever it was chosen, and though the page becomes narrow beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from tests.conftest import TUESDAY
from tests.ui.conftest import SampleBook
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk.lines import Line
from mingbai.desk.records import add
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry
from mingbai.ui.agenda.rows import Row
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.today import TodayPage
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.window import Window

TITLE = "独居老人走访台账"


@pytest.fixture
def window(qtbot, sample_book: SampleBook, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "book.mingbai"
    shutil.copy(sample_book("zh"), path)
    bugs: list[object] = []
    made = Window(path, Look(), Memory(tmp_path / "memory.ini"), today=TUESDAY, failed=bugs.append)
    # Beside a panel the page is too narrow for two columns.
    made.resize(1200, 740)
    with qtbot.waitActive(made, timeout=PATIENCE_MS):
        made.show()
        made.activateWindow()
    settled(made, 600)
    assert isinstance(made.frame.page, TodayPage)
    yield made
    made.close()
    assert bugs == []


def today(window: Window) -> TodayPage:
    page = window.frame.page
    assert isinstance(page, TodayPage)
    return page


def far(window: Window) -> Entry:
    """An entry of which Today tells nothing."""
    draft = {"received_on": "2026-11-03", "department": "民政局", "title": TITLE, "due_on": "2027-03-01"}
    entry = add(window.session.ledger, TASKS, draft, today=TUESDAY)
    settled(window, 300)
    return entry


def bar_with(window: Window, records: bool) -> CommandBar:
    window.frame.over.show_commands(records=records)
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    bar._field.setText(TITLE[:4])
    settled(window, 400)
    return bar


def opened(window: Window) -> str | None:
    settled(window, 500)
    entry = window.frame.panel.entry
    return None if entry is None else entry.uid


def shown(row: Row) -> str:
    """The entry of a row."""
    assert isinstance(row.what, Line)
    assert row.what.entry is not None
    return row.what.entry.uid


def escape(window: Window) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    settled(window, 300)


@pytest.mark.parametrize("records", [False, True])
@pytest.mark.parametrize("click", [False, True])
def test_a_hit_opens_itself(window: Window, records: bool, click: bool) -> None:
    entry = far(window)
    assert today(window).list.hasFocus()
    bar = bar_with(window, records)
    if click:
        found = bar.findChild(QListView)
        assert found is not None
        QTest.mouseClick(
            found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualRect(found.currentIndex()).center()
        )
    else:
        QTest.keyClick(bar._field, Qt.Key.Key_Return)
    assert opened(window) == entry.uid
    escape(window)
    assert not window.frame.panel_open


@pytest.mark.parametrize("width", [1200, 1500])
def test_a_row_of_the_right_column_opens_itself(window: Window, width: int) -> None:
    window.resize(width, 740)
    page = today(window)
    page.beside.setFocus()
    QTest.keyClick(page.beside, Qt.Key.Key_Down)
    row = page.beside.current()
    assert row is not None
    uid = shown(row)
    QTest.keyClick(page.beside, Qt.Key.Key_Return)
    assert opened(window) == uid
    # Where that column gave way to the panel its rows stand in the list, and the keyboard is still at this one.
    assert page.beside.isVisible() is (width == 1500)
    at = page.beside if width == 1500 else page.list
    current = at.current()
    assert current is not None
    assert (at.hasFocus(), current.key) == (True, row.key)
    QTest.keyClick(at, Qt.Key.Key_Up)
    current = at.current()
    assert current is not None
    assert opened(window) == shown(current) != uid
    escape(window)
    assert not window.frame.panel_open


def test_what_is_opened_from_elsewhere_is_the_chosen_row(window: Window) -> None:
    page = today(window)
    row = [
        item
        for item in page.list.rows.items
        if isinstance(item, Row) and isinstance(item.what, Line) and item.what.closes
    ][2]
    assert isinstance(row.what, Line)
    window.session.open(row.what.entry)
    assert opened(window) == shown(row)
    current = page.list.current()
    assert current is not None
    assert current.key == row.key
    # Read anew the list is where it was, and so is what is open beside it.
    entry = far(window)
    window.session.open(entry)
    page.refresh()
    assert opened(window) == entry.uid


def test_the_count_of_what_waits_leads_to_what_waits(window: Window) -> None:
    frame = window.frame
    frame.show_page("review")
    settled(window, 300)
    review = frame.page
    assert isinstance(review, ReviewPage)
    for way in ("from Today", "by the key"):
        review.show_list("decided")
        frame.show_page("today")
        settled(window, 300)
        if way == "from Today":
            beside = today(window).beside
            keys = [item.key for item in beside.rows.items if isinstance(item, Row)]
            beside.choose(next(one for one in keys if one.startswith("flag ")))
            QTest.keyClick(beside, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            next(one for one in frame.everywhere if one.code == "go.review").run()
        settled(window, 300)
        assert frame.page is review
        assert (review.state()["chip"], review.list.hasFocus()) == ("waiting", True)


def test_what_was_just_done_stays_open_until_one_moves_on(window: Window) -> None:
    page = today(window)
    closing = next(row for row in rows_of(page) if isinstance(row.what, Line) and row.what.closes)
    page.list.choose(closing.key)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    uid = opened(window)
    QTest.keyClick(page.list, Qt.Key.Key_D)
    settled(window, 600)
    assert opened(window) == uid == shown(closing)
    # The keyboard is at the next row, so that D after D goes down the list; the arrow moves on from there.
    current = page.list.current()
    assert current is not None
    assert current.key != closing.key
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    settled(window, 300)
    moved = page.list.current()
    assert moved is not None
    assert opened(window) == shown(moved)


def test_one_click_on_another_row_opens_it_beside_the_list(window: Window) -> None:
    page = today(window)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    before = opened(window)
    other = next(row for row in rows_of(page) if shown(row) != before)
    place = page.list.visualRect(page.list.rows.index(page.list.rows.row_of(other.key)))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    settled(window, 300)
    assert opened(window) == shown(other)


def rows_of(page: TodayPage) -> list[Row]:
    return [row for row in page.list.rows.items if isinstance(row, Row)]
