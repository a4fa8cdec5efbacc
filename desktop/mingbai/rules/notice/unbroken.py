"""A notice whose lines were broken off within a sentence, read as if they had not been."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mingbai.domain.pattern import pattern

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Whole:
    """A text with its broken lines joined, and where each of its signs stood before."""

    text: str
    places: tuple[int, ...] | None = None
    """None where no sign was left out."""

    def stood(self, start: int, end: int) -> Span:
        """The place in the text as it was pasted."""
        if self.places is None or start >= end:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def without(self, start: int, end: int) -> str:
        """The text with blanks for what stood there as it was pasted."""
        places = self.places or range(len(self.text))
        return "".join(" " if start <= at < end else sign for sign, at in zip(self.text, places, strict=True))


_BREAK = pattern(r"(?<![ \t])[ \t]*\n[ \t]*(?=\S)")
_HEAD, _TAIL = 24, 14
"""So many signs before and after a break say whether it is within a sentence."""

_IN_A_DAY = pattern(
    r"[\d〇零一二三四五六七八九十]\n(?:[月日号年天]|[点时](?!间)|个?工作日|[:：]\d)|(?:[\d一二三四五六七八九十本下当次]月|年)\n(?:\d|[底末]|最后|[一二三四五六七八九十]{1,3}[日号])"
    r"|(?:周|星期|礼拜)\n[一二三四五六日天]|[本下这每明今后]\n(?:周|星期|月|天|年)|[上下中]\n午|工作\n日|星\n期|(?<!:\d)\d\n\d*[月日号点]"
)
_CANNOT_END = pattern(
    r"(?:(?:[请于在把将和及与至或并由各、]|以及|按照)\n|[a-z,]\n[a-z]|\b(?:by|to|the|of|an?|and|on|for|with)\n|\b\d+\n(?:[A-Z][a-z]{2,8}\b|days|working))"
)
_CANNOT_BEGIN = pattern(r"\n(?:[，,、。；;）)】》」”]|之[前内后]|以[前内]|前[，,。报交把将完])")
_IN_BRACKETS = pattern(
    "[（(【《「“](?P<begun>[^（(【《「“）)】》」”\n、，,；;：:]{1,10})\n(?P<rest>[^（(【《「“\n、，,；;：:]{0,10})[）)】》」”]"
)
_ENDS = pattern(
    "[。；;！!？?：:…~～.]\n|(?:通知|函|通报|公告|通告|提示|方案|意见|提醒|倡议书|请示|批复|决定)[】\\]]?\n"
)
_BEGINS = pattern(
    r"\n(?:\d+[.、．)）](?!\d)|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]+[)）]|[①-⑩]|第[一二三四五六七八九十]+[，,]|[-*•·●▪◆■#>|@【\[]|附件|抄送|各[^，。\n]{0,12}[：:]|[^\s，,。；;：:]{1,6}[：:])"
)
_SHORT = 6
"""Two lines as short as this are more likely a list."""
_ENDING = 2
"""So many lines at the end may be a signature and its day."""
_FULL = 14
"""A line shorter than this was not broken because it was full."""
_SIGNS = pattern(
    r"[^，,。；;]{0,20}(?:[局办委部站所院队会]|中心|政府|办公室|街道|大队|学校|公司|社区)|[\d〇零一二三四五六七八九十年月日./\s-]{4,16}"
)


def unbroken(text: str) -> Whole:
    """The text with the breaks taken out that stand within a sentence."""
    breaks = list(_BREAK.finditer(text))
    sure = [_within_a_sentence(text, found.start(), found.end()) for found in breaks]
    lines = [0, *(found.end() for found in breaks), len(text) + 1]
    if not (any(sure) or _are_full(text, breaks, lines)):
        return Whole(text)
    last = len(text.rstrip())
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for number, found in enumerate(breaks):
        kept.append(text[at : found.start()])
        places += range(at, found.start())
        at = found.end()
        before, after = text[lines[number] : found.start()], text[at : max(at, lines[number + 2] - 1)].strip()
        signed = number + _ENDING >= len(breaks) and _SIGNS.fullmatch(after) is not None
        if sure[number] or (not signed and _may_go_on(before, after)):
            if before[-1:].isascii() and text[at].isascii() and (before[-1:].isalpha() or text[at].isalpha()):
                kept.append(" ")
                places.append(found.start())
        else:
            kept.append("\n")
            places.append(text.index("\n", found.start()))
    kept.append(text[at:last])
    places += range(at, last)
    return Whole("".join(kept), tuple(places))


def _are_full(text: str, breaks: list[re.Match[str]], lines: list[int]) -> bool:
    """Whether most lines are as long as the longest and may go on: a margin broke them."""
    long = [found.start() - begins for found, begins in zip(breaks, lines, strict=False)]
    width = max(long, default=0)
    if width < _FULL:
        return False
    full = [
        width - 1 <= length
        and _may_go_on(text[begins : begins + length], text[found.end() : found.end() + _TAIL])
        for length, begins, found in zip(long, lines, breaks, strict=False)
    ]
    return sum(full) > 1 and 2 * sum(full) >= len(breaks)


def _within_a_sentence(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - _HEAD) : start].rpartition("\n")[2]
    around = f"{left}\n{text[end : end + _TAIL].partition(chr(10))[0]}"
    at = len(left)
    return any(
        found.start() <= at < found.end()
        for form in (_IN_A_DAY, _CANNOT_END, _CANNOT_BEGIN, _IN_BRACKETS)
        for found in form.finditer(around)
    )


def _may_go_on(before: str, after: str) -> bool:
    if len(before) <= _SHORT and len(after) <= _SHORT:
        return False
    around = f"{before[-_HEAD:]}\n{after[:_TAIL]}"
    return _ENDS.search(around) is None and _BEGINS.search(around) is None and not re.match("[A-Z]", after)
