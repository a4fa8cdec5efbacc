"""Values as they stand on paper: the same texts that a workbook's number formats show."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from mingbai.domain.figure import rounded
from mingbai.domain.sheet import CellValue, Look
from mingbai.domain.words import Language

PLACES = {Look.COUNT: 0, Look.TENTH: 1, Look.HUNDREDTH: 2, Look.MONEY: 2, Look.CHANGE: 2, Look.POINTS: 2}
"""Digits after the point."""

MINUS = "−"

_CHANGES: dict[tuple[Look, Language], tuple[str, str, str]] = {
    (Look.CHANGE, "zh"): ("增长{}", "下降{}", "持平"),
    (Look.POINTS, "zh"): ("升{}点", "降{}点", "持平"),
    (Look.CHANGE, "en"): ("+{}", MINUS + "{}", "0.00"),
    (Look.POINTS, "en"): ("+{} pp", MINUS + "{} pp", "0.00 pp"),
}


def written(value: CellValue, look: Look, language: Language) -> str:
    """A value as text."""
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime():
            return f"{value:%Y-%m}" if look is Look.MONTH else _moment(value, look)
        case date():
            return f"{value:%Y-%m}" if look is Look.MONTH else value.isoformat()
        case _:
            return _number(Decimal(value), look, language)


def _moment(moment: datetime, look: Look) -> str:
    return f"{moment:%Y-%m-%d}" if look is Look.DATE else f"{moment:%Y-%m-%d %H:%M}"


def _number(number: Decimal, look: Look, language: Language) -> str:
    places = PLACES.get(look)
    if places is None or not number.is_finite():
        return f"{number:f}"
    number = rounded(number, places)
    # A hundredth is a share or a rate; the workbook writes it without groups of digits.
    digits = f"{abs(number):.2f}" if look in (Look.HUNDREDTH, Look.POINTS) else f"{abs(number):,.{places}f}"
    if (look, language) in _CHANGES:
        more, less, same = _CHANGES[look, language]
        return same if number == 0 else (more if number > 0 else less).format(digits)
    return (MINUS if number < 0 else "") + digits
