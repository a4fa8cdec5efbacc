"""与上一版差异: what a new version of a sent period says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import LOOKS, MonthFigures, decimals_of, printed_codes
from mingbai.desk.month.lists_apart import ListApart
from mingbai.domain.figures import FIGURES
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

COLUMNS = ("value", "previous", "last_year", "year_to_date", "last_year_to_date", "label")
"""What is compared; changes in percent follow from these."""

Stored = Mapping[str, Mapping[str, Any]]
"""The figures of a sent period, as they were stored."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number of a period that is not what it was."""

    code: str
    column: str
    before: Decimal | str | None
    now: Decimal | str | None


def differences(old: Stored, new: Stored) -> tuple[Difference, ...]:
    """What is not the same, figure by figure; what only one of them knows of counts as new or gone."""
    codes = dict.fromkeys((*old, *new))
    return tuple(
        Difference(code, column, before, now)
        for code in codes
        for column in COLUMNS
        if (before := _of(old, code, column)) != (now := _of(new, code, column))
    )


def _of(stored: Stored, code: str, column: str) -> Decimal | str | None:
    value = stored.get(code, {}).get(column)
    if value is None or value == "":
        return None
    return value if isinstance(value, str) else Decimal(str(value))


def told_apart(found: Sequence[Difference], *, whole_year: bool) -> list[Difference]:
    """The differences that are told, one row each: of what is printed, and nothing twice."""
    printed = set(printed_codes())
    # In a year's report these say the same as the year and the one before.
    twice = {"last_year", "year_to_date", "last_year_to_date"} if whole_year else set()
    return [each for each in found if each.code in printed and each.column not in twice]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs from a version: figures, who reports, and rows of the tables as far as they were kept."""

    figures: tuple[Difference, ...] = ()
    """Those that are told."""
    names: tuple[tuple[Words, str, str], ...] = ()
    """What is called otherwise: the unit, its code; before and now."""
    lists: tuple[ListApart, ...] = ()
    figures_alone: bool = False
    """Whether nothing else was compared, since the tables of the version before were not kept."""

    @property
    def count(self) -> int:
        """How many there are: as many as the sheet of changes has rows."""
        return len(self.figures) + len(self.names) + len(self.lists)


NOTHING = Changes()
"""Nothing differs."""


def changes_sheet(edition: Edition, figures: MonthFigures, before: int, found: Changes) -> Sheet:
    """What differs from the version sent last."""
    say = edition.say
    return edition.sheet(
        Words("与上一版差异", "Changes"),
        Words(f"与第{before}版的差异", f"Changes Since Version {before}"),
        (
            SheetColumn(say("序号", "No."), 4.6, Look.WORD),
            SheetColumn(say("指标", "Indicator"), 30.0, Look.TEXT),
            SheetColumn(say("单位", "Unit"), 9.0, Look.WORD),
            SheetColumn(say("栏目", "Column"), 16.4, Look.WORD),
            SheetColumn(say(f"第{before}版", f"Version {before}"), 12.5, Look.COUNT),
            SheetColumn(edition.numbered.capitalize(), 12.5, Look.COUNT),
        ),
        tuple(_rows(edition, figures, found)),
        right=edition.numbered,
        notes=tuple(_notes(edition, before, found)),
        page=Page(portrait=True),
    )


def _notes(edition: Edition, before: int, found: Changes) -> Iterator[str]:
    yield edition.say(
        f"注：第{before}版按上报时冻结，未作改动；以上为此后记录改动带来的差异。",
        f"Note: version {before} stays as it was sent; these are the differences that later changes of records make.",
    )
    if found.figures_alone:
        yield edition.say(
            f"第{before}版的明细表当时没有留，只比较了各指标的数。",
            f"The lists of version {before} were not kept then; only its figures are compared.",
        )


def _rows(edition: Edition, figures: MonthFigures, found: Changes) -> Iterator[Row]:
    cells = (*_of_figures(edition, figures, found), *_of_names(edition, found), *_of_lists(edition, found))
    yield from (Row((number, *each)) for number, each in enumerate(cells, 1))
    if not cells:
        # Over all columns: the first is too narrow for more than a number.
        yield Row((Cell(edition.say("没有差异", "No differences"), Look.WORD, span=6),))


Cells = tuple[CellValue | Cell, ...]


def _of_figures(edition: Edition, figures: MonthFigures, found: Changes) -> Iterator[Cells]:
    for each in found.figures:
        figure = FIGURES[each.code]
        look = LOOKS[decimals_of(figure)]
        yield (
            edition.into(figures.of(each.code).title),
            edition.into(figure.unit.words),
            edition.into(_column(edition, each.column)),
            _cell(each.before, look),
            _cell(each.now, look),
        )


def _of_names(edition: Edition, found: Changes) -> Iterator[Cells]:
    for what, before, now in found.names:
        yield (edition.into(what), DASH, DASH, *(Cell(name or DASH, Look.TEXT) for name in (before, now)))


def _of_lists(edition: Edition, found: Changes) -> Iterator[Cells]:
    rows, lists = edition.into(Words("行", "rows")), edition.into(Words("明细", "List"))
    for each in found.lists:
        yield (each.tab, rows, lists, Cell(edition.into(each.words), Look.TEXT, span=2))


def _column(edition: Edition, name: str) -> Words:
    called = edition.called
    return {
        "value": called.this,
        "previous": called.last,
        "last_year": called.year_ago,
        "year_to_date": Words("本年累计", "Year to date"),
        "last_year_to_date": Words("上年同期累计", "Last year to date"),
        "label": Words("最多项", "Largest"),
    }[name]


def _cell(value: Decimal | str | None, look: Look) -> CellValue | Cell:
    if value is None:
        return DASH
    return Cell(value, look) if isinstance(value, Decimal) else Cell(value, Look.WORD)
