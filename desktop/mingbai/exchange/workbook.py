"""Writes sheets as an Excel workbook: pages and lists of any length."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook as Book
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from mingbai.disk import sync_file
from mingbai.domain.sheet import Sheet, Workbook
from mingbai.domain.words import Mistake
from mingbai.exchange.charts import add_charts
from mingbai.exchange.drawing import Drawing, Drawn
from mingbai.exchange.pages import set_up_footer, set_up_page, set_up_view
from mingbai.exchange.paper import Faces, Inks
from mingbai.exchange.pens import WORDS
from mingbai.exchange.proof import check
from mingbai.exchange.script import Script, legal, tab_names
from mingbai.exchange.writing import MADE_BY, replacing

IN_MEMORY = 1 << 20
"""Bytes of a sheet's rows that are kept in memory; a longer list waits on the disk."""
PIECE = 1 << 18
"""Bytes of it that are pressed at once."""
EFFORT = 3
"""How hard the package is pressed: zlib's usual 6 takes three times as long and saves a tenth of the bytes."""

_DIMENSION = re.compile(rb"<dimension [^>]*/>")
SUFFIX = ".xlsx"
_NO_ROWS = b"<sheetData></sheetData>"


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook that stands on the disk and was read back."""

    path: Path
    sha256: str
    rows: dict[str, int]
    """Body rows by tab."""
    cut: int
    """Texts that were too long for a cell and end with a mark."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A sheet on its way: what openpyxl knows of it, and its rows, which openpyxl never sees."""

    sheet: Sheet
    at: Worksheet
    rows: BinaryIO
    drawn: Drawn


def write_workbook(
    workbook: Workbook,
    path: Path,
    *,
    made_at: datetime,
    told: Callable[[int, int], None] = lambda _done, _of: None,
    whole: Callable[[Written], None] = lambda _written: None,
) -> Written:
    """Write the workbook to `path`; whatever fails, the file that was there stays as it was.

    `made_at` is the only time the file knows of: equal sheets and equal times give equal bytes. `told` hears
    how many sheets are drawn, again and again, and may raise to stop, the last time when the file is whole but
    not in its place. `whole` hears what is on the disk, after that and before it takes its place: what it raises
    leaves nothing of the file.
    """
    if path.suffix.lower() != SUFFIX:
        raise Mistake(
            "导出的文件名要以 .xlsx 结尾，如“{stem}.xlsx”；“{name}”没有改动",
            "An export's name ends in .xlsx, such as “{stem}.xlsx”; “{name}” was not touched",
            stem=path.stem,
            name=path.name,
        )
    script = Script(workbook.language)
    with replacing(path) as part:
        drawn = _write(workbook, part, made_at, script, told)
        go_on = partial(told, len(drawn), len(drawn))
        check(part, drawn, go_on)
        go_on()
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        written = Written(path, digest, {tab: sheet.count for tab, sheet in drawn.items()}, script.cut)
        sync_file(part)
        whole(written)
    return written


def _write(
    workbook: Workbook,
    part: Path,
    made_at: datetime,
    script: Script,
    told: Callable[[int, int], None],
) -> dict[str, Drawn]:
    """Draw the rows, let openpyxl make everything around them, join both in one package."""
    book = Book()
    book.remove(book.worksheets[0])
    places = [book.create_sheet(tab) for tab in tab_names([sheet.tab for sheet in workbook.sheets])]
    inks = Inks(book, workbook.language)
    _describe(book, workbook, made_at)
    with ExitStack() as stack:
        leaves = []
        for number, (at, sheet) in enumerate(zip(places, workbook.sheets, strict=True)):
            told(number, len(places))
            # On the disk of the target: the rows may be personal, and belong where the file goes.
            spool = tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(part.parent))  # noqa: SIM115
            rows = cast(BinaryIO, stack.enter_context(spool))
            drawn = Drawing(sheet, rows, inks, script, workbook.language).draw()
            leaves.append(_Leaf(sheet, at, rows, drawn))
            _finish(leaves[-1], workbook, inks.faces)
        _join(book, leaves, made_at, part, partial(told, len(leaves), len(leaves)))
        return {leaf.at.title: leaf.drawn for leaf in leaves}


