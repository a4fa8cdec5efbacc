"""Flags the program keeps: when they come, change, go, and stay dismissed."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records, review
from mingbai.desk.asked_before import asked_before
from mingbai.desk.flagged import flagged
from mingbai.desk.glossary import Glossary
from mingbai.desk.live_flags import Refreshed, refresh, refresh_all, spoken_against
from mingbai.desk.quick import record
from mingbai.desk.quick_reader import Reader
from mingbai.desk.recurring import asks_of_note, came, expected
from mingbai.desk.review import Verdict
from mingbai.desk.standing import standing
from mingbai.desk.suggesting import Suggester, matter_of_line
from mingbai.desk.watch import Watch
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import equals
from mingbai.domain.review import FLAGS, Assessment, FlagState, Method
from mingbai.domain.rule import RULES, Family
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.history import history
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_redo, next_undo, redo, undo
from mingbai.rules.flags.matter import Matter

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
    ledger.who = "李梅"
    entry = task(ledger, today, "网格员每天打卡")
    assert refreshed(ledger, entry, today) == Refreshed(new=1)
    assert refreshed(ledger, entry, today) == Refreshed()
    (flag,) = ledger.entries(FLAGS)
    assert [step.who for one in (entry, flag) for step in history(ledger, one.uid)] == ["李梅", ""]
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
    assert undo(ledger).left == ()
    assert ledger.entries(TASKS) == [], "a flag holds nothing in its place"
    assert ledger.entries(FLAGS) == [], "and goes along"
    assert next_redo(ledger) is not None
    redo(ledger)
    assert len(ledger.entries(TASKS)) == 1
    assert seen(ledger, entry, today) == ["forbidden_ask"]


def test_what_it_was_held_against_can_be_undone_too(ledger: Ledger, today: date) -> None:
    new = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    assert refreshed(ledger, new, today) == Refreshed(new=1)
    assert undo(ledger).left == ()
    assert [entry.uid for entry in ledger.entries(TASKS)] == [new.uid]


def test_the_same_data_of_another_unit_is_found(ledger: Ledger, today: date) -> None:
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    records.close_task(ledger, old, today)
    entry = task(
        ledger, today, "康复登记", department="残联", form_columns="姓名;公民身份号码;年龄;残疾类型;残疾级别"
    )
    refreshed(ledger, entry, today)
    (flag,) = ledger.entries(FLAGS)
    assert flag.record.family is Family.SAME_DATA
    assert flag.record.evidence.startswith("这 5 栏6月3日都已报民政局")


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
    (told,) = standing(ledger, rule_of(ledger, "APP26-2"), Glossary(ledger, today))
    assert "APP26-2" in told.words.zh


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


def test_a_flag_names_the_entry_it_was_held_against(ledger: Ledger, today: date) -> None:
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    entry = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    refreshed(ledger, entry, today)
    (flag,) = ledger.entries(FLAGS)
    assert flag.stored["other"] == old.uid


def test_of_one_day_only_what_was_recorded_before_is_held_against_an_entry(
    ledger: Ledger, today: date
) -> None:
    usual = {"due_on": "2026-11-30", "document": "民发〔2026〕3号", "period_key": "2026-11"}
    first = task(ledger, today, "残疾人状况核查", form_columns=COLUMNS, **usual)
    again = task(ledger, today, "残疾人状况核查", form_columns=COLUMNS, **usual)
    other = task(ledger, today, "残疾人康复登记", department="残联", form_columns=COLUMNS)
    first = records.change(ledger, first, {"document": "民发〔2026〕4号"}, today=today)
    watch = Watch(ledger, today)
    assert watch.suggestions(first) == ()
    assert asked_before(watch.forms, watch.matter(first) or Matter()) is None
    assert [(one.family, one.other) for one in watch.suggestions(again)] == [
        (Family.REPEATED_REPORT, first.uid)
    ]
    assert [(one.family, one.other) for one in watch.suggestions(other)] == [(Family.SAME_DATA, first.uid)]


def test_an_entry_recorded_before_a_cut_of_its_day_did_not_come_back(ledger: Ledger, today: date) -> None:
    draft = {"title": "残疾人月报", "department": "残联", "period": "每月", "form_columns": COLUMNS}
    old = records.add(ledger, DEMANDS, draft, today=today)
    new = records.add(ledger, DEMANDS, draft | {"title": "服务对象更新表"}, today=today)
    came = {"department": "残联", "demand": new.number, "received_on": "2026-11-01"}
    before = task(ledger, today, "服务对象更新表", period_key="2026-10", **came)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 11, 1))
    review.decide(ledger, old, verdict, today=today)
    after = task(ledger, today, "服务对象更新表", period_key="2026-11", **came)
    watch = Watch(ledger, today)
    assert watch.suggestions(before) == ()
    assert [one.family for one in watch.suggestions(after)] == [Family.CAME_BACK]


@pytest.mark.parametrize(
    ("status", "zh", "en"),
    [
        ("待办", "都已由民政局要过（残疾人状况表，6月3日，还没办）", "(残疾人状况表, 3 Jun, not done yet)"),
        ("在办", "都已由民政局要过（残疾人状况表，6月3日，还没办完）", "(残疾人状况表, 3 Jun, not done yet)"),
        (
            "不再办理",
            "都已由民政局要过（残疾人状况表，6月3日，不再办理）",
            "(残疾人状况表, 3 Jun, no longer needed)",
        ),
    ],
)
def test_what_is_not_done_yet_was_asked_for_and_not_reported(
    ledger: Ledger, today: date, status: str, zh: str, en: str
) -> None:
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS, status=status)
    new = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    (told,) = Watch(ledger, today).suggestions(new)
    assert told.evidence.zh.startswith(f"这 6 栏{zh}：")
    asked = "All of these 6 columns were already asked for by Civil Affairs Bureau"
    assert told.evidence.en.startswith(f"{asked} {en}: ")
    _, words, _ = Suggester(ledger).asked_before(new, today)
    assert words.zh == "这 6 栏" + zh.replace("残疾人状况表，", "")
    assert words.en == f"{asked} {en}".replace(" Bureau", "").replace("残疾人状况表, ", "")
    records.close_task(ledger, old, today)
    (told,) = Watch(ledger, today).suggestions(new)
    assert told.evidence.zh.startswith("这 6 栏6月3日都已报民政局（残疾人状况表）：")


def test_a_dismissed_flag_stays_so_when_what_it_was_held_against_is_done(ledger: Ledger, today: date) -> None:
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    new = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    refreshed(ledger, new, today)
    (flag,) = ledger.entries(FLAGS)
    review.dismiss(ledger, flag, today=today)
    old = records.close_task(ledger, old, today)
    assert refreshed(ledger, new, today) == Refreshed(changed=1)
    (flag,) = ledger.entries(FLAGS)
    assert flag.record.evidence.startswith("这 6 栏6月3日都已报民政局")
    assert flag.record.state is FlagState.DISMISSED
    records.change(ledger, old, {"form_columns": COLUMNS.removesuffix(";监护人")}, today=today)
    assert refreshed(ledger, new, today) == Refreshed(changed=1)
    assert seen(ledger, new, today) == ["same_data"]


def test_in_english_evidence_names_units_in_english(ledger: Ledger, today: date) -> None:
    old = task(ledger, today, "Form", received_on="2026-06-03", form_columns=COLUMNS)
    records.close_task(ledger, old, today)
    entry = task(ledger, today, "Other", department="残联", form_columns=COLUMNS)
    refresh(ledger, Watch(ledger, today), [entry], today=today, language="en")
    (flag,) = ledger.entries(FLAGS)
    assert "reported to Civil Affairs Bureau on 3 Jun" in str(flag.stored["evidence_en"])


@pytest.mark.parametrize("state", [FlagState.OPEN, FlagState.DISMISSED])
def test_evidence_is_told_in_the_language_in_which_it_is_read(
    ledger: Ledger, today: date, state: FlagState
) -> None:
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    records.close_task(ledger, old, today)
    entry = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    refreshed(ledger, entry, today)
    (flag,) = ledger.entries(FLAGS)
    (told,) = flagged(ledger, [flag])
    assert told.evidence == Words(str(flag.stored["evidence"]), str(flag.stored["evidence_en"]))
    assert "6月3日" in told.evidence.zh
    assert "3 Jun" in told.evidence.en
    with ledger.act("noticed", today=today) as act:
        # As it was written before, in the one language of whoever sat there.
        one_language = {"evidence": told.evidence.en, "evidence_en": None, "state": state.code}
        act.change(FLAGS, flag.uid, one_language)
    assert refreshed(ledger, entry, today) == Refreshed()
    (again,) = ledger.entries(FLAGS)
    assert (again.stored["evidence"], again.stored["state"]) == (told.evidence.zh, state.code)
    assert again.stored["evidence_en"] == told.evidence.en


def test_the_same_period_reported_twice_is_found_without_a_form(ledger: Ledger, today: date) -> None:
    first = task(ledger, today, "环境整治月报", period_key="2026-11")
    task(ledger, today, "环境整治月报", period_key="2026-10")
    again = task(ledger, today, "环境整治月报", period_key="2026年11月")
    refreshed(ledger, again, today)
    (flag,) = ledger.entries(FLAGS)
    assert (flag.record.family, flag.stored["other"]) == (Family.REPEATED_REPORT, first.uid)


def test_a_watch_goes_along_with_what_is_saved(ledger: Ledger, today: date) -> None:
    watch = Watch(ledger, today)
    ledger.listeners.append(watch.heard)
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    new = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    (told,) = watch.suggestions(new)
    assert told.other == old.uid
    records.change(ledger, old, {"form_columns": "姓名;牲畜数量;耕地面积"}, today=today)
    assert watch.suggestions(new) == ()
    undo(ledger)
    assert len(watch.suggestions(new)) == 1
    records.put_into_bin(ledger, old)
    assert watch.suggestions(new) == ()
    ledger.listeners.clear()


def test_a_watch_learns_what_is_cut(ledger: Ledger, today: date) -> None:
    watch = Watch(ledger, today)
    ledger.listeners.append(watch.heard)
    draft = {"title": "残疾人月报", "department": "残联", "period": "每月", "form_columns": COLUMNS}
    old = records.add(ledger, DEMANDS, draft, today=today)
    new = records.add(ledger, DEMANDS, draft | {"title": "服务对象更新表"}, today=today)
    entry = task(ledger, today, "服务对象更新表", department="残联", demand=new.number, period_key="2026-11")
    assert watch.suggestions(entry) == ()
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 1))
    cut = review.decide(ledger, old, verdict, today=date(2026, 8, 1))
    (told,) = watch.suggestions(entry)
    assert (told.family, told.other) == (Family.CAME_BACK, cut.uid)
    ledger.listeners.clear()


def test_where_nothing_can_be_done_any_more_nothing_new_is_said(ledger: Ledger, today: date) -> None:
    done = task(ledger, today, "网格员每天打卡", status="办结", done_on="2026-11-20")
    draft = {
        "asked_on": "2026-11-20",
        "applicant": "甲",
        "certificate": "婚姻状况证明",
        "outcome": "不予出具",
    }
    answered = records.add(ledger, CERTIFICATES, draft, today=today)
    assert refreshed(ledger, done, today) == refreshed(ledger, answered, today) == Refreshed()
    seen_open = task(ledger, today, "网格员每天打卡")
    assert refreshed(ledger, seen_open, today) == Refreshed(new=1)
    records.close_task(ledger, seen_open, today)
    assert refreshed(ledger, seen_open, today) == Refreshed(), "what was noticed before stands until assessed"
    assert seen(ledger, seen_open, today) == ["forbidden_ask"]


def test_a_series_is_told_once_and_not_again_after_it_was_assessed(ledger: Ledger, today: date) -> None:
    draft = {"title": "网格员每天打卡", "department": "民政局", "period": "每周"}
    demand = records.add(ledger, DEMANDS, draft, today=today)
    weeks = [
        task(ledger, today, "网格员每天打卡", demand=demand.number, period_key=f"2026-W{week}")
        for week in (45, 46, 47, 48)
    ]
    assert refreshed(ledger, weeks[0], today) == Refreshed(new=1)
    assert refresh(ledger, Watch(ledger, today), weeks[1:3], today=today) == Refreshed()
    review.decide(ledger, weeks[0], Verdict(assessment=Assessment.NEEDED), today=today)
    assert refreshed(ledger, weeks[3], today) == Refreshed()


def test_what_was_asked_for_less_already_needs_no_new_flag(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    review.decide(ledger, entry, Verdict(assessment=Assessment.CUT), today=today)
    assert refreshed(ledger, entry, today) == Refreshed()
    needed = task(ledger, today, "网格员走访")
    review.decide(ledger, needed, Verdict(assessment=Assessment.NEEDED), today=today)
    records.change(ledger, needed, {"title": "网格员每天打卡"}, today=today)
    assert refreshed(ledger, needed, today) == Refreshed(new=1)


def test_a_rule_that_a_person_cited_is_not_cited_again(ledger: Ledger, today: date) -> None:
    entry = task(ledger, today, "网格员每天打卡")
    review.flag(ledger, entry, "APP26-2", today=today)
    assert refreshed(ledger, entry, today) == Refreshed()


class Stopped(Exception):
    pass


def test_all_of_them_at_once_and_stopped_between_blocks(
    ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        task(ledger, today, f"网格员每天打卡 {number}")

    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if told[-2:] == [(0, 3), (0, 3)] or done == of == 3:
            raise Stopped

    with pytest.raises(Stopped):
        refresh_all(ledger, today=today, progress=stop)
    assert ledger.entries(FLAGS) == [], "in the midst of a block: before the second entry"
    told += [(0, 0)]
    with pytest.raises(Stopped):
        refresh_all(ledger, today=today, progress=lambda done, of: stop(done, of) if done else None)
    assert len(ledger.entries(FLAGS)) == 3, "what was done stays"
    assert refresh_all(ledger, today=today) == Refreshed()
    found = list(spoken_against(ledger, today))
    assert [len(said) for _, _, said in found] == [1, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "每天 应急办 报排查日报附现场照片",
        "每周五 民政局 拍照 小区环境",
        "每周五 民政局 报表 上报低保台账",
    ],
)
def test_what_speaks_against_a_line_that_recurs_is_kept_with_it(
    ledger: Ledger, today: date, text: str
) -> None:
    quick = Reader(ledger).read(text, today)
    matter = matter_of_line(quick, today)
    assert matter is not None
    before = {one.family.code for one in Watch(ledger, today).against(matter)}
    entry = record(ledger, quick, today)
    refreshed(ledger, entry, today)
    assert {*seen(ledger, entry, today)} == before
    task = came(
        ledger, entry, expected(ledger, today, entry)[0].occurrence.key, received_on=today, today=today
    )
    assert task.record.asks == asks_of_note(text, today)


def test_of_one_day_the_same_form_is_told_whichever_got_it_first(ledger: Ledger, today: date) -> None:
    first = task(ledger, today, "残疾人摸底")
    second = task(ledger, today, "服务对象情况统计", department="残联")
    suggester = Suggester(ledger)
    second = records.change(ledger, second, {"form_columns": COLUMNS}, today=today)
    assert suggester.asked_before(second, today)[0] is None
    first = records.change(ledger, first, {"form_columns": COLUMNS}, today=today)
    _, words, other = Suggester(ledger).asked_before(first, today)
    assert (other and other.uid, words.zh) == (second.uid, "这 6 栏都已由残联要过（11月19日，还没办）")
