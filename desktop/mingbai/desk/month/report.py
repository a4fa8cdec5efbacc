"""Writing a period's workbook, and sending it: a sent period is frozen, its file and the journal anchored."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path

from mingbai.desk.month.blank import on_paper
from mingbai.desk.month.changes import changes_sheet
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures, month_figures
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.machine import machine_sheet
from mingbai.desk.month.method import method_sheet
from mingbai.desk.month.sent import latest_sent
from mingbai.desk.month.sent_book import keep_book, sent_book
from mingbai.desk.month.table1 import table1
from mingbai.desk.month.unsent import UnsentReport
from mingbai.desk.month.versions import Version, changes_since, version_of
from mingbai.desk.places import place_of, working_days
from mingbai.desk.records import found
from mingbai.domain.field import LINE_LIMIT
from mingbai.domain.period import ReportPeriod
from mingbai.domain.report import REPORTS, SentReport
from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.text import clean
from mingbai.domain.words import Fault, Language, Mistake, Words
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.check import heads
from mingbai.ledger.ledger import Entry, Ledger

DEED = "send"
UNCHANGED = Words(
    "{period}第 {n} 版已上报，此后表上没有变；有了不同，才有下一版",
    "Version {n} of {period} was sent and nothing in it has changed since; there is a next one only when it differs",
)
UNCHANGED_FIGURES = Words(
    "{period}第 {n} 版已上报，此后各指标的数没有变；明细表当时没有留，不作比较",
    "Version {n} of {period} was sent and no figure has changed since; its lists were not kept then and are not compared",
)
UNPLACED = Words(
    "{period}第 {n} 版已冻结，但文件“{name}”没有放到位；请再导出一次，得到的就是这一版",
    "Version {n} of {period} is frozen, but the file “{name}” could not be put in its place; write the report "
    "again: it is this version",
)

Told = Callable[[int, int], None]
"""Hears how many steps of how many are done, and may raise to stop: then nothing is left of the work."""


def untold(_done: int, _of: int) -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class Report:
    """A period's report as it stands: the version that it is, and its workbook."""

    edition: Edition
    version: Version
    workbook: Workbook

    @property
    def paper(self) -> Workbook:
        """The workbook as it is printed: tables that list nothing share a page."""
        return replace(self.workbook, sheets=on_paper(self.edition, self.workbook.sheets))


def report_of(
    ledger: Ledger,
    figures: MonthFigures,
    *,
    language: Language,
    full: bool = False,
    today: date,
    told: Told = untold,
) -> Report:
    """The period as sheets, as the ledger stands now.

    Without `full` it is the submission: no residents, no flags, units by level only. What was sent and says the same
    still is the workbook that was sent, not one made anew.
    """
    unsent = UnsentReport(ledger, figures, today)
    version = version_of(unsent, language)
    edition = _edition(unsent, language, full, version)
    if version.book is not None and version.book.is_of(language, full):
        return Report(edition, version, version.book.workbook)
    return Report(edition, version, _workbook(unsent, edition, version, told))


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
    report = report_of(ledger, figures, language=language, full=full, today=today, told=told)
    return _write(report, out, told)


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
    """Writes the workbook and freezes it, sheets and values, as the period's next version. Cannot be undone.

    Raises `Mistake` rather than write over the file of a version that was sent, or send one a second time. It
    can be stopped as long as nothing is frozen, and where the freezing fails no file is left: there is never a
    workbook that looks sent and is not.
    """
    refuse_sent(ledger, out)
    if period.start > today:
        raise Mistake(
            "{period}还没有开始，不能上报",
            "{period} has not begun and cannot be sent",
            period=period.words,
        )
    receiver = clean(sent_to)[:LINE_LIMIT]
    figures = month_figures(ledger, period, today=today, every=True)
    report = report_of(ledger, figures, language=language, full=full, today=today, told=told)
    if report.version.sent is not None:
        why = UNCHANGED if report.version.book is not None else UNCHANGED_FIGURES
        raise Mistake(why.zh, why.en, period=period.words, n=report.version.number)
    frozen: list[str] = []

    def freeze(written: Written) -> None:
        sent = SentReport(
            period=str(period),
            version=report.version.number,
            sent_on=today,
            sent_to=receiver,
            figures=json.dumps(stored_figures(figures), ensure_ascii=False),
            sha256=written.sha256,
            heads=json.dumps(heads(ledger)),
        )
        with ledger.act(DEED, today=today) as act:
            uid = act.insert(REPORTS, sent)
            keep_book(act, uid, report.workbook, report.edition)
        frozen.append(uid)

    try:
        _write(report, out, told, freeze)
    except Fault as fault:
        if not frozen:
            raise
        raise Fault(
            UNPLACED.zh, UNPLACED.en, period=period.words, n=report.version.number, name=out.name
        ) from fault
    return found(ledger, REPORTS, frozen[0])


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
            "“{name}”是已经上报的一版，没有覆盖。请换一个文件名",
            "“{name}” is a version that was sent and was not written over; choose another name",
            name=out.name,
        )


def report_caption(
    ledger: Ledger, period: ReportPeriod, *, language: Language, full: bool, today: date
) -> str:
    """What the period's report is called now, with place, month and version."""
    if latest_sent(ledger, period) is None:
        # It is the first, and no figure need be asked.
        return Edition(place_of(ledger), period, language, full, 1, today).caption
    unsent = UnsentReport(ledger, month_figures(ledger, period, today=today), today)
    return _edition(unsent, language, full, version_of(unsent)).caption


def _edition(unsent: UnsentReport, language: Language, full: bool, version: Version) -> Edition:
    """A version that was sent bears the day of its sending."""
    filed_on = None if version.sent is None else version.sent.sent_on
    return unsent.edition(language, full, version.number, filed_on)


def _workbook(unsent: UnsentReport, edition: Edition, version: Version, told: Told) -> Workbook:
    ledger, figures = unsent.ledger, unsent.figures
    making: list[Callable[[], Sheet | None]] = [
        lambda: table1(edition, figures),
        *unsent.making(edition),
        lambda: method_sheet(edition, figures, working_days(ledger)),
    ]
    before = version.before
    if before is not None:
        changes = version.changes
        if version.sent is not None:
            changes = changes_since(unsent, before, sent_book(ledger, before), edition.language)
        making.append(lambda: changes_sheet(edition, figures, before.record.version, changes))
    making.append(lambda: machine_sheet(edition, figures))
    sheets = []
    for number, make in enumerate(making):
        told(number, len(making))
        sheet = make()
        if sheet is not None:
            sheets.append(sheet)
    return Workbook(edition.language, tuple(sheets), edition.caption)


def _write(
    report: Report, out: Path, told: Told, whole: Callable[[Written], None] = lambda _written: None
) -> Written:
    # The day is all the file knows of its time: an unchanged ledger gives the same bytes.
    made_at = datetime.combine(report.edition.filed_on, time())
    return write_workbook(report.workbook, out, made_at=made_at, told=told, whole=whole)
