"""The acceptance lines that rule writers may look at stay as well answered as they were."""

from __future__ import annotations

from pathlib import Path

from tests.lines.score_tasks import score

OPEN = Path(__file__).with_name("tasks_open.jsonl")
WHOLE = 80
"""Lines of the open set that are answered exactly."""


def test_the_open_lines_are_answered_as_well_as_before() -> None:
    counted, _ = score(OPEN)
    assert counted.whole >= WHOLE
    assert counted.right == 1.0
    assert counted.disturbed == 0
