"""A version of a report as it was sent, whatever the ledger says since.

Its sheets were kept with it. Of one that was sent before sheets were kept only the figures are known: its lists
are in the file that was sent, and are not made again from rows of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from mingbai.desk.month.blank import on_paper
from mingbai.desk.month.changes import Changes, changes_sheet, differences, told_apart
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import Compared, MonthFigures, title_of
from mingbai.desk.month.machine import machine_sheet
from mingbai.desk.month.report import refuse_sent
from mingbai.desk.month.sent import Stored, sent_values, sent_versions
from mingbai.desk.month.sent_book import sent_book
from mingbai.desk.month.table1 import table1
from mingbai.desk.places import place_of
from mingbai.domain.figure import Value
from mingbai.domain.figures import FIGURES
from mingbai.domain.period import ReportPeriod
from mingbai.domain.report import SentReport
from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.words import NO_WORDS, Language, Words
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class AsSent:
    """A version that was sent, on paper."""

    period: ReportPeriod
    report: SentReport
    workbook: Workbook
    paper: Workbook
    """As it is printed: tables that list nothing share a page."""
    listed: bool
    """Whether its tables were kept; else there are its figures alone."""
    whole: bool
    """Whether nothing is missing of it; tables that told of an erased person are."""


def as_it_was_sent(ledger: Ledger, period: ReportPeriod, version: int, language: Language) -> AsSent | None:
    """A version in the language it was sent in; of an old one the figures, and what it changed of the one before.

    None when there is no such version.
    """
    entries = {int(entry.record.version): entry for entry in sent_versions(ledger, period)}
    entry = entries.get(version)
    if entry is None:
        return None
    report: SentReport = entry.record
    book = sent_book(ledger, entry)
    if book is None:
        before = entries.get(version - 1)
        workbook = _of_figures(
            Edition(place_of(ledger), period, language, False, version, report.sent_on),
            sent_values(report),
            None if before is None else before.record,
        )
        return AsSent(period, report, workbook, workbook, listed=False, whole=False)
    workbook = book.workbook
    edition = Edition(place_of(ledger), period, workbook.language, book.full, version, report.sent_on)
    paper = replace(workbook, sheets=on_paper(edition, workbook.sheets))
    return AsSent(period, report, workbook, paper, listed=True, whole=book.whole)


def _of_figures(edition: Edition, stored: Stored, before: SentReport | None) -> Workbook:
    compared = {code: _compared(code, stored.get(code, {})) for code in FIGURES}
    figures = MonthFigures(edition.period, compared)
    sheets: list[Sheet] = [table1(edition, figures)]
    if before is not None:
        apart = told_apart(differences(sent_values(before), stored), whole_year=edition.whole_year)
        sheets.append(
            changes_sheet(edition, figures, before.version, Changes(tuple(apart), figures_alone=True))
        )
    sheets.append(machine_sheet(edition, figures))
    return Workbook(edition.language, tuple(sheets), edition.caption)


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
