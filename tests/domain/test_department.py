"""How high a unit stands, and what it is called, as far as its name says."""

from __future__ import annotations

import csv

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mingbai.domain.department import Level, level_of, plain_unit_name
from mingbai.domain.unit_name import CITIES
from mingbai.resources import resource

SAID = {
    Level.TOWNSHIP: (
        "街道、街道办、街道办事处、明山街道、明山街道办事处、梅溪湖街道党工委、街道纪工委、镇政府、白马镇、白马镇人民政府、镇财政所、"
        "乡政府、乡里、镇里、石牛乡卫生院、镇（街道）妇联、望城区白马镇应急办、长沙市望城区明山街道社区卫生服务中心、街道社会事务办、白马镇市场监管所、中央大街街道办、镇中心小学、"
        "Mingshan Subdistrict Office、Township Finance Office、Baima Town People's Government"
    ),
    Level.COUNTY: (
        "区、县、区里、区卫健局、区民政局、岳麓区民政局、县委组织部、区委办、县政府办、长沙县住建局、长沙市岳麓区城市管理局、县城管局、"
        "县城乡建设局、县乡村振兴局、区市场监管局、县市场监督管理局、区城管局、望城区、君山区教育局、东城区文旅局、市中区民政局、济宁市市中区民政局、"
        "团县委、共青团望城区委、中共望城区委宣传部、区直单位、县级部门、沙市区民政局、镇海区应急局、国家税务总局望城区税务局、县科学技术协会、"
        "县（区）妇女联合会、区公安分局、景宁畲族自治县民政局、"
        "District Civil Affairs Bureau、Yuelu District Civil Affairs Bureau, Changsha City、County Health Bureau"
    ),
    Level.CITY: (
        "市、市里、市委、市民政局、市政府办、市纪委监委、市监委、市12345热线、市级部门、市直单位、长沙市民政局、湖南省长沙市城市管理局、镇江市民政局、"
        "景德镇市教育局、成都市、盐城市民政局、市城管局、市市场监管局、长沙市外事办、中共长沙市委组织部、湘西土家族苗族自治州民政局、"
        "City Civil Affairs Bureau、Changsha Municipal Health Commission"
    ),
    Level.PROVINCE: "省、省民政厅、湖南省民政厅、省直单位、省级部门、省市场监管局、广西壮族自治区民政厅、自治区党委、Hunan Province、Provincial Department",
    Level.CENTRAL: "国务院、国务院办公厅、中央、中央网信办、中央组织部、国家税务总局、国家发展和改革委员会、国家乡村振兴局、国家市场监督管理总局、State Council、Ministry of Civil Affairs",
}


@pytest.mark.parametrize("level", SAID)
def test_a_name_says_how_high_a_unit_stands(level: Level) -> None:
    names = SAID[level].split("、")
    assert {name: level_of(name) for name in names} == dict.fromkeys(names, level)


