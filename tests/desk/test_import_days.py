"""Days and headings as people write them in their own sheets: the past lies behind us, what cannot be is queried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from mingbai.desk import imports, records
from mingbai.desk.import_plan import Plan
from mingbai.domain.field import Context
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Ledger

DAY = date(2026, 11, 26)
CONTEXT = Context(DAY, lambda _register, _text: None)


def planned(ledger: Ledger, register: Register, *rows: Sequence[str]) -> Plan:
    table = imports.read_paste("\n".join("\t".join(row) for row in rows), register, name="x")
    return imports.plan(ledger, table, register, today=DAY)


@pytest.mark.parametrize(
    ("register", "field", "typed", "meant"),
    [
        (TASKS, "received_on", "5/11", "2026-05-11"),
        (TASKS, "received_on", "12月5日", "2025-12-05"),
        (TASKS, "received_on", "Nov 26", "2026-11-26"),
        (TASKS, "received_on", "27 November", "2025-11-27"),
        (TASKS, "done_on", "3.4", "2026-03-04"),
        (ISSUES, "accepted_at", "5/11 9:30", "2026-05-11T09:30:00"),
        (ISSUES, "closed_at", "4-18", "2026-04-18T00:00:00"),
        (MEETINGS, "held_on", "4月18日", "2026-04-18"),
        (MEETINGS, "held_on", "12月3日", "2026-12-03"),
        (TASKS, "due_on", "5/11", "2027-05-11"),
        (TASKS, "due_on", "6月10日", "2027-06-10"),
        (TASKS, "due_on", "11-20", "2026-11-20"),
        (ISSUES, "due_at", "1月8日", "2027-01-08T23:59:00"),
    ],
)
def test_a_day_without_a_year_is_the_one_its_column_can_hold(
    register: Register, field: str, typed: str, meant: str
) -> None:
    described = register.fields[field]
    assert described.store(described.read(typed, CONTEXT)) == meant


def test_a_column_that_tells_the_past_says_so() -> None:
    named = {
        (code, name)
        for code, register in REGISTERS.items()
        if not register.deeds_only
        for name in register.fields
        if name
        in ("received_on", "done_on", "accepted_at", "closed_at", "asked_on", "applied_on", "raised_on")
    }
    assert named
    assert {one for one in named if REGISTERS[one[0]].fields[one[1]].column.past != 0} == set()


def test_the_deadline_of_an_old_row_follows_the_day_it_came(ledger: Ledger) -> None:
    plan = planned(
        ledger, TASKS, ("接收日期", "交办单位", "事项名称", "办结期限"), ("3/1", "民政局", "台账", "3/5")
    )
    assert (plan.new[0]["received_on"], plan.new[0]["due_on"]) == ("2026-03-01", "2026-03-05")
    entry = records.add(
        ledger, TASKS, {"received_on": "2025-12-20", "department": "民政局", "title": "报表"}, today=DAY
    )
    assert records.change(ledger, entry, {"due_on": "1-5"}, today=DAY).record.due_on == date(2026, 1, 5)


def test_days_that_cannot_be_are_queried_before_anything_is_written(ledger: Ledger) -> None:
    plan = planned(
        ledger,
        ISSUES,
        ("受理时间", "诉求标题", "办结时间"),
        ("2036-11-12", "占车位", "2026-11-16"),
        ("2026-10-18", "路灯不亮", "2026-10-13"),
        ("2026-10-19", "水管漏水", "2026-10-20"),
    )
    assert len(plan.new) == 3
    assert {one.row for one in plan.doubted} == {2, 3}
    told = " ".join(one.words.zh for one in plan.doubted)
    assert "受理时间 2036" in told
    assert "办结时间早于受理时间" in told
    assert plan.imported.doubted == plan.doubted


def test_other_registers_query_days_to_come_as_well(ledger: Ledger) -> None:
    plan = planned(ledger, MEETINGS, ("日期", "召集单位", "会议名称"), ("2036-11-12", "民政局", "调度会"))
    assert [one.row for one in plan.doubted] == [2]


def test_headings_and_answers_people_commonly_write_are_known(ledger: Ledger) -> None:
    records.add(ledger, STAFF, {"name": "Ben Wang"}, today=DAY)
    head = ("No.", "Date received", "Resident's name", "Mobile", "Building", "Problem", "How it came")
    plan = planned(
        ledger,
        ISSUES,
        (*head, "Handled by", "Date closed", "Was it solved"),
        ("1", "2026-10-01", "Xu Fang", "13811110000", "Building 1", "Lamp", "Came in", "Ben Wang", "", ""),
        ("2", "2026-10-02", "Wu Ping", "13811110001", "Building 2", "Pipe", "WeChat", "Ben Wang", "2026-10-05", "Not solved"),
    )  # fmt: skip
    assert [heading.name for heading in plan.columns.headings if not heading.field] == ["No."]
    first, second = plan.new
    assert (first["channel"], second["channel"]) == ("in_person", "chat")
    assert second["solved"] is None, "not solved may be still open or beyond help: a person says which"
    assert "Not solved" in str(second["note"])
    assert first["owner"] is not None
    assert [cell.row for cell in plan.unread] == [3]


def test_whom_the_staff_list_does_not_hold_is_told_and_kept_in_the_note(ledger: Ledger) -> None:
    plan = planned(ledger, ISSUES, ("受理时间", "诉求标题", "办理人员"), ("2026-10-01", "路灯不亮", "Benby"))
    assert plan.new[0]["owner"] is None
    assert "Benby" in str(plan.new[0]["note"])
    assert ["Benby" in one.words.zh for one in plan.unread] == [True]
    assert ledger.entries(STAFF) == []


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("2026-12-01 14:00", "14:00"),
        ("12月1日下午3点半前", "15:30"),
        ("1 Dec 2026, 5 pm", "17:00"),
        ("2026/12/1 0:00:00", None),
        ("2026-12-01", None),
    ],
)
def test_an_hour_beside_a_day_goes_into_its_own_field(ledger: Ledger, typed: str, hour: str | None) -> None:
    head = ("接收日期", "交办单位", "事项名称", "办结期限")
    found = planned(ledger, TASKS, head, ("2026-11-26", "民政局", "报表", typed))
    assert [(new["due_on"], new["due_time"]) for new in found.new] == [("2026-12-01", hour)]
    draft = {"received_on": "2026-11-26", "department": "民政局", "title": "报表"}
    entry = records.add(ledger, TASKS, draft | {"due_on": typed}, today=DAY)
    assert entry.stored["due_time"] == hour
    # What was said before stays where nothing else is said, and what is said in its own field goes first.
    moved = records.change(ledger, entry, {"due_on": "2026-12-04"}, today=DAY)
    assert moved.stored["due_time"] == hour
    both = {"due_on": "2026-12-04 9:00", "due_time": "10:00"}
    assert records.change(ledger, entry, both, today=DAY).stored["due_time"] == "10:00"
    assert records.change(ledger, entry, {"due_on": "12-4 9:00"}, today=DAY).stored["due_time"] == "09:00"


def test_the_hour_of_a_meeting_is_read_beside_its_day(ledger: Ledger) -> None:
    found = planned(
        ledger, MEETINGS, ("日期", "召集单位", "会议名称"), ("2026-11-03 09:30", "街道办", "调度会")
    )
    assert [(new["held_on"], new["start_time"]) for new in found.new] == [("2026-11-03", "09:30")]
