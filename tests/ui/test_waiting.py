"""Waiting for the window: what is outstanding is waited for, what is not holds nobody up, what never comes is told."""

from __future__ import annotations

import ast
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui import waiting
from tests.ui.waiting import settled, until

import mingbai.ui
from mingbai.ui.later import later
from mingbai.ui.session import Session

LONG_MS = 100_000


@pytest.fixture
def widget(session: Session, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_pause_is_waited_for_and_a_longer_one_is_not(session: Session, widget: QWidget) -> None:
    done: list[str] = []
    later(widget, 50, lambda: done.append("of a widget")).start()
    later(session, 190, lambda: done.append("of the session")).start()
    later(widget, 300, lambda: done.append("longer")).start()
    later(widget, LONG_MS, lambda: done.append("never")).start()
    settled(session, 200)
    assert done == ["of a widget", "of the session"]
    settled(session, 300)
    assert done == ["of a widget", "of the session", "longer"]


def test_what_follows_from_work_is_waited_for_too(session: Session, widget: QWidget) -> None:
    done: list[int] = []

    def answered(number: int) -> None:
        done.append(number)
        if number < 3:
            later(widget, 20, lambda: session.runner.do(lambda: work(number + 1), answered)).start()

    def work(number: int) -> int:
        time.sleep(0.05)
        return number

    session.runner.do(lambda: work(1), answered)
    settled(session)
    assert done == [1, 2, 3]


def test_whatever_lies_in_a_window_leads_to_who_works_for_it(session: Session, widget: QWidget) -> None:
    widget.session = session  # type: ignore[attr-defined]
    settled(QWidget(widget))
    with pytest.raises(AssertionError, match="nothing works for"):
        settled(QWidget())


def test_what_never_comes_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch, widget: QWidget) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0.02)
    with pytest.raises(AssertionError, match=r"widget.width\(\) < 0"):
        until(lambda: widget.width() < 0)
    with pytest.raises(AssertionError, match="isVisible"):
        until(widget.isVisible)


def test_every_pause_of_the_window_can_be_seen() -> None:
    """A timer that nobody holds is seen by nobody: only what comes with the next turn, or ends a loop, is begun so."""
    unseen = []
    for file in sorted(Path(mingbai.ui.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".singleShot", ".startTimer")):
                begun = [ast.unparse(one) for one in node.args]
                if begun[0] != "0" and not begun[-1].endswith(".quit"):
                    unseen.append((file.name, node.lineno))
    assert unseen == []


def test_no_test_waits_for_a_fixed_time() -> None:
    fixed = {"QTest.qWait", "qtbot.wait", "qtbot.waitUntil"}
    found = [
        (file.name, node.lineno)
        for file in sorted(Path(waiting.__file__).parent.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in fixed
    ]
    assert found == [], "settled(…) and until(…) wait as long as it takes"
