"""The disk under a ledger: whether it is a place where one can lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mingbai.domain.words import Fault

LONGEST_NAME = 240
"""Bytes of a file name; SQLite appends `-journal` to it, and 255 is the most a disk takes."""

FAR_FILE_SYSTEMS = {
    "9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.sshfs", "glusterfs", "lustre", "nfs", "nfs4", "smb2", "smb3", "smbfs",
}  # fmt: skip


def name_too_long(path: Path) -> bool:
    """Whether SQLite could not put its journal beside a file of this name."""
    return len(os.fsencode(path.name)) > LONGEST_NAME


def name_is_text(path: Path) -> bool:
    """Whether a file name is text: one from a disk that was written in another encoding may be none."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path.name)


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
