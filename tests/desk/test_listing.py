"""A typed filter lists what it asks for, the bin only when it is named."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Ledger


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("", ["留着的报表"]),
        ("binned=1", ["丢掉的报表"]),
        ("回收站", ["丢掉的报表"]),
        ("回收站 报表", ["丢掉的报表"]),
        ("回收站 状态=办结", []),
        ("不 回收站", ["留着的报表"]),
        ("报表", ["留着的报表"]),
    ],
)
def test_the_bin_is_listed_when_it_is_named(
    ledger: Ledger, today: date, typed: str, titles: list[str]
) -> None:
    draft = {"received_on": "今天", "department": "民政局"}
    records.add(ledger, TASKS, {**draft, "title": "留着的报表"}, today=today)
    gone = records.add(ledger, TASKS, {**draft, "title": "丢掉的报表"}, today=today)
    records.put_into_bin(ledger, gone)
    found = [entry for part in asked_blocks(ledger, TASKS, typed, Glossary(ledger, today)) for entry in part]
    assert [entry.stored["title"] for entry in found] == titles
