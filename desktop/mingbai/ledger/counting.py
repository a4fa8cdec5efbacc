"""All figures of a set of months in one statement: for each month, one pass over each register and date.

Figures that are dated by the same field share a pass, and a pass touches one range of one index. What a
pass cannot add up by itself (days, groups) comes back as one text per month and is counted in `tallying`,
which is several times faster than sorting in SQL. Stocks are counted once, at the end of the last month, and
followed back through what began and ended in each month; between the months asked nothing else is looked at.
Entries in the bin never count.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import Kind
from mingbai.domain.figure import Duration, Figure, Flow, Overlap, Stock, Tally, Top
from mingbai.domain.filter import ALL, Every, Filter, filled
from mingbai.domain.month import Month
from mingbai.domain.reckoning import again
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.asking import Sql, column_of, condition, day_of, joined, outside_bin
from mingbai.ledger.covering import COVERING
from mingbai.ledger.figure_sql import (
    array,
    conjuncts,
    counted_apart,
    day_pairs,
    day_pairs_in_order,
    ends_before,
    forwards,
    items_of,
    not_yet,
    plus,
    sum_of,
)
from mingbai.ledger.tallying import MARK, PART, STANDING, Reading, numbers_of

Rows = Callable[[str, Sequence[str | int]], list[tuple[Any, ...]]]
"""Runs one statement and gives all its rows."""


FOLLOWED = ("begun", "over", "again", "begun backwards", "over backwards")
"""Parts of a stock: what changed it, by which it is followed back."""

END = "(SELECT max(beyond) FROM months)"
"""The day after the last month."""


def tallies(
    rows: Rows, figures: Sequence[Figure], months: Sequence[Month], working: WorkingDays, today: date
) -> dict[tuple[str, Month], Tally]:
    """What was counted of each figure in each month; ratios and given values are not counted here.

    The months must be cut alike. `today` is what a filter's `Today` means, and the end of a month that is not
    over: what is noted for a later day, a meeting one is called to, has not happened.
    """
    if len({month.cutoff for month in months}) > 1:
        raise ValueError("months of one count must be cut alike")
    counted = [figure for figure in figures if isinstance(figure, COUNTED)]
    if not counted or not months:
        return {}
    spans = list(_without_gaps(sorted(set(months)), today))
    answer = _statement(tuple(counted), today).answer(rows, spans, working, today)
    reading = Reading(working)
    kept = [(at, span.month) for at, span in enumerate(spans) if span.month is not None]
    return {
        (figure.code, month): found[at]
        for figure in counted
        for found in [reading.tallies(figure, answer[figure.code])]
        for at, month in kept
    }


COUNTED = (Flow, Stock, Duration, Overlap, Top)


@dataclass(frozen=True, slots=True)
class _Days:
    """Days in a row: those of a month that is asked for, or all days between two of these."""

    first: str
    beyond: str
    month: Month | None


def _without_gaps(months: Sequence[Month], today: date) -> Iterator[_Days]:
    for at, month in enumerate(months):
        if at and months[at - 1].next != month:
            # Only what began and ended there is asked, by which stocks are followed back.
            between = _after(months[at - 1].end), min(month.start.isoformat(), _after(today))
            if between[0] < between[1]:
                yield _Days(*between, None)
        yield _Days(month.start.isoformat(), _after(min(month.end, today)), month)


# --- The statement -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Measure:
    """One number or text that a pass brings back for a figure."""

    figure: str
    part: str
    aggregate: str
    conditions: tuple[Filter, ...]
    also: str = ""
    """A further condition in SQL, on the month."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One scalar subquery of the statement: an array of what its measures bring back, in order."""

    text: Sql
    names: tuple[tuple[tuple[str, str], ...], ...]
    """Of each measure the figures, and their parts, that it serves."""
    between: Sql | None = None
    """What is asked instead of days between the months, if anything is."""


@lru_cache(maxsize=8)
def _statement(figures: tuple[Figure, ...], today: date) -> _Statement:
    """What asks for these figures; put together once, as it is the same for all months."""
    return _Statement(figures, today)


