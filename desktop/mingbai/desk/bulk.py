"""Deeds on several chosen entries, each one act: one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from mingbai.desk.records import refuse_unbinnable
from mingbai.domain.column import Uid
from mingbai.domain.field import Stored
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act

CLOSE = Words("办结", "Mark as done")
CLOSABLE = (TASKS.code, ISSUES.code)
"""Registers whose entries end by being closed."""


MANY = 100
"""So many at once take a moment, which is told and can be stopped; and before so many go or come a backup is made."""
TOLD_EACH = 10

Progress = Callable[[int, int], None]
Write = Callable[[Act, Register[Any], Uid], object]


def put_all_into_bin(
    ledger: Ledger, entries: Iterable[Entry], *, progress: Progress = lambda _done, _of: None
) -> int:
    """Puts entries into the bin and says how many were not in it yet. Raises `Mistake` and bins none.

    Before many go a backup is made. Raises `Fault` when that cannot be; they stay then.
    """

    def loose(entry: Entry) -> bool:
        refuse_unbinnable(entry.register)
        return entry.binned_at is None

    chosen = _chosen(entries, loose, progress)
    if len(chosen) >= MANY:
        from mingbai.desk.backed_up import DELETE, back_up_first

        back_up_first(ledger, DELETE, progress)
    _write_all(ledger, "bin", chosen, Act.bin, progress)
    return len(chosen)


def take_all_out_of_bin(
    ledger: Ledger, entries: Iterable[Entry], *, progress: Progress = lambda _done, _of: None
) -> int:
    """Takes entries out of the bin and says how many lay in it."""
    chosen = _chosen(entries, lambda entry: entry.binned_at is not None, progress)
    _write_all(ledger, "unbin", chosen, Act.take_out, progress)
    return len(chosen)


def close_all(
    ledger: Ledger,
    entries: Iterable[Entry],
    at: datetime,
    *,
    progress: Progress = lambda _done, _of: None,
) -> int:
    """Marks assignments done and resident issues closed, and says how many were open until now.

    Raises `Mistake` for an entry that does not end so.
    """
    ends: dict[str, dict[str, Stored]] = {
        TASKS.code: {"status": Status.DONE.code, "done_on": at.date().isoformat()},
        ISSUES.code: {"closed_at": at.replace(second=0, microsecond=0).isoformat()},
    }
    chosen = _chosen(entries, _still_open, progress)

    def end(act: Act, register: Register[Any], uid: Uid) -> None:
        act.change(register, uid, ends[register.code])

    _write_all(ledger, "close", chosen, end, progress, today=at.date())
    return len(chosen)


def _still_open(entry: Entry) -> bool:
    if entry.register.code not in CLOSABLE:
        raise Mistake(
            "“{register}”没有办结一说，只有上级交办和居民诉求可以办结",
            "{register} are not closed; only assignments and resident issues are",
            register=entry.register.words,
        )
    return is_open(entry)


def _chosen(
    entries: Iterable[Entry], wanted: Callable[[Entry], bool], progress: Progress
) -> list[tuple[Register[Any], Uid]]:
    """Which entries a deed is about: found before anything is written, and no more of them kept than that."""
    found = []
    for number, entry in enumerate(entries):
        if number % TOLD_EACH == 0:
            progress(0, 0)
        if wanted(entry):
            found.append((entry.register, entry.uid))
    return found


def _write_all(
    ledger: Ledger,
    deed: str,
    chosen: Sequence[tuple[Register[Any], Uid]],
    write: Write,
    progress: Progress,
    *,
    today: date | None = None,
) -> None:
    """One act. When `progress` raises, or anything else, nothing of it is kept."""
    with ledger.act(deed, today=today) as act:
        for number, (register, uid) in enumerate(chosen):
            if number % TOLD_EACH == 0:
                progress(number, len(chosen))
            write(act, register, uid)


def is_open(entry: Entry) -> bool:
    """Whether an assignment or an issue still waits to be closed."""
    if entry.register is TASKS:
        return entry.stored["status"] in (Status.TODO.code, Status.DOING.code)
    return entry.register is ISSUES and entry.stored["closed_at"] is None
