"""What is said around a day, clause by clause, with the other days of the text as earlier or later ones.

请各村E前交，L公布: a text of two days is read like every other of two days, whichever they are and however far apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mingbai.domain.pattern import pattern
from mingbai.rules.notice.day import Day
from mingbai.rules.notice.pieces import Signs, pieces, plain, words_and_marks

AROUND, AROUND_EN = 60, 40
"""So many signs of writing, or English words, on either side of a day are looked at."""
WIDE = 300
"""They stand within so many signs, other days' own words included."""
CLAUSES: tuple[tuple[tuple[int, ...], float], ...] = (((2, 3), 0.56), ((2, 3), 0.4), ((2,), 0.28))
"""How long the pieces of its own clause, of the next and of those further off are, and how much each counts."""
MOST_CLAUSES = 5
NEAR_EN, PAIRS_EN = 14, 20
"""So near a day an English word counts as near, and two together count."""
ANYWHERE_EN, WORD_EN, PAIR_EN = 0.25, 0.5, 0.42

EARLIER, SAME, LATER = (
    dict(zip(("named", "limit", "recurring"), signs, strict=True)) for signs in ("EFG", "STU", "LMN")
)
"""Another day, by its manner. A folded text has no capitals."""

_APART, _ENDED = "，,、：:| ", "。；;！!？?\n"
_BEFORE = pattern(f"[{_APART}]|(?<=[{_ENDED}])")
_BEHIND = pattern(f"[{_APART}]|(?=[{_ENDED}])")
"""Between two clauses; what ends a sentence stays with the clause that is further from the day."""


class OtherDays:
    """A folded text whose days are marked as they are seen from one of them."""

    def __init__(self, same: str, days: Sequence[Day], *, english: bool) -> None:
        self._same, self._english = same, english
        self._places: list[Day] = []
        for day in days:
            if not self._places or day.start >= self._places[-1].end:
                self._places.append(day)

    def of_day(self, day: Day) -> Signs:
        """The words on either side of a day, as signs that it is the due date."""
        left = self._marked(day, max(0, day.start - WIDE), day.start)
        right = self._marked(day, day.end, day.end + WIDE)
        if self._english:
            seen = _words(words_and_marks(left)[: -AROUND_EN - 1 : -1], "l")
            seen |= _words(words_and_marks(right)[:AROUND_EN], "r")
        else:
            seen = _clauses(_BEFORE.split(left[-AROUND:])[::-1], "l")
            seen |= _clauses(_BEHIND.split(right[:AROUND]), "r")
        return list(seen.items())

    def _marked(self, day: Day, start: int, end: int) -> str:
        """A part of the text with the days in it as they are seen from a day."""
        parts, at = [], start
        for other in self._places:
            if at <= other.start and other.end <= end:
                parts += [plain(self._same[at : other.start]), _mark(other, day)]
                at = other.end
        return "".join([*parts, plain(self._same[at:end])])


def _mark(other: Day, day: Day) -> str:
    order = EARLIER if other.day < day.day else LATER if other.day > day.day else SAME
    return order[other.manner]


def _clauses(clauses: Sequence[str], side: str) -> dict[str, float]:
    seen: dict[str, float] = {}
    for at, clause in enumerate(clauses[:MOST_CLAUSES]):
        far = min(at, len(CLAUSES) - 1)
        lengths, much = CLAUSES[far]
        seen |= dict.fromkeys(pieces(clause, f"{side}{far}", lengths, "\n"), much)
    return seen


def _words(words: Sequence[str], side: str) -> dict[str, float]:
    """The words of one side, the nearest first."""
    seen = {f"{side}w{word}": ANYWHERE_EN for word in words}
    seen |= {f"{side}n{word}": WORD_EN for word in words[:NEAR_EN]}
    return seen | {f"{side}2{one} {other}": PAIR_EN for one, other in pairwise(words[: PAIRS_EN + 1])}
