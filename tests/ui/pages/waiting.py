"""The page Today, its list and the keys that are pressed in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.waiting import settled

from mingbai.desk import records
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.pages.today import TodayPage
from mingbai.ui.session import Session


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-16", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def shown(session: Session, qtbot: QtBot, width: int = 1076, height: int = 768) -> TodayPage:
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.arrive()
    settled(page)
    return page


def titles(found: AgendaList) -> list[str]:
    return [item.title for item in found.rows.items if isinstance(item, Row)]


def heads(found: AgendaList) -> list[str]:
    return [f"{item.text} {item.count}" for item in found.rows.items if isinstance(item, Head)]


def press(
    widget: AgendaList, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)
