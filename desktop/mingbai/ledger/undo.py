"""Undo and redo of whole acts, field by field.

Undoing is a new act that gives every field its old value back where the field still holds what the act
wrote. Where a later edit that is not undone itself (`FINAL`, another PC's) stands in the way the field is
left alone and listed; so is an entry of the act that others refer to since (a unit made on first use),
which would leave a gap in them. An undone act can be redone as long as nothing new was done since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mingbai.domain.field import Stored
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import FLAGS
from mingbai.domain.words import Mistake
from mingbai.ledger import journal
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.references import ASKED_AT_ONCE, Reference, references_to
from mingbai.ledger.schema import BINNED
from mingbai.ledger.store import Act, Taken

UNDO = "undo"
REDO = "redo"
NOTICED = "noticed"
"""What the program noticed by itself; nobody did anything."""
SAMPLED = "sample"
"""What the program wrote into the sample when it made it."""
STAYS = ("send", "erase", "restore")
"""Deeds of a person that nothing takes back: a sent report, an erasure, a restored file."""
FINAL = (*STAYS, "catalogue", "create", SAMPLED, NOTICED)
"""Deeds that are not undone: those, and what the program itself brought.

Undo passes over them to what a person did before."""

READ_AT_ONCE = 50
TOLD_EACH = 10

Progress = Callable[[int, int], None]


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
    """A field that was not given back, because it was changed since or its key is taken.

    `binned_at` of an entry that the act brought: it stays, because others refer to it.
    """

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
    return next((deed for deed, _ in _standing(ledger) if deed.deed not in FINAL), None)


def passed_over(ledger: Ledger) -> Deed | None:
    """What stays as it is and was done last: undo would go past it now, to something done before."""
    for deed, older_is_undone in _standing(ledger):
        if deed.deed in STAYS:
            # Whoever undid something older has gone past it already.
            return None if older_is_undone else deed
        if deed.deed not in FINAL:
            return None
    return None


def next_redo(ledger: Ledger) -> Deed | None:
    """The undone act that redo would do again; None once something new was done."""
    done_again: set[int] = set()
    for deed, undoes in _latest(ledger):
        if deed.act in done_again:
            continue
        if deed.deed == NOTICED:
            continue
        if undoes is None:
            return None
        if deed.deed == REDO:
            done_again.add(undoes)
            continue
        return _deed(ledger, undoes)
    return None


def undo(ledger: Ledger, *, progress: Progress = lambda _done, _of: None) -> Undone:
    """Takes back the latest act. Raises `Mistake` when there is none. When `progress` raises nothing is kept."""
    deed = next_undo(ledger)
    if deed is None:
        raise Mistake("没有可以撤销的操作", "There is nothing to undo")
    return _reverse(ledger, deed, deed.act, UNDO, progress)


def redo(ledger: Ledger, *, progress: Progress = lambda _done, _of: None) -> Undone:
    """Does the act again that was undone last. Raises `Mistake` when there is none."""
    deed = next_redo(ledger)
    if deed is None:
        raise Mistake("没有可以重做的操作", "There is nothing to redo")
    (undoing,) = ledger.rows("SELECT max(id) FROM act WHERE undoes = ? AND deed = ?", (deed.act, UNDO))
    return _reverse(ledger, deed, undoing[0], REDO, progress)


def _standing(ledger: Ledger) -> Iterator[tuple[Deed, bool]]:
    """This PC's acts that are not taken back, newest first, each with whether something older than it is."""
    taken_back: set[int] = set()
    for deed, undoes in _latest(ledger):
        if deed.act in taken_back:
            continue
        if undoes is not None:
            taken_back.add(undoes)
        else:
            yield deed, any(act < deed.act for act in taken_back)


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


@dataclass(frozen=True, slots=True)
class _Line:
    """One journal line of the act to reverse; of a born entry the patch is not needed."""

    register: str
    uid: str
    born: bool
    patch: journal.Patch

    @property
    def goes(self) -> bool:
        """Whether reversing it puts the entry into the bin."""
        old, new = self.patch.get(BINNED, (None, None))
        return self.born or (old is not None and new is None)


