"""Sheets on pages: where things stand, what repeats, what the pages have in common with the workbook."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mingbai.domain.sheet import (
    Cell,
    Chart,
    ChartKind,
    Look,
    Page,
    Row,
    RowKind,
    Sheet,
    SheetColumn,
    Workbook,
)
from mingbai.domain.words import Language
from mingbai.ui.paper.layout import laid_out
from mingbai.ui.paper.leaf import FittedText, PaperPage, PaperSheet
from mingbai.ui.paper.written import written

COLUMNS = (
    SheetColumn("序号", 6.0, Look.WORD),
    SheetColumn("事项", 30.0),
    SheetColumn("件数", 10.0, Look.COUNT),
)


def sheet_of(rows: tuple[Row, ...], **more: object) -> Sheet:
    given: dict[str, object] = {"tab": "表", "title": "一张表", "columns": COLUMNS, "rows": rows} | more
    return Sheet(**given)  # type: ignore[arg-type]


def laid(sheet: Sheet, language: Language = "zh") -> PaperSheet:
    return laid_out(Workbook(language, (sheet,), "新湖社区"))[0]


def texts(page: PaperPage[FittedText]) -> list[str]:
    return [text.text for text in page.texts]


def many(count: int) -> tuple[Row, ...]:
    return tuple(Row((n, f"事项{n}", n * 2)) for n in range(1, count + 1))


def test_a_long_list_goes_over_pages_and_every_page_has_its_head() -> None:
    pages = laid(sheet_of(many(100), page=Page(portrait=True, one_page=False))).pages
    assert len(pages) == 3
    assert all("事项" in texts(page) for page in pages)
    assert sum("一张表" in texts(page) for page in pages) == 1
    body = [text for page in pages for text in texts(page) if text.startswith("事项") and text != "事项"]
    assert body == [f"事项{n}" for n in range(1, 101)]


def test_pages_are_numbered_through_the_workbook_and_carry_its_caption() -> None:
    sheet = sheet_of(many(3))
    sheets = laid_out(Workbook("zh", (sheet, sheet), "新湖社区 2026年11月"))
    feet = [texts(page)[-3:] for each in sheets for page in each.pages]
    assert feet == [["新湖社区 2026年11月", f"第 {n} 页 共 2 页", "表"] for n in (1, 2)]


def test_what_is_meant_for_one_page_is_made_smaller_but_never_below_70_percent() -> None:
    fits = laid(sheet_of(many(48), page=Page(portrait=True))).pages
    assert len(fits) == 1
    size = next(text.hand.size for text in fits[0].texts if text.text == "事项1")
    assert 7.0 <= size < 10.0
    too_long = laid(sheet_of(many(90), page=Page(portrait=True))).pages
    assert len(too_long) > 1


def test_everything_stands_inside_the_paper_and_no_two_figures_share_a_place() -> None:
    for page in laid(sheet_of(many(100), page=Page(one_page=False), notes=("注",), foot=("甲", "乙"))).pages:
        assert (page.width, page.height) == (841.9, 595.3)
        for text in page.texts:
            box = text.box
            assert box.x >= 0
            assert box.y >= 0
            assert box.x + box.width <= page.width
            assert box.y + box.height <= page.height
        assert len({(spot.box.x, spot.box.y) for spot in page.spots}) == len(page.spots)


@pytest.mark.parametrize(
    "sentence", ["逐户走访后把情况写在这里，", "What was seen at each door goes here, ", "没有标点的一句话"]
)
def test_a_text_longer_than_a_row_may_be_goes_on_in_the_next_pages(sentence: str) -> None:
    long = sentence * 400
    rows = (Row((1, long, 7)), *many(3))
    pages = laid(sheet_of(rows, page=Page(portrait=True, one_page=False))).pages
    parts = [
        text
        for page in pages
        for text in page.texts
        if text.text and text.text in long and len(text.text) > 4
    ]
    assert "".join(part.text for part in parts) == long
    for part in parts:
        assert part.hand.size >= 7.0
        assert len(part.lines) * part.hand.size <= part.box.height
    # Its figure stands once, and is found there.
    assert [text for page in pages for text in texts(page)].count("7") == 1
    # Nothing parts what belongs together within a page, and the table is closed at the foot of each.
    for page in pages[:-1]:
        last = max(text.box.y + text.box.height for text in page.texts if text.text in long)
        assert any(rule.y1 == rule.y2 and abs(rule.y1 - last) < 0.1 for rule in page.rules)


def test_a_figure_is_found_where_it_stands() -> None:
    page = laid(sheet_of(many(5))).pages[0]
    four = next(text for text in page.texts if text.text == "4" and text.hand.across == "right")
    spot = page.at(four.box.x + 3, four.box.y + 3)
    assert spot is not None
    assert (spot.row, spot.column) == (1, 2)
    assert page.at(1, 1) is None


def test_groups_stand_over_their_columns_and_merged_cells_over_their_rows() -> None:
    columns = (
        SheetColumn("类别", 4.0, Look.WORD, merge_down=True),
        SheetColumn("事项", 30.0),
        SheetColumn("甲", 8.0, Look.COUNT, group="两栏"),
        SheetColumn("乙", 8.0, Look.COUNT, group="两栏"),
    )
    rows = (Row(("上级", "一", 1, 2)), Row(("上级", "二", 3, 4)), Row(("居民", "三", 5, 6)))
    page = laid(sheet_of(rows, columns=columns)).pages[0]
    by_text = {text.text: text.box for text in page.texts}
    group, first, second = by_text["两栏"], by_text["甲"], by_text["乙"]
    assert group.x == first.x
    assert group.width == pytest.approx(first.width + second.width)
    upright = by_text["上\n级"]
    assert upright.height == pytest.approx(by_text["一"].height + by_text["二"].height)
    assert texts(page).count("上\n级") == 1


def test_sections_and_totals_span_their_columns() -> None:
    rows = (Row(("一、小节",), RowKind.SECTION), *many(2), Row(("合计", None, 6), RowKind.TOTAL))
    page = laid(sheet_of(rows)).pages[0]
    by_text = {text.text: text for text in page.texts}
    whole = sum(column.width for column in COLUMNS) * 6
    assert by_text["一、小节"].box.width == pytest.approx(whole)
    assert by_text["合计"].box.width == pytest.approx(36 * 6)
    assert by_text["6"].hand.across == "right"


def test_lines_are_joined_so_that_a_table_is_few_strokes() -> None:
    page = laid(sheet_of(many(10))).pages[0]
    assert len(page.rules) == len(COLUMNS) + 1 + 10 + 2


def test_a_chart_gets_its_values_from_the_rows_with_figures() -> None:
    columns = (SheetColumn("月份", 12.0, Look.MONTH), SheetColumn("件数", 12.0, Look.COUNT))
    rows = tuple(Row((date(2026, n, 1), "—" if n == 1 else n)) for n in range(1, 5))
    chart = Chart("图1", ChartKind.COLUMNS, 0, (1,))
    page = laid(sheet_of(rows, columns=columns, charts=(chart,), page=Page(portrait=True))).pages[0]
    (drawn,) = page.charts
    assert drawn.labels == ("2026-02", "2026-03", "2026-04")
    assert drawn.values == ((2.0, 3.0, 4.0),)


@pytest.mark.parametrize(
    ("value", "look", "zh", "en"),
    [
        (1234, Look.COUNT, "1,234", "1,234"),
        (Decimal("-3.25"), Look.TENTH, "−3.3", "−3.3"),
        (Decimal("12.5"), Look.CHANGE, "增长12.50", "+12.50"),
        (Decimal("-12.5"), Look.CHANGE, "下降12.50", "−12.50"),
        (Decimal("-0.004"), Look.CHANGE, "持平", "0.00"),
        (Decimal("1.5"), Look.POINTS, "升1.50点", "+1.50 pp"),
        (date(2026, 11, 3), Look.DATE, "2026-11-03", "2026-11-03"),
        (date(2026, 11, 3), Look.MONTH, "2026-11", "2026-11"),
        (None, Look.COUNT, "", ""),
    ],
)
def test_values_are_written_as_the_workbook_writes_them(
    value: Decimal | int | date | None, look: Look, zh: str, en: str
) -> None:
    assert written(value, look, "zh") == zh
    assert written(value, look, "en") == en


def test_who_listens_gets_the_table_as_text() -> None:
    sheet = laid(sheet_of((Row((1, "走访", Cell(Decimal(3), Look.COUNT))),)))
    assert sheet.lines == ("序号，事项，件数", "1，走访，3")
    assert sheet.row_names == {0: "走访"}
