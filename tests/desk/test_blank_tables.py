"""What a month prints of tables that list nothing: one page names them, the workbook keeps them all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mingbai.desk.month.blank import on_paper
from mingbai.desk.month.edition import Edition
from mingbai.domain.data_sheet import DATA_TAB
from mingbai.domain.month import Month
from mingbai.domain.place import Place
from mingbai.domain.sheet import DASH, CellValue, Look, Row, RowKind, Sheet, SheetColumn
from mingbai.domain.words import Language

COLUMNS = (SheetColumn("序号", 5.0, Look.WORD), SheetColumn("事项", 40.0, Look.TEXT))


def edition(language: Language) -> Edition:
    return Edition(Place(name="新湖社区"), Month(2026, 11), language, False, 1, date(2026, 12, 2))


def table(tab: str, *cells: CellValue) -> Sheet:
    rows = (
        Row(("一、全部",), RowKind.SECTION),
        *(Row((n, cell)) if cell != DASH else Row((DASH, DASH)) for n, cell in enumerate(cells, 1)),
        Row(("合计", 0), RowKind.TOTAL),
    )
    return Sheet(tab, f"{tab}名称", COLUMNS, rows)


FIGURES, FULL, BLANK, DATA = (
    table("表1", "数"),
    table("表2", "上报材料"),
    table("表3", DASH),
    table("数据", 0),
)
MONTHS = replace(BLANK, tab="走势", rows=(Row((date(2026, 11, 1), DASH)),))
UNREAD = replace(BLANK, tab="长表", rows=iter(()))


@pytest.mark.parametrize(
    ("language", "tab", "said"),
    [("zh", "无登记的表", "本月没有"), ("en", "Nothing recorded", "none this month")],
)
def test_tables_that_list_nothing_stand_on_one_page(language: Language, tab: str, said: str) -> None:
    made = on_paper(edition(language), (FIGURES, BLANK, FULL, MONTHS, UNREAD, DATA))
    assert [sheet.tab for sheet in made] == ["表1", tab, "表2", "长表", "数据"]
    assert [row.cells for row in made[1].rows] == [(1, "表3", "表3名称", said), (2, "走势", "表3名称", said)]
    assert made[1].foot, "it is signed like the tables it stands for"


def test_a_single_one_stays_as_it_is() -> None:
    sheets = (FIGURES, BLANK, FULL, DATA)
    assert on_paper(edition("zh"), sheets) == sheets


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_only_a_program_reads_is_not_printed(language: Language) -> None:
    made = edition(language)
    machine = replace(DATA, tab=made.into(DATA_TAB))
    assert on_paper(made, (FIGURES, FULL, machine)) == (FIGURES, FULL)
