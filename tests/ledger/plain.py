"""Filters and figures worked out in plain Python from their definitions, to hold the SQL against."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import Kind, Stored
from mingbai.domain.figure import Duration, Figure, Flow, Overlap, Stock, Tally, Top
from mingbai.domain.filter import Every, Filter, Not, Op, Other, Some, Today, Where
from mingbai.domain.month import Month
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS

Row = Mapping[str, Stored]
Ledger = Mapping[str, list[Row]]

NUMBERS = {Kind.INTEGER, Kind.MINUTES, Kind.DECIMAL, Kind.YES_NO}
UIDS = ("u1", "u2", "u3")
EDGES = [
    "2023-12-25",
    "2023-12-31",
    "2024-01-01",
    "2024-01-26",
    "2024-01-31",
    "2024-02-01",
    "2024-02-25",
    "2024-02-26",
    "2024-02-29",
    "2024-03-01",
    "2024-03-09",
    "2024-03-10",
    "2025-02-28",
]
TEXTS = ("none_seen", "路灯", "Lamp", "lamp post", "a,b", "x=y", "100%_'\"")
TODAY = date(2024, 3, 1)


def create(connection: sqlite3.Connection) -> None:
    """Tables as the ledger has them."""
    for register in REGISTERS.values():
        columns = ["id INTEGER PRIMARY KEY", "uid TEXT UNIQUE", "rev INTEGER", "binned_at TEXT"]
        columns += ["number TEXT"] if register.numbered else []
        columns += [
            f'"{field.name}" {"INTEGER" if field.kind in NUMBERS else "TEXT"}'
            for field in register.fields.values()
        ]
        connection.execute(f'CREATE TABLE "{register.code}" ({", ".join(columns)}) STRICT')
        for field in register.fields.values():
            if field.column.sort:
                name = f"by_{register.code}_{field.name}"
                connection.execute(f'CREATE INDEX "{name}" ON "{register.code}" ("{field.name}")')


def fill(connection: sqlite3.Connection, ledger: Ledger) -> None:
    """Puts the rows in place of all there were."""
    for code in REGISTERS:
        connection.execute(f'DELETE FROM "{code}"')
    for code, rows in ledger.items():
        for row in rows:
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            connection.execute(f'INSERT INTO "{code}" ({names}) VALUES ({marks})', tuple(row.values()))


# --- Rows that hypothesis makes up ---------------------------------------------------------------


def values(register: Register[Any], name: str) -> st.SearchStrategy[Any]:
    """Stored values of a field, never empty."""
    field = register.fields[name]
    days = st.sampled_from(EDGES)
    codes = [member.code for member in field.choice] if field.choice else []
    times = st.sampled_from(("00:00:00", "09:30:00", "23:59:59"))
    lists = st.lists(st.sampled_from(codes or TEXTS), min_size=1, max_size=3, unique=True).map(";".join)
    by_kind: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.DATE: days,
        Kind.MOMENT: st.builds("{}T{}".format, days, times),
        Kind.CHOICE: st.sampled_from(codes or [""]),
        Kind.CHOICES: lists,
        Kind.LIST: lists,
        Kind.REFERENCE: st.sampled_from((*UIDS, "gone")),
        Kind.YES_NO: st.integers(0, 1),
    }
    return by_kind.get(field.kind, st.integers(0, 120) if field.kind in NUMBERS else st.sampled_from(TEXTS))


def rows(code: str, size: int, read: Container[str] | None = None) -> st.SearchStrategy[list[Row]]:
    """Entries of a register, some of them in the bin; fields that nobody reads stay empty."""
    register = REGISTERS[code]
    fields = {
        name: _seldom_empty(values(register, name)) if read is None or name in read else st.none()
        for name in register.fields
    }
    binned = st.sampled_from((None, None, None, None, None, "2024-03-01T10:00:00"))
    some = st.fixed_dictionaries({"rev": st.just(1), "binned_at": binned, **fields})
    return st.lists(some, max_size=size).map(_with_uids)


def _seldom_empty(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), value, value, value, value)


def _with_uids(some: list[dict[str, Stored]]) -> list[Row]:
    return [{"uid": f"u{at}", **row} for at, row in enumerate(some, start=1)]


# --- Filters -------------------------------------------------------------------------------------


def holds(register: Register[Any], row: Row, asked: Filter, today: date = TODAY) -> bool:
    """Whether an entry meets a filter."""
    match asked:
        case Every(parts):
            return all(holds(register, row, part, today) for part in parts)
        case Some(parts):
            return any(holds(register, row, part, today) for part in parts)
        case Not(part):
            return not holds(register, row, part, today)
        case Where(name, Op.IS_NOT, value):
            return not holds(register, row, Where(name, Op.IS, value), today)
        case Where(name, Op.ONE_OF, value):
            assert isinstance(value, tuple)
            return any(holds(register, row, Where(name, Op.IS, each), today) for each in value)
        case Where(name, op, value):
            if name in register.computed:
                return holds(register, row, register.computed[name].filter, today) is bool(value)
            if name == "binned":
                return (row["binned_at"] is not None) is bool(value)
            return _compares(register, row, name, op, value, today)


def _compares(register: Register[Any], row: Row, name: str, op: Op, value: Any, today: date) -> bool:
    left, kind = row.get(name), register.fields[name].kind if name in register.fields else Kind.TEXT
    if value is None:
        return left is None
    if isinstance(value, Today):
        value = (today + timedelta(days=value.days)).isoformat()
    by_day = isinstance(value, str) and len(value) == 10
    if isinstance(value, Other):
        by_day = Kind.DATE in {kind, register.fields[value.field].kind}
        value = row.get(value.field)
    if left is None or value is None:
        return False
    if kind in {Kind.DATE, Kind.MOMENT} and by_day:
        left, value = str(left)[:10], str(value)[:10]
    if op is Op.HAS:
        if kind in {Kind.LIST, Kind.CHOICES}:
            return str(value) in str(left).split(";")
        return _lower(str(value)) in _lower(str(left))
    one: Any = left
    return {
        Op.IS: one == value,
        Op.BELOW: one < value,
        Op.AT_MOST: one <= value,
        Op.ABOVE: one > value,
        Op.AT_LEAST: one >= value,
    }[op]


def _lower(text: str) -> str:
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


# --- Figures -------------------------------------------------------------------------------------


def tally(figure: Figure, ledger: Ledger, month: Month, working: WorkingDays) -> Tally:
    """One figure in one month, up to today, entry by entry."""
    assert isinstance(figure, Flow | Stock | Duration | Overlap | Top)
    register = REGISTERS[figure.register]
    kept = [
        row
        for row in ledger.get(figure.register, [])
        if row["binned_at"] is None and holds(register, row, figure.where)
    ]
    match figure:
        case Flow():
            return Tally(sum(_flow(figure, _within(kept, figure.dated, month), month, working)))
        case Stock():
            return Tally(sum(_stands(figure, row, min(month.end, TODAY)) for row in kept))
        case Overlap():
            return Tally(sum(_overlap(figure, row, month) for row in kept))
        case Duration():
            return _duration(figure, _within(kept, figure.dated, month), working)
        case Top():
            entries = list(_within(kept, figure.dated, month))
            groups = Counter(group for row in entries for group in _groups(figure, row, ledger))
            return Tally(len(entries), groups=dict(groups))


def _day(row: Row, name: str) -> date | None:
    return date.fromisoformat(str(row[name])[:10]) if name and row[name] is not None else None


def _within(entries: Iterable[Row], dated: str, month: Month) -> Iterable[Row]:
    for row in entries:
        day = _day(row, dated)
        if day is not None and month.start <= day <= min(month.end, TODAY):
            yield row


def _flow(figure: Flow, entries: Iterable[Row], month: Month, working: WorkingDays) -> Iterable[int]:
    for row in entries:
        if figure.not_yet and (day := _day(row, figure.not_yet)) is not None and day <= min(month.end, TODAY):
            continue
        if figure.within is not None:
            begins, ends = _day(row, figure.dated), _day(row, figure.within[0])
            assert begins is not None
            if ends is None or working.between(begins, ends) >= figure.within[1]:
                continue
        if not figure.of:
            yield 1
        elif (of := row[figure.of]) is not None:
            often = row[figure.times] if figure.times else None
            yield (int(of) - int((row[figure.less] if figure.less else 0) or 0)) * (
                1 if often is None else int(often)
            )


def _stands(figure: Stock, row: Row, end: date) -> bool:
    since, until = _day(row, figure.since), _day(row, figure.until)
    if (since is None or since <= end) and (until is None or until > end):
        return True
    again = _day(row, figure.again)
    return again is not None and until is not None and until <= again <= end


def _overlap(figure: Overlap, row: Row, month: Month) -> int:
    if _backwards(figure.register, row, figure.since, figure.until):
        return 0
    since, until = _day(row, figure.since) or date.min, _day(row, figure.until) or date.max
    days = (month.start + timedelta(days=at) for at in range((min(month.end, TODAY) - month.start).days + 1))
    return sum(since <= day <= until for day in days)


def _duration(figure: Duration, entries: Iterable[Row], working: WorkingDays) -> Tally:
    days: Counter[int] = Counter()
    backwards = 0
    for row in entries:
        first, last = _day(row, figure.start), _day(row, figure.end)
        if first is None or last is None:
            continue
        if _backwards(figure.register, row, figure.start, figure.end):
            backwards += 1
            continue
        passed = [first + timedelta(days=at + 1) for at in range((last - first).days)]
        days[sum(working.is_working(day) for day in passed)] += 1
    return Tally(days=dict(days), backwards=backwards)


def _backwards(register: str, row: Row, start: str, end: str) -> bool:
    """Ends before it begins: on an earlier day, or at an earlier moment where both are known."""
    first, last = row[start], row[end]
    if first is None or last is None:
        return False
    return str(last) < str(first) if len(str(first)) == len(str(last)) else str(last)[:10] < str(first)[:10]


def _groups(figure: Top, row: Row, ledger: Ledger) -> Iterable[str]:
    field = REGISTERS[figure.register].fields[figure.by]
    held = row[figure.by]
    if held is None:
        return []
    if field.kind in {Kind.LIST, Kind.CHOICES}:
        return str(held).split(";")
    if figure.through:
        found = [other[figure.through] for other in ledger.get(field.column.to, []) if other["uid"] == held]
        return [str(group) for group in found if group is not None]
    if field.kind is Kind.REFERENCE and figure.code != "flag.top_rule":
        return [str(held) for other in ledger.get(field.column.to, []) if other["uid"] == held]
    return [str(held)]
