"""Every figure opens its rows: which entries stand behind a figure of a month, as a filter one can list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mingbai.desk.lists import NOBODY
from mingbai.desk.month.edition import year_to_date_name
from mingbai.desk.month.figures import HOURS, Compared, MonthFigures, table1_codes
from mingbai.desk.places import working_days
from mingbai.domain.field import Kind
from mingbai.domain.figure import REPEATED_FROM, Figure, Given, Of, Ratio, Top, Value, alone
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import Filter, Op, Where, both, equals, filled, one_of
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.reckoning import rows_behind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import IS_CUT
from mingbai.domain.words import Words
from mingbai.ledger.counting import tallies
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Behind:
    """The entries behind a figure."""

    register: str
    filter: Filter


def rows_of(
    ledger: Ledger, code: str, months: Sequence[Month], *, group: str = "", today: date
) -> Behind | None:
    """The entries that a figure counts over months in a row, up to today; a ratio opens those of its part.

    `group` is the one that a top speaks of. None where no entries are counted (residents).
    """
    figure = FIGURES[code]
    while isinstance(figure, Ratio):
        figure = FIGURES[figure.part]
    if isinstance(figure, Given):
        return _cut_until(min(months[-1].end, today)) if figure.code == HOURS else None
    behind = rows_behind(figure, months, working_days(ledger), today)
    in_group = _grouped(ledger, figure, months, group, today) if isinstance(figure, Top) else None
    return Behind(_register_of(figure), both(behind, in_group))


def _grouped(ledger: Ledger, figure: Top, months: Sequence[Month], group: str, today: date) -> Filter | None:
    """What of a period's entries a figure about groups speaks of."""
    match figure.of:
        case Of.DIFFERENT:
            return filled(figure.by)
        case Of.REPEATED:
            counted: Counter[str] = Counter()
            for tally in tallies(ledger.rows, [figure], months, working_days(ledger), today).values():
                counted.update(tally.groups or {})
            often = [key for key, n in counted.items() if n >= REPEATED_FROM]
            return one_of(figure.by, *often) if often else equals("uid", NOBODY)
        case _:
            return _in_group(ledger, figure, group) if group else None


def _register_of(figure: Figure) -> str:
    return str(figure.register)  # type: ignore[attr-defined]


def _cut_until(day: date) -> Behind:
    """Hours are returned by what was really cut up to then."""
    until = Where("effective_from", Op.AT_MOST, day.isoformat())
    return Behind("decision", both(IS_CUT, until))


def _in_group(ledger: Ledger, figure: Top, group: str) -> Filter:
    field = REGISTERS[figure.register].fields[figure.by]
    if figure.through:
        target = REGISTERS[field.column.to]
        members = [
            entry.uid
            for entry in ledger.entries(target, binned=True)
            if entry.stored[figure.through] == group
        ]
        return one_of(figure.by, *members)
    return (
        Where(figure.by, Op.HAS, group)
        if field.kind in (Kind.LIST, Kind.CHOICES)
        else equals(figure.by, group)
    )


# --- The cells of 表1 -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opening:
    """A figure in a column of 表1: of what, over which months, and what its rows are called."""

    code: str
    months: tuple[Month, ...]
    title: Words
    group: str = ""


def table1_openings(figures: MonthFigures) -> dict[tuple[int, int], Opening]:
    """Every figure of 表1 that has rows, by row and column of its sheet.

    What was typed from paper has none, and a change in percent is no count of anything.
    """
    found: dict[tuple[int, int], Opening] = {}
    for row, code in enumerate(table1_codes()):
        compared = figures.of(code)
        group = compared.value.label or compared.year_to_date.label
        for column, value, months, when in _columns(compared, figures.period):
            if value.number is not None and not value.typed:
                title = Words("{title}，{when}", "{title}, {when}").format(
                    title=alone(compared.title), when=when
                )
                found[row, column] = Opening(code, months, title, group)
    return found


def _columns(
    compared: Compared, period: ReportPeriod
) -> Iterator[tuple[int, Value, tuple[Month, ...], Words]]:
    """The columns of 表1 that hold a value: where, which, over what months, and what those are called."""
    before = period.same_last_year
    yield 4, compared.value, period.months, period.words
    yield 5, compared.previous, period.previous.months, period.previous.words
    if period.kind is not PeriodKind.YEAR:
        yield 7, compared.last_year, before.months, before.words
        yield 9, compared.year_to_date, period.year_to_date, _to_date(period)
        yield 10, compared.last_year_to_date, before.year_to_date, _to_date(before)


def _to_date(period: ReportPeriod) -> Words:
    return Words(year_to_date_name(period, "zh"), year_to_date_name(period, "en"))
