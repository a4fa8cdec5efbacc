"""What happened to an entry, read from the journal: for its timeline, and to know what a person touched."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mingbai.domain.field import Stored
from mingbai.ledger import journal
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import BINNED, TABLES


@dataclass(frozen=True, slots=True)
class Step:
    """One saved change of an entry: when, by whom, in which deed, and what became of which field."""

    at: str
    who: str
    deed: str
    born: bool
    patch: journal.Patch


def history(ledger: Ledger, uid: str) -> list[Step]:
    """Every change of an entry, oldest first; erased ones have an empty patch."""
    found = ledger.rows(
        "SELECT a.at, a.who, a.deed, j.born, j.patch FROM journal j JOIN act a ON a.id = j.act "
        "WHERE j.uid = ? ORDER BY j.clock, j.device, j.seq",
        (uid,),
    )
    return [
        Step(at, who, deed, bool(born), {} if patch is None else journal.read(patch, born=bool(born)))
        for at, who, deed, born, patch in found
    ]


def touched_since(ledger: Ledger, deed: str) -> set[str]:
    """The uids that this deed once wrote and another deed changed later: what a person made their own."""
    found = ledger.rows(
        "SELECT DISTINCT j.uid FROM journal j JOIN act a ON a.id = j.act WHERE a.deed <> ? "
        "AND j.uid IN (SELECT uid FROM journal WHERE act IN (SELECT id FROM act WHERE deed = ?))",
        (deed, deed),
    )
    return {uid for (uid,) in found}


def own_fields(ledger: Ledger, uid: str, deed: str) -> frozenset[str]:
    """The fields of an entry that hold something else now than this deed last wrote."""
    written: dict[str, Stored] = {}
    now: dict[str, Stored] = {}
    for step in history(ledger, uid):
        for name, (_, value) in step.patch.items():
            now[name] = value
            if step.deed == deed:
                written[name] = value
    return frozenset(name for name, value in now.items() if value != written.get(name))


def has_deed(ledger: Ledger, deed: str) -> bool:
    """Whether an act of this name was ever written."""
    return bool(ledger.rows("SELECT EXISTS (SELECT 1 FROM act WHERE deed = ?)", (deed,))[0][0])


def last_act(ledger: Ledger) -> int:
    """The number of the last act, 0 before the first."""
    return int(ledger.rows("SELECT ifnull(max(id), 0) FROM act")[0][0])


def registers_written(ledger: Ledger, *, after: int, but: int = 0) -> set[str]:
    """The codes of the registers that acts after this one wrote to, `but` for one."""
    found = ledger.rows(
        "SELECT DISTINCT j.register FROM act a JOIN journal j ON j.act = a.id WHERE a.id > ? AND a.id <> ?",
        (after, but),
    )
    return {code for (code,) in found}


def moved(ledger: Ledger, act: int) -> dict[str, int | None]:
    """The entries that an act only moved: out of the bin, with the act that had put them there, or (None) into it."""
    found = ledger.rows(
        "SELECT j.uid, j.patch, (SELECT max(b.act) FROM journal b WHERE b.uid = j.uid AND b.act < j.act) "
        "FROM journal j WHERE j.act = ? AND NOT j.born AND j.patch IS NOT NULL",
        (act,),
    )
    patches = ((uid, journal.read(patch, born=False), before) for uid, patch, before in found)
    return {
        uid: None if patch[BINNED][1] is not None else before
        for uid, patch, before in patches
        if set(patch) == {BINNED}
    }


def taken_back(ledger: Ledger, act: int) -> int | None:
    """The deed that an undo took back or a redo did again; None for any other act."""
    ((first,),) = ledger.rows(
        "WITH RECURSIVE back(id) AS (SELECT undoes FROM act WHERE id = ? UNION ALL "
        "SELECT a.undoes FROM act a JOIN back ON a.id = back.id) SELECT min(id) FROM back",
        (act,),
    )
    return None if first is None else int(first)


def written(ledger: Ledger, act: int, register: str) -> list[str]:
    """The uids of what an act wrote into a register."""
    found = ledger.rows("SELECT DISTINCT uid FROM journal WHERE act = ? AND register = ?", (act, register))
    return [uid for (uid,) in found]


def touched(ledger: Ledger, act: int) -> list[tuple[str, str]]:
    """Registers and uids of the entries an act wrote, at most two: whether it was one alone."""
    found = ledger.rows("SELECT DISTINCT register, uid FROM journal WHERE act = ? LIMIT 2", (act,))
    return [(register, uid) for register, uid in found]


def changed(ledger: Ledger, act: int) -> list[tuple[str, journal.Patch]]:
    """What an act wrote into entries that were there before, at most two: whether it was one alone."""
    found = ledger.rows(
        "SELECT register, patch FROM journal WHERE act = ? AND NOT born AND patch IS NOT NULL LIMIT 2", (act,)
    )
    return [(register, journal.read(patch, born=False)) for register, patch in found]


def numbers_touched(ledger: Ledger, act: int, most: int) -> dict[str, tuple[str, str]]:
    """Numbers of the entries an act wrote that people know by number, in order, with register and uid.

    Of each register at most so many: of a large act one wants to know that they are many.
    """
    return _numbers(
        ledger,
        act,
        "SELECT DISTINCT r.number, '{code}', r.uid FROM journal j "
        "JOIN \"{code}\" r ON r.uid = j.uid WHERE j.act = ? AND j.register = '{code}'",
        most,
    )


def numbers_spoken_of(ledger: Ledger, act: int, register: str, most: int) -> dict[str, tuple[str, str]]:
    """The same of the entries that what an act wrote into a register speaks of."""
    return _numbers(
        ledger,
        act,
        f"SELECT DISTINCT r.number, '{{code}}', r.uid FROM journal j JOIN \"{register}\" d ON d.uid = j.uid "
        'JOIN "{code}" r ON r.uid = d.subject WHERE j.act = ?',
        most,
    )


def _numbers(ledger: Ledger, act: int, arm: str, most: int) -> dict[str, tuple[str, str]]:
    numbered = [code for code, table in TABLES.items() if table.register.numbered]
    arms = " UNION ALL ".join(f"SELECT * FROM ({arm.format(code=code)} LIMIT {most:d})" for code in numbered)
    found = ledger.rows(arms, [act] * len(numbered))
    return {number: (code, uid) for number, code, uid in sorted(found)}


def touched_by_others(ledger: Ledger, registers: Collection[str], deeds: Collection[str]) -> set[str]:
    """The uids of these registers that any deed but these ever wrote; taking one of these back is none."""
    inside, but = (", ".join("?" * len(names)) for names in (registers, deeds))
    found = ledger.rows(
        "SELECT DISTINCT j.uid FROM journal j JOIN act a ON a.id = j.act LEFT JOIN act u ON u.id = a.undoes "
        f"WHERE j.register IN ({inside}) AND ifnull(u.deed, a.deed) NOT IN ({but})",
        (*registers, *deeds),
    )
    return {uid for (uid,) in found}
