"""A planned import: written later, overtaken, stopped, backed up before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.desk.orders import HEAD, ROWS, sheet

from mingbai.desk import records
from mingbai.desk.backed_up import NotBackedUp
from mingbai.desk.bulk import MANY
from mingbai.desk.import_notes import notes_of
from mingbai.desk.import_plan import Plan
from mingbai.desk.imports import import_file, plan, read_file, write
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.backups import back_up, backup_folder, backups
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo


class Enough(Exception):
    """Raised to stop."""


def stop_at(row: int) -> Callable[[int, int], None]:
    def progress(done: int, of: int) -> None:
        if done >= row:
            raise Enough

    return progress


def many(path: Path, rows: int) -> Path:
    return sheet(path, [[f"A{n:04}", datetime(2026, 3, 5), f"第 {n} 盏路灯"] for n in range(rows)], HEAD[:3])


def test_a_plan_writes_nothing_until_it_is_written(ledger: Ledger, tmp_path: Path, today: date) -> None:
    lines = check(ledger).lines
    planned = plan(ledger, read_file(sheet(tmp_path / "a.xlsx", ROWS), ISSUES), ISSUES, today=today)
    assert (planned.writes, planned.same, [row.row for row in planned.refused]) == (2, 0, [4, 5, 6])
    assert check(ledger).lines == lines
    assert write(ledger, planned) == planned.imported
    assert len(ledger.entries(ISSUES)) == 2


def test_a_plan_that_was_overtaken_is_made_anew(ledger: Ledger, tmp_path: Path, today: date) -> None:
    table = read_file(sheet(tmp_path / "a.xlsx", ROWS[:2]), ISSUES)
    planned = plan(ledger, table, ISSUES, today=today)
    records.add(ledger, ISSUES, {"accepted_at": "今天", "title": "别的", "order_no": "0001"}, today=today)
    done = write(ledger, planned)
    assert (done.new, done.changed) == (1, 1)
    assert Counter(entry.record.order_no for entry in ledger.entries(ISSUES)) == {"0001": 1, "0002": 1}


def test_a_plan_stands_when_something_else_was_saved(ledger: Ledger, tmp_path: Path, today: date) -> None:
    planned = plan(ledger, read_file(sheet(tmp_path / "a.xlsx", ROWS[:2]), ISSUES), ISSUES, today=today)
    draft = {"received_on": "今天", "title": "报表", "department": "民政局"}
    records.add(ledger, TASKS, draft, today=today)
    seen: list[int] = []
    done = write(ledger, planned, progress=lambda row, of: seen.append(of))
    assert done == planned.imported
    assert seen == [2]


def test_stopping_keeps_nothing_and_the_plan_can_still_be_written(
    ledger: Ledger, tmp_path: Path, today: date
) -> None:
    rows = [[*ROWS[1][:2], f"{n} 号电梯", "", "", "白鹭洲管委会"] for n in range(120)]
    for number, row in enumerate(rows):
        row[0] = f"B{number}"
    table = read_file(sheet(tmp_path / "a.xlsx", rows, HEAD[:6]), ISSUES)
    with pytest.raises(Enough):
        plan(ledger, table, ISSUES, today=today, progress=stop_at(100))
    planned = plan(ledger, table, ISSUES, today=today)
    before = check(ledger).lines
    with pytest.raises(Enough):
        write(ledger, planned, progress=stop_at(100))
    assert check(ledger).lines == before
    assert write(ledger, planned).new == 120
    assert {entry.record.leading for entry in ledger.entries(ISSUES)} != {None}
    assert not check(ledger).findings


def test_before_many_rows_are_written_a_backup_is_made(ledger: Ledger, tmp_path: Path, today: date) -> None:
    folder = backup_folder(ledger.path)
    import_file(ledger, many(tmp_path / "few.xlsx", MANY - 1), ISSUES, today=today)
    assert backups(folder, ledger) == []
    undo(ledger)
    file = many(tmp_path / "many.xlsx", MANY)
    import_file(ledger, file, ISSUES, today=today, preview=True)
    assert backups(folder, ledger) == []
    assert import_file(ledger, file, ISSUES, today=today).new == MANY
    (kept,) = backups(folder, ledger)
    assert kept.manifest.why == "import"
    with Ledger(kept.path.rename(tmp_path / "before.mingbai")) as before:
        assert before.entries(ISSUES) == []
    undo(ledger)
    back_up(ledger, folder)
    import_file(ledger, file, ISSUES, today=today)
    assert len(backups(folder, ledger)) == 1, "all was in a backup already"


def test_what_cannot_be_backed_up_is_not_imported(ledger: Ledger, tmp_path: Path, today: date) -> None:
    backup_folder(ledger.path).write_text("no folder", encoding="utf-8")
    with pytest.raises(NotBackedUp) as told:
        import_file(ledger, many(tmp_path / "many.xlsx", MANY), ISSUES, today=today)
    assert told.value.words.zh.startswith("没有导入，因为导入前没能备份：")
    assert told.value.words.en.startswith("Nothing was imported, as no backup could be made before: ")
    assert ledger.entries(ISSUES) == []


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    with pytest.raises(Enough):
        read_file(many(tmp_path / "a.xlsx", 20), ISSUES, progress=stop_at(0))


def units(ledger: Ledger, folder: Path, today: date, *names: str) -> Plan:
    rows: list[list[object]] = [["2026-11-03", name, f"第 {n} 张表"] for n, name in enumerate(names)]
    file = sheet(
        folder / "a.xlsx", [*rows, ["", "没有收到的局", "报表"]], ["接收日期", "交办单位", "事项名称"]
    )
    return plan(ledger, read_file(file, TASKS), TASKS, today=today)


def test_units_that_no_list_holds_are_told_by_name(ledger: Ledger, tmp_path: Path, today: date) -> None:
    planned = units(ledger, tmp_path, today, "民政局", "观鸟站", "观鸟站", "湿地中心")
    said = Words(
        "“单位”里没有、随之新加 2 个：观鸟站、湿地中心",
        "Not in Departments yet, so added there (2): 观鸟站, 湿地中心",
    )
    assert [*notes_of(planned.imported, today)] == [said]
    done = write(ledger, planned)
    assert [*notes_of(done, today)] == [said]
    names = {str(one.stored["name"]) for one in ledger.entries(DEPARTMENTS)}
    # What only a row that was not imported mentions is neither added nor told.
    assert {"观鸟站", "湿地中心"} <= names
    assert "没有收到的局" not in names
    assert not units(ledger, tmp_path, today, "观鸟站").unlisted
    undo(ledger)
    again = units(ledger, tmp_path, today, "观鸟站")
    assert [one.names for one in again.unlisted] == [("观鸟站",)], "what lies in the bin comes back"


def test_of_many_new_units_some_are_named(ledger: Ledger, tmp_path: Path, today: date) -> None:
    planned = units(ledger, tmp_path, today, *(f"河长{sign}办" for sign in "甲乙丙丁戊己庚"))
    (told,) = notes_of(planned.imported, today)
    assert told.zh == "“单位”里没有、随之新加 7 个：河长甲办、河长乙办、河长丙办、河长丁办、河长戊办等"
    assert told.en.endswith("(7): 河长甲办, 河长乙办, 河长丙办, 河长丁办, 河长戊办 and 2 more")
