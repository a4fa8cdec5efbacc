"""The window as a whole: what it opens with, its keys and its cover, what is there again after a restart."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from tests.ui.observing import tabbed
from tests.ui.shell.conftest import TASK, Opening, rows
from tests.ui.waiting import settled, until

from mingbai.desk.records import add
from mingbai.domain.task import TASKS
from mingbai.ledger.backups import backup_folder, backups
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.look_choice import LookChoice, kept_choice
from mingbai.ui.memory import Memory
from mingbai.ui.recent import recent_ledgers
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.keys import keys_told
from mingbai.ui.shell.rail_button import RailButton


def test_it_opens_with_what_is_open(opened: Opening) -> None:
    window = opened()
    settled(window)
    assert window.windowTitle() == "新湖社区 - 明白账"
    assert rows(window) == 1


@pytest.mark.parametrize(
    "kept",
    [
        {"geometry": "abc", "look": {"theme": ["dark"], "language": {}, "scale": "2"}},
        {"geometry": "\ud800长", "look": [], "recent": {"a": None}},
    ],
)
def test_a_memory_that_was_damaged_is_lost_without_harm(
    opened: Opening, tmp_path: Path, kept: dict[str, object]
) -> None:
    memory = Memory(tmp_path / "memory.ini")
    for name, value in kept.items():
        memory.keep(name, value)
    memory.write()
    assert kept_choice(memory) == LookChoice()
    assert recent_ledgers(memory) == []
    assert opened().isVisible()


def test_keys_go_to_the_page_as_soon_as_the_window_is_there_also_with_another_look(opened: Opening) -> None:
    window = opened()
    for language in ("zh", "en"):
        window.show_look(replace(window.session.look, language=language))
        window.frame.show_page("today")
        settled(window)
        window.show_look(replace(window.session.look, theme="dark"))
        settled(window)
        focus = window.focusWidget()
        assert window.frame.page.isAncestorOf(focus)


def test_ctrl_n_text_enter_records_an_assignment(opened: Opening) -> None:
    window = opened()
    settled(window)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    line = window.frame._lines[window.frame.page.code]
    line.write("周五前 报表 民政局 垃圾分类周报")
    line.submit()
    settled(window, 300)
    assert rows(window) == 2
    window.session.undo()
    settled(window, 300)
    assert rows(window) == 1


def test_ctrl_k_finds_a_page_by_its_initials_and_goes_there(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_commands()
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    field = bar.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "jmsq")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settled(window)
    assert window.frame.page.code == "issue"


def test_closing_backs_up_what_was_written_and_the_next_start_comes_back(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_page("issue")
    settled(window)
    line = window.frame._lines[window.frame.page.code]
    line.write("路灯不亮 小区西门")
    line.submit()
    settled(window)
    path = window.path
    window.close()
    # On a slow computer the copy of the day comes first.
    assert "close" in [one.manifest.why for one in backups(backup_folder(path))]
    again = opened()
    settled(again)
    assert again.frame.page.code == "issue"
    assert rows(again) == 1


def test_a_backup_that_cannot_be_made_is_told_and_the_window_closes(
    opened: Opening, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    window = opened()
    add(window.session.ledger, TASKS, {**TASK, "title": "另一件"}, today=today)
    settled(window)
    # A file stands where the folder of the backups would be made.
    folder = backup_folder(window.path)
    shutil.rmtree(folder, ignore_errors=True)
    folder.touch()
    window.close()
    assert not window.isVisible()
    assert len(told) == 1
    # It is really closed: another window may open it.
    with Ledger(window.path):
        pass


def test_a_backup_that_cannot_be_restored_is_told_and_the_ledger_stays_open(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.restore_backup(window.path.with_name("gone.mingbai"))
    settled(window)
    assert "gone.mingbai" in window.frame.status.text
    window.frame.show_page("task")
    settled(window)
    assert rows(window) == 1


def test_a_window_closed_before_its_daily_backup_asks_the_ledger_nothing_more(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.close()
    window._back_up_daily()  # its timer outlives the closing
    settled(window)


def test_the_cover_hides_everything_until_its_password_is_typed(opened: Opening) -> None:
    window = opened()
    settled(window)
    # Without a password one button is left, and Tab finds nothing beneath it.
    window.frame.lock()
    bare = window.frame.over.cover
    assert bare is not None
    bare._entered()
    assert [stop.name for stop in tabbed(bare).values()] == ["继续"]
    bare._entered()
    window.frame.lock()
    cover = window.frame.over.cover
    assert cover is not None
    field = cover.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.frame.over.locked
    assert (cover._wrong.text, field.property("tone")) == ("口令不对，再试一次", "error")
    QTest.keyClicks(field, "abc")
    assert (cover._wrong.text, field.property("tone")) == ("", "")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not window.frame.over.locked


def test_tab_reaches_nothing_under_a_cover_with_one_button(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.lock()
    cover = window.frame.over.cover
    assert cover is not None
    cover._entered()
    window.activateWindow()
    until(window.isActiveWindow)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(cover._button, key)
        assert QApplication.focusWidget() is cover._button


def test_the_command_bar_lies_inside_the_window_whatever_it_finds(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.resize(1000, 560)
    window.frame.show_commands()
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    for typed in ("", "zqzqzq", "月"):
        bar._field.setText(typed)
        settled(window, 250)
        foot = bar._box.geometry()
        assert bar.rect().contains(foot)
        assert foot.height() == bar._box.sizeHint().height()


def test_what_can_be_run_stands_before_what_cannot(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_commands()
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    usable = [bar._model.item(at).isEnabled() for at in range(1, 1 + len(bar._commands))]
    assert not all(usable)
    assert usable == sorted(usable, reverse=True)


def test_a_key_with_an_arrow_is_told_by_its_arrow(opened: Opening) -> None:
    window = opened()
    window.frame.show_page("report")
    told = [keys for keys, _ in keys_told(window.session.look, window.frame.page.commands())]
    assert {"Alt+←", "Alt+→"} <= {*told}
    assert not any("Left" in keys or "Right" in keys for keys in told)
    settled(window)


def test_a_folded_rail_still_shows_how_much_waits(qtbot) -> None:
    button = RailButton(Look(), "今日", "today")
    qtbot.addWidget(button)
    button.resize(40, 36)
    for folded in (False, True):
        button.fold(folded)
        button.count(0)
        without = button.grab().toImage()
        button.count(7)
        assert button.grab().toImage() != without
        # The word that is not seen is told.
        assert button.toolTip() == ("今日，7 件等着" if folded else "")
