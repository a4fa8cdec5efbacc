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
