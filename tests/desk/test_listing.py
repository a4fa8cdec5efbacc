"""A typed filter lists what it asks for, the bin only when it is named."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks, find_everywhere
from mingbai.domain.issue import ISSUES
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


def test_what_is_called_so_stands_before_what_only_speaks_of_it(ledger: Ledger, today: date) -> None:
    draft = {"received_on": today, "department": "民政局"}
    called = records.add(ledger, TASKS, {**draft, "title": "冬季取暖隐患排查"}, today=today)
    noted = records.add(ledger, TASKS, {**draft, "title": "排查总结", "note": "取暖的事"}, today=today)
    asked = records.add(ledger, ISSUES, {"accepted_at": today, "title": "取暖费太高"}, today=today)
    found = [one.uid for one in find_everywhere(ledger, "取暖")]
    assert set(found) == {called.uid, noted.uid, asked.uid}
    assert found[-1] == noted.uid
