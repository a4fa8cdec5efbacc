"""A typed line while it is read: what is taken already, and what stands alone beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean
from mingbai.rules.said_days import same_signs

HAN = pattern("[\u3007\u3400-\u4dbf\u4e00-\u9fff]")
SEPARATORS = frozenset(",，;；:：、。!！?？|()（）")

KEPT = 8
"""So many lines are remembered while one is read: it, and what it would be with other words for its day."""

ROOM = "+register"
"""The part of a line that says into which register it goes; no field is called so."""

SAID_ALONG = {"asks": "kind", "due_day": "period", "starts_on": "ends_on"}
"""Fields that are read from the words of another one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A field read from the line: its value as a draft takes it, and the words it was read from."""

    name: str
    value: str
    start: int
    end: int
    stays: bool = False
    """Its words belong to the title as well."""
    unknown: bool = False
    """A person whom no list holds."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it was typed, before anything is read from it."""

    text: str
    plain: frozenset[str] = frozenset()
    joints: frozenset[int] = frozenset()

    def line(self) -> Line:
        """The line, to be read from its beginning."""
        return Line(self.text, self.plain, self.joints)


class Line:
    """One line of text with the parts read from it so far.

    Chinese words are divided by spaces, so a word between spaces stands alone. English ones are not: there a
    word stands alone between an end of the line, a comma or a part that is read already.
    """

    def __init__(
        self, text: str, plain: frozenset[str] = frozenset(), joints: frozenset[int] = frozenset()
    ) -> None:
        """`plain` are words of which a person said that they only belong to the title.

        At `joints` words meet as at a space: 民政局报表.
        """
        self.text = text
        self.same = _same(text)
        self.parts: list[Part] = []
        self.dropped: list[tuple[int, int]] = []
        self._plain = tuple(map(str.lower, plain))
        self._joints = joints
        self._segments: tuple[list[tuple[int, int]] | None, list[tuple[int, int]]] = (None, [])

    def take(
        self, name: str, value: str, start: int, end: int, *, stays: bool = False, unknown: bool = False
    ) -> bool:
        """Reads a field from a span, unless the field or the span is taken or a person said otherwise.

        What `stays` is told by the words of the title, and they remain in it.
        """
        words = self.text[start:end].lower()
        if self.value(name) is not None or any(words in plain for plain in self._plain):
            return False
        if not self.free(start, end) and not self._said_along(name, start, end):
            return False
        self.parts.append(Part(name, value, start, end, stays, unknown))
        return True

    def _said_along(self, name: str, start: int, end: int) -> bool:
        """Whether a span says one thing more by the same words: 照片, 每月5日前."""
        return any(
            (part.start, part.end) == (start, end) and SAID_ALONG.get(name) == part.name
            for part in self.parts
        )

    def drop(self, start: int, end: int) -> None:
        """Leaves words out of the title that only join a part to the rest (要求, to)."""
        self.dropped.append((start, end))

    def value(self, name: str) -> str | None:
        """The value of a field, if it was read."""
        return next((part.value for part in self.parts if part.name == name), None)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing was read from any sign of a span."""
        return all(part.end <= start or end <= part.start for part in self.parts)

    def begins(self, start: int, end: int) -> bool:
        """Whether a span stands at the beginning of something."""
        return self._edge(self._left_of(start), self.text[start:end])

    def ends(self, start: int, end: int) -> bool:
        """Whether a span stands at the end of something."""
        return self._edge(self._right_of(end), self.text[start:end])

    def alone(self, start: int, end: int) -> bool:
        """Whether a span stands alone."""
        return self.begins(start, end) and self.ends(start, end)

    def last(self, end: int) -> bool:
        """Whether no plain words follow: the line's end, a comma or a part."""
        sign, _ = self._right_of(end)
        return sign in SEPARATORS or not sign

    def first(self, start: int) -> bool:
        """Whether no plain words stand before: the line's beginning, a comma or a part."""
        sign, _ = self._left_of(start)
        return sign in SEPARATORS or not sign

    def after_part(self, start: int) -> bool:
        """Whether a part stands directly before, spaces aside."""
        at = len(self.text[:start].rstrip())
        return any(part.end == at for part in self.parts)

    def before_part(self, end: int, name: str = "") -> bool:
        """Whether a part follows directly, spaces aside; with `name` that of a field."""
        at = len(self.text) - len(self.text[end:].lstrip())
        return any(part.start == at and name in ("", part.name) for part in self.parts)

    def segments(self) -> Iterator[tuple[int, int]]:
        """The spans between separators and parts, without spaces around them; Chinese words one by one."""
        gone = [*((part.start, part.end) for part in self.parts), *self.dropped]
        if self._segments[0] != gone:
            self._segments = gone, self._segments_without(gone)
        return iter(self._segments[1])

    def _segments_without(self, gone: list[tuple[int, int]]) -> list[tuple[int, int]]:
        left = bytearray(_joined(self.text))
        for start, end in gone:
            left[start:end] = bytes(end - start)
        spans = (found.span() for found in re.finditer(b"\x01+", left))
        words = (word for span in spans for word in self._divided(*span))
        trimmed = ((start, self.text[start:end]) for start, end in words)
        return [
            (start + len(found) - len(found.lstrip()), start + len(found.rstrip()))
            for start, found in trimmed
            if found.strip()
        ]

    def _divided(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A span, divided where words meet in it."""
        cuts = [start, *sorted(at for at in self._joints if start < at < end), end]
        return pairwise(cuts)

    def title(self) -> str:
        """What was not read, tidied."""
        kept = [" " if sign.isspace() else sign for sign in self.text]
        gone = [(part.start - self._joint(part), part.end) for part in self.parts if not part.stays]
        for start, end in [*gone, *self.dropped, *self._without_verb()]:
            # Within a Chinese sentence nothing parts what stood on either side.
            joins = HAN.match(self.text[start - 1 : start]) and HAN.match(self.text[end : end + 1])
            kept[start:end] = ["" if joins else " ", *[""] * (end - start - 1)] if end > start else []
        text = re.sub(r"[（(]\s*[)）]", " ", "".join(kept))
        text = re.sub(r"\s+", " ", text).strip()
        text = re.sub(r"\s*([，,；;、。])(?:\s*[，,；;、。])+", r"\1", text)
        text = re.sub(r"\s+(?=[，,；;、。：:])", "", text)
        text = re.sub(r"[，,；;、]+([：:])|([：:])[，,；;、]+", r"\1\2", text)
        while (tidy := _LOOSE.sub("", text).strip()) != text:
            text = tidy
        return clean(text)

    def _without_verb(self) -> Iterator[tuple[int, int]]:
        """把 whose verb was left out says nothing either: 把名单报民政局."""
        for start, _ in self.dropped:
            found = _TAKES.search(self.text[:start])
            if found is not None and self.begins(*found.span()):
                yield found.span("takes")

    def _joint(self, part: Part) -> int:
        """How many signs before a part only join it to the rest: by the, at, 由."""
        if part.name in NOT_JOINED:
            return 0
        found = _JOINT.search(self.text[: part.start])
        return len(found[0]) if found is not None and self.free(*found.span()) else 0

    def _left_of(self, start: int) -> tuple[str, bool]:
        """The sign before a span, "" at an edge, and whether there is a space between."""
        at = start
        while at and self.text[at - 1].isspace():
            at -= 1
        edge = (
            not at
            or at in self._joints
            or any(part.end == at for part in self.parts)
            or self._dropped_end(at)
        )
        return ("" if edge else self.text[at - 1]), at < start

    def _right_of(self, end: int) -> tuple[str, bool]:
        at = end
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        edge = at == len(self.text) or at in self._joints or any(part.start == at for part in self.parts)
        return ("" if edge else self.text[at]), at > end

    def _dropped_end(self, at: int) -> bool:
        return any(end == at for _, end in self.dropped)

    def _edge(self, beside: tuple[str, bool], span: str) -> bool:
        sign, spaced = beside
        if not sign or sign in SEPARATORS:
            return True
        return spaced and bool(HAN.match(sign) or HAN.search(span))


# A line is read anew for each register that it may belong to, and so are its signs.
@lru_cache(maxsize=KEPT)
def _same(text: str) -> str:
    """A text folded sign for sign, so that what is found in one stands at the same place in the other."""
    same = same_signs(text)
    return _DOT_OF_DAY.sub(".", same) if "。" in same else same


@lru_cache(maxsize=KEPT)
def _joined(text: str) -> bytes:
    """For each sign of a text, whether it divides nothing."""
    return bytes(not _divides(text, at) for at in range(len(text)))


def _divides(text: str, at: int) -> bool:
    sign = text[at]
    if sign in ":：" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
        # The sign within an hour.
        return False
    if sign == "。" and _same(text)[at] == ".":
        return False
    if sign in SEPARATORS:
        return True
    if not sign.isspace():
        return False
    before, after = text[:at].rstrip()[-1:], text[at:].lstrip()[:1]
    return bool(HAN.match(before) or HAN.match(after))


NOT_JOINED = frozenset(("kind", "asks", "solved", "outcome", "state", "minutes", "period", "due_day", ROOM))
"""What no preposition stands before that belongs to it alone: reply to form 3."""
_JOINT = pattern(
    r"(?<![\w'’-])(?:at|by|from|to|for|with|of|in|on)(?:\s+(?:the|our|their))?\s+$|(?:^|(?<=[\s,，;；。]))[由向给在于从自]\s*$",
    re.IGNORECASE,
)
_DOT_OF_DAY = pattern(r"(?<=\d)(?<![\d.]\d\d)(?<!\.\d)。(?=\d{1,2}(?:[之以]?前|[\s,，;；@]|$))")
"""The full stop of a Chinese keyboard within a day: 11。30前."""
_TAKES = pattern(r"(?P<takes>把)[^\s,，;；。]+(?<![齐完好清掉])$")
_LOOSE = pattern(
    r"^[\s，,；;、。：:.\-—]+|[\s，,；;、：:\-—]+$|(?<=\S)\s+(?:to|from|for|by|due|at|in)$|^(?:from|to)\s+|[。.]$",
    re.IGNORECASE,
)
