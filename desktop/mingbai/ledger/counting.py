"""All figures of a set of months in one statement: for each month, one pass over each register and date.

Figures that are dated by the same field share a pass, and a pass touches one range of one index. What a
pass cannot add up by itself (days, groups) comes back as one text per month and is counted here, which
is several times faster than sorting in SQL. Stocks are counted once, at the end of the last month, and
followed back through what began and ended in each month. Entries in the bin never count.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.figure import Duration, Figure, Flow, Overlap, Stock, Tally, Top
from mingbai.domain.filter import ALL, Every, Filter, Not, Op, Other, Where, filled
from mingbai.domain.month import Month
from mingbai.domain.reckoning import again
from mingbai.domain.register import LIST_MARK, Kind
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.asking import LISTS, Sql, column_of, condition, day_of, joined

Rows = Callable[[str, Sequence[str | int]], list[tuple[Any, ...]]]
"""Runs one statement and gives all its rows."""

COVERING: dict[str, tuple[str, tuple[str, ...]]] = {
    name: (register, tuple(columns.split()))
    for name, register, columns in (
        (
            "figures_task_received",
            "task",
            "received_on due_on binned_at status kind listing channel asks minutes done_on document admission",
        ),
        ("figures_task_done", "task", "done_on received_on due_on binned_at status"),
        ("figures_certificate_asked", "certificate", "asked_on binned_at outcome answer minutes"),
        ("figures_certificate_type", "certificate", "certificate asked_on binned_at"),
        (
            "figures_issue_accepted",
            "issue",
            "accepted_at binned_at closed_at urgency channel demand_type place",
        ),
        ("figures_issue_category", "issue", "category accepted_at binned_at"),
        (
            "figures_issue_closed",
            "issue",
            "closed_at accepted_at due_at binned_at solved satisfaction told_on minutes helping expert",
        ),
    )
}
"""Indexes by name, each a register and its columns, that hold all a pass reads, so that it never visits
the table. They are whole and carry `binned_at`: SQLite takes no partial index for a covering one, and yet
prefers it. Without them every figure is the same and slower."""

MARK, PART = "\x7f", "\x1e"
"""Stand between the items of a counted text, and between what a pass brings back. `domain.text.clean` lets
neither into an entry; JSON would say the same and costs more than the counting."""

BACKWARDS = "-"


def tallies(
    rows: Rows, figures: Sequence[Figure], months: Sequence[Month], working: WorkingDays, today: date
) -> dict[tuple[str, Month], Tally]:
    """What was counted of each figure in each month; ratios and given values are not counted here.

    The months must be cut alike. `today` is what a filter's `Today` means.
    """
    if len({month.cutoff for month in months}) > 1:
        raise ValueError("months of one count must be cut alike")
    counted = [figure for figure in figures if isinstance(figure, COUNTED)]
    if not counted or not months:
        return {}
    asked = sorted(set(months))
    if any(isinstance(figure, Stock) for figure in counted):
        asked = list(_without_gaps(asked[0], asked[-1]))
    numbers = _Numbers(working.ordinal)
    statement = _Statement(asked, numbers, today)
    for figure in counted:
        statement.add(figure)
    answer = statement.answer(rows)
    wanted, by_working = set(months), {True: numbers, False: _Numbers(date.toordinal)}
    return {
        (figure.code, month): tally
        for figure in counted
        for month, tally in zip(asked, _read(figure, answer[figure.code], by_working), strict=True)
        if month in wanted
    }


COUNTED = (Flow, Stock, Duration, Overlap, Top)


def _without_gaps(first: Month, last: Month) -> Iterator[Month]:
    while first <= last:
        yield first
        first = first.next


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
    names: tuple[tuple[str, str], ...]


class _Statement:
    """Gathers what figures need, and asks for it at once."""

    def __init__(self, months: Sequence[Month], working: _Numbers, today: date) -> None:
        self._months = months
        self._working = working
        self._today = today
        self._passes: dict[tuple[str, str], list[_Measure]] = defaultdict(list)
        self._columns: list[_Column] = []
        self._limits: dict[int, str] = {}

    def add(self, figure: Figure) -> None:
        """Notes what a figure needs."""
        match figure:
            case Flow(within=None):
                # Most entries have nothing to sum, and those are passed over sooner.
                summed = filled(figure.of) if figure.of else ALL
                self._pass(figure, "number", _sum(figure), summed, figure.where, also=_not_yet(figure))
            case Flow():
                self._columns.append(self._sooner(figure))
            case Duration():
                self._pass(figure, "pairs", _pairs(figure), figure.where)
            case Top():
                self._pass(figure, "number", "count(*)", figure.where)
                if figure.by in _counted_by_target(figure.register, figure.dated):
                    self._columns.append(self._by_target(figure))
                else:
                    self._pass(figure, "items", _items(figure), figure.where)
                    if figure.through:
                        self._columns.append(_through(figure))
            case Overlap():
                self._columns.append(self._overlap(figure))
            case Stock():
                for part, dated in (("begun", figure.since), ("over", figure.until)):
                    if dated:
                        self._pass(figure, part, "count(*)", figure.where, _forwards(figure), dated=dated)
                if figure.again:
                    self._pass(figure, "again", "count(*)", figure.where, again(figure), dated=figure.again)
                self._columns.append(self._standing(figure))

    def _pass(
        self, figure: Any, part: str, aggregate: str, *where: Filter, also: str = "", dated: str = ""
    ) -> None:
        conditions = tuple(c for asked in where for c in _conjuncts(asked))
        measure = _Measure(figure.code, part, aggregate, conditions, also)
        self._passes[figure.register, dated or figure.dated].append(measure)

    def answer(self, rows: Rows) -> dict[str, dict[str, list[str]]]:
        """What came back: figure code and part to the values of the months in order."""
        columns = [self._shared(*key, measures) for key, measures in self._passes.items()] + self._columns
        marks = ", ".join(["(?, ?, ?)"] * len(self._months))
        parameters: list[str | int] = []
        for at, month in enumerate(self._months):
            parameters += (at, month.start.isoformat(), _after(month.end))
        with_limits, limits = self._limit_tables()
        parameters += limits
        for column in columns:
            parameters += column.text.parameters
        selected = ", ".join(column.text.text for column in columns)
        sql = f"WITH months(at, first, beyond) AS (VALUES {marks}){with_limits} SELECT months.at, {selected} FROM months"
        made: dict[str, dict[str, list[str]]] = defaultdict(dict)
        by_column = zip(*sorted(rows(sql, parameters)), strict=True)
        next(by_column)
        for column, values in zip(columns, by_column, strict=True):
            by_month = [str(value).split(PART) for value in values]
            for (figure, part), items in zip(column.names, zip(*by_month, strict=True), strict=True):
                made[figure][part] = list(items)
        return made

    def _shared(self, register: str, dated: str, measures: Sequence[_Measure]) -> _Column:
        """One pass for all figures of a register dated by one field."""
        common = [c for c in measures[0].conditions if all(c in m.conditions for m in measures)]
        aggregates = []
        for measure in measures:
            own = self._all(register, (c for c in measure.conditions if c not in common))
            text = " AND ".join(part for part in (own.text, measure.also) if part not in {"", "1"})
            aggregates.append(
                Sql(
                    f"{measure.aggregate} FILTER (WHERE {text})" if text else measure.aggregate,
                    own.parameters,
                )
            )
        column = column_of(REGISTERS[register], dated)
        ranged = Sql(f"{column} >= months.first AND {column} < months.beyond")
        where = joined("AND", (ranged, _outside_bin(register), self._all(register, common)))
        return _Column(
            _array(aggregates, f'FROM "{register}"', where), tuple((m.figure, m.part) for m in measures)
        )

    def _all(self, register: str, conditions: Iterable[Filter]) -> Sql:
        return condition(REGISTERS[register], Every(tuple(conditions)), self._today)

    def _standing(self, figure: Stock) -> _Column:
        """The entries standing at the end of the last month, asked once."""
        end = Sql("?", (_after(self._months[-1].end),))
        begun, over = Sql("1"), [Sql("1")]
        if figure.since:
            since = column_of(REGISTERS[figure.register], figure.since)
            begun = Sql(f"({since} IS NULL OR {since} < {end.text})", end.parameters)
        if figure.until:
            # Apart, so that both are ranges of an index; together they would be a scan.
            until = column_of(REGISTERS[figure.register], figure.until)
            over = [Sql(f"{until} IS NULL"), Sql(f"{until} >= {end.text}", end.parameters)]
        kinds = [(still, begun) for still in over]
        if figure.again:
            once_more = column_of(REGISTERS[figure.register], figure.again)
            kinds.append(
                (
                    Sql(f"{once_more} < {end.text}", end.parameters),
                    self._all(figure.register, [again(figure)]),
                )
            )
        counts = []
        for kind in kinds:
            where = joined(
                "AND", (*kind, _outside_bin(figure.register), self._all(figure.register, [figure.where]))
            )
            counts.append(
                Sql(f'(SELECT count(*) FROM "{figure.register}" WHERE {where.text})', where.parameters)
            )
        return _Column(_array([_plus(counts)], ""), ((figure.code, "standing"),))

    def _overlap(self, figure: Overlap) -> _Column:
        register = REGISTERS[figure.register]
        since, until = day_of(register, figure.since), day_of(register, figure.until)
        last = "date(months.beyond, '-1 day')"
        first_day = f"max(ifnull({since}, months.first), months.first)"
        last_day = f"min(ifnull({until}, {last}), {last})"
        days = f"CAST(sum(max(0, julianday({last_day}) - julianday({first_day}) + 1)) AS INTEGER)"
        where = joined(
            "AND",
            (_outside_bin(figure.register), self._all(figure.register, [figure.where, _forwards(figure)])),
        )
        return _Column(_array([Sql(days)], f'FROM "{figure.register}"', where), ((figure.code, "number"),))

    def _sooner(self, figure: Flow) -> _Column:
        """Counts day by day: for each day of beginning, the entries whose date comes before that day's limit."""
        assert figure.within is not None
        name, days = figure.within
        register = REGISTERS[figure.register]
        limits = self._limits.setdefault(days, f"limits{days}")
        began, ends = column_of(register, figure.dated), column_of(register, name)
        same_day = Sql(
            f"{began} = {limits}.day"
            if register.fields[figure.dated].kind is Kind.DATE
            else f"{began} >= {limits}.day AND {began} < date({limits}.day, '+1 day')"
        )
        where = joined(
            "AND",
            (
                Sql(
                    f"{limits}.day >= months.first AND {limits}.day < months.beyond AND {ends} < {limits}.too_soon"
                ),
                same_day,
                _outside_bin(figure.register),
                self._all(figure.register, [figure.where]),
                Sql(_not_yet(figure) or "1"),
            ),
        )
        source = f'FROM {limits} CROSS JOIN "{figure.register}"'
        return _Column(_array([Sql(_sum(figure))], source, where), ((figure.code, "number"),))

    def _limit_tables(self) -> tuple[str, list[str | int]]:
        """For each number of working days a table of days, each with the first day that is not too soon."""
        text, parameters = "", list[str | int]()
        for days, name in self._limits.items():
            text += f", {name}(day, too_soon) AS MATERIALIZED (SELECT key, value FROM json_each(?))"
            parameters.append(json.dumps(dict(self._first_days_not_too_soon(days))))
        return text, parameters

    def _first_days_not_too_soon(self, enough: int) -> Iterator[tuple[str, str]]:
        first, last = self._months[0].start.toordinal(), self._months[-1].end.toordinal()
        days = [date.fromordinal(number).isoformat() for number in range(first, last + 1)]
        numbers = [self._working[day] for day in days]
        at = 0
        for asked in range(len(days)):
            while numbers[at] < numbers[asked] + enough:
                at += 1
                if at == len(days):
                    days.append(date.fromordinal(first + at).isoformat())
                    numbers.append(self._working[days[at]])
            yield days[asked], days[at]

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
            "AND", (ranged, _outside_bin(figure.register), self._all(figure.register, [figure.where]))
        )
        group = column_of(target, figure.through) if figure.through else uid
        pair = f"{group} || '=' || (SELECT count(*) FROM \"{register.code}\" WHERE {where.text})"
        pairs = Sql(f"group_concat({pair}, '{MARK}')", where.parameters)
        return _Column(_array([pairs], f'FROM "{target.code}"'), ((figure.code, "targets"),))


