"""Chinese words typed in one: 明天应急局会议, 综治中心报表, 每周五民政局报表.

A word is divided only where it is wholly made of a day or a rhythm, a unit and a kind (of a paper also before it), at least two of them:
what else is in it makes it a name or a sentence (周三例会纪要, 明天的会议材料). A unit must be called as a body is:
教育 and 消防 mean units as well, and 教育培训 and 消防检查 are what they are everywhere. Without a unit the day must
be one that does not come back: 周三例会 and 月底报表 are names of things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.domain.calendar_names import WEEK_ZH
from mingbai.domain.pattern import pattern
from mingbai.domain.task import TaskKind
from mingbai.rules.day_words import BESIDE_ZH, DAY_ZH, HALF_OF_DAY, TIME_ZH
from mingbai.rules.days_meant_zh import day_of
from mingbai.rules.quick.kinds import kind_of
from mingbai.rules.quick.line import HAN, Line
from mingbai.rules.quick.names import Vocabulary
from mingbai.rules.quick.rhythms import EVERY_ZH

LONGEST = 30
"""A word of more signs is a sentence."""
_WORD = pattern(r"[^\s,，;；、。!！?？|@＠]+")
_DAY = pattern(
    rf"(?P<day>{DAY_ZH}){BESIDE_ZH}{TIME_ZH}(?:{HALF_OF_DAY})?(?:下班)?(?P<until>(?:之前|以前|前))?"
)
_COMES_BACK = pattern(rf"{WEEK_ZH}|.*[底末]$")
"""Friday, the end of the month: of such a day each week and each month has one."""
_BODY = pattern("(?:[局办委部所站会联院队社处府]|中心|公司|街道|部门|热线|[镇乡]|办公厅)$")


def joints(text: str, words: Vocabulary, today: date) -> frozenset[int]:
    """Where such words meet in a line."""
    if HAN.search(text) is None:
        return frozenset()
    same = Line(text).same
    found = [word for word in _WORD.finditer(same) if word.end() - word.start() <= LONGEST]
    asked = any(word[0] in words.units.meant for word in found)
    return frozenset(at for word in found for at in _cuts(word[0], word.start(), words, today, asked=asked))


def _cuts(word: str, start: int, words: Vocabulary, today: date, *, asked: bool) -> Iterator[int]:
    """Where the parts of a word meet; `asked` where a unit stands beside it."""
    when = _when(word, today)
    rest = word[when.end :]
    cut = _two_or_one(rest, words)
    if cut is None:
        return
    # Without a unit, also beside it, 明天派人 and 后天检查 tell what one does oneself.
    called = when.once and (asked or _kind(rest) in _CALLED)
    if cut < len(rest) or (when.end and (called or _is_unit(rest, words))):
        yield from (start + when.end, start + when.end + cut)


@dataclass(frozen=True, slots=True)
class _When:
    """Where the day or the rhythm ends that a word begins with, and whether no other day is called so."""

    end: int = 0
    once: bool = False


def _when(word: str, today: date) -> _When:
    if (often := EVERY_ZH.match(word)) is not None:
        return _When(often.end())
    day = _DAY.match(word)
    if day is None or not _lies_ahead(day["day"], today):
        return _When()
    return _When(day.end(), bool(day["until"]) or _COMES_BACK.match(day["day"]) is None)


def _lies_ahead(said: str, today: date) -> bool:
    day = day_of(said, today)
    return day is not None and day >= today


def _two_or_one(rest: str, words: Vocabulary) -> int | None:
    """Where unit and kind meet of which a rest wholly consists; its end where one of them is alone."""
    if _is_unit(rest, words) or _kind(rest) is not None:
        return len(rest)
    for cut in range(len(rest) - 2, 1, -1):
        one, other = rest[:cut], rest[cut:]
        if _is_unit(one, words) and _kind(other) is not None:
            return cut
        # 检查派出所 is done to it; a paper is handed in to it.
        if _kind(one) in _PAPERS and _is_unit(other, words):
            return cut
    return None


_PAPERS = (TaskKind.FORM, TaskKind.REPORT, TaskKind.DATA, TaskKind.LOG_BOOK)
_CALLED = (*_PAPERS, TaskKind.PLEDGE, TaskKind.MEETING, TaskKind.TRAINING)


def _is_unit(word: str, words: Vocabulary) -> bool:
    return word in words.units.meant and _BODY.search(word) is not None


def _kind(word: str) -> TaskKind | None:
    return kind_of(word) if len(word) > 1 else None
