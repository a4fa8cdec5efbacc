"""From a file to plain rows: no digit, row or reason lost."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from tests.bench.reference import times_as_long

from mingbai.domain.words import Fault, Mistake
from mingbai.exchange.table import Table
from mingbai.exchange.tables import (
    FOOT,
    NUMBER_ONLY,
    SECOND_HEAD,
    SECTION,
    TOTAL,
    pasted_table,
    read_table,
    sheet_names,
)

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "real"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real ledgers are not in this checkout")

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Saves rows as a workbook."""

    def save(*rows: list[Any], name: str = "a.xlsx", merged: tuple[str, ...] = ()) -> Path:
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        for cells in merged:
            book.worksheets[0].merge_cells(cells)
        book.save(tmp_path / name)
        return tmp_path / name

    return save


@pytest.fixture
def text(tmp_path: Path) -> Callable[..., Path]:
    """Saves a text file."""

    def text(content: str, encoding: str = "utf-8", name: str = "a.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        return path

    return text


def values(table: Table) -> list[tuple[object, ...]]:
    return [row for _, row in table.rows]


def test_numbers_dates_and_texts_stay_what_they_are(save: Save) -> None:
    moment = datetime(2026, 11, 2, 9, 30)
    table = read_table(save(["编号", "时间", "日期", "数"], [2024001, moment, date(2026, 11, 2), 4.18]))
    assert values(table) == [(2024001, moment, date(2026, 11, 2), 4.18)]
    assert str(table.rows[0][1][0]) == "2024001"


def test_debris_is_cleaned_and_lines_stay(save: Save) -> None:
    table = read_table(
        save(["内容\n（详）", "b"], ["\t\t第一行_x000D_\n第二行\u200b ", " \t "], ["x", "\u200by"])
    )
    assert table.head == ("内容 （详）", "b")
    assert values(table) == [("第一行\n第二行", None), ("x", "y")]


def test_identifiers_written_as_text_keep_every_digit(save: Save) -> None:
    table = read_table(save(["编号", "电话"], ["202611021234567890", "073512345678"]))
    assert values(table) == [("202611021234567890", "073512345678")]
    assert table.rounded == ()


def test_identifiers_written_as_long_numbers_are_reported(save: Save) -> None:
    table = read_table(save(["编号", "数"], [202611021234567890, 5], [12, 6]))
    assert table.rounded == ((2, 0),)


def test_blank_rows_are_skipped_and_numbers_stay_those_of_the_file(save: Save) -> None:
    table = read_table(save([], ["标题", "日期"], ["a", 1], [None, " "], ["b", 2]))
    assert (table.head_row, [number for number, _ in table.rows]) == (2, [3, 5])


def test_a_table_may_stand_off_the_corner(tmp_path: Path) -> None:
    book = Workbook()
    for cell, value in {"C4": "标题", "D4": "日期", "C5": "a", "D5": "b", "F5": "附记"}.items():
        book.worksheets[0][cell] = value
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert (table.head, table.letters, table.head_row) == (("标题", "日期", "F"), ("C", "D", "F"), 4)
    assert table.rows == ((5, ("a", "b", "附记")),)


def test_headings_are_told_apart_and_unnamed_columns_get_their_letter(save: Save) -> None:
    table = read_table(save(["备注", "同比", "备注", None, None, "备注"], [1, 2, 3, "x", None, 4]))
    assert table.head == ("备注", "同比", "备注 (2)", "D", "备注 (3)")
    assert values(table) == [(1, 2, 3, "x", 4)]


def test_a_heading_over_two_columns_names_both(save: Save) -> None:
    table = read_table(save(["标题", "时间", None, None], ["a", "b", "c", None]))
    assert table.head == ("标题", "时间", "C")
    table = read_table(save(["标题", "时间", None, None], ["a", "b", "c", None], merged=("B1:D1",)))
    assert table.head == ("标题", "时间", "时间 (2)")


ASKED = ["序号", "诉求", "满意度", None, None, "办结", None]
BELOW = [None, None, "满意", "基本满意", "不满意", "时间", "结果"]


def test_headings_of_two_rows_are_read_together(save: Save) -> None:
    rows = (ASKED, BELOW, [1, "漏水", None, "√", None, "2026-11-05", "已修"])
    merged = ("A1:A2", "B1:B2", "C1:E1", "F1:G1")
    table = read_table(save(*rows, merged=merged), known={"序号", "诉求", "满意度", "办结时间"})
    assert table.head == (
        "序号",
        "诉求",
        "满意度/满意",
        "满意度/基本满意",
        "满意度/不满意",
        "办结时间",
        "办结/结果",
    )
    assert [number for number, _ in table.rows] == [3]
    assert [(row.row_number, row.why) for row in table.left_out] == [(2, SECOND_HEAD)]
    assert table.numbers == (1, 2, 3), "the headings can still be moved there"
    pasted = pasted_table("粘贴", "\n".join("\t".join(str(c or "") for c in row) for row in rows))
    assert pasted.head[2:5] == table.head[2:5]


def test_an_entry_below_a_heading_over_several_columns_is_no_heading(save: Save) -> None:
    table = read_table(save(ASKED, [1, "漏水", "√", None, None, None, None], merged=("C1:E1", "F1:G1")))
    assert len(table.rows) == 1
    table = read_table(save(["诉求", "备注", None], [None, "甲", None], [1, "乙", "丙"]))
    assert len(table.rows) == 2


def test_titles_above_the_headings_are_passed_over(save: Save) -> None:
    rows = [["居民诉求台账"], ["填报单位：某社区"], ["标题", "日期"], ["a", "b"]]
    assert read_table(save(*rows)).head == ("标题", "日期")
    table = read_table(save(*rows), head_row=4)
    assert (table.head, table.rows) == (("a", "b"), ())
    with pytest.raises(Mistake, match="blank"):
        read_table(save(*rows), head_row=9)


def test_the_row_with_the_most_known_names_is_the_head(save: Save) -> None:
    known = ("标题", "受理时间", "Title")
    top = ["填报单位：某社区", None, "含个人信息，注意保管"]
    rows = [["居民诉求台账"], top, ["序号", "受理\n时间", "标题"], [1, "2026-11-02", "受理时间"]]
    assert read_table(save(*rows)).head_row == 2
    table = read_table(save(*rows), known=known)
    assert (table.head_row, table.head) == (3, ("序号", "受理 时间", "标题"))
    # One known word alone may stand anywhere, also among the entries.
    assert read_table(save(*rows[2:], ["标题", "x", "y"]), known=("电话",)).head_row == 1
    assert read_table(save(["甲", "乙"], ["标题", "x"]), known=known).head_row == 1
    assert read_table(save(*rows), known=known, head_row=2).head_row == 2


def test_one_column_is_a_table_too(save: Save) -> None:
    table = read_table(save(["小区"], ["甲"], ["乙"]))
    assert (table.head, values(table)) == (("小区",), [("甲",), ("乙",)])


def test_rows_that_are_no_entries_are_left_out_with_the_reason(save: Save) -> None:
    rows: list[list[Any]] = [
        ["序号", "标题", "数"],
        [1, "a", 2],
        ["第二网格"],
        [2, "b", 3],
        [3],
        ["合 计：", None, 5],
    ]
    table = read_table(save(*rows, ["填报人：某某", "审核人：", None], ["补充一句"], merged=("A3:C3",)))
    assert [number for number, _ in table.rows] == [2, 4]
    assert [(each.row_number, each.why) for each in table.left_out] == [
        (3, SECTION),
        (5, NUMBER_ONLY),
        (6, TOTAL),
        (7, FOOT),
        (8, FOOT),
    ]


def test_a_title_that_begins_like_a_total_is_an_entry(save: Save) -> None:
    assert len(read_table(save(["标题", "日期"], ["合计支出公示问题", "b"], ["说明会", "c"])).rows) == 2


def test_cells_merged_downwards_stand_in_each_row_but_numbers_once(save: Save) -> None:
    rows = [["网格", "标题", "用时"], ["甲", "a", 30], [None, "b", None], [None, None, None], [None, "c", 5]]
    table = read_table(save(*rows, merged=("A2:A5", "C2:C3")))
    assert values(table) == [("甲", "a", 30), ("甲", "b", None), ("甲", "c", 5)]


def test_headings_alone_are_a_table_without_rows(save: Save) -> None:
    assert read_table(save(["标题", "日期"])).rows == ()


def test_a_workbook_without_anything_is_a_mistake(save: Save) -> None:
    with pytest.raises(Mistake, match="nothing in"):
        read_table(save())


def test_the_first_sheet_in_use_is_taken_and_hidden_ones_come_last(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "空"
    for title, state in (("字典", "hidden"), ("台账", "visible")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        sheet.append([title, "b"])
    book.save(tmp_path / "a.xlsx")
    assert sheet_names(tmp_path / "a.xlsx") == ("空", "台账", "字典")
    assert read_table(tmp_path / "a.xlsx").sheet == "台账"
    assert read_table(tmp_path / "a.xlsx", "字典").head == ("字典", "b")
    with pytest.raises(Mistake, match="空, 台账"):
        read_table(tmp_path / "a.xlsx", "没有")


def test_a_workbook_under_a_wrong_name_opens(save: Save) -> None:
    path = save(["a", "b"], [1, 2])
    assert values(read_table(path.rename(path.with_suffix(".xls")))) == [(1, 2)]


def test_an_old_workbook_that_is_none_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "Workbook".encode("utf-16-le"))
    with pytest.raises(Fault, match="damaged"):
        read_table(path)


# --- Text files --------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_text_is_read_in_every_usual_form(text: Save, encoding: str, mark: str) -> None:
    path = text(f"编号{mark}标题\r\n007{mark}修路灯，急\r\n", encoding)
    assert values(read_table(path)) == [("007", "修路灯，急")]


def test_a_text_under_the_name_of_a_workbook_opens(text: Save) -> None:
    table = read_table(text("编号,标题\n1,a\n", name="工单.xlsx"))
    assert (table.sheet, table.name, values(table)) == ("工单", "工单.xlsx", [("1", "a")])


def test_guards_around_identifiers_are_taken_off(text: Save) -> None:
    path = text('编号,电话,身份\n="00123",\t13800000000,430102199001011234\n')
    assert values(read_table(path)) == [("00123", "13800000000", "430102199001011234")]


def test_a_field_may_hold_lines_and_marks(text: Save) -> None:
    table = read_table(text('标题,内容\na,"一;\n二,""三"""\n\nb,c\n'))
    assert table.rows == ((2, ("a", '一;\n二,"三"')), (4, ("b", "c")))


def test_rows_may_be_shorter_or_longer_than_the_headings(text: Save) -> None:
    table = read_table(text("a,b\n1\n1,2,3\n"))
    assert (table.head, values(table)) == (("a", "b", "C"), [("1", None, None), ("1", "2", "3")])


def test_the_mark_may_be_stated(text: Save) -> None:
    assert read_table(text("sep=|\na|b\n1|2\n")).rows == ((3, ("1", "2")),)


def test_a_quotation_mark_without_partner_swallows_no_rows(text: Save) -> None:
    with pytest.raises(Fault, match="quotation mark"):
        read_table(text('a,b\n1,"2\n3,4\n'))


def test_an_unknown_encoding_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n\xff\xff,\x81\n")
    with pytest.raises(Fault, match="encoding"):
        read_table(path)


# --- Time, and what is really out there --------------------------------------------------------


def test_a_large_table_takes_little_more_than_its_bare_reading(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([f"栏目{at}" for at in range(10)])
    day = datetime(2026, 1, 1)
    for at in range(20_000):
        title = f"某某小区居民反映路灯不亮{at}"
        sheet.append(
            [
                at,
                title,
                day + timedelta(hours=at),
                "2018/5/9 13:00:03",
                3.5,
                "甲",
                "乙",
                "已解决",
                f"U{at}",
                "\t丙",
            ]
        )
    path = tmp_path / "a.xlsx"
    book.save(path)

    def bare() -> None:
        assert len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) == 20_001

    def whole() -> None:
        assert len(read_table(path).rows) == 20_000

    assert times_as_long(whole, bare, turns=3) < 10


@needs_real
def test_real_tables_give_all_their_rows() -> None:
    assert len(read_table(REAL / "messages_with_replies.xlsx").rows) == 400
    assert len(read_table(REAL / "messages_labelled.xlsx").rows) == 300
    assert len(read_table(REAL / "xlsx_named_xls.xls").rows) == 5
    path = REAL / "sf_311_2000.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        expected = sum(1 for _ in csv.reader(stream)) - 1
    assert len(read_table(path).rows) == expected > 1_800


@needs_real
def test_real_ledgers_open_and_their_headings_are_found() -> None:
    truth = json.loads((REAL / "ledgers" / "truth_headers.json").read_text(encoding="utf-8"))
    missed = [
        name
        for name, sheets in truth.items()
        if sheets[0]["kind"] == "list"
        and read_table(REAL / "ledgers" / name).head_row != sheets[0]["header_row"]
    ]
    assert not missed
