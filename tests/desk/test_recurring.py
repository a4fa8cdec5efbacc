"""Expected occurrences: which, until when, and what one key press records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.desk import records, recurring
from mingbai.domain.absence import ABSENCES, Absence
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.demand import DEMANDS
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import occurrence, occurrences
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import asked_among
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Taken
from mingbai.ledger.undo import undo

EVERY_DAY_WORKS = WorkingDays([], [])


@pytest.fixture
def weekly(ledger: Ledger, today: date) -> Entry:
    draft = {
        "title": "环境周报",
        "department": "街道办",
        "period": "每周",
        "due_day": "5",
        "starts_on": "2026-11-9",
    }
    return records.add(ledger, DEMANDS, draft, today=today)


def keys(ledger: Ledger, today: date) -> list[str]:
    return [one.occurrence.key for one in recurring.expected(ledger, today)]


def test_every_week_since_the_beginning_is_waited_for(ledger: Ledger, weekly: Entry, today: date) -> None:
    assert keys(ledger, today) == ["2026-W46", "2026-W47", "2026-W48"]
    assert recurring.expected(ledger, today)[0].due_on == date(2026, 11, 13)
    assert weekly.number == "2026-A-0001"


def test_a_day_that_had_passed_when_it_was_told_is_not_asked_about(ledger: Ledger, today: date) -> None:
    draft = {
        "title": "流动人口月报",
        "department": "派出所",
        "period": "每月",
        "due_day": "5",
        "starts_on": today.isoformat(),
    }
    records.add(ledger, DEMANDS, draft, today=today)
    assert keys(ledger, today) == []
    assert keys(ledger, date(2026, 12, 1)) == ["2026-12"]


def test_what_came_or_did_not_is_no_longer_waited_for(ledger: Ledger, weekly: Entry, today: date) -> None:
    task = recurring.came(ledger, weekly, "2026-W47", received_on=today, today=today)
    assert (task.record.title, task.record.period_key) == ("环境周报", "2026-W47")
    recurring.did_not_come(ledger, weekly, "2026-W46", today=today)
    assert keys(ledger, today) == ["2026-W48"]
    undo(ledger)
    assert keys(ledger, today) == ["2026-W46", "2026-W48"]


def test_the_years_before_are_not_read(
    ledger: Ledger, weekly: Entry, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ledger.act("import") as act:
        for week in range(40):
            day = date(2025, 1, 6) + timedelta(weeks=week)
            key = f"2025-W{week + 2:02}"
            act.insert(ABSENCES, Absence(demand=weekly.uid, period_key=key, noted_on=day))
    recurring.did_not_come(ledger, weekly, "2026-W46", today=today)
    read: list[Entry] = []

    def reading(*asked: Any) -> Iterator[list[Entry]]:
        for found in asked_among(*asked):
            read.extend(found)
            yield found

    monkeypatch.setattr(recurring, "asked_among", reading)
    assert keys(ledger, today) == ["2026-W47", "2026-W48"]
    assert [entry.stored["period_key"] for entry in read] == ["2026-W46"]


def test_the_same_week_is_never_recorded_twice(ledger: Ledger, weekly: Entry, today: date) -> None:
    recurring.came(ledger, weekly, "2026-W47", received_on=today, today=today)
    with pytest.raises(Taken):
        recurring.came(ledger, weekly, "2026-W47", received_on=today, today=today)
    with pytest.raises(Mistake):
        recurring.did_not_come(ledger, weekly, "2026-W47", today=today)


def test_what_comes_after_all_takes_back_that_it_did_not(ledger: Ledger, weekly: Entry, today: date) -> None:
    recurring.did_not_come(ledger, weekly, "2026-W47", today=today)
    recurring.came(ledger, weekly, "2026-W47", received_on=today, today=today)
    assert not ledger.entries(ABSENCES)


def test_a_period_of_another_rhythm_is_refused_with_an_example(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    with pytest.raises(Mistake) as mistake:
        recurring.came(ledger, weekly, "2026-11", received_on=today, today=today)
    assert "2026-W48" in mistake.value.words.zh


def test_what_ended_is_not_waited_for(ledger: Ledger, weekly: Entry, today: date) -> None:
    records.change(ledger, weekly, {"ends_on": "2026-11-15"}, today=today)
    assert keys(ledger, today) == ["2026-W46"]


def test_what_would_be_due_after_the_last_day_is_not_waited_for(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    records.change(ledger, weekly, {"ends_on": "2026-11-18"}, today=today)
    assert keys(ledger, today) == ["2026-W46"]


def test_daily_work_is_waited_for_on_working_days_only(ledger: Ledger) -> None:
    monday = date(2026, 10, 12)
    draft = {"title": "日报", "department": "街道办", "period": "每日", "starts_on": "2026-9-30"}
    records.add(ledger, DEMANDS, draft, today=monday)
    # 1 to 7 October are holidays, Saturday the 10th is a shifted working day.
    assert keys(ledger, monday) == ["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12"]


def test_what_is_daily_from_a_saturday_on_is_wanted_at_weekends_and_waits_before_them(ledger: Ledger) -> None:
    friday = date(2026, 11, 27)
    draft = {"title": "日报", "department": "街道办", "period": "每日", "starts_on": "2026-11-28"}
    demand = records.add(ledger, DEMANDS, draft, today=friday)
    assert recurring.first_due(demand.record, friday, EVERY_DAY_WORKS) == date(2026, 11, 28)
    assert keys(ledger, friday) == ["2026-11-28", "2026-11-29"]
    assert keys(ledger, date(2026, 11, 30)) == ["2026-11-28", "2026-11-29", "2026-11-30"]


def test_of_the_next_working_day_nothing_waits_yet(ledger: Ledger) -> None:
    friday = date(2026, 11, 27)
    for period, begins in (("每日", "2026-11-27"), ("每周", "2026-11-27")):
        draft = {"title": period, "department": "街道办", "period": period, "starts_on": begins}
        records.add(ledger, DEMANDS, draft, today=friday)
    assert keys(ledger, friday) == ["2026-11-27", "2026-W48"]


@pytest.mark.parametrize(
    ("period", "key"),
    [
        (Frequency.DAILY, "2027-01-01"),
        (Frequency.WEEKLY, "2026-W53"),
        (Frequency.MONTHLY, "2027-01"),
        (Frequency.QUARTERLY, "2027-Q1"),
        (Frequency.HALF_YEARLY, "2027-H1"),
        (Frequency.YEARLY, "2027"),
    ],
)
def test_a_day_names_its_period(period: Frequency, key: str) -> None:
    found = occurrence(period, date(2027, 1, 1))
    assert found is not None
    assert found.key == key


@given(
    st.sampled_from([p for p in Frequency if p is not Frequency.IRREGULAR]),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_periods_tile_the_calendar(period: Frequency, day: date) -> None:
    found = list(occurrences(period, day, day + timedelta(days=800), EVERY_DAY_WORKS))
    assert len({each.key for each in found}) == len(found)
    if period is not Frequency.DAILY:
        for before, after in pairwise(found):
            assert before.end + timedelta(days=1) == after.start
    assert found[0].start <= day or period is Frequency.DAILY


def test_a_period_may_be_named_as_people_speak(ledger: Ledger, weekly: Entry, today: date) -> None:
    for typed, key in (
        ("上周", "2026-W47"),
        ("W46", "2026-W46"),
        ("last week", "2026-W47"),
        ("11-24", "2026-W48"),
    ):
        (with_it,) = recurring.did_not_come(ledger, weekly, typed, today=today)
        assert with_it.record.period_key == key
        undo(ledger)


def test_what_has_not_begun_cannot_have_stayed_away(ledger: Ledger, weekly: Entry, today: date) -> None:
    with pytest.raises(Mistake):
        recurring.did_not_come(ledger, weekly, "2026-W49", today=today)
