"""Holds a ledger for one program at a time, without a lock file that a power cut would leave behind.

The lock lies on the ledger file itself, beside SQLite's own locks: `flock` on POSIX systems (SQLite uses
`fcntl`); on Windows one byte of the page that SQLite keeps for its locks, never reads and never writes.

Closing any handle of a file drops the `fcntl` locks of the whole process on it. So nothing opens the
path of an open ledger a second time, and the handle is closed after SQLite's connections.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from threading import Lock

from mingbai.domain.words import Fault

LOCK_BYTE = 0x4000_0F00
"""SQLite's locks end at 0x4000_0200 and no data lies in that page."""

HEADER_BYTES = 100

_held: set[tuple[int, int]] = set()
_watch = Lock()


class HeldElsewhere(Fault):
    """Another window, of this program or of a second one, has the ledger open."""


class Hold:
    """The right to use one ledger file."""

    def __init__(self, path: Path) -> None:
        """Raises `Fault` when another window holds the file, or when it cannot be held at all."""
        self._handle = -1
        self._file = _identity(path)
        with _watch:
            if self._file in _held:
                raise _held_elsewhere(path)
            _held.add(self._file)
        try:
            self._handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            lock_handle(self._handle)
        except OSError as error:
            self.release()
            if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK) and os.access(path, os.W_OK):
                raise _held_elsewhere(path) from error
            raise _cannot_hold(path) from error

    def header(self) -> bytes:
        """The first bytes of the file, read without opening it again."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, HEADER_BYTES)

    def handle(self) -> int:
        """The open file, for asking the system about it."""
        return self._handle

    def release(self) -> None:
        """Gives the file free. Only after SQLite's connections are closed."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        with _watch:
            _held.discard(self._file)
            self._file = (-1, -1)


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise _cannot_hold(path) from error
    return found.st_dev, found.st_ino


def _held_elsewhere(path: Path) -> HeldElsewhere:
    return HeldElsewhere(
        "账本“{name}”已在另一个窗口打开，请到那个窗口操作，或先关闭它",
        "The ledger “{name}” is already open in another window; use that one, or close it first",
        name=path.name,
    )


def _cannot_hold(path: Path) -> Fault:
    return Fault(
        "账本“{name}”所在的磁盘不允许独占使用，不能安全保存。请把账本移到本机磁盘",
        "The disk that holds the ledger “{name}” lets no program use it alone, so nothing can be saved "
        "safely; move the ledger to this PC's own disk",
        name=path.name,
    )


if sys.platform == "win32":
    import msvcrt

    def lock_handle(handle: int) -> None:
        """Locks an open file for this program alone. Raises `OSError` when another one has it."""
        os.lseek(handle, LOCK_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def lock_handle(handle: int) -> None:
        """Locks an open file for this program alone. Raises `OSError` when another one has it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
