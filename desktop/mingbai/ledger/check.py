"""Whether a ledger is whole: file, references, journal chain, rows as the fold of the journal, search index."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from mingbai.domain.field import Stored
from mingbai.domain.words import NO_WORDS, Fault, Words
from mingbai.ledger import journal
from mingbai.ledger.contents import Kept, Readable, content_pieces, kept
from mingbai.ledger.faults import Damaged
from mingbai.ledger.schema import TABLES, Table

SAMPLE = 500
TOLD_EACH = 50
"""Rows between two tellings of progress."""
STEP = 5000
SHOWN = 3
"""So many places of one kind of damage are named; the others are counted."""
DAMAGES = 20
"""So many damages of the file are looked for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of thing that is not as it should be, told once however often it was found."""

    part: str
    words: Words


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looked at, and what it found; no findings means the ledger is whole."""

    entries: int
    acts: int
    lines: int
    heads: dict[str, tuple[int, str]]
    """Device to its last journal number and hash."""
    kept: Kept
    findings: tuple[Finding, ...]

    @property
    def whole_words(self) -> Words:
        """What is said of a ledger in which nothing was found."""
        attached = Words("，附件 {n} 个", ", attachments: {n}").format(n=f"{self.kept.attachments:,}")
        return Words(
            "账本完好：{n} 条记录，{acts} 次操作{attached}",
            "The ledger is whole: {n} entries, {acts} acts{attached}",
        ).format(
            n=self.entries - self.kept.attachments,
            acts=self.acts,
            attached=attached if self.kept.attachments else NO_WORDS,
        )


Tell = Callable[[int, int], None]
"""Hears how much of one part is done, and may raise to stop."""


def check(ledger: Readable, progress: Callable[[int, int], None] = lambda _done, _of: None) -> Checked:
    """Looks at everything; takes about half a minute for a hundred thousand entries.

    `progress` hears how much is done, in hundredths. Some statements take seconds and keep others from saving:
    beside a window `check_apart` looks at a copy.
    """
    findings: list[Finding] = []
    before = 0
    for part, (look, share) in PARTS.items():
        tell = partial(_within, progress, before, share)
        tell(0, 1)
        findings += _as_far_as_readable(part, look, ledger, tell)
        before += share
    try:
        (acts,), (lines,) = ledger.rows("SELECT count(*) FROM act UNION ALL SELECT count(*) FROM journal")
        entries = sum(ledger.rows(f'SELECT count(*) FROM "{code}"')[0][0] for code in TABLES)
        return Checked(entries, acts, lines, heads(ledger), kept(ledger), tuple(findings))
    except Fault as fault:
        return Checked(0, 0, 0, {}, Kept(0, 0, 0), (*findings, Finding("file", fault.words)))


