"""How long a report's period is, and what a period of that length calls itself and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Names around a period: its own, those of the periods beside it, and of the changes against them."""

    noun: Words
    report: Words
    title: Words
    this: Words
    last: Words
    year_ago: Words
    on_last: Words
    """The change against the period before."""
    previous: Words
    next: Words


class PeriodKind(StrEnum):
    """A report speaks of a month, of three of them, or of the twelve of a year."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def called(self) -> Called:
        """The words of this length."""
        return CALLED[self]


CALLED = {
    PeriodKind.MONTH: Called(
        noun=Words("月", "month"),
        report=Words("月报", "Month report"),
        title=Words("减负情况月报表", "Month Report on Reducing Burdens"),
        this=Words("本月", "This month"),
        last=Words("上月", "Last month"),
        year_ago=Words("去年同月", "Same month last year"),
        on_last=Words("环比", "Month on month"),
        previous=Words("上个月", "Previous month"),
        next=Words("下个月", "Next month"),
    ),
    PeriodKind.QUARTER: Called(
        noun=Words("季度", "quarter"),
        report=Words("季报", "Quarter report"),
        title=Words("减负情况季报表", "Quarter Report on Reducing Burdens"),
        this=Words("本季度", "This quarter"),
        last=Words("上季度", "Last quarter"),
        year_ago=Words("去年同季", "Same quarter last year"),
        on_last=Words("环比", "Quarter on quarter"),
        previous=Words("上个季度", "Previous quarter"),
        next=Words("下个季度", "Next quarter"),
    ),
    PeriodKind.YEAR: Called(
        noun=Words("年", "year"),
        report=Words("年报", "Year report"),
        title=Words("减负情况年报表", "Year Report on Reducing Burdens"),
        this=Words("本年", "This year"),
        last=Words("上年", "Last year"),
        year_ago=Words("上年", "Last year"),
        on_last=Words("同比", "Year on year"),
        previous=Words("上一年", "Previous year"),
        next=Words("下一年", "Next year"),
    ),
}
