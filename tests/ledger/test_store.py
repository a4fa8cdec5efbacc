"""Row, journal line and search index are written together or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.ledger.samples import (
    added,
    assert_whole,
    binned,
    changed,
    department,
    issue,
    refused,
    stored,
    task,
)

from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.field import Minutes
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.ledger import journal
from mingbai.ledger.clock import named_uid
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Changed, Taken


def lines(ledger: Ledger) -> list[tuple[int, journal.Patch]]:
    found = ledger.rows("SELECT born, patch FROM journal ORDER BY id")
    return [(born, journal.read(patch, born=bool(born))) for born, patch in found]


def everything(ledger: Ledger) -> list[object]:
    tables = ledger.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_find' ESCAPE '\\'"
    )
    return [ledger.rows(f'SELECT * FROM "{name}"') for (name,) in sorted(tables)]


def test_a_new_record_is_read_back_as_it_was_saved(ledger: Ledger) -> None:
    record = issue(resident="欧阳明", minutes=Minutes(90), helping=("物业", "城管"))
    (uid,) = added(ledger, record)
    entry = ledger.entry(ISSUES, uid)
    assert entry is not None
    assert entry.record == record
    assert (entry.rev, entry.number, entry.binned_at) == (1, "2026-A-0001", None)
    ((born, patch),) = lines(ledger)
    assert born
    filled = {name: (None, value) for name, value in entry.stored.items() if value is not None}
    assert patch == {"number": (None, "2026-A-0001"), **filled}
    assert_whole(ledger)


def test_a_change_writes_what_really_changed(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    with ledger.act("change", who="李梅") as act:
        patch = act.change(ISSUES, uid, {"title": "路灯全灭", "note": None, "minutes": 30})
    assert patch == {"title": ("路灯不亮", "路灯全灭"), "minutes": (None, 30)}
    assert lines(ledger)[-1] == (0, patch)
    assert stored(ledger, uid)["title"] == "路灯全灭"
    assert ledger.rows("SELECT who, deed, register, entries FROM act WHERE id = 2") == [
        ("李梅", "change", "issue", 1)
    ]
    assert_whole(ledger)


def test_an_act_that_changes_nothing_leaves_no_trace(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    before = everything(ledger)
    with ledger.act("change") as act:
        assert act.change(ISSUES, uid, {"title": "路灯不亮"}) == {}
    with ledger.act("nothing"):
        pass
    assert everything(ledger) == before


def test_an_act_that_raises_leaves_nothing(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    before = everything(ledger)
    with pytest.raises(ZeroDivisionError), ledger.act("add") as act:  # noqa: PT012
        act.insert(ISSUES, issue("井盖松动"))
        act.change(ISSUES, uid, {"title": "改"})
        act.bin(ISSUES, uid)
        _ = 1 / 0
    assert everything(ledger) == before
    assert [entry.uid for entry in find(ledger, "路灯", [ISSUES])] == [uid]
    assert find(ledger, "井盖", [ISSUES]) == []
    assert stored(ledger, added(ledger, issue())[0])["number"] == "2026-A-0002"
    assert_whole(ledger)


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_an_interrupted_act_leaves_nothing(ledger: Ledger, interrupt: type[BaseException]) -> None:
    with pytest.raises(interrupt), ledger.act("add") as act:  # noqa: PT012
        act.insert(ISSUES, issue())
        raise interrupt
    assert ledger.entries(ISSUES) == []
    added(ledger, issue())
    assert_whole(ledger)


def test_an_act_broken_inside_cannot_be_completed_by_looking_away(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row without its journal line must never be committed, whatever the caller catches."""

    def failing() -> bytes:
        raise OSError("no random numbers")

    before = everything(ledger)
    monkeypatch.setattr(journal, "salt", failing)
    with pytest.raises(RuntimeError, match="by half"), ledger.act("add") as act:  # noqa: PT012
        with pytest.raises(OSError, match="random"):
            act.insert(ISSUES, issue())
        with pytest.raises(RuntimeError, match="over"):
            act.insert(ISSUES, issue())
    assert everything(ledger) == before


