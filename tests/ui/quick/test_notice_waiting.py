"""A notice that was asked about and waits behind another one comes back, also after a kill."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import PLACE, card_of, pasted
from tests.ui.quick.writing import shown
from tests.ui.waiting import settled

from mingbai.ledger.drafts import drafts
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session

WEEKLY = "关于{how}垃圾分类巡查工作的通知\n各社区：从12月1日起，请各社区每周五16:00前将《垃圾分类巡查周报》报区城管局。"
TITLE = "关于{how}垃圾分类巡查工作的通知"


def waits_behind(line: QuickLine, session: Session, *hows: str) -> None:
    """Each is like what is recorded, and asked about when the next one comes."""
    pasted(line, session, WEEKLY.format(how="做好")).save()
    settled(session)
    for how in hows:
        pasted(line, session, WEEKLY.format(how=how)).save()
        settled(session)
    pasted(line, session)
    settled(session)


def restarted(session: Session, qtbot: QtBot) -> QuickLine:
    again = shown(QuickLine(session), qtbot)
    again.restore()
    settled(session)
    return again


def title(line: QuickLine) -> str:
    card = card_of(line)
    assert card is not None
    assert card.pasted is not None
    return card.pasted.value("title")


@pytest.mark.parametrize("hows", [("报送",), ("报送", "做好")])
def test_those_that_wait_come_back_after_a_kill(
    line: QuickLine, session: Session, qtbot: QtBot, hows: tuple[str, ...]
) -> None:
    waits_behind(line, session, *hows)
    again = restarted(session, qtbot)
    assert title(again) == "关于报送独居老人名单的通知"
    for how in reversed(hows):
        card = card_of(again)
        assert card is not None
        card.put_down()
        settled(session)
        assert title(again) == TITLE.format(how=how)
    card = card_of(again)
    assert card is not None
    card.put_down()
    settled(session)
    assert card_of(again) is None
    assert not drafts(session.ledger)


def test_one_that_waits_comes_back_though_nothing_stands_before_it(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    waits_behind(line, session, "报送")
    session.ledger.execute_alone("DELETE FROM draft WHERE place = ?", (PLACE,))
    again = restarted(session, qtbot)
    assert title(again) == TITLE.format(how="报送")
    # What is shown now is kept as that, and waits no more.
    assert [*drafts(session.ledger)] == [PLACE]
