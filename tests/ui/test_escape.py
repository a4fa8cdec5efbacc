"""Esc closes what was opened last and nothing else, gives the focus back, and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records
from mingbai.desk.live_flags import refresh
from mingbai.desk.watch import Watch
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry
from mingbai.ui.pages.counter import CounterPage
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.panel.adding import AddDialog
from mingbai.ui.session import Session
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.frame import Frame

TYPED = "zq1"


@pytest.fixture
def frame(session: Session, qtbot: QtBot, today: date) -> Frame:
    task = {"received_on": "2026-11-23", "department": "民政局", "title": "转发投票截图"}
    entry = records.add(session.ledger, TASKS, task, today=today)
    refresh(session.ledger, Watch(session.ledger, today), [entry], today=today)
    issue = {"accepted_at": "2026-11-23 9:00", "title": "路灯不亮", "channel": "电话"}
    records.add(session.ledger, ISSUES, issue, today=today)
    made = Frame(session, {"page": "task"})
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made, timeout=PATIENCE_MS):
        made.show()
        made.activateWindow()
    rest(made)
    return made


def rest(frame: Frame) -> None:
    settled(frame)
    if QApplication.activeWindow() is None:
        # Without a screen the last window that closes takes the focus with it.
        frame.activateWindow()
        settled(frame)


def rows(frame: Frame, code: str) -> RegisterPage:
    frame.show_page(code)
    page = frame.page.of_register
    assert page is not None
    return page


def first(frame: Frame, code: str) -> Entry:
    register = TASKS if code == "task" else ISSUES
    return frame.session.ledger.entries(register)[0]


@dataclass(frozen=True)
class Place:
    """Somewhere one types."""

    name: str
    page: str
    open: Callable[[Frame], QWidget]
    """Opens it and gives what is typed into."""
    back: Callable[[Frame], QWidget]
    """What has the focus afterwards."""
    text: Callable[[QWidget], str] = field(default=lambda box: str(box.property("text") or ""))
    presses: int = 1
    kept: bool = True
    """What was typed stands there when it is opened again."""
    panel: bool = False
    """The panel stays open."""


def plain(box: QWidget) -> str:
    return str(box.property("plainText"))


def view(frame: Frame) -> QWidget:
    page = frame.page.of_register
    assert page is not None
    return page.view


def opened(frame: Frame, code: str) -> None:
    frame.session.open(first(frame, code))


def quick_line(frame: Frame) -> QWidget:
    frame.begin_adding()
    line = frame.line
    assert line is not None
    line.line.moveCursor(line.line.textCursor().MoveOperation.End)
    return line.line


def search(frame: Frame) -> QWidget:
    frame.begin_search()
    page = frame.page.of_register
    assert page is not None
    return page.search


def typed_filter(frame: Frame) -> QWidget:
    page = frame.page.of_register
    assert page is not None
    page.type_filter()
    return page.filter_line.line


def panel_field(frame: Frame) -> QWidget:
    opened(frame, "task")
    box = dict(frame.panel._editors())["title"].box
    box.setFocus()
    return box


def note(frame: Frame) -> QWidget:
    opened(frame, "issue")
    frame.panel.note.setFocus()
    return frame.panel.note.box


def reason(frame: Frame) -> QWidget:
    opened(frame, "task")
    frame.panel.begin_flagging()
    return frame.panel.flagging.line.box


def rule_words(frame: Frame) -> QWidget:
    opened(frame, "task")
    flag = next(one for one in frame.panel.flags.flags if one.entry.stored["family"] == "forbidden_ask")
    frame.panel.flags.set_aside.emit(flag)
    return frame.panel.answers.correcting.line.box


def form(frame: Frame) -> QWidget:
    page = rows(frame, "department")
    page.begin_adding()
    dialog = frame.window().findChildren(AddDialog)[-1]
    return dialog.form.rows["name"].editor.box


def commands(frame: Frame) -> QWidget:
    frame.show_commands()
    return frame.findChildren(CommandBar)[-1]._field


PLACES = (
    Place("quick line", "task", quick_line, view, plain, presses=2),
    Place("search", "task", search, view, presses=2, kept=False),
    Place("typed filter", "task", typed_filter, view),
    Place("panel field", "task", panel_field, view, plain, presses=2, kept=False),
    Place("note", "issue", note, view, plain),
    Place("why it is flagged", "task", reason, view, plain, panel=True),
    Place("words of a rule", "task", rule_words, view, plain, panel=True),
    Place("form", "department", form, view, plain),
    Place("commands", "task", commands, view, kept=False),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_esc_closes_it_gives_the_focus_back_and_loses_nothing(place: Place, frame: Frame) -> None:
    frame.show_page(place.page)
    rest(frame)
    rows(frame, place.page).view.setFocus()
    box = place.open(frame)
    until(box.hasFocus)
    before = place.text(box)
    QTest.keyClicks(box, TYPED)
    rest(frame)
    typed = place.text(box)
    assert TYPED in typed
    for _ in range(place.presses):
        assert box.hasFocus(), "one thing at a time"
        QTest.keyClick(box, Qt.Key.Key_Escape)
        rest(frame)
    assert place.back(frame).hasFocus()
    assert frame.panel_open is place.panel
    again = place.open(frame)
    rest(frame)
    assert place.text(again) == (typed if place.kept else before)


def test_a_note_half_typed_outlives_a_look_at_another_entry(frame: Frame, today: date) -> None:
    frame.show_page("issue")
    box = note(frame)
    QTest.keyClicks(box, TYPED)
    settled(frame, 300)
    opened(frame, "task")
    rest(frame)
    assert plain(box) == ""
    opened(frame, "issue")
    assert plain(box) == TYPED


def test_what_a_field_was_changed_to_is_brought_back_by_undoing_there(frame: Frame) -> None:
    box = panel_field(frame)
    rest(frame)
    QTest.keyClicks(box, TYPED)
    typed = plain(box)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert plain(box) == "转发投票截图"
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert plain(box) == typed
    QTest.keyClick(box, Qt.Key.Key_Return)
    rest(frame)
    assert first(frame, "task").stored["title"] == typed


def test_from_the_list_it_closes_the_panel_first_and_then_what_the_page_shows(frame: Frame) -> None:
    page = rows(frame, "task")
    page.show_bin(True)
    rest(frame)
    page.view.setFocus()
    opened(frame, "issue")
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not frame.panel_open
    assert page.bin_strip.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.bin_strip.isHidden()


def test_at_the_counter_what_it_clears_is_brought_back_by_undoing(frame: Frame) -> None:
    frame.show_page("counter")
    rest(frame)
    page = frame.page
    assert isinstance(page, CounterPage)
    page.line.write("亲属关系证明")
    page.note.fields["phone"].setText("13800000042")
    QTest.keyClick(page.note.fields["phone"], Qt.Key.Key_Escape)
    assert (page.line.text(), page.note.fields["phone"].text()) == ("", "")
    assert page.line.hasFocus()
    frame.session.undo()
    assert (page.line.text(), page.note.fields["phone"].text()) == ("亲属关系证明", "13800000042")


def test_on_the_report_it_takes_the_question_back_and_leaves_what_was_compared(frame: Frame) -> None:
    frame.show_page("report")
    page = frame.page
    assert isinstance(page, ReportPage)
    until(lambda: page._overview is not None)
    page.sending.ask()
    page.sending.receiver.setFocus()
    QTest.keyClicks(page.sending.receiver, TYPED)
    QTest.keyClick(page.sending.receiver, Qt.Key.Key_Escape)
    assert not page.sending.asking
    assert page.sending.receiver.text().endswith(TYPED)
    assert page.sending.send.hasFocus()
    page.compare_with(page.period.previous)
    until(lambda: page._two is not None)
    page.paper.setFocus()
    QTest.keyClick(page.paper, Qt.Key.Key_Escape)
    until(lambda: page._overview is not None)
    assert page._two is None
