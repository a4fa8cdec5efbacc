"""Reading a typed line, by the lines of quick_lines.csv."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from mingbai.rules.quick.quick import Name, Vocabulary, read_quick

TODAY = date(2026, 11, 24)
LINES = Path(__file__).with_name("quick_lines.csv")

WORDS = Vocabulary(
    departments=(
        Name("民政局", ("Civil Affairs Bureau", "民政", "Civil Affairs")),
        Name("卫生健康局", ("Health Bureau", "卫健局", "Health", "卫健委", "卫计局")),
        Name("农业农村局", ("Agriculture and Rural Affairs Bureau", "农业农村", "Agriculture")),
        Name("公安局", ("Public Security Bureau", "公安", "Public Security")),
        Name("城市管理局", ("City Management Bureau", "城管局", "City Management")),
        Name("应急管理局", ("Emergency Management Bureau", "应急局", "Emergency Management")),
        Name("清河街道", ("Qinghe Subdistrict", "街道")),
        Name("教育局", ("Education Bureau", "教育", "Education")),
        Name("住建局", ("Housing and Construction Bureau", "住建", "Housing", "住房和城乡建设局")),
        Name("水利局", ("Water Bureau", "水利", "Water")),
        Name(
            "人力资源和社会保障局",
            ("Human Resources and Social Security Bureau", "人社局", "HR and Security"),
        ),
        Name("残联", ("Disabled Persons' Federation", "残疾人联合会", "Disabled Persons")),
        Name("宣传部", ("Publicity Department", "宣传")),
    ),
    staff=(Name("李梅"), Name("王强"), Name("陈芳"), Name("周敏"), Name("Li Mei")),
    certificates=(
        Name("亲属关系证明", ("Proof of kinship", "关系证明")),
        Name("无犯罪记录证明", ("Proof of no criminal record",)),
        Name("健在证明", ("Proof of life", "活着证明", "生存证明")),
        Name("居民身份信息证明", ("Proof of identity",)),
    ),
)


def rows() -> list[dict[str, str]]:
    """The acceptance lines."""
    lines = LINES.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def read(row: dict[str, str]) -> tuple[str, dict[str, str]]:
    """What the reader makes of a line: register and fields, title included."""
    quick = read_quick(row["text"], WORDS, TODAY, page=row["page"])
    fields = {part.name: part.value for part in quick.parts}
    return quick.register, fields | ({"title": quick.title} if quick.title else {})


def wanted(row: dict[str, str]) -> tuple[str, dict[str, str]]:
    """What a line should be read as."""
    fields = dict(pair.split("=", 1) for pair in row["fields"].split(" | "))
    return row["register"], fields


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_a_line_is_read_as_it_was_meant(row: dict[str, str]) -> None:
    assert read(row) == wanted(row)


def test_a_text_that_is_no_line_is_left_as_it_stands() -> None:
    text = "周五前 报表 民政局 上报台账 " * 10_000
    read = read_quick(text, WORDS, TODAY)
    assert (read.parts, read.title) == ((), text.strip())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("send Health the list by Friday", "send the list"),
        ("by Friday send Education our figures", "send our figures"),
    ],
)
def test_who_gets_it_stands_before_what_is_sent(text: str, title: str) -> None:
    quick = read_quick(text, WORDS, TODAY)
    assert quick.value("department") in ("卫生健康局", "教育局")
    assert quick.title == title


def test_a_title_holds_only_what_an_entry_can_keep() -> None:
    assert read_quick("周五前 民政局 独居\u202e老人\x00名单\udcff", WORDS, TODAY).title == "独居老人名单"
