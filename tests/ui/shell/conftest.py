"""The window over a ledger with one assignment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.ui.waiting import PATIENCE_MS

from mingbai.desk.records import add
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.shell.window import Window

Opening = Callable[..., Window]
TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "重点人群台账", "due_on": "2026-11-27"}


@pytest.fixture
def opened(qtbot, ledger: Ledger, today: date, tmp_path: Path) -> Iterator[Opening]:
    """Opens the window of a ledger with one assignment; every bug it meets fails the test."""
    path = ledger.path
    add(ledger, TASKS, TASK, today=today)
    ledger.close()
    bugs: list[object] = []
    made: list[Window] = []

    def open_window(look: Look | None = None) -> Window:
        window = Window(
            path, look or Look(), Memory(tmp_path / "memory.ini"), today=today, failed=bugs.append
        )
        made.append(window)
        window.resize(1280, 800)
        with qtbot.waitExposed(window, timeout=PATIENCE_MS):
            window.show()
        if not made[1:]:
            window.frame.show_page("task")
        return window

    yield open_window
    for window in made:
        if window.isVisible():
            window.close()
    assert bugs == []


def rows(window: Window) -> int:
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    return page.view.model().rowCount()
