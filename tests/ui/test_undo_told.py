"""What was undone is told by its name; what was done before the window opened, with its day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from mingbai.desk import records
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.ui.session import Session


@pytest.mark.parametrize("earlier", [False, True])
def test_a_step_of_an_earlier_session_is_told_with_its_day(
    earlier: bool, qtbot: QtBot, session: Session, today: date
) -> None:
    draft = {"received_on": "2026-11-23", "department": "民政局", "title": "低保名单"}
    records.add(session.ledger, TASKS, draft, today=today)
    if earlier:
        session._begun = datetime.now().astimezone() + timedelta(seconds=1)
    said: list[Words] = []
    session.said.connect(said.append)
    session.undo()
    qtbot.waitUntil(lambda: bool(said))
    day = written_day(datetime.now().date(), today)
    if earlier:
        assert said == [
            Words(f"已撤销：{day.zh}的登记“低保名单”", f"Undone: recorded “低保名单” of {day.en}")
        ]
    else:
        assert said == [Words("已撤销：登记“低保名单”", "Undone: recorded “低保名单”")]
