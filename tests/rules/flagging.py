"""What a test holds against the shipped rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mingbai.desk.flagging import around_shipped, shipped_rules
from mingbai.domain.rule import Family
from mingbai.rules.flags.families import judge
from mingbai.rules.flags.matter import Matter, Rulebook

DAY = date(2026, 6, 1)


def task(**fields: Any) -> Matter:
    usual: dict[str, Any] = {
        "title": "某项工作",
        "department": "某局",
        "day": DAY,
        "due_on": date(2026, 6, 20),
    }
    return Matter(**(usual | {"document": "某发〔2026〕3号"} | fields))


def made(usual: dict[str, Any], fields: dict[str, Any]) -> Matter:
    return Matter(**(usual | fields))


def families(matter: Matter, *history: Matter, without: Family | None = None) -> set[Family]:
    around = around_shipped(matter.day or DAY, history)
    if without is not None:
        rules = [rule for rule in shipped_rules() if without not in rule.families]
        around = replace(around, rules=Rulebook(rules, DAY))
    return {one.family for one in judge(matter, around)}


COLUMNS = ("姓名", "身份证号", "联系电话", "年龄", "残疾类别", "残疾等级", "监护人", "康复需求")
AGAIN = (
    "姓名",
    "公民身份号码",
    "住址",
    "残疾类型",
    "残疾级别",
    "监护人姓名",
    "监护人",
    "康复需求",
    "年龄（岁）",
)


def inspection(day: int, **fields: Any) -> Matter:
    return made({"register": "inspection", "day": date(2026, 6, day), "planned": True}, fields)
