"""汇总数据 as villages write it and a street reads it: what it is called, its columns, what it is checked by.

Its head is the row whose first cell reads 村（社区）代码 or Village code; below it every row is one figure. A
code above it is worked out from these rows, so that a number changed by hand on the way is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.words import Words

DATA_TAB = Words("汇总数据", "Data")
TABLE1_TAB = Words("表1 减负情况月报表", "Table 1 Report")
"""表1 of a month: quarters and years are not handed in to be added up, and call theirs otherwise."""

HEADS: dict[str, Words] = {
    "code": Words("村（社区）代码", "Village code"),
    "place": Words("村（社区）", "Place"),
    "period": Words("统计期", "Period"),
    "start": Words("开始日期", "From"),
    "end": Words("结束日期", "To"),
    "version": Words("版次", "Version"),
    "figure": Words("指标代码", "Figure"),
    "unit": Words("单位代码", "Unit"),
    "now": Words("本月", "Month"),
    "part": Words("本月分子", "Month part"),
    "whole": Words("本月分母", "Month whole"),
    "year": Words("本年累计", "Year to date"),
    "year_part": Words("累计分子", "Year part"),
    "year_whole": Words("累计分母", "Year whole"),
    "label": Words("最多项", "Largest"),
}
"""The columns in order."""

LONGER_HEADS = {
    "now": Words("本期", "Period value"),
    "part": Words("本期分子", "Period part"),
    "whole": Words("本期分母", "Period whole"),
}
"""What three of the columns are called in a quarter's or year's report."""


def table1_tab(kind: PeriodKind) -> Words:
    """What the sheet of 表1 is called in a report of this length."""
    return TABLE1_TAB if kind is PeriodKind.MONTH else Words(f"表1 {kind.called.title.zh}", "Table 1 Report")


CHECKED = Words("校验码：{code}", "Check code: {code}")
CHECK_LENGTH = 16

DIGITS = 6
"""Places after the point in which numbers are compared: spreadsheets keep them as floats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure of a month as it was handed in; None is nothing to say, never zero."""

    figure: str
    unit: str
    now: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    year: Decimal | None = None
    year_part: Decimal | None = None
    year_whole: Decimal | None = None
    label: str = ""


NUMBERS = ("now", "part", "whole", "year", "year_part", "year_whole")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """One month workbook as it speaks of itself."""

    file: str
    sha256: str
    code: str
    place: str
    period: str
    start: date
    end: date
    version: int
    made_on: date | None
    lines: tuple[Line, ...]


def digits(number: Decimal | None) -> str:
    """A number as it is compared and kept; empty for none."""
    if number is None:
        return ""
    return format(round(number, DIGITS).normalize() + 0, "f")


def check_code(code: str, period: str, start: date, end: date, version: int, lines: Iterable[Line]) -> str:
    """What the sheet is checked by: of everything in it but names, which may be in either language."""
    parts = [code, period, start.isoformat(), end.isoformat(), str(version)]
    for line in lines:
        parts += [line.figure, line.unit, *(digits(getattr(line, name)) for name in NUMBERS)]
    return sha256("|".join(parts).encode()).hexdigest()[:CHECK_LENGTH]