def _reverse(
    ledger: Ledger,
    deed: Deed,
    act: int,
    name: str,
    progress: Progress,
) -> Undone:
    """What the program noticed after the act rests on what it wrote, and is taken back with it.

    Of a deed these are the flags of the entries it wrote: others may rest on what was done before. What holds
    all the same is noticed again.
    """
    progress(0, 0)
    found = ledger.rows(
        "SELECT id, register, uid, born, patch FROM journal WHERE act = ? AND patch IS NOT NULL "
        "ORDER BY id DESC",
        (act,),
    )
    lines = [_line(*row[1:]) for row in found]
    along: list[Reference] = []
    needed = _needed(ledger, found[0][0], lines, along) if found else set()
    brought = {line.uid for line in lines if line.born}
    left = [Left(line.register, line.uid, BINNED) for line in lines if line.goes and line.uid in needed]
    with ledger.act(name, undoes=act) as writing:
        stay = needed & brought
        about = {line.uid for line in lines} if name == UNDO else None
        for line in _noticed_after(ledger, act, about):
            if line.born:
                writing.bin(REGISTERS[line.register], line.uid)
            else:
                _give_back(ledger, writing, line.register, line.uid, line.patch)
        before = len(writing.uids)
        for number, line in enumerate(lines):
            if number % TOLD_EACH == 0:
                progress(number, len(lines))
            if line.uid in stay:
                continue
            if line.born:
                writing.bin(REGISTERS[line.register], line.uid)
                continue
            patch = {
                field: pair for field, pair in line.patch.items() if line.uid not in needed or field != BINNED
            }
            left.extend(_give_back(ledger, writing, line.register, line.uid, patch))
        entries = len(writing.uids) - before
        for reference in along:
            if reference.to not in needed:
                writing.bin(REGISTERS[reference.register], reference.uid)
    return Undone(deed, entries, tuple(left))


def _line(register: str, uid: str, born: int, patch: str) -> _Line:
    return _Line(register, uid, bool(born), {} if born else journal.read(patch, born=False))


def _noticed_after(ledger: Ledger, act: int, about: set[str] | None) -> Iterator[_Line]:
    """What the program noticed on this PC after an act, newest first; `about` these entries, if given."""
    found = ledger.rows(
        "SELECT j.register, j.uid, j.born, j.patch, f.subject FROM act a JOIN journal j ON j.act = a.id "
        f"JOIN {FLAGS.code} f ON f.uid = j.uid "
        "WHERE a.id > ? AND a.deed = ? AND a.device = ? AND j.patch IS NOT NULL ORDER BY j.id DESC",
        (act, NOTICED, ledger.device.id),
    )
    return (_line(*row[:4]) for row in found if about is None or row[4] in about)


def _needed(ledger: Ledger, last: int, lines: list[_Line], along: list[Reference]) -> set[str]:
    """Entries that would go into the bin although one that stays outside it refers to them.

    What the program noticed about them is told in `along`.

    `last` is the act's last journal line: an entry that the act only took out of the bin is needed by
    those alone that refer to it since.
    """
    going = {line.uid: line.register for line in lines if line.goes}
    brought = {line.uid for line in lines if line.born}
    changed: dict[str, list[journal.Patch]] = {}
    for line in lines:
        if not line.born:
            changed.setdefault(line.uid, []).append(line.patch)
    by_register: dict[str, list[str]] = {}
    for uid, register in going.items():
        by_register.setdefault(register, []).append(uid)
    waiting: list[str] = []
    inside: dict[str, list[str]] = {}
    since: dict[str, set[str]] = {}
    for register, uids in by_register.items():
        references = list(references_to(ledger, register, uids))
        noticed = _noticed(ledger, [reference.uid for reference in references])
        for reference in references:
            if reference.uid in noticed:
                along.append(reference)
            elif reference.uid in going:
                inside.setdefault(reference.uid, []).append(reference.to)
            elif _stays(reference, changed.get(reference.uid, ())):
                if reference.to not in brought and reference.to not in since:
                    since[reference.to] = _written_since(ledger, last, reference.to)
                if reference.to in brought or reference.uid in since[reference.to]:
                    waiting.append(reference.to)
    needed: set[str] = set()
    while waiting:
        uid = waiting.pop()
        if uid not in needed:
            needed.add(uid)
            waiting.extend(inside.get(uid, ()))
    return {uid for uid in needed if _outside(ledger, going[uid], uid)}


def _noticed(ledger: Ledger, uids: Sequence[str]) -> set[str]:
    """Which of these entries the program made by itself."""
    found: set[str] = set()
    for start in range(0, len(uids), ASKED_AT_ONCE):
        some = uids[start : start + ASKED_AT_ONCE]
        marks = ", ".join("?" * len(some))
        found |= {
            uid
            for (uid,) in ledger.rows(
                "SELECT journal.uid FROM journal JOIN act ON act.id = journal.act "
                f"WHERE journal.uid IN ({marks}) AND journal.born AND act.deed = ?",
                (*some, NOTICED),
            )
        }
    return found


def _stays(reference: Reference, patches: Iterable[journal.Patch]) -> bool:
    """Whether a reference still stands when these patches of its entry, newest first, are given back."""
    stands: Stored = reference.to
    for patch in patches:
        old, new = patch.get(reference.field, (stands, stands))
        stands = old if new == stands else stands
    return stands == reference.to


def _written_since(ledger: Ledger, last: int, uid: str) -> set[str]:
    found = ledger.rows("SELECT uid FROM journal WHERE id > ? AND instr(patch, ?) > 0", (last, uid))
    return {writer for (writer,) in found}


def _outside(ledger: Ledger, code: str, uid: str) -> bool:
    entry = ledger.entry(REGISTERS[code], uid)
    return entry is not None and entry.binned_at is None


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
