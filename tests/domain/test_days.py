"""What day and what moment a cell names."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.reading import Unreadable, read_date, read_moment
from mingbai.domain.words import Mistake

TODAY = date(2026, 11, 18)  # a Wednesday
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda at: at.replace(microsecond=0))
cells = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.decimals(), st.dates(), st.datetimes()),
    st.text(),
    st.text("0123456789./-年月日号时点分:周上下 半apm", max_size=14),
)


# --- Days --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019/4/25 9:32:09", date(2019, 4, 25)),
        ("2017.03.02", date(2017, 3, 2)),
        ("2018.2.7", date(2018, 2, 7)),
        ("2018年2.7", date(2018, 2, 7)),
        ("2018年 2月 7日", date(2018, 2, 7)),
        ("２０２６年１１月２２日", date(2026, 11, 22)),
        ("二〇二六年十一月二十二日", date(2026, 11, 22)),
        ("2026-11-22T09:00:00", date(2026, 11, 22)),
        ("\t2018.2.7", date(2018, 2, 7)),
        ("'2018.2.7", date(2018, 2, 7)),
        ("：2018.2.7。", date(2018, 2, 7)),
        ("2018—2—7", date(2018, 2, 7)),
        ("2026-11-22（周日）", date(2026, 11, 22)),
        ("2026年11月22日 星期天 9:00", date(2026, 11, 22)),
        ("23年3月5日", date(2023, 3, 5)),
        ("98年3月5日", date(1998, 3, 5)),
        (20220316, date(2022, 3, 16)),
        (20220316.0, date(2022, 3, 16)),
        (Decimal(20220316), date(2022, 3, 16)),
        ("20220316", date(2022, 3, 16)),
        ("20220316093209", date(2022, 3, 16)),
        (44911, date(2022, 12, 16)),
        (44911.4, date(2022, 12, 16)),
        ("44911", date(2022, 12, 16)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 23, 59, 59), date(2026, 11, 22)),
        ("22/11/2026", date(2026, 11, 22)),
        ("11/22/2026", date(2026, 11, 22)),
        ("5.5.2026", date(2026, 5, 5)),
        ("22 Nov 2026", date(2026, 11, 22)),
        ("22-Nov-2026", date(2026, 11, 22)),
        ("November 22nd, 2026", date(2026, 11, 22)),
        ("Sun, 22 Nov 2026", date(2026, 11, 22)),
        ("the 22nd of November 2026".removeprefix("the "), date(2026, 11, 22)),
    ],
)
def test_a_full_date_is_read_in_every_form_met(value: object, day: date) -> None:
    assert read_date(value, today=TODAY) == day


def test_a_day_as_the_program_writes_it_needs_no_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page asks for such days only, and the patterns of all forms take longer to make than it."""
    monkeypatch.delattr("mingbai.domain.days._FORMS")
    assert read_date("2026-11-24", today=TODAY) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("3月24", (3, 24)),
        ("3月31号", (3, 31)),
        ("十二月三日", (12, 3)),
        ("3.5", (3, 5)),
        ("3。5", (3, 5)),
        ("3-5", (3, 5)),
        ("3/5", (3, 5)),
        ("0305", (3, 5)),
        ("4.18", (4, 18)),
        (4.18, (4, 18)),
        (Decimal("4.10"), (4, 10)),
        (4.5, (4, 5)),
        (2.3, (2, 3)),
        ("Nov 22", (11, 22)),
        ("22 November", (11, 22)),
        ("Sept. 3rd", (9, 3)),
    ],
)
def test_a_month_and_a_day_take_the_given_year(value: object, day: tuple[int, int]) -> None:
    assert read_date(value, today=TODAY, year=2018) == date(2018, *day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11.1", date(2026, 11, 1)),
        ("6-1", date(2026, 6, 1)),
        ("3月5日", date(2027, 3, 5)),
        ("1.1", date(2027, 1, 1)),
        ("12月31日", date(2026, 12, 31)),
    ],
)
def test_without_any_year_a_date_lies_nearest_to_today(text: str, day: date) -> None:
    assert read_date(text, today=TODAY) == day


