"""The acceptance lines are answered as well as they were, and those nobody here had seen as well as is promised."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lines.score_tasks import score

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "whole", "wrong"), [("tasks_open.jsonl", 80, 0), ("tasks_open2.jsonl", 189, 3)]
)
def test_the_open_lines_are_answered_as_well_as_before(name: str, whole: int, wrong: int) -> None:
    counted, _ = score(HERE / name)
    assert counted.whole >= whole
    assert counted.wrong.total() <= wrong
    assert counted.disturbed <= wrong


@pytest.mark.parametrize(
    ("name", "whole", "right"),
    # The third has nothing but forbidden asks, their near twins and what comes near by chance.
    [("tasks_held.jsonl", 180, 0.97), ("tasks_held2.jsonl", 215, 0.97), ("tasks_held3.jsonl", 131, 0.96)],
)
def test_what_nobody_here_had_seen_is_answered_rightly(name: str, whole: int, right: float) -> None:
    counted, _ = score(HERE / name)
    assert counted.whole >= whole
    assert counted.right >= right
    assert counted.disturbed <= 0.03 * counted.silent
