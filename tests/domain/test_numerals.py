"""Numbers in words."""

from __future__ import annotations

import pytest

from mingbai.domain.numerals import COUNTS_EN, DIGITS_ZH, ORDINALS_EN, TO_TEN_ZH, number_zh, with_digits


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("二〇二六", 2026),
        ("零", 0),
    ],
)
def test_chinese_signs_make_a_number(numeral: str, number: int) -> None:
    assert number_zh(numeral) == number


def test_each_sign_of_a_digit_is_a_number() -> None:
    assert [number_zh(sign) for sign in DIGITS_ZH] == [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [number_zh(sign) for sign in TO_TEN_ZH] == list(range(1, 11))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("二〇二六年十一月廿四日", "2026年11月24日"),
        ("周五十点", "周五10点"),
        ("三天", "3天"),
        ("三村", "三村"),
        ("周三天", "周三天"),
    ],
)
def test_numerals_become_digits_before_a_unit_and_a_weekday_stays(text: str, digits: str) -> None:
    assert with_digits(text) == digits


def test_english_ordinals_count_the_days_of_a_month() -> None:
    assert len(ORDINALS_EN) == len(set(ORDINALS_EN)) == 31
    told = {
        1: "first",
        12: "twelfth",
        20: "twentieth",
        21: "twenty-first",
        29: "twenty-ninth",
        31: "thirty-first",
    }
    assert {number: ORDINALS_EN[number - 1] for number in told} == told
    assert [COUNTS_EN.index(word) + 1 for word in ("one", "five", "ten")] == [1, 5, 10]
