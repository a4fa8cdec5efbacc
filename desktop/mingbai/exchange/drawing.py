"""Draws one sheet from top to bottom, each row once: pages for people and lists of any length alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO, cast

from mingbai.domain.sheet import Cell, CellValue, Look, Row, RowKind, Sheet
from mingbai.domain.words import Language
from mingbai.exchange import measure
from mingbai.exchange.canvas import Canvas
from mingbai.exchange.pages import Extent, Sheaf
from mingbai.exchange.paper import TEXT_FORMAT, TITLE_SIZE, Face, Ink, Inks, Sides, line_size, note_size
from mingbai.exchange.parts import Parts
from mingbai.exchange.pens import Line, Nib, Pen, blank_cell, text_cell
from mingbai.exchange.script import Script
from mingbai.exchange.stretch import Plain, Stretch, stretches
from mingbai.exchange.upright import Upright, upright_runs

GAP_HEIGHT = 8.0
FOOT_HEIGHT = 22.0
CHART_ROWS = 14
CHART_ROW_HEIGHT = 18.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a sheet."""

    extent: Extent
    fit_to_height: int
    merges: list[str]
    body: tuple[int, int]
    """First and last row below the head; the last is the smaller one when there is none."""
    count: int
    """How many body rows there were."""
    first: str
    last: str
    """The first and the last row with a value, as written."""
    charted: list[tuple[int, Row]]
    """Row numbers and rows that charts draw."""
    charts_at: tuple[int, ...]
    """Where each chart begins."""


