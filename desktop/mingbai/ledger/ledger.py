"""An open ledger: the one object through which everything is read and written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import RLock, current_thread, get_ident, main_thread
from time import sleep
from typing import Any, Self

from mingbai.domain.column import Uid
from mingbai.domain.field import Stored
from mingbai.domain.register import Register
from mingbai.domain.text import fold
from mingbai.domain.words import Fault
from mingbai.ledger import indexing
from mingbai.ledger.device import Device, this_device
from mingbai.ledger.driver import (
    clear_journal,
    close,
    connect,
    ready_to_write,
    sync_journal,
    told,
)
from mingbai.ledger.faults import SearchDamaged
from mingbai.ledger.file import create_file, missing_steps, refuse_header, refuse_unusable
from mingbai.ledger.hold import Hold
from mingbai.ledger.migrations import steps
from mingbai.ledger.schema import BINNED, NUMBER, TABLES
from mingbai.ledger.store import Act

COPIED_PAGES = 256
"""So many pages are copied at a time; in between, saves of other threads come through."""
LET_OTHERS_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the ledger: the record and what the ledger keeps beside it."""

    register: Register[Any]
    id: int
    uid: Uid
    rev: int
    number: str
    binned_at: str | None
    stored: dict[str, Stored]

    @property
    def record(self) -> Any:
        """The record as a value of its register's class."""
        return self.register.load(self.stored)


@dataclass(frozen=True, slots=True)
class Change:
    """What one act wrote: the uids of its entries by register."""

    act: int
    deed: str
    uids: dict[str, frozenset[str]]


