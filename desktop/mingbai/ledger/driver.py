"""The only place that knows which SQLite this is: connections, their settings, and what their errors mean.

Settings are set and read back at every open, because SQLite ignores a pragma it cannot honour without
a word. PERSIST with FULL loses nothing in simulated power cuts, and spares the truncation of the
rollback journal at each save, which on some disks takes longer than all the rest.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mingbai.disk import DiskFull
from mingbai.domain.words import Fault
from mingbai.ledger.faults import Damaged, SearchDamaged

Connection = sqlite3.Connection
SQLITE_VERSION = sqlite3.sqlite_version

APPLICATION_ID = 0x4D424C47
"""“MBLG” in the file's header: says that a file is a ledger."""

SETTINGS: dict[str, int | str] = {
    "busy_timeout": 5000,
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
}
KEPT_ASIDE = 1 << 20
"""So many bytes of the rollback journal stay on the disk; a longer one takes a while to get there."""
JOURNAL: dict[str, int | str] = {
    "journal_mode": "persist",
    # What a large import leaves in the rollback journal is given back to the disk.
    "journal_size_limit": KEPT_ASIDE,
}
"""Set last: changing the journal mode may write to a file, and a foreign one must stay as it is."""

SPILLED_PAGES = 65_536
"""So much of one act, 256 MB, is kept in memory before any of it goes to the file."""


def connect(path: Path, *, writing: bool = True) -> Connection:
    """A connection with every setting in force but those of the journal. Transactions are begun by hand."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'rw' if writing else 'ro'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _set(connection, SETTINGS)
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cache_size=-16000")
        # An act that outgrew its memory would lock out readers until its end.
        connection.execute(f"PRAGMA cache_spill={SPILLED_PAGES}")
    except BaseException:
        connection.close()
        raise
    return connection


def ready_to_write(connection: Connection) -> None:
    """Puts the settings of the rollback journal in force; before the first write."""
    _set(connection, JOURNAL)


def sync_journal(path: Path) -> None:
    """Brings what a large act put aside of the file as it was onto the disk, before readers have to wait for it.

    A save syncs it itself, and finds little left to do. A small one is through before this would be.
    """
    aside = path.with_name(f"{path.name}-journal")
    with suppress(OSError):
        if aside.stat().st_size <= KEPT_ASIDE:
            return
        handle = os.open(aside, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clear_journal(connection: Connection) -> None:
    """Removes the rollback journal, which holds what stood in the file before the last save."""
    connection.execute("PRAGMA journal_mode=delete")


def close(connection: Connection) -> None:
    """Closes a connection and leaves nothing beside the file."""
    with suppress(sqlite3.Error):
        clear_journal(connection)
    connection.close()


def _set(connection: Connection, settings: dict[str, int | str]) -> None:
    for name, wanted in settings.items():
        connection.execute(f"PRAGMA {name}={wanted}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise RuntimeError(f"SQLite {SQLITE_VERSION} did not take {name}={wanted}, it has {found}")


STEPS = 200_000
"""Of SQLite's machine, some milliseconds: so often a long statement is interrupted to tell that it goes on."""


@contextmanager
def telling(connection: Connection, tell: Callable[[], None]) -> Iterator[None]:
    """While a long statement runs `tell` is called now and then; what it raises ends the statement."""
    raised: list[BaseException] = []

    def now_and_then() -> int:
        try:
            tell()
        except BaseException as error:  # noqa: BLE001 - SQLite would pass over it
            raised.append(error)
            return 1
        return 0

    connection.set_progress_handler(now_and_then, STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite says of the world into a sentence; what it says of our own SQL stays a bug."""
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


DAMAGED = ("Could not decode to UTF-8", "unsupported file format")
"""How errors begin that carry no code of their own and come of bytes which no ledger ever wrote."""


def fault_of(error: sqlite3.Error, path: Path) -> Fault | None:
    """The sentence for an error of the world, or None when the error is ours."""
    code = getattr(error, "sqlite_errorcode", 0)
    if str(error).startswith(DAMAGED):
        code = sqlite3.SQLITE_CORRUPT
    sentence = SENTENCES.get(code) or SENTENCES.get(code & 0xFF)
    if sentence is None:
        return None
    kind: type[Fault] = Fault
    if code == sqlite3.SQLITE_CORRUPT_VTAB:
        kind = SearchDamaged
    elif code & 0xFF == sqlite3.SQLITE_FULL:
        kind = DiskFull
    elif code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        kind = Damaged
    return kind(*sentence, name=path.name)


MOVED = (
    "账本“{name}”在打开期间被移动、改名或替换，这一步没有保存。请关闭窗口，重新打开账本",
    "The ledger “{name}” was moved, renamed or replaced while it was open, so this step was not saved; "
    "close the window and open the ledger again",
)

SENTENCES = {
    sqlite3.SQLITE_FULL: (
        "磁盘已满，这一步没有保存，已保存的都在。请清理磁盘其他文件后重试（删除账本里的记录不能腾出空间）",
        "The disk is full: this step was not saved, everything saved before is safe. Free space on the "
        "disk and try again (deleting entries frees none)",
    ),
    sqlite3.SQLITE_BUSY: (
        "账本“{name}”正被另一个程序占用，请关闭那个程序后重试",
        "The ledger “{name}” is in use by another program; close that program and try again",
    ),
    sqlite3.SQLITE_READONLY_DBMOVED: MOVED,
    sqlite3.SQLITE_IOERR_FSTAT: MOVED,
    sqlite3.SQLITE_READONLY: (
        "账本“{name}”是只读的，不能保存。请取消文件的只读属性，或复制到可写的文件夹再打开",
        "The ledger “{name}” is read-only; make the file writable, or copy it to a folder you can write to",
    ),
    sqlite3.SQLITE_IOERR: (
        "读写账本“{name}”时磁盘出错。请检查磁盘或优盘是否松动，然后重新打开",
        "The disk failed while using the ledger “{name}”; check the disk or USB stick and open it again",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "打不开“{name}”。请检查文件是否还在、所在文件夹是否可写、文件名是否过长",
        "“{name}” cannot be opened; check that it is still there, that its folder can be written to and "
        "that its name is not too long",
    ),
    sqlite3.SQLITE_CORRUPT_VTAB: (
        "账本“{name}”的检索目录坏了，记录都在，这一步没有保存。请关闭并重新打开账本，检索会自动重建",
        "The search index of the ledger “{name}” is damaged, the entries are all there, and this step was not "
        "saved; close the ledger and open it again, and the index is made anew",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "账本“{name}”已损坏。文件没有改动，请从备份恢复",
        "The ledger “{name}” is damaged; it was left as it is. Restore it from a backup",
    ),
    sqlite3.SQLITE_NOTADB: (
        "“{name}”不是账本文件。请选择以 .mingbai 结尾的账本",
        "“{name}” is not a ledger; choose a file that ends in .mingbai",
    ),
}
"""By SQLite's error code. SQLITE_LOCKED is missing on purpose: one connection only locks itself out."""