class _Statement:
    """Gathers what figures need, and asks for it at once."""

    def __init__(self, figures: Sequence[Figure], today: date) -> None:
        self._today = today
        self._passes: dict[tuple[str, str, bool], list[_Measure]] = defaultdict(list)
        self._stocks: dict[tuple[str, str, str], list[Stock]] = defaultdict(list)
        self._limits: dict[int, str] = {}
        apart: list[_Column] = []
        for figure in figures:
            apart += self._needs(figure)
        for stocks in self._stocks.values():
            apart += self._standing(stocks)
        shared = [self._shared(register, dated, some) for (register, dated, _), some in self._passes.items()]
        self._columns = shared + apart

    def _needs(self, figure: Figure) -> Iterator[_Column]:
        """What a figure needs in a subquery of its own; the rest joins a pass."""
        match figure:
            case Flow(within=None):
                # Most entries have nothing to sum, and those are passed over sooner.
                summed = filled(figure.of) if figure.of else ALL
                self._pass(figure, "number", sum_of(figure), summed, figure.where, also=not_yet(figure))
            case Flow():
                yield self._sooner(figure)
            case Duration() if counted_apart(figure, figure.start, figure.end):
                pairs = day_pairs(figure)
                self._pass(figure, "pairs", pairs, figure.where)
                backwards = ends_before(figure.start, figure.end)
                self._pass(figure, "backwards", pairs, figure.where, backwards, apart=True)
            case Duration():
                self._pass(figure, "pairs", day_pairs_in_order(figure), figure.where)
            case Top():
                self._pass(figure, "number", "count(*)", figure.where)
                if figure.by in _counted_by_target(figure.register, figure.dated):
                    yield self._by_target(figure)
                else:
                    self._pass(figure, "items", items_of(figure), figure.where)
                    if figure.through:
                        yield _through(figure)
            case Overlap():
                yield self._overlap(figure)
            case Stock():
                for part, dated in (("begun", figure.since), ("over", figure.until)):
                    if dated:
                        self._change(figure, part, dated)
                if figure.again:
                    self._pass(figure, "again", "count(*)", figure.where, again(figure), dated=figure.again)
                self._stocks[figure.register, figure.until, figure.again].append(figure)

    def _change(self, figure: Stock, part: str, dated: str) -> None:
        """What began or ended in a month, less what ended before it began."""
        if not counted_apart(figure, figure.since, figure.until):
            self._pass(figure, part, "count(*)", figure.where, forwards(figure), dated=dated)
            return
        self._pass(figure, part, "count(*)", figure.where, dated=dated)
        backwards = ends_before(figure.since, figure.until)
        part = f"{part} backwards"
        self._pass(figure, part, "count(*)", figure.where, backwards, dated=dated, apart=True)

    def _pass(
        self,
        figure: Any,
        part: str,
        aggregate: str,
        *where: Filter,
        also: str = "",
        dated: str = "",
        apart: bool = False,
    ) -> None:
        conditions = tuple(c for asked in where for c in conjuncts(asked))
        measure = _Measure(figure.code, part, aggregate, conditions, also)
        self._passes[figure.register, dated or figure.dated, apart].append(measure)

    def answer(
        self, rows: Rows, spans: Sequence[_Days], working: WorkingDays, today: date
    ) -> dict[str, dict[str, tuple[str, ...]]]:
        """What came back: figure code and part to the values of the months, and days between, in order."""
        months = tuple(span.month for span in spans if span.month is not None)
        limits = [
            dict(zip(months, _first_days_not_too_soon(months, days, working, today), strict=True))
            for days in self._limits
        ]
        parameters: list[str | int] = []
        for at, span in enumerate(spans):
            own = ("{}" if span.month is None else each[span.month] for each in limits)
            parameters += (at, span.first, span.beyond, int(span.month is not None), *own)
        selected = [column.text for column in self._columns]
        if len(months) < len(spans):
            selected = [_asked_between(column) for column in self._columns]
        for text in selected:
            parameters += text.parameters
        heads = ", ".join(("at", "first", "beyond", "asked", *self._limits.values()))
        marks = ", ".join([f"({', '.join('?' * (4 + len(limits)))})"] * len(spans))
        columns = ", ".join(text.text for text in selected)
        sql = f"WITH months({heads}) AS (VALUES {marks}) SELECT months.at, {columns} FROM months"
        made: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        by_column = zip(*sorted(rows(sql, parameters)), strict=True)
        next(by_column)
        for column, values in zip(self._columns, by_column, strict=True):
            nothing = [""] * len(column.names)
            by_span = [nothing if value is None else str(value).split(PART) for value in values]
            for served, items in zip(column.names, zip(*by_span, strict=True), strict=True):
                for figure, part in served:
                    made[figure][part] = items
        return made

    def _shared(self, register: str, dated: str, measures: Sequence[_Measure]) -> _Column:
        """One pass for all figures of a register dated by one field."""
        common = [c for c in measures[0].conditions if all(c in m.conditions for m in measures)]
        served: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
        aggregates: list[Sql] = []
        for measure in measures:
            figures = served[measure.aggregate, measure.conditions, measure.also]
            figures.append((measure.figure, measure.part))
            if len(figures) > 1:
                continue
            own = self._all(register, (c for c in measure.conditions if c not in common))
            text = " AND ".join(part for part in (own.text, measure.also) if part not in {"", "1"})
            asked = f"{measure.aggregate} FILTER (WHERE {text})" if text else measure.aggregate
            aggregates.append(Sql(asked, own.parameters))
        column = column_of(REGISTERS[register], dated)
        ranged = Sql(f"{column} >= months.first AND {column} < months.beyond")
        where = joined("AND", (ranged, outside_bin(REGISTERS[register]), self._all(register, common)))
        source, names = f'FROM "{register}"', tuple(tuple(each) for each in served.values())
        followed = [any(part in FOLLOWED for _, part in each) for each in names]
        between = [each if wanted else Sql("''") for each, wanted in zip(aggregates, followed, strict=True)]
        return _Column(
            array(aggregates, source, where),
            names,
            array(between, source, where) if any(followed) else None,
        )

    def _all(self, register: str, conditions: Iterable[Filter]) -> Sql:
        return condition(REGISTERS[register], Every(tuple(conditions)), self._today)

    def _standing(self, stocks: Sequence[Stock]) -> Iterator[_Column]:
        """The entries standing at the end of the last month, asked once; these stocks end by the same date."""
        alike = stocks[0]
        register = REGISTERS[alike.register]
        if alike.until:
            # Apart, so that both are ranges of an index; together they would be a scan.
            until = column_of(register, alike.until)
            yield self._still(stocks, STANDING[0], Sql(f"{until} IS NULL"))
            yield self._still(stocks, STANDING[1], Sql(f"{until} >= {END}"))
        else:
            yield self._still(stocks, STANDING[0], Sql("1"))
        if alike.again:
            once_more = Sql(f"{column_of(register, alike.again)} < {END}")
            stands = joined("AND", (once_more, self._all(alike.register, [again(alike)])))
            yield self._still(stocks, STANDING[2], stands, begun=True)

    def _still(self, stocks: Sequence[Stock], part: str, still: Sql, *, begun: bool = False) -> _Column:
        """Those of the stocks for which this holds; unless it says that they have begun, that is asked too."""
        register = stocks[0].register
        asked: list[list[Sql]] = []
        for figure in stocks:
            conditions = [self._all(register, [each]) for each in conjuncts(figure.where)]
            if figure.since and not begun:
                since = column_of(REGISTERS[register], figure.since)
                conditions.append(Sql(f"({since} IS NULL OR {since} < {END})"))
            asked.append(conditions)
        common = [each for each in asked[0] if all(each in conditions for conditions in asked)]
        counts = []
        for conditions in asked:
            own = joined("AND", (each for each in conditions if each not in common))
            counts.append(
                Sql("count(*)")
                if own.text == "1"
                else Sql(f"count(*) FILTER (WHERE {own.text})", own.parameters)
            )
        where = joined("AND", (still, outside_bin(REGISTERS[register]), *common))
        names = tuple(((figure.code, part),) for figure in stocks)
        return _Column(array(counts, f'FROM "{register}"', where), names)

    def _overlap(self, figure: Overlap) -> _Column:
        register = REGISTERS[figure.register]
        since, until = day_of(register, figure.since), day_of(register, figure.until)
        last = "date(months.beyond, '-1 day')"
        first_day = f"max(ifnull({since}, months.first), months.first)"
        last_day = f"min(ifnull({until}, {last}), {last})"
        days = f"CAST(sum(julianday({last_day}) - julianday({first_day}) + 1) AS INTEGER)"
        begun, ends = column_of(register, figure.since), column_of(register, figure.until)
        # Apart, so that both are ranges of an index: of those who were ever here most left long ago.
        sums = []
        for still in (f"{ends} IS NULL", f"{ends} >= months.first"):
            where = joined(
                "AND",
                (
                    Sql(still),
                    # A month that has not begun ends before it begins.
                    Sql("months.first < months.beyond"),
                    Sql(f"({begun} IS NULL OR {begun} < months.beyond)"),
                    outside_bin(REGISTERS[figure.register]),
                    self._all(figure.register, [figure.where, forwards(figure)]),
                ),
            )
            sums.append(
                Sql(
                    f'ifnull((SELECT {days} FROM "{figure.register}" WHERE {where.text}), 0)',
                    where.parameters,
                )
            )
        return _Column(array([plus(sums)], ""), (((figure.code, "number"),),))

    def _sooner(self, figure: Flow) -> _Column:
        """Counts day by day: for each day of beginning, the entries whose date comes before that day's limit."""
        assert figure.within is not None
        name, days = figure.within
        register = REGISTERS[figure.register]
        limits = self._limits.setdefault(days, f"limits{days}")
        began, ends = column_of(register, figure.dated), column_of(register, name)
        same_day = Sql(
            f"{began} = {limits}.key"
            if register.fields[figure.dated].kind is Kind.DATE
            else f"{began} >= {limits}.key AND {began} < date({limits}.key, '+1 day')"
        )
        where = joined(
            "AND",
            (
                same_day,
                Sql(f"{ends} < {limits}.value"),
                outside_bin(REGISTERS[figure.register]),
                self._all(figure.register, [figure.where]),
                Sql(not_yet(figure) or "1"),
            ),
        )
        source = f'FROM json_each(months.{limits}) AS {limits} CROSS JOIN "{figure.register}"'
        return _Column(array([Sql(sum_of(figure))], source, where), (((figure.code, "number"),),))

    def _by_target(self, figure: Top) -> _Column:
        """Counts the entries of each unit, category or certificate by its own range of an index."""
        register = REGISTERS[figure.register]
        target = REGISTERS[register.fields[figure.by].column.to]
        by, dated, uid = (
            column_of(register, figure.by),
            column_of(register, figure.dated),
            column_of(target, "uid"),
        )
        ranged = Sql(f"{by} = {uid} AND {dated} >= months.first AND {dated} < months.beyond")
        where = joined(
            "AND",
            (ranged, outside_bin(REGISTERS[figure.register]), self._all(figure.register, [figure.where])),
        )
        group = column_of(target, figure.through) if figure.through else uid
        pair = f"{group} || '=' || (SELECT count(*) FROM \"{register.code}\" WHERE {where.text})"
        pairs = Sql(f"group_concat({pair}, '{MARK}')", where.parameters)
        return _Column(array([pairs], f'FROM "{target.code}"'), (((figure.code, "targets"),),))


