"""A day as a sentence, a letter or a title has it: 11月6日, 6 Nov; cells of a workbook hold real dates."""

from __future__ import annotations

from datetime import date

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.words import Words


def written_day(day: date, beside: date | None = None) -> Words:
    """2026年11月6日, 6 Nov 2026; beside a day of its year without the year."""
    return Words(_zh(day, beside), _en(day, MONTH_NAMES[day.month - 1][:3], beside))


def formal_day(day: date, beside: date | None = None) -> Words:
    """The same with the month written out, as letters and titles have it: 6 November 2026."""
    return Words(_zh(day, beside), _en(day, MONTH_NAMES[day.month - 1], beside))


def _zh(day: date, beside: date | None) -> str:
    year = "" if beside is not None and beside.year == day.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _en(day: date, month: str, beside: date | None) -> str:
    year = "" if beside is not None and beside.year == day.year else f" {day.year}"
    return f"{day.day} {month}{year}"
