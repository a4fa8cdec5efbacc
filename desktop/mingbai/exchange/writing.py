"""Puts a file in place only when it is whole: the file that was there is never half overwritten."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from mingbai.disk import disk_fault, sync_file, sync_folder
from mingbai.domain.words import Fault

MADE_BY = "Mingbai Ledger"
"""What a file says wrote it, in either language."""
LOCKS = ("~${}", ".~lock.{}#", ".~{}")
"""What Excel, LibreOffice and WPS lay beside a file they have open."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write into; when the block ends well it takes the place of `path`.

    Whatever fails, `path` is left as it was and nothing else remains. Trouble with the disk is told as a `Fault`.
    """
    # A link stays a link: what it leads to is replaced.
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(4)}{target.suffix}")
    try:
        _refuse_hopeless(target)
        part.touch(exist_ok=False)
        try:
            yield part
            _keep_mode(target, part)
            sync_file(part)
            part.replace(target)
            sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        _tell(error, target)


def _refuse_hopeless(target: Path) -> None:
    """Find out beforehand what would only come to light after a long export."""
    name, folder = target.name, target.parent
    if not folder.is_dir():
        raise Fault(
            "找不到文件夹“{folder}”。请另选一个文件夹。",
            "The folder “{folder}” is not there. Choose another folder.",
            folder=folder,
        )
    if target.is_dir():
        raise Fault(
            "“{name}”是一个文件夹。请换一个文件名。",
            "“{name}” is a folder. Choose another file name.",
            name=name,
        )
    if not target.exists():
        return
    if any((folder / lock.format(name)).exists() for lock in LOCKS):
        _tell_open(name)
    if not target.stat().st_mode & stat.S_IWUSR:
        raise Fault(
            "“{name}”是只读文件，没有改动。请取消只读，或换一个文件名。",
            "“{name}” is read-only and was not changed. Lift that, or choose another file name.",
            name=name,
        )
    try:
        # Windows refuses this while another program holds the file; nothing is written.
        target.open("r+b").close()
    except PermissionError as error:
        _tell_open(name, error)


def _tell_open(name: str, error: OSError | None = None) -> NoReturn:
    raise Fault(
        "“{name}”正被另一个程序打开，没有改动。请先在那里关闭它，或换一个文件名。",
        "“{name}” is open in another program and was not changed. Close it there, or choose another file name.",
        name=name,
    ) from error


def _tell(error: OSError, target: Path) -> NoReturn:
    if isinstance(error, PermissionError) and target.exists():
        _tell_open(target.name, error)
    raise disk_fault(error, target) from error


def _keep_mode(target: Path, part: Path) -> None:
    if target.exists():
        part.chmod(stat.S_IMODE(target.stat().st_mode))
