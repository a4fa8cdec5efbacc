"""Default minutes: stated as defaults, edited by the place, used only where nobody timed or asked."""

from __future__ import annotations

from datetime import date

from mingbai.desk import records, review
from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.review import Verdict
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.register import Register
from mingbai.domain.review import Assessment, Method
from mingbai.domain.task import TASKS
from mingbai.domain.work_kind import WORK_KINDS
from mingbai.ledger.ledger import Entry, Ledger

DEMAND = {"title": "残疾人月报", "department": "残联", "period": "每月", "kind": "报表"}
TASK = {"received_on": "2026-11-19", "department": "残联", "title": "残疾人月报", "kind": "报表"}


def added(ledger: Ledger, today: date, register: Register, draft: dict[str, str]) -> Entry:
    return records.add(ledger, register, draft, today=today)


def change_default(ledger: Ledger, today: date, minutes: str) -> None:
    (kind,) = [one for one in ledger.entries(WORK_KINDS) if one.stored["code"] == "FRM"]
    records.change(ledger, kind, {"minutes": minutes}, today=today)


def test_every_kind_of_work_has_its_default(ledger: Ledger) -> None:
    assert len(ledger.entries(WORK_KINDS)) == 30
    assert all(one.record.minutes > 0 for one in ledger.entries(WORK_KINDS))


def test_a_place_edits_its_defaults_and_an_update_leaves_them(ledger: Ledger, today: date) -> None:
    change_default(ledger, today, "25")
    bring_catalogues(ledger)
    record = added(ledger, today, DEMANDS, DEMAND).record
    assert (record.minutes, record.minutes_source) == (25, MinutesSource.DEFAULT)


def test_what_was_said_before_stays(ledger: Ledger, today: date) -> None:
    before = added(ledger, today, DEMANDS, DEMAND)
    minutes = before.record.minutes
    change_default(ledger, today, "25")
    kept = ledger.entry(DEMANDS, before.uid)
    assert kept is not None
    assert kept.record.minutes == minutes


def test_a_single_assignment_that_is_cut_takes_the_default_of_its_kind(ledger: Ledger, today: date) -> None:
    change_default(ledger, today, "25")
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    record = review.decide(ledger, added(ledger, today, TASKS, TASK), verdict, today=today).record
    assert (record.minutes_before, record.minutes_source) == (25, MinutesSource.DEFAULT)
    timed = added(ledger, today, TASKS, TASK | {"minutes": "40"})
    record = review.decide(ledger, timed, verdict, today=today).record
    assert (record.minutes_before, record.minutes_source) == (40, MinutesSource.ASKED)