def _counted_by_target(register: str, dated: str) -> set[str]:
    """References whose own index holds the date as well; each target is then one step into it."""
    return {columns[0] for owner, columns in COVERING.values() if owner == register and columns[1] == dated}


def _conjuncts(asked: Filter) -> Iterator[Filter]:
    if isinstance(asked, Every):
        for part in asked.parts:
            yield from _conjuncts(part)
    else:
        yield asked


def _array(values: Sequence[Sql], source: str, where: Sql | None = None) -> Sql:
    text = f" || '{PART}' || ".join(f"ifnull({value.text}, '')" for value in values)
    text = f"(SELECT {text} {source}"
    if where is not None:
        text += f" WHERE {where.text}"
    parameters = tuple(p for value in values for p in value.parameters)
    return Sql(text + ")", parameters + (where.parameters if where is not None else ()))


def _plus(counts: Sequence[Sql]) -> Sql:
    return Sql(" + ".join(c.text for c in counts), tuple(p for c in counts for p in c.parameters))


def _outside_bin(register: str) -> Sql:
    return Sql(f'"{register}".binned_at IS NULL')


def _sum(figure: Flow) -> str:
    if not figure.of:
        return "count(*)"
    register = REGISTERS[figure.register]
    of = column_of(register, figure.of)
    if figure.times:
        return f"sum({of} * ifnull({column_of(register, figure.times)}, 1))"
    return f"sum({of} - ifnull({column_of(register, figure.less)}, 0))" if figure.less else f"sum({of})"


