"""The one place that writes entries: row, journal line and search index in one transaction.

A row is the fold of its journal lines, so both are written here or not at all. An act is one deed of a
person; however many entries it touches, it is undone as one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from mingbai.domain.column import Uid
from mingbai.domain.field import Stored
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake, Words
from mingbai.ledger import journal
from mingbai.ledger.clock import new_uid
from mingbai.ledger.device import Device
from mingbai.ledger.driver import Connection
from mingbai.ledger.schema import BINNED, FORGET_UNUSED, NUMBER, TABLES, Table

SET_NUMBER = Words("编号", "number")


class Changed(Mistake):
    """The entry was changed elsewhere since it was read; nothing was saved."""


class Erased(Mistake):
    """The entry was erased for good: nothing is written into it again."""


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
        self.uids: set[str] = set()
        self.written: dict[str, set[str]] = {}
        """The uids by register."""
        self._undoes = undoes
        self._ready = True
        clock = device.clock.tick()
        cursor = self._do(
            "INSERT INTO act (device, clock, at, who, deed, entries, undoes) VALUES (?, ?, ?, ?, ?, 0, ?)",
            (device.id, clock, self.at, who, deed, undoes),
        )
        self.id = int(cursor.lastrowid or 0)
        self._words = journal.act_words(clock, self.at, who, deed, self._undone())
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
        stored = TABLES[register.code].stored(record)
        return self.insert_stored(register, stored, uid=uid, number=number)

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
        if stored.keys() != register.fields.keys():
            raise KeyError(f"{register.code}: {sorted(stored.keys() ^ register.fields.keys())}")
        _refuse_unfit(table, stored)
        values: dict[str, Stored] = {BINNED: None, **stored}
        self._refuse_taken(table, values, uid)
        if register.numbered:
            values[NUMBER] = self._number(table, stored, number)
        with self._whole():
            cursor = self._do(table.insert, (uid, 1, *[values[name] for name in table.columns]))
            if table.searched:
                self._do(table.index, (cursor.lastrowid, table.words(values)))
            patch = {name: (None, values[name]) for name in table.columns if values[name] is not None}
            self._write(table, uid, patch, born=True)
        return uid

    def change(
        self, register: Register[Any], uid: str, changes: Mapping[str, Stored], *, rev: int | None = None
    ) -> journal.Patch:
        """Saves changed stored values of an entry and answers what really changed.

        Raises `Changed` when `rev` is given and the entry has moved on, `Taken` when a key exists, and
        `Erased` for an entry that was erased.
        """
        table = TABLES[register.code]
        if not changes.keys() <= register.fields.keys() | {BINNED}:
            raise KeyError(f"{register.code}: {sorted(changes.keys() - register.fields.keys())}")
        _refuse_unfit(table, changes)
        row, before = self._row(table, uid)
        if rev is not None and row[2] != rev:
            raise Changed(
                "这条记录刚在别处改过，没有覆盖。请看一眼最新内容再改",
                "This entry was just changed elsewhere and was not overwritten; look at it and change it again",
            )
        patch = {name: (before[name], value) for name, value in changes.items() if before[name] != value}
        if not patch:
            return {}
        if before[BINNED] is not None:
            self._refuse_erased(uid)
        after = {**before, **{name: new for name, (_, new) in patch.items()}}
        self._refuse_taken(table, after, uid, touched=patch)
        with self._whole():
            self._update(table, row, {name: new for name, (_, new) in patch.items()})
            if any(name in patch for name in table.indexed):
                self._reindex(table, row[0], before, after)
            self._write(table, uid, patch, born=False)
        return patch

    def bin(self, register: Register[Any], uid: str) -> None:
        """Puts an entry into the bin; it stays in the ledger and can be taken out again."""
        if self._row(TABLES[register.code], uid)[1][BINNED] is None:
            self.change(register, uid, {BINNED: self.at})

    def take_out(self, register: Register[Any], uid: str) -> None:
        """Takes an entry out of the bin. Raises `Taken` when its key was given to another meanwhile."""
        self.change(register, uid, {BINNED: None})

    def erase(self, register: Register[Any], uid: str) -> None:
        """Blanks an entry and all that the journal knows of it; only its number and a tombstone stay."""
        table = TABLES[register.code]
        row, before = self._row(table, uid)
        kept = {NUMBER: before[NUMBER]} if register.numbered else {}
        kept[BINNED] = before[BINNED] or self.at
        with self._whole():
            blank = dict.fromkeys(table.columns) | kept
            self._update(table, row, blank)
            self._reindex(table, row[0], before, blank)
            lines = self._do(
                "SELECT id, salt, CAST(patch AS BLOB) FROM journal WHERE uid = ? AND patch IS NOT NULL",
                (uid,),
            ).fetchall()
            for line, salt, patch in lines:
                self._do(
                    "UPDATE journal SET patch = NULL, salt = NULL, digest = ? WHERE id = ?",
                    (journal.digest(salt, patch), line),
                )
            self._write(table, uid, {name: (None, value) for name, value in kept.items()}, born=False)

    def drop_contents(self) -> None:
        """Removes what stood in attached files of which no attachment is left."""
        for statement in FORGET_UNUSED:
            self._do(statement)

    def drop_drafts(self, registers: Collection[str]) -> None:
        """Forgets the half-typed text of these registers."""
        marks = ", ".join("?" * len(registers))
        self._do(f"DELETE FROM draft WHERE register IN ({marks})", tuple(registers))

    def wipe_index(self) -> None:
        """Makes the search index forget what was taken out of it; takes seconds in a large ledger."""
        for code in self.written:
            if TABLES[code].searched:
                self._do(TABLES[code].command("optimize"))

    def finish(self) -> bool:
        """Completes the act; False for one that changed nothing and is to leave no trace.

        One that takes another back is kept even so: else it would be met again for ever.
        """
        if not self._ready:
            raise RuntimeError("something was written by half in this act")
        self._ready = False
        if not self.uids and self._undoes is None:
            return False
        register = next(iter(self.written)) if len(self.written) == 1 else None
        self._do("UPDATE act SET entries = ?, register = ? WHERE id = ?", (len(self.uids), register, self.id))
        for year, last in self._counters.items():
            self._do(
                "INSERT INTO counter (year, letter, last) VALUES (?, ?, ?) "
                "ON CONFLICT (year, letter) DO UPDATE SET last = excluded.last",
                (year, self._device.letter, last),
            )
        return True

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is written inside belongs together: if it breaks off, the act cannot be completed any more."""
        if not self._ready:
            raise RuntimeError("this act is over")
        self._ready = False
        yield
        self._ready = True

    def _undone(self) -> tuple[str, int] | None:
        if self._undoes is None:
            return None
        device, clock = self._do(
            "SELECT d.uuid, a.clock FROM act a JOIN device d ON d.id = a.device WHERE a.id = ?",
            (self._undoes,),
        ).fetchone()
        return device, clock

    def _row(self, table: Table, uid: str) -> tuple[tuple[Any, ...], dict[str, Stored]]:
        row = self._do(f"{table.select} WHERE uid = ?", (uid,)).fetchone()
        if row is None:
            raise KeyError(f"no {table.code} {uid}")
        return row, dict(zip(table.columns, row[3:], strict=True))

    def _update(self, table: Table, row: tuple[Any, ...], values: Mapping[str, Stored]) -> None:
        names = ", ".join(f'"{name}" = ?' for name in values)
        self._do(f'UPDATE "{table.code}" SET {names}, rev = rev + 1 WHERE id = ?', (*values.values(), row[0]))

    def _reindex(
        self, table: Table, row: int, before: Mapping[str, Stored], after: Mapping[str, Stored]
    ) -> None:
        # Every row stands in the index, if only with no words: SQLite counts what comes and goes.
        if table.searched:
            self._do(table.unindex, (row, table.words(before)))
            self._do(table.index, (row, table.words(after)))

    def _write(
        self, table: Table, uid: str, patch: Mapping[str, tuple[Stored, Stored]], *, born: bool
    ) -> None:
        self._seq += 1
        self.uids.add(uid)
        self.written.setdefault(table.code, set()).add(uid)
        clock = self._device.clock.tick()
        salt = journal.salt()
        text = journal.written(patch, born=born)
        line = journal.Line(self._device.uuid, self._seq, clock, self._words, table.code, uid, born)
        self._hash = journal.chained(self._hash, line, journal.digest(salt, text.encode()))
        self._do(
            "INSERT INTO journal (device, seq, clock, act, register, uid, born, patch, salt, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self._device.id, self._seq, clock, self.id, table.code, uid, int(born), text, salt, self._hash),
        )

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

    def _refuse_erased(self, uid: str) -> None:
        if self._do("SELECT 1 FROM journal WHERE uid = ? AND patch IS NULL LIMIT 1", (uid,)).fetchone():
            raise Erased(
                "这条记录的内容已被永久清除，不能再改。请另登记一条",
                "What this entry held was erased for good and it cannot be changed; record a new one instead",
            )

    def _number(self, table: Table, stored: Mapping[str, Stored], given: str | None) -> str:
        if given is None:
            return self._next_number(str(stored.get(table.register.dated) or ""))
        for other in TABLES.values():
            if other.register.numbered:
                found = self._do(f'SELECT uid FROM "{other.code}" WHERE number = ?', (given,)).fetchone()
                if found is not None:
                    raise Taken(other.register, SET_NUMBER, given, found[0])
        year, letter, last = given.split("-")
        if letter == self._device.letter:
            self._counters[year] = max(self._counter(year), int(last))
        return given

    def _next_number(self, dated: str) -> str:
        year = dated[:4] or str(self.today.year)
        self._counters[year] = self._counter(year) + 1
        return f"{year}-{self._device.letter}-{self._counters[year]:04d}"

    def _counter(self, year: str) -> int:
        if year not in self._counters:
            found = self._do(
                "SELECT last FROM counter WHERE year = ? AND letter = ?", (year, self._device.letter)
            ).fetchone()
            self._counters[year] = found[0] if found else 0
        return self._counters[year]


def _refuse_unfit(table: Table, values: Mapping[str, Stored]) -> None:
    """SQLite would turn 5 into "5" in a text column, and the row were no longer what the journal says."""
    for name, value in values.items():
        if value is not None and (not isinstance(value, table.types[name]) or value == ""):
            raise TypeError(f"{table.code}.{name} cannot hold {value!r}")
