"""The page Review with entries of a test, and what it shows."""

from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.waiting import settled

from mingbai.desk import records, review
from mingbai.domain.review import DECISIONS, Decision
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.agenda.rows import Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.session import Session


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def flagged(ledger: Ledger, today: date, *titles: str) -> list[Entry]:
    """The first title comes first in the list."""
    entries = [task(ledger, today, title) for title in titles]
    for entry in reversed(entries):
        review.flag(ledger, entry, f"理由 {entry.stored['title']}", today=today)
    return entries


def shown(session: Session, qtbot: QtBot, chip: str = "") -> ReviewPage:
    page = ReviewPage(session)
    qtbot.addWidget(page)
    if chip:
        page.restore({"chip": chip})
    page.resize(1076, 768)
    page.show()
    page.arrive()
    settled(page)
    return page


def titles(found: AgendaList) -> list[str]:
    return [item.title for item in found.rows.items if isinstance(item, Row)]


def current(page: ReviewPage) -> str:
    row = page.list.current()
    return "" if row is None else row.title


def said(page: ReviewPage) -> list[str]:
    return [label.text() for label in page.card.findChildren(QLabel)]


def key(page: ReviewPage, pressed: str) -> None:
    QTest.keyClicks(page.list, pressed)


def decisions(ledger: Ledger) -> list[Decision]:
    return [entry.record for entry in ledger.entries(DECISIONS)]


def decision_of(ledger: Ledger, entry: Entry) -> Entry:
    return next(one for one in ledger.entries(DECISIONS) if one.stored["subject"] == entry.uid)
