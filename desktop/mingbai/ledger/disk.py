"""The disk under a ledger: whether it is a place where one can lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mingbai.disk import KINDS, disk_told, sync_file, sync_folder
from mingbai.domain.words import Fault

__all__ = [
    "KINDS",
    "disk_told",
    "file_system",
    "is_far",
    "name_too_long",
    "refuse_far",
    "sync_file",
    "sync_folder",
]

LONGEST_NAME = 240
"""Bytes of a file name; SQLite appends `-journal` to it, and 255 is the most a disk takes."""

FAR_FILE_SYSTEMS = {
    "9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.sshfs", "glusterfs", "lustre", "nfs", "nfs4", "smb2", "smb3", "smbfs",
}  # fmt: skip


@contextmanager
def disk_told(place: Path) -> Iterator[None]:
    """Turns what the system says of a file or folder into a sentence with the next step."""
    try:
        yield
    except OSError as error:
        kind = KINDS.get(error.errno or 0, errno.EIO)
        raise Fault(*SENTENCES[kind], name=str(place)) from error


KINDS = {
    errno.ENOSPC: errno.ENOSPC,
    errno.EDQUOT: errno.ENOSPC,
    errno.EFBIG: errno.EFBIG,
    errno.ENOENT: errno.ENOENT,
    errno.ENOTDIR: errno.ENOENT,
    errno.EACCES: errno.EACCES,
    errno.EPERM: errno.EACCES,
    errno.EROFS: errno.EACCES,
    errno.EISDIR: errno.EACCES,
    errno.ENAMETOOLONG: errno.ENAMETOOLONG,
}

SENTENCES = {
    errno.ENOSPC: (
        "“{name}”所在的磁盘已满，没有写入任何文件。请清理磁盘或换一个磁盘后重试",
        "The disk of “{name}” is full and nothing was written; free space or choose another disk, then try again",
    ),
    errno.EFBIG: (
        "“{name}”所在的磁盘放不下这么大的文件。请换一个磁盘，或把优盘格式化为 exFAT",
        "The disk of “{name}” cannot hold a file this large; choose another disk or format the stick as exFAT",
    ),
    errno.ENOENT: (
        "找不到“{name}”。请检查文件夹是否存在、优盘是否插好",
        "“{name}” was not found; check that the folder exists and the USB stick is plugged in",
    ),
    errno.EACCES: (
        "“{name}”不能写入。请换一个文件夹，如“文档”",
        "“{name}” cannot be written to; choose another folder, such as Documents",
    ),
    errno.ENAMETOOLONG: (
        "“{name}”的名称太长。请换一个短一些的文件名或文件夹",
        "The name “{name}” is too long; choose a shorter name or folder",
    ),
    errno.EIO: (
        "读写“{name}”时磁盘出错。请检查磁盘或优盘是否松动，然后重试",
        "The disk failed at “{name}”; check the disk or USB stick and try again",
    ),
}


def name_too_long(path: Path) -> bool:
    """Whether SQLite could not put its journal beside a file of this name."""
    return len(os.fsencode(path.name)) > LONGEST_NAME


def sync_file(path: Path) -> None:
    """Makes the contents of a file last through a power cut."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder last through a power cut, where the system offers that."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            # Some file systems of sticks cannot do this for a folder, and say so.
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)


def refuse_far(folder: Path) -> None:
    """Raises `Fault` for a folder on a network share, where the locks of a ledger do not hold."""
    if is_far(folder):
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
        # Of two at one place the later one covers the earlier.
        if inside and len(point) >= best:
            best, kind = len(point), found
    return kind


if sys.platform == "win32":
    import ctypes

    DRIVE_REMOTE = 4

    def is_far(folder: Path) -> bool:
        """Whether a folder lies on a network share or a drive letter that stands for one."""
        root = Path(os.path.realpath(folder)).anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == DRIVE_REMOTE
else:

    def is_far(folder: Path) -> bool:
        """Whether a folder lies on a network share."""
        return file_system(folder) in FAR_FILE_SYSTEMS
