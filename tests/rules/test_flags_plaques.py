"""What speaks against a plaque: the list of those allowed, and the general rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.rules.flagging import DAY, families, made, task

from mingbai.desk.flagging import around_shipped
from mingbai.domain.allowed_plaque import AllowedPlaque, Standing
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.rule import Family
from mingbai.rules.flags.families import judge
from mingbai.rules.flags.matter import Matter, Suggestion
from mingbai.rules.flags.plaque_list import cited, parted


@pytest.mark.parametrize(
    ("title", "fields", "unwanted"),
    [
        ("张大姐调解工作室", {}, True),
        ("平安家庭示范点", {}, True),
        ("人大代表联系点", {}, True),
        ("财务管理制度", {"kind": "rules"}, True),
        ("网格员职责上墙", {}, True),
        ("Judge's studio", {}, True),
        ("妇女之家", {"status": "rehung"}, True),
        ("党群服务中心", {}, False),
        ("退役军人服务站", {}, False),
        ("安全须知", {"kind": "notice"}, False),
        ("消防示范点", {"status": "removed"}, False),
    ],
)
def test_plaques(title: str, fields: dict[str, Any], unwanted: bool) -> None:
    found = families(made({"register": "plaque", "title": title, "day": DAY}, fields))
    assert found == ({Family.PLAQUE} if unwanted else set())


LIST = (
    AllowedPlaque(name="消防示范点、社区调解工作室", standing=Standing.ALLOWED),
    AllowedPlaque(name="老年书画示范点", standing=Standing.ALLOWED, in_use=False),
    AllowedPlaque(name="村（社区）党群服务中心", standing=Standing.ALLOWED),
    AllowedPlaque(
        name="妇女儿童之家",
        name_en="Women and children's home",
        standing=Standing.REMOVE,
        source="《本县牌子清单》",
        source_en="List of plaques of our county",
        confidence=Confidence.VERIFIED,
    ),
    AllowedPlaque(name="科普站", standing=Standing.MERGE, source="某县方案", confidence=Confidence.SECONDARY),
    AllowedPlaque(name="养老站", standing=Standing.REMOVE, source="某县方案", in_use=False),
)


def on_list(matter: Matter, *history: Matter) -> list[Suggestion]:
    around = replace(around_shipped(DAY, history), plaques=LIST)
    return [one for one in judge(matter, around) if one.family is Family.PLAQUE]


@pytest.mark.parametrize(
    ("title", "fields", "evidence"),
    [
        ("消防示范点", {}, None),
        ("幸福社区调解工作室", {}, None),
        ("社区调解工作室", {"kind": "studio"}, None),
        ("“消防示范点”（东门）", {}, None),
        ("幸福社区消防示范点", {"status": "rehung"}, None),
        ("党群服务中心联系点", {}, "党群服务中心联系点"),
        ("党群服务中心", {"kind": "studio"}, None),
        ("老年书画示范点", {}, "老年书画示范点"),
        ("妇女儿童之家", {}, "妇女儿童之家；牌子目录：应摘除（《本县牌子清单》）"),
        ("幸福社区妇女儿童之家", {}, "幸福社区妇女儿童之家；牌子目录：应摘除（《本县牌子清单》）"),
        ("妇女儿童之家", {"status": "removed"}, None),
        ("妇女儿童之家电话", {"kind": "notice"}, None),
        ("科普站", {}, "科普站；牌子目录：应合并（某县方案；报道所见，请核对原文）"),
        ("养老站", {}, None),
        ("", {}, None),
    ],
)
def test_the_list_of_plaques_goes_before_the_general_rule(
    title: str, fields: dict[str, Any], evidence: str | None
) -> None:
    found = on_list(made({"register": "plaque", "title": title, "day": DAY}, fields))
    assert [one.evidence.zh for one in found] == ([] if evidence is None else [evidence])


def test_a_plaque_to_be_taken_down_is_told_in_english_too() -> None:
    (found,) = on_list(Matter(register="plaque", title="Women and Children's Home", day=DAY))
    assert found.evidence.en == (
        "Women and Children's Home; plaque list: To be taken down (List of plaques of our county)"
    )


def test_an_assignment_asks_for_a_plaque_by_its_name_in_the_list() -> None:
    assert not on_list(task(title="请各村在门口悬挂消防示范点牌子"))
    (found,) = on_list(task(title="请各村在门口悬挂妇女儿童之家牌子"))
    assert found.evidence.zh.endswith("；牌子目录：应摘除（《本县牌子清单》）")


def test_evidence_is_parted_from_what_no_letter_may_say() -> None:
    for row in LIST:
        told = cited(row, "某牌子")
        sure = row.confidence is Confidence.VERIFIED
        for text in (told.zh, told.en):
            assert parted(text)[0] == (text if sure else "某牌子")
            assert (parted(text)[1] is None) == sure
    assert parted("上墙；牌子目录：我写的") == ("上墙；牌子目录：我写的", None)


def test_a_plaque_that_was_taken_down_hangs_again() -> None:
    gone = Matter(register="plaque", title="妇女之家", status="removed", removed_on=date(2026, 1, 2))
    assert families(Matter(register="plaque", title="妇女之家", day=DAY), gone) == {Family.PLAQUE}
    assert not families(Matter(register="plaque", title="儿童之家", day=DAY), gone)
