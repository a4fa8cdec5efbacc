"""Importing a table as entries: one act, every row accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mingbai.desk.glossary import IMPORTED, Glossary
from mingbai.desk.records import completed, following, refuse_deeds_only
from mingbai.domain.register import Kind, Refused, Register, Stored
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Language, Mistake, Words
from mingbai.exchange.mapping import ColumnMap, Why, drafts, map_headings
from mingbai.exchange.reading_apart import read_table_apart
from mingbai.exchange.tables import LeftOut, Table
from mingbai.ledger.ledger import Entry, Ledger

YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row that did not become an entry, by its number in the file."""

    row: int
    words: Words


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the rows: read = new + same + changed + refused."""

    read: int
    new: int
    same: int
    changed: int
    refused: tuple[RowRefused, ...]
    left_out: tuple[LeftOut, ...]
    """Rows that are no entries: totals, headings inside the table, signatures."""
    columns: ColumnMap


@dataclass(frozen=True, slots=True)
class _Plan:
    new: list[dict[str, Stored]]
    changes: list[tuple[Entry, dict[str, Stored]]]
    same: int
    refused: list[RowRefused]


def import_file(
    ledger: Ledger,
    path: Path,
    register: Register[Any],
    *,
    today: date,
    language: Language = "zh",
    preview: bool = False,
    leave: Collection[str] = (),
    who: str = "",
) -> Imported:
    """Reads a table and adds what is new; entries with the same key are brought up to date.

    A row without a key counts as the same when every field it fills stands like that in an entry already,
    the second such row when a second such entry does. A colleague the ledger does not know is left out.
    With `preview` nothing is written. Raises `Mistake` or `Fault` when the file itself cannot be used.
    """
    refuse_deeds_only(register)
    table = read_table_apart(path, known=_headings(register))
    columns = map_headings(register, table.head, rows=(row for _, row in table.rows[:500]), leave=leave)
    _refuse_strange(path, register, columns)
    _refuse_masked(path, table, columns)
    glossary = Glossary(ledger, today)
    plan = _planned(ledger, table, columns, glossary, language)
    if not preview:
        _write(ledger, register, plan, glossary, who, today)
    return Imported(
        len(table.rows),
        len(plan.new),
        plan.same,
        len(plan.changes),
        tuple(plan.refused),
        table.left_out,
        columns,
    )


def _headings(register: Register[Any]) -> set[str]:
    """Every heading the register's fields are known by."""
    return {
        name
        for field in register.fields.values()
        for name in (field.name, field.column.zh, field.column.en, *field.column.also)
    }


def _refuse_strange(path: Path, register: Register[Any], columns: ColumnMap) -> None:
    missing = columns.missing
    if missing:
        raise Mistake(
            "“{file}”里找不到“{labels}”这一栏，没有导入。请把表头改成这个名称，或换一个登记簿",
            "“{file}” has no column for “{labels}”, nothing was imported; rename its heading or choose another register",
            file=path.name,
            labels=Words(
                "”“".join(field.words.zh for field in missing),
                "”, “".join(field.words.en for field in missing),
            ),
            register=register.words,
        )


def _refuse_masked(path: Path, table: Table, columns: ColumnMap) -> None:
    """An export with masked names would overwrite the real ones."""
    places = [
        at for name, at in columns.fields.items() if columns.register.fields[name].column.personal is not None
    ]
    texts = [str(row[at]) for _, row in table.rows for at in places if row[at]]
    masked = sum("*" in text for text in texts)
    if masked and masked * 2 >= len(texts):
        raise Mistake(
            "“{file}”是遮盖了个人信息的导出表，导入会覆盖真实信息，没有导入。请用原表，或用含个人信息的导出表",
            "“{file}” is an export with masked names; importing it would overwrite the real ones, so nothing "
            "was imported. Use the original, or an export with personal data",
            file=path.name,
        )


