"""Counts how well notices are read: python -m tests.lines.score_notices [notices_held.jsonl …]; figures only."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import Notice, read_notice

HERE = Path(__file__).parent

SPARING = {f"notices_open{n}" for n in range(24, 29)}
"""Sets that name fewer asks than the others: 接龙 is no form there. Asks are neither learnt nor judged by them."""

OF_DAYS_ALONE = {f"notices_open{number}" for number in range(43, 61)}
"""Sets that tell of days and periods alone."""

Score = dict[str, Counter[str]]


def lines(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a set."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def score(name: str, one_in: int = 1) -> Score:
    """Every part of every notice of a set, or of one in so many: right, wrong, missed (nothing read), false (nothing
    expected)."""
    counted: Score = {}
    for line in islice(lines(name), None, None, one_in):
        for part, verdict in verdicts(line).items():
            counted.setdefault(part, Counter())[verdict] += 1
    return counted


def verdicts(line: Mapping[str, Any]) -> dict[str, str]:
    """What became of each part of one notice that the line tells of."""
    read = read_notice(line["text"], shipped_words(), date.fromisoformat(line["today"]))
    period = str(line.get("period") or "once")
    found = {
        "title": _title(read, line.get("title_has") or []),
        "department": judged(
            _unit(read.department.value if read.department else None), _unit(line.get("department"))
        ),
        "due_on": judged(read.due_on and read.due_on.value.isoformat(), line.get("due_on")),
        "due_choices": _offered(read, line.get("due_on")),
        "due_time": judged(read.due_time and read.due_time.value, line.get("due_time")),
        "period": judged(read.period and read.period.value.code, _PERIODS.get(period, period)),
        "asks": _asks(read, line),
        "columns": judged([column.name for column in read.columns], line.get("columns") or []),
    }
    return found if "title_has" in line else {part: found[part] for part in OF_DAYS}


OF_DAYS = ("due_on", "due_choices", "due_time", "period")
"""The parts that a line without a title tells of."""


_PERIODS = {
    "once": None,
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "half_year": "half_yearly",
    "year": "yearly",
}


def _unit(name: str | None) -> str | None:
    """A unit's name without 县（区）, which some lines leave out, also within it: 共青团委 of 共青团县（区）委."""
    return re.sub("[县镇市]（.+?）", "", name) if name else None


def judged(got: object, wanted: object) -> str:
    """One part: right, wrong, missed, false or, where nothing was to be read and nothing was, silent."""
    if got == wanted:
        return "right" if wanted else "silent"
    return ("wrong" if got else "missed") if wanted else "false"


def _offered(read: Notice, wanted: str | None) -> str:
    """Where no day is told alone: whether the right one is among those that are offered."""
    days = [choice.day.isoformat() for choice in read.due_choices]
    if not days or wanted in days:
        return "right" if days else "silent"
    return "wrong" if wanted else "false"


def _title(read: Notice, words: list[str]) -> str:
    title = read.title.value.lower() if read.title else ""
    if not words:
        return "silent"
    return "right" if all(word.lower() in title for word in words) else "wrong" if title else "missed"


def _asks(read: Notice, line: Mapping[str, Any]) -> str:
    got = {asked.code for asked in read.asks}
    wanted = set(line.get("asks") or [])
    more = got - wanted - set(line.get("asks_also") or [])
    if more:
        return "false"
    if wanted - got:
        return "missed"
    return "right" if wanted else "silent"


def told(counted: Score) -> Iterator[str]:
    """One line of figures a part."""
    for part, verdict in counted.items():
        figures = "  ".join(
            f"{name} {verdict[name]}" for name in ("right", "wrong", "missed", "false", "silent")
        )
        yield f"{part:<11} {figures}"


if __name__ == "__main__":
    for one in sys.argv[1:] or ["notices_open.jsonl"]:
        print(one)
        print("\n".join(told(score(one))))
