"""What a month prints of tables that list nothing: one page that names them, in place of one empty page each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mingbai.desk.month.edition import Edition
from mingbai.domain.data_sheet import DATA_TAB
from mingbai.domain.sheet import DASH, Cell, Look, Page, Row, RowKind, Sheet, SheetColumn
from mingbai.domain.words import Words

TAB = Words("无登记的表", "Nothing recorded")
TITLE = Words("无登记事项的表", "Tables With Nothing Recorded")
WORTH_A_PAGE = 2
"""So many empty tables stand on a page of their own: of one, that page would save none."""


def on_paper(edition: Edition, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets as they are printed; a workbook keeps them all, for who adds up or fills in.

    Lines that only a program adds up are read by nobody on paper.
    """
    sheets = tuple(sheet for sheet in sheets if sheet.tab != edition.into(DATA_TAB))
    blank = [sheet for sheet in sheets if lists_nothing(sheet)]
    if len(blank) < WORTH_A_PAGE:
        return sheets
    kept = [sheet for sheet in sheets if sheet not in blank]
    at = sheets.index(blank[0])
    return (*kept[:at], _named(edition, blank), *kept[at:])


def lists_nothing(sheet: Sheet) -> bool:
    """Whether every row that is no head and no sum says that there is nothing, of a month at most its name."""
    if not isinstance(sheet.rows, Sequence):
        return False
    rows = [row for row in sheet.rows if row.kind is RowKind.BODY]
    return bool(rows) and all(_holds(cell) == DASH for row in rows for cell in row.cells[1:])


def _holds(cell: object) -> object:
    return cell.value if isinstance(cell, Cell) else cell


def _named(edition: Edition, blank: Sequence[Sheet]) -> Sheet:
    say = edition.say
    nothing = say(f"{edition.this}没有", f"none {edition.this}")
    named = edition.sheet(
        TAB,
        TITLE,
        (
            SheetColumn(say("序号", "No."), 6.0, Look.WORD),
            SheetColumn(say("表", "Table"), 30.0, Look.TEXT),
            SheetColumn(say("名称", "Title"), 38.0, Look.TEXT),
            SheetColumn(say("登记事项", "Recorded"), 16.0, Look.WORD),
        ),
        tuple(Row((n, sheet.tab, sheet.title, nothing)) for n, sheet in enumerate(blank, 1)),
        right=say(f"共{len(blank)}张", f"{len(blank)} in all"),
        notes=(
            say(
                f"以上各表{edition.this}没有登记事项，不再逐张附空表；电子表格中各表照留。",
                f"Nothing was recorded for these tables {edition.this}, so no empty pages are attached; the workbook "
                "keeps them all.",
            ),
        ),
        page=Page(portrait=True),
    )
    # It is signed as they are, who may have been sent under another name.
    signed = next((sheet.foot for sheet in blank if sheet.foot), edition.foot())
    return replace(named, left=blank[0].left or named.left, foot=signed)
