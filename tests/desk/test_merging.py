"""Two entries merged into one; what comes back linked by hand; one flag set aside."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import comebacks, records, review
from mingbai.desk.flagged import flagged
from mingbai.desk.glossary import Glossary
from mingbai.desk.live_flags import refresh
from mingbai.desk.merging import merge, merged_into, recorded_twice
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.hours import hours_account
from mingbai.desk.recurring import came
from mingbai.desk.review import Verdict
from mingbai.desk.timeline import timeline
from mingbai.desk.watch import Watch
from mingbai.desk.whole import links, whole
from mingbai.domain.demand import DEMANDS
from mingbai.domain.month import Month
from mingbai.domain.review import DECISIONS, FLAGS, IS_CUT, Assessment, FlagState, Method
from mingbai.domain.rule import RULES, Family
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import redo, undo

COLUMNS = "姓名;身份证号;年龄;残疾类别;残疾等级;监护人"


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def demand(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"title": title, "department": "残联", "period": "每月", "minutes": "90", **more}
    return records.add(ledger, DEMANDS, draft, today=today)


def current(ledger: Ledger, entry: Entry) -> Entry:
    found = ledger.entry(entry.register, entry.uid)
    assert found is not None
    return found


def told(ledger: Ledger, entry: Entry, today: date) -> str:
    glossary = Glossary(ledger, today)
    found = timeline(ledger, whole(ledger, current(ledger, entry), today), glossary, "zh")
    return "\n".join("\n".join((one.text, *one.details)) for one in found)


def test_one_stays_and_the_other_points_to_it_and_is_due_no_more(ledger: Ledger, today: date) -> None:
    kept, gone = task(ledger, today, "残疾人台账"), task(ledger, today, "残疾人状况表", note="先报街道")
    (decision,) = merge(ledger, kept, [gone], today=today)
    record = decision.record
    assert (record.subject, record.merged_into, record.method) == (gone.uid, kept.uid, Method.MERGED)
    assert (record.times_before, record.times_after, record.effective_from) == (1, 0, today)
    assert current(ledger, gone).record.status is Status.DROPPED
    assert current(ledger, gone).record.note == "先报街道"
    assert current(ledger, kept).record.status is Status.TODO
    assert [entry.uid for entry in asked_entries(ledger, DECISIONS, IS_CUT, today)] == [decision.uid]


def test_both_histories_are_kept_and_name_each_other(ledger: Ledger, today: date) -> None:
    kept, gone = task(ledger, today, "残疾人台账"), task(ledger, today, "残疾人状况表")
    gone = records.change(ledger, gone, {"note": "先报街道"}, today=today)
    merge(ledger, kept, [gone], today=today)
    assert f"并入 {kept.number} 残疾人台账" in told(ledger, gone, today)
    assert "先报街道" in told(ledger, gone, today)
    assert f"并入：{gone.number} 残疾人状况表" in told(ledger, kept, today)
    (into,) = [one for one in links(ledger, current(ledger, gone), today) if one.words.zh == "已并入"]
    (here,) = [one for one in links(ledger, kept, today) if one.words.zh == "并入本件的"]
    assert (into.entries[0].uid, here.entries[0].uid) == (kept.uid, gone.uid)


def test_one_undo_takes_it_back_and_one_redo_does_it_again(ledger: Ledger, today: date) -> None:
    kept = task(ledger, today, "残疾人台账")
    others = [task(ledger, today, f"残疾人状况表 {n}") for n in range(3)]
    merge(ledger, kept, others, today=today)
    undo(ledger)
    assert ledger.entries(DECISIONS) == []
    assert {current(ledger, one).record.status for one in others} == {Status.TODO}
    redo(ledger)
    assert len(ledger.entries(DECISIONS)) == 3
    assert {current(ledger, one).record.status for one in others} == {Status.DROPPED}


def test_of_two_recurring_assignments_one_goes_into_the_other(ledger: Ledger, today: date) -> None:
    one, other = demand(ledger, today, "残疾人月报"), demand(ledger, today, "服务对象月报")
    kept = task(ledger, today, "残疾人月报", demand=one.number, period_key="2026-11")
    gone = task(ledger, today, "服务对象月报", demand=other.number, period_key="2026-11")
    (decision,) = merge(ledger, kept, [gone], today=today)
    record = decision.record
    assert (record.register, record.subject, record.merged_into) == ("demand", other.uid, one.uid)
    assert (record.times_before, record.times_after, record.minutes_before) == (12, 0, 90)
    assert current(ledger, gone).record.status is Status.DROPPED
    (line,) = hours_account(ledger, today).lines
    assert line.hours_a_year == 18


def test_an_occurrence_merged_into_a_single_one_leaves_its_series_alone(ledger: Ledger, today: date) -> None:
    series = demand(ledger, today, "残疾人月报")
    gone = task(ledger, today, "残疾人月报", demand=series.number, period_key="2026-11")
    (decision,) = merge(ledger, task(ledger, today, "残疾人台账"), [gone], today=today)
    assert (decision.record.register, decision.record.subject) == ("task", gone.uid)


def test_what_cannot_be_merged_is_said_and_nothing_is_merged(ledger: Ledger, today: date) -> None:
    one, two, three = (task(ledger, today, title) for title in ("甲", "乙", "丙"))
    merge(ledger, one, [two], today=today)
    for kept, others in (
        (one, []),
        (one, [one]),
        (one, [three, two]),
        (two, [three]),
        (one, [demand(ledger, today, "月报")]),
    ):
        with pytest.raises(Mistake):
            merge(ledger, kept, others, today=today)
    assert len(ledger.entries(DECISIONS)) == 1


def test_open_flags_are_accepted_with_the_merge(ledger: Ledger, today: date) -> None:
    kept, gone = task(ledger, today, "甲"), task(ledger, today, "乙")
    review.flag(ledger, gone, "与甲一样", today=today)
    (decision,) = merge(ledger, kept, [gone], today=today)
    assert decision.record.basis == "与甲一样"
    assert [flag.record.state for flag in ledger.entries(FLAGS)] == [FlagState.ACCEPTED]


def test_what_comes_back_is_linked_by_one_deed(ledger: Ledger, today: date) -> None:
    old = demand(ledger, today, "残疾人月报", form_columns=COLUMNS)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 1))
    cut = review.decide(ledger, old, verdict, today=date(2026, 8, 1))
    new = demand(ledger, today, "服务对象更新表", form_columns=COLUMNS)
    entry = task(
        ledger,
        today,
        "服务对象更新表",
        department="残联",
        demand=new.number,
        period_key="2026-11",
        received_on="2026-11-17",
    )
    refresh(ledger, Watch(ledger, today), [entry], today=today)
    (noticed,) = [
        one for one in flagged(ledger, ledger.entries(FLAGS)) if one.entry.stored["family"] == "came_back"
    ]
    assert noticed.other is not None
    assert noticed.other.uid == cut.uid
    back = comebacks.link_back(ledger, noticed.other, entry, today=today).record
    assert (back.came_back_on, back.came_back_as) == (date(2026, 11, 17), new.uid)
    assert current(ledger, noticed.entry).record.state is FlagState.ACCEPTED
    with pytest.raises(Mistake):
        comebacks.link_back(ledger, cut, entry, today=today)
    undo(ledger)
    assert current(ledger, cut).record.came_back_on is None
    assert current(ledger, noticed.entry).record.state is FlagState.OPEN


def test_what_the_program_did_not_see_is_linked_by_hand(ledger: Ledger, today: date) -> None:
    old = task(ledger, today, "旧表")
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    cut = review.decide(ledger, old, verdict, today=date(2026, 11, 20))
    new = task(ledger, today, "改了名的新表", received_on="2026-11-23")
    back = comebacks.link_back(ledger, cut, new, today=today).record
    assert (back.came_back_on, back.came_back_as) == (date(2026, 11, 23), None)


def test_a_correction_sets_the_flag_aside_and_teaches_the_rule(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡领早餐")
    other = task(ledger, today, "网格员每天打卡领早餐券")
    refresh(ledger, Watch(ledger, today), [entry, other], today=today)
    one, _ = ledger.entries(FLAGS)
    review.dismiss(ledger, one, exclude="领早餐", today=today)
    rule = ledger.entry(RULES, str(one.stored["rule"]))
    assert rule is not None
    assert "领早餐" in rule.record.excluded
    refresh(ledger, Watch(ledger, today), [entry, other], today=today)
    assert [flag.stored["state"] for flag in ledger.entries(FLAGS)] == ["dismissed"]
    undo(ledger)
    rule = ledger.entry(RULES, rule.uid)
    assert rule is not None
    assert "领早餐" not in rule.record.excluded


def test_one_flag_is_set_aside_and_the_others_stay(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡", due_on="2026-11-19")
    refresh(ledger, Watch(ledger, today), [entry], today=today)
    one, other = ledger.entries(FLAGS)
    review.dismiss(ledger, one, today=today)
    refresh(ledger, Watch(ledger, today), [entry], today=today)
    assert current(ledger, one).record.state is FlagState.DISMISSED
    assert current(ledger, other).record.state is FlagState.OPEN


def received(ledger: Ledger, today: date) -> tuple[int, int, int]:
    """Assignments received in the month, cuts of the month, and rows of Table 3 that were cut."""
    figures = month_figures(ledger, Month.containing(today), today=today)
    value = figures.of("task.received").value
    return (
        int(value.number or 0),
        len(asked_entries(ledger, DECISIONS, IS_CUT, today)),
        len(hours_account(ledger, today).lines),
    )


TWICE: tuple[tuple[dict[str, object], dict[str, object], bool], ...] = (
    ({}, {}, True),
    ({"title": "独居老人名单"}, {"title": "报送独居老人名单"}, True),
    ({"document": "民〔2026〕41号"}, {"document": "民[2026]41号", "title": "走访总结"}, True),
    ({"document": "民〔2026〕41号"}, {}, True),
    ({"document": "民〔2026〕41号"}, {"document": "民〔2026〕42号"}, False),
    ({}, {"department": "残联"}, False),
    ({}, {"due_on": "2026-12-05"}, False),
    ({"received_on": "2026-11-18"}, {}, False),
    ({"title": "11月残疾人台账"}, {"title": "12月残疾人台账"}, False),
    ({}, {"title": "残疾人状况表"}, False),
)


@pytest.mark.parametrize(("one", "other", "twice"), TWICE)
def test_what_was_recorded_twice_is_received_once_and_is_no_cut(
    ledger: Ledger, today: date, one: dict[str, object], other: dict[str, object], twice: bool
) -> None:
    usual = {"title": "残疾人台账", "due_on": "2026-12-01", "minutes": "60"}
    kept, gone = (task(ledger, today, **{**usual, **more}) for more in (one, other))  # type: ignore[arg-type]
    assert recorded_twice(kept, gone) is twice
    assert received(ledger, today) == (2, 0, 0)
    (decision,) = merge(ledger, kept, [gone], today=today)
    assert received(ledger, today) == ((1, 0, 0) if twice else (2, 1, 1))
    assert decision.record.suggestion is False
    assert current(ledger, gone).record.status is (Status.VOID if twice else Status.DROPPED)
    assert current(ledger, kept).record.status is Status.TODO
    assert merged_into(ledger, gone, today) == kept.uid
    undo(ledger)
    assert received(ledger, today) == (2, 0, 0)


@pytest.mark.parametrize("twice", [True, False])
def test_a_person_says_whether_it_was_recorded_or_asked_twice(
    ledger: Ledger, today: date, twice: bool
) -> None:
    kept = task(ledger, today, "残疾人台账")
    gone = task(ledger, today, "残疾人台账" if not twice else "残疾人状况表")
    assert recorded_twice(kept, gone) is not twice
    merge(ledger, kept, [gone], today=today, twice=twice)
    assert received(ledger, today)[:2] == ((1, 0) if twice else (2, 1))
    if twice:
        assert "同一件登记了两次" in told(ledger, gone, today)


def test_what_was_done_of_the_second_recording_was_done(ledger: Ledger, today: date) -> None:
    kept, gone = task(ledger, today, "残疾人台账"), task(ledger, today, "残疾人台账")
    gone = records.change(ledger, gone, {"status": "办结", "done_on": "2026-11-23"}, today=today)
    merge(ledger, kept, [gone], today=today)
    record = current(ledger, kept).record
    assert (record.status, record.done_on) == (Status.DONE, date(2026, 11, 23))


def test_of_several_that_were_done_the_first_day_stands(ledger: Ledger, today: date) -> None:
    kept, *others = (task(ledger, today, "残疾人台账") for _ in range(4))
    days = ("2026-11-22", "2026-11-20", "2026-11-23")
    others = [
        records.change(ledger, one, {"status": "办结", "done_on": day}, today=today)
        for one, day in zip(others, days, strict=True)
    ]
    merge(ledger, kept, others, today=today)
    record = current(ledger, kept).record
    assert (record.status, record.done_on) == (Status.DONE, date(2026, 11, 20))


@pytest.mark.parametrize("turned", [False, True])
def test_one_of_a_recurring_assignment_is_no_second_recording_whichever_stays(
    ledger: Ledger, today: date, turned: bool
) -> None:
    monthly = came(ledger, demand(ledger, today, "残疾人台账"), "2026-11", received_on=today, today=today)
    once = task(ledger, today, "残疾人台账", department="残联", received_on=today)
    kept, gone = (once, monthly) if turned else (monthly, once)
    merge(ledger, kept, [gone], today=today, twice=True)
    assert current(ledger, gone).record.status is Status.DROPPED


def test_what_merging_counts_once_is_told_as_asked_again_of_nobody(ledger: Ledger, today: date) -> None:
    """One rule for both: what merging would void raises no flag, what it would cut raises one."""
    usual = {"title": "独居老人信息核查", "due_on": "2026-12-01"}
    for one, other, twice in TWICE:
        kept, gone = (task(ledger, today, **{**usual, **more}) for more in (one, other))  # type: ignore[arg-type]
        watch = Watch(ledger, today)
        flags = [each for each in watch.suggestions(gone) if each.family is Family.REPEATED_REPORT]
        assert recorded_twice(kept, gone) is twice
        assert not (twice and flags), (one, other, flags)
        for entry in (kept, gone):
            records.put_into_bin(ledger, entry)


def test_a_second_recording_hides_no_earlier_asking(ledger: Ledger, today: date) -> None:
    first, _, slip = (
        task(ledger, today, "独居老人信息核查", due_on="2026-12-01", document=number, received_on=day)
        for number, day in (
            ("民〔2026〕5号", "2026-11-10"),
            ("民〔2026〕8号", "2026-11-18"),
            ("民[2026]8号", "2026-11-19"),
        )
    )
    (flag,) = [one for one in Watch(ledger, today).suggestions(slip) if one.family is Family.REPEATED_REPORT]
    assert flag.other == first.uid


@pytest.mark.parametrize("at_once", [True, False])
def test_a_notice_recorded_twice_that_goes_into_another_is_one_cut(
    ledger: Ledger, today: date, at_once: bool
) -> None:
    kept = task(ledger, today, "残疾人台账", document="民〔2026〕41号", received_on="2026-11-18")
    one, two = (task(ledger, today, "残疾人状况表", document="民〔2026〕47号") for _ in range(2))
    assert received(ledger, today) == (3, 0, 0)
    for others in [[one, two]] if at_once else [[one], [two]]:
        merge(ledger, kept, others, today=today)
    assert received(ledger, today)[:2] == (2, 1)
    assert [current(ledger, each).record.status for each in (one, two)] == [Status.DROPPED, Status.VOID]
    assert [merged_into(ledger, each, today) for each in (one, two)] == [kept.uid, one.uid]
