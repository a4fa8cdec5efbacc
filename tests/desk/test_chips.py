"""The ready filters ask for what other places say in the same words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mingbai.desk import records
from mingbai.desk.chips import chips_of
from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks
from mingbai.desk.places import working_days
from mingbai.desk.spoken_days import Nearness, nearness
from mingbai.desk.today import agenda, waiting_there
from mingbai.domain.asking_told import told_filter
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.issue import ISSUES
from mingbai.ledger.ledger import Entry, Ledger

SOON = next(chip for chip in chips_of("issue") if chip.words.zh == "快到时限")


def asked(ledger: Ledger, today: date) -> set[str]:
    found = asked_blocks(ledger, ISSUES, SOON.where, Glossary(ledger, today))
    return {str(entry.stored["title"]) for block in found for entry in block}


@pytest.mark.parametrize("days", range(7))
def test_what_is_due_soon_is_the_same_in_the_chip_on_today_in_the_rail_and_in_colour(
    ledger: Ledger, days: int
) -> None:
    today = date(2026, 11, 23) + timedelta(days=days)
    # A Wednesday off, so that the second working day is not where a calendar has it.
    records.add(ledger, HOLIDAYS, {"day": "2026-12-02", "kind": "holiday", "name": "休息"}, today=today)
    issues: list[Entry] = []
    for ahead in range(-2, 12):
        due = today + timedelta(days=ahead)
        draft = {"accepted_at": "2026-11-20 08:00", "title": due.isoformat(), "due_at": f"{due} 10:00"}
        issues.append(records.add(ledger, ISSUES, draft, today=date(2026, 11, 20)))
    working = working_days(ledger)
    amber = {
        str(entry.stored["title"])
        for entry in issues
        if nearness(datetime.fromisoformat(str(entry.stored["due_at"])), today, working) is Nearness.NEAR
    }
    near = agenda(ledger, today, Glossary(ledger, today)).group("near")
    assert near is not None
    assert asked(ledger, today) == amber
    assert near.count == waiting_there(ledger, today)["issue"].count == len(amber)


def test_working_days_are_told_in_the_language_of_the_window(ledger: Ledger, today: date) -> None:
    context = Glossary(ledger, today).context()
    told = told_filter(ISSUES, SOON.where, "zh", context)
    assert "2个工作日" in told
    assert told_filter(ISSUES, told, "en", context).endswith("2workdays")
