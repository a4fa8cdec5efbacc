"""Figures of meetings, inspections, visits, plaques, people and points: known values, worked out by hand."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from statistics import median

import pytest
from tests.desk.month_books import NOVEMBER, body, month_workbook, sheet_with, totals

from mingbai.desk import records
from mingbai.desk.month.figures import MonthFigures, month_figures
from mingbai.desk.places import place_of, working_days
from mingbai.domain.inspection import InspectionKind
from mingbai.domain.month import Month
from mingbai.domain.place import PLACES
from mingbai.domain.plaque import PlaqueKind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import Look
from mingbai.exchange.measure import ems, room
from mingbai.ledger.ledger import Entry, Ledger

TODAY = date(2026, 12, 2)


def add(ledger: Ledger, code: str, **draft: object) -> Entry:
    return records.add(ledger, REGISTERS[code], draft, today=TODAY)


def many(ledger: Ledger, code: str, drafts: list[dict[str, object]]) -> None:
    """Several entries in one act, as an import makes them."""
    register = REGISTERS[code]
    with ledger.act("import", today=TODAY) as act:
        for draft in drafts:
            act.insert(register, register.record(**draft))


def of(ledger: Ledger, month: Month = NOVEMBER) -> MonthFigures:
    return month_figures(ledger, month, today=TODAY)


def number(figures: MonthFigures, code: str) -> Decimal | None:
    return figures.of(code).value.number


def typed(ledger: Ledger, figure: str, period: str, value: str) -> None:
    add(ledger, "past_figure", figure=figure, period=period, value=value, source="2025年纸质台账")


def test_914_plaques_less_507_taken_down_are_407(ledger: Ledger) -> None:
    add(ledger, "task", received_on="2026-09-01", department="民政局", title="登记")
    hung = {"title": "牌子", "hung_on": date(2025, 3, 3)}
    gone = {"removed_on": date(2026, 11, 9)}
    many(ledger, "plaque", [{**hung, **(gone if at < 507 else {})} for at in range(914)])
    figures = of(ledger)
    assert number(figures, "plaque.total") == 914
    assert number(figures, "plaque.removed") == 507
    assert number(figures, "plaque.standing") == 407
    assert figures.of("plaque.standing").previous.number == 914
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=TODAY), "表8")
    assert "登记牌子914块，其中已摘507块、在挂407块" in sheet.notes[0]
    assert len(body(sheet)) == 914


@pytest.mark.parametrize(
    ("removed", "rehung", "standing"),
    [
        (None, None, [1, 1, 1]),
        ("2026-09-30", None, [0, 0, 0]),
        ("2026-10-01", None, [1, 0, 0]),
        ("2026-09-30", "2026-11-30", [0, 0, 1]),
        ("2026-09-30", "2026-12-01", [0, 0, 0]),
        ("2026-10-10", "2026-10-10", [1, 1, 1]),
        # Hung again before it was taken down: a slip of the pen, so it stays down.
        ("2026-10-10", "2026-10-09", [1, 0, 0]),
    ],
)
def test_a_plaque_hangs_again_from_that_day(
    ledger: Ledger, removed: str | None, rehung: str | None, standing: list[int]
) -> None:
    add(ledger, "plaque", title="示范点", hung_on="2026-01-05", removed_on=removed, rehung_on=rehung)
    add(ledger, "task", received_on="2026-01-05", department="民政局", title="登记")
    months = [Month(2026, 9), Month(2026, 10), NOVEMBER]
    assert [number(of(ledger, month), "plaque.standing") for month in months] == standing


def test_the_cost_of_visits_falls_by_88_22_per_cent_and_saves_1390_99(ledger: Ledger) -> None:
    typed(ledger, "reception.cost", "2025-01", "15767300")
    add(ledger, "reception", visited_on="2026-01-20", department="民政局", title="调研", cost="1857400")
    january = Month(2026, 1)
    cost = of(ledger, january).of("reception.cost")
    assert cost.value.number == Decimal("1857400.00")
    assert cost.last_year.number == Decimal("15767300.00")
    assert cost.change_on_year == Decimal("-88.22")
    sheet = sheet_with(month_workbook(ledger, january, today=TODAY), "表7")
    assert "由2025年1月的1,576.73万元降为185.74万元，下降88.22%，节省1,390.99万元" in sheet.notes[0]
    english = sheet_with(month_workbook(ledger, january, language="en", today=TODAY), "Table 7")
    assert "down 88.22%, saving 13,909,900.00 yuan" in english.notes[0]


def test_without_a_base_nothing_is_saved(ledger: Ledger) -> None:
    add(ledger, "reception", visited_on="2026-11-20", department="民政局", title="调研", cost="300")
    cost = of(ledger).of("reception.cost")
    assert (cost.last_year.number, cost.change_on_year) == (None, None)
    sheet = sheet_with(month_workbook(ledger, NOVEMBER, today=TODAY), "表7")
    assert "节省" not in sheet.notes[0]


def test_inspections_fall_from_56_to_32_by_42_86_per_cent(ledger: Ledger) -> None:
    department = records.add(ledger, REGISTERS["department"], {"name": "督查室"}, today=TODAY)
    base = {"department": department.uid, "title": "检查"}
    many(
        ledger,
        "inspection",
        [
            {**base, "held_on": date(year, 11, 3 + at % 20), "planned": at < 8 if year == 2026 else None}
            for year, count in ((2025, 56), (2026, 32))
            for at in range(count)
        ],
    )
    found = of(ledger).of("inspection.count")
    assert [found.value.number, found.last_year.number] == [32, 56]
    assert found.change_on_year == Decimal("-42.86")
    assert number(of(ledger), "inspection.planned") == Decimal("25.00")


def test_nine_staff_for_twenty_thousand_residents_are_2222_each(ledger: Ledger) -> None:
    add(ledger, "task", received_on="2026-09-01", department="民政局", title="登记")
    place = ledger.entries(PLACES)
    if place:
        records.change(ledger, place[0], {"residents": "20000"}, today=TODAY)
    else:
        add(ledger, "place", name="新湖社区", residents="20000")
    for at in range(9):
        add(ledger, "staff", name=f"工作人员{at}", since="2024-01-02")
    assert place_of(ledger).residents == 20_000
    assert number(of(ledger), "place.per_staff") == 2222


def test_one_school_gate_is_a_third_of_all_and_its_issues_are_repeats(ledger: Ledger) -> None:
    places = ["实验小学门口"] * 4 + ["新湖花园"] * 2 + ["幸福里"] * 2 + ["西街", "东街", "北街", ""]
    for at, where in enumerate(places):
        add(ledger, "issue", accepted_at=f"2026-11-{at + 1:02} 09:00", title="停车", place=where)
    top = of(ledger).of("issue.top_place")
    assert top.value.number == Decimal("33.33")
    assert top.label.zh == "实验小学门口"
    assert number(of(ledger), "issue.repeated") == 4


def test_volunteers_are_counted_once_and_their_turnout_each_time(ledger: Ledger) -> None:
    days = {"2026-10-05": "王芳、李强", "2026-11-05": "王芳、李强、赵敏", "2026-11-12": "王芳、孙磊"}
    for day, names in days.items():
        count = len(names.split("、"))
        add(
            ledger,
            "activity",
            held_on=day,
            title="清理",
            volunteers=names,
            turnout=count,
            hours="2.5",
            served="10",
        )
    figures = of(ledger)
    volunteers = figures.of("activity.volunteers")
    assert volunteers.value.number == len({"王芳", "李强", "赵敏", "孙磊"})
    # Over the year each person is one, not one a month.
    assert volunteers.year_to_date.number == 4
    assert volunteers.previous.number == 2
    assert number(figures, "activity.turnout") == 5
    assert number(figures, "activity.hours") == Decimal("5.0")
    assert number(figures, "activity.served") == 20


def test_person_days_of_experts_are_the_days_they_were_here(ledger: Ledger) -> None:
    add(ledger, "task", received_on="2026-09-01", department="民政局", title="登记")
    stays = [
        ("2026-10-28", "2026-11-03"),
        ("2026-11-30", None),
        ("2026-11-10", "2026-11-09"),
        ("2026-12-01", None),
    ]
    for came, left in stays:
        add(ledger, "expert", came_on=came, left_on=left, title="帮扶")
    figures = of(ledger)
    assert number(figures, "expert.days") == 3 + 1
    assert number(figures, "expert.count") == 1


def test_hours_with_residents_stand_against_hours_on_paper_and_in_meetings(ledger: Ledger) -> None:
    add(
        ledger,
        "task",
        received_on="2026-11-02",
        department="民政局",
        title="填表",
        kind="报表",
        minutes="120",
    )
    add(ledger, "meeting", held_on="2026-11-02", department="民政局", title="会", people="3", minutes="60")
    add(ledger, "meeting", held_on="2026-11-03", department="民政局", title="会", minutes="60")
    add(ledger, "visit", visited_on="2026-11-04", title="走访", people="2", minutes="90")
    add(
        ledger,
        "issue",
        accepted_at="2026-11-05 09:00",
        closed_at="2026-11-06 09:00",
        title="路灯",
        minutes="60",
    )
    figures = of(ledger)
    assert number(figures, "meeting.hours") == Decimal("4.0")
    assert number(figures, "visit.hours") == Decimal("3.0")
    assert number(figures, "hours.with_residents") == Decimal("40.00")


def test_admissions_have_two_clocks(ledger: Ledger) -> None:
    working = working_days(ledger)
    applied = date(2026, 9, 28)
    enough = working.add(applied, 30)
    cases: list[dict[str, object]] = [
        {"starts_on": enough, "decided_on": working.add(applied, 15), "decision": "准入"},
        {
            "starts_on": working.add(applied, 29),
            "decided_on": working.add(applied, 16),
            "decision": "不予准入",
        },
        {"starts_on": date(2026, 11, 2)},
    ]
    for case in cases:
        add(ledger, "admission", applied_on=applied, department="民政局", title="摸底", **case)
    september, october, november = (of(ledger, Month(2026, month)) for month in (9, 10, 11))
    assert number(september, "admission.applied") == 3
    assert number(september, "admission.late") == 2
    assert number(september, "admission.waiting") == 3
    decided = (working.add(applied, 15), working.add(applied, 16))
    in_october = [day for day in decided if day.month == 10]
    assert number(october, "admission.days") == median(working.between(applied, day) for day in in_october)
    assert [number(november, f"admission.{code}") for code in ("waiting", "early")] == [1, 2]


def test_points_wait_from_the_day_after_and_a_negative_wait_is_counted_apart(ledger: Ledger) -> None:
    waits = [("2026-11-02", "2026-11-04"), ("2026-11-02", "2026-11-12"), ("2026-11-09", "2026-11-06")]
    for raised, answered in waits:
        add(ledger, "point", raised_on=raised, answered_on=answered, title="重复报表", kind="提交联席会议")
    add(ledger, "point", raised_on="2026-11-20", title="待答复")
    figures = of(ledger)
    assert number(figures, "point.raised") == 4
    assert number(figures, "point.answered") == 3
    assert number(figures, "point.open") == 1
    assert number(figures, "point.days") == Decimal("5.0")


def test_an_empty_ledger_says_nothing_rather_than_zero(ledger: Ledger) -> None:
    figures = of(ledger)
    for code in ("meeting.count", "reception.cost", "plaque.removed", "activity.volunteers", "point.days"):
        assert number(figures, code) is None, code


def test_sheets_list_what_their_figures_count(ledger: Ledger) -> None:
    add(ledger, "meeting", held_on="2026-11-02", department="民政局", title="会", people="3", minutes="60")
    add(
        ledger,
        "meeting",
        held_on="2026-10-30",
        department="民政局",
        title="上月的会",
        people="3",
        minutes="60",
    )
    add(
        ledger,
        "inspection",
        held_on="2026-11-30",
        department="民政局",
        title="检查",
        papers="4",
        visitors="2",
    )
    add(
        ledger,
        "reception",
        visited_on="2026-11-30",
        department="民政局",
        title="调研",
        guest_names="周某",
        guests="2",
        cost="36.50",
    )
    add(ledger, "point", raised_on="2026-11-04", title="为同事澄清", kind="澄清正名")
    for full in (False, True):
        workbook = month_workbook(ledger, NOVEMBER, full=full, today=TODAY)
        meetings = sheet_with(workbook, "表6")
        assert [row[2] for row in body(meetings)] == ["会", "检查"]
        assert [row[4] for row in totals(meetings)] == [3, 2]
        (visit,) = body(sheet_with(workbook, "表7"))
        assert visit[3] == ("民政局" if full else "区县")
        assert "周某" not in [str(value) for value in visit]
        assert any("表10" in sheet.tab for sheet in workbook.sheets) is full


def test_a_sheet_says_nothing_of_what_came_after_its_month(ledger: Ledger) -> None:
    add(ledger, "plaque", title="示范点", hung_on="2026-01-05", removed_on="2026-12-01", state="已摘")
    add(
        ledger,
        "admission",
        applied_on="2026-11-04",
        department="民政局",
        title="摸底",
        decision="准入",
        decided_on="2026-12-01",
    )
    workbook = month_workbook(ledger, NOVEMBER, today=TODAY)
    (plaque,) = body(sheet_with(workbook, "表8"))
    assert plaque[5:8] == ["悬挂", date(2026, 1, 5), "—"]
    applied = body(sheet_with(workbook, "表10"))[0]
    assert applied[5:7] == ["—", "—"]


def test_no_word_of_an_answer_is_broken_in_its_column(ledger: Ledger) -> None:
    for plaque in PlaqueKind:
        add(ledger, "plaque", title="牌", kind=plaque.code, hung_on="2026-11-02")
    for kind in InspectionKind:
        add(ledger, "inspection", held_on="2026-11-03", department="民政局", title="查", kind=kind.code)
    workbook = month_workbook(ledger, NOVEMBER, language="en", full=True, today=TODAY)
    seen = set()
    for tab in ("Table 6", "Table 8"):
        sheet = sheet_with(workbook, tab)
        for row in body(sheet):
            for value, column in zip(row, sheet.columns, strict=True):
                if column.look is Look.WORD and isinstance(value, str):
                    for word in re.split(r"\s|(?<=-)", value):
                        assert ems(word) <= room(column.width, sheet.page.size), word
                    seen.add(value)
    assert {kind.words.en for kind in (*PlaqueKind, *InspectionKind)} <= seen
