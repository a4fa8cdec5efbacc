"""Creating a ledger file, and refusing one that cannot be used: in one sentence, the file untouched."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mingbai.disk import disk_told, sync_folder
from mingbai.domain.words import Fault, Mistake, Words
from mingbai.ledger.disk import name_is_text, name_too_long, refuse_far
from mingbai.ledger.driver import APPLICATION_ID, Connection, close, connect, ready_to_write, told
from mingbai.ledger.faults import Damaged
from mingbai.ledger.migrations import steps

SUFFIX = ".mingbai"

MAGIC = b"SQLite format 3\0"
APPLICATION_ID_AT = 68
"""Where the application id stands in the header of an SQLite file."""

PART = "mingbai-part"
"""Ends the name of what is not finished."""


def create_file(path: Path) -> None:
    """An empty ledger at `path`, complete on disk or not there at all. Raises `Mistake` or `Fault`."""
    refuse_name(path)
    refuse_far(path.parent)
    with disk_told(path.parent):
        if os.path.lexists(path):
            raise _exists(path)
        with private_file(path.parent) as draft:
            _fill(draft, path)
            put_in_place(draft, path)


@contextmanager
def private_file(folder: Path) -> Iterator[Path]:
    """A file that nobody else can read, gone at the end unless it was renamed."""
    draft = folder / f".{uuid.uuid4().hex}.{PART}"
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Gives a finished file its name, for good. Raises `Mistake` when the name was taken meanwhile."""
    # What a lost ledger of this name left of a broken-off save would be written into the new one.
    journal = path.with_name(f"{path.name}-journal")
    if not os.path.lexists(path) and os.path.lexists(journal):
        journal.rename(path.with_name(f"{path.name}-{uuid.uuid4().hex[:8]}.left"))
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:
        # FAT and exFAT sticks have no hard links; a rename there can only race with another creation.
        if os.path.lexists(path):
            raise _exists(path) from None
        draft.rename(path)
    else:
        draft.unlink()
    sync_folder(path.parent)


def _fill(draft: Path, path: Path) -> None:
    with told(path):
        connection = connect(draft)
        try:
            ready_to_write(connection)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            steps.apply(connection)
        finally:
            close(connection)


def _exists(path: Path) -> Mistake:
    return Mistake(
        "“{name}”已经存在，没有改动。请换一个文件名，或打开现有账本",
        "“{name}” exists already and was left as it is; choose another name or open that ledger",
        name=path.name,
    )


def refuse_name(path: Path) -> None:
    """Raises `Mistake` for a name that no ledger can have."""
    if path.suffix.lower() != SUFFIX:
        raise Mistake(
            "账本文件名要以 {suffix} 结尾，请改成“{stem}{suffix}”这样的名字",
            "A ledger's name ends in {suffix}; choose one such as “{stem}{suffix}”",
            suffix=SUFFIX,
            stem=path.stem.removesuffix(SUFFIX) or Words("账本", "ledger"),
        )
    if name_too_long(path):
        raise Mistake(
            "账本文件名太长，请缩短到 70 个汉字以内",
            "The ledger's name is too long; shorten it to at most 200 letters",
        )


def refuse_unusable(path: Path) -> None:
    """Raises `Fault` for a file that is missing, read-only, or far away, before it is opened."""
    found = False
    with suppress(OSError):
        found = path.is_file()
    if not found:
        raise Fault(
            "找不到账本“{name}”。请检查它是否被移动或改名",
            "There is no ledger “{name}”; check whether it was moved or renamed",
            name=str(path),
        )
    if name_too_long(path):
        raise Fault(
            "账本“{name}”的文件名太长，不能安全保存。请把文件名改短后再打开",
            "The name of the ledger “{name}” is too long for saving safely; rename it and open it again",
            name=path.name,
        )
    if not name_is_text(path):
        raise Fault(
            "账本的文件名里有这台电脑认不出的字。请把文件改名后再打开",
            "The ledger's name has letters that this PC cannot read; rename the file and open it again",
        )
    refuse_far(path.parent)
    if not (path.stat().st_mode & 0o200 and os.access(path, os.R_OK | os.W_OK)):
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


def refuse_header(header: bytes, path: Path) -> None:
    """Raises `Damaged` when the first bytes are not those of a ledger, before SQLite may touch the file."""
    named = header[APPLICATION_ID_AT : APPLICATION_ID_AT + 4]
    if not header.startswith(MAGIC) or named != APPLICATION_ID.to_bytes(4, "big"):
        raise Damaged(
            "“{name}”不是账本文件。请选择以 .mingbai 结尾的账本",
            "“{name}” is not a ledger; choose a file that ends in .mingbai",
            name=path.name,
        )


def missing_steps(connection: Connection, path: Path) -> tuple[str, ...]:
    """The migrations still to apply. Raises `Fault` for a file from a newer version."""
    found = steps.applied(connection)
    if set(found) - set(steps.NAMES):
        raise Fault(
            "账本“{name}”由更新版本的明白账写成，没有改动。请升级明白账后再打开",
            "The ledger “{name}” was written by a newer Mingbai Ledger and was left as it is; update the "
            "program to open it",
            name=path.name,
        )
    if not found or found != steps.NAMES[: len(found)]:
        raise Fault(
            "账本“{name}”已损坏。文件没有改动，请从备份恢复",
            "The ledger “{name}” is damaged; it was left as it is. Restore it from a backup",
            name=path.name,
        )
    return steps.NAMES[len(found) :]
