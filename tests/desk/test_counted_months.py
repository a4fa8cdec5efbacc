"""Counts of months are kept until something is written, and never longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from threading import Thread
from typing import Any

import pytest

from mingbai.desk.month import counted
from mingbai.desk.month.figures import month_figures
from mingbai.desk.records import add, change
from mingbai.domain.month import Month
from mingbai.domain.period import Quarter
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Ledger

TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账"}
NOVEMBER = Month(2026, 11)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Month, ...]]:
    """The months that were counted, call by call."""
    months: list[tuple[Month, ...]] = []
    count = counted._count

    def told(ledger: Ledger, some: Sequence[Month], today: date) -> Any:
        months.append(tuple(some))
        return count(ledger, some, today)

    monkeypatch.setattr(counted, "_count", told)
    return months


def received(ledger: Ledger, today: date) -> Any:
    return month_figures(ledger, NOVEMBER, today=today).of("task.received").value.number


def test_what_is_known_is_not_counted_again(ledger: Ledger, today: date, asked: list[Any]) -> None:
    add(ledger, REGISTERS["task"], TASK, today=today)
    first = month_figures(ledger, NOVEMBER, today=today)
    assert month_figures(ledger, NOVEMBER, today=today).compared == first.compared
    assert len(asked) == 1
    # October stands within November's years; of its quarter only December is new.
    month_figures(ledger, NOVEMBER.previous, today=today)
    assert len(asked) == 1
    month_figures(ledger, Quarter(2026, 4), today=today)
    assert asked[1:] == [(NOVEMBER.next,)]


def test_every_write_makes_it_count_anew(ledger: Ledger, today: date, asked: list[Any]) -> None:
    entry = add(ledger, REGISTERS["task"], TASK, today=today)
    assert received(ledger, today) == 1
    change(ledger, entry, {"received_on": "2026-10-30"}, today=today)
    assert received(ledger, today) == 0
    add(ledger, REGISTERS["holiday"], {"day": "2026-11-05", "kind": "holiday"}, today=today)
    assert received(ledger, today) == 0
    assert len(asked) == 3


def test_another_day_is_counted_anew(ledger: Ledger, today: date, asked: list[Any]) -> None:
    add(ledger, REGISTERS["task"], TASK, today=today)
    for day in (today, date(2026, 11, 25)):
        assert received(ledger, day) == 1
    assert len(asked) == 2


def test_a_thread_behind_sees_what_was_written_in_front(ledger: Ledger, today: date) -> None:
    found: list[Any] = []

    def behind() -> None:
        found.append(received(ledger, today))

    for _ in range(2):
        add(ledger, REGISTERS["task"], TASK, today=today)
        thread = Thread(target=behind)
        thread.start()
        thread.join()
        found.append(received(ledger, today))
    assert found == [1, 1, 2, 2]


def test_within_an_act_nothing_is_kept(ledger: Ledger, today: date) -> None:
    assert received(ledger, today) in (0, None)
    with ledger.act("import", today=today):
        assert ledger.version() is None
    assert ledger.version() is not None
