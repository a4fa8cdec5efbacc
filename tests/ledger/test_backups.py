"""A backup is whole and proves it; restoring one deletes nothing."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import stat
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, issue, refused, spill_early, stored

from mingbai.domain.issue import ISSUES
from mingbai.domain.words import Fault, Mistake
from mingbai.ledger import backups as module
from mingbai.ledger import ledger as ledger_module
from mingbai.ledger.backups import (
    back_up,
    back_up_before,
    backup_folder,
    backups,
    restore,
    superfluous,
    verify,
)
from mingbai.ledger.check import heads
from mingbai.ledger.file import PART
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.manifest import Contents, Manifest
from mingbai.ledger.migrations import steps

NOW = datetime(2026, 11, 22, 9, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "备份"


def names(folder: Path) -> list[str]:
    return sorted(at.name for at in folder.iterdir())


def test_a_backup_is_a_ledger_with_a_manifest_beside_it(ledger: Ledger, folder: Path) -> None:
    added(ledger, issue(), issue())
    made = back_up(ledger, folder, why="close", now=NOW)
    assert names(folder) == ["账本-20261122-0901.json", "账本-20261122-0901.mingbai"]
    assert all(stat.S_IMODE(at.stat().st_mode) == 0o600 for at in folder.iterdir())
    said = json.loads((folder / "账本-20261122-0901.json").read_text(encoding="utf-8"))
    assert said["contents"]["entries"]["issue"] == 2
    assert said["contents"]["steps"] == list(steps.NAMES)
    assert (said["why"], said["bytes"]) == ("close", made.path.stat().st_size)
    assert made.manifest.contents.heads == heads(ledger)
    assert verify(made.path) == made
    assert backups(folder) == backups(folder, ledger) == [made]
    with Ledger(made.path) as copy:
        assert len(copy.entries(ISSUES)) == 2
        assert_whole(copy)


def test_two_backups_of_one_minute_stand_side_by_side(ledger: Ledger, folder: Path) -> None:
    first, second = back_up(ledger, folder, now=NOW), back_up(ledger, folder, now=NOW)
    assert [first.path.name, second.path.name] == [
        "账本-20261122-0901.mingbai",
        "账本-20261122-0901-2.mingbai",
    ]
    verify(first.path)
    verify(second.path)


def test_a_long_name_is_shortened_for_its_backups(tmp_path: Path, folder: Path) -> None:
    with Ledger.create(tmp_path / f"{'账' * 77}.mingbai") as ledger:
        verify(back_up(ledger, folder, now=NOW).path)


def test_a_ledger_in_use_is_backed_up_as_it_stood_between_two_acts(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_module, "COPIED_PAGES", 2)
    added(ledger, *[issue(f"第{number}条") for number in range(300)])
    made: list[module.Backup] = []
    backing_up = threading.Thread(target=lambda: made.append(back_up(ledger, folder, now=NOW)))
    backing_up.start()
    saved = 0
    while backing_up.is_alive():
        added(ledger, issue("其间"), issue("其间"))
        saved += 1
    backing_up.join()
    assert saved > 2
    verify(made[0].path)
    with Ledger(made[0].path) as copy:
        assert len(copy.entries(ISSUES)) % 2 == 0
        assert_whole(copy)
    assert_whole(ledger)


@pytest.mark.parametrize("part", range(12))
def test_a_flipped_bit_is_found(ledger: Ledger, folder: Path, part: int) -> None:
    added(ledger, *[issue(f"第{number}条") for number in range(50)])
    made = back_up(ledger, folder, now=NOW)
    whole = made.path.read_bytes()
    at = len(whole) * part // 12 + part
    made.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with refused(made.path, kind=Fault, says="is damaged"):
        verify(made.path)
    made.path.write_bytes(whole[:-1])
    with refused(made.path, kind=Fault, says="is damaged"):
        verify(made.path)
    made.path.write_bytes(whole)
    verify(made.path)


@pytest.mark.parametrize("change", [{"entries": {}}, {"heads": {}}, {"steps": []}, {"ledger": "another"}])
def test_a_manifest_that_counts_otherwise_is_found(ledger: Ledger, folder: Path, change: dict) -> None:
    made = back_up(ledger, folder, now=NOW)
    beside = made.path.with_suffix(".json")
    said = json.loads(beside.read_text(encoding="utf-8"))
    said["contents"].update({"entries": {"issue": 1}, "heads": {"x": [1, "a"]}} | change)
    beside.write_text(json.dumps(said), encoding="utf-8")
    with refused(made.path, kind=Fault, says="is damaged"):
        verify(made.path)


@pytest.mark.parametrize("text", [None, "", "{}", "[]", '{"file": 1}', "\udcff", '{"contents": null}'])
def test_a_backup_without_its_manifest_is_none(ledger: Ledger, folder: Path, text: str | None) -> None:
    made = back_up(ledger, folder, now=NOW)
    beside = made.path.with_suffix(".json")
    if text is None:
        beside.unlink()
    else:
        beside.write_bytes(text.encode(errors="surrogateescape"))
    with refused(made.path, kind=Fault, says="no whole backup"):
        verify(made.path)
    assert backups(folder) == []
    with refused(kind=Fault, says="no whole backup"):
        verify(folder / "nowhere.mingbai")


def test_a_damaged_ledger_makes_no_backup_and_costs_none(path: Path, folder: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, *[issue(f"第{number}条") for number in range(300)])
        kept = back_up(ledger, folder, now=NOW)
        (page,) = ledger.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'by_issue_place'")[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(os.urandom(4096))
    with Ledger(path) as ledger, refused(kind=Fault, says="not sound"):
        back_up(ledger, folder, now=NOW + timedelta(days=1))
    assert backups(folder) == [kept]
    assert len(names(folder)) == 2


def test_a_full_disk_is_told_and_leaves_nothing(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = back_up(ledger, folder, now=NOW)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "sync_file", full)
    with refused(kind=Fault, says="is full"):
        back_up(ledger, folder, now=NOW)
    assert names(folder) == [kept.path.with_suffix(".json").name, kept.path.name]


def test_a_disk_that_fills_while_sqlite_copies_is_told(ledger: Ledger, folder: Path) -> None:
    folder.mkdir()
    added(ledger, *[issue(f"第{number}条") for number in range(300)])
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(Fault):
            back_up(ledger, folder, now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert names(folder) == []
    verify(back_up(ledger, folder, now=NOW).path)


def test_a_folder_that_cannot_be_made_is_told(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused(kind=Fault):
        back_up(ledger, tmp_path / "file" / "folder", now=NOW)
    with refused(kind=Fault):
        back_up(ledger, tmp_path / "file", now=NOW)


def made_at(*moments: datetime) -> list[module.Backup]:
    def one(at: datetime) -> module.Backup:
        contents = Contents("ledger", {}, {}, ())
        stamp = at.astimezone().isoformat(timespec="seconds")
        return module.Backup(Path(stamp), Manifest("", stamp, "", 0, "", contents))

    return [one(at) for at in moments]


def test_days_weeks_and_months_are_thinned() -> None:
    found = made_at(*[NOW - timedelta(days=day, hours=hour) for day in range(800) for hour in (0, 3)])
    gone = superfluous(found)
    kept = [backup.manifest.made_at[:10] for backup in found if backup not in gone]
    days = ["2026-11-22", *[f"2026-11-{day}" for day in (22, 21, 20, 19, 18, 17, 16)]]
    weeks = ["2026-11-15", "2026-11-08", "2026-11-01", "2026-10-25"]
    months = [f"2026-{month}" for month in ("10-31", "09-30", "08-31", "07-31", "06-30", "05-31", "04-30", "03-31",
              "02-28", "01-31")] + ["2025-12-31"]  # fmt: skip
    assert kept == sorted([*days, *weeks, *months], reverse=True)
    assert superfluous(made_at(NOW)) == superfluous([]) == []


def test_the_last_of_each_older_day_stays_and_all_of_the_newest() -> None:
    found = made_at(*[NOW.replace(hour=hour, day=day) for day in (21, 22) for hour in range(1, 9)])
    gone = {backup.manifest.made_at[:13] for backup in superfluous(found)}
    assert gone == {f"2026-11-21T0{hour}" for hour in range(1, 8)}


def test_only_backups_of_this_ledger_are_thinned_and_no_other_file(
    ledger: Ledger, folder: Path, tmp_path: Path
) -> None:
    (folder / "inside").mkdir(parents=True)
    for name in ("账本-20200101-0900.mingbai", "账本.json", "照片.jpg", "x.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    with Ledger.create(other_folder / "账本.mingbai") as other:
        theirs = [back_up(other, folder, now=NOW - timedelta(days=400 + day)) for day in range(3)]
        theirs_kept = [backup for backup in theirs if backup.path.exists()]
    for day in range(30, -1, -1):
        back_up(ledger, folder, now=NOW - timedelta(days=day))
    mine = backups(folder, ledger)
    assert len(mine) == 7 + 4 + 1
    assert [backup for backup in backups(folder) if backup not in mine] == sorted(
        theirs_kept, key=lambda backup: backup.manifest.made_at, reverse=True
    )
    assert {"账本-20200101-0900.mingbai", "账本.json", "照片.jpg", "x.json", "inside"} <= set(names(folder))


def test_what_a_power_cut_left_is_swept_away_a_day_later(ledger: Ledger, folder: Path) -> None:
    folder.mkdir()
    old, new = folder / f".old.{PART}", folder / f".new.{PART}"
    old.touch()
    new.touch()
    yesterday = datetime.now() - timedelta(days=2)
    os.utime(old, (yesterday.timestamp(), yesterday.timestamp()))
    made = back_up(ledger, folder)
    made.path.unlink()
    back_up(ledger, folder)
    assert not old.exists()
    assert new.exists()
    assert len([name for name in names(folder) if name.endswith(".json")]) == 1


def test_a_backup_comes_before_a_migration(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())

    class Step:
        NAME = "m0002_more"

        @staticmethod
        def apply(execute) -> None:
            execute("CREATE TABLE more (a)")

    real = steps.step
    monkeypatch.setattr(steps, "step", lambda name: Step if name == Step.NAME else real(name))
    monkeypatch.setattr(steps, "NAMES", (*steps.NAMES, Step.NAME))
    Ledger(path, before_migrating=back_up_before).close()
    (made,) = backups(backup_folder(path))
    assert made.manifest.why == "migrate"
    assert Step.NAME not in made.manifest.contents.steps
    verify(made.path)
    aside = restore(made.path, path, now=NOW)
    assert aside is not None
    with Ledger(path) as ledger:
        assert len(ledger.entries(ISSUES)) == 1
        assert ledger.rows("SELECT count(*) FROM more") == [(0,)]


def test_restoring_sets_the_ledger_aside(path: Path, folder: Path) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue("早"))
        made = back_up(ledger, folder, now=NOW)
        added(ledger, issue("晚"))
    later = path.read_bytes()
    aside = restore(made.path, path, now=NOW)
    assert aside is not None
    assert aside.name == "账本-set-aside-20261122-0901.mingbai"
    assert aside.read_bytes() == later
    assert names(path.parent) == sorted([aside.name, path.name, "备份"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with Ledger(path) as ledger:
        assert [entry.stored["title"] for entry in ledger.entries(ISSUES)] == ["早"]
        assert ledger.device.letter == "B", "numbers given since the backup are not given again"
        (uid,) = added(ledger, issue())
        assert stored(ledger, uid)["number"] == "2026-B-0001"
        assert_whole(ledger)
    verify(made.path)
    with Ledger(aside) as ledger:
        assert len(ledger.entries(ISSUES)) == 2
        assert ledger.device.letter == "A"
    other = restore(made.path, path, now=NOW)
    assert other is not None
    assert other != aside


def test_restoring_where_no_ledger_is(path: Path, folder: Path, tmp_path: Path) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
    assert restore(made.path, tmp_path / "新.mingbai") is None
    Ledger(tmp_path / "新.mingbai").close()
    with refused(kind=Mistake, says=".mingbai"):
        restore(made.path, tmp_path / "新.db")
    with refused(kind=Fault, says="was not found"):
        restore(made.path, tmp_path / "nowhere" / "新.mingbai")


def test_an_open_ledger_is_not_restored_over(ledger: Ledger, path: Path, folder: Path) -> None:
    made = back_up(ledger, folder, now=NOW)
    with pytest.raises(Fault, match="already open"):
        restore(made.path, path)
    added(ledger, issue())
    assert names(path.parent) == sorted([path.name, f"{path.name}-journal", "备份"])


def test_a_damaged_or_newer_backup_is_not_restored(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
    real = steps.NAMES
    monkeypatch.setattr(steps, "NAMES", ())
    with refused(path, kind=Fault, says="newer Mingbai Ledger"):
        restore(made.path, path)
    monkeypatch.setattr(steps, "NAMES", real)
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:5000] + b"x" + whole[5001:])
    with refused(path, kind=Fault, says="is damaged"):
        restore(made.path, path)
    assert names(path.parent) == sorted([path.name, "备份"])


@pytest.mark.parametrize("links", [True, False])
def test_a_disk_that_fails_at_the_last_moment_leaves_the_ledger_in_place(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
    before = path.read_bytes()

    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", failing)
    if not links:
        monkeypatch.setattr(os, "link", failing)
    with refused(path, kind=Fault, says="disk failed"):
        restore(made.path, path, now=NOW)
    assert path.read_bytes() == before
    monkeypatch.undo()
    Ledger(path).close()


def test_restoring_on_a_stick_without_hard_links(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
        added(ledger, issue())

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    aside = restore(made.path, path, now=NOW)
    assert aside is not None
    for at, entries in ((path, 0), (aside, 1)):
        with Ledger(at) as ledger:
            assert len(ledger.entries(ISSUES)) == entries


def test_a_ledger_that_is_beyond_sqlite_is_set_aside_as_it_is(path: Path, folder: Path) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
    path.write_bytes(b"rubbish" * 1000)
    aside = restore(made.path, path, now=NOW)
    assert aside is not None
    assert aside.read_bytes() == b"rubbish" * 1000
    with Ledger(path) as ledger:
        assert_whole(ledger)


def test_a_journal_that_could_not_be_settled_goes_with_its_ledger(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
    path.with_name(f"{path.name}-journal").write_bytes(b"hot")

    def failing(_: Path) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(module, "_settle", failing)
    aside = restore(made.path, path, now=NOW)
    assert aside is not None
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"hot"
    assert not path.with_name(f"{path.name}-journal").exists()


def test_a_broken_off_save_is_not_rolled_back_into_the_restored_file(path: Path, folder: Path) -> None:
    """The journal of the old file is hot: SQLite would write its pages into whatever lies at this path."""
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
        added(ledger, *[issue(f"第{number}条") for number in range(100)])
        spill_early(ledger, 2)
        with ledger.act("import") as act:
            for number in range(2000):
                act.insert(ISSUES, issue(f"第{number}条"))
            crashed = [
                (at.name, at.read_bytes()) for at in path.parent.iterdir() if at.name.startswith(path.name)
            ]
    path.unlink()
    for name, data in crashed:
        path.with_name(name).write_bytes(data)
    assert len(crashed) == 2
    aside = restore(made.path, path, now=NOW)
    assert aside is not None
    with Ledger(path) as ledger:
        assert ledger.entries(ISSUES) == []
        assert_whole(ledger)
    with Ledger(aside) as ledger:
        assert len(ledger.entries(ISSUES)) == 100
        assert_whole(ledger)


def test_a_backup_can_be_carried_elsewhere_and_verified_there(
    ledger: Ledger, folder: Path, tmp_path: Path
) -> None:
    made = back_up(ledger, folder, now=NOW)
    stick = tmp_path / "stick"
    stick.mkdir()
    for at in (made.path, made.path.with_suffix(".json")):
        shutil.copy(at, stick)
    assert verify(stick / made.path.name).manifest == made.manifest
    connection = sqlite3.connect(stick / made.path.name)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_restoring_through_a_symbolic_link_changes_the_ledger_it_leads_to(
    path: Path, folder: Path, tmp_path: Path
) -> None:
    with Ledger.create(path) as ledger:
        made = back_up(ledger, folder, now=NOW)
        added(ledger, issue())
    link = tmp_path / "elsewhere" / "link.mingbai"
    link.parent.mkdir()
    link.symlink_to(path)
    aside = restore(made.path, link, now=NOW)
    assert link.is_symlink()
    assert aside is not None
    assert aside.parent == path.parent
    with Ledger(link) as ledger:
        assert ledger.entries(ISSUES) == []