def test_a_leap_day_is_read_only_where_a_near_year_has_one() -> None:
    assert read_date("2月29日", today=date(2027, 12, 1)) == date(2028, 2, 29)
    with pytest.raises(Unreadable, match="no calendar has"):
        read_date("2月29日", today=TODAY)
    with pytest.raises(Unreadable, match="no calendar has"):
        read_date("2月29日", today=date(2027, 12, 1), year=2027)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[
            ("大前天", 15),
            ("前天", 16),
            ("昨天", 17),
            ("今天", 18),
            ("明天", 19),
            ("后天", 20),
            ("大后天", 21),
        ],
        *[("today", 18), ("yesterday", 17), ("Tomorrow", 19), ("the day after tomorrow", 20)],
        *[("上周五", 13), ("上上周五", 6), ("本周三", 18), ("这周日", 22), ("下周一", 23), ("下周日", 29)],
        *[("周五", 20), ("周一", 16), ("星期天", 22), ("礼拜六", 21), ("上个星期五", 13), ("下个周一", 23)],
        *[("Friday", 20), ("this Mon", 16), ("last Friday", 13), ("last Sunday", 15)],
    ],
)
def test_words_for_days_are_seen_from_today(text: str, day: int) -> None:
    assert read_date(text, today=TODAY) == date(2026, 11, day)


@pytest.mark.parametrize(
    ("text", "today"), [("next Friday", TODAY), ("last Tuesday", TODAY), ("last Friday", date(2026, 11, 22))]
)
def test_last_and_next_are_not_guessed_where_two_weeks_are_meant(text: str, today: date) -> None:
    with pytest.raises(Unreadable, match="either of two weeks"):
        read_date(text, today=today)


def test_next_is_read_where_both_ways_of_counting_agree() -> None:
    assert read_date("next Friday", today=date(2026, 11, 20)) == date(2026, 11, 27)
    assert read_date("next Monday", today=TODAY) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "value",
    [
        *[
            "2026-11-229:30",
            "3.59:30",
            "待定",
            "4月底之前",
            "月底",
            "11月25日前",
            "4.19-4.25",
            "2021.4.19-4.25",
            "3月24-26日",
            "2018.4-5",
            "2018年4-5",
        ],
        *[
            "2018/02/07-2018/03/01",
            "2018.2.7、2018.2.9",
            "2018.2.7后按实结算",
            "约3月5日",
            "三月三",
            "农历三月五日",
        ],
        *["2月30日", "2026-02-30", "2026-13-01", "13-5", "22/11", "0229", "20260230", 20260230, "30/2/2026"],
        *["3/4/2026", "18.2.7", "04/25/19", "220316", "2026", "202611", "11月", "2018年02月", "Nov 2026"],
        *["1899-12-31", "2200-1-1", date(1899, 12, 31), datetime(2200, 1, 1), 18991231],
        *[
            4.1,
            4.2,
            4.3,
            10.1,
            2018.02,
            305,
            1122,
            0,
            -1,
            12345,
            20226,
            90000,
            4.185,
            float("nan"),
            float("inf"),
        ],
        *[
            "12345",
            "20226",
            "13800138000",
            "430102199001011234",
            "3.5小时",
            "3.5%",
            "3-5 9",
            "4.18万",
            "F26-8108030",
        ],
        *[
            "2026-11-22 周一",
            "Mon, 22 Nov 2026",
            "2026-11-22T09:00:00Z",
            "2026-11-22 25:00",
            "2026-11-22 9:60",
        ],
        *["9:30", "下午3点半", True, None, "", "  ", "may", b"2026-11-22", time(9, 30)],
        *["十十月三日", "二百五十月", datetime(2026, 11, 22, tzinfo=UTC)],
    ],
)
def test_what_names_no_single_day_is_not_guessed(value: object) -> None:
    with pytest.raises(Unreadable):
        read_date(value, today=TODAY)


@pytest.mark.parametrize(
    "value",
    ["2018年02月", "2018-2", "2018.02", "2018/2", "201802", 2018.02, 2018.2, "Feb 2018", "2018年2月份"],
)
def test_a_month_is_its_first_day_only_where_that_is_welcome(value: object) -> None:
    assert read_date(value, today=TODAY, month_start=True) == date(2018, 2, 1)
    with pytest.raises(Unreadable, match=r"names a month|no date"):
        read_date(value, today=TODAY)


def test_a_month_that_may_have_lost_its_zero_is_not_guessed() -> None:
    with pytest.raises(Unreadable, match="lost a zero"):
        read_date(2018.1, today=TODAY, month_start=True)


