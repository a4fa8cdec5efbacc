"""A sheet as strips from top to bottom, each as high as the workbook makes its row.

The heights come from the same reckoning as the workbook's (`exchange.measure`), so that what is printed
here and what Excel prints break into lines and pages at the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, zip_longest

from mingbai.domain.sheet import (
    DASH,
    Cell,
    CellValue,
    Chart,
    Look,
    Row,
    RowKind,
    Sheet,
    SheetColumn,
    is_figure,
)
from mingbai.domain.words import Language
from mingbai.exchange import measure
from mingbai.exchange.drawing import CHART_ROW_HEIGHT, CHART_ROWS, FOOT_HEIGHT, GAP_HEIGHT
from mingbai.exchange.paper import TITLE_SIZE, is_dense, line_size, note_size
from mingbai.exchange.parts import Parts
from mingbai.exchange.pens import TOLERATED_TEXT, TOLERATED_WORD, WORDS
from mingbai.exchange.upright import Upright, upright_runs
from mingbai.ui.paper.leaf import ACROSS, LINE, Face, Group, Hand, Kin
from mingbai.ui.paper.written import written

PARTS = 4
"""A row that goes on is parted into pieces of such a share of the tallest row, which fill their pages."""
AIR = 0.25
"""White that a number format leaves at the right in lists, in em."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text over columns `start` up to `end`, and `down` strips."""

    start: int
    end: int
    text: str
    hand: Hand
    framed: bool = True
    down: int = 1
    figure: tuple[int, int] | None = None
    """The row and column it is the figure of."""
    group: Group | None = None
    follows: bool = False
    """It goes on from the strip above: no line parts them."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One row on paper, or so much of it as an unbroken row may hold; never cut in two."""

    height: float
    pieces: tuple[Piece, ...] = ()
    charts: tuple[Chart, ...] = ()
    leads: bool = False
    """A heading of what follows: it does not stand alone at the foot of a page."""


@dataclass(frozen=True, slots=True)
class Strips:
    """All strips of a sheet: above the head, the head, the rows, and what follows them."""

    top: tuple[Strip, ...]
    head: tuple[Strip, ...]
    body: tuple[Strip, ...]
    below: tuple[Strip, ...]
    rows: tuple[Row, ...]


def strips_of(sheet: Sheet, language: Language) -> Strips:
    """The strips of a sheet; its rows are read once."""
    rows = tuple(sheet.rows)
    cutter = _Cutter(sheet, language)
    return Strips(
        tuple(cutter.top()), tuple(cutter.head()), tuple(cutter.body(rows)), tuple(cutter.below()), rows
    )


