"""A notice of what recurs: waited for, recorded as both, with another day beside its rhythm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import chip, pasted, row, saved, told
from tests.ui.waiting import settled

from mingbai.domain.demand import DEMANDS
from mingbai.domain.task import TASKS
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session


def test_what_recurs_and_has_not_begun_is_waited_for(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, "请各社区每月5日前报民政局低保动态表。\n收到请回复。")
    assert card.sentence().startswith("常态事项：每月都要，从12月1日起")
    entry = saved(line, card, qtbot)
    assert entry.register is DEMANDS
    assert session.ledger.entries(TASKS) == []
    assert "12月5日" in line.sentence()


TWICE = "关于开展重点人群走访的通知\n各社区：自12月1日起每日16时前报送走访进展，并于12月12日前报送工作总结。\n区民政局"


def test_another_day_of_a_notice_that_recurs_is_a_chip_and_a_record_of_its_own(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, TWICE)
    assert told(card)[0] == "记入 常态事项"
    assert "另外 12-12 周六前 重点人群走访工作总结" in told(card)
    card.edit("also")
    editing = row(card)
    assert editing is not None
    assert editing.editor.box.toPlainText() == "重点人群走访工作总结"
    editing.editor.box.setPlainText("走访工作总结")
    qtbot.keyClick(editing.editor.box, Qt.Key.Key_Return)
    assert "另外 12-12 周六前 走访工作总结" in told(card)
    assert told(card)[1] == "标题 关于开展重点人群走访的通知"
    entry = saved(line, card, qtbot)
    assert entry.register is DEMANDS
    settled(session)
    assert [one.record.title for one in session.ledger.entries(TASKS)] == ["走访工作总结"]
    assert line.sentence().endswith(
        "12月1日（周二）起会在“今日”里等着，来没来在那里记；另登记一项交办“走访工作总结”，12月12日（周六）到期"
    )
    asked: list[str] = []
    session.list_asked.connect(lambda register, _where: asked.append(register))
    qtbot.mouseClick(line._sentence.buttons[0], Qt.MouseButton.LeftButton)
    assert asked == [DEMANDS.code]


def test_another_day_can_be_taken_out(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, TWICE)
    chip(card, "also").removed.emit("also")
    assert not any(said.startswith("另外") for said in told(card))
    saved(line, card, qtbot)
    settled(session)
    assert session.ledger.entries(TASKS) == []


def test_what_recurs_is_recorded_as_both(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, "请各社区每月28日前报民政局低保动态表。\n收到请回复。")
    assert "频次 每月" in told(card)
    assert card.sentence().endswith("这一份记作11月的")
    entry = saved(line, card, qtbot)
    assert [one.uid for one in session.ledger.entries(DEMANDS)] == [entry.record.demand]


def test_a_summary_wanted_beside_a_rhythm_is_not_said_to_be_alike(line: QuickLine, session: Session) -> None:
    text = (
        "关于报送低温防范情况的通知\n请各社区每日17:00前报低温防范情况，12月4日前报低温防范情况总结。\n民政局"
    )
    pasted(line, session, text).save()
    settled(session)
    assert len(session.ledger.entries(TASKS)) == 2
    assert list(line.notices()) == []
