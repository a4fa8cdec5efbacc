"""A month, quarter or year as its page shows it: the workbook as it would be sent now, what to look at, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingbai.desk.month.changes import differences
from mingbai.desk.month.doubts import Doubt, month_doubts
from mingbai.desk.month.figures import MonthFigures, month_figures, printed_codes
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.opening import Opening, table1_openings
from mingbai.desk.month.report import Told, untold, workbook_of
from mingbai.desk.month.sent import latest_sent, sent_values
from mingbai.desk.places import place_of
from mingbai.domain.period import ReportPeriod, in_order, parse_period
from mingbai.domain.report import REPORTS, SentReport
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page of a period shows."""

    period: ReportPeriod
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
    """A period that was sent: its last version, and in how many figures the ledger says otherwise now."""

    period: ReportPeriod
    version: int
    sent_on: date
    sent_to: str
    differing: int | None = None
    """None while nobody counted."""


def month_overview(
    ledger: Ledger, period: ReportPeriod, language: Language, today: date, told: Told = untold
) -> Overview:
    """Everything about a period; takes some tenths of a second."""
    figures = month_figures(ledger, period, today=today)
    workbook = workbook_of(ledger, figures, language=language, today=today, told=told)
    last = latest_sent(ledger, period)
    sent: SentReport | None = None if last is None else last.record
    return Overview(
        period,
        workbook,
        table1_openings(figures),
        tuple(month_doubts(ledger, period, today)),
        1 if sent is None else sent.version + 1,
        sent,
        sent.sent_to if sent is not None and sent.sent_to else place_of(ledger).town,
        0 if sent is None else _differing(sent, figures),
    )


def frozen_periods(ledger: Ledger) -> list[Frozen]:
    """What was sent, latest first, each period with its last version."""
    cutoff = place_of(ledger).month_end.cutoff
    found: dict[ReportPeriod, Frozen] = {}
    for entry in ledger.entries(REPORTS):
        report: SentReport = entry.record
        try:
            period = parse_period(report.period, cutoff)
        except Mistake:
            continue
        known = found.get(period)
        if known is None or known.version < report.version:
            found[period] = Frozen(period, report.version, report.sent_on, report.sent_to)
    return sorted(found.values(), key=lambda frozen: in_order(frozen.period), reverse=True)


def differing(
    ledger: Ledger, periods: Sequence[ReportPeriod], today: date, told: Told = untold
) -> dict[ReportPeriod, int]:
    """In how many printed figures each sent period is no longer what was sent."""
    counts: dict[ReportPeriod, int] = {}
    for number, period in enumerate(periods):
        told(number, len(periods))
        last = latest_sent(ledger, period)
        if last is not None:
            counts[period] = _differing(last.record, month_figures(ledger, period, today=today))
    return counts


def _differing(sent: SentReport, figures: MonthFigures) -> int:
    found = differences(sent_values(sent), stored_figures(figures))
    return len({each.code for each in found} & set(printed_codes()))
