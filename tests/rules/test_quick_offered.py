"""The units a word may become, the likeliest first."""

from __future__ import annotations

import pytest

from mingbai.desk.quick_reader import shipped_words


def offered(typed: str) -> list[str]:
    words = shipped_words()
    return [words.english[name] for name in words.completions(typed, people=False)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Par", ["Party Building", "County Party Office", "City Party Office"]),
        ("Party Offic", ["County Party Office", "City Party Office"]),
        ("Civil", ["Civil Affairs"]),
        ("Gen", ["General Office"]),
        ("民政", ["Civil Affairs"]),
    ],
)
def test_what_is_called_so_comes_first(typed: str, first: list[str]) -> None:
    assert offered(typed)[: len(first)] == first


def test_a_word_that_begins_inside_another_is_not_meant() -> None:
    assert "Emergencies" not in offered("Gen")


def test_a_word_for_what_is_handed_in_offers_no_unit_by_another_name() -> None:
    assert offered("pho") == []
