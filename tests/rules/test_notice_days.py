"""The days of a notice that may be its due date: all that it names, and the next time of what recurs."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.days import How, days_of
from mingbai.rules.said_days import same_signs

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
