"""Lists and the bin have no quick-add line: what is typed there would become an assignment."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk import records
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.panel.adding import AddDialog
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.words import EXAMPLES
from mingbai.ui.session import Session
from mingbai.ui.shell.bringing import ROWS_ALONE
from mingbai.ui.shell.frame import Frame

LISTS = ("holiday", "department", "staff", "rule", "duty", "flag", "decision", "absence")


@pytest.fixture
def frame(session: Session, qtbot: QtBot) -> Frame:
    made = Frame(session, {})
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made, timeout=PATIENCE_MS)
    return made


def page_of(frame: Frame) -> RegisterPage:
    page = frame.page
    assert isinstance(page, RegisterPage)
    return page


@pytest.mark.parametrize("code", LISTS)
def test_a_list_has_no_line_and_no_notice(frame: Frame, code: str) -> None:
    frame.show_page(code)
    assert frame.line is None
    assert not frame.takes_notices
    assert not frame.page.findChildren(QuickLine)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_register_has_a_line_with_an_example_of_its_own(frame: Frame, code: str) -> None:
    frame.show_page(code)
    line = frame.line
    assert line is not None
    assert line.line.accessibleDescription() == EXAMPLES[code].zh


def test_ctrl_n_on_a_list_opens_its_form(frame: Frame) -> None:
    frame.show_page("department")
    settled(frame)
    frame.begin_adding()
    assert frame.page.code == "department"
    (form,) = frame.window().findChildren(AddDialog)
    assert form.isVisible()
    form.reject()
    frame.show_page("flag")
    frame.begin_adding()
    assert frame.page.code == "task"


def test_text_that_a_list_cannot_take_is_answered(frame: Frame, session: Session, qtbot: QtBot) -> None:
    frame.show_page("department")
    settled(frame)
    QApplication.clipboard().setText("周五前 报表 民政局 上报台账")
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as said:
        frame.paste()
    assert said.args == [ROWS_ALONE]
    assert not session.ledger.entries(TASKS)


def test_rows_are_pasted_into_any_list_and_register(frame: Frame) -> None:
    for code in ("department", "meeting", "holiday"):
        frame.show_page(code)
        settled(frame)
        pasting = [one for one in frame.page.commands() if one.keys == "Ctrl+V"]
        assert len(pasting) == 1
        head = REGISTERS[code].fields[REGISTERS[code].titled].column.zh
        QApplication.clipboard().setText(f"{head}\t备注\n甲\t乙\n丙\t丁")
        pasting[0].run()
        assert frame.page.code == "import"


def test_in_the_bin_stands_no_line_until_something_is_added(frame: Frame, session: Session) -> None:
    draft = {"title": "台账", "department": "民政局", "received_on": session.today}
    records.put_into_bin(session.ledger, records.add(session.ledger, TASKS, draft, today=session.today))
    frame.show_page("task")
    settled(frame)
    page, line = page_of(frame), frame.line
    assert line is not None
    assert line.isVisible()
    frame.show_bin()
    settled(frame)
    assert page.bin_strip.isVisible()
    assert not line.isVisible()
    frame.resize(700, 500)
    settled(frame)
    assert not line.isVisible()
    frame.begin_adding()
    settled(frame)
    assert line.isVisible()
    assert not page.bin_strip.isVisible()
    frame.show_bin()
    QApplication.clipboard().setText("报表 民政局 上报台账")
    frame.paste()
    assert line.isVisible()
    assert line.text() == "报表 民政局 上报台账"
