"""Counts how well typed lines are read: python -m tests.lines.score_quick [quick_held.jsonl …]; figures only."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.lines.score_notices import Score, judged, lines, told

from mingbai.desk.quick import due_of, kind_of
from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

PARTS = ("due_on", "kind", "department", "owner", "title")


def score(name: str) -> Score:
    """Every part of every line of a set."""
    counted: Score = {part: Counter() for part in PARTS}
    for line in lines(name):
        for part, verdict in verdicts(line).items():
            counted[part][verdict] += 1
    return counted


def verdicts(line: Mapping[str, Any]) -> dict[str, str]:
    """What became of each part of one line."""
    read = read_quick(line["text"], shipped_words(), date.fromisoformat(line["today"]))
    today = date.fromisoformat(line["today"])
    known = {"title": read.title, "due_on": due_of(read, today), "kind": kind_of(read)}
    got = {part: read.value(part) for part in PARTS} | known
    return {part: judged(got[part] or None, line.get(part) or None) for part in PARTS}


if __name__ == "__main__":
    for one in sys.argv[1:] or ["quick_open.jsonl"]:
        print(one)
        print("\n".join(told(score(one))))
