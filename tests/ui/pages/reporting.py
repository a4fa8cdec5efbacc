"""The page of the month report with what a test puts into it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, double_click_within, settled

from mingbai.desk.records import add
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.session import Session

NOVEMBER = Month(2026, 11)
TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账", "kind": "报表"}


def put(session: Session, register: str = "task", **draft: Any) -> Any:
    given = TASK | draft if register == "task" else draft
    return add(session.ledger, REGISTERS[register], given, today=session.today)


def made_page(session: Session, qtbot: QtBot) -> ReportPage:
    made = ReportPage(session)
    qtbot.addWidget(made)
    made.resize(1076, 768)
    return made


def arrived(page: ReportPage, qtbot: QtBot) -> ReportPage:
    page.show()
    qtbot.waitExposed(page, timeout=PATIENCE_MS)
    page.arrive()
    settled(page.session)
    return page


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    offered: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def confirm(page: ReportPage, qtbot: QtBot) -> None:
    """As somebody who read what is asked."""
    settled(page)
    with double_click_within(0):
        qtbot.mouseClick(page.sending.confirm, Qt.MouseButton.LeftButton)
