"""What was agreed to come less often is waited for less often, from the day that was agreed."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import comebacks, records, recurring, review
from mingbai.desk.expecting import expected_groups
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names
from mingbai.desk.live_flags import refresh
from mingbai.desk.review import Verdict
from mingbai.desk.standing import standing
from mingbai.desk.watch import Watch
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import equals
from mingbai.domain.review import FLAGS, Assessment, Method
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import redo, undo

WEEKS = ["2026-W45", "2026-W46", "2026-W47"]
NEW_YEAR = date(2026, 12, 31)
COLUMNS = "姓名;身份证号;年龄;残疾类别;残疾等级;监护人"


@pytest.fixture
def weekly(ledger: Ledger, today: date) -> Entry:
    draft = {
        "title": "环境周报",
        "department": "街道办",
        "period": "每周",
        "due_day": "5",
        "form_columns": COLUMNS,
        "starts_on": "2026-11-2",
    }
    return records.add(ledger, DEMANDS, draft, today=today)


def rarer(ledger: Ledger, entry: Entry, on: date, times: int = 12) -> Entry:
    verdict = Verdict(
        assessment=Assessment.SIMPLIFY, method=Method.RARER, effective_from=on, times_after=times
    )
    return review.decide(ledger, entry, verdict, today=min(on, date(2026, 11, 24)))


def keys(ledger: Ledger, day: date) -> list[str]:
    return [one.occurrence.key for one in recurring.expected(ledger, day)]


def test_the_new_rhythm_holds_from_its_day_and_undo_brings_the_old_one_back(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    assert keys(ledger, today) == [*WEEKS, "2026-W48"]
    rarer(ledger, weekly, today)
    # Friday of this week lies behind the change, and what was due before it is still asked about.
    assert keys(ledger, today) == [*WEEKS, "2026-11"]
    assert keys(ledger, NEW_YEAR) == [*WEEKS, "2026-11", "2026-12"]
    assert recurring.expected(ledger, NEW_YEAR)[-1].due_on == NEW_YEAR
    undo(ledger)
    assert keys(ledger, today) == [*WEEKS, "2026-W48"]
    redo(ledger)
    assert keys(ledger, today) == [*WEEKS, "2026-11"]


def test_a_suggestion_alone_changes_no_rhythm(ledger: Ledger, weekly: Entry, today: date) -> None:
    verdict = Verdict(assessment=Assessment.SIMPLIFY, times_after=12)
    suggested = review.decide(ledger, weekly, verdict, today=today)
    assert keys(ledger, today) == [*WEEKS, "2026-W48"]
    agreed = Verdict(assessment=Assessment.SIMPLIFY, method=Method.RARER, times_after=12)
    review.carry_out(ledger, suggested, agreed, today=today)
    assert keys(ledger, today) == [*WEEKS, "2026-11"]


def test_what_is_agreed_for_later_begins_later(ledger: Ledger, weekly: Entry, today: date) -> None:
    rarer(ledger, weekly, date(2026, 12, 7))
    assert keys(ledger, today) == [*WEEKS, "2026-W48"]
    assert keys(ledger, date(2026, 12, 8)) == [*WEEKS, "2026-W48", "2026-W49", "2026-12"]


def test_what_came_back_comes_as_often_as_before(ledger: Ledger, weekly: Entry, today: date) -> None:
    decision = rarer(ledger, weekly, today)
    comebacks.came_back(ledger, decision, date(2026, 12, 14), today=date(2026, 12, 14))
    assert keys(ledger, NEW_YEAR) == [*WEEKS, "2026-11", "2026-W51", "2026-W52", "2026-W53"]


def test_a_second_cut_follows_the_first(ledger: Ledger, weekly: Entry, today: date) -> None:
    rarer(ledger, weekly, today)
    rarer(ledger, weekly, date(2026, 12, 1), times=4)
    assert keys(ledger, NEW_YEAR) == [*WEEKS, "2026-11", "2026-Q4"]


def test_what_was_cut_twice_and_came_back_is_as_often_as_between_the_cuts(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    rarer(ledger, weekly, today)
    second = rarer(ledger, weekly, date(2026, 12, 1), times=4)
    comebacks.came_back(ledger, second, date(2026, 12, 14), today=date(2026, 12, 14))
    assert keys(ledger, NEW_YEAR) == [*WEEKS, "2026-11", "2026-12"]


def test_what_came_back_from_the_first_cut_comes_as_often_as_before_both(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    first = rarer(ledger, weekly, today)
    rarer(ledger, weekly, date(2026, 12, 1), times=4)
    comebacks.came_back(ledger, first, date(2026, 12, 21), today=date(2026, 12, 21))
    assert keys(ledger, NEW_YEAR) == [*WEEKS, "2026-11", "2026-W52", "2026-W53"]


@pytest.mark.parametrize("back", [date(2026, 11, 30), date(2026, 12, 7)])
def test_a_cut_that_came_back_before_its_day_never_begins(
    ledger: Ledger, weekly: Entry, today: date, back: date
) -> None:
    decision = rarer(ledger, weekly, date(2026, 12, 7))
    comebacks.came_back(ledger, decision, back, today=back)
    weeks = [f"2026-W{week}" for week in range(48, 54)]
    assert keys(ledger, NEW_YEAR) == [*WEEKS, *weeks]
    assert not [*standing(ledger, weekly, Glossary(ledger, today))]


@pytest.mark.parametrize("times", [24, 52])
def test_times_that_no_period_has_change_nothing(
    ledger: Ledger, weekly: Entry, today: date, times: int
) -> None:
    verdict = Verdict(
        assessment=Assessment.SIMPLIFY, method=Method.THINNER, minutes_after=10, times_after=times
    )
    review.decide(ledger, weekly, verdict, today=today)
    assert keys(ledger, today) == [*WEEKS, "2026-W48"]


def test_one_that_takes_its_place_brings_its_own_rhythm(ledger: Ledger, weekly: Entry, today: date) -> None:
    rarer(ledger, weekly, today)
    records.change(ledger, weekly, {"ends_on": "2026-11-22"}, today=today)
    draft = {
        "title": "环境月报",
        "department": "街道办",
        "period": "每月",
        "starts_on": "2026-12-1",
        "follows": weekly.number,
    }
    records.add(ledger, DEMANDS, draft, today=today)
    assert keys(ledger, NEW_YEAR) == [*WEEKS, "2026-12"]


@pytest.mark.parametrize(
    ("begins", "old", "new"),
    [
        ("2026-11-24", [], ["2026-11", "2026-12"]),
        ("2026-12-1", ["2026-11"], ["2026-12"]),
        ("2027-1-1", ["2026-11", "2026-12"], []),
    ],
)
def test_one_that_takes_its_place_takes_over_from_its_own_first_day(
    ledger: Ledger, weekly: Entry, today: date, begins: str, old: list[str], new: list[str]
) -> None:
    rarer(ledger, weekly, today)
    draft = {
        "title": "环境月报",
        "department": "街道办",
        "period": "每月",
        "starts_on": begins,
        "follows": weekly.number,
    }
    follower = records.add(ledger, DEMANDS, draft, today=today)
    waited = [
        [one.occurrence.key for one in recurring.expected(ledger, NEW_YEAR, of)] for of in (weekly, follower)
    ]
    assert waited == [[*WEEKS, *old], new]


def test_the_new_period_is_named_recorded_and_no_alarm(ledger: Ledger, weekly: Entry, today: date) -> None:
    rarer(ledger, weekly, today)
    day = date(2026, 12, 1)
    monthly = recurring.came(ledger, weekly, "本月", received_on=day, today=day)
    assert (monthly.record.period_key, monthly.record.due_on) == ("2026-12", NEW_YEAR)
    recurring.did_not_come(ledger, weekly, "2026-W47", today=day)
    watch = Watch(ledger, day)
    refresh(ledger, watch, [monthly], today=day)
    assert flagged_as_back(ledger, monthly, day) == 0
    # A weekly one on top of it is what was cut.
    again = recurring.came(ledger, weekly, "2026-W49", received_on=day, today=day)
    refresh(ledger, watch, [again], today=day)
    assert flagged_as_back(ledger, again, day) == 1


def flagged_as_back(ledger: Ledger, entry: Entry, day: date) -> int:
    flags = asked_entries(ledger, FLAGS, equals("subject", entry.uid), day)
    return sum(flag.stored["family"] == "came_back" for flag in flags)


@pytest.mark.parametrize(
    ("day", "typed", "key"),
    [
        ("2026-11-25", "上周", "2026-W47"),
        ("2026-11-25", "last week", "2026-W47"),
        ("2026-11-25", "last", "2026-W47"),
        ("2026-11-25", "昨天", "2026-11"),
        # What was due on this week's Friday is waited for as the month's.
        ("2026-11-24", "昨天", "2026-11"),
        ("2026-11-25", "11-18", "2026-W47"),
        ("2026-12-02", "上月", "2026-11"),
        ("2026-12-02", "last", "2026-11"),
    ],
)
def test_last_is_the_period_that_was_waited_for_then(
    ledger: Ledger, weekly: Entry, today: date, day: str, typed: str, key: str
) -> None:
    rarer(ledger, weekly, today)
    on = date.fromisoformat(day)
    task = recurring.came(ledger, weekly, typed, received_on=on, today=on)
    assert task.record.period_key == key


@pytest.mark.parametrize(
    ("day", "typed"),
    [
        ("2026-11-25", "上月"),
        ("2026-11-25", "last quarter"),
        ("2026-12-02", "上周"),
        ("2026-12-02", "本周"),
    ],
)
def test_a_word_of_a_period_that_was_not_waited_for_is_refused(
    ledger: Ledger, weekly: Entry, today: date, day: str, typed: str
) -> None:
    rarer(ledger, weekly, today)
    on = date.fromisoformat(day)
    with pytest.raises(Mistake) as mistake:
        recurring.came(ledger, weekly, typed, received_on=on, today=on)
    assert f"期次如 {day[:7]}" in mistake.value.words.zh


def test_what_has_ended_or_ends_before_stands_in_no_rhythm(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    rarer(ledger, weekly, date(2027, 1, 1))
    assert [*standing(ledger, weekly, Glossary(ledger, today))]
    ended = records.change(ledger, weekly, {"ends_on": "2026-12-31"}, today=today)
    assert not [*standing(ledger, ended, Glossary(ledger, today))]
    later = records.change(ledger, ended, {"ends_on": "2027-3-31"}, today=today)
    assert [*standing(ledger, later, Glossary(ledger, today))]
    assert not [*standing(ledger, later, Glossary(ledger, date(2027, 4, 1)))]


def test_today_and_the_entry_itself_say_the_new_rhythm(ledger: Ledger, weekly: Entry, today: date) -> None:
    assert not [*standing(ledger, weekly, Glossary(ledger, today))]
    rarer(ledger, weekly, today)
    (told,) = standing(ledger, weekly, Glossary(ledger, today))
    assert (told.words.zh, told.words.en) == ("11-24 周二起每月 1 次", "From Tue 24 Nov: every month")
    week, *_ = expected_groups(ledger, date(2026, 11, 30), Names(ledger, Glossary(ledger, today)))
    (line,) = week.lines
    assert (line.title.zh, line.aside.zh) == ("环境周报（11月）", "镇街，每月")