@given(days)
@example(date(2000, 2, 29))
def test_a_day_reads_back_from_every_form_with_a_year(day: date) -> None:
    y, m, d = day.year, day.month, day.day
    name = MONTH_NAMES[m - 1]
    forms = [
        *[f"{y}-{m:02}-{d:02}", f"{y}/{m}/{d}", f"{y}.{m:02}.{d:02}", f"{y}.{m}.{d}", f"{y}{m:02}{d:02}"],
        *[f"{y}年{m}月{d}日", f"{y}年{m:02}月{d:02}号", f"{y}年{m}月{d}", f"\t{y} 年 {m} 月 {d} 日 "],
        *[f"{y}/{m}/{d} 9:05:00", f"{y}-{m:02}-{d:02}T23:59:59", f"{y}年{m}月{d}日下午3点半"],
        *[f"{d} {name} {y}", f"{name[:3]} {d}, {y}", f"{d}-{name[:3]}-{y}", f"{day:%Y-%m-%d} 周{'一二三四五六日'[day.weekday()]}"],
        *[f"{y}年{m}月{d}日".translate(str.maketrans("0123456789", "０１２３４５６７８９")), day, int(f"{day:%Y%m%d}")],
    ]  # fmt: skip
    assert [form for form in forms if read_date(form, today=TODAY) != day] == []


@given(days)
@example(date(2028, 2, 29))
def test_a_day_reads_back_from_every_form_with_the_year_given(day: date) -> None:
    m, d = day.month, day.day
    name = MONTH_NAMES[m - 1]
    forms = [
        f"{m}月{d}",
        f"{m}月{d}号",
        f"{m}.{d}",
        f"{m}-{d:02}",
        f"{m}/{d}",
        f"{m:02}{d:02}",
        f"{name} {d}",
    ]
    assert [form for form in forms if read_date(form, today=TODAY, year=day.year) != day] == []


@given(st.dates(date(1990, 1, 1), date(2080, 12, 31)), st.integers(-150, 150))
def test_a_typed_day_near_today_needs_no_year(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    assert read_date(f"{day.month}月{day.day}日", today=today) == day


@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)))
@example(date(2024, 4, 20))
def test_a_number_is_read_as_a_day_only_when_it_can_be_no_other(day: date) -> None:
    number = float(f"{day.month}.{day.day:02}")
    try:
        read = read_date(number, today=TODAY, year=2024)
    except Unreadable:
        # 4.20 arrives as 4.2; so does the number that means 2 April.
        assert day.day % 10 == 0
    else:
        assert read == day


@given(st.integers(21000, 79999))
def test_a_serial_is_its_days_since_1900(serial: int) -> None:
    day = date(1899, 12, 30) + timedelta(days=serial)
    assert read_date(serial, today=TODAY) == read_date(float(serial), today=TODAY) == day


@given(cells)
@example("4.18.")
@example("20")
def test_reading_a_day_gives_a_day_in_range_or_one_sentence(cell: object) -> None:
    try:
        day = read_date(cell, today=TODAY)
    except Unreadable as trouble:
        sentence = trouble.words.zh
    else:
        sentence = ""
        assert type(day) is date
        assert 1900 <= day.year <= 2199
    assert len(sentence) < 120
    assert "\n" not in sentence


# --- A day of this month -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[("28日", (11, 28)), ("28号", (11, 28)), ("二十八号", (11, 28)), ("5日", (11, 5))],
        *[("28日（周六）", (11, 28)), ("28号上午九点", (11, 28))],
        *[("本月28日", (11, 28)), ("这个月5号", (11, 5)), ("下月5日", (12, 5)), ("上月28日", (10, 28))],
        *[("28th", (11, 28)), ("the 28th", (11, 28)), ("Saturday the 28th", (11, 28))],
    ],
)
def test_a_day_without_its_month_is_in_this_one(text: str, day: tuple[int, int]) -> None:
    assert read_date(text, today=TODAY) == date(2026, *day)


@pytest.mark.parametrize(
    "text", ["31日", "28日 周五", "两日", "28", "28日至30日", "28号楼", "28th floor", "0日"]
)
def test_a_day_of_this_month_is_not_guessed(text: str) -> None:
    with pytest.raises(Unreadable):
        read_date(text, today=TODAY)


@pytest.mark.parametrize(
    "text", ["28日", "本月28日", "下月5日", "the 28th", "三天内", "月底", "本周内", "年底"]
)
def test_an_older_sheet_had_a_month_of_its_own(text: str) -> None:
    with pytest.raises(Unreadable):
        read_date(text, today=TODAY, year=2018, deadline=True)


# --- Deadlines ---------------------------------------------------------------------------------


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


