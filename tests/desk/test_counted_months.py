"""Counts of months are kept until something is written, and never longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from threading import Thread
from typing import Any

import pytest

from mingbai.desk.month import counted
from mingbai.desk.month.figures import CHARTED_FIGURES, month_figures, printed_codes, worked_out_of
from mingbai.desk.records import add, change
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.period import Quarter
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Ledger

TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账"}
NOVEMBER = Month(2026, 11)
PRINTED = worked_out_of(printed_codes())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Month, ...]]:
    """The months of which all printed figures were counted, call by call."""
    months: list[tuple[Month, ...]] = []
    count = counted._count

    def told(ledger: Ledger, some: Sequence[Month], today: date, codes: tuple[str, ...]) -> Any:
        if codes == PRINTED:
            months.append(tuple(some))
        return count(ledger, some, today, codes)

    monkeypatch.setattr(counted, "_count", told)
    return months


def received(ledger: Ledger, today: date) -> Any:
    return month_figures(ledger, NOVEMBER, today=today).of("task.received").value.number


def test_what_is_known_is_not_counted_again(ledger: Ledger, today: date, asked: list[Any]) -> None:
    add(ledger, REGISTERS["task"], TASK, today=today)
    first = month_figures(ledger, NOVEMBER, today=today)
    assert month_figures(ledger, NOVEMBER, today=today).compared == first.compared
    assert len(asked) == 1
    # October stands within November's years; of its quarter only December is new, and that of last year.
    month_figures(ledger, NOVEMBER.previous, today=today)
    assert len(asked) == 1
    month_figures(ledger, Quarter(2026, 4), today=today)
    december = NOVEMBER.next
    assert asked[1:] == [(december.same_last_year, december)]


def test_months_that_only_stand_in_a_chart_are_counted_for_its_figures(
    ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, REGISTERS["task"], TASK, today=today)
    add(ledger, REGISTERS["task"], TASK | {"received_on": "2026-06-03", "title": "六月"}, today=today)
    asked: list[tuple[tuple[Month, ...], tuple[str, ...]]] = []
    count = counted._count

    def told(ledger: Ledger, some: Sequence[Month], today: date, codes: tuple[str, ...]) -> Any:
        asked.append((tuple(some), codes))
        return count(ledger, some, today, codes)

    monkeypatch.setattr(counted, "_count", told)
    march = Month(2027, 3)
    later = date(2027, 3, 10)
    found = month_figures(ledger, march, today=later)
    before = tuple(Month(2026, number) for number in range(4, 13))
    assert [months for months, codes in asked if codes == CHARTED_FIGURES] == [before]
    assert [set(months) & set(before) for months, codes in asked if codes == PRINTED] == [set()]
    drawn = [found.in_month("task.received", month) for month in (Month(2026, 6), NOVEMBER, march)]
    assert drawn == [1, 1, 0]
    # Once more nothing is counted.
    month_figures(ledger, march, today=later)
    assert len(asked) == 2


def test_what_stands_on_no_sheet_is_counted_only_when_it_is_asked_for(
    ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, REGISTERS["task"], TASK, today=today)
    asked: list[tuple[str, ...]] = []
    count = counted._count

    def told(ledger: Ledger, some: Sequence[Month], today: date, codes: tuple[str, ...]) -> Any:
        asked.append(codes)
        return count(ledger, some, today, codes)

    printed = month_figures(ledger, NOVEMBER, today=today)
    monkeypatch.setattr(counted, "_count", told)
    every = month_figures(ledger, NOVEMBER, today=today, every=True)
    (further,) = asked
    assert "task.open" in further
    assert {*further} == {*FIGURES} - {*PRINTED}
    assert every.of("task.open").value.number == 1
    assert {code: every.of(code) for code in PRINTED} == printed.compared
    with pytest.raises(KeyError):
        printed.of("task.open")


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
