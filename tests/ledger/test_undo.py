"""Whole acts are undone and redone, field by field, and nothing later is lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.samples import (
    DEPARTMENT,
    added,
    assert_whole,
    binned,
    changed,
    department,
    issue,
    passed_over,
    stored,
    task,
)

from mingbai.domain.column import Uid
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.issue import ISSUES, PROGRESS, Progress
from mingbai.domain.issue_category import ISSUE_CATEGORIES, IssueCategory
from mingbai.domain.register import Register
from mingbai.domain.staff import STAFF, Staff
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger import undo as module
from mingbai.ledger.clock import new_uid
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import Left, next_redo, next_undo, redo, undo


def test_nothing_done_is_nothing_to_undo(ledger: Ledger) -> None:
    assert next_undo(ledger) is None
    assert next_redo(ledger) is None
    with pytest.raises(Mistake, match="nothing to undo"):
        undo(ledger)
    with pytest.raises(Mistake, match="nothing to redo"):
        redo(ledger)


def test_an_edit_is_undone_and_redone(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    changed(ledger, uid, title="路灯全灭", minutes=30)
    deed = next_undo(ledger)
    assert deed is not None
    assert (deed.deed, deed.register, deed.entries) == ("change", "issue", 1)
    assert undo(ledger).left == ()
    assert (stored(ledger, uid)["title"], stored(ledger, uid)["minutes"]) == ("路灯不亮", None)
    assert next_redo(ledger) == deed
    assert redo(ledger).entries == 1
    assert (stored(ledger, uid)["title"], stored(ledger, uid)["minutes"]) == ("路灯全灭", 30)
    assert [entry.uid for entry in find(ledger, "全灭", [ISSUES])] == [uid]
    assert_whole(ledger)


def test_undo_goes_back_step_by_step_and_redo_comes_again(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue("零"))
    titles = ["一", "二", "三", "四"]
    for title in titles:
        changed(ledger, uid, title=title)
    for title in ["三", "二", "一", "零"]:
        undo(ledger)
        assert stored(ledger, uid)["title"] == title
    for title in titles:
        redo(ledger)
        assert stored(ledger, uid)["title"] == title
    assert next_redo(ledger) is None
    for _ in titles:
        undo(ledger)
    undo(ledger)
    assert stored(ledger, uid)["binned_at"] is not None
    assert next_undo(ledger) is None
    redo(ledger)
    assert stored(ledger, uid)["binned_at"] is None
    assert_whole(ledger)


def test_an_undone_entry_lies_in_the_bin_and_keeps_its_number(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    undo(ledger)
    assert ledger.entries(ISSUES) == []
    assert find(ledger, "路灯", [ISSUES]) == []
    (other,) = added(ledger, issue())
    assert (stored(ledger, uid)["number"], stored(ledger, other)["number"]) == ("2026-A-0001", "2026-A-0002")


def test_redo_after_something_new_is_refused(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    changed(ledger, uid, title="二")
    undo(ledger)
    changed(ledger, uid, note="新")
    assert next_redo(ledger) is None
    with pytest.raises(Mistake, match="nothing to redo"):
        redo(ledger)
    undo(ledger)
    undo(ledger)
    assert stored(ledger, uid)["binned_at"] is not None


def test_a_bulk_of_two_registers_is_undone_as_one(ledger: Ledger) -> None:
    (kept,) = added(ledger, issue("旧"))
    with ledger.act("import") as act:
        many = [act.insert(ISSUES, issue(f"第{number}条")) for number in range(300)]
        act.insert(TASKS, task())
        act.change(ISSUES, kept, {"note": "导入"})
        act.change(ISSUES, many[0], {"note": "又改"})
        act.bin(ISSUES, many[1])
    done = undo(ledger)
    assert (done.entries, done.deed.register, done.deed.deed) == (302, None, "import")
    assert [entry.uid for entry in ledger.entries(ISSUES)] == [kept]
    assert stored(ledger, kept)["note"] is None
    assert ledger.entries(TASKS) == []
    redo(ledger)
    assert len(ledger.entries(ISSUES)) == 300
    assert stored(ledger, many[0])["note"] == "又改"
    assert stored(ledger, many[1])["binned_at"] is not None
    assert_whole(ledger)


def test_what_was_binned_comes_back(ledger: Ledger) -> None:
    first, second = added(ledger, issue("一"), issue("二"))
    with ledger.act("bin") as act:
        act.bin(ISSUES, first)
        act.bin(ISSUES, second)
    undo(ledger)
    assert len(ledger.entries(ISSUES)) == 2
    redo(ledger)
    assert ledger.entries(ISSUES) == []


def test_a_later_edit_stands_field_by_field(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    with ledger.act("bulk") as act:
        act.change(ISSUES, uid, {"title": "批量", "note": "批量", "minutes": 5})
    with passed_over(ledger):
        changed(ledger, uid, title="后来", minutes=7)
    done = undo(ledger)
    assert {(left.uid, left.field) for left in done.left} == {(uid, "title"), (uid, "minutes")}
    found = stored(ledger, uid)
    assert (found["title"], found["note"], found["minutes"]) == ("后来", None, 7)
    assert_whole(ledger)


def test_an_undo_that_finds_everything_changed_is_done_with(ledger: Ledger) -> None:
    """Else the next press would meet the same act again, for ever."""
    (uid,) = added(ledger, issue("一"))
    changed(ledger, uid, title="二")
    with passed_over(ledger):
        changed(ledger, uid, title="三")
    assert undo(ledger).entries == 0
    assert stored(ledger, uid)["title"] == "三"
    undo(ledger)
    assert stored(ledger, uid)["binned_at"] is not None
    assert_whole(ledger)


def test_an_entry_whose_key_was_taken_meanwhile_stays_in_the_bin(ledger: Ledger) -> None:
    (first,) = added(ledger, issue("一", order_no="1"))
    with ledger.act("bin") as act:
        act.bin(ISSUES, first)
        act.change(ISSUES, first, {"note": "重复"})
    with passed_over(ledger):
        (second,) = added(ledger, issue("二", order_no="1"))
    done = undo(ledger)
    assert [left.field for left in done.left] == ["binned_at"]
    assert stored(ledger, first)["binned_at"] is not None
    assert stored(ledger, first)["note"] is None
    assert stored(ledger, second)["order_no"] == "1"
    assert_whole(ledger)


def test_a_key_taken_meanwhile_is_left_and_the_rest_comes_back(ledger: Ledger) -> None:
    (first,) = added(ledger, issue("一", order_no="1"))
    with ledger.act("change") as act:
        act.change(ISSUES, first, {"order_no": "9", "title": "改"})
    with passed_over(ledger):
        added(ledger, issue("二", order_no="1"))
    done = undo(ledger)
    assert [left.field for left in done.left] == ["order_no"]
    assert (stored(ledger, first)["order_no"], stored(ledger, first)["title"]) == ("9", "一")


def test_a_field_called_number_is_undone_like_any_other(ledger: Ledger) -> None:
    with ledger.act("import") as act:
        uid = act.insert_stored(DUTIES, dict.fromkeys(DUTIES.fields) | {"name": "防汛", "listing": "basic"})
    changed(ledger, uid, DUTIES, number="37")
    assert undo(ledger).left == ()
    assert stored(ledger, uid, DUTIES)["number"] == ""


@pytest.mark.parametrize("deed", module.FINAL)
def test_what_cannot_be_undone_is_passed_over(ledger: Ledger, deed: str) -> None:
    (uid,) = added(ledger, issue())
    with ledger.act(deed) as act:
        act.insert(ISSUES, issue("终"))
    undo(ledger)
    assert stored(ledger, uid)["binned_at"] is not None
    assert len(ledger.entries(ISSUES)) == 1
    assert next_undo(ledger) is None


@pytest.mark.parametrize("deed", module.FINAL)
def test_what_stays_is_told_before_undo_goes_past_it(ledger: Ledger, deed: str) -> None:
    added(ledger, issue("一"))
    assert module.passed_over(ledger) is None
    with ledger.act(deed) as act:
        act.insert(ISSUES, issue("终"))
    stays = module.passed_over(ledger)
    assert (stays.deed if stays is not None else None) == (deed if deed in module.STAYS else None)
    added(ledger, issue("二"))
    assert module.passed_over(ledger) is None, "first the later one is undone"
    undo(ledger)
    assert module.passed_over(ledger) == stays
    undo(ledger)
    assert module.passed_over(ledger) is None, "whoever went past it knows"
    redo(ledger)
    assert module.passed_over(ledger) == stays


def test_undo_knows_only_what_this_pc_did(path: Path, tmp_path: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
    copy = tmp_path / "copy.mingbai"
    copy.write_bytes(path.read_bytes())
    with Ledger(copy) as ledger:
        assert next_undo(ledger) is None
        added(ledger, issue())
        assert next_undo(ledger) is not None


def test_undo_reaches_far_back(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue("0"))
    many = module.READ_AT_ONCE * 2 + 7
    for number in range(many):
        changed(ledger, uid, title=f"第{number}次")
    for _ in range(many + 1):
        undo(ledger)
    assert next_undo(ledger) is None
    assert stored(ledger, uid)["title"] == "0"
    for _ in range(many + 1):
        redo(ledger)
    assert stored(ledger, uid)["title"] == f"第{many - 1}次"
    binned(ledger, uid)
    assert_whole(ledger)


def made_with(ledger: Ledger, name: str) -> tuple[Uid, Uid]:
    """An assignment whose unit was made on first use, in one act; answers unit and assignment."""
    with ledger.act("add") as act:
        unit = act.insert(DEPARTMENTS, department(name))
        return unit, act.insert(TASKS, task(department=unit))


def test_a_unit_that_others_refer_to_stays(ledger: Ledger) -> None:
    unit, first = made_with(ledger, "区民政局")
    with passed_over(ledger):
        (second,) = added(ledger, task("二", department=unit), register=TASKS)
    done = undo(ledger)
    assert done.left == (Left("department", unit, "binned_at"),)
    assert done.entries == 1
    assert [entry.uid for entry in ledger.entries(DEPARTMENTS)] == [unit]
    assert [entry.uid for entry in ledger.entries(TASKS)] == [second]
    redo(ledger)
    assert [entry.uid for entry in ledger.entries(TASKS)] == [first, second]
    assert_whole(ledger)


def test_a_unit_that_only_its_own_act_and_the_bin_refer_to_goes(ledger: Ledger) -> None:
    unit, _ = made_with(ledger, "区民政局")
    with passed_over(ledger):
        (second,) = added(ledger, task("二", department=unit), register=TASKS)
        binned(ledger, second, TASKS)
    assert undo(ledger).left == ()
    assert ledger.entries(DEPARTMENTS) == []


@pytest.mark.parametrize("field", ["leading", "owner", "category"])
def test_references_without_an_index_are_seen_too(ledger: Ledger, field: str) -> None:
    lists: dict[str, tuple[Register[Any], object]] = {
        "leading": (DEPARTMENTS, department()),
        "owner": (STAFF, Staff(name="李梅")),
        "category": (ISSUE_CATEGORIES, IssueCategory(name="噪音", group="环境")),
    }
    register, record = lists[field]
    (uid,) = added(ledger, record, register=register)
    with passed_over(ledger):
        (later,) = added(ledger, issue(**{field: uid}))
    assert [left.uid for left in undo(ledger).left] == [uid]
    binned(ledger, later)
    assert [entry.uid for entry in ledger.entries(register)] == [uid]


def test_what_a_standing_entry_refers_to_stands_with_it(ledger: Ledger) -> None:
    """In whichever order the act wrote them."""
    unit, category = new_uid(), new_uid()
    with ledger.act("import") as act:
        act.insert(ISSUE_CATEGORIES, IssueCategory(name="甲", group="甲"), uid=category)
        accepted = act.insert(ISSUES, issue(leading=unit, category=category))
        act.change(ISSUES, accepted, {"note": "导入"})
        alone = act.insert(ISSUES, issue("二", leading=unit))
        act.insert(DEPARTMENTS, department(), uid=unit)
    with passed_over(ledger):
        added(
            ledger, Progress(issue=accepted, noted_at=datetime(2026, 11, 4), text="看过"), register=PROGRESS
        )
    done = undo(ledger)
    assert {left.uid for left in done.left} == {unit, category, accepted}
    assert {left.field for left in done.left} == {"binned_at"}
    assert stored(ledger, accepted)["note"] == "导入"
    assert stored(ledger, alone)["binned_at"] is not None
    assert_whole(ledger)


def test_a_unit_that_the_act_gave_to_older_entries_goes_with_it(ledger: Ledger) -> None:
    (old,) = added(ledger, department("旧"), register=DEPARTMENTS)
    first, second = added(
        ledger, task(department=old), task(department=old, demand=DEPARTMENT), register=TASKS
    )
    with ledger.act("merge") as act:
        unit = act.insert(DEPARTMENTS, department("新"))
        act.change(TASKS, first, {"department": unit})
        act.change(TASKS, second, {"department": unit})
        act.bin(DEPARTMENTS, old)
    with passed_over(ledger):
        changed(ledger, first, TASKS, title="改")
    assert undo(ledger).left == ()
    assert [entry.uid for entry in ledger.entries(DEPARTMENTS)] == [old]
    assert stored(ledger, first, TASKS)["department"] == old
    redo(ledger)
    assert [entry.uid for entry in ledger.entries(DEPARTMENTS)] == [unit]


def test_a_unit_taken_out_of_the_bin_on_use_stays_for_whom_used_it_since(ledger: Ledger) -> None:
    (unit,) = added(ledger, department(), register=DEPARTMENTS)
    added(ledger, task(department=unit), register=TASKS)
    binned(ledger, unit, DEPARTMENTS)
    for later in (False, True):
        with ledger.act("add") as act:
            act.take_out(DEPARTMENTS, unit)
            act.insert(TASKS, task(department=unit))
        if later:
            with passed_over(ledger):
                added(ledger, task("后来", department=unit), register=TASKS)
        done = undo(ledger)
        assert [left.uid for left in done.left] == ([unit] if later else [])
        assert (stored(ledger, unit, DEPARTMENTS)["binned_at"] is None) is later
    assert_whole(ledger)


def test_undoing_a_large_import_asks_by_the_hundred(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger.act("import") as act:
        for number in range(3000):
            act.insert(ISSUES, issue(f"第{number}条"))
    asked: list[str] = []
    rows = ledger.rows

    def counted(sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        if "binned_at IS NULL" in sql:
            asked.append(sql)
        return rows(sql, parameters)

    monkeypatch.setattr(ledger, "rows", counted)
    undo(ledger)
    assert 0 < len(asked) <= 3000 // 50
    assert ledger.entries(ISSUES) == []
