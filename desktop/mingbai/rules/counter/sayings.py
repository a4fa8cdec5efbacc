"""What a text is like among the things people said before: learnt from sayings, without any rule.

A plain naive Bayes over the pieces of a text, each weighted by how telling it is. By itself it is right less
often than the clues are; but it errs elsewhere, so what both say is nearly always right.
"""

from __future__ import annotations

import math
from collections import Counter as Count
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold

NONE = ""
"""Stands for what no list covers, and for what is no request."""

TWO = 2
OFTEN = 10
"""So many sayings that can mean two make these alike."""
_HAN = pattern("[\u3400-\u9fff]+")
_WORD = pattern("[a-z]{2,}")
_LONGEST_PIECE = 3
_SMOOTH = 0.1
_SPREAD = 8.0


class Sayings:
    """Sayings by what they mean; learning 1,000 takes some hundredths of a second."""

    def __init__(self, sayings: Iterable[tuple[Iterable[str], str]]) -> None:
        """Each saying with the codes it can mean; none for `NONE`."""
        self._counts: defaultdict[str, Count[str]] = defaultdict(Count)
        self._both: Count[frozenset[str]] = Count()
        told: Count[str] = Count()
        many = 0
        for said, text in sayings:
            found, codes = _pieces(text), tuple(said)
            if len(codes) == TWO:
                self._both[frozenset(codes)] += 1
            for code in codes or (NONE,):
                self._counts[code] += found
                told.update(found.keys())
                many += 1
        self._telling = {piece: math.log(many / (1 + n)) + 0.5 for piece, n in told.items()}
        pieces = len(told) or 1
        self._totals = {
            code: math.log(pieces / (counts.total() + _SMOOTH * pieces))
            for code, counts in self._counts.items()
        }

    def alike(self, one: str, other: str) -> bool:
        """Whether people often mean either of two by the same words."""
        return self._both[frozenset((one, other))] >= OFTEN

    def ranked(self, text: str) -> list[str]:
        """All codes, `NONE` among them, what the text is most like first; empty for a text with nothing known."""
        known = [(piece, self._telling[piece]) for piece in _pieces(text) if piece in self._telling]
        if not known:
            return []
        weights = {
            code: sum(
                telling / _SPREAD * (math.log(counts[piece] + _SMOOTH) + self._totals[code])
                for piece, telling in known
            )
            for code, counts in self._counts.items()
        }
        return sorted(weights, key=lambda code: (-weights[code], code))


def _pieces(text: str) -> Count[str]:
    """Runs of one to three Chinese characters, English words and pairs of them."""
    folded = fold(text)
    found: Count[str] = Count()
    for run in _HAN.findall(folded):
        for length in range(1, _LONGEST_PIECE + 1):
            found.update(run[at : at + length] for at in range(len(run) - length + 1))
    words = _WORD.findall(folded)
    found.update(words)
    found.update(map(" ".join, pairwise(words)))
    return found
