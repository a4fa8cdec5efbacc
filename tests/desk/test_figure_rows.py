"""The rows behind figures about groups, and figures of ledgers in which one register alone is kept."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.month.doubts import month_doubts
from mingbai.desk.month.figures import month_figures
from mingbai.desk.month.opening import rows_of
from mingbai.desk.records import add
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Ledger

NOVEMBER = Month.parse("2026-11")


def titles(ledger: Ledger, code: str, months: tuple[Month, ...], today: date) -> list[str]:
    behind = rows_of(ledger, code, months, today=today)
    assert behind is not None
    found = asked_entries(ledger, REGISTERS[behind.register], behind.filter, today)
    return [str(entry.stored["title"]) for entry in found]


def issue(ledger: Ledger, today: date, title: str, place: str, day: str) -> None:
    draft = {"accepted_at": f"{day} 09:00", "title": title, "place": place}
    add(ledger, REGISTERS["issue"], draft, today=today)


def test_three_from_a_place_open_just_these(ledger: Ledger, today: date) -> None:
    for at, day in enumerate(("2026-11-02", "2026-11-09", "2026-11-16")):
        issue(ledger, today, f"西门 {at}", "西门", day)
    for day in ("2026-10-30", "2026-11-03", "2026-11-04"):
        issue(ledger, today, f"东门 {day}", "东门", day)
    issue(ledger, today, "哪里都不是", "", "2026-11-05")
    assert titles(ledger, "issue.repeated", (NOVEMBER,), today) == ["西门 0", "西门 1", "西门 2"]
    value = month_figures(ledger, NOVEMBER, today=today).of("issue.repeated").value.number
    assert value == 3
    # Over the year the other place has three as well.
    year = NOVEMBER.year_to_date
    assert len(titles(ledger, "issue.repeated", year, today)) == 6


def test_without_such_a_place_nothing_is_opened(ledger: Ledger, today: date) -> None:
    issue(ledger, today, "路灯", "西门", "2026-11-02")
    assert titles(ledger, "issue.repeated", (NOVEMBER,), today) == []


def test_volunteers_open_the_activities_that_name_some(ledger: Ledger, today: date) -> None:
    for title, who in (("清扫", "张三、李四"), ("讲座", "")):
        draft = {"held_on": "2026-11-03", "title": title, "volunteers": who}
        add(ledger, REGISTERS["activity"], draft, today=today)
    assert titles(ledger, "activity.volunteers", (NOVEMBER,), today) == ["清扫"]


@pytest.mark.parametrize(
    ("code", "draft", "figure", "number"),
    [
        ("plaque", {"title": "党群服务中心", "hung_on": "2019-05-01"}, "plaque.standing", 1),
        ("plaque", {"title": "党群服务中心"}, "plaque.standing", 1),
        ("expert", {"came_on": "2026-11-23", "title": "物业调解"}, "expert.count", 1),
        ("point", {"raised_on": "2026-11-03", "title": "重复报表"}, "point.open", 1),
    ],
)
def test_one_register_alone_is_counted(
    ledger: Ledger, today: date, code: str, draft: dict[str, str], figure: str, number: int
) -> None:
    add(ledger, REGISTERS[code], draft, today=today)
    figures = month_figures(ledger, NOVEMBER, today=today)
    assert figures.of(figure).value.number == number
    # What nobody could know of earlier years stays open.
    assert figures.of("task.received").last_year.number is None


def test_an_empty_ledger_counts_nothing(ledger: Ledger, today: date) -> None:
    assert month_figures(ledger, NOVEMBER, today=today).of("plaque.standing").value.number is None


def test_an_unfinished_month_counts_what_has_happened_and_names_what_lies_ahead(
    ledger: Ledger, today: date
) -> None:
    for day in ("2026-11-23", "2026-11-24", "2026-11-27", "2026-11-30", "2026-12-01"):
        add(
            ledger,
            REGISTERS["meeting"],
            {"held_on": day, "department": "街道办", "title": f"会 {day}"},
            today=today,
        )
    add(ledger, REGISTERS["visit"], {"visited_on": "2026-11-28", "title": "走访"}, today=today)
    found = month_figures(ledger, NOVEMBER, today=today)
    assert found.of("meeting.count").value.number == 2
    assert titles(ledger, "meeting.count", (NOVEMBER,), today) == ["会 2026-11-23", "会 2026-11-24"]
    assert found.of("visit.count").value.number == 0
    ahead = {d.code: d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code.endswith(".ahead")}
    assert {code: doubt.count for code, doubt in ahead.items()} == {"meeting.ahead": 2, "visit.ahead": 1}
    assert ahead["meeting.ahead"].what.zh == "会议有 2 条的日期在今天以后，还没有计入"
    over = date(2026, 12, 2)
    assert month_figures(ledger, NOVEMBER, today=over).of("meeting.count").value.number == 4
    assert not [d for d in month_doubts(ledger, NOVEMBER, over)[0] if d.code.endswith(".ahead")]


def test_activities_that_name_nobody_give_no_number_of_persons_and_a_doubt(
    ledger: Ledger, today: date
) -> None:
    draft = {"held_on": "2026-11-03", "title": "清扫", "turnout": "14"}
    entry = add(ledger, REGISTERS["activity"], draft, today=today)
    figures = month_figures(ledger, NOVEMBER, today=today)
    assert figures.of("activity.volunteers").value.number is None
    assert figures.of("activity.turnout").value.number == 14
    (doubt,) = [d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code == "activity.unnamed"]
    assert (doubt.uid, doubt.field) == (entry.uid, "volunteers")
    add(ledger, REGISTERS["activity"], draft | {"title": "讲座", "volunteers": "张三、李四"}, today=today)
    assert month_figures(ledger, NOVEMBER, today=today).of("activity.volunteers").value.number == 2
    # No activity at all is nobody.
    assert month_figures(ledger, NOVEMBER.previous, today=today).of("activity.volunteers").value.number in (
        0,
        None,
    )
