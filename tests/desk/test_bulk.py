"""Deeds on several entries at once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mingbai.desk.bulk import close_all, put_all_into_bin, take_all_out_of_bin
from mingbai.desk.records import add
from mingbai.domain.issue import ISSUES
from mingbai.domain.place import PLACES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

AT = datetime(2026, 11, 24, 14, 2, 31)


@pytest.fixture
def three(ledger: Ledger, today: date) -> list[Entry]:
    """Three open assignments."""
    for title in "甲乙丙":
        add(ledger, TASKS, {"received_on": today, "department": "民政局", "title": title}, today=today)
    return ledger.entries(TASKS)


def test_what_is_binned_together_comes_back_together(ledger: Ledger, three: list[Entry]) -> None:
    assert put_all_into_bin(ledger, three[:2]) == 2
    assert [entry.stored["title"] for entry in ledger.entries(TASKS)] == ["丙"]
    undo(ledger)
    assert len(ledger.entries(TASKS)) == 3


def test_the_place_is_never_binned(ledger: Ledger, three: list[Entry]) -> None:
    with pytest.raises(Mistake):
        put_all_into_bin(ledger, [*three, *ledger.entries(PLACES)])
    assert len(ledger.entries(TASKS)) == 3


def test_several_are_taken_out_of_the_bin(ledger: Ledger, three: list[Entry]) -> None:
    put_all_into_bin(ledger, three)
    assert take_all_out_of_bin(ledger, ledger.entries(TASKS, binned=True)) == 3
    assert len(ledger.entries(TASKS)) == 3


def test_closing_leaves_what_is_closed_as_it_is(ledger: Ledger, three: list[Entry]) -> None:
    close_all(ledger, three[:1], datetime(2026, 11, 20, 9))
    assert close_all(ledger, ledger.entries(TASKS), AT) == 2
    assert [e.stored["done_on"] for e in ledger.entries(TASKS)] == ["2026-11-20", "2026-11-24", "2026-11-24"]


def test_issues_close_at_the_minute(ledger: Ledger, today: date) -> None:
    add(ledger, ISSUES, {"accepted_at": "2026-11-19 09:00", "title": "路灯不亮"}, today=today)
    assert close_all(ledger, ledger.entries(ISSUES), AT) == 1
    assert ledger.entries(ISSUES)[0].stored["closed_at"] == "2026-11-24T14:02:00"


def test_what_does_not_end_is_refused(ledger: Ledger, today: date) -> None:
    add(ledger, STAFF, {"name": "李梅"}, today=today)
    with pytest.raises(Mistake):
        close_all(ledger, ledger.entries(STAFF), AT)
