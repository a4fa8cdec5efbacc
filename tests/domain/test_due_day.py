"""On which day of its period something is due: read as people write it, told as they say it."""

from __future__ import annotations

import pytest

from mingbai.domain.due_day import due_day_words
from mingbai.domain.frequency import Frequency
from mingbai.domain.reading import read_due_day
from mingbai.domain.words import Mistake


@pytest.mark.parametrize(
    ("given", "n"),
    [
        *((5, 5), ("5", 5), ("周五", 5), ("每周五", 5), ("星期日", 7), ("周天", 7), ("礼拜一", 1)),
        *(("Friday", 5), ("fri", 5), ("on Tuesday", 2), ("Sun", 7)),
        *(("5日", 5), ("5号", 5), ("每月25日", 25), ("第10天", 10), ("每季第10天", 10), ("月底", 31)),
        *(("the 5th", 5), ("21st", 21), ("day 10", 10), ("5th of the month", 5)),
    ],
)
def test_it_is_read_as_people_write_it(given: object, n: int) -> None:
    assert read_due_day(given) == n


@pytest.mark.parametrize("given", ["周八", "五", "Fridge day", "5.5", "soon", "monthly"])
def test_anything_else_is_no_day(given: str) -> None:
    with pytest.raises(Mistake):
        read_due_day(given)


@pytest.mark.parametrize("period", [one for one in Frequency if one is not Frequency.DAILY])
def test_what_is_told_is_read_as_the_same_day(period: Frequency) -> None:
    for n in range(1, 8 if period is Frequency.WEEKLY else 32):
        told = due_day_words(period, n)
        assert (read_due_day(told.zh), read_due_day(told.en)) == (n, n)
    assert due_day_words(Frequency.WEEKLY, 5).zh == "周五"
    assert due_day_words(Frequency.MONTHLY, 5).zh == "每月5日"
    assert due_day_words(Frequency.MONTHLY, 22).en == "22nd of the month"
    assert due_day_words(Frequency.MONTHLY, 11).en == "11th of the month"
