"""What one cell of a list says of a day with an hour."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from mingbai.desk.lists import Question
from mingbai.desk.records import add
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look, Size
from mingbai.ui.session import Session
from mingbai.ui.table.view import ListView


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", ["11-25 周三 14:00", "11-26 周四", "2025-11-25"]), ("en", ["Wed 25 Nov 14:00", "Thu 26 Nov"])],
)
def test_a_day_keeps_its_weekday_beside_its_hour(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date, language: Language, said: list[str]
) -> None:
    session.look = Look(language=language)
    for held_on, more in (
        ("2026-11-25", {"start_time": "14:00"}),
        ("2026-11-26", {}),
        ("2025-11-25", {"start_time": "14:00"}),
    ):
        draft = {"held_on": held_on, "department": "民政局", "title": held_on, **more}
        add(ledger, MEETINGS, draft, today=today)
    shown = ListView(session, MEETINGS)
    qtbot.addWidget(shown)
    shown.resize(1000, 400)
    shown.show()
    shown.ask(Question())
    at = next(n for n, column in enumerate(shown.rows.columns) if column.name == "held_on")
    told = {shown.rows.cell(row, at).text for row in range(3)}
    assert told >= set(said)
    metrics = QFontMetrics(session.look.font(Size.CELL))
    assert max(metrics.horizontalAdvance(one) for one in told) <= shown.columnWidth(at)
