"""A ledger is created whole or not at all; a file that cannot be used is refused in one sentence, untouched."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, issue, refused, spill_early

from mingbai.domain.issue import ISSUES
from mingbai.domain.words import Fault, Mistake
from mingbai.ledger import file
from mingbai.ledger.driver import APPLICATION_ID
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.migrations import steps


def names(folder: Path) -> list[str]:
    return sorted(at.name for at in folder.iterdir())


def test_a_new_ledger_is_one_file_that_only_its_owner_reads(path: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
        for at in path.parent.iterdir():
            assert stat.S_IMODE(at.stat().st_mode) == 0o600
    assert names(path.parent) == [path.name]
    with Ledger(path) as ledger:
        assert_whole(ledger)


def test_opening_and_closing_changes_nothing(path: Path) -> None:
    Ledger.create(path).close()
    before = path.read_bytes()
    for _ in range(3):
        Ledger(path).close()
    assert path.read_bytes() == before
    assert names(path.parent) == [path.name]


def test_the_file_says_in_its_header_what_it_is(path: Path) -> None:
    Ledger.create(path).close()
    header = path.read_bytes()[:100]
    assert header.startswith(b"SQLite format 3\0")
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_bytes(b"")
    with refused(path, kind=Mistake, says="exists already"):
        Ledger.create(path)
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))
    with refused(kind=Mistake, says="exists already"):
        Ledger.create(path)


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def applied(connection: sqlite3.Connection) -> None:
        path.write_bytes(b"somebody else's")

    monkeypatch.setattr(steps, "apply", applied)
    with refused(kind=Mistake, says="exists already"):
        file.create_file(path)
    assert path.read_bytes() == b"somebody else's"
    assert names(path.parent) == [path.name]


def test_a_stick_without_hard_links_will_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    Ledger.create(path).close()
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize("name", ["账本", "账本.db", "账本.mingbai.txt", ".mingbai"])
def test_a_new_ledger_needs_the_suffix(tmp_path: Path, name: str) -> None:
    with refused(kind=Mistake, says=".mingbai"):
        Ledger.create(tmp_path / name)
    assert names(tmp_path) == []


def test_capital_letters_in_the_suffix_are_no_matter(tmp_path: Path) -> None:
    Ledger.create(tmp_path / "LEDGER.MINGBAI").close()
    assert names(tmp_path) == ["LEDGER.MINGBAI"]


@pytest.mark.parametrize("stem", ["账" * 78, "a" * 240, "a" * 300])
def test_a_name_that_leaves_no_room_for_the_journal_is_refused(tmp_path: Path, stem: str) -> None:
    with refused(kind=Mistake, says="too long"):
        Ledger.create(tmp_path / f"{stem}.mingbai")
    assert names(tmp_path) == []
    with refused(kind=Fault):
        Ledger(tmp_path / f"{stem}.mingbai")


def test_a_ledger_renamed_to_a_name_too_long_is_refused(path: Path) -> None:
    Ledger.create(path).close()
    path = path.rename(path.with_name("a" * 240 + ".mingbai"))
    with refused(path, kind=Fault, says="too long"):
        Ledger(path)


def test_the_longest_name_allowed_can_be_saved_into(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / f"{'a' * 232}.mingbai") as ledger:
        added(ledger, issue())


def test_a_path_longer_than_sqlite_takes_is_refused(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["文" * 60] * 4)
    folder.mkdir(parents=True)
    with refused(kind=Fault, says="too long"):
        Ledger.create(folder / "账本.mingbai")
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with refused(kind=Fault, says="was not found"):
        Ledger.create(tmp_path / "nowhere" / "账本.mingbai")
    (tmp_path / "file").touch()
    with refused(kind=Fault, says="was not found"):
        Ledger.create(tmp_path / "file" / "账本.mingbai")


def test_a_folder_that_takes_no_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with refused(kind=Fault, says="cannot be written to"):
        file.create_file(path)
    assert names(path.parent) == []


def test_creating_that_fails_midway_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (a)")
        raise ZeroDivisionError

    monkeypatch.setattr(steps, "apply", failing)
    with pytest.raises(ZeroDivisionError):
        file.create_file(path)
    assert names(path.parent) == []


def test_a_missing_ledger_is_told(path: Path) -> None:
    with refused(kind=Fault, says="no ledger"):
        Ledger(path)
    with refused(kind=Fault, says="no ledger"):
        Ledger(path.parent)
    with refused(kind=Fault, says="no ledger"):
        Ledger(path / "inside")


def other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photos (a)")
    connection.commit()
    connection.close()


def other_program_in_wal(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("CREATE TABLE photos (a)")
    connection.commit()
    connection.close()


FOREIGN = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("居民诉求\n" * 500, encoding="utf-8"),
    "workbook": lambda path: path.write_bytes(b"PK\3\4" + bytes(5000)),
    "other program": other_program,
    "other program in WAL": other_program_in_wal,
    "half a header": lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(20)),
}


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_a_file_that_is_no_ledger_is_refused(path: Path, make) -> None:
    make(path)
    with refused(path, kind=Fault, says="is not a ledger"):
        Ledger(path)


def with_step(path: Path, name: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('mingbai', ?, 'then')",
        (name,),
    )
    connection.commit()
    connection.close()


def test_a_ledger_of_a_newer_version_is_refused(path: Path) -> None:
    Ledger.create(path).close()
    with_step(path, "m0099_of_the_future")
    with refused(path, kind=Fault, says="newer Mingbai Ledger"):
        Ledger(path)


def test_a_newer_ledger_in_wal_mode_is_left_in_it(path: Path) -> None:
    Ledger.create(path).close()
    with_step(path, "m0099_of_the_future")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=wal")
    connection.close()
    with refused(path, kind=Fault, says="newer Mingbai Ledger"):
        Ledger(path)


def test_a_ledger_that_another_program_put_into_wal_mode_is_taken_back(path: Path) -> None:
    Ledger.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=wal")
    connection.close()
    with Ledger(path) as ledger:
        added(ledger, issue())
        with ledger.act("add"):
            assert ledger.rows("PRAGMA journal_mode") == [("persist",)]
    assert names(path.parent) == [path.name]


def test_a_ledger_without_its_steps_is_damaged(path: Path) -> None:
    Ledger.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM _sqlite_migrations")
    connection.commit()
    connection.close()
    with refused(path, kind=Fault, says="damaged"):
        Ledger(path)


def test_a_read_only_ledger_is_refused(path: Path) -> None:
    Ledger.create(path).close()
    path.chmod(0o400)
    with refused(path, kind=Fault, says="read-only"):
        Ledger(path)


def test_a_ledger_in_a_read_only_folder_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    real = os.access
    monkeypatch.setattr(os, "access", lambda at, how: Path(at) != path.parent and real(at, how))
    with refused(path, kind=Fault, says="folder"):
        Ledger(path)


def test_a_ledger_in_use_by_another_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mingbai.ledger import driver

    Ledger.create(path).close()
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setitem(driver.SETTINGS, "busy_timeout", 50)
    with pytest.raises(Fault, match="in use by another program"):
        Ledger(path)
    other.close()
    Ledger(path).close()


def test_any_flipped_byte_of_the_header_is_told_in_a_sentence_or_harmless(path: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
    whole = path.read_bytes()
    refusals = 0
    for at in range(100):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        damaged = path.read_bytes()
        try:
            Ledger(path).close()
        except Fault:
            refusals += 1
            assert path.read_bytes() == damaged
    assert refusals > 20


def test_any_damaged_page_is_told_in_a_sentence_or_found_by_the_check(path: Path) -> None:
    from mingbai.ledger.check import check

    with Ledger.create(path) as ledger:
        added(ledger, *[issue(f"第{number}条") for number in range(300)])
    whole = path.read_bytes()
    for page in range(0, len(whole), 4096):
        path.write_bytes(whole[:page] + os.urandom(4096) + whole[page + 4096 :])
        damaged = path.read_bytes()
        try:
            with Ledger(path) as ledger:
                found = check(ledger).findings
                assert found or not any(whole[page : page + 4096]), page
        except Fault:
            assert path.read_bytes() == damaged


def test_a_journal_left_by_a_lost_ledger_is_not_written_into_a_new_one(path: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, *[issue(f"第{number}条") for number in range(100)])
        spill_early(ledger, 2)
        with ledger.act("import") as act:
            for number in range(2000):
                act.insert(ISSUES, issue(f"第{number}条"))
            left = path.with_name(f"{path.name}-journal").read_bytes()
    path.unlink()
    path.with_name(f"{path.name}-journal").write_bytes(left)
    with Ledger.create(path) as ledger:
        added(ledger, issue())
        assert_whole(ledger)
    (kept,) = [name for name in names(path.parent) if name != path.name]
    assert (path.parent / kept).read_bytes() == left
