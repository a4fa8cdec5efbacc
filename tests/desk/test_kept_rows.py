"""The rows behind a figure come back from the memory as they were asked for."""

from __future__ import annotations

import json
from datetime import date

import pytest

from mingbai.desk.kept_rows import kept_rows, rows_again
from mingbai.desk.month.opening import rows_of
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import Every, Filter, Not, Op, Other, Some, Today, Where, one_of
from mingbai.domain.month import Month
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger

TITLE = Words("要求报表的", "Asking for forms")


def again(code: str, wanted: Filter, today: date, *, waits: bool = False) -> object:
    return rows_again(json.loads(json.dumps(kept_rows((code, wanted, TITLE, waits)))), today)


def test_every_figure_s_rows_come_back(ledger: Ledger, today: date) -> None:
    seen = 0
    for code in FIGURES:
        behind = rows_of(ledger, code, (Month.containing(today),), today=today)
        if behind is not None:
            seen += 1
            rows = behind.register, behind.filter
            assert again(*rows, today) == (*rows, TITLE, False)
    assert seen > 20


def test_every_way_of_asking_comes_back(today: date) -> None:
    wanted = Every(
        (
            Not(Where("due_on", Op.BELOW, Today(-3))),
            Some((Where("done_on", Op.ABOVE, Other("due_on")), Where("done_on", Op.IS, None))),
            one_of("status", "todo", "doing"),
        )
    )
    for waits in (True, False):
        assert again("task", wanted, today, waits=waits) == ("task", wanted, TITLE, waits)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "",
        ["task"],
        ["nothing", ["every"], "", ""],
        ["task", ["where", "no_such_field", "=", 1], "", ""],
        ["task", ["where", "title", "?", "a"], "", ""],
        ["task", ["where", "title", "<", None], "", ""],
        ["task", ["where", "title", "=", {"week": 1}], "", ""],
        ["task", ["where", "due_on", "<", {"today": 10**9}], "", ""],
        ["task", ["perhaps"], "", ""],
        ["task", {"every": []}, "", ""],
        ["task", ["where", "title", "in", [[]]], "", 3],
    ],
)
def test_what_cannot_be_asked_is_passed_over(kept: object, today: date) -> None:
    assert rows_again(kept, today) is None
