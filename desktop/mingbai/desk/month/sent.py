"""What was sent for a period: its versions, and its values as they were, whatever changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mingbai.domain.figure import Figure, Top, Value
from mingbai.domain.filter import equals
from mingbai.domain.period import ReportPeriod
from mingbai.domain.report import REPORTS, SentReport
from mingbai.ledger.asking import condition
from mingbai.ledger.ledger import Entry, Ledger

Stored = Mapping[str, Mapping[str, Any]]
"""The figures of a sent period, by code."""


def sent_versions(ledger: Ledger, period: ReportPeriod) -> list[Entry]:
    """What was sent for a period, oldest version first."""
    where = condition(REPORTS, equals("period", str(period)), period.end)
    found = ledger.entries(REPORTS, where.text, where.parameters)
    return sorted(found, key=lambda entry: int(entry.record.version))


def latest_sent(ledger: Ledger, period: ReportPeriod) -> Entry | None:
    """The last version that was sent for a period."""
    versions = sent_versions(ledger, period)
    return versions[-1] if versions else None


def sent_values(report: SentReport) -> Stored:
    """The figures that a sent period was stored with."""
    found: Stored = json.loads(report.figures, parse_float=Decimal, parse_int=Decimal)
    return found


def sent_figures(ledger: Ledger, period: ReportPeriod) -> Stored:
    """The values of a period as they were sent last; none for one that was not sent."""
    entry = latest_sent(ledger, period)
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
