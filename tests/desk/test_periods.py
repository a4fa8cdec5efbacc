"""Reports of quarters and years on the month's sheets, what is sent of them, and two periods compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.desk.month_books import FILED_ON, body, cells, month_workbook, sample_ledger, sheet_with, texts

from mingbai.desk.collecting.taking import collect
from mingbai.desk.month.changes import differences
from mingbai.desk.month.comparison import compared, comparison_openings, comparison_workbook, write_comparison
from mingbai.desk.month.comparison_told import compared_as_json, compared_lines
from mingbai.desk.month.doubts import month_doubts
from mingbai.desk.month.figures import month_figures, printed_codes
from mingbai.desk.month.frozen import stored_figures
from mingbai.desk.month.opening import Opening, rows_of, table1_openings
from mingbai.desk.month.overview import frozen_periods, month_overview
from mingbai.desk.month.report import send, write_report
from mingbai.desk.month.sent import latest_sent, sent_values
from mingbai.desk.places import new_ledger, period_of
from mingbai.desk.records import add
from mingbai.domain.month import Month
from mingbai.domain.period import Quarter, Year
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import RowKind
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.blocks import asked_count
from mingbai.ledger.ledger import Ledger

THIRD, LAST = Quarter(2026, 3), Quarter(2026, 4)
THIS_YEAR = Year(2026)
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with sample_ledger(tmp_path_factory.mktemp("periods"), "zh") as ledger:
        yield ledger


@pytest.fixture
def small(tmp_path: Path, today: date) -> Iterator[Ledger]:
    with new_ledger(tmp_path / "a.mingbai", {"name": "新湖社区"}, today=today) as ledger:
        yield ledger


def put(ledger: Ledger, day: str, **draft: Any) -> None:
    given = {"received_on": day, "department": "民政局", "title": f"报送台账 {day}", "kind": "报表"} | draft
    add(ledger, REGISTERS["task"], given, today=date(2026, 12, 31))


def seen(*values: object) -> tuple[object, ...]:
    return values


def row_of(workbook: Any, name: str) -> list[Any]:
    (row,) = [row for row in body(sheet_with(workbook, "表1")) if row[2] == name]
    return row


def test_a_quarter_adds_up_its_months(sample: Ledger) -> None:
    quarter = month_figures(sample, THIRD, today=FILED_ON)
    months = [month_figures(sample, month, today=FILED_ON) for month in THIRD.months]
    for code in ("task.received", "task.forms", "cut.done", "cert.asked", "issue.closed", "meeting.count"):
        each = [found.of(code).value.number for found in months]
        assert None not in each
        assert quarter.of(code).value.number == sum(each), code  # type: ignore[arg-type]
    for code in ("issue.open", "cert.cancelled", "plaque.standing", "staff.count"):
        assert quarter.of(code).value.number == months[-1].of(code).value.number, code
    for code in ("task.received", "issue.closed"):
        assert quarter.of(code).year_to_date.number == months[-1].of(code).year_to_date.number


def test_its_sheets_speak_of_the_quarter(sample: Ledger) -> None:
    workbook = month_workbook(sample, THIRD, today=FILED_ON)
    first = sheet_with(workbook, "表1")
    assert first.title == "减负情况季报表"
    assert first.middle == "2026年三季度（7月1日至9月30日）"
    assert [column.head.replace("\n", "") for column in first.columns][4:9] == [
        *("本季度", "上季度", "环比（%）", "去年同季", "同比（%）")
    ]
    assert workbook.caption == "新湖社区 2026年三季度 上报版 第1版"
    received = row_of(workbook, "收到上级交办")
    listed = body(sheet_with(workbook, "表2"))
    assert received[4] == len(listed)
    assert all("2026-07-01" <= str(row[2]) <= "2026-09-30" for row in listed)


@pytest.mark.parametrize("period", [THIRD, THIS_YEAR], ids=str)
@pytest.mark.parametrize("full", [False, True])
def test_no_sheet_of_a_longer_period_speaks_of_a_month(sample: Ledger, period: Any, full: bool) -> None:
    for tab, text in texts(month_workbook(sample, period, full=full, today=FILED_ON)):
        for word in ("本月", "上月", "去年同月", "月报表"):
            assert word not in text.replace("上月26日至本月25日", ""), (tab, text)
    for tab, text in texts(month_workbook(sample, period, language="en", full=full, today=FILED_ON)):
        for word in ("this month", "the month's", "Last month", "Month Report"):
            assert word not in text, (tab, text)


def test_a_year_stands_beside_the_year_before_and_says_nothing_twice(sample: Ledger) -> None:
    workbook = month_workbook(sample, THIS_YEAR, today=FILED_ON)
    heads = [column.head.replace("\n", "") for column in sheet_with(workbook, "表1").columns]
    assert heads == ["序号", "类别", "指标", "单位", "本年", "上年", "同比（%）", "备注"]
    figures = month_figures(sample, THIS_YEAR, today=FILED_ON)
    found = figures.of("task.received")
    assert row_of(workbook, "收到上级交办")[4:6] == [found.value.number, found.previous.number]
    assert found.value == found.year_to_date
    assert {column for _, column in table1_openings(figures)} == {4, 5}
    english = month_workbook(sample, THIS_YEAR, language="en", today=FILED_ON)
    assert [column.head for column in sheet_with(english, "Table 1").columns][4:6] == ["2026", "2025"]


def test_every_figure_of_a_quarter_opens_as_many_rows_as_it_says(sample: Ledger) -> None:
    figures = month_figures(sample, THIRD, today=FILED_ON)
    for code in (
        "task.received",
        "task.short_notice",
        "issue.closed",
        "issue.open",
        "cert.declined",
        "cut.suggested",
    ):
        behind = rows_of(sample, code, THIRD.months, today=FILED_ON)
        assert behind is not None
        count = asked_count(sample, REGISTERS[behind.register], behind.filter, FILED_ON)
        assert count == figures.of(code).value.number, code


def test_issues_add_up_from_the_quarters_first_day_to_its_last(sample: Ledger) -> None:
    figures = month_figures(sample, THIRD, today=FILED_ON)
    sheet = sheet_with(month_workbook(sample, THIRD, today=FILED_ON), "表5")
    for row in (cells(row) for row in sheet.rows if row.kind is not RowKind.SECTION):
        before, received, closed, after = (int(str(number)) for number in row[2:6])
        assert before + received - closed == after
    total = cells(next(row for row in sheet.rows if row.kind is RowKind.TOTAL))
    assert total[3] == figures.of("issue.received").value.number


def test_the_chart_of_a_year_that_goes_on_ends_with_the_month_that_goes_on(small: Ledger) -> None:
    put(small, "2026-02-03")
    day = date(2026, 2, 10)
    for period, first in (
        (THIS_YEAR, "2025-02-01"),
        (Quarter(2026, 1), "2025-02-01"),
        (Quarter(2025, 3), "2024-09-01"),
    ):
        rows = body(sheet_with(month_workbook(small, period, today=day), "走势"))
        assert len(rows) == 13
        assert str(rows[0][0]) == first
    figures = month_figures(small, THIS_YEAR, today=day)
    assert figures.in_month("task.received", Month(2026, 2)) == 1
    assert figures.in_month("task.received", Month(2026, 3)) is None


def test_a_quarter_is_sent_frozen_and_differs_later(small: Ledger, tmp_path: Path) -> None:
    put(small, "2026-10-08")
    day = date(2027, 1, 4)
    send(small, LAST, tmp_path / "q4.xlsx", sent_to="街道办", today=day, language="zh")
    send(small, Month(2026, 12), tmp_path / "12.xlsx", today=day, language="zh")
    entry = latest_sent(small, LAST)
    assert entry is not None
    assert (entry.record.period, entry.record.version) == ("2026-Q4", 1)
    assert [str(each.period) for each in frozen_periods(small)] == ["2026-12", "2026-Q4"]
    put(small, "2026-12-25")
    now = stored_figures(month_figures(small, LAST, today=day))
    changed = {
        each.column for each in differences(sent_values(entry.record), now) if each.code == "task.received"
    }
    assert changed == {"value", "year_to_date"}
    overview = month_overview(small, LAST, "zh", day)
    assert (overview.version, overview.receiver) == (2, "街道办")
    assert overview.differing > 0
    changes = sheet_with(overview.workbook, "差异")
    assert "本季度" in {row[3] for row in body(changes)}
    following = month_figures(small, LAST.next, today=day).of("task.received")
    # As it was sent, whatever came to light since.
    assert following.previous.number == 1


def test_a_quarter_that_has_not_begun_is_not_sent(small: Ledger, tmp_path: Path, today: date) -> None:
    with pytest.raises(Mistake, match="Q1 2027"):
        send(small, LAST.next, tmp_path / "a.xlsx", today=today, language="zh")


@pytest.mark.parametrize("text", ["2026-Q4", "2026"])
def test_a_longer_period_is_refused_among_the_months_of_villages(
    small: Ledger, tmp_path: Path, text: str, today: date
) -> None:
    for language in ("zh", "en"):
        out = tmp_path / f"{text}-{language}.xlsx"
        write_report(small, period_of(small, text), out, language=language, today=today)
        done = collect(small, [out], today=today)
        assert not done.taken
        assert "汇总按月" in done.refused[0].words.zh


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["2026-Q1", "2026"])
def test_an_empty_ledger_has_a_quarter_and_a_year(
    tmp_path: Path, language: Language, text: str, today: date
) -> None:
    place = {"name": "新湖社区", "month_end": "26-25"}
    with new_ledger(tmp_path / "a.mingbai", place, today=today) as ledger:
        period = period_of(ledger, text)
        assert period.start == date(2025, 12, 26)
        workbook = month_workbook(ledger, period, language=language, today=today)
        assert len(workbook.sheets) >= 11
        write_report(ledger, period, tmp_path / "a.xlsx", language=language, today=today)
        assert [doubt.code for doubt in month_doubts(ledger, period, today)[0]] == [
            "place.residents",
            "past.missing",
        ]


def test_cut_at_the_25th_a_quarter_takes_the_last_days_of_the_year_before(
    tmp_path: Path, today: date
) -> None:
    place = {"name": "新湖社区", "month_end": "26-25"}
    with new_ledger(tmp_path / "a.mingbai", place, today=today) as ledger:
        for day in ("2025-12-25", "2025-12-26", "2026-03-25", "2026-03-26"):
            put(ledger, day)
        first = period_of(ledger, "2026-Q1")
        assert month_figures(ledger, first, today=today).of("task.received").value.number == 2
        assert month_figures(ledger, first.next, today=today).of("task.received").value.number == 1
        assert (
            month_figures(ledger, period_of(ledger, "2025"), today=today).of("task.received").value.number
            == 1
        )


# --- Two periods compared ------------------------------------------------------------------------


def test_two_months_stand_side_by_side(sample: Ledger) -> None:
    first, second = Month(2026, 10), Month(2026, 3)
    found = compared(sample, first, second, today=FILED_ON)
    assert list(found.pairs) == list(printed_codes())
    for period, side in ((first, "first"), (second, "second")):
        own = month_figures(sample, period, today=FILED_ON)
        for code, pair in found.pairs.items():
            if code.endswith(("top", "top_place")) and side == "second":
                continue  # measured for the group of the first
            assert getattr(pair, side).number == own.of(code).value.number, (code, side)
    received = found.pairs["task.received"]
    now, base = received.first.number, received.second.number
    assert now is not None
    assert base
    assert received.difference == now - base
    assert received.rate == (Decimal(now - base) * 100 / base).quantize(Decimal("0.01"))
    assert found.pairs["issue.on_time"].rate is None


def test_the_comparison_is_two_sheets_whose_figures_open(sample: Ledger) -> None:
    found = compared(sample, THIRD, THIRD.same_last_year, today=FILED_ON)
    workbook = comparison_workbook(sample, found, today=FILED_ON, language="zh")
    assert workbook.caption == "新湖社区 2026年三季度与2025年三季度比较"
    openings = comparison_openings(found)
    assert len(workbook.sheets) == len(openings) == 2
    for sheet, opening in zip(workbook.sheets, openings, strict=True):
        rows = [cells(row) for row in sheet.rows]
        for (row, column), opened in opening.items():
            assert isinstance(opened, Opening)
            value = found.pairs[opened.code].first if column == 3 else found.pairs[opened.code].second
            assert rows[row][column] == value.number
            assert opened.months == (THIRD if column == 3 else THIRD.same_last_year).months


def test_periods_of_two_lengths_or_one_and_the_same_are_refused(sample: Ledger) -> None:
    with pytest.raises(Mistake, match="differ in length"):
        compared(sample, THIRD, THIS_YEAR, today=FILED_ON)
    with pytest.raises(Mistake, match="the same period"):
        compared(sample, THIRD, THIRD, today=FILED_ON)


def test_a_period_without_records_is_a_dash(small: Ledger, today: date) -> None:
    put(small, "2026-11-02")
    pair = compared(small, Month(2026, 11), Month(2020, 2), today=today).pairs["task.received"]
    assert seen(pair.first.number, pair.second.number, pair.difference, pair.rate) == (1, None, None, None)
    swapped = compared(small, Month(2020, 2), Month(2026, 11), today=today).pairs["task.received"]
    assert seen(swapped.first.number, swapped.second.number, swapped.rate) == (None, 1, None)
    later = date(2026, 12, 1)
    zero = compared(small, Month(2026, 11), Month(2026, 12), today=later).pairs["task.received"]
    assert seen(zero.second.number, zero.difference, zero.rate) == (0, 1, None)


def test_a_period_that_has_not_begun_is_a_dash_and_said(small: Ledger, today: date) -> None:
    put(small, "2026-11-02")
    put(small, "2026-12-02")
    found = compared(small, Month(2026, 11), Month(2026, 12), today=today)
    assert {pair.second.number for pair in found.pairs.values()} == {None}
    assert {pair.difference for pair in found.pairs.values()} == {None}
    sheets = [comparison_workbook(small, found, language=language, today=today) for language in LANGUAGES]
    zh, en = (each.sheets[0].notes[0] for each in sheets)
    assert zh.endswith("2026年11月尚未结束。2026年12月还没有开始。")
    assert en.endswith("November 2026 is not over yet. December 2026 has not begun.")


def test_what_was_sent_is_compared_as_it_was_sent(small: Ledger, tmp_path: Path) -> None:
    put(small, "2026-10-08")
    put(small, "2026-11-08")
    day = date(2026, 12, 2)
    send(small, Month(2026, 10), tmp_path / "10.xlsx", today=day, language="zh")
    put(small, "2026-10-09")
    pair = compared(small, Month(2026, 11), Month(2026, 10), today=day).pairs["task.received"]
    assert seen(pair.first.number, pair.second.number, pair.rate) == (1, 1, Decimal("0.00"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_comparison_is_written_and_told(sample: Ledger, tmp_path: Path, language: Language) -> None:
    first, second = Month(2026, 10), Month(2025, 10)
    out = tmp_path / "a.xlsx"
    written = write_comparison(sample, first, second, out, language=language, today=FILED_ON)
    assert out.is_file()
    assert sum(written.rows.values()) >= len(printed_codes())
    found = compared(sample, first, second, today=FILED_ON)
    lines = compared_lines(found, language)
    assert len(lines) == 1 + 8 + len(printed_codes())
    assert {line.count("\t") for line in lines} == {0, 4}
    told = compared_as_json(found, language)["task.received"]
    assert told["difference"] == told["2026-10"] - told["2025-10"]
