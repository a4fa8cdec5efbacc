"""What is called after how often it comes, and names no day."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick
from mingbai.rules.quick.returns import return_named

TODAY = date(2026, 11, 24)


def often(text: str) -> str:
    found = return_named(read_quick(text, shipped_words(), TODAY), TODAY)
    return found.period.code if found is not None else ""


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("周报 城管办 人居环境整治周报", "weekly"),
        ("城管办 人居环境整治周报", "weekly"),
        ("月报 民政局 低保动态", "monthly"),
        ("季报 统计局 劳动力情况", "quarterly"),
        ("日报 应急办 防汛情况", "daily"),
        ("Civil Affairs wants the weekly report on waste sorting", "weekly"),
        ("水利局 河长制月报", "monthly"),
        ("the quarterly safety return, Civil Affairs", "quarterly"),
    ],
)
def test_it_may_be_asked_for_again(text: str, period: str) -> None:
    assert often(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "12月15日前 周报 城管办 人居环境整治周报",
        "每周五前 城管办 人居环境整治周报",
        "本周周报 城管办 人居环境整治",
        "民政局 11月月报",
        "宣传部 订阅湖南日报",
        "宣传部 人民日报征订",
        "路灯不亮 小区西门 已解决",
        "by 15 December Civil Affairs weekly report on waste sorting",
        "by Friday Civil Affairs daily report on waste sorting",
        "Civil Affairs wants the November monthly report",
        "Civil Affairs wants a weekly meeting",
    ],
)
def test_a_day_a_single_one_and_a_newspaper_are_no_such_thing(text: str) -> None:
    assert often(text) == ""


@pytest.mark.parametrize(
    ("text", "recurring", "due_day", "title"),
    [
        (
            "weekly report by Tuesday Civil Affairs Bureau home care visits",
            "weekly report every Tuesday Civil Affairs Bureau home care visits",
            "2",
            "home care visits",
        ),
        (
            "by Friday Civil Affairs weekly report on waste sorting",
            "every Friday Civil Affairs weekly report on waste sorting",
            "5",
            "weekly report on waste sorting",
        ),
        (
            "周五前 周报 城管办 人居环境整治周报",
            "每周五前 周报 城管办 人居环境整治周报",
            "5",
            "人居环境整治周报",
        ),
        ("周二前周报 民政局 居家养老走访", "每周二前 周报 民政局 居家养老走访", "2", "居家养老走访"),
        ("12月5日前 月报 民政局 低保动态", "每月5日前 月报 民政局 低保动态", "5", "低保动态"),
        (
            "by 3 December Civil Affairs monthly report on allowances",
            "every month by the 3rd Civil Affairs monthly report on allowances",
            "3",
            "monthly report on allowances",
        ),
    ],
)
def test_the_day_by_which_it_is_wanted_is_that_of_each(
    text: str, recurring: str, due_day: str, title: str
) -> None:
    found = return_named(read_quick(text, shipped_words(), TODAY), TODAY)
    assert found is not None
    assert found.into(text) == recurring
    quick = read_quick(recurring, shipped_words(), TODAY)
    assert (quick.register, quick.value("due_day"), quick.title) == ("demand", due_day, title)


@pytest.mark.parametrize(
    ("text", "period", "due_day", "title"),
    [
        ("每季度首月5日前 统计台账 民政局", "quarterly", "5", "统计台账"),
        ("每季度5日前 统计台账 民政局", "quarterly", "5", "统计台账"),
        ("每天17:00前 值班情况 民政局", "daily", "", "值班情况"),
        ("every day by 5 pm duty log, Civil Affairs", "daily", "", "duty log"),
        ("every Friday by 17:00 duty log, Civil Affairs", "weekly", "5", "duty log"),
        ("every quarter by the 5th of the first month duty log, Civil Affairs", "quarterly", "5", "duty log"),
    ],
)
def test_a_day_of_a_quarter_and_an_hour_belong_to_how_often(
    text: str, period: str, due_day: str, title: str
) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert quick.register == "demand"
    assert (quick.value("period"), quick.value("due_day"), quick.title) == (period, due_day, title)


@pytest.mark.parametrize(
    "text", ["每季度末月25日前 统计台账", "every quarter by the 25th of the last month duty log"]
)
def test_a_day_of_a_later_month_of_a_quarter_is_no_day_of_its_first(text: str) -> None:
    assert read_quick(text, shipped_words(), TODAY).value("due_day") == ""


def test_a_quarterly_return_with_a_day_is_offered_by_that_day() -> None:
    for text, line in (
        ("1月5日前 统计季报 民政局", "每季度首月5日前"),
        ("by 5 January quarterly report on duty, Civil Affairs", "every quarter by the 5th"),
    ):
        found = return_named(read_quick(text, shipped_words(), TODAY), TODAY)
        assert found is not None
        assert found.typed.strip() == line
        again = read_quick(found.into(text), shipped_words(), TODAY)
        assert (again.value("period"), again.value("due_day")) == ("quarterly", "5")
