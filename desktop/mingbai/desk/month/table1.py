"""表1: every figure of the month on one page, with what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import LOOKS, Compared, MonthFigures
from mingbai.desk.month.sentences import month_sentence, year_sentence
from mingbai.domain.data_sheet import TABLE1_TAB
from mingbai.domain.figure import Unit, Value
from mingbai.domain.figures import TABLE1
from mingbai.domain.month_names import MONTH_NAMES
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

TITLE = Words("减负情况月报表", "Month Report on Reducing Burdens")
TAB = TABLE1_TAB

PARTS = frozenset(
    {
        "task.forms",
        "task.no_document",
        "task.short_notice",
        "cert.declined",
        "cert.stamped",
        "cert.other",
        "inspection.planned",
        "inspection.papers",
        "reception.no_letter",
    }
)
"""Figures that count a part of the one above them."""

ROOM = 620.0
"""Points that the rows may fill beside title, head, notes and foot on one portrait page."""
LOWEST, HIGHEST = 12.8, 22.0


def table1(edition: Edition, figures: MonthFigures) -> Sheet:
    """The one page that is stamped and handed in."""
    rows = tuple(_rows(edition, figures))
    return edition.sheet(
        TAB,
        TITLE,
        _columns(edition),
        rows,
        right=edition.table(edition.say("表1", "Table 1"), edition.numbered),
        notes=(_gist(edition, figures), _notes(edition)),
        foot=edition.foot(unit=False),
        frozen_columns=4,
        page=Page(portrait=True, size=9.0, height=min(HIGHEST, max(LOWEST, ROOM / len(rows)))),
    )


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    zh = (2.8, 2.8, 17.2, 5.2, 5.4, 5.4, 7.6, 6.2, 7.6, 6.8, 6.8, 7.6, 6.2)
    en = (2.8, 2.8, 18.6, 5.6, 5.4, 5.4, 7.2, 6.2, 7.2, 6.8, 6.8, 7.2, 6.6)
    heads_zh = (
        *("序\n号", "类\n别", "指标", "单位", "本月", "上月", "环比\n（%）", "去年\n同月", "同比\n（%）"),
        *("本年\n累计", "上年同期\n累计", "累计同比\n（%）", "备注"),
    )
    month = edition.month
    short = MONTH_NAMES[month.number - 1][:3]
    months = short if month.number == 1 else f"Jan–{short}"
    heads_en = (
        *("No.", "", "Indicator", "Unit", "This\nmonth", "Last\nmonth", "Month on\nmonth"),
        *(f"{short}\n{month.year - 1}", "Year on\nyear", f"{months}\n{month.year}"),
        *(f"{months}\n{month.year - 1}", "Year to\ndate", "Note"),
    )
    heads, widths = (heads_zh, zh) if edition.language == "zh" else (heads_en, en)
    looks = (
        *(Look.WORD, Look.WORD, Look.TEXT, Look.WORD, Look.COUNT, Look.COUNT, Look.CHANGE),
        *(Look.COUNT, Look.CHANGE, Look.COUNT, Look.COUNT, Look.CHANGE, Look.WORD),
    )
    return tuple(
        SheetColumn(head, width, look, merge_down=i == 1)
        for i, (head, width, look) in enumerate(zip(heads, widths, looks, strict=True))
    )


def _rows(edition: Edition, figures: MonthFigures) -> Iterator[Row]:
    number = 0
    for group, codes in TABLE1:
        for code in codes:
            number += 1
            found = figures.of(code)
            yield Row(
                (
                    number,
                    edition.into(group),
                    _title(edition, found),
                    edition.into(found.figure.unit.words),
                    *_cells(found),
                    edition.into(found.note),
                ),
                indent=int(code in PARTS),
            )


def _title(edition: Edition, found: Compared) -> str:
    # The page is narrow: of a long English name only what tells it from others.
    return edition.into(found.title).replace(": Certificate of ", ": ")


def _cells(found: Compared) -> Iterator[CellValue | Cell]:
    look = Look.MONEY if found.figure.unit is Unit.YUAN else LOOKS[found.decimals]
    change = Look.POINTS if found.figure.unit is Unit.PERCENT else Look.CHANGE

    def number(value: Value) -> CellValue | Cell:
        return DASH if value.number is None else Cell(value.number, look)

    yield number(found.value)
    yield number(found.previous)
    yield DASH if found.change is None else Cell(found.change, change)
    yield number(found.last_year)
    yield DASH if found.change_on_year is None else Cell(found.change_on_year, change)
    yield number(found.year_to_date)
    yield number(found.last_year_to_date)
    yield DASH if found.change_year_to_date is None else Cell(found.change_year_to_date, change)


def _gist(edition: Edition, figures: MonthFigures) -> str:
    received = figures.of("task.received")
    on_time = figures.of("issue.on_time")
    cut, times = figures.of("cut.done"), figures.of("cut.times")
    parts = [
        month_sentence(edition, received, "收到上级交办", "assignments received"),
        year_sentence(edition, received),
    ]
    if cut.value.number:
        less = times.value.number or 0
        parts.append(
            edition.say(
                f"本月已核减{cut.value.number}项，每年少报{less:,}次",
                f"Cut this month: {cut.value.number}, saving {less:,} submissions a year",
            )
        )
    if on_time.value.number is not None:
        parts.append(month_sentence(edition, on_time, "居民诉求按期办结率", "issues closed on time"))
    if edition.language == "zh":
        return "提要：" + edition.unfinished + "；".join(parts) + "。"
    return " ".join(part for part in ("In short:", edition.unfinished, ". ".join(parts) + ".") if part)


def _notes(edition: Edition) -> str:
    return edition.say(
        "注：“—”为无基期数或基期为零；单位为%的指标，增减以百分点计，记作“点”；"
        "期末数不作累计；各指标口径见“口径说明”。",
        "Notes: “—” no base, or the base is zero. Changes in per cent; pp: percentage points. "
        "Figures at the month's end have no year to date. Method: sheet “Notes”.",
    )
