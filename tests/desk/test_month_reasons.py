"""A month report says in words why a figure is nought, and its feet count what the window counts."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desk.month_books import NOVEMBER, month_workbook, sheet_with

from mingbai.desk import review
from mingbai.desk.month.doubts import month_doubts
from mingbai.desk.month.figures import month_figures
from mingbai.desk.records import add, change, found
from mingbai.desk.review import Verdict
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.field import Refused
from mingbai.domain.month import Month
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

SUGGESTED = Verdict(assessment=Assessment.CUT)
CANCELLED = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账", "due_on": "2026-11-10"}


def cut(ledger: Ledger, minutes: str | None, today: date) -> None:
    """Cuts a monthly assignment of so many minutes today."""
    draft = {"title": "月报", "department": "民政局", "period": "每月", "starts_on": "2025-01-01"}
    demand = add(ledger, DEMANDS, {**draft, "minutes": minutes, "minutes_source": "计时"}, today=today)
    decided = review.decide(ledger, demand, SUGGESTED, today=today)
    review.carry_out(ledger, decided, CANCELLED, today=today)


@pytest.mark.parametrize(
    ("minutes", "reason", "doubted"),
    [
        ("60", "1项核减执行未满一个整月，最早自2026年12月起算", False),
        (None, "1项核减没有填核减前的次数或每次用时", True),
    ],
)
def test_a_cut_that_returned_no_hours_yet_says_why(
    ledger: Ledger, today: date, minutes: str | None, reason: str, doubted: bool
) -> None:
    cut(ledger, minutes, today)
    figures = month_figures(ledger, NOVEMBER, today=today)
    assert [figures.of(code).value.number for code in ("cut.done", "cut.hours")] == [1, 0]
    assert figures.of("cut.hours").note.zh.startswith("附表1")
    notes = sheet_with(month_workbook(ledger, NOVEMBER, today=today), "附表1").notes
    assert any(reason in note for note in notes)
    english = sheet_with(month_workbook(ledger, NOVEMBER, language="en", today=today), "Annex 1").notes
    assert any("ot counted" in note for note in english)
    codes = {doubt.code for doubt in month_doubts(ledger, NOVEMBER, today)[0]}
    assert ("decision.no_minutes" in codes) == doubted


def test_what_a_cut_lacks_is_filled_in_where_the_doubt_leads(ledger: Ledger, today: date) -> None:
    cut(ledger, None, today)
    doubt = next(one for one in month_doubts(ledger, NOVEMBER, today)[0] if one.code == "decision.no_minutes")
    decision = found(ledger, DECISIONS, doubt.uid)
    with pytest.raises(Refused):
        change(ledger, decision, {doubt.field: "60", "minutes_after": "90"}, today=today)
    with pytest.raises(Refused, match="its own command"):
        change(ledger, decision, {"effective_from": "2026-01-01", doubt.field: "60"}, today=today)
    filled_in = change(ledger, decision, {doubt.field: "60"}, today=today).record
    assert (filled_in.minutes_before, filled_in.minutes_source) == (60, MinutesSource.ASKED)
    assert "decision.no_minutes" not in {one.code for one in month_doubts(ledger, NOVEMBER, today)[0]}
    december = month_figures(ledger, Month(2026, 12), today=date(2026, 12, 31))
    assert december.of("cut.hours").value.number
    undo(ledger)
    assert found(ledger, DECISIONS, doubt.uid).record.minutes_before is None


def test_what_is_no_longer_needed_is_not_open(ledger: Ledger, today: date) -> None:
    add(ledger, TASKS, TASK, today=today)
    add(ledger, TASKS, {**TASK, "title": "不用报了", "status": "dropped"}, today=today)
    notes = sheet_with(month_workbook(ledger, NOVEMBER, today=today), "表2 ").notes
    assert "期末已办结0件、不再办理1件、未办结1件" in notes[0]


def test_one_month_of_records_has_no_chart_and_says_so(ledger: Ledger, today: date) -> None:
    add(ledger, TASKS, TASK, today=today)
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=today), "走势图")
    assert sheet.charts == ()
    assert "满两个月后画图" in sheet.notes[-1]
    add(ledger, TASKS, {**TASK, "received_on": "2026-10-08", "due_on": "2026-10-20"}, today=today)
    again = sheet_with(month_workbook(ledger, NOVEMBER, today=today), "走势图")
    assert again.charts
    assert not any("满两个月" in note for note in again.notes)
