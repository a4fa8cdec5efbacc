"""The report of a period as it would be sent on a day: its figures, and its tables, each made once.

Which version a report is shows in its tables, so they are made before its number is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from mingbai.desk.month.assignments import assignments_sheet
from mingbai.desk.month.burdens import meetings_sheet, plaques_sheet, receptions_sheet
from mingbai.desk.month.certificates import certificates_sheet
from mingbai.desk.month.cuts import cuts_sheet
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures
from mingbai.desk.month.helping import activities_sheet, admissions_sheet
from mingbai.desk.month.hours import hours_account
from mingbai.desk.month.hours_sheet import hours_sheet
from mingbai.desk.month.issues import issues_sheet
from mingbai.desk.month.names import Names
from mingbai.desk.month.trend import trend_sheet
from mingbai.desk.places import place_of
from mingbai.domain.period import ReportPeriod
from mingbai.domain.sheet import Sheet
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger

Made = Callable[[], Sheet | None]
"""Makes a sheet; None where there is nothing to list."""


@dataclass(frozen=True, slots=True)
class UnsentReport:
    """A period, as it would be handed in on a day, each table made once however often it is asked for."""

    ledger: Ledger
    figures: MonthFigures
    today: date
    _made: dict[tuple[Language, bool, date], list[Made]] = field(default_factory=dict)

    @property
    def period(self) -> ReportPeriod:
        """The period that is spoken of."""
        return self.figures.period

    def edition(self, language: Language, full: bool, version: int, filed_on: date | None = None) -> Edition:
        """One edition of it, of today where no other day is said."""
        place = place_of(self.ledger)
        return Edition(place, self.period, language, full, version, filed_on or self.today)

    def making(self, edition: Edition) -> list[Made]:
        """What makes the tables from 表2 on, in order; which version it is makes no difference to them."""
        key = (edition.language, edition.full, edition.filed_on)
        if key not in self._made:
            self._made[key] = [cache(make) for make in _making(self.ledger, edition, self.figures)]
        return self._made[key]

    def tables(self, edition: Edition) -> tuple[Sheet, ...]:
        """The tables from 表2 on."""
        return tuple(sheet for make in self.making(edition) if (sheet := make()) is not None)

    def called(self, edition: Edition, other: Edition) -> dict[str, str]:
        """What each table of one edition is called in another one."""
        both = zip(self.making(edition), self.making(other), strict=True)
        made = ((make(), again()) for make, again in both)
        return {one.tab: same.tab for one, same in made if one is not None and same is not None}


def _making(ledger: Ledger, edition: Edition, figures: MonthFigures) -> list[Made]:
    names = Names(ledger, edition)
    return [
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
    ]
