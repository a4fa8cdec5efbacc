"""What the words for a day mean, reader by reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mingbai.rules.days_meant import Reader, Spelling, spelled
from mingbai.rules.days_meant_en import READERS_EN, SPELLINGS_EN, day_of_en
from mingbai.rules.days_meant_zh import READERS_ZH, SPELLINGS_ZH, day_of

TODAY = date(2026, 11, 24)
Asked = Callable[[str, date], date | None]


@pytest.mark.parametrize(
    ("readers", "spellings", "asked"),
    [(READERS_ZH, SPELLINGS_ZH, day_of), (READERS_EN, SPELLINGS_EN, day_of_en)],
)
def test_the_first_reader_that_knows_an_example_of_a_reader_is_that_one(
    readers: tuple[Reader, ...], spellings: tuple[Spelling, ...], asked: Asked
) -> None:
    for reader in readers:
        for said in reader.name.split(", "):
            assert asked(said, TODAY) is not None, said
            plain = spelled(spellings, said)
            known = next(one for one in readers if one.form.fullmatch(plain))
            assert known is reader, said


@pytest.mark.parametrize(("spellings", "asked"), [(SPELLINGS_ZH, day_of), (SPELLINGS_EN, day_of_en)])
def test_a_day_is_read_however_it_is_spelled(spellings: tuple[Spelling, ...], asked: Asked) -> None:
    for spelling in spellings:
        for said in spelling.name.split(", "):
            assert spelling.form.search(said), said
            assert asked(said, TODAY) is not None, said


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("月底", "2026-11-30"),
        ("12月底", "2026-12-31"),
        ("12月份最后一天", "2026-12-31"),
        ("下个月最后一天", "2026-12-31"),
        ("年底的最后一天", "2026-12-31"),
        ("季末", "2026-12-31"),
        ("三季度末", "2027-09-30"),
        ("月中", "2026-11-15"),
        ("下月中", "2026-12-15"),
        ("次月第一天", "2026-12-01"),
        ("元月5号", "2027-01-05"),
        ("明年1月8日", "2027-01-08"),
        ("今晚", "2026-11-24"),
        ("大后儿", "2026-11-27"),
        ("两周后的今天", "2026-12-08"),
        ("月28日", "2026-11-28"),
        ("二十七", "2026-11-27"),
        ("12月 3 日(周四)", "2026-12-03"),
        ("12月3日(周五)", None),
    ],
)
def test_chinese_days(said: str, day: str | None) -> None:
    assert day_of(said, TODAY) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("month-end", "2026-11-30"),
        ("the last day of december", "2026-12-31"),
        ("the month's end", "2026-11-30"),
        ("before the quarter is out", "2026-12-31"),
        ("end of the week", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("tonight", "2026-11-24"),
        ("tmrw", "2026-11-25"),
        ("this coming friday", "2026-11-27"),
        ("coming friday of next week", "2026-12-04"),
        ("friday next", "2026-12-04"),
        ("fri 27", "2026-11-27"),
        ("fri 28", None),
        ("24/12", "2026-12-24"),
        ("the fifteenth of next month", "2026-12-15"),
        ("the thirty-first of this month", None),
        ("friday the 4th", "2026-12-04"),
    ],
)
def test_english_days(said: str, day: str | None) -> None:
    assert day_of_en(said, TODAY) == (date.fromisoformat(day) if day else None)