def _not_yet(figure: Flow) -> str:
    if not figure.not_yet:
        return ""
    column = column_of(REGISTERS[figure.register], figure.not_yet)
    return f"({column} IS NULL OR {column} >= months.beyond)"


def _pairs(figure: Duration) -> str:
    """Both days of each entry in one text, or the sign for an entry that ends before it begins."""
    register = REGISTERS[figure.register]
    first, last = day_of(register, figure.start), day_of(register, figure.end)
    forwards = condition(register, Where(figure.end, Op.AT_LEAST, Other(figure.start)), date.min).text
    backwards = condition(register, Where(figure.end, Op.BELOW, Other(figure.start)), date.min).text
    return (
        f"group_concat(CASE WHEN {forwards} THEN {first} || {last} "
        f"WHEN {backwards} THEN '{BACKWARDS}' END, '{MARK}')"
    )


def _items(figure: Top) -> str:
    register = REGISTERS[figure.register]
    return f"group_concat({column_of(register, figure.by)}, '{_mark(figure)}')"


def _mark(figure: Top) -> str:
    """What stands between items: lists fall into their parts when joined with their own mark."""
    return LIST_MARK if REGISTERS[figure.register].fields[figure.by].kind in LISTS else MARK


def _through(figure: Top) -> _Column:
    """To which group each unit, category or certificate belongs, asked once."""
    target = REGISTERS[REGISTERS[figure.register].fields[figure.by].column.to]
    pair = f"{column_of(target, 'uid')} || '=' || {column_of(target, figure.through)}"
    groups = Sql(f"group_concat({pair}, '{MARK}')")
    return _Column(_array([groups], f'FROM "{target.code}"'), ((figure.code, "through"),))