def _planned(
    ledger: Ledger, table: Table, columns: ColumnMap, glossary: Glossary, language: Language
) -> _Plan:
    register = columns.register
    plan = _Plan([], [], 0, [])
    known = _Known(ledger, register, tuple(columns.fields))
    same = 0
    staff = [field.name for field in register.fields.values() if field.column.to == STAFF.code]
    personal = [field.name for field in register.fields.values() if field.column.personal is not None]
    lost = {row for row, _ in table.rounded}
    context = glossary.context(IMPORTED, _year_in(table))
    for number, draft in drafts(table, columns):
        try:
            if not draft:
                raise Mistake("这一行没有可导入的内容", "This row has nothing to import")
            if number in lost:
                raise Mistake(
                    "这一行的长号码在表格里已丢失尾数，请在原系统重新导出为文本",
                    "A long number in this row has lost its last digits in the spreadsheet; export it again as text",
                )
            for name in personal:
                if "*" in str(draft.get(name, "")):
                    del draft[name]  # masked by an export; the real one is not overwritten
            strangers = [
                name for name in staff if name in draft and not glossary.find(STAFF.code, str(draft[name]))
            ]
            for name in strangers:
                del draft[name]
            record = completed(ledger, register.parse(draft, context), glossary, language)
            stored = register.store(record)
            stored |= following(register, {}, stored, None)
            found = known.meet(number, stored)
        except Refused as refused:
            plan.refused.append(RowRefused(number, refused.words))
        except Mistake as mistake:
            plan.refused.append(RowRefused(number, mistake.words))
        else:
            changes = {} if not isinstance(found, Entry) else _differences(found, stored, columns)
            if found is None:
                plan.new.append(stored)
            elif isinstance(found, Entry) and changes:
                plan.changes.append((found, changes))
            else:
                same += 1
    return _Plan(plan.new, plan.changes, same, plan.refused)


class _Known:
    """Which rows are entries already, by key or by everything they say."""

    def __init__(self, ledger: Ledger, register: Register[Any], fields: tuple[str, ...]) -> None:
        self._key = next((key for key in register.keys if set(key) <= set(fields)), ())
        self._fields = fields
        self._by_key: dict[tuple[Stored, ...], Entry] = {}
        self._said: Counter[tuple[Stored, ...]] = Counter()
        self._rows: dict[tuple[Stored, ...], tuple[int, tuple[Stored, ...]]] = {}
        for entry in ledger.entries(register):
            if self._key and None not in (key := self._of(entry.stored, self._key)):
                self._by_key[key] = entry
            self._said[self._of(entry.stored, fields)] += 1

    def meet(self, number: int, stored: Mapping[str, Stored]) -> Entry | bool | None:
        """The entry with the row's key, True when all it says is known, None when it is new.

        Raises `Mistake` when an earlier row of the file has the same key and says something else.
        """
        said = self._of(stored, self._fields)
        key = self._of(stored, self._key) if self._key else (None,)
        if None in key:
            self._said[said] -= 1
            return True if self._said[said] >= 0 else None
        if key in self._by_key:
            return self._by_key[key]
        if key in self._rows:
            if self._rows[key][1] == said:
                return True
            raise Mistake(
                "编号与第 {row} 行相同而内容不同，请核对后只留一行",
                "Same number as row {row} but different content; keep one of them",
                row=self._rows[key][0],
            )
        self._rows[key] = (number, said)
        return None

    @staticmethod
    def _of(stored: Mapping[str, Stored], fields: Iterable[str]) -> tuple[Stored, ...]:
        return tuple(stored[name] for name in fields)


def _differences(entry: Entry, stored: Mapping[str, Stored], columns: ColumnMap) -> dict[str, Stored]:
    """What the file says otherwise; a blank cell takes nothing away."""
    changes = {
        name: stored[name]
        for name in columns.fields
        if stored[name] is not None and entry.stored[name] != stored[name]
    }
    return changes | following(entry.register, entry.stored, changes, None)


def _write(
    ledger: Ledger, register: Register[Any], plan: _Plan, glossary: Glossary, who: str, today: date
) -> None:
    with ledger.act("import", who=who, today=today) as act:
        glossary.write_planned(act, _referred(register, plan))
        for stored in plan.new:
            act.insert_stored(register, stored)
        for entry, changes in plan.changes:
            act.change(register, entry.uid, changes)


def _referred(register: Register[Any], plan: _Plan) -> set[str]:
    """The uids that written rows point to: what a refused row named is not created."""
    names = [field.name for field in register.fields.values() if field.kind is Kind.REFERENCE]
    return {
        *(str(stored[name]) for stored in plan.new for name in names),
        *(str(changes[name]) for _, changes in plan.changes for name in names if name in changes),
    }


def _year_in(table: Table) -> int | None:
    """The year that dates without one belong to, when the sheet's or file's name gives exactly one."""
    for text in (table.sheet, table.name):
        years = set(YEAR.findall(text))
        if len(years) == 1:
            return int(years.pop())
    return None


def not_imported(imported: Imported) -> Iterator[tuple[str, Words]]:
    """The headings that went nowhere, and why."""
    for heading in imported.columns.headings:
        if not heading.field:
            yield heading.name, Why(heading.why).words
