"""Going from one ledger to another: by Ctrl+K, by the menu, and back when it cannot be opened."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from errno import EACCES, ENOSPC
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox
from tests.ui.conftest import SampleBook
from tests.ui.waiting import PATIENCE_SECONDS, settled, until

from mingbai.app import Program, _line, _path
from mingbai.desk.places import new_ledger
from mingbai.domain.words import Fault
from mingbai.ledger.ledger import Ledger
from mingbai.ui.first_run.dialog import FirstRun
from mingbai.ui.first_run.steps import Start
from mingbai.ui.look_choice import LookChoice, keep_choice
from mingbai.ui.memory import Memory
from mingbai.ui.recent import keep_recent, recent_ledgers
from mingbai.ui.shell.trouble import NO_REPORT, BugDialog
from mingbai.ui.shell.window import Window


@pytest.fixture
def other(tmp_path: Path, today: date) -> Path:
    path = tmp_path / "清河.mingbai"
    new_ledger(path, {"name": "清河社区", "residents": 100}, today=today).close()
    return path


@pytest.fixture
def program(
    qapp: QApplication, ledger: Ledger, today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program with the made-up community's ledger open."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    ledger.close()
    memory = Memory(tmp_path / "memory.ini")
    keep_choice(memory, LookChoice("light", "zh"))
    made = Program(qapp, memory, today=today)
    assert made.open_first([ledger.path])
    settled(window_of(made))
    yield made
    window_of(made).close()


LATE_LINE = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer

app = QCoreApplication()
server = QLocalServer()
server.newConnection.connect(app.quit)
assert server.listen(sys.argv[1])
sys.exit(app.exec())
"""
"""Can be called only after a while, as the line of a window that is starting."""


def window_of(program: Program) -> Window:
    assert program.window is not None
    return program.window


def test_recent_ledgers_are_commands_and_opening_one_leaves_the_other(
    program: Program, other: Path, ledger: Ledger
) -> None:
    old = window_of(program)
    keep_recent(old.session.memory, other)
    keep_recent(old.session.memory, other.with_name("gone.mingbai"))
    (command,) = old.frame.ledgers.commands()
    assert command.words.zh == "打开账本：清河"
    command.run()
    now = window_of(program)
    assert now is not old
    assert now.windowTitle() == "清河社区 - 明白账"
    assert not old.isVisible()
    settled(now)
    held = now.focusWidget()
    assert held is not None
    assert now.frame.page.isAncestorOf(held), "the next key finds the page"
    # The one that was left is free for others.
    with Ledger(ledger.path):
        pass
    assert [path.name for path in recent_ledgers(now.session.memory)] == ["清河.mingbai", "新湖.mingbai"]


