"""Files on a disk: what goes wrong with them, in sentences, and what makes them last through a power cut."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mingbai.domain.words import Fault


class DiskFull(Fault):
    """There is no room left: whoever was about to do more than write a file says so in its own words."""


@contextmanager
def disk_told(place: Path) -> Iterator[None]:
    """Turns what the system says of a file or folder into a sentence with the next step."""
    try:
        yield
    except OSError as error:
        raise disk_fault(error, place) from error


def disk_fault(error: OSError, place: Path) -> Fault:
    """The sentence for an error of the system at a file or folder."""
    number = KINDS.get(error.errno or 0, errno.EIO)
    kind = DiskFull if number == errno.ENOSPC else Fault
    return kind(*SENTENCES[number], name=str(place))


def file_there(path: Path) -> bool:
    """Whether a file is there. What the system gives no answer about (a share that is gone, a folder that
    may not be read) is not."""
    with suppress(OSError):
        return path.is_file()
    return False


def folder_there(path: Path) -> bool:
    """Whether a folder is there, likewise."""
    with suppress(OSError):
        return path.is_dir()
    return False


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


def sync_file(path: Path) -> None:
    """Makes the contents of a file last through a power cut."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder last through a power cut, where the system and the disk offer that."""
    if sys.platform != "win32":
        # Some file systems of sticks cannot do this for a folder, and some folders may be written but not
        # opened. The name stands there all the same, so that is no failure.
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
