"""A month's figures as lines of text."""

from __future__ import annotations

from decimal import Decimal

from mingbai.desk.month.figures import MonthFigures
from mingbai.domain.figure import Unit
from mingbai.domain.sheet import DASH
from mingbai.domain.words import Language


def as_lines_of(figures: MonthFigures, language: Language) -> list[str]:
    """One line per figure: its code, its name, the month, and what it is compared with."""
    return [_line(figures, code, language) for code in figures.compared]


def _line(figures: MonthFigures, code: str, language: Language) -> str:
    found = figures.of(code)
    unit = found.figure.unit
    names = (
        ("上月", "去年同月", "本年累计", "上年同期累计")
        if language == "zh"
        else ("last month", "a year ago", "year to date", "last year to date")
    )
    values = (found.previous, found.last_year, found.year_to_date, found.last_year_to_date)
    changes = (found.change, found.change_on_year, None, found.change_year_to_date)
    bases = (
        f"{name} {_number(value.number, found.decimals)}{_change(moved, unit)}"
        for name, value, moved in zip(names, values, changes, strict=True)
    )
    now = f"{_number(found.value.number, found.decimals)} {unit.words.into(language)}"
    parts = "，".join(bases) if language == "zh" else ", ".join(bases)
    return f"{code}\t{found.title.into(language)}\t{now}\t{parts}"


def _number(number: Decimal | None, places: int) -> str:
    return DASH if number is None else f"{number:,.{places}f}"


def _change(change: Decimal | None, unit: Unit) -> str:
    if change is None:
        return ""
    return f" ({change:+,.2f}{' pp' if unit is Unit.PERCENT else '%'})"
