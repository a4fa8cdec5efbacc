"""The acceptance lines are answered as well as they were, and those nobody here had seen as well as is promised."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lines.score_tasks import score

HERE = Path(__file__).parent
OPEN = HERE / "tasks_open.jsonl"
WHOLE = 80
"""Lines of the open set that are answered exactly."""


def test_the_open_lines_are_answered_as_well_as_before() -> None:
    counted, _ = score(OPEN)
    assert counted.whole >= WHOLE
    assert counted.right == 1.0
    assert counted.disturbed == 0


@pytest.mark.parametrize(("name", "whole"), [("tasks_held.jsonl", 179), ("tasks_held2.jsonl", 215)])
def test_what_nobody_here_had_seen_is_answered_rightly(name: str, whole: int) -> None:
    counted, _ = score(HERE / name)
    assert counted.whole >= whole
    assert counted.right >= 0.97
    assert counted.disturbed <= 0.03 * counted.silent
