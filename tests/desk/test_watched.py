"""What was cut altogether is expected no more, and watched whether it comes all the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mingbai.desk import comebacks, records, recurring, review
from mingbai.desk.cuts import cuts
from mingbai.desk.expecting import expected_groups
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Group, Line, Names, Shape
from mingbai.desk.month.doubts import month_doubts
from mingbai.desk.review import Verdict
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.period import parse_period
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

CUT_ON = date(2026, 11, 18)


@pytest.fixture
def daily(ledger: Ledger) -> Entry:
    draft = {"title": "环境日报", "department": "街道办", "period": "每日", "starts_on": "2026-11-16"}
    return records.add(ledger, DEMANDS, draft, today=date(2026, 11, 16))


def cut(ledger: Ledger, demand: Entry, on: date = CUT_ON) -> Entry:
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=on)
    return review.decide(ledger, demand, verdict, today=on)


def groups(ledger: Ledger, day: date) -> dict[str, Group]:
    names = Names(ledger, Glossary(ledger, day))
    return {group.code: group for group in expected_groups(ledger, day, names)}


def watched(ledger: Ledger, day: date) -> Line:
    (line,) = groups(ledger, day)["watched"].lines
    return line


def test_what_was_cut_has_one_line_that_says_since_when(ledger: Ledger, daily: Entry, today: date) -> None:
    cut(ledger, daily)
    found = groups(ledger, today)
    # The two days before the cut are still asked about, one by one.
    assert [line.title.zh for line in found["earlier"].lines] == [
        "环境日报（11-17）",
        "环境日报（11-16）",
    ]
    assert found["expected"].count == 0
    line = watched(ledger, today)
    assert (line.title.zh, line.aside.zh, line.trailing.zh) == (
        "环境日报（5 期）",
        "镇街，11-18 起已核减",
        "今天",
    )
    assert (line.title.en, line.aside.en) == (
        "环境日报 (5 periods)",
        "Township (Subdistrict), cut since 18 Nov",
    )


def test_one_key_says_of_all_its_days_that_it_did_not_come(ledger: Ledger, daily: Entry, today: date) -> None:
    cut(ledger, daily)
    keys = [one.occurrence.key for one in watched(ledger, today).expected]
    noted = recurring.did_not_come(ledger, daily, *keys, today=today)
    assert [one.stored["period_key"] for one in noted] == [
        f"2026-11-{day}" for day in ("18", "19", "20", "23", "24")
    ]
    line = watched(ledger, today)
    assert (line.shape, line.title.zh, line.trailing.zh) == (Shape.STAYED_AWAY, "环境日报（5 期）", "没来")
    assert not line.expected
    assert groups(ledger, today)["watched"].count == 0
    undo(ledger)
    assert not ledger.entries(ABSENCES)


def test_only_the_days_that_have_come_are_asked_about(ledger: Ledger, today: date) -> None:
    draft = {"title": "环境周报", "department": "街道办", "period": "每周", "due_day": "5"}
    weekly = records.add(ledger, DEMANDS, draft | {"starts_on": "2026-11-9"}, today=today)
    cut(ledger, weekly)
    assert watched(ledger, today).title.zh == "环境周报（第47周）"
    recurring.did_not_come(ledger, weekly, "2026-W47", today=today)
    asked, settled = groups(ledger, today)["watched"].lines
    assert (asked.title.zh, asked.trailing.zh, settled.trailing.zh) == ("环境周报（第48周）", "周五", "没来")


BEGINS_LATER = [
    pytest.param("2026-12-01", None, "12-01", "1 Dec", id="it begins next month"),
    pytest.param("2026-12-01", date(2026, 12, 15), "12-15", "15 Dec", id="and is cut after that"),
    pytest.param("2026-01-01", date(2027, 1, 1), "2027-01-01", "1 Jan 2027", id="it runs on until then"),
]


@pytest.mark.parametrize(("starts_on", "cut_from", "zh", "en"), BEGINS_LATER)
def test_what_is_spared_later_says_from_when(
    ledger: Ledger, today: date, starts_on: str, cut_from: date | None, zh: str, en: str
) -> None:
    draft = {"title": "环境月报", "department": "街道办", "period": "每月", "starts_on": starts_on}
    monthly = records.add(ledger, DEMANDS, draft, today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=cut_from)
    review.decide(ledger, monthly, verdict, today=today)
    later = groups(ledger, today)["cut later"]
    (line,) = later.lines
    assert (line.title.zh, line.aside.zh) == ("环境月报", "镇街")
    assert line.trailing == Words(f"{zh} 起执行", f"Begins {en}")
    # Review says the same of it.
    (on_review,) = cuts(ledger, today, Names(ledger, Glossary(ledger, today)))
    assert (on_review.state, on_review.since) == (line.trailing, NO_WORDS)
    # Nothing of it can be noted as come or not yet.
    assert (line.entry, line.expected, later.count) == (monthly, (), 1)
    assert groups(ledger, today)["watched"].lines == ()
    undo(ledger)
    assert not groups(ledger, today)["cut later"].count


def test_of_what_is_spared_later_the_soonest_are_told_and_all_counted(ledger: Ledger, today: date) -> None:
    for n in range(1, 7):
        draft = {"title": f"报表{n}", "department": "街道办", "period": "每月", "starts_on": "2026-1-1"}
        cut_later = Verdict(
            assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 12, 20 - n)
        )
        review.decide(ledger, records.add(ledger, DEMANDS, draft, today=today), cut_later, today=today)
    later = groups(ledger, today)["cut later"]
    assert [line.title.zh for line in later.lines] == ["报表6", "报表5", "报表4", "报表3"]
    assert (later.count, [one.page for one in later.openings]) == (6, ["review"])


@pytest.mark.parametrize("ends_on", ["2026-12-10", "2026-12-20"])
def test_of_what_is_over_before_its_cut_nothing_is_spared(ledger: Ledger, today: date, ends_on: str) -> None:
    draft = {"title": "环境月报", "department": "街道办", "period": "每月", "ends_on": ends_on}
    monthly = records.add(ledger, DEMANDS, draft | {"starts_on": "2026-1-1"}, today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 12, 15))
    review.decide(ledger, monthly, verdict, today=today)
    assert bool(groups(ledger, today)["cut later"].lines) is (ends_on > "2026-12-15")


def test_what_comes_all_the_same_has_come_back(ledger: Ledger, daily: Entry, today: date) -> None:
    decision = cut(ledger, daily)
    task = recurring.came(ledger, daily, today.isoformat(), received_on=today, today=today)
    (told,) = ledger.entries(DECISIONS)
    assert (told.record.came_back_on, told.record.came_back_as) == (today, daily.uid)
    (shown,) = cuts(ledger, today, Names(ledger, Glossary(ledger, today)))
    assert shown.back
    # From that day on it is expected like before, and of the days between nobody is asked.
    assert "2026-11-25" in [
        one.occurrence.key for one in recurring.expected(ledger, date(2026, 11, 25)) if one.stopped is None
    ]
    undo(ledger)
    assert ledger.entry(DECISIONS, decision.uid).record.came_back_on is None  # type: ignore[union-attr]
    assert ledger.entry(task.register, task.uid) is None or not ledger.entries(task.register)


def test_a_period_before_the_cut_that_comes_late_did_not_come_back(
    ledger: Ledger, daily: Entry, today: date
) -> None:
    decision = cut(ledger, daily)
    recurring.came(ledger, daily, "2026-11-17", received_on=today, today=today)
    assert records.found(ledger, DECISIONS, decision.uid).record.came_back_on is None


def test_nobody_is_asked_any_more_once_it_was_rechecked_or_a_year_later(
    ledger: Ledger, daily: Entry, today: date
) -> None:
    decision = cut(ledger, daily)
    later = CUT_ON + timedelta(days=365 + 62)
    assert "watched" in groups(ledger, today)
    assert [one for one in recurring.expected(ledger, later) if one.due_on > later - timedelta(days=61)] == []
    comebacks.still_gone(ledger, decision, today=today)
    week = today + timedelta(days=7)
    assert max(one.due_on for one in recurring.expected(ledger, week)) == today


def test_what_was_cut_before_it_became_rarer_keeps_its_last_rhythm(
    ledger: Ledger, daily: Entry, today: date
) -> None:
    rarer = Verdict(
        assessment=Assessment.SIMPLIFY, method=Method.RARER, effective_from=CUT_ON, times_after=52
    )
    review.decide(ledger, daily, rarer, today=CUT_ON)
    cut(ledger, daily, date(2026, 11, 23))
    told = [(one.occurrence.key, one.stopped is not None) for one in recurring.expected(ledger, today)]
    assert told == [
        ("2026-11-16", False),
        ("2026-11-17", False),
        ("2026-W47", False),
        ("2026-W48", True),
    ]


def test_the_month_report_has_no_doubt_about_what_was_cut(ledger: Ledger, daily: Entry, today: date) -> None:
    cut(ledger, daily, date(2026, 11, 16))
    month = parse_period("2026-11")
    assert "demand.waiting" not in [one.code for one in month_doubts(ledger, month, today)[0]]
    undo(ledger)
    assert "demand.waiting" in [one.code for one in month_doubts(ledger, month, today)[0]]
