"""What was cut stands on Today with its day; one key says that it came back, one that it did not come."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.pages.waiting import heads, press, shown
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk import records, review
from mingbai.desk.recurring import expected
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.agenda.rows import Row
from mingbai.ui.panel.awaited import Awaited
from mingbai.ui.session import Session

CUT_ON = date(2026, 11, 19)


@pytest.fixture
def cut(ledger: Ledger) -> Entry:
    draft = {"title": "环境日报", "department": "民政局", "period": "每日", "starts_on": CUT_ON.isoformat()}
    daily = records.add(ledger, DEMANDS, draft, today=CUT_ON)
    verdict = review.Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    review.decide(ledger, daily, verdict, today=CUT_ON)
    return daily


def test_the_line_says_since_when_and_the_keys_what_they_mean(
    session: Session, ledger: Ledger, cut: Entry, qtbot: QtBot
) -> None:
    page = shown(session, qtbot)
    assert heads(page.list) == ["已核减，看还来不来 1"]
    (row,) = [item for item in page.list.rows.items if isinstance(item, Row)]
    assert (row.title, row.aside) == ("环境日报（4 期）", "民政局，11-19 起已核减")
    assert [hint.text for hint in row.hints] == ["又来了", "没来"]


def test_delete_says_of_all_of_them_that_they_did_not_come(
    session: Session, ledger: Ledger, cut: Entry, qtbot: QtBot
) -> None:
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        press(page.list, Qt.Key.Key_Delete)
    settled(page)
    assert done.args is not None
    assert done.args[0].zh == "没来：环境日报（4 期）"
    assert len(ledger.entries(ABSENCES)) == 4
    undo(ledger)
    settled(page)
    assert heads(page.list) == ["已核减，看还来不来 1"]


def test_enter_notes_that_it_came_back(
    session: Session, ledger: Ledger, today: date, cut: Entry, qtbot: QtBot
) -> None:
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        press(page.list, Qt.Key.Key_Return)
    settled(page)
    assert done.args is not None
    assert done.args[0].zh == "环境日报（11-24），已记为又来了"
    (task,) = ledger.entries(TASKS)
    assert task.stored["period_key"] == today.isoformat()
    (decision,) = ledger.entries(DECISIONS)
    assert decision.stored["came_back_on"] == today.isoformat()


def test_the_open_assignment_says_the_same(
    session: Session, ledger: Ledger, today: date, cut: Entry, qtbot: QtBot
) -> None:
    awaited = Awaited(session)
    qtbot.addWidget(awaited)
    awaited.tell(cut)
    assert len(expected(ledger, today, cut)) == 4
    assert awaited.buttons[0].accessibleName() == "又来了：11-24"
    awaited.buttons[0].click()
    settled(session)
    (decision,) = ledger.entries(DECISIONS)
    assert decision.stored["came_back_as"] == cut.uid