def test_the_sample_opened_later_asks_nothing(
    program: Program, sample_book: SampleBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, steps = shutil.copy(sample_book("zh"), tmp_path / "sample.mingbai"), list[int]()

    def take(first: FirstRun) -> None:
        steps.append(first.step)
        first._end(Path(book))

    monkeypatch.setattr(FirstRun, "take_sample", take)
    for expected in (True, False):
        now = window_of(program)
        (command,) = [one for one in now.frame.everywhere if one.code == "sample"]
        command.run()
        assert (window_of(program) is not now) is expected, "the one that is open stays as it is"
        settled(window_of(program))
    assert steps == [0, 0]
    assert window_of(program).path == Path(book)


def test_the_menu_offers_recent_ones_a_file_and_a_new_one(
    program: Program, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of(program)
    keep_recent(window.session.memory, other)
    menu = window.frame.ledgers.menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["清河", "选一个账本文件", "新建账本"]
    menu.deleteLater()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    window.frame.ledgers.choose()
    new = window_of(program)
    assert new.path == other
    settled(new)
    focus = QApplication.focusWidget()
    assert new.isActiveWindow()
    assert focus is not None
    assert new.isAncestorOf(focus)


def test_one_that_cannot_be_opened_leaves_this_one_open(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    foreign = tmp_path / "foreign.mingbai"
    foreign.write_text("no ledger", encoding="utf-8")
    old = window_of(program)
    old.session.ledger_asked.emit(foreign)
    assert window_of(program) is old
    assert old.isVisible()
    assert len(told) == 1


@pytest.mark.parametrize("made", [False, True])
def test_a_ledger_that_is_gone_or_a_folder_is_called_so(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: bool
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    path = tmp_path / "no.mingbai"
    if made:
        path.mkdir()
    assert not program.open(path)
    assert [text[:5] for text in told] == ["找不到账本"]


def test_a_window_that_is_starting_still_is_waited_for_and_raised(
    program: Program, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    # The window's own line is cut; what answers is one that comes up late.
    until(lambda: program._server is not None)
    assert isinstance(program._server, QLocalServer)
    program._server.close()
    late = subprocess.Popen([sys.executable, "-c", LATE_LINE, _line(ledger.path)])
    try:
        assert not program.open(ledger.path)
        assert told == []
        assert late.wait(PATIENCE_SECONDS) == 0
    finally:
        late.kill()
        late.wait()


def test_a_last_ledger_that_is_damaged_leads_to_the_first_run_which_says_so(
    program: Program, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def chosen(first: FirstRun) -> bool:
        assert first.answers.start is Start.OPEN
        said.append(first._steps[first.step].notice.text)
        first.path = other
        return True

    monkeypatch.setattr(FirstRun, "exec", chosen)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    damaged = other.with_name("坏.mingbai")
    damaged.write_bytes(other.read_bytes()[:5000])
    memory = window_of(program).session.memory
    keep_recent(memory, damaged)
    assert program.open_first([])
    assert [text.partition("。")[0] for text in said] == ["账本“坏.mingbai”已损坏"]
    assert window_of(program).path == other
    settled(window_of(program))


def test_a_fault_of_the_world_met_by_a_slot_is_one_sentence_and_no_bug(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs: list[str] = []
    monkeypatch.setattr(BugDialog, "exec", lambda box: dialogs.append(box.windowTitle()))
    window = window_of(program)
    fault = Fault("磁盘已满", "The disk is full")
    program.own_up(fault)
    assert window.frame.status.text == "磁盘已满"
    assert dialogs == []
    program.own_up(KeyError("a bug"))
    assert len(dialogs) == 1


def test_a_bug_is_owned_up_to_where_no_report_can_be_saved(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(ENOSPC, "no space")

    shown: list[list[str]] = []
    monkeypatch.setattr(tempfile, "mkstemp", full)
    monkeypatch.setattr(
        BugDialog, "exec", lambda box: shown.append([label.text() for label in box.findChildren(QLabel)])
    )
    program.own_up(KeyError("a bug"))
    assert shown
    assert NO_REPORT.zh in shown[0]


def test_ledgers_in_a_place_that_gives_no_answer_are_passed_over(
    program: Program, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(path: Path) -> bool:
        if path == other:
            raise PermissionError(EACCES, "may not be read")
        return there(path)

    there = Path.is_file
    memory = window_of(program).session.memory
    keep_recent(memory, other)
    monkeypatch.setattr(Path, "is_file", asked)
    assert [path.name for path in recent_ledgers(memory)] == ["新湖.mingbai"]


@pytest.mark.parametrize("page", ["task", "import"])
def test_a_dropped_ledger_is_offered_for_opening_and_never_imported(
    program: Program, other: Path, page: str
) -> None:
    window = window_of(program)
    window.frame.show_page(page)
    settled(window)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(other))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, files, left, none)
    over.ignore()
    window.frame.page.dragEnterEvent(over)
    assert not over.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, files, left, none))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "“清河”是一个账本。要打开它吗？现在这本“新湖”已保存，会关上。"
    assert window.frame.page.code == page
    yes = box.defaultButton()
    assert yes is not None
    yes.click()
    until(lambda: window_of(program).path == other)
    settled(window_of(program))


@pytest.mark.parametrize(
    ("word", "system", "path"),
    [
        ("file:///C:/%E8%B4%A6%20%E6%9C%AC/x.mingbai", "win32", "C:/账 本/x.mingbai"),
        ("file://localhost/C:/x.mingbai", "win32", "C:/x.mingbai"),
        ("file://pc/share/x.mingbai", "win32", "//pc/share/x.mingbai"),
        (r"C:\账本\x.mingbai", "win32", r"C:\账本\x.mingbai"),
        ("file:///srv/%E8%B4%A6/x%231.mingbai", "linux", "/srv/账/x#1.mingbai"),
        ("账本.mingbai", "linux", "账本.mingbai"),
    ],
)
def test_a_file_is_named_as_each_system_names_it(word: str, system: str, path: str) -> None:
    assert _path(word, system) == Path(path)
