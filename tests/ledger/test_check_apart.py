"""The check beside a window: what the plain check finds, nobody waits for it, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.samples import added, issue

from mingbai.ledger.backups import back_up, backups
from mingbai.ledger.check import check
from mingbai.ledger.check_apart import COPIED, check_apart
from mingbai.ledger.ledger import Ledger


class Stop(Exception):
    """What a stopped job raises."""


def stopping_at(percent: int) -> Callable[[int, int], None]:
    def told(done: int, _of: int) -> None:
        if done >= percent:
            raise Stop

    return told


@pytest.fixture
def busy(ledger: Ledger) -> Ledger:
    added(ledger, *[issue(f"路灯 {n}", resident="欧阳明") for n in range(120)])
    return ledger


def test_it_finds_what_the_plain_check_finds(busy: Ledger, tmp_path: Path) -> None:
    told: list[int] = []
    found = check_apart(busy, tmp_path / "apart", lambda done, _: told.append(done))
    assert found == check(busy)
    assert told == sorted(told)
    assert told[0] <= COPIED < told[-1] <= 100
    assert list((tmp_path / "apart").iterdir()) == []


def test_damage_is_found_in_the_copy_too(busy: Ledger, tmp_path: Path) -> None:
    busy._connection.execute("UPDATE issue SET title = 'x' WHERE id = 3")
    found = check_apart(busy, tmp_path, lambda _done, _of: None)
    assert {finding.part for finding in found.findings} >= {"fold"}


def test_others_read_and_save_while_it_looks(busy: Ledger, tmp_path: Path) -> None:
    saved: list[int] = []

    def told(done: int, _of: int) -> None:
        if done > COPIED and len(saved) < 3:
            saved.append(done)
            added(busy, issue(f"又一件 {done}"))
            assert len(busy.rows("SELECT id FROM issue")) == 120 + len(saved)

    before = check(busy).entries
    assert check_apart(busy, tmp_path, told).entries == before
    assert len(saved) == 3


@pytest.mark.parametrize("percent", [1, COPIED, 50, 75])
def test_stopped_it_leaves_nothing_behind(busy: Ledger, tmp_path: Path, percent: int) -> None:
    with pytest.raises(Stop):
        check_apart(busy, tmp_path / "apart", stopping_at(percent))
    assert list((tmp_path / "apart").iterdir()) == []
    added(busy, issue("之后"))


@pytest.mark.parametrize("percent", [1, 50, 80])
def test_a_stopped_backup_leaves_the_folder_as_it_was(busy: Ledger, tmp_path: Path, percent: int) -> None:
    folder = tmp_path / "backups"
    kept = back_up(busy, folder)
    with pytest.raises(Stop):
        back_up(busy, folder, progress=stopping_at(percent))
    assert [one.path for one in backups(folder)] == [kept.path]
    assert len(list(folder.iterdir())) == 2
    added(busy, issue("之后"))