class _Cutter:
    def __init__(self, sheet: Sheet, language: Language) -> None:
        self._sheet, self._language, self._page = sheet, language, sheet.page
        self._columns = sheet.columns
        self._widths = [column.width for column in sheet.columns]
        self._size = sheet.page.size
        self._count = len(sheet.columns)
        self._parts = Parts(sheet.columns, language)

    def _width(self, start: int = 0, end: int | None = None) -> float:
        return sum(self._widths[start:end])

    def _band(self, text: str, hand: Hand, height: float, *, framed: bool = False) -> Strip:
        return Strip(height, (Piece(0, self._count, text, hand, framed),))

    def _lines(self, text: str, size: float) -> int:
        return measure.lines(text, measure.room(self._width(), size))

    # Above the table

    def top(self) -> Iterator[Strip]:
        sheet = self._sheet
        if sheet.title:
            height = measure.height(self._lines(sheet.title, TITLE_SIZE), TITLE_SIZE, leading=1.45)
            yield self._band(sheet.title, Hand(Face.TITLE, TITLE_SIZE, "center", wrap=True), height)
        if sheet.left or sheet.middle or sheet.right:
            yield self._line()
        for paragraph in sheet.lead:
            yield self._paragraph(paragraph, self._size, air=5.0)

    def _line(self) -> Strip:
        """Who reports, which days, which table; on paper the three may stand over any columns."""
        sheet, size = self._sheet, line_size(self._page)
        height = size * 1.6 + 2
        texts = (sheet.left, sheet.middle, sheet.right)
        if self._count < 3:
            gap = measure.FULL_WIDTH_SPACE if self._language == "zh" else measure.NO_BREAK_SPACE * 4
            return self._band(gap.join(text for text in texts if text), Hand(Face.TEXT, size), height)
        em = size / measure.SURE_POINTS_A_UNIT
        needs = [(measure.ems(text) + 1.0) * em if text else 0.0 for text in texts]
        places: tuple[tuple[int, int], ...] = ((0, self._count),) * 3
        if max(needs[0], needs[2]) * 2 + needs[1] > self._width():
            # Too long to stand about the middle of the page.
            i, j = measure.cut_points(self._widths, (needs[0], needs[1], needs[2]))
            places = ((0, i), (i, j), (j, self._count))
        return Strip(
            height,
            tuple(
                Piece(start, end, text, Hand(Face.TEXT, size, across), framed=False, group=LINE)
                for (start, end), text, across in zip(places, texts, ACROSS, strict=True)
            ),
        )

    def _paragraph(self, text: str, size: float, *, air: float) -> Strip:
        height = measure.height(self._lines(text, size), size, air=air)
        return self._band(text, Hand(Face.TEXT, size, wrap=True), height)

    # The head

    def head(self) -> Iterator[Strip]:
        columns = self._columns
        size = measure.head_size([(column.head, column.width) for column in columns], self._size)
        hand = Hand(Face.HEAD, size, "center", wrap=True)
        grouped = any(column.group for column in columns)
        if grouped:
            yield Strip(measure.height(1, size, size * 1.8), tuple(self._groups(hand)))
        pieces, count = [], 1
        for i, column in enumerate(columns):
            covered = grouped and not column.group
            lines = measure.lines(column.head, measure.room(column.width, size))
            count = max(count, lines - covered)
            if not covered:
                pieces.append(Piece(i, i + 1, column.head, hand, group=(Kin.HEADS, -1)))
        yield Strip(measure.height(count, size, size * 2.1, leading=1.4), tuple(pieces))

    def _groups(self, hand: Hand) -> Iterator[Piece]:
        at = 0
        for group, members in groupby(self._columns, key=lambda column: column.group):
            found: list[SheetColumn] = list(members)
            if group:
                yield Piece(at, at + len(found), group, hand, group=(Kin.HEADS, -1))
            else:
                for i, column in enumerate(found, at):
                    yield Piece(i, i + 1, column.head, hand, down=2, group=(Kin.HEADS, -1))
            at += len(found)

    # Rows

    def body(self, rows: Sequence[Row]) -> Iterator[Strip]:
        uprights = (
            upright_runs(rows, self._columns, self._page, self._language)
            if any(column.merge_down for column in self._columns)
            else {}
        )
        for i, row in enumerate(rows):
            if row.kind is RowKind.BODY:
                yield from self._body_row(row, i, {one.column: one for one in uprights.get(i, ())})
            else:
                yield self._other_row(row, i)

    def _other_row(self, row: Row, number: int) -> Strip:
        match row.kind:
            case RowKind.TOTAL:
                return self._total(row, number)
            case RowKind.SECTION:
                text = str(row.value(0) or "")
                height = measure.height(self._lines(text, self._size), self._size, self._page.height)
                band = self._band(text, Hand(Face.HEAD, self._size, wrap=True), height, framed=True)
                return replace(band, leads=True)
            case RowKind.HEAD:
                return replace(self._further_head(row, number), leads=True)
            case _:
                return Strip(GAP_HEIGHT)

    def _body_row(self, row: Row, number: int, uprights: dict[int, Upright]) -> Iterator[Strip]:
        lines, pieces = 1, []
        for start, end, value, look in self._spread(self._parts.cells(row)):
            if start in uprights:
                upright = uprights[start]
                if upright.text:
                    pieces.append(self._upright(upright))
                continue
            piece, needed = self._cell(start, end, value, look)
            if is_figure(value) and look not in WORDS:
                piece = replace(piece, figure=(number, start))
            pieces.append(piece)
            lines = max(lines, needed)
        extra = max((upright.extra for upright in uprights.values()), default=0.0)
        if lines > (most := measure.most_lines(self._size)):
            yield from self._continued(pieces, most)
            return
        height = measure.height(lines, self._size, self._page.height) + extra
        yield Strip(min(height, measure.TALLEST), tuple(pieces))

    def _continued(self, pieces: Sequence[Piece], most: int) -> Iterator[Strip]:
        """A row with a text of more lines than a row may hold: the text goes on in the rows below, which a workbook
        cannot do."""
        rooms = [measure.room(self._width(piece.start, piece.end), self._size) for piece in pieces]
        shares = [
            measure.shares(piece.text, room, max(1, most // PARTS)) if piece.hand.wrap else [piece.text]
            for piece, room in zip(pieces, rooms, strict=True)
        ]
        for at, texts in enumerate(zip_longest(*shares, fillvalue="")):
            lines = max(measure.lines(text, room) for text, room in zip(texts, rooms, strict=True))
            some = [replace(piece, text=text) for piece, text in zip(pieces, texts, strict=True)]
            if at:
                some = [replace(piece, figure=None, follows=True) for piece in some]
            yield Strip(measure.height(lines, self._size, self._page.height), tuple(some))

    def _spread(
        self, cells: Iterable[CellValue | Cell], start: int = 0
    ) -> Iterator[tuple[int, int, CellValue, Look]]:
        """Each cell with the columns it covers; columns beyond the last cell are empty."""
        given = iter(cells)
        i = start
        while i < self._count:
            value = next(given, None)
            if isinstance(value, Cell):
                end = i + max(1, min(value.span, self._count - i))
                yield i, end, value.value, value.look
            else:
                end = i + 1
                yield i, end, value, self._columns[i].look
            i = end

    def _cell(self, start: int, end: int, value: CellValue, look: Look) -> tuple[Piece, int]:
        """A value as a piece, and on how many lines it stands."""
        text = written(value, look, self._language)
        hand, lines = self._hand_and_lines(start, end, value, text, look)
        # A dash fits anywhere: it stays like those beside it.
        group = None if text == DASH else _column(start, end)
        return Piece(start, end, text, hand, group=group), lines

    def _hand_and_lines(
        self, start: int, end: int, value: CellValue, text: str, look: Look
    ) -> tuple[Hand, int]:
        size = self._size
        if not isinstance(value, str):
            return self._hand_of(value, look), 1
        if look is Look.CODE:
            return Hand(Face.FIGURE, size, "center"), 1
        if text == DASH or look not in WORDS:
            return Hand(Face.TEXT, size, "center"), 1
        room = measure.room(self._width(start, end), size)
        word = look is Look.WORD
        tolerated = room * (TOLERATED_WORD if word or is_dense(self._page) else TOLERATED_TEXT)
        # A little too wide is written smaller, as in the workbook.
        tight = "\n" not in text and room < measure.ems(text) <= tolerated
        hand = Hand(Face.TEXT, size, "center" if word else "left", wrap=not tight)
        return hand, 1 if tight else measure.lines(text, room)

    def _hand_of(self, value: CellValue, look: Look) -> Hand:
        if isinstance(value, date) or look in WORDS:
            return Hand(Face.FIGURE, self._size, "center")
        air = 0.0 if is_dense(self._page) else AIR * self._size
        changed = look in (Look.CHANGE, Look.POINTS) and self._language == "zh"
        return Hand(Face.TEXT if changed else Face.FIGURE, self._size, "right", air=air)

    def _upright(self, upright: Upright) -> Piece:
        turned = self._language == "en"
        text = upright.text if turned else "\n".join(upright.text)
        hand = Hand(Face.HEAD, self._size, "center", wrap=not turned, turned=turned)
        start, end = upright.column, upright.column + 1
        return Piece(start, end, text, hand, down=upright.rows, group=_column(start, end))

    def _total(self, row: Row, number: int) -> Strip:
        values = [row.value(i) for i in range(len(row.cells))]
        end = next((i for i, value in enumerate(values) if i and value not in (None, "")), self._count)
        label = str(values[0] or "") if values else ""
        lines = measure.lines(label, measure.room(self._width(0, end), self._size))
        pieces = [Piece(0, end, label, Hand(Face.HEAD, self._size, "center", wrap=True))]
        for start, stop, value, look in self._spread(row.cells[end:], end):
            piece, _ = self._cell(start, stop, value, look)
            figure = (number, start) if is_figure(value) else None
            pieces.append(replace(piece, figure=figure))
        return Strip(measure.height(lines, self._size, self._page.height), tuple(pieces))

    def _further_head(self, row: Row, number: int) -> Strip:
        found = [(start, end, str(value or "")) for start, end, value, _ in self._spread(row.cells)]
        heads = [(text, self._width(start, end)) for start, end, text in found]
        size = measure.head_size(heads, self._size)
        count = max(measure.lines(text, measure.room(width, size)) for text, width in heads)
        hand = Hand(Face.HEAD, size, "center", wrap=True)
        height = measure.height(count, size, size * 2.1, leading=1.4)
        group = (Kin.HEADS, number)
        return Strip(height, tuple(Piece(start, end, text, hand, group=group) for start, end, text in found))

    # Below the table

    def below(self) -> Iterator[Strip]:
        sheet = self._sheet
        abreast = 1 if self._page.portrait else 2
        for start in range(0, len(sheet.charts), abreast):
            yield Strip(GAP_HEIGHT)
            yield Strip(CHART_ROWS * CHART_ROW_HEIGHT, charts=sheet.charts[start : start + abreast])
        for note in sheet.notes:
            yield self._paragraph(note, note_size(self._page), air=2.0)
        if sheet.foot:
            yield Strip(GAP_HEIGHT / 2)
            size = line_size(self._page)
            gap = measure.FULL_WIDTH_SPACE if self._language == "zh" else measure.NO_BREAK_SPACE
            for text in measure.foot_lines(sheet.foot, measure.room(self._width(), size), gap):
                yield self._band(text, Hand(Face.TEXT, size, "center"), FOOT_HEIGHT)


def _column(start: int, end: int) -> Group | None:
    """The group of a cell; what stands over more columns than one goes with none of them."""
    return (Kin.COLUMN, start) if end == start + 1 else None
