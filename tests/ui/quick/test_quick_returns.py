"""A return that is called after how often it comes is offered as a recurring assignment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.writing import enter, pill, pills, shown

from mingbai.domain.demand import DEMANDS
from mingbai.domain.task import TASKS
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session

TEXT = "周报 城管办 人居环境整治周报"
OFFER = "Ctrl+Enter 改成每周"


@pytest.fixture
def line(session: Session, qtbot: QtBot) -> QuickLine:
    made = shown(QuickLine(session), qtbot)
    made.write(TEXT)
    return made


def test_enter_records_the_one(line: QuickLine, qtbot: QtBot) -> None:
    assert OFFER in pills(line)
    assert enter(line, qtbot).register is TASKS


@pytest.mark.parametrize("by_pill", [False, True])
def test_one_key_makes_it_recurring_and_enter_records_it(
    line: QuickLine, session: Session, qtbot: QtBot, *, by_pill: bool
) -> None:
    if by_pill:
        qtbot.keyClick(pill(line, "period"), Qt.Key.Key_Return)
    else:
        qtbot.keyClick(line.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert line.text().strip() == f"每周 {TEXT}"
    assert session.ledger.entries(DEMANDS) == []
    assert "频次 每周" in pills(line)
    assert OFFER not in pills(line)
    entry = enter(line, qtbot)
    assert entry.register is DEMANDS
    assert (entry.stored["period"], entry.stored["title"]) == ("weekly", "人居环境整治周报")


def test_an_english_line_is_offered_an_english_word(line: QuickLine, qtbot: QtBot) -> None:
    line.write("Civil Affairs wants the weekly report on waste sorting")
    qtbot.keyClick(line.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    entry = enter(line, qtbot)
    assert entry.register is DEMANDS
    assert entry.stored["period"] == "weekly"


def test_without_an_offer_the_key_does_nothing(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    line.write("民政局 上报台账")
    qtbot.keyClick(line.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "民政局 上报台账"
    assert session.ledger.entries(TASKS) == []


def test_the_day_of_one_becomes_that_of_each(line: QuickLine, qtbot: QtBot) -> None:
    line.write("weekly report by Tuesday Civil Affairs Bureau home care visits")
    qtbot.keyClick(line.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert line.text().strip() == "weekly report every Tuesday Civil Affairs Bureau home care visits"
    entry = enter(line, qtbot)
    assert entry.register is DEMANDS
    assert (entry.stored["period"], entry.stored["due_day"]) == ("weekly", 2)
