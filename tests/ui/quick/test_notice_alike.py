"""A notice beside what is recorded already: the same, alike, another one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import TEXT, card_of, framed, pasted, saved
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.live_flags import open_flags, refresh
from mingbai.desk.watch import Watch
from mingbai.domain.demand import DEMANDS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session


def test_a_notice_that_came_twice_is_said_to_be_there(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session)
    assert not any(one.calm for one in card.spoken)
    entry = saved(line, card, qtbot)
    again = pasted(line, session, TEXT.replace("。\n请各", "。\n 请各"))
    there = again.spoken[0]
    assert there.same
    assert there.words.zh == f"这份通知已经登记过：{entry.number}，今天登记；再登记会多出一条"
    assert (
        there.words.en
        == f"This notice is recorded already: {entry.number}, today; adding it makes a second one"
    )
    assert there.other == entry
    other = pasted(line, session, TEXT.replace("11月25日", "12月25日").replace("拍照留痕", "入户核实"))
    assert not any(one.same for one in other.spoken), "the next one is another"


def test_enter_waits_until_it_is_said_whether_it_is_recorded_already(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    entry = saved(line, pasted(line, session), qtbot)
    again = pasted(line, session)
    again._ask()
    qtbot.keyClick(again.text, Qt.Key.Key_Return)
    settled(session)
    assert session.ledger.entries(TASKS) == [entry], "what warns was not to be seen yet"
    assert card_of(line) is again
    other = pasted(line, session, TEXT.replace("11月25日", "12月25日").replace("拍照留痕", "入户核实"))
    other._ask()
    with qtbot.waitSignal(line.recorded, timeout=PATIENCE_MS):
        qtbot.keyClick(other.text, Qt.Key.Key_Return)
    assert len(session.ledger.entries(TASKS)) == 2


def test_a_notice_with_much_the_title_of_an_earlier_one_says_so_before_it_is_recorded(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    text = "关于报送独居老人名单的通知\n新民函〔2026〕{n}号\n请各社区于{day}前将名单（姓名、年龄、电话）报民政局。"
    entry = saved(line, pasted(line, session, text.format(n=7, day="11月27日")), qtbot)
    much = text.replace("独居", "独居空巢")
    card = pasted(line, session, much.format(n=9, day="12月10日"))
    (alike,) = (one for one in card.spoken if one.other == entry)
    assert (alike.calm, alike.same) == (True, False)
    assert alike.words.zh == "与 11-24 登记的“关于报送独居老人名单的通知”很像"
    qtbot.mouseClick(card._spoken.links[card.spoken.index(alike)], Qt.MouseButton.LeftButton)
    assert session.ledger.entries(TASKS) == [entry], "showing it records nothing"
    other = pasted(line, session, text.replace("独居老人名单", "防汛物资采购").format(n=9, day="12月10日"))
    assert not any(one.calm for one in other.spoken)


WEEKLY = "关于做好垃圾分类巡查工作的通知\n各社区：从12月1日起，请各社区每周五16:00前将《垃圾分类巡查周报》报区城管局。"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_notice_that_was_asked_about_comes_back_behind_the_next_one(
    session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    frame = framed(session, qtbot)
    line = frame.line
    assert line is not None
    said: list[Words] = []
    session.said.connect(said.append)
    pasted(line, session, WEEKLY).save()
    settled(session)
    card = pasted(line, session, WEEKLY.replace("做好", "报送"))
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    settled(session)
    pasted(line, session)
    assert [one.zh for one in said] == ["“关于报送垃圾分类巡查工作的通知”还没有登记，这一份之后再回来"]
    qtbot.keyClick(card.text, key)
    settled(session)
    assert len(session.ledger.entries(TASKS)) == (key == Qt.Key.Key_Return)
    assert card_of(line) is card
    assert card.pasted is not None
    assert card.pasted.value("title") == "关于报送垃圾分类巡查工作的通知"
    card.save(anew=True)
    settled(session)
    assert card_of(line) is None
    assert len(session.ledger.entries(DEMANDS)) == 2


def test_a_notice_like_a_recorded_one_is_recorded_all_the_same_by_one_key(
    session: Session, qtbot: QtBot
) -> None:
    frame = framed(session, qtbot)
    until(frame.isActiveWindow)
    line = frame.line
    assert line is not None
    pasted(line, session, WEEKLY).save()
    settled(session)
    card = pasted(line, session, WEEKLY.replace("做好", "报送"))
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    settled(session)
    assert card_of(line) is card
    (first,) = session.ledger.entries(DEMANDS)
    assert str(first.number) in card.sentence()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "是另一件，仍要登记"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    settled(session)
    assert card_of(line) is None
    assert len(session.ledger.entries(DEMANDS)) == 2


def test_flags_of_a_former_notice_do_not_stand_below_the_next_one(
    line: QuickLine, session: Session, today: date
) -> None:
    saved: list[Entry] = []
    line.recorded.connect(saved.append)
    pasted(line, session).save()
    settled(session)
    (first,) = saved
    refresh(session.ledger, Watch(session.ledger, today), [first], today=today)
    flags = open_flags(session.ledger, first.uid, today)
    session.noticed.emit(first.uid, flags)
    assert line.notices()
    pasted(line, session, "请各社区做好防火宣传。\n12月3日前报区民政局。").save()
    settled(session)
    assert str(saved[1].number) in line.sentence()
    assert list(line.notices()) == []
    session.noticed.emit(first.uid, flags)
    assert list(line.notices()) == []


NUMBERED = "关于{how}做好独居老人信息核查工作的通知\n新民发〔2026〕{n}号\n请各社区于12月{day}日前将核查情况报民政局。"


def test_what_is_recorded_though_it_is_alike_says_so_and_waits_beside_the_earlier_one(
    line: QuickLine, session: Session, today: date
) -> None:
    saved: list[Entry] = []
    line.recorded.connect(saved.append)
    pasted(line, session, NUMBERED.format(how="", n=5, day=4)).save()
    settled(session)
    card = pasted(line, session, NUMBERED.format(how="进一步", n=8, day=9))
    before = [one.words.zh for one in card.spoken if one.other == saved[0]]
    assert before == ["同期重报：11月24日民政局“关于做好独居老人信息核查工作的通知”期限未到，又来一份"]
    card.save()
    settled(session)
    assert [one.entry for one in line.notices()] == [saved[0]]
    refresh(session.ledger, Watch(session.ledger, today), saved, today=today)
    assert open_flags(session.ledger, saved[0].uid, today) == ()
    flags = open_flags(session.ledger, saved[1].uid, today)
    session.noticed.emit(saved[1].uid, flags)
    (told_of,) = line.notices()
    assert (told_of.words.zh, told_of.flag, told_of.entry) == ("同期重报", True, saved[0])


def test_what_is_alike_to_a_former_entry_is_not_told_below_the_next_notice(
    line: QuickLine, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked when the line was saved, answered when the notice was."""
    late: list[Callable[[], None]] = []
    do = session.runner.do

    def held(work: Callable[[], Any], then: Callable[[Any], None] | None = None, **more: Any) -> None:
        def wait(answer: Any) -> None:
            late.append(lambda: then(answer) if then is not None else None)

        do(work, wait if more.get("owner") is line._telling else then, **more)

    line.write("周五前 民政局 独居老人名单")
    line.submit()
    settled(session)
    monkeypatch.setattr(session.runner, "do", held)
    line.write("周五前 民政局 独居老人名单")
    line.submit()
    settled(session)
    pasted(line, session, "请各社区做好防火宣传。\n12月3日前报区民政局。").save()
    settled(session)
    assert late
    for answer in late:
        answer()
    assert list(line.notices()) == []
