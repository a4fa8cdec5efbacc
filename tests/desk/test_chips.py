"""The ready filters ask for what other places say in the same words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mingbai.desk import records
from mingbai.desk.chips import CHIPS, chips_of, order_of
from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks
from mingbai.desk.lists import usual_order
from mingbai.desk.places import working_days
from mingbai.desk.spoken_days import Nearness, nearness
from mingbai.desk.today import agenda, waiting_there
from mingbai.domain.asking_told import told_filter
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.issue import ISSUES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Entry, Ledger

SOON = next(chip for chip in chips_of("issue") if chip.words.zh == "快到或已过时限")


def asked(ledger: Ledger, today: date) -> set[str]:
    found = asked_blocks(ledger, ISSUES, SOON.where, Glossary(ledger, today))
    return {str(entry.stored["title"]) for block in found for entry in block}


@pytest.mark.parametrize("days", range(7))
def test_what_presses_is_the_same_in_the_chip_on_today_in_the_rail_and_in_colour(
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
    coloured: dict[Nearness, set[str]] = {near: set() for near in Nearness}
    for entry in issues:
        due_at = datetime.fromisoformat(str(entry.stored["due_at"]))
        coloured[nearness(due_at, today, working)].add(str(entry.stored["title"]))
    # An assignment that is overdue is told on Today, and waits at no issue.
    task = {"received_on": "2026-11-20", "department": "民政局", "title": "台账", "due_on": "2026-11-21"}
    records.add(ledger, TASKS, task, today=date(2026, 11, 20))
    amber, red = coloured[Nearness.NEAR], coloured[Nearness.LATE]
    found = agenda(ledger, today, Glossary(ledger, today))
    near, overdue = found.group("near"), found.group("overdue")
    assert near is not None
    assert overdue is not None
    assert asked(ledger, today) == amber | red
    assert (near.count, overdue.count) == (len(amber), len(red) + 1)
    there = waiting_there(ledger, today)["issue"]
    assert there.count == len(amber | red)
    assert there.words.zh == f"已逾期 {len(red)}，诉求快到时限 {len(amber)}"


def test_working_days_are_told_in_the_language_of_the_window(ledger: Ledger, today: date) -> None:
    context = Glossary(ledger, today).context()
    told = told_filter(ISSUES, SOON.where, "zh", context)
    assert "2个工作日" in told
    assert told_filter(ISSUES, told, "en", context).endswith("2workdays")


def test_a_typed_filter_goes_by_the_day_that_the_ready_one_it_narrows_goes_by(
    ledger: Ledger, today: date
) -> None:
    context = Glossary(ledger, today).context()
    due, usual = Order("due_on"), usual_order(TASKS)
    asked = {
        "open 民政局": due,
        "未办结 交办单位=民政局": due,
        "overdue": usual,
        "民政局": usual,
        "": usual,
        "status=": usual,
    }
    found = {where: order_of(TASKS, where, context) for where in asked}
    assert found == asked
    for code, chips in CHIPS.items():
        register = REGISTERS[code]
        told = {chip.words.zh: order_of(register, chip.where, context) for chip in chips}
        assert told == {chip.words.zh: chip.order or usual_order(register) for chip in chips}, code
