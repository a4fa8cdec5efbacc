"""How long it took, in a typed line: 用时2小时, took 30 minutes."""

from __future__ import annotations

from mingbai.domain.pattern import pattern
from mingbai.domain.reading import read_minutes
from mingbai.domain.words import Mistake
from mingbai.rules.quick.line import Line

MOST_MINUTES = 10 * 60
"""More is no time that one thing took at a desk."""

_LENGTH = pattern(
    r"(?<![\w.])(?P<says>(?:用时|耗时|花了?|约|took|about|takes?)\s*[:：]?\s*)?"
    r"(?P<length>\d+(?:\.\d+)?\s*个?半?(?:小时|hours?|hrs?|h)半?(?:\s*\d{1,2}\s*(?:分钟?|minutes?|mins?|m))?"
    r"|半个?小时|\d{1,3}\s*(?:分钟|minutes?|mins?))(?![a-z])"
)


def take_minutes(line: Line, *, sure: bool, chained: bool = False) -> None:
    """How long it took. Only where no plain word follows, which it would belong to; if `sure`, only as 用时…….

    `chained` it may also follow what was read before it.
    """
    for found in _LENGTH.finditer(line.same):
        start, end = found.span()
        stands = line.last(end) or (chained and line.after_part(start))
        if not found["says"] and (sure or not stands):
            continue
        try:
            minutes = read_minutes(found["length"])
        except Mistake:
            continue
        if 0 < minutes <= MOST_MINUTES and line.take("minutes", str(minutes), start, end):
            return
