"""Whether a ledger is whole: file, references, journal chain, rows as the fold of the journal, search index."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.domain.register import Stored
from mingbai.domain.words import Words
from mingbai.ledger import journal
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import TABLES, Table

SAMPLE = 500
STEP = 5000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be."""

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
    findings: tuple[Finding, ...]


def check(ledger: Ledger) -> Checked:
    """Looks at everything; takes about a minute for a million entries."""
    findings = [*_file(ledger), *_chain(ledger), *_fold(ledger), *_search(ledger)]
    (acts,), (lines,) = ledger.rows("SELECT count(*) FROM act UNION ALL SELECT count(*) FROM journal")
    entries = sum(ledger.rows(f'SELECT count(*) FROM "{code}"')[0][0] for code in TABLES)
    return Checked(entries, acts, lines, heads(ledger), tuple(findings))


def heads(ledger: Ledger) -> dict[str, tuple[int, str]]:
    """The last journal number and hash of every device: what a backup or a sent report anchors."""
    found: dict[str, tuple[int, str]] = {}
    for number, name in ledger.rows("SELECT id, uuid FROM device"):
        last = ledger.rows(
            "SELECT seq, hash FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1", (number,)
        )
        if last:
            found[name] = (last[0][0], last[0][1].hex())
    return found


def _file(ledger: Ledger) -> Iterator[Finding]:
    for (text,) in ledger.rows("PRAGMA integrity_check(20)"):
        if text != "ok":
            yield Finding(
                "file",
                Words("文件结构损坏：{text}", "The file's structure is damaged: {text}").format(text=text),
            )
    for row in ledger.rows("PRAGMA foreign_key_check"):
        yield Finding(
            "references", Words("内部引用缺失：{row}", "A reference leads nowhere: {row}").format(row=row)
        )


def _chain(ledger: Ledger) -> Iterator[Finding]:
    for number, name in ledger.rows("SELECT id, uuid FROM device"):
        before, expected = journal.START, 1
        for row in _journal(ledger, number):
            seq, clock, register, uid, born, patch, salt, digest, found, told = row
            known = digest if patch is None else journal.digest(salt, patch)
            line = journal.Line(name, seq, clock, told, register, uid, bool(born))
            if seq != expected or journal.chained(before, line, known) != found:
                yield Finding(
                    "chain",
                    Words(
                        "流水在第 {seq} 条断开（设备 {device}）",
                        "The journal breaks at row {seq} (device {device})",
                    ).format(seq=expected, device=name[:8]),
                )
                break
            before, expected = found, seq + 1


def _journal(ledger: Ledger, device: int) -> Iterator[tuple]:  # type: ignore[type-arg]
    last = 0
    while True:
        block = ledger.rows(
            "SELECT j.seq, j.clock, j.register, j.uid, j.born, j.patch, j.salt, j.digest, j.hash, "
            "a.clock || '|' || a.at || '|' || a.who || '|' || a.deed || '|' || ifnull(a.undoes, '') "
            f"FROM journal j JOIN act a ON a.id = j.act WHERE j.device = ? AND j.seq > ? ORDER BY j.seq LIMIT {STEP}",
            (device, last),
        )
        yield from block
        if len(block) < STEP:
            return
        last = block[-1][0]


def _fold(ledger: Ledger) -> Iterator[Finding]:
    for table in TABLES.values():
        last = 0
        while True:
            rows = ledger.rows(f"{table.select} WHERE id > ? ORDER BY id LIMIT {STEP}", (last,))
            for row in rows:
                wrong = _differences(ledger, table, row)
                if wrong:
                    yield Finding(
                        "fold",
                        Words(
                            "{register}第 {row} 行与流水不一致：{fields}",
                            "Row {row} of {register} does not follow from the journal: {fields}",
                        ).format(register=table.register.words, row=row[0], fields=", ".join(wrong)),
                    )
            if len(rows) < STEP:
                break
            last = rows[-1][0]
    orphans = " UNION ALL ".join(f'SELECT uid FROM "{code}"' for code in TABLES)
    (missing,) = ledger.rows(f"SELECT count(*) FROM journal WHERE born AND uid NOT IN ({orphans})")[0]
    if missing:
        yield Finding(
            "fold",
            Words("流水里有 {n} 条记录不在登记簿中", "{n} entries of the journal are missing").format(
                n=missing
            ),
        )


def _differences(ledger: Ledger, table: Table, row: tuple) -> list[str]:  # type: ignore[type-arg]
    lines = ledger.rows("SELECT patch FROM journal WHERE uid = ? ORDER BY clock, device, seq", (row[1],))
    if any(patch is None for (patch,) in lines):
        return []
    values: dict[str, Stored] = dict.fromkeys(table.columns)
    for (patch,) in lines:
        values.update({name: new for name, (_, new) in journal.read(patch).items()})
    wrong = [name for name, stored in zip(table.columns, row[3:], strict=True) if values[name] != stored]
    return wrong if row[2] == len(lines) else [*wrong, "rev"]


def _search(ledger: Ledger) -> Iterator[Finding]:
    for table in TABLES.values():
        if not table.searched:
            continue
        (rows,) = ledger.rows(f'SELECT max(id) FROM "{table.code}"')[0]
        for row in sorted(random.sample(range(1, (rows or 0) + 1), min(SAMPLE, rows or 0))):
            found = ledger.rows(f"{table.select} WHERE id = ?", (row,))
            if found and not _is_indexed(ledger, table, found[0]):
                yield Finding(
                    "search",
                    Words(
                        "{register}第 {row} 行检索不到", "Row {row} of {register} cannot be found by search"
                    ).format(register=table.register.words, row=row),
                )


def _is_indexed(ledger: Ledger, table: Table, row: tuple) -> bool:  # type: ignore[type-arg]
    words = sorted(set(table.words(dict(zip(table.columns, row[3:], strict=True))).split()))
    if not words:
        return True
    asked = " AND ".join(f'"{word}"' for word in words[:40])
    sql = f'SELECT 1 FROM "{table.code}_find" WHERE "{table.code}_find" MATCH ? AND rowid = ?'
    return bool(ledger.rows(sql, (asked, row[0])))
