"""Deeds on several entries at once."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from mingbai.desk.backed_up import NotBackedUp
from mingbai.desk.bulk import MANY, close_all, put_all_into_bin, take_all_out_of_bin
from mingbai.desk.records import add
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.place import PLACES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS, Task
from mingbai.domain.words import Mistake
from mingbai.ledger.backups import back_up, backup_folder, backups
from mingbai.ledger.driver import told as told_by_sqlite
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import redo, undo

AT = datetime(2026, 11, 24, 14, 2, 31)


@pytest.fixture
def three(ledger: Ledger, today: date) -> list[Entry]:
    """Three open assignments."""
    for title in "甲乙丙":
        add(ledger, TASKS, {"received_on": today, "department": "民政局", "title": title}, today=today)
    return ledger.entries(TASKS)


def test_what_is_binned_together_comes_back_together(ledger: Ledger, three: list[Entry]) -> None:
    assert put_all_into_bin(ledger, three[:2]) == 2
    assert [entry.stored["title"] for entry in ledger.entries(TASKS)] == ["丙"]
    undo(ledger)
    assert len(ledger.entries(TASKS)) == 3


def test_the_place_is_never_binned(ledger: Ledger, three: list[Entry]) -> None:
    with pytest.raises(Mistake):
        put_all_into_bin(ledger, [*three, *ledger.entries(PLACES)])
    assert len(ledger.entries(TASKS)) == 3


def test_several_are_taken_out_of_the_bin(ledger: Ledger, three: list[Entry]) -> None:
    put_all_into_bin(ledger, three)
    assert take_all_out_of_bin(ledger, ledger.entries(TASKS, binned=True)) == 3
    assert len(ledger.entries(TASKS)) == 3


def test_closing_leaves_what_is_closed_as_it_is(ledger: Ledger, three: list[Entry]) -> None:
    close_all(ledger, three[:1], datetime(2026, 11, 20, 9))
    assert close_all(ledger, ledger.entries(TASKS), AT) == 2
    assert [e.stored["done_on"] for e in ledger.entries(TASKS)] == ["2026-11-20", "2026-11-24", "2026-11-24"]


def test_issues_close_at_the_minute(ledger: Ledger, today: date) -> None:
    add(ledger, ISSUES, {"accepted_at": "2026-11-19 09:00", "title": "路灯不亮"}, today=today)
    assert close_all(ledger, ledger.entries(ISSUES), AT) == 1
    assert ledger.entries(ISSUES)[0].stored["closed_at"] == "2026-11-24T14:02:00"


def test_what_does_not_end_is_refused(ledger: Ledger, today: date) -> None:
    add(ledger, STAFF, {"name": "李梅"}, today=today)
    with pytest.raises(Mistake):
        close_all(ledger, ledger.entries(STAFF), AT)


class _Enough(Exception):
    """Somebody pressed Stop."""


@pytest.fixture
def many(ledger: Ledger, today: date) -> list[Entry]:
    """So many open assignments that a slip of the finger would be dear."""
    (unit,) = ledger.entries(DEPARTMENTS)[:1]
    with ledger.act("add", today=today) as act:
        for number in range(MANY):
            act.insert(TASKS, Task(received_on=today, department=unit.uid, title=f"第 {number} 件"))
    return ledger.entries(TASKS)


def test_before_many_are_deleted_a_backup_holds_them_all(ledger: Ledger, many: list[Entry]) -> None:
    folder = backup_folder(ledger.path)
    assert put_all_into_bin(ledger, many[: MANY - 1]) == MANY - 1
    assert backups(folder, ledger) == []
    undo(ledger)
    assert put_all_into_bin(ledger, iter(many)) == MANY
    (kept,) = backups(folder, ledger)
    assert kept.manifest.why == "delete"
    with Ledger(_copied(kept.path)) as before:
        assert len(before.entries(TASKS)) == MANY
    undo(ledger)
    back_up(ledger, folder)
    assert put_all_into_bin(ledger, many) == MANY
    assert len(backups(folder, ledger)) == 2, "all was in a backup already"


def test_what_cannot_be_backed_up_is_not_deleted(ledger: Ledger, many: list[Entry]) -> None:
    backup_folder(ledger.path).write_text("no folder", encoding="utf-8")
    with pytest.raises(NotBackedUp) as told:
        put_all_into_bin(ledger, many)
    assert told.value.words.zh.startswith("没有删除")
    assert len(ledger.entries(TASKS)) == MANY


@pytest.mark.parametrize("where", ["folder", "ledger"])
def test_on_a_full_disk_that_nothing_was_deleted_is_said_once(
    ledger: Ledger, many: list[Entry], where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        if where == "folder":
            raise OSError(errno.ENOSPC, "no room")
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        with told_by_sqlite(ledger.path):
            raise error

    monkeypatch.setattr(ledger, "copy_to", full)
    with pytest.raises(NotBackedUp) as told:
        put_all_into_bin(ledger, many)
    words = told.value.words
    assert words.zh == "磁盘已满，删除前没能备份，所以没有删除。请清理磁盘上的其他文件后重试"
    assert words.en == (
        "The disk is full: no backup could be made before, so nothing was deleted. Free space on the disk and "
        "try again"
    )
    assert len(ledger.entries(TASKS)) == MANY


@pytest.mark.parametrize("left", [1, 2, 5])
def test_a_deed_that_is_stopped_leaves_everything_as_it_was(
    ledger: Ledger, many: list[Entry], left: int
) -> None:
    acts = ledger.rows("SELECT count(*) FROM act")
    for deed in (
        lambda told: put_all_into_bin(ledger, many, progress=told),
        lambda told: close_all(ledger, many, AT, progress=told),
    ):
        with pytest.raises(_Enough):
            deed(_stop_at(left, of=MANY))
    assert ledger.rows("SELECT count(*) FROM act") == acts
    assert ledger.entries(TASKS) == many


def test_undo_of_many_tells_how_far_it_is_and_stopped_undoes_nothing(
    ledger: Ledger, many: list[Entry]
) -> None:
    close_all(ledger, many, AT)
    closed = ledger.entries(TASKS)
    with pytest.raises(_Enough):
        undo(ledger, progress=_stop_at(3, of=MANY))
    assert ledger.entries(TASKS) == closed
    told: list[tuple[int, int]] = []
    undo(ledger, progress=lambda done, of: told.append((done, of)))
    assert told[0] == (0, 0)
    assert told[-1] == (MANY - 10, MANY)
    assert [entry.stored for entry in ledger.entries(TASKS)] == [entry.stored for entry in many]
    redo(ledger)
    assert [entry.stored for entry in ledger.entries(TASKS)] == [entry.stored for entry in closed]


def _stop_at(times: int, of: int = 0) -> Callable[[int, int], None]:
    """Stops when it was told so often of that many."""
    heard = [0]

    def told(_done: int, whole: int) -> None:
        heard[0] += not of or whole == of
        if heard[0] == times:
            raise _Enough

    return told


def _copied(backup: Path) -> Path:
    return Path(shutil.copy(backup, backup.with_name("opened.mingbai")))
