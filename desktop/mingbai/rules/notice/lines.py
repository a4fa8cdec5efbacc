"""A text whose lines were broken where they were full, as it reads without the breaks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mingbai.domain.pattern import pattern

Span = tuple[int, int]

_SOFT = pattern(
    "(?<=[\u4e00-\u9fff\\d“（、，])(?<!通知)(?<!函)(?<!公告)(?<!通告)(?<!提示)(?<!局)(?<!办)[ \t]*\n[ \t]*(?=[\u4e00-\u9fff\\d”）])(?![一二三四五六七八九十]、|\\d{1,2}[.、．]|附件|特此)"
)
"""A break between two signs of one sentence, behind no title or name."""
_FEWEST, _SHORTEST = 2, 5


@dataclass(frozen=True, slots=True)
class Flowing:
    """The text without its soft breaks, and where its signs stood."""

    text: str
    places: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """Where that stood with the breaks."""
        return self.places[span[0]], self.places[span[1] - 1] + 1

    def there(self, span: Span | None) -> Span | None:
        """Where that stands without the breaks."""
        if span is None:
            return None
        return bisect_left(self.places, span[0]), bisect_left(self.places, span[1])


def unwrapped(text: str) -> Flowing | None:
    """The text without the breaks inside its sentences; None where its lines are lines."""
    breaks = text.strip("\n").count("\n")
    if breaks < _FEWEST:
        return None
    soft = [
        found.span()
        for found in _SOFT.finditer(text)
        if found.start() - text.rfind("\n", 0, found.start()) > _SHORTEST
    ]
    if len(soft) < _FEWEST or 2 * len(soft) < breaks:
        return None
    places: list[int] = []
    at = 0
    for start, end in soft:
        places.extend(range(at, start))
        at = end
    places.extend(range(at, len(text)))
    return Flowing("".join(text[place] for place in places), tuple(places))
