"""A month as its page shows it: the workbook as it would be sent now, what to look at, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingbai.desk.month.changes import differences
from mingbai.desk.month.doubts import Doubt, month_doubts
from mingbai.desk.month.figures import MonthFigures, month_figures, printed_codes
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.opening import Opening, table1_openings
from mingbai.desk.month.report import Told, month_workbook, untold
from mingbai.desk.month.sent import latest_sent, sent_values
from mingbai.desk.places import place_of
from mingbai.domain.month import Month
from mingbai.domain.report import REPORTS, SentReport
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page of a month shows."""

    month: Month
    workbook: Workbook
    openings: dict[tuple[int, int], Opening]
    """The figures of the first sheet that open their rows."""
    doubts: tuple[Doubt, ...]
    version: int
    """The version that would be sent now."""
    sent: SentReport | None
    """The version sent last."""
    receiver: str
    """To whom it usually goes."""
    differing: int
    """In how many printed figures the ledger says otherwise than the version sent last; 0 without one."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A month that was sent: its last version, and in how many figures the ledger says otherwise now."""

    month: Month
    version: int
    sent_on: date
    sent_to: str
    differing: int | None = None
    """None while nobody counted."""


def month_overview(
    ledger: Ledger, month: Month, language: Language, today: date, told: Told = untold
) -> Overview:
    """Everything about a month; takes some tenths of a second."""
    workbook = month_workbook(ledger, month, language=language, today=today, told=told)
    figures = month_figures(ledger, month, today=today)
    last = latest_sent(ledger, month)
    sent: SentReport | None = None if last is None else last.record
    return Overview(
        month,
        workbook,
        table1_openings(figures),
        tuple(month_doubts(ledger, month, today)),
        1 if sent is None else sent.version + 1,
        sent,
        sent.sent_to if sent is not None and sent.sent_to else place_of(ledger).town,
        0 if sent is None else _differing(sent, figures),
    )


def frozen_months(ledger: Ledger) -> list[Frozen]:
    """The months that were sent, latest first, each with its last version."""
    cutoff = place_of(ledger).month_end.cutoff
    found: dict[Month, Frozen] = {}
    for entry in ledger.entries(REPORTS):
        report: SentReport = entry.record
        try:
            month = Month.parse(report.period, cutoff)
        except Mistake:
            continue
        known = found.get(month)
        if known is None or known.version < report.version:
            found[month] = Frozen(month, report.version, report.sent_on, report.sent_to)
    return sorted(found.values(), key=lambda frozen: frozen.month, reverse=True)


def differing(ledger: Ledger, months: Sequence[Month], today: date, told: Told = untold) -> dict[Month, int]:
    """In how many printed figures each sent month is no longer what was sent."""
    counts: dict[Month, int] = {}
    for number, month in enumerate(months):
        told(number, len(months))
        last = latest_sent(ledger, month)
        if last is not None:
            counts[month] = _differing(last.record, month_figures(ledger, month, today=today))
    return counts


def _differing(sent: SentReport, figures: MonthFigures) -> int:
    found = differences(sent_values(sent), stored_figures(figures))
    return len({each.code for each in found} & set(printed_codes()))
