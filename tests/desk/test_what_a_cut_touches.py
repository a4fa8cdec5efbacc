"""A recurring assignment is cut: its occurrences are due no more, what its notice wants once beside it stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.desk.month_books import body, month_workbook, sheet_with

from mingbai.desk import records, review
from mingbai.desk.cuts import NOT_SEEN, cuts
from mingbai.desk.deeds import deed_words
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names
from mingbai.desk.review import Verdict
from mingbai.desk.reviewing import suggestions
from mingbai.desk.whole import whole
from mingbai.domain.demand import DEMANDS
from mingbai.domain.month import Month
from mingbai.domain.review import Assessment, Method
from mingbai.domain.task import TASKS, Status
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_undo, undo

CUT = Verdict(assessment=Assessment.CUT)
GONE = replace(CUT, method=Method.CANCELLED)


@pytest.fixture
def daily(ledger: Ledger, today: date) -> Entry:
    draft = {"title": "充电桩日报", "department": "民政局", "period": "每日", "starts_on": "2026-11-16"}
    return records.add(ledger, DEMANDS, draft, today=today)


def task(ledger: Ledger, daily: Entry, today: date, title: str, **more: object) -> Entry:
    draft = {
        "received_on": "2026-11-24",
        "department": "民政局",
        "title": title,
        "demand": daily.number,
        **more,
    }
    return records.add(ledger, TASKS, draft, today=today)


@pytest.fixture
def summary(ledger: Ledger, daily: Entry, today: date) -> Entry:
    return task(ledger, daily, today, "充电桩总结", due_on="2026-12-14")


@pytest.fixture
def each(ledger: Ledger, daily: Entry, today: date) -> Entry:
    return task(ledger, daily, today, "充电桩日报", period_key="2026-11-24")


def status(ledger: Ledger, entry: Entry) -> Status:
    found = ledger.entry(TASKS, entry.uid)
    assert found is not None
    return found.record.status


def test_what_is_wanted_once_beside_it_stays_open(
    ledger: Ledger, daily: Entry, each: Entry, summary: Entry, today: date
) -> None:
    review.carry_out(ledger, review.decide(ledger, daily, CUT, today=today), GONE, today=today)
    assert (status(ledger, each), status(ledger, summary)) == (Status.DROPPED, Status.TODO)


def test_the_card_says_before_by_name_what_stays(
    ledger: Ledger, daily: Entry, each: Entry, summary: Entry, today: date
) -> None:
    review.decide(ledger, daily, CUT, today=today)
    (one,) = suggestions(ledger, today, Names(ledger, Glossary(ledger, today)))
    assert one.stays.zh == "只要一次的“充电桩总结”留着，12-14到期"
    assert one.stays.en == "Stays, wanted once: 充电桩总结, due 14 Dec"


def test_what_is_wanted_once_is_decided_by_itself(
    ledger: Ledger, daily: Entry, each: Entry, summary: Entry, today: date
) -> None:
    decision = review.decide(ledger, summary, GONE, today=today)
    assert (decision.record.register, decision.record.subject) == ("task", summary.uid)
    assert (status(ledger, each), status(ledger, summary)) == (Status.TODO, Status.DROPPED)
    assert whole(ledger, each, today).decisions == ()
    assert [one.uid for one in whole(ledger, summary, today).decisions] == [decision.uid]


def test_undo_names_what_was_cut(ledger: Ledger, daily: Entry, each: Entry, today: date) -> None:
    review.carry_out(ledger, review.decide(ledger, daily, CUT, today=today), GONE, today=today)
    coming = next_undo(ledger)
    assert coming is not None
    assert deed_words(ledger, coming).zh == "记为已核减“充电桩日报”"
    undo(ledger)
    assert status(ledger, each) is Status.TODO


def since_in_table_3(ledger: Ledger, today: date) -> list[object]:
    book = month_workbook(ledger, Month.containing(today), language="en", today=today)
    cells = [str(cell) for row in body(sheet_with(book, "Table 3")) for cell in row]
    return [cell for cell in cells if "came" in cell or "seen" in cell]


@pytest.mark.parametrize("received", ["2026-11-24", "2026-11-26"])
def test_what_is_wanted_once_is_no_time_that_it_came(
    ledger: Ledger, daily: Entry, today: date, received: str
) -> None:
    review.decide(ledger, daily, replace(GONE, effective_from=date(2026, 11, 24)), today=today)
    later = date(2026, 11, 30)
    task(ledger, daily, later, "充电桩总结", received_on=received, due_on="2026-12-14")
    (cut,) = cuts(ledger, later, Names(ledger, Glossary(ledger, later)))
    assert cut.state == NOT_SEEN
    assert since_in_table_3(ledger, later) == ["not seen since"]


def test_what_came_once_came_once(ledger: Ledger, daily: Entry, today: date) -> None:
    review.decide(ledger, daily, replace(GONE, effective_from=date(2026, 11, 24)), today=today)
    later = date(2026, 11, 30)
    task(ledger, daily, later, "充电桩日报", received_on="2026-11-26", period_key="2026-11-26")
    assert since_in_table_3(ledger, later) == ["came once"]


@pytest.mark.parametrize(
    ("period", "begins", "ends", "times"),
    [
        ("每日", "2026-11-30", "2026-12-11", 10),
        ("每日", "2026-11-30", "", 250),
        ("每日", "2026-11-30", "2029-12-31", 250),
        ("每周", "2026-11-30", "2026-12-18", 3),
        ("每月", "2026-11-01", "2028-10-31", 12),
    ],
)
def test_what_runs_for_a_stretch_of_days_is_counted_in_it_alone(
    ledger: Ledger, today: date, period: str, begins: str, ends: str, times: int
) -> None:
    draft = {"title": "走访日报", "department": "民政局", "period": period, "starts_on": begins}
    entry = records.add(ledger, DEMANDS, draft | {"ends_on": ends}, today=today)
    record = review.decide(ledger, entry, CUT, today=today).record
    assert (record.times_before, record.times_after) == (times, 0)
