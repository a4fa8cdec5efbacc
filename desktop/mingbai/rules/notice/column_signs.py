"""Signs by which a list in a notice is known as one of columns: what its names are, how they are divided, and what
stands before and behind it. What each of them weighs is learnt (`packaging/weigh_notices.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from mingbai.domain.pattern import pattern
from mingbai.rules.notice.column_lists import Span, joined
from mingbai.rules.notice.column_names import TYPICAL, likely, of_one_kind
from mingbai.rules.notice.column_places import number_of
from mingbai.rules.notice.columns_en import level
from mingbai.rules.notice.pieces import Signs, pieces, plain, words_and_marks

NEAR, FAR = 6, 24
"""So many signs of writing beside a list are looked at closely, and at all."""
MOST = 5
"""Longer lists are alike."""

_COUNTED = pattern(
    "(?<![年月第周])([两二三四五六七八九十]|[2-9])(?:个|样|类|大)?(?:列|栏目?|要素|字段|项(?:信息|内容|数据|目)?|格|样|个?数|指标|东西)"
)
_CELL = pattern("[|\t]")


@dataclass(frozen=True, slots=True)
class Way:
    """A list as it may be read: its names, the pieces of the sentence they were cut from, and what is said of it."""

    spans: tuple[Span, ...]
    begins: int
    ends: int
    said: int | None
    """How plainly it is said at its place that columns follow; None where no such place is known."""
    ruled: bool
    """Whether it is one of columns by what is said and by its names alone."""


def list_signs(same: str, text: str, way: Way, *, english: bool) -> Signs:
    """Signs that a list of a folded text is one of columns."""
    seen: dict[str, float] = {}
    beside = chain.from_iterable(
        zip(*(side.signs for side in sides_of(same, way, english=english)), strict=True)
    )
    for sign, much in chain(own_signs(same, text, way, english=english), *beside):
        seen[sign] = seen.get(sign, 0.0) + much
    return list(seen.items())


def own_signs(same: str, text: str, way: Way, *, english: bool) -> Signs:
    """Those signs of a list that are not only what stands on its sides; a sign may come more than once."""
    names = [same[start:end] for start, end in way.spans]
    if english:
        return list(_english(same, text, way, names))
    return [*_of_names(names), *_of_sentence(same, way, len(names))]


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """What stands on one side of a list, which is the same for many ways to cut it."""

    next_to: str
    signs: tuple[Signs, Signs, Signs]
    """Those of what is next to it, near it, and further off."""


def sides_of(same: str, way: Way, *, english: bool) -> tuple[Side, ...]:
    """What stands before a list and behind it; in English it is among the list's own signs."""
    if english:
        return ()
    start, end = way.spans[0][0], way.spans[-1][1]
    return _side(same[max(0, start - FAR - NEAR) : start], "<"), _side(same[end : end + FAR + NEAR], ">")


def _english(same: str, text: str, way: Way, names: Sequence[str]) -> Iterator[tuple[str, float]]:
    count, part = len(names), 1.0 / len(names)
    how = [level(name) for name in names]
    start, end = way.spans[0][0], way.spans[-1][1]
    yield "e", 1.0
    yield f"e=n{min(count, MOST)}", 1.0
    yield f"e=first {how[0]}", 1.0
    yield f"e=last {how[-1]}", 1.0
    yield f"e=least {min(how)}", 1.0
    yield f"e=sure {min(how.count(3), 3)}", 1.0
    yield f"e=said {way.said}", 1.0
    if way.ruled:
        yield "e=ruled", 1.0
    yield f"e=words {min(max(len(name.split()) for name in names), 5)}", 0.5
    yield f"e=capital {all(text[left].isupper() for left, _ in way.spans)}", 1.0
    yield f"e=mark {same[way.spans[0][1] : way.spans[1][0]].strip()[:1]}", 1.0
    if any(" and " in name for name in names):
        yield "e=and", 1.0
    if _filled(same, start, end):
        yield "e=filled", 1.0
    if all(name.endswith("s") for name in names):
        yield "e=many", 1.0
    for name, one in zip(names, how, strict=True):
        words = name.split()
        yield f"e=level {one}", part
        yield f"e${words[-1]}", part
        yield f"e^{words[0]}", part
    yield f"e<cut {start != way.begins}", 1.0
    yield f"e>cut {end != way.ends}", 1.0
    before = words_and_marks(plain(same[max(0, start - 60) : start]))[-4:]
    behind = words_and_marks(plain(same[end : end + 60]))[:4]
    yield from ((f"e<{one}", 0.5) for one in before)
    yield from ((f"e>{one}", 0.5) for one in behind)
    yield f"e<1{before[-1] if before else '^'}", 1.0
    yield f"e>1{behind[0] if behind else '$'}", 1.0
    yield f"e<2{' '.join(before[-2:])}", 1.0


