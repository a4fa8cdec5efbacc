"""A village's month workbook, read and held against itself before anything of it is counted.

A workbook that does not tie is refused with the reason: what was changed on the way, what this program
does not know, what is none of ours. Nothing here knows the ledger.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from python_calamine import CalamineWorkbook

from mingbai.domain.data_sheet import (
    CHECKED,
    DATA_TAB,
    HEADS,
    NUMBERS,
    TABLE1_TAB,
    HandedIn,
    Line,
    check_code,
    digits,
)
from mingbai.domain.figure import Figure, Ratio, rounded
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.period import parse_period
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.sheet import DASH
from mingbai.domain.text import clean
from mingbai.domain.words import Mistake, Words
from mingbai.exchange.gate import Form, admit, too_large
from mingbai.exchange.tables import told_of_reader

MOST_LINES = 2_000
"""A month has some dozens of figures."""
HEAD_ROWS = 20
NUMBER_AT, NOW_AT, YEAR_AT = 0, 4, 9
"""Where 表1 has its running number, the month and the year to date."""

_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4}-\d\d-\d\d)")

Sheet = Sequence[Sequence[object]]


def read_submission(path: Path) -> HandedIn:
    """What a month workbook hands in. Raises `Mistake` or `Fault` with the reason, naming the file."""
    file = admit(path)
    if file.form is not Form.XLSX:
        raise _not_ours(file.name)
    with told_of_reader(file.name):
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.data))
        data = _rows(file.name, book, DATA_TAB)
        _refuse_longer(file.name, data)
        table1 = _rows(file.name, book, TABLE1_TAB)
    return _Reading(file.name, data, table1).handed_in(sha256(file.data).hexdigest(), _made_on(file.data))


def _rows(name: str, book: CalamineWorkbook, tab: Words) -> Sheet:
    for wanted in (tab.zh, tab.en):
        if wanted in book.sheet_names:
            sheet = book.get_sheet_by_name(wanted)
            if sheet.height > MOST_LINES:
                raise too_large(name)
            return list(sheet.iter_rows())
    raise _not_ours(name)


def _refuse_longer(name: str, data: Sheet) -> None:
    """A quarter or year is refused as what it is: months are added up, and it would count them twice."""
    heads = (HEADS["period"].zh, HEADS["period"].en)
    for row, below in pairwise(data[:HEAD_ROWS]):
        at = next((i for i, cell in enumerate(row) if _text(cell) in heads), None)
        if at is None:
            continue
        try:
            period = parse_period(_text(below[at]))
        except Mistake:
            return
        if period.kind is not PeriodKind.MONTH:
            raise Mistake(
                "“{name}”没有收：这是{period}的{report}，汇总按月，请报各月的月报",
                "“{name}” was not taken: it is the {report} of {period}; months are added up, so send those",
                name=name,
                period=period.words,
                report=Words(period.kind.called.report.zh, period.kind.called.report.en.lower()),
            )
        return


def _made_on(data: bytes) -> date | None:
    """The day the workbook was written, as it says itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "docProps/core.xml" not in package.namelist():
            return None
        found = _CREATED.search(package.read("docProps/core.xml"))
    try:
        return date.fromisoformat(found[1].decode()) if found else None
    except ValueError:
        return None


