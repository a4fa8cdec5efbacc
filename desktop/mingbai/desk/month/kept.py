"""A sheet as a text to be kept, and back: what was handed in is shown, written and compared from it.

Kept in its own language, with the words around it: nothing of it is said anew by a later program. What a cell is
drawn with is kept too, so that the file becomes the same once more.
"""

from __future__ import annotations

import json
from base64 import b85decode, b85encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zlib import compress, decompress

from mingbai.domain.sheet import (
    Cell,
    CellValue,
    Chart,
    ChartKind,
    Look,
    Page,
    Row,
    RowKind,
    Sheet,
    SheetColumn,
)
from mingbai.domain.words import Language


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """One sheet of a version, with what it says of the whole workbook."""

    sheet: Sheet
    language: Language
    full: bool
    caption: str
    unit: str
    """Who reported, as it is called in that language."""
    code: str
    """The place's code, by which whoever adds up knows it."""
    of: int
    """How many sheets the workbook had."""


def packed(kept: KeptSheet) -> str:
    """A sheet as text: a tenth of what it would be in plain words, for the journal holds it a second time."""
    told = {
        "language": kept.language,
        "full": kept.full,
        "caption": kept.caption,
        "unit": kept.unit,
        "code": kept.code,
        "of": kept.of,
        "sheet": _of_sheet(kept.sheet),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return b85encode(compress(text.encode(), 9)).decode("ascii")


def unpacked(content: str) -> KeptSheet:
    """The sheet that was packed."""
    told = json.loads(_text(content))
    return KeptSheet(
        _sheet(told["sheet"]),
        told["language"],
        told["full"],
        told["caption"],
        told["unit"],
        told["code"],
        told["of"],
    )


def speaks_of(content: str, uids: Collection[str]) -> bool:
    """Whether a row of a packed sheet is about one of these entries, or holds words of it."""
    text = _text(content)
    return any(uid in text for uid in uids)


def _text(content: str) -> str:
    return decompress(b85decode(content)).decode()


# --- Into values of JSON ---------------------------------------------------------------------------


def _of_sheet(sheet: Sheet) -> dict[str, Any]:
    page = sheet.page
    return {
        "tab": sheet.tab,
        "title": sheet.title,
        "columns": [
            [one.head, one.width, one.look.value, one.group, one.merge_down, one.edge]
            for one in sheet.columns
        ],
        "rows": [
            [row.kind.value, row.indent, row.about, row.words_of, [_of_cell(cell) for cell in row.cells]]
            for row in sheet.rows
        ],
        "around": [sheet.left, sheet.middle, sheet.right],
        "lead": sheet.lead,
        "notes": sheet.notes,
        "foot": sheet.foot,
        "frozen_columns": sheet.frozen_columns,
        "page": [page.portrait, page.one_page, page.size, page.height],
        "charts": [[one.title, one.kind.value, one.labels, one.series] for one in sheet.charts],
        "hidden": sheet.hidden,
    }


def _of_cell(cell: CellValue | Cell) -> object:
    if isinstance(cell, Cell):
        return [_of_value(cell.value), cell.look.value, cell.span]
    return _of_value(cell)


def _of_value(value: CellValue) -> object:
    match value:
        case Decimal():
            return {"number": str(value)}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case _:
            return value


# --- And back --------------------------------------------------------------------------------------


def _sheet(told: dict[str, Any]) -> Sheet:
    left, middle, right = told["around"]
    portrait, one_page, size, height = told["page"]
    return Sheet(
        tab=told["tab"],
        title=told["title"],
        columns=tuple(
            SheetColumn(head, width, Look(look), group, merge_down, edge)
            for head, width, look, group, merge_down, edge in told["columns"]
        ),
        rows=tuple(
            Row(tuple(map(_cell, cells)), RowKind(kind), indent, about, tuple(words_of))
            for kind, indent, about, words_of, cells in told["rows"]
        ),
        left=left,
        middle=middle,
        right=right,
        lead=tuple(told["lead"]),
        notes=tuple(told["notes"]),
        foot=tuple(told["foot"]),
        frozen_columns=told["frozen_columns"],
        page=Page(portrait, one_page, size, height),
        charts=tuple(
            Chart(title, ChartKind(kind), labels, tuple(series))
            for title, kind, labels, series in told["charts"]
        ),
        # What was sent before it could be hidden is kept as it was.
        hidden=told.get("hidden", False),
    )


def _cell(told: object) -> CellValue | Cell:
    if isinstance(told, list):
        value, look, span = told
        return Cell(_value(value), Look(look), span)
    return _value(told)


def _value(told: object) -> CellValue:
    match told:
        case {"number": str(text)}:
            return Decimal(text)
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case str() | int() | None:
            return told
    raise ValueError(told)
