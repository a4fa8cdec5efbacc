"""Undo and redo of whole acts, field by field.

Undoing is a new act that gives every field its old value back where the field still holds what the act
wrote. Where a later edit stands in the way the field is left alone and listed. An undone act can be
redone as long as nothing new was done since.
"""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Mistake
from mingbai.ledger import journal
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import BINNED, NUMBER
from mingbai.ledger.store import Act, Taken

UNDO = "undo"
REDO = "redo"
FINAL = ("send", "erase", "restore", "catalogue", "create")
"""Deeds that are not undone: a sent report, an erasure, a restored file, what the program itself brought."""


NOT_BINNED: journal.Patch = {}
"""Stands for the patch of a new entry: it is taken back by putting the entry into the bin."""


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
    for act, undoes, deed in _latest(ledger):
        if act in taken_back:
            continue
        if undoes is not None:
            taken_back.add(undoes)
        elif deed[1] not in FINAL:
            return Deed(*deed)
        else:
            return None
    return None


def next_redo(ledger: Ledger) -> Deed | None:
    """The undone act that redo would do again; None once something new was done."""
    done_again: set[int] = set()
    for act, undoes, deed in _latest(ledger):
        if act in done_again:
            continue
        if undoes is None:
            return None
        if deed[1] == REDO:
            done_again.add(undoes)
            continue
        original = ledger.rows("SELECT id, deed, register, entries, at FROM act WHERE id = ?", (undoes,))
        return Deed(*original[0])
    return None


def undo(ledger: Ledger) -> Undone:
    """Takes back the latest act. Raises `Mistake` when there is none."""
    deed = next_undo(ledger)
    if deed is None:
        raise Mistake("没有可以撤销的操作", "There is nothing to undo")
    return _reverse(ledger, deed, deed.act, UNDO)


def redo(ledger: Ledger) -> Undone:
    """Does the act again that was undone last. Raises `Mistake` when there is none."""
    deed = next_redo(ledger)
    if deed is None:
        raise Mistake("没有可以重做的操作", "There is nothing to redo")
    (undoing,) = ledger.rows("SELECT max(id) FROM act WHERE undoes = ? AND deed = ?", (deed.act, UNDO))
    return _reverse(ledger, deed, undoing[0], REDO)


def _latest(ledger: Ledger) -> list[tuple[int, int | None, tuple[int, str, str | None, int, str]]]:
    """This PC's acts, newest first: (act, the act it reverses, its description); as many as could matter."""
    found = ledger.rows(
        "SELECT id, undoes, deed, register, entries, at FROM act WHERE device = ? ORDER BY id DESC LIMIT 2000",
        (ledger.device.id,),
    )
    return [(row[0], row[1], (row[0], *row[2:])) for row in found]


def _reverse(ledger: Ledger, deed: Deed, act: int, name: str) -> Undone:
    lines = ledger.rows(
        "SELECT register, uid, born, patch FROM journal WHERE act = ? ORDER BY id DESC", (act,)
    )
    left: list[Left] = []
    with ledger.act(name, undoes=act) as writing:
        for register, uid, born, patch in lines:
            if patch is not None:
                left.extend(
                    _give_back(ledger, writing, register, uid, NOT_BINNED if born else journal.read(patch))
                )
        entries = writing.entries
    return Undone(deed, entries, tuple(left))


def _give_back(ledger: Ledger, writing: Act, code: str, uid: str, patch: journal.Patch) -> list[Left]:
    register = REGISTERS[code]
    entry = ledger.entry(register, uid)
    if entry is None:
        return []
    if patch is NOT_BINNED:
        if entry.binned_at is None:
            writing.bin(register, uid)
        return []
    now = {**entry.stored, BINNED: entry.binned_at}
    back = {name: old for name, (old, new) in patch.items() if name != NUMBER and now[name] == new}
    left = [Left(code, uid, name) for name in patch if name not in back]
    try:
        writing.change(register, uid, back)
    except Taken:
        left.extend(Left(code, uid, name) for name in back)
    return left
