"""Backups: a verified copy of the ledger with a manifest beside it, thinned as they age; and restoring one.

`name-20261122-0901.mingbai` is an ordinary ledger; `name-20261122-0901.json` says what must be in it.
Only a pair of both is a backup, and only files of such a pair are ever removed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mingbai.disk import disk_told, sync_file, sync_folder
from mingbai.domain.words import Fault
from mingbai.ledger import journal
from mingbai.ledger.device import forget_home
from mingbai.ledger.disk import name_too_long, refuse_far
from mingbai.ledger.driver import clear_journal, close, connect, ready_to_write, told
from mingbai.ledger.file import PART, SUFFIX, private_file, put_in_place, refuse_name
from mingbai.ledger.hold import Hold
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.manifest import Manifest, contents, read_manifest, sha256_of
from mingbai.ledger.migrations import steps

COPIED, LOOKED_AT = 50, 80
"""Per cent of a backup that are done when it is copied, and when its contents are found sound."""

DAILY, WEEKLY, MONTHLY = 7, 5, 12


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: the copy, and what its manifest says of it."""

    path: Path
    manifest: Manifest


def backup_folder(ledger_path: Path) -> Path:
    """Where the backups of a ledger lie unless another folder was chosen."""
    return ledger_path.parent / f"{ledger_path.stem}-backups"


def back_up_before(ledger: Ledger) -> None:
    """For `Ledger(before_migrating=…)`: a backup in the usual folder."""
    back_up(ledger, backup_folder(ledger.path), why="migrate")


