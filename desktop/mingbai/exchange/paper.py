"""What printed pages are made of: fonts, sizes, number formats, margins, lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils.indexed_list import IndexedList

from mingbai.domain.sheet import Look, Page
from mingbai.domain.words import Language

Across = Literal["left", "center", "right"]
Sides = Literal["none", "thin", "edge left", "edge right", "edge both"]

CM = 1 / 2.54
A4 = (595.3, 841.9)
"""Points of the short and the long side."""
TITLE_SIZE = 18.0
FOOTER_SIZE = 9
DENSE = 9.0
"""At this size and below a page is dense: every point of width and height counts."""
SIMPLIFIED_CHINESE = 134


class Face(Enum):
    """The hands a page is written in."""

    TITLE = "title"
    HEAD = "head"
    TEXT = "text"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Faces:
    """Font names. A cell has one name and no list to fall back on, so they are chosen once per workbook."""

    title: str
    head: str
    text: str
    figure: str
    footer: str
    bold: bool
    """Whether title and head are set apart by weight instead of by face."""


# 仿宋, 黑体 and 宋体 come with Chinese Windows, 仿宋_GB2312 no longer does; offices install 方正小标宋简体.
CHINESE = Faces("方正小标宋简体", "黑体", "仿宋", "Times New Roman", "宋体", bold=False)
_TIMES_ROMAN = "Times New Roman"
ENGLISH = Faces(_TIMES_ROMAN, _TIMES_ROMAN, _TIMES_ROMAN, _TIMES_ROMAN, _TIMES_ROMAN, bold=True)


def faces_of(language: Language) -> Faces:
    """The fonts of a language."""
    return CHINESE if language == "zh" else ENGLISH


def font(name: str, size: float, *, bold: bool = False) -> Font:
    """A font that says which script it is for, so that a program without it finds a fitting one."""
    if name.isascii():
        return Font(name=name, sz=size, b=bold or None, family=1)
    return Font(name=name, sz=size, b=bold or None, family=3, charset=SIMPLIFIED_CHINESE)


NORMAL = font("宋体", 11)
"""Font 0 and the Normal style: the width of its digit is the unit of all column widths."""


PLACES = {Look.COUNT: 0, Look.TENTH: 1, Look.HUNDREDTH: 2, Look.MONEY: 2, Look.CHANGE: 2, Look.POINTS: 2}
"""Digits after the point. The number itself is rounded: −0.004 has to become 持平, not 下降0.00."""

_FIGURES = {Look.COUNT: "#,##0", Look.TENTH: "#,##0.0", Look.HUNDREDTH: "0.00", Look.MONEY: "#,##0.00"}
_TIMES = {Look.DATE: "yyyy-mm-dd", Look.MOMENT: "yyyy-mm-dd hh:mm", Look.MONTH: "yyyy-mm"}
_CHANGES: dict[tuple[Look, Language], tuple[str, str, str]] = {
    (Look.CHANGE, "zh"): ('"增长"#,##0.00', '"下降"#,##0.00', '"持平"'),
    (Look.POINTS, "zh"): ('"升"0.00"点"', '"降"0.00"点"', '"持平"'),
    (Look.CHANGE, "en"): ("+#,##0.00", '"−"#,##0.00', "0.00"),
    (Look.POINTS, "en"): ('+0.00" pp"', '"−"0.00" pp"', '0.00" pp"'),
}
TEXT_FORMAT = "@"
"""Keeps text text even when someone edits the cell."""


def number_format(look: Look, language: Language, *, air: bool) -> str:
    """How Excel writes a number or a date of this look.

    `air` leaves a blank at the right by the format: programs disagree on a right indent.
    """
    if look in _TIMES:
        return _TIMES[look]
    blank = "_ " if air else ""
    if look in _FIGURES:
        plus = _FIGURES[look]
        return f'{plus}{blank};"−"{plus}{blank}'
    if look in (Look.CHANGE, Look.POINTS):
        return ";".join(part + blank for part in _CHANGES[look, language])
    return "General"


@dataclass(frozen=True, slots=True)
class Ink:
    """Everything that sets one cell apart from another."""

    face: Face
    size: float = 10.0
    format: str = "General"
    across: Across = "left"
    wrap: bool = False
    shrink: bool = False
    turned: bool = False
    sides: Sides = "thin"


class Inks:
    """The styles of one workbook: each is made once and shared by number."""

    def __init__(self, book: Book, language: Language) -> None:
        self.faces = faces_of(language)
        self._book = book
        self._numbers: dict[Ink, int] = {}
        _make_normal(book)

    def number(self, ink: Ink) -> int:
        """The number a cell carries to be written in this ink."""
        if ink not in self._numbers:
            self._numbers[ink] = self._mix(ink)
        return self._numbers[ink]

    def _mix(self, ink: Ink) -> int:
        cell = WriteOnlyCell(self._book.worksheets[0])
        cell.font = self._font(ink)
        cell.number_format = ink.format
        if ink.sides != "none":
            cell.border = _border(ink.sides)
        cell.alignment = Alignment(
            horizontal=ink.across,
            vertical="center",
            wrap_text=ink.wrap or None,
            shrink_to_fit=ink.shrink or None,
            text_rotation=90 if ink.turned else 0,
        )
        return int(cell.style_id)

    def _font(self, ink: Ink) -> Font:
        faces = self.faces
        match ink.face:
            case Face.TITLE:
                return font(faces.title, ink.size, bold=faces.bold)
            case Face.HEAD:
                return font(faces.head, ink.size, bold=faces.bold)
            case Face.TEXT:
                return font(faces.text, ink.size)
            case Face.FIGURE:
                return font(faces.figure, ink.size)


def _make_normal(book: Book) -> None:
    # openpyxl keeps Calibri at place 0 whatever the Normal style says; both have to be 宋体.
    book._fonts = IndexedList([NORMAL])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = NORMAL  # type: ignore[attr-defined]


def _border(sides: Sides) -> Border:
    thin, edge = Side(style="thin", color="FF000000"), Side(style="medium", color="FF000000")
    left = edge if sides in ("edge left", "edge both") else thin
    right = edge if sides in ("edge right", "edge both") else thin
    return Border(left=left, right=right, top=thin, bottom=thin)


@dataclass(frozen=True, slots=True)
class Margins:
    """White around the page, in centimetres."""

    side: float
    top: float
    bottom: float
    header: float = 0.8
    footer: float = 0.7


def is_dense(page: Page) -> bool:
    """Whether every point of the page counts."""
    return page.size <= DENSE


def margins(page: Page) -> Margins:
    """The white around a page."""
    if not is_dense(page):
        return Margins(1.5, 1.8, 1.6)
    # Only a page that has to hold everything fills the paper down to its footer.
    return Margins(1.2, 1.3, 1.3 if page.one_page else 1.6)


def printable(page: Page) -> tuple[float, float]:
    """Width and height in points that are left for the sheet."""
    white = margins(page)
    width, high = A4 if page.portrait else (A4[1], A4[0])
    return width - 2 * white.side * CM * 72, high - (white.top + white.bottom) * CM * 72


def note_size(page: Page) -> float:
    """Notes are a little smaller than the text they explain."""
    return max(page.size - 1.0, 8.5)


def line_size(page: Page) -> float:
    """The line under the title and the foot are never smaller than 9.5."""
    return max(page.size, 9.5)
