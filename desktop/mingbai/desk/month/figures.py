"""Every declared figure of one month, with the periods it is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from mingbai.desk.glossary import Glossary
from mingbai.desk.month.counted import counted_in
from mingbai.desk.month.hours import Account, hours_account
from mingbai.desk.month.past import PastFigures, past_figures
from mingbai.desk.month.residents import residents_given
from mingbai.desk.month.sent import Stored, as_sent, sent_figures
from mingbai.desk.places import place_of, working_days
from mingbai.domain.demand import DEMANDS
from mingbai.domain.field import Kind
from mingbai.domain.figure import (
    Duration,
    Figure,
    Flow,
    Overlap,
    Ratio,
    Stock,
    Top,
    Unit,
    Value,
    change,
)
from mingbai.domain.figures import FIGURES, TABLE1
from mingbai.domain.filter import filled
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.place import PLACES
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.reckoning import (
    Columns,
    Reckoning,
    adds_up,
    charted_months,
    months_compared,
    months_of_report,
    named,
)
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import Look
from mingbai.domain.text import mask_numbers
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.asking import condition
from mingbai.ledger.blocks import Order, blocks
from mingbai.ledger.blocks import count as held
from mingbai.ledger.ledger import Ledger

HOURS = "cut.hours"

OTHER_SHEETS = (
    *("task.form_hours", "cert.hours", "issue.hours"),
    *("issue.closed_due", "issue.closed_on_time", "issue.solved_count"),
    *("issue.rated", "issue.satisfied_count", "task.listed", "staff.count", "place.residents"),
    *("issue.top_place", "issue.repeated", "expert.issues", "place.per_staff"),
    *("meeting.people", "meeting.report_needed", "inspection.planned_count", "inspection.filed"),
    *("inspection.visitors", "inspection.new_papers", "inspection.city", "inspection.hours"),
    *("reception.guests", "reception.hosts", "reception.inside", "reception.meals_inside"),
    *("reception.ate", "reception.self_paid_count", "reception.self_paid"),
    *("plaque.total", "plaque.no_basis", "plaque.merged"),
    *("visit.hours", "visit.helped", "visit.issues"),
    *("activity.count", "activity.courses", "activity.turnout", "activity.hours", "activity.served"),
    *("expert.count", "expert.days"),
    *("admission.applied", "admission.late", "admission.no_money", "admission.refused"),
    *("admission.waiting", "admission.days", "admission.early", "admission.past_end", "admission.exited"),
    *("task.not_admitted", "point.raised", "point.joint", "point.corrections", "point.clarifications"),
    *("point.done", "point.open", "point.days", "cut.by_point"),
)
"""Figures printed beside 表1: on detail sheets, in charts, and as parts and wholes of ratios."""

CHARTED_FIGURES = ("task.received", "task.forms", "task.form_hours", "issue.hours", "cert.hours")

LOOKS = {0: Look.COUNT, 1: Look.TENTH, 2: Look.HUNDREDTH}

TYPED_SIGN, ZERO_SIGN = "*", "△"
"""Stand in the notes of rows with a base that was typed in, or that is zero; what they mean is said once, below."""
RANGE = Words("附表1", "annex 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One figure of the month, with its bases and the changes against them."""

    figure: Figure
    title: Words
    value: Value
    previous: Value
    last_year: Value
    year_to_date: Value
    last_year_to_date: Value
    change: Decimal | None
    change_on_year: Decimal | None
    change_year_to_date: Decimal | None
    label: Words = NO_WORDS
    """The group that a top speaks of, or the range of a value too uncertain for one number."""
    note: Words = NO_WORDS
    base_typed: bool = False
    """What it is compared with was typed in from earlier papers."""
    base_zero: bool = False
    """There is a base and it is zero: a change cannot be told."""

    @property
    def remark(self) -> Words:
        """What stands beside it in a narrow column: a note, and signs."""
        signs = " ".join(
            sign for sign, holds in ((TYPED_SIGN, self.base_typed), (ZERO_SIGN, self.base_zero)) if holds
        )
        return Words(
            *(" ".join(part for part in (text, signs) if part) for text in (self.note.zh, self.note.en))
        )

    @property
    def decimals(self) -> int:
        """Places after the point it is shown with."""
        return decimals_of(self.figure)


