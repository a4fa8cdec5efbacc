"""A list in blocks shows every row once, whatever is saved meanwhile."""

from __future__ import annotations

import random
from datetime import date

import pytest
from tests.ledger.samples import added, binned, changed, issue, task

from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Minutes
from mingbai.domain.task import TASKS
from mingbai.ledger import blocks as module
from mingbai.ledger.blocks import BLOCK, COUNTED, Order, blocks, count
from mingbai.ledger.ledger import Ledger


@pytest.fixture
def many(ledger: Ledger) -> Ledger:
    """Tasks with many ties and many empty values."""
    rng = random.Random(1)
    added(
        ledger,
        *[
            task(
                f"第{rng.randint(0, 40)}件",
                due_on=rng.choice([None, date(2026, 11, 1), date(2026, 11, 2), date(2026, 12, 3)]),
                minutes=rng.choice([None, Minutes(5), Minutes(10)]),
                note=rng.choice(["", "x"]),
            )
            for _ in range(3 * BLOCK + 17)
        ],
        register=TASKS,
    )
    return ledger


ORDERS = [
    None,
    *(
        Order(name, descending)
        for name in ("due_on", "minutes", "title", "done_on")
        for descending in (False, True)
    ),
]


@pytest.mark.parametrize("order", ORDERS)
def test_every_row_comes_once_and_in_order(many: Ledger, order: Order | None) -> None:
    found = [*blocks(many, TASKS, order=order)]
    assert all(1 <= len(block) <= BLOCK for block in found)
    entries = [entry for block in found for entry in block]
    assert len({entry.uid for entry in entries}) == len(entries) == 3 * BLOCK + 17
    if order is None:
        keys: list[tuple[object, ...]] = [(entry.id,) for entry in entries]
    else:
        values = [entry.stored[order.column] for entry in entries]
        keys = [
            (value is not None, value or 0, entry.id) for value, entry in zip(values, entries, strict=True)
        ]
    in_order = sorted(keys, reverse=order is not None and order.descending)
    assert keys == in_order


@pytest.mark.parametrize("order", ORDERS)
def test_a_condition_holds_in_every_block(many: Ledger, order: Order | None) -> None:
    wanted = {entry.uid for entry in many.entries(TASKS, "note = ? OR minutes = ?", ("x", 5))}
    found = [
        entry.uid
        for block in blocks(many, TASKS, "note = ? OR minutes = ?", ("x", 5), order)
        for entry in block
    ]
    assert len(found) == len(wanted)
    assert set(found) == wanted


@pytest.mark.parametrize("order", ORDERS)
def test_rows_that_come_and_go_meanwhile_hide_and_repeat_no_others(many: Ledger, order: Order | None) -> None:
    before = {entry.uid for entry in many.entries(TASKS)}
    rng = random.Random(2)
    seen: list[str] = []
    gone: set[str] = set()
    for block in blocks(many, TASKS, order=order):
        seen.extend(entry.uid for entry in block)
        left = sorted(before - set(seen) - gone)
        for uid in (rng.choice(seen), *rng.sample(left, min(3, len(left)))):
            binned(many, uid, TASKS)
            gone.add(uid)
        added(many, task("新", due_on=date(2026, 11, 2)), task("新"), register=TASKS)
        changed(many, rng.choice(seen), TASKS, owner="x")
    assert len(set(seen)) == len(seen)
    assert before - gone <= set(seen)


def test_whole_blocks_end_without_an_empty_one(ledger: Ledger) -> None:
    assert [*blocks(ledger, ISSUES)] == []
    added(ledger, *[issue() for _ in range(BLOCK)])
    assert [len(block) for block in blocks(ledger, ISSUES)] == [BLOCK]
    assert [len(block) for block in blocks(ledger, ISSUES, order=Order("closed_at"))] == [BLOCK]


def test_the_bin_is_left_out(ledger: Ledger) -> None:
    first, second = added(ledger, issue(), issue())
    binned(ledger, first)
    assert [[entry.uid for entry in block] for block in blocks(ledger, ISSUES)] == [[second]]
    assert count(ledger, ISSUES) == 1


def test_an_order_by_something_undeclared_is_a_bug(ledger: Ledger) -> None:
    with pytest.raises(KeyError):
        next(blocks(ledger, ISSUES, order=Order("rev; DROP TABLE issue")))


def test_counts_stop_where_people_stop_reading(many: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert count(many, TASKS) == 3 * BLOCK + 17
    assert count(many, TASKS, "note = ?", ("x",)) == len(many.entries(TASKS, "note = 'x'"))
    monkeypatch.setattr(module, "COUNTED", 100)
    assert count(many, TASKS) == 100
    assert COUNTED == 1000


@pytest.mark.parametrize("order", [Order("due_on", descending) for descending in (False, True)])
def test_a_late_block_enters_the_index_at_its_key(many: Ledger, order: Order) -> None:
    for stretch in module._stretches(TASKS, order):
        sql = f"SELECT * FROM task WHERE {stretch.condition} AND {stretch.after} ORDER BY {stretch.order}"
        values = [1 if key == "id" else "2026-11-02" for key in stretch.keys]
        plan = " ".join(str(row[3]) for row in many.rows(f"EXPLAIN QUERY PLAN {sql}", values))
        assert "USING INDEX by_task_due_on" in plan
        assert "SEARCH" in plan
        assert "TEMP B-TREE" not in plan
