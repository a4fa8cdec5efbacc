"""The five fields of a typed line, whichever register it goes to."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_answer import answer_to

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("周五前 报表 民政局 低保动态 @周敏", "周敏"),
        ("12月3日下午3点 会议 团委 青年之家活动 @周敏", "周敏"),
        ("昨天 检查 应急局 3人 @周敏", "周敏"),
        ("小区西门 路灯不亮 已解决 @周敏", "周敏"),
        ("亲属关系证明 不予出具 @周敏", "周敏"),
        ("每周五 报表 民政局 低保动态 @周敏", "周敏"),
        ("澄清 镇纪委 网上举报 @周敏", "周敏"),
        ("Friday 3 pm meeting at the Subdistrict Office about drainage @Mary Li", "Mary Li"),
        ("12月3日下午3点 会议 团委 三楼会议室", None),
        ("home visit Building 3 Mrs Wang 20 min", None),
    ],
)
def test_whoever_stands_behind_an_at_sign_is_the_owner(text: str, owner: str | None) -> None:
    assert answer_to(text, TODAY)["owner"] == owner


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("周五前 整改报告 应急局", "RPT", None),
        ("周五前 整改报告 应急局 液化气瓶", "RPT", "液化气瓶"),
        ("明天下午3点 综治中心 会议", "MTG", None),
        ("by Friday progress report Water Bureau", "RPT", None),
    ],
)
def test_where_nothing_else_is_said_a_line_has_no_title(text: str, kind: str, title: str | None) -> None:
    """Under which words the window saves it is not what was typed."""
    answer = answer_to(text, TODAY)
    assert (answer["kind"], answer["title"]) == (kind, title)


def test_what_is_not_said_is_null() -> None:
    assert answer_to("活动室门锁坏了", TODAY) == {
        "due_on": None,
        "kind": None,
        "department": None,
        "owner": None,
        "title": "活动室门锁坏了",
    }
