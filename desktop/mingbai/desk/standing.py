"""How an open entry stands, in sentences: the clocks of an admission, how long a point waits for its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.desk.clocks import clocks
from mingbai.desk.glossary import Glossary
from mingbai.desk.spoken_days import Nearness, days_since
from mingbai.desk.states import OF_CLOCK, Shape
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.point import POINTS, Point
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry

WAITS = Words("反映了 {days}，还没有答复", "Raised {days} ago, no answer yet")
ANSWERED = Words("等了 {days}答复", "Answered after {days}")


@dataclass(frozen=True, slots=True)
class Standing:
    """One sentence, the shape beside it and its colour."""

    words: Words
    shape: Shape
    nearness: Nearness = Nearness.FAR


def standing(entry: Entry, glossary: Glossary) -> Iterator[Standing]:
    """What is to say about an entry today; nothing about what lies in the bin."""
    if entry.binned_at is not None:
        return
    if entry.register is ADMISSIONS:
        for clock in clocks(entry.record, glossary.today, glossary.working_days):
            yield Standing(clock.told, OF_CLOCK[clock.nearness], clock.nearness)
    elif entry.register is POINTS:
        yield _point(entry.record, glossary)


def _point(one: Point, glossary: Glossary) -> Standing:
    if one.answered_on is None:
        return Standing(WAITS.format(days=days_since(one.raised_on, glossary.today)), Shape.RING)
    return Standing(ANSWERED.format(days=days_since(one.raised_on, one.answered_on)), Shape.TICK)
