"""Which day of a notice is its due date, by the notices of notice_due_lines.py."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.notice_due_lines import COMPETING, FURTHER, PROMISED, WANTED

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "due"), PROMISED + COMPETING + WANTED + FURTHER, ids=lambda said: str(said)[:40]
)
def test_the_day_that_is_due_is_told_from_others(text: str, due: str | None) -> None:
    read = read_notice(text, shipped_words(), TODAY)
    told = read.due_on and read.due_on.value.isoformat()
    if told is None and due is not None:
        # Not sure enough to be told alone: then it is one of those that are offered.
        assert due in [choice.day.isoformat() for choice in read.due_choices]
    else:
        assert told == due


def test_most_days_are_sure_enough_to_be_told_alone() -> None:
    """These were written to compete with each other; of an ordinary notice more are told."""
    dated = [text for text, due in PROMISED + COMPETING + WANTED + FURTHER if due]
    alone = [text for text in dated if read_notice(text, shipped_words(), TODAY).due_on is not None]
    assert len(alone) >= 0.7 * len(dated)
