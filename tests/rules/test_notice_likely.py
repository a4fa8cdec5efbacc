"""How likely a day is the due date, and what is done where it is not sure."""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lines import score_notices

from mingbai.desk.quick_reader import shipped_words
from mingbai.resources import resource
from mingbai.rules.notice.day import Day, How
from mingbai.rules.notice.days import days_of
from mingbai.rules.notice.likely import (
    MOST_OFFERED,
    OFFERED,
    TOLD,
    Likely,
    choices,
    likely,
    told,
)
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.notice.signs import signs_of, text_signs
from mingbai.rules.said_days import same_signs

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
OPEN = sorted(path.name for path in (ROOT / "tests" / "lines").glob("notices_open*.jsonl"))


def shares(text: str) -> dict[str, float]:
    """Each day of a text and how likely it is."""
    same = same_signs(text)
    found = likely(same, days_of(same, TODAY, shipped_words().working), TODAY)
    return {one.day.day.isoformat(): one.share for one in found}


@pytest.fixture
def weigh_notices(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.delitem(sys.modules, "weigh_notices", raising=False)
    return importlib.import_module("weigh_notices")


@pytest.mark.parametrize("name", ["columns", "due", "period", "asks"])
def test_the_weights_were_learnt_from_the_lines_and_signs_as_they_stand(
    name: str, weigh_notices: ModuleType
) -> None:
    table = weigh_notices.TABLES[name]
    first = resource(table.resource).read_text(encoding="utf-8").split("\n", 1)[0]
    assert first == f"# {weigh_notices.digest(table)}", "run packaging/weigh_notices.py"


def test_weights_learnt_with_other_numbers_are_others(
    weigh_notices: ModuleType,
) -> None:
    table = replace(weigh_notices.TABLES["due"], rows=dict)
    others: list[dict[str, object]] = [
        {"step": 0.5},
        {"rounds": 1},
        {"seeds": (4,)},
        {"in_rows": 9},
        {"least": 0.5},
        {"in_one": frozenset({"a"})},
        {"decay": 0.5},
        {"margin": 9.0},
        {"unread_is_none": False},
    ]
    lessons = [replace(table.lesson, **other) for other in ({}, *others)]
    found = {weigh_notices.digest(replace(table, lesson=lesson)) for lesson in lessons}
    assert len(found) == len(others) + 1


@settings(deadline=None)
@given(st.text(alphabet="12月日前报请各村3周五每不用停电\n，。 ", max_size=60))
def test_shares_are_shares(text: str) -> None:
    found = shares(text)
    assert all(0.0 <= share <= 1.0 for share in found.values())
    assert sum(found.values()) <= 1.0 + 1e-9


def test_a_request_by_a_day_and_what_is_only_told_are_far_apart() -> None:
    assert shares("各社区：请于12月3日前把独居老人名单报社事办。")["2026-12-03"] >= TOLD
    assert shares("停水通知：12月3日8时至17时柳河村停水，请居民提前储水。自来水公司")["2026-12-03"] < TOLD


def test_only_a_day_that_is_sure_is_told() -> None:
    day = Day(date(2026, 12, 3), None, 2, 7, How.SAID)
    assert told([Likely(day, TOLD)]) == day
    assert told([Likely(day, TOLD - 0.001)]) is None
    assert told([]) is None


def test_that_the_reader_is_freed_of_something_is_a_sign_that_nothing_is_asked() -> None:
    assert "-freed" not in dict(text_signs(same_signs("各店12月3日前把单子交市场所。"), []))
    assert "-freed" in dict(text_signs(same_signs("各店12月3日前把单子交市场所，社区不用统计。"), []))


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("天冷路滑，由物业公司12月3日前撒盐，各村知悉。", "c^由物业", "c$D撒盐"),
        ("各村12月3日前撒盐；公司不来。", "c^各村D", "c$D撒盐"),
        ("财政局：12月3日收表|12月9日公布", "c^D收表", "c$收表"),
        ("snow is coming: the owners clear it until 3 December, not you", "c^the owners", "c$it until"),
    ],
)
def test_how_the_clause_of_a_day_begins_and_ends_is_a_sign(text: str, begins: str, ends: str) -> None:
    same = same_signs(text)
    days = days_of(same, TODAY, shipped_words().working)
    seen = dict(signs_of(same, days, TODAY)[0][0])
    assert {begins, ends} <= seen.keys(), [sign for sign in seen if sign[:2] in ("c^", "c$")]


