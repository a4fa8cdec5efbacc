"""Scores `mingbai flags` on a file of assignment lines: per family wanted, found, wrong, missed; counts only.

python tests/lines/score_tasks.py tests/lines/tasks_open.jsonl
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mingbai.cli.flags import flags_of
from mingbai.domain.rule import Family

TODAY = date(2026, 11, 24)


@dataclass
class Score:
    """Counts by family; `whole` counts lines answered exactly."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    lines: int = 0
    whole: int = 0
    silent: int = 0
    disturbed: int = 0

    @property
    def right(self) -> float:
        """The part of what was suggested that is right."""
        shown = self.found.total() + self.wrong.total()
        return self.found.total() / shown if shown else 1.0


def score(path: Path) -> tuple[Score, list[tuple[str, list[str], list[str]]]]:
    """The counts, and of each line that differs its id with what was wrong and missed."""
    counted, differing = Score(), []
    for text in path.read_text(encoding="utf-8").splitlines():
        line: dict[str, Any] = json.loads(text)
        answered = set(flags_of(line, TODAY, "zh")["families"])
        wanted, may = set(line["families"]), set(line.get("may") or ())
        wrong, missed = answered - wanted - may, wanted - answered
        counted.lines += 1
        counted.whole += not wrong and not missed
        counted.silent += not wanted
        counted.disturbed += not wanted and bool(wrong)
        counted.wanted.update(wanted)
        counted.found.update(wanted & answered)
        counted.wrong.update(wrong)
        counted.missed.update(missed)
        if wrong or missed:
            differing.append((str(line["id"]), sorted(wrong), sorted(missed)))
    return counted, differing


def main() -> None:
    """Prints the counts; the ids that differ only of an open file."""
    path = Path(sys.argv[1])
    counted, differing = score(path)
    print(f"{'':18}wanted found wrong missed")
    for family in Family:
        code = family.code
        print(
            f"{code:18}{counted.wanted[code]:6}{counted.found[code]:6}{counted.wrong[code]:6}{counted.missed[code]:7}"
        )
    print(f"{counted.whole} of {counted.lines} lines whole, shown right {counted.right:.3f}, ", end="")
    print(f"{counted.disturbed} of {counted.silent} silent ones disturbed")
    if "open" in path.name:
        for name, wrong, missed in differing:
            print(name, "wrong", wrong, "missed", missed)


if __name__ == "__main__":
    main()
