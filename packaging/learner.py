"""Learns what each sign of a text weighs, from texts whose answer is known: a softmax over the answers and "none"."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from math import sqrt
from operator import itemgetter, mul
from typing import Any, NamedTuple

from mingbai.rules.notice.likely import shares, weight_of
from mingbai.rules.notice.pieces import Signs

Row = Mapping[str, Any]
Rows = dict[str, list[Row]]
"""The rows of each set."""
Weights = dict[str, dict[str, float]]
"""What each sign weighs, by the parts of the table."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question to a text: the signs of each answer (at one or more places each), those of none, the right one."""

    answers: tuple[tuple[Hashable, tuple[Signs, ...]], ...]
    none: Signs
    right: Hashable | None
    parts: tuple[str, ...] = ("",)
    none_parts: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is asked of each row, and how the answers are learnt."""

    lines: Callable[[Row], Iterator[Line]]
    step: float = 0.12
    """The first step of AdaGrad: with small ones a sign of few rows is believed less."""
    decay: float = 2e-4
    """How fast a weight that nothing speaks for goes to nothing."""
    rounds: int = 8
    seeds: tuple[int, ...] = (1, 2, 3)
    """One order each in which the rows are read; what is learnt is the mean."""
    in_one: frozenset[str] = frozenset()
    """Sets that only the first order reads: so they count for less."""
    in_rows: int = 5
    """A sign of fewer rows is left out."""
    least: float = 0.04
    """A weight smaller than this is left out."""
    margin: float = 0.0
    """By so much the right answer must win before it is learnt: it is surer then on texts nobody has seen."""
    unread_is_none: bool = False
    """Whether "none" is right where the right answer is not among those that are read; else such a row is left out."""


def learn(lesson: Lesson, known: Rows) -> Weights:
    """The weights under which the rows are likeliest: the mean over some orders in which they are read."""
    orders = [
        [row for name, some in known.items() if at == 0 or name not in lesson.in_one for row in some]
        for at in range(len(lesson.seeds))
    ]
    with ProcessPoolExecutor() as orders_at_once:
        learnt = list(orders_at_once.map(_in_order, repeat(lesson), orders, lesson.seeds))
    parts = {part for one in learnt for part in one}
    mean = {
        part: {
            sign: sum(one.get(part, {}).get(sign, 0.0) for one in learnt) / len(learnt)
            for sign in {sign for one in learnt for sign in one.get(part, ())}
        }
        for part in parts
    }
    return {
        part: {sign: weight for sign, weight in weights.items() if abs(weight) >= lesson.least}
        for part, weights in mean.items()
    }


def _in_order(lesson: Lesson, rows: Sequence[Row], seed: int) -> Weights:
    """The weights after the rows were read some rounds, in an order of their own."""
    known, lines = _common([tuple(lesson.lines(row)) for row in rows], lesson.in_rows)
    lines = list(_teaching(lines, lesson))
    learner, order = _Learner(known, lesson), random.Random(seed)
    for _ in range(lesson.rounds):
        order.shuffle(lines)
        for line in lines:
            learner.learn(line)
    return learner.by_part()


def _teaching(lines: Iterable[Line], lesson: Lesson) -> Iterator[Line]:
    for line in lines:
        if line.right is None or line.right in dict(line.answers):
            yield line
        elif lesson.unread_is_none:
            yield replace(line, right=None)


def _common(by_row: Sequence[Sequence[Line]], in_rows: int) -> tuple[dict[str, set[str]], list[Line]]:
    """The signs that stand in several rows, by the part they are weighed in, and the lines with those alone."""
    seen: dict[str, Counter[str]] = {}
    for row in by_row:
        met: dict[str, set[str]] = {}
        for line in row:
            for parts, some in (
                (line.none_parts, [line.none]),
                (line.parts, [signs for _, places in line.answers for signs in places]),
            ):
                for part in parts:
                    met.setdefault(part, set()).update(sign for signs in some for sign, _ in signs)
        for part, signs in met.items():
            seen.setdefault(part, Counter()).update(signs)
    known = {
        part: {sign for sign, rows in counted.items() if rows >= in_rows} for part, counted in seen.items()
    }
    shared = known[""]
    # The lines of a row have the same lists; they stay the same.
    kept: dict[int, Signs] = {}

    def common(signs: Signs) -> Signs:
        if id(signs) not in kept:
            kept[id(signs)] = [one for one in signs if one[0] in shared]
        return kept[id(signs)]

    lines = [
        replace(
            line,
            answers=tuple((answer, tuple(map(common, places))) for answer, places in line.answers),
            none=common(line.none),
        )
        for row in by_row
        for line in row
    ]
    return known, lines


class _Learner:
    """The weights while they are learnt, all parts in one row, each sign known by its place in it."""

    def __init__(self, known: Mapping[str, Iterable[str]], lesson: Lesson) -> None:
        self._lesson = lesson
        self._places: dict[str, dict[str, int]] = {}
        count = 1
        for part, signs in known.items():
            self._places[part] = {sign: at for at, sign in enumerate(sorted(signs), count)}
            count += len(self._places[part])
        # The first weight is of no sign and stays nothing.
        self._weights, self._steepness = [0.0] * count, [1e-6] * count
        self._seen: dict[tuple[tuple[str, ...], int], _Seen] = {}

    def learn(self, line: Line) -> None:
        """Move the weights towards what would have answered a line rightly."""
        margin = self._lesson.margin
        best = [
            (answer, *max((self._weighed(line.parts, signs) for signs in places), key=lambda one: one[0]))
            for answer, places in line.answers
        ]
        weight, none = self._weighed(line.none_parts, line.none)
        found = shares(
            [one - margin * (answer == line.right) for answer, one, _ in best],
            weight - margin * (line.right is None),
        )
        self._move(none, 1.0 - sum(found) - (line.right is None))
        for (answer, _, seen), share in zip(best, found, strict=True):
            self._move(seen, share - (answer == line.right))

    def by_part(self) -> Weights:
        """What each sign weighs."""
        return {
            part: {sign: self._weights[at] for sign, at in places.items()}
            for part, places in self._places.items()
        }

    def _weighed(self, parts: tuple[str, ...], signs: Signs) -> tuple[float, _Seen]:
        key = parts, id(signs)
        if (seen := self._seen.get(key)) is None:
            known = [self._places[part] for part in parts if part in self._places]
            met = [(one[sign], much) for one in known for sign, much in signs if sign in one]
            # Two at least, that the picker gives a row.
            met += [(0, 0.0)] * (2 - len(met))
            places = tuple(at for at, _ in met)
            seen = self._seen[key] = _Seen(places, tuple(float(much) for _, much in met), itemgetter(*places))
        return sum(map(mul, seen.pick(self._weights), seen.much)), seen

    def _move(self, seen: _Seen, too_much: float) -> None:
        if abs(too_much) < 1e-4:
            return
        weights, steepness = self._weights, self._steepness
        step, decay = self._lesson.step, self._lesson.decay
        for at, much in zip(seen.places, seen.much, strict=True):
            weight = weights[at]
            slope = too_much * much + decay * weight
            steep = steepness[at] = steepness[at] + slope * slope
            weights[at] = weight - step * slope / sqrt(steep)


class _Seen(NamedTuple):
    """The signs of one place, as places in the row of weights."""

    places: tuple[int, ...]
    much: tuple[float, ...]
    pick: Callable[[Sequence[float]], tuple[float, ...]]


def shares_of(line: Line, weights: Weights) -> list[tuple[Hashable, float, Signs]]:
    """How likely each answer is, and the signs of the place that makes it so."""

    def weight(parts: tuple[str, ...], signs: Signs) -> float:
        return sum(weight_of(signs, weights[part]) for part in parts if part in weights)

    best = [
        (answer, *max(((weight(line.parts, signs), signs) for signs in places), key=lambda one: one[0]))
        for answer, places in line.answers
    ]
    parts = shares([one for _, one, _ in best], weight(line.none_parts, line.none))
    return [(answer, share, signs) for (answer, _, signs), share in zip(best, parts, strict=True)]