class Ledger:
    """One ledger file, held for this program until closed. Several threads may use it.

    What is written goes through one connection, one act after another. What is read meanwhile goes through
    others that cannot write, so that a long import stops nobody from reading; they meet only for the moment
    in which an act becomes durable. The main thread has one to itself: behind the sorting of a long list in
    another thread its short reads would wait, and with them the window.
    """

    def __init__(self, path: Path, *, before_migrating: Callable[[Ledger], None] | None = None) -> None:
        """Opens a ledger. Raises `Fault` with one sentence when that cannot be; the file is then unchanged.

        `before_migrating` is called before an older file is brought up to date, to back it up; it may
        only copy the ledger.
        """
        refuse_unusable(path)
        self.path = path
        self.who = ""
        """Whose deeds these are, as that person says; nobody's until somebody does."""
        self.listeners: list[Callable[[Change], None]] = []
        """Called after each save, by the thread that saved, when other threads may save again."""
        self._turn = RLock()
        self._behind, self._reading = RLock(), RLock()
        """Held while other threads and the main one read, and both while an act is committed; taken after
        `_turn`, in this order: who waits for a long list must not keep the main thread waiting."""
        self._copying = RLock()
        self.storing = RLock()
        """Held from the first byte of an attached file to the act that speaks of it, and while contents are
        removed; taken before all others."""
        self._acting: int | None = None
        """The thread whose act is being written; it reads what it has written."""
        self._hold = Hold(path)
        try:
            refuse_header(self._hold.header(), path)
            with told(path):
                self._connection = self._reader = self._reader_behind = connect(path)
                try:
                    self.device = self._prepared(before_migrating)
                    self._reader = connect(path, writing=False)
                    self._reader_behind = connect(path, writing=False)
                except BaseException:
                    self._reader.close()
                    self._connection.close()
                    raise
        except BaseException:
            self._hold.release()
            raise

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new, empty ledger, opened. Raises `Mistake` when the name is taken or wrong, else `Fault`."""
        create_file(path)
        return cls(path)

    def _prepared(self, before_migrating: Callable[[Ledger], None] | None) -> Device:
        missing = missing_steps(self._connection, self.path)
        if missing and before_migrating is not None:
            before_migrating(self)
        ready_to_write(self._connection)
        if missing:
            steps.apply(self._connection)
        if not indexing.is_current(self._connection):
            with self._whole():
                indexing.reindex(self._connection)
        return this_device(self._connection, self.path, self._hold.handle())

    def close(self) -> None:
        """Closes the file, gives it free and leaves nothing beside it."""
        with self._copying, self._turn, self._behind, self._reading:
            if self._acting is not None:
                raise RuntimeError("an act is not finished")
            self._reader.close()
            self._reader_behind.close()
            close(self._connection)
            self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading. Every answer is fetched to its end: an open cursor would make a later save fail.

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one short statement."""
        if self._acting == get_ident():
            with self._told():
                return self._connection.execute(sql, parameters).fetchall()
        if current_thread() is main_thread():
            with self._reading, self._told():
                return self._reader.execute(sql, parameters).fetchall()
        with self._behind, self._told():
            return self._reader_behind.execute(sql, parameters).fetchall()

    def rows_at_once(
        self, columns: str, sql: str, parameters: Sequence[object] = ()
    ) -> Sequence[Sequence[Any]]:
        """The same for a block of rows with these columns, whole numbers and texts; for the window in one step.

        At every step of SQLite Python lets another thread go on: beside a long job each row would cost the window a turn.
        """
        if current_thread() is not main_thread() or self._acting == get_ident():
            return self.rows(sql, parameters)
        [(text,)] = self.rows(f"SELECT json_group_array(json_array({columns})) FROM ({sql})", parameters)
        found: list[list[Any]] = json.loads(text)
        return found

    def version(self) -> tuple[str, int] | None:
        """What stays the same as long as nobody has written to the file; None within an act, which goes on writing.

        It holds for one thread's reading: compare it only with what the same thread was told.
        """
        if self._acting == get_ident():
            return None
        reader = "front" if current_thread() is main_thread() else "behind"
        return reader, int(self.rows("PRAGMA data_version")[0][0])

    def entry(self, register: Register[Any], uid: str) -> Entry | None:
        """The entry of a register with this uid, also from the bin."""
        found = self.rows(f"{TABLES[register.code].select} WHERE uid = ?", (uid,))
        return entry_of(register, found[0]) if found else None

    def numbered(self, number: str) -> Entry | None:
        """The entry people know by this number (2026-A-0017), of whichever register."""
        wanted = fold(number).strip().upper()
        for table in TABLES.values():
            if table.register.numbered:
                found = self.rows(f"{table.select} WHERE number = ?", (wanted,))
                if found:
                    return entry_of(table.register, found[0])
        return None

    def entries(
        self,
        register: Register[Any],
        where: str = "",
        parameters: Sequence[object] = (),
        *,
        binned: bool = False,
    ) -> list[Entry]:
        """The entries that meet an SQL condition from `asking`, in order of entry; for short lists.

        Those in the bin are left out unless `binned`.
        """
        conditions = [
            part for part in ("" if binned else "binned_at IS NULL", where and f"({where})") if part
        ]
        narrowed = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        found = self.rows(f"{TABLES[register.code].select}{narrowed} ORDER BY id", parameters)
        return [entry_of(register, row) for row in found]

    # Writing.

    def execute_alone(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """One writing statement that is no deed (a kept draft); refused inside an act."""
        with self._turn:
            if self._acting is not None:
                raise RuntimeError("this would be lost with the act around it")
            with self._behind, self._reading, told(self.path):
                self._connection.execute(sql, parameters)

    @contextmanager
    def act(
        self, deed: str, *, who: str | None = None, today: date | None = None, undoes: int | None = None
    ) -> Iterator[Act]:
        """One deed: everything saved inside is written whole, or not at all when anything raises.

        With `who` empty nobody did it: what the program does by itself is put down to no person.

        Raises `ExceptionGroup` when a listener failed: a bug, after which everything stays saved.
        """
        with self._turn:
            if self._acting is not None:
                raise RuntimeError("an act is one deed; it cannot hold another")
            self._acting = get_ident()
            try:
                with self._told(), self._whole():
                    by = self.who if who is None else who
                    act = Act(self._connection, self.device, deed, who=by, today=today, undoes=undoes)
                    yield act
                    if not act.finish():
                        self._connection.execute("ROLLBACK")
            finally:
                self._acting = None
        if act.written:
            self._tell(Change(act.id, deed, {code: frozenset(uids) for code, uids in act.written.items()}))

    def _tell(self, change: Change) -> None:
        failed: list[Exception] = []
        for listener in tuple(self.listeners):
            try:
                listener(change)
            except Exception as error:  # noqa: BLE001
                failed.append(error)
        if failed:
            # As it is, a Trouble among them would be read as "this was not saved".
            raise ExceptionGroup("a listener failed after the save", failed)

    def copy_to(self, path: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """Copies the ledger as it stands into an empty file, while other threads go on saving.

        `progress` hears how many pages of how many are copied, and may raise to stop.
        """

        def between(_status: int, remaining: int, pages: int) -> None:
            self._turn.release()
            try:
                sleep(LET_OTHERS_SECONDS)
                if progress is not None:
                    progress(pages - remaining, pages)
            finally:
                self._turn.acquire()

        with self._copying, self._turn:
            if self._acting is not None:
                raise RuntimeError("half of an act would be copied")
            with told(path):
                target = connect(path)
                try:
                    # What a power cut leaves of a copy is thrown away; it is synced when it is whole.
                    target.execute("PRAGMA synchronous=0")
                    target.execute("PRAGMA journal_mode=off")
                    self._connection.backup(target, pages=COPIED_PAGES, progress=between)
                finally:
                    target.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with told(self.path):
                yield
        except SearchDamaged:
            if not self._connection.in_transaction:
                with suppress(Fault), told(self.path):
                    indexing.forget(self._connection)
            raise

    def forget_replaced(self) -> None:
        """Removes what stood in the file before the last save, which SQLite keeps beside it."""
        with self._turn, self._behind, self._reading, told(self.path):
            clear_journal(self._connection)
            ready_to_write(self._connection)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            if connection.in_transaction:
                sync_journal(self.path)
                # SQLite would wait for readers by sleeping and asking again.
                with self._behind, self._reading:
                    connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def entry_of(register: Register[Any], row: Sequence[Any]) -> Entry:
    """The entry in a row of `Table.select`."""
    own = dict(zip(TABLES[register.code].columns, row[3:], strict=True))
    number = str(own.pop(NUMBER) or "") if register.numbered else ""
    return Entry(register, row[0], Uid(row[1]), row[2], number, own.pop(BINNED), own)