@dataclass(frozen=True, slots=True)
class Bases:
    """What was sent for the two periods that a period is compared with."""

    previous: Stored
    last_year: Stored

    def of(self, figure: Figure, columns: Columns) -> Columns:
        """The columns with the bases that were sent, so that two reports say the same of one period.

        What was sent is rounded, and so are changes against it.
        """
        group = columns.now.label
        previous = as_sent(self.previous, figure, columns.previous, group)
        last_year = as_sent(self.last_year, figure, columns.last_year, group)
        if (previous, last_year) == (columns.previous, columns.last_year):
            return columns
        now = columns.now.number
        bases = ((now, previous), (now, last_year), (columns.to_date.number, columns.last_to_date))
        return replace(
            columns,
            previous=previous,
            last_year=last_year,
            on_previous=_moved(figure, columns.now, columns.previous, previous, columns.on_previous),
            on_last_year=_moved(figure, columns.now, columns.last_year, last_year, columns.on_last_year),
            base_is_zero=figure.unit is not Unit.PERCENT
            and any(number is not None and base.number == 0 for number, base in bases),
        )


def _moved(
    figure: Figure, now: Value, counted: Value, sent: Value, already: Decimal | None
) -> Decimal | None:
    same = counted.number == sent.number
    return already if same else change(now.number, sent.number, figure.unit)


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The figures of a period as the ledger stands now, against what was sent or counted before."""

    period: ReportPeriod
    compared: Mapping[str, Compared]
    charted: Mapping[tuple[str, Month], Decimal | None] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    """Where typed bases come from."""
    whole: bool = True
    """Whether nothing more will come; else what adds up over days is not compared with whole periods."""

    def of(self, code: str) -> Compared:
        """One figure."""
        return self.compared[code]

    def in_month(self, code: str, month: Month) -> Decimal | None:
        """A charted figure in one of the thirteen months."""
        return self.charted.get((code, month))


def decimals_of(figure: Figure) -> int:
    """Places after the point that a figure is shown with."""
    return figure.decimals if isinstance(figure, Ratio) else figure.unit.decimals


def table1_codes() -> tuple[str, ...]:
    """The figures of 表1 in order."""
    return tuple(code for _, codes in TABLE1 for code in codes)


def printed_codes() -> tuple[str, ...]:
    """Every figure that stands somewhere in the workbook, those of 表1 first."""
    return (*table1_codes(), *OTHER_SHEETS)


def worked_out_of(codes: Iterable[str]) -> tuple[str, ...]:
    """These figures and those that they are parts and wholes of, in the order in which they are declared."""
    wanted = set(codes)
    for code in tuple(wanted):
        figure = FIGURES[code]
        if isinstance(figure, Ratio):
            parts = (figure.part, figure.whole, *figure.with_part, *figure.with_whole)
            wanted |= {*worked_out_of(parts)}
    return tuple(code for code in FIGURES if code in wanted)


def month_figures(ledger: Ledger, period: ReportPeriod, *, today: date, every: bool = False) -> MonthFigures:
    """The printed figures with their columns, or `every` declared one. A period that was sent is a base as it
    was sent.

    A fifth of the figures stands on no sheet: they are kept with what is sent and told by the command line, and
    no page waits for them.
    """
    codes = tuple(FIGURES) if every else worked_out_of(printed_codes())
    past = past_figures(ledger)
    begun = begun_on(ledger, today)
    months = months_of_report(period)
    compared_months = months_compared(period)
    reckoning = reckoned(ledger, compared_months, codes, past, begun, today)
    glossary = Glossary(ledger, today)
    bases = Bases(sent_figures(ledger, period.previous), sent_figures(ledger, period.same_last_year))
    account = hours_account(ledger, today)
    compared = {
        code: _compared(
            ledger,
            glossary,
            FIGURES[code],
            bases.of(FIGURES[code], reckoning.columns(code, period)),
            reckoning.lacking(code),
        )
        for code in codes
        if code != HOURS
    }
    compared[HOURS] = _hours_compared(account, period, past, bases, min(begun.values(), default=None))
    whole = is_whole(ledger, period, today)
    if not whole:
        compared = {code: _not_beside_whole_ones(found) for code, found in compared.items()}
    drawn = charted_months(period, today)
    lonely = [month for month in drawn if month not in compared_months]
    reckoning = reckoning.with_tallies(counted_in(ledger, lonely, today, CHARTED_FIGURES))
    charted = {(code, m): reckoning.value(code, [m]).number for code in CHARTED_FIGURES for m in drawn}
    own = {*period.year_to_date} - {*period.previous.months}
    bases_of = {*months} - own | {period.previous, period.same_last_year}
    sources = past.sources(printed_codes(), bases_of)
    return MonthFigures(period, {code: compared[code] for code in codes}, charted, sources, whole)


def is_whole(ledger: Ledger, period: ReportPeriod, today: date) -> bool:
    """Whether a period is over but for days on which nobody works: a month that ends on a Saturday is told of on
    the Friday."""
    working = working_days(ledger)
    left = ((today + timedelta(days=at)) for at in range(1, (period.end - today).days + 1))
    return not any(working.is_working(day) for day in left)


def _not_beside_whole_ones(found: Compared) -> Compared:
    """A figure of a period that goes on, without changes where it adds up over days: half a month has less of
    everything than a whole one."""
    if not adds_up(found.figure, FIGURES):
        return found
    return replace(found, change=None, change_on_year=None, change_year_to_date=None, base_zero=False)


def reckoned(
    ledger: Ledger,
    months: Sequence[Month],
    codes: Sequence[str],
    past: PastFigures,
    begun: Mapping[str, date],
    today: date,
) -> Reckoning:
    """What the ledger counts of these figures in these months, to be worked out over any of them."""
    return Reckoning(
        {code: FIGURES[code] for code in codes},
        counted_in(ledger, months, today, codes),
        residents_given(ledger, months, today),
        past.numbers,
        begun,
        _empty_lists(ledger),
        today,
    )


def _empty_lists(ledger: Ledger) -> frozenset[str]:
    needed = {figure.needs.register for figure in FIGURES.values() if figure.needs is not None}
    return frozenset(code for code in needed if not held(ledger, REGISTERS[code]))


def begun_on(ledger: Ledger, today: date) -> dict[str, date]:
    """The first day of each register that is kept as things happen; none for what is only noted ahead."""
    begun: dict[str, date] = {}
    for code in (register.code for register in REGISTERS.values() if register.daily):
        days = [
            day
            for name in _counted_by(code)
            if (day := _first_day(ledger, code, name, today)) and day <= today
        ]
        if days:
            begun[code] = min(days)
    if not begun and any(held(ledger, REGISTERS[code]) for code in LONG_THERE):
        # What stood long before says nothing of when it was first counted; the ledger's own first day does.
        begun[PLACES.code] = min(place_of(ledger).base_on or today, today)
    return begun


LONG_THERE = (PLAQUES.code, DEMANDS.code)
"""Registers whose entries were there before the ledger."""


def _counted_by(code: str) -> set[str]:
    """The dates by which figures count a register's entries: a cut by the day it takes effect, for one."""
    dated = {
        figure.since if isinstance(figure, Stock | Overlap) else figure.dated
        for figure in FIGURES.values()
        if isinstance(figure, Flow | Duration | Top | Stock | Overlap) and figure.register == code
    }
    return dated - {""}


