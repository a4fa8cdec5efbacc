"""Whoever sits here handles what is typed or pasted, unless the line names another or the name is taken out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import chip, pasted, row, saved
from tests.ui.quick.writing import enter, pill, pills, shown
from tests.ui.waiting import settled

from mingbai.desk import records
from mingbai.desk.recurring import came
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.visit import VISITS
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session

WORK = "周五前 民政局 上报台账"


@pytest.fixture
def here(session: Session) -> Session:
    """钱小满 sits here, and 孙立 works here too."""
    uids = [
        records.add(session.ledger, STAFF, {"name": name}, today=session.today).uid
        for name in ("钱小满", "孙立")
    ]
    session.sits_down(uids[0])
    return session


@pytest.fixture
def line(here: Session, qtbot: QtBot) -> QuickLine:
    return shown(QuickLine(here), qtbot)


def owner(session: Session, stored: object) -> str:
    return session.glossary.show(str(stored), "zh") if stored else ""


@pytest.mark.parametrize(
    ("register", "text", "name"),
    [
        (TASKS, WORK, "owner"),
        (ISSUES, "路灯不亮 小区西门", "owner"),
        (CERTIFICATES, "亲属关系证明 银行要求", "handler"),
        (VISITS, "走访 3栋 20分钟", "owner"),
    ],
)
def test_whoever_sits_here_handles_it(
    here: Session, qtbot: QtBot, register: Register[object], text: str, name: str
) -> None:
    line = shown(QuickLine(here, register), qtbot)
    line.write(text)
    assert "经办人 钱小满" in pills(line)
    assert owner(here, enter(line, qtbot).stored[name]) == "钱小满"


def test_what_recurs_is_handled_by_one_each_time_it_comes(
    here: Session, line: QuickLine, qtbot: QtBot
) -> None:
    line.write("每月25日前 民政局 低保动态 @孙立")
    assert [one for one in pills(line) if "经办" in one] == ["经办人 孙立"]
    demand = enter(line, qtbot)
    task = came(here.ledger, demand, "2026-11", received_on=here.today, today=here.today)
    assert owner(here, task.stored["owner"]) == "孙立"


def test_another_name_that_is_typed_wins(here: Session, line: QuickLine, qtbot: QtBot) -> None:
    line.write(f"{WORK} @孙立")
    assert [one for one in pills(line) if "经办" in one] == ["经办人 孙立"]
    assert owner(here, enter(line, qtbot).stored["owner"]) == "孙立"


def test_the_name_can_be_taken_out_and_comes_back(here: Session, line: QuickLine, qtbot: QtBot) -> None:
    line.write(WORK)
    qtbot.keyClick(pill(line, "owner"), Qt.Key.Key_Delete)
    assert line.text() == WORK
    assert pill(line, "owner").told.struck
    qtbot.keyClick(pill(line, "owner"), Qt.Key.Key_Return)
    assert not pill(line, "owner").told.struck
    qtbot.keyClick(pill(line, "owner"), Qt.Key.Key_Delete)
    assert enter(line, qtbot).stored["owner"] is None
    line.write(WORK)
    assert "经办人 钱小满" in pills(line)


def test_enter_on_the_name_asks_for_another(line: QuickLine, qtbot: QtBot) -> None:
    line.write(WORK)
    qtbot.keyClick(pill(line, "owner"), Qt.Key.Key_Return)
    assert line.text() == f"{WORK} @"
    line.line.insertPlainText("孙立")
    assert [one for one in pills(line) if "经办" in one] == ["经办人 孙立"]


def test_who_sits_down_later_stands_there_at_once(here: Session, line: QuickLine) -> None:
    here.stands_up()
    line.write(WORK)
    assert not any("经办" in one for one in pills(line))
    here.sits_down(here.ledger.entries(STAFF)[-1].uid)
    assert "经办人 孙立" in pills(line)


def test_whoever_sits_down_while_a_notice_is_open_handles_it(here: Session, line: QuickLine) -> None:
    first, other = (one.uid for one in here.ledger.entries(STAFF)[-2:])
    here.stands_up()
    card = pasted(line, here)

    def owners() -> list[str]:
        return [one.value for one in card.chips() if one.name == "owner"]

    assert owners() in ([], [""])
    here.sits_down(other)
    assert owners() == ["孙立"]
    here.sits_down(first)
    assert owners() == ["钱小满"]
    # Taken out by hand it stays out, whoever sits down.
    card._remove("owner")
    here.sits_down(other)
    assert owners() in ([], [""])


def test_several_pasted_lines_are_handled_by_whoever_pastes_them(here: Session, line: QuickLine) -> None:
    data = QMimeData()
    data.setText(f"{WORK}\n周五前 民政局 核对低保名单 @孙立")
    line.line.insertFromMimeData(data)
    line._sentence.buttons[0].click()
    settled(here)
    handled = [owner(here, entry.stored["owner"]) for entry in here.ledger.entries(TASKS)]
    assert handled == ["钱小满", "孙立"]


def test_so_is_a_notice(here: Session, line: QuickLine, qtbot: QtBot) -> None:
    card = pasted(line, here)
    assert chip(card, "owner").chip.value == "钱小满"
    card.edit("owner")
    editor = row(card)
    assert editor is not None
    editor.editor.bring_back("孙立")
    qtbot.keyClick(editor.editor.box, Qt.Key.Key_Return)
    assert chip(card, "owner").chip.value == "孙立"
    assert owner(here, saved(line, card, qtbot).stored["owner"]) == "孙立"


def test_the_name_of_a_notice_can_be_taken_out(here: Session, line: QuickLine, qtbot: QtBot) -> None:
    card = pasted(line, here)
    qtbot.keyClick(chip(card, "owner"), Qt.Key.Key_Delete)
    assert not [one for one in card.chips() if one.name == "owner"]
    assert saved(line, card, qtbot).stored["owner"] is None
