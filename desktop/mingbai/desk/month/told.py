"""A month's figures as lines of text, in the order and groups of the month report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from mingbai.desk.month.figures import Compared, MonthFigures, table1_codes
from mingbai.domain.figure import Top, Unit, Value, alone
from mingbai.domain.figures import TABLE1
from mingbai.domain.period import ReportPeriod
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.sheet import DASH
from mingbai.domain.words import Language, Words

FURTHER = Words("其他", "Further")

SPOKEN: dict[Unit, tuple[Words, Words]] = {
    Unit.ITEM: (Words("件", ""), Words("件", "")),
    Unit.MATTER: (Words("项", ""), Words("项", "")),
    Unit.TIMES: (Words("次", ""), Words("次", "")),
    Unit.HOURS: (Words("小时", "hour"), Words("小时", "hours")),
    Unit.WORKING_DAYS: (Words("个工作日", "working day"), Words("个工作日", "working days")),
    Unit.PERSONS: (Words("人", "person"), Words("人", "people")),
    Unit.ATTENDANCES: (Words("人次", ""), Words("人次", "")),
    Unit.PERSON_DAYS: (Words("人日", "day"), Words("人日", "days")),
    Unit.YUAN: (Words("元", "yuan"), Words("元", "yuan")),
    Unit.COPIES: (Words("份", "paper"), Words("份", "papers")),
    Unit.PERCENT: (Words("%", "%"), Words("%", "%")),
}
"""Each unit as it is said beside a number: beside one, and beside any other."""


def as_lines_of(figures: MonthFigures, language: Language) -> list[str]:
    """A heading for each group and a line for each figure; the cells of a line are divided by tabs.

    A line holds the figure's name, the period, and those it is compared with.
    """
    year = figures.period.kind is PeriodKind.YEAR
    lines = ["\t".join(["", *(words.into(language) for words in _head(figures.period))])]
    for group, codes in TABLE1:
        lines.append(group.into(language))
        lines += [_line(figures.of(code), figures.of(code).title, language, year) for code in codes]
    lines.append(FURTHER.into(language))
    further = [found for code, found in figures.compared.items() if code not in table1_codes()]
    return lines + [_line(found, alone(found.title), language, year) for found in further]


def _head(period: ReportPeriod) -> tuple[Words, ...]:
    called = period.kind.called
    if period.kind is PeriodKind.YEAR:
        return (called.this, called.last)
    return (
        *(called.this, called.last, called.year_ago),
        *(Words("本年累计", "Year to date"), Words("上年同期累计", "Last year to date")),
    )


def _line(found: Compared, title: Words, language: Language, year: bool) -> str:
    cells = islice(_cells(found, language), 2 if year else None)
    return "\t".join([f"  {title.into(language)}", *cells])


def _cells(found: Compared, language: Language) -> Iterator[str]:
    yield _now(found, language)
    yield _number(found, found.previous) + _change(found, found.change)
    yield _number(found, found.last_year) + _change(found, found.change_on_year)
    yield _number(found, found.year_to_date)
    yield _number(found, found.last_year_to_date) + _change(found, found.change_year_to_date)


def _now(found: Compared, language: Language) -> str:
    """The month's value with its unit; the range where one number would claim too much."""
    number = found.value.number
    if number is None and (isinstance(found.figure, Top) or not found.label.zh):
        return DASH
    digits = found.label.into(language) if number is None else _number(found, found.value)
    one, many = SPOKEN[found.figure.unit]
    return f"{digits} {(one if number == 1 else many).into(language)}".strip()


def _number(found: Compared, value: Value) -> str:
    return DASH if value.number is None else f"{value.number:,.{found.decimals}f}"


def _change(found: Compared, change: Decimal | None) -> str:
    if change is None:
        return ""
    return f" ({change:+,.2f}{' pp' if found.figure.unit is Unit.PERCENT else '%'})"
