"""What a typed line costs to read grows with its length and no faster, and has an end: it is read with each key."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import LONGEST, MOST_READ, read_quick

TODAY = date(2026, 11, 27)
MOST = 14
"""Four times as long costs four times as much and at most 16 times where each sign is held against each, which
is cheap in a line of this length; what grows faster is not, and a busy machine adds its part."""
REPEATED = (
    "1", "11月", " ", "，", "一", "3栋", "王", "居民", "已", "表 ", "周五前 ", "a ", "Abc ", "-", "1-", "电话",
    "the ", "张三（", "王  ", "13800001234 ", "居民反映小区路灯不亮，已处理。", "Resident Mary Brown complains about noise. ",
)  # fmt: skip


def _cost(text: str, page: str) -> float:
    costs = []
    for _ in range(3):
        begun = process_time()
        read_quick(text, shipped_words(), TODAY, page=page)
        costs.append(process_time() - begun)
    return min(costs)


@pytest.mark.parametrize("page", ["task", "issue", "certificate"])
@pytest.mark.parametrize("piece", REPEATED)
def test_a_line_four_times_as_long_costs_no_more_than_its_square(piece: str, page: str) -> None:
    few, many = (_cost((piece * length)[:length], page) for length in (MOST_READ // 4, MOST_READ))
    assert many < MOST * few


@pytest.mark.parametrize("page", ["task", "issue", "certificate"])
def test_what_lies_behind_what_is_read_of_a_line_costs_little(page: str) -> None:
    said = "居民反映小区路灯不亮，请于11月28日前报民政局，已处理。"
    read, longest = (_cost((said * length)[:length], page) for length in (MOST_READ, LONGEST))
    assert longest < 2 * read


def test_a_long_line_keeps_every_sign_behind_what_is_read_in_its_title() -> None:
    rest = "，".join(f"第{n}户已走访" for n in range(200))
    quick = read_quick(f"周五前 报表 民政局 上报重点人群台账，{rest}"[:LONGEST], shipped_words(), TODAY)
    assert quick.value("due_on") == "2026-11-27"
    assert quick.value("department") == "民政局"
    assert quick.title == f"上报重点人群台账，{rest}"[: LONGEST - len("周五前 报表 民政局 ")]