# --- Moments -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2019/4/25 9:32:09", datetime(2019, 4, 25, 9, 32, 9)),
        ("2026-11-22T09:00:00.250", datetime(2026, 11, 22, 9)),
        ("2026-11-22 09:00+08:00", datetime(2026, 11, 22, 9)),
        ("2026年11月22日 9时5分", datetime(2026, 11, 22, 9, 5)),
        ("2026年11月22日9点05", datetime(2026, 11, 22, 9, 5)),
        ("2026年11月22日下午3时15分20秒", datetime(2026, 11, 22, 15, 15, 20)),
        ("2026.11.22", datetime(2026, 11, 22)),
        ("202611221430", datetime(2026, 11, 22, 14, 30)),
        ("20261122 143005", datetime(2026, 11, 22, 14, 30, 5)),
        ("11月22日24时", datetime(2026, 11, 23)),
        ("明天下午3点半", datetime(2026, 11, 19, 15, 30)),
        ("周五十点", datetime(2026, 11, 20, 10)),
        ("今晚8点一刻", datetime(2026, 11, 18, 20, 15)),
        ("明早9点整", datetime(2026, 11, 19, 9)),
        ("中午12点", datetime(2026, 11, 18, 12)),
        ("下午3点半", datetime(2026, 11, 18, 15, 30)),
        ("9:30", datetime(2026, 11, 18, 9, 30)),
        ("3pm", datetime(2026, 11, 18, 15)),
        ("tomorrow at 12:15 am", datetime(2026, 11, 19, 0, 15)),
        ("Nov 22, 2026 9:05 PM", datetime(2026, 11, 22, 21, 5)),
        (44911.5, datetime(2022, 12, 16, 12)),
        (44911.397326388889, datetime(2022, 12, 16, 9, 32, 9)),
        (44911.999999, datetime(2022, 12, 17)),
        (date(2026, 11, 22), datetime(2026, 11, 22)),
        (datetime(2026, 11, 22, 9, 32, 8, 999999), datetime(2026, 11, 22, 9, 32, 9)),
        (datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=8))), datetime(2026, 11, 22, 9)),
    ],
)
def test_a_moment_is_read_in_every_form_met(value: object, moment: datetime) -> None:
    assert read_moment(value, today=TODAY) == moment


@pytest.mark.parametrize(
    "text",
    [
        "晚上12点",
        "晚上1点",
        "夜里2点",
        "上午15点",
        "下午0点",
        "24:01",
        "9:5",
        "9",
        "下午3",
        "3:60",
        "中午9点",
        "13:00 am",
    ],
)
def test_a_time_that_could_be_another_is_not_guessed(text: str) -> None:
    for written in (text, f"2026-11-22 {text}"):
        with pytest.raises(Unreadable):
            read_moment(written, today=TODAY)


def test_a_time_alone_is_no_moment_in_an_older_sheet() -> None:
    with pytest.raises(Unreadable):
        read_moment("9:30", today=TODAY, year=2018)


@given(moments)
def test_a_moment_reads_back_from_every_form(moment: datetime) -> None:
    day = f"{moment.year}年{moment.month}月{moment.day}日"
    forms = [
        moment,
        moment.isoformat(),
        moment.isoformat(sep=" "),
        f"{moment.year}/{moment.month}/{moment.day} {moment.hour}:{moment:%M:%S}",
        f"{day} {moment.hour}时{moment.minute}分{moment.second}秒",
        f"{moment:%Y%m%d%H%M%S}",
        f"{moment:%d %b %Y %I:%M:%S %p}",
    ]
    assert [form for form in forms if read_moment(form, today=TODAY) != moment] == []


@given(moments.filter(lambda at: at.year > 1960 and at.year < 2110))
def test_a_serial_with_a_fraction_keeps_its_second(moment: datetime) -> None:
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)
    assert read_moment(serial, today=TODAY) == moment


@given(cells)
def test_reading_a_moment_gives_a_moment_or_one_sentence(cell: object) -> None:
    try:
        moment = read_moment(cell, today=TODAY)
    except Unreadable:
        return
    assert moment.tzinfo is None
    assert moment.microsecond == 0


def test_the_sentence_quotes_the_cell_and_says_what_would_be_right() -> None:
    with pytest.raises(Unreadable) as caught:
        read_date("待定", today=TODAY)
    assert isinstance(caught.value, Mistake)
    assert caught.value.words.zh == "“待定”看不出是哪一天，请写成 11月22日。"
    assert caught.value.words.en == "“待定” is no date we can read; write it as 22 Nov."
