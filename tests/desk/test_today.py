"""What waits on a day: which groups, in which order, and that every number opens just its rows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingbai.desk import records, recurring, review
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import MOST_LINES, Line, Names, Shape, Tone
from mingbai.desk.lists import Question, Walk
from mingbai.desk.review import Verdict
from mingbai.desk.review_lines import waiting_group
from mingbai.desk.reviewing import waiting
from mingbai.desk.today import Agenda, agenda, waiting_there
from mingbai.desk.two_weeks import DueDay, TwoWeeks
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import Assessment, Method
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-16", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def issue(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"accepted_at": "2026-11-20 09:00", "title": title, "channel": "热线", "resident": "张伟", **more}
    return records.add(ledger, ISSUES, draft, today=today)


def weekly(ledger: Ledger, today: date, **more: object) -> Entry:
    draft = {
        "title": "环境周报",
        "department": "街道办",
        "period": "每周",
        "due_day": "3",
        "starts_on": "2026-11-16",
    }
    return records.add(ledger, DEMANDS, draft | more, today=today)


def seen(ledger: Ledger, today: date) -> Agenda:
    return agenda(ledger, today, Glossary(ledger, today))


def lines(found: Agenda, code: str) -> tuple[Line, ...]:
    group = found.group(code)
    return group.lines if group else ()


def told(found: Agenda, code: str) -> list[tuple[str, str]]:
    return [(line.title.zh, line.trailing.zh) for line in lines(found, code)]


def test_an_empty_ledger_says_nothing_but_that(ledger: Ledger, today: date) -> None:
    found = seen(ledger, today)
    assert found.empty
    assert found.groups == ()
    assert found.headline.zh == ""


def test_a_calm_day_is_told_in_one_line(ledger: Ledger, today: date) -> None:
    task(ledger, today, "年底总结", due_on="2026-12-20")
    found = seen(ledger, today)
    assert not found.empty
    assert found.headline.zh == "今天没有到期的事"


@pytest.mark.parametrize(
    ("day", "due", "words"),
    [
        (date(2026, 11, 24), "2026-11-25", "明天到期"),
        (date(2026, 11, 27), "2026-11-30", "下一个工作日前到期"),
        (date(2026, 11, 27), "2026-11-28", "下一个工作日前到期"),
    ],
)
def test_what_is_due_on_the_next_working_day_is_told(ledger: Ledger, day: date, due: str, words: str) -> None:
    task(ledger, day, "登记表", received_on=day, due_on=due)
    task(ledger, day, "总结", received_on=day, due_on="2026-12-02")
    group = seen(ledger, day).group("next")
    assert group is not None
    assert group.words.zh == words
    assert [line.title.zh for line in group.lines] == ["登记表"]


def test_groups_stand_in_the_order_of_what_hurts(ledger: Ledger, today: date) -> None:
    records.add(ledger, STAFF, {"name": "李梅"}, today=today)
    task(ledger, today, "摸底表", due_on="2026-11-23")
    task(ledger, today, "走访小结", due_on="2026-11-24", owner="李梅")
    issue(ledger, today, "电梯停运", due_at="2026-11-24 17:00")
    issue(ledger, today, "施工噪音", due_at="2026-11-25 10:30")
    weekly(ledger, today)
    flagged = task(ledger, today, "安装统计")
    review.flag(ledger, flagged, "与上月相同", today=today)
    done = task(ledger, today, "已报")
    records.close_task(ledger, done, today)
    found = seen(ledger, today)
    assert [group.code for group in found.groups] == [
        "overdue",
        "due",
        "near",
        "expected",
        "earlier",
        "waiting",
        "done",
    ]
    assert told(found, "overdue") == [("摸底表", "逾期 1 天")]
    assert told(found, "due") == [("走访小结", "李梅")]
    assert told(found, "near") == [("电梯停运", "今天 17:00"), ("施工噪音", "明天 10:30")]
    assert [line.tone for line in lines(found, "near")] == [Tone.SOON, Tone.PLAIN]
    assert (found.headline.zh, found.headline.en) == ("1 件逾期，2 件今天到期", "1 overdue, 2 due today")


def test_a_resident_is_masked(ledger: Ledger, today: date) -> None:
    issue(ledger, today, "电梯停运，电话13812345678", due_at="2026-11-24")
    (line,) = lines(seen(ledger, today), "near")
    assert "张伟" not in line.aside.zh
    assert "13812345678" not in line.title.zh
    assert line.trailing.zh == "今天"


@pytest.mark.parametrize(
    ("due_at", "near"),
    [("2026-11-26 23:00", True), ("2026-11-27 08:00", False), ("2026-11-23 08:00", False)],
)
def test_a_limit_is_near_within_two_working_days(
    ledger: Ledger, today: date, due_at: str, near: bool
) -> None:
    issue(ledger, today, "x", due_at=due_at)
    assert bool(lines(seen(ledger, today), "near")) is near


def test_over_a_weekend_two_working_days_reach_to_the_week_after(ledger: Ledger) -> None:
    friday = date(2026, 11, 27)
    issue(ledger, friday, "x", due_at="2026-12-01 08:00")
    assert lines(seen(ledger, friday), "near")


def test_every_number_opens_just_its_rows(ledger: Ledger, today: date) -> None:
    for at in range(MOST_LINES + 3):
        task(ledger, today, f"迟到 {at}", due_on="2026-11-20")
        issue(ledger, today, f"迟到 {at}", due_at="2026-11-20")
    task(ledger, today, "今天", due_on=today)
    issue(ledger, today, "近", due_at="2026-11-25")
    records.add(ledger, CERTIFICATES, {"asked_on": today, "certificate": "居住证明"}, today=today)
    records.close_task(ledger, task(ledger, today, "办完"), today)
    found = seen(ledger, today)
    opened = 0
    for group in found.groups:
        for opening in group.openings:
            if opening.register:
                walk = Walk(
                    ledger, REGISTERS[opening.register], Question(opening.where), Glossary(ledger, today)
                )
                assert walk.count() == opening.count, group.code
                opened += 1
    assert opened == 6
    overdue = found.group("overdue")
    assert overdue is not None
    assert (overdue.count, len(overdue.lines)) == (2 * (MOST_LINES + 3), MOST_LINES)


def test_the_latest_overdue_comes_first(ledger: Ledger, today: date) -> None:
    task(ledger, today, "早", due_on="2026-10-01")
    issue(ledger, today, "中", due_at="2026-11-10")
    task(ledger, today, "晚", due_on="2026-11-23")
    assert [title for title, _ in told(seen(ledger, today), "overdue")] == ["晚", "中", "早"]


def test_an_occurrence_is_expected_until_it_is_recorded(ledger: Ledger, today: date) -> None:
    demand = weekly(ledger, today)
    found = seen(ledger, today)
    (line,) = lines(found, "expected")
    assert (line.title.zh, line.aside.zh, line.trailing.zh) == (
        "环境周报（第48周）",
        "镇街，每周三",
        "明天",
    )
    assert [line.title.zh for line in lines(found, "earlier")] == ["环境周报（第47周）"]
    recurring.came(ledger, demand, "2026-W48", received_on=today, today=today)
    recurring.did_not_come(ledger, demand, "2026-W47", today=today)
    found = seen(ledger, today)
    group = found.group("expected")
    assert group is not None
    assert group.count == 0
    assert {(line.shape, line.title.zh, line.trailing.zh) for line in group.lines} == {
        (Shape.CAME, "环境周报（第48周）", "来了"),
        (Shape.STAYED_AWAY, "环境周报（2026年第47周）", "没来"),
    }
    assert not any(line.expected for line in group.lines)
    assert found.group("earlier") is None


def test_a_recheck_waits_from_its_day(ledger: Ledger, today: date) -> None:
    demand = weekly(ledger, today)
    verdict = review.Verdict(
        assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 24), recheck_on=today
    )
    review.decide(ledger, demand, verdict, today=date(2026, 8, 24))
    assert told(seen(ledger, today), "rechecks") == [("环境周报", "减掉 92 天")]
    assert seen(ledger, date(2026, 11, 23)).group("rechecks") is None


def test_a_flagged_entry_in_the_bin_waits_for_nobody(ledger: Ledger, today: date) -> None:
    flagged = task(ledger, today, "安装统计")
    review.flag(ledger, flagged, "一", today=today)
    review.flag(ledger, flagged, "二", today=today)
    group = seen(ledger, today).group("waiting")
    assert group is not None
    assert group.count == 1
    records.put_into_bin(ledger, flagged)
    assert seen(ledger, today).group("waiting") is None


def test_what_is_due_today_stands_by_its_hour(ledger: Ledger, today: date) -> None:
    for title, hour in (("没说几点", ""), ("晚上", "20:00"), ("上午", "9:30")):
        task(ledger, today, title, due_on="2026-11-24", due_time=hour)
        task(ledger, today, f"明天{title}", due_on="2026-11-25", due_time=hour)
    agenda = seen(ledger, today)
    assert told(agenda, "due") == [("上午", "今天 09:30"), ("晚上", "今天 20:00"), ("没说几点", "")]
    assert told(agenda, "next") == [
        ("明天上午", "明天 09:30"),
        ("明天晚上", "明天 20:00"),
        ("明天没说几点", "明天"),
    ]


def test_what_is_due_on_a_weekend_stands_at_its_own_day(ledger: Ledger, today: date) -> None:
    task(ledger, today, "周五", due_on="2026-11-27")
    task(ledger, today, "周六", due_on="2026-11-28")
    issue(ledger, today, "周六", due_at="2026-11-28 10:00")
    friday = date(2026, 11, 27)
    found = seen(ledger, friday)
    # The nine working days that hold nothing stand as well, and no empty Sunday.
    assert [(one.day.day, one.tasks, one.issues) for one in found.load.days[:3]] == [
        (27, 1, 0),
        (28, 1, 1),
        (30, 0, 0),
    ]
    assert len(found.load.days) == 11
    assert found.due_today == found.load.days[0].due == 1
    walk = Walk(ledger, TASKS, Question(found.load.days[1].where(TASKS.code)), Glossary(ledger, friday))
    assert walk.count() == 1


def test_the_chart_and_the_heading_count_meetings_alike(ledger: Ledger, today: date) -> None:
    friday = date(2026, 11, 27)
    assert seen(ledger, friday).headline.zh == ""
    for day in ("2026-11-27", "2026-12-03", "2026-12-05"):
        draft = {"held_on": day, "department": "民政局", "title": "工作例会", "start_time": "14:00"}
        records.add(ledger, MEETINGS, draft, today=friday)
    assert seen(ledger, friday).headline.zh == "今天 1 个会"
    task(ledger, friday, "月报", due_on="2026-11-27")
    found = seen(ledger, friday)
    assert found.headline.zh == "1 件今天到期，今天 1 个会"
    first = found.load.days[0]
    assert (first.due, first.meetings, first.all) == (1, 1, 2)
    # A Saturday with a meeting stands as well; what is held in two weeks jams no day.
    assert [one.day.day for one in found.load.days if one.meetings] == [27, 3, 5]
    thursday = next(one for one in found.load.days if one.day.day == 3)
    asked = Question(thursday.where(thursday.fullest))
    assert Walk(ledger, MEETINGS, asked, Glossary(ledger, friday)).count() == 1


def days(*counts: int) -> TwoWeeks:
    return TwoWeeks(tuple(DueDay(date(2026, 12, at), n) for at, n in enumerate(counts, 1)))


@pytest.mark.parametrize(
    ("counts", "jam"),
    [
        ((3, 2, 2, 5, 2, 0, 1, 0, 1, 0), 4),
        ((0, 0, 0, 4, 0, 0, 0, 0, 0, 0), None),
        ((3, 3, 3, 5, 3, 3, 3, 3, 3, 3), None),
        ((0,) * 10, None),
    ],
)
def test_only_a_really_jammed_day_is_told(counts: tuple[int, ...], jam: int | None) -> None:
    found = days(*counts).jam
    assert (found.day.day if found else None) == jam
    assert (days(*counts).jam_words is None) is (jam is None)


def test_the_agenda_of_many_is_capped_and_says_so(ledger: Ledger, today: date) -> None:
    full: dict[str, Any] = dict.fromkeys(TASKS.fields)
    department = str(task(ledger, today, "x").stored["department"])
    with ledger.act("import") as act:
        for at in range(1100):
            stored = full | {
                "received_on": "2026-10-01",
                "department": department,
                "title": f"旧 {at}",
                "due_on": "2026-10-08",
                "status": "todo",
            }
            act.insert_stored(TASKS, stored)
    group = seen(ledger, today).group("overdue")
    assert group is not None
    assert group.count_words == "999+"


def test_what_waits_is_counted_for_the_pages_where_it_waits(ledger: Ledger, today: date) -> None:
    assert {there.count for there in waiting_there(ledger, today).values()} == {0}
    draft = {"received_on": "2026-11-02", "department": "民政局", "title": "台账", "due_on": "2026-11-10"}
    entry = records.add(ledger, TASKS, draft, today=today)
    review.flag(ledger, entry, "同样的数据要过", today=today)
    counts = {page: there.count for page, there in waiting_there(ledger, today).items()}
    assert counts == {"today": 1, "issue": 0, "review": 1}


def test_of_several_things_that_wait_at_a_page_each_is_told(ledger: Ledger, today: date) -> None:
    draft = {"received_on": "2026-08-02", "department": "民政局", "title": "台账"}
    entry = records.add(ledger, TASKS, draft, today=today)
    review.flag(ledger, entry, "同样的数据要过", today=today)
    assert waiting_there(ledger, today)["review"].words.zh == ""
    cut = Verdict(
        assessment=Assessment.CUT,
        method=Method.CANCELLED,
        effective_from=date(2026, 8, 3),
        recheck_on=date(2026, 11, 20),
    )
    other = records.add(ledger, TASKS, draft | {"title": "旧台账"}, today=today)
    review.decide(ledger, other, cut, today=today)
    there = waiting_there(ledger, today)["review"]
    assert (there.count, there.words.zh) == (2, "等您研判 1，复查到期 1")
    assert there.words.en == "Waiting for your assessment 1, Rechecks due 1"


def test_today_and_the_review_name_the_same_reason_first(ledger: Ledger, today: date) -> None:
    draft = {"received_on": "2026-11-20", "department": "民政局", "title": "台账"}
    entry = records.add(ledger, TASKS, draft, today=today)
    review.flag(ledger, entry, "说法一", today=date(2026, 11, 20))
    review.flag(ledger, entry, "说法二", today=date(2026, 11, 22))
    names = Names(ledger, Glossary(ledger, today))
    (line,) = waiting_group(ledger, today, names).lines
    (one,) = waiting(ledger, today, names)
    assert line.trailing == one.flags[0].short
