"""A pasted notice of what recurs: its rhythm, its stretch of days, and what is wanted once beside it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desk.notices import WEEKLY

from mingbai.desk.glossary import Glossary
from mingbai.desk.lists import open_reasons
from mingbai.desk.live_flags import open_flags, refresh_all
from mingbai.desk.notice_recording import RecordedAlready, also_words, record, recurring_words
from mingbai.desk.pasting import draft_kept, draft_of, shown
from mingbai.desk.places import working_days
from mingbai.desk.quick_reader import Reader
from mingbai.desk.quick_saved import recorded_words
from mingbai.desk.recurring import came, expected
from mingbai.desk.spoken_days import spoken_day
from mingbai.desk.suggesting import Suggester, matter_of, matter_of_line
from mingbai.desk.whole import whole
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.frequency import Frequency
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo


def test_what_recurs_is_told(ledger: Ledger, today: date) -> None:
    assert draft_of(Reader(ledger), "每月5日前报民政局低保动态", today).period is Frequency.MONTHLY


def test_what_recurs_is_recorded_as_recurring_and_as_its_occurrence(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), "请各社区每月28日前报民政局低保动态表。", today)
    entry = record(ledger, pasted, today=today)
    (demand,) = ledger.entries(DEMANDS)
    assert (demand.record.period, demand.record.due_day) == (Frequency.MONTHLY, 28)
    assert (entry.record.demand, entry.record.period_key) == (demand.uid, "2026-11")
    with pytest.raises(RecordedAlready, match=str(entry.number)):
        record(ledger, pasted, today=today)
    record(ledger, pasted.without("period"), today=today)
    assert len(ledger.entries(DEMANDS)) == 1
    undo(ledger)
    undo(ledger)
    assert ledger.entries(DEMANDS) == ledger.entries(TASKS) == []


def test_a_first_occurrence_that_lies_ahead_is_waited_for(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), WEEKLY, today)
    said = recurring_words(pasted, today)
    assert said is not None
    assert said.zh == ("常态事项：每周五都要，从12月1日起。第一期12月4日（周五）到期，到时会出现在今日")
    assert "waited for every Friday from 1 Dec" in said.en
    entry = record(ledger, pasted, today=today)
    assert entry.register is DEMANDS
    assert (entry.record.starts_on, entry.record.note) == (date(2026, 12, 1), WEEKLY)
    assert ledger.entries(TASKS) == []
    assert expected(ledger, today) == []
    with pytest.raises(Mistake, match=str(entry.number)):
        record(ledger, pasted, today=today)
    (one,) = expected(ledger, date(2026, 12, 2))
    assert (one.occurrence.key, one.due_on) == ("2026-W49", date(2026, 12, 4))
    task = came(ledger, one.demand, "2026-W49", received_on=date(2026, 12, 2), today=date(2026, 12, 2))
    assert (task.record.note, [ask.code for ask in task.record.asks]) == (WEEKLY, ["photo"])


def test_one_that_is_asked_for_now_is_told_by_its_period(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), "请各社区每周五前报民政局低保动态表。", today)
    said = recurring_words(pasted, today)
    assert said is not None
    assert said.zh.endswith("这一份记作第48周的")
    assert said.en.endswith("recorded for week 48")
    assert recurring_words(pasted.without("period"), today) is None


BESIDE = "关于做好低温天气防范工作的通知\n各社区：请每天17点前在工作群报隐患排查照片，本周五前报防范方案。区应急管理局"
STRETCH = "关于开展重点人群走访的通知\n各社区：12月1日至10日每天上报走访情况（附照片），12月12日前报送总结。区民政局"
STRETCH_EN = (
    "To all communities: please report to Civil Affairs every day from 1 to 10 December how many elderly you visited, "
    "with photos; the summary by the 12th."
)


def test_what_comes_daily_is_due_the_next_time_it_comes(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), BESIDE, today)
    assert (pasted.value("due_on"), pasted.due_time) == (today.isoformat(), "17:00")
    entry = record(ledger, pasted, today=today)
    (demand,) = ledger.entries(DEMANDS)
    assert (demand.record.period, demand.record.starts_on) == (Frequency.DAILY, today)
    assert (entry.record.due_on, entry.record.period_key) == (today, today.isoformat())
    said = [one.words.zh.split("：")[0] for one in Suggester(ledger).against(matter_of(pasted), today)]
    refresh_all(ledger, today=today)
    assert [flag.short.zh for flag in open_flags(ledger, entry.uid, today)] == said == ["要照片轨迹"]


def test_a_hand_in_day_beside_a_rhythm_stands_where_it_is_taken(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), BESIDE, today).without("due_on")
    friday = next(one for one in pasted.offered if one.day == date(2026, 11, 27))
    chosen = draft_kept(pasted.chosen(friday).kept)
    said = recurring_words(chosen, today)
    assert said is not None
    assert said.zh.endswith("这一份按11月27日（周五）到期登记")
    entry = record(ledger, chosen, today=today)
    assert (entry.record.due_on, entry.record.period_key) == (date(2026, 11, 27), "")
    (demand,) = ledger.entries(DEMANDS)
    assert (entry.record.demand, demand.record.starts_on) == (demand.uid, today)


def test_without_its_rhythm_a_notice_is_due_on_a_day_that_it_names(ledger: Ledger, today: date) -> None:
    single = draft_of(Reader(ledger), BESIDE, today).without("period")
    assert single.value("due_on") == ""
    assert date(2026, 11, 27) in [one.day for one in single.offered]


def test_what_is_wanted_once_beside_a_rhythm_is_an_assignment_of_its_own(ledger: Ledger, today: date) -> None:
    pasted = draft_kept(draft_of(Reader(ledger), STRETCH, today).kept)
    assert [(pasted.value(name), one.day) for name, one in pasted.also.items()] == [
        ("重点人群走访总结", date(2026, 12, 12))
    ]
    told = also_words(pasted, today)
    assert told is not None
    assert told.zh == "；另登记一项交办“重点人群走访总结”，12月12日（周六）到期"
    demand = record(ledger, pasted, today=today)
    (once,) = ledger.entries(TASKS)
    assert (once.record.title, once.record.due_on, once.record.demand) == (
        "重点人群走访总结",
        date(2026, 12, 12),
        demand.uid,
    )
    assert once.record.note == STRETCH
    undo(ledger)
    assert ledger.entries(TASKS) == ledger.entries(DEMANDS) == []
    record(ledger, pasted.without("also"), today=today)
    assert ledger.entries(TASKS) == []


def test_what_speaks_against_a_rhythm_stands_at_it_and_not_at_what_is_wanted_once(
    ledger: Ledger, today: date
) -> None:
    demand = record(ledger, draft_of(Reader(ledger), STRETCH, today), today=today)
    (once,) = ledger.entries(TASKS)
    refresh_all(ledger, today=today)
    assert [flag.short.zh for flag in open_flags(ledger, demand.uid, today)] == ["要照片轨迹"]
    assert open_flags(ledger, once.uid, today) == ()
    # Opened it says what the list says: nothing.
    assert open_reasons(ledger, TASKS, [once.uid], today) == {}
    assert whole(ledger, once, today).flags == ()
    assert [flag.short.zh for flag in whole(ledger, demand, today).flags] == ["要照片轨迹"]


def test_the_day_wanted_once_is_not_recorded_twice(ledger: Ledger, today: date) -> None:
    pasted = draft_of(Reader(ledger), BESIDE, today)
    assert [one.day for one in pasted.also.values()] == [date(2026, 11, 27)]
    assert pasted.put("due_on", "2026-11-27", Glossary(ledger, today).context()).also == {}
    renamed = pasted.put("also", "低温防范方案", Glossary(ledger, today).context())
    assert renamed.draft["title"] == pasted.draft["title"]
    record(ledger, renamed, today=today)
    tomorrow = date(2026, 11, 25)
    record(ledger, draft_of(Reader(ledger), BESIDE, tomorrow), today=tomorrow)
    titles = [entry.record.title for entry in ledger.entries(TASKS)]
    assert len(titles) == 3
    assert [title for title in titles if title.endswith("防范方案")] == ["低温防范方案"]


@pytest.mark.parametrize("text", [STRETCH, STRETCH_EN])
def test_a_stretch_of_days_is_waited_for_from_its_first_to_its_last(
    ledger: Ledger, today: date, text: str
) -> None:
    pasted = draft_of(Reader(ledger), text, today)
    said = recurring_words(pasted, today)
    assert said is not None
    assert "从12月1日起，到12月10日为止" in said.zh
    (often,) = [one for one in pasted.guesses if one.field == "period"]
    assert shown(pasted, often, Reader(ledger), today) == Words(
        "每日，到12-10 周四", "Daily until Thu 10 Dec"
    )
    demand: Demand = record(ledger, pasted, today=today).record
    assert (demand.starts_on, demand.ends_on) == (date(2026, 12, 1), date(2026, 12, 10))
    assert [entry.record.due_on for entry in ledger.entries(TASKS)] == [date(2026, 12, 12)]
    with pytest.raises(RecordedAlready):
        record(ledger, draft_of(Reader(ledger), text, today), today=today)
    later = date(2026, 12, 11)
    assert record(ledger, draft_of(Reader(ledger), text, later), today=later).record != demand


def test_a_stretch_of_days_is_known_as_long_as_it_runs(ledger: Ledger, today: date) -> None:
    first = record(ledger, draft_of(Reader(ledger), STRETCH, today), today=today)
    with pytest.raises(RecordedAlready) as refused:
        record(ledger, draft_of(Reader(ledger), STRETCH, today), today=today)
    assert refused.value.entry == first
    next_one = STRETCH.replace("1日至10日", "11日至20日").replace("12月1日至12月10日", "12月11日至12月20日")
    record(ledger, draft_of(Reader(ledger), next_one, today), today=today)
    assert len(ledger.entries(DEMANDS)) == 2


def test_a_stretch_of_days_that_is_over_when_it_is_recorded_does_not_begin_after_its_end(
    ledger: Ledger, today: date
) -> None:
    pasted = draft_of(Reader(ledger), STRETCH, today)
    record(ledger, pasted, today=date(2026, 12, 14))
    (demand,) = ledger.entries(DEMANDS)
    assert demand.record.starts_on <= demand.record.ends_on


@pytest.mark.parametrize(
    ("every", "first"), [("每日", date(2026, 11, 28)), ("每个工作日", date(2026, 11, 30))]
)
def test_what_is_daily_from_a_saturday_is_said_the_same_before_and_after(
    ledger: Ledger, every: str, first: date
) -> None:
    friday, reader = date(2026, 11, 27), Reader(ledger)
    text = f"自11月28日起，{every}17:00前将《排查情况日报表》报街道应急办。"
    pasted = draft_of(reader, text, friday)
    before = recurring_words(pasted, friday)
    assert before is not None
    entry = record(ledger, pasted, today=friday)
    after = recorded_words(entry, Words("日报", "daily"), friday, working_days(ledger))
    for said in (before, after):
        assert spoken_day(first, friday).zh in said.zh
    # What is due before anybody works again is waiting on Friday.
    waiting = [one.due_on for one in expected(ledger, friday)]
    assert waiting == ([first, date(2026, 11, 29)] if first.day == 28 else [])
    assert ("已在“今日”里等着" in after.zh) == bool(waiting)


def test_a_first_one_moved_to_another_day_does_not_move_the_rhythm(ledger: Ledger, today: date) -> None:
    text = "请各社区每周五前上报环境整治周报，12月2日前报首期。城管局"
    entry = record(ledger, draft_of(Reader(ledger), text, today), today=today)
    (demand,) = ledger.entries(DEMANDS)
    assert (entry.record.due_on, entry.record.period_key) == (date(2026, 12, 2), "2026-W49")
    assert demand.record.due_day == 5
    assert expected(ledger, date(2026, 11, 28)) == []
    (one,) = expected(ledger, date(2026, 12, 10))
    assert one.due_on == date(2026, 12, 11)


def test_what_is_waited_for_has_the_flags_of_its_notice_and_its_first_time_does_not_repeat_them(
    ledger: Ledger, today: date
) -> None:
    pasted = draft_of(Reader(ledger), WEEKLY, today)
    said = [one.words.zh.split("：")[0] for one in Suggester(ledger).against(matter_of(pasted), today)]
    entry = record(ledger, pasted, today=today)
    assert entry.register is DEMANDS
    refresh_all(ledger, today=today)
    assert [flag.short.zh for flag in open_flags(ledger, entry.uid, today)] == said != []
    later = date(2026, 12, 2)
    task = came(ledger, entry, "2026-W49", received_on=later, today=later)
    refresh_all(ledger, today=later)
    assert [flag.short.zh for flag in open_flags(ledger, entry.uid, later)] == said
    assert open_flags(ledger, task.uid, later) == ()


def test_a_typed_line_of_what_recurs_is_judged_as_a_pasted_one(ledger: Ledger, today: date) -> None:
    said = []
    for text in ("每天 应急办 值守日报附截图", "应急办 值守日报附截图"):
        matter = matter_of_line(Reader(ledger).read(text, today), today)
        assert matter is not None
        said.append([one.words.zh.split("：")[0] for one in Suggester(ledger).against(matter, today)])
    assert "要照片轨迹" in said[0]
    assert "要照片轨迹" in said[1]


@pytest.mark.parametrize(
    "text",
    [
        "各社区：11月30日至12月11日，每天将供暖情况于17:00前报送区民政局。",
        "All communities: every day from 30 November to 11 December please send the heating situation "
        "to Civil Affairs before 17:00.",
    ],
)
def test_the_hour_of_what_comes_daily_in_a_stretch_of_days_is_told(ledger: Ledger, text: str) -> None:
    pasted = draft_of(Reader(ledger), text, date(2026, 11, 27))
    assert (pasted.day_and_hour("due_on"), pasted.ends_on) == ("2026-11-30 17:00", date(2026, 12, 11))
