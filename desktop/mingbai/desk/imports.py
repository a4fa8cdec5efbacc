"""Importing a table as entries: one act, every row accounted for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mingbai.desk.backed_up import IMPORT, back_up_first
from mingbai.desk.bulk import MANY
from mingbai.desk.doubts import doubts_of
from mingbai.desk.glossary import IMPORTED, GrowingGlossary
from mingbai.desk.import_plan import CellUnread, Imported, Plan, Progress, RowDoubted, RowRefused, unlisted
from mingbai.desk.known_rows import KnownRows
from mingbai.desk.own_rows import OwnRows
from mingbai.desk.records import completed, following, refuse_deeds_only
from mingbai.desk.unsaid import CLOSED_BY_ITS_TEXT, closed_by_its_text, with_unsaid
from mingbai.domain.field import Kind, Refused, Stored
from mingbai.domain.register import Register
from mingbai.domain.registers import NAMING
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Language, Mistake, Words
from mingbai.exchange.mapping import ColumnMap, Why, drafts, map_headings
from mingbai.exchange.reading_apart import read_table_apart
from mingbai.exchange.table import Table
from mingbai.exchange.tables import pasted_table
from mingbai.ledger.history import last_act, registers_written
from mingbai.ledger.ledger import Entry, Ledger

TOLD_EACH = 10
"""Rows between two tellings."""

LOOKED_THROUGH = 500
"""So many rows are looked through for identity numbers."""

YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")


def import_file(
    ledger: Ledger,
    path: Path,
    register: Register[Any],
    *,
    today: date,
    language: Language = "zh",
    preview: bool = False,
    leave: Collection[str] = (),
    progress: Progress | None = None,
    backed_up: bool = True,
    deed: str = "import",
) -> Imported:
    """Reads a table and adds what is new; entries with the same key are brought up to date.

    With `preview` nothing is written. A ledger that is just being made need not be `backed_up`.
    Raises `Mistake` or `Fault` when the file itself cannot be used.
    """
    table = read_file(path, register, progress=progress)
    planned = plan(ledger, table, register, today=today, language=language, leave=leave, progress=progress)
    if preview:
        return planned.imported
    return write(ledger, planned, progress=progress, backed_up=backed_up, deed=deed)


def read_file(
    path: Path,
    register: Register[Any],
    *,
    sheet: str | None = None,
    head_row: int | None = None,
    progress: Progress | None = None,
) -> Table:
    """The table in a file, whose headings are looked for unless their row is given (0: there are none).

    It is the first sheet with anything in it unless one is named. Raises `Mistake` or
    `Fault` when the file cannot be used.
    """
    refuse_deeds_only(register)
    go_on = None if progress is None else partial(progress, 0, 0)
    return read_table_apart(path, sheet, head_row=head_row, known=_headings(register), go_on=go_on)


def read_paste(text: str, register: Register[Any], *, name: str, head_row: int | None = None) -> Table:
    """The table in a block of cells copied from a spreadsheet; sentences about it call it by `name`.

    Raises `Mistake` when there is none in it.
    """
    refuse_deeds_only(register)
    return pasted_table(name, text, head_row=head_row, known=_headings(register))


def mapped(
    table: Table,
    register: Register[Any],
    *,
    chosen: Mapping[str, str] = MappingProxyType({}),
    leave: Collection[str] = (),
) -> ColumnMap:
    """Where each column goes: as `chosen` (the field of a heading, "" for none), else as its name says."""
    rows = (row for _, row in table.rows[:LOOKED_THROUGH])
    return map_headings(register, table.head, chosen, rows=rows, leave=leave)


def plan(
    ledger: Ledger,
    table: Table,
    register: Register[Any],
    *,
    today: date,
    language: Language = "zh",
    chosen: Mapping[str, str] = MappingProxyType({}),
    leave: Collection[str] = (),
    progress: Progress | None = None,
) -> Plan:
    """What an import would do, row by row; nothing is written.

    A row of this ledger's own export is known by its number. A row without a key counts as the same when every field it fills stands like that in an entry already,
    the second such row when a second such entry does. A colleague the ledger does not know is left out.
    Raises `Mistake` when the table is none of this register or a masked export.
    """
    refuse_deeds_only(register)
    columns = mapped(table, register, chosen=chosen, leave=leave)
    refuse_strange(table, columns)
    _refuse_masked(table, columns)
    return _planned(ledger, table, columns, today, language, progress)


def write(
    ledger: Ledger,
    plan: Plan,
    *,
    progress: Progress | None = None,
    backed_up: bool = True,
    deed: str = "import",
) -> Imported:
    """Writes what was planned as one act, planned anew when what it rests on was changed meanwhile.

    Before many rows a backup is made; raises `NotBackedUp` when that cannot be. When `progress` raises,
    or anything else, nothing is kept and the plan can still be written.
    """
    register = plan.columns.register
    if backed_up and plan.writes >= MANY:
        back_up_first(ledger, IMPORT, progress or (lambda _done, _of: None))
    while True:
        named = dict(plan.glossary.planned)
        try:
            with ledger.act(deed, today=plan.glossary.today) as act:
                if not registers_written(ledger, after=plan.seen, but=act.id) & _rested_on(register):
                    plan.glossary.write_planned(act)
                    for number, stored in enumerate(plan.new):
                        _tell(progress, number, plan.writes)
                        act.insert_stored(register, stored)
                    for number, (entry, changes) in enumerate(plan.changes, len(plan.new)):
                        _tell(progress, number, plan.writes)
                        act.change(register, entry.uid, changes)
                    return plan.imported
        except BaseException:
            plan.glossary.planned.update(named)
            raise
        plan = _planned(ledger, plan.table, plan.columns, plan.glossary.today, plan.language, progress)


def _rested_on(register: Register[Any]) -> set[str]:
    """The registers that a plan looked into: its own, and the lists whose names it read."""
    return {register.code, *(each.code for each in NAMING)}


def _tell(progress: Progress | None, done: int, of: int) -> None:
    if progress is not None and done % TOLD_EACH == 0:
        progress(done, of)


def _headings(register: Register[Any]) -> set[str]:
    """Every heading the register's fields are known by."""
    return {
        name
        for field in register.fields.values()
        for name in (field.name, field.column.zh, field.column.en, *field.column.also)
    }


