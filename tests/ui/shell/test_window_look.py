"""The window in another look or language: the page, the filter and the open entry are the same ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid
from tests.ui.shell.conftest import TASK, Opening, rows
from tests.ui.waiting import settled, until

from mingbai.desk.records import add
from mingbai.domain.filter import Some, equals
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ui import look_choice
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.look_choice import LookChoice, keep_choice
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.shell.frame import Frame
from mingbai.ui.shell.window import Window


def test_another_look_keeps_page_and_open_entry(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    entry = window.session.ledger.numbered("2026-A-0001")
    window.session.open(entry)
    window.session.look_asked.emit(replace(window.session.look, language="en", theme="dark", scale=1.5))
    settled(window)
    assert window.windowTitle() == "新湖社区 - Mingbai Ledger"
    assert window.frame.page.code == "task"
    assert window.frame.panel.entry == entry


def test_another_language_is_announced_before_the_window_is_built_anew(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    seen: list[tuple[str, Qt.CursorShape | None]] = []
    build, status = window._build, window.frame.status

    def watched(state: dict[str, object]) -> Frame:
        cursor = QGuiApplication.overrideCursor()
        seen.append((status.text, cursor.shape() if cursor is not None else None))
        return build(state)

    monkeypatch.setattr(window, "_build", watched)
    window.show_look(replace(window.session.look, language="en"))
    assert seen == [("正在切换显示", Qt.CursorShape.WaitCursor)]
    assert QGuiApplication.overrideCursor() is None


def test_the_former_content_is_gone_before_another_sheet_goes_through_the_widgets(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    settled(window)
    former, there = window.frame, []

    def watched(app: QApplication, look: Look) -> None:
        there.append(isValid(former))
        dress(app, look)

    monkeypatch.setattr("mingbai.ui.shell.window.dress", watched)
    window.show_look(replace(window.session.look, scale=1.25))
    assert there == [False]


def test_a_chip_that_changes_the_look_is_left_before_it_goes(opened: Opening) -> None:
    window = opened()
    window.frame.show_page("settings")
    settled(window)
    former = window.frame
    larger = next(chip for chip in former.page.findChildren(QPushButton) if chip.text() == "125%")
    larger.click()
    assert isValid(larger)
    settled(window)
    assert not isValid(former)
    assert (window.session.look.scale, window.frame.page.code) == (1.25, "settings")


def test_pages_that_went_with_another_look_hear_of_nothing_more(opened: Opening, today: date) -> None:
    window = opened()
    for code in ("today", "review", "task"):
        window.frame.show_page(code)
        settled(window)
    window.show_look(replace(window.session.look, theme="dark"))
    settled(window)
    add(window.session.ledger, TASKS, {**TASK, "title": "另一件"}, today=today)
    settled(window)
    assert rows(window) == 2


def test_a_filter_saved_after_another_look_is_shown_once_and_by_the_new_rail(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.show_look(replace(window.session.look, theme="dark"))
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    page.chips.save("民政局来的", "交办单位=民政局")
    settled(window)
    assert [name for _, name, _ in window.frame.saved.buttons] == ["民政局来的"]


def theme_of(window: Window) -> str:
    return window.session.look.theme


def test_the_window_turns_dark_with_the_system_only_where_that_was_chosen(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    settled(window)
    monkeypatch.setattr(look_choice, "system_theme", lambda: "dark")
    keep_choice(window.session.memory, LookChoice(theme="light"))
    changed = QGuiApplication.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert theme_of(window) == "light"
    keep_choice(window.session.memory, LookChoice(theme="system"))
    window.frame.lock()
    changed.emit(Qt.ColorScheme.Dark)
    assert theme_of(window) == "light"
    window.frame.over._uncover()
    until(lambda: theme_of(window) == "dark")
    assert window.frame.page.code == "task"
    settled(window)


@pytest.mark.parametrize("through_settings", [False, True])
@pytest.mark.parametrize("what", ["chip", "typed", "search", "rows of a figure"])
def test_another_language_keeps_the_filter_and_the_open_entry(
    opened: Opening, through_settings: bool, what: str, today: date
) -> None:
    window = opened()
    settled(window)
    ledger = window.session.ledger
    add(ledger, TASKS, {**TASK, "title": "别的", "due_on": None}, today=today)
    (entry,) = (one for one in ledger.entries(TASKS) if one.stored["due_on"])
    settled(window)
    if what == "rows of a figure":
        wanted = Some((equals("uid", entry.uid), equals("title", "没有")))
        window.session.rows_asked.emit("task", wanted, Words("几件", "Some"), False)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    if what == "search":
        page.search.setText("重点")
    elif what == "typed":
        page.ask("期限=2026-11-27 状态=待办")
    elif what == "chip":
        page.ask("open due_on<=thisweek")
    settled(window, 300)
    assert rows(window) == 1
    before = page.chips.where, page.chips.beside, page.search.text()
    window.frame.open_entry(entry)
    settled(window)
    if through_settings:
        window.frame.show_page("settings")
        settled(window)
        assert not window.frame.panel_open
    window.session.look_asked.emit(replace(window.session.look, language="en"))
    settled(window)
    assert window.session.look.language == "en"
    if through_settings:
        window.frame.show_page("task")
    settled(window, 300)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (page.chips.where, page.chips.beside, page.search.text()) == before
    assert rows(window) == 1
    assert window.frame.panel_open
    assert window.frame.panel.entry is not None
    assert window.frame.panel.entry.uid == entry.uid
    # Elsewhere nothing of it is left.
    window.frame.show_page("today")
    window.frame.show_page("task")
    assert not window.frame.panel_open
