"""The review page's content: what waits, what was suggested, what was cut and came back or not."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from mingbai.desk import comebacks, records, recurring, review
from mingbai.desk.chips import chips_of
from mingbai.desk.cuts import cuts
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names
from mingbai.desk.lists import Question, asked_of
from mingbai.desk.review import Verdict
from mingbai.desk.review_lines import recheck_group
from mingbai.desk.reviewing import rechecks, review_of, suggestions, waiting
from mingbai.desk.same_data import asked_by_many
from mingbai.desk.whole import verdict_words
from mingbai.domain.demand import DEMANDS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import (
    DECISIONS,
    FLAGS,
    IS_CUT,
    IS_SUGGESTION,
    RECHECK_DUE,
    Assessment,
    Decision,
    Method,
)
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import NO_WORDS, Mistake, Words
from mingbai.ledger.blocks import asked_count, asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

COLUMNS = "姓名;住址;年龄;电话;监护人"


@pytest.fixture
def names(ledger: Ledger, today: date) -> Names:
    return Names(ledger, Glossary(ledger, today))


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def demand(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {
        "title": title,
        "department": "街道办",
        "period": "每周",
        "minutes": "90",
        "starts_on": "2026-1-5",
        **more,
    }
    return records.add(ledger, DEMANDS, draft, today=today)


def cut(ledger: Ledger, entry: Entry, on: date, method: Method, **more: Any) -> Entry:
    verdict = Verdict(assessment=Assessment.CUT, method=method, effective_from=on, **more)
    return review.decide(ledger, entry, verdict, today=on)


def rule(ledger: Ledger, confidence: str) -> str:
    return next(
        str(e.stored["code"])
        for e in ledger.entries(RULES)
        if e.stored["confidence"] == confidence and e.stored["in_use"]
    )


def test_flags_are_gathered_by_entry_the_most_certain_first(
    ledger: Ledger, today: date, names: Names
) -> None:
    old, new = task(ledger, today, "旧"), task(ledger, today, "新")
    review.flag(ledger, new, "与上月相同", today=today)
    review.flag(ledger, new, rule(ledger, "secondary"), today=today)
    review.flag(ledger, old, rule(ledger, "verified"), today=date(2026, 10, 1), evidence="“照片”")
    found = waiting(ledger, today, names)
    assert [one.title.zh for one in found] == ["旧", "新"]
    assert (found[0].flags[0].sure.zh, found[0].flags[0].evidence.zh) == ("原文已核", "“照片”")
    assert found[0].flags[0].source.zh
    assert found[1].flags[0].reason.zh == "与上月相同"
    assert found[0].aside.zh == "民政局，11-19 收到"


def test_an_inspection_that_comes_is_not_received(ledger: Ledger, today: date, names: Names) -> None:
    draft = {"held_on": "2026-11-27", "department": "民政局", "title": "台账检查"}
    coming = records.add(ledger, REGISTERS["inspection"], draft, today=today)
    review.flag(ledger, coming, "没有计划", today=today)
    (found,) = waiting(ledger, today, names)
    assert found.aside == Words("民政局，11-27", found.aside.en)
    assert "received" not in found.aside.en


def test_several_are_decided_in_one_act(ledger: Ledger, today: date, names: Names) -> None:
    entries = [task(ledger, today, title) for title in "甲乙丙"]
    for entry in entries:
        review.flag(ledger, entry, "x", today=today)
    review.decide_all(ledger, entries, Verdict(assessment=Assessment.NEEDED), today=today)
    assert waiting(ledger, today, names) == ()
    undo(ledger)
    assert len(waiting(ledger, today, names)) == 3


def test_a_refusal_among_several_records_none(ledger: Ledger, today: date) -> None:
    flag = review.flag(ledger, task(ledger, today, "甲"), "x", today=today)
    with pytest.raises(Mistake):
        review.decide_all(
            ledger, [task(ledger, today, "乙"), flag], Verdict(assessment=Assessment.CUT), today=today
        )
    assert review_of(ledger, today, Glossary(ledger, today)).decided_count == 0


def test_a_suggestion_waits_until_it_is_carried_out(ledger: Ledger, today: date, names: Names) -> None:
    entry = demand(ledger, today, "周报")
    suggested = review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=date(2026, 10, 8))
    assert [one.decision.uid for one in suggestions(ledger, today, names)] == [suggested.uid]
    done: Decision = review.carry_out(
        ledger, suggested, Verdict(assessment=Assessment.CUT, method=Method.CANCELLED), today=today
    ).record
    assert (done.effective_from, done.times_after, done.recheck_on) == (today, 0, date(2027, 2, 24))
    assert (done.decided_on, done.counts_from) == (date(2026, 10, 8), date(2026, 12, 1))
    assert suggestions(ledger, today, names) == ()
    undo(ledger)
    assert len(suggestions(ledger, today, names)) == 1


def test_a_later_decision_answers_an_earlier_suggestion(ledger: Ledger, today: date, names: Names) -> None:
    entry = demand(ledger, today, "周报")
    review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=date(2026, 10, 8))
    review.decide(ledger, entry, Verdict(assessment=Assessment.NEEDED), today=today)
    assert suggestions(ledger, today, names) == ()


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(assessment=Assessment.CUT),
        Verdict(assessment=Assessment.CUT, method=Method.RARER),
        Verdict(assessment=Assessment.CUT, method=Method.RARER, times_after=52),
        Verdict(assessment=Assessment.CUT, method=Method.THINNER),
        Verdict(assessment=Assessment.CUT, method=Method.THINNER, minutes_after=90),
    ],
)
def test_what_became_no_less_was_not_cut(ledger: Ledger, today: date, verdict: Verdict) -> None:
    suggested = review.decide(
        ledger, demand(ledger, today, "周报"), Verdict(assessment=Assessment.CUT), today=today
    )
    with pytest.raises(Mistake):
        review.carry_out(ledger, suggested, verdict, today=today)


def test_thinner_keeps_its_times(ledger: Ledger, today: date) -> None:
    suggested = review.decide(
        ledger, demand(ledger, today, "周报"), Verdict(assessment=Assessment.CUT), today=today
    )
    verdict = Verdict(assessment=Assessment.CUT, method=Method.THINNER, minutes_after=30)
    done: Decision = review.carry_out(ledger, suggested, verdict, today=today).record
    assert (done.times_after, done.minutes_after) == (52, 30)


def test_a_cut_cannot_be_carried_out_twice(ledger: Ledger, today: date) -> None:
    done = cut(ledger, demand(ledger, today, "周报"), today, Method.CANCELLED)
    with pytest.raises(Mistake):
        review.carry_out(
            ledger, done, Verdict(assessment=Assessment.CUT, method=Method.CANCELLED), today=today
        )


def test_a_recheck_is_noted_beside_the_day_it_was_due_on(ledger: Ledger, today: date, names: Names) -> None:
    done = cut(ledger, demand(ledger, today, "周报"), date(2026, 8, 3), Method.CANCELLED)
    assert [one.decision.uid for one in rechecks(ledger, today, names)] == [done.uid]
    checked: Decision = comebacks.still_gone(ledger, done, today=today).record
    assert (checked.recheck_on, checked.rechecked_on) == (date(2026, 11, 3), today)
    assert rechecks(ledger, today, names) == ()
    assert recheck_group(ledger, today, names).count == 0
    (chip,) = (chip for chip in chips_of(DECISIONS.code) if chip.words.en == "Recheck due")
    due = asked_of(ledger, DECISIONS, Question(chip.where), Glossary(ledger, today)).filter
    assert asked_count(ledger, DECISIONS, due, today) == 0
    assert "已复查 2026-11-24" in verdict_words(checked).zh


def test_what_came_back_is_not_rechecked(ledger: Ledger, today: date, names: Names) -> None:
    done = cut(ledger, demand(ledger, today, "周报"), date(2026, 8, 3), Method.CANCELLED)
    comebacks.came_back(ledger, done, today, today=today)
    assert rechecks(ledger, today, names) == ()


def test_a_cut_is_told_as_before_and_after(ledger: Ledger, today: date, names: Names) -> None:
    cut(ledger, demand(ledger, today, "甲"), date(2026, 11, 2), Method.CANCELLED)
    cut(ledger, demand(ledger, today, "乙"), date(2026, 11, 3), Method.RARER, times_after=12)
    cut(ledger, demand(ledger, today, "丙"), date(2026, 11, 4), Method.MERGED)
    cut(ledger, demand(ledger, today, "丁"), date(2026, 11, 5), Method.THINNER, minutes_after=30)
    found = {one.title.zh: (one.before.zh, one.after.zh, one.since.zh) for one in cuts(ledger, today, names)}
    assert found == {
        "甲": ("每周 1 次", "不再要", "已 22 天"),
        "乙": ("每周 1 次", "每月 1 次", "已 21 天"),
        "丙": ("每周 1 次", "并入别的报送", "已 20 天"),
        "丁": ("每次 90 分钟", "每次 30 分钟", "已 19 天"),
    }


@pytest.mark.parametrize("method", [Method.CANCELLED, Method.RARER])
def test_a_cut_of_today_begins_today(ledger: Ledger, today: date, names: Names, method: Method) -> None:
    left = {"times_after": 12} if method is Method.RARER else {}
    cut(ledger, demand(ledger, today, "甲"), today, method, **left)
    (begun,) = cuts(ledger, today, names)
    assert (begun.state, begun.since) == (Words("今天起执行", "Begins today"), NO_WORDS)
    (day_after,) = cuts(ledger, today + timedelta(days=1), names)
    assert (day_after.since.zh, day_after.since.en) == ("已 1 天", "for 1 day")
    assert day_after.state.zh in ("照减了", "未见再来")


@pytest.mark.parametrize("method", [Method.CANCELLED, Method.RARER])
def test_a_cut_to_come_says_from_when(ledger: Ledger, today: date, names: Names, method: Method) -> None:
    left = {"times_after": 12} if method is Method.RARER else {}
    cut(ledger, demand(ledger, today, "甲"), date(2027, 4, 1), method, **left)
    (to_come,) = cuts(ledger, today, names)
    assert (to_come.state, to_come.since) == (Words("2027-04-01 起执行", "Begins 1 Apr 2027"), NO_WORDS)
    assert not to_come.back


def test_that_it_stayed_away_is_said_by_key_presses_only(ledger: Ledger, today: date, names: Names) -> None:
    entry = demand(ledger, today, "甲")
    cut(ledger, entry, date(2026, 11, 2), Method.CANCELLED)
    (before,) = cuts(ledger, today, names)
    assert (before.state.zh, before.shown, before.back) == ("未见再来", False, False)
    recurring.did_not_come(ledger, entry, "2026-W47", today=today)
    (missed,) = cuts(ledger, today, names)
    assert (missed.state.zh, missed.evidence.zh, missed.shown) == ("没再来", "没来 1 期", True)
    recurring.came(ledger, entry, "2026-W48", received_on=today, today=today)
    (came,) = cuts(ledger, today, names)
    assert (came.state.zh, came.evidence.zh, came.back) == ("又来了", "11-24 又来", True)


def test_what_is_rarer_may_come_as_often_as_agreed(ledger: Ledger, today: date, names: Names) -> None:
    entry = demand(ledger, today, "乙")
    cut(ledger, entry, date(2026, 10, 26), Method.RARER, times_after=12)
    for week in (45, 46):
        recurring.came(ledger, entry, f"2026-W{week}", received_on=date(2026, 11, week - 40), today=today)
    (agreed,) = cuts(ledger, today, names)
    assert (agreed.state.zh, agreed.back) == ("照减了", False)
    recurring.came(ledger, entry, "2026-W47", received_on=date(2026, 11, 16), today=today)
    recurring.came(ledger, entry, "2026-W48", received_on=today, today=today)
    (more,) = cuts(ledger, today, names)
    assert (more.state.zh, more.back) == ("又变多", True)


def test_a_cut_of_long_ago_is_not_told(ledger: Ledger, today: date, names: Names) -> None:
    cut(ledger, demand(ledger, today, "甲"), date(2025, 11, 1), Method.CANCELLED)
    assert cuts(ledger, today, names) == ()


def test_the_same_data_asked_by_two_units(ledger: Ledger, today: date, names: Names) -> None:
    task(ledger, today, "摸底表", form_columns=COLUMNS + ";备注", department="卫健局")
    demand(ledger, today, "重点人群台账", form_columns=COLUMNS, department="民政局")
    task(ledger, today, "另一张", form_columns="门牌;房东;租客", department="派出所")
    (found,) = asked_by_many(ledger, today, names)
    assert found.title.zh == "重点人群台账"
    assert len(found.units) == 2
    assert set(found.shared) == {"年龄", "监护人"}, "name, address and phone stand in every form"


def test_what_ends_later_is_asked_still(ledger: Ledger, today: date, names: Names) -> None:
    task(ledger, today, "摸底表", form_columns=COLUMNS + ";备注", department="卫健局")
    known = demand(ledger, today, "重点人群台账", form_columns=COLUMNS, department="民政局")
    records.change(ledger, known, {"ends_on": today}, today=today)
    assert len(asked_by_many(ledger, today, names)) == 1
    assert asked_by_many(ledger, date(2026, 12, 1), names) == ()


def test_without_form_columns_nothing_is_claimed(ledger: Ledger, today: date, names: Names) -> None:
    for department in ("卫健局", "民政局"):
        task(ledger, today, "重点人群台账", department=department)
    assert asked_by_many(ledger, today, names) == ()


@pytest.mark.parametrize("other", ["姓名;住址", "姓名;住址;年龄;车牌;车型;车主", "姓名;住址;年龄"])
def test_few_common_columns_show_nothing(ledger: Ledger, today: date, names: Names, other: str) -> None:
    task(ledger, today, "甲", department="卫健局", form_columns=COLUMNS + ";补贴")
    task(ledger, today, "乙", department="民政局", form_columns=other)
    assert asked_by_many(ledger, today, names) == ()


def test_flags_of_what_lies_in_the_bin_wait_for_nobody(ledger: Ledger, today: date, names: Names) -> None:
    entry = task(ledger, today, "甲")
    review.flag(ledger, entry, "x", today=today)
    records.put_into_bin(ledger, entry)
    assert waiting(ledger, today, names) == ()
    assert len(ledger.entries(FLAGS)) == 1


def test_a_decision_says_of_itself_what_the_ledger_answers_when_asked(ledger: Ledger, today: date) -> None:
    subject = task(ledger, today, "名单")
    before, after = today - timedelta(days=1), today + timedelta(days=1)
    with ledger.act("decide", today=today) as act:
        for assessment, since, recheck_on, looked, back in product(
            Assessment, (None, before), (None, before, today, after), (None, today), (None, today)
        ):
            record = Decision(
                register=TASKS.code,
                subject=subject.uid,
                assessment=assessment,
                decided_on=before,
                effective_from=since,
                recheck_on=recheck_on,
                rechecked_on=looked,
                came_back_on=back,
            )
            act.insert(DECISIONS, record)
    every = ledger.entries(DECISIONS)
    for condition, says in (
        (IS_CUT, lambda record: record.cut),
        (IS_SUGGESTION, lambda record: record.suggestion),
        (RECHECK_DUE, lambda record: record.recheck_due(today)),
    ):
        answered = {entry.uid for entry in asked_entries(ledger, DECISIONS, condition, today)}
        assert answered == {entry.uid for entry in every if says(entry.record)} != set()
