"""Figures of the months before the sample's own, as if typed in from paper, so that each has a base."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from mingbai.desk.sample.book import Book
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.material import Line, Material
from mingbai.domain.month import Month
from mingbai.domain.report import PAST_FIGURES, PastFigure
from mingbai.domain.words import Words

SOURCE = Words("{year}年纸质台账补录", "Typed in from the paper ledger of {year}")
STAFF, RESIDENTS = 9, 20_136

SHARES = {
    "task.on_list": ("task.listed", "task.received"),
    "issue.on_time": ("issue.closed_on_time", "issue.closed_due"),
    "issue.solved": ("issue.solved_count", "issue.closed"),
    "issue.satisfied": ("issue.satisfied_count", "issue.rated"),
}
"""Ratios with the counts behind them: what is typed is worked out of whole counts, so that years add up."""
PLACES = {"cut.hours": 1, "issue.days": 1, "issue.top": 2, "reception.cost": 2} | dict.fromkeys(SHARES, 2)

Figures = dict[str, Decimal]


def add_past_figures(book: Book, material: Material, calendar: Calendar, cancelled: list[date]) -> None:
    """Adds every figure of 表1 for the months from January of the year before the first one's own."""
    first = calendar.month(-MONTHS)
    month, carried = Month(first.year - 1, 1), None
    lines = {line["figure"]: line for line in material.lines("past_figures")}
    while month < first:
        older = first.year - month.year > 1 or month < first.shifted(-12)
        typed = {code: _typed(line, month, older) for code, line in lines.items()}
        if month.next == first:
            typed["issue.open"] = Decimal(0)
        opened = typed["issue.open"] if carried is None else carried
        carried = typed["issue.open"]
        known = sum(day <= month.end for day in cancelled)
        for code, value in _completed(typed, opened, Decimal(known)):
            source = SOURCE.format(year=month.year).into(material.language)
            record = PastFigure(figure=code, period=str(month), value=value, source=source)
            book.add(PAST_FIGURES, f"{code} {month}", record, month.start)
        month = month.next


def _typed(line: Line, month: Month, older: bool) -> Decimal:
    value = Decimal(line[f"m{month.number:02}"]) * (Decimal(line["older"]) if older else 1)
    return _rounded(value, PLACES.get(line["figure"], 0))


def _completed(typed: Figures, opened: Decimal, cancelled: Decimal) -> Iterator[tuple[str, Decimal]]:
    """The typed figures with those that follow from them; shares anew from whole counts."""
    figures = dict(typed)
    figures["issue.closed"] = opened + typed["issue.received"] - typed["issue.open"]
    figures["issue.closed_due"] = _rounded(figures["issue.closed"] * Decimal("0.92"), 0)
    figures["issue.rated"] = _rounded(figures["issue.closed"] * Decimal("0.76"), 0)
    for code, (part, whole) in SHARES.items():
        figures[part] = _rounded(typed[code] * figures[whole] / 100, 0)
        figures[code] = _rounded(figures[part] * 100 / figures[whole], 2)
    figures["cert.other"] = typed["cert.asked"] - typed["cert.declined"] - typed["cert.stamped"]
    figures["cert.cancelled"] = cancelled
    figures["task.per_staff"] = _rounded(typed["task.received"] / STAFF, 2)
    figures["issue.per_1000"] = _rounded(typed["issue.received"] * 1000 / RESIDENTS, 2)
    yield from figures.items()


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
