"""Lists that travel down as one workbook: duty lists, departments, catalogues of a street for its villages.

A row is known by its key, so the next edition brings it up to date; what a village changed itself stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from mingbai.desk.catalogues import DEED as SHIPPED
from mingbai.desk.exports import LOOKS, TITLE_WIDTH
from mingbai.desk.import_plan import Progress
from mingbai.desk.places import no_reference, place_of
from mingbai.domain.column import Uid
from mingbai.domain.field import LIST_MARK, Context, Field, Kind, Stored
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import CellValue, Look, Page, Row, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language, Mistake, Words
from mingbai.exchange.reading_apart import read_table_apart
from mingbai.exchange.table import Table
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.history import touched_by_others
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Taken

DEED = "take_lists"
KEY = Words("标识", "Key")
TITLE = Words("下发清单", "Lists for villages")

LISTS: tuple[Register[Any], ...] = tuple(
    register for register in REGISTERS.values() if "edition" in register.fields and not register.deeds_only
)
"""Every register whose entries have an edition."""


@dataclass(frozen=True, slots=True)
class ListsTaken:
    """What became of the rows of a workbook of lists."""

    new: int
    updated: int
    same: int
    kept: int
    """Left as they are, because they were changed here or have the name of an own entry."""


def write_lists(ledger: Ledger, out: Path, *, language: Language, today: date) -> Written:
    """Writes all lists of this ledger as one workbook."""
    place = place_of(ledger).name
    sheets = tuple(_sheet(ledger, register, place, language, today) for register in LISTS)
    caption = f"{place} {TITLE.into(language)} {today.isoformat()}"
    return write_workbook(Workbook(language, sheets, caption), out, made_at=datetime.combine(today, time()))


def _sheet(ledger: Ledger, register: Register[Any], place: str, language: Language, today: date) -> Sheet:
    columns = [SheetColumn(KEY.into(language), 13.0, Look.CODE)]
    for field in register.fields.values():
        width = TITLE_WIDTH if field.name == register.titled else LOOKS[field.kind][1]
        columns.append(SheetColumn(field.words.into(language), width, Look.TEXT))
    context = Context(today, no_reference)
    rows = (
        Row(
            (
                entry.uid,
                *(
                    written(field, entry.stored[field.name], language, context)
                    for field in register.fields.values()
                ),
            )
        )
        for entry in ledger.entries(register)
    )
    title = register.words.into(language)
    return Sheet(
        tab=title,
        title=title,
        columns=tuple(columns),
        rows=rows,
        left=place,
        right=today.isoformat(),
        frozen_columns=2,
        page=Page(one_page=False),
    )


def written(field: Field, stored: Stored, language: Language, context: Context) -> CellValue:
    """A stored value in words, or as its code where the words would be read as something else."""
    if stored is None:
        return None
    if field.kind in (Kind.LIST, Kind.CHOICES):
        return str(stored).replace(LIST_MARK, "; ")
    text = field.show(stored, language, lambda uid, _: uid)
    try:
        same = field.store(field.read(text, context)) == stored
    except Mistake:
        same = False
    return text if same else str(stored)


def take_lists(ledger: Ledger, path: Path, *, today: date, progress: Progress | None = None) -> ListsTaken:
    """Takes over the lists of a workbook in one act. Raises `Mistake` when it is none."""
    go_on = None if progress is None else partial(progress, 0, 0)
    first = read_table_apart(path, go_on=go_on, known=(KEY.zh, KEY.en, *_labels(LISTS[0])))
    read = []
    for register in LISTS:
        tab = next((name for name in (register.words.zh, register.words.en) if name in first.sheets), None)
        if tab is not None:
            known = (KEY.zh, KEY.en, *_labels(register))
            try:
                table = read_table_apart(path, tab, go_on=go_on, known=known)
            except Mistake:
                continue  # an empty list has no rows to read
            read.append((register, list(_rows(path.name, table, register, today))))
    if not read:
        raise _not_ours(path.name)
    return _taken(ledger, read, today)


def _labels(register: Register[Any]) -> tuple[str, ...]:
    return tuple(label for field in register.fields.values() for label in (field.words.zh, field.words.en))


def _rows(
    name: str, table: Table, register: Register[Any], today: date
) -> Iterator[tuple[Uid, dict[str, Stored]]]:
    places = {head: at for at, head in enumerate(table.head)}
    key = next((places[head] for head in (KEY.zh, KEY.en) if head in places), None)
    if key is None:
        raise _not_ours(name)
    columns = {
        field.name: places[head]
        for field in register.fields.values()
        for head in (field.words.zh, field.words.en)
        if head in places
    }
    context = Context(today, no_reference)
    for number, row in table.rows:
        draft = {field: row[at] for field, at in columns.items() if row[at] is not None}
        try:
            record = register.parse(draft, context)
        except Mistake as mistake:
            raise Mistake(
                "“{name}”没有接收：{register}第 {row} 行，{why}",
                "“{name}” was not taken over: {register}, row {row}: {why}",
                name=name,
                register=register.words,
                row=number,
                why=mistake.words,
            ) from None
        yield Uid(str(row[key] or "")), register.store(record)


def _taken(
    ledger: Ledger,
    read: list[tuple[Register[Any], list[tuple[Uid, dict[str, Stored]]]]],
    today: date,
) -> ListsTaken:
    new = updated = same = kept = 0
    own = touched_by_others(ledger, [register.code for register in LISTS], (SHIPPED, DEED, "create"))
    with ledger.act(DEED, today=today) as act:
        for register, rows in read:
            known: Mapping[str, Entry] = {entry.uid: entry for entry in ledger.entries(register, binned=True)}
            for uid, stored in rows:
                before = known.get(uid)
                try:
                    if before is None:
                        act.insert_stored(register, stored, uid=uid or None)
                        new += 1
                    elif before.stored == stored and before.binned_at is None:
                        same += 1
                    elif uid in own:
                        kept += 1
                    else:
                        act.change(register, uid, stored | {"binned_at": None})
                        updated += 1
                except Taken:
                    # The place made an entry of this name itself: that one is theirs.
                    kept += 1
    return ListsTaken(new, updated, same, kept)


def _not_ours(name: str) -> Mistake:
    return Mistake(
        "“{name}”没有接收：不是从“下发清单”导出的工作簿",
        "“{name}” was not taken over: it is no workbook of lists that a street exported",
        name=name,
    )
