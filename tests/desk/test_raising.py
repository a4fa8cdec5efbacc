"""A letter to the joint office makes the point that waits for its answer."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records, review
from mingbai.desk.deeds import deed_words
from mingbai.desk.glossary import Glossary
from mingbai.desk.letters import draft_letter
from mingbai.desk.raising import Raised, points_about, raise_by_letter
from mingbai.desk.review import Verdict
from mingbai.desk.standing import standing
from mingbai.desk.whole import links
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.letter import LetterKind
from mingbai.domain.point import POINTS
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_undo, undo


@pytest.fixture
def task(ledger: Ledger, today: date) -> Entry:
    draft = {"received_on": "2026-11-20", "department": "民政局", "title": "上报重点人群台账"}
    return records.add(ledger, TASKS, draft, today=today)


def written(ledger: Ledger, entry: Entry, today: date) -> Raised:
    letter = draft_letter(ledger, entry, LetterKind.JOINT, language="zh", today=today).letter
    return raise_by_letter(ledger, entry, letter, today=today)


def said(ledger: Ledger, entry: Entry, day: date, language: str = "zh") -> list[str]:
    found = standing(ledger, entry, Glossary(ledger, day))
    return [one.words.zh if language == "zh" else one.words.en for one in found]


def test_the_letter_makes_the_point(ledger: Ledger, task: Entry, today: date) -> None:
    raised = written(ledger, task, today)
    assert raised.anew
    point = raised.point.record
    assert (point.title, point.raised_on, point.subject) == ("上报重点人群台账", today, task.uid)
    assert point.kind is not None
    assert point.kind.code == "joint"
    assert Glossary(ledger, today).show(point.raised_to, "zh") == "联席会议办公室"
    assert said(ledger, task, date(2026, 11, 27)) == ["11-24 周二向联席会议办公室反映，等了 3 天，还没有答复"]
    linked = [group for group in links(ledger, task, today) if group.words == POINTS.words]
    assert [one.uid for one in linked[0].entries] == [raised.point.uid]
    # And from the point back to what it is about.
    assert task.uid in [one.uid for group in links(ledger, raised.point, today) for one in group.entries]


def test_one_undo_takes_all_of_it_back(ledger: Ledger, task: Entry, today: date) -> None:
    decision = review.decide(ledger, task, Verdict(assessment=Assessment.CUT), today=today, language="zh")
    written(ledger, task, today)
    linked = ledger.entry(DECISIONS, decision.uid)
    assert linked is not None
    assert linked.stored["point"] == points_about(ledger, task, today)[0].uid
    deed = next_undo(ledger)
    assert deed is not None
    assert deed_words(ledger, deed).zh.startswith("反映")
    undo(ledger)
    assert points_about(ledger, task, today) == []
    freed = ledger.entry(DECISIONS, decision.uid)
    assert freed is not None
    assert freed.stored["point"] is None


def test_a_second_letter_raises_nothing_anew_until_it_was_answered(
    ledger: Ledger, task: Entry, today: date
) -> None:
    first = written(ledger, task, today)
    second = written(ledger, task, today)
    assert not second.anew
    assert second.point.uid == first.point.uid
    records.change(
        ledger, first.point, {"answered_on": "2026-11-26", "result": "partly"}, today=date(2026, 11, 26)
    )
    assert said(ledger, task, date(2026, 12, 1), "en") == [
        "Raised with 联席会议办公室 Tue 24 Nov, answered after 2 days: Partly carried out"
    ]
    assert written(ledger, task, today).anew


def test_what_is_decided_afterwards_came_of_it(ledger: Ledger, task: Entry, today: date) -> None:
    raised = written(ledger, task, today)
    decision = review.decide(ledger, task, Verdict(assessment=Assessment.CUT), today=today, language="zh")
    assert decision.stored["point"] == raised.point.uid


def test_of_an_occurrence_the_series_is_told_too(ledger: Ledger, today: date) -> None:
    demand = records.add(
        ledger,
        DEMANDS,
        {"title": "周报", "department": "民政局", "period": "每周", "starts_on": "2026-11-02"},
        today=today,
    )
    written(ledger, demand, today)
    draft = {"received_on": today, "department": "民政局", "title": "周报", "demand": demand.number}
    occurrence = records.add(ledger, TASKS, draft, today=today)
    assert len(points_about(ledger, occurrence, today)) == 1


def test_an_issue_is_nothing_to_raise_so(ledger: Ledger, task: Entry, today: date) -> None:
    letter = draft_letter(ledger, task, LetterKind.JOINT, language="zh", today=today).letter
    issue = records.add(ledger, ISSUES, {"accepted_at": "2026-11-20 09:00", "title": "路灯"}, today=today)
    with pytest.raises(Mistake):
        raise_by_letter(ledger, issue, letter, today=today)
