"""The month a report speaks of: which days it holds, and the months around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Self

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.words import Mistake, Words
from mingbai.domain.written_day import formal_day


class Cutoff(StrEnum):
    """How a place cuts its months: at the end of the calendar month, or after the 25th."""

    CALENDAR = "calendar"
    DAY_25 = "26-25"

    @property
    def words(self) -> Words:
        """What the setting is called."""
        if self is Cutoff.CALENDAR:
            return Words("自然月", "Calendar month")
        return Words("上月26日至本月25日", "26th to 25th")


@dataclass(frozen=True, slots=True)
class Span:
    """Some days in a row, both ends included."""

    start: date
    end: date

    @property
    def words(self) -> Words:
        """The days in words, saying a year or a month only where it is needed."""
        a, b = self.start, self.end
        years = a.year != b.year
        first, last = (formal_day(day, None if years else day) for day in (a, b))
        if a == b:
            return first
        zh = f"{first.zh}至{last.zh}"
        if (a.year, a.month) == (b.year, b.month):
            return Words(zh, f"{a.day}-{last.en}")
        return Words(zh, f"{first.en} - {last.en}")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of reporting; it belongs to `year` even where its first days do not."""

    kind: ClassVar[PeriodKind] = PeriodKind.MONTH

    year: int
    number: int
    cutoff: Cutoff = Cutoff.CALENDAR

    def __post_init__(self) -> None:
        if not (1 <= self.number <= 12 and 1 <= self.year <= 9999):
            raise ValueError(f"no month {self.year}-{self.number}")

    @classmethod
    def containing(cls, day: date, cutoff: Cutoff = Cutoff.CALENDAR) -> Self:
        """The month that a day is counted in."""
        month = cls(day.year, day.month, cutoff)
        return month.next if day > month.end else month

    @classmethod
    def parse(cls, text: str, cutoff: Cutoff = Cutoff.CALENDAR) -> Self:
        """The month written as 2026-11, 2026年11月, 202611 or 2026/11."""
        plain = unicodedata.normalize("NFKC", text).strip()
        found = re.fullmatch(r"((?:19|20|21)\d\d)(?:\s*[-/.年]\s*(\d{1,2})\s*月?|(\d\d))", plain)
        number = int(found[2] or found[3]) if found else 0
        if found is None or not 1 <= number <= 12:
            raise Mistake(
                "“{given}”看不出是哪个月；请写成 2026-11。",
                "“{given}” is not a month we can read; write it as 2026-11.",
                given=plain if len(plain) <= 20 else plain[:20] + "…",
            )
        return cls(int(found[1]), number, cutoff)

    @property
    def months(self) -> tuple[Self, ...]:
        """Itself: longer periods are made of several."""
        return (self,)

    @property
    def start(self) -> date:
        """Its first day."""
        if self.cutoff is Cutoff.CALENDAR:
            return date(self.year, self.number, 1)
        before = self.previous
        return date(before.year, before.number, 26)

    @property
    def end(self) -> date:
        """Its last day."""
        if self.cutoff is Cutoff.DAY_25:
            return date(self.year, self.number, 25)
        if self.number == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.number + 1, 1) - timedelta(days=1)

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.start, self.end)

    def shifted(self, n: int) -> Self:
        """The month `n` months later, or earlier when negative."""
        year, before = divmod(self.year * 12 + self.number - 1 + n, 12)
        return type(self)(year, before + 1, self.cutoff)

    @property
    def previous(self) -> Self:
        """The month before."""
        return self.shifted(-1)

    @property
    def next(self) -> Self:
        """The month after."""
        return self.shifted(1)

    @property
    def same_last_year(self) -> Self:
        """The same month of the year before."""
        return self.shifted(-12)

    @property
    def year_to_date(self) -> tuple[Self, ...]:
        """The months of its year from the first up to itself."""
        return tuple(type(self)(self.year, number, self.cutoff) for number in range(1, self.number + 1))

    @property
    def words(self) -> Words:
        """Its name."""
        return Words(f"{self.year}年{self.number}月", f"{MONTH_NAMES[self.number - 1]} {self.year}")

    @property
    def short(self) -> Words:
        """Its name beside another one of its year."""
        return Words(f"{self.number}月", MONTH_NAMES[self.number - 1])

    @property
    def days_words(self) -> Words:
        """Its days in words, to stand beside the figures."""
        return self.span.words

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def __hash__(self) -> int:
        # Figures are kept by month: hashing the enum each time cost a tenth of all their counting.
        return self.year * 12 + self.number
