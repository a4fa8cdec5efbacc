"""The limit an issue goes by: names from the list, and the due time it gives where none is printed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from mingbai.desk import records
from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.glossary import Glossary
from mingbai.desk.imports import import_file
from mingbai.desk.naming import Naming
from mingbai.desk.standing import standing
from mingbai.desk.time_limits import due_by
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import Refused
from mingbai.domain.issue import ISSUES
from mingbai.domain.time_limit import TIME_LIMITS, AppliesTo, LimitUnit, TimeLimit
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo

ACCEPTED = "2026-11-20 10:30"
"""A Friday."""


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    """With the shipped lists."""
    bring_catalogues(ledger)
    return ledger


def issue(ledger: Ledger, today: date, limit: str, **more: object) -> Entry:
    draft = {"accepted_at": ACCEPTED, "title": "路灯不亮", "limit_used": limit, **more}
    return records.add(ledger, ISSUES, draft, today=today)


def due(entry: Entry) -> str:
    return str(entry.stored["due_at"] or "")[:16].replace("T", " ")


def row(ledger: Ledger, code: str) -> Entry:
    return next(one for one in ledger.entries(TIME_LIMITS) if one.stored["code"] == code)


@pytest.mark.parametrize(
    ("limit", "wanted"),
    [
        ("3个工作日", "2026-11-25 23:59"),
        (" 3 working days ", "2026-11-25 23:59"),
        ("紧急事项", "2026-11-20 12:30"),
        ("水电气热等急办事项", "2026-11-21 10:30"),
        ("经批准延期", ""),
        ("一般诉求", ""),  # of another place, switched off
        ("办结", ""),  # not for issues
        ("", ""),
    ],
)
def test_a_due_time_follows_from_the_limit(ledger: Ledger, today: date, limit: str, wanted: str) -> None:
    assert due(issue(ledger, today, limit)) == wanted


def test_a_printed_due_time_always_wins(ledger: Ledger, today: date) -> None:
    entry = issue(ledger, today, "3个工作日", due_at="2026-12-01 18:00")
    assert due(entry) == "2026-12-01 18:00"
    entry = records.change(ledger, entry, {"limit_used": "1个工作日"}, today=today)
    assert due(entry) == "2026-12-01 18:00"
    entry = records.change(ledger, entry, {"due_at": ""}, today=today)
    assert due(entry) == ""


def test_a_limit_that_is_named_later_fills_an_empty_due_time_in_the_same_act(
    ledger: Ledger, today: date
) -> None:
    entry = issue(ledger, today, "")
    entry = records.change(ledger, entry, {"limit_used": "5个工作日"}, today=today)
    assert due(entry) == "2026-11-27 23:59"
    undo(ledger)
    assert due(records.found(ledger, ISSUES, entry.uid)) == ""
    draft = {"limit_used": "5个工作日", "due_at": "2026-12-03"}
    assert due(records.change(ledger, entry, draft, today=today)).startswith("2026-12-03")


def test_a_name_that_gives_two_times_gives_none(ledger: Ledger, today: date) -> None:
    records.change(ledger, row(ledger, "BJ-7D"), {"in_use": "是"}, today=today)
    assert due(issue(ledger, today, "一般诉求")) == "2026-11-27 23:59"
    own = {"item": "一般诉求", "applies_to": "居民诉求", "value": "10", "unit": "工作日", "region": "本县"}
    records.add(ledger, TIME_LIMITS, own, today=today)
    assert due(issue(ledger, today, "一般诉求")) == ""


@pytest.mark.parametrize("value", ["-1", "1001", "三五", ""])
def test_a_limit_nobody_means_is_refused(ledger: Ledger, today: date, value: str) -> None:
    draft = {"item": "甲", "applies_to": "居民诉求", "value": value, "unit": "日"}
    with pytest.raises(Refused):
        records.add(ledger, TIME_LIMITS, draft, today=today)


def test_hours_need_the_time_of_day_and_no_working_days_are_the_same_day() -> None:
    days, day = WorkingDays((), ()), datetime(2026, 11, 20)
    limit = TimeLimit(item="甲", applies_to=AppliesTo.ISSUE, value=2, unit=LimitUnit.HOUR)
    assert due_by(limit, day, days) is None
    same = TimeLimit(item="乙", applies_to=AppliesTo.ISSUE, value=0, unit=LimitUnit.WORKING_DAY)
    assert due_by(same, day, days) == datetime(2026, 11, 20, 23, 59)


def test_a_year_without_holidays_is_said(ledger: Ledger, today: date) -> None:
    def told(entry: Entry) -> list[str]:
        return [one.words.zh for one in standing(ledger, entry, Glossary(ledger, today)) if one.uncertain]

    assert told(issue(ledger, today, "3个工作日")) == []
    entry = issue(ledger, today, "15个工作日", accepted_at="2026-12-21 10:30")
    assert due(entry) == "2027-01-11 23:59"
    (words,) = told(entry)
    assert "15个工作日" in words
    assert "2027 年日历未更新" in words
    printed = issue(ledger, today, "15个工作日", accepted_at="2026-12-21 10:30", due_at="2027-01-12")
    assert told(printed) == []


def test_the_limits_in_use_are_offered(ledger: Ledger, today: date) -> None:
    naming = Naming(ledger, Glossary(ledger, today))
    assert [one.name.zh for one in naming.limits("")] == [
        "紧急事项",
        "水电气热等急办事项",
        "1个工作日",
        "3个工作日",
        "5个工作日",
        "15个工作日",
    ]
    assert [(one.name.en, one.detail.en) for one in naming.limits("3 w")] == [
        ("3 working days", "Working days: 3")
    ]
    assert [one.name.zh for one in naming.limits("jjsx")] == ["紧急事项"]
    assert naming.limits("一般诉求") == []
    records.put_into_bin(ledger, row(ledger, "P-2H"))
    assert naming.limits("紧急事项") == []


def test_an_imported_issue_without_due_time_gets_it_from_its_limit(
    ledger: Ledger, today: date, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["受理时间", "诉求标题", "办理时限", "时限依据"])
    sheet.append([ACCEPTED, "路灯不亮", "", "3个工作日"])
    sheet.append([ACCEPTED, "井盖破损", "2026-12-01 18:00", "3个工作日"])
    book.save(tmp_path / "诉求.xlsx")
    import_file(ledger, tmp_path / "诉求.xlsx", ISSUES, today=today)
    assert [due(one) for one in ledger.entries(ISSUES)] == ["2026-11-25 23:59", "2026-12-01 18:00"]
