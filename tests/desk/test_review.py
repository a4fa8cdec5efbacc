"""Flags and decisions: what is copied, what is refused, what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mingbai.desk import comebacks, records, recurring, review
from mingbai.desk.cuts import ONCE, asked_before
from mingbai.desk.deeds import deed_words
from mingbai.desk.flagged import flagged
from mingbai.desk.review import Verdict
from mingbai.desk.whole import verdict_words
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.review import DECISIONS, FLAGS, Assessment, FlagState, Method
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_undo, undo

TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "上报重点人群台账", "minutes": "40"}
WEEKLY = {
    "title": "环境周报",
    "department": "街道办",
    "period": "每周",
    "kind": "FRM",
    "minutes": "90",
    "people": "2",
}


@pytest.fixture
def task(ledger: Ledger, today: date) -> Entry:
    return records.add(ledger, TASKS, TASK, today=today)


@pytest.fixture
def weekly(ledger: Ledger, today: date) -> Entry:
    return records.add(ledger, DEMANDS, WEEKLY | {"starts_on": "2026-1-1"}, today=today)


def test_a_flag_with_a_rule_cites_where_it_is_written(ledger: Ledger, task: Entry, today: date) -> None:
    rule = next(
        e.record for e in ledger.entries(RULES) if e.record.confidence.code == "verified" and e.record.in_use
    )
    flag = review.flag(ledger, task, rule.code.lower(), today=today)
    told = [words.zh for words in flagged(ledger, [flag])[0].told]
    assert told == [rule.gist, rule.source + rule.clause, "原文已核"]
    assert flag.record.edition == rule.edition


def test_a_rule_of_another_place_says_so(ledger: Ledger, task: Entry, today: date) -> None:
    rule = next(e.record for e in ledger.entries(RULES) if not e.record.in_use)
    flag = review.flag(ledger, task, rule.code, today=today)
    assert "本地未启用" in [words.zh for words in flagged(ledger, [flag])[0].told][-1]


def test_a_flag_in_own_words_cites_nothing(ledger: Ledger, task: Entry, today: date) -> None:
    flag = review.flag(ledger, task, "与6月3日报表相同", today=today)
    assert [words.zh for words in flagged(ledger, [flag])[0].told] == ["与6月3日报表相同"]


def test_an_empty_reason_is_refused(ledger: Ledger, task: Entry, today: date) -> None:
    with pytest.raises(Mistake):
        review.flag(ledger, task, " \u200b ", today=today)


def test_a_resident_issue_is_not_reviewed(ledger: Ledger, today: date) -> None:
    issue = records.add(ledger, ISSUES, {"accepted_at": "今天", "title": "路灯不亮"}, today=today)
    with pytest.raises(Mistake):
        review.flag(ledger, issue, "x", today=today)
    with pytest.raises(Mistake):
        review.decide(ledger, issue, Verdict(assessment=Assessment.NEEDED), today=today)


def test_a_decision_on_an_occurrence_is_one_on_the_recurring_assignment(
    ledger: Ledger, weekly: Entry, today: date
) -> None:
    task = recurring.came(ledger, weekly, "2026-W48", received_on=today, today=today)
    flag = review.flag(ledger, task, "每周都一样", today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.RARER, times_after=12)
    record = review.decide(ledger, task, verdict, today=today).record
    assert (record.register, record.subject) == ("demand", weekly.uid)
    assert (record.times_before, record.times_after, record.people) == (52, 12, 2)
    assert (record.minutes_before, record.minutes_source) == (90, MinutesSource.ASKED)
    assert (record.effective_from, record.counts_from) == (today, date(2026, 12, 1))
    assert record.recheck_on == date(2027, 2, 24)
    state = ledger.entry(FLAGS, flag.uid)
    assert state is not None
    assert state.record.state is FlagState.ACCEPTED


def test_without_a_method_it_is_only_suggested(ledger: Ledger, task: Entry, today: date) -> None:
    record = review.decide(ledger, task, Verdict(assessment=Assessment.CUT), today=today).record
    assert (record.effective_from, record.counts_from, record.recheck_on) == (None, None, None)
    assert (record.times_before, record.times_after, record.minutes_before) == (1, 0, 40)


def test_simpler_keeps_its_times_unless_told(ledger: Ledger, weekly: Entry, today: date) -> None:
    verdict = Verdict(assessment=Assessment.SIMPLIFY, method=Method.THINNER, minutes_after=30)
    record = review.decide(ledger, weekly, verdict, today=today).record
    assert (record.times_before, record.times_after, record.minutes_after) == (52, 52, 30)


def test_needed_dismisses_the_flag_and_is_undone_with_it(ledger: Ledger, task: Entry, today: date) -> None:
    flag = review.flag(ledger, task, "x", today=today)
    review.decide(ledger, task, Verdict(assessment=Assessment.NEEDED), today=today)

    def state() -> FlagState:
        entry = ledger.entry(FLAGS, flag.uid)
        assert entry is not None
        found: FlagState = entry.record.state
        return found

    assert state() is FlagState.DISMISSED
    undo(ledger)
    assert state() is FlagState.OPEN


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(assessment=Assessment.NEEDED, method=Method.CANCELLED),
        Verdict(assessment=Assessment.UNDECIDED, effective_from=date(2026, 11, 1)),
        Verdict(assessment=Assessment.CUT, times_before=12, times_after=24),
        Verdict(assessment=Assessment.CUT, times_before=-1, times_after=-2),
    ],
)
def test_what_contradicts_itself_is_refused(
    ledger: Ledger, task: Entry, today: date, verdict: Verdict
) -> None:
    with pytest.raises(Mistake):
        review.decide(ledger, task, verdict, today=today)


def test_only_what_was_cut_can_come_back(ledger: Ledger, weekly: Entry, today: date) -> None:
    suggested = review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    with pytest.raises(Mistake):
        comebacks.came_back(ledger, suggested, today, today=today)
    cut = review.decide(
        ledger, weekly, Verdict(assessment=Assessment.CUT, method=Method.CANCELLED), today=today
    )
    back = comebacks.came_back(ledger, cut, today, again=weekly, today=today)
    assert (back.record.came_back_on, back.record.came_back_as) == (today, weekly.uid)


@pytest.mark.parametrize(
    ("day", "recheck"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2027, 1, 31)),
    ],
)
def test_recheck_falls_due_three_months_later(ledger: Ledger, task: Entry, day: date, recheck: date) -> None:
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=day)
    assert review.decide(ledger, task, verdict, today=day).record.recheck_on == recheck


def test_a_code_that_is_no_rule_is_refused_with_its_neighbours(
    ledger: Ledger, task: Entry, today: date
) -> None:
    with pytest.raises(Mistake) as mistake:
        review.flag(ledger, task, "APP26-44", today=today)
    assert "APP26-4" in mistake.value.words.zh


def test_the_same_flag_is_not_recorded_twice(ledger: Ledger, task: Entry, today: date) -> None:
    review.flag(ledger, task, "与上月相同", today=today)
    with pytest.raises(Mistake):
        review.flag(ledger, task, "与上月相同", today=today)


def test_a_second_cut_begins_where_the_first_one_ended(ledger: Ledger, weekly: Entry, today: date) -> None:
    rarer = Verdict(assessment=Assessment.CUT, method=Method.RARER, times_after=12)
    review.decide(ledger, weekly, rarer, today=today)
    ended = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    record = review.decide(ledger, weekly, ended, today=today).record
    assert (record.times_before, record.times_after, record.minutes_before) == (12, 0, 90)


def test_what_the_flags_cite_is_the_basis_unless_another_is_given(
    ledger: Ledger, task: Entry, today: date
) -> None:
    review.flag(ledger, task, "APP26-4", today=today)
    review.flag(ledger, task, "与上月的表一样", today=today)
    cut = Verdict(assessment=Assessment.CUT)
    told = review.decide(ledger, task, cut, today=today).record.basis
    assert "国办函〔2026〕12号" in told
    assert told.endswith("；与上月的表一样")
    undo(ledger)
    english = review.decide(ledger, task, cut, today=today, language="en").record.basis
    assert "Mobile Internet Applications" in english
    undo(ledger)
    own = Verdict(assessment=Assessment.CUT, basis="联席会议纪要")
    assert review.decide(ledger, task, own, today=today).record.basis == "联席会议纪要"


def test_a_rule_known_from_reports_only_is_not_cited(ledger: Ledger, task: Entry, today: date) -> None:
    review.flag(ledger, task, "GD-MTG-1", today=today)
    basis = review.decide(ledger, task, Verdict(assessment=Assessment.CUT), today=today).record.basis
    assert basis
    assert "《" not in basis


@pytest.mark.parametrize(
    ("method", "status"), [(Method.CANCELLED, Status.DROPPED), (Method.THINNER, Status.TODO)]
)
def test_a_single_assignment_that_is_cancelled_is_due_no_more(
    ledger: Ledger, task: Entry, today: date, method: Method, status: Status
) -> None:
    verdict = Verdict(assessment=Assessment.CUT, method=method, minutes_before=30, minutes_after=10)
    review.decide(ledger, task, verdict, today=today)
    held = ledger.entry(TASKS, task.uid)
    assert held is not None
    assert held.record.status is status
    undo(ledger)
    held = ledger.entry(TASKS, task.uid)
    assert held is not None
    assert held.record.status is Status.TODO


def test_what_was_asked_once_is_no_times_a_year(
    ledger: Ledger, task: Entry, weekly: Entry, today: date
) -> None:
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    once, often = (review.decide(ledger, one, cut, today=today).record for one in (task, weekly))
    yearly = replace(often, times_before=1)
    assert [one.times_before for one in (once, often, yearly)] == [1, 52, 1]
    for one, said in ((once, False), (often, True), (yearly, True)):
        assert (asked_before(one) != ONCE) is said
        assert ("每年" in verdict_words(one).zh) is said


def test_what_was_suggested_and_then_cancelled_is_due_no_more(
    ledger: Ledger, task: Entry, today: date
) -> None:
    decision = review.decide(ledger, task, Verdict(assessment=Assessment.CUT), today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    review.carry_out(ledger, decision, verdict, today=today)
    held = ledger.entry(TASKS, task.uid)
    assert held is not None
    assert held.record.status is Status.DROPPED


@pytest.mark.parametrize(
    ("method", "later", "status"),
    [
        (Method.CANCELLED, 0, Status.DROPPED),
        (Method.RARER, 0, Status.TODO),
        (Method.CANCELLED, 7, Status.TODO),
    ],
)
def test_what_is_open_of_a_recurring_assignment_goes_with_its_cut(
    ledger: Ledger, today: date, method: Method, later: int, status: Status
) -> None:
    draft = {"title": "网格周报", "department": "民政局", "period": "每周"}
    demand = records.add(ledger, DEMANDS, draft, today=today)
    of_it = {
        "received_on": "2026-11-19",
        "department": "民政局",
        "title": "网格周报",
        "demand": demand.number,
    }
    due, other = (
        records.add(ledger, TASKS, of_it | more, today=today)
        for more in ({"period_key": "2026-W48"}, {"demand": ""})
    )
    done = records.add(ledger, TASKS, of_it | {"period_key": "2026-W47"}, today=today)
    records.close_task(ledger, done, today)

    def states() -> list[Status]:
        return [ledger.entry(TASKS, one.uid).record.status for one in (due, other, done)]  # type: ignore[union-attr]

    verdict = Verdict(
        assessment=Assessment.CUT,
        method=method,
        effective_from=today + timedelta(days=later),
        times_after=12 if method is Method.RARER else None,
    )
    review.decide(ledger, demand, verdict, today=today)
    assert states() == [status, Status.TODO, Status.DONE]
    undo(ledger)
    assert states() == [Status.TODO, Status.TODO, Status.DONE]


def test_undo_of_an_assessment_speaks_of_the_entry_it_was_about(ledger: Ledger, today: date) -> None:
    draft = {"received_on": today, "department": "民政局", "title": "登记表"}
    entry = records.add(ledger, TASKS, draft, today=today)
    for reason in ("一", "二", "三"):
        review.flag(ledger, entry, reason, today=today)
    review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=today)
    coming = next_undo(ledger)
    assert coming is not None
    assert deed_words(ledger, coming).zh == "研判“登记表”"


def test_undo_of_a_mended_field_names_the_entry_and_the_field(ledger: Ledger, today: date) -> None:
    draft = {"received_on": today, "department": "城南巡防办", "title": "登记表"}
    entry = records.add(ledger, TASKS, draft, today=today)

    def coming() -> tuple[str, str]:
        deed = next_undo(ledger)
        assert deed is not None
        words = deed_words(ledger, deed)
        return words.zh, words.en

    (unit,) = (one for one in ledger.entries(DEPARTMENTS) if one.record.name == "城南巡防办")
    records.change(ledger, unit, {"level": "县"}, today=today)
    assert coming() == ("修改“城南巡防办”的“层级”", "changed Level in “城南巡防办”")
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=today)
    decision = review.decide(ledger, entry, verdict, today=today)
    records.change(ledger, decision, {"minutes_before": "40"}, today=today)
    assert coming() == (
        "修改“登记表”的“核减前每次用时”和“用时来源”",
        "changed Minutes before and Source of minutes in “登记表”",
    )
    records.change(ledger, entry, {"department": "平安办", "note": "改派", "owner": ""}, today=today)
    assert coming() == ("修改“登记表”的“交办单位”和“备注”", "changed Department and Note in “登记表”")


def test_minutes_filled_in_later_are_told_to_the_cut_that_knew_none(ledger: Ledger, today: date) -> None:
    draft = {"title": "消防日报", "department": "民政局", "period": "每月", "starts_on": "2025-03-01"}
    demand = records.add(ledger, DEMANDS, draft, today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    cut = review.decide(ledger, demand, verdict, today=today)
    assert cut.record.minutes_before is None
    demand = records.change(ledger, demand, {"minutes": "20"}, today=today)
    assert demand.record.minutes_source is MinutesSource.ASKED
    record = records.found(ledger, DECISIONS, cut.uid).record
    assert (record.minutes_before, record.minutes_source) == (20, MinutesSource.ASKED)
    records.change(ledger, demand, {"minutes": "30"}, today=today)
    assert records.found(ledger, DECISIONS, cut.uid).record.minutes_before == 20, "as it was decided"
