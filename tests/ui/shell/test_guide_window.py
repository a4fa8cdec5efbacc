"""The guide is read inside the program: a page for where one is, links to the others, nothing leads out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import until

from mingbai import resources
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language, Words
from mingbai.ui.command import Command
from mingbai.ui.look.look import Look
from mingbai.ui.shell import guide, keys, shortcuts
from mingbai.ui.shell.guide import ABOUT, GuideWindow
from mingbai.ui.shell.keys import KeysPage
from mingbai.ui.shell.stops import PAGES
from mingbai.ui.whole_scroll import WholeScroll


@pytest.fixture
def beneath(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


def shown(window: GuideWindow) -> str:
    return Path(window.text.source().toLocalFile()).name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_that_is_told_of_is_there(beneath: QWidget, language: Language) -> None:
    assert set(ABOUT) <= {*PAGES, *REGISTERS}
    window = GuideWindow(Look(language=language), beneath)
    for name in {*ABOUT.values()}:
        window.show_page(name)
        assert shown(window) == f"{name}.md"
    window.show_page("no such page")
    assert shown(window) == "README.md"
    tables = [one for one in window.text.document().rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert tables


def test_links_lead_to_other_pages_and_back_and_to_nothing_else(beneath: QWidget) -> None:
    window = GuideWindow(Look(), beneath)
    window.show_page("README")
    assert not window.back.isEnabled()
    window.text.anchorClicked.emit(QUrl("today.md"))
    assert shown(window) == "today.md"
    window.back.click()
    assert shown(window) == "README.md"
    window.text.anchorClicked.emit(QUrl("../en/README.md"))
    assert window.text.toPlainText().startswith("The guide")
    for out in ("https://example.org/", "../../../README.md", "nothing.md", "/etc/passwd"):
        before = window.text.source()
        window.text.anchorClicked.emit(QUrl(out))
        assert window.text.source() == before, out


def test_pictures_are_no_wider_than_the_text_and_follow_the_window(beneath: QWidget) -> None:
    window = GuideWindow(Look(), beneath)
    window.show_page("assignments")
    window.show()
    text, bar = window.text, window.text.verticalScrollBar()

    def wide() -> bool:
        return text.document().idealWidth() <= text.viewport().width()

    until(wide)
    assert bar.value() == 0
    window.resize(window.width() // 2, window.height())
    assert not wide()
    bar.setValue(bar.maximum() * 9 // 10)
    first = text.cursorForPosition(QPoint(0, 0)).blockNumber()
    until(wide)
    assert shown(window) == "assignments.md"
    assert first > 3, "somewhere below the picture"
    assert abs(text.cursorForPosition(QPoint(0, 0)).blockNumber() - first) <= 1


def test_where_the_guide_was_not_installed_nothing_offers_it(
    beneath: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def links() -> list[str]:
        page = KeysPage(Look(), (), (), beneath)
        return [button.text() for button in page.findChildren(QPushButton)]

    assert links() == ["使用说明"]
    for module in (resources, shortcuts, keys, guide):
        monkeypatch.setattr(module, "guide_folder", lambda: None)
    assert links() == []
    GuideWindow(Look(), beneath).show_page("today")


def test_beside_a_long_group_of_keys_the_others_leave_no_hole(beneath: QWidget) -> None:
    long = [Command(f"{n}", Words("键", "key"), lambda: None, f"Alt+{n}") for n in range(9)]
    page = KeysPage(Look(), long, long[:2], beneath)
    page.show()
    groups = [one for one in page.findChildren(QLabel) if one.property("role") == "group"]
    tops = {one.text(): card.geometry() for one in groups if (card := one.parentWidget()) is not None}
    everywhere, here = tops["到处都能用"], tops["在这一页"]
    lists = tops["在列表里"]
    assert lists.left() == here.left() > everywhere.left()
    assert 0 < lists.top() - here.bottom() < 30


def test_the_keys_stand_under_heads_and_end_after_a_whole_line(beneath: QWidget) -> None:
    beneath.resize(700, 330)
    page = KeysPage(Look(scale=1.5), (), (), beneath)
    page.show()
    labels = page.findChildren(QLabel)
    assert [one.text() for one in labels if one.property("role") == "group"] == ["在列表里", "在栏目里"]
    scroll = page.findChild(WholeScroll)
    assert scroll is not None
    assert page.focusWidget() is scroll
    bar = scroll.verticalScrollBar()
    until(lambda: bool(scroll._lines))
    QTest.keyClick(scroll, Qt.Key.Key_Down)
    assert bar.value() > 0
    QTest.keyClick(scroll, Qt.Key.Key_End)
    assert 0 < bar.maximum() == bar.value()
    QTest.keyClick(scroll, Qt.Key.Key_Home)
    assert bar.value() == 0
    for value in (0, bar.maximum() // 2):
        bar.setValue(value)
        end = scroll.viewport().height()
        for one in (one for one in labels if scroll.isAncestorOf(one)):
            top = one.mapTo(scroll.viewport(), QPoint()).y()
            assert not top < end < top + one.height(), (value, one.text())


def test_pictures_and_headings_stand_apart_from_the_text(beneath: QWidget) -> None:
    window = GuideWindow(Look(), beneath)
    window.show_page("assignments")
    block, pictures, headings = window.text.document().begin(), 0, 0
    while block.isValid():
        shape = block.blockFormat()
        if "\ufffc" in block.text():
            pictures += 1
            assert shape.topMargin() >= 8
            assert shape.bottomMargin() >= 8
        if shape.headingLevel() > 1:
            headings += 1
            assert shape.topMargin() > shape.bottomMargin() > 0
        block = block.next()
    assert pictures
    assert headings > 2


def test_a_picture_is_framed_and_does_not_glare_in_the_dark(beneath: QWidget) -> None:
    seen = {}
    for theme in ("light", "dark"):
        window = GuideWindow(Look(theme), beneath)
        window.show_page("assignments")
        kind = QTextDocument.ResourceType.ImageResource.value
        picture = window.text.loadResource(kind, QUrl("../pictures/zh/task.png"))
        assert isinstance(picture, QImage)
        assert picture.pixelColor(0, 0).alpha() < 255, "its corners are round"
        seen[theme] = picture.pixelColor(picture.rect().center()).lightness()
    assert 0.8 * seen["light"] <= seen["dark"] < seen["light"]
