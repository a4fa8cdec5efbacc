"""A month of all villages on paper: the sums, every group of figures village by village, who handed in what.

One layout for screen, print, PDF and Excel. Villages stand in the order of their codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from mingbai.desk.collecting.collection import PAPER, Collection, Place, Sum
from mingbai.domain.data_sheet import Line
from mingbai.domain.figure import Figure, Ratio, alone
from mingbai.domain.figures import FIGURES, TABLE1
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Page, Row, RowKind, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language, Words
from mingbai.domain.written_day import formal_day
from mingbai.exchange.workbook import Written, write_workbook

LANDSCAPE = 125.5
LEAD = (
    ("序号", "No.", 4.6),
    ("代码", "Code", 14.0),
    ("村（社区）", "Village", 20.0),
    ("版次", "Version", 7.6),
)
MOST_COLUMNS = 9
"""Figures side by side; a group with more gets several sheets."""

LOOKS = {0: Look.COUNT, 1: Look.TENTH, 2: Look.HUNDREDTH}
FURTHER = Words("其他指标", "Further figures")
MORE_ON = {
    prefix: words
    for prefixes, words in (
        ("task cut staff place", Words("其他：交办和人员", "More on assignments")),
        ("cert issue", Words("其他：证明和诉求", "More on issues")),
        ("meeting inspection", Words("其他：会议和检查", "More on meetings")),
        ("reception plaque", Words("其他：接待和牌子", "More on visits, plaques")),
        ("visit activity expert hours", Words("其他：走访和活动", "More on help, activities")),
        ("admission point", Words("其他：准入和反映", "More on admissions")),
    )
    for prefix in prefixes.split()
}
"""Figures that stand on other sheets, by what they are about: numbered sheets say nothing."""
NOT_HERE = Words("未报", "missing")
ON_PAPER = Words("纸质", "paper")
TWICE = Words("两份不同", "two differ")
NUMBERED = Words("第{n}版", "v{n}")

COLUMNS = {
    "now": Words("本月", "This month"),
    "year": Words("本年累计", "Year to date"),
    "label": Words("最多项", "Largest"),
}

_GAP = re.compile(r"（\{\w+\}\w?）| \(\{\w+\}\)|[：:] ?\{\w+\}")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a cell opens: a figure with all villages, or a village with all figures."""

    figure: str = ""
    village: str = ""


Openings = Mapping[tuple[int, int], Opening]


@dataclass(frozen=True, slots=True)
class CollectionBook:
    """A collected month as sheets, and what the cells of each open."""

    workbook: Workbook
    openings: tuple[Openings, ...]


def figure_name(figure: Figure) -> Words:
    """What a figure is called over many villages: without the gaps that one village fills."""
    return alone(Words(_GAP.sub("", figure.words.zh), _GAP.sub("", figure.words.en)))


def groups_of(codes: Sequence[str]) -> list[tuple[Words, tuple[str, ...]]]:
    """Figures by the groups of the month report; those that stand on other sheets come last."""
    found = [(words, tuple(code for code in inside if code in codes)) for words, inside in TABLE1]
    known = {code for _, inside in found for code in inside}
    further: dict[Words, list[str]] = {}
    for code in codes:
        if code not in known:
            further.setdefault(MORE_ON.get(code.partition(".")[0], FURTHER), []).append(code)
    return [*found, *((words, tuple(inside)) for words, inside in further.items())]


def collection_book(
    found: Collection, place: str, *, language: Language, today: date, opened: Opening | None = None
) -> CollectionBook:
    """The month as sheets; what was `opened` is one more, the last."""
    made = _Making(found, place, language, today)
    pages = [made.sums(), *made.groups(), made.arrived()]
    if any(one.differences for one in found.places):
        pages.append(made.changed())
    if opened is not None and opened.figure in FIGURES:
        pages.append(made.one_figure(opened.figure))
    elif opened is not None:
        pages += [made.one_village(one) for one in found.places if one.uid == opened.village and one.handed]
    caption = made.say(
        f"{place} {found.month.words.zh} 各村月报汇总", f"{place}, {found.month.words.en}, all villages"
    )
    sheets = tuple(sheet for sheet, _ in pages)
    return CollectionBook(Workbook(language, sheets, caption), tuple(openings for _, openings in pages))


def write_collection(found: Collection, place: str, out: Path, *, language: Language, today: date) -> Written:
    """Writes the collected month as a workbook."""
    book = collection_book(found, place, language=language, today=today)
    return write_workbook(book.workbook, out, made_at=datetime.combine(today, time()))


Made = tuple[Sheet, Openings]