def _first_day(ledger: Ledger, code: str, name: str, today: date) -> date | None:
    register = REGISTERS[code]
    where = condition(register, filled(name), today)
    for block in blocks(ledger, register, where.text, where.parameters, Order(name)):
        return date.fromisoformat(str(block[0].stored[name])[:10])
    return None


def _compared(
    ledger: Ledger, glossary: Glossary, figure: Figure, columns: Columns, lacking: Words | None
) -> Compared:
    label = group_words(ledger, glossary, figure, columns.now.label or columns.to_date.label)
    return Compared(
        figure=figure,
        title=title_of(figure, columns.now, label),
        value=columns.now,
        previous=columns.previous,
        last_year=columns.last_year,
        year_to_date=columns.to_date,
        last_year_to_date=columns.last_to_date,
        change=columns.on_previous,
        change_on_year=columns.on_last_year,
        change_year_to_date=columns.on_last_to_date,
        label=label,
        note=lacking if lacking is not None and columns.now.number is None else NO_WORDS,
        base_typed=columns.base_is_typed,
        base_zero=columns.base_is_zero,
    )


def title_of(figure: Figure, value: Value, label: Words) -> Words:
    """The figure's name with its gaps filled; a number nobody knows is left out with its brackets."""
    if not value.whole:
        value = replace(value, whole=None)
    title = named(figure, value, label if label.zh else None)
    return Words(title.zh.replace("（—人）", ""), title.en.replace(" (—)", ""))


