"""The one place that writes entries: row, journal line and search index in one transaction.

A row is the fold of its journal lines, so both are written here or not at all. An act is one deed of a
person; however many entries it touches, it is undone as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mingbai.domain.column import Uid
from mingbai.domain.register import Register, Stored
from mingbai.domain.words import Mistake, Words
from mingbai.ledger import journal
from mingbai.ledger.clock import HybridClock, new_uid
from mingbai.ledger.driver import Connection
from mingbai.ledger.schema import BINNED, NUMBER, TABLES, Table


@dataclass(slots=True)
class Device:
    """This PC as the journal knows it."""

    id: int
    uuid: str
    letter: str
    clock: HybridClock


class Changed(Mistake):
    """The entry was changed elsewhere since it was read; nothing was saved."""


class Taken(Mistake):
    """Another entry already has this key; `uid` is the other one."""

    def __init__(self, register: Register[Any], label: Words, shown: str, uid: str) -> None:
        self.uid = uid
        super().__init__(
            "“{register}”里已有{label}为“{shown}”的一条，没有重复保存",
            "“{register}” already has an entry whose {label} is “{shown}”; it was not saved twice",
            register=register.words,
            label=label,
            shown=shown[:60],
        )


class Act:
    """One deed being written. Used inside `Ledger.act` only."""

    def __init__(
        self,
        connection: Connection,
        device: Device,
        deed: str,
        *,
        who: str,
        today: date | None,
        undoes: int | None,
    ) -> None:
        self._do = connection.execute
        self._device = device
        self.at = datetime.now().astimezone().isoformat(timespec="seconds")
        self.today = today or date.today()
        self.entries = 0
        self.registers: set[str] = set()
        clock = device.clock.tick()
        cursor = self._do(
            "INSERT INTO act (device, clock, at, who, deed, entries, undoes) VALUES (?, ?, ?, ?, ?, 0, ?)",
            (device.id, clock, self.at, who, deed, undoes),
        )
        self.id = int(cursor.lastrowid or 0)
        self._told = "|".join((str(clock), self.at, who, deed, str(undoes or "")))
        head = self._do(
            "SELECT seq, hash FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1", (device.id,)
        ).fetchone()
        self._seq: int = head[0] if head else 0
        self._hash: bytes = head[1] if head else journal.START
        self._counters: dict[str, int] = {}

    def insert(
        self, register: Register[Any], record: Any, *, uid: Uid | None = None, number: str | None = None
    ) -> Uid:
        """Saves a new record and answers its uid. Raises `Taken` when its key exists."""
        return self.insert_stored(register, register.store(record), uid=uid, number=number)

    def insert_stored(
        self,
        register: Register[Any],
        stored: Mapping[str, Stored],
        *,
        uid: Uid | None = None,
        number: str | None = None,
    ) -> Uid:
        """Saves a new record given as stored values of every field."""
        table = TABLES[register.code]
        uid = uid or new_uid()
        values: dict[str, Stored] = {BINNED: None, **stored}
        self._refuse_taken(table, values, uid)
        if register.numbered:
            values[NUMBER] = number or self._next_number(str(stored.get(register.dated) or ""))
        cursor = self._do(table.insert, (uid, 1, *[values[name] for name in table.columns]))
        if table.searched:
            self._do(table.index, (cursor.lastrowid, table.words(values)))
        patch = {name: (None, values[name]) for name in table.columns if values[name] is not None}
        self._write(table, uid, journal.written(patch), born=True)
        return uid

    def change(
        self, register: Register[Any], uid: str, changes: Mapping[str, Stored], *, rev: int | None = None
    ) -> journal.Patch:
        """Saves changed stored values of an entry and answers what really changed.

        Raises `Changed` when `rev` is given and the entry has moved on, `Taken` when a key exists.
        """
        table = TABLES[register.code]
        row = self._do(f"{table.select} WHERE uid = ?", (uid,)).fetchone()
        if row is None:
            raise KeyError(f"no {register.code} {uid}")
        if rev is not None and row[2] != rev:
            raise Changed(
                "这条记录刚在别处改过，没有覆盖。请看一眼最新内容再改",
                "This entry was just changed elsewhere and was not overwritten; look at it and change it again",
            )
        before = dict(zip(table.columns, row[3:], strict=True))
        patch = {name: (before[name], value) for name, value in changes.items() if before[name] != value}
        if not patch:
            return {}
        after = {**before, **{name: new for name, (_, new) in patch.items()}}
        self._refuse_taken(table, after, uid, touched=patch)
        names = ", ".join(f'"{name}" = ?' for name in patch)
        done = self._do(
            f'UPDATE "{table.code}" SET {names}, rev = rev + 1 WHERE id = ? AND rev = ?',
            (*[new for _, new in patch.values()], row[0], row[2]),
        )
        if done.rowcount != 1:
            raise RuntimeError(f"{register.code} {uid} changed inside its own act")
        self._reindex(table, row[0], before, after)
        self._write(table, uid, journal.written(patch), born=False)
        return patch

    def bin(self, register: Register[Any], uid: str) -> None:
        """Puts an entry into the bin; it stays in the ledger and can be taken out again."""
        self.change(register, uid, {BINNED: self.at})

    def take_out(self, register: Register[Any], uid: str) -> None:
        """Takes an entry out of the bin."""
        self.change(register, uid, {BINNED: None})

    def finish(self) -> None:
        """Completes the act; one that changed nothing leaves no trace."""
        if not self.entries:
            self._do("DELETE FROM act WHERE id = ?", (self.id,))
            return
        register = self.registers.pop() if len(self.registers) == 1 else None
        self._do("UPDATE act SET entries = ?, register = ? WHERE id = ?", (self.entries, register, self.id))
        for year, last in self._counters.items():
            self._do(
                "INSERT INTO counter (year, letter, last) VALUES (?, ?, ?) "
                "ON CONFLICT (year, letter) DO UPDATE SET last = excluded.last",
                (year, self._device.letter, last),
            )

    def _write(self, table: Table, uid: str, patch: str, *, born: bool) -> None:
        self._seq += 1
        self.entries += 1
        self.registers.add(table.code)
        clock = self._device.clock.tick()
        salt = journal.salt()
        line = journal.Line(self._device.uuid, self._seq, clock, self._told, table.code, uid, born)
        self._hash = journal.chained(self._hash, line, journal.digest(salt, patch))
        self._do(
            "INSERT INTO journal (device, seq, clock, act, register, uid, born, patch, salt, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self._device.id, self._seq, clock, self.id, table.code, uid, int(born), patch, salt, self._hash),
        )

    def _reindex(
        self, table: Table, row: int, before: Mapping[str, Stored], after: Mapping[str, Stored]
    ) -> None:
        if not table.searched or all(before[n] == after[n] for n in (*table.short, *table.long)):
            return
        self._do(table.unindex, (row, table.words(before)))
        self._do(table.index, (row, table.words(after)))

    def _refuse_taken(
        self,
        table: Table,
        values: Mapping[str, Stored],
        uid: str,
        touched: Mapping[str, object] | None = None,
    ) -> None:
        if values[BINNED] is not None:
            return
        for key in table.register.keys:
            if touched is not None and BINNED not in touched and not any(name in touched for name in key):
                continue
            if any(values[name] is None for name in key):
                continue
            same = " AND ".join(f'"{name}" = ?' for name in key)
            found = self._do(
                f'SELECT uid FROM "{table.code}" WHERE {same} AND binned_at IS NULL AND uid <> ?',
                (*[values[name] for name in key], uid),
            ).fetchone()
            if found is not None:
                field = table.register.fields[key[-1]]
                raise Taken(table.register, field.words, str(values[key[-1]]), found[0])

    def _next_number(self, dated: str) -> str:
        year = dated[:4] or str(self.today.year)
        if year not in self._counters:
            found = self._do(
                "SELECT last FROM counter WHERE year = ? AND letter = ?", (year, self._device.letter)
            ).fetchone()
            self._counters[year] = found[0] if found else 0
        self._counters[year] += 1
        return f"{year}-{self._device.letter}-{self._counters[year]:04d}"
