"""An open ledger: the one object through which everything is read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from mingbai.domain.column import Uid
from mingbai.domain.register import Register, Stored
from mingbai.ledger import migrations
from mingbai.ledger.clock import HybridClock
from mingbai.ledger.driver import connect, told
from mingbai.ledger.file import create_file, refuse_foreign, refuse_unusable, this_device
from mingbai.ledger.hold import Hold
from mingbai.ledger.schema import BINNED, NUMBER, TABLES
from mingbai.ledger.store import Act, Device


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


class Ledger:
    """One ledger file, held for this program until closed."""

    def __init__(self, path: Path, *, before_migrating: Callable[[Path], None] | None = None) -> None:
        """Opens a ledger. Raises `Fault` with one sentence when that cannot be; the file is then unchanged.

        `before_migrating` is called with the path before an older file is brought up to date, to back it up.
        """
        refuse_unusable(path)
        self.path = path
        self._hold = Hold(path)
        try:
            with told(path):
                self._connection = connect(path)
            try:
                with told(path):
                    self._prepare(before_migrating)
            except BaseException:
                self._connection.close()
                raise
        except BaseException:
            self._hold.release()
            raise
        self._acting = False

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new, empty ledger, opened. Raises `Mistake` when the name is taken or wrong, else `Fault`."""
        create_file(path)
        return cls(path)

    def _prepare(self, before_migrating: Callable[[Path], None] | None) -> None:
        missing = refuse_foreign(self._connection, self.path)
        if missing:
            if before_migrating is not None:
                before_migrating(self.path)
            self._connection.execute("PRAGMA foreign_keys=0")
            migrations.apply(self._connection)
            self._connection.execute("PRAGMA foreign_keys=1")
        number, name, letter = this_device(self._connection, self.path)
        (last,) = self._connection.execute("SELECT max(clock) FROM journal").fetchone()
        self.device = Device(number, name, letter, HybridClock(last or 0))

    def close(self) -> None:
        """Closes the file and gives it free."""
        self._connection.close()
        self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading. Every answer is fetched to its end: an open cursor would make a later save fail.

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one short statement."""
        with told(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def entry(self, register: Register[Any], uid: str) -> Entry | None:
        """The entry of a register with this uid, also from the bin."""
        found = self.rows(f"{TABLES[register.code].select} WHERE uid = ?", (uid,))
        return entry_of(register, found[0]) if found else None

    def numbered(self, number: str) -> Entry | None:
        """The entry people know by this number (2026-A-0017), of whichever register."""
        for table in TABLES.values():
            if table.register.numbered:
                found = self.rows(f"{table.select} WHERE number = ?", (number.strip().upper(),))
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
        if self._acting:
            raise RuntimeError("this would be lost with the act around it")
        with told(self.path):
            self._connection.execute(sql, parameters)

    @contextmanager
    def act(
        self, deed: str, *, who: str = "", today: date | None = None, undoes: int | None = None
    ) -> Iterator[Act]:
        """One deed: everything saved inside is written whole, or not at all when anything raises."""
        if self._acting:
            raise RuntimeError("an act is one deed; it cannot hold another")
        self._acting = True
        try:
            with told(self.path):
                self._connection.execute("BEGIN IMMEDIATE")
                act = Act(self._connection, self.device, deed, who=who, today=today, undoes=undoes)
                yield act
                act.finish()
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._acting = False


def entry_of(register: Register[Any], row: Sequence[Any]) -> Entry:
    """The entry in a row of `Table.select`."""
    own = dict(zip(TABLES[register.code].columns, row[3:], strict=True))
    number, binned_at = own.pop(NUMBER, None), own.pop(BINNED)
    return Entry(register, row[0], Uid(row[1]), row[2], number or "", binned_at, own)
