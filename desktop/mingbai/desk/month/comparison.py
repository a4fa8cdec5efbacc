"""Two periods side by side: every printed figure in both, the difference, and the change in percent.

The second is the base. What was sent stands as it was sent, as it does in a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from mingbai.desk.glossary import Glossary
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import (
    HOURS,
    LOOKS,
    begun_on,
    decimals_of,
    group_words,
    hours_range_words,
    is_whole,
    printed_codes,
    reckoned,
    table1_codes,
    title_of,
    worked_out_of,
)
from mingbai.desk.month.hours import hours_account
from mingbai.desk.month.opening import Opening
from mingbai.desk.month.past import past_figures
from mingbai.desk.month.report import Told, untold
from mingbai.desk.month.sent import as_sent, sent_figures
from mingbai.desk.places import place_of
from mingbai.domain.figure import Figure, Unit, Value, alone, change
from mingbai.domain.figures import FIGURES, TABLE1
from mingbai.domain.period import NOT_BEGUN, ReportPeriod
from mingbai.domain.reckoning import adds_up
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Page, Row, RowKind, Sheet, SheetColumn, Workbook
from mingbai.domain.words import NO_WORDS, Language, Mistake, Words, enumerated
from mingbai.domain.written_day import formal_day
from mingbai.exchange.workbook import Written, write_workbook
from mingbai.ledger.ledger import Ledger

TABS = (Words("两期比较", "Comparison"), Words("其他指标比较", "Further figures"))
TITLES = (
    Words("两期比较表", "Two Periods Compared"),
    Words("两期比较表：其他指标", "Two Periods Compared: Further Figures"),
)
HEIGHTS = (13.0, 12.0)
"""Points of a row, so that either sheet is one page."""
FIRST, SECOND = 3, 4
"""The columns of the two periods."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure in two periods, as shown."""

    figure: Figure
    title: Words
    first: Value
    second: Value
    rate: Decimal | None
    """The change in percent against the second; None for what is a percentage itself, or without a base."""
    ranged: Words
    """The range of the first, where one number would claim too much."""

    @property
    def difference(self) -> Decimal | None:
        """The first less the second, as they are shown: so that it can be checked by hand."""
        if self.first.number is None or self.second.number is None:
            return None
        return self.first.number - self.second.number


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every printed figure of two periods of one length."""

    first: ReportPeriod
    second: ReportPeriod
    pairs: dict[str, Pair]
    whole: bool = True
    """Whether both are over; else what adds up over days has no change in percent."""
    not_begun: tuple[ReportPeriod, ...] = ()
    """Those of the two that begin after the day of asking."""

    @property
    def words(self) -> Words:
        """What is compared with what."""
        words = Words("{first}与{second}比较", "{first} against {second}")
        return words.format(first=self.first.words, second=self.second.words)


def compared(ledger: Ledger, first: ReportPeriod, second: ReportPeriod, *, today: date) -> Comparison:
    """Two periods of one kind, figure by figure. Raises `Mistake` for others, and for one and the same."""
    if first.kind is not second.kind:
        raise Mistake(
            "{first}和{second}不一样长，比不了：两期要都是月、都是季度或都是年",
            "{first} and {second} differ in length; compare two months, two quarters or two years",
            first=first.words,
            second=second.words,
        )
    if first == second:
        raise Mistake(
            "{first}不用和自己比，请换一期",
            "{first} is the same period; choose another one",
            first=first.words,
        )
    past, begun = past_figures(ledger), begun_on(ledger, today)
    # Years may lie between the two, and nothing of those is needed.
    codes = worked_out_of(printed_codes())
    apart = [reckoned(ledger, each.months, codes, past, begun, today) for each in (first, second)]
    reckoning = apart[0].joined(apart[1])
    sent = [sent_figures(ledger, each) for each in (first, second)]
    account, oldest = hours_account(ledger, today), min(begun.values(), default=None)
    glossary = Glossary(ledger, today)
    whole = all(is_whole(ledger, each, today) for each in (first, second))
    pairs: dict[str, Pair] = {}
    for code in printed_codes():
        figure = FIGURES[code]
        if code == HOURS:
            typed = past.of(HOURS)
            now, base = account.value(first.months, typed, oldest), account.base(second, typed, oldest)
        else:
            now, base = reckoning.beside(code, first, second)
        group = now.label if code != HOURS else ""
        shown = [
            as_sent(stored, figure, reckoning.shown(code, value), group)
            for stored, value in zip(sent, (now, base), strict=True)
        ]
        as_counted = (reckoning.shown(code, now), reckoning.shown(code, base)) == tuple(shown)
        exact = (now, base) if as_counted and figure.unit is not Unit.PERCENT else tuple(shown)
        label = hours_range_words(now) if code == HOURS else group_words(ledger, glossary, figure, group)
        pairs[code] = Pair(
            figure,
            title_of(figure, shown[0], label),
            shown[0],
            shown[1],
            change(exact[0].number, exact[1].number, figure.unit)
            if figure.unit is not Unit.PERCENT and (whole or not adds_up(figure, FIGURES))
            else None,
            label if code == HOURS else NO_WORDS,
        )
    not_begun = tuple(each for each in (first, second) if today < each.start)
    return Comparison(first, second, pairs, whole, not_begun)


# --- On paper ------------------------------------------------------------------------------------


def comparison_workbook(
    ledger: Ledger, comparison: Comparison, *, language: Language, today: date
) -> Workbook:
    """The comparison as two sheets: the figures of 表1, and those of the other sheets."""
    edition = Edition(place_of(ledger), comparison.first, language, True, 1, today)
    caption = edition.say(f"{edition.here} {comparison.words.zh}", f"{edition.here}, {comparison.words.en}")
    sheets = tuple(_sheet(edition, comparison, number) for number in range(len(TABS)))
    return Workbook(language, sheets, caption)


def write_comparison(
    ledger: Ledger,
    first: ReportPeriod,
    second: ReportPeriod,
    out: Path,
    *,
    language: Language,
    today: date,
    told: Told = untold,
) -> Written:
    """Writes the comparison of two periods as a workbook."""
    found = compared(ledger, first, second, today=today)
    workbook = comparison_workbook(ledger, found, language=language, today=today)
    return write_workbook(workbook, out, made_at=datetime.combine(today, time()), told=told)


def comparison_openings(comparison: Comparison) -> tuple[dict[tuple[int, int], Opening], ...]:
    """For each sheet, every figure that has rows, by row and column."""
    return tuple(_openings(comparison, number) for number in range(len(TABS)))


def _openings(comparison: Comparison, sheet: int) -> dict[tuple[int, int], Opening]:
    found: dict[tuple[int, int], Opening] = {}
    for row, line in enumerate(_lines(sheet)):
        if isinstance(line, Words):
            continue
        pair = comparison.pairs[line]
        group = pair.first.label or pair.second.label
        columns = ((FIRST, pair.first, comparison.first), (SECOND, pair.second, comparison.second))
        for column, value, period in columns:
            if value.number is not None and not value.typed:
                words = Words("{title}，{when}", "{title}, {when}")
                title = words.format(title=alone(pair.title), when=period.words)
                found[row, column] = Opening(line, period.months, title, group)
    return found


def _lines(sheet: int) -> Iterator[Words | str]:
    """What stands in the rows of a sheet: the name of a group, or a figure's code."""
    if sheet:
        yield from (code for code in printed_codes() if code not in table1_codes())
        return
    for group, codes in TABLE1:
        yield group
        yield from codes


