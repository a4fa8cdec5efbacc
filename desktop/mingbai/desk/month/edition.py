"""One edition of a month report: which month, which language, for whom, which version; and the words
that stand around every table of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingbai.desk.places import committee_of
from mingbai.domain.month import Month
from mingbai.domain.month_names import MONTH_NAMES
from mingbai.domain.place import Place
from mingbai.domain.sheet import Chart, Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Language, Words

PAGE = Page()


@dataclass(frozen=True, slots=True)
class Edition:
    """What the sheets of one workbook have in common."""

    place: Place
    month: Month
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
    def committee(self) -> str:
        """Who reports: the place's committee. A name in the other language is left as it was typed."""
        return committee_of(self.place).into(self.language)

    @property
    def unit(self) -> str:
        """Who reports, as the line under a title says it."""
        return self.say(f"填报单位：{self.committee}", self.committee)

    @property
    def period(self) -> str:
        """The month with its real days."""
        days = self.into(self.month.days_words)
        return self.say(f"{self.month.words.zh}（{days}）", f"{self.month.words.en} ({days})")

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
        month = self.into(self.month.words)
        return self.say(
            f"{self.place.name} {month} {self.name} {self.numbered}",
            f"{self.place.name}, {month}, {self.name}, {self.numbered}",
        )

    @property
    def unfinished(self) -> str:
        """Says that the month is not over yet, where it is not."""
        if self.filed_on >= self.month.end:
            return ""
        day = self.filed_on
        return self.say(
            f"本月尚未结束，数据截至{day.year}年{day.month}月{day.day}日。",
            f"The month is not over yet; figures as of {day.day} {MONTH_NAMES[day.month - 1]} {day.year}.",
        )

    def foot(self, *, unit: bool = True) -> tuple[str, ...]:
        """What is stamped and signed by hand; a narrow page leaves the unit to the stamp."""
        day = self.filed_on
        signed = self.committee if unit else ""
        if self.language == "zh":
            filed = f"{day.year}年{day.month}月{day.day}日"
            return (f"填报单位（盖章）：{signed}", "负责人：", "审核人：", "填报人：", f"填报日期：{filed}")
        filed = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
        return (
            f"Unit (stamp): {signed}".strip(),
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
        """A sheet in the frame that all of this edition have: what it is called, who reports, which days."""
        return Sheet(
            tab=self.into(tab),
            title=self.into(title),
            columns=columns,
            rows=rows,
            left=self.unit,
            middle=self.period if middle is None else middle,
            right=right,
            lead=lead,
            notes=notes,
            foot=foot,
            frozen_columns=frozen_columns,
            page=page,
            charts=charts,
        )

    def table(self, number: str, more: str = "") -> str:
        """What stands right under the title: the table's number and what it counts in."""
        return self.say(f"{number}　{more}" if more else number, f"{number}, {more}" if more else number)


def month_name(month: Month, beside: Month, language: Language) -> str:
    """A month named beside another one: its year is left out where it is the same."""
    if month.year != beside.year:
        return month.words.into(language)
    return f"{month.number}月" if language == "zh" else MONTH_NAMES[month.number - 1]


def year_to_date_name(month: Month, language: Language) -> str:
    """The months of a year up to this one."""
    if month.number == 1:
        return month.words.into(language)
    if language == "zh":
        return f"{month.year}年1—{month.number}月"
    return f"January–{MONTH_NAMES[month.number - 1]} {month.year}"
