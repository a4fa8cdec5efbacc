"""Hardly anything to report, months cut after the 25th, numbers that must not claim too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from tests.desk.month_books import FILED_ON, NOVEMBER, body, month_workbook, sheet_with, texts, totals

from mingbai.desk import comebacks, records, review
from mingbai.desk.month.comparison import compared, comparison_workbook
from mingbai.desk.month.figures import month_figures, printed_codes, table1_codes
from mingbai.desk.month.report import send, write_report
from mingbai.desk.month.told import as_lines_of
from mingbai.desk.places import month_of, new_ledger
from mingbai.desk.review import Verdict
from mingbai.domain.demand import DEMANDS
from mingbai.domain.duty import DUTIES
from mingbai.domain.issue import ISSUES
from mingbai.domain.month import Month
from mingbai.domain.period import Quarter, ReportPeriod, Year
from mingbai.domain.registers import REGISTERS
from mingbai.domain.report import PAST_FIGURES, REPORTS
from mingbai.domain.review import Assessment, Method
from mingbai.domain.sheet import DASH, Cell, Look
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.exchange import measure
from mingbai.exchange.paper import note_size
from mingbai.exchange.tables import read_table
from mingbai.ledger.ledger import Ledger


@pytest.fixture
def cut_at_25(tmp_path: Path) -> Iterator[Ledger]:
    place = {"name": "新湖村", "kind": "village", "month_end": "26-25", "base_on": date(2025, 12, 31)}
    with new_ledger(tmp_path / "25.mingbai", place, today=FILED_ON) as ledger:
        yield ledger


def task(ledger: Ledger, day: str, title: str = "填报名册", **more: object) -> None:
    records.add(
        ledger, TASKS, {"received_on": day, "department": "民政局", "title": title, **more}, today=FILED_ON
    )


def recurring(ledger: Ledger, title: str, minutes: int | None) -> None:
    """A monthly form, cut from 1 October on."""
    draft = {
        "title": title,
        "department": "民政局",
        "period": "每月",
        "kind": "报表",
        "starts_on": "2025-01-01",
    }
    demand = records.add(ledger, DEMANDS, draft | ({"minutes": minutes} if minutes else {}), today=FILED_ON)
    verdict = Verdict(
        assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 10, 1), times_before=12
    )
    review.decide(ledger, demand, verdict, today=date(2026, 10, 1))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("entries", [0, 1])
def test_a_new_ledger_gives_a_whole_workbook(
    ledger: Ledger, tmp_path: Path, language: Language, entries: int
) -> None:
    if entries:
        task(ledger, "2026-11-20")
        records.add(ledger, ISSUES, {"accepted_at": "2026-11-21 09:00", "title": "路灯不亮"}, today=FILED_ON)
    out = tmp_path / "月报.xlsx"
    written = write_report(ledger, NOVEMBER, out, language=language, today=FILED_ON)
    assert len(written.rows) == 12
    with CalamineWorkbook.from_path(out) as book:
        page = book.get_sheet_by_name(book.sheet_names[0]).to_python()
    rows = [row for row in page if isinstance(row[0], float)]
    assert len(rows) == len(table1_codes())
    # Nothing before the first entry: no base, and so no change.
    assert {row[column] for row in rows for column in (5, 6, 7, 8, 10, 11)} == {DASH}
    assert rows[0][4] == (1.0 if entries else DASH)
    for row in page:
        assert not any(str(value).startswith("#") for value in row)


def test_an_unfinished_month_says_so(ledger: Ledger, today: date) -> None:
    task(ledger, "2026-10-10")
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=today), "表1")
    assert sheet.lead[0].startswith("本月尚未结束，数据截至2026年11月24日。")
    assert "下降" not in sheet.notes[0]
    over = sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "表1")
    assert "下降100.00%" in over.notes[0]
    assert over.lead == ()


@pytest.mark.parametrize(
    ("period", "noun"), [(NOVEMBER, "月"), (Quarter(2026, 4), "季度"), (Year(2026), "年")], ids=str
)
def test_what_adds_up_is_not_compared_while_the_period_goes_on(
    period: ReportPeriod, noun: str, ledger: Ledger, today: date
) -> None:
    for day in ("2024-12-10", "2025-10-10", "2025-11-10", "2026-10-10", "2026-11-10"):
        task(ledger, day, due_on=day)
    found = month_figures(ledger, period, today=today, every=True)
    received, due = (found.of(code) for code in ("task.received", "task.open"))
    assert received.last_year.number or received.previous.number
    assert (received.change, received.change_on_year, received.change_year_to_date) == (None, None, None)
    assert not received.base_zero
    assert due.change is not None
    assert found.of("issue.per_1000").change is None
    lead = sheet_with(month_workbook(ledger, period, today=today), "表1").lead[0]
    assert f"不与整{noun}相比" in lead
    over = month_figures(ledger, period, today=date(2027, 1, 4)).of("task.received")
    assert over.change is not None or over.change_on_year is not None


def test_a_month_ending_on_a_saturday_is_compared_on_its_friday(ledger: Ledger) -> None:
    for day in ("2026-09-10", "2026-10-10"):
        task(ledger, day)
    october = Month(2026, 10)
    assert month_figures(ledger, october, today=date(2026, 10, 29)).of("task.received").change is None
    assert month_figures(ledger, october, today=date(2026, 10, 30)).of("task.received").change == 0
    lead = sheet_with(month_workbook(ledger, october, today=date(2026, 10, 30)), "表1").lead
    assert lead == ("本月尚未结束，数据截至2026年10月30日。",)


def test_a_month_cut_after_the_25th_shows_its_real_days(cut_at_25: Ledger) -> None:
    for day in ("2026-10-25", "2026-10-26", "2026-11-25", "2026-11-26"):
        task(cut_at_25, day, f"名册{day}")
    month = month_of(cut_at_25, "2026-11")
    workbook = month_workbook(cut_at_25, month, today=FILED_ON)
    sheet = sheet_with(workbook, "表1")
    assert sheet.middle == "2026年11月（10月26日至11月25日）"
    assert sheet.left == "填报单位：新湖村村民委员会"
    assert [row[3] for row in body(sheet_with(workbook, "表2"))] == ["名册2026-10-26", "名册2026-11-25"]
    assert "2025年12月26日至2026年11月25日" in sheet_with(workbook, "口径").lead[0]
    english = month_workbook(cut_at_25, month, language="en", today=FILED_ON)
    assert sheet_with(english, "Table 1").middle == "November 2026 (26 October - 25 November)"
    january = month_workbook(cut_at_25, month_of(cut_at_25, "2027-01"), today=FILED_ON)
    assert sheet_with(january, "表1").middle == "2027年1月（2026年12月26日至2027年1月25日）"


def test_a_base_of_zero_is_a_dash_and_the_note_says_why(ledger: Ledger) -> None:
    task(ledger, "2026-09-10")
    task(ledger, "2026-11-10", document="none_seen")
    row = next(row for row in body(sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "表1")))
    assert row[4:7] == [1, 0, DASH]
    assert row[12] == "△"


def test_a_typed_base_is_used_and_named(ledger: Ledger) -> None:
    task(ledger, "2026-11-10")
    for month, figure, value in (("2025-11", "task.received", 4), ("2026-10", "收到上级交办", 2)):
        draft = {"figure": figure, "period": month, "value": value, "source": "纸质台账"}
        records.add(ledger, PAST_FIGURES, draft, today=FILED_ON)
    workbook = month_workbook(ledger, NOVEMBER, today=FILED_ON)
    row = body(sheet_with(workbook, "表1"))[0]
    assert row[4:9] == [1, 2, Decimal("-50.00"), 4, Decimal("-75.00")]
    assert row[12] == "*"
    assert any("纸质台账" in text for text in sheet_with(workbook, "口径").lead)
    gist = sheet_with(workbook, "表1").notes[0]
    assert "2026年11月收到上级交办1件，比10月（2件）下降50.00%，比2025年11月（4件）下降75.00%" in gist


def test_halves_are_rounded_up_row_by_row(ledger: Ledger) -> None:
    # 75 minutes twelve times a year are 1.25 hours a month: shown as 1.3, and twice that as 2.6.
    recurring(ledger, "甲表", 75)
    recurring(ledger, "乙表", 75)
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "附表1")
    assert [row[11] for row in body(sheet)] == [Decimal("1.3"), Decimal("1.3")]
    assert totals(sheet)[-1][11] == Decimal("2.6")
    assert month_figures(ledger, NOVEMBER, today=FILED_ON).of("cut.hours").value.number == Decimal("2.6")


def test_hours_that_nobody_timed_or_asked_are_a_range(ledger: Ledger) -> None:
    recurring(ledger, "甲表", None)
    workbook = month_workbook(ledger, NOVEMBER, today=FILED_ON)
    sheet, figures = sheet_with(workbook, "附表1"), month_figures(ledger, NOVEMBER, today=FILED_ON)
    assert "～" in str(totals(sheet)[-1][11])
    assert "不足30%" in sheet.notes[1]
    hours = figures.of("cut.hours")
    assert hours.value.number is None
    assert hours.label.zh == totals(sheet)[-1][11]
    row = next(row for row in body(sheet_with(workbook, "表1")) if row[2] == "还给干部的时间")
    assert row[4] == DASH
    assert "附表1" in str(row[12])
    assert any(
        " to " in text
        for tab, text in texts(month_workbook(ledger, NOVEMBER, language="en", today=FILED_ON))
        if "Annex 1" in tab
    )


def test_what_came_back_is_counted_once(ledger: Ledger) -> None:
    recurring(ledger, "日报", 60)
    (decision,) = ledger.entries(REGISTERS["decision"])
    draft = {
        "title": "快报",
        "department": "民政局",
        "period": "每月",
        "minutes": 60,
        "starts_on": "2026-11-01",
    }
    again = records.add(ledger, DEMANDS, draft, today=FILED_ON)
    comebacks.came_back(ledger, decision, date(2026, 11, 3), again=again, today=FILED_ON)
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "附表1")
    assert [(row[1], row[3], row[11]) for row in body(sheet)] == [
        ("日报", "不再要", Decimal("1.0")),
        ("快报", "又出现", Decimal("-1.0")),
    ]


def test_figures_are_told_in_lines(ledger: Ledger) -> None:
    task(ledger, "2026-11-10")
    figures = month_figures(ledger, NOVEMBER, today=FILED_ON)
    head, group, first, *_ = as_lines_of(figures, "zh")
    assert (head.split("\t")[1:3], group) == (["本月", "上月"], "上级交办")
    assert first.split("\t")[:3] == ["  收到上级交办", "1 件", "—"]
    assert as_lines_of(figures, "en")[2].split("\t")[:2] == ["  Assignments received", "1"]


def test_that_nothing_changed_is_written_over_all_columns(ledger: Ledger, tmp_path: Path) -> None:
    task(ledger, "2026-11-10")
    first = send(ledger, NOVEMBER, tmp_path / "一.xlsx", today=FILED_ON, language="zh")
    # A version with the same figures could be sent once.
    with ledger.act("send", today=FILED_ON) as act:
        act.insert(REPORTS, replace(first.record, version=2))
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "差异")
    (row,) = sheet.rows
    assert row.cells == (Cell("没有差异", Look.WORD, span=len(sheet.columns)),)


def test_no_note_on_issues_can_end_in_a_lone_full_stop(ledger: Ledger) -> None:
    """Each stays on one line, however wide the fonts of a PC make the page."""
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=FILED_ON), "表5")
    room = measure.room(sum(column.width for column in sheet.columns), note_size(sheet.page))
    assert [measure.lines(note, room) for note in sheet.notes] == [1] * len(sheet.notes)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_data_sheet_is_a_page_whose_head_is_found_by_its_first_name(
    ledger: Ledger, tmp_path: Path, language: Language
) -> None:
    task(ledger, "2026-11-10")
    out = tmp_path / "月报.xlsx"
    write_report(ledger, NOVEMBER, out, language=language, today=FILED_ON)
    tab, first = ("汇总数据", "村（社区）代码") if language == "zh" else ("Data", "Village code")
    table = read_table(out, tab, known=[first, "单位代码", "Unit", "版次", "Version"])
    assert table.head[0] == first
    assert table.head_row == 5, "what it is and the check code stand above it"
    assert len(table.head) == 16
    assert [row[6] for _, row in table.rows] == list(printed_codes())
    assert not any("\n" in name for name in table.head)
    at = load_workbook(out)[tab]
    assert at.cell(1, 1).value
    assert at.cell(5, 1).border.left.style
    assert at.sheet_state == "hidden"


def test_a_cut_counts_from_the_day_it_took_effect_though_it_was_written_down_later(ledger: Ledger) -> None:
    task(ledger, "2026-11-10")
    draft = {"title": "周报", "department": "民政局", "period": "每月", "starts_on": "2025-01-01"}
    demand = records.add(ledger, DEMANDS, draft, today=FILED_ON)
    verdict = Verdict(
        assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 10, 1), times_before=12
    )
    review.decide(ledger, demand, verdict, today=date(2026, 11, 20))
    figures = month_figures(ledger, NOVEMBER, today=FILED_ON)
    assert figures.of("cut.done").previous.number == 1
    assert figures.of("task.received").previous.number is None


def on_lists(ledger: Ledger, language: Language) -> tuple[list[object], str]:
    """The row of the share on the duty lists, and the sum below the assignments."""
    workbook = month_workbook(ledger, NOVEMBER, language=language, today=FILED_ON)
    tabs = ("表1", "表2") if language == "zh" else ("Table 1", "Table 2")
    row = next(
        row for row in body(sheet_with(workbook, tabs[0])) if "清单" in str(row[2]) or "duty" in str(row[2])
    )
    return list(row[4:]), "\n".join(sheet_with(workbook, tabs[1]).notes)


@pytest.mark.parametrize(("language", "why"), [("zh", "未导入清单"), ("en", "no duty list")])
def test_without_a_duty_list_no_share_on_it_is_claimed(ledger: Ledger, language: Language, why: str) -> None:
    task(ledger, "2026-10-10")
    task(ledger, "2026-11-10")
    row, sums = on_lists(ledger, language)
    assert row == [DASH] * 8 + [why]
    assert "准入清单内0件" not in sums
    assert "admission list 0" not in sums
    records.add(ledger, DUTIES, {"name": "出具居住证明", "listing": "基本"}, today=FILED_ON)
    row, sums = on_lists(ledger, language)
    assert (row[0], row[-1]) == (Decimal("0.00"), "")
    assert "准入清单内0件" in sums or "admission list 0" in sums


def test_two_periods_of_which_one_goes_on_have_no_change_of_what_adds_up(ledger: Ledger, today: date) -> None:
    for day in ("2026-10-10", "2026-11-10"):
        task(ledger, day, due_on=day)
    found = compared(ledger, NOVEMBER, NOVEMBER.previous, today=today)
    assert found.pairs["task.received"].rate is None
    assert found.pairs["task.received"].difference == 0
    said: tuple[tuple[Language, str], ...] = (
        ("zh", "2026年11月尚未结束，只算到11月24日"),
        ("en", "November 2026: not over yet"),
    )
    for language, words in said:
        book = comparison_workbook(ledger, found, language=language, today=today)
        assert all(sheet.lead[0].startswith(words) for sheet in book.sheets)
    over = compared(ledger, NOVEMBER, NOVEMBER.previous, today=FILED_ON)
    assert over.pairs["task.received"].rate == 0
    assert comparison_workbook(ledger, over, language="zh", today=FILED_ON).sheets[0].lead == ()


@pytest.mark.parametrize(("times", "told"), [(4, "改为每季"), (6, "每年6次")])
def test_what_comes_less_often_is_told_by_its_period_where_it_has_one(
    cut_at_25: Ledger, times: int, told: str
) -> None:
    draft = {"title": "困境儿童台账", "department": "民政局", "period": "每月", "starts_on": "2025-01-01"}
    entry = records.add(cut_at_25, DEMANDS, draft, today=FILED_ON)
    day = date(2026, 11, 10)
    verdict = Verdict(
        assessment=Assessment.SIMPLIFY, method=Method.RARER, effective_from=day, times_after=times
    )
    review.decide(cut_at_25, entry, verdict, today=day)
    (row,) = body(sheet_with(month_workbook(cut_at_25, NOVEMBER, today=FILED_ON), "表3"))
    assert row[4:7] == [12, times, 12 - times]
    assert row[9] == told


@pytest.mark.parametrize(
    ("language", "filed", "told"),
    [
        ("zh", date(2026, 11, 10), "刚开始执行"),
        ("en", date(2026, 11, 10), "just begun"),
        ("zh", FILED_ON, "未再出现"),
        ("en", FILED_ON, "not seen since"),
    ],
)
def test_of_what_was_cut_on_the_last_day_nothing_is_claimed(
    ledger: Ledger, language: Language, filed: date, told: str
) -> None:
    day = date(2026, 11, 10)
    draft = {"title": "困境儿童台账", "department": "民政局", "period": "每月", "starts_on": "2025-01-01"}
    entry = records.add(ledger, DEMANDS, draft, today=day)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=day)
    review.decide(ledger, entry, verdict, today=day)
    tab = {"zh": "表3", "en": "Table 3"}[language]
    (row,) = body(sheet_with(month_workbook(ledger, NOVEMBER, language=language, today=filed), tab))
    assert told in row
