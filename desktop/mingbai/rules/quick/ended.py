"""Words of a typed line that say how it ended: 不给开, 已办结, solved and told the resident."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar, cast

from mingbai.domain.certificate import Outcome
from mingbai.domain.choice import Choice
from mingbai.domain.issue import Solved
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.quick.line import Line
from mingbai.rules.quick.words import names_of

C = TypeVar("C", bound=Choice)

_OUTCOMES = {
    Outcome.DECLINED: "不开|不给开|没开|未开|拒绝|不能开|开不了|refused|turned down|not issued",
    Outcome.STAMPED: "已开|开了|已开具|已盖章|盖章|盖了章|issued|signed",
    Outcome.UNDERTAKING: "承诺|承诺书|undertaking",
    Outcome.REFERRED: "已转介|转办|referred|passed on",
    Outcome.DELIBERATED: "研究|deliberated",
}
_SOLVED = {
    Solved.SOLVED: "已处理|已?处理好了?|处理了|已?处理完毕?|已修复|已?修好了?|已办结|已?办好了|搞定|done|fixed|repaired|resolved|closed",
    Solved.PARTLY: "解决一部分|partly",
    Solved.PLANNED: "已列入计划|planned",
    Solved.EXPLAINED: "已解释|已说明|解释了|explained",
    Solved.CANNOT: "解决不了|不能解决|cannot solve",
}


_ON_THE_DAY = pattern(
    r"^(?:already|(?:今[天日]?(?:[上下中]午|早上?|晚上?)|今[天日]|刚刚?|当场|上午|下午)(?=[已处修办解]))\s*|\s+(?:this\s+(?:morning|afternoon|evening)|today|just\s+now|already|on\s+the\s+spot)$"
)
"""When it ended, as far as that was today."""


def _said(word: str, kind: type[C], more: dict[C, str]) -> C | None:
    known = cast("Mapping[str, C]", names_of(kind))
    said = fold(word).strip().rstrip("了")
    if said in known:
        return known[said]
    full = _ON_THE_DAY.sub("", fold(word).strip())
    if full in known:
        return known[full]
    return next((member for member, words in more.items() if re.fullmatch(words, full)), None)


def take_outcome(line: Line) -> None:
    """How a certificate request ended."""
    _take_said(line, "outcome", Outcome, _OUTCOMES)


def take_solved(line: Line) -> None:
    """What came of an issue."""
    _take_said(line, "solved", Solved, _SOLVED)


_WHOM_TOLD = "(?:给|到)?(?:了)?(?:居民|群众|诉求人|反映人|来电人|当事人|对方|本人|住户|业主)?"
_RESIDENT_EN = r"(?:(?:the\s+)?(?:resident|caller|owner|tenant|neighbou?r)|him|her|them)"
_TOLD = pattern(
    rf"(?:[并且,、\s]|已经?|及时|当场|同时|电话|上门)*(?:告知|回访|回复|答复|反馈|告诉|转告|通知){_WHOM_TOLD}了?"
    rf"|(?:and\s+|,\s*)*(?:the\s+)?(?:told|informed|notified|called\s+back|phoned\s+back)(?:\s+{_RESIDENT_EN})?"
    rf"|(?:and\s+|,\s*)*{_RESIDENT_EN}\s+(?:(?:was|were|is|has\s+been|have\s+been)\s+)?(?:told|informed|notified|called\s+back)"
)
"""Says that whoever asked knows how it ended."""
_STILL_OPEN = pattern(
    r"(?:还|尚|暂|仍)?(?:未|没有?|未能)(?:得到|完全|彻底)?(?:解决|处理|修好|办结|办好|处理好|处理完)"
    r"|(?:still\s+|but\s+)?not\s+(?:yet\s+)?(?:solved|fixed|resolved|done|closed|repaired)(?:\s+yet)?|(?:still\s+)?(?:unsolved|unresolved)"
)
"""Says that it did not end."""


def take_still_open(line: Line, today: date) -> None:
    """未解决，已告知; told them, not solved: it stays open, the resident knows of it, and neither is what it is about."""
    for start, end in line.segments():
        if _STILL_OPEN.fullmatch(line.same[start:end]) is None:
            continue
        line.drop(start, end)
        for left, right in line.segments():
            if _TOLD.fullmatch(line.same[left:right]) and line.take(
                "told_on", today.isoformat(), left, right
            ):
                return
        return


def take_solved_and_told(line: Line, today: date) -> None:
    """What came of an issue and that the resident knows of it: 已解决并告知, 已办结已回访, solved and told the resident.

    Told alone says nothing of how it ended, and may be what is asked for.
    """
    ended = (line.value("due") or "")[: len("2026-11-27")]
    day = ended if ended and ended <= today.isoformat() else today.isoformat()
    for start, end in line.segments():
        for solved, told in _solved_and_told(line.same[start:end]):
            if line.take("solved", solved.code, start, start + told):
                line.take("told_on", day, start + told, end)
                return
    if line.value("solved") is None:
        return
    for start, end in line.segments():
        if _TOLD.fullmatch(line.same[start:end]) and line.take("told_on", day, start, end):
            return


_TOLD_BEGINS = pattern(r"(?<=.)(?=[并且已及当告回反转电上]|\s+and\s+)")


def _solved_and_told(said: str) -> Iterator[tuple[Solved, int]]:
    """What came of it, and where the words begin that the resident knows: of 已解决并告知, solved and told him."""
    for found in _TOLD_BEGINS.finditer(said):
        if not _TOLD.fullmatch(said[found.start() :].strip()):
            continue
        solved = solved_said(said[: found.start()].strip())
        if solved is not None:
            yield solved, found.start()


_TELLING = pattern("[回答]复|回访|告[知诉]|转告|反馈|通知|told|informed|notified|called|phoned")
_LAST_WORDS = 40
"""Who writes what came of it at the end of a text does so in fewer letters."""
_CLAUSE = pattern(r"[,，。;；:：.!！\n]\s*|\s+(?=已)")
_SAYS_SO = pattern(r"(?:说|称|表示|回复|答复|反馈|says?|said|told\s+us)$")
"""Somebody else says that it ended."""
_DONE = pattern(r"已|了|(?:ed|told|done)\b")
"""Without it either half may be what is asked for: 修好告知居民, 处理好了回复."""


def solved_and_told_at_end(text: str) -> Solved | None:
    """What came of it, where a text ends by saying that and that the resident knows: …，已解决已告知; …, fixed and told.

    One of both alone, what is planned, what may be a wish, and what somebody is reported to say tells no end.
    """
    text = text.rstrip(" 。.!！\n")
    same = fold(text[-_LAST_WORDS:])
    if _TELLING.search(same) is None:
        return None
    cuts = [(cut.start(), cut.end()) for cut in _CLAUSE.finditer(same)]
    for end, begin in [(0, 0), *cuts] if len(text) <= _LAST_WORDS else cuts:
        solved = _solved_and_told_whole(same[begin:])
        if solved is not None and not _SAYS_SO.search(same[:end].rstrip()):
            return solved
    return None


def _solved_and_told_whole(said: str) -> Solved | None:
    """What nothing but these words says came of it: 已解决已告知, or in two clauses 已解决，已告知."""
    ended, *rest = _CLAUSE.split(said)
    if not rest:
        solved, cut = next(_solved_and_told(ended), (None, 0))
        ended, told = ended[:cut], ended[cut:]
    else:
        told = rest[0]
        solved = solved_said(ended) if len(rest) == 1 and _TOLD.fullmatch(told) else None
    return solved if solved is not Solved.PLANNED and _are_done(ended, told) else None


def _are_done(ended: str, told: str) -> bool:
    """Whether both are told as done; 已 stands for what 并 joins to it as well: 已解决并告知."""
    joined = "已" in ended and told.startswith(("并", "且"))
    return bool(_DONE.search(ended)) and (joined or bool(_DONE.search(told)))


def solved_said(word: str) -> Solved | None:
    """What a word says came of an issue."""
    return _said(word, Solved, _SOLVED)


def _take_said(line: Line, name: str, kind: type[C], more: dict[C, str]) -> None:
    for start, end in line.segments():
        if (member := _said(line.text[start:end], kind, more)) is not None:
            line.take(name, member.code, start, end)
            return