def _sheet(edition: Edition, comparison: Comparison, number: int) -> Sheet:
    say, first, second = edition.say, comparison.first, comparison.second
    return edition.sheet(
        TABS[number],
        TITLES[number],
        (
            SheetColumn(say("序号", "No."), 4.6, Look.WORD),
            SheetColumn(say("指标", "Indicator"), 30.4, Look.TEXT),
            SheetColumn(say("单位", "Unit"), 8.0, Look.WORD),
            SheetColumn(edition.into(first.words), 11.0, Look.COUNT),
            SheetColumn(edition.into(second.words), 11.0, Look.COUNT),
            SheetColumn(say("增减", "Difference"), 9.5, Look.COUNT),
            SheetColumn(say("增减率\n（%）", "Change\n(%)"), 10.5, Look.CHANGE),
        ),
        tuple(_rows(edition, comparison, number)),
        middle=edition.into(comparison.words),
        right="",
        lead=_not_over(edition, comparison),
        notes=_notes(edition, comparison),
        frozen_columns=2,
        page=Page(portrait=True, size=9.0, height=HEIGHTS[number]),
    )


def _rows(edition: Edition, comparison: Comparison, sheet: int) -> Iterator[Row]:
    number = len(table1_codes()) if sheet else 0
    for line in _lines(sheet):
        if isinstance(line, Words):
            yield Row((edition.into(line),), RowKind.SECTION)
            continue
        number += 1
        pair = comparison.pairs[line]
        name, unit = edition.into(alone(pair.title)), edition.into(pair.figure.unit.words)
        yield Row((number, name, unit, *_cells(edition, pair)))


