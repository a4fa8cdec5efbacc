"""The holiday notice pasted into the list of holidays, and the way there from a limit that counts on a missing year."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desk.test_holidays import NOTICE, kinds
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.department import DEPARTMENTS
from mingbai.ui.pages.holidays import HolidayDialog, HolidaysPage
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session
from mingbai.ui.shell.frame import Frame


@pytest.fixture
def frame(session: Session, qtbot: QtBot) -> Frame:
    made = Frame(session, {})
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made, timeout=PATIENCE_MS):
        made.show()
    made.activateWindow()
    made.show_page("holiday")
    settled(session)
    return made


def clip(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)


def page_of(frame: Frame) -> HolidaysPage:
    assert isinstance(frame.page, HolidaysPage)
    return frame.page


def opened(frame: Frame) -> HolidayDialog:
    (dialog,) = (one for one in frame.window().findChildren(HolidayDialog) if one.isVisible())
    return dialog


def test_ctrl_v_and_enter_record_a_year_and_ctrl_z_takes_it_back(session: Session, frame: Frame) -> None:
    clip(NOTICE)
    frame.activateWindow()
    until(frame.isActiveWindow)
    page_of(frame).arrive()
    QTest.keyClick(page_of(frame).view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(frame)
    told = [words.zh for words, _ in dialog.lines]
    assert told == [
        "放假 10 天：1月1日至3日、2月5日至11日",
        "调休上班 2 天：1月31日、2月20日",
    ]
    assert kinds(session.ledger, 2027) == {}
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settled(session)
    assert len(kinds(session.ledger, 2027)) == 12
    session.undo()
    settled(session)
    assert kinds(session.ledger, 2027) == {}


def test_escape_writes_nothing(session: Session, frame: Frame) -> None:
    clip(NOTICE)
    page_of(frame).paste_button.click()
    QTest.keyClick(opened(frame), Qt.Key.Key_Escape)
    settled(session)
    assert kinds(session.ledger, 2027) == {}


def test_what_cannot_be_read_is_told_in_one_sentence(session: Session, frame: Frame) -> None:
    clip(NOTICE.replace("周五）至3", "周四）至3"))
    page_of(frame).paste_button.click()
    dialog = opened(frame)
    assert dialog.notice is None
    assert "2027年1月1日是周五" in dialog.refused.text
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settled(session)
    assert kinds(session.ledger, 2027) == {}


def test_cells_of_two_columns_are_imported(session: Session, frame: Frame) -> None:
    clip("日期\t类型\n2027-01-01\t放假\n2027-01-31\t调休上班")
    page_of(frame).paste_button.click()
    settled(session)
    page = frame.show_import()
    assert page.view is not None
    page.view.go.click()
    settled(session)
    assert len(kinds(session.ledger, 2027)) == 2


def test_a_limit_in_a_missing_year_leads_here(qtbot: QtBot, session: Session) -> None:
    panel = RecordPanel(session)
    qtbot.addWidget(panel)
    panel.resize(364, 760)
    panel.show()
    unit = session.ledger.entries(DEPARTMENTS)[0]

    def told(applied: date) -> bool:
        draft = {"applied_on": applied, "department": unit.uid, "title": "入户摸底"}
        panel.show_entry(records.add(session.ledger, ADMISSIONS, draft, today=session.today))
        settled(session)
        return panel.standings.update_button is not None

    assert not told(date(2026, 11, 9))
    assert told(date(2026, 12, 22))
    button = panel.standings.update_button
    assert button is not None
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        button.click()
    assert asked.args == ["holiday", ""]
