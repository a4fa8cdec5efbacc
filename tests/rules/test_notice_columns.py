"""The columns that a notice names, in the many ways people list them: own examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.rules.notice_column_lines import LISTED, unfolded
from tests.rules.notice_other_lists import NO_COLUMNS

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("line", LISTED.strip("\n").splitlines())
def test_columns_are_read(line: str) -> None:
    text, wanted = unfolded(line)
    found = read_notice(text, shipped_words(), TODAY).columns
    assert tuple(one.name for one in found) == wanted
    assert tuple(text[one.start : one.end] for one in found) == wanted


@pytest.mark.parametrize("text", NO_COLUMNS.strip("\n").splitlines())
def test_people_places_papers_and_deeds_are_no_columns(text: str) -> None:
    assert read_notice(text, shipped_words(), TODAY).columns == ()


@pytest.mark.parametrize("end", ["; photos needed", ".", ""])
def test_a_long_last_name_is_not_cut(end: str) -> None:
    text = (
        "Notice on the check of residents\nTo all communities:\n"
        f"Columns: name, ID number, address, phone number and the date of the last visit{end}"
    )
    found = read_notice(text, shipped_words(), date(2026, 11, 24)).columns
    assert [one.name for one in found] == [
        "name",
        "ID number",
        "address",
        "phone number",
        "date of the last visit",
    ]