@pytest.mark.parametrize(
    "name",
    [
        *("市场监管局", "市场监督管理局", "市监局", "城市管理局", "城市管理和综合执法局", "市民热线", "市政工程公司", "市长热线", "市容环境局"),
        *("区域中心", "区划地名办", "社区教育中心", "小区业委会", "开发区管委会", "湘江新区管委会", "高新区管委会", "景区管理处"),
        *("乡村振兴局", "城乡建设局", "住房和城乡建设局", "乡镇企业局", "城镇化办公室", "镇静", "镇痛中心", "村镇建设办"),
        *("省钱办", "国家电网公司", "国家级开发区", "中央空调公司", "中央公园管理处", "门市部", "超市", "上市办"),
        *("浏阳市民政局", "宁乡市民政局", "津市市民政局", "长沙市公安局岳麓分局", "市自来水公司", "明山街道社区居委会", "白马镇明山村", "县域经济", "县城"),
        *("民政局", "派出所", "党政办", "", " ", "12345", "农业农村和乡村振兴局"),
        *("City Management Bureau", "Central School", "Business District Office", "Civil Affairs Bureau", "City Gas Company"),
        *("Town Planning Bureau", "Mingshan Community"),
    ],
)  # fmt: skip
def test_silence_beats_a_wrong_guess(name: str) -> None:
    assert level_of(name) is None


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        *[("区卫健局", "卫健局"), ("岳麓区民政局", "民政局"), ("长沙市岳麓区城市管理局", "城市管理局")],
        *[
            ("县乡村振兴局", "乡村振兴局"),
            ("镇财政所", "财政所"),
            ("浏阳市民政局", "民政局"),
            ("县城管局", "城管局"),
        ],
        *[
            ("区委组织部", "组织部"),
            ("区委研究室", "研究室"),
            ("区人大", "人大"),
            ("中共望城区委政法委", "政法委"),
            ("区政府办公室", "政府办公室"),
        ],
        *[("镇（街道）妇联", "妇联"), ("县纪委监委", "纪委监委"), ("市12345热线", "12345热线")],
        *[("湖南省民政厅", "民政厅"), ("岳麓区卫生院（社区卫生服务中心）", "卫生院（社区卫生服务中心）")],
        *[("District Civil Affairs Bureau", "Civil Affairs Bureau")],
        *[("Yuelu District Civil Affairs Bureau", "Civil Affairs Bureau")],
        *[("Changsha City Yuelu District Health Bureau", "Health Bureau")],
        *[
            (name, name)
            for name in ("民政局", "市场监管局", "城市管理局", "乡村振兴局", "明山街道办事处", "街道办")
        ],
        *[
            (name, name)
            for name in (
                "区委",
                "区委办公室",
                "县委县政府",
                "镇党委",
                "区委办",
                "镇政府",
                "区",
                "团县委",
                "市级部门",
                "省直单位",
                "",
            )
        ],
        *[(name, name) for name in ("Civil Affairs Bureau", "City Management Bureau", "District Government")],
        *[(name, name) for name in ("Subdistrict Office", "Office of the County Staffing Commission")],
    ],
)
def test_a_unit_is_called_without_its_place(name: str, plain: str) -> None:
    assert plain_unit_name(name) == plain


def test_the_shipped_units_stand_where_their_names_say() -> None:
    with resource("catalogues/departments.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    wrong = {}
    said = 0
    for row in rows:
        for column in ("name_zh", "name_en", "aliases_zh", "aliases_en", "short_zh", "short_en"):
            for name in row[column].split(";"):
                level = level_of(name)
                said += level is not None
                if level not in (None, Level.of(row["level"])):
                    wrong[name] = level
    assert wrong == {}
    assert said > 150


UNITS = ("民政局", "卫健局", "城市管理局", "市场监管局", "乡村振兴局", "住房和城乡建设局", "应急办")
COUNTIES = (
    *("岳麓区", "君山区", "西城区", "东乡区", "沙县区", "新市区", "和平区", "集美区", "市中区"),
    *("长沙县", "会同县", "金乡县", "政和县", "和县", "乡宁县", "民权县", "内乡县", "镇平县"),
)


def test_a_place_and_a_unit_come_apart_again() -> None:
    # Every pair: what a place ends in and the next begins with must not read as another word (市长).
    wrong = [
        name
        for unit in UNITS
        for county in COUNTIES
        for name in (f"{county}{unit}", *(f"{city}市{county}{unit}" for city in CITIES))
        if (plain_unit_name(name), level_of(name)) != (unit, Level.COUNTY)
    ]
    wrong += [
        name
        for unit in UNITS
        for name in (f"{city}市{unit}" for city in CITIES)
        if (plain_unit_name(name), level_of(name)) != (unit, Level.CITY)
    ]
    assert wrong == []
    assert {(plain_unit_name(f"{sign}{unit}"), level_of(unit)) for unit in UNITS for sign in "区县"} == {
        (unit, None) for unit in UNITS
    }


@given(st.text() | st.text("省市区县镇乡街道国家中央局委办民政()（）城场村管理 ", max_size=14))
@example("乡）局")
def test_any_name_is_taken(name: str) -> None:
    assert level_of(name) in (None, *Level)
    plain = plain_unit_name(name)
    assert name.strip().endswith(plain.strip())
    assert bool(plain) == bool(name)