def _of_names(names: Sequence[str]) -> Iterator[tuple[str, float]]:
    count, part = len(names), 1.0 / len(names)
    how = [int(likely(name)) for name in names]
    yield "=", 1.0
    yield f"=n{min(count, MOST)}", 1.0
    yield f"=first {how[0]}", 1.0
    yield f"=last {how[-1]}", 1.0
    yield f"=least {min(how)}", 1.0
    yield f"=sure {min(how.count(3), 3)}", 1.0
    yield f"=typical {min(sum(bool(TYPICAL.search(name)) for name in names), 2)}", 1.0
    yield f"=longest {min(max(map(len, names)), 12)}", 0.5
    yield f"=long first {min(len(names[0]), 8)}", 0.5
    yield f"=long last {min(len(names[-1]), 8)}", 0.5
    if any(map(joined, names)):
        yield "=and", 1.0
    if of_one_kind(names):
        yield "=one kind", 1.0
    if len({name[-1] for name in names}) == 1:
        yield "=one end", 1.0
    half = part / 2
    for name in names:
        level, end, ends, begin, begins = _of_name(name)
        yield level, part
        yield end, part
        yield ends, part
        yield begin, half
        yield begins, half


@lru_cache(maxsize=4_096)
def _of_name(name: str) -> tuple[str, str, str, str, str]:
    return f"=level {int(likely(name))}", f"${name[-1]}", f"${name[-2:]}", f"^{name[0]}", f"^{name[:2]}"


def _of_sentence(same: str, way: Way, count: int) -> Iterator[tuple[str, float]]:
    start, end = way.spans[0][0], way.spans[-1][1]
    before, behind = sides_of(same, way, english=False)
    yield f"=said {way.said}", 1.0
    if way.ruled:
        yield "=ruled", 1.0
    yield f"=mark {same[way.spans[0][1] : way.spans[1][0]].strip()[:1]}", 1.0
    around = f"{same[max(0, start - NEAR * 2) : start]}\n{same[end : end + NEAR]}"
    for found in _COUNTED.finditer(around):
        yield f"=count {number_of(found[1]) == count}", 1.0
    if _filled(same, start, end):
        yield "=filled", 1.0
    yield f"<cut {start != way.begins}", 1.0
    yield f">cut {end != way.ends}", 1.0
    yield f"<>{before.next_to}{behind.next_to}", 0.7


@lru_cache(maxsize=512)
def _side(text: str, mark: str) -> Side:
    """What stands next to a list, near it, and further off."""
    text = plain(text)
    if mark == "<":
        next_to, two, near, far = text[-1:] or "^", text[-2:], text[-NEAR:], text[-FAR:]
    else:
        next_to, two, near, far = text[:1] or "$", text[:2], text[:NEAR], text[:FAR]
    return Side(
        next_to,
        (
            [(f"{mark}1{next_to}", 1.0), (f"{mark}2{two}", 1.0)],
            [(one, 0.7) for one in pieces(near, 2 * mark, (1, 2, 3), "¶")],
            [(one, 0.3) for one in pieces(far, mark, (2,), "¶")],
        ),
    )


def _filled(same: str, start: int, end: int) -> bool:
    """Whether it is the head of a table that stands there with its rows."""
    cells = len(_CELL.findall(same, start, end))
    if not cells:
        return False
    below = same[end : end + 200].partition("\n")[2].partition("\n")[0]
    return len(_CELL.findall(below.strip(" |"))) >= cells
