"""Writing a period's workbook, and sending it: a sent period is frozen, its file and the journal anchored."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path

from mingbai.desk.month.assignments import assignments_sheet
from mingbai.desk.month.blank import on_paper
from mingbai.desk.month.burdens import meetings_sheet, plaques_sheet, receptions_sheet
from mingbai.desk.month.certificates import certificates_sheet
from mingbai.desk.month.changes import changes_sheet, differences
from mingbai.desk.month.cuts import cuts_sheet
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures, month_figures
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.helping import activities_sheet, admissions_sheet
from mingbai.desk.month.hours import hours_account
from mingbai.desk.month.hours_sheet import hours_sheet
from mingbai.desk.month.issues import issues_sheet
from mingbai.desk.month.machine import machine_sheet
from mingbai.desk.month.method import method_sheet
from mingbai.desk.month.names import Names
from mingbai.desk.month.sent import latest_sent, sent_values
from mingbai.desk.month.table1 import table1
from mingbai.desk.month.trend import trend_sheet
from mingbai.desk.month.versions import Version, version_of
from mingbai.desk.places import place_of, working_days
from mingbai.desk.records import found
from mingbai.domain.field import LINE_LIMIT
from mingbai.domain.period import ReportPeriod
from mingbai.domain.report import REPORTS, SentReport
from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.text import clean
from mingbai.domain.words import Language, Mistake
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.check import heads
from mingbai.ledger.ledger import Entry, Ledger

DEED = "send"


Told = Callable[[int, int], None]
"""Hears how many steps of how many are done, and may raise to stop: then nothing is left of the work."""


def untold(_done: int, _of: int) -> None:
    """Nobody waits."""


def workbook_of(
    ledger: Ledger,
    figures: MonthFigures,
    *,
    language: Language,
    full: bool = False,
    paper: bool = False,
    today: date,
    told: Told = untold,
) -> Workbook:
    """The period as sheets, as the ledger stands now.

    Without `full` it is the submission: no residents, no flags, units by level only. On `paper` tables that list
    nothing share a page.
    """
    version = version_of(ledger, figures)
    edition = _edition(ledger, figures.period, language, full, version, today)
    workbook = _workbook(ledger, edition, figures, version, told)
    return replace(workbook, sheets=on_paper(edition, workbook.sheets)) if paper else workbook


def write_report(
    ledger: Ledger,
    period: ReportPeriod,
    out: Path,
    *,
    language: Language,
    full: bool = False,
    today: date,
    told: Told = untold,
) -> Written:
    """Writes the period's workbook; nothing is frozen by it, and no sent version is written over."""
    refuse_sent(ledger, out)
    figures = month_figures(ledger, period, today=today)
    version = version_of(ledger, figures)
    edition = _edition(ledger, period, language, full, version, today)
    return _write(_workbook(ledger, edition, figures, version, told), out, edition.filed_on, told)


def send(
    ledger: Ledger,
    period: ReportPeriod,
    out: Path,
    *,
    sent_to: str = "",
    language: Language,
    full: bool = False,
    today: date,
    told: Told = untold,
) -> Entry:
    """Writes the workbook and freezes its values as the period's next version. Cannot be undone.

    Raises `Mistake` rather than write over the file of a version that was sent, or send one a second time. It
    can be stopped as long as the file is not in its place.
    """
    refuse_sent(ledger, out)
    if period.start > today:
        raise Mistake(
            "{period}还没有开始，不能报送",
            "{period} has not begun and cannot be sent",
            period=period.words,
        )
    receiver = clean(sent_to)[:LINE_LIMIT]
    figures = month_figures(ledger, period, today=today, every=True)
    version = version_of(ledger, figures)
    if version.sent is not None:
        raise Mistake(
            "{period}第 {n} 版已报送，此后数字没有变；数字不同了，才有下一版",
            "Version {n} of {period} was sent and no figure has changed since; there is a next one only when figures differ",
            period=period.words,
            n=version.number,
        )
    edition = _edition(ledger, period, language, full, version, today)
    written = _write(_workbook(ledger, edition, figures, version, told), out, today, told)
    report = SentReport(
        period=str(period),
        version=edition.version,
        sent_on=today,
        sent_to=receiver,
        figures=json.dumps(stored_figures(figures), ensure_ascii=False),
        sha256=written.sha256,
        heads=json.dumps(heads(ledger)),
    )
    with ledger.act(DEED, today=today) as act:
        uid = act.insert(REPORTS, report)
    return found(ledger, REPORTS, uid)


def refuse_sent(ledger: Ledger, out: Path) -> None:
    """Raises `Mistake` where a version that was sent stands already."""
    try:
        if not out.is_file():
            return
    except OSError:
        return  # a name that cannot be is told when the file is written
    digest = sha256(out.read_bytes()).hexdigest()
    if any(entry.stored["sha256"] == digest for entry in ledger.entries(REPORTS)):
        raise Mistake(
            "“{name}”是已经报送的一版，没有覆盖。请换一个文件名",
            "“{name}” is a version that was sent and was not written over; choose another name",
            name=out.name,
        )


def report_caption(
    ledger: Ledger, period: ReportPeriod, *, language: Language, full: bool, today: date
) -> str:
    """What the period's report is called now, with place, month and version."""
    # Without a version that was sent it is the first, and no figure need be asked.
    version = Version(1)
    if latest_sent(ledger, period) is not None:
        version = version_of(ledger, month_figures(ledger, period, today=today))
    return _edition(ledger, period, language, full, version, today).caption


def _edition(
    ledger: Ledger, period: ReportPeriod, language: Language, full: bool, version: Version, today: date
) -> Edition:
    """A version that was sent bears the day of its sending, so that written once more it is the same file."""
    filed_on = today if version.sent is None else version.sent.sent_on
    return Edition(place_of(ledger), period, language, full, version.number, filed_on)


def _workbook(
    ledger: Ledger, edition: Edition, figures: MonthFigures, version: Version, told: Told
) -> Workbook:
    names = Names(ledger, edition)
    made: list[Callable[[], Sheet | None]] = [
        lambda: table1(edition, figures),
        lambda: assignments_sheet(ledger, edition, figures, names),
        lambda: cuts_sheet(ledger, edition, names),
        lambda: certificates_sheet(ledger, edition, figures, names),
        lambda: issues_sheet(ledger, edition, figures),
        lambda: meetings_sheet(ledger, edition, figures, names),
        lambda: receptions_sheet(ledger, edition, figures, names),
        lambda: plaques_sheet(ledger, edition, figures, names),
        lambda: activities_sheet(ledger, edition, figures, names),
        lambda: admissions_sheet(ledger, edition, figures, names),
        lambda: hours_sheet(edition, hours_account(ledger, edition.filed_on), names),
        lambda: trend_sheet(edition, figures),
        lambda: method_sheet(edition, figures, working_days(ledger)),
    ]
    before = version.before
    if before is not None:
        changed = differences(sent_values(before), stored_figures(figures))
        made.append(lambda: changes_sheet(edition, figures, before.version, changed))
    made.append(lambda: machine_sheet(edition, figures))
    sheets = []
    for number, make in enumerate(made):
        told(number, len(made))
        sheet = make()
        if sheet is not None:
            sheets.append(sheet)
    return Workbook(edition.language, tuple(sheets), edition.caption)


def _write(workbook: Workbook, out: Path, today: date, told: Told) -> Written:
    # The day is all the file knows of its time: an unchanged ledger gives the same bytes.
    return write_workbook(workbook, out, made_at=datetime.combine(today, time()), told=told)
