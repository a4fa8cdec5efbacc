"""What moment a cell names."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from tests.domain.cells import TODAY, cells, moments

from mingbai.domain.reading import Unreadable, read_moment


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
