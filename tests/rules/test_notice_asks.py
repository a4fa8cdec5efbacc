"""What a notice asks for: told where it is sure, silent else."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tests.rules.notice_ask_lines import asking

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.notice.unbroken import unbroken

TODAY = date(2026, 11, 24)


def asked(text: str) -> list[str]:
    """The codes of what that notice asks for."""
    return sorted({one.code for one in read_notice(text, shipped_words(), TODAY).asks})


def test_what_is_asked_in_passing_and_what_is_not() -> None:
    """Learnt from as well, so this says that nothing broke; of the open sets `test_notice_likely` says so."""
    counted: Counter[str] = Counter()
    for wanted, text in asking():
        told = set(asked(text))
        counted["asked"] += len(wanted)
        counted["told"] += len(told & set(wanted))
        counted["too much"] += bool(told - set(wanted))
        counted["texts"] += 1
    assert counted["told"] >= 0.9 * counted["asked"]
    assert counted["too much"] <= 0.01 * counted["texts"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("各社区：入户走访不拍照、不签到，走访情况表12月3日前报社事办。", "photo"),
        ("本次活动自愿参加，居民可拍照上传，社区不作要求。", "photo"),
        ("由物业公司负责巡查，每日打卡并上传照片。", "check_in"),
        ("责任状今年不再签订，请各村知悉。", "pledge"),
        ("Photos are not needed this time; only the list by 3 December.", "photo"),
    ],
)
def test_what_is_denied_or_left_to_others_is_not_told(text: str, code: str) -> None:
    assert code not in asked(text)


def test_what_the_words_of_the_flags_ask_outright_is_told_as_well() -> None:
    text = (
        "关于报送独居老人情况的通知\n各社区：请于11月25日17:00前将独居老人名单（姓名、年龄、健康状况、子女情况、联系电话）"
        "报县民政局。每户拍照留痕，逾期未报的全县通报排名。\n收到请回复。"
    )
    assert asked(text) == ["form", "photo", "ranking"]


def test_what_is_tinted_of_a_comparison_ends_with_its_word() -> None:
    for text, words in (
        ("请于11月25日前将名单报民政局，逾期未报的全区通报排名。", "通报排名"),
        ("各村化解情况请于11月25日前报信访办，按完成率高低公布。", "按完成率高低公布"),
    ):
        asks = read_notice(text, shipped_words(), TODAY).asks
        assert [text[one.start : one.end] for one in asks if one.code == "ranking"] == [words]


def test_a_text_broken_where_its_lines_were_full_is_read_as_it_flows() -> None:
    text = "消防大队提示：请各社区督促九\n小场所签订安全责\n任书并统一收好，12月5日\n前交到所里"
    assert asked(text) == ["pledge"]
    (one,) = read_notice(text, shipped_words(), TODAY).asks
    assert text[one.start : one.end] == "签订安全责\n任书"


def test_lines_that_a_margin_broke_are_read_as_they_flow() -> None:
    text = (
        "消防部门要求沿街商铺全部落实安全措施社\n区干部逐户上门并与每一户签订消防安全责\n"
        "任书统一收齐后交到街道应急办不要遗漏任\n何一户，谢谢"
    )
    assert "\n" not in unbroken(text).text
    (one,) = read_notice(text, shipped_words(), TODAY).asks
    assert "责\n任书" in text[one.start : one.end]


def test_names_in_equal_lines_are_not_run_together() -> None:
    text = "请报以下名单：\n独居老人名单\n困难残疾名单\n失独家庭名单\n优抚对象名单"
    assert unbroken(text).text == text


def test_a_column_is_no_burden_of_its_own() -> None:
    text = "请填活动统计表（活动名称、参加人数、会议次数、照片张数），12月3日前报"
    assert asked(text) == ["form"]
    assert len(read_notice(text, shipped_words(), TODAY).columns) == 4
