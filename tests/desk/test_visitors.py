"""Who comes this week, admissions near their limit, and the month so far, as Today shows them."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Group, Tone
from mingbai.desk.records import add, change
from mingbai.desk.so_far import month_so_far
from mingbai.desk.today import agenda
from mingbai.domain.inspection import LIMITED_BY
from mingbai.domain.registers import REGISTERS
from mingbai.domain.rule import RULES
from mingbai.ledger.blocks import asked_count
from mingbai.ledger.ledger import Ledger

THURSDAY, FRIDAY, SUNDAY, NEXT = "2026-11-26", "2026-11-27", "2026-11-29", "2026-11-30"


def new(ledger: Ledger, today: date, code: str, **draft: object) -> None:
    register = REGISTERS[code]
    unit = {"department": "民政局"} if "department" in register.fields else {}
    add(ledger, register, {"title": "来看看", **unit, **draft}, today=today)


def group(ledger: Ledger, today: date, code: str) -> Group | None:
    return agenda(ledger, today, Glossary(ledger, today)).group(code)


def limited(ledger: Ledger, today: date, *, on: bool) -> None:
    for rule in [one for one in ledger.entries(RULES) if one.stored["code"] in LIMITED_BY]:
        if bool(rule.stored["in_use"]) is not on:
            change(ledger, rule, {"in_use": on}, today=today)


def test_the_heading_says_who_comes_today(ledger: Ledger, today: date) -> None:
    def told() -> tuple[str, str]:
        words = agenda(ledger, today, Glossary(ledger, today)).headline
        return words.zh, words.en

    new(ledger, today, "inspection", held_on=THURSDAY)
    assert told() == ("今天没有到期的事", "Nothing is due today")
    new(ledger, today, "inspection", held_on=today.isoformat())
    assert told() == ("今天 1 拨来访", "1 visit today")
    new(ledger, today, "reception", visited_on=today.isoformat())
    new(ledger, today, "meeting", held_on=today.isoformat())
    assert told() == ("今天 1 个会，今天 2 拨来访", "1 meeting today, 2 visits today")


def test_two_on_one_day_are_said(ledger: Ledger, today: date) -> None:
    new(ledger, today, "inspection", held_on=THURSDAY, visitors=3)
    new(ledger, today, "reception", visited_on=THURSDAY)
    new(ledger, today, "inspection", held_on=FRIDAY)
    new(ledger, today, "inspection", held_on=NEXT)
    limited(ledger, today, on=False)
    found = group(ledger, today, "visitors")
    assert found is not None
    said = [(line.trailing.zh, line.tone) for line in found.lines[:3]]
    assert said == [("周四，同一天 2 拨", Tone.SOON)] * 2 + [("周五", Tone.PLAIN)]
    assert found.lines[0].aside.zh == "民政局，3 人"
    assert found.lines[3].title.zh == "检查本周 2 次，本月 3 次"
    assert found.count == 3
    assert [(one.register, one.count) for one in found.openings] == [("inspection", 2), ("reception", 1)]
    for one in found.openings:
        assert "held_on" in one.where or "visited_on" in one.where


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((THURSDAY,), "检查本周 1 次，限 2 次；本月 1 次，限 3 次"),
        ((THURSDAY, THURSDAY), "周四有 2 次检查，一天 1 次为限"),
        (("2026-11-23", THURSDAY, FRIDAY), "本周有 3 次检查，一周 2 次为限"),
        (("2026-11-02", "2026-11-09", "2026-11-16", FRIDAY), "本月有 4 次检查，一月 3 次为限"),
    ],
)
def test_one_two_three_where_the_rule_is_used(
    ledger: Ledger, today: date, days: tuple[str, ...], said: str
) -> None:
    limited(ledger, today, on=True)
    for day in days:
        new(ledger, today, "inspection", held_on=day)
    found = group(ledger, today, "visitors")
    assert found is not None
    assert found.lines[-1].title.zh == said


def test_without_visitors_nothing_is_said(ledger: Ledger, today: date) -> None:
    new(ledger, today, "inspection", held_on="2026-11-23")
    new(ledger, today, "inspection", held_on=NEXT)
    assert group(ledger, today, "visitors") is None


def test_meetings_until_sunday(ledger: Ledger, today: date) -> None:
    for day in (SUNDAY, NEXT, "2026-11-23"):
        new(ledger, today, "meeting", held_on=day, people=1)
    found = group(ledger, today, "meetings")
    assert found is not None
    assert [line.trailing.en for line in found.lines] == ["Sunday"]
    assert found.lines[0].aside.en == "Civil Affairs, 1 person"


def test_meetings_of_a_day_stand_by_the_hour_at_which_they_begin(ledger: Ledger, today: date) -> None:
    for hour in ("", "14:00", "9:00"):
        new(ledger, today, "meeting", held_on=THURSDAY, start_time=hour)
    found = group(ledger, today, "meetings")
    assert found is not None
    assert [line.trailing.zh for line in found.lines] == ["周四 09:00", "周四 14:00", "周四"]


def test_before_a_weekend_the_next_working_day_is_told_as_well(ledger: Ledger) -> None:
    friday = date(2026, 11, 27)
    for day in (SUNDAY, NEXT, "2026-12-01"):
        new(ledger, friday, "meeting", held_on=day)
        new(ledger, friday, "inspection", held_on=day)
    meetings, visitors = group(ledger, friday, "meetings"), group(ledger, friday, "visitors")
    assert meetings is not None
    assert visitors is not None
    assert meetings.words.zh == "到下一个工作日的会"
    assert [line.trailing.zh for line in meetings.lines] == ["周日", "11-30"]
    assert visitors.words.zh == "到下一个工作日来访"
    assert visitors.count == 2
    assert meetings.openings[0].where.endswith("held_on<=2026-11-30")


def test_admissions_near_their_limit(ledger: Ledger, today: date) -> None:
    for day, title in (("2026-11-24", "新的"), ("2026-11-05", "快到"), ("2026-11-02", "过了")):
        new(ledger, today, "admission", applied_on=day, title=title)
    new(ledger, today, "admission", applied_on="2026-11-02", title="批了", decision="approved")
    found = group(ledger, today, "admissions")
    assert found is not None
    said = [(line.title.zh, line.trailing.zh, line.tone) for line in found.lines]
    assert said == [("过了", "超期 1 个工作日", Tone.LATE), ("快到", "还剩 2 个工作日", Tone.SOON)]


def test_the_month_so_far_opens_its_rows(ledger: Ledger, today: date) -> None:
    assert month_so_far(ledger, today) == ()
    new(ledger, today, "meeting", held_on="2026-11-03")
    new(ledger, today, "meeting", held_on="2026-10-31")
    new(ledger, today, "task", received_on=today)
    new(ledger, today, "task", received_on=today, status="void")
    found = {one.words.en: one for one in month_so_far(ledger, today)}
    assert set(found) == {"1 assignment", "1 meeting"}
    for one in found.values():
        assert asked_count(ledger, REGISTERS[one.register], one.asked, today) == one.n


def test_the_month_so_far_ends_today(ledger: Ledger, today: date) -> None:
    for day in ("2026-11-24", "2026-11-25", "2026-11-30"):
        new(ledger, today, "meeting", held_on=day)
    for moment in ("2026-11-24T18:30", "2026-11-25T00:00"):
        new(ledger, today, "issue", accepted_at=moment)
    found = month_so_far(ledger, today)
    assert [one.words.en for one in found] == ["1 meeting", "1 issue"]
    assert [one.title.en for one in found] == ["Meetings, 1-24 November", "Issues received, 1-24 November"]
    for one in found:
        assert asked_count(ledger, REGISTERS[one.register], one.asked, today) == one.n
