"""What the sheets about single cases have in common: their first columns, and numbered rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mingbai.desk.month.edition import Edition
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Row, SheetColumn

WAY_EN = 13.0
"""As wide as "No longer asked" on one line: in two, a table of cuts had a page more for its notes alone."""


def case_columns(
    edition: Edition, *, title: float, level: float, way: float, times: float
) -> tuple[SheetColumn, ...]:
    """Which case, who asks for it, in which way it changed, how often it was asked and is now."""
    say = edition.say
    return (
        SheetColumn(say("序号", "No."), 4.2, Look.WORD),
        SheetColumn(say("事项名称", "Title"), title, Look.TEXT),
        SheetColumn(say("交办\n单位", "Department"), 12.0, Look.TEXT)
        if edition.full
        else SheetColumn(say("交办\n层级", "Level"), level if edition.language == "zh" else 8.6, Look.WORD),
        SheetColumn(say("方式", "Way"), way if edition.language == "zh" else WAY_EN, Look.WORD),
        SheetColumn(say("核减前\n（次/年）", "Before\n(a year)"), times, Look.COUNT),
        SheetColumn(say("核减后\n（次/年）", "After\n(a year)"), times, Look.COUNT),
    )


Case = tuple[str, tuple[CellValue | Cell, ...]]
"""What a row is about, and its cells."""


def numbered(cases: Iterable[Case], columns: int) -> Iterator[Row]:
    """The rows of a block, numbered from 1; one of dashes where there are none."""
    number = 0
    for number, (about, cells) in enumerate(cases, 1):
        yield Row((number, *cells), about=about)
    if not number:
        yield Row((DASH,) * columns)
