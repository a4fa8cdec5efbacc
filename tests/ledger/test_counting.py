"""Every figure counted in SQL, held against its definition worked out entry by entry."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.figure_fields import fields_read
from tests.ledger.plain import TODAY, Row, create, fill, holds, rows, tally

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.figure import Duration, Figure, Flow, Overlap, Stock, Tally, Top, Unit
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import equals
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.period import Quarter, ReportPeriod, Year
from mingbai.domain.reckoning import months_of_report, rows_behind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words
from mingbai.ledger.counting import COUNTED, tallies
from mingbai.ledger.covering import COVERING

HOLIDAYS = [date(2024, 1, 1), *(date(2024, 2, day) for day in (12, 13, 14, 15, 16))]
WORKING = WorkingDays(HOLIDAYS, [date(2024, 2, 4), date(2024, 2, 18), date(2024, 3, 9)])


def made(kind: type[Figure], code: str, **declared: Any) -> Figure:
    return kind(code=code, words=Words(code, code), unit=Unit.ITEM, note=Words(code, code), **declared)


EXTRA: tuple[Figure, ...] = (
    made(Overlap, "x.staff_days", register="staff", since="since", until="until"),
    made(Overlap, "x.issue_days", register="issue", since="accepted_at", until="closed_at"),
    made(Stock, "x.open_by_day", register="issue", since="told_on", until="closed_at"),
    made(Stock, "x.types", register="certificate_type", since="", until="cancelled_on"),
    made(Duration, "x.told", register="issue", dated="accepted_at", start="closed_at", end="told_on"),
    made(Duration, "x.task", register="task", dated="received_on", start="received_on", end="done_on"),
    made(Top, "x.asks", register="task", dated="received_on", by="asks"),
    made(Top, "x.level", register="task", dated="received_on", by="department", through="level"),
    made(Flow, "x.soon", register="issue", dated="accepted_at", within=("due_at", 3), of="minutes"),
    made(Flow, "x.bin", register="task", dated="received_on", where=equals("binned", 1)),
)
ALL_FIGURES = [figure for figure in (*FIGURES.values(), *EXTRA) if isinstance(figure, COUNTED)]
REGISTERS_USED = (
    *("task", "demand", "certificate", "issue", "decision", "flag", "staff"),
    *("meeting", "inspection", "reception", "plaque", "visit", "activity", "expert", "admission", "point"),
)
TARGETS = ("department", "certificate_type", "issue_category", "rule")


@pytest.fixture(scope="module", params=[True, False], ids=["indexed", "not indexed"])
def ledger(request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    create(connection)
    if request.param:
        cover(connection)
    yield connection
    connection.close()


def cover(connection: sqlite3.Connection) -> None:
    for name, index in COVERING.items():
        connection.execute(index.sql(name))


def counted(
    connection: sqlite3.Connection,
    figures: Sequence[Figure],
    months: Sequence[Month],
    today: date = TODAY,
) -> dict[tuple[str, Month], Tally]:
    return tallies(
        lambda sql, values: connection.execute(sql, values).fetchall(), figures, months, WORKING, today
    )


def same(one: Tally, other: Tally) -> bool:
    return (one.number, one.backwards, one.days or {}, one.groups or {}) == (
        other.number,
        other.backwards,
        other.days or {},
        other.groups or {},
    )


READ = {name for figure in ALL_FIGURES for name in fields_read(figure)} | {"level", "group"}
LEDGERS = st.fixed_dictionaries(
    {
        **{code: rows(code, 10, READ) for code in REGISTERS_USED},
        **{code: rows(code, 3, READ) for code in TARGETS},
    }
)
SEVERAL_MONTHS = st.lists(
    st.sampled_from([Month(2023, 12), *(Month(2024, number) for number in range(1, 5)), Month(2025, 2)]),
    min_size=1,
    max_size=5,
    unique=True,
)


@pytest.mark.parametrize("cutoff", Cutoff)
def test_figures_agree_with_their_definitions(cutoff: Cutoff, ledger: sqlite3.Connection) -> None:
    @settings(max_examples=80)
    @given(LEDGERS, SEVERAL_MONTHS)
    def check(entries: Any, some: list[Month]) -> None:
        months = [replace(month, cutoff=cutoff) for month in some]
        fill(ledger, entries)
        answer = counted(ledger, ALL_FIGURES, months)
        assert answer.keys() == {(figure.code, month) for figure in ALL_FIGURES for month in months}
        for figure in ALL_FIGURES:
            for month in months:
                expected = tally(figure, entries, month, WORKING)
                assert same(answer[figure.code, month], expected), (figure.code, month)

    check()


@pytest.mark.parametrize("cutoff", Cutoff)
def test_the_rows_behind_a_figure_are_those_it_counts(cutoff: Cutoff) -> None:
    @settings(max_examples=60)
    @given(LEDGERS, st.sampled_from([2023, 2024]), st.sampled_from([1, 2, 3, 12]))
    def check(entries: Any, year: int, number: int) -> None:
        month = Month(year, number, cutoff)
        for figure in ALL_FIGURES:
            assert isinstance(figure, COUNTED)
            register = REGISTERS[figure.register]
            for months in ((month,), month.year_to_date):
                behind = rows_behind(figure, months, WORKING, TODAY)
                found = sum(
                    row["binned_at"] is None and holds(register, row, behind)
                    for row in entries.get(figure.register, [])
                )
                assert found == entries_counted(figure, entries, months), (figure.code, months)

    check()


def entries_counted(figure: Figure, entries: Any, months: Sequence[Month]) -> int:
    if isinstance(figure, Stock):
        return tally(figure, entries, months[-1], WORKING).number
    if isinstance(figure, Overlap):
        # The days are counted, so count each entry on its own.
        return sum(
            any(tally(figure, {figure.register: [row]}, month, WORKING).number for month in months)
            for row in entries[figure.register]
        )
    if isinstance(figure, Flow):
        filled = [row for row in entries[figure.register] if not figure.of or row[figure.of] is not None]
        return sum(
            tally(replace(figure, of="", less="", times=""), {figure.register: filled}, month, WORKING).number
            for month in months
        )
    each = [tally(figure, entries, month, WORKING) for month in months]
    if isinstance(figure, Duration):
        return sum(sum((one.days or {}).values()) for one in each)
    return sum(one.number for one in each)


def test_an_empty_ledger_counts_nothing(ledger: sqlite3.Connection) -> None:
    fill(ledger, {})
    answer = counted(ledger, ALL_FIGURES, months_of_report(Month(2026, 11)))
    assert len(answer) == len(ALL_FIGURES) * 23
    assert all(same(one, Tally()) for one in answer.values())
    assert counted(ledger, [], [Month(2026, 11)]) == {}
    assert counted(ledger, ALL_FIGURES, []) == {}


def test_all_figures_are_one_statement(ledger: sqlite3.Connection) -> None:
    asked: list[str] = []

    def once(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        asked.append(sql)
        return ledger.execute(sql, values).fetchall()

    tallies(once, ALL_FIGURES, months_of_report(Month(2026, 12)), WORKING, TODAY)
    assert len(asked) == 1


def test_a_26_25_month_takes_the_days_that_the_calendar_month_leaves(ledger: sqlite3.Connection) -> None:
    days = ("2024-02-25", "2024-02-26", "2024-02-29", "2024-03-25", "2024-03-26")
    entries: list[Row] = [
        {"uid": f"u{day}", "rev": 1, "binned_at": None, "received_on": day, "status": "todo"} for day in days
    ]
    fill(ledger, {"task": entries})
    received = [FIGURES["task.received"]]
    march, april = Month(2024, 3, Cutoff.DAY_25), Month(2024, 4, Cutoff.DAY_25)
    answer = counted(ledger, received, [march.previous, march, april], april.end)
    assert [answer["task.received", month].number for month in (march.previous, march, april)] == [1, 3, 1]


def test_closed_before_accepted_is_counted_apart(ledger: sqlite3.Connection) -> None:
    issue = {"rev": 1, "binned_at": None, "accepted_at": "2024-02-29T10:00:00"}
    closed = ("2024-02-29T09:00:00", "2024-02-29T10:00:00", "2024-03-04T08:00:00")
    entries: list[Row] = [{"uid": f"u{at}", **issue, "closed_at": at} for at in closed]
    month_before = {"accepted_at": "2024-03-05T10:00:00", "closed_at": "2024-02-10T10:00:00"}
    fill(ledger, {"issue": [*entries, {"uid": "before", **issue, **month_before}]})
    figures = [FIGURES["issue.days"], FIGURES["issue.open"]]
    february, march = Month(2024, 2), Month(2024, 3)
    answer = counted(ledger, figures, [february, march], march.end)
    assert same(answer["issue.days", february], Tally(days={0: 1}, backwards=2))
    assert same(answer["issue.days", march], Tally(days={2: 1}))
    assert (answer["issue.open", february].number, answer["issue.open", march].number) == (1, 0)


def test_months_cut_in_two_ways_are_refused() -> None:
    with pytest.raises(ValueError, match="cut alike"):
        tallies(lambda *_: [], ALL_FIGURES, [Month(2026, 1), Month(2026, 2, Cutoff.DAY_25)], WORKING, TODAY)


def test_large_registers_are_read_from_covering_indexes_only() -> None:
    connection = sqlite3.connect(":memory:")
    create(connection)
    cover(connection)
    plan: list[str] = []

    def explained(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        plan.extend(step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
        return connection.execute(sql, values).fetchall()

    tallies(explained, list(FIGURES.values()), months_of_report(Month(2026, 11)), WORKING, TODAY)
    large = [
        step for step in plan if any(f" {name} " in f"{step} " for name in ("task", "issue", "certificate"))
    ]
    assert large
    assert all("SEARCH" in step and "USING COVERING INDEX" in step for step in large), large
    connection.close()


@pytest.mark.parametrize("period", [Month(2026, 11), Quarter(2026, 4), Year(2026)], ids=str)
def test_every_dated_register_is_searched_by_an_index_for_a_report_of_any_length(
    period: ReportPeriod,
) -> None:
    connection = sqlite3.connect(":memory:")
    create(connection)
    cover(connection)
    plan: list[str] = []

    def explained(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        plan.extend(step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
        return connection.execute(sql, values).fetchall()

    tallies(explained, list(FIGURES.values()), months_of_report(period), WORKING, TODAY)
    connection.close()
    registers = {figure.register for figure in FIGURES.values() if isinstance(figure, COUNTED)}
    steps = [step.split() for step in plan]
    searched = {step[1] for step in steps if step[0] == "SEARCH" and "INDEX" in step}
    scanned = {step[1] for step in steps if step[0] == "SCAN"} & registers
    # Lists of a place's own, which grow with what it is asked for and not with the years: dozens of rows,
    # walked through once for each figure, not for each month. In the ledger of a million records of the
    # benches (90 demands, 24 colleagues, 40 types) all of them together take a hundredth of the time, and
    # an index of each would be written at every save to spare less than reading it costs.
    short = {"certificate_type", "demand", "staff"}
    assert scanned <= short
    assert registers - short <= searched


def test_what_all_of_a_pass_ask_for_is_asked_once_an_entry(ledger: sqlite3.Connection) -> None:
    asked: list[str] = []

    def once(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        asked.append(sql)
        return ledger.execute(sql, values).fetchall()

    tallies(once, list(FIGURES.values()), [Month(2026, 11)], WORKING, TODAY)
    passes = len(re.findall('(?:FROM|JOIN) "task"', asked[0]))
    assert passes
    assert asked[0].count('"task"."status"') == passes


def test_between_the_months_asked_only_stocks_are_followed(ledger: sqlite3.Connection) -> None:
    task: Row = {"rev": 1, "binned_at": None, "status": "done", "kind": "FRM", "minutes": 20, "asks": "photo"}
    days = {"received_on": "2024-02-05", "due_on": "2024-02-20", "done_on": "2024-02-06"}
    fill(ledger, {"task": [{"uid": f"u{at}", **task, **days} for at in range(3000)]})

    def steps(months: Sequence[Month]) -> int:
        taken = [0]

        def step() -> int:
            taken[0] += 1
            return 0

        ledger.set_progress_handler(step, 100)
        try:
            found = counted(ledger, list(FIGURES.values()), months)
        finally:
            ledger.set_progress_handler(None, 0)
        assert found["task.open", Month(2024, 1)].number == found["task.open", Month(2024, 3)].number == 0
        return taken[0]

    whole = [Month(2024, 1), Month(2024, 2), Month(2024, 3)]
    assert steps([whole[0], whole[2]]) * 2 < steps(whole)


def test_what_two_figures_ask_for_alike_is_counted_once(ledger: sqlite3.Connection) -> None:
    asked: list[str] = []

    def once(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        asked.append(sql)
        return ledger.execute(sql, values).fetchall()

    issue: Row = {"uid": "u1", "rev": 1, "binned_at": None, "accepted_at": "2024-02-03T10:00:00"}
    fill(ledger, {"issue": [{**issue, "place": "明山里"}]})
    figures = [FIGURES["issue.top_place"], FIGURES["issue.repeated"]]
    answer = tallies(once, figures, [Month(2024, 2)], WORKING, TODAY)
    assert asked[0].count('group_concat("issue"."place"') == 1
    assert [answer[figure.code, Month(2024, 2)].groups for figure in figures] == [{"明山里": 1}] * 2


@pytest.mark.parametrize(
    ("received", "due", "short"),
    [
        ("2024-02-28", "2024-02-28", 1),
        ("2024-02-28", "2024-02-29", 1),
        ("2024-02-28", "2024-03-01", 0),
        ("2024-02-29", "2024-03-02", 1),
        ("2024-02-29", "2024-03-03", 1),
        ("2024-02-29", "2024-03-04", 0),
        # After the Friday before the holiday comes a shifted Sunday, then a week off.
        ("2024-02-09", "2024-02-18", 1),
        ("2024-02-09", "2024-02-19", 0),
        ("2024-02-28", "2024-02-20", 1),
        ("2024-02-28", None, 0),
    ],
)
def test_short_notice_is_fewer_than_two_working_days(
    received: str, due: str | None, short: int, ledger: sqlite3.Connection
) -> None:
    task: Row = {
        "uid": "u1",
        "rev": 1,
        "binned_at": None,
        "status": "todo",
        "received_on": received,
        "due_on": due,
    }
    fill(ledger, {"task": [task]})
    month = Month(2024, 2)
    answer = counted(ledger, [FIGURES["task.short_notice"]], [month, month.next])
    assert answer["task.short_notice", month].number == short
    behind = rows_behind(FIGURES["task.short_notice"], [month], WORKING)
    assert holds(REGISTERS["task"], task, behind) is bool(short)
    fill(ledger, {"task": [task, {**task, "uid": "u2", "demand": "d1"}]})
    answer = counted(ledger, [FIGURES["task.short_notice"]], [month])
    assert answer["task.short_notice", month].number == short, "what recurs is expected"


@pytest.mark.parametrize(
    ("effective", "suggested", "cut_in_february"),
    [(None, 1, 0), ("2024-02-29", 0, 1), ("2024-03-01", 1, 0), ("2024-01-15", 0, 0)],
)
def test_what_was_cut_by_the_months_end_is_no_suggestion(
    effective: str | None, suggested: int, cut_in_february: int, ledger: sqlite3.Connection
) -> None:
    decision: Row = {
        "uid": "u1",
        "rev": 1,
        "binned_at": None,
        "assessment": "cut",
        "decided_on": "2024-02-10",
        "effective_from": effective,
        "times_before": 12,
        "times_after": None,
    }
    fill(ledger, {"decision": [decision]})
    month = Month(2024, 2)
    figures = [FIGURES[code] for code in ("cut.suggested", "cut.done", "cut.times")]
    answer = counted(ledger, figures, [month, month.next])
    assert answer["cut.suggested", month].number == suggested
    assert answer["cut.done", month].number == cut_in_february
    assert answer["cut.times", month].number == 12 * cut_in_february
