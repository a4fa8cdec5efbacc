"""Every button answers Enter, and after every deed the keyboard is with somebody who is seen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.conftest import SampleBook
from tests.ui.opening import new_book, opened_window, settle, settled, wait, wait_until

import mingbai
from mingbai.domain.period import Quarter
from mingbai.ui.folders import Purpose, keep_folder
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.look.look import Look
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.pages.settings import SettingsPage
from mingbai.ui.pressing import Dialog
from mingbai.ui.reading_order import stops
from mingbai.ui.session import Session
from mingbai.ui.shell.window import Window

PAGES = (
    "today",
    "task",
    "counter",
    "certificate",
    "issue",
    "review",
    "report",
    "collection",
    "demand",
    "import",
    "holiday",
    "inspection",
)
MOST = 16
"""So many buttons of a page are pressed; rows of one kind follow each other."""
PATIENCE = 3000
"""Milliseconds that a busy computer may take to close what lies over the window and to give the keyboard back."""


@pytest.fixture
def window(sample_book: SampleBook, tmp_path: Path, qapp: QApplication) -> Iterator[Window]:
    with opened_window(sample_book("zh"), tmp_path / "window", Look(), (1280, 800)) as opened:
        QTest.qWaitForWindowActive(opened)
        for purpose in Purpose:
            keep_folder(opened.session.memory, purpose, tmp_path)
        yield opened


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[list[QWidget]]:
    """Closes whatever opens over the window, and tells what that was."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    QApplication.clipboard().setText("请各社区于周五前报送独居老人名单")
    opened: list[QWidget] = []

    def close() -> None:
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            opened.append(over)
            over.reject() if isinstance(over, QDialog) else over.close()

    timer = QTimer(interval=60)
    timer.timeout.connect(close)
    timer.start()
    yield opened
    timer.stop()


def place(window: Window) -> str:
    """Where the keyboard is; empty where it is with somebody who is seen."""
    now = QApplication.focusWidget()
    if now is None:
        return "nobody has the focus"
    if not window.isAncestorOf(now):
        return f"{now} lies outside"
    return "" if now.isVisible() and now.isEnabled() else f"{now} is not to be seen or used"


def forward(window: Window) -> None:
    """Without a screen a window is not always given the keyboard back by what closed over it."""
    wait_until(
        lambda: QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None,
        PATIENCE,
    )
    if QApplication.activeWindow() is not window:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)


def place_in_the_end(window: Window) -> str:
    """Where the keyboard comes to rest; a busy computer hands it over later than the window is told."""
    wait_until(lambda: not place(window), PATIENCE)
    return place(window)


