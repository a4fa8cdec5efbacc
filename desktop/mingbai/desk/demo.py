"""The main job on the sample ledger: record, flag, decide, and hand in the month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mingbai.desk import records, review
from mingbai.desk.month.report import write_report
from mingbai.desk.places import month_of, new_ledger, place_of
from mingbai.desk.review import Verdict
from mingbai.desk.sample.sample import sample_place, write_sample
from mingbai.disk import disk_told
from mingbai.domain.month import Month
from mingbai.domain.review import Assessment
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language, Words
from mingbai.ledger.backups import back_up_before
from mingbai.ledger.file import SUFFIX
from mingbai.ledger.ledger import Ledger

LEDGER = Words("示例账本", "sample-ledger")
REPORT = Words("示例月报-{month}", "sample-report-{month}")
KEPT = Words("示例月报-{month}-留存版", "sample-report-{month}-full")

ASSIGNMENT: dict[Language, dict[str, object]] = {
    "zh": {
        "title": "上报小区充电桩底数（第二次）",
        "department": "应急局",
        "kind": "报表",
        "document": "none_seen",
    },
    "en": {
        "title": "Report the number of charging points again",
        "department": "Emergency Management",
        "kind": "Form",
        "document": "none_seen",
    },
}

REASON = Words("与上月报过的充电设施表栏目相同", "Same columns as last month's form on charging points")


def sample_ledger(folder: Path, language: Language) -> Path:
    """Where the sample ledger lies in a folder."""
    return folder / f"{LEDGER.into(language)}{SUFFIX}"


def demonstrate(folder: Path, language: Language, today: date) -> Iterator[Words]:
    """Makes the sample ledger and last month's report in a folder, telling each step; again if they are there."""
    with disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    path = sample_ledger(folder, language)
    if path.exists():
        with Ledger(path, before_migrating=back_up_before) as ledger:
            yield Words("示例账本已在：{path}", "The sample ledger already exists: {path}").format(path=path)
            yield from _reports(ledger, folder, language, today)
        return
    with new_ledger(path, sample_place(language, today), today=today) as ledger:
        write_sample(ledger, language, today)
        yield Words("示例账本：{path}", "Sample ledger: {path}").format(path=path)
        yield from _main_job(ledger, language, today)
        yield from _reports(ledger, folder, language, today)


def _main_job(ledger: Ledger, language: Language, today: date) -> Iterator[Words]:
    draft = {"received_on": today, **ASSIGNMENT[language]}
    entry = records.add(ledger, TASKS, draft, today=today, language=language)
    yield Words("登记了 {n} {title}", "Recorded {n}: {title}").format(
        n=entry.number, title=entry.record.title
    )
    review.flag(ledger, entry, REASON.into(language), today=today)
    verdict = Verdict(assessment=Assessment.MERGE, basis=REASON.into(language))
    decision = review.decide(ledger, entry, verdict, today=today, language=language)
    yield Words("提示并研判为“{assessment}”", "Flagged, and assessed as “{assessment}”").format(
        assessment=decision.record.assessment.words
    )


def _reports(ledger: Ledger, folder: Path, language: Language, today: date) -> Iterator[Words]:
    month = last_whole_month(ledger, today)
    for name, full in ((REPORT, False), (KEPT, True)):
        out = folder / f"{name.into(language).format(month=month)}.xlsx"
        write_report(ledger, month, out, language=language, full=full, today=today)
        kind = Words("留存版", "full copy") if full else Words("上报版", "submission")
        yield Words("{month}月报（{kind}）：{path}", "Report for {month} ({kind}): {path}").format(
            month=month.words, kind=kind, path=out
        )


def last_whole_month(ledger: Ledger, today: date) -> Month:
    """The last month that is over, as the place cuts its months."""
    this = Month.containing(today, place_of(ledger).month_end.cutoff)
    return this if this.end == today else month_of(ledger, str(this.previous))
