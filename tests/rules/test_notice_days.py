"""The days of a notice that may be its due date: all that it names, and the next time of what recurs."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.also import titled
from mingbai.rules.notice.days import How, days_of
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.said_days import same_signs

TODAY = date(2026, 11, 24)

NAMED = (
    ("花名册月底最后一个工作日交来", "2026-01-22", "2026-01-30", How.SAID),
    ("星期一报到站里", "2026-05-15", "2026-05-18", How.SAID),
    ("摸底5个工作日完成", "2026-05-18", "2026-05-25", How.SAID),
    ("每季度最后一天前填表", "2026-03-24", "2026-03-31", How.NEXT),
    ("季后第一个月20日前报", "2026-07-17", "2026-07-20", How.NEXT),
    ("上半年6月30日、下半年12月31日报", "2026-07-01", "2026-12-31", How.NEXT),
    ("每年3月1日和9月1日更新", "2026-09-02", "2027-03-01", How.NEXT),
    ("7月10日起每周五报进度", "2026-07-01", "2026-07-10", How.OPENING),
    ("accounts by the 10th of the month following", "2026-09-11", "2026-10-10", How.NEXT),
    ("open 7-9 December", "2026-12-01", "2026-12-09", How.SAID),
    ("3月20日统一收，提前两天给我", "2026-03-02", "2026-03-18", How.BEFORE),
    ("以上7月20日前完成", "2026-07-13", "2026-07-20", How.SAID),
    ("1.7月21日前交表；2.8月20日前修好", "2026-07-09", "2026-08-20", How.SAID),
    ("6月4日开会，名单（姓名、电话）29号前报", "2026-05-28", "2026-05-29", How.SAID),
    ("自今天起至15日报数", "2026-04-08", "2026-04-15", How.LAST),
    ("to us by tmrw 3 pm", "2026-12-29", "2026-12-30", How.SAID),
)


@pytest.mark.parametrize(("text", "today", "day", "how"), NAMED)
def test_a_day_is_among_those_that_may_be_due(text: str, today: str, day: str, how: How) -> None:
    found = days_of(same_signs(text), date.fromisoformat(today), shipped_words().working)
    assert (day, how) in [(one.day.isoformat(), one.how) for one in found]


def test_a_day_that_is_taken_back_is_none_of_them() -> None:
    said = same_signs("12月1号交，不对，12月3号交，不是12月5号")
    found = days_of(said, date(2026, 11, 24), shipped_words().working)
    assert [one.day for one in found] == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("text", "starts", "ends", "next_on"),
    [
        ("12月1日至10日，各社区每天报走访户数，12日前报总结。", "2026-12-01", "2026-12-10", "2026-12-01"),
        ("请各社区每天17点前报隐患排查照片，本周五前报防范方案。", None, None, "2026-11-24"),
        ("每天17点前报隐患排查照片，12月2日前报总结。", None, None, "2026-11-24"),
        (
            "Please report every day from 1 to 10 December how many elderly were visited; the summary by the 12th.",
            "2026-12-01",
            "2026-12-10",
            "2026-12-01",
        ),
        (
            "From 28 December to 5 January every community reports to us daily.",
            "2026-12-28",
            "2027-01-05",
            "2026-12-28",
        ),
        ("请各社区每月2日前报上月数据，本次12月8日前报。", None, None, "2026-12-02"),
        ("请各社区每周五前报送周报。5月1日至5日已停报。", None, None, "2026-11-27"),
    ],
)
def test_a_hand_in_day_beside_a_rhythm_is_no_day_on_which_it_begins(
    text: str, starts: str | None, ends: str | None, next_on: str
) -> None:
    read = read_notice(text, shipped_words(), TODAY)
    told = (read.starts_on, read.ends_on, read.next_on)
    assert [day and day.isoformat() for day in told] == [starts, ends, next_on]


ONCE: tuple[tuple[str, str, str | None, dict[str, str]], ...] = (
    (
        "自11月27日起每日16时前报送排查进展，并于12月4日前报送工作总结。",
        "2026-11-27",
        "16:00",
        {"2026-12-04": "工作总结"},
    ),
    (
        "即日起每天16:00前报送进展，12月4日前将工作总结（盖章）报送至邮箱。",
        "2026-11-24",
        "16:00",
        {"2026-12-04": "工作总结"},
    ),
    (
        "自12月1日起每周五前上报周报，工作总结请于12月20日前报送。",
        "2026-12-04",
        None,
        {"2026-12-20": "工作总结"},
    ),
    (
        "From 27 November progress is to be reported every day before 16:00. Send a written summary before 11 December.",
        "2026-11-27",
        "16:00",
        {"2026-12-11": "Written summary"},
    ),
    (
        "From 1 December report progress daily by 4 pm. Please submit a work summary to the office by 11 December.",
        "2026-12-01",
        None,
        {"2026-12-11": "Work summary"},
    ),
    (
        "Progress is reported every day before 16:00, and a summary before 11 December.",
        "2026-11-24",
        "16:00",
        {"2026-12-11": "Summary"},
    ),
    (
        "Numbers go to the group every day before 17:00. The final list of wells, checked and signed, must be sent to the "
        "Bureau of Water and Soil Conservation no later than 11 December.",
        "2026-11-24",
        "17:00",
        {"2026-12-11": "Final list of wells"},
    ),
    ("请各社区每天17点前报送进展。联系人：王芳，2026年11月24日", "2026-11-24", "17:00", {}),
    ("请各社区每周五前上报环境整治周报，12月2日前报首期。城管局", "2026-11-27", None, {}),
)


@pytest.mark.parametrize(("text", "next_on", "time", "once"), ONCE)
def test_what_is_wanted_once_beside_a_rhythm_keeps_its_day(
    text: str, next_on: str, time: str | None, once: dict[str, str]
) -> None:
    read = read_notice(text, shipped_words(), TODAY)
    assert read.next_on is not None
    assert (read.next_on.isoformat(), read.next_time) == (next_on, time)
    assert {one.day.isoformat(): one.what for one in read.also} == once


@pytest.mark.parametrize(
    ("what", "heading", "title"),
    [
        ("总结", "关于开展沿街商铺燃气检查的通知", "沿街商铺燃气检查总结"),
        ("检查情况汇总表", "关于开展沿街商铺燃气检查的通知", "沿街商铺燃气检查情况汇总表"),
        (
            "整改方案和佐证材料",
            "市城管局关于进一步做好犬只管理工作的紧急通知",
            "犬只管理：整改方案和佐证材料",
        ),
        ("犬只管理总结", "关于做好犬只管理工作的通知", "犬只管理总结"),
        ("总结", "上报犬只台账", "总结"),
        ("Summary", "Notice on conducting the census of dogs", "Summary, census of dogs"),
        ("Dog census summary", "Weekly dog census", "Dog census summary"),
    ],
)
def test_what_is_wanted_beside_it_says_of_what(what: str, heading: str, title: str) -> None:
    assert titled(what, heading) == title
