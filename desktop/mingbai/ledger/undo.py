"""Undo and redo of whole acts, field by field.

Undoing is a new act that gives every field its old value back where the field still holds what the act
wrote. Where a later edit stands in the way the field is left alone and listed. An undone act can be
redone as long as nothing new was done since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Mistake
from mingbai.ledger import journal
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import BINNED
from mingbai.ledger.store import Act, Taken

UNDO = "undo"
REDO = "redo"
FINAL = ("send", "erase", "restore", "catalogue", "create")
"""Deeds that are not undone: a sent report, an erasure, a restored file, what the program itself brought.

Undo passes over them to what a person did before."""

READ_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Deed:
    """An act as a person knows it: what was done, to how many entries of which register."""

    act: int
    deed: str
    register: str | None
    entries: int
    at: str


@dataclass(frozen=True, slots=True)
class Left:
    """A field that was not given back, because it was changed since or its key is taken."""

    register: str
    uid: str
    field: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did."""

    deed: Deed
    entries: int
    left: tuple[Left, ...]


def next_undo(ledger: Ledger) -> Deed | None:
    """The act that undo would take back: the latest of this PC that is not taken back already."""
    taken_back: set[int] = set()
    for deed, undoes in _latest(ledger):
        if deed.act in taken_back:
            continue
        if undoes is not None:
            taken_back.add(undoes)
        elif deed.deed not in FINAL:
            return deed
    return None


def next_redo(ledger: Ledger) -> Deed | None:
    """The undone act that redo would do again; None once something new was done."""
    done_again: set[int] = set()
    for deed, undoes in _latest(ledger):
        if deed.act in done_again:
            continue
        if undoes is None:
            return None
        if deed.deed == REDO:
            done_again.add(undoes)
            continue
        return _deed(ledger, undoes)
    return None


def undo(ledger: Ledger) -> Undone:
    """Takes back the latest act. Raises `Mistake` when there is none."""
    deed = next_undo(ledger)
    if deed is None:
        raise Mistake("没有可以撤销的操作", "There is nothing to undo")
    return _reverse(ledger, deed, deed.act, UNDO)


def undo_act(ledger: Ledger, act: int) -> Undone:
    """Takes back one act of this PC, also when others came after it. Raises `Mistake` when it cannot be."""
    taken_back: set[int] = set()
    for deed, undoes in _latest(ledger):
        if undoes is not None and deed.act not in taken_back:
            taken_back.add(undoes)
        if deed.act == act and undoes is None and act not in taken_back and deed.deed not in FINAL:
            return _reverse(ledger, deed, act, UNDO)
    raise Mistake(
        "这一步已经撤销，或不能撤销。请在办理经过里查看",
        "This step was taken back already, or cannot be; see the history of the entry",
    )


def redo(ledger: Ledger) -> Undone:
    """Does the act again that was undone last. Raises `Mistake` when there is none."""
    deed = next_redo(ledger)
    if deed is None:
        raise Mistake("没有可以重做的操作", "There is nothing to redo")
    (undoing,) = ledger.rows("SELECT max(id) FROM act WHERE undoes = ? AND deed = ?", (deed.act, UNDO))
    return _reverse(ledger, deed, undoing[0], REDO)


def _latest(ledger: Ledger) -> Iterator[tuple[Deed, int | None]]:
    """This PC's acts, newest first, each with the act it reverses; read as far as they are asked for."""
    before = 1 << 62
    while True:
        found = ledger.rows(
            "SELECT id, deed, register, entries, at, undoes, clock FROM act WHERE device = ? AND clock < ? "
            f"ORDER BY clock DESC LIMIT {READ_AT_ONCE}",
            (ledger.device.id, before),
        )
        for row in found:
            yield Deed(*row[:5]), row[5]
        if len(found) < READ_AT_ONCE:
            return
        before = found[-1][6]


def _deed(ledger: Ledger, act: int) -> Deed:
    return Deed(*ledger.rows("SELECT id, deed, register, entries, at FROM act WHERE id = ?", (act,))[0])


def _reverse(ledger: Ledger, deed: Deed, act: int, name: str) -> Undone:
    lines = ledger.rows(
        "SELECT register, uid, born, patch FROM journal WHERE act = ? AND patch IS NOT NULL ORDER BY id DESC",
        (act,),
    )
    left: list[Left] = []
    with ledger.act(name, undoes=act) as writing:
        for register, uid, born, patch in lines:
            if born:
                writing.bin(REGISTERS[register], uid)
            else:
                left.extend(_give_back(ledger, writing, register, uid, journal.read(patch, born=False)))
        entries = len(writing.uids)
    return Undone(deed, entries, tuple(left))


def _give_back(ledger: Ledger, writing: Act, code: str, uid: str, patch: journal.Patch) -> list[Left]:
    register = REGISTERS[code]
    entry = ledger.entry(register, uid)
    if entry is None:
        raise RuntimeError(f"the journal knows {code} {uid}, which is not there")
    now = {**entry.stored, BINNED: entry.binned_at}
    back = {name: old for name, (old, new) in patch.items() if now[name] == new}
    try:
        writing.change(register, uid, back)
    except Taken:
        # Another entry was given the key meanwhile: only what does not touch a key comes back.
        keys = {BINNED, *chain.from_iterable(register.keys)}
        back = {name: old for name, old in back.items() if name not in keys}
        writing.change(register, uid, back)
    return [Left(code, uid, name) for name in patch if name not in back]