def test_an_act_kept_after_its_end_writes_nothing(ledger: Ledger) -> None:
    with ledger.act("add") as act:
        act.insert(ISSUES, issue())
    before = everything(ledger)
    with pytest.raises(RuntimeError, match="over"):
        act.insert(ISSUES, issue())
    assert everything(ledger) == before


def test_a_record_changed_since_it_was_read_is_not_overwritten(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    with ledger.act("change") as act:
        act.change(ISSUES, uid, {"title": "新"}, rev=1)
    with refused(kind=Changed), ledger.act("change") as act:
        act.change(ISSUES, uid, {"title": "旧窗口"}, rev=1)
    assert stored(ledger, uid)["title"] == "新"
    with ledger.act("change") as act:
        act.change(ISSUES, uid, {"title": "又新"}, rev=2)


def test_a_key_is_given_once(ledger: Ledger) -> None:
    first, second, none, no_more = added(
        ledger, issue(order_no="1"), issue(order_no="2"), issue(), issue(order_no="")
    )
    with refused(kind=Taken) as caught:
        added(ledger, issue(order_no="1"))
    assert caught.value.uid == first
    assert "工单编号" in caught.value.words.zh
    assert "Order number" in caught.value.words.en
    with refused(kind=Taken):
        changed(ledger, second, order_no="1")
    changed(ledger, first, title="同一条", order_no="1")
    changed(ledger, none, note="没有编号")
    changed(ledger, no_more, order_no="3")


def test_a_key_of_two_fields_needs_both(ledger: Ledger) -> None:
    demand = named_uid("demand", "a")
    added(
        ledger,
        task(demand=demand, period_key="2026-11"),
        task(demand=demand, period_key="2026-12"),
        task(period_key="2026-11"),
        task(demand=demand),
        task(demand=demand),
        register=TASKS,
    )
    with pytest.raises(Taken):
        added(ledger, task(demand=demand, period_key="2026-11"), register=TASKS)


def test_a_key_is_free_while_its_entry_lies_in_the_bin(ledger: Ledger) -> None:
    (first,) = added(ledger, issue(order_no="1"))
    binned(ledger, first)
    (second,) = added(ledger, issue(order_no="1"))
    with pytest.raises(Taken), ledger.act("unbin") as act:
        act.take_out(ISSUES, first)
    binned(ledger, second)
    with ledger.act("unbin") as act:
        act.take_out(ISSUES, first)
    assert stored(ledger, first)["binned_at"] is None


def test_binning_twice_is_binning_once(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    binned(ledger, uid)
    before = everything(ledger)
    binned(ledger, uid)
    assert everything(ledger) == before


def test_numbers_run_on_for_each_year_and_across_registers(ledger: Ledger) -> None:
    records: list[tuple[Register, object]] = [
        (TASKS, task()),
        (ISSUES, issue()),
        (TASKS, task(received_on=date(2025, 12, 31))),
        (TASKS, task()),
        (TASKS, task(received_on=date(2025, 1, 1))),
    ]
    given = [
        stored(ledger, added(ledger, record, register=register)[0], register)["number"]
        for register, record in records
    ]
    assert given == ["2026-A-0001", "2026-A-0002", "2025-A-0001", "2026-A-0003", "2025-A-0002"]
    for number in given:
        entry = ledger.numbered(f" {number.lower()} ")
        assert entry is not None
        assert entry.number == number
    assert ledger.numbered("２０２６－ａ－０００１") is not None
    assert ledger.numbered("2026-B-0001") is None


def test_a_register_without_a_day_is_numbered_by_the_present_year(ledger: Ledger) -> None:
    values = dict.fromkeys(DEMANDS.fields) | {"title": "月报"}
    with ledger.act("add", today=date(2031, 5, 5)) as act:
        uid = act.insert_stored(DEMANDS, values)
    assert stored(ledger, uid, DEMANDS)["number"].endswith("-A-0001")


def test_a_number_brought_along_is_kept_and_never_given_again(ledger: Ledger) -> None:
    with ledger.act("import") as act:
        act.insert(ISSUES, issue(), number="2026-A-0002")
        act.insert(ISSUES, issue(), number="2026-Q-0007")
        act.insert(ISSUES, issue())
    with pytest.raises(Taken, match="2026-A-0002"), ledger.act("import") as act:
        act.insert(TASKS, task(), number="2026-A-0002")
    assert [entry.number for entry in ledger.entries(ISSUES)] == ["2026-A-0002", "2026-Q-0007", "2026-A-0003"]


def test_the_ten_thousandth_number_has_five_digits(ledger: Ledger) -> None:
    with ledger.act("import") as act:
        act.insert(ISSUES, issue(), number="2026-A-9999")
        act.insert(ISSUES, issue())
    assert ledger.numbered("2026-A-10000") is not None
    assert [entry.number for entry in find(ledger, "2026-a-10000", [ISSUES])] == ["2026-A-10000"]


def test_a_field_called_number_is_a_field_like_any_other(ledger: Ledger) -> None:
    values = dict.fromkeys(DUTIES.fields) | {"name": "防汛", "listing": "basic", "number": "37"}
    with ledger.act("import") as act:
        uid = act.insert_stored(DUTIES, values)
    entry = ledger.entry(DUTIES, uid)
    assert entry is not None
    assert (entry.number, entry.stored["number"], entry.record.number) == ("", "37", "37")
    changed(ledger, uid, DUTIES, number="38")
    assert_whole(ledger)


@pytest.mark.parametrize(
    ("field", "value"), [("title", 5), ("minutes", "5"), ("title", ""), ("minutes", 5.0), ("title", b"x")]
)
def test_values_that_sqlite_would_turn_into_others_are_a_bug(
    ledger: Ledger, field: str, value: object
) -> None:
    (uid,) = added(ledger, issue())
    with pytest.raises(TypeError, match=field):
        changed(ledger, uid, ISSUES, **{field: value})
    values: dict[str, Any] = {**ISSUES.store(issue()), field: value}
    with pytest.raises(TypeError, match=field), ledger.act("add") as act:
        act.insert_stored(ISSUES, values)
    assert_whole(ledger)


def test_unknown_missing_and_own_columns_are_a_bug(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    for wrong in ("nothing", "rev", "uid", "number", 'a"; DROP TABLE issue; --'):
        with pytest.raises(KeyError), ledger.act("change") as act:
            act.change(ISSUES, uid, {wrong: "x"})
    values = ISSUES.store(issue())
    with pytest.raises(KeyError), ledger.act("add") as act:
        act.insert_stored(ISSUES, {**values, "more": "x"})
    del values["note"]
    with pytest.raises(KeyError), ledger.act("add") as act:
        act.insert_stored(ISSUES, values)
    with pytest.raises(KeyError), ledger.act("change") as act:
        act.change(ISSUES, "nobody", {"title": "x"})


def test_several_changes_of_one_entry_in_one_act_add_up(ledger: Ledger) -> None:
    with ledger.act("add") as act:
        uid = act.insert(DEPARTMENTS, department())
        act.change(DEPARTMENTS, uid, {"name": "县民政局"})
        act.change(DEPARTMENTS, uid, {"name": "市民政局"})
    assert stored(ledger, uid, DEPARTMENTS)["name"] == "市民政局"
    assert [entry.uid for entry in find(ledger, "市民政", [DEPARTMENTS])] == [uid]
    assert find(ledger, "县民政", [DEPARTMENTS]) == []
    assert_whole(ledger)


def test_an_act_that_changes_nothing_writes_nothing(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    before = ledger.path.read_bytes()
    with ledger.act("catalogue") as act:
        act.change(ISSUES, uid, {"title": "路灯不亮"})
    assert ledger.path.read_bytes() == before


def test_an_item_that_would_come_back_as_two_is_a_bug(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match=r"issue\.helping"):
        added(ledger, issue(helping=("城管;环卫", "物业")))
    (uid,) = added(ledger, issue(helping=("城管", "物业；环卫")))
    entry = ledger.entry(ISSUES, uid)
    assert entry is not None
    assert entry.record.helping == ("城管", "物业；环卫")
