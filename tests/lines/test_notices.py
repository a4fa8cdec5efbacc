"""The open lines stay read as well as they are now; a change that reads fewer must say why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from tests.lines import score_notices, score_quick

from mingbai.desk.quick_answer import FIELDS


def faults(verdicts: Counter[str]) -> tuple[int, int, int]:
    """Wrong, missed and false ones."""
    return verdicts["wrong"], verdicts["missed"], verdicts["false"]


def worse(counted: Mapping[str, Counter[str]], held: Mapping[str, tuple[int, int, int]]) -> list[str]:
    """The parts of which more of any kind are wrong, missed or false than the most that are held."""
    return [
        part
        for part, most in held.items()
        if any(now > then for now, then in zip(faults(counted[part]), most, strict=True))
    ]


def test_open_notices_are_read_as_well_as_they_were() -> None:
    counted = score_notices.score("notices_open.jsonl")
    held = {
        "title": (1, 0, 0),
        "department": (0, 0, 0),
        "due_on": (0, 3, 0),
        "due_time": (0, 0, 0),
        "period": (0, 0, 0),
        "asks": (0, 0, 0),
        "columns": (0, 0, 0),
    }
    assert not worse(counted, held)


def test_open_notices_of_other_kinds_are_read_as_well_as_they_were() -> None:
    """Group messages, papers, broken lines, several days in one text."""
    counted = score_notices.score("notices_open2.jsonl")
    held = {
        "title": (1, 0, 0),
        "department": (1, 1, 0),
        "due_on": (0, 1, 0),
        "due_time": (0, 1, 0),
        "period": (0, 0, 0),
    }
    assert not worse(counted, held)


def test_what_the_second_set_asks_and_its_columns_are_read_as_well_as_they_were() -> None:
    counted = score_notices.score("notices_open2.jsonl")
    assert {part: faults(counted[part]) for part in ("asks", "columns")} == {
        "asks": (0, 0, 0),
        "columns": (0, 0, 0),
    }


@pytest.mark.parametrize("name", ["quick_open.jsonl", "quick_open2.jsonl"])
def test_open_lines_typed_are_read_as_well_as_they_were(name: str) -> None:
    counted = score_quick.score(name)
    assert {part: faults(verdicts) for part, verdicts in counted.items()} == dict.fromkeys(FIELDS, (0, 0, 0))


def test_open_lines_typed_without_spaces_are_read_as_well_as_they_were() -> None:
    counted = score_quick.score("quick_open3.jsonl")
    held = {
        "due_on": (0, 0, 0),
        "kind": (0, 0, 0),
        "department": (0, 1, 0),
        "owner": (0, 0, 0),
        "title": (2, 0, 0),
    }
    assert not worse(counted, held)


def test_due_dates_of_talks_and_spoken_texts_are_read_as_well_as_they_were() -> None:
    """Chat logs, voice notes, loudspeakers, forwarded chains, promises of others."""
    counted = score_notices.score("notices_open3.jsonl")
    assert not worse(counted, {"due_on": (0, 3, 0), "due_time": (0, 1, 0), "period": (0, 0, 0)})


def test_due_dates_of_ordinary_days_are_read_as_well_as_they_were() -> None:
    """Group and private messages, papers, forwarded texts, flattened tables."""
    counted = score_notices.score("notices_open4.jsonl")
    assert not worse(counted, {"due_on": (0, 3, 0), "due_time": (0, 0, 0), "period": (0, 3, 0)})
