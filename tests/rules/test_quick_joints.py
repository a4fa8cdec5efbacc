"""What was read from a line takes along what joined it to the rest; no title ends with at the."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "page", "title", "fields"),
    [
        (
            "Dike works briefing at the Water Bureau yesterday, 2 people",
            "meeting",
            "Dike works briefing",
            "department=水利局",
        ),
        ("Study tour with District Health Bureau this afternoon, 5 guests", "reception", "Study tour", "visited_on=2026-11-24 guests=5"),
        ("monthly return to the Health Bureau since 3 November", "task", "return", "period=monthly starts_on=2026-11-03"),
        ("由 卫健局 牵头核对名单 周五前", "task", "牵头核对名单", "department=卫生健康局 due_on=2026-11-27"),
    ],
)  # fmt: skip
def test_the_joint_goes_with_the_part(text: str, page: str, title: str, fields: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY, page=page)
    assert quick.title == title
    wanted = dict(pair.split("=") for pair in fields.split())
    assert {name: quick.value(name) for name in wanted} == wanted


def test_since_tells_of_the_thing_within_other_words() -> None:
    quick = read_quick("weekly count of cases since 1 March per lane, Health", shipped_words(), TODAY)
    assert quick.value("starts_on") == ""
    assert "since 1 March" in quick.title