def group_words(ledger: Ledger, glossary: Glossary, figure: Figure, key: str) -> Words:
    """The group that a top speaks of, in words; of people no more than a list shows."""
    words = _group_named(ledger, glossary, figure, key)
    return Words(mask_numbers(words.zh), mask_numbers(words.en))


def _group_named(ledger: Ledger, glossary: Glossary, figure: Figure, key: str) -> Words:
    if not isinstance(figure, Top) or not key:
        return NO_WORDS
    declared = REGISTERS[figure.register].fields[figure.by]
    if not figure.through and declared.kind is Kind.REFERENCE:
        return Words(glossary.show(key, "zh"), glossary.show(key, "en"))
    if figure.through:
        target = REGISTERS[declared.column.to]
        declared = target.fields[figure.through]
        if declared.column.english:
            for entry in ledger.entries(target, binned=True):
                if entry.stored[figure.through] == key:
                    return Words(key, str(entry.stored[declared.column.english] or key))
    if declared.column.personal is not None:
        key = declared.column.personal.mask(key)
    return Words(key, key) if declared.choice is None else declared.choice.of(key).words


def hours_range_words(value: Value) -> Words:
    """The range that the hours lie in, where too little is known for one number."""
    low, _, high = value.label.partition("~")
    return Words(f"{low}～{high}", f"{low} to {high}") if high else NO_WORDS


def _hours_compared(
    account: Account, period: ReportPeriod, past: PastFigures, sent: Bases, begun: date | None
) -> Compared:
    """The hours returned: 表1 takes the totals of their own sheet, so both agree to the last digit."""
    figure = FIGURES[HOURS]
    typed = past.of(HOURS)
    last_year = period.same_last_year
    now = account.value(period.months, typed, begun)
    previous, year_ago = (account.base(each, typed, begun) for each in (period.previous, last_year))
    previous = as_sent(sent.previous, figure, previous)
    year_ago = as_sent(sent.last_year, figure, year_ago)
    year, year_before = (account.value(each.year_to_date, typed, begun) for each in (period, last_year))
    if year_before.missing:
        year_before = Value(None)
    bases = ((now, previous), (now, year_ago), (year, year_before))
    changes = [change(value.number, base.number, figure.unit) for value, base in bases]
    apart = now.label or account.waiting(period) or account.untold(period)
    return Compared(
        figure=figure,
        title=figure.words,
        value=now,
        previous=previous,
        last_year=year_ago,
        year_to_date=year,
        last_year_to_date=year_before,
        change=changes[0],
        change_on_year=changes[1],
        change_year_to_date=changes[2],
        label=hours_range_words(now),
        note=RANGE if apart else NO_WORDS,
        base_typed=any(base.typed for _, base in bases),
        base_zero=any(value.number is not None and base.number == 0 for value, base in bases),
    )