class _Making:
    """The sheets of one collected month in one language."""

    def __init__(self, found: Collection, place: str, language: Language, today: date) -> None:
        self._found, self._place, self._language, self._today = found, place, language, today

    def say(self, zh: str, en: str) -> str:
        return zh if self._language == "zh" else en

    def _into(self, words: Words) -> str:
        return words.into(self._language)

    def _sheet(
        self,
        tab: str,
        title: str,
        columns: Sequence[SheetColumn],
        rows: Sequence[Row],
        *,
        right: str = "",
        notes: tuple[str, ...] = (),
        portrait: bool = False,
        frozen: int = 0,
    ) -> Sheet:
        month = self._found.month
        days = self._into(month.days_words)
        return Sheet(
            tab=tab,
            title=title,
            columns=tuple(columns),
            rows=tuple(rows),
            left=self.say(f"汇总单位：{self._place}", self._place),
            middle=self.say(f"{month.words.zh}（{days}）", f"{month.words.en} ({days})"),
            right=right or self._counted(),
            notes=notes,
            foot=self._foot(),
            frozen_columns=frozen,
            page=Page(portrait=portrait, one_page=False),
        )

    def _foot(self) -> tuple[str, ...]:
        day = self._today
        if self._language == "zh":
            return ("负责人：", "审核人：", "填报人：", f"填报日期：{formal_day(day).zh}")
        return ("Head:", "Checked by:", "Prepared by:", f"Filed: {formal_day(day).en}")

    def _counted(self) -> str:
        here, expected = len(self._found.here), len(self._found.here) + len(self._found.missing)
        return self.say(f"应报{expected}个，已报{here}个", f"{here} of {expected} in")

    def _notes(self) -> tuple[str, ...]:
        notes = [
            self.say(
                "注：比率按各村的分子、分母重新计算；中位数和最多项不能相加，合计记“—”；“—”为没有可说的数，不是零。",
                "Notes: shares are worked out anew from the villages' parts; medians and largest groups cannot be "
                "added and have “—”, which is nothing to say and never zero.",
            )
        ]
        missing, other = self._found.missing, self._found.other_days
        if missing:
            names = self._names(missing)
            notes.append(
                self.say(
                    f"未报{len(missing)}个，不在合计内：{names}。",
                    f"Missing and not in the sums ({len(missing)}): {names}.",
                )
            )
        if other:
            names = self._names(other)
            notes.append(
                self.say(
                    f"统计期起止日期与本表不同的{len(other)}个：{names}。",
                    f"Count other days than this sheet ({len(other)}): {names}.",
                )
            )
        return tuple(notes)

    def _names(self, places: Sequence[Place]) -> str:
        return self.say("、", ", ").join(place.name for place in places)

    # Sums

    def sums(self) -> Made:
        """Every figure with what all villages add up to."""
        say = self.say
        columns = (
            SheetColumn(say("序\n号", "No."), 4.0, Look.WORD),
            SheetColumn(say("类\n别", ""), 3.4, Look.WORD, merge_down=True),
            SheetColumn(say("指标", "Indicator"), 29.6, Look.TEXT),
            SheetColumn(say("单位", "Unit"), 8.0, Look.WORD),
            SheetColumn(say("本月合计", "This month"), 12.0, Look.COUNT),
            SheetColumn(say("村数", "Villages"), 8.0, Look.COUNT),
            SheetColumn(say("本年累计合计", "Year to date"), 12.0, Look.COUNT),
            SheetColumn(say("村数", "Villages"), 8.0, Look.COUNT),
        )
        rows: list[Row] = []
        openings: dict[tuple[int, int], Opening] = {}
        for group, codes in groups_of(self._found.codes):
            for code in codes:
                month, year = self._found.sum(code), self._found.sum(code, year=True)
                for column, value in (
                    (4, month.number),
                    (5, month.villages),
                    (6, year.number),
                    (7, year.villages),
                ):
                    if value is not None:
                        openings[len(rows), column] = Opening(figure=code)
                figure = FIGURES[code]
                rows.append(
                    Row(
                        (
                            *(len(rows) + 1, self._into(group), self._into(figure_name(figure))),
                            self._into(figure.unit.words),
                            *(_number(figure, month.number), month.villages),
                            *(_number(figure, year.number), year.villages),
                        )
                    )
                )
        title = say("各村月报汇总表", "Month Report of All Villages")
        sheet = self._sheet(
            say("汇总表", "Sums"), title, columns, rows, notes=self._notes(), portrait=True, frozen=4
        )
        return sheet, openings

    # Village by village

    def groups(self) -> Iterator[Made]:
        """Each group of figures, one row a village."""
        for group, codes in groups_of(self._found.codes):
            count = -(-len(codes) // MOST_COLUMNS)
            each = -(-len(codes) // max(count, 1))
            for number in range(count):
                name = self._into(group)
                some = codes[number * each : (number + 1) * each]
                yield self._group(f"{name} {number + 1}" if count > 1 else name, some)

    def _group(self, name: str, codes: Sequence[str]) -> Made:
        spare = LANDSCAPE - sum(width for *_, width in LEAD)
        width = min(14.0, spare / len(codes))
        columns = [
            SheetColumn(
                f"{self._into(figure_name(FIGURES[code]))}\n{self._unit(FIGURES[code])}", width, Look.COUNT
            )
            for code in codes
        ]
        rows: list[Row] = []
        openings: dict[tuple[int, int], Opening] = {}
        for place in self._found.places:
            for column, code in enumerate(codes, len(LEAD)):
                line = self._found.line(place, code)
                if line is not None and line.now is not None:
                    openings[len(rows), column] = Opening(village=place.uid)
            cells = [_number(FIGURES[code], _now(self._found.line(place, code))) for code in codes]
            rows.append(Row((*self._lead(len(rows) + 1, place), *cells)))
        sums = [self._found.sum(code) for code in codes]
        if rows:
            for column, (code, whole) in enumerate(zip(codes, sums, strict=True), len(LEAD)):
                if whole.number is not None:
                    openings[len(rows), column] = Opening(figure=code)
            rows.append(self._total(codes, sums))
        sheet = self._sheet(
            name, name, (*self._lead_columns(), *columns), rows, notes=self._notes(), frozen=3
        )
        return sheet, openings

    def _unit(self, figure: Figure) -> str:
        unit = self._into(figure.unit.words)
        return self.say(f"（{unit}）", f"({unit})")

    def _lead_columns(self) -> tuple[SheetColumn, ...]:
        looks = (Look.WORD, Look.CODE, Look.TEXT, Look.WORD)
        return tuple(
            SheetColumn(self.say(zh, en), width, look)
            for (zh, en, width), look in zip(LEAD, looks, strict=True)
        )

    def _lead(self, number: int, place: Place) -> tuple[CellValue, ...]:
        return number, place.code or DASH, place.name, self._state(place)

    def _state(self, place: Place) -> str:
        standing = place.standing
        if standing is None:
            return self._into(NOT_HERE)
        if place.doubtful:
            return self._into(TWICE)
        if standing.version == PAPER:
            return self._into(ON_PAPER)
        return self._into(NUMBERED.format(n=standing.version))

    def _total(self, codes: Sequence[str], sums: Sequence[Sum]) -> Row:
        here = len(self._found.here)
        text = self.say(f"合计（{here}个村、社区）", f"Total ({here} in)")
        cells = [_number(FIGURES[code], whole.number) for code, whole in zip(codes, sums, strict=True)]
        return Row((text, "", "", "", *cells), RowKind.TOTAL)

    # Who handed in what

    def arrived(self) -> Made:
        """Every village, what came of it and when."""
        say = self.say
        columns = (
            *self._lead_columns(),
            SheetColumn(say("填报日期", "Filed"), 10.4, Look.DATE),
            SheetColumn(say("收到日期", "Received"), 10.4, Look.DATE),
            SheetColumn(say("收到\n几份", "Reports"), 7.5, Look.COUNT),
            SheetColumn(say("与上一份\n不同", "Differ from\nbefore"), 9.0, Look.COUNT),
            SheetColumn(say("文件", "File"), 42.0, Look.TEXT),
        )
        rows: list[Row] = []
        openings: dict[tuple[int, int], Opening] = {}
        for place in self._found.places:
            standing = place.standing
            if standing is None:
                rows.append(Row((*self._lead(len(rows) + 1, place), DASH, DASH, DASH, DASH, DASH)))
                continue
            record = standing.entry.record
            changes = len(place.differences) if len(place.handed) > 1 else DASH
            openings[len(rows), 6] = Opening(village=place.uid)
            rows.append(
                Row(
                    (
                        *self._lead(len(rows) + 1, place),
                        *(record.made_on or DASH, record.received_on, len(place.handed), changes),
                        record.file or self._into(ON_PAPER),
                    )
                )
            )
        title = say("各村报送情况", "What Came In")
        return self._sheet(say("报送情况", "Arrivals"), title, columns, rows, frozen=3), openings

    def changed(self) -> Made:
        """What newer versions say otherwise."""
        say = self.say
        columns = (
            *self._lead_columns(),
            SheetColumn(say("指标", "Indicator"), 34.0, Look.TEXT),
            SheetColumn(say("栏目", "Column"), 13.0, Look.WORD),
            SheetColumn(say("原来", "Before"), 16.0, Look.COUNT),
            SheetColumn(say("现在", "Now"), 16.0, Look.COUNT),
        )
        rows = [
            Row(
                (
                    *self._lead(0, place)[1:],
                    self._into(figure_name(FIGURES[one.figure])),
                    self._into(COLUMNS[one.column]),
                    _said(one.figure, one.before),
                    _said(one.figure, one.now),
                )
            )
            for place in self._found.places
            for one in place.differences
        ]
        rows = [Row((number, *row.cells)) for number, row in enumerate(rows, 1)]
        title = say("版本差异", "What Newer Versions Changed")
        return self._sheet(say("版本差异", "Changes"), title, columns, rows, frozen=3), {}

    # What was opened

    def one_figure(self, code: str) -> Made:
        """A figure with the villages it comes from."""
        say, figure = self.say, FIGURES[code]
        columns = (
            *self._lead_columns(),
            SheetColumn(say("本月", "This month"), 12.0, Look.COUNT),
            SheetColumn(say("本月分子", "Part"), 10.0, Look.COUNT),
            SheetColumn(say("本月分母", "Whole"), 10.0, Look.COUNT),
            SheetColumn(say("本年累计", "Year to date"), 12.0, Look.COUNT),
            SheetColumn(say("累计分子", "Year part"), 10.0, Look.COUNT),
            SheetColumn(say("累计分母", "Year whole"), 10.0, Look.COUNT),
            SheetColumn(say("最多项", "Largest"), 15.0, Look.TEXT),
        )
        rows: list[Row] = []
        openings: dict[tuple[int, int], Opening] = {}
        for place in self._found.here:
            line = self._found.line(place, code)
            if line is not None:
                openings |= {(len(rows), column): Opening(village=place.uid) for column in range(4, 10)}
                rows.append(Row((*self._lead(len(rows) + 1, place), *_cells(figure, line))))
        month, year = self._found.sum(code), self._found.sum(code, year=True)
        rows.append(
            Row(
                (
                    *(say("合计", "Total"), "", "", ""),
                    *(_number(figure, month.number), _plain(month.part), _plain(month.whole)),
                    *(_number(figure, year.number), _plain(year.part), _plain(year.whole), ""),
                ),
                RowKind.TOTAL,
            )
        )
        name = self._into(figure_name(figure))
        title = say(f"{name}（{figure.unit.words.zh}）", f"{name} ({figure.unit.words.en})")
        notes = (self._into(figure.note),)
        return self._sheet(say("明细", "Rows"), title, columns, rows, notes=notes, frozen=3), openings

    def one_village(self, place: Place) -> Made:
        """A village with all its figures, beside what it said before."""
        say = self.say
        before = place.handed[-2].lines if len(place.handed) > 1 else {}
        columns = (
            SheetColumn(say("序号", "No."), 4.6, Look.WORD),
            SheetColumn(say("指标", "Indicator"), 29.0, Look.TEXT),
            SheetColumn(say("单位", "Unit"), 9.0, Look.WORD),
            SheetColumn(say("本月", "This month"), 10.4, Look.COUNT),
            SheetColumn(say("本年累计", "Year to date"), 10.4, Look.COUNT),
            SheetColumn(say("上一份\n本月", "Before:\nmonth"), 10.4, Look.COUNT),
            SheetColumn(say("上一份\n累计", "Before:\nyear"), 10.4, Look.COUNT),
        )
        rows: list[Row] = []
        assert place.standing is not None
        for code in (code for code in self._found.codes if code in place.standing.lines):
            figure, line, old = FIGURES[code], place.standing.lines[code], before.get(code)
            numbers = (line.now, line.year, _now(old), None if old is None else old.year)
            rows.append(
                Row(
                    (
                        *(len(rows) + 1, self._into(figure_name(figure)), self._into(figure.unit.words)),
                        *(_number(figure, number) for number in numbers),
                    )
                )
            )
        right = f"{place.code} {self._state(place)}".strip()
        return self._sheet(say("明细", "Rows"), place.name, columns, rows, right=right, portrait=True), {}


def _now(line: Line | None) -> Decimal | None:
    return None if line is None else line.now


def _number(figure: Figure, number: Decimal | None) -> CellValue | Cell:
    decimals = figure.decimals if isinstance(figure, Ratio) else figure.unit.decimals
    return DASH if number is None else Cell(number, LOOKS[decimals])


def _plain(number: Decimal | None) -> CellValue | Cell:
    if number is None:
        return DASH
    return Cell(number, Look.COUNT if number == number.to_integral_value() else Look.TENTH)


def _cells(figure: Figure, line: Line) -> Iterator[CellValue | Cell]:
    yield from (_number(figure, line.now), _plain(line.part), _plain(line.whole))
    yield from (_number(figure, line.year), _plain(line.year_part), _plain(line.year_whole))
    yield line.label or DASH


def _said(code: str, text: str) -> CellValue | Cell:
    if not text:
        return DASH
    try:
        return _number(FIGURES[code], Decimal(text))
    except ArithmeticError:
        return Cell(text, Look.WORD)
