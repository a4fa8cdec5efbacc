"""Days of a notice that are offered and not told."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import OPEN, chip, pasted, row, saved, told
from tests.ui.quick.writing import shown
from tests.ui.waiting import settled, until

from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.notice_card import NoticeCard
from mingbai.ui.quick.notice_chips import NoticeChip, State
from mingbai.ui.session import Session


def offered(card: NoticeCard) -> list[NoticeChip]:
    return [one for one in card._chips.chips() if one.chip.state is State.OFFERED]


def test_a_due_date_that_may_be_two_days_is_offered_and_not_filled_in(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, OPEN)
    assert [one.text() for one in offered(card)] == ["办结期限？ 11-27 周五 17:00", "或 12-01 周二"]
    assert "按 1、2 选定" in card.sentence()
    assert [one.accessibleName() for one in offered(card)] == [one.text() for one in offered(card)]
    assert "按 2 选这一天" in offered(card)[1].accessibleDescription()
    assert saved(line, card, qtbot).record.due_on is None


@pytest.mark.parametrize("how", ["digit", "keypad", "enter", "space", "click", "digit on a chip"])
def test_one_key_or_click_takes_an_offered_day(
    line: QuickLine, session: Session, qtbot: QtBot, how: str
) -> None:
    card = pasted(line, session, OPEN)
    second = offered(card)[1]
    if how in ("enter", "space", "digit on a chip"):
        second.setFocus()
    match how:
        case "digit":
            qtbot.keyClick(card.text, Qt.Key.Key_2)
        case "keypad":
            qtbot.keyClick(card.text, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
        case "digit on a chip":
            qtbot.keyClick(second, Qt.Key.Key_2)
        case "click":
            qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
        case _:
            qtbot.keyClick(second, Qt.Key.Key_Return if how == "enter" else Qt.Key.Key_Space)
    assert "办结期限 12-01 周二" in told(card)
    assert offered(card) == []
    assert card.sentence() == ""
    assert saved(line, card, qtbot).record.due_on == date(2026, 12, 1)


@pytest.mark.parametrize("height", [520, 800])
def test_the_days_that_are_asked_about_are_seen_in_the_text(
    line: QuickLine, session: Session, qtbot: QtBot, height: int
) -> None:
    above = "天冷了，注意防火。\n" * 20
    line.window().resize(900, height)
    card = pasted(line, session, f"{above}{OPEN}")
    assert offered(card)
    settled(session)
    text = card.text
    start = text.toPlainText().index("11月27日")
    cursor = text.textCursor()
    cursor.setPosition(start)
    assert text.viewport().rect().contains(text.cursorRect(cursor))
    qtbot.keyClick(text, Qt.Key.Key_2)
    # Nothing is asked any more: the beginning is shown, once all is laid out.
    until(lambda: text.verticalScrollBar().value() == 0)


def test_the_hour_goes_with_its_day(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, OPEN)
    qtbot.keyClick(card.text, Qt.Key.Key_1)
    assert "办结期限 11-27 周五 17:00" in told(card)


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_9, Qt.Key.Key_0])
def test_a_number_that_nothing_has_takes_nothing(
    line: QuickLine, session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    card = pasted(line, session, OPEN)
    qtbot.keyClick(card.text, key)
    assert len(offered(card)) == 2


def test_a_day_taken_out_is_offered_again_and_then_no_more(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, OPEN)
    qtbot.keyClick(card.text, Qt.Key.Key_2)
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Delete)
    assert len(offered(card)) == 2
    qtbot.keyClick(offered(card)[0], Qt.Key.Key_Delete)
    assert offered(card) == []
    assert {one.name: one.state for one in card.chips()}["due_on"] is State.ABSENT
    assert card.sentence() == ""


def test_another_day_than_those_offered_is_typed(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, OPEN)
    absent = next(one for one in card._chips.chips() if one.chip.state is State.ABSENT)
    qtbot.keyClick(absent, Qt.Key.Key_Return)
    again = row(card)
    assert again is not None
    again.editor.box.take("1130")
    qtbot.keyClick(again.editor.box, Qt.Key.Key_1)
    assert len(offered(card)) == 2
    again.editor.box.take("11-30")
    qtbot.keyClick(again.editor.box, Qt.Key.Key_Return)
    assert "办结期限 11-30 周一" in told(card)
    assert offered(card) == []


def test_offered_days_come_back_after_a_kill(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    pasted(line, session, OPEN)
    settled(session)
    again = shown(QuickLine(session), qtbot)
    again.restore()
    settled(session)
    assert again.notice is not None
    assert [one.text() for one in offered(again.notice)] == ["办结期限？ 11-27 周五 17:00", "或 12-01 周二"]
