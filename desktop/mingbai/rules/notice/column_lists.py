"""Every list in a sentence that may be one of columns, with each way in which its first and last name may be cut out.

Where a name begins and ends is not written: 把户主、住址、老化部位三样报给我. So each beginning and each end that leaves
something that can be a name is tried; which of them it is, if any, is weighed (`column_signs`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from mingbai.domain.pattern import pattern
from mingbai.rules.notice.column_names import Likely, likely
from mingbai.rules.notice.columns_en import can_be

Span = tuple[int, int]

MOST_LISTS, MOST_WAYS = 40, 400
"""So many lists of a text are looked at, in so many ways together."""
LONGEST_FIRST, LONGEST_LAST, LONGEST_OPEN = 14, 12, 6
"""So long are names that are cut out, and those of which nothing is known."""

_SIGN = '[^、，,；;。！!？?\n：:（）()|\t/→>—【】\\[\\]“”"「」《》·]'
_PIECE = f"{_SIGN}{{2,20}}(?:[（(][^（()）\n]{{1,16}}[）)])?"
_RUN = pattern(f'[“"「]?{_PIECE}(?:、\\s?{_PIECE}){{1,25}}')
_COMMAS = pattern(f"{_PIECE}(?:[，,]\\s?{_PIECE}){{2,25}}")
_WORD = "[一-鿿][一-鿿\\d]{1,9}(?:[（(][^（()）\n]{1,10}[)）])?"
_SPACED = pattern(f"(?<![^\\s，,。；;：:])(?:{_WORD} {{1,3}}){{2,15}}{_WORD}(?![^\\s，,。；;])")
_PAIR = pattern(f"(?<!、){_PIECE}(?!、)")
_AND = pattern(
    "(?<=[\u4e00-\u9fff]{2})(?:、?(?:以及|和|及|与|还有)|，(?:以及|还有|和))(?=[\u4e00-\u9fff]{2})"
)
_EDGE = " \t“”\"'「」《》*"


@dataclass(frozen=True, slots=True)
class Listed:
    """The places of the names of a list, and of the pieces out of which its first and its last name were cut."""

    spans: tuple[Span, ...]
    begins: int
    ends: int


def lists_in(same: str) -> Iterator[Listed]:
    """The lists of a folded text, each in all the ways to cut it."""
    yield from islice(_all(same), MOST_WAYS)


_ITEM_EN = "[a-z](?:[a-z'’ -]|(?<=\\bno)\\.){1,80}(?![a-z])"
_RUN_EN = pattern(
    rf"{_ITEM_EN}(?:\([^)\n]{{1,30}}\))?(?:\s?[,;|/]\s{{0,2}}{_ITEM_EN}(?:\([^)\n]{{1,30}}\))?){{1,25}}"
)
_PAIR_EN = pattern(r"[a-z][a-z'’ -]{2,80}\s(?:and|&)\s[a-z][a-z'’ -]{2,80}(?![a-z])")
_AND_EN = pattern(r",?\s(?:and|&|plus)\s")
_JOINT_EN = pattern(r"\s*(?:and|or|&|plus)\s+|\s*(?:the|their|its|his|her|a|an)\s+")
_NO_SPACE = pattern(r"[^\s]+")
LONGEST_EN = 5
"""So many words has a name in English."""


def english_lists_in(same: str) -> Iterator[Listed]:
    """The lists of a folded English text, each in all the ways to cut it between words."""
    yield from islice(_all_english(same), MOST_WAYS)


def _all_english(same: str) -> Iterator[Listed]:
    for found in islice(_RUN_EN.finditer(same), MOST_LISTS):
        pieces = _pieces(same, ",;|/", *found.span())
        yield from _ways_english(same, pieces)
    for found in islice(_PAIR_EN.finditer(same), MOST_LISTS):
        for joint in islice(_AND_EN.finditer(same, *found.span()), 2):
            yield from _ways_english(same, [(found.start(), joint.start()), (joint.end(), found.end())])


def _ways_english(same: str, pieces: Sequence[Span]) -> Iterator[Listed]:
    first, last = pieces[0], pieces[-1]
    middle = [_plain_english(same, *piece) for piece in pieces[1:-1]]
    tails: list[tuple[Span, ...]] = [(end,) for end in _ends_english(same, *_plain_english(same, *last))]
    for joint in islice(_AND_EN.finditer(same, *last), 2):
        if joint.start() > last[0]:
            left = _plain_english(same, last[0], joint.start())
            if can_be(same[slice(*left)]):
                tails += [
                    (left, end) for end in _ends_english(same, *_plain_english(same, joint.end(), last[1]))
                ]
    words = [one.start() for one in _NO_SPACE.finditer(same, *first)][-LONGEST_EN:]
    for begin in words:
        start, end = _bare(same, begin, first[1])
        if can_be(same[start:end]):
            for tail in tails:
                yield Listed(((start, end), *middle, *tail), first[0], last[1])


def _plain_english(same: str, start: int, end: int) -> Span:
    """A piece without and, the, their before it."""
    while (found := _JOINT_EN.match(same, start, end)) is not None:
        start = found.end()
    return _bare(same, start, end)


def _ends_english(same: str, start: int, end: int) -> Iterator[Span]:
    words = [one.end() for one in _NO_SPACE.finditer(same, start, end)][:LONGEST_EN]
    for stop in reversed(words):
        if can_be(same[start:stop].rstrip(".")):
            yield start, stop - (same[stop - 1] == "." and same[stop - 3 : stop] != "no.")


def joined(name: str) -> bool:
    """Whether a name may be two: 电话和住址."""
    return _AND.search(name) is not None


def _all(same: str) -> Iterator[Listed]:
    for found in islice(_RUN.finditer(same), MOST_LISTS):
        yield from _ways(same, _pieces(same, "、", *found.span()))
    for found in islice(_COMMAS.finditer(same), MOST_LISTS):
        for group in _groups(same, _pieces(same, "，,", *found.span())):
            yield from _ways(same, group)
    for found in islice(_SPACED.finditer(same), MOST_LISTS):
        words = [one.span() for one in _NO_SPACE.finditer(same, *found.span())]
        yield from _parts(same, words)
    for found in islice(_PAIR.finditer(same), MOST_LISTS):
        for joint in islice(_AND.finditer(same, *found.span()), 2):
            yield from _ways(same, [(found.start(), joint.start()), (joint.end(), found.end())])


def _pieces(same: str, marks: str, start: int, end: int) -> list[Span]:
    pieces = []
    at, depth = start, 0
    for place in range(start, end):
        depth += (same[place] in "(（") - (same[place] in "）)")
        if same[place] in marks and depth == 0:
            pieces.append((at, place))
            at = place + 1
    return [*pieces, (at, end)]


def _groups(same: str, pieces: Sequence[Span]) -> Iterator[list[Span]]:
    """Names one after another between commas, alone and with the clause before or behind."""
    short = [_can_be(same[slice(*_bare(same, *piece))]) for piece in pieces]
    at = 0
    while at < len(pieces):
        stop = at
        while stop < len(pieces) and short[stop]:
            stop += 1
        if stop - at >= 2:
            before, behind = at > 0, stop < len(pieces)
            yield list(pieces[at:stop])
            if before:
                yield list(pieces[at - 1 : stop])
            if behind:
                yield list(pieces[at : stop + 1])
            if before and behind:
                yield list(pieces[at - 1 : stop + 1])
        at = stop + 1


def _parts(same: str, words: Sequence[Span]) -> Iterator[Listed]:
    """Names with spaces between, alone and without a word or two before or behind that may be no name."""
    short = [_can_be(same[start:end]) for start, end in words]
    at = 0
    while at < len(words):
        stop = at
        while stop < len(words) and short[stop]:
            stop += 1
        for begin in range(at, min(at + 4, stop - 2)):
            for end in range(stop, max(stop - 3, begin + 2), -1):
                yield Listed(tuple(words[begin:end]), words[at][0], words[stop - 1][1])
        at = stop + 1


def _ways(same: str, pieces: Sequence[Span]) -> Iterator[Listed]:
    """A list with every way to cut its first and its last piece."""
    first, last = pieces[0], pieces[-1]
    middle = [_bare(same, *_told_of(same, *piece)) for piece in pieces[1:-1]]
    tails: list[tuple[Span, ...]] = [(end,) for end in _ends(same, *last)]
    for joint in islice(_AND.finditer(same, *last), 2):
        left = _bare(same, last[0], joint.start())
        if _can_be(same[slice(*left)]):
            tails += [(left, end) for end in _ends(same, joint.end(), last[1])]
    for begin in _beginnings(same, *first):
        for tail in tails:
            yield Listed((begin, *middle, *tail), first[0], last[1])


_OF_IT = pattern("其中(?=.{2})")


def _told_of(same: str, start: int, end: int) -> Span:
    """总人数、其中外省人数: a part of it is a column by its own name."""
    found = _OF_IT.match(same, start, end)
    return (found.end(), end) if found else (start, end)


def _bare(same: str, start: int, end: int) -> Span:
    while start < end and same[start] in _EDGE:
        start += 1
    while start < end and same[end - 1] in _EDGE:
        end -= 1
    return start, end


def _beginnings(same: str, start: int, end: int) -> Iterator[Span]:
    start, end = _bare(same, start, end)
    for begin in range(max(start, end - LONGEST_FIRST), end - 1):
        if _can_be(same[begin:end]):
            yield begin, end


def _ends(same: str, start: int, end: int) -> Iterator[Span]:
    start, end = _bare(same, start, end)
    for stop in range(min(end, start + LONGEST_LAST), start + 1, -1):
        if _can_be(same[start:stop]):
            yield start, stop


def _can_be(name: str) -> bool:
    how = likely(name)
    return how >= Likely.LIKE or (how is Likely.OPEN and len(name) <= LONGEST_OPEN)
