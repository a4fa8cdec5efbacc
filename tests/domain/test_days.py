"""What day a cell names."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.domain.cells import TODAY, cells, days

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.reading import Unreadable, read_date
from mingbai.domain.words import Mistake


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


def test_the_sentence_quotes_the_cell_and_says_what_would_be_right() -> None:
    with pytest.raises(Unreadable) as caught:
        read_date("待定", today=TODAY)
    assert isinstance(caught.value, Mistake)
    assert caught.value.words.zh == "“待定”看不出是哪一天，请写成 11月22日。"
    assert caught.value.words.en == "“待定” is no date we can read; write it as 22 Nov."
