"""The day until which a typed line is due, as people in a hurry type it."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)


def read(text: str) -> tuple[str, str]:
    """Day and title."""
    quick = read_quick(text, shipped_words(), TODAY)
    return quick.value("due_on"), quick.title


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("tmrw ring the plumber about block 5", "2026-11-25", "ring the plumber about block 5"),
        ("ring the plumber by tmrw 5pm", "2026-11-25 17:00", "ring the plumber"),
        ("2moro tenant list block 5", "2026-11-25", "tenant list block 5"),
        ("day after tomorrow tenant list block 5", "2026-11-26", "tenant list block 5"),
        ("tmrw's paper", "", "tmrw's paper"),
        ("day after tomorrow's paper", "", "day after tomorrow's paper"),
        ("village fees, Finance bureau, deadline 5 March", "2027-03-05", "village fees"),
        ("Deadline: 5 March village fees Finance bureau", "2027-03-05", "village fees"),
        ("move the deadline of the fees", "", "move the deadline of the fees"),
        ("culverts by end of December", "2026-12-31", "culverts"),
        ("end of February form Health bureau flu shots", "2027-02-28", "flu shots"),
        ("book the hall for the end of December fair", "", "book the hall for the end of December fair"),
    ],
)
def test_english_days(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("报表 水利局 12。15前 山塘水位", "2026-12-15", "山塘水位"),
        ("报表 水利局 12．15前 山塘水位", "2026-12-15", "山塘水位"),
        ("12。15 报表 水利局 山塘水位", "2026-12-15", "山塘水位"),
        ("山塘水位 报表 水利局 12／15前", "2026-12-15", "山塘水位"),
        # A sentence ends between numbers as well.
        ("领了3。12月5日前还回来", "2026-12-05", "领了3。 还回来"),
        ("修了5。3号楼还没修", "", "修了5。3号楼还没修"),
        ("共收12。5日前补齐", "2026-12-05", "共收12。 补齐"),
    ],
)
def test_a_full_stop_may_stand_for_the_dot_of_a_day(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)
