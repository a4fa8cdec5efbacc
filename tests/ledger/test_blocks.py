"""A list in blocks shows every row once, whatever is saved meanwhile."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.samples import added, binned, changed, department, issue, task

from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.field import Minutes
from mingbai.domain.filter import ALL, Filter, Not, Op, Some, Where, both, empty, equals, filled
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.ledger import blocks as module
from mingbai.ledger.blocks import (
    BLOCK,
    COUNTED,
    Block,
    Condition,
    Key,
    Order,
    asked,
    asked_among,
    asked_condition,
    asked_count,
    asked_entries,
    block,
    blocks,
    count,
)
from mingbai.ledger.ledger import Entry, Ledger


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


def test_the_window_reads_at_once_what_other_threads_read_row_by_row(
    ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = ['a"b\\c', "一行\n两行\t", "\x01\x1f", "\u2028𠮷😀", "", "null", "[1]"]
    added(ledger, *[task(note, note=note, minutes=Minutes(2**31)) for note in notes], register=TASKS)
    condition = asked_condition(ledger, TASKS, ALL, today)
    there: list[Block] = []
    reading = Thread(target=lambda: there.append(block(ledger, TASKS, condition)))
    reading.start()
    reading.join()
    read, came = ledger.rows, []

    def rows(sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        came.append(read(sql, parameters))
        return came[-1]

    monkeypatch.setattr(ledger, "rows", rows)
    here = block(ledger, TASKS, condition)
    assert here == there[0]
    assert [len(found) for found in came] == [1]
    assert [entry.stored["note"] for entry in here.entries] == [note or None for note in notes]


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
        # Empty values stand last either way.
        keys = [
            ((value is not None) is order.descending, value or 0, entry.id)
            for value, entry in zip(values, entries, strict=True)
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
    for some in blocks(many, TASKS, order=order):
        seen.extend(entry.uid for entry in some)
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


def test_many_values_are_asked_for_a_few_at_a_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", 2)
    day, other = date(2026, 11, 24), date(2026, 11, 25)
    uids = added(ledger, *[task(str(at), due_on=day if at else other) for at in range(5)], register=TASKS)
    found = [*asked_among(ledger, TASKS, "uid", uids, day)]
    assert [[entry.uid for entry in some] for some in found] == [uids[:2], uids[2:4], uids[4:]]
    due = equals("due_on", day.isoformat())
    assert sum(map(len, asked_among(ledger, TASKS, "uid", uids, day, due))) == 4
    assert [*asked_among(ledger, TASKS, "uid", [], day)] == []


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
        sql = f"SELECT * FROM task WHERE {stretch.condition} AND {stretch.beyond} ORDER BY {stretch.order}"
        values = stretch.values(Key("2026-11-02", 1))
        plan = " ".join(str(row[3]) for row in many.rows(f"EXPLAIN QUERY PLAN {sql}", values))
        assert "USING INDEX by_task_due_on" in plan
        assert "SEARCH" in plan
        assert "TEMP B-TREE" not in plan


IN_BIN = equals("binned", 1)


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (ALL, "甲乙"),
        (equals("note", "x"), "甲"),
        (IN_BIN, "丙丁"),
        (both(IN_BIN, equals("note", "x")), "丙"),
        (Not(IN_BIN), "甲乙"),
        (equals("binned", 0), "甲乙"),
        (Where("binned", Op.IS_NOT, 0), "丙丁"),
        (Some((IN_BIN, equals("binned", 0))), "甲乙丙丁"),
        (Some((both(IN_BIN, equals("note", "x")), equals("note", "y"))), "乙丙"),
        (Some((both(IN_BIN, filled("note")), filled("note"))), "甲乙丙丁"),
    ],
)
def test_the_bin_is_seen_where_it_is_asked_for(ledger: Ledger, wanted: Filter, titles: str) -> None:
    uids = added(
        ledger,
        *[task(title, note=note) for title, note in zip("甲乙丙丁", "xyxy", strict=True)],
        register=TASKS,
    )
    for uid in uids[2:]:
        binned(ledger, uid, TASKS)
    found = asked_entries(ledger, TASKS, wanted, TODAY)
    assert "".join(str(entry.stored["title"]) for entry in found) == titles
    assert asked_count(ledger, TASKS, wanted, TODAY) == len(titles)


TODAY = date(2026, 11, 24)


def test_words_are_asked_beside_a_filter(ledger: Ledger) -> None:
    (unit,) = added(ledger, department("区民政局"), register=DEPARTMENTS)
    first, second, third, _ = added(
        ledger,
        task("上报重点人群台账"),
        task("上报台账", department=unit),
        task("重点台账上报"),
        task("重点报台账上人群"),
        register=TASKS,
    )
    binned(ledger, third, TASKS)

    def found(words: str, wanted: Filter = ALL) -> list[str]:
        some: list[str] = [
            entry.uid for part in asked(ledger, TASKS, wanted, TODAY, words=words.split()) for entry in part
        ]
        assert asked_count(ledger, TASKS, wanted, TODAY, words=words.split()) == len(some)
        return some

    assert found("上报") == [first, second]
    assert found("重点人群台账") == [first], "the pieces of a word alone are not the word"
    assert found("台账 民政局") == [second]
    assert found("重点", IN_BIN) == [third]
    assert found("上报", equals("title", "上报台账")) == [second]


def test_counting_words_stops_too(many: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    added(many, *[task("重点人群台账") for _ in range(30)], register=TASKS)
    assert asked_count(many, TASKS, ALL, TODAY, words=["重点人群"]) == 30
    monkeypatch.setattr(module, "COUNTED", 20)
    assert asked_count(many, TASKS, ALL, TODAY, words=["重点人群"]) == 20
    assert asked_count(many, TASKS, ALL, TODAY, words=["重点"]) == 20


def forward(ledger: Ledger, where: Condition, order: Order | None, key: Key | None = None) -> Iterator[Block]:
    while True:
        found = block(ledger, TASKS, where, order, after=key)
        yield found
        if not found.more:
            return
        key = found.last


def backward(
    ledger: Ledger, where: Condition, order: Order | None, key: Key | None = None
) -> Iterator[Block]:
    """The blocks from a key, or from the end, to the beginning."""
    while True:
        found = block(ledger, TASKS, where, order, before=key, last=key is None)
        yield found
        if not found.more:
            return
        key = found.first


def rows_of(blocks: list[Block]) -> list[Entry]:
    return [entry for one in blocks for entry in one.entries]


PAGED = [
    None,
    *(
        Order(name, descending)
        for name in ("id", "number", "due_on", "department", "received_on", "done_on", "minutes")
        for descending in (False, True)
    ),
]

DAYS = st.sampled_from([None, date(2026, 11, 1), date(2026, 11, 2), date(2026, 12, 3)])
ROWS = st.lists(st.tuples(DAYS, DAYS, st.sampled_from(["", "x"]), st.booleans()), max_size=40)


@given(
    rows=ROWS,
    order=st.sampled_from(PAGED),
    size=st.integers(1, 7),
    wanted=st.sampled_from([ALL, equals("note", "x"), IN_BIN]),
)
@settings(max_examples=60)
def test_walking_forward_and_backward_gives_the_same_rows(
    rows: list[tuple[date | None, date | None, str, bool]], order: Order | None, size: int, wanted: Filter
) -> None:
    with (
        TemporaryDirectory() as folder,
        Ledger.create(Path(folder, "a.mingbai")) as ledger,
        pytest.MonkeyPatch.context() as patching,
    ):
        patching.setattr(module, "BLOCK", size)
        added(
            ledger,
            task("零"),
            *[task(due_on=due, done_on=done, note=note) for due, done, note, _ in rows],
            register=TASKS,
        )
        with ledger.act("bin") as act:
            for entry, (*_, gone) in zip(ledger.entries(TASKS)[1:], rows, strict=True):
                if gone:
                    act.bin(TASKS, entry.uid)
        where = asked_condition(ledger, TASKS, wanted, TODAY)
        there = [*forward(ledger, where, order)]
        back = [*backward(ledger, where, order)]
        back.reverse()
        whole = rows_of(there)
        assert (
            whole == rows_of(back) == [e for part in asked(ledger, TASKS, wanted, TODAY, order) for e in part]
        )
        assert sorted(whole, key=lambda entry: entry.id) == asked_entries(ledger, TASKS, wanted, TODAY)
        assert all(len(one.entries) == size for one in (*there[:-1], *back[1:]))
        for one in there:
            if one.first is not None and one.last is not None:
                at = whole.index(one.entries[0])
                assert rows_of([*forward(ledger, where, order, one.last)]) == whole[at + len(one.entries) :]
                assert rows_of([*backward(ledger, where, order, one.first)][::-1]) == whole[:at]


@pytest.mark.parametrize("order", PAGED)
def test_a_key_holds_also_when_its_entry_is_gone(many: Ledger, order: Order | None) -> None:
    where = asked_condition(many, TASKS, ALL, TODAY)
    first = block(many, TASKS, where, order)
    second = block(many, TASKS, where, order, after=first.last)
    binned(many, first.entries[-1].uid, TASKS)
    assert block(many, TASKS, where, order, after=first.last) == second
    before = block(many, TASKS, where, order, before=second.first)
    assert before.entries == first.entries[:-1]
    assert not before.more


def test_the_end_is_reached_at_once(many: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    where = asked_condition(many, TASKS, ALL, TODAY)
    whole = asked_entries(many, TASKS, ALL, TODAY, Order("due_on"))
    asked_for: list[str] = []
    rows = many.rows

    def counted(sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        asked_for.append(sql)
        return rows(sql, parameters)

    monkeypatch.setattr(many, "rows", counted)
    assert block(many, TASKS, where, Order("due_on"), last=True).entries == whole[-BLOCK:]
    assert len(asked_for) <= 2


def test_empty_values_stand_last_either_way(ledger: Ledger) -> None:
    added(ledger, task("有", due_on=date(2026, 11, 1)), task("无"), register=TASKS)
    where = asked_condition(ledger, TASKS, ALL, TODAY)
    for descending in (False, True):
        found = block(ledger, TASKS, where, Order("due_on", descending))
        assert [entry.stored["title"] for entry in found.entries] == ["有", "无"]


def test_an_empty_list_has_no_keys(ledger: Ledger) -> None:
    found = block(ledger, TASKS, asked_condition(ledger, TASKS, ALL, TODAY), last=True)
    assert found == Block([], None, None, more=False)


def test_a_list_without_numbers_is_not_sorted_by_them(ledger: Ledger) -> None:
    where = asked_condition(ledger, DEPARTMENTS, ALL, TODAY)
    with pytest.raises(KeyError):
        block(ledger, DEPARTMENTS, where, Order("number"))
    added(
        ledger,
        *[DUTIES.load({"name": f"第{n}", "listing": "basic", "number": n}) for n in "213"],
        register=DUTIES,
    )
    found = block(ledger, DUTIES, asked_condition(ledger, DUTIES, ALL, TODAY), Order("number"))
    assert [entry.stored["number"] for entry in found.entries] == ["1", "2", "3"]


def test_two_places_to_begin_at_are_a_bug(ledger: Ledger) -> None:
    where = asked_condition(ledger, TASKS, ALL, TODAY)
    with pytest.raises(ValueError, match="one place"):
        block(ledger, TASKS, where, after=Key(None, 1), last=True)


@pytest.mark.parametrize("name", ["number", "due_on", "received_on", "department", "done_on"])
def test_blocks_of_an_indexed_order_sort_no_more_than_ties(many: Ledger, name: str) -> None:
    for descending in (False, True):
        for stretch in module._stretches(TASKS, Order(name, descending)):
            sql = (
                f"SELECT * FROM task WHERE {stretch.condition} AND {stretch.beyond} ORDER BY {stretch.order}"
            )
            plan = " ".join(
                str(row[3]) for row in many.rows(f"EXPLAIN QUERY PLAN {sql}", stretch.values(Key("2026", 1)))
            )
            assert "SEARCH task USING" in plan, plan
            # Where an index serves figures, the empty ones stand in it by its other columns.
            assert stretch.empty or "B-TREE FOR ORDER BY" not in plan, plan


@pytest.mark.parametrize(
    ("register", "wanted", "order", "index"),
    [
        (TASKS, equals("overdue", 1), Order("due_on", descending=True), "waiting_task"),
        (TASKS, both(equals("open", 1), equals("due_on", "2026-11-24")), Order(), "waiting_task"),
        (ISSUES, equals("overdue", 1), Order("due_at", descending=True), "waiting_issue"),
        (CERTIFICATES, empty("outcome"), Order("asked_on", descending=True), "waiting_certificate"),
    ],
)
def test_what_waits_is_found_by_an_index_of_its_own(
    ledger: Ledger, today: date, register: Register, wanted: Filter, order: Order, index: str
) -> None:
    asked: list[tuple[str, Sequence[object]]] = []

    class Listening:
        def rows_at_once(self, columns: str, sql: str, values: Sequence[object]) -> Sequence[Sequence[Any]]:
            asked.append((sql, values))
            return ledger.rows_at_once(columns, sql, values)

    block(Listening(), register, asked_condition(ledger, register, wanted, today), order)  # type: ignore[arg-type]
    for sql, values in asked:
        plan = " ".join(str(row[3]) for row in ledger.rows(f"EXPLAIN QUERY PLAN {sql}", values))
        assert f"USING INDEX {index} " in plan, plan
