"""Typed lines that name a weekday whose hour is over."""

from __future__ import annotations

from datetime import datetime

import pytest

from mingbai.desk.quick import like_units
from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.coming import coming
from mingbai.rules.quick.quick import Quick, read_quick

THURSDAY_NIGHT = datetime(2026, 11, 26, 23, 11)


def read(text: str, now: datetime = THURSDAY_NIGHT) -> Quick:
    return coming(read_quick(text, shipped_words(), now.date()), now)


def day(quick: Quick) -> str:
    return quick.value("held_on")[:10] or quick.value("due_on")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("meeting on Thursday 2 pm street safety drive", "2026-12-03"),
        ("meeting on Monday 2 pm street safety drive", "2026-11-30"),
        ("周一下午2点 街道开平安建设推进会", "2026-11-30"),
        ("周四下午2点 街道开平安建设推进会 @李梅", "2026-12-03"),
        ("周五下午2点 街道开平安建设推进会", "2026-11-27"),
        # What is said to be today, this week or over is left as it is said.
        ("今天下午2点 街道开平安建设推进会", "2026-11-26"),
        ("下周一下午2点 街道开平安建设推进会", "2026-11-30"),
        ("周一下午2点 会议 民政局 业务部署 3人 90分钟", "2026-11-23"),
        ("周四下午2点前 民政局 上报台账", "2026-11-26 14:00"),
    ],
)
def test_a_bare_weekday_whose_hour_is_over_is_the_next_one(text: str, meant: str) -> None:
    assert day(read(text)) == meant


def test_before_its_hour_it_is_today() -> None:
    morning = datetime(2026, 11, 26, 9, 0)
    assert day(read("meeting on Thursday 2 pm street safety drive", morning)) == "2026-11-26"


def test_a_meeting_is_no_unit_and_who_calls_to_it_is() -> None:
    quick = read("周四下午2点 街道开平安建设推进会 @李梅")
    assert like_units(quick) == ()
    assert quick.value("department") == "镇（乡）人民政府（街道办事处）"
    assert quick.title == "街道开平安建设推进会"
    assert like_units(read("周五前 平安建设推进会 材料 创建办")) == ("创建办",)