class _Reading:
    """The steps from two sheets to what is handed in; every refusal names the file."""

    def __init__(self, name: str, data: Sheet, table1: Sheet) -> None:
        self._name, self._data, self._table1 = name, data, table1

    def handed_in(self, digest: str, made_on: date | None) -> HandedIn:
        rows = list(self._dicts())
        if not rows:
            raise self._broken(Words("没有一行指标", "there is no row of figures"))
        first = rows[0]
        names = ("code", "place", "period", "start", "end", "version")
        if any(row[name] != first[name] for row in rows for name in names):
            raise self._broken(
                Words("各行的村、统计期或版次不一致", "its rows name different villages, periods or versions")
            )
        start, end = _day(first["start"]), _day(first["end"])
        period, version = _text(first["period"]), self._number(first["version"])
        if start is None or end is None or not _fits(period, start, end):
            raise self._broken(
                Words("统计期和起止日期对不上", "its period and its first and last day do not agree")
            )
        if version is None or version != int(version) or not 1 <= version <= 10_000:
            raise self._broken(Words("版次不是数字", "its version is no number"))
        place = _text(first["place"])
        if not place:
            raise self._broken(Words("没有村（社区）名称", "the village has no name"))
        lines = tuple(self._line(row) for row in rows)
        handed = HandedIn(
            file=self._name,
            sha256=digest,
            code=_text(first["code"]),
            place=place,
            period=period,
            start=start,
            end=end,
            version=int(version),
            made_on=made_on,
            lines=lines,
        )
        self._check_lines(lines)
        self._check_table1(lines)
        self._check_code(handed)
        return handed

    def _dicts(self) -> Iterator[dict[str, object]]:
        """The rows below the head by the name of their column."""
        wanted = (HEADS["code"].zh, HEADS["code"].en)
        at = next((i for i, row in enumerate(self._data[:HEAD_ROWS]) if _text(row[0]) in wanted), None)
        if at is None:
            raise _not_ours(self._name)
        heads = [_text(cell) for cell in self._data[at]]
        places: dict[str, int] = {}
        for name, words in HEADS.items():
            found = [i for i, head in enumerate(heads) if head in (words.zh, words.en)]
            if len(found) != 1:
                raise self._broken(
                    Words("汇总数据里的“{head}”一栏不见了", "its sheet Data has no column “{head}”").format(
                        head=words
                    )
                )
            places[name] = found[0]
        for row in self._data[at + 1 :]:
            if any(_text(cell) for cell in row):
                yield {name: row[i] for name, i in places.items()}

    def _line(self, row: dict[str, object]) -> Line:
        return Line(
            figure=_text(row["figure"]),
            unit=_text(row["unit"]),
            label=clean(_text(row["label"]))[:100],
            **{name: self._number(row[name]) for name in NUMBERS},
        )

    def _number(self, value: object) -> Decimal | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            value = value.strip().replace(",", "")
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        if isinstance(value, bool) or not number.is_finite() or abs(number) >= 10**15:
            raise self._broken(
                Words("“{value}”不是数字", "“{value}” is no number").format(value=str(value)[:30])
            )
        return Decimal(digits(number))

    def _check_lines(self, lines: Sequence[Line]) -> None:
        seen: set[str] = set()
        for line in lines:
            figure = FIGURES.get(line.figure)
            if figure is None:
                raise Mistake(
                    "“{name}”没有收：本程序不认识指标“{figure}”，请先更新程序",
                    "“{name}” was not taken: this program does not know the figure “{figure}”; update it first",
                    name=self._name,
                    figure=line.figure[:40],
                )
            if line.figure in seen or figure.unit.code != line.unit:
                raise self._broken(
                    Words(
                        "指标“{figure}”重复，或单位不对",
                        "the figure “{figure}” stands twice or has another unit",
                    ).format(figure=figure.words.format(label="—", whole="—"))
                )
            seen.add(line.figure)

    def _check_table1(self, lines: Sequence[Line]) -> None:
        """The numbered rows of 表1 are the first rows of the data, in order: both come from one program."""
        numbered = [
            row
            for row in self._table1
            if len(row) > YEAR_AT and isinstance(row[NUMBER_AT], int | float) and row[NUMBER_AT] != ""
        ]
        if not numbered or len(numbered) > len(lines):
            raise self._broken(
                Words("表1 的行数和汇总数据对不上", "Table 1 and the sheet Data differ in rows")
            )
        for number, (row, line) in enumerate(zip(numbered, lines, strict=False), 1):
            figure = FIGURES[line.figure]
            for at, value, column in (
                (NOW_AT, line.now, Words("本月", "this month")),
                (YEAR_AT, line.year, Words("本年累计", "year to date")),
            ):
                if row[NUMBER_AT] != number or not self._same(figure, row[at], value):
                    raise self._broken(
                        Words(
                            "表1 第 {n} 行“{column}”是 {shown}，汇总数据是 {value}",
                            "Table 1, row {n}, {column}, says {shown} and the sheet Data says {value}",
                        ).format(
                            n=number, column=column, shown=_text(row[at]) or DASH, value=digits(value) or DASH
                        )
                    )

    def _same(self, figure: Figure, shown: object, value: Decimal | None) -> bool:
        if _text(shown) in ("", DASH):
            return value is None
        places = figure.decimals if isinstance(figure, Ratio) else figure.unit.decimals
        number = self._number(shown)
        return number is not None and value is not None and rounded(number, places) == rounded(value, places)

    def _check_code(self, handed: HandedIn) -> None:
        wanted = check_code(
            handed.code, handed.period, handed.start, handed.end, handed.version, handed.lines
        )
        said = {_text(cell) for row in self._data[:HEAD_ROWS] for cell in row}
        if not said & {CHECKED.format(code=wanted).zh, CHECKED.format(code=wanted).en}:
            raise self._broken(
                Words(
                    "校验码不符，汇总数据在导出以后改过",
                    "its check code does not fit: the sheet Data was changed",
                )
            )

    def _broken(self, why: Words) -> Mistake:
        return Mistake(
            "“{name}”没有收：{why}。请该村重新导出月报再报",
            "“{name}” was not taken: {why}. Ask the village to write the report again",
            name=self._name,
            why=why,
        )


def _not_ours(name: str) -> Mistake:
    return Mistake(
        "“{name}”没有收：不是明白账导出的月报（没有“汇总数据”或“表1”）",
        "“{name}” was not taken: it is not a Mingbai Ledger month report (no sheet “Data” or “Table 1”)",
        name=name,
    )


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:
        return None


def _fits(period: str, start: date, end: date) -> bool:
    """Whether these are the days of the month, cut in one of the two ways."""
    try:
        months = [Month.parse(period, cutoff) for cutoff in Cutoff]
    except Mistake:
        return False
    return any((month.start, month.end) == (start, end) and str(month) == period for month in months)
