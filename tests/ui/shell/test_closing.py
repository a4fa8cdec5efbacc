"""Closing the window at once, or choosing another look, loses nothing that was typed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from tests.ui.waiting import PATIENCE_MS, PATIENCE_SECONDS, settled, until

from mingbai.desk.attachments import attachments
from mingbai.desk.opened_copies import PREFIX
from mingbai.desk.records import add
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.ledger.backups import Backup, back_up, backup_folder, backups
from mingbai.ledger.check import check
from mingbai.ledger.contents import content_pieces
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.runner import Progress
from mingbai.ui.shell import copying
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
        made._daily.stop()  # on a slow PC it would come in between
        made.resize(1280, 800)
        with qtbot.waitExposed(made, timeout=PATIENCE_MS):
            made.show()
        made.frame.show_page("issue")
        settled(made)
        page = made.frame.page
        assert isinstance(page, RegisterPage)
        made.session.open(page.view.rows.rows[0].entry)
        made.activateWindow()
        until(made.isActiveWindow)
        settled(made)
        return made

    yield open_window
    assert bugs == []


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
    settled(window, 400)
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
    window.show_look(replace(window.session.look, theme="dark"))
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


def test_the_window_goes_on_painting_while_the_last_copy_is_made(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    typed_into(window)
    beaten = Event()
    found: list[bool] = []

    def slow(ledger: Ledger, folder: Path, *, why: str, progress: Progress) -> Backup:
        QTimer.singleShot(0, window, beaten.set)
        found.append(beaten.wait(PATIENCE_SECONDS))
        return back_up(ledger, folder, why=why, progress=progress)

    monkeypatch.setattr("mingbai.ui.shell.copying.back_up", slow)
    assert window.close()
    assert found == [True]
    assert len(backups(backup_folder(window.path))) == 1


def test_who_does_not_wait_for_the_copy_gets_it_with_the_next_opening(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    typed_into(window)
    seen: list[str] = []
    stopped: list[bool] = []

    def slow(ledger: Ledger, folder: Path, *, why: str, progress: Progress) -> Backup:
        for _ in range(1000):
            progress(1, 2)
            time.sleep(0.01)
        return back_up(ledger, folder, why=why, progress=progress)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, window, leave)
            return
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
            QTest.keyClick(QApplication.focusWidget() or dialog, key)
        running = window.session.runner.jobs
        stopped.extend(job.progress.stopping for job in running)
        QTest.mouseClick(dialog.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)

    with monkeypatch.context() as patched:
        patched.setattr("mingbai.ui.shell.copying.back_up", slow)
        QTimer.singleShot(50, window, leave)
        assert window.close()
    assert seen == [copying.SAVED_ALREADY.zh]
    assert stopped == [False]
    folder = backup_folder(window.path)
    assert backups(folder) == []
    for _ in range(2):
        # The first opening finds that one is due, the second that none is.
        again = opened()
        copying.back_up_daily(again.session)
        settled(again)
        assert [one.manifest.why for one in backups(folder)] == ["day"]
        again.close()


def test_a_running_job_is_shown_under_the_new_look_too(opened: Opening) -> None:
    window = opened()
    go_on = Event()
    stopped: list[bool] = []

    def work(progress: Progress) -> None:
        while not go_on.wait(0.01):
            progress(1, 4)

    window.session.runner.job("long work", work, stopped=lambda: stopped.append(True))
    window.show_look(replace(window.session.look, theme="dark"))
    line = window.frame.status._job
    try:
        until(lambda: line.isVisible() and line._bar.maximum())
        assert line._label.text() == "long work"
        assert line._bar.maximum() == 4
        QTest.mouseClick(line._stop, Qt.MouseButton.LeftButton)
        settled(window)
    finally:
        go_on.set()
    assert stopped == [True]
    assert not line.isVisible()
    window.close()


def test_copies_that_a_dead_program_left_are_removed_soon_after_the_start(
    opened: Opening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    (left / "a.pdf").write_bytes(b"a resident's paper")
    os.utime(left, (1, 1))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    window = opened()
    assert left.exists()
    copying.back_up_daily(window.session)
    settled(window)
    assert not left.exists()
    window.close()


def test_closing_waits_for_a_file_that_is_being_attached(
    opened: Opening, today: date, tmp_path: Path
) -> None:
    window = opened()
    session = window.session
    entry = session.ledger.entries(ISSUES)[0]
    session.open(entry)
    settled(window)
    path = tmp_path / "large.pdf"
    path.write_bytes(bytes(range(256)) * 40_000)
    window.frame.panel.take_files([path])
    ledger = session.ledger.path
    window.close()
    with Ledger(ledger) as again:
        (one,) = attachments(again, entry)
        assert b"".join(content_pieces(again, str(one.stored["sha256"]))) == path.read_bytes()
        assert check(again).findings == ()
