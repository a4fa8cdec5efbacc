"""Finding entries by what a person types: characters, words, pinyin initials, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai.domain.register import Kind, Register
from mingbai.domain.text import clean
from mingbai.ledger.ledger import Entry, Ledger, entry_of
from mingbai.ledger.schema import TABLES, Table
from mingbai.ledger.words_index import Sought

NUMBER = re.compile(r"\d{4}-[A-Z]-\d{4,}", re.IGNORECASE)
ENOUGH = 200
ROUNDS = 25
"""How often the index is asked for more when its answers do not hold up to a second look."""
NAMED = 50
"""So many units, certificates or categories are looked through for entries that refer to them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to look: words asked of the index, and references the entry must have."""

    words: tuple[Sought, ...]
    references: tuple[tuple[str, tuple[str, ...]], ...] = ()


def find(ledger: Ledger, text: str, registers: Iterable[Register[Any]], enough: int = ENOUGH) -> list[Entry]:
    """Entries of these registers that hold every typed word, newest of each register first.

    A word is found in the entry's own texts, or in the name of what it refers to (its unit, its certificate).
    Entries in the bin are not found.
    """
    words = [sought for sought in map(Sought, clean(text).split()) if sought.runs]
    if NUMBER.fullmatch(text.strip()):
        entry = ledger.numbered(text)
        return [entry] if entry is not None and entry.binned_at is None else []
    if not words:
        return []
    found: list[Entry] = []
    named: dict[str, dict[str, tuple[str, ...]]] = {}
    for register in registers:
        hits: dict[int, Entry] = {}
        for plan in _plans(ledger, register, words, named):
            hits |= {entry.id: entry for entry in _carried_out(ledger, TABLES[register.code], plan, enough)}
        found.extend(sorted(hits.values(), key=lambda entry: entry.id, reverse=True)[:enough])
    return found


def _plans(
    ledger: Ledger,
    register: Register[Any],
    words: Sequence[Sought],
    named: dict[str, dict[str, tuple[str, ...]]],
) -> list[Plan]:
    plans = [Plan(tuple(words))] if TABLES[register.code].searched else []
    for field in register.fields.values():
        if field.kind is not Kind.REFERENCE or field.column.to not in NAMING or not field.column.sort:
            continue
        for word in words:
            known = named.setdefault(field.column.to, {})
            asked = word.query()
            if asked not in known:
                known[asked] = _uids_named(ledger, field.column.to, word)
            if known[asked]:
                others = tuple(other for other in words if other is not word)
                plans.append(Plan(others, ((field.name, known[asked]),)))
    return plans


NAMING = ("department", "certificate_type", "issue_category")
"""Lists whose names people use when they look for an entry."""


def _uids_named(ledger: Ledger, code: str, word: Sought) -> tuple[str, ...]:
    return tuple(entry.uid for entry in _carried_out(ledger, TABLES[code], Plan((word,)), NAMED))


def _carried_out(ledger: Ledger, table: Table, plan: Plan, enough: int) -> list[Entry]:
    conditions = ["binned_at IS NULL"]
    parameters: list[object] = []
    for field, uids in plan.references:
        conditions.append(f'"{field}" IN ({", ".join("?" * len(uids))})')
        parameters.extend(uids)
    asked = " AND ".join(word.query() for word in plan.words)
    if asked:
        conditions.append(f'id IN (SELECT rowid FROM "{table.code}_find" WHERE "{table.code}_find" MATCH ?')
        parameters.append(asked)
    looked_at = all(word.exact for word in plan.words)
    found: list[Entry] = []
    before = 1 << 62
    for _ in range(ROUNDS):
        batch = _batch(ledger, table, conditions, [*parameters], asked, before, enough)
        found.extend(entry for entry in batch if looked_at or _holds(table, entry, plan))
        if len(batch) < enough or len(found) >= enough:
            break
        before = batch[-1].id
    return found[:enough]


def _batch(
    ledger: Ledger,
    table: Table,
    conditions: Sequence[str],
    parameters: list[object],
    asked: str,
    before: int,
    enough: int,
) -> list[Entry]:
    where = list(conditions)
    if asked:
        # The index answers newest first and stops: the order and the limit must stand inside.
        where[-1] += " AND rowid < ? ORDER BY rowid DESC"
        parameters.append(before)
        if len(where) == 2:
            where[-1] += " LIMIT ?"
            parameters.append(enough)
        where[-1] += ")"
    else:
        where.append("id < ?")
        parameters.append(before)
    sql = f"{table.select} WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?"
    return [entry_of(table.register, row) for row in ledger.rows(sql, (*parameters, enough))]


def _holds(table: Table, entry: Entry, plan: Plan) -> bool:
    texts = [
        str(entry.stored[name]) for name in (*table.short, *table.long) if entry.stored[name] is not None
    ]
    return all(word.stands_in(texts) for word in plan.words)
