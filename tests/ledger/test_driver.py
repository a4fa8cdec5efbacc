"""SQLite's settings hold at every open, and its errors of the world are told apart from ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mingbai.domain.words import Fault
from mingbai.ledger import driver
from mingbai.ledger.ledger import Ledger


def test_every_setting_is_in_force_again_after_opening(path: Path) -> None:
    Ledger.create(path).close()
    with Ledger(path) as ledger:
        reading = {name: ledger.rows(f"PRAGMA {name}")[0][0] for name in driver.SETTINGS}
        with ledger.act("add"):
            found = {name: ledger.rows(f"PRAGMA {name}")[0][0] for name in driver.SETTINGS | driver.JOURNAL}
    assert reading == driver.SETTINGS
    assert found == driver.SETTINGS | driver.JOURNAL
    assert found["synchronous"] == 2
    assert found["secure_delete"] == 1


def test_a_setting_that_sqlite_does_not_take_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    monkeypatch.setitem(driver.SETTINGS, "synchronous", 9)
    with pytest.raises(RuntimeError, match="synchronous"):
        Ledger(path)
    monkeypatch.undo()
    Ledger(path).close()


def test_a_reading_connection_cannot_write(path: Path) -> None:
    Ledger.create(path).close()
    connection = driver.connect(path, writing=False)
    with pytest.raises(Fault, match="read-only"), driver.told(path):
        connection.execute("DELETE FROM draft")
    connection.close()


@pytest.mark.parametrize(
    "name", ["有空格 的.mingbai", "百分%20号.mingbai", "问号?井号#.mingbai", "a&mode=ro.mingbai"]
)
def test_signs_in_a_file_name_mean_nothing(tmp_path: Path, name: str) -> None:
    with Ledger.create(tmp_path / name) as ledger:
        ledger.execute_alone("INSERT INTO fact VALUES ('a', 'b')")
    assert [at.name for at in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "sql", ["SELECT nothing FROM nowhere", "INSERT INTO fact VALUES (NULL, NULL)", "SELECT ?"]
)
def test_our_own_mistakes_in_sql_stay_bugs(ledger: Ledger, sql: str) -> None:
    with pytest.raises(sqlite3.Error):
        ledger.execute_alone(sql)


def test_a_text_that_is_no_text_says_that_the_ledger_is_damaged(ledger: Ledger) -> None:
    ledger.execute_alone("INSERT INTO fact VALUES ('a', CAST(x'FF' AS TEXT))")
    with pytest.raises(Fault, match="damaged"):
        ledger.rows("SELECT value FROM fact WHERE name = 'a'")


@pytest.mark.parametrize("code", driver.SENTENCES)
def test_each_sentence_names_the_file_and_a_next_step(code: int) -> None:
    error = sqlite3.OperationalError("of the world")
    error.sqlite_errorcode = code
    fault = driver.fault_of(error, Path("地方", "账本.mingbai"))
    assert fault is not None
    assert "请" in fault.words.zh
    assert "{" not in fault.words.zh + fault.words.en
    if code != sqlite3.SQLITE_FULL:
        assert "“账本.mingbai”" in fault.words.zh
        assert "“账本.mingbai”" in fault.words.en


def test_a_finer_code_finds_the_sentence_of_its_kind() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
    fault = driver.fault_of(error, Path("a.mingbai"))
    assert fault is not None
    assert "disk failed" in fault.words.en


def test_a_full_disk_saves_nothing_and_says_so(ledger: Ledger) -> None:
    (pages,) = ledger.rows("PRAGMA page_count")[0]
    ledger.execute_alone(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Fault, match="disk is full"):
        ledger.execute_alone("INSERT INTO fact VALUES ('long', ?)", ("x" * 100_000,))
    ledger.execute_alone("PRAGMA max_page_count=1000000")
    ledger.execute_alone("INSERT INTO fact VALUES ('long', ?)", ("x" * 100_000,))


def test_a_ledger_moved_while_open_is_not_saved_into(ledger: Ledger, path: Path) -> None:
    path.rename(path.with_name("moved.mingbai"))
    with pytest.raises(Fault, match="moved, renamed or replaced"):
        ledger.execute_alone("INSERT INTO fact VALUES ('a', 'b')")