def refuse_strange(table: Table, columns: ColumnMap) -> None:
    """Raises `Mistake` when no column fills a field that an entry must have."""
    missing = columns.missing
    if missing:
        raise Mistake(
            "“{file}”里找不到“{labels}”这一栏，没有导入。请把表头改成这个名称，或换一个登记簿",
            "“{file}” has no column for “{labels}”, nothing was imported; rename its heading or choose another register",
            file=table.name,
            labels=Words(
                "”“".join(field.words.zh for field in missing),
                "”, “".join(field.words.en for field in missing),
            ),
            register=columns.register.words,
        )


def _refuse_masked(table: Table, columns: ColumnMap) -> None:
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
            file=table.name,
        )


def _planned(
    ledger: Ledger,
    table: Table,
    columns: ColumnMap,
    today: date,
    language: Language,
    progress: Progress | None,
) -> Plan:
    register = columns.register
    seen = last_act(ledger)
    glossary = GrowingGlossary(ledger, today, IMPORTED)
    reading = _Reading(ledger, table, columns, glossary, language)
    known = KnownRows(ledger, register, tuple(columns.fields))
    own = OwnRows(ledger, table, columns, glossary)
    new: list[dict[str, Stored]] = []
    changed: list[tuple[Entry, dict[str, Stored]]] = []
    refused: list[RowRefused] = []
    doubted: list[RowDoubted] = []
    same = 0
    for done, (number, draft) in enumerate(drafts(table, columns)):
        _tell(progress, done, len(table.rows))
        try:
            found: Entry | bool | None = own.entry(number)
            if isinstance(found, Entry):
                stored = reading.changed(found, draft, own.otherwise(found, draft))
                known.refuse_double(found, stored)
            else:
                stored = reading.stored(number, draft)
                found = known.meet(number, stored)
        except Mistake as mistake:
            refused.append(RowRefused(number, mistake.words))
        else:
            changes = {} if not isinstance(found, Entry) else _differences(found, stored, columns)
            if found is None:
                new.append(stored)
            elif isinstance(found, Entry) and changes:
                changed.append((found, changes))
            else:
                same += 1
                continue
            becomes = {**found.stored, **changes} if isinstance(found, Entry) else stored
            doubted += reading.doubts(number, becomes, new=found is None)
    glossary.keep_referred(_referred(register, new, changed))
    return Plan(
        table,
        columns,
        language,
        tuple(new),
        tuple(changed),
        same,
        tuple(refused),
        tuple(cell for cell in reading.unread if cell.row not in {row.row for row in refused}),
        glossary,
        seen,
        tuple(doubted),
        unlisted(glossary, language),
    )


