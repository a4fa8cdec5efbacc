"""Two versions of the tables of a report, row by row: what came, what went, what says something else.

A row is known again by what it is about, never by its number. Of its cells those are compared that both versions
have, by the head of their column: of what was not kept nothing is claimed. What stands around a table, and the
sums below it, say the same once more; only where nothing else differs do the numbers in a note count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mingbai.domain.sheet import CellValue, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

Key = tuple[str, int]
"""What a row is about, and which of the rows about it."""

NUMBER = re.compile(r"\d[\d,.]*")

CAME, WENT, CHANGED = (
    Words("多 {n} 行", "{n} added"),
    Words("少 {n} 行", "{n} removed"),
    Words("改 {n} 行", "{n} changed"),
)
IN_A_NOTE = Words("表下说明里的数不同", "Numbers in its note differ")


@dataclass(frozen=True, slots=True)
class ListApart:
    """How the rows of a table differ from those of the version before."""

    tab: str
    came: int = 0
    went: int = 0
    changed: int = 0

    @property
    def words(self) -> Words:
        """What became of the rows."""
        counted = ((CAME, self.came), (WENT, self.went), (CHANGED, self.changed))
        said = [words.format(n=n) for words, n in counted if n]
        if not said:
            return IN_A_NOTE
        return Words("，".join(one.zh for one in said), ", ".join(one.en for one in said))


def lists_apart(before: Iterable[Sheet], now: Iterable[Sheet]) -> tuple[ListApart, ...]:
    """The tables whose rows are not the same, in order; a table that only one of them has lists nothing in the
    other."""
    old, new = _by_tab(before), _by_tab(now)
    found = (_apart(tab, old.get(tab), new.get(tab)) for tab in dict.fromkeys((*old, *new)))
    return tuple(each for each in found if each != ListApart(each.tab))


def notes_apart(before: Iterable[Sheet], now: Iterable[Sheet]) -> tuple[ListApart, ...]:
    """The tables below which a number is not the same."""
    old, new = _by_tab(before), _by_tab(now)
    return tuple(ListApart(tab) for tab in old if tab in new and _numbers(old[tab]) != _numbers(new[tab]))


def _by_tab(sheets: Iterable[Sheet]) -> dict[str, Sheet]:
    return {sheet.tab: sheet for sheet in sheets}


def _numbers(sheet: Sheet) -> list[str]:
    return [number for note in sheet.notes for number in NUMBER.findall(note)]


def _apart(tab: str, old: Sheet | None, new: Sheet | None) -> ListApart:
    shared = _shared(old, new)
    before, now = (_rows(sheet, columns) for sheet, columns in zip((old, new), shared, strict=True))
    return ListApart(
        tab,
        came=len(now.keys() - before.keys()),
        went=len(before.keys() - now.keys()),
        changed=sum(before[key] != now[key] for key in before.keys() & now.keys()),
    )


def _shared(old: Sheet | None, new: Sheet | None) -> tuple[Sequence[int], Sequence[int]]:
    """Which columns of either are compared; the first only numbers the rows, or says what they are about."""
    if old is None or new is None:
        return (), ()
    places = {_head(column): at for at, column in enumerate(new.columns) if at}
    pairs = [(at, places[_head(one)]) for at, one in enumerate(old.columns) if _head(one) in places]
    return [at for at, _ in pairs], [at for _, at in pairs]


def _head(column: SheetColumn) -> tuple[str, str]:
    return column.group, column.head


def _rows(sheet: Sheet | None, columns: Sequence[int]) -> dict[Key, tuple[CellValue, ...]]:
    found: dict[Key, tuple[CellValue, ...]] = {}
    met: Counter[str] = Counter()
    rows: Iterable[Row] = sheet.rows if sheet is not None else ()
    for row in rows:
        if row.about:
            found[row.about, met[row.about]] = tuple(row.value(at) for at in columns)
            met[row.about] += 1
    return found
