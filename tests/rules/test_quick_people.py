"""Colleagues in a typed line: as much of a name as is enough, with and without an @."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import Name, Quick, Vocabulary, read_quick

TODAY = date(2026, 11, 24)
STAFF = ("Anna Chen", "Mary Li", "Mary Wong", "李梅", "张建国", "王芳")
WORDS = Vocabulary(shipped_words().departments, tuple(map(Name, STAFF)), shipped_words().certificates)


def read(text: str, page: str = "task", plain: str = "") -> Quick:
    return read_quick(text, WORDS, TODAY, page=page, plain=frozenset([plain] if plain else []))


@pytest.mark.parametrize(
    ("text", "owner", "title"),
    [
        ("by Friday report Civil Affairs Key-groups register @Anna", "Anna Chen", "Key-groups register"),
        ("by Friday report Civil Affairs Key-groups register @anna", "Anna Chen", "Key-groups register"),
        ("@Chen by Friday report Civil Affairs Key-groups register", "Anna Chen", "Key-groups register"),
        ("by Friday report Civil Affairs Key-groups register Anna Chen", "Anna Chen", "Key-groups register"),
        ("周五前 报表 民政局 上报重点人群台账 @建国", "张建国", "上报重点人群台账"),
        ("周五前 报表 民政局 李梅 上报重点人群台账", "李梅", "上报重点人群台账"),
        ("周五前 民政局 由李梅上报重点人群台账", "李梅", "上报重点人群台账"),
    ],
)
def test_whoever_is_the_only_one_meant_handles_it(text: str, owner: str, title: str) -> None:
    quick = read(text)
    assert (quick.value("owner"), quick.title) == (owner, title)
    assert not quick.fields["owner"].unknown


@pytest.mark.parametrize(
    ("text", "owner", "unknown"),
    [
        ("by Friday report Civil Affairs Key-groups register @AnnaChen", "Anna Chen", False),
        ("@AnnaChen by Friday report Civil Affairs Key-groups register", "Anna Chen", False),
        ("周五前 报表 民政局 上报重点人群台账 @MaryLi", "Mary Li", False),
        ("by Friday report Civil Affairs Key-groups register @ShenYue", "ShenYue", True),
        ("@ShenYue by Friday report Civil Affairs Key-groups register", "ShenYue", True),
        ("Key-groups register @OuYangShan", "OuYangShan", True),
        ("Key-groups register @Shen Yue", "Shen Yue", True),
        ("Key-groups register @Shen Sun", "Shen Sun", True),
        ("Key-groups register @Shen May", "Shen May", True),
        ("Key-groups register @Shen Friday 2pm", "Shen", True),
        ("Key-groups register @Shen Dec 5", "Shen", True),
        ("Key-groups register @Shen Health Bureau", "Shen", True),
        ("register of write@ShenYue.org", "", False),
        ("register, see @ShenYue.org", "", False),
        ("register, see @Shen.org", "", False),
        ("register, see @ShenYue2", "", False),
    ],
)
def test_a_latin_name_may_stand_in_one_word(text: str, owner: str, unknown: bool) -> None:
    quick = read(text)
    part = quick.fields.get("owner")
    assert (quick.value("owner"), part is not None and part.unknown) == (owner, unknown)


@pytest.mark.parametrize(
    "text",
    [
        "周五前 民政局 李梅园小区名单",
        "周五前 民政局 走访李梅家",
        "by Friday report Civil Affairs list for mary li",
        "by Friday report Civil Affairs visit to Anna Chengs",
    ],
)
def test_what_only_looks_like_a_name_is_nobody(text: str) -> None:
    assert read(text).value("owner") == ""


def test_a_first_name_that_two_have_is_asked_about() -> None:
    assert read("by Friday report Civil Affairs list @Mary").fields["owner"].unknown


def test_a_name_that_is_given_back_stays_in_the_title() -> None:
    quick = read("周五前 民政局 李梅 上报台账", plain="李梅")
    assert (quick.value("owner"), quick.title) == ("", "李梅 上报台账")


def test_a_resident_of_the_same_name_does_not_handle_the_issue() -> None:
    assert read("王芳 3栋 路灯不亮 已解决", page="issue").value("owner") == ""


@pytest.mark.parametrize(
    ("text", "owner", "department", "title"),
    [
        ("@所有人 周五前 报表 冬衣发放", "", "", "冬衣发放"),
        ("@all by Friday form coal stoves @Mary Wong", "Mary Wong", "", "coal stoves"),
        ("@民政局 周五前 冬衣发放", "", "民政局", "冬衣发放"),
        ("by Friday form coal stoves @CivilAffairs", "", "民政局", "coal stoves"),
        ("周五前 冬衣发放 @大家乐", "大家乐", "", "冬衣发放"),
    ],
)
def test_a_group_and_a_unit_behind_an_at_are_no_colleague(
    text: str, owner: str, department: str, title: str
) -> None:
    quick = read(text)
    assert (quick.value("owner"), quick.value("department"), quick.title) == (owner, department, title)
