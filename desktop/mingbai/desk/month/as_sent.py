"""A version of a report as it was sent: its figures, whatever the ledger says since.

Only figures are frozen, so the lists of what stood behind them are not made again: they are in the file that was
sent, and would otherwise show rows of today beside numbers of then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from mingbai.desk.month.changes import changes_sheet, differences
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import NO_WORDS, Compared, MonthFigures, title_of
from mingbai.desk.month.machine import machine_sheet
from mingbai.desk.month.report import refuse_sent
from mingbai.desk.month.sent import sent_values, sent_versions
from mingbai.desk.month.table1 import table1
from mingbai.desk.places import place_of
from mingbai.domain.figure import Value
from mingbai.domain.figures import FIGURES
from mingbai.domain.period import ReportPeriod
from mingbai.domain.report import SentReport
from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.words import Language, Words
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class AsSent:
    """A version that was sent, on paper."""

    period: ReportPeriod
    report: SentReport
    workbook: Workbook


def as_it_was_sent(ledger: Ledger, period: ReportPeriod, version: int, language: Language) -> AsSent | None:
    """The figures of a version, and what it changed of the one before; None when there is no such version."""
    reports: dict[int, SentReport] = {
        entry.record.version: entry.record for entry in sent_versions(ledger, period)
    }
    report = reports.get(version)
    if report is None:
        return None
    stored = sent_values(report)
    edition = Edition(place_of(ledger), period, language, False, version, report.sent_on)
    figures = MonthFigures(
        period,
        {code: _compared(code, stored.get(code, {})) for code in FIGURES},
    )
    sheets: list[Sheet] = [table1(edition, figures)]
    before = reports.get(version - 1)
    if before is not None:
        sheets.append(
            changes_sheet(edition, figures, before.version, differences(sent_values(before), stored))
        )
    sheets.append(machine_sheet(edition, figures))
    return AsSent(period, report, Workbook(language, tuple(sheets), edition.caption))


def write_as_sent(ledger: Ledger, sent: AsSent, out: Path) -> Written:
    """Writes the sheets of a version that was sent; never over the file that was sent."""
    refuse_sent(ledger, out)
    return write_workbook(sent.workbook, out, made_at=datetime.combine(sent.report.sent_on, time()))


def _compared(code: str, stored: Mapping[str, Any]) -> Compared:
    figure = FIGURES[code]
    label = Words(str(stored.get("label") or ""), str(stored.get("label_en") or ""))
    value = Value(
        _number(stored, "value"),
        part=_number(stored, "part"),
        whole=_number(stored, "whole"),
        label=str(stored.get("group") or ""),
    )
    return Compared(
        figure=figure,
        title=title_of(figure, value, label),
        value=value,
        previous=Value(_number(stored, "previous")),
        last_year=Value(_number(stored, "last_year")),
        year_to_date=Value(_number(stored, "year_to_date")),
        last_year_to_date=Value(_number(stored, "last_year_to_date")),
        change=_number(stored, "change"),
        change_on_year=_number(stored, "change_on_year"),
        change_year_to_date=_number(stored, "change_year_to_date"),
        label=label if label.zh else NO_WORDS,
    )


def _number(stored: Mapping[str, Any], name: str) -> Decimal | None:
    found = stored.get(name)
    return None if found is None else Decimal(str(found))
