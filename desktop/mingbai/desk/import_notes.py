"""What is told of an import as a whole, before and after it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mingbai.desk.import_plan import Imported, Unlisted
from mingbai.desk.unsaid import unsaid_told
from mingbai.domain.text import shortened
from mingbai.domain.words import Words, enumerated

UNLISTED = Words(
    "“{list}”里没有、随之新加 {n} 个：{names}", "Not in {list} yet, so added there ({n}): {names}"
)
AND_MORE = Words("{names}等", "{names} and {rest} more")
NAMED = 5
"""So many of what is added are named."""


def notes_of(imported: Imported, today: date) -> Iterator[Words]:
    """What stands for fields that no column fills, and what the lists gain."""
    yield from unsaid_told(imported.columns, today)
    for one in imported.unlisted:
        yield _told(one)


def _told(one: Unlisted) -> Words:
    short = (shortened(name) for name in one.names[:NAMED])
    names = enumerated(Words(name, name) for name in short)
    rest = len(one.names) - NAMED
    if rest > 0:
        names = AND_MORE.format(names=names, rest=rest)
    return UNLISTED.format(list=one.register.words, n=len(one.names), names=names)
