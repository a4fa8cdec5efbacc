"""What a notice asks for again and again is called by the paper that it names for it."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import Notice, read_notice

HEADING = "关于开展冬季火灾隐患排查工作的通知"


def read(asks: str) -> Notice:
    text = f"{HEADING}\n各社区：\n请立即开展冬季火灾隐患排查。{asks}\n应急办\n2026年11月27日"
    return read_notice(text, shipped_words(), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("asks", "title"),
    [
        ("每日17时前报送《火灾隐患排查情况日报表》，附现场照片。", "火灾隐患排查情况日报表"),
        ("每日17时前报送火灾隐患排查情况日报表，附现场照片。", "火灾隐患排查情况日报表"),
        ("每周五前填报当周隐患整改台账。", "隐患整改台账"),
        ("每日17时前报送情况统计表。", HEADING),
        ("每日17时前报送排查情况。", HEADING),
        ("12月5日前报送《火灾隐患排查情况汇总表》。", HEADING),
    ],
)
def test_what_recurs_is_called_by_its_paper(asks: str, title: str) -> None:
    read_title = read(asks).title
    assert read_title is not None
    assert read_title.value == title
