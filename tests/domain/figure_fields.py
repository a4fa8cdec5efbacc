"""Which fields a declared figure reads."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.figure import Duration, Figure, Flow, Overlap, Stock, Top
from mingbai.domain.filter import fields_of


def fields_read(figure: Figure) -> Iterator[str]:
    """The fields of `figure.register` that a figure reads."""
    match figure:
        case Flow():
            yield from filter(None, (figure.dated, figure.of, figure.less, figure.times, figure.not_yet))
            yield from (figure.within or ())[:1]
        case Stock():
            yield from filter(None, (figure.since, figure.until, figure.again))
        case Overlap():
            yield from filter(None, (figure.since, figure.until))
        case Duration():
            yield from (figure.dated, figure.start, figure.end)
        case Top():
            yield from (figure.dated, figure.by)
        case _:
            return
    yield from fields_of(figure.where)