class _Reading:
    """How a row of one table becomes what an entry holds."""

    def __init__(
        self, ledger: Ledger, table: Table, columns: ColumnMap, glossary: GrowingGlossary, language: Language
    ) -> None:
        self._ledger, self._glossary, self._language = ledger, glossary, language
        self._columns, self._register = columns, columns.register
        fields = self._register.fields.values()
        self._staff = [field.name for field in fields if field.column.to == STAFF.code]
        self._personal = [field.name for field in fields if field.column.personal is not None]
        self._lost = {row for row, _ in table.rounded}
        self._context = glossary.context(_year_in(table))
        self.unread: list[CellUnread] = []
        self.closed: set[int] = set()
        """Rows whose text says that they are."""

    def stored(self, number: int, draft: dict[str, object]) -> dict[str, Stored]:
        """What an entry of this row would hold. Raises `Mistake` when it cannot become one."""
        if not draft:
            raise Mistake("这一行没有可导入的内容", "This row has nothing to import")
        if number in self._lost:
            raise Mistake(
                "这一行的长号码在表格里已丢失尾数，请在原系统重新导出为文本",
                "A long number in this row has lost its last digits in the spreadsheet; export it again as text",
            )
        for name in self._personal:
            if "*" in str(draft.get(name, "")):
                del draft[name]  # masked by an export; the real one is not overwritten
        for name in () if NOTE in self._register.fields else self._staff:
            if name in draft and not self._glossary.find(STAFF.code, str(draft[name])):
                del draft[name]
        record, unread = self._parsed(with_unsaid(draft, self._columns, self._glossary.today))
        if (closed := closed_by_its_text(record, self._columns)) is not None:
            record = closed
            self.closed.add(number)
        record = completed(self._ledger, record, self._glossary, self._language)
        stored = self._register.store(record)
        self.unread += [CellUnread(number, words) for words in unread]
        return stored | following(self._register, {}, stored, None)

    def doubts(self, number: int, stored: Mapping[str, Stored], *, new: bool) -> Iterator[RowDoubted]:
        """What is told of a row that is imported all the same."""
        if new and number in self.closed:
            yield RowDoubted(number, CLOSED_BY_ITS_TEXT)
        for words in doubts_of(self._register, self._register.load(stored), self._glossary.today):
            yield RowDoubted(number, words)

    def changed(self, entry: Entry, draft: dict[str, object], names: Collection[str]) -> dict[str, Stored]:
        """What the entry would hold after these fields of its row. Raises `Mistake` when one cannot be read."""
        register = self._register
        record = register.load(entry.stored)
        for name in names:
            record = replace(record, **{name: register.fields[name].read(draft[name], self._context)})
        if problems := register.lacking(record):
            raise Refused(problems)
        return register.store(record)

    def _parsed(self, draft: dict[str, object]) -> tuple[Any, list[Words]]:
        """The record, without the cells that need not be there and cannot be read: their words go to the note."""
        register = self._register
        try:
            return register.parse(draft, self._context), []
        except Refused as refused:
            problems = refused.problems
            if NOTE not in register.fields or any(
                problem.field not in draft or register.fields[problem.field].required for problem in problems
            ):
                raise
        kept = {name: value for name, value in draft.items() if name not in {one.field for one in problems}}
        said = [
            SAID.format(label=register.fields[one.field].words, value=draft[one.field]).into(self._language)
            for one in problems
        ]
        kept[NOTE] = "\n".join(filter(None, (str(kept.get(NOTE) or ""), *said)))
        return register.parse(kept, self._context), [one.words for one in problems]


NOTE = "note"
SAID = Words("{label}：{value}", "{label}: {value}")


def _differences(entry: Entry, stored: Mapping[str, Stored], columns: ColumnMap) -> dict[str, Stored]:
    """What the file says otherwise; a blank cell takes nothing away."""
    changes = {
        name: stored[name]
        for name in columns.fields
        if stored[name] is not None and entry.stored[name] != stored[name]
    }
    return changes | following(entry.register, entry.stored, changes, None)


def _referred(
    register: Register[Any],
    new: Iterable[Mapping[str, Stored]],
    changed: Iterable[tuple[Entry, Mapping[str, Stored]]],
) -> set[str]:
    """The uids that written rows point to: what a refused row named is not created."""
    names = [field.name for field in register.fields.values() if field.kind is Kind.REFERENCE]
    written = (*new, *(changes for _, changes in changed))
    return {str(row[name]) for row in written for name in names if name in row}


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
        if not heading.field and heading.why is not Why.NUMBER:
            yield heading.name, Why(heading.why).words
