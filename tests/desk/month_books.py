"""Sample ledgers and the cells of a workbook, for the tests of the month report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import moved_in

from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.report import report_of
from mingbai.desk.places import new_ledger
from mingbai.desk.sample.sample import sample_place, write_sample
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.sheet import Cell, CellValue, Row, RowKind, Sheet, Workbook
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger

FILED_ON = date(2026, 12, 2)
NOVEMBER = Month(2026, 11)


@cache
def _sample(language: Language) -> bytes:
    """The sample ledger on a fixed day, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "sample.mingbai")
        with new_ledger(path, sample_place(language, FILED_ON), today=FILED_ON) as ledger:
            write_sample(ledger, language, FILED_ON)
        return path.read_bytes()


def sample_ledger(folder: Path, language: Language) -> Ledger:
    """The sample ledger on a fixed day, open."""
    return Ledger(moved_in(_sample(language), folder / f"{language}.mingbai"))


def month_workbook(
    ledger: Ledger, period: ReportPeriod, *, language: Language = "zh", full: bool = False, today: date
) -> Workbook:
    """A period as it is written, sheet by sheet."""
    figures = month_figures(ledger, period, today=today)
    return report_of(ledger, figures, language=language, full=full, today=today).workbook


def plain(value: CellValue | Cell) -> CellValue:
    """What a cell holds."""
    return value.value if isinstance(value, Cell) else value


def cells(row: Row) -> list[CellValue]:
    """What a row holds."""
    return [plain(value) for value in row.cells]


def body(sheet: Sheet) -> list[list[CellValue]]:
    """The rows between section lines and totals, without those that say there is nothing."""
    found = [cells(row) for row in sheet.rows if row.kind is RowKind.BODY]
    return [row for row in found if set(row) != {"—"}]


def totals(sheet: Sheet) -> list[list[CellValue]]:
    """The rows of sums."""
    return [cells(row) for row in sheet.rows if row.kind is RowKind.TOTAL]


def sheet_with(workbook: Workbook, tab: str) -> Sheet:
    """The sheet whose tab holds these words."""
    return next(sheet for sheet in workbook.sheets if tab in sheet.tab)


def texts(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """Every text of a workbook with the tab it stands on: cells, heads, titles, notes, feet, charts."""
    yield "", workbook.caption
    for sheet in workbook.sheets:
        around = (sheet.tab, sheet.title, sheet.left, sheet.middle, sheet.right)
        more = (*sheet.lead, *sheet.notes, *sheet.foot)
        heads = (text for column in sheet.columns for text in (column.head, column.group))
        charts = (chart.title for chart in sheet.charts)
        for text in (*around, *more, *heads, *charts):
            yield sheet.tab, text
        for row in sheet.rows:
            for value in cells(row):
                if isinstance(value, str):
                    yield sheet.tab, value