class Drawing:
    """A sheet being drawn."""

    def __init__(self, sheet: Sheet, out: BinaryIO, inks: Inks, script: Script, language: Language) -> None:
        self._sheet, self._page, self._inks = sheet, sheet.page, inks
        self._script, self._language = script, language
        self._line = Line()
        self._nib = Nib(inks, script, self._line, language, sheet.page)
        widths = [column.width for column in sheet.columns]
        self._canvas = Canvas(out, widths, Sheaf(sheet.page, widths))
        self._pens: dict[tuple[int, Look, int], Pen] = {}
        self._own = [self._pen(i, column.look) for i, column in enumerate(sheet.columns)]
        self._stretch = Stretch(self._own, self._canvas.letters)
        self._count = 0
        self._charted: list[tuple[int, Row]] = []
        self._charts_at: list[int] = []
        self._parts = Parts(sheet.columns, language)

    def draw(self) -> Drawn:
        """Everything, in the order it stands."""
        canvas = self._canvas
        self._draw_top()
        head = self._draw_head()
        first = canvas.row + 1
        if any(column.merge_down for column in self._sheet.columns):
            self._draw_rows_with_uprights()
        else:
            self._draw_rows(self._sheet.rows)
        last = canvas.row
        self._draw_below()
        canvas.flush()
        return Drawn(
            extent=Extent(head, canvas.row, len(self._sheet.columns)),
            fit_to_height=canvas.sheaf.fit_to_height,
            merges=canvas.merges,
            body=(first, last),
            count=self._count,
            first=canvas.first,
            last=canvas.last,
            charted=self._charted,
            charts_at=tuple(self._charts_at),
        )

    # Above the table

    def _draw_top(self) -> None:
        sheet, canvas = self._sheet, self._canvas
        if sheet.title:
            size = TITLE_SIZE
            tip = self._inks.number(Ink(Face.TITLE, size, TEXT_FORMAT, "center", wrap=True, sides="none"))
            count = measure.lines(sheet.title, measure.room(canvas.width(), size))
            canvas.band(self._script.xml(sheet.title), tip, measure.height(count, size, leading=1.45))
        if sheet.left or sheet.middle or sheet.right:
            self._draw_line()
        for paragraph in sheet.lead:
            self._draw_paragraph(paragraph, self._page.size, air=5.0)

    def _draw_line(self) -> None:
        """Who reports, which days, which table: three texts, or fewer where there are too few columns."""
        sheet, canvas = self._sheet, self._canvas
        size, columns = line_size(self._page), len(sheet.columns)
        texts = (sheet.left, sheet.middle, sheet.right)
        left, middle, right = (
            self._inks.number(Ink(Face.TEXT, size, TEXT_FORMAT, across, shrink=True, sides="none"))
            for across in ("left", "center", "right")
        )
        xml = [self._script.xml(text) for text in texts]
        height = size * 1.6 + 2
        if columns < 3:
            gap = measure.FULL_WIDTH_SPACE if self._language == "zh" else measure.NO_BREAK_SPACE * 4
            canvas.band(gap.join(part for part in xml if part), left, height)
            return
        em = size / measure.SURE_POINTS_A_UNIT
        needs = tuple((measure.ems(text) + 1.0) * em if text else 0.0 for text in texts)
        i, j = measure.cut_points(canvas.widths, (needs[0], needs[1], needs[2]))
        parts = [(0, i, xml[0], left), (i, j, xml[1], middle), (j, columns, xml[2], right)]
        canvas.put(canvas.parts(parts), height)

    def _draw_paragraph(self, text: str, size: float, *, air: float) -> None:
        canvas = self._canvas
        tip = self._inks.number(Ink(Face.TEXT, size, TEXT_FORMAT, "left", wrap=True, sides="none"))
        count = measure.lines(text, measure.room(canvas.width(), size))
        canvas.band(self._script.xml(text), tip, measure.height(count, size, air=air))

    # The head

    def _draw_head(self) -> tuple[int, int]:
        columns, canvas = self._sheet.columns, self._canvas
        first, above = canvas.row + 1, canvas.sheaf.filled
        size = measure.head_size([(column.head, column.width) for column in columns], self._page.size)
        grouped = any(column.group for column in columns)
        if grouped:
            canvas.put(self._group_cells(first, size), measure.height(1, size, size * 1.8))
        cells, count = [], 1
        for i, column in enumerate(columns):
            covered = grouped and not column.group
            text = "" if covered else column.head
            cells.append(
                text_cell(canvas.letters[i], canvas.row + 1, self._head(i, size), self._script.xml(text))
            )
            # A head over two storeys has the height of both.
            count = max(count, self._head_lines(column.head, column.width, size) - covered)
            if covered:
                canvas.merge(i, i + 1, first, first + 1)
        canvas.put("".join(cells), measure.height(count, size, size * 2.1, leading=1.4))
        canvas.sheaf.repeated = canvas.sheaf.filled - above
        return first, canvas.row

    def _group_cells(self, row: int, size: float) -> str:
        cells, i = [], 0
        for group, members in groupby(self._sheet.columns, key=lambda column: column.group):
            count = len(list(members))
            for k in range(i, i + count):
                text = self._sheet.columns[k].head if not group else group if k == i else ""
                cells.append(
                    text_cell(self._canvas.letters[k], row, self._head(k, size), self._script.xml(text))
                )
            if group:
                self._canvas.merge(i, i + count, row, row)
            i += count
        return "".join(cells)

    def _head(self, i: int, size: float, span: int = 1) -> int:
        ink = Ink(Face.HEAD, size, TEXT_FORMAT, "center", wrap=True, sides=self._sides(i, span))
        return self._inks.number(ink)

    @staticmethod
    def _head_lines(text: str, width: float, size: float) -> int:
        return measure.lines(text, measure.room(width, size))

    def _sides(self, i: int, span: int = 1) -> Sides:
        columns, after = self._sheet.columns, i + span
        left, right = columns[i].edge, after < len(columns) and columns[after].edge
        # Both neighbours say the same, as programs differ in whose line wins.
        return "edge both" if left and right else "edge left" if left else "edge right" if right else "thin"

    # Rows

    def _pen(self, i: int, look: Look, span: int = 1) -> Pen:
        key = (i, look, span)
        if key not in self._pens:
            width = self._canvas.width(i, i + span)
            self._pens[key] = Pen(self._nib, self._canvas.letters[i], width, look, self._sides(i, span))
        return self._pens[key]

    def _draw_rows(self, rows: Iterable[Row]) -> None:
        for plain, some in stretches(rows, len(self._own)):
            if plain:
                self._draw_plain_rows(some)
                continue
            for row in some:
                match row.kind:
                    case RowKind.BODY:
                        self._draw_body_row(row)
                    case RowKind.TOTAL:
                        self._draw_total(row)
                    case RowKind.SECTION:
                        self._draw_section(row)
                    case RowKind.HEAD:
                        self._draw_further_head(row)
                    case RowKind.GAP:
                        self._canvas.gap(GAP_HEIGHT)

    def _draw_plain_rows(self, rows: list[Row]) -> None:
        plain = cast(list[Plain], [self._parts.cells(row) for row in rows])
        drawn = self._stretch.draw(plain, self._canvas.row + 1)
        for row, (xml, lines) in zip(rows, drawn, strict=True):
            self._put_body_row(row, xml, lines)

    def _draw_body_row(self, row: Row, uprights: tuple[Upright, ...] = ()) -> None:
        self._line.lines = 1
        at = {upright.column: upright for upright in uprights}
        xml = "".join(self._mixed_cells(self._parts.cells(row), self._canvas.row + 1, at))
        extra = max((upright.extra for upright in uprights), default=0.0)
        self._put_body_row(row, xml, self._line.lines, extra)

    def _put_body_row(self, row: Row, xml: str, lines: int, extra: float = 0.0) -> None:
        height = measure.height(lines, self._page.size, self._page.height) + extra
        self._canvas.put(xml, min(height, measure.TALLEST))
        self._count += 1
        if self._sheet.charts:
            self._charted.append((self._canvas.row, row))

    def _mixed_cells(
        self, cells: tuple[CellValue | Cell, ...], row: int, uprights: dict[int, Upright]
    ) -> Iterator[str]:
        i, columns, given = 0, len(self._own), iter(cells)
        while i < columns:
            value = next(given, None)
            span = 1
            if i in uprights:
                yield self._upright_cell(uprights[i], row)
            elif isinstance(value, Cell):
                span = max(1, min(value.span, columns - i))
                pen = self._pen(i, value.look, span)
                yield pen.write(value.value, row)
                for k in range(i + 1, i + span):
                    yield blank_cell(self._canvas.letters[k], row, pen.blank)
                self._canvas.merge(i, i + span, row, row)
            else:
                yield self._own[i].write(value, row)
            i += span

    def _draw_total(self, row: Row) -> None:
        canvas, number = self._canvas, self._canvas.row + 1
        cells = [value.value if isinstance(value, Cell) else value for value in row.cells]
        end = next((i for i, value in enumerate(cells) if i and value not in (None, "")), len(self._own))
        label = str(cells[0] or "") if cells else ""
        self._line.lines = measure.lines(label, measure.room(canvas.width(0, end), self._page.size))
        tip = self._head(0, self._page.size, end)
        xml = text_cell(canvas.letters[0], number, tip, self._script.xml(label)) + canvas.covered(1, end, tip)
        canvas.merge(0, end, number, number)
        rest: tuple[CellValue | Cell, ...] = (*[None] * end, *row.cells[end:])
        xml += "".join(list(self._mixed_cells(rest, number, {}))[end:])
        canvas.put(xml, measure.height(self._line.lines, self._page.size, self._page.height))

    def _draw_section(self, row: Row) -> None:
        canvas, size = self._canvas, self._page.size
        first = row.cells[0] if row.cells else None
        text = str((first.value if isinstance(first, Cell) else first) or "")
        tip = self._inks.number(Ink(Face.HEAD, size, TEXT_FORMAT, "left", wrap=True))
        count = measure.lines(text, measure.room(canvas.width(), size))
        canvas.band(self._script.xml(text), tip, measure.height(count, size, self._page.height))

    def _draw_further_head(self, row: Row) -> None:
        canvas, heads, i, given = self._canvas, [], 0, iter(row.cells)
        while i < len(self._own):
            value = next(given, None)
            span = max(1, min(value.span, len(self._own) - i)) if isinstance(value, Cell) else 1
            text = str((value.value if isinstance(value, Cell) else value) or "")
            heads.append((i, i + span, text, canvas.width(i, i + span)))
            i += span
        size = measure.head_size([(text, width) for _, _, text, width in heads], self._page.size)
        parts = [(i, j, self._script.xml(text), self._head(i, size, j - i)) for i, j, text, _ in heads]
        count = max(self._head_lines(text, width, size) for _, _, text, width in heads)
        canvas.put(canvas.parts(parts), measure.height(count, size, size * 2.1, leading=1.4))

    # Columns written downwards

    def _draw_rows_with_uprights(self) -> None:
        rows = list(self._sheet.rows)
        at = upright_runs(rows, self._sheet.columns, self._page, self._language)
        for i, row in enumerate(rows):
            if i in at:
                self._draw_body_row(row, at[i])
            else:
                self._draw_rows((row,))

    def _upright_cell(self, upright: Upright, row: int) -> str:
        canvas, i, turned = self._canvas, upright.column, self._language == "en"
        ink = Ink(
            Face.HEAD,
            self._page.size,
            TEXT_FORMAT,
            "center",
            wrap=not turned,
            shrink=turned,
            turned=turned,
            sides=self._sides(i),
        )
        if not upright.text:
            return blank_cell(canvas.letters[i], row, self._inks.number(ink))
        canvas.merge(i, i + 1, row, row + upright.rows - 1)
        text = upright.text if turned else "\n".join(upright.text)
        return text_cell(canvas.letters[i], row, self._inks.number(ink), self._script.xml(text))

    # Below the table

    def _draw_below(self) -> None:
        sheet, canvas = self._sheet, self._canvas
        if sheet.charts:
            self._leave_room_for_charts()
        canvas.sheaf.end_body()
        size = note_size(self._page)
        for note in sheet.notes:
            self._draw_paragraph(note, size, air=2.0)
        if sheet.foot:
            self._draw_foot()

    def _leave_room_for_charts(self) -> None:
        """Charts stand below the rows: beside each other on a broad page, else below each other."""
        canvas, charts = self._canvas, self._sheet.charts
        abreast = 1 if self._page.portrait else 2
        for start in range(0, len(charts), abreast):
            canvas.gap(GAP_HEIGHT)
            self._charts_at += [canvas.row + 1] * len(charts[start : start + abreast])
            for _ in range(CHART_ROWS):
                canvas.gap(CHART_ROW_HEIGHT)

    def _draw_foot(self) -> None:
        """Merged rows: cells for each name would leave no room to sign in narrow tables."""
        canvas, size = self._canvas, line_size(self._page)
        gap = measure.FULL_WIDTH_SPACE if self._language == "zh" else measure.NO_BREAK_SPACE
        lines = measure.foot_lines(self._sheet.foot, measure.room(canvas.width(), size), gap)
        tip = self._inks.number(Ink(Face.TEXT, size, TEXT_FORMAT, "center", shrink=True, sides="none"))
        canvas.gap(GAP_HEIGHT / 2)
        for text in lines:
            canvas.band(self._script.xml(text), tip, FOOT_HEIGHT)
