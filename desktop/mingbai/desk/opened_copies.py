"""Private copies of attached files, made to be looked at by other programs and removed again.

They lie in a folder of this program alone, which nobody else on the PC can look into, and cannot be written:
who changes one is asked by his program where to save it. What a program that died left is removed by the next.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from mingbai.desk.attachments import refuse_opening
from mingbai.disk import disk_told
from mingbai.domain.pattern import pattern
from mingbai.ledger.contents import content_pieces
from mingbai.ledger.hold import lock_handle
from mingbai.ledger.ledger import Entry, Ledger

PREFIX = "mingbai-open-"
HELD = ".held"
"""Locked as long as the program lives."""
FRESH_SECONDS = 60
"""A folder that was made so lately may not be locked yet."""
LONGEST_STEM = 40

_HARMFUL = pattern(r'[\\/:*?"<>|%$`;&\s]+')
_RESERVED = pattern(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")


class OpenedCopies:
    """The copies of one running program."""

    def __init__(self, within: Path | None = None) -> None:
        """They lie in a new folder `within` another one, by default that of temporary files."""
        self._within = within or Path(tempfile.gettempdir())
        self._folder: Path | None = None
        self._handle = -1

    def copy(self, ledger: Ledger, file: Entry) -> Path:
        """A copy of an attached file. Raises `Mistake` for one that is not opened, `Fault` when it cannot be made."""
        name, digest = str(file.stored["name"]), str(file.stored["sha256"])
        refuse_opening(name)
        with disk_told(self._within):
            folder = self._folder or self._begin()
            place = folder / digest[:16]
            place.mkdir(mode=0o700, exist_ok=True)
            path = place / harmless(name)
            if not path.exists():
                draft = path.with_name(f"{path.name}.part")
                draft.unlink(missing_ok=True)
                with os.fdopen(os.open(draft, _CREATE, 0o600), "wb") as stream:
                    for piece in content_pieces(ledger, digest):
                        stream.write(piece)
                draft.chmod(stat.S_IRUSR)
                draft.replace(path)
            return path

    def remove(self) -> None:
        """Removes all copies; one that a program still holds goes when the next one starts."""
        folder, self._folder = self._folder, None
        if folder is not None:
            os.close(self._handle)
            _remove(folder)

    def _begin(self) -> Path:
        remove_left(self._within)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._within))
        self._handle = os.open(folder / HELD, os.O_RDWR | os.O_CREAT, 0o600)
        lock_handle(self._handle)
        self._folder = folder
        return folder


_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def remove_left(within: Path | None = None) -> None:
    """Removes what programs left that ended without removing it."""
    for folder in (within or Path(tempfile.gettempdir())).glob(f"{PREFIX}*"):
        with suppress(OSError):
            found = folder.lstat()
            mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
            if stat.S_ISDIR(found.st_mode) and mine and time.time() - found.st_mtime > FRESH_SECONDS:
                _remove_if_left(folder)


def _remove_if_left(folder: Path) -> None:
    with suppress(FileNotFoundError):
        handle = os.open(folder / HELD, os.O_RDWR)
        try:
            lock_handle(handle)  # else its program lives, and this raises
        finally:
            os.close(handle)
    _remove(folder)


def _remove(folder: Path) -> None:
    for path in folder.rglob("*"):
        with suppress(OSError):
            # Windows does not remove what cannot be written.
            path.chmod(0o700 if path.is_dir() else 0o600)
    shutil.rmtree(folder, ignore_errors=True)


def harmless(name: str) -> str:
    """A name that no shell, no system and no folder takes for anything but a name."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    stem = _HARMFUL.sub(" ", stem).strip(" .-~")[:LONGEST_STEM].strip(" .")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"附件 {stem}".strip()
    ending = "".join(sign for sign in ending if sign.isascii() and sign.isalnum())[:10]
    return f"{stem}.{ending}" if ending else stem