def _forwards(figure: Stock | Overlap) -> Filter:
    """Not over before it began; whatever has no beginning or no end is not."""
    if not figure.since or not figure.until:
        return ALL
    return Not(Where(figure.until, Op.BELOW, Other(figure.since)))


def _after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()


# --- The answer ----------------------------------------------------------------------------------


class _Numbers(dict[str, int]):
    """The number of each day, worked out when first asked for."""

    def __init__(self, number: Callable[[date], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, day: str) -> int:
        self[day] = number = self._number(date.fromisoformat(day))
        return number


def _read(
    figure: Figure, parts: Mapping[str, list[str]], numbers: Mapping[bool, _Numbers]
) -> Iterable[Tally]:
    """The tallies of one figure, month by month."""
    match figure:
        case Duration():
            return [_days(pairs, numbers[figure.working]) for pairs in parts["pairs"]]
        case Top() if "targets" in parts:
            return [
                Tally(int(number), groups=_summed(_split(pairs, MARK)))
                for number, pairs in zip(parts["number"], parts["targets"], strict=True)
            ]
        case Top():
            mark = _mark(figure)
            through = (
                dict(pair.rsplit("=", 1) for pair in _split(parts["through"][0], MARK))
                if figure.through
                else None
            )
            counted = (Counter(_split(items, mark)) for items in parts["items"])
            return [
                Tally(int(number), groups=dict(items) if through is None else _regrouped(items, through))
                for number, items in zip(parts["number"], counted, strict=True)
            ]
        case Stock():
            return _followed_back(parts)
        case _:
            return [Tally(int(number or 0)) for number in parts["number"]]


def _split(text: str, mark: str) -> list[str]:
    return text.split(mark) if text else []


def _summed(pairs: Iterable[str]) -> dict[str, int]:
    groups: dict[str, int] = {}
    for pair in pairs:
        group, _, entries = pair.rpartition("=")
        if entries != "0":
            groups[group] = groups.get(group, 0) + int(entries)
    return groups


def _regrouped(items: Mapping[str, int], through: Mapping[str, str]) -> dict[str, int]:
    groups: dict[str, int] = {}
    for item, entries in items.items():
        if (group := through.get(item)) is not None:
            groups[group] = groups.get(group, 0) + entries
    return groups


def _days(pairs: str, numbers: _Numbers) -> Tally:
    days: dict[int, int] = {}
    counted = Counter(_split(pairs, MARK))
    backwards = counted.pop(BACKWARDS, 0)
    for pair, entries in counted.items():
        taken = numbers[pair[10:]] - numbers[pair[:10]]
        days[taken] = days.get(taken, 0) + entries
    return Tally(days=days, backwards=backwards)


def _followed_back(parts: Mapping[str, list[str]]) -> list[Tally]:
    """A stock at each month's end, from the last one backwards."""
    standing = int(parts["standing"][-1])
    nothing = ["0"] * len(parts["standing"])
    found: list[Tally] = []
    changes = (reversed(parts.get(part, nothing)) for part in ("over", "begun", "again"))
    for over, begun, again_standing in zip(*changes, strict=True):
        found.append(Tally(standing))
        standing += int(over) - int(begun) - int(again_standing)
    return found[::-1]
