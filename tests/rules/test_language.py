"""In which language a text is written."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.rules.language import has_han, mostly_english
from mingbai.rules.said_days import days_said, same_signs


@pytest.mark.parametrize(
    ("text", "han", "english"),
    [
        ("各村12月3日前报名单。", True, False),
        ("the lists are due by 3 december.", False, True),
        ("阿ken: the survey forms, i need the paper ones back by 30 april. 谢谢", True, True),
        ("请填 excel 表", True, False),
    ],
)
def test_a_text_of_both_languages_has_chinese_and_may_be_mostly_english(
    text: str, han: bool, english: bool
) -> None:
    assert (has_han(text), mostly_english(text)) == (han, english)


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("please reply tomorrow by 9.30", date(2026, 9, 22), "09:30"),
        # With any Chinese the same signs may be a day.
        ("9.30前交", date(2026, 9, 30), None),
    ],
)
def test_nine_thirty_is_a_time_behind_an_english_day(text: str, day: date, time: str | None) -> None:
    (said,) = days_said(same_signs(text), date(2026, 9, 21), None)
    assert (said.day, said.time) == (day, time)
