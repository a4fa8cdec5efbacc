"""Month workbooks of made-up villages, with figures at will."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from mingbai.desk.month.figures import printed_codes, table1_codes
from mingbai.domain.data_sheet import (
    CHECKED,
    DATA_TAB,
    HEADS,
    NUMBERS,
    TABLE1_TAB,
    Line,
    check_code,
)
from mingbai.domain.figure import Ratio, ratio
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.sheet import DASH, Look, Row, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language
from mingbai.exchange.workbook import write_workbook

NOVEMBER = Month(2026, 11)
FILED = date(2026, 11, 30)


def lines_of(numbers: Mapping[str, Decimal | int]) -> list[Line]:
    """All printed figures, filled from some; ratios follow from the numbers of their parts."""
    lines = []
    for code in printed_codes():
        figure = FIGURES[code]
        number = numbers.get(code)
        line = Line(figure=code, unit=figure.unit.code)
        if isinstance(figure, Ratio) and figure.part in numbers and figure.whole in numbers:
            part, whole = Decimal(numbers[figure.part]), Decimal(numbers[figure.whole])
            share = ratio(part, whole, figure.scale, figure.decimals)
            line = replace(line, now=share, part=part, whole=whole)
        elif number is not None:
            line = replace(line, now=Decimal(number), year=Decimal(number) * 2)
        lines.append(line)
    return lines


def write_month(
    path: Path,
    code: str,
    name: str,
    numbers: Mapping[str, Decimal | int],
    *,
    month: Month = NOVEMBER,
    version: int = 1,
    filed: date = FILED,
    language: Language = "zh",
    lines: Sequence[Line] | None = None,
    table1: Sequence[Line] | None = None,
    check: str | None = None,
) -> Path:
    """A workbook as a village writes it: the two sheets that are read."""
    lines = lines_of(numbers) if lines is None else lines
    shown = (lines if table1 is None else table1)[: len(table1_codes())]
    code_line = (
        check if check is not None else check_code(code, str(month), month.start, month.end, version, lines)
    )
    first = Sheet(
        TABLE1_TAB.into(language),
        "减负情况月报表",
        tuple(SheetColumn(str(n), 8.0, Look.WORD) for n in range(13)),
        tuple(
            Row((n, "", line.figure, "", _or_dash(line.now), *([""] * 4), _or_dash(line.year), "", "", ""))
            for n, line in enumerate(shown, 1)
        ),
    )
    data = Sheet(
        DATA_TAB.into(language),
        "汇总数据",
        tuple(
            SheetColumn(head.into(language), 9.0, Look.DATE if key in ("start", "end") else Look.WORD)
            for key, head in HEADS.items()
        ),
        tuple(
            Row(
                (
                    *(code, name, str(month), month.start, month.end, version, line.figure, line.unit),
                    *(getattr(line, key) for key in NUMBERS),
                    line.label,
                )
            )
            for line in lines
        ),
        lead=(CHECKED.format(code=code_line).into(language),) if code_line else (),
    )
    book = Workbook(language, (first, data), f"{name} {version}")
    write_workbook(book, path, made_at=datetime.combine(filed, time()))
    return path


def _or_dash(number: Decimal | None) -> Decimal | str:
    return DASH if number is None else number