def _within(progress: Tell, before: int, share: int, done: int, of: int) -> None:
    progress(before + share * done // max(of, 1), 100)


def heads(ledger: Readable) -> dict[str, tuple[int, str]]:
    """The last journal number and hash of every device: what a backup or a sent report anchors."""
    return {name: (seq, head) for name, seq, head in ledger.rows(journal.HEADS)}


def _as_far_as_readable(
    part: str, look: Callable[[Readable, Tell], Iterator[Finding]], ledger: Readable, tell: Tell
) -> Iterator[Finding]:
    try:
        yield from look(ledger, tell)
    except Fault as fault:
        yield Finding(part, fault.words)


class _Places:
    """Where one kind of damage was found: how often, and the first few places."""

    def __init__(self) -> None:
        self.number = 0
        self._first: list[Words] = []

    def add(self, words: Words) -> None:
        """Notes one place."""
        self.number += 1
        if len(self._first) < SHOWN:
            self._first.append(words)

    def finding(self, part: str, told: Words, **values: object) -> Iterator[Finding]:
        """The one finding of all places, if there are any; `told` has gaps for `n` and `some`."""
        if self.number:
            more = Words("等", ", …") if self.number > SHOWN else NO_WORDS
            some = Words(
                "、".join(words.zh for words in self._first) + more.zh,
                ", ".join(words.en for words in self._first) + more.en,
            )
            yield Finding(part, told.format(**{"n": self.number, **values}, some=some))


def _file(ledger: Readable, _: Tell) -> Iterator[Finding]:
    told = "\n".join(text for (text,) in ledger.rows(f"PRAGMA integrity_check({DAMAGES})"))
    damaged = _Places()
    for line in told.splitlines():
        if line != "ok" and not line.startswith("***"):
            damaged.add(Words(line, line))
    yield from damaged.finding(
        "file",
        Words("文件结构有 {n} 处损坏：{some}", "The file's structure is damaged ({n}): {some}"),
        n=f"{DAMAGES}+" if damaged.number >= DAMAGES else damaged.number,
    )


def _references(ledger: Readable, tell: Tell) -> Iterator[Finding]:
    lost = _Places()
    for table, row, *_ in ledger.rows("PRAGMA foreign_key_check"):
        lost.add(Words(f"{table} 第 {row} 行", f"row {row} of {table}"))
    yield from lost.finding(
        "references",
        Words("内部引用有 {n} 处缺失：{some}", "References that lead nowhere ({n}): {some}"),
    )
    tell(1, 2)
    unlike = _Places()
    wrong = ledger.rows(
        "SELECT a.id FROM act a LEFT JOIN journal j ON j.act = a.id GROUP BY a.id "
        "HAVING count(DISTINCT j.uid) <> a.entries OR count(DISTINCT j.device) > 1 OR max(j.device) <> a.device "
        "OR (a.entries = 0 AND a.undoes IS NULL) "
        "OR a.register IS NOT iif(count(DISTINCT j.register) = 1, max(j.register), NULL)"
    )
    for (act,) in wrong:
        unlike.add(Words(f"第 {act} 步", f"act {act}"))
    yield from unlike.finding(
        "references",
        Words(
            "{n} 步操作的说明与流水不符：{some}",
            "Acts that do not agree with the journal ({n}): {some}",
        ),
    )


def _chain(ledger: Readable, tell: Tell) -> Iterator[Finding]:
    ((lines,),) = ledger.rows("SELECT count(*) FROM journal")
    looked = 0
    for number, name in ledger.rows("SELECT id, uuid FROM device"):
        before, expected = journal.START, 1
        for row in _journal(ledger, number):
            looked += 1
            if looked % TOLD_EACH == 0:
                tell(looked, lines)
            if row[0] != expected or _link(before, name, row) != row[-1]:
                yield Finding(
                    "chain",
                    Words(
                        "流水在第 {seq} 条断开（设备 {device}）",
                        "The journal breaks at row {seq} (device {device})",
                    ).format(seq=expected, device=name[:8]),
                )
                break
            before, expected = row[-1], expected + 1


def _link(before: bytes, device: str, row: tuple[Any, ...]) -> bytes | None:
    seq, clock, register, uid, born, patch, salt, digest, act_clock, at, who, deed, undone, undone_at, _ = row
    if patch is None:
        known = digest if salt is None else None
    else:
        known = journal.digest(salt or b"", patch) if digest is None else None
    if known is None:
        return None
    words = journal.act_words(act_clock, at, who, deed, None if undone is None else (undone, undone_at))
    return journal.chained(before, journal.Line(device, seq, clock, words, register, uid, bool(born)), known)


def _journal(ledger: Readable, device: int) -> Iterator[tuple[Any, ...]]:
    last = 0
    while True:
        block = ledger.rows(
            "SELECT j.seq, j.clock, j.register, j.uid, j.born, CAST(j.patch AS BLOB), j.salt, j.digest, "
            "a.clock, a.at, a.who, a.deed, d.uuid, u.clock, j.hash FROM journal j JOIN act a ON a.id = j.act "
            "LEFT JOIN act u ON u.id = a.undoes LEFT JOIN device d ON d.id = u.device "
            f"WHERE j.device = ? AND j.seq > ? ORDER BY j.seq LIMIT {STEP}",
            (device, last),
        )
        yield from block
        if len(block) < STEP:
            return
        last = block[-1][0]


def _fold(ledger: Readable, tell: Tell) -> Iterator[Finding]:
    whole = sum(ledger.rows(f'SELECT count(*) FROM "{code}"')[0][0] for code in TABLES)
    looked = 0
    for table in TABLES.values():
        unlike = _Places()
        last = 0
        while True:
            rows = ledger.rows(f"{table.select} WHERE id > ? ORDER BY id LIMIT {STEP}", (last,))
            for row in rows:
                looked += 1
                if looked % TOLD_EACH == 0:
                    tell(looked, whole)
                wrong = ", ".join(_differences(ledger, table, row))
                if wrong:
                    unlike.add(Words(f"第 {row[0]} 行（{wrong}）", f"row {row[0]} ({wrong})"))
            if len(rows) < STEP:
                break
            last = rows[-1][0]
        yield from unlike.finding(
            "fold",
            Words(
                "{register}有 {n} 行与流水不一致：{some}",
                "{register}: rows that do not follow from the journal ({n}): {some}",
            ),
            register=table.register.words,
        )
    standing = " ".join(
        f"WHEN '{code}' THEN EXISTS (SELECT 1 FROM \"{code}\" WHERE uid = j.uid)" for code in TABLES
    )
    (missing,) = ledger.rows(
        f"SELECT count(*) FROM journal j WHERE born AND NOT CASE register {standing} ELSE 0 END"
    )[0]
    if missing:
        yield Finding(
            "fold",
            Words("流水里有 {n} 条记录不在登记簿中", "{n} entries of the journal are missing").format(
                n=missing
            ),
        )


def _differences(ledger: Readable, table: Table, row: tuple[Any, ...]) -> list[str]:
    lines = ledger.rows(
        "SELECT patch, born FROM journal WHERE uid = ? AND register = ? ORDER BY clock, device, seq",
        (row[1], table.code),
    )
    values: dict[str, Stored] = dict.fromkeys(table.columns)
    try:
        for patch, born in lines:
            # An erased line is blank; the tombstone that follows it carries what stays.
            if patch is not None:
                fold = journal.read(patch, born=bool(born))
                values.update({name: new for name, (_, new) in fold.items()})
    except (ValueError, TypeError, AttributeError):
        return ["patch"]
    wrong = [name for name, stored in zip(table.columns, row[3:], strict=True) if values[name] != stored]
    return wrong if row[2] == len(lines) else [*wrong, "rev"]


def _search(ledger: Readable, tell: Tell) -> Iterator[Finding]:
    searched = [table for table in TABLES.values() if table.searched]
    for at, table in enumerate(searched):
        tell(at, len(searched))
        (rows,) = ledger.rows(f'SELECT max(id) FROM "{table.code}"')[0]
        looked = 0
        lost = _Places()
        sample = sorted(random.sample(range(1, (rows or 0) + 1), min(SAMPLE, rows or 0)))
        for number, row in enumerate(sample):
            tell(at * len(sample) + number, len(searched) * len(sample))
            found = ledger.rows(f"{table.select} WHERE id = ?", (row,))
            looked += len(found)
            if found and not _is_indexed(ledger, table, found[0]):
                lost.add(Words(f"第 {row} 行", f"row {row}"))
        yield from lost.finding(
            "search",
            Words(
                "{register}抽查 {looked} 条，{n} 条检索不到：{some}",
                "{register}: {looked} tried, {n} not found by search: {some}",
            ),
            register=table.register.words,
            looked=looked,
        )


def _is_indexed(ledger: Readable, table: Table, row: tuple[Any, ...]) -> bool:
    words = table.words(dict(zip(table.columns, row[3:], strict=True))).split()
    sql = f'SELECT 1 FROM "{table.code}_find" WHERE "{table.code}_find" MATCH ? AND rowid = ?'
    for start in range(0, len(words), ASKED_AT_ONCE):
        asked = " AND ".join(f'"{word}"' for word in words[start : start + ASKED_AT_ONCE])
        if not ledger.rows(sql, (asked, row[0])):
            return False
    return True


def _attachments(ledger: Readable, tell: Tell) -> Iterator[Finding]:
    """That what stands in each attached file is there, bit for bit."""
    digests = ledger.rows(
        "SELECT c.sha256, c.size, max(a.id) FROM content c JOIN attachment a ON a.sha256 = c.sha256 "
        "GROUP BY c.id ORDER BY c.id"
    )
    whole = sum(size for _, size, _ in digests)
    looked = 0
    damaged = _Places()
    for digest, size, row in digests:
        seen = 0
        try:
            for piece in content_pieces(ledger, digest):
                seen += len(piece)
                looked += len(piece)
                tell(looked, whole)
        except Damaged:
            seen = -1
        if seen != size:
            damaged.add(Words(f"第 {row} 行", f"row {row}"))
    for (row,) in ledger.rows(
        "SELECT id FROM attachment a WHERE a.sha256 IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM content c WHERE c.sha256 = a.sha256)"
    ):
        damaged.add(Words(f"第 {row} 行", f"row {row}"))
    yield from damaged.finding(
        "attachments",
        Words("附件有 {n} 个缺失或损坏：{some}", "Attachments that are missing or damaged ({n}): {some}"),
    )


ASKED_AT_ONCE = 200

PARTS: dict[str, tuple[Callable[[Readable, Tell], Iterator[Finding]], int]] = {
    "file": (_file, 8),
    "references": (_references, 5),
    "chain": (_chain, 7),
    "fold": (_fold, 35),
    "search": (_search, 35),
    "attachments": (_attachments, 10),
}
"""Each part and its share of the time, in hundredths."""
