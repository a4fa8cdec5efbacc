"""The first ledger: the sample is told from one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mingbai.desk import records
from mingbai.desk.beginning import Beginning, begin, begin_sample, is_sample
from mingbai.desk.glossary import Glossary
from mingbai.desk.places import place_of
from mingbai.desk.quick_reader import Reader
from mingbai.domain.department import DEPARTMENTS, town_office
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo
from mingbai.rules.notice.notice import read_notice


def test_the_sample_is_told_from_a_ledger_of_ones_own(ledger: Ledger, tmp_path: Path, today: date) -> None:
    path = tmp_path / "示例.mingbai"
    begin_sample(path, today=today, language="zh")
    with Ledger(path) as sample:
        assert is_sample(sample)
    assert not is_sample(ledger)


@pytest.mark.parametrize(
    ("town", "office", "said"),
    [
        ("清河街道", "清河街道办事处", "街道办"),
        ("清河街道办事处", "清河街道办事处", "清河街道办事处"),
        ("西溪镇", "西溪镇人民政府", "镇政府"),
        ("Hill Road Subdistrict", "Hill Road Subdistrict Office", "Subdistrict Office"),
    ],
)
def test_the_office_of_its_town_is_on_the_list_by_its_own_name(
    tmp_path: Path, today: date, town: str, office: str, said: str
) -> None:
    path = tmp_path / "a.mingbai"
    begin(Beginning(path, "清河社区", town), today=today, language="zh")
    with Ledger(path) as ledger:
        glossary = Glossary(ledger, today)
        meant = glossary.find(DEPARTMENTS.code, said)
        assert meant is not None
        assert glossary.show(meant, "zh") == office
        words = Reader(ledger).words(today)
        notice = read_notice(f"{said}：请各社区12月5日前报送自查报告", words, today)
        assert notice.department is not None
        assert notice.department.value == office


@pytest.mark.parametrize("town", ["", "北部片区"])
def test_a_town_that_names_no_office_adds_none(town: str) -> None:
    assert town_office(town) is None


def offices(ledger: Ledger) -> list[str]:
    names = (str(one.stored["name"]) for one in ledger.entries(DEPARTMENTS))
    return [name for name in names if name.startswith(("清河", "东湖", "Hill"))]


def move(ledger: Ledger, town: str, today: date) -> None:
    records.change(ledger, records.by_number(ledger, "place"), {"town": town}, today=today)


def test_a_town_that_is_told_later_brings_its_office_too(ledger: Ledger, today: date) -> None:
    move(ledger, "清河街道", today)
    assert offices(ledger) == ["清河街道办事处"]
    glossary = Glossary(ledger, today)
    assert glossary.find(DEPARTMENTS.code, "街道办") == glossary.find(DEPARTMENTS.code, "清河街道办事处")
    undo(ledger)
    assert (offices(ledger), place_of(ledger).town) == ([], "")
    move(ledger, "Hill Road Subdistrict", today)
    assert offices(ledger) == ["Hill Road Subdistrict Office"]


def test_a_town_put_right_takes_its_office_along(ledger: Ledger, today: date) -> None:
    move(ledger, "清湖街道", today)
    move(ledger, "清河街道", today)
    move(ledger, "清河街道办事处", today)
    assert offices(ledger) == ["清河街道办事处"]
    move(ledger, "东湖街道", today)
    assert offices(ledger) == ["东湖街道办事处"]
    move(ledger, "清河街道", today)
    assert offices(ledger) == ["清河街道办事处"]
    undo(ledger)
    assert offices(ledger) == ["东湖街道办事处"]


def test_an_office_that_asked_for_something_stays_when_the_town_changes(ledger: Ledger, today: date) -> None:
    move(ledger, "清河街道", today)
    draft = {"received_on": "today", "department": "清河街道办事处", "title": "报台账"}
    records.add(ledger, TASKS, draft, today=today)
    move(ledger, "东湖街道", today)
    assert offices(ledger) == ["清河街道办事处", "东湖街道办事处"]
    move(ledger, "", today)
    assert offices(ledger) == ["清河街道办事处"]


def test_the_former_office_goes_though_the_new_one_was_listed_by_hand(ledger: Ledger, today: date) -> None:
    move(ledger, "清河街道", today)
    records.add(ledger, DEPARTMENTS, {"name": "东湖街道办事处"}, today=today)
    move(ledger, "东湖街道", today)
    assert offices(ledger) == ["东湖街道办事处"]
    undo(ledger)
    assert offices(ledger) == ["清河街道办事处", "东湖街道办事处"]


@pytest.mark.parametrize("town", ["", "北部片区"])
def test_the_former_office_goes_though_the_new_town_names_none(
    ledger: Ledger, today: date, town: str
) -> None:
    move(ledger, "清河街道", today)
    move(ledger, town, today)
    assert offices(ledger) == []
    undo(ledger)
    assert offices(ledger) == ["清河街道办事处"]
