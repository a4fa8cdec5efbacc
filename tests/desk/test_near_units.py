"""A new unit that is nearly one of the list is told of, in every place where a unit is written."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.glossary import Glossary
from mingbai.desk.naming import Naming
from mingbai.desk.near_units import near_new_unit
from mingbai.desk.quick_noticing import noticed
from mingbai.desk.quick_reader import Reader
from mingbai.domain.department import DEPARTMENTS
from mingbai.ledger.ledger import Ledger


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Civil Affairs Section", "民政局"),
        ("Dongshan District Civil Affairs Bureau Office", "民政局"),
        ("民政科", "民政局"),
        ("清禾县民政局社会救助股", "民政局"),
        ("Forestry", "林业局"),
        ("林业站", "林业局"),
    ],
)
def test_a_name_that_is_nearly_known_is_told(ledger: Ledger, today: date, said: str, known: str) -> None:
    near = near_new_unit(ledger, said, today)
    # One that is found as it stands is no new unit at all.
    found = Glossary(ledger, today).find(DEPARTMENTS.code, said)
    if found is not None:
        assert Glossary(ledger, today).show(found, "zh") == known
        return
    assert near is not None
    assert near[0].name.zh == known


@pytest.mark.parametrize("said", ["梅溪河道所", "Meixi River Watch", "局", "Office", "民政局", ""])
def test_of_a_name_that_stands_alone_or_is_known_nothing_is_told(
    ledger: Ledger, today: date, said: str
) -> None:
    assert near_new_unit(ledger, said, today) is None


def test_one_of_a_persons_own_counts_too(ledger: Ledger, today: date) -> None:
    records.add(ledger, DEPARTMENTS, {"name": "梅溪河道所"}, today=today)
    near = near_new_unit(ledger, "梅溪河道办公室", today)
    assert near is not None
    assert near[0].name.zh == "梅溪河道所"
    naming = Naming(ledger, Glossary(ledger, today))
    offered = naming.near("department", "梅溪河道办公室")
    assert offered is not None
    assert offered.near, "never taken by the key that goes on"
    assert naming.near("staff", "梅溪河道办公室") is None


def test_a_quick_line_tells_it_before_it_is_saved(ledger: Ledger, today: date) -> None:
    records.add(ledger, DEPARTMENTS, {"name": "梅溪河道所"}, today=today)
    reader = Reader(ledger)
    read = reader.read("周五前 梅溪河道办 巡查台账", today, unit="梅溪河道办")
    assert read.value("department") == "梅溪河道办"
    told = [notice.words.zh for notice in noticed(ledger, reader, read, today)]
    assert told == ["“梅溪河道办”不在单位名单里；如果就是“梅溪河道所”，请写成它，免得多出一个单位"]
