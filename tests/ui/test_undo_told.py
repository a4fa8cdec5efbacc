"""What was undone is told by its name; what was done before the window opened, with its day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.ui.waiting import until

from mingbai.desk import records
from mingbai.desk.month.report import send
from mingbai.domain.month import Month
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.ui.session import Session


@pytest.mark.parametrize("earlier", [False, True])
def test_a_step_of_an_earlier_session_is_told_with_its_day(
    earlier: bool, session: Session, today: date
) -> None:
    draft = {"received_on": "2026-11-23", "department": "民政局", "title": "低保名单"}
    records.add(session.ledger, TASKS, draft, today=today)
    if earlier:
        session._begun = datetime.now().astimezone() + timedelta(seconds=1)
    said: list[Words] = []
    session.said.connect(said.append)
    session.undo()
    until(lambda: bool(said))
    day = written_day(datetime.now().date(), today)
    if earlier:
        assert said == [
            Words(f"已撤销：{day.zh}的登记“低保名单”", f"Undone: recorded “低保名单” of {day.en}")
        ]
    else:
        assert said == [Words("已撤销：登记“低保名单”", "Undone: recorded “低保名单”")]


def test_a_report_that_was_sent_stays_and_the_step_before_it_is_not_undone_unawares(
    session: Session, today: date, tmp_path: Path
) -> None:
    ledger = session.ledger
    draft = {"received_on": "2026-11-23", "department": "民政局", "title": "低保名单"}
    task = records.add(ledger, TASKS, draft, today=today)
    send(ledger, Month(2026, 11), tmp_path / "11.xlsx", sent_to="街道", language="zh", today=today)
    said: list[Words] = []
    session.said.connect(said.append)

    def undo() -> Words:
        said.clear()
        session.undo()
        until(lambda: bool(said))
        return said[0]

    def stands() -> bool:
        entry = ledger.entry(TASKS, task.uid)
        return entry is not None and entry.binned_at is None

    told = undo()
    assert told.zh.startswith("上报“2026年11月”，")
    assert told.zh.endswith("撤不回；再按一次 Ctrl+Z，撤销之前的登记“低保名单”")
    assert stands()
    records.change(ledger, task, {"title": "名单"}, today=today)

    assert undo() == Words("已撤销：修改“名单”的“事项名称”", "Undone: changed Title in “名单”")
    assert undo() == told, "told again: something else was done meanwhile"
    assert stands()
    assert undo() == Words("已撤销：登记“低保名单”", "Undone: recorded “低保名单”")
    assert not stands()
