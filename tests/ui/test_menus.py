"""Every menu of the program lies on the ground of the look, wherever it was opened from; none covers a screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import SampleBook, wear
from tests.ui.opening import opened_window
from tests.ui.waiting import settled

import mingbai
from mingbai.domain.words import Language
from mingbai.ui.look.look import Look
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.style import dress
from mingbai.ui.look.tokens import Theme
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.session import Session
from mingbai.ui.shell import stops
from mingbai.ui.shell.rail import Rail
from mingbai.ui.shell.ways import Ways
from mingbai.ui.shell.window import Window

PAGES = ("today", "task", "counter", "certificate", "issue", "review", "report", "collection", "settings")
LOW = 768
"""As high as the screens in the offices are, at least."""


def ground(widget: QWidget) -> QColor:
    """What is seen of a widget where nothing is written, inside its border."""
    widget.ensurePolished()
    widget.adjustSize()
    return widget.grab().toImage().pixelColor(QPoint(4, widget.height() // 2))


def menus(window: Window) -> Iterator[tuple[str, QMenu]]:
    """Each menu of each page, as it is opened."""
    frame = window.frame
    for code in PAGES:
        frame.show_page(code)
        settled(window, 400)
        for button in frame.findChildren(QPushButton):
            if button.menu() is not None and button.isVisible():
                yield f"{code}: {button.accessibleName() or button.text()}", button.menu()
        page = frame.page
        if isinstance(page, ReportPage):
            yield "report: sheets", page.tabs.menu()
        if isinstance(page, RegisterPage):
            yield f"{code}: columns", page.view.head.column_menu()
            yield f"{code}: rows", page.view.deeds.menu()
            yield f"{code}: prints", frame.prints.menu(page)
            entry = page.view.current()
            if entry is not None:
                window.session.open(entry)
                settled(window)
                yield f"{code}: panel", frame.panel.head.menu()
                frame.close_panel()
    yield "ledgers", frame.ledgers.menu()
    before = QApplication.topLevelWidgets()
    frame.ways.go("more")
    for menu in QApplication.topLevelWidgets():
        if isinstance(menu, QMenu) and menu not in before:
            yield "more registers", menu
            menu.close()


@pytest.mark.parametrize("theme", get_args(Theme))
def test_every_menu_lies_on_the_ground_of_the_look(
    qapp: QApplication, theme: Theme, sample_book: SampleBook, tmp_path: Path
) -> None:
    look = Look(theme, "zh")
    with opened_window(sample_book("zh"), tmp_path / "window", look, (1280, 720)) as window:
        wrong, high, seen = {}, {}, 0
        for name, menu in menus(window):
            seen += 1
            if (found := ground(menu)) != look.colour("raised"):
                wrong[name] = found.name(QColor.NameFormat.HexArgb)
            highest = max(one.sizeHint().height() for one in (menu, *menu.findChildren(QMenu)))
            if highest > (LOW * 2 // 3 if name.startswith(("report", "collection")) else LOW):
                high[name] = highest
    assert seen > 20
    assert wrong == {}
    assert high == {}


def test_what_lies_in_a_scrolling_part_gives_its_menu_no_ground(qapp: QApplication) -> None:
    look = Look()
    dress(qapp, look)
    area, inside, button = QScrollArea(), QWidget(), QPushButton("x")
    QVBoxLayout(inside).addWidget(button)
    area.setWidget(inside)
    area.show()
    for parent in (area, area.viewport(), inside, button):
        menu = Menu(look, parent)
        menu.addAction("x")
        assert ground(menu) == look.colour("raised"), parent
    assert area.viewport().grab().toImage().pixelColor(1, 1) != look.colour("surface")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_pictures_in_a_menu_grow_with_the_text(qapp: QApplication, scale: float) -> None:
    look = Look("light", "zh", scale)
    dress(qapp, look)
    menu = Menu(look)
    menu.ensurePolished()
    assert menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu) == look.px(16)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_registers_stand_on_a_low_screen_at_the_largest_text(
    session: Session, qtbot: QtBot, language: Language
) -> None:
    wear(session, Look("light", language, 2.0))
    rail = Rail(session.look, "", "", stops.FIRST, stops.BELOW)
    qtbot.addWidget(rail)
    Ways(session, rail, {}).go(stops.MORE)
    (menu,) = rail.findChildren(Menu)
    assert len(menu.actions()) > len(stops.REST)
    assert menu.sizeHint().height() < LOW
    menu.close()


def test_no_menu_is_made_any_other_way() -> None:
    for file in sorted(Path(mingbai.__path__[0]).rglob("*.py")):
        made = {
            node.func.id
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "QMenu" not in made, file
