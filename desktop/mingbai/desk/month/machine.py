"""汇总数据: the same month for a machine, so that a street or county adds up what villages hand in.

Ratios carry their part and whole, because shares cannot be added. It is hidden in the workbook, which
prints without it. It has the frame of every other sheet, so the head is not the first row; see `domain.data_sheet`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures, printed_codes
from mingbai.domain.data_sheet import CHECKED, DATA_TAB, HEADS, LONGER_HEADS, NUMBERS, Line, check_code
from mingbai.domain.figure import alone, rounded
from mingbai.domain.figures import FIGURES
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.sheet import Look, Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

PLACES = 4

NAME = Words("指标名称", "What it is")
"""For people who read the sheet; whoever adds up reads the code, and needs no such column."""
TITLE = Words("汇总数据", "Data for Adding Up")
HOW = Words(
    "分子、分母是算比率用的两个数：各村的比率不能相加，分子、分母可以。空格为没有数据。",
    "Part and whole are the numbers that a ratio was worked out from: ratios of villages cannot be added up, "
    "their parts and wholes can. An empty cell is no data.",
)

COLUMNS: dict[str, tuple[float, Look]] = {
    "code": (10.2, Look.CODE),
    "place": (10.6, Look.TEXT),
    "period": (6.6, Look.CODE),
    "start": (7.9, Look.DATE),
    "end": (7.9, Look.DATE),
    "version": (4.8, Look.WORD),
    "figure": (14.6, Look.CODE),
    "name": (18.4, Look.TEXT),
    "unit": (8.6, Look.CODE),
    **dict.fromkeys(NUMBERS, (6.6, Look.WORD)),
    "label": (9.0, Look.TEXT),
}


def machine_sheet(edition: Edition, figures: MonthFigures) -> Sheet:
    """One row per figure; an empty cell is nothing to say, never zero."""
    lines = [_line(edition, figures, code) for code in printed_codes()]
    period = edition.period
    known = HEADS if period.kind is PeriodKind.MONTH else HEADS | LONGER_HEADS
    heads = {
        key: words
        for name, head in known.items()
        for key, words in ((name, head), *((("name", NAME),) if name == "unit" else ()))
    }
    code = check_code(edition.place.code, str(period), period.start, period.end, edition.version, lines)
    drawn = edition.sheet(
        DATA_TAB,
        TITLE,
        tuple(SheetColumn(edition.into(head), *COLUMNS[name]) for name, head in heads.items()),
        tuple(_rows(edition, figures, lines)),
        right=edition.numbered,
        lead=(edition.into(HOW), edition.into(CHECKED.format(code=code))),
        page=Page(one_page=False, size=9.0, height=15.0),
    )
    return replace(drawn, hidden=True)


def _line(edition: Edition, figures: MonthFigures, code: str) -> Line:
    found = figures.of(code)
    now, year = found.value, found.year_to_date
    return Line(
        figure=code,
        unit=FIGURES[code].unit.code,
        now=now.number,
        part=_short(now.part),
        whole=_short(now.whole),
        year=year.number,
        year_part=_short(year.part),
        year_whole=_short(year.whole),
        label=edition.into(found.label),
    )


def _short(number: Decimal | None) -> Decimal | None:
    """Minutes as hours may go on for ever; four places say them to a third of a second."""
    return None if number is None else rounded(number, PLACES)


def _rows(edition: Edition, figures: MonthFigures, lines: Sequence[Line]) -> Iterator[Row]:
    place, period = edition.place, edition.period
    for line in lines:
        yield Row(
            (
                *(place.code, place.name, str(period), period.start, period.end, edition.version),
                *(line.figure, line.unit, edition.into(alone(figures.of(line.figure).title))),
                *(*(getattr(line, name) for name in NUMBERS), line.label),
            )
        )
