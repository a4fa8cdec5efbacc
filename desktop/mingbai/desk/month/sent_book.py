"""The workbook of a version that was sent: kept sheet by sheet with its report, and read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.kept import KeptSheet, packed, speaks_of, unpacked
from mingbai.domain.column import Uid
from mingbai.domain.filter import equals
from mingbai.domain.report import SENT_SHEETS, SentSheet
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Language
from mingbai.ledger.asking import condition
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act


@dataclass(frozen=True, slots=True)
class SentBook:
    """What is kept of a workbook that was sent."""

    workbook: Workbook
    full: bool
    unit: str
    """Who reported, and its code, as they were then."""
    code: str
    whole: bool
    """Whether every sheet of it is kept; those that told of an erased person are not."""

    def is_of(self, language: Language, full: bool) -> bool:
        """Whether it is the very edition that is asked for."""
        return self.whole and (self.workbook.language, self.full) == (language, full)


def keep_book(act: Act, report: Uid, workbook: Workbook, edition: Edition) -> None:
    """Keeps every sheet of what is sent."""
    for place, sheet in enumerate(workbook.sheets):
        kept = KeptSheet(
            sheet,
            workbook.language,
            edition.full,
            workbook.caption,
            edition.committee,
            edition.place.code,
            len(workbook.sheets),
        )
        act.insert(SENT_SHEETS, SentSheet(report=report, place=place, tab=sheet.tab, content=packed(kept)))


def sent_book(ledger: Ledger, report: Entry) -> SentBook | None:
    """What is kept of a version; None where only its figures are."""
    where = condition(SENT_SHEETS, equals("report", report.uid), report.record.sent_on)
    found = ledger.entries(SENT_SHEETS, where.text, where.parameters)
    kept = [unpacked(entry.record.content) for entry in sorted(found, key=lambda one: int(one.record.place))]
    if not kept:
        return None
    any_one = kept[0]
    workbook = Workbook(any_one.language, tuple(one.sheet for one in kept), any_one.caption)
    return SentBook(workbook, any_one.full, any_one.unit, any_one.code, len(kept) == any_one.of)


def sheets_about(ledger: Ledger, uids: Iterable[str]) -> list[str]:
    """The kept sheets that list one of these entries."""
    wanted = frozenset(uids)
    return [entry.uid for entry in ledger.entries(SENT_SHEETS) if speaks_of(entry.record.content, wanted)]