@lru_cache(maxsize=16)
def _first_days_not_too_soon(
    months: tuple[Month, ...], enough: int, working: WorkingDays, today: date
) -> list[str]:
    """For each month its days up to today, each with the first day that is so many working days later."""
    first, number_of = months[0].start, numbers_of(working)
    days = [(first + timedelta(at)).isoformat() for at in range((months[-1].end - first).days + 1)]
    numbers = [number_of[day] for day in days]
    too_soon: list[str] = []
    at = 0
    for number in numbers[:]:
        while numbers[at] < number + enough:
            at += 1
            if at == len(days):
                days.append((first + timedelta(at)).isoformat())
                numbers.append(number_of[days[at]])
        too_soon.append(days[at])
    answer = []
    for month in months:
        begins, ends = (month.start - first).days, (min(month.end, today) - first).days + 1
        ends = max(begins, ends)
        answer.append(json.dumps(dict(zip(days[begins:ends], too_soon[begins:ends], strict=True))))
    return answer


def _asked_between(column: _Column) -> Sql:
    months, between = column.text, column.between
    if between is None:
        return Sql(f"CASE WHEN months.asked THEN {months.text} END", months.parameters)
    text = f"CASE WHEN months.asked THEN {months.text} ELSE {between.text} END"
    return Sql(text, months.parameters + between.parameters)


def _counted_by_target(register: str, dated: str) -> set[str]:
    """References whose own index holds the date as well; each target is then one step into it."""
    return {
        index.columns[0]
        for index in COVERING.values()
        if index.register == register and index.columns[1] == dated and not index.where
    }


def _through(figure: Top) -> _Column:
    """To which group each unit, category or certificate belongs, asked once."""
    target = REGISTERS[REGISTERS[figure.register].fields[figure.by].column.to]
    pair = f"{column_of(target, 'uid')} || '=' || {column_of(target, figure.through)}"
    groups = Sql(f"group_concat({pair}, '{MARK}')")
    return _Column(array([groups], f'FROM "{target.code}"'), (((figure.code, "through"),),))


def _after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()
