"""A month, quarter or year as its page shows it: the workbook as it would be sent now, what to look at, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mingbai.desk.month.doubt import Doubt
from mingbai.desk.month.doubts import month_doubts
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.opening import Opening, table1_openings
from mingbai.desk.month.report import Told, report_of, untold
from mingbai.desk.month.sent import latest_sent
from mingbai.desk.month.sent_book import sent_book
from mingbai.desk.month.unsent import UnsentReport
from mingbai.desk.month.versions import changes_since
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
    settled: int
    """How many more a person looked at and found to be so."""
    version: int
    """The version that is shown: the one sent last as long as nothing in it differs, else the next."""
    sent: SentReport | None
    """The version sent last."""
    receiver: str
    """To whom it usually goes."""
    differing: int
    """In how many places the ledger says otherwise than the version sent last; 0 without one."""
    kept: bool
    """Whether the sheets of the version sent last were kept; else nothing but its figures is compared."""
    captions: dict[bool, str]
    """What the submission is called, and the full copy."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A period that was sent: its versions, and in how many places the ledger says otherwise now than the last."""

    period: ReportPeriod
    version: int
    sent_on: date
    sent_to: str
    differing: int | None = None
    """None while nobody counted."""
    earlier: tuple[SentReport, ...] = ()
    """The versions before the last one, latest first."""


def month_overview(
    ledger: Ledger, period: ReportPeriod, language: Language, today: date, told: Told = untold
) -> Overview:
    """Everything about a period; takes some tenths of a second."""
    figures = month_figures(ledger, period, today=today)
    report = report_of(ledger, figures, language=language, today=today, told=told)
    doubts, settled = month_doubts(ledger, period, today)
    version = report.version
    last = latest_sent(ledger, period)
    sent: SentReport | None = last.record if last is not None else None
    return Overview(
        period,
        report.paper,
        table1_openings(figures),
        tuple(doubts),
        settled,
        version.number,
        sent,
        sent.sent_to if sent is not None and sent.sent_to else place_of(ledger).town,
        version.changes.count,
        last is not None and sent_book(ledger, last) is not None,
        {full: replace(report.edition, full=full).caption for full in (False, True)},
    )


def frozen_periods(ledger: Ledger) -> list[Frozen]:
    """What was sent, latest first, each period with its last version."""
    cutoff = place_of(ledger).month_end.cutoff
    found: dict[ReportPeriod, list[SentReport]] = {}
    for entry in ledger.entries(REPORTS):
        report: SentReport = entry.record
        try:
            period = parse_period(report.period, cutoff)
        except Mistake:
            continue
        found.setdefault(period, []).append(report)
    frozen = []
    for period, reports in found.items():
        last, *earlier = sorted(reports, key=lambda report: report.version, reverse=True)
        frozen.append(Frozen(period, last.version, last.sent_on, last.sent_to, earlier=tuple(earlier)))
    return sorted(frozen, key=lambda each: in_order(each.period), reverse=True)


def differing(
    ledger: Ledger, periods: Sequence[ReportPeriod], today: date, told: Told = untold
) -> dict[ReportPeriod, int]:
    """In how many places each sent period is no longer what was sent."""
    counts: dict[ReportPeriod, int] = {}
    for number, period in enumerate(periods):
        told(number, len(periods))
        last = latest_sent(ledger, period)
        if last is not None:
            unsent = UnsentReport(ledger, month_figures(ledger, period, today=today), today)
            counts[period] = changes_since(unsent, last, sent_book(ledger, last)).count
    return counts
