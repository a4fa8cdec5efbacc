"""A month's figures as values for machines and for keeping: what is sent is frozen in this form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mingbai.desk.month.figures import Compared, MonthFigures
from mingbai.domain.figure import Top, rounded
from mingbai.domain.words import Language

Number = int | float | None
"""A value in JSON: whole ones without a point, others as they are shown."""


def as_json(figures: MonthFigures, language: Language) -> dict[str, dict[str, Any]]:
    """Every figure by code, in values a machine reads and a person checks against the sheet."""
    return {
        code: _object(found, found.figure.unit.words.into(language), found.label.into(language))
        for code, found in figures.compared.items()
    }


def stored_figures(figures: MonthFigures) -> dict[str, dict[str, Any]]:
    """The same as a sent month keeps it: units and groups by code, names in both languages beside."""
    return {
        code: {
            **_object(found, found.figure.unit.code, found.label.zh),
            "label_en": found.label.en,
            "group": found.value.label if isinstance(found.figure, Top) else "",
        }
        for code, found in figures.compared.items()
    }


def _object(found: Compared, unit: str, label: str) -> dict[str, Any]:
    places = found.decimals
    return {
        "value": as_number(found.value.number, places),
        "unit": unit,
        "previous": as_number(found.previous.number, places),
        "last_year": as_number(found.last_year.number, places),
        "year_to_date": as_number(found.year_to_date.number, places),
        "last_year_to_date": as_number(found.last_year_to_date.number, places),
        "change": as_number(found.change, 2),
        "change_on_year": as_number(found.change_on_year, 2),
        "change_year_to_date": as_number(found.change_year_to_date, 2),
        "part": as_number(found.value.part, 1),
        "whole": as_number(found.value.whole, 1),
        "label": label or None,
    }


def as_number(number: Decimal | None, places: int) -> Number:
    """A number as JSON says it, so long as there is one."""
    if number is None:
        return None
    shown = rounded(number, places)
    return int(shown) if shown == shown.to_integral_value() else float(shown)
