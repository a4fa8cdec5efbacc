"""The certificate counter, and what is asked and recorded there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.waiting import settled, until

from mingbai.desk.counter import requests_of
from mingbai.domain.certificate import Outcome
from mingbai.ledger.ledger import Ledger
from mingbai.ui.pages.counter import CounterPage
from mingbai.ui.session import Session


def shown(qtbot: QtBot, session: Session, width: int = 1076) -> CounterPage:
    made = CounterPage(session)
    qtbot.addWidget(made)
    made.resize(width, 740)
    made.show()
    made.arrive()
    until(lambda: made._counter is not None)
    settled(session)
    return made


def enter(page: CounterPage) -> None:
    QTest.keyClick(page.line, Qt.Key.Key_Return)


def outcomes(ledger: Ledger, today: date) -> list[Outcome | None]:
    return [entry.record.outcome for entry in requests_of(ledger, today)]
