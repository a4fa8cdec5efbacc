"""The check finds whatever was tampered with or got damaged, and is silent about a whole ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.samples import added, assert_whole, binned, changed, department, issue

from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.ledger.check import check, heads
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo


@pytest.fixture
def busy(ledger: Ledger) -> Ledger:
    """Some entries with a past, written by two people."""
    first, second, _ = added(ledger, issue("一", resident="欧阳明"), issue("二"), issue("三"))
    changed(ledger, first, title="一又", minutes=5)
    binned(ledger, second)
    undo(ledger)
    added(ledger, department(), register=DEPARTMENTS)
    with ledger.act("close", who="李|梅") as act:
        act.change(ISSUES, first, {"note": "完"})
    return ledger


def parts(ledger: Ledger) -> set[str]:
    return {finding.part for finding in check(ledger).findings}


def test_a_whole_ledger_is_found_whole_and_counted(busy: Ledger) -> None:
    found = check(busy)
    assert found.findings == ()
    assert (found.entries, found.acts, found.lines) == (4, 6, 8)
    assert found.heads == heads(busy)
    assert [seq for seq, _ in found.heads.values()] == [8]


def test_an_empty_ledger_is_whole(ledger: Ledger) -> None:
    found = check(ledger)
    assert (found.findings, found.entries, found.heads) == ((), 0, {})


FLIP = "substr({0}, 1, {1} - 1) || {2} || substr({0}, {1} + 1)"


@pytest.mark.parametrize("column", ["patch", "salt", "hash"])
def test_any_flipped_byte_of_a_journal_row_breaks_the_chain(busy: Ledger, column: str) -> None:
    """One byte of each row at each place, at most 60 of them."""
    rows = busy.rows(f"SELECT id, CAST({column} AS BLOB) FROM journal")
    kind = "TEXT" if column == "patch" else "BLOB"
    for row, value in rows:
        for at in range(0, len(value), max(1, len(value) // 60)):
            for mask in (0x01, 0x80):
                flipped = value[:at] + bytes([value[at] ^ mask]) + value[at + 1 :]
                busy.execute_alone(
                    f"UPDATE journal SET {column} = CAST(? AS {kind}) WHERE id = ?", (flipped, row)
                )
                assert "chain" in parts(busy), (row, at)
        busy.execute_alone(f"UPDATE journal SET {column} = CAST(? AS {kind}) WHERE id = ?", (value, row))
    assert_whole(busy)


@pytest.mark.parametrize(
    ("sql", "part"),
    [
        ("UPDATE journal SET clock = clock + 1 WHERE id = 3", "chain"),
        ("UPDATE journal SET seq = 100 WHERE id = 8", "chain"),
        ("UPDATE journal SET register = 'task' WHERE id = 8", "chain"),
        ("UPDATE journal SET uid = 'x' WHERE id = 8", "chain"),
        ("UPDATE journal SET born = 1 - born WHERE id = 8", "chain"),
        ("UPDATE journal SET act = 1 WHERE id = 8", "chain"),
        ("UPDATE journal SET salt = NULL WHERE id = 8", "chain"),
        ("UPDATE journal SET patch = NULL, salt = NULL WHERE id = 8", "chain"),
        ("UPDATE journal SET patch = NULL WHERE id = 8", "chain"),
        ("UPDATE journal SET digest = zeroblob(32) WHERE id = 8", "chain"),
        ("DELETE FROM journal WHERE id = 3", "chain"),
        ("UPDATE act SET at = 'then' WHERE id = 2", "chain"),
        ("UPDATE act SET who = 'x' WHERE id = 2", "chain"),
        ("UPDATE act SET deed = 'x' WHERE id = 2", "chain"),
        ("UPDATE act SET clock = clock + 1 WHERE id = 2", "chain"),
        ("UPDATE act SET undoes = 1 WHERE undoes = 3", "chain"),
        ("UPDATE act SET undoes = NULL WHERE undoes = 3", "chain"),
        ("UPDATE act SET who = 'x', deed = 'y' WHERE id = 6", "chain"),
        ("UPDATE device SET uuid = 'x'", "chain"),
        ("UPDATE act SET entries = 9 WHERE id = 2", "references"),
        ("UPDATE act SET register = NULL WHERE id = 2", "references"),
        (
            "INSERT INTO act (device, clock, at, who, deed, entries) VALUES (1, 1, '', '', '', 0)",
            "references",
        ),
        ("UPDATE issue SET title = 'x' WHERE id = 3", "fold"),
        ("UPDATE issue SET minutes = 6 WHERE id = 1", "fold"),
        ("UPDATE issue SET binned_at = 'x' WHERE id = 3", "fold"),
        ("UPDATE issue SET number = '2026-A-9999' WHERE id = 3", "fold"),
        ("UPDATE issue SET rev = rev + 1 WHERE id = 3", "fold"),
        ("DELETE FROM issue WHERE id = 3", "fold"),
        ("INSERT INTO issue (uid, rev, title) VALUES ('x', 1, 'x')", "fold"),
        ("INSERT INTO issue_find (issue_find) VALUES ('delete-all')", "search"),
        ("INSERT INTO issue_find (issue_find, rowid, words) VALUES ('delete', 3, '三')", "search"),
    ],
)
def test_what_was_tampered_with_is_found(busy: Ledger, sql: str, part: str) -> None:
    busy.execute_alone("PRAGMA foreign_keys=0")
    busy.execute_alone(sql)
    assert part in parts(busy)


def test_a_device_that_was_taken_away_is_found(busy: Ledger) -> None:
    busy.execute_alone("PRAGMA foreign_keys=0")
    busy.execute_alone("DELETE FROM device")
    assert "references" in parts(busy)


def test_words_that_are_no_text_any_more_are_told_not_raised(busy: Ledger) -> None:
    for statement in (
        "UPDATE issue SET title = CAST(x'FF41' AS TEXT) WHERE id = 1",
        "UPDATE journal SET patch = CAST(x'FF41' AS TEXT) WHERE id = 1",
        "UPDATE act SET who = CAST(x'FF41' AS TEXT) WHERE id = 1",
        "UPDATE journal SET patch = '[1, 2]' WHERE id = 2",
    ):
        busy.execute_alone(statement)
    assert {"fold", "chain"} <= parts(busy)


def test_every_finding_is_told_in_both_languages(busy: Ledger) -> None:
    busy.execute_alone("PRAGMA foreign_keys=0")
    for sql in (
        "UPDATE issue SET title = 'x' WHERE id = 3",
        "DELETE FROM act WHERE id = 2",
        "INSERT INTO issue_find (issue_find) VALUES ('delete-all')",
    ):
        busy.execute_alone(sql)
    findings = check(busy).findings
    assert len({finding.part for finding in findings}) >= 3
    for finding in findings:
        assert finding.words.zh != finding.words.en
        assert "{" not in finding.words.zh + finding.words.en


def test_the_chain_holds_over_several_devices(path: Path, tmp_path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue())
    for number in range(3):
        copy = tmp_path / f"{number}.mingbai"
        copy.write_bytes(path.read_bytes())
        path = copy
        with Ledger(path) as ledger:
            changed(ledger, uid, title=f"第{number}台")
            undo(ledger)
    with Ledger(path) as ledger:
        assert_whole(ledger)
        assert len(heads(ledger)) == 4
        ledger.execute_alone("UPDATE journal SET salt = zeroblob(16) WHERE device = 2 AND seq = 1")
        (finding,) = check(ledger).findings
        assert finding.part == "chain"


def test_one_fault_of_many_rows_is_told_once(ledger: Ledger) -> None:
    added(ledger, *[issue(f"第{number}条") for number in range(40)])
    added(ledger, *[department(f"单位{number}") for number in range(9)], register=DEPARTMENTS)
    ledger.execute_alone("PRAGMA foreign_keys=0")
    for sql in (
        "UPDATE issue SET title = 'x' WHERE id > 5",
        "UPDATE department SET name = 'x', rev = 9 WHERE id = 4",
        "UPDATE act SET entries = 99",
        "UPDATE journal SET device = 77 WHERE id > 20",
        "INSERT INTO issue_find (issue_find) VALUES ('delete-all')",
    ):
        ledger.execute_alone(sql)
    findings = check(ledger).findings
    told = [finding.words.zh for finding in findings]
    assert "居民诉求有 35 行与流水不一致：第 6 行（title）、第 7 行（title）、第 8 行（title）等" in told
    assert "单位有 1 行与流水不一致：第 4 行（name, rev）" in told
    assert "居民诉求抽查 40 条，40 条检索不到：第 1 行、第 2 行、第 3 行等" in told
    assert len(told) == len(set(told)) <= 10
    kinds = [finding.part for finding in findings]
    assert kinds.count("references") == 2
    assert kinds.count("search") == 2, "issues, and the unit whose name is another now"


def test_a_file_full_of_damage_is_told_in_one_sentence(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ledger.rows
    damage: list[tuple[Any, ...]] = [
        (f"*** in database main ***\nTree {number} page 7: wrong",) for number in range(20)
    ]

    def damaged(sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return damage if "integrity_check" in sql else rows(sql, parameters)

    monkeypatch.setattr(ledger, "rows", damaged)
    (finding,) = check(ledger).findings
    assert finding.part == "file"
    assert finding.words.zh.startswith("文件结构有 20+ 处损坏：")
    assert finding.words.en.count("Tree") == 3
