"""How a day stands among the kinds of the words beside it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.domain.frequency import Frequency
from mingbai.resources import resource
from mingbai.rules.language import mostly_english
from mingbai.rules.notice.day_context import DayContext
from mingbai.rules.notice.days import days_of
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.notice.word_kinds import KINDS, LONGEST, MOST_WORDS, kinds_in
from mingbai.rules.said_days import same_signs

TODAY = date(2026, 11, 24)


def signs(text: str, at: int = 0) -> dict[str, float]:
    """The signs of one day of a text."""
    same = same_signs(text)
    days = days_of(same, TODAY, shipped_words().working)
    return dict(DayContext(same, days, english=mostly_english(same)).of_day(days[at]))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请各村把名单报党政办", ["ask", "reader", "paper", "hand", "office"]),
        ("施工由公司负责，不用报。", ["tell", "by", "other", "by", ",", "free", "hand", "."]),
        ("please send the list; no need to attend", ["ask", "hand", "paper", ".", "free", "come"]),
    ],
)
def test_words_are_known_by_their_kinds(text: str, names: list[str]) -> None:
    assert [kind.name for kind in kinds_in(text, english=text.isascii())] == names


def test_a_word_is_of_one_kind_and_short_enough_to_be_found() -> None:
    lines = resource(KINDS).read_text(encoding="utf-8").splitlines()
    words = [word for line in lines for word in line.partition("\t")[2].split()]
    assert not [word for word, times in Counter(words).items() if times > 1]
    assert not [word for word in words if len(word.split("_")) > MOST_WORDS]
    assert not [word for word in words if not word.isascii() and len(word) > LONGEST]


def test_other_words_of_the_same_kinds_are_the_same_signs() -> None:
    one = signs("请各村12月3日前把名单报民政办")
    other = signs("请各社区12月3日前把台账交党政办")
    assert one == other
    assert one != signs("居民12月3日前把积分兑换完")


def test_a_day_is_known_as_the_first_and_the_last_of_a_stretch() -> None:
    text = "即日起到12月8日，每天17:00前报一次；12月20日开始检查"
    seen = [signs(text, at) for at in range(5)]
    assert any("krole end said daily" in one for one in seen)
    assert any("krole begin said daily" in one for one in seen)


def test_the_same_text_has_the_same_signs_in_the_same_order() -> None:
    text = "各村：12月3日前报名单，12月5日开会，公司不参加。每周五报进度。"
    assert list(signs(text)) == list(signs(text))
    roles = [sign for sign in signs(text) if sign.startswith("krole limit beside")]
    assert roles == sorted(roles)


def test_what_others_do_again_and_again_is_no_period_of_the_notice() -> None:
    words = shipped_words()
    ours = read_notice("各村每周五前报一次进度到农业农村局。", words, TODAY)
    theirs = read_notice("旧衣回收箱由回收公司每周三来清，居民不用管。", words, TODAY)
    assert ours.period is not None
    assert ours.period.value is Frequency.WEEKLY
    assert theirs.period is None


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("义诊车5日到柳河，6日到青石，8日到桐岭。（发青石社区）", [False, True, False]),
        ("柳河5日，青石6日，桐岭8日，各自到场。（发青石社区）", [False, True, False]),
        ("柳河社区 12月3日\n青石社区 12月4日\n我们是柳河。", [True, False]),
        (
            "Eye tests: 3 December at Mill Lane, 4 December at Oak Hill. You are Oak Hill.",
            [False, True],
        ),
    ],
)
def test_the_day_beside_the_readers_own_name_is_known(text: str, ours: list[bool]) -> None:
    same = same_signs(text)
    days = days_of(same, TODAY, shipped_words().working)
    context = DayContext(same, days, english=mostly_english(same))
    assert [f"kours {mine}" in dict(context.of_day(day)) for mine, day in zip(ours, days, strict=True)] == [
        True
    ] * len(ours)


def test_the_first_of_many_is_told_from_their_rhythm() -> None:
    said = [sign for at in range(4) for sign in signs("各村每周五前报巡查台账，首次报送11月28日。", at)]
    assert "krole next beside debut" in said
    assert "krole debut said weekly" in said
    assert "krole debut said monthly" in signs("每月5日前收一次，11月30日第一回", -1)


def test_the_kinds_of_the_words_of_a_clause_stand_together() -> None:
    seen = signs("已收到名单。请各村12月3日前报送，公司不参加")
    assert "kZask hand reader" in seen
    assert "kShand reader" in seen
