"""The unit that heads a paper above its number, or signs it above the day."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice

TODAY = date(2026, 11, 27)
BODY = "关于报送自查报告的通知\n各社区：\n请于12月5日前报送自查报告。"


def unit(text: str) -> str:
    found = read_notice(text, shipped_words(), TODAY).department
    return str(found.value) if found is not None else ""


@pytest.mark.parametrize(
    ("head", "called"),
    [
        ("新湖区安全生产委员会办公室文件", "新湖区安全生产委员会办公室"),
        ("新湖区安全生产委员会办公室\n文件\n", "新湖区安全生产委员会办公室"),
        ("  新湖区文化旅游和体育局  \n", "新湖区文化旅游和体育局"),
        ("新湖区民政局文件", "民政局"),
        ("Lakeside Work Safety Committee Office\n", "Lakeside Work Safety Committee Office"),
    ],
)
@pytest.mark.parametrize("number", ["新发〔2026〕8号", "文号：新发〔2026〕8号"])
def test_the_line_above_the_number_names_the_unit(head: str, called: str, number: str) -> None:
    assert unit(f"{head}\n{number}\n{BODY}") == called


def test_who_heads_is_surer_than_who_is_written_to() -> None:
    assert (
        unit(f"新湖区民政局文件\n新民发〔2026〕8号\n{BODY}\n结果报应急管理局，联系人：财政局小王。")
        == "民政局"
    )


@pytest.mark.parametrize(
    "foot",
    [
        "新湖区文化旅游和体育局\n2026年11月26日",
        "        新湖区文化旅游和体育局\n        2026年11月26日\n",
        "新湖区文化旅游和体育局\n\n11月26日",
        "新湖区文化旅游和体育局 2026年11月26日",
    ],
)
def test_the_line_above_the_day_names_the_unit(foot: str) -> None:
    assert unit(f"{BODY}\n{foot}") == "新湖区文化旅游和体育局"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n材料请送到三楼办公室\n2026年11月26日",
        f"{BODY}\n新湖社区居民委员会\n2026年11月26日",
        f"新湖社区居民委员会\n新居发〔2026〕8号\n{BODY}",
        f"收到的材料\n新发〔2026〕8号\n{BODY}",
    ],
)
def test_what_is_no_unit_above_a_number_or_a_day_is_none(text: str) -> None:
    assert unit(text) == ""


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Hill Road Subdistrict Office\nHRO [2026] No. 12\nNotice on the register of lifts\nAll communities: as required by the"
            " District Housing Bureau, send the register to the Subdistrict Civil Affairs Office by 9 December.\n"
            "Hill Road Subdistrict Office\n27 November 2026",
            "镇（乡）人民政府（街道办事处）",
        ),
        (
            "中共西溪镇委员会文件\n西委〔2026〕12号\n关于核对党员名册的通知\n各社区：\n按照县委组织部要求，请于12月9日前报送名册。\n"
            "中共西溪镇委员会\n2026年11月27日",
            "西溪镇委员会",
        ),
        (
            "西溪街道办事处文件\n关于核对名册的通知\n各社区：\n根据区残联统一部署，请于12月9日前报街道民政办。\n西溪街道办事处\n2026年11月27日",
            "西溪街道办事处",
        ),
    ],
)
def test_a_higher_office_that_is_cited_does_not_ask(text: str, unit: str) -> None:
    read = read_notice(text, shipped_words(), date(2026, 11, 27)).department
    assert read is not None
    assert read.value == unit


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("Housing Bureau", "住房和城乡建设局"),
        ("HOUSING BUREAU", "住房和城乡建设局"),
        ("housing bureau", "住房和城乡建设局"),
        ("Bureau of Statistics", "统计局"),
        ("Justice Bureau", "司法局"),
        ("Justice Office", "司法所"),
        ("Market Supervision Bureau", "市场监督管理局"),
        ("Market Supervision Office", "市场监督管理所"),
        ("Market supervision station", "市场监督管理所"),
        ("Natural Resources Office", "自然资源所"),
        ("Finance Office", "财政所"),
    ],
)
def test_a_bureau_is_the_county_s_an_office_or_station_the_town_s(said: str, called: str) -> None:
    assert unit(f"{said}: please send us the list of pumps by 9 December.") == called


def test_an_office_of_the_township_is_no_name_of_the_township() -> None:
    assert unit("The General Office of the Township asks for the visitor book by Friday.") == "党政综合办公室"
