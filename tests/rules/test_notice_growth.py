"""What a text costs to read grows with its length and no faster, whatever it is made of."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.notice.unit import unit_of

TODAY = date(2026, 11, 24)
FEW, MANY = 2_500, 10_000
"""Both are read whole; what grew with the square would take sixteen times as long."""
MOST = 9
"""Four times as long, and as much again for what a busy machine adds."""

REPEATED = (
    "1", "11月", " ", "\n", " \n", "、", "（", "“", "x", "一", "日", "居", "照", "每周", "今天", "周五前",
    "每年3月1日前报。", "每月5日前报，", "顺延两天", "before the holiday ", "冬至",
    "@所有人 ", "report ", "1、姓名\n", "拍照", "报", "照片发群",
)  # fmt: skip


def _cost(text: str) -> float:
    """The work of reading it for the first time: what was met is remembered."""
    begun = process_time()
    read_notice(text, shipped_words(), TODAY)
    return process_time() - begun


@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_four_times_as_long_costs_about_four_times_as_much(piece: str) -> None:
    read_notice("民政局：请各村11月28日前报名单", shipped_words(), TODAY)
    few, many = (_cost((piece * length)[:length]) for length in (FEW, MANY))
    assert many < MOST * few


@pytest.mark.parametrize("piece", ["妇联：好\n", "派出所已到，", "区妇联 小范\n"])
def test_which_of_many_units_asks_is_told_as_fast(piece: str) -> None:
    """What is asked of the whole text is asked once, not for each of its units."""
    words = shipped_words()
    unit_of("民政局", "民政局", words)

    def cost(length: int) -> float:
        text = (piece * length)[:length]
        begun = process_time()
        unit_of(text, text, words)
        return process_time() - begun

    assert cost(20_000) < MOST * cost(5_000)


def test_what_lies_behind_the_longest_notice_costs_nothing() -> None:
    long, longer = (_cost("请报名单。" * times) for times in (4_000, 20_000))
    assert longer < 2 * long


@pytest.mark.parametrize("piece", ["报", "拍照片"])
def test_a_text_full_of_what_may_be_asked_costs_little_more_than_another(piece: str) -> None:
    """The longest that are read: a mention more is weighed only up to a number that no notice has."""
    read_notice("民政局：请各村11月28日前报名单", shipped_words(), TODAY)
    read_notice(piece * 500, shipped_words(), TODAY)
    asked, other = (_cost((word * 20_000)[:20_000]) for word in (piece, "区"))
    assert asked < 5 * other
