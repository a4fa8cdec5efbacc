"""Entries for the panel, and what one types there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.waiting import settled

from mingbai.desk import records
from mingbai.domain.register import Register
from mingbai.ledger.ledger import Entry
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session

VISIT = {"title": "走访", "visited_on": "2026-11-23", "place": "新湖花园"}
TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "重点人群台账", "due_on": "2026-11-27"}
ISSUE = {"accepted_at": "2026-11-24 9:30", "title": "路灯不亮", "resident": "王小明"}
WEEKLY = {
    "title": "环境周报",
    "department": "民政局",
    "period": "每周",
    "due_day": "3",
    "starts_on": "2026-11-09",
}


def saved(session: Session, register: Register, draft: dict[str, str]) -> Entry:
    return records.add(session.ledger, register, draft, today=session.today)


def current(panel: RecordPanel) -> Entry:
    assert panel.entry is not None
    return panel.entry


def retype(panel: RecordPanel, name: str, text: str) -> None:
    editor = dict(panel._editors())[name]
    assert panel._form is not None
    panel._form.reveal(name)
    editor.box.setFocus()
    editor.box.selectAll()
    QTest.keyClicks(editor.box, text)
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    settled(panel.session)