@pytest.mark.parametrize(
    ("text", "at", "signs", "none"),
    [
        # Its own clause, the next one, those further off: what another day is, not which.
        ("各村12月3日前报名单，12月9日公布。", 0, {"l0各村", "r0报名", "r1L公", "k>1D>"}, {"r10月", "k>1D"}),
        ("各村12月3日前报名单，12月9日公布。", 1, {"l1F报", "r0公布", "k<1D<l"}, {"l10月"}),
        ("每周五报表，12月9日检查。", -1, {"l1G报"}, {"l1E报"}),
        (
            "the list is due by 3 december, the talk is on 9 december",
            0,
            {"l2by due", "rnL", "r2talk is"},
            {"rwdecember"},
        ),
    ],
)
def test_what_is_said_around_a_day_is_read_with_the_other_days_as_earlier_or_later_ones(
    text: str, at: int, signs: set[str], none: set[str]
) -> None:
    same = same_signs(text)
    days = days_of(same, TODAY, shipped_words().working)
    seen = dict(signs_of(same, days, TODAY)[0][at])
    assert signs <= seen.keys(), [sign for sign in seen if sign[:1] in ("l", "r", "k")]
    assert not none & seen.keys()


def test_days_that_compete_are_offered_in_their_order_and_not_too_many() -> None:
    many = "；".join(f"12月{day}日活动" for day in range(2, 20))
    same = same_signs(many)
    found = likely(same, days_of(same, TODAY, shipped_words().working), TODAY)
    offered = [one.day for one in choices(found)]
    assert len(offered) > 1
    assert offered == sorted(one.day.day for one in found[:MOST_OFFERED] if one.share >= OFFERED)
    equal = [replace(one, share=2 * OFFERED) for one in found]
    assert [one.day for one in choices(equal)] == sorted(one.day.day for one in equal[:MOST_OFFERED])


def test_the_first_of_what_recurs_from_a_day_on_is_told() -> None:
    read = read_notice("自12月1日起，各社区每天17:00前向应急办报送巡查情况。", shipped_words(), TODAY)
    assert read.due_on is not None
    assert (read.due_on.value, read.starts_on) == (date(2026, 12, 1), date(2026, 12, 1))


@pytest.mark.parametrize("name", OPEN)
def test_what_is_told_is_right_and_what_is_not_told_is_offered(name: str) -> None:
    """Of a set that was learnt from this says that nothing broke, not how texts are read that nobody has seen."""
    known = name.removesuffix(".jsonl")
    counted = score_notices.score(name, one_in=5 if known in score_notices.OF_DAYS_ALONE else 1)
    told, offered = counted["due_on"], counted["due_choices"]
    shown = told["right"] + told["wrong"] + told["false"]
    there = told["right"] + told["wrong"] + told["missed"]
    hard = known in score_notices.OF_DAYS_ALONE
    # The set that says its days in the most roundabout ways is the lowest, or the one whose days are hardest to tell.
    assert told["right"] >= (0.96 if hard else 0.98) * shown
    assert told["right"] >= (0.55 if hard else 0.78) * there
    assert offered["right"] + told["right"] >= (0.92 if hard else 0.94) * there
    if hard or known in score_notices.SPARING:
        return
    # A false ask costs more than a missed one. A set that names fewer asks is not learnt from.
    asks = counted["asks"]
    assert asks["false"] <= 0.03 * asks.total()
    assert asks["right"] >= 0.7 * (asks.total() - asks["silent"])


def test_the_held_sets_are_none_of_the_open_ones() -> None:
    def texts(pattern: str) -> Counter[str]:
        paths = (ROOT / "tests" / "lines").glob(pattern)
        return Counter(
            re.sub(r"\s", "", str(line["text"])) for path in paths for line in score_notices.lines(path.name)
        )

    assert not texts("notices_held*.jsonl").keys() & texts("notices_open*.jsonl").keys()