def _describe(book: Book, workbook: Workbook, made_at: datetime) -> None:
    book.properties.creator = MADE_BY
    book.properties.title = legal(workbook.caption)
    book.properties.created = _utc(made_at)
    # Nothing is to be worked out: a file that asks for it wants to be saved when it is closed.
    book.calculation.fullCalcOnLoad = False


def _utc(moment: datetime) -> datetime:
    moment = moment.replace(microsecond=0)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _finish(leaf: _Leaf, workbook: Workbook, faces: Faces) -> None:
    at, sheet, drawn = leaf.at, leaf.sheet, leaf.drawn
    set_up_view(at, sheet, drawn.extent)
    set_up_page(at, sheet, drawn.extent, drawn.fit_to_height)
    set_up_footer(at, workbook.caption, workbook.language, faces.footer)
    add_charts(at, sheet, drawn, faces)


def _join(book: Book, leaves: list[_Leaf], made_at: datetime, part: Path, go_on: Callable[[], None]) -> None:
    frame = BytesIO()
    book.save(frame)
    by_name = {f"xl/worksheets/sheet{i}.xml": leaf for i, leaf in enumerate(leaves, 1)}
    # Saving puts the clock's time here.
    book.properties.modified = _utc(made_at)
    with ZipFile(frame) as source, ZipFile(part, "w", ZIP_DEFLATED, compresslevel=EFFORT) as package:
        for name in source.namelist():
            # Opened by its name alone, a part bears no time, so that equal sheets give equal bytes.
            with package.open(name, "w") as out:
                if name in by_name:
                    _copy_sheet(source.read(name), by_name[name], out, go_on)
                elif name == "docProps/core.xml":
                    out.write(tostring(book.properties.to_tree()))
                else:
                    out.write(source.read(name))


def _copy_sheet(frame: bytes, leaf: _Leaf, out: IO[bytes], go_on: Callable[[], None]) -> None:
    extent = leaf.drawn.extent
    corner = f"{get_column_letter(extent.columns)}{max(extent.last, 1)}"
    frame = _DIMENSION.sub(f'<dimension ref="A1:{corner}" />'.encode(), frame, count=1)
    head, tail = frame.split(_NO_ROWS)
    out.write(head + b"<sheetData>")
    leaf.rows.seek(0)
    while piece := leaf.rows.read(PIECE):
        out.write(piece)
        if len(piece) == PIECE:
            go_on()
    out.write(b"</sheetData>" + _merges(leaf.drawn.merges) + _with_ignored_errors(tail, leaf))


def _merges(merges: list[str]) -> bytes:
    """In the order they were drawn; openpyxl keeps them in a set and would make cells for them."""
    if not merges:
        return b""
    cells = "".join(f'<mergeCell ref="{merge}" />' for merge in merges)
    return f'<mergeCells count="{len(merges)}">{cells}</mergeCells>'.encode()


def _with_ignored_errors(tail: bytes, leaf: _Leaf) -> bytes:
    """No green corners on identifiers that are text on purpose; openpyxl cannot say so."""
    first, last = leaf.drawn.body
    letters = [get_column_letter(i) for i, column in enumerate(leaf.sheet.columns, 1) if column.look in WORDS]
    if not letters or last < first:
        return tail
    places = " ".join(f"{letter}{first}:{letter}{last}" for letter in letters)
    words = f'<ignoredErrors><ignoredError sqref="{places}" numberStoredAsText="1" /></ignoredErrors>'
    # The order of a sheet's parts is fixed: after page and foot, before drawings.
    at = tail.find(b"<drawing ")
    at = at if at >= 0 else tail.rindex(b"</worksheet>")
    return tail[:at] + words.encode() + tail[at:]
