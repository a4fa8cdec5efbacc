"""走势图: thirteen months of assignments and of hours, as figures and as two charts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures
from mingbai.domain.month import Month
from mingbai.domain.reckoning import charted_months
from mingbai.domain.sheet import (
    DASH,
    CellValue,
    Chart,
    ChartKind,
    Look,
    Page,
    Row,
    Sheet,
    SheetColumn,
)
from mingbai.domain.words import Words

TITLE = Words("近13个月走势", "The Last 13 Months")
TAB = Words("附表2 走势图", "Annex 2 Trend")

NO_CHART = Words("有记录的月份满两个月后画图。", "A chart is drawn once two months have records.")
ENOUGH = 2
"""Months of which a chart says more than the figures do."""


def trend_sheet(edition: Edition, figures: MonthFigures) -> Sheet:
    """Months from the first one with records; a chart only where there is something to draw."""
    months = charted_months(edition.period, edition.filed_on)
    rows = [Row((month.end.replace(day=1), *_cells(figures, month)), about=str(month)) for month in months]
    charts = tuple(_charts(edition, rows))
    first, last = months[0].words, months[-1].words
    return edition.sheet(
        TAB,
        TITLE,
        _columns(edition),
        rows,
        middle=edition.say(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}"),
        right=edition.table(
            edition.say("附表2", "Annex 2"), edition.say("单位：件、小时", "in numbers and hours")
        ),
        notes=(
            edition.say(
                "注：用时为登记时填写的分钟数折算，未填的不计；“—”为该月没有记录。",
                "Note: hours are the minutes entered with each record; blanks do not count. "
                "“—” means nothing was recorded in that month.",
            ),
            *(() if charts else (edition.into(NO_CHART),)),
        ),
        frozen_columns=1,
        page=Page(portrait=True, height=17.0),
        charts=charts,
    )


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    say = edition.say
    return (
        SheetColumn(say("月份", "Month"), 13.0, Look.MONTH),
        SheetColumn(say("收到上级交办\n（件）", "Assignments\nreceived"), 18.0, Look.COUNT),
        SheetColumn(say("其中：报表材料数据\n（件）", "of which\nreports and data"), 18.0, Look.COUNT),
        SheetColumn(say("填报表、材料、数据用时\n（小时）", "Hours on\nreports and data"), 18.0, Look.TENTH),
        SheetColumn(
            say("办理诉求和证明用时\n（小时）", "Hours on\nissues and certificates"), 18.0, Look.TENTH
        ),
    )


def _cells(figures: MonthFigures, month: Month) -> Iterator[CellValue]:
    for code in ("task.received", "task.forms"):
        yield _shown(figures.in_month(code, month))
    above = figures.in_month("task.form_hours", month)
    residents = [figures.in_month(code, month) for code in ("issue.hours", "cert.hours")]
    known = [hours for hours in residents if hours is not None]
    if not (above or any(known)):
        yield from (DASH, DASH)
        return
    yield above or Decimal(0)
    yield sum(known, Decimal(0))


def _shown(number: Decimal | None) -> CellValue:
    return DASH if number is None else number


def _charts(edition: Edition, rows: list[Row]) -> Iterator[Chart]:
    say = edition.say
    if _months_known(rows, 1) >= ENOUGH:
        title = say("图1　收到上级交办（件）", "Figure 1: assignments received")
        yield Chart(title, ChartKind.COLUMNS, 0, (1, 2))
    if _months_known(rows, 3) >= ENOUGH:
        title = say("图2　用时构成（%）", "Figure 2: where the hours went (%)")
        yield Chart(title, ChartKind.SHARE, 0, (3, 4))


def _months_known(rows: list[Row], column: int) -> int:
    return sum(isinstance(row.cells[column], Decimal) for row in rows)
