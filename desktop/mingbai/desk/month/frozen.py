"""Months that were sent: their values as they were, whatever changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mingbai.desk.month.figures import Compared, MonthFigures, decimals_of, title_of
from mingbai.domain.figure import Figure, Top, Value, rounded
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import equals
from mingbai.domain.month import Month
from mingbai.domain.report import REPORTS, SentReport
from mingbai.domain.words import Language, Words
from mingbai.ledger.asking import condition
from mingbai.ledger.ledger import Entry, Ledger

Number = int | float | None
"""A value in JSON: whole ones without a point, others as they are shown."""

Stored = Mapping[str, Mapping[str, Any]]
"""The figures of a sent month, by code."""


def sent_versions(ledger: Ledger, month: Month) -> list[Entry]:
    """What was sent for a month, oldest version first."""
    where = condition(REPORTS, equals("period", str(month)), month.end)
    found = ledger.entries(REPORTS, where.text, where.parameters)
    return sorted(found, key=lambda entry: int(entry.record.version))


def latest_sent(ledger: Ledger, month: Month) -> Entry | None:
    """The last version that was sent for a month."""
    versions = sent_versions(ledger, month)
    return versions[-1] if versions else None


def sent_values(report: SentReport) -> Stored:
    """The figures that a sent month was stored with."""
    found: Stored = json.loads(report.figures, parse_float=Decimal, parse_int=Decimal)
    return found


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


def frozen_figures(ledger: Ledger, month: Month) -> MonthFigures | None:
    """A month's figures as they were sent last; None for a month that was not sent."""
    entry = latest_sent(ledger, month)
    if entry is None:
        return None
    report: SentReport = entry.record
    stored = sent_values(report)
    compared = {code: _restored(figure, stored.get(code, {})) for code, figure in FIGURES.items()}
    return MonthFigures(month, compared, report.version)


def _object(found: Compared, unit: str, label: str) -> dict[str, Any]:
    places = found.decimals
    return {
        "value": _number(found.value.number, places),
        "unit": unit,
        "previous": _number(found.previous.number, places),
        "last_year": _number(found.last_year.number, places),
        "year_to_date": _number(found.year_to_date.number, places),
        "last_year_to_date": _number(found.last_year_to_date.number, places),
        "change": _number(found.change, 2),
        "change_on_year": _number(found.change_on_year, 2),
        "change_year_to_date": _number(found.change_year_to_date, 2),
        "part": _number(found.value.part, 1),
        "whole": _number(found.value.whole, 1),
        "label": label or None,
    }


def _number(number: Decimal | None, places: int) -> Number:
    if number is None:
        return None
    shown = rounded(number, places)
    return int(shown) if shown == shown.to_integral_value() else float(shown)


def _restored(figure: Figure, stored: Mapping[str, Any]) -> Compared:
    def value(name: str) -> Value:
        number = _decimal(stored.get(name))
        return Value(None if number is None else rounded(number, decimals_of(figure)))

    label = Words(str(stored.get("label") or ""), str(stored.get("label_en") or ""))
    month = value("value")
    now = Value(
        month.number,
        _decimal(stored.get("part")),
        _decimal(stored.get("whole")),
        str(stored.get("group") or ""),
    )
    return Compared(
        figure=figure,
        title=title_of(figure, now, label),
        value=now,
        previous=value("previous"),
        last_year=value("last_year"),
        year_to_date=value("year_to_date"),
        last_year_to_date=value("last_year_to_date"),
        change=_decimal(stored.get("change")),
        change_on_year=_decimal(stored.get("change_on_year")),
        change_year_to_date=_decimal(stored.get("change_year_to_date")),
        label=label,
    )


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