def focus_in(widget: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and widget.isAncestorOf(now)


def buttons(within: QWidget) -> Iterator[tuple[str, QAbstractButton]]:
    for stop in stops(within):
        if isinstance(stop, QAbstractButton):
            yield f"{stop.property('role')} {stop.accessibleName() or stop.text()}", stop


@pytest.mark.parametrize("code", PAGES)
def test_a_key_told_beside_a_button_is_one_of_the_page(code: str, window: Window) -> None:
    frame = window.frame
    frame.show_page(code)
    page = frame.page
    bound = {command.keys for command in (*frame.everywhere, *page.commands())}
    told = {
        key
        for button in page.findChildren(QAbstractButton)
        for key in re.findall(r"\((Ctrl\+[^)]+)\)", button.toolTip())
    }
    assert not told - bound


@pytest.mark.parametrize("code", ["task", "issue"])
def test_a_list_is_exported_by_its_key(code: str, window: Window, answering: list[QWidget]) -> None:
    window.frame.show_page(code)
    page = window.frame.page
    assert page.of_register is not None
    wait_until(page.of_register.export_button.isEnabled, PATIENCE)
    asked: list[object] = []
    page.of_register.export_asked.connect(lambda *_: asked.append(page))
    page.arrive()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    window.frame.begin_adding()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 2, "from the quick-add line too"


@pytest.mark.parametrize("code", ["task", "issue"])
def test_a_list_is_exported_from_the_open_entry_too(
    code: str, window: Window, answering: list[QWidget]
) -> None:
    frame = window.frame
    frame.show_page(code)
    settled(window)
    page = frame.page.of_register
    assert page is not None
    asked: list[object] = []
    page.export_asked.connect(lambda *told: asked.append(told))
    page.export()
    page.arrive()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    settled(window)
    panel = frame.panel
    seen = {type(stop): stop for stop in stops(panel)}
    assert {TypingBox, QPushButton} <= seen.keys(), "a field and a button of what is open"
    for stop in seen.values():
        stop.setFocus()
        assert focus_in(panel) or QApplication.focusWidget() is panel
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        forward(window)
    assert asked == [asked[0]] * (1 + len(seen)), "what the list shows, from wherever in the panel"


@pytest.mark.parametrize("code", [*PAGES, "settings"])
def test_every_button_answers_enter_and_leaves_the_keyboard_somewhere(
    code: str, window: Window, answering: list[QWidget]
) -> None:
    sections = ["place", "lists", "letters", "looks", "ledger", "about"] if code == "settings" else [""]
    deaf, lost = [], {}
    for section in sections:
        pressed: set[str] = set()
        while len(pressed) < MOST:
            window.frame.close_panel()
            window.frame.show_page(code)
            page = window.frame.page
            if isinstance(page, SettingsPage):
                page.show_section(section)
            settle(window, 100)
            found = next((one for one in buttons(page) if one[0] not in pressed), None)
            if found is None:
                break
            name, button = found
            pressed.add(name)
            heard: list[str] = []
            button.clicked.connect(lambda _=False, heard=heard, name=name: heard.append(name))
            forward(window)
            button.setFocus()
            before = len(answering)
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
            wait(80)
            settle(window, 100)
            forward(window)
            unmoved = QApplication.focusWidget() is button
            if not heard and unmoved and len(answering) == before:
                deaf.append(name)
            if where := place_in_the_end(window):
                lost[name] = where
    assert deaf == []
    assert lost == {}


def test_an_empty_day_begins_with_enter(tmp_path: Path, qapp: QApplication) -> None:
    book = new_book(tmp_path / "empty.mingbai", "en")
    with opened_window(book, tmp_path / "window", Look("light", "en"), (1280, 800)) as window:
        QTest.qWaitForWindowActive(window)
        button = next(one for name, one in buttons(window.frame.page) if name.startswith("primary"))
        button.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        settle(window, 100)
        assert isinstance(QApplication.focusWidget(), QWidget)
        assert place_in_the_end(window) == ""
        assert QApplication.focusWidget() is not button


def test_marking_as_sent_with_keys_alone(window: Window) -> None:
    window.frame.show_page("report")
    page = window.frame.page
    assert isinstance(page, ReportPage)
    settle(window, 600)
    QTest.keyClick(
        window.windowHandle(),
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    settle(window, 500)
    assert page._frozen == [], "it asks first"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    settle(window, 500)
    assert len(page._frozen) == 1
    assert place_in_the_end(window) == ""
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_another_length_of_period_keeps_the_keyboard_at_the_periods(window: Window) -> None:
    window.frame.show_page("report")
    page = window.frame.page
    assert isinstance(page, ReportPage)
    settle(window, 400)
    page.periods.findChildren(QPushButton)[0].setFocus()
    page.periods.picked.emit(Quarter(2026, 4))
    settle(window, 400)
    assert focus_in(page.periods)


@pytest.mark.parametrize("how", ["hide", "disable", "delete", "take out", "disable the parent"])
def test_the_keyboard_goes_to_what_stands_nearest(how: str, window: Window) -> None:
    page = window.frame.page
    column = QVBoxLayout()
    box = QWidget(page)
    inner = QWidget(box)
    column.addWidget(inner)
    line, far, near = QLineEdit(box), QPushButton("far", box), QPushButton("near", box)
    for widget in (far, near, line):
        column.addWidget(widget)
    box.setLayout(column)
    gone = QPushButton("gone", inner)
    box.setGeometry(0, 0, 200, 200)
    inner.setGeometry(0, 0, 200, 40)
    gone.setGeometry(0, 0, 80, 30)
    box.show()
    box.raise_()
    near.setGeometry(0, 41, 80, 30)
    gone.setFocus()
    wait(20)
    match how:
        case "hide":
            gone.hide()
        case "disable":
            gone.setEnabled(False)
        case "delete":
            gone.deleteLater()
        case "take out":
            gone.setParent(None)
        case _:
            inner.setEnabled(False)
    wait(40)
    assert QApplication.focusWidget() in (near, far)


def test_what_goes_away_below_a_dialog_is_made_good_when_the_dialog_closes(window: Window) -> None:
    page = window.frame.page
    button = QPushButton("x", page)
    button.show()
    button.setFocus()
    wait(20)
    dialog = Dialog(window)
    dialog.open()
    QTest.qWaitForWindowActive(dialog)
    button.hide()
    dialog.done(0)
    dialog.deleteLater()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    wait(60)
    assert place_in_the_end(window) == ""
    assert focus_in(page)


def test_a_dialog_presses_the_button_with_the_focus(qtbot: QtBot, session: Session) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    usual, other, mark, line = QPushButton("usual"), QPushButton("other"), QCheckBox("mark"), QLineEdit()
    for widget in (usual, other, mark, line):
        column.addWidget(widget)
    other.setAutoDefault(False)
    usual.setDefault(True)
    pressed: list[str] = []
    usual.clicked.connect(lambda: pressed.append("usual"))
    other.clicked.connect(lambda: pressed.append("other"))
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for widget in (other, mark, line, usual):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert pressed == ["other", "usual", "usual", "usual"]
    assert not mark.isChecked()


def test_every_dialog_is_one_of_these() -> None:
    for file in sorted(Path(mingbai.__path__[0]).rglob("*.py")):
        if file.name == "pressing.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                assert "QDialog" not in [getattr(base, "id", "") for base in node.bases], file
