"""The check of a ledger that is in use: a copy is looked at, so that nobody waits to read or to save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from mingbai.disk import disk_told
from mingbai.ledger.check import Checked, check
from mingbai.ledger.driver import connect, telling, told
from mingbai.ledger.file import private_file
from mingbai.ledger.ledger import Ledger

COPIED = 5
"""Hundredths of the work that are done when the copy is made."""


def check_apart(ledger: Ledger, folder: Path, progress: Callable[[int, int], None]) -> Checked:
    """Copies the ledger into the folder, page by page as it is, checks the copy, and removes it.

    `progress` hears how much is done, in hundredths, and may raise to stop. Raises `Fault` when it cannot be
    copied: a page that cannot be read, no room on the disk.
    """
    with disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with private_file(folder) as file:
            ledger.copy_to(file, lambda done, of: progress(COPIED * done // max(of, 1), 100))
            copy = _Copy(file, progress)
            try:
                return check(copy, copy.hear)
            finally:
                copy.close()


class _Copy:
    """A copy opened for reading only; long statements are stopped as well."""

    def __init__(self, path: Path, progress: Callable[[int, int], None]) -> None:
        self._path = path
        self._progress = progress
        self._done = COPIED
        with told(path):
            self._connection = connect(path, writing=False)

    def hear(self, done: int, of: int) -> None:
        """The check tells how far it is; the copying is done already."""
        self._done = COPIED + (100 - COPIED) * done // of
        self._again()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one statement."""
        with told(self._path), telling(self._connection, self._again):
            return self._connection.execute(sql, parameters).fetchall()

    def close(self) -> None:
        """Closes the copy."""
        self._connection.close()

    def _again(self) -> None:
        self._progress(self._done, 100)
