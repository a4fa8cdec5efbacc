"""汇总数据: the same month for a machine, so that a street or county adds up what villages hand in.

Ratios carry their part and whole, because shares cannot be added.
"""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures, printed_codes
from mingbai.domain.figures import FIGURES
from mingbai.domain.sheet import Look, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

TAB = Words("汇总数据", "Data")

HEADS = (
    (Words("村（社区）代码", "Village code"), 16.0, Look.CODE),
    (Words("村（社区）", "Place"), 18.0, Look.TEXT),
    (Words("统计期", "Period"), 10.0, Look.CODE),
    (Words("开始日期", "From"), 11.0, Look.DATE),
    (Words("结束日期", "To"), 11.0, Look.DATE),
    (Words("版次", "Version"), 8.0, Look.COUNT),
    (Words("指标代码", "Figure"), 22.0, Look.CODE),
    (Words("单位代码", "Unit"), 14.0, Look.CODE),
    (Words("本月", "Month"), 12.0, Look.WORD),
    (Words("本月分子", "Month part"), 12.0, Look.WORD),
    (Words("本月分母", "Month whole"), 12.0, Look.WORD),
    (Words("本年累计", "Year to date"), 12.0, Look.WORD),
    (Words("累计分子", "Year part"), 12.0, Look.WORD),
    (Words("累计分母", "Year whole"), 12.0, Look.WORD),
    (Words("最多项", "Largest"), 24.0, Look.TEXT),
)


def machine_sheet(edition: Edition, figures: MonthFigures) -> Sheet:
    """One row per figure; an empty cell is nothing to say, never zero."""
    return Sheet(
        tab=edition.into(TAB),
        title="",
        columns=tuple(SheetColumn(edition.into(head), width, look) for head, width, look in HEADS),
        rows=tuple(_rows(edition, figures)),
        printed=False,
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
