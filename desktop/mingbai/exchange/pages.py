"""How a sheet stands on paper: page setup, what is repeated, frozen and printed at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from mingbai.domain.sheet import Page, Sheet
from mingbai.domain.words import Language, Words
from mingbai.exchange.measure import POINTS_A_UNIT
from mingbai.exchange.paper import CM, FOOTER_SIZE, margins, printable
from mingbai.exchange.script import legal

A4_PAPER = 9
SMALLEST = 0.7
"""A sheet meant for one page that would have to shrink further gets more pages instead."""
LITTLE, SHRINK, FEW = 0.25, 0.12, 4
"""A last page filled no more than this is not worth its paper when each of the few before it gives some room."""
MOST_PAGES = 32_767
LONGEST_FOOTER = 255
WIDEST = 255.0
PAGES = Words("第 &P 页 共 &N 页", "Page &P of &N")


class Sheaf:
    """The pages of one sheet, filling up row by row."""

    def __init__(self, page: Page, widths: Sequence[float]) -> None:
        wide, high = printable(page)
        self._page = page
        self._high = high / min(1.0, wide / (sum(widths) * POINTS_A_UNIT or wide))
        self._used = 0.0
        self.filled = 0.0
        """The height of all rows so far."""
        self._pages = 1
        self._body_pages = 0
        self.repeated = 0.0
        """The height of the head, which every further page begins with."""

    def add(self, height: float) -> None:
        """One row more."""
        if self._used and self._used + height > self._high:
            self._pages += 1
            self._used = self.repeated
        self._used += height
        self.filled += height

    def end_body(self) -> None:
        """The rows are done, notes and foot follow."""
        self._body_pages = self._pages

    @property
    def fit_to_height(self) -> int:
        """On how many pages the sheet is fitted.

        A page with nothing but notes and foot, or hardly more, is a fault: then it shrinks a little to one
        page less. Programs differ by some points in where a page ends: so the number worked out here is
        always given, and one that would need a page more shrinks a little instead.
        """
        if self._page.one_page and self._high >= SMALLEST * self.filled:
            return 1
        if 0 < self._body_pages < self._pages:
            return self._body_pages
        before, left = self._pages - 1, self._used - self.repeated
        little = left <= self._high * min(LITTLE, SHRINK * before)
        return before if 0 < before <= FEW and little else min(self._pages, MOST_PAGES)


@dataclass(frozen=True, slots=True)
class Extent:
    """Where things stand on a drawn sheet: row numbers, counted from 1."""

    head: tuple[int, int]
    last: int
    columns: int


def set_up_page(at: Worksheet, sheet: Sheet, extent: Extent, fit_to_height: int) -> None:
    """Paper, margins, fit, print area, repeated head."""
    page, white = sheet.page, margins(sheet.page)
    at.page_setup.paperSize = A4_PAPER
    at.page_setup.orientation = "portrait" if page.portrait else "landscape"
    at.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    at.page_setup.fitToWidth = 1
    at.page_setup.fitToHeight = fit_to_height
    side, header, footer = white.side * CM, white.header * CM, white.footer * CM
    at.page_margins.left = at.page_margins.right = side
    at.page_margins.top, at.page_margins.bottom = white.top * CM, white.bottom * CM
    at.page_margins.header, at.page_margins.footer = header, footer
    at.print_options.horizontalCentered = True
    if sheet.hidden:
        # LibreOffice prints hidden sheets too, but no page on which nothing stands.
        at.print_area = f"{get_column_letter(extent.columns + 2)}1"
        return
    at.print_area = f"A1:{get_column_letter(extent.columns)}{extent.last}"
    first, last = extent.head
    at.print_title_rows = f"{first}:{last}"


def set_up_view(at: Worksheet, sheet: Sheet, extent: Extent) -> None:
    """Whether it is seen, zoom, what stays in view, widths; lines are drawn where there are any."""
    at.sheet_view.showGridLines = False
    if sheet.hidden:
        # No workbook can say that a sheet is seen and not printed.
        at.sheet_state = at.SHEETSTATE_HIDDEN
    at.sheet_view.zoomScale = 100
    at.freeze_panes = f"{get_column_letter(sheet.frozen_columns + 1)}{extent.head[1] + 1}"
    for index, column in enumerate(sheet.columns, 1):
        at.column_dimensions[get_column_letter(index)].width = min(column.width, WIDEST)


def set_up_footer(at: Worksheet, caption: str, language: Language, font: str) -> None:
    """Caption, page x of y, tab; openpyxl keeps a blank between the size and a text that may begin with a digit."""
    footer = at.oddFooter
    centre = PAGES.into(language)
    texts = {"left": "", "center": centre, "right": "&A"}
    taken = sum(len(text) for text in texts.values()) + 3 * len(f'&L&"{font},Regular"&{FOOTER_SIZE} ')
    caption = legal(caption).replace("\n", " ").replace("&", "&&")[: LONGEST_FOOTER - taken]
    # Half of a doubled sign would swallow what follows.
    texts["left"] = caption[:-1] if caption.count("&") % 2 else caption
    for place, text in texts.items():
        part: _HeaderFooterPart = getattr(footer, place)
        part.text, part.font, part.size = text, f"{font},Regular", FOOTER_SIZE
