"""A weekday that contradicts its date in a typed line or a notice: both days are offered, and one key writes one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import pasted
from tests.ui.quick.writing import enter, pills, shown

from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.pills import Pill
from mingbai.ui.session import Session

TEXT = "12月15日（周一）前 报表 卫健局 慢病随访"


@pytest.fixture
def line(session: Session, qtbot: QtBot) -> QuickLine:
    made = shown(QuickLine(session), qtbot)
    made.write(TEXT)
    return made


def offered(line: QuickLine) -> list[Pill]:
    return [pill for pill in line._pills.pills() if pill.told.offered]


def test_both_are_offered_as_pills_and_none_is_filled_in(line: QuickLine, qtbot: QtBot) -> None:
    assert [one.text() for one in offered(line)] == [
        "办结期限？ 12-14 周一",
        "或 12-15 周二",
    ]
    assert "日期和星期对不上" in offered(line)[0].accessibleDescription()
    assert line._sentence.label.text().startswith("日期和星期对不上")
    entry = enter(line, qtbot)
    # Left open it is no day, and its words are in the note instead of the title.
    assert (entry.stored["due_on"], entry.stored["title"]) == (None, "慢病随访")
    assert entry.stored["note"] == TEXT


def test_the_one_that_is_taken_is_written_into_the_line(line: QuickLine, qtbot: QtBot) -> None:
    qtbot.keyClick(offered(line)[1], Qt.Key.Key_Return)
    assert line.text().strip() == "12月15日（周二）前 报表 卫健局 慢病随访"
    assert offered(line) == []
    assert line._sentence.isHidden()
    assert any(told.endswith("12-15 周二") for told in pills(line))
    entry = enter(line, qtbot)
    assert (entry.stored["due_on"], entry.stored["title"]) == ("2026-12-15", "慢病随访")


def test_a_notice_says_why_it_asks(session: Session, qtbot: QtBot) -> None:
    line = shown(QuickLine(session), qtbot)
    card = pasted(line, session, "各社区：\n请于12月15日（周一）12:00前将慢病随访名单报区卫健局。\n区卫健局")
    assert card.sentence().startswith("日期和星期对不上")
