"""Texts with gaps in both languages."""

from __future__ import annotations

import pytest

from mingbai.domain.words import Words


@pytest.mark.parametrize(
    ("text", "values", "told"),
    [
        ("{n} entries", {"n": 1}, "1 entry"),
        ("{n} entries", {"n": "1"}, "1 entry"),
        ("{n} entries", {"n": 11}, "11 entries"),
        ("{n} entries", {"n": 0}, "0 entries"),
        ("{n:,} rows written", {"n": 1}, "1 row written"),
        ("{before} → {after} times a year", {"before": 12, "after": 1}, "12 → 1 time a year"),
        ("{n} meetings, {m} issues, {n} days", {"n": 2, "m": 1}, "2 meetings, 1 issue, 2 days"),
        ("{n} activities with {m} people", {"n": 1, "m": 1}, "1 activity with 1 person"),
        ("{n} meetings, then {n} meetings more", {"n": 1}, "1 meeting, then 1 meeting more"),
        ("Version {n} was sent", {"n": 1}, "Version 1 was sent"),
        ("{n} counts, {m} takes part", {"n": 1, "m": 1}, "1 counts, 1 takes part"),
        ("{n} is in the bin", {"n": "1"}, "1 is in the bin"),
    ],
)
def test_one_is_one_thing_in_english(text: str, values: dict[str, object], told: str) -> None:
    assert Words("{n}", text).format(**{"n": 0, **values}).en == told
