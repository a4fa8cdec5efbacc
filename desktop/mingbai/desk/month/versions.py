"""Which version of a period's report stands: the one sent last as long as its workbook would say the same, else
the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mingbai.desk.month.changes import NOTHING, Changes, differences, told_apart
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.lists_apart import lists_apart, notes_apart
from mingbai.desk.month.sent import sent_values, sent_versions
from mingbai.desk.month.sent_book import SentBook, sent_book
from mingbai.desk.month.unsent import UnsentReport
from mingbai.domain.period import Year
from mingbai.domain.report import SentReport
from mingbai.domain.words import Language, Words
from mingbai.ledger.ledger import Entry

UNIT, CODE = Words("填报单位", "Unit"), Words("村（社区）代码", "Village code")


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a period: sent as it stands, or the one that would be sent now."""

    number: int
    sent: SentReport | None = None
    """This very version, where it was sent and nothing it shows has changed since."""
    book: SentBook | None = None
    """Its workbook as it was sent, as far as it was kept."""
    before: Entry | None = None
    """The version that was sent before it."""
    changes: Changes = NOTHING
    """What differs from the one before, where it is not sent yet."""


def version_of(unsent: UnsentReport, language: Language | None = None) -> Version:
    """The version that a period is as it stands; what differs is told in a language, else in that of what was sent."""
    versions = sent_versions(unsent.ledger, unsent.period)
    if not versions:
        return Version(1)
    *earlier, last = versions
    book = sent_book(unsent.ledger, last)
    found = changes_since(unsent, last, book, language)
    number = int(last.record.version)
    if found.count:
        return Version(number + 1, before=last, changes=found)
    return Version(number, sent=last.record, book=book, before=earlier[-1] if earlier else None)


def changes_since(
    unsent: UnsentReport, sent: Entry, book: SentBook | None, language: Language | None = None
) -> Changes:
    """What differs from a version that was sent; of one whose workbook was not kept, its figures alone.

    Tables are called as they are in `language`.
    """
    report: SentReport = sent.record
    apart = differences(sent_values(report), stored_figures(unsent.figures))
    figures = tuple(told_apart(apart, whole_year=isinstance(unsent.period, Year)))
    if book is None:
        return Changes(figures, figures_alone=True)
    edition = unsent.edition(book.workbook.language, book.full, report.version)
    before, now = book.workbook.sheets, unsent.tables(edition)
    if not book.whole:
        kept = {sheet.tab for sheet in before}
        now = tuple(sheet for sheet in now if sheet.tab in kept)
    found = Changes(figures, tuple(_names(edition, book)), lists_apart(before, now))
    # What is told of a period that goes on is told otherwise once it is over, whatever was recorded.
    if not found.count and report.sent_on >= unsent.period.end:
        found = Changes(lists=notes_apart(before, now))
    if language in (None, edition.language):
        return found
    called = unsent.called(edition, replace(edition, language=language))
    return replace(found, lists=tuple(replace(one, tab=called.get(one.tab, one.tab)) for one in found.lists))


def _names(edition: Edition, book: SentBook) -> Iterator[tuple[Words, str, str]]:
    """Who reports, where it is called otherwise now."""
    called = ((UNIT, book.unit, edition.committee), (CODE, book.code, edition.place.code))
    yield from ((what, before, now) for what, before, now in called if before != now)
