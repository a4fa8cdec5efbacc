"""What day and hour a deadline names."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.cells import TODAY, cells, days

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.reading import Unreadable, read_date, read_moment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[("周五", (11, 20)), ("星期五", (11, 20)), ("Friday", (11, 20)), ("周三", (11, 18))],
        *[("周一", (11, 23)), ("Monday", (11, 23)), ("本周一", (11, 16)), ("这周一", (11, 16))],
        *[("this Monday", (11, 16)), ("下周一", (11, 23)), ("28日", (11, 28)), ("5日", (12, 5))],
        *[("本月5日", (11, 5)), ("by the 5th", (12, 5)), ("周五前", (11, 20)), ("周五之前", (11, 20))],
        *[("周五以前", (11, 20)), ("周五截止", (11, 20)), ("截至周五", (11, 20)), ("周五止", (11, 20))],
        *[("11月25日前", (11, 25)), ("请于11月25日前报送", (11, 25)), ("11月25日（周三）前", (11, 25))],
        *[("11月25日17:00前", (11, 25)), ("周五下班前", (11, 20)), ("截止：11月25日", (11, 25))],
        *[("by Friday", (11, 20)), ("before Nov 25", (11, 25)), ("until 25 Nov 2026", (11, 25))],
        *[("no later than Friday", (11, 20)), ("Friday at the latest", (11, 20))],
        *[("三天内", (11, 21)), ("3日内", (11, 21)), ("十天之内", (11, 28)), ("两日内", (11, 20))],
        *[("一周内", (11, 25)), ("两个星期内", (12, 2)), ("in 3 days", (11, 21)), ("in two weeks", (12, 2))],
        *[("within three days", (11, 21)), ("本周内", (11, 22)), ("this week", (11, 22))],
        *[("下周内", (11, 29)), ("月底", (11, 30)), ("月底前", (11, 30)), ("月末", (11, 30))],
        *[("本月底", (11, 30)), ("下月底", (12, 31)), ("下个月底之前", (12, 31)), ("本月内", (11, 30))],
        *[("年底", (12, 31)), ("今年底前", (12, 31)), ("季度末", (12, 31)), ("12月底", (12, 31))],
        *[("end of month", (11, 30)), ("by the end of the month", (11, 30)), ("end of next month", (12, 31))],
        *[("end of November", (11, 30)), ("end of year", (12, 31))],
        *[("明天上午九点", (11, 19)), ("2026-11-22 9:00", (11, 22)), ("今天", (11, 18))],
    ],
)
def test_a_deadline_is_read_as_people_type_it(text: str, day: tuple[int, int]) -> None:
    assert read_date(text, today=TODAY, deadline=True) == date(2026, *day)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("明天上午九点", datetime(2026, 11, 19, 9)),
        ("周五下午五点半前", datetime(2026, 11, 20, 17, 30)),
        ("11月25日17:00前", datetime(2026, 11, 25, 17)),
        ("下午5点前", datetime(2026, 11, 18, 17)),
        ("by 5pm", datetime(2026, 11, 18, 17)),
        ("三天内", datetime(2026, 11, 21)),
        ("周一九点钟", datetime(2026, 11, 23, 9)),
        *(
            (said, datetime(2026, 11, 18, 20))
            for said in ("晚8点", "晚上8点前", "截至晚8点", "最晚晚上8点", "不晚于晚八点")
        ),
        *(
            (said, datetime(2026, 11, 18, 8))
            for said in ("早8点前", "最晚8点", "不晚于8点", "8 in the morning")
        ),
        *((said, datetime(2026, 11, 18, 12)) for said in ("中午前", "正午", "noon", "by noon", "12 pm")),
        ("凌晨2点前", datetime(2026, 11, 18, 2)),
        ("傍晚6点前", datetime(2026, 11, 18, 18)),
        ("by 8 in the evening", datetime(2026, 11, 18, 20)),
        ("8:30 at night", datetime(2026, 11, 18, 20, 30)),
        ("tomorrow at 3 in the afternoon", datetime(2026, 11, 19, 15)),
        ("28 Nov, 8 o'clock in the evening", datetime(2026, 11, 28, 20)),
    ],
)
def test_a_deadline_keeps_its_hour(text: str, moment: datetime) -> None:
    assert read_moment(text, today=TODAY, deadline=True) == moment


@pytest.mark.parametrize(
    "text",
    [
        "12月上旬",
        "待定",
        "尽快",
        "三天前",
        "3天",
        "两日",
        "31日前",
        "前",
        "内",
        "by",
        "11月内",
        "月",
        "底",
        "11月24-26日前",
    ],
)
def test_an_unclear_deadline_is_not_guessed(text: str) -> None:
    for deadline in (True, False):
        with pytest.raises(Unreadable):
            read_date(text, today=TODAY, deadline=deadline)


@pytest.mark.parametrize(
    "text", ["周五前", "by Friday", "三天内", "in 3 days", "本周内", "年底", "4月底之前", "本月内"]
)
def test_elsewhere_no_deadline_is_understood(text: str) -> None:
    with pytest.raises(Unreadable):
        read_date(text, today=TODAY)


@pytest.mark.parametrize("text", ["5个工作日内", "三个工作日", "within 5 working days", "2 business days"])
def test_working_days_ask_for_the_day_itself(text: str) -> None:
    for deadline in (True, False):
        with pytest.raises(Unreadable, match="write the day itself") as caught:
            read_date(text, today=TODAY, deadline=deadline)
        assert "请写出是哪一天，如 11月22日" in caught.value.words.zh


@given(days, st.integers(0, 6))
def test_a_weekday_as_a_deadline_is_never_behind_us(today: date, weekday: int) -> None:
    for text in (
        f"周{'一二三四五六日'[weekday]}",
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[weekday],
    ):
        if today > date(2199, 12, 20):
            return
        day = read_date(text, today=today, deadline=True)
        assert day.weekday() == weekday
        assert timedelta() <= day - today <= timedelta(days=6)


@given(days)
def test_the_end_of_a_month_is_followed_by_a_first(today: date) -> None:
    if today > date(2199, 10, 1):
        return
    for text, months in (("月底", 0), ("下月底前", 1), ("end of the month", 0), ("end of next month", 1)):
        end = read_date(text, today=today, deadline=True)
        assert (end + timedelta(days=1)).day == 1
        assert (end.year * 12 + end.month) - (today.year * 12 + today.month) == months


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_whole_date_is_the_same_as_a_deadline(day: date) -> None:
    whole = [
        f"{day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
    ]
    written = [f"{before}{text}{after}" for text in whole for before, after in _AROUND]
    assert {read_date(text, today=TODAY, deadline=True) for text in written} == {day}


_AROUND = [
    ("", ""),
    ("", "前"),
    ("", "之前"),
    ("", "以前"),
    ("", "止"),
    ("截至", ""),
    ("by ", ""),
    ("until ", ""),
]


@given(cells, st.sampled_from(["", "前", "内", "底", "天内", "日内", "个月内", "by "]))
def test_reading_a_deadline_gives_a_day_in_range_or_one_sentence(cell: object, mark: str) -> None:
    given_cell = f"{cell}{mark}" if isinstance(cell, str) else cell
    try:
        day = read_date(given_cell, today=TODAY, deadline=True)
        moment = read_moment(given_cell, today=TODAY, deadline=True)
    except Unreadable:
        return
    assert 1900 <= day.year <= 2199
    assert moment.tzinfo is None
