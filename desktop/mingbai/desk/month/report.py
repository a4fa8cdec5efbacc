"""Writing a month's workbook, and sending it: a sent month is frozen, its file and the journal anchored."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path

from mingbai.desk.month.assignments import assignments_sheet
from mingbai.desk.month.certificates import certificates_sheet
from mingbai.desk.month.changes import changes_sheet, differences
from mingbai.desk.month.cuts import cuts_sheet
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.frozen import latest_sent, sent_values, stored_figures
from mingbai.desk.month.hours import hours_account
from mingbai.desk.month.hours_sheet import hours_sheet
from mingbai.desk.month.issues import issues_sheet
from mingbai.desk.month.machine import machine_sheet
from mingbai.desk.month.method import method_sheet
from mingbai.desk.month.names import Names
from mingbai.desk.month.table1 import table1
from mingbai.desk.month.trend import trend_sheet
from mingbai.desk.places import place_of, working_days
from mingbai.desk.records import found
from mingbai.domain.month import Month
from mingbai.domain.report import REPORTS, SentReport
from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.words import Language
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.check import heads
from mingbai.ledger.ledger import Entry, Ledger

DEED = "send"


def month_workbook(
    ledger: Ledger, month: Month, *, language: Language = "zh", full: bool = False, today: date
) -> Workbook:
    """The month as sheets, as the ledger stands now.

    Without `full` it is the submission: no residents, no flags, units by level only.
    """
    last = latest_sent(ledger, month)
    version = last.record.version + 1 if last is not None else 1
    edition = Edition(place_of(ledger), month, language, full, version, today)
    figures = month_figures(ledger, month, today=today)
    names = Names(ledger, edition)
    sheets: list[Sheet] = [
        table1(edition, figures),
        assignments_sheet(ledger, edition, figures, names),
        cuts_sheet(ledger, edition, names),
        certificates_sheet(ledger, edition, figures, names),
        issues_sheet(ledger, edition, figures),
        hours_sheet(edition, hours_account(ledger, today), names),
        trend_sheet(edition, figures),
        method_sheet(edition, figures, working_days(ledger)),
    ]
    if last is not None:
        changed = differences(sent_values(last.record), stored_figures(figures))
        sheets.append(changes_sheet(edition, figures, last.record.version, changed))
    sheets.append(machine_sheet(edition, figures))
    return Workbook(language, tuple(sheets), edition.caption)


def write_report(
    ledger: Ledger, month: Month, out: Path, *, language: Language = "zh", full: bool = False, today: date
) -> Written:
    """Writes the month's workbook; nothing is frozen by it."""
    workbook = month_workbook(ledger, month, language=language, full=full, today=today)
    # The day is all the file knows of its time: an unchanged ledger gives the same bytes.
    return write_workbook(workbook, out, made_at=datetime.combine(today, time()))


def send(
    ledger: Ledger,
    month: Month,
    out: Path,
    *,
    sent_to: str = "",
    language: Language = "zh",
    full: bool = False,
    today: date,
    who: str = "",
) -> Entry:
    """Writes the workbook and freezes its values as the month's next version. Cannot be undone."""
    last = latest_sent(ledger, month)
    written = write_report(ledger, month, out, language=language, full=full, today=today)
    report = SentReport(
        period=str(month),
        version=last.record.version + 1 if last is not None else 1,
        sent_on=today,
        sent_to=sent_to,
        figures=json.dumps(stored_figures(month_figures(ledger, month, today=today)), ensure_ascii=False),
        sha256=written.sha256,
        heads=json.dumps(heads(ledger)),
    )
    with ledger.act(DEED, who=who, today=today) as act:
        uid = act.insert(REPORTS, report)
    return found(ledger, REPORTS, uid)
