"""A day means the same in a typed line as in a pasted notice."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_answer import due_of
from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)
SAID_ZH = [
    "本月28日前",
    "11.25前",
    "截止时间：2026-12-05",
    "今晚8点前",
    "明早",
    "下周三下班前",
    "月底前",
    "每周五12:00前",
    "每月5日前",
    "三个工作日内",
    "周五前",
    "周五",
    "下周一",
    "12月1日前",
    "后天上午",
    "年底前",
    "两天内",
    "一周内",
    "每周一",
    "每季度末",
    "每月底前",
    "本周内",
    "25日前",
    "明天中午12点前",
]
SAID_EN = [
    "by Friday",
    "by Nov 30",
    "before the 28th",
    "tomorrow",
    "every month by the 5th",
    "within three working days",
    "next Monday",
    "by end of month",
    "every Friday",
    "no later than Dec 5",
    "in two days",
]


@pytest.mark.parametrize("said", [*SAID_ZH, *SAID_EN])
def test_the_same_day_and_period_is_read(said: str) -> None:
    zh = said in SAID_ZH
    line = f"{said} 报表 民政局 上报重点人群台账" if zh else f"{said} form Civil Affairs key groups register"
    text = (
        f"请各社区{said}将重点人群台账报民政局。"
        if zh
        else f"Please send the key groups register to Civil Affairs {said}."
    )
    quick = read_quick(line, shipped_words(), TODAY)
    notice = read_notice(text, shipped_words(), TODAY)
    due = due_of(quick, TODAY)
    assert notice.due_on is not None
    assert due is not None
    assert due[:10] == notice.due_on.value.isoformat()
    assert (quick.value("period") or None) == (notice.period.value.code if notice.period else None)
