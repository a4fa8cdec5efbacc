"""街道办 means the one street office a ledger's list holds; of two, or of none, the general one."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.glossary import Glossary
from mingbai.desk.quick_reader import Reader
from mingbai.desk.records import add
from mingbai.domain.department import DEPARTMENTS, own_street, town_office
from mingbai.ledger.ledger import Ledger
from mingbai.rules.notice.notice import read_notice

GENERAL = "镇（乡）人民政府（街道办事处）"


def unit(ledger: Ledger, said: str, today: date) -> str:
    glossary = Glossary(ledger, today)
    uid = glossary.find(DEPARTMENTS.code, said)
    return glossary.show(uid, "zh") if uid is not None else ""


def read(ledger: Ledger, said: str, today: date) -> tuple[str, str]:
    words = Reader(ledger)
    notice = read_notice(f"{said}：请各社区12月5日前报送自查报告", words.words(today), today).department
    line = words.read(f"明天 报表 {said} 报自查报告", today)
    return line.value("department"), str(notice.value) if notice is not None else ""


@pytest.mark.parametrize("said", ["街道办", "街道办事处", "街道"])
def test_the_only_street_office_is_the_one_that_is_meant(ledger: Ledger, today: date, said: str) -> None:
    assert unit(ledger, said, today) == GENERAL
    add(ledger, DEPARTMENTS, {"name": "清河街道办事处"}, today=today)
    assert unit(ledger, said, today) == "清河街道办事处"
    assert read(ledger, said, today) == ("清河街道办事处", "清河街道办事处")
    add(ledger, DEPARTMENTS, {"name": "东湖街道办事处"}, today=today)
    assert unit(ledger, said, today) == GENERAL
    assert read(ledger, said, today) == (GENERAL, GENERAL)


def test_what_is_a_unit_s_own_name_means_that_unit(ledger: Ledger, today: date) -> None:
    add(ledger, DEPARTMENTS, {"name": "清河街道办事处"}, today=today)
    add(ledger, DEPARTMENTS, {"name": "街道办"}, today=today)
    assert unit(ledger, "街道办", today) == "街道办"
    assert read(ledger, "街道办", today)[0] == "街道办"
    assert unit(ledger, "街道办事处", today) == "清河街道办事处"
    assert read(ledger, "街道办事处", today)[0] == "清河街道办事处"


@pytest.mark.parametrize(
    "town",
    [
        "清河街道",
        "长沙市岳麓区清河街道",
        "锡林郭勒盟锡林浩特市宝力根街道",
        "呼和浩特赛罕东湖街道",
        "清河镇",
        "East Bridge Subdistrict",
        "Hill Town",
    ],
)
def test_the_office_of_a_street_is_a_street_office_and_a_town_s_is_none(town: str) -> None:
    office = town_office(town)
    assert office is not None
    assert own_street([office.name]) == (None if "镇" in town or "Town" in town else office.name)


def test_another_street_and_a_town_are_not_ours(ledger: Ledger, today: date) -> None:
    add(ledger, DEPARTMENTS, {"name": "清河街道办事处"}, today=today)
    assert read(ledger, "镇政府", today) == (GENERAL, GENERAL)
    line, notice = read(ledger, "东湖街道办事处", today)
    assert "清河街道办事处" not in (line, notice)


@pytest.mark.parametrize(
    ("names", "own"),
    [
        (["民政局", "清河街道"], "清河街道"),
        (["长沙市岳麓区清河街道办事处"], "长沙市岳麓区清河街道办事处"),
        (["East Bridge Subdistrict Office"], "East Bridge Subdistrict Office"),
        (["清河街道办事处", "东湖街道"], None),
        (["清河街道社区卫生服务中心", "街道办", "镇（乡）人民政府（街道办事处）"], None),
    ],
)
def test_a_street_office_is_known_by_its_own_name(names: list[str], own: str | None) -> None:
    assert own_street(names) == own
