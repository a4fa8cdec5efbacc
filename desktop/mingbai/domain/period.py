"""The period a report speaks of: a month, or the quarter or year made of such months.

A quarter is three months and a year twelve, however the place cuts its months; so cut after the 25th, a
year begins on 26 December, and no day is counted twice or left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from mingbai.domain.month import Cutoff, Month, Span
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.words import Mistake, Words

NOT_BEGUN = Words("{period}还没有开始", "{period} has not begun")

IN_A_QUARTER, IN_A_YEAR = 3, 12
ORDINALS = "一二三四"


class _OfMonths:
    """What quarters and years have because they are made of months."""

    __slots__ = ()

    @property
    def months(self) -> tuple[Month, ...]:
        raise NotImplementedError

    def shifted(self, n: int) -> Self:
        raise NotImplementedError

    @property
    def previous(self) -> Self:
        """The one before."""
        return self.shifted(-1)

    @property
    def next(self) -> Self:
        """The one after."""
        return self.shifted(1)

    @property
    def start(self) -> date:
        """Its first day."""
        return self.months[0].start

    @property
    def end(self) -> date:
        """Its last day."""
        return self.months[-1].end

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.start, self.end)

    @property
    def days_words(self) -> Words:
        """Its days in words, to stand beside the figures."""
        return self.span.words

    @property
    def year_to_date(self) -> tuple[Month, ...]:
        """The months of its year up to its own last one."""
        return self.months[-1].year_to_date


@dataclass(frozen=True, slots=True, order=True)
class Quarter(_OfMonths):
    """Three months of reporting; it belongs to `year` as they do."""

    kind: ClassVar[PeriodKind] = PeriodKind.QUARTER

    year: int
    number: int
    cutoff: Cutoff = Cutoff.CALENDAR

    def __post_init__(self) -> None:
        if not (1 <= self.number <= IN_A_YEAR // IN_A_QUARTER and 1 <= self.year <= 9999):
            raise ValueError(f"no quarter {self.year}-Q{self.number}")

    @classmethod
    def of(cls, month: Month) -> Self:
        """The quarter that a month is in."""
        return cls(month.year, (month.number + IN_A_QUARTER - 1) // IN_A_QUARTER, month.cutoff)

    @property
    def months(self) -> tuple[Month, ...]:
        """Its three months."""
        last = self.number * IN_A_QUARTER
        return tuple(Month(self.year, number, self.cutoff) for number in range(last - 2, last + 1))

    def shifted(self, n: int) -> Self:
        """The quarter `n` quarters later, or earlier when negative."""
        return self.of(self.months[0].shifted(n * IN_A_QUARTER))

    @property
    def same_last_year(self) -> Self:
        """The same quarter of the year before."""
        return self.shifted(-IN_A_YEAR // IN_A_QUARTER)

    @property
    def words(self) -> Words:
        """Its name."""
        return Words(f"{self.year}年{self.short.zh}", f"{self.short.en} {self.year}")

    @property
    def short(self) -> Words:
        """Its name beside another one of its year."""
        return Words(f"{ORDINALS[self.number - 1]}季度", f"Q{self.number}")

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"


@dataclass(frozen=True, slots=True, order=True)
class Year(_OfMonths):
    """Twelve months of reporting. The period before it is the year before, which is also the same one last year."""

    kind: ClassVar[PeriodKind] = PeriodKind.YEAR

    year: int
    cutoff: Cutoff = Cutoff.CALENDAR

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no year {self.year}")

    @classmethod
    def of(cls, month: Month) -> Self:
        """The year that a month belongs to."""
        return cls(month.year, month.cutoff)

    @property
    def months(self) -> tuple[Month, ...]:
        """Its twelve months."""
        return tuple(Month(self.year, number, self.cutoff) for number in range(1, IN_A_YEAR + 1))

    def shifted(self, n: int) -> Self:
        """The year `n` years later, or earlier when negative."""
        return type(self)(self.year + n, self.cutoff)

    @property
    def same_last_year(self) -> Self:
        """The year before."""
        return self.previous

    @property
    def words(self) -> Words:
        """Its name."""
        return Words(f"{self.year}年", f"{self.year}")

    @property
    def short(self) -> Words:
        """The same: a year is never named shorter."""
        return self.words

    def __str__(self) -> str:
        return f"{self.year:04}"


ReportPeriod = Month | Quarter | Year
"""What a report speaks of."""


def period_around(kind: PeriodKind, month: Month) -> ReportPeriod:
    """The period of a kind that a month is in."""
    if kind is PeriodKind.QUARTER:
        return Quarter.of(month)
    return Year.of(month) if kind is PeriodKind.YEAR else month


def period_containing(kind: PeriodKind, day: date, cutoff: Cutoff = Cutoff.CALENDAR) -> ReportPeriod:
    """The period of a kind that a day is counted in."""
    return period_around(kind, Month.containing(day, cutoff))


QUARTER = re.compile(r"((?:19|20|21)\d\d)\s*[-/.年]?\s*(?:[Qq]\s*([1-4])|第?\s*([1-4一二三四])\s*季度?)")
YEAR = re.compile(r"((?:19|20|21)\d\d)\s*年?度?")


def parse_period(text: str, cutoff: Cutoff = Cutoff.CALENDAR) -> ReportPeriod:
    """The period written as 2026-11, 2026-Q4 or 2026, or in Chinese as 2026年四季度."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if found := QUARTER.fullmatch(plain):
        said = found[2] or found[3]
        number = ORDINALS.find(said) + 1 or int(said)
        return Quarter(int(found[1]), number, cutoff)
    if found := YEAR.fullmatch(plain):
        return Year(int(found[1]), cutoff)
    try:
        return Month.parse(plain, cutoff)
    except Mistake:
        raise Mistake(
            "“{given}”看不出是哪个月、季度或年；请写成 2026-11、2026-Q4 或 2026。",
            "“{given}” is no month, quarter or year we can read; write it as 2026-11, 2026-Q4 or 2026.",
            given=plain if len(plain) <= 20 else plain[:20] + "…",
        ) from None


def in_order(period: ReportPeriod) -> tuple[date, date]:
    """What periods of several kinds are sorted by: their end, and the longer first where they end alike."""
    return period.end, period.start
