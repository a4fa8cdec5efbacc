"""Units by initials and other names of theirs."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import Name, Vocabulary, read_quick

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "unit", "title"),
    [
        ("周五前 数据 SLJ 山塘水位", "水利局", "山塘水位"),
        ("YJJ 报表 冬季用火", "应急管理局", "冬季用火"),
        ("by Friday data GAJ rented rooms", "公安局", "rented rooms"),
        # 信 has a rare reading with s, by which nobody spells the unit.
        ("调解员名单 sfj 周五前", "司法局", "调解员名单"),
        ("周五前 材料 xfj 初信初访", "信访局", "初信初访"),
        # Capitals and small letters together are a word, and so are capitals that spell no unit.
        ("装Slj版软件", "", "装Slj版软件"),
        ("周五前 PPT 改好", "", "PPT 改好"),
        ("电视台 CCTV 来拍", "", "电视台 CCTV 来拍"),
        ("by Friday send the GDP figures", "", "send the GDP figures"),
    ],
)
def test_initials_name_a_unit_in_capitals_too(text: str, unit: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.value("department"), quick.title) == (unit, title)


def test_of_two_units_that_are_usually_spelled_alike_none_is_meant() -> None:
    words = Vocabulary((Name("水利局"), Name("商林局"), Name("司法局")))
    assert words.units.spelled("slj") is None
    assert words.units.spelled("sfj") == "司法局"


@pytest.mark.parametrize(
    ("text", "unit", "title"),
    [
        ("by Monday written report Organization Dept party day", "组织部", "party day"),
        ("Organization Department form party day", "组织部", "party day"),
        ("publicity piece Meteorology cold wave", "气象局", "cold wave"),
        # In small letters it is what is asked for.
        ("data tomorrow old wells", "", "old wells"),
        ("data tomorrow Water bureau old wells", "水利局", "old wells"),
        ("Key-groups register @Shen Health Bureau", "卫生健康局", "Key-groups register"),
        # A part of a name in brackets is a unit only where it is a name.
        ("Branch meeting notes", "", "Branch meeting notes"),
        ("Centre lights broken", "", "Centre lights broken"),
        # What is done with a unit is no part of its name.
        ("周五前 回复信访局 王某信访件", "", "回复信访局 王某信访件"),
        ("联系供电局 3号楼", "", "联系供电局 3号楼"),
        ("去公安局 领钥匙", "", "去公安局 领钥匙"),
        ("送花名册到民政局 明天下午", "", "送花名册到民政局"),
        ("本年度控烟总结（1500字以内）报送区卫健局", "卫生健康局", "本年度控烟总结（1500字以内）"),
        ("周五前 取水户底册交县水利局", "水利局", "取水户底册"),
        ("带到镇财政所 周五前", "", "带到镇财政所"),
        ("清河交运局 周五前 护栏", "清河交运局", "护栏"),
        ("清河交通运输局 周五前 护栏", "清河交通运输局", "护栏"),
        ("清河民政局 周五前 高龄津贴", "清河民政局", "高龄津贴"),
        ("呼伦贝尔市民政局 周五前 高龄津贴", "呼伦贝尔市民政局", "高龄津贴"),
        ("高龄津贴民政局 周五前", "", "高龄津贴民政局"),
    ],
)
def test_a_unit_is_named_as_people_name_it(text: str, unit: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.value("department"), quick.title) == (unit, title)


@pytest.mark.parametrize(
    ("text", "unit", "title"),
    [
        ("周五前 报表 妇女联合会 女性就业", "县（区）妇女联合会", "女性就业"),
        # Which of two is called 妇联 is the list's to say; a thing of the unit's is none.
        ("周五前 报表 妇联 女性就业", "镇（街道）妇联", "女性就业"),
        ("妇女联合会的展板 挪一挪", "", "妇女联合会的展板 挪一挪"),
    ],
)
def test_a_name_in_full_is_that_of_the_one_unit_called_so(text: str, unit: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.value("department"), quick.title) == (unit, title)


def test_a_name_in_full_that_two_levels_share_names_none() -> None:
    words = Vocabulary((Name("县（区）计划生育协会"), Name("镇（街道）计划生育协会")))
    assert not words.units.in_full


@pytest.mark.parametrize(
    ("text", "unit", "title"),
    [
        ("Water Bureau gate stuck again", "", "Water Bureau gate stuck again"),
        ("the Tax Bureau parking lot is full", "", "the Tax Bureau parking lot is full"),
        ("lights out behind Tax Bureau", "", "lights out behind Tax Bureau"),
        ("keys next to the Tax Bureau by Friday", "", "keys next to the Tax Bureau"),
        # What leaks is no place of the unit's; a line in parts names who asks.
        ("Housing Bureau leaking roofs in block 12", "住房和城乡建设局", "leaking roofs in block 12"),
        ("by Friday Tax Bureau car park passes", "税务局", "car park passes"),
        ("Tax Bureau car park passes by Friday", "税务局", "car park passes"),
        ("form Tax Bureau gate passes @Wei", "税务局", "gate passes"),
    ],
)
def test_a_unit_by_whose_house_something_is_asks_for_nothing(text: str, unit: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.value("department"), quick.title) == (unit, title)
