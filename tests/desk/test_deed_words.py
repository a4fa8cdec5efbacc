"""What a deed is called: one by its name, a few by number, many by how many they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingbai.desk.deeds import deed_words
from mingbai.desk.records import add
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import Deed, next_undo


def issues(ledger: Ledger, today: date, n: int) -> list[Entry]:
    draft = {"accepted_at": "2026-11-20 09:00"}
    return [add(ledger, ISSUES, draft | {"title": f"第{at}件"}, today=today) for at in range(n)]


def binned(ledger: Ledger, *entries: Entry) -> Deed:
    with ledger.act("bin") as act:
        for entry in entries:
            act.bin(entry.register, entry.uid)
    deed = next_undo(ledger)
    assert deed is not None
    return deed


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "放入回收站“第0件”"),
        (3, "放入回收站 2026-A-0001、2026-A-0002、2026-A-0003"),
        (40, "放入回收站 40 条居民诉求"),
    ],
)
def test_one_is_named_a_few_are_numbered_and_many_are_counted(
    ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch, n: int, said: str
) -> None:
    deed = binned(ledger, *issues(ledger, today, n))
    read: list[int] = []
    rows = ledger.rows

    def reading(*asked: Any) -> list[tuple[Any, ...]]:
        found = rows(*asked)
        read.append(len(found))
        return found

    monkeypatch.setattr(ledger, "rows", reading)
    assert deed_words(ledger, deed).zh == said
    assert max(read) <= 4, "of many nobody needs to read the numbers"


def test_those_of_several_registers_are_counted_together(ledger: Ledger, today: date) -> None:
    draft = {"received_on": "2026-11-20", "department": "民政局", "title": "报表"}
    task = add(ledger, TASKS, draft, today=today)
    deed = binned(ledger, task, *issues(ledger, today, 5))
    assert deed_words(ledger, deed).zh == "放入回收站 6 条"
