"""表1: every figure of the period on one page, with what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import LOOKS, TYPED_SIGN, ZERO_SIGN, Compared, MonthFigures
from mingbai.desk.month.sentences import month_sentence, year_sentence
from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.data_sheet import table1_tab
from mingbai.domain.figure import Unit, Value
from mingbai.domain.figures import TABLE1
from mingbai.domain.period_kind import PeriodKind
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Page, Row, Sheet, SheetColumn

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
LEAD = 26.0
"""Points for the line that says a period is not over."""
LOWEST, HIGHEST = 12.8, 22.0


def table1(edition: Edition, figures: MonthFigures) -> Sheet:
    """The one page that is stamped and handed in."""
    rows = tuple(_rows(edition, figures))
    lead = _not_over(edition, figures)
    room = ROOM - (LEAD if lead else 0)
    return edition.sheet(
        table1_tab(edition.period.kind),
        edition.called.title,
        _columns(edition),
        rows,
        right=edition.table(edition.say("表1", "Table 1"), edition.numbered),
        lead=(lead,) if lead else (),
        notes=(_gist(edition, figures), _notes(edition, figures)),
        foot=edition.foot(),
        frozen_columns=4,
        page=Page(portrait=True, size=9.0, height=min(HIGHEST, max(LOWEST, room / len(rows)))),
    )


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    heads, widths, looks = _a_year(edition) if edition.whole_year else _a_part_of_a_year(edition)
    return tuple(
        SheetColumn(head, width, look, merge_down=i == 1)
        for i, (head, width, look) in enumerate(zip(heads, widths, looks, strict=True))
    )


Columns = tuple[tuple[str, ...], tuple[float, ...], tuple[Look, ...]]
"""Heads, widths and looks."""

NAMED = (Look.WORD, Look.WORD, Look.TEXT, Look.WORD)


def _a_part_of_a_year(edition: Edition) -> Columns:
    """A month or quarter stands beside the one before it, the same one last year, and its year so far."""
    zh = (2.8, 2.8, 17.2, 5.2, 5.4, 5.4, 7.6, 6.2, 7.6, 6.8, 6.8, 7.6, 7.2)
    en = (2.8, 2.8, 18.6, 5.6, 5.4, 5.4, 7.2, 6.2, 7.2, 6.8, 6.8, 7.2, 8.2)
    looks = (
        *(*NAMED, Look.COUNT, Look.COUNT, Look.CHANGE),
        *(Look.COUNT, Look.CHANGE, Look.COUNT, Look.COUNT, Look.CHANGE, Look.WORD),
    )
    heads_zh = (
        *("序\n号", "类\n别", "指标", "单位", *_beside_zh(edition)),
        *("本年\n累计", "上年同期\n累计", "累计同比\n（%）", "备注"),
    )
    if edition.language == "zh":
        return heads_zh, zh, looks
    year, month = edition.period.year, edition.period.months[-1]
    short = MONTH_NAMES[month.number - 1][:3]
    months = short if month.number == 1 else f"Jan–{short}"
    heads_en = (
        *("No.", "", "Indicator", "Unit", *_beside_en(edition)),
        *(f"{months}\n{year}", f"{months}\n{year - 1}", "Year to\ndate, %", "Note"),
    )
    return heads_en, en, looks


def _beside_zh(edition: Edition) -> tuple[str, ...]:
    if edition.period.kind is PeriodKind.QUARTER:
        return ("本\n季度", "上\n季度", "环比\n（%）", "去年\n同季", "同比\n（%）")
    return ("本月", "上月", "环比\n（%）", "去年\n同月", "同比\n（%）")


def _beside_en(edition: Edition) -> tuple[str, ...]:
    period = edition.period
    if period.kind is PeriodKind.QUARTER:
        now, last, year_ago = (
            f"{one.short.en}\n{one.year}" for one in (period, period.previous, period.same_last_year)
        )
        return (now, last, "Qtr on\nqtr, %", year_ago, "Year on\nyear, %")
    short = period.short.en[:3]
    return (
        *("This\nmonth", "Last\nmonth", "Month on\nmonth, %"),
        *(f"{short}\n{period.year - 1}", "Year on\nyear, %"),
    )


def _a_year(edition: Edition) -> Columns:
    """A year stands beside the year before, and nothing else: the rest would say the same again."""
    looks = (*NAMED, Look.COUNT, Look.COUNT, Look.CHANGE, Look.WORD)
    widths = (3.4, 3.4, 31.4, 9.4, 10.0, 10.0, 11.0, 9.0)
    if edition.language == "zh":
        return ("序\n号", "类\n别", "指标", "单位", "本年", "上年", "同比\n（%）", "备注"), widths, looks
    year = edition.period.year
    return ("No.", "", "Indicator", "Unit", f"{year}", f"{year - 1}", "Change, %", "Note"), widths, looks


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
                    *_cells(found, whole_year=edition.whole_year),
                    edition.into(found.remark),
                ),
                indent=int(code in PARTS),
            )


def _title(edition: Edition, found: Compared) -> str:
    # The page is narrow: of a long English name only what tells it from others.
    return edition.into(found.title).replace(": Certificate of ", ": ")


def _cells(found: Compared, *, whole_year: bool) -> Iterator[CellValue | Cell]:
    look = Look.MONEY if found.figure.unit is Unit.YUAN else LOOKS[found.decimals]
    change = Look.POINTS if found.figure.unit is Unit.PERCENT else Look.CHANGE

    def number(value: Value) -> CellValue | Cell:
        return DASH if value.number is None else Cell(value.number, look)

    yield number(found.value)
    yield number(found.previous)
    yield DASH if found.change is None else Cell(found.change, change)
    if whole_year:
        return
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
        *([] if edition.whole_year else [year_sentence(edition, received)]),
    ]
    if cut.value.number:
        less = times.value.number or 0
        parts.append(
            edition.say(
                f"{edition.this}已核减{cut.value.number}项，每年少报{less:,}次",
                f"Cut {edition.this}: {cut.value.number}, saving {less:,} submissions a year",
            )
        )
    if on_time.value.number is not None:
        parts.append(month_sentence(edition, on_time, "居民诉求按期办结率", "issues closed on time"))
    if edition.language == "zh":
        return "提要：" + "；".join(parts) + "。"
    return "In short: " + ". ".join(parts) + "."


def _not_over(edition: Edition, figures: MonthFigures) -> str:
    """Right under the title: that more will come, and what is not held against whole periods therefore."""
    if not edition.unfinished or figures.whole:
        return edition.unfinished
    noun = edition.called.noun
    return edition.unfinished + edition.say(
        f"逐日累加的数（件、次、小时等）不与整{noun.zh}相比，增减写“—”；比率、用时和期末数照常比较。",
        f" What adds up day by day is not compared with a whole {noun.en} (“—”); rates, medians and figures at "
        "the end are.",
    )


def _notes(edition: Edition, figures: MonthFigures) -> str:
    shown = [figures.of(code) for _, codes in TABLE1 for code in codes]
    typed, zero = any(found.base_typed for found in shown), any(found.base_zero for found in shown)
    return edition.say(
        "注：“—”为没有数，或无从比较；单位为%的指标，增减以百分点计，记作“点”；"
        f"{f'{TYPED_SIGN}：相比的数是从以前的资料补录的；' if typed else ''}"
        f"{f'{ZERO_SIGN}：相比的数是零，算不出增减；' if zero else ''}"
        f"{'' if edition.whole_year else '期末数不作累计；'}各指标口径见“口径说明”。",
        "Notes: “—” no number, or nothing to compare with. Changes in per cent; pp: percentage points. "
        f"{f'{TYPED_SIGN} A number it is compared with was typed in from earlier papers. ' if typed else ''}"
        f"{f'{ZERO_SIGN} It is compared with zero, so no change can be told. ' if zero else ''}"
        f"{_no_year_to_date(edition)}Method: sheet “Notes”.",
    )


def _no_year_to_date(edition: Edition) -> str:
    return "" if edition.whole_year else f"Figures at the {edition.noun}'s end have no year to date. "
