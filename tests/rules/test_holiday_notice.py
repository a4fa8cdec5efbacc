"""The yearly holiday notice read into days; the texts are written here in its style, for years of our own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.holiday import HolidayKind
from mingbai.domain.words import Mistake
from mingbai.rules.holiday_notice import HolidayNotice, read_holiday_notice

TITLE = "关于2027年部分节假日安排的通知\n"
YEAR = (
    "某某办公室" + TITLE + "各街道：现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期"
    "的具体安排通知如下。\n"
    "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n"
    "二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。\n"
    "三、清明节：4月5日（周一）放假。\n"
    "四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。\n"
    "五、端午节：6月9日（周三）放假，共1天。\n"
    "六、国庆节、中秋节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）和10月9日（周六）上班。\n"
    "节假日期间，请妥善安排好值班。\n某某办公室\n2026年11月3日\n"
)


def off(notice: HolidayNotice) -> list[date]:
    return [one.day for one in notice.days if one.kind is HolidayKind.HOLIDAY]


def worked(notice: HolidayNotice) -> list[date]:
    return [one.day for one in notice.days if one.kind is HolidayKind.WORKDAY]


def span(first: date, n: int) -> list[date]:
    return [first + timedelta(days=at) for at in range(n)]


def test_a_whole_notice() -> None:
    notice = read_holiday_notice(YEAR)
    assert notice.year == 2027
    assert len(off(notice)) == 3 + 7 + 1 + 5 + 1 + 7
    assert worked(notice) == [
        date(2027, 1, 31),
        date(2027, 2, 20),
        date(2027, 5, 8),
        date(2027, 9, 26),
        date(2027, 10, 9),
    ]
    assert notice.unread == ()
    named = {one.day: (one.name, one.name_en) for one in notice.days}
    assert named[date(2027, 1, 2)] == ("元旦", "New Year's Day")
    assert named[date(2027, 2, 20)] == ("春节调休上班", "Make-up working day (Spring Festival)")
    assert named[date(2027, 10, 4)] == ("国庆节、中秋节", "National Day and Mid-Autumn Festival")
    assert {one.source for one in notice.days} == {"《某某办公室关于2027年部分节假日安排的通知》"}


@pytest.mark.parametrize(
    ("said", "days", "working"),
    [
        ("元旦：1月1日放假。", span(date(2027, 1, 1), 1), []),
        ("元旦：1月1日（星期五）放假，与周末连休。", span(date(2027, 1, 1), 1), []),
        ("元旦：１月１日（周五）至３日（周日）放假，共３天。", span(date(2027, 1, 1), 3), []),
        ("元旦 ：1 月 1 日 （周五）\n至 3\n日放 假 ，共 3 天", span(date(2027, 1, 1), 3), []),
        ("元旦:1月1日(周五)-1月3日(周日)放假共3天", span(date(2027, 1, 1), 3), []),
        ("元旦：1月1日～3日放假。", span(date(2027, 1, 1), 3), []),
        ("劳动节：4月30日至5月4日放假调休，共5天。", span(date(2027, 4, 30), 5), []),
        ("端午节：六月九日至十一日放假，共三天。", span(date(2027, 6, 9), 3), []),
        ("清明节：4月3日、5日放假，共2天。", [date(2027, 4, 3), date(2027, 4, 5)], []),
        ("清明节：4月4日（周日）放假，4月5日（周一）补休。", span(date(2027, 4, 4), 2), []),
        # Over New Year: the year before unless it says, or its weekdays say, the year after.
        ("元旦：12月31日至1月2日放假，共3天。", span(date(2026, 12, 31), 3), []),
        ("元旦：2026年12月31日至2027年1月2日放假，共3天。", span(date(2026, 12, 31), 3), []),
        ("元旦：2026年12月31日（周四）至1月2日放假。", span(date(2026, 12, 31), 3), []),
        ("元旦：12月31日至次年1月2日放假，共3天。", span(date(2027, 12, 31), 3), []),
        ("元旦：12月31日（周五）至1月2日（周日）放假。", span(date(2027, 12, 31), 3), []),
        ("元旦：1月1日放假。12月27日（周日）上班。", span(date(2027, 1, 1), 1), [date(2026, 12, 27)]),
        (
            "春节：2月5日放假。1月31日（周日）、2月20日（周六）、2月21日（周日）上班。",
            [date(2027, 2, 5)],
            [date(2027, 1, 31), date(2027, 2, 20), date(2027, 2, 21)],
        ),
        (
            "春节：2月5日放假。1月31日，2月20日以及21日正常上班。",
            [date(2027, 2, 5)],
            [date(2027, 1, 31), date(2027, 2, 20), date(2027, 2, 21)],
        ),
    ],
)
def test_ways_of_saying_it(said: str, days: list[date], working: list[date]) -> None:
    notice = read_holiday_notice(TITLE + said)
    assert (off(notice), worked(notice)) == (days, working)
    assert notice.unread == ()


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("", "没有可读的文字"),
        (" \n\t　", "没有可读的文字"),
        ("一" * 20_001, "文字太长"),
        (TITLE + "请做好值班工作。", "没有读到"),
        ("关于召开会议的通知：1月5日上午开会。", "没有读到"),
        ("元旦：1月1日放假。", "没有写是哪一年"),
        (TITLE + "关于2028年部分节假日安排的通知：1月1日放假。", "2027 年和 2028 年"),
        (TITLE + "元旦：1月1日（周四）放假。", "2027年1月1日是周五，通知里写的是“1月1日(周四)”"),
        (TITLE + "元旦：1月1日（周五）至3日（周六）放假。", "2027年1月3日是周日"),
        (TITLE + "春节：2月5日放假。2月20日（周日）上班。", "2027年2月20日是周六"),
        (TITLE + "元旦：2月30日放假。", "不是日历上有的日子"),
        (TITLE + "元旦：13月1日放假。", "不是日历上有的日子"),
        (TITLE + "元旦：1月3日至1日放假。", "前后颠倒"),
        (TITLE + "元旦：1月1日至3月1日放假。", "前后颠倒或太长"),
        (TITLE + "元旦：1月1日至3日放假，共4天。", "共 4 天，按起止日子是 3 天"),
        (TITLE + "元旦：1月1日放假。1月5日上班。", "2027年1月5日是周二，本来就上班"),
        (TITLE + "元旦：1月1日至3日放假。1月3日上班。", "2027年1月3日既写了放假又写了上班"),
    ],
)
def test_what_cannot_be_relied_on_is_refused(text: str, zh: str) -> None:
    with pytest.raises(Mistake) as told:
        read_holiday_notice(text)
    assert zh in told.value.words.zh
    assert told.value.words.en.isascii() or "“" in told.value.words.en


def test_the_year_may_stand_with_the_days_alone() -> None:
    assert read_holiday_notice("元旦：2027年1月1日（周五）放假。").year == 2027


def test_a_day_of_which_nothing_is_arranged_is_told() -> None:
    text = TITLE + "春节：2月6日至7日放假。鼓励结合休假制度，在除夕（2月5日）休息。\n2026年11月3日"
    assert read_holiday_notice(text).unread == (date(2027, 2, 5),)


@given(st.text("1239年月日至、，（）周五上班放假共天元旦：次。", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for before in ("", TITLE):
        try:
            notice = read_holiday_notice(before + text)
        except Mistake:
            continue
        assert notice.days
