"""The first ledger: the sample is told from one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mingbai.desk.beginning import Beginning, begin, begin_sample, is_sample
from mingbai.desk.glossary import Glossary
from mingbai.desk.quick_reader import Reader
from mingbai.domain.department import DEPARTMENTS, town_office
from mingbai.ledger.ledger import Ledger
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
