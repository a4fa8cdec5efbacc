"""The title of a typed line is what is left of it, word for word."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("把会议室的投影仪修好 周五", "把会议室的投影仪修好"),
        ("周五前把仓库钥匙还回去 @周敏", "把仓库钥匙还回去"),
        ("民政局 周五前 把高龄津贴名单核一遍", "把高龄津贴名单核一遍"),
        ("将旧桌椅搬走 周五", "将旧桌椅搬走"),
        # Whose verb is read as well says nothing more.
        ("请于12月3日17点前把名单报民政局", "名单"),
        ("周五前 把高龄津贴名单报送民政局", "高龄津贴名单"),
        ("把高龄津贴名单交给民政局 周五前", "高龄津贴名单"),
        ("把维保记录收齐送民政局 周五前", "把维保记录收齐"),
        ("火把节名单报民政局 周五前", "火把节名单"),
    ],
)
def test_a_verb_in_front_of_its_thing_stays_with_it(text: str, title: str) -> None:
    assert read_quick(text, shipped_words(), TODAY).title == title


@pytest.mark.parametrize(
    ("text", "page", "register"),
    [
        ("镇发〔2026〕7号 存档 @周敏", "task", "task"),
        ("区政办函[2026]31号 存档", "task", "task"),
        ("存档 @周敏", "task", "certificate"),
        ("王芳 存档 镇发〔2026〕7号", "certificate", "certificate"),
    ],
)
def test_a_paper_with_its_number_is_no_request_for_a_stamp(text: str, page: str, register: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY, page=page)
    assert quick.register == register
    if register == "task":
        assert quick.title == text.removesuffix(" @周敏")
