"""A weekday that contradicts its date: both are asked about, and no third day is told."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.quick.quick import read_quick
from mingbai.rules.said_days import same_signs
from mingbai.rules.two_days import two_days_said

TODAY = date(2026, 11, 27)
TUESDAY, MONDAY = date(2026, 12, 15), date(2026, 12, 14)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("return the sheet by Monday 15 December 2026", True),
        ("return the sheet by Mon, Dec 15, 12:00", True),
        ("return the sheet no later than 15 December (Monday)", True),
        ("training on Monday the 15th of December", False),
        ("2026-12-15, Monday, at 10:00", False),
        ("请于12月15日（周一）前报送", True),
        ("截止时间：2026年12月15日 星期一 17:00", True),
        ("周一（12月15日）前反馈", True),
        ("12月15日(星期一)召开培训会", False),
    ],
)
def test_both_days_are_named(text: str, until: bool) -> None:
    (found,) = two_days_said(same_signs(text), TODAY)
    assert (found.dated, found.by_weekday, found.until) == (TUESDAY, MONDAY, until)


@pytest.mark.parametrize(
    "text",
    [
        "by Tuesday 15 December 2026",
        "by 15 December, Monday meetings aside",
        "12月15日（周二）前",
        "12月15日前，每周一例会",
        "by Monday, 15 people",
    ],
)
def test_what_agrees_or_is_another_weekday_names_one(text: str) -> None:
    assert two_days_said(same_signs(text), TODAY) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("form Health by Mon 15 Dec 2026, 10:00", "form Health by Tuesday 15 December 2026, 10:00"),
        ("12月15日（周一）前 报表 卫健局", "12月15日（周二）前 报表 卫健局"),
        ("周一（12月15日）前 报表 卫健局", "12月15日（周二）前 报表 卫健局"),
    ],
)
def test_a_line_with_the_day_that_is_taken_is_due_then(text: str, words: str) -> None:
    (found,) = two_days_said(same_signs(text), TODAY)
    start, end = found.words
    assert f"{text[:start]}{found.into(text, TUESDAY)}{text[end:]}" == words
    assert read_quick(words, shipped_words(), TODAY).value("due_on")[:10] == TUESDAY.isoformat()
    assert not read_quick(text, shipped_words(), TODAY).value("due_on")


def test_a_date_in_brackets_says_more_than_its_weekday() -> None:
    quick = read_quick("周二（12月15日）前 报表 卫健局 慢病随访", shipped_words(), TODAY)
    assert (quick.value("due_on"), quick.title) == (TUESDAY.isoformat(), "慢病随访")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (
            "Notice on fever clinics\nPlease return the sheet by Monday 15 December 2026, 12:00.\nHealth Bureau\n27 November 2026",
            "12:00",
        ),
        (
            "关于核对名单的通知\n各社区：请于12月15日（周一）12:00前报区卫健局。\n区卫健局\n2026年11月27日",
            "12:00",
        ),
        (
            "各社区：培训会12月8日下午2点召开。名单请于12月15日（星期一）前报区卫健局。",
            None,
        ),
    ],
)
def test_a_notice_offers_both_and_tells_none(text: str, time: str | None) -> None:
    notice = read_notice(text, shipped_words(), TODAY)
    assert notice.due_on is None
    assert notice.days_disagree
    assert [(one.day, one.time) for one in notice.due_choices] == [(MONDAY, time), (TUESDAY, time)]


def test_a_slip_in_the_day_of_issue_leaves_the_limit_told() -> None:
    text = "各社区：请于12月15日（周二）前将名单报区卫健局。\n区卫健局\n2026年11月26日（周五）"
    notice = read_notice(text, shipped_words(), TODAY)
    assert notice.due_on is not None
    assert notice.due_on.value == TUESDAY
    assert not notice.days_disagree
