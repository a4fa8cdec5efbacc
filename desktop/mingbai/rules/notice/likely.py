"""How likely each day of a notice is its due date; what is not sure is only offered.

A wrong due date that is believed costs more than none. The likelihood is a softmax over the days of the text and
"none": each is the sum of what its signs weigh (`signs`). The weights are learnt from the open acceptance lines by
`packaging/weigh_notices.py` and shipped as a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import exp

from mingbai.resources import resource
from mingbai.rules.notice.day import Day, Span
from mingbai.rules.notice.pieces import Signs
from mingbai.rules.notice.signs import signs_of

WEIGHTS = "notices/due_weights.tsv"
TOLD = 0.93
"""As likely as this a day is told as the due date."""
OFFERED, MOST_OFFERED = 0.02, 4
"""As likely as this it is offered, with as many others at most."""
ASKED = 0.5
"""As likely as this something is asked by a day, whichever is told."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A day, and how likely it is the due date."""

    day: Day
    share: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A day that may be the due date, and where it stands."""

    day: date
    time: str | None
    spans: tuple[Span, ...]


@cache
def weights(table: str) -> Mapping[str, Mapping[str, float]]:
    """What each sign weighs, by the parts of a shipped table; of a part without a name it is the table itself."""
    known: dict[str, dict[str, float]] = {}
    part = known.setdefault("", {})
    for line in resource(table).read_text(encoding="utf-8").splitlines():
        weight, tab, sign = line.partition("\t")
        if tab:
            part[sign] = int(weight) / 100
        elif line[:1] == "[":
            part = known.setdefault(line[1:-1], {})
    return known


def likely(same: str, days: Sequence[Day], today: date) -> list[Likely]:
    """The days of a folded text, each day once, the likeliest first; what is left of 1 is "none"."""
    if not days:
        return []
    known = weights(WEIGHTS)[""]
    of_days, of_text = signs_of(same, days, today)
    best: dict[date, tuple[float, Day]] = {}
    for day, signs in zip(days, of_days, strict=True):
        weight = weight_of(signs, known)
        if day.day not in best or weight > best[day.day][0]:
            best[day.day] = weight, day
    parts = shares([weight for weight, _ in best.values()], weight_of(of_text, known))
    found = (Likely(day, share) for share, (_, day) in zip(parts, best.values(), strict=True))
    return sorted(found, key=lambda one: -one.share)


def told(days: Sequence[Likely]) -> Day | None:
    """The day that is surely the due date."""
    return days[0].day if days and days[0].share >= TOLD else None


def weight_of(signs: Signs, known: Mapping[str, float]) -> float:
    """What signs weigh together."""
    weight, of = 0.0, known.get
    for sign, seen in signs:
        if (one := of(sign)) is not None:
            weight += one * seen
    return weight


def shares(weights: Sequence[float], none: float) -> list[float]:
    """How likely each of some days is, by what it weighs against the others and against "none"."""
    highest = max(none, *weights) if weights else none
    parts = [exp(weight - highest) for weight in weights]
    whole = exp(none - highest) + sum(parts)
    return [part / whole for part in parts]


def choices(days: Sequence[Likely]) -> tuple[Choice, ...]:
    """The days that may be the due date, in their order."""
    offered = [one.day for one in days if one.share >= OFFERED][:MOST_OFFERED]
    return tuple(Choice(one.day, one.time, (one.span,)) for one in sorted(offered, key=lambda one: one.day))
