"""汇总数据: the same month for a machine, so that a street or county adds up what villages hand in.

Ratios carry their part and whole, because shares cannot be added. It prints like every other sheet, so the
head is not the first row: it is the row whose first cell reads 村（社区）代码 (Village code).
"""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures, printed_codes
from mingbai.domain.figures import FIGURES
from mingbai.domain.sheet import Look, Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

TAB = Words("汇总数据", "Data")

TITLE = Words("汇总数据", "Data for Adding Up")

HEADS = (
    (Words("村（社区）代码", "Village code"), 11.4, Look.CODE),
    (Words("村（社区）", "Place"), 10.4, Look.TEXT),
    (Words("统计期", "Period"), 7.0, Look.CODE),
    (Words("开始日期", "From"), 8.8, Look.DATE),
    (Words("结束日期", "To"), 8.8, Look.DATE),
    (Words("版次", "Version"), 6.0, Look.COUNT),
    (Words("指标代码", "Figure"), 16.4, Look.CODE),
    (Words("单位代码", "Unit"), 10.4, Look.CODE),
    (Words("本月", "Month"), 6.6, Look.WORD),
    (Words("本月分子", "Month part"), 6.6, Look.WORD),
    (Words("本月分母", "Month whole"), 6.6, Look.WORD),
    (Words("本年累计", "Year to date"), 6.6, Look.WORD),
    (Words("累计分子", "Year part"), 6.6, Look.WORD),
    (Words("累计分母", "Year whole"), 6.6, Look.WORD),
    (Words("最多项", "Largest"), 12.0, Look.TEXT),
)


def machine_sheet(edition: Edition, figures: MonthFigures) -> Sheet:
    """One row per figure; an empty cell is nothing to say, never zero."""
    return edition.sheet(
        TAB,
        TITLE,
        tuple(SheetColumn(edition.into(head), width, look) for head, width, look in HEADS),
        tuple(_rows(edition, figures)),
        right=edition.numbered,
        page=Page(one_page=False, size=9.0, height=15.0),
    )


def _rows(edition: Edition, figures: MonthFigures) -> Iterator[Row]:
    place, month = edition.place, edition.month
    for code in printed_codes():
        found = figures.of(code)
        now, year = found.value, found.year_to_date
        yield Row(
            (
                place.code,
                place.name,
                str(month),
                month.start,
                month.end,
                edition.version,
                code,
                FIGURES[code].unit.code,
                *(now.number, now.part, now.whole),
                *(year.number, year.part, year.whole),
                edition.into(found.label),
            )
        )
