"""Counts how well typed lines are read: python -m tests.lines.score_quick [quick_held.jsonl …]; figures only."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.lines.score_notices import Score, judged, lines, told

from mingbai.desk.quick_answer import FIELDS, answer_to


def score(name: str) -> Score:
    """Every part of every line of a set."""
    counted: Score = {part: Counter() for part in FIELDS}
    for line in lines(name):
        for part, verdict in verdicts(line).items():
            counted[part][verdict] += 1
    return counted


def verdicts(line: Mapping[str, Any]) -> dict[str, str]:
    """What became of each part of one line."""
    got = answer_to(line["text"], date.fromisoformat(line["today"]))
    return {part: judged(got[part], line.get(part) or None) for part in FIELDS}


if __name__ == "__main__":
    for one in sys.argv[1:] or ["quick_open.jsonl"]:
        print(one)
        print("\n".join(told(score(one))))
