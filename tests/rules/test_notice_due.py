"""Which day of a notice is its due date, by the notices of notice_due_lines.py."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.notice_due_lines import COMPETING, FURTHER, PROMISED, WANTED

from mingbai.desk.quick import shipped_words
from mingbai.rules.notice import read_notice

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "due"), PROMISED + COMPETING + WANTED + FURTHER, ids=lambda said: str(said)[:40]
)
def test_the_day_that_is_due_is_told_from_others(text: str, due: str | None) -> None:
    read = read_notice(text, shipped_words(), TODAY).due_on
    assert (read and read.value.isoformat()) == due
