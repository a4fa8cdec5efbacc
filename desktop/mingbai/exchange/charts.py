"""Native charts below a sheet's rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from mingbai.domain.sheet import CellValue, Chart, ChartKind, Row, Sheet
from mingbai.exchange.drawing import CHART_ROWS, Drawn
from mingbai.exchange.paper import Faces
from mingbai.exchange.script import legal, number

# Light and dark stay apart in grey print.
COLUMN_COLOURS = ("35608F", "A9BDD3", "6F7F8F", "D3DCE6")
SHARE_COLOURS = ("BFBBB2", "2F6B5E", "8FA9A2", "E3E0DA")
GRID_COLOUR = "D9D9D9"
AXIS_COLOUR = "8C8C8C"
EMU_A_UNIT = 76_200
"""A unit of column width is 8 pixels."""
EMU_AIR = 50_000
"""White between charts that stand beside each other."""
GAP_WIDTH = 60


def add_charts(at: Worksheet, sheet: Sheet, drawn: Drawn, faces: Faces) -> None:
    """Draw the sheet's charts where its rows left room for them."""
    for i, (chart, row) in enumerate(zip(sheet.charts, drawn.charts_at, strict=True)):
        rows = [drawn.charted[at] for at in chart.drawn([row for _, row in drawn.charted])]
        if not rows:
            continue
        native = _native(chart, sheet, rows, at.title, faces)
        abreast = drawn.charts_at.count(row)
        place = i - drawn.charts_at.index(row)
        # The stubs know of cell names only.
        native.anchor = _anchor([c.width for c in sheet.columns], row, place, abreast)  # type: ignore[assignment]
        at.add_chart(native)


def _native(chart: Chart, sheet: Sheet, rows: Sequence[tuple[int, Row]], tab: str, faces: Faces) -> BarChart:
    native = BarChart()
    share = chart.kind is ChartKind.SHARE
    native.type, native.grouping = "col", "percentStacked" if share else "clustered"
    native.overlap = 100 if share else 0
    native.gapWidth = GAP_WIDTH
    colours = SHARE_COLOURS if share else COLUMN_COLOURS
    for i, column in enumerate(chart.series):
        native.series.append(_series(chart, sheet, rows, tab, column, colours[i % len(colours)]))
    if not share and native.series:
        native.series[0].dLbls = _value_labels(faces)
    native.title = _title(chart.title, faces)
    native.legend.position = "b"
    native.legend.txPr = _text(faces, 900)
    _set_axes(native, faces, share=share)
    native.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=GRID_COLOUR))
    native.roundedCorners = False
    return native


def _series(
    chart: Chart, sheet: Sheet, rows: Sequence[tuple[int, Row]], tab: str, column: int, colour: str
) -> Series:
    first, last = rows[0][0], rows[-1][0]

    def place(index: int) -> str:
        letter = get_column_letter(index + 1)
        return f"{quote_sheetname(tab)}!${letter}${first}:${letter}${last}"

    # What the cells hold is stored along, for programs that show a chart without reading its sheet.
    values = [row.value(column) for _, row in rows]
    digits = [number(value, None) if isinstance(value, int | Decimal) else None for value in values]
    points = [NumVal(idx=i, v=v) for i, v in enumerate(digits) if v is not None]
    labels = [StrVal(idx=i, v=_label(row.value(chart.labels))) for i, (_, row) in enumerate(rows)]
    name = legal(sheet.columns[column].named)
    return Series(
        tx=SeriesLabel(v=name),
        cat=AxDataSource(
            strRef=StrRef(f=place(chart.labels), strCache=StrData(ptCount=len(labels), pt=labels))
        ),
        val=NumDataSource(
            numRef=NumRef(
                f=place(column), numCache=NumData(formatCode="General", ptCount=len(values), pt=points)
            )
        ),
        spPr=GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True)),
        invertIfNegative=False,
    )


def _label(value: CellValue) -> str:
    return f"{value:%Y-%m}" if isinstance(value, date) else legal(str(value if value is not None else ""))


def _characters(faces: Faces, size: int, *, bold: bool = False) -> CharacterProperties:
    # Latin and Chinese fonts are named apart: one name alone leaves the other script to chance.
    latin, chinese = Font(typeface="Times New Roman"), Font(typeface=faces.footer)
    return CharacterProperties(sz=size, b=bold, latin=latin, ea=chinese, solidFill="000000")


def _text(faces: Faces, size: int) -> RichText:
    characters = _characters(faces, size)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=characters), endParaRPr=characters)
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _title(text: str, faces: Faces) -> Title:
    characters = _characters(faces, 1100, bold=True)
    run = RegularTextRun(rPr=characters, t=legal(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=characters), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)


def _value_labels(faces: Faces) -> DataLabelList:
    labels = DataLabelList(txPr=_text(faces, 800), dLblPos="outEnd")
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    return labels


def _set_axes(native: BarChart, faces: Faces, *, share: bool) -> None:
    across, up = native.x_axis, native.y_axis
    for axis in (across, up):
        # Left unset, newer programs take the axis for deleted.
        axis.delete = False
        axis.txPr = _text(faces, 800)
        axis.majorTickMark = "none"
    across.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=AXIS_COLOUR))
    up.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    up.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=GRID_COLOUR)))
    up.scaling.min = 0
    up.number_format = "0%" if share else "General"
    up.numFmt.sourceLinked = False
    across.tickLblPos = up.tickLblPos = "nextTo"


def _anchor(widths: Sequence[float], row: int, place: int, abreast: int) -> TwoCellAnchor:
    """Between cells, so that a chart follows its columns."""
    whole = sum(widths) * EMU_A_UNIT
    left = whole * place / abreast + (EMU_AIR if place else 0)
    right = whole * (place + 1) / abreast - (EMU_AIR if place + 1 < abreast else 0)
    start, end = _marker(widths, left, row - 1), _marker(widths, right, row - 1 + CHART_ROWS)
    return TwoCellAnchor(editAs="twoCell", _from=start, to=end)


def _marker(widths: Sequence[float], emu: float, row: int) -> AnchorMarker:
    for column, width in enumerate(widths):
        wide = width * EMU_A_UNIT
        if emu < wide:
            return AnchorMarker(col=column, colOff=int(emu), row=row, rowOff=0)
        emu -= wide
    # The edge of the last column, wherever a program puts it.
    return AnchorMarker(col=len(widths), row=row)
