"""Reads a written workbook back, with another library than the one that wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import unescape
from zipfile import BadZipFile, ZipFile

from openpyxl.utils import coordinate_to_tuple
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from mingbai.domain.words import Fault
from mingbai.exchange.drawing import Drawn
from mingbai.exchange.script import serial

_CELL = re.compile(r'<c r="(\w+)"[^>]*>(?:<is><t[^>]*>(.*?)</t></is>|<v>(.*?)</v>)</c>', re.DOTALL)

PIECE = 1 << 16
"""Bytes of a sheet that are taken in hand at once; parsing them, every other thread waits."""
ROW = b"<row "

Found = tuple[int, int, str | float]
"""Row and column from 0, and what stands there."""


MOST_CELLS = 50_000
"""calamine reads a sheet as a whole, at about 90 bytes a cell; a larger one is parsed piece by piece."""


def check(path: Path, drawn: Mapping[str, Drawn], go_on: Callable[[], None] = lambda: None) -> None:
    """Compare tabs, the number of rows, and the first and last value of each sheet with what was drawn.

    `go_on` is called now and then and may raise to stop.
    """
    try:
        with CalamineWorkbook.from_path(path) as book, ZipFile(path) as package:
            same = book.sheet_names == list(drawn)
            for i, (tab, sheet) in enumerate(drawn.items(), 1):
                if sheet.extent.last * sheet.extent.columns <= MOST_CELLS:
                    same = same and _agrees(book.get_sheet_by_name(tab), sheet)
                else:
                    same = same and _parses(package, f"xl/worksheets/sheet{i}.xml", sheet, go_on)
    except (CalamineError, ExpatError, BadZipFile, ValueError):
        same = False
    if not same:
        raise Fault(
            "写好的表读回来对不上，没有采用，原来的文件没有改动。请再试一次；还是这样，请换一个磁盘。",
            "The written workbook did not read back the same, so nothing was changed. Try again, then another disk.",
        )


def _agrees(sheet: CalamineSheet, drawn: Drawn) -> bool:
    if sheet.start is None or sheet.end is None:
        return not drawn.first
    first, last = _values(drawn.first)[0], _values(drawn.last)[-1]
    if (sheet.start[0], sheet.end[0]) != (first[0], last[0]):
        return False
    rows = last[0] - first[0] + 1
    top, bottom = None, None
    if rows != sheet.height:
        return False
    for bottom in sheet.iter_rows():
        top = top or bottom
    left = sheet.start[1]
    return top is not None and bottom is not None and _same(top, first, left) and _same(bottom, last, left)


def _parses(package: ZipFile, name: str, drawn: Drawn, go_on: Callable[[], None]) -> bool:
    """Whether the part is whole by its checksum, sound XML, and has every row from the first to the last."""
    parser, rows, start, end = ParserCreate(), 0, b"", b""
    first, last = drawn.first.encode(), drawn.last.encode()
    with package.open(name) as part:
        while piece := part.read(PIECE):
            go_on()
            parser.Parse(piece)
            # A mark may lie across two pieces.
            rows += (end[-len(ROW) + 1 :] + piece).count(ROW)
            if len(start) < PIECE + len(first):
                start += piece
            end = end[-PIECE - len(last) :] + piece
        parser.Parse(b"", True)
    return rows == drawn.extent.last and first in start and last in end


def _same(row: Sequence[object], found: Found, left: int) -> bool:
    value = row[found[1] - left]
    if isinstance(value, date):
        value = float(serial(value) or 0)
    if isinstance(value, float | int) and isinstance(found[2], float):
        # A moment comes back in whole microseconds.
        return abs(value - found[2]) <= max(abs(value), 1.0) * 1e-9
    return value == found[2]


def _values(row: str) -> list[Found]:
    found: list[Found] = []
    for place, text, digits in _CELL.findall(row):
        y, x = coordinate_to_tuple(place)
        value = float(digits) if digits else unescape(text).replace("_x005F_", "_")
        found.append((y - 1, x - 1, value))
    return found
