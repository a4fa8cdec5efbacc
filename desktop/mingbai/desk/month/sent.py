"""What was sent for a month: its versions, and its values as they were, whatever changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mingbai.domain.figure import Figure, Top, Value
from mingbai.domain.filter import equals
from mingbai.domain.month import Month
from mingbai.domain.report import REPORTS, SentReport
from mingbai.ledger.asking import condition
from mingbai.ledger.ledger import Entry, Ledger

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


def sent_figures(ledger: Ledger, month: Month) -> Stored:
    """The values of a month as they were sent last; none for a month that was not sent."""
    entry = latest_sent(ledger, month)
    return {} if entry is None else sent_values(entry.record)


def as_sent(sent: Stored, figure: Figure, counted: Value, group: str = "") -> Value:
    """A base as it was sent, or as it is counted now where it was not sent.

    A largest group is only compared with itself: what was sent of another one is no base.
    """
    stored = sent.get(figure.code)
    if stored is None or (isinstance(figure, Top) and stored.get("group") != group):
        return counted
    number, part, whole = (_decimal(stored.get(name)) for name in ("value", "part", "whole"))
    return replace(counted, number=number, part=part, whole=whole, typed=False)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
