"""What people type or paste into cells, days aside."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.reading import (
    Unreadable,
    read_decimal,
    read_integer,
    read_list,
    read_minutes,
    read_time,
    read_yes_no,
)

cells = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.decimals(), st.dates(), st.datetimes()),
    st.text(),
    st.text("0123456789.,:-个半小时分刻钟hm 万元亿%、；是否", max_size=14),
)


def test_a_long_cell_is_quoted_short_and_braces_do_no_harm() -> None:
    with pytest.raises(Unreadable) as caught:
        read_decimal("{0}{x}\n" + "很长" * 500)
    assert caught.value.given == "{0}{x} " + "很长" * 8 + "很…"
    assert caught.value.given in caught.value.words.zh


# --- Yes or no ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", ["是", "有", "对", "√", "✔️", "Ｙ", "yes", "TRUE", "1", 1, 1.0, True, "已", "是。"]
)
def test_yes(value: object) -> None:
    assert read_yes_no(value) is True


@pytest.mark.parametrize(
    "value", ["否", "无", "没有", "不", "×", "X", "n", "No", "false", "0", 0, 0.0, False, "未"]
)
def test_no(value: object) -> None:
    assert read_yes_no(value) is False


@pytest.mark.parametrize(
    "value", ["不详", "待定", "是否", "有/无", 2, "", None, "/", "是吗", "yes and no", float("nan")]
)
def test_neither_yes_nor_no(value: object) -> None:
    with pytest.raises(Unreadable, match="neither"):
        read_yes_no(value)


# --- Numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1,576.73", "1576.73"),
        ("１，５７６．７３", "1576.73"),
        ("3000万", "30000000"),
        ("185.74万元", "1857400"),
        ("1.5亿元", "150000000"),
        ("¥12 元整", "12"),
        ("-3.50", "-3.50"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("12人次", "12"),
        (12.1, "12.1"),
        (12.0, "12"),
        (7, "7"),
        (Decimal("1.10"), "1.10"),
    ],
)
def test_an_amount_is_read_to_its_exact_value(value: object, number: str) -> None:
    read = read_decimal(value)
    assert read == Decimal(number)
    assert "E" not in str(read)


@pytest.mark.parametrize(
    "value",
    [
        *[
            "约5",
            "近百",
            "5左右",
            "5余",
            "三万",
            "1,23",
            "12,34.5",
            "1e5",
            "3-5",
            "(1,234)",
            "12.",
            "5.13%",
            "3万5",
        ],
        *[
            "",
            "待定",
            "$12",
            "1 2",
            "12万%",
            True,
            None,
            date(2026, 1, 1),
            float("nan"),
            float("inf"),
            Decimal("sNaN"),
        ],
        *["430102199001011234", 430102199001011234, 1e20, "9" * 5000],
    ],
)
def test_what_is_not_one_exact_number_is_not_guessed(value: object) -> None:
    with pytest.raises(Unreadable):
        read_decimal(value)


@pytest.mark.parametrize(
    ("value", "number"), [("12", 12), (12.0, 12), ("1.5万", 15000), ("1,234", 1234), ("3个", 3)]
)
def test_a_whole_number_is_read(value: object, number: int) -> None:
    assert read_integer(value) == number


@pytest.mark.parametrize("value", ["12.5", 12.5, "1.23456万"])
def test_a_fraction_is_no_whole_number(value: object) -> None:
    with pytest.raises(Unreadable, match="whole"):
        read_integer(value)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_reads_back(number: int) -> None:
    assert read_integer(str(number)) == read_integer(f"{number:,}") == read_integer(number) == number


@given(st.decimals(-(10**12), 10**12, places=2))
def test_an_amount_reads_back(amount: Decimal) -> None:
    assert read_decimal(f"{amount:,} 元") == read_decimal(str(amount)) == amount


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        *[(90, 90), (90.0, 90), ("90", 90), ("90分钟", 90), ("９０分", 90), ("90 min", 90), (0, 0)],
        *[("1小时30分", 90), ("1.5小时", 90), ("1个半小时", 90), ("一个半小时", 90), ("1小时半", 90)],
        *[
            ("半小时", 30),
            ("半个小时", 30),
            ("两小时", 120),
            ("一刻钟", 15),
            ("2小时三刻", 165),
            ("二十分钟", 20),
        ],
        *[
            ("1h30m", 90),
            ("1h", 60),
            ("1.5 hours", 90),
            ("1:30", 90),
            (time(1, 30), 90),
            (timedelta(hours=2), 120),
        ],
        *[("1.33小时", 80), ("100:00", 6000)],
    ],
)
def test_a_length_of_time_is_read_in_minutes(value: object, minutes: int) -> None:
    assert read_minutes(value) == minutes


@pytest.mark.parametrize(
    "value",
    ["半天", "1天", "约90分钟", 1.5, "1.5", "-5", -5, "1:75", "", "半", "h", "1小时-30分", None, True, 10**7],
)
def test_what_is_no_length_of_time_is_not_guessed(value: object) -> None:
    with pytest.raises(Unreadable):
        read_minutes(value)


@given(st.integers(0, 5999))
def test_a_length_of_time_reads_back(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    forms = [minutes, f"{minutes}分钟", f"{hours}小时{rest}分", f"{hours}h{rest}m", f"{hours}:{rest:02}"]
    assert {read_minutes(form) for form in forms} == {minutes}


# --- Lists -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("姓名；身份，地址、电话", ("姓名", "身份", "地址", "电话")),
        ("a;b, c\r\nd", ("a", "b", "c", "d")),
        ("；姓名；；姓名 ；", ("姓名",)),
        ("Excel、ＥＸＣＥＬ", ("Excel",)),
        ("New Lake Garden", ("New Lake Garden",)),
        (3.0, ("3",)),
        ("、", ()),
    ],
)
def test_a_list_is_split_trimmed_and_without_repeats(value: object, parts: tuple[str, ...]) -> None:
    assert read_list(value) == parts


@given(
    st.lists(st.text("甲乙丙丁abc", min_size=1, max_size=3), unique=True),
    st.sampled_from(["；", ";", "、", ",", "\n"]),
)
def test_a_list_reads_back(parts: list[str], mark: str) -> None:
    assert read_list(mark.join(parts)) == tuple(parts)


@given(cells)
def test_no_cell_makes_a_reader_fail_otherwise(cell: object) -> None:
    for reader in (read_yes_no, read_integer, read_decimal, read_minutes, read_list):
        try:
            reader(cell)
        except Unreadable as trouble:
            sentence = trouble.words.zh
        else:
            sentence = "“"
        assert sentence.startswith("“")


def test_a_list_is_read_part_by_part() -> None:
    assert read_list(["王梅", "李明", "王梅"]) == ("王梅", "李明")
    assert read_list(("王梅",)) == ("王梅",)
    assert read_list([]) == ()


@pytest.mark.parametrize(
    ("given", "hour"),
    [
        ("14:00", time(14)),
        ("下午2点", time(14)),
        ("2 pm", time(14)),
        ("晚上8点半", time(20, 30)),
        ("晚8点", time(20)),
        ("晚8点前", time(20)),
        ("最晚8点前", time(8)),
        ("12:00前", time(12)),
        ("by 5 pm", time(17)),
        ("24:00", time(23, 59)),
        (time(9, 30, 59), time(9, 30)),
        (datetime(2026, 12, 3, 14), time(14)),
    ],
)
def test_a_time_of_day(given: object, hour: time) -> None:
    assert read_time(given) == hour


@pytest.mark.parametrize("given", ["14", "周四", "25:00", "late", 14, "晚12点", "晚1点前"])
def test_what_names_no_time_of_day_is_refused(given: object) -> None:
    with pytest.raises(Unreadable):
        read_time(given)
