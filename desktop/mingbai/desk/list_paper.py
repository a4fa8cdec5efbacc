"""A list on paper as it stands on screen: its columns, its filter, its order; what is personal is masked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mingbai.desk.exports import LOOKS, TITLE_WIDTH, cell_of, says_nothing_of_people
from mingbai.desk.glossary import Glossary
from mingbai.desk.list_columns import FILES, FLAGS, STATE, words_of
from mingbai.desk.lists import FEW_UIDS, Listed, Question, Walk, spelled_out
from mingbai.desk.places import place_of
from mingbai.desk.record_paper import CHECKED, HANDLED, HEADED, ON
from mingbai.desk.states import state_of
from mingbai.domain.field import Kind
from mingbai.domain.filter import ALL
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.sheet import CellValue, Look, Page, Row, RowKind, Sheet, SheetColumn, Workbook
from mingbai.domain.words import Language, Mistake, Words, enumerated
from mingbai.exchange.measure import POINTS_A_UNIT
from mingbai.exchange.paper import printable
from mingbai.ledger.contents import attached_counts
from mingbai.ledger.ledger import Ledger

MOST = 5_000
"""So many rows are printed at most, some two hundred pages; whoever needs more needs a workbook."""

BIN = Words("回收站", "Bin")
FILTERED = Words("按条件筛选", "Filtered")
ENTRIES = Words("{n} 条", "{n} entries")
MADE_ON = Words("{place} {register} {day}", "{place}, {register}, {day}")
WIDTHS = {FLAGS: (Look.TEXT, 16.0), STATE: (Look.WORD, 12.0), FILES: (Look.COUNT, 6.0)}
NUMBER_WIDTH = (Look.CODE, 13.0)
TOTAL = Words("合计", "Total")
TITLES = {RECEPTIONS.code: Words("公务接待清单", "List of Official Visits")}
SUMS: dict[str, tuple[str, ...]] = {RECEPTIONS.code: ("guests", "hosts", "cost")}
"""Lists that are handed in with their sums: what is added up in the last row, and signed below."""
SIGNED = (HANDLED, CHECKED, HEADED, ON)


def list_workbook(
    ledger: Ledger,
    register: Register[Any],
    question: Question,
    names: Sequence[str],
    glossary: Glossary,
    language: Language,
    *,
    called: str = "",
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Workbook:
    """The rows of a question in these columns, ready to be laid out.

    `called` is what the filter is called on screen. `told` hears how many rows are read and may raise to
    stop. Raises `Mistake` where there are more than `MOST` rows.
    """
    if register.code in TITLES:
        # What is handed in says nothing of what the program noticed.
        names = [name for name in names if name != FLAGS]
    walk = Walk(ledger, register, question, glossary)
    found = list(_all(walk, told))
    counts = _counts(ledger, found) if FILES in names else {}
    rows = [_row(listed, names, glossary, language, counts) for listed in found]
    total = _total(register, rows, names, language)
    columns, page = _columns(register, names, language)
    place, title = place_of(ledger).name, TITLES.get(register.code, register.words).into(language)
    count = ENTRIES.format(n=len(rows))
    sheet = Sheet(
        tab=register.words.into(language),
        title=title,
        columns=columns,
        rows=(*rows, *total),
        left=place,
        middle=_asked(walk, called, glossary).into(language),
        right=count.into(language),
        foot=tuple(words.into(language) for words in SIGNED) if register.code in SUMS and rows else (),
        page=page,
    )
    made = MADE_ON.format(place=place, register=register.words, day=glossary.today.isoformat())
    return Workbook(language, (sheet,), made.into(language))


def _all(walk: Walk, told: Callable[[int, int], None]) -> Iterator[Listed]:
    stretch, read = walk.first(), 0
    while True:
        yield from stretch.rows
        read += len(stretch.rows)
        if read > MOST:
            raise Mistake(
                "列表超过 {most} 条，请先筛选再打印，或者导出到 Excel",
                "The list has more than {most} entries; filter it first, or export it to Excel",
                most=f"{MOST:,}",
            )
        told(read, 0)
        if not stretch.after or stretch.last is None:
            return
        stretch = walk.after(stretch.last)


def _asked(walk: Walk, called: str, glossary: Glossary) -> Words:
    """What was asked, as far as it may stand on paper: words that were typed may be somebody's name."""
    question, register = walk.question, walk.register
    parts = [BIN] if question.binned else []
    typed = bool(question.words.strip())
    if question.beside != ALL and called:
        parts.append(Words(called, called))
    elif question.where:
        spelled = spelled_out(walk.ledger, register, question.where, glossary.today)
        if called:
            parts.append(Words(called, called))
        elif says_nothing_of_people(register, spelled, glossary):
            parts.append(Words(question.where, question.where))
        else:
            typed = True
    return enumerated([*parts, FILTERED] if typed else parts)


