"""The first page and the detail sheets say the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from tests.desk.month_books import (
    FILED_ON,
    NOVEMBER,
    body,
    cells,
    month_workbook,
    sample_ledger,
    sheet_with,
    totals,
)

from mingbai.desk.month.figures import MonthFigures, month_figures, table1_codes
from mingbai.domain.certificate import CERTIFICATES, Outcome
from mingbai.domain.issue import ISSUES
from mingbai.domain.sheet import DASH, Workbook
from mingbai.domain.task import TASKS, Status
from mingbai.ledger.ledger import Ledger


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with sample_ledger(tmp_path_factory.mktemp("sums"), "zh") as ledger:
        yield ledger


@pytest.fixture(scope="module")
def workbook(sample: Ledger) -> Workbook:
    return month_workbook(sample, NOVEMBER, today=FILED_ON)


@pytest.fixture(scope="module")
def figures(sample: Ledger) -> MonthFigures:
    return month_figures(sample, NOVEMBER, today=FILED_ON)


def value(figures: MonthFigures, code: str) -> Decimal:
    number = figures.of(code).value.number
    assert number is not None
    return number


def in_november(text: object) -> bool:
    return str(text or "").startswith("2026-11")


def test_the_first_page_shows_every_figure_in_order_and_numbers_them(
    workbook: Workbook, figures: MonthFigures
) -> None:
    rows = body(sheet_with(workbook, "表1"))
    assert [row[0] for row in rows] == list(range(1, len(table1_codes()) + 1))
    for row, code in zip(rows, table1_codes(), strict=True):
        found = figures.of(code)
        shown = (found.value, found.previous, found.last_year, found.year_to_date, found.last_year_to_date)
        expected = [DASH if each.number is None else each.number for each in shown]
        assert [row[4], row[5], row[7], row[9], row[10]] == expected, code


def test_assignments_are_as_many_rows_as_the_figure_says(
    sample: Ledger, workbook: Workbook, figures: MonthFigures
) -> None:
    rows = body(sheet_with(workbook, "表2"))
    by_hand = [
        entry
        for entry in sample.entries(TASKS)
        if in_november(entry.stored["received_on"]) and entry.stored["status"] != Status.VOID.code
    ]
    assert len(rows) == len(by_hand) == value(figures, "task.received")
    assert {row[1] for row in rows} == {entry.number for entry in by_hand}
    assert sum(row[6] == "未见" for row in rows) == value(figures, "task.no_document")
    assert sum(row[10] in ("基本", "配合", "准入") for row in rows) == value(figures, "task.listed")


def test_cuts_add_up_to_the_figures(workbook: Workbook, figures: MonthFigures) -> None:
    sheet = sheet_with(workbook, "表3")
    blocks: list[list[list[object]]] = []
    for row in sheet.rows:
        if row.kind.value == "section":
            blocks.append([])
        elif row.kind.value == "body":
            blocks[-1].append(list(cells(row)))
    suggested, cut, _ = ([row for row in block if row[0] != DASH] for block in blocks)
    assert len(suggested) == value(figures, "cut.suggested")
    assert len(cut) == value(figures, "cut.done")
    _, done = totals(sheet)
    assert done[6] == sum(row[6] for row in cut if isinstance(row[6], int)) == value(figures, "cut.times")


def test_certificates_add_up_to_the_figures(
    sample: Ledger, workbook: Workbook, figures: MonthFigures
) -> None:
    sheet = sheet_with(workbook, "表4")
    (total,) = totals(sheet)
    for column in range(3, 9):
        assert total[column] == sum(int(str(row[column])) for row in body(sheet))
    asked, declined, stamped, *others = (int(str(number)) for number in total[3:9])
    by_hand = [entry for entry in sample.entries(CERTIFICATES) if in_november(entry.stored["asked_on"])]
    assert asked == len(by_hand) == value(figures, "cert.asked")
    assert declined == sum(entry.stored["outcome"] == Outcome.DECLINED.code for entry in by_hand)
    assert declined == value(figures, "cert.declined")
    assert stamped == value(figures, "cert.stamped")
    assert sum(others) == value(figures, "cert.other")


def test_issues_end_in_the_same_totals_by_class_and_by_channel(
    sample: Ledger, workbook: Workbook, figures: MonthFigures
) -> None:
    sheet = sheet_with(workbook, "表5")
    by_class, by_channel = totals(sheet)
    assert by_class == by_channel
    rows = body(sheet)
    second = next(at for at, row in enumerate(rows) if at and row[0] == 1)
    for block in (rows[:second], rows[second:]):
        for column in (2, 3, 4, 5, 6, 7, 9, 11, 12):
            assert by_class[column] == sum(int(str(row[column])) for row in block), column
    before, received, closed, after = by_class[2:6]
    assert int(str(before)) + int(str(received)) - int(str(closed)) == after
    assert received == value(figures, "issue.received")
    assert closed == value(figures, "issue.closed")
    assert after == value(figures, "issue.open")
    assert by_class[8] == value(figures, "issue.on_time")
    assert by_class[10] == value(figures, "issue.solved")
    assert by_class[13] == value(figures, "issue.satisfied")
    assert by_class[14] == value(figures, "issue.days")
    by_hand = sample.entries(ISSUES)
    assert received == sum(in_november(entry.stored["accepted_at"]) for entry in by_hand)
    assert closed == sum(in_november(entry.stored["closed_at"]) for entry in by_hand)


def test_hours_add_up_by_hand_and_stand_on_the_first_page(workbook: Workbook, figures: MonthFigures) -> None:
    sheet = sheet_with(workbook, "附表1")
    rows, (*subtotals, net) = body(sheet), totals(sheet)
    for column in (9, 11, 12):
        shown = [row[column] for row in rows]
        assert net[column] == sum(number for number in shown if isinstance(number, Decimal))
        assert net[column] == sum(number for row in subtotals if isinstance(number := row[column], Decimal))
    hours = figures.of("cut.hours")
    assert (net[11], net[12]) == (hours.value.number, hours.year_to_date.number)


def test_the_trend_ends_in_the_month(workbook: Workbook, figures: MonthFigures) -> None:
    sheet = sheet_with(workbook, "走势图")
    rows = body(sheet)
    assert len(rows) == 13
    assert rows[-1][1:3] == [value(figures, "task.received"), value(figures, "task.forms")]
    assert rows[-2][1] == figures.of("task.received").previous.number
    assert rows[0][1] == figures.of("task.received").last_year.number
    assert rows[-1][4] == value(figures, "issue.hours") + value(figures, "cert.hours")
    assert len(sheet.charts) == 2


def test_the_method_explains_every_figure_of_the_first_page(workbook: Workbook) -> None:
    explained = {str(row[1]) for row in body(sheet_with(workbook, "口径"))}
    named = {str(row[2]).removeprefix("其中：") for row in body(sheet_with(workbook, "表1"))}
    assert named <= explained


def test_the_data_sheet_carries_parts_that_a_county_can_add(
    workbook: Workbook, figures: MonthFigures
) -> None:
    sheet = sheet_with(workbook, "汇总数据")
    assert [one.tab for one in workbook.sheets if one.hidden] == [sheet.tab], "what is printed leaves it out"
    rows = {str(row[6]): row for row in body(sheet)}
    assert set(table1_codes()) <= set(rows)
    on_time = rows["issue.on_time"]
    assert on_time[:6] == ["990101001003", "新湖社区", "2026-11", NOVEMBER.start, NOVEMBER.end, 1]
    assert on_time[10:12] == [value(figures, "issue.closed_on_time"), value(figures, "issue.closed_due")]
    assert isinstance(on_time[10], Decimal)
    assert isinstance(on_time[11], Decimal)
    assert round(on_time[10] * 100 / on_time[11], 2) == on_time[9]
