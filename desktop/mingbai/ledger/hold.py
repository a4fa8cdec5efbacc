"""Holds a ledger for one program at a time, without a lock file that a power cut would leave behind.

The lock lies on the ledger file itself, beside SQLite's own locks: `flock` on POSIX systems (SQLite uses
`fcntl`), a byte far beyond SQLite's lock range on Windows. The handle must be closed after SQLite's:
closing any handle of a file drops the `fcntl` locks of the whole process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mingbai.domain.words import Fault

FAR_BYTE = 0x7FFF_FFFF_FFFF_0000


class Hold:
    """The right to use one ledger file."""

    def __init__(self, path: Path) -> None:
        """Raises `Fault` when another program holds the file."""
        self._handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise Fault(
                "账本“{name}”已在另一个窗口打开，请到那个窗口操作，或先关闭它",
                "The ledger “{name}” is already open in another window; use that one, or close it first",
                name=path.name,
            ) from error

    def release(self) -> None:
        """Gives the file free. Only after SQLite's connections are closed."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