def _cells(edition: Edition, pair: Pair) -> Iterator[CellValue | Cell]:
    look = Look.MONEY if pair.figure.unit is Unit.YUAN else LOOKS[decimals_of(pair.figure)]
    for value, ranged in ((pair.first, pair.ranged), (pair.second, hours_range_words(pair.second))):
        if value.number is not None:
            yield Cell(value.number, look)
        else:
            yield Cell(edition.into(ranged), Look.WORD) if ranged.zh else DASH
    apart = pair.difference
    if apart is None:
        yield DASH
    else:
        yield Cell(apart, Look.POINTS if pair.figure.unit is Unit.PERCENT else look)
    yield DASH if pair.rate is None else Cell(pair.rate, Look.CHANGE)


def _not_over(edition: Edition, comparison: Comparison) -> tuple[str, ...]:
    """Right under the title, where one of the two goes on."""
    periods = (comparison.first, comparison.second)
    going_on = [each.words for each in periods if edition.filed_on < each.end]
    if not going_on or comparison.whole:
        return ()
    named, until = enumerated(going_on), formal_day(edition.filed_on, edition.filed_on)
    return (
        edition.say(
            f"{named.zh}尚未结束，只算到{until.zh}；逐日累加的数（件、次、小时等）不算增减率。",
            f"{named.en}: not over yet, counted up to {until.en}; "
            "what adds up day by day has no change in per cent.",
        ),
    )


def _notes(edition: Edition, comparison: Comparison) -> tuple[str, ...]:
    first, second = comparison.first, comparison.second
    unbegun = comparison.not_begun
    unfinished = [
        period for period in (first, second) if edition.filed_on < period.end and period not in unbegun
    ]
    notes = [
        edition.say(
            f"{first.words.zh}为{first.days_words.zh}，{second.words.zh}为{second.days_words.zh}。"
            + "".join(f"{period.words.zh}尚未结束。" for period in unfinished)
            + "".join(f"{NOT_BEGUN.format(period=period.words).zh}。" for period in unbegun),
            f"{first.words.en} is {first.days_words.en}; {second.words.en} is {second.days_words.en}."
            + "".join(f" {period.words.en} is not over yet." for period in unfinished)
            + "".join(f" {NOT_BEGUN.format(period=period.words).en}." for period in unbegun),
        ),
        edition.say(
            f"注：增减＝{first.words.zh}－{second.words.zh}，增减率以{second.words.zh}为基期；单位为%的指标，增减以"
            "百分点计，记作“点”；“—”为没有数据、基期为零或不适用。已上报的期间取最后一次上报的数。",
            f"Note: difference = {first.words.en} − {second.words.en}; the change is against {second.words.en}. "
            "pp: percentage points. “—” no data, or the base is zero, or it does not apply. "
            "A period that was sent stands as it was sent last.",
        ),
    ]
    return tuple(notes)


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison as a page shows it: on paper, with what its figures open."""

    comparison: Comparison
    workbook: Workbook
    openings: tuple[dict[tuple[int, int], Opening], ...]


def beside(
    ledger: Ledger, first: ReportPeriod, second: ReportPeriod, language: Language, today: date
) -> Beside:
    """Two periods side by side, for a page."""
    found = compared(ledger, first, second, today=today)
    workbook = comparison_workbook(ledger, found, language=language, today=today)
    return Beside(found, workbook, comparison_openings(found))
