"""Lays sheets out on pages of A4, as the workbook prints them: one value for screen, printer and PDF.

Drawing up a workbook's conventions brings openpyxl along, so this module is loaded where work is done,
never when the window starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from mingbai.domain.sheet import Chart, Look, Row, RowKind, Sheet, Workbook, one_line
from mingbai.domain.words import Language, Words
from mingbai.exchange.measure import POINTS_A_UNIT
from mingbai.exchange.pages import SMALLEST, Sheaf
from mingbai.exchange.paper import A4, CM, FOOTER_SIZE, margins, printable
from mingbai.ui.paper.fitting import fitted
from mingbai.ui.paper.leaf import (
    ACROSS,
    FOOTER,
    Box,
    Drawn,
    Face,
    FittedText,
    Hand,
    PaperPage,
    PaperSheet,
    Rule,
    Spot,
    Text,
)
from mingbai.ui.paper.strips import Piece, Strip, Strips, strips_of
from mingbai.ui.paper.written import written

POINTS_A_CM = CM * 72
THIN, EDGE = 0.5, 1.0
CHART_AIR = 4.0
STEP = 0.01
"""By how much a sheet is made smaller at a time, until it stands on as many pages as it shall."""

PAGES = Words("第 {number} 页 共 {of} 页", "Page {number} of {of}")


def laid_out(workbook: Workbook, told: Callable[[int, int], None] | None = None) -> tuple[PaperSheet, ...]:
    """All sheets of a workbook on pages that are numbered through; `told` hears how many are laid out."""
    sheets: list[tuple[Sheet, list[PaperPage[Text]], tuple[Row, ...]]] = []
    for count, sheet in enumerate(workbook.sheets, 1):
        strips = strips_of(sheet, workbook.language)
        sheets.append((sheet, _Sheeting(sheet, strips, workbook.language).pages(), strips.rows))
        if told is not None:
            told(count, len(workbook.sheets))
    of = sum(len(pages) for _, pages, _ in sheets)
    number, made = 0, []
    for sheet, pages, rows in sheets:
        footed = []
        for page in pages:
            number += 1
            middle = PAGES.format(number=number, of=of).into(workbook.language)
            footed.append(_with_footer(page, sheet, workbook.caption, middle))
        made.append(_told(sheet, fitted(footed, workbook.language), rows, workbook.language))
    return tuple(made)


class _Sheeting:
    """One sheet being put on pages."""

    def __init__(self, sheet: Sheet, strips: Strips, language: Language) -> None:
        self._sheet, self._strips, self._language = sheet, strips, language
        self._edges = [0.0, *accumulate(column.width * POINTS_A_UNIT for column in sheet.columns)]
        self._wide, self._high = printable(sheet.page)
        self._charts = dict(_drawable(sheet, strips.rows, language))

    def pages(self) -> list[PaperPage[Text]]:
        """The pages, not yet numbered."""
        strips = self._strips
        widest = self._edges[-1] or self._wide
        scale = min(1.0, self._wide / widest)
        wanted = self._pages_wanted()
        stretches = self._broken(scale)
        if wanted == 1:
            filled = sum(strip.height for part in _parts(strips) for strip in part)
            scale = min(scale, self._high / filled) if filled else scale
            stretches = self._broken(scale)
        while len(stretches) > wanted and scale > SMALLEST - STEP:
            scale -= STEP
            stretches = self._broken(scale)
        return [self._page(stretch, scale) for stretch in stretches]

    def _pages_wanted(self) -> int:
        """As many as the workbook is fitted to: a page with nothing but notes and foot is a fault."""
        strips = self._strips
        sheaf = Sheaf(self._sheet.page, [column.width for column in self._sheet.columns])
        for strip in (*strips.top, *strips.head):
            sheaf.add(strip.height)
        sheaf.repeated = sum(strip.height for strip in strips.head)
        charts = [strip for strip in strips.below if strip.charts]
        for strip in (*strips.body, *charts):
            sheaf.add(strip.height)
        sheaf.end_body()
        for strip in strips.below:
            if not strip.charts:
                sheaf.add(strip.height)
        return sheaf.fit_to_height

    def _broken(self, scale: float) -> list[tuple[Strip, ...]]:
        strips, room = self._strips, self._high / scale + 0.01
        head = sum(strip.height for strip in strips.head)
        found: list[tuple[Strip, ...]] = []
        at: list[Strip] = [*strips.top, *strips.head]
        used = sum(strip.height for strip in at)
        body, rest = strips.body, len(strips.body)
        for i, strip in enumerate((*body, *strips.below)):
            needed = strip.height
            if i + 1 < rest and strip.leads:
                needed += body[i + 1].height
            if used + needed > room and used > head:
                found.append(tuple(at))
                at = list(strips.head) if i < rest else []
                used = sum(each.height for each in at)
            at.append(strip)
            used += strip.height
        return [*found, tuple(at)]

    def _page(self, stretch: tuple[Strip, ...], scale: float) -> PaperPage[Text]:
        page, white = self._sheet.page, margins(self._sheet.page)
        width, height = A4 if page.portrait else (A4[1], A4[0])
        left = (width - self._edges[-1] * scale) / 2
        hand = _Pen(self._sheet, self._edges, left, white.top * POINTS_A_CM, scale, self._charts)
        hand.draw(stretch)
        return PaperPage(
            width,
            height,
            tuple(hand.texts),
            tuple(_joined(hand.lines)),
            tuple(hand.charts),
            tuple(hand.spots),
        )


class _Pen:
    """Puts the strips of one page in their places."""

    def __init__(
        self,
        sheet: Sheet,
        edges: Sequence[float],
        left: float,
        top: float,
        scale: float,
        charts: dict[Chart, Drawn],
    ) -> None:
        self._columns, self._scale, self._charts = sheet.columns, scale, charts
        self._x = [left + edge * scale for edge in edges]
        self._y = top
        self._hands: dict[Hand, Hand] = {}
        self.texts: list[Text] = []
        self.lines: dict[tuple[float, float, float, float], float] = {}
        self.charts: list[Drawn] = []
        self.spots: list[Spot] = []

    def draw(self, strips: Sequence[Strip]) -> None:
        """All strips, one below the other."""
        heights = [strip.height * self._scale for strip in strips]
        for i, strip in enumerate(strips):
            for piece in strip.pieces:
                x, high = self._x[piece.start], sum(heights[i : i + piece.down])
                box = Box(x, self._y, self._x[piece.end] - x, high)
                if piece.text:
                    self.texts.append(Text(piece.text, box, self._small(piece.hand), piece.group))
                if piece.framed:
                    below = strips[i + 1] if i + 1 < len(strips) else None
                    goes_on = below is not None and any(each.follows for each in below.pieces)
                    self._frame(box, piece, open_below=goes_on)
                if piece.figure is not None:
                    self.spots.append(Spot(*piece.figure, box))
            if strip.charts:
                self._draw_charts(strip.charts, heights[i])
            self._y += heights[i]

    def _small(self, hand: Hand) -> Hand:
        if hand not in self._hands:
            size, air = hand.size * self._scale, hand.air * self._scale
            self._hands[hand] = replace(hand, size=size, air=air)
        return self._hands[hand]

    def _frame(self, box: Box, piece: Piece, *, open_below: bool) -> None:
        start, end = piece.start, piece.end
        x1, y1, x2, y2 = (round(n, 2) for n in (box.x, box.y, box.x + box.width, box.y + box.height))
        left = EDGE if self._columns[start].edge else THIN
        right = EDGE if end < len(self._columns) and self._columns[end].edge else THIN
        lines = [((x1, y1, x1, y2), left), ((x2, y1, x2, y2), right)]
        if not piece.follows:
            lines.append(((x1, y1, x2, y1), THIN))
        if not open_below:
            lines.append(((x1, y2, x2, y2), THIN))
        for line, width in lines:
            self.lines[line] = max(width, self.lines.get(line, 0.0))

    def _draw_charts(self, charts: Sequence[Chart], height: float) -> None:
        left, width = self._x[0], (self._x[-1] - self._x[0]) / (1 if len(charts) == 1 else 2)
        for i, chart in enumerate(charts):
            drawn = self._charts.get(chart)
            if drawn is not None:
                box = Box(left + i * width, self._y, width - (CHART_AIR if len(charts) > 1 else 0), height)
                self.charts.append(replace(drawn, box=box, scale=self._scale))


def _parts(strips: Strips) -> tuple[tuple[Strip, ...], ...]:
    return strips.top, strips.head, strips.body, strips.below


def _joined(lines: dict[tuple[float, float, float, float], float]) -> Iterable[Rule]:
    """Lines that meet end to end as one: fewer strokes, and no gaps between them."""
    waiting: dict[tuple[bool, float, float], list[tuple[float, float]]] = {}
    for (x1, y1, x2, y2), width in lines.items():
        level = y1 == y2
        waiting.setdefault((level, y1 if level else x1, width), []).append((x1, x2) if level else (y1, y2))
    for (level, across, width), found in sorted(waiting.items()):
        found.sort()
        start, end = found[0]
        for a, b in [*found[1:], (float("inf"), float("inf"))]:
            if a <= end:
                end = max(end, b)
                continue
            yield (
                Rule(start, across, end, across, width) if level else Rule(across, start, across, end, width)
            )
            start, end = a, b


def _with_footer(page: PaperPage[Text], sheet: Sheet, caption: str, middle: str) -> PaperPage[Text]:
    white = margins(sheet.page)
    side = white.side * POINTS_A_CM
    high = FOOTER_SIZE * 1.4
    y = page.height - white.footer * POINTS_A_CM - high
    box = Box(side, y, page.width - 2 * side, high)
    texts = tuple(
        Text(text, box, Hand(Face.FOOTER, FOOTER_SIZE, across), FOOTER)
        for text, across in zip((caption, middle, sheet.tab), ACROSS, strict=True)
        if text
    )
    return replace(page, texts=page.texts + texts)


# --- Charts --------------------------------------------------------------------------------------


def _drawable(sheet: Sheet, rows: Sequence[Row], language: Language) -> Iterable[tuple[Chart, Drawn]]:
    """Charts with their values, from the first to the last row in which every series has a figure."""
    body = [row for row in rows if row.kind is RowKind.BODY]
    nowhere = Box(0.0, 0.0, 0.0, 0.0)
    for chart in sheet.charts:
        shown = [body[at] for at in chart.drawn(body)]
        if not shown:
            continue
        look = sheet.columns[chart.labels].look
        yield (
            chart,
            Drawn(
                title=chart.title,
                kind=chart.kind,
                labels=tuple(written(row.value(chart.labels), look, language) for row in shown),
                names=tuple(sheet.columns[column].named for column in chart.series),
                values=tuple(tuple(_number(row, column) for row in shown) for column in chart.series),
                box=nowhere,
                scale=1.0,
            ),
        )


def _number(row: Row, column: int) -> float:
    value = row.value(column)
    return float(value) if isinstance(value, int | Decimal) else 0.0


# --- For those who listen ------------------------------------------------------------------------


def _told(
    sheet: Sheet, pages: tuple[PaperPage[FittedText], ...], rows: Sequence[Row], language: Language
) -> PaperSheet:
    heads = tuple(column.named for column in sheet.columns)
    lines, names = ["，".join(heads) if language == "zh" else ", ".join(heads)], {}
    for number, row in enumerate(rows):
        texts = [
            one_line(written(row.value(i), _look(sheet, row, i), language)) for i in range(len(row.cells))
        ]
        said = [text for text in texts if text]
        if said:
            lines.append(("，" if language == "zh" else ", ").join(said))
        names[number] = next(
            (
                text
                for text, column in zip(texts, sheet.columns, strict=False)
                if text and _names(column.look)
            ),
            "",
        )
        merged = [i for i, column in enumerate(sheet.columns) if column.merge_down]
        if merged and row.kind is RowKind.BODY:
            names[number] = next((t for i, t in enumerate(texts) if i > merged[-1] and t), names[number])
    return PaperSheet(sheet.tab, sheet.title, pages, tuple(lines), heads, names)


def _names(look: Look) -> bool:
    return look in (Look.TEXT, Look.MONTH)


def _look(sheet: Sheet, row: Row, column: int) -> Look:
    cell = row.cells[column]
    look = getattr(cell, "look", None)
    return look if isinstance(look, Look) else sheet.columns[min(column, len(sheet.columns) - 1)].look
