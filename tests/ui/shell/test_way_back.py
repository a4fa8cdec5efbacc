"""A ledger that can no longer be read: the newest whole backup is offered, and nothing is deleted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from tests.ui.waiting import settled

from mingbai.app import Program
from mingbai.desk.records import add
from mingbai.domain.issue import ISSUES
from mingbai.ledger import backups
from mingbai.ledger.backups import back_up, backup_folder
from mingbai.ledger.check import check
from mingbai.ledger.faults import Damaged
from mingbai.ledger.ledger import Ledger
from mingbai.ui.first_run.dialog import FirstRun
from mingbai.ui.look.look import Look
from mingbai.ui.look_choice import LookChoice, keep_choice
from mingbai.ui.memory import Memory
from mingbai.ui.runner import Progress
from mingbai.ui.shell import way_back
from mingbai.ui.shell.way_back import WayBack

ISSUE = {"title": "路灯不亮", "accepted_at": "2026-11-23 09:00"}
WRECKS: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda whole: whole[: len(whole) // 2],
    "zeros": lambda whole: bytes(len(whole)),
    "zeros from the middle on": lambda whole: whole[:8192] + bytes(len(whole) - 8192),
    "empty": lambda _: b"",
}


@pytest.fixture
def backed_up(ledger: Ledger, today: date) -> Path:
    """A closed ledger with two backups, of which the older holds one issue and the newer two."""
    for hour in (9, 10):
        add(ledger, ISSUES, ISSUE, today=today)
        back_up(ledger, backup_folder(ledger.path), now=datetime(2026, 11, 24, hour))
    ledger.close()
    return ledger.path


@pytest.fixture
def program(
    qapp: QApplication, today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    memory = Memory(tmp_path / "memory.ini")
    keep_choice(memory, LookChoice("light", "zh"))
    made = Program(qapp, memory, today=today)
    yield made
    if made.window is not None:
        settled(made.window)
        made.window.close()


def answering(press: Callable[[WayBack], object]) -> list[str]:
    """Does something to the dialog once it has found what there is, and keeps what it said."""
    said: list[str] = []
    timer = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WayBack) and not dialog.runner.busy:
            timer.deleteLater()
            said.append(dialog.text)
            press(dialog)

    timer.timeout.connect(look)
    timer.start(20)
    return said


def restoring(dialog: WayBack) -> None:
    QTest.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)


def issues_in(program: Program) -> int:
    assert program.window is not None
    return len(program.window.session.ledger.entries(ISSUES))


@pytest.mark.parametrize("wreck", WRECKS)
def test_the_newest_backup_takes_its_place_and_the_file_is_set_aside(
    program: Program, backed_up: Path, wreck: str
) -> None:
    wrecked = WRECKS[wreck](backed_up.read_bytes())
    backed_up.write_bytes(wrecked)
    said = answering(restoring)
    assert program.open_first([backed_up])
    assert [text.partition("。")[0] for text in said] == [
        "最近一份完好的备份做于2026年11月24日 10:00，2 条登记"
    ]
    assert issues_in(program) == 2
    assert program.window is not None
    assert check(program.window.session.ledger).findings == ()
    (aside,) = backed_up.parent.glob(f"{backed_up.stem}-set-aside-*.mingbai")
    assert aside.read_bytes() == wrecked


@pytest.mark.parametrize(("hour", "counted"), [(9, "1 entry"), (10, "2 entries")])
def test_what_a_backup_holds_is_counted_in_words(backed_up: Path, hour: int, counted: str, qtbot) -> None:
    for backup in backups.backups(backup_folder(backed_up)):
        if datetime.fromisoformat(backup.manifest.made_at).hour > hour:
            backup.path.unlink()
    dialog = WayBack(Look(language="en"), backed_up, Damaged("坏了", "Damaged"))
    qtbot.addWidget(dialog)
    settled(dialog.runner)
    assert f"({counted})" in dialog.text


def test_a_backup_that_is_damaged_too_is_passed_over(program: Program, backed_up: Path) -> None:
    newest = backups.backups(backup_folder(backed_up))[0].path
    newest.write_bytes(newest.read_bytes()[:-1])
    backed_up.write_bytes(b"")
    said = answering(restoring)
    assert program.open_first([backed_up])
    assert said[0].startswith("最近一份完好的备份做于2026年11月24日 09:00")
    assert issues_in(program) == 1


def test_who_does_not_restore_keeps_the_file_as_it_is(
    program: Program, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append(box.text()))
    backed_up.write_bytes(bytes(5000))
    answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert not program.open_first([backed_up])
    assert len(boxes) == 1
    assert backed_up.read_bytes() == bytes(5000)
    assert [path.name for path in backed_up.parent.glob("*.mingbai")] == [backed_up.name]


def test_no_whole_backup_is_said(program: Program, backed_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    for backup in backups.backups(backup_folder(backed_up)):
        backup.path.write_bytes(b"")
    backed_up.write_bytes(b"")
    said = answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert not program.open_first([backed_up])
    assert said[0].startswith(f"文件夹“{backup_folder(backed_up)}”里没有完好的备份")


def test_a_restore_after_which_nothing_can_be_opened_leads_on(
    program: Program, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.open_first([backed_up])
    window = program.window
    assert window is not None
    window._daily.stop()  # on a slow PC it would come in between
    settled(window)
    newest = backups.backups(backup_folder(backed_up))[0].path
    newest.write_bytes(newest.read_bytes()[:-1])
    close = window.session.close

    def wrecked_meanwhile() -> None:
        close()
        backed_up.write_bytes(backed_up.read_bytes()[:20_000])

    monkeypatch.setattr(window.session, "close", wrecked_meanwhile)
    said = answering(restoring)
    window.session.restore_asked.emit(newest)
    assert program.window is not window
    assert said[0].startswith("最近一份完好的备份做于2026年11月24日 09:00")
    assert issues_in(program) == 1
    assert not window.isVisible()


def test_a_ledger_without_backups_leads_to_the_choice_of_another(
    program: Program, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def shut(first: FirstRun) -> int:
        seen.append(first._steps[first.step].notice.text)
        return 0

    monkeypatch.setattr(FirstRun, "exec", shut)
    ledger.close()
    ledger.path.write_bytes(b"")
    assert not program.open(ledger.path, instead=program.begin)
    assert len(seen) == 1


def test_nobody_works_any_more_for_a_dialog_that_has_ended(
    qapp: QApplication, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What works for a dialog when that is deleted may wait for the window, and the window for it."""
    ended = Event()

    def looks_for_long(_: Path, told: Progress) -> None:
        try:
            for number in range(2000):
                told(number)
                sleep(0.01)
        finally:
            ended.set()

    monkeypatch.setattr(way_back, "newest_whole", looks_for_long)
    dialog = WayBack(Look(), backed_up, Damaged("坏了", "Damaged"))
    dialog.open()
    dialog.done(0)
    assert ended.is_set()
    dialog.deleteLater()
