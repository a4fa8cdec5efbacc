"""Opening and creating a ledger file; refusing one that cannot be used, in one sentence, untouched."""

from __future__ import annotations

import os
import socket
import sys
import uuid
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from mingbai.domain.words import Fault, Mistake
from mingbai.ledger import migrations
from mingbai.ledger.driver import APPLICATION_ID, Connection, connect, told

SUFFIX = ".mingbai"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Station letters; I and O are read as digits."""

FAR_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs"}


def create_file(path: Path) -> None:
    """An empty ledger at `path`, complete on disk or not there at all. Raises `Mistake` or `Fault`."""
    if path.suffix != SUFFIX:
        raise Mistake(
            "账本文件名要以 {suffix} 结尾，如“{stem}{suffix}”",
            "A ledger's name ends in {suffix}, such as “{stem}{suffix}”",
            suffix=SUFFIX,
            stem=path.stem,
        )
    if path.exists():
        raise Mistake(
            "“{name}”已经存在，没有改动。请换一个文件名，或打开现有账本",
            "“{name}” exists already and was left as it is; choose another name or open that ledger",
            name=path.name,
        )
    _refuse_far(path.parent)
    draft = path.with_name(f".{path.stem[:40]}-{uuid.uuid4().hex[:8]}.part")
    with folder_told(path.parent):
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        _fill(draft)
        with folder_told(path.parent):
            _move_if_free(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    with told(path):
        connection = connect(path)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA foreign_keys=0")
            migrations.apply(connection)
        finally:
            connection.close()


def _move_if_free(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise Mistake(
            "“{name}”已经存在，没有改动", "“{name}” exists already and was left as it is", name=path.name
        ) from error
    except OSError:
        # FAT and exFAT sticks have no hard links; a rename there can only race with another creation.
        draft.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder last through a power cut, where the system offers that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class folder_told:  # noqa: N801 - reads as a sentence, like `told`
    """Turns a folder that cannot be written into a sentence."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            raise Fault(
                "文件夹“{name}”不能写入（{why}）。请换一个文件夹，如“文档”",
                "The folder “{name}” cannot be written to ({why}); choose another one, such as Documents",
                name=str(self.folder),
                why=error.strerror or "",
            ) from error


def refuse_unusable(path: Path) -> None:
    """Raises `Fault` for a file that is missing, read-only, or far away, before it is opened."""
    if not path.is_file():
        raise Fault(
            "找不到账本“{name}”。请检查它是否被移动或改名",
            "There is no ledger “{name}”; check whether it was moved or renamed",
            name=str(path),
        )
    _refuse_far(path.parent)
    if not (path.stat().st_mode & 0o200 and os.access(path, os.W_OK)):
        raise Fault(
            "账本“{name}”是只读的，不能保存。请取消文件的只读属性，或复制到可写的文件夹再打开",
            "The ledger “{name}” is read-only; make the file writable, or copy it to a folder you can write to",
            name=path.name,
        )
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise Fault(
            "账本所在的文件夹“{name}”不能写入，无法安全保存。请把账本移到可写的文件夹",
            "The ledger's folder “{name}” cannot be written to, so nothing can be saved safely; move the "
            "ledger to a folder you can write to",
            name=str(path.parent),
        )


def refuse_foreign(connection: Connection, path: Path) -> tuple[str, ...]:
    """The migrations still to apply. Raises `Fault` for a file that is no ledger or is from a newer version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    found = migrations.applied(connection)
    if application != APPLICATION_ID or not found:
        raise Fault(
            "“{name}”不是账本文件。请选择以 .mingbai 结尾的账本",
            "“{name}” is not a ledger; choose a file that ends in .mingbai",
            name=path.name,
        )
    if set(found) - set(migrations.NAMES):
        raise Fault(
            "账本“{name}”由更新版本的明白账写成，没有改动。请升级明白账后再打开",
            "The ledger “{name}” was written by a newer Mingbai Ledger and was left as it is; update the "
            "program to open it",
            name=path.name,
        )
    if found != migrations.NAMES[: len(found)]:
        raise RuntimeError(f"migrations applied out of order: {found}")
    return migrations.NAMES[len(found) :]


def _refuse_far(folder: Path) -> None:
    if file_system(folder) in FAR_FILE_SYSTEMS:
        raise Fault(
            "“{name}”在网络共享盘上，账本放在那里可能损坏。请放到本机磁盘，用备份或合并文件交换",
            "“{name}” is on a network share, where a ledger can be damaged; keep it on this PC's disk and "
            "exchange backups or merge files instead",
            name=str(folder),
        )


def file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """The type of file system a folder lies on, '' where the system does not say."""
    if not mounts.exists():
        return ""
    real = os.path.realpath(folder)
    best, kind = -1, ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        point, found = line.split(" ")[1:3]
        point = point.replace("\\040", " ")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) > best:
            best, kind = len(point), found
    return kind


def home_of(path: Path) -> str:
    """A fingerprint of this PC and this very file: a copy of the file has another one."""
    machine = ""
    for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        if os.access(name, os.R_OK):
            machine = Path(name).read_text(encoding="utf-8").strip()
            break
    machine = machine or f"{socket.gethostname()}-{uuid.getnode()}"
    return sha256(f"{machine}|{path.stat().st_ino}".encode()).hexdigest()[:32]


def this_device(connection: Connection, path: Path) -> tuple[int, str, str]:
    """The device row of this PC for this file: (id, uuid, letter); a copied ledger becomes a new device."""
    home = home_of(path)
    last = connection.execute("SELECT id, uuid, letter, home FROM device ORDER BY id DESC LIMIT 1").fetchone()
    if last is not None and last[3] == home:
        return int(last[0]), str(last[1]), str(last[2])
    taken = {letter for (letter,) in connection.execute("SELECT letter FROM device")}
    letter = next((letter for letter in LETTERS if letter not in taken), LETTERS[-1])
    name = str(uuid.uuid4())
    connection.execute("BEGIN IMMEDIATE")
    cursor = connection.execute(
        "INSERT INTO device (uuid, letter, home, began_at) VALUES (?, ?, ?, ?)",
        (name, letter, home, datetime.now().astimezone().isoformat(timespec="seconds")),
    )
    connection.execute("COMMIT")
    return int(cursor.lastrowid or 0), name, letter
