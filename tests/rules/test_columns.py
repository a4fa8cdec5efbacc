"""Form columns by their many names, and how much two forms share."""

from __future__ import annotations

import time

import pytest

from mingbai.rules.columns import likeness, meaning, tells


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("身份证号码", "公民身份号码"),
        ("1. 姓名", "户主姓名"),
        ("家庭住址（详细）", "现居住地址"),
        ("联系电话", "监护人手机号码"),
        ("低保金额（元）", "月保障金"),
        ("残疾类别", "残疾类型"),
        ("技能特长", "技能"),
        ("求职意愿", "就业意愿"),
        ("意向岗位", "期望岗位"),
        ("隐患地点", "隐患位置"),
        ("建成年份", "建造年代"),
        ("ID card no.", "身份证号"),
        ("State of health", "健康状况"),
        ("Desired job", "Preferred job"),
    ],
)
def test_two_names_of_one_column(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("残疾类别", "残疾等级"),
        ("就业意愿", "就业状况"),
        ("年龄", "年级"),
        ("学校", "学历"),
        ("整改措施", "整改结果"),
        ("养老保险", "医保情况"),
    ],
)
def test_two_columns(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


@pytest.mark.parametrize(
    "column", ["姓名", "性别", "身份证号", "住址", "手机", "序号", "备注", "填报人", "Name", "Phone"]
)
def test_columns_that_every_form_has_say_nothing(column: str) -> None:
    assert not tells(column)


def test_only_telling_columns_count() -> None:
    like = likeness(
        ("姓名", "身份证号", "年龄", "民族", "残疾等级"), ("姓名", "公民身份号码", "年龄", "残疾级别")
    )
    assert like.shared == ("年龄", "残疾等级")
    assert like.of_new == like.of_longer == pytest.approx(2 / 3)


def test_a_column_answers_for_one_other_only() -> None:
    like = likeness(("护理级别说明", "护理级别"), ("护理级别",))
    assert len(like.shared) == 1


def test_nothing_shares_nothing() -> None:
    assert likeness((), ("年龄",)).shared == ()
    assert likeness(("姓名",), ("姓名",)).of_new == 0


def test_brackets_one_in_another_cost_no_more_than_as_many_side_by_side() -> None:
    def cost(name: str) -> float:
        start = time.process_time()
        meaning(name)
        return time.process_time() - start

    depth = 4000
    assert cost("（" * depth + "）" * depth) < 20 * cost("（）" * depth) + 0.05