def back_up(
    ledger: Ledger,
    folder: Path,
    *,
    why: str = "",
    now: datetime | None = None,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Backup:
    """Copies the ledger into the folder, verifies the copy, and thins older backups of the same ledger.

    Other threads may go on saving meanwhile. `progress` hears how much is done, and may raise to stop.
    Raises `Fault`. Stopped or failed it leaves the folder as it was.
    """
    now = now or datetime.now()
    heads = ledger.rows("SELECT max(seq) FROM journal GROUP BY device")
    with disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder, now)
        path = _free_name(folder, ledger.path.stem, now)
        with private_file(folder) as draft:
            ledger.copy_to(draft, lambda done, of: progress(COPIED * done // max(of, 1), 100))
            sync_file(draft)
            found = contents(draft, ledger.path.name, lambda: progress(COPIED, 100))
            if sum(seq for seq, _ in found.heads.values()) < sum(seq for (seq,) in heads):
                raise RuntimeError("the copy is older than the ledger")
            manifest = Manifest(
                file=path.name,
                made_at=now.astimezone().isoformat(timespec="milliseconds"),
                why=why,
                bytes=draft.stat().st_size,
                sha256=sha256_of(draft, lambda: progress(LOOKED_AT, 100)),
                contents=found,
            )
            # The manifest goes first: alone it is no backup, and is swept away.
            with private_file(folder) as beside:
                beside.write_text(manifest.text(), encoding="utf-8")
                sync_file(beside)
                beside.replace(_manifest_path(path))
            put_in_place(draft, path)
        _thin(folder, manifest.contents.ledger)
    return Backup(path, manifest)


def backups(folder: Path, ledger: Ledger | None = None) -> list[Backup]:
    """The backups in a folder, newest first; with a ledger given, only its own."""
    of = None if ledger is None else ledger.rows("SELECT uuid FROM device ORDER BY id LIMIT 1")[0][0]
    found = []
    with disk_told(folder):
        for beside in folder.glob("*.json") if folder.is_dir() else ():
            manifest = read_manifest(beside)
            path = beside.with_suffix(SUFFIX)
            if manifest is not None and manifest.file == path.name and path.is_file():
                found.append(Backup(path, manifest))
    of_this = [backup for backup in found if of in (None, backup.manifest.contents.ledger)]
    return sorted(of_this, key=lambda backup: backup.manifest.made_at, reverse=True)


def is_behind(backup: Backup, ledger: Ledger) -> bool:
    """Whether the ledger was written in since a backup of it was made."""
    heads = backup.manifest.contents.heads
    return any(heads.get(device, (0, ""))[0] < seq for device, seq, _ in ledger.rows(journal.HEADS))


def verify(path: Path) -> Backup:
    """Reads a backup to its end. Raises `Fault` when it is not, bit for bit, what was backed up."""
    manifest = read_manifest(_manifest_path(path))
    with disk_told(path):
        whole = path.is_file() and manifest is not None and sha256_of(path) == manifest.sha256
    if manifest is None or not path.is_file():
        raise Fault(
            "“{name}”不是完整的备份：缺少文件或说明（.json）。请选择另一个备份",
            "“{name}” is no whole backup: the file or its manifest (.json) is missing; choose another backup",
            name=path.name,
        )
    if not whole or contents(path, path.name) != manifest.contents:
        raise _damaged(path)
    return Backup(path, manifest)


def newest_whole(
    folder: Path, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> Backup | None:
    """The newest backup in a folder that is still, bit for bit, what was backed up; None without one.

    `progress` hears how many were looked at, and may raise to stop.
    """
    found = backups(folder)
    for number, backup in enumerate(found):
        progress(number, len(found))
        with suppress(Fault):
            return verify(backup.path)
    return None


def restore(backup: Path, ledger_path: Path, *, now: datetime | None = None) -> Path | None:
    """Puts a copy of a backup in the ledger's place and answers where the ledger in use until now went.

    The backup is verified first. Nothing is deleted, and at no moment is there no ledger, as far as the
    disk allows. The ledger must not be open. Raises `Fault` or `Mistake`, and then changes nothing.
    """
    kept = verify(backup)
    if set(kept.manifest.contents.steps) - set(steps.NAMES):
        raise Fault(
            "备份“{name}”由更新版本的明白账写成。请先升级明白账",
            "The backup “{name}” was written by a newer Mingbai Ledger; update the program first",
            name=backup.name,
        )
    ledger_path = Path(os.path.realpath(ledger_path))
    refuse_name(ledger_path)
    refuse_far(ledger_path.parent)
    with disk_told(ledger_path.parent), private_file(ledger_path.parent) as draft:
        shutil.copyfile(backup, draft)
        sync_file(draft)
        if sha256_of(draft) != kept.manifest.sha256:
            raise _damaged(backup)
        _make_new_device(draft)
        if not ledger_path.exists():
            put_in_place(draft, ledger_path)
            return None
        return _change_places(draft, ledger_path, now or datetime.now())


def _change_places(draft: Path, path: Path, now: datetime) -> Path:
    hold = Hold(path)
    try:
        # A save that a power cut broke off is taken back now: its journal must not meet another file.
        with suppress(Exception):
            _settle(path)
        aside = _free_name(path.parent, f"{path.stem}-set-aside", now)
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            journal.rename(aside.with_name(f"{aside.name}-journal"))
        linked = False
        with suppress(OSError):
            os.link(path, aside)
            linked = True
    finally:
        # Windows moves no file that is held.
        hold.release()
    if not linked:
        path.rename(aside)
    try:
        draft.replace(path)
    except OSError:
        if not linked:
            aside.rename(path)
        raise
    sync_folder(path.parent)
    return aside


def _settle(path: Path) -> None:
    connection = connect(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        ready_to_write(connection)
        clear_journal(connection)
    finally:
        connection.close()


def _make_new_device(draft: Path) -> None:
    with told(draft):
        connection = connect(draft)
        try:
            ready_to_write(connection)
            forget_home(connection)
        finally:
            close(connection)


def _damaged(path: Path) -> Fault:
    return Fault(
        "备份“{name}”已损坏，没有使用。请选择另一个备份",
        "The backup “{name}” is damaged and was not used; choose another one",
        name=path.name,
    )


def _manifest_path(path: Path) -> Path:
    return path.with_suffix(".json")


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    for more in ("", *(f"-{number}" for number in range(2, 1000))):
        path = folder / f"{stem}-{now:%Y%m%d-%H%M}{more}{SUFFIX}"
        while name_too_long(path):
            stem = stem[:-10]
            path = folder / f"{stem}-{now:%Y%m%d-%H%M}{more}{SUFFIX}"
        if not os.path.lexists(path) and not os.path.lexists(_manifest_path(path)):
            return path
    raise RuntimeError(f"no free name for {stem} in a thousand")


def _sweep(folder: Path, now: datetime) -> None:
    """Removes what a power cut left of unfinished backups, once nobody can be working on it."""
    for left in folder.glob(f".*.{PART}"):
        if now.timestamp() - left.stat().st_mtime > 24 * 3600:
            left.unlink(missing_ok=True)
    for beside in folder.glob("*.json"):
        manifest = read_manifest(beside)
        if manifest is not None and not beside.with_suffix(SUFFIX).exists():
            beside.unlink(missing_ok=True)


def _thin(folder: Path, ledger: str) -> None:
    found = [backup for backup in backups(folder) if backup.manifest.contents.ledger == ledger]
    for backup in superfluous(found):
        backup.path.unlink(missing_ok=True)
        _manifest_path(backup.path).unlink(missing_ok=True)


def superfluous(found: Sequence[Backup]) -> list[Backup]:
    """Those that need not be kept: all of the newest day stay, then one a day, a week and a month."""
    newest_first = sorted(found, key=lambda backup: backup.manifest.made_at, reverse=True)
    kept: set[Path] = set()
    for form, most in (("%Y-%m-%d", DAILY), ("%G-W%V", WEEKLY), ("%Y-%m", MONTHLY)):
        latest: dict[str, Path] = {}
        for backup in newest_first:
            latest.setdefault(datetime.fromisoformat(backup.manifest.made_at).strftime(form), backup.path)
        kept.update(list(latest.values())[:most])
    today = newest_first[0].manifest.made_at[:10] if newest_first else ""
    return [
        backup
        for backup in newest_first
        if backup.path not in kept and not backup.manifest.made_at.startswith(today)
    ]
