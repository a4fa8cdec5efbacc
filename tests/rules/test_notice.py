"""Reading a pasted notice, by the notices of notice_lines.py."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.notice_lines import LINES
from tests.rules.notice_lines_2 import MORE
from tests.rules.notice_lines_3 import OTHERS

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.clause import cleaned
from mingbai.rules.notice.notice import Notice, read_notice

TODAY = date(2026, 11, 23)


def read(text: str, today: date = TODAY) -> Notice:
    """The notice as of a day, by the shipped lists."""
    return read_notice(text, shipped_words(), today)


def part(notice: Notice, name: str) -> object:
    """One part as the command line answers it."""
    if name == "columns":
        return [column.name for column in notice.columns]
    found = getattr(notice, name)
    if found is None:
        return None
    if name == "due_on":
        return found.value.isoformat()
    return found.value.code if name in ("period", "kind") else found.value


def offered(notice: Notice, wanted: dict[str, object]) -> dict[str, object]:
    """The day that is wanted, and its time, where it is one of those that are offered."""
    days = (one for one in notice.due_choices if one.day.isoformat() == wanted["due_on"])
    return next(({"due_on": one.day.isoformat(), "due_time": one.time} for one in days), {})


@pytest.mark.parametrize(
    ("text", "wanted"), LINES + MORE + OTHERS, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_a_notice_is_read_as_it_was_meant(text: str, wanted: dict[str, object]) -> None:
    notice = read(text)
    got = {name: part(notice, name) for name in wanted}
    if wanted.get("due_on") and notice.due_on is None:
        # Not sure enough to be told alone: then it is one of those that are offered.
        got |= {name: value for name, value in offered(notice, wanted).items() if name in wanted}
    assert got == wanted


def test_most_due_dates_are_sure_enough_to_be_told_alone() -> None:
    dated = [text for text, wanted in LINES + MORE + OTHERS if wanted.get("due_on")]
    alone = [text for text in dated if read(text).due_on is not None]
    assert len(alone) >= 0.8 * len(dated)


def test_each_part_names_the_words_it_was_read_from() -> None:
    text = "请各社区于11月27日17:00前将独居老人台账（姓名、年龄、电话）报社事办。"
    notice = read(text)
    assert notice.due_on is not None
    assert notice.department is not None
    assert [text[start:end] for start, end in notice.due_on.spans] == ["11月27日17:00前"]
    assert [text[start:end] for start, end in notice.department.spans] == ["社事办"]
    assert [text[column.start : column.end] for column in notice.columns] == ["姓名", "年龄", "电话"]


FOR = "Notice on winter checks\n\nAll villages,\n\nThe Town Office for {what} asks you to send the list by 4 December.\n\n{signed}\n26 November 2026"


@pytest.mark.parametrize(
    ("what", "signed", "unit"),
    [
        (
            "Flood and Drought Control",
            "Office for Flood and Drought Control",
            "Office for Flood and Drought Control",
        ),
        ("Rural Water Works", "Town Office for Rural Water Works", "Town Office for Rural Water Works"),
        ("Grain and Reserves", "Civil Affairs Bureau", "民政局"),
        ("the elderly", "General Office of East Bridge Subdistrict", "党政综合办公室"),
    ],
)
def test_an_office_is_named_with_what_it_is_for(what: str, signed: str, unit: str) -> None:
    notice = read(FOR.format(what=what, signed=signed))
    assert notice.department is not None
    assert notice.department.value == unit


@pytest.mark.parametrize("text", ["", " \n", "？", "收到", "[]", "a" * 300, "、" * 300, "12-" * 200])
def test_a_text_that_says_nothing_is_read_as_nothing(text: str) -> None:
    notice = read(text)
    assert notice.due_on is None
    assert notice.department is None
    assert notice.columns == ()


PIECES = [
    "13月45日",
    "2月30日",
    "2月29日前",
    "9999年12月31日",
    "0000年1月1日",
    "0日",
    "99:99",
    "24:60",
    "8点70分",
    "每月31日",
    "每月0日",
    "每周八",
    "每年2月30日",
    "每季度末月99日",
    "十十日",
    "〇月〇日",
    "三百个工作日内",
    "99个月内",
    "999小时内",
    "12-31",
    "1.1",
    "31/12",
    "Feb 30",
    "the 31st",
    "31st of next month",
    "within 99 weeks",
    "Nov 25-99",
    "每周一至周日",
    "从13月起",
    "自2月30日起",
    "2月29日至3月1日",
    "12月31日至1月2日",
    "9:00-8:00",
    "②月③日",
    "①、",
    "Ⅷ月",
    "前",
    "后",
    "内",
    "起",
    "至",
    "—",
    "每",
    "、",
    "，",
    "。",
    "\n",
    "（",
    "）",
    "：",
    " ",
    "民政局",
    "各村",
    "报",
    "会议",
    "姓名、电话、住址",
    "by",
    "on",
    "every",
    "monthly",
    "İ",
    "ß",
    "ﬁ",
    "王丽 2026-02-30 09:00",
    "2026-11-20 09:30 李",
    "１１月２８日前",
    "１７：００",
    "于",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from([TODAY, date(2027, 1, 31), date(2028, 2, 29), date(2199, 12, 31), date(1900, 1, 1)]),
)
def test_no_text_breaks_the_reader_and_no_day_lies_behind(text: str, today: date) -> None:
    notice = read(text, today)
    if notice.due_on is not None:
        assert notice.due_on.value >= today
    for found in (notice.title, notice.department, notice.due_on, notice.due_time, notice.period):
        assert all(0 <= start <= end <= len(text) for start, end in (found.spans if found else ()))


@pytest.mark.parametrize("sign", ["1", "一"])
def test_numbers_without_end_take_no_longer_than_many_short_ones(sign: str) -> None:
    def spent(text: str) -> float:
        began = time.perf_counter()
        read(text)
        return time.perf_counter() - began

    many = min(spent(f"{sign}，" * 10_000) for _ in range(2))
    assert min(spent(sign * 20_000) for _ in range(2)) < 4 * many


@pytest.mark.parametrize(
    "address", ["All communities: please", "To all villages:", "All villages and grids, please"]
)
def test_whom_an_english_notice_speaks_to_is_no_part_of_its_title(address: str) -> None:
    notice = read(f"{address} prepare winter posters.\nKindly reply when done.")
    assert part(notice, "title") == "Prepare winter posters"


def test_an_address_is_no_beginning_of_a_sentence() -> None:
    assert cleaned("https://example.org/form") == "https://example.org/form"
    assert cleaned("weekly report") == "Weekly report"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "**Second notice about the residents aged 80 and over**. To each community: please submit the list by 8 December.",
            "Second notice about the residents aged 80 and over",
        ),
        (
            "Notice on the winter inspection To all communities: please submit the list by 8 December.",
            "Notice on the winter inspection",
        ),
        (
            "To each community: the list of residents aged 80 and over** is due by 8 December.",
            "The list of residents aged 80 and over",
        ),
    ],
)
def test_neither_marks_nor_who_is_addressed_belong_to_a_title(text: str, title: str) -> None:
    found = read(text, TODAY).title
    assert found is not None
    assert found.value == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "西溪镇人民政府文件\n西政〔2026〕12号\n西溪镇人民政府关于开展地质灾害隐患点\n巡查值守的通知\n各村：\n自12月1日起至12月20日，"
            "每日17:00前报送当日情况。\n西溪镇人民政府\n2026年11月27日",
            "关于开展地质灾害隐患点巡查值守的通知",
        ),
        (
            "西溪镇应急管理办公室\n西应急〔2026〕3号\n地质灾害“零报告”工作提示\n各村：\n自12月1日起至12月20日，每日17:00前报送当日情况。",
            "地质灾害“零报告”工作提示",
        ),
        (
            "各村：为切实做好地质灾害防范工作，自12月1日起至12月20日，每日17:00前在群里报送当日巡查情况。",
            "地质灾害防范：在群里报送当日巡查情况",
        ),
        (
            "关于做好地质灾害防范的紧急通知各村：自12月1日起至12月20日，每日17:00前在群里报送当日情况。",
            "关于做好地质灾害防范的紧急通知",
        ),
    ],
)
def test_a_return_is_called_by_its_subject(text: str, title: str) -> None:
    read = read_notice(text, shipped_words(), date(2026, 11, 27)).title
    assert read is not None
    assert read.value == title
