"""What must be handed in, as the sentence itself says it."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import Quick, read_quick

TODAY = date(2026, 11, 24)


def read(text: str) -> Quick:
    return read_quick(text, shipped_words(), TODAY)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("report on fire extinguishers", "RPT"),
        ("monthly report on pensions", "RPT"),
        ("summary of the check", "RPT"),
        ("write a summary on pensions", "RPT"),
        ("fill in form of key groups", "FRM"),
        ("fill out the table on pensions", "FRM"),
        ("send a list of elderly residents", "FRM"),
        ("send data on pensions", "DAT"),
        ("photos of the courtyards", "TRC"),
    ],
)
def test_a_paper_that_opens_the_sentence_is_the_kind(words: str, kind: str) -> None:
    for text in (f"Civil Affairs by Friday {words}", f"{words}, Civil Affairs, by Friday"):
        quick = read(text)
        assert (quick.value("kind"), quick.title) == (kind, words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("灭火器情况报告", "RPT"),
        ("写灭火器检查总结", "RPT"),
        ("填高龄老人登记表", "FRM"),
        ("报高龄津贴数据", "DAT"),
        ("拍楼道照片", "TRC"),
    ],
)
def test_so_does_a_chinese_one(words: str, kind: str) -> None:
    quick = read(f"民政局 周五前 {words}")
    assert (quick.value("kind"), quick.title) == (kind, words)


@pytest.mark.parametrize(
    "words",
    [
        "report on duty",
        "report noise",
        "read the report on pensions",
        "survey of the elderly",
        "list of elderly residents",
        "table of the shifts",
        "学习调研报告",
        "高龄老人登记表",
    ],
)
def test_what_only_speaks_of_a_paper_says_no_kind(words: str) -> None:
    assert read(f"民政局 周五前 {words}").value("kind") == ""


@pytest.mark.parametrize(
    "words",
    [
        "photos of the choir",
        "pictures for the stairwell",
        "figures for the crib",
        "write a list of songs",
        "prepare the table for lunch",
        "拍全家福照片",
        "发春游照片",
    ],
)
def test_where_no_unit_asks_it_may_be_ones_own(words: str) -> None:
    assert read(f"{words} by Friday" if words.isascii() else f"周五前 {words}").value("kind") == ""


def test_photos_that_are_asked_for_leave_a_trace() -> None:
    assert read("Civil Affairs by Friday photos of the courtyards").value("asks") == "photo"


@pytest.mark.parametrize(
    "text", ["every Friday Civil Affairs photos of the courtyards", "每周五前 民政局 拍楼道照片"]
)
def test_of_what_recurs_only_the_kind_is_kept(text: str) -> None:
    quick = read(text)
    assert (quick.register, quick.value("kind"), quick.value("asks")) == ("demand", "TRC", "")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("设立工作机制", "MEC"),
        ("工作机制", "MEC"),
        ("任务", "TASK"),
        ("工作任务", "TASK"),
        ("assignment", "TASK"),
        ("证明盖章", "CER"),
        ("表格", "FRM"),
        ("应用程序和工作群", "APP"),
        ("Imposed quota", "QTA"),
        ("Data to collect and report", "DAT"),
        ("Staff borrowed", "SEC"),
        # Beginnings of such names name nothing by themselves.
        ("工作", ""),
        ("程序", ""),
        ("设立", ""),
        ("其他", ""),
    ],
)
def test_a_kind_is_read_as_the_catalogue_calls_it(word: str, kind: str) -> None:
    quick = read(f"{word}, Civil Affairs" if word.isascii() else f"{word} 民政局 垃圾分类督导")
    assert quick.value("kind") == kind


@pytest.mark.parametrize("text", ["任务重人手少", "民政局 周五前 任务分解完", "工作机制不顺"])
def test_a_word_within_others_is_no_kind(text: str) -> None:
    assert read(text).value("kind") == ""


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("情况说明", "RPT"),
        ("报名表", "FRM"),
        ("巡查记录本", "LDG"),
        ("群接龙", "CHK"),
        ("签责任书", "PLG"),
        ("党报征订", "SUB"),
        ("满意度问卷", "SRV"),
        ("household survey", "SRV"),
        ("news brief", "PUB"),
    ],
)
def test_so_are_other_names_of_everyday(word: str, kind: str) -> None:
    text = f"{word}, Civil Affairs, step-free doors" if word.isascii() else f"{word} 民政局 无障碍门"
    quick = read(text)
    assert (quick.value("kind"), quick.title) == (kind, "step-free doors" if word.isascii() else "无障碍门")


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("周五前 照片 洗出来", "", "照片 洗出来"),
        ("名单 贴门口", "", "名单 贴门口"),
        ("周五前 承诺书 复印两份", "", "承诺书 复印两份"),
        ("周五前 记录本 买五本", "", "记录本 买五本"),
        ("信息 发到群里", "", "信息 发到群里"),
        # A unit asks for it, or something else follows.
        ("周五前 民政局 照片 挂灯笼人家", "TRC", "挂灯笼人家"),
        ("周五前 照片 挂点干部走访", "TRC", "挂点干部走访"),
        ("周五前 台账 改厕户", "LDG", "改厕户"),
        ("周五前 名单 换届选举", "FRM", "换届选举"),
    ],
)
def test_a_thing_that_is_only_dealt_with_is_handed_in_to_nobody(text: str, kind: str, title: str) -> None:
    quick = read(text)
    assert (quick.value("kind"), quick.title) == (kind, title)
