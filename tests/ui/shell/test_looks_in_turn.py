"""The window after several looks in turn: what was built for a former one hears, holds and does nothing more."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from tests.ui.shell.conftest import Opening
from tests.ui.typed import TABLES
from tests.ui.waiting import settled

from mingbai.domain.words import Language
from mingbai.ui.command import Command
from mingbai.ui.look.look import Look
from mingbai.ui.look.tokens import Theme
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.window import Window

WALKED = ("today", "task", "review", "report", "issue", "settings")
THEMES: dict[Theme, Theme] = {"dark": "light", "light": "dark"}
LANGUAGES: dict[Language, Language] = {"zh": "en", "en": "zh"}


def through_looks(window: Window, times: int) -> None:
    """So many times another theme and language, every part of the window built in each."""
    for _ in range(times):
        look = window.session.look
        window.show_look(replace(look, theme=THEMES[look.theme], language=LANGUAGES[look.language]))
        build_all(window)


def build_all(window: Window) -> None:
    """Builds what is only built when it is asked for."""
    frame = window.frame
    for code in WALKED:
        frame.show_page(code)
        settled(window)
    window.session.open(window.session.ledger.numbered("2026-A-0001"))
    settled(window)
    assert all((frame.files, frame.bringing, frame.ledgers, frame.prints))
    frame.close_panel()
    frame.show_page("task")


def heard(window: Window) -> dict[str, int]:
    """How many listen to each signal of what stays when the content is built anew."""
    session, app = window.session, QApplication.instance()
    assert app is not None
    staying: tuple[QObject, ...] = (
        *(window, session, session.runner, app),
        *(QGuiApplication.styleHints(), QApplication.clipboard()),
    )
    found = {}
    for one in staying:
        meta = one.metaObject()
        for at in range(meta.methodCount()):
            method = meta.method(at)
            if method.methodType() is QMetaMethod.MethodType.Signal:
                signature = bytes(method.methodSignature().data()).decode()
                found[f"{meta.className()}.{signature}"] = one.receivers(f"2{signature}")
    return found


def all_gone() -> None:
    """What nobody holds any more is collected, as the window does when it has time."""
    for _ in range(2):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_former_look_is_neither_told_anything_nor_held(opened: Opening) -> None:
    window = opened()
    build_all(window)
    all_gone()
    before, widgets, former = heard(window), len(QApplication.allWidgets()), []
    for _ in range(2):
        former.append(weakref.ref(window.frame))
        through_looks(window, 1)
        all_gone()
    assert heard(window) == before
    assert [frame() for frame in former] == [None, None]
    assert len(QApplication.allWidgets()) == widgets


@pytest.fixture
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whatever is asked in a window of its own is left unanswered; the titles of what was asked."""
    QApplication.clipboard().setText("")
    asked: list[str] = []

    def none(_: object, title: str, *_more: object) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, none)
    for dialog in (QDialog, QPrintDialog):
        monkeypatch.setattr(dialog, "exec", lambda _: 0)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    return asked


def test_import_asks_once_however_many_looks_there_were(opened: Opening, nothing_chosen: list[str]) -> None:
    window = opened()
    through_looks(window, 2)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    page.begin_import()
    assert nothing_chosen == ["选择表格文件"]


def commands(window: Window, *, everywhere: bool) -> Iterator[Command]:
    """All that the command bar offers here, another look aside."""
    frame = window.frame
    yield from frame.page.commands()
    if everywhere:
        yield from frame.panel.commands() if frame.panel_open else ()
        yield from (one for one in frame.everywhere if not one.code.startswith("look."))
        yield from frame.ledgers.commands()


def put_away(window: Window) -> None:
    """Closes whatever was opened over the window, and takes the cover off it."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.close()
    if window.frame.over.locked:
        window.frame.over._uncover()


def test_every_command_still_runs_after_several_looks(opened: Opening, nothing_chosen: list[str]) -> None:
    """What a slot raises fails the test."""
    window = opened()
    through_looks(window, 2)
    ran = set()
    for code in WALKED:
        window.frame.show_page(code)
        if code == "task":
            window.session.open(window.session.ledger.numbered("2026-A-0001"))
        settled(window)
        for name in [one.code for one in commands(window, everywhere=code == "task")]:
            window.frame.show_page(code)
            again = commands(window, everywhere=code == "task")
            command = next((one for one in again if one.code == name), None)
            if command is not None and command.can_run():
                command.run()
                settled(window)
                put_away(window)
                ran.add(name)
    assert {"add", "paste", "commands", "undo", "lock", "keys", "settings", "bin", "open"} <= ran


def test_what_is_dropped_and_backed_up_still_works_after_several_looks(
    opened: Opening, tmp_path: Path
) -> None:
    window = opened()
    through_looks(window, 2)
    table = tmp_path / "hotline.csv"
    table.write_text(TABLES["zh"], "utf-8")
    window.frame.show_page("issue")
    window.frame.drop([table], QPoint(400, 400))
    settled(window)
    window.frame.show_page("import")
    settled(window, 300)
    assert window.frame.show_import().isVisible()
    window.frame.drop([window.path])
    window.session.look_asked.emit(replace(window.session.look, theme="dark"))
    settled(window)
    window._back_up_daily()
    settled(window)


@pytest.mark.parametrize(("language", "typed"), [("en", "chinese"), ("zh", "英文")])
def test_a_language_is_chosen_by_its_name_and_a_half_typed_line_stays(
    opened: Opening, language: Literal["zh", "en"], typed: str
) -> None:
    window = opened(Look(language=language))
    settled(window)
    assert window.frame.line is not None
    window.frame.line.write("half 写了一半")
    window.frame.over.show_commands(typed)
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    QTest.keyClick(bar._field, Qt.Key.Key_Return)
    settled(window)
    assert window.session.look.language == LANGUAGES[language]
    assert window.frame.line is not None
    assert window.frame.line.text() == "half 写了一半"