def _columns(
    register: Register[Any], names: Sequence[str], language: Language
) -> tuple[tuple[SheetColumn, ...], Page]:
    found = [SheetColumn(words_of(register, name).into(language), 0.0) for name in names]
    for at, name in enumerate(names):
        field = register.fields.get(name)
        look, width = WIDTHS.get(name) or (LOOKS[field.kind] if field is not None else NUMBER_WIDTH)
        if name == register.titled and field is not None and field.kind in (Kind.TEXT, Kind.LONG):
            width = TITLE_WIDTH
        found[at] = replace(found[at], width=width, look=look)
    wide = sum(column.width for column in found)
    upright, lying = (Page(portrait=portrait, one_page=False) for portrait in (True, False))
    page = upright if wide <= printable(upright)[0] / POINTS_A_UNIT else lying
    spare = printable(page)[0] / POINTS_A_UNIT - wide
    if spare > 0:
        # What is left over goes to the texts, the name first: they break into fewer lines.
        at = names.index(register.titled)
        found[at] = replace(found[at], width=found[at].width + spare)
    return tuple(found), page


def _total(
    register: Register[Any], rows: Sequence[Row], names: Sequence[str], language: Language
) -> tuple[Row, ...]:
    """The last row of a list that has sums; none where no column of them is shown, or nothing stands before them."""
    summed = [name in SUMS.get(register.code, ()) for name in names]
    if len(rows) < 2 or not any(summed) or summed[0]:
        return ()
    cells: list[CellValue] = [TOTAL.into(language)]
    for at in range(1, len(names)):
        numbers = [row.cells[at] for row in rows] if summed[at] else []
        known = [one for one in numbers if isinstance(one, int | Decimal)]
        cells.append(sum(known, Decimal(0)) if known and isinstance(known[0], Decimal) else None)
        if known and cells[-1] is None:
            cells[-1] = sum(int(one) for one in known)
    return (Row(tuple(cells), RowKind.TOTAL),)


def _counts(ledger: Ledger, found: Sequence[Listed]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for start in range(0, len(found), FEW_UIDS):
        counts |= attached_counts(ledger, [one.entry.uid for one in found[start : start + FEW_UIDS]])
    return counts


def _row(
    listed: Listed, names: Sequence[str], glossary: Glossary, language: Language, counts: Mapping[str, int]
) -> Row:
    return Row(
        tuple(
            counts.get(listed.entry.uid) if name == FILES else _value(listed, name, glossary, language)
            for name in names
        )
    )


def _value(listed: Listed, name: str, glossary: Glossary, language: Language) -> CellValue:
    entry = listed.entry
    if name == FLAGS:
        return enumerated(listed.flags).into(language)
    if name == STATE:
        state = state_of(entry, glossary, listed.cut_since)
        return state.words.into(language) if state is not None else None
    field = entry.register.fields.get(name)
    if field is None:
        return entry.number
    field = entry.register.filled_in(field, entry.stored)
    twin = field.column.english
    if language == "en" and twin and entry.stored[twin]:
        field = entry.register.fields[twin]
    return cell_of(entry, field, glossary, language, full=False)
