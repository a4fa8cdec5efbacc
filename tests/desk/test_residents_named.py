"""A doubt is told before a submission whose typed texts name a resident; it says which row, and never who."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingbai.desk.month.doubt import Doubt
from mingbai.desk.month.doubts import month_doubts
from mingbai.desk.records import add, change
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Entry, Ledger

NOVEMBER = Month(2026, 11)
ISSUE = {"accepted_at": "2026-03-05 09:00", "title": "路灯不亮", "resident": "孙桂兰、欧阳小兰"}
TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账", "due_on": "2026-11-10"}
CERTIFICATE = {"asked_on": "2026-11-04", "certificate": "亲属关系证明", "outcome": "依规出具"}


def put(ledger: Ledger, code: str, draft: dict[str, Any], today: date) -> Entry:
    return add(ledger, REGISTERS[code], draft, today=today)


def named(ledger: Ledger, today: date) -> list[Doubt]:
    return [one for one in month_doubts(ledger, NOVEMBER, today)[0] if one.code.endswith(".resident_named")]


@pytest.mark.parametrize(
    ("register", "draft", "field"),
    [
        ("task", TASK | {"title": "上报孙桂兰低保材料"}, "title"),
        ("task", TASK | {"title": "欧阳小兰家走访照片"}, "title"),
        ("task", TASK | {"title": "Report on Mary Brown's allowance"}, "title"),
        ("task", TASK | {"title": "联系 13800001234 补材料"}, "title"),
        ("task", TASK | {"title": "补 110101194912310028 的材料"}, "title"),
        ("task", TASK | {"title": "给3栋王奶奶送材料"}, "title"),
        ("certificate", CERTIFICATE | {"route": "请孙桂兰到派出所办理"}, "route"),
        ("certificate", CERTIFICATE | {"demanded_by": "孙桂兰单位"}, "demanded_by"),
        ("meeting", {"held_on": "2026-11-05", "title": "孙桂兰信访协调会", "department": "民政局"}, "title"),
    ],
)
def test_a_row_that_names_a_resident_is_told_by_its_number_alone(
    ledger: Ledger, today: date, register: str, draft: dict[str, Any], field: str
) -> None:
    put(ledger, "issue", ISSUE, today)
    put(ledger, "certificate", CERTIFICATE | {"asked_on": "2026-02-04", "applicant": "Mary Brown"}, today)
    entry = put(ledger, register, draft, today)
    (doubt,) = named(ledger, today)
    assert (doubt.register, doubt.uid, doubt.field, doubt.count) == (register, str(entry.uid), field, 1)
    for words in (doubt.what.zh, doubt.what.en):
        assert entry.number in words
        assert not any(one in words for one in ("孙桂兰", "欧阳小兰", "Mary", "Brown", "1380000", "王奶奶"))
    change(ledger, entry, {field: "已改"}, today=today)
    assert named(ledger, today) == []


@pytest.mark.parametrize(
    "draft",
    [
        TASK | {"title": "上报孙桂芳低保材料"},
        TASK | {"title": "群众满意度台账"},
        TASK | {"title": "报送20261103第12号台账，共1380户"},
        TASK | {"title": "Report on Brown coal"},
        TASK | {"received_on": "2026-10-03", "title": "上报孙桂兰低保材料"},
    ],
)
def test_others_and_what_is_not_sent_raise_no_doubt(
    ledger: Ledger, today: date, draft: dict[str, Any]
) -> None:
    for resident in ("孙桂兰", "群众", "Mary Brown"):
        put(ledger, "issue", ISSUE | {"resident": resident}, today)
    # The title of an issue never leaves.
    put(ledger, "issue", ISSUE | {"accepted_at": "2026-11-05 09:00", "title": "孙桂兰家漏水"}, today)
    put(ledger, "task", draft, today)
    assert named(ledger, today) == []


def test_several_rows_are_one_doubt_and_come_first(ledger: Ledger, today: date) -> None:
    put(ledger, "issue", ISSUE, today)
    entries = [
        put(ledger, "task", TASK | {"title": f"孙桂兰材料{n}", "due_on": None}, today) for n in range(5)
    ]
    first = month_doubts(ledger, NOVEMBER, today)[0][0]
    assert (first.code, first.count, first.uid) == ("task.resident_named", 5, "")
    assert all(one.number in first.what.zh for one in entries[:3])
    assert entries[3].number not in first.what.zh
