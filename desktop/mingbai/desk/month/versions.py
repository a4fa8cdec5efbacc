"""Which version of a period's report stands: the one sent last as long as no printed figure differs, else the next."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.desk.month.changes import differences, told_apart
from mingbai.desk.month.figures import MonthFigures
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.sent import sent_values, sent_versions
from mingbai.domain.period import Year
from mingbai.domain.report import SentReport
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a period: sent as it stands, or the one that would be sent now."""

    number: int
    sent: SentReport | None = None
    """This very version, where it was sent and no figure has changed since."""
    before: SentReport | None = None
    """The version that was sent before it."""
    differing: int = 0
    """In how many printed numbers it differs from the one before, where it is not sent yet."""


def version_of(ledger: Ledger, figures: MonthFigures) -> Version:
    """The version that these figures are."""
    *earlier, last = (None, *(entry.record for entry in sent_versions(ledger, figures.period)))
    if last is None:
        return Version(1)
    found = differing_numbers(last, figures)
    if found:
        return Version(last.version + 1, before=last, differing=found)
    return Version(last.version, sent=last, before=earlier[-1])


def differing_numbers(sent: SentReport, figures: MonthFigures) -> int:
    """How many printed numbers are no longer what was sent: as many as the sheet of changes has rows."""
    found = differences(sent_values(sent), stored_figures(figures))
    return len(told_apart(found, whole_year=isinstance(figures.period, Year)))
