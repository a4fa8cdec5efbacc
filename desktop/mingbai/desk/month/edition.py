"""One edition of a report: which period, which language, for whom, which version; and the words that stand
around every table of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mingbai.desk.places import committee_of
from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.period import ReportPeriod
from mingbai.domain.period_kind import Called, PeriodKind
from mingbai.domain.place import Place
from mingbai.domain.sheet import Cell, CellValue, Chart, Page, Row, Sheet, SheetColumn
from mingbai.domain.text import mask_numbers
from mingbai.domain.words import Language, Words
from mingbai.domain.written_day import formal_day

PAGE = Page()


@dataclass(frozen=True, slots=True)
class Edition:
    """What the sheets of one workbook have in common."""

    place: Place
    period: ReportPeriod
    language: Language
    full: bool
    """The copy that stays here (留存版); without it the submission (上报版)."""
    version: int
    filed_on: date

    def say(self, zh: str, en: str) -> str:
        """The text of this edition's language."""
        return zh if self.language == "zh" else en

    def into(self, words: Words) -> str:
        """The words in this edition's language."""
        return words.into(self.language)

    @property
    def here(self) -> str:
        """The place, as captions name it."""
        return mask_numbers(self.place.name)

    @property
    def committee(self) -> str:
        """Who reports: the place's committee. A name in the other language is left as it was typed."""
        return committee_of(self.place).into(self.language)

    @property
    def unit(self) -> str:
        """Who reports, as the line under a title says it."""
        return self.say(f"填报单位：{self.committee}", self.committee)

    @property
    def called(self) -> Called:
        """What the period and its neighbours are called."""
        return self.period.kind.called

    @property
    def this(self) -> str:
        """The period, as sentences speak of it: 本月, this quarter."""
        return self.say(self.called.this.zh, self.called.this.en.lower())

    @property
    def until(self) -> date:
        """The last day of which the figures speak: the period's, or the day of filing in one that is not over."""
        return min(self.period.end, self.filed_on)

    @property
    def noun(self) -> str:
        """How long the period is: a month, a quarter, a year."""
        return self.into(self.called.noun)

    @property
    def whole_year(self) -> bool:
        """Whether the period is a year, of which there is no year to date beside it."""
        return self.period.kind is PeriodKind.YEAR

    @property
    def when(self) -> str:
        """The period with its real days."""
        days = self.into(self.period.days_words)
        return self.say(f"{self.period.words.zh}（{days}）", f"{self.period.words.en} ({days})")

    @property
    def name(self) -> str:
        """What this edition is called."""
        return self.say("留存版", "full copy") if self.full else self.say("上报版", "submission")

    @property
    def numbered(self) -> str:
        """Which version it is."""
        return self.say(f"第{self.version}版", f"version {self.version}")

    @property
    def caption(self) -> str:
        """What stands at the foot of every page."""
        period = self.into(self.period.words)
        return self.say(
            f"{self.here} {period} {self.name} {self.numbered}",
            f"{self.here}, {period}, {self.name}, {self.numbered}",
        )

    @property
    def unfinished(self) -> str:
        """Says that the period is not over yet, where it is not."""
        if self.filed_on >= self.period.end:
            return ""
        day = formal_day(self.filed_on)
        return self.say(
            f"{self.called.this.zh}尚未结束，数据截至{day.zh}。",
            f"The {self.called.noun.en} is not over yet; figures as of {day.en}.",
        )

    def foot(self) -> tuple[str, ...]:
        """What is stamped and signed by hand."""
        filed, signed = self.into(formal_day(self.filed_on)), self.committee
        if self.language == "zh":
            return (f"填报单位（盖章）：{signed}", "负责人：", "审核人：", "填报人：", f"填报日期：{filed}")
        return (
            f"Unit (stamp): {signed}",
            "Head:",
            "Checked by:",
            "Prepared by:",
            f"Filed: {filed}",
        )

    def sheet(
        self,
        tab: Words,
        title: Words,
        columns: tuple[SheetColumn, ...],
        rows: Iterable[Row],
        *,
        right: str,
        middle: str | None = None,
        lead: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
        foot: tuple[str, ...] = (),
        frozen_columns: int = 0,
        page: Page = PAGE,
        charts: tuple[Chart, ...] = (),
    ) -> Sheet:
        """A sheet in the frame that all of this edition have: what it is called, who reports, which days.

        Whatever a report writes passes here, names of units, certificates, categories and the place too, and
        leaves the numbers of people behind: in a list's name somebody may have typed one as well.
        """
        masked = map(_masked_row, rows)
        return Sheet(
            tab=self.into(tab),
            title=self.into(title),
            columns=columns,
            # A long list stays one that is read once.
            rows=tuple(masked) if isinstance(rows, Sequence) else masked,
            left=mask_numbers(self.unit),
            middle=self.when if middle is None else middle,
            right=right,
            lead=tuple(map(mask_numbers, lead)),
            notes=tuple(map(mask_numbers, notes)),
            foot=tuple(map(mask_numbers, foot)),
            frozen_columns=frozen_columns,
            page=page,
            charts=charts,
        )

    def table(self, number: str, more: str = "") -> str:
        """What stands right under the title: the table's number and what it counts in."""
        return self.say(f"{number}　{more}" if more else number, f"{number}, {more}" if more else number)


def _masked_row(row: Row) -> Row:
    return replace(row, cells=tuple(map(_masked_cell, row.cells)))


def _masked_cell(cell: CellValue | Cell) -> CellValue | Cell:
    if isinstance(cell, Cell):
        return replace(cell, value=mask_numbers(cell.value)) if isinstance(cell.value, str) else cell
    return mask_numbers(cell) if isinstance(cell, str) else cell


def period_name(period: ReportPeriod, beside: ReportPeriod, language: Language) -> str:
    """A period named beside another one: its year is left out where it is the same."""
    return (period.words if period.year != beside.year else period.short).into(language)


def year_to_date_name(period: ReportPeriod, language: Language) -> str:
    """The months of a year up to the last one of this period."""
    if period.kind is PeriodKind.YEAR:
        return period.words.into(language)
    month = period.months[-1]
    if month.number == 1:
        return month.words.into(language)
    if language == "zh":
        return f"{month.year}年1—{month.number}月"
    return f"January–{MONTH_NAMES[month.number - 1]} {month.year}"
