"""Flags the program keeps: when they come, change, go, and stay dismissed."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records, review
from mingbai.desk.live_flags import Refreshed, Watch, refresh, refresh_all, spoken_against
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import equals
from mingbai.domain.review import FLAGS, Assessment, FlagState, Method
from mingbai.domain.rule import RULES, Family
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_redo, next_undo, undo

COLUMNS = "姓名;身份证号;年龄;残疾类别;残疾等级;监护人"


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def seen(ledger: Ledger, entry: Entry, today: date) -> list[str]:
    flags = asked_entries(ledger, FLAGS, equals("subject", entry.uid), today)
    return [str(flag.stored["family"]) for flag in flags if flag.stored["state"] == FlagState.OPEN.code]


def refreshed(ledger: Ledger, entry: Entry, today: date) -> Refreshed:
    current = ledger.entry(entry.register, entry.uid)
    assert current is not None
    return refresh(ledger, Watch(ledger, today), [current], today=today)


def test_a_flag_comes_once_and_names_its_rule(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    assert refreshed(ledger, entry, today) == Refreshed(new=1)
    assert refreshed(ledger, entry, today) == Refreshed()
    (flag,) = ledger.entries(FLAGS)
    assert flag.record.family is Family.FORBIDDEN_ASK
    assert flag.record.evidence == "打卡"
    rule = ledger.entry(RULES, str(flag.stored["rule"]))
    assert rule is not None
    assert rule.record.code == "APP26-2"
    assert flag.record.edition == rule.record.edition


def test_a_flag_goes_with_its_reason_and_lies_in_the_bin(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    refreshed(ledger, entry, today)
    entry = records.change(ledger, entry, {"title": "网格员走访"}, today=today)
    assert refreshed(ledger, entry, today) == Refreshed(gone=1)
    assert ledger.entries(FLAGS) == []
    assert len(ledger.entries(FLAGS, binned=True)) == 1


def test_a_dismissed_flag_stays_so_until_its_evidence_changes(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "上报数据", due_on="2026-11-20")
    refreshed(ledger, entry, today)
    assert seen(ledger, entry, today) == ["short_notice"]
    review.decide(ledger, entry, Verdict(assessment=Assessment.NEEDED), today=today)
    assert refreshed(ledger, entry, today) == Refreshed()
    assert refresh(ledger, Watch(ledger, today), [entry], today=today, language="en") == Refreshed()
    assert seen(ledger, entry, today) == []
    entry = records.change(ledger, entry, {"due_on": "2026-11-19"}, today=today)
    assert refreshed(ledger, entry, today) == Refreshed(changed=1)
    assert seen(ledger, entry, today) == ["short_notice"]


def test_what_a_person_flagged_is_left_alone(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "普通工作")
    review.flag(ledger, entry, "本地另有安排", today=today)
    assert refreshed(ledger, entry, today) == Refreshed()
    assert len(ledger.entries(FLAGS)) == 1


def test_undo_passes_over_what_the_program_noticed(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    refreshed(ledger, entry, today)
    deed = next_undo(ledger)
    assert deed is not None
    assert deed.deed == "add"
    undo(ledger)
    other = task_in_place(ledger)
    assert refresh(ledger, Watch(ledger, today), other, today=today) == Refreshed()
    assert next_redo(ledger) is not None


def task_in_place(ledger: Ledger) -> list[Entry]:
    return ledger.entries(TASKS)


def test_the_same_data_of_another_unit_is_found(ledger: Ledger, today: date) -> None:
    task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    entry = task(
        ledger, today, "康复登记", department="残联", form_columns="姓名;公民身份号码;年龄;残疾类型;残疾级别"
    )
    refreshed(ledger, entry, today)
    (flag,) = ledger.entries(FLAGS)
    assert flag.record.family is Family.SAME_DATA
    assert flag.record.evidence.startswith("这 5 栏中有 5 栏6月3日已报民政局")


def test_what_was_cut_and_comes_again_under_another_name(ledger: Ledger, today: date) -> None:
    draft = {"title": "残疾人月报", "department": "残联", "period": "每月", "form_columns": COLUMNS}
    old = records.add(ledger, DEMANDS, draft, today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 1))
    review.decide(ledger, old, verdict, today=date(2026, 8, 1))
    new = records.add(ledger, DEMANDS, draft | {"title": "服务对象更新表"}, today=today)
    entry = task(ledger, today, "服务对象更新表", department="残联", demand=new.number, period_key="2026-11")
    refreshed(ledger, entry, today)
    assert "came_back" in seen(ledger, entry, today)


def test_a_certificate_on_the_list(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "2026-11-20", "applicant": "甲", "certificate": "婚姻状况证明"}
    entry = records.add(ledger, CERTIFICATES, draft, today=today)
    refreshed(ledger, entry, today)
    assert seen(ledger, entry, today) == ["negative_list"]


@pytest.mark.parametrize("lost", [{"source": None}, {"words": "(打卡"}])
def test_a_rule_that_lacks_its_source_or_cannot_be_read_says_nothing(
    ledger: Ledger, today: date, lost: dict[str, str | None]
) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    rule = rule_of(ledger, "APP26-2")
    with ledger.act("change") as act:  # as an earlier program let it stand
        act.change(RULES, rule.uid, lost)
    assert refreshed(ledger, entry, today) == Refreshed()
    assert any("APP26-2" in why.zh for why in Watch(ledger, today).silent)


def test_a_rule_that_is_switched_off_takes_its_flags_back(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    refreshed(ledger, entry, today)
    records.change(ledger, rule_of(ledger, "APP26-2"), {"in_use": "否"}, today=today)
    assert refresh_all(ledger, today=today) == Refreshed(gone=1)
    assert seen(ledger, entry, today) == []
    records.change(ledger, rule_of(ledger, "APP26-2"), {"in_use": "是"}, today=today)
    assert refresh_all(ledger, today=today) == Refreshed(new=1)
    assert seen(ledger, entry, today) == ["forbidden_ask"]


def rule_of(ledger: Ledger, code: str) -> Entry:
    return next(one for one in ledger.entries(RULES) if one.stored["code"] == code)


def test_an_excluded_word_is_a_correction_that_lasts(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡领早餐")
    assert refreshed(ledger, entry, today) == Refreshed(new=1)
    (rule,) = [one for one in ledger.entries(RULES) if one.stored["code"] == "APP26-2"]
    records.change(ledger, rule, {"excluded": "领早餐"}, today=today)
    assert refreshed(ledger, entry, today) == Refreshed(gone=1)


class Stopped(Exception):
    pass


def test_all_of_them_at_once_and_stopped_between_blocks(
    ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        task(ledger, today, f"网格员每天打卡 {number}")

    def stop(done: int, of: int) -> None:
        assert (done, of) == (3, 3)
        raise Stopped

    with pytest.raises(Stopped):
        refresh_all(ledger, today=today, progress=stop)
    assert len(ledger.entries(FLAGS)) == 3, "what was done stays"
    assert refresh_all(ledger, today=today) == Refreshed()
    told = list(spoken_against(ledger, today))
    assert [len(found) for _, _, found in told] == [1, 1, 1]
