"""What the shipped units are called in a line and in a notice, beside the names their rows hold."""

from __future__ import annotations

import pytest

from mingbai.desk.quick_reader import name_of


@pytest.mark.parametrize(
    ("name", "english", "also"),
    [
        ("疾病预防控制局（中心）", "", {"疾病预防控制局", "疾病预防控制中心"}),
        ("生态环境局（分局）", "", {"生态环境局", "生态环境分局"}),
        ("县（区）委办公室", "", {"县委办公室", "区委办公室"}),
        ("卫生院（社区卫生服务中心）", "", {"卫生院", "社区卫生服务中心"}),
        ("甲", "Plague Bureau (Centre)", {"Plague Bureau", "Plague Centre"}),
        ("甲", "River Bureau (Branch)", {"River Bureau", "River Branch"}),
        ("甲", "County (District) Archives Office", {"County Archives Office", "District Archives Office"}),
        ("甲", "Township Surgery (Community Clinic)", {"Township Surgery", "Community Clinic"}),
    ],
)
def test_a_name_with_brackets_is_two_whole_names(name: str, english: str, also: set[str]) -> None:
    told = set(name_of({"name": name, "name_en": english}).also)
    assert also <= told
    # Of every other office it is a word too.
    assert not {"中心", "分局", "区", "Centre", "Branch", "District"} & told
