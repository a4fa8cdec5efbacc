"""A list of assignments, and assignments for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mingbai.desk.lists import Question
from mingbai.desk.records import add
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.session import Session
from mingbai.ui.table.view import ListView

WIDE = (1000, 500)
Add = Callable[..., Entry]


@pytest.fixture
def task(ledger: Ledger, today: date) -> Add:
    """Adds an assignment from the civil affairs bureau."""

    def added(title: str, **more: object) -> Entry:
        draft = {"received_on": today, "department": "民政局", "title": title, **more}
        return add(ledger, TASKS, draft, today=today)

    return added


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ListView:
    """A list of assignments, shown, nothing asked yet."""
    shown = ListView(session, TASKS)
    qtbot.addWidget(shown)
    shown.resize(*WIDE)
    shown.show()
    return shown


@pytest.fixture
def three(view: ListView, task: Add) -> list[Entry]:
    """Three assignments, listed, the first chosen."""
    entries = [task(name) for name in "甲乙丙"]
    view.ask(Question())
    view.choose(entries[0].uid)
    return entries
