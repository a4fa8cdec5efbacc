"""A workbook that is written opens everywhere, loses nothing, and never costs the file that was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exchange.sheets import FOOT, cells, column, data, page, part, write, written

from mingbai.domain.sheet import (
    DASH,
    Cell,
    CellValue,
    Chart,
    ChartKind,
    Look,
    Page,
    Row,
    RowKind,
    Sheet,
)
from mingbai.domain.words import Language, Mistake
from mingbai.exchange import measure
from mingbai.exchange.script import LONGEST, legal, tab_names
from mingbai.exchange.tables import read_table


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "月报.xlsx"


# Values


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.com","点我")',
        "+86",
        "-1",
        "@SUM(A1)",
        "#N/A",
        "#REF!",
        "TRUE",
        "1E5",
        "007",
        "110101199003070019",
        "  两边有空格  ",
        "a & b < c > d",
        "_x0041_ 和 _x005F_",
        "一行\n两行",
        "\t制表",
        "𠮷野家😀",
        "]]>",
    ],
)
def test_text_stays_the_text_it_is(target: Path, text: str) -> None:
    assert written(target, text) == text
    cell = openpyxl.load_workbook(target)["数据"]["A2"]
    assert cell.data_type in ("s", "inlineStr")


@pytest.mark.parametrize("look", [Look.TEXT, Look.WORD, Look.CODE, Look.COUNT, Look.DATE, Look.CHANGE])
def test_text_like_a_formula_is_text_in_every_look(target: Path, look: Look) -> None:
    assert written(target, "=1+1", look) == "=1+1"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("前\x00后", "前后"),
        ("铃\x07声\x1f", "铃声"),
        ("断\ud83d开", "断开"),
        ("\ufffe开头", "开头"),
        ("结尾\uffff", "结尾"),
        ("一\r\n二\r三", "一\n二\n三"),
        ("\x00", ""),
    ],
)
def test_characters_that_break_files_are_left_out(target: Path, text: str, kept: str) -> None:
    assert written(target, text) == kept
    openpyxl.load_workbook(target)


@pytest.mark.parametrize(("letter", "units"), [("长", 1), ("😀", 2)])
@pytest.mark.parametrize(("language", "mark"), [("zh", "…（后略）"), ("en", "… (cut)")])
def test_text_too_long_for_a_cell_is_cut_visibly(
    target: Path, letter: str, units: int, language: Language, mark: str
) -> None:
    fits = letter * (LONGEST // units)
    told = write(target, data([Row((fits,)), Row((fits + letter * 5,))]), language=language)
    (_, [whole], [cut]) = cells(target)
    assert whole == fits
    assert cut.endswith(mark)
    assert fits.startswith(cut.removesuffix(mark))
    assert LONGEST - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert told.cut == 1


@pytest.mark.parametrize(
    ("value", "look", "kept"),
    [
        (Decimal("1.25"), Look.TENTH, 1.3),
        (Decimal("-1.25"), Look.TENTH, -1.3),
        (Decimal("0.1") + Decimal("0.2"), Look.HUNDREDTH, 0.3),
        (Decimal("2.675"), Look.MONEY, 2.68),
        (Decimal("-0.004"), Look.CHANGE, 0),
        (Decimal(100) / 3, Look.POINTS, 33.33),
        (Decimal("2.5"), Look.COUNT, 3),
        (Decimal("1E+3"), Look.COUNT, 1000),
        (123456789012345, Look.COUNT, 123456789012345),
        (1234567890123456, Look.COUNT, "1234567890123456"),
        (Decimal("12345678901234.56"), Look.MONEY, "12345678901234.56"),
        (Decimal("NaN"), Look.MONEY, "NaN"),
        (True, Look.COUNT, 1),
    ],
)
def test_numbers_are_rounded_half_up_and_never_lose_digits(
    target: Path, value: CellValue, look: Look, kept: Any
) -> None:
    assert written(target, value, look) == kept


def test_decimals_carry_no_noise(target: Path) -> None:
    write(target, page([Row((Decimal("26.4"),))], (column(look=Look.TENTH),)))
    assert "<v>26.4</v>" in part(target, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("value", "look", "kept"),
    [
        (date(2026, 11, 30), Look.DATE, date(2026, 11, 30)),
        (date(2026, 11, 1), Look.MONTH, date(2026, 11, 1)),
        (date(1900, 3, 1), Look.DATE, date(1900, 3, 1)),
        (date(1900, 2, 28), Look.DATE, "1900-02-28"),
        (date(1898, 5, 1), Look.DATE, "1898-05-01"),
        (date(9999, 12, 31), Look.DATE, date(9999, 12, 31)),
        (date(2026, 11, 30), Look.TEXT, date(2026, 11, 30)),
        (datetime(2026, 11, 30, 23, 59, 59), Look.MOMENT, datetime(2026, 11, 30, 23, 59, 59)),
        ("4月底之前", Look.DATE, "4月底之前"),
    ],
)
def test_dates_are_dates(target: Path, value: CellValue, look: Look, kept: Any) -> None:
    read = written(target, value, look)
    if isinstance(kept, datetime):
        assert abs(read - kept) < timedelta(seconds=1)
    else:
        assert read == kept
        assert type(read) is type(kept)


LETTERS = st.text(st.characters(exclude_categories=()), max_size=40)
VALUES = st.one_of(
    st.none(),
    LETTERS,
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**9), 10**9, places=2),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
)


def as_read(value: CellValue) -> Any:
    if value is None:
        return ""
    return legal(value) if isinstance(value, str) else float(value) if isinstance(value, Decimal) else value


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=8))
def test_what_goes_out_comes_back(tmp_path: Path, rows: list[tuple[CellValue, ...]]) -> None:
    path = tmp_path / "往返.xlsx"
    columns = (column("甲", look=Look.HUNDREDTH), column("乙"), column("丙", look=Look.CODE))
    # The last row is never empty, so that every row is in what is read.
    given_rows = [Row(row) for row in rows] + [Row(("完", "完", "完"))]
    sheet = Sheet("数据", "标题", columns, given_rows, notes=())
    assert write(path, sheet).rows == {"数据": len(given_rows)}
    found = cells(path)[2:]
    assert [[as_read(v) for v in row] for row in [*rows, ("完", "完", "完")]] == found


# Layout


def test_what_only_programs_read_is_hidden_and_read_all_the_same(target: Path) -> None:
    rows = [Row(("一", 3))]
    columns = [column("事项", 40), column("件数", 8, Look.COUNT)]
    seen = page(rows, columns)
    write(target, seen, replace(seen, tab="数据", hidden=True))
    book = openpyxl.load_workbook(target)
    assert [at.sheet_state for at in book] == ["visible", "hidden"]
    assert book["数据"].print_area == "'数据'!$D$1", "nothing stands there"
    assert read_table(target).sheet == seen.tab
    assert read_table(target, "数据").rows


def test_title_line_head_and_foot_stand_where_they_should(target: Path) -> None:
    columns = [column("序号", 4, Look.WORD), column("事项", 40), column("件数", 8, Look.COUNT)]
    rows = [Row((1, "填报周报", 3)), Row(("合计", None, 3), RowKind.TOTAL)]
    sheet = page(rows, columns, left="左", middle="中", right="右", notes=("注：略",), foot=FOOT)
    write(target, sheet)
    at = openpyxl.load_workbook(target)["表"]
    assert at["A1"].value == "事项表"
    assert [at["A2"].value, at["B2"].value, at["C2"].value] == ["左", "中", "右"]
    assert [cell.value for cell in at[3]] == ["序号", "事项", "件数"]
    assert {"A1:C1", "A5:B5", "A6:C6", "A8:C8", "A9:C9"} == {str(r) for r in at.merged_cells.ranges}
    assert str(at["A8"].value).split("\u3000")[0] == FOOT[0]
    assert all(at.row_dimensions[i].height for i in range(1, 9))
    assert at.freeze_panes == "A4"
    assert (at.print_title_rows, at.print_area) == ("$3:$3", "'表'!$A$1:$C$9")
    assert (at.page_setup.paperSize, at.page_setup.orientation) == (9, "landscape")
    assert (at.page_setup.fitToWidth, at.page_setup.fitToHeight) == (1, 1)
    assert at.sheet_properties.pageSetUpPr
    assert at.sheet_properties.pageSetUpPr.fitToPage
    assert not at.sheet_view.showGridLines


def test_two_storey_head_is_merged_both_ways_and_repeated(target: Path) -> None:
    columns = [
        column("名称"),
        column("告知", 8, Look.COUNT, group="办理结果"),
        column("出具", 8, Look.COUNT, group="办理结果"),
        column("备注", 8),
    ]
    write(target, page([Row(("亲属关系", 1, 2, ""))], columns, frozen_columns=1))
    at = openpyxl.load_workbook(target)["表"]
    assert {"A1:D1", "B2:C2", "A2:A3", "D2:D3"} == {str(r) for r in at.merged_cells.ranges}
    assert (at["B2"].value, at["B3"].value, at["A2"].value) == ("办理结果", "告知", "名称")
    assert (at.print_title_rows, at.freeze_panes) == ("$2:$3", "B4")
    assert at["C2"].border.top.style == at["A3"].border.bottom.style == "thin"


@pytest.mark.parametrize(("language", "text", "turn"), [("zh", "牌\n子", 0), ("en", "牌子", 90)])
def test_equal_values_become_one_tall_cell(target: Path, language: Language, text: str, turn: int) -> None:
    columns = [column("类别", 2.8, merge_down=True), column("指标")]
    rows = [Row(("牌子", "清理")), Row(("牌子", "现有")), Row(("服务居民的各项工作", "走访"))]
    write(target, page(rows, columns, page=Page(height=12.8, size=9)), language=language)
    at = openpyxl.load_workbook(target)["表"]
    assert "A3:A4" in {str(r) for r in at.merged_cells.ranges}
    assert at["A3"].value == text
    assert at["A3"].alignment.textRotation == turn
    # A single row has to hold all of its letters.
    assert at.row_dimensions[5].height > 9 * 9


def test_parts_stand_under_the_first_part(target: Path) -> None:
    rows = [Row(("收到",)), Row(("其中：报表",), indent=1), Row(("未见文号",), indent=1), Row(("办结",))]
    write(target, page(rows))
    texts = [row[0] for row in cells(target, "表")[2:]]
    assert texts == ["收到", "\u3000其中：报表", "\u3000" * 4 + "未见文号", "办结"]


def test_further_blocks_share_the_grid(target: Path) -> None:
    columns = [column("序号", 4, Look.WORD), column("名称"), column("件", 8, Look.COUNT), column("备注")]
    rows = [
        Row(("一、会议",), RowKind.SECTION),
        Row((1, "例会", 2, "")),
        Row((), RowKind.GAP),
        Row((Cell("比较", Look.WORD, 2), "本年", "上年"), RowKind.HEAD),
        Row((Cell("批次", Look.TEXT, 2), 49, Cell(80, Look.COUNT))),
    ]
    told = write(target, page(rows, columns))
    at = openpyxl.load_workbook(target)["表"]
    assert told.rows == {"表": 2}
    assert {"A3:D3", "A6:B6", "A7:B7"} <= {str(r) for r in at.merged_cells.ranges}
    assert [cell.value for cell in at[7]] == ["批次", None, 49, 80]
    assert at.print_title_rows == "$2:$2"


@pytest.mark.parametrize(
    ("look", "language", "shown"),
    [
        (Look.CHANGE, "zh", '"增长"#,##0.00_ ;"下降"#,##0.00_ ;"持平"_ '),
        (Look.POINTS, "zh", '"升"0.00"点"_ ;"降"0.00"点"_ ;"持平"_ '),
        (Look.CHANGE, "en", '+#,##0.00_ ;"−"#,##0.00_ ;0.00_ '),
        (Look.COUNT, "zh", '#,##0_ ;"−"#,##0_ '),
        (Look.MONEY, "zh", '#,##0.00_ ;"−"#,##0.00_ '),
        (Look.MONTH, "zh", "yyyy-mm"),
        (Look.CODE, "zh", "@"),
    ],
)
def test_number_formats_say_the_words(target: Path, look: Look, language: Language, shown: str) -> None:
    value: CellValue = date(2026, 11, 1) if look is Look.MONTH else "A1" if look is Look.CODE else 1
    columns = (column(look=look),)
    write(target, page([Row((value,))], columns), language=language)
    assert openpyxl.load_workbook(target)["表"]["A3"].number_format == shown
    write(target, page([Row((value,))], columns, page=Page(size=9)), language=language)
    assert openpyxl.load_workbook(target)["表"]["A3"].number_format == shown.replace("_ ", "")


def test_fonts_are_those_of_official_papers(target: Path) -> None:
    columns = [column("序号", 4, Look.WORD), column("事项"), column("件", 8, Look.COUNT)]
    write(target, page([Row((1, "走访", DASH)), Row((2, "接待", 4))], columns))
    book = openpyxl.load_workbook(target)
    at = book["表"]
    names = [at[place].font.name for place in ("A1", "B2", "B3", "C4", "A3")]
    assert names == ["方正小标宋简体", "黑体", "仿宋", "Times New Roman", "Times New Roman"]
    assert not at["A1"].font.bold
    assert at["C3"].alignment.horizontal == "center"
    assert at["C4"].alignment.horizontal == "right"
    assert '&"宋体,Regular"&9 ' in str(at.oddFooter)
    fonts = ET.fromstring(part(target, "xl/styles.xml"))[1]
    name, size = (next(e for e in fonts[0] if e.tag.endswith(tag)).get("val") for tag in ("name", "sz"))
    assert (name, size) == ("宋体", "11")
    assert 'cellStyleXfs count="1"><xf numFmtId="0" fontId="0"' in part(target, "xl/styles.xml")


def test_english_is_in_one_font(target: Path) -> None:
    write(
        target, page([Row(("Weekly return",))], title="Assignments", foot=("Head:", "Filed:")), language="en"
    )
    at = openpyxl.load_workbook(target)["表"]
    assert {at[place].font.name for place in ("A1", "A2", "A3")} == {"Times New Roman"}
    assert at["A1"].font.bold
    assert at["A2"].font.bold


def test_footer_says_page_of_pages_and_doubles_ampersands(target: Path) -> None:
    write(target, page([Row(("一",))]), caption="2026年 A&B " + "长" * 300)
    footer = part(target, "xl/worksheets/sheet1.xml").split("<oddFooter>")[1].split("<")[0]
    footer = footer.replace("&amp;", "&")
    assert "&9 2026年 A&&B 长" in footer
    assert "第 &P 页 共 &N 页" in footer
    assert footer.endswith("&A")
    assert len(footer) <= 255


def test_long_text_gets_a_row_that_holds_it(target: Path) -> None:
    columns = [column("长", 20), column("短", 10, Look.WORD)]
    write(target, page([Row(("字" * 50, "")), Row(("字", "")), Row(("字" * 9999, ""))], columns))
    at = openpyxl.load_workbook(target)["表"]
    assert at.row_dimensions[3].height >= 5 * 12
    assert at.row_dimensions[4].height == 19
    assert at.row_dimensions[5].height <= 409


def test_notes_and_foot_never_stand_alone_on_a_page(target: Path) -> None:
    def pages(rows: int) -> int:
        sheet = page([Row(("一",))] * rows, foot=FOOT, notes=("注",), page=Page(one_page=False))
        write(target, sheet)
        return openpyxl.load_workbook(target)["表"].page_setup.fitToHeight or 0

    assert [pages(rows) for rows in range(19, 24)] == [1] * 5
    assert pages(29) == 2


def test_a_page_that_would_become_unreadable_gets_more_pages(target: Path) -> None:
    write(target, page([Row(("一",))] * 200))
    assert openpyxl.load_workbook(target)["表"].page_setup.fitToHeight == 9


@pytest.mark.parametrize("name", ["账本.mingbai", "月报.docx", "台账.csv", "月报"])
def test_only_a_workbook_is_written_over(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"kept")
    with pytest.raises(Mistake):
        write(target, page([Row(("一",))]))
    assert target.read_bytes() == b"kept"


def test_sheets_without_rows_open(target: Path) -> None:
    told = write(target, page([]), data(()), Sheet("空", "", (column(""),), ()))
    assert told.rows == {"表": 0, "数据": 0, "空": 0}
    assert openpyxl.load_workbook(target).sheetnames == ["表", "数据", "空"]


def test_short_and_long_rows_keep_to_the_grid(target: Path) -> None:
    columns = (column("甲"), column("乙"))
    write(target, data([Row(("一",)), Row(("一", "二", "三"))], columns))
    assert cells(target) == [["甲", "乙"], ["一", ""], ["一", "二"]]


def test_identifiers_carry_no_warning_corner(target: Path) -> None:
    write(target, page([Row(("110101199003070019",))], (column(look=Look.CODE),)))
    assert '<ignoredError sqref="A3:A3" numberStoredAsText="1" />' in part(target, "xl/worksheets/sheet1.xml")


def test_tab_names_are_made_fit() -> None:
    assert tab_names(["表1/上:报", "表1/上:报", "", "'长" * 40, "A", "a"]) == [
        "表1 上 报",
        "表1 上 报 (2)",
        "Sheet",
        ("长" + "'长" * 40)[:31].strip("'"),
        "A",
        "a (2)",
    ]


def test_charts_draw_what_has_figures(target: Path) -> None:
    columns = (column("月份", 10, Look.MONTH), column("收到", 10, Look.COUNT), column("用时", 10, Look.COUNT))
    rows = [Row((date(2026, m, 1), m, DASH if m < 3 else m)) for m in range(1, 6)]
    charts = (Chart("收到", ChartKind.COLUMNS, 0, (1,)), Chart("构成", ChartKind.SHARE, 0, (1, 2)))
    write(target, page(rows, columns, charts=charts))
    first, second = (part(target, f"xl/charts/chart{i}.xml") for i in (1, 2))
    assert "'表'!$B$3:$B$7" in first
    assert "'表'!$C$5:$C$7" in second
    assert "percentStacked" in second
    assert first.count('<delete val="0" />') == 2
    assert '<a:latin typeface="Times New Roman" /><a:ea typeface="宋体" />' in first
    assert part(target, "xl/drawings/drawing1.xml").count("</twoCellAnchor>") == 2
    assert len(openpyxl.load_workbook(target)["表"]._charts) == 2  # type: ignore[attr-defined]


def test_chart_without_figures_is_left_out(target: Path) -> None:
    sheet = page([Row(("一月", DASH))], (column(), column()), charts=(Chart("无", ChartKind.SHARE, 0, (1,)),))
    write(target, sheet)
    with ZipFile(target) as package:
        assert not [name for name in package.namelist() if "chart" in name]


def test_left_and_right_of_the_line_are_equally_wide() -> None:
    widths = [4.2, 10.5, 9.3, 37.3, 7.7, 8.5, 17.8, 9.3, 9.3, 5.9, 5.9]
    i, j = measure.cut_points(widths, (20, 20, 10))
    assert (i, j) == (3, 8)
    assert abs(sum(widths[:i]) - sum(widths[j:])) < 3.1


def test_signatures_are_spread_evenly() -> None:
    parts = measure.spread(FOOT, 75, "\u3000").split("\u3000" * 2)
    assert [p.strip("\u3000") for p in parts if p.strip("\u3000")] == list(FOOT)
    assert measure.ems(measure.spread(FOOT, 75, "\u3000")) <= 75
