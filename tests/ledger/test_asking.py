"""What a filter means in SQL, held against the same filter in plain Python."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.plain import EDGES, NUMBERS, TODAY, create, fill, holds, rows, values

from mingbai.domain.field import Kind
from mingbai.domain.filter import (
    ALL,
    Every,
    Filter,
    Not,
    Op,
    Other,
    Some,
    Today,
    Where,
    both,
    empty,
    equals,
    has,
)
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.ledger.asking import condition

ORDERED = [Op.IS, Op.IS_NOT, Op.BELOW, Op.AT_MOST, Op.ABOVE, Op.AT_LEAST]
DATED = {Kind.DATE, Kind.MOMENT}


@pytest.fixture(scope="module")
def ledger() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    create(connection)
    yield connection
    connection.close()


def one_of_several(name: str, value: st.SearchStrategy[Any]) -> st.SearchStrategy[Filter]:
    return st.lists(value, max_size=3).map(lambda some: Where(name, Op.ONE_OF, tuple(some)))


def comparisons(code: str) -> st.SearchStrategy[Filter]:
    register = REGISTERS[code]
    some: list[st.SearchStrategy[Filter]] = []
    for name, field in register.fields.items():
        value = values(register, name)
        if field.kind in DATED:
            days = st.sampled_from(EDGES)
            others = [f.name for f in register.fields.values() if f.kind in DATED]
            operand = (
                value
                | days
                | st.builds(Today, st.integers(-40, 40))
                | st.builds(Other, st.sampled_from(others))
            )
            some.append(st.builds(Where, st.just(name), st.sampled_from(ORDERED), operand))
            some.append(one_of_several(name, value | days))
        else:
            some.append(st.builds(Where, st.just(name), st.sampled_from(ORDERED), value))
            some.append(one_of_several(name, value))
        if field.kind in {Kind.LIST, Kind.CHOICES}:
            item = value.map(lambda held: held.split(";")[0])
            some.append(st.builds(Where, st.just(name), st.just(Op.HAS), item))
        elif field.kind not in NUMBERS:
            some.append(
                st.builds(Where, st.just(name), st.just(Op.HAS), value | st.sampled_from(["LAMP", "灯", ""]))
            )
        some.append(st.builds(Where, st.just(name), st.sampled_from([Op.IS, Op.IS_NOT]), st.none()))
    computed = st.sampled_from([*register.computed, "binned"])
    some.append(st.builds(Where, computed, st.sampled_from([Op.IS, Op.IS_NOT]), st.integers(0, 1)))
    return st.one_of(some)


def filters(code: str) -> st.SearchStrategy[Filter]:
    return st.recursive(
        comparisons(code),
        lambda parts: (
            st.builds(Not, parts)
            | st.lists(parts, max_size=3).map(lambda some: Every(tuple(some)))
            | st.lists(parts, max_size=3).map(lambda some: Some(tuple(some)))
        ),
        max_leaves=6,
    )


def found(connection: sqlite3.Connection, code: str, asked: Filter) -> set[str]:
    sql = condition(REGISTERS[code], asked, TODAY)
    answer = connection.execute(f'SELECT uid FROM "{code}" WHERE {sql.text}', sql.parameters)
    return {uid for (uid,) in answer}


@pytest.mark.parametrize("code", ["task", "issue", "decision", "certificate_type"])
def test_a_filter_means_the_same_in_sql(code: str, ledger: sqlite3.Connection) -> None:
    @settings(max_examples=200)
    @given(rows(code, 8), st.lists(filters(code), min_size=1, max_size=8))
    def check(entries: Any, several: list[Filter]) -> None:
        fill(ledger, {code: entries})
        for asked in several:
            expected = {row["uid"] for row in entries if holds(REGISTERS[code], row, asked)}
            assert found(ledger, code, asked) == expected, asked

    check()


def test_nothing_asked_is_everything(ledger: sqlite3.Connection) -> None:
    fill(ledger, {"task": [{"uid": "u1", "rev": 1, "binned_at": None}]})
    assert found(ledger, "task", ALL) == {"u1"}
    assert found(ledger, "task", Some(())) == set()
    assert found(ledger, "task", Not(equals("status", "void"))) == {"u1"}
    assert found(ledger, "task", Where("status", Op.IS_NOT, "void")) == {"u1"}


def test_uid_and_number_can_be_asked(ledger: sqlite3.Connection) -> None:
    fill(ledger, {"task": [{"uid": "u1", "rev": 1, "binned_at": None, "number": "2026-A-0017"}]})
    assert found(ledger, "task", both(equals("uid", "u1"), has("number", "a-0017"))) == {"u1"}
    assert found(ledger, "task", empty("number")) == set()


@pytest.mark.parametrize(
    "name", ["", "rowid", "binned_at", "status; DROP TABLE task", 'status" OR 1 OR "', "number"]
)
def test_an_undeclared_name_never_reaches_sql(name: str) -> None:
    register = REGISTERS["staff"]
    with pytest.raises(KeyError):
        condition(register, equals(name, "x"), TODAY)
    with pytest.raises(KeyError):
        condition(TASKS, Where("due_on", Op.BELOW, Other(name if name != "number" else "nothing")), TODAY)


def test_a_value_never_reaches_sql() -> None:
    sql = condition(TASKS, has("title", "'; DROP TABLE task; --"), date(2026, 1, 1))
    assert "DROP" not in sql.text
    assert sql.parameters == ("'; DROP TABLE task; --",)


@pytest.mark.parametrize(
    "asked",
    [
        Where("status", Op.BELOW, None),
        Where("status", Op.IS, ("todo",)),
        Where("status", Op.ONE_OF, "todo"),
        Where("overdue", Op.BELOW, 1),
        Where("overdue", Op.IS, "yes"),
        Where("binned", Op.IS, None),
    ],
)
def test_a_comparison_without_meaning_is_a_bug(asked: Where) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        condition(TASKS, asked, TODAY)
