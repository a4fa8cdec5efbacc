"""Chinese words typed in one: 明天应急局会议, 综治中心报表, 周五前报表财政局惠农资金.

A word is divided where it is wholly made of days or rhythms, units and kinds, at least two of them, or where the line
begins with such a chain that has a unit in it: then any text may follow. What else is in a word makes it a name or a
sentence (周三例会纪要, 明天的会议材料). A unit must be called as a body is: 教育 and 消防 mean units as well, and 教育培训 and
消防检查 are what they are everywhere. Without a unit the day must be one that does not come back: 周三例会 and 月底报表
are names of things. What follows a chain must stand on its own: 财政局对面, 农业农村局长 and 会议室 are other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mingbai.domain.calendar_names import WEEK_ZH
from mingbai.domain.pattern import pattern
from mingbai.domain.task import TaskKind
from mingbai.rules.day_words import BESIDE_ZH, DAY_ZH, HALF_OF_DAY, TIME_ZH, WITHIN_ZH
from mingbai.rules.days_meant_zh import day_of
from mingbai.rules.quick.days import NO_FRONT, NO_RIGHT
from mingbai.rules.quick.deeds import ends_done
from mingbai.rules.quick.goes_on import goes_on_kind, goes_on_unit
from mingbai.rules.quick.kinds import kind_of
from mingbai.rules.quick.line import HAN, Line
from mingbai.rules.quick.lunar_days import LUNAR_ZH, lunar_said
from mingbai.rules.quick.names import Vocabulary
from mingbai.rules.quick.rhythms import EVERY_ZH

_WORD = pattern(r"(?<![@＠])[^\s,，;；、。!！?？|@＠]+")
_DAY = pattern(
    rf"(?:(?P<within>{WITHIN_ZH})|(?P<day>{LUNAR_ZH}|{DAY_ZH}){BESIDE_ZH}{TIME_ZH}(?:{HALF_OF_DAY})?(?:下班)?"
    rf"(?P<until>(?:之前|以前|前{NO_FRONT}))?)"
)
_NAME_OF_KIND = pattern("[\u4e00-\u9fff]{2,6}")
_COMES_BACK = pattern(rf"{WEEK_ZH}|.*[底末]$")
"""Friday, the end of the month: of such a day each week and each month has one."""
_BODY = pattern("(?:[局办委部所站会联院队社处府]|中心|公司|街道|部门|热线|[镇乡]|办公厅|人大|[政科]协|疾控)$")
_OWNER = "@"
_LETTERS = pattern(r"[a-z]{3,8}(?![\w@.-])|[a-z]{3,8}(?=[\u4e00-\u9fff])")
_DONE = pattern(
    "(?:查|摸底|考[核评察]|调研|督导|暗访|验收|接待|陪同|参观|观摩|学习|培训|授课|轮训|宣传|报道|执法|[抽借]调|通报|测评|评比"
    "|创建|示范|填报|填表|盖章|挂牌)$"
)
"""Deeds as much as kinds: a unit behind one, where no day is said, is whom it is done to (检查派出所)."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a word by the field that it would be."""

    field: str
    said: str
    end: int
    once: bool = False
    """Of a day whether no other one is called so."""
    until: bool = False
    """Of a day whether it is said to be the last one, or of a rhythm."""


def joints(text: str, words: Vocabulary, today: date) -> frozenset[int]:
    """Where such words meet in a line."""
    if HAN.search(text) is None:
        return frozenset()
    same = Line(text).same
    found = [*_WORD.finditer(same)]
    asked = any(word[0] in words.units.meant for word in found)
    limited = _OWNER in same or any(day["until"] or day["within"] for day in _DAY.finditer(same))
    cuts: set[int] = set()
    opens, before = True, list[_Piece]()
    for word in found:
        chain = [*_pieces(word[0], words, today)]
        whole = bool(chain) and chain[-1].end == len(word[0])
        if whole:
            sure = _is_whole(chain, before, asked=asked)
        else:
            sure = opens and _opens(word[0], chain, before, words, limited=limited)
        if sure:
            cuts.update(word.start() + piece.end for piece in chain)
        opens = opens and whole
        before += chain if whole else ()
    return frozenset(cuts)


def _is_whole(chain: list[_Piece], before: list[_Piece], *, asked: bool) -> bool:
    """Whether a word that is wholly made of parts says them; `asked` where a unit stands beside it."""
    if len(chain) < 2:
        return False
    if _of(chain, "department") is not None:
        return _is_in_order(chain, before)
    # Without a unit, also beside it, 明天派人 and 后天检查 tell what one does oneself.
    day, kind = chain[0], chain[-1]
    return day.once and (asked or kind_of(kind.said) in _CALLED)


def _opens(word: str, chain: list[_Piece], before: list[_Piece], words: Vocabulary, *, limited: bool) -> bool:
    """Whether a chain at the beginning of a line says its parts, and the rest of its word stands on its own.

    Without a day, or without a kind and a limit, it may be the beginning of a sentence (财政局数据对不上, 周五供电公司抄表):
    there the line must be `limited` elsewhere or name an owner, tell the unit by its initials, or end with what was
    brought about.
    """
    known = [*before, *chain]
    unit, kind, day = _of(chain, "department"), _of(known, "kind"), _of(known, "due")
    if unit is None or (kind is None and day is None):
        return False
    # 街道 and 医院 are no names of a single one: 明天街道清扫.
    if len(unit.said) == 2 and _of(chain, "kind") is None:
        return False
    last = chain[-1]
    initials = not HAN.match(unit.said)
    in_parts = limited or initials or (day is not None and (kind is not None or ends_done(word, last.end)))
    match last.field:
        case "department":
            asks = kind is not None
            apart = not goes_on_unit(word, last.end, asks=asks) and _unit(word, last.end, words) is None
        case "kind":
            apart = not goes_on_kind(word, last.end)
        case _:
            apart = last.until
    return in_parts and apart and _is_in_order(chain, before)


def _is_in_order(chain: list[_Piece], before: list[_Piece]) -> bool:
    """Whether no unit is merely what something is done to."""
    if _of([*before, *chain], "due") is not None:
        return True
    return not any(two.field == "department" and _DONE.search(one.said) for one, two in pairwise(chain))


def _of(chain: list[_Piece], field: str) -> _Piece | None:
    return next((piece for piece in chain if piece.field == field), None)


def _pieces(word: str, words: Vocabulary, today: date) -> Iterator[_Piece]:
    """The parts with which a word begins, each field once; of what begins alike the longest."""
    at, fields = 0, set[str]()
    while at < len(word):
        found = [_day(word, at, today), _kind(word, at), _unit(word, at, words)]
        piece = max((one for one in found if one is not None), key=lambda one: one.end, default=None)
        if piece is None or piece.field in fields:
            return
        yield piece
        at = piece.end
        fields.add(piece.field)


def _day(word: str, at: int, today: date) -> _Piece | None:
    if (often := EVERY_ZH.match(word, at)) is not None:
        return _Piece("due", often[0], often.end(), until=True)
    day = _DAY.match(word, at)
    if day is None or NO_RIGHT.match(word, day.end()) is not None:
        return None
    if day["within"]:
        return _Piece("due", day[0], day.end(), once=True, until=True)
    if not _lies_ahead(day["day"], today):
        return None
    until = bool(day["until"])
    return _Piece("due", day[0], day.end(), once=until or _COMES_BACK.match(day["day"]) is None, until=until)


def _lies_ahead(said: str, today: date) -> bool:
    lunar = lunar_said(said, today)
    day = lunar[0] if lunar is not None else day_of(said, today)
    return day is not None and day >= today


def _kind(word: str, at: int) -> _Piece | None:
    found = _NAME_OF_KIND.match(word, at)
    ends = range(found.end(), at + 1, -1) if found is not None else ()
    return next(
        (_Piece("kind", word[at:end], end) for end in ends if kind_of(word[at:end]) is not None), None
    )


def _unit(word: str, at: int, words: Vocabulary) -> _Piece | None:
    """A unit that is called as a body is, or by its initials."""
    found = words.units.han.match(word, at)
    if found is not None and _BODY.search(found[0]) is not None:
        return _Piece("department", found[0], found.end())
    letters = _LETTERS.match(word, at)
    if letters is not None and words.units.spelled(letters[0]) is not None:
        return _Piece("department", letters[0], letters.end())
    return None


_CALLED = (
    *(TaskKind.FORM, TaskKind.REPORT, TaskKind.DATA, TaskKind.LOG_BOOK),
    *(TaskKind.PLEDGE, TaskKind.MEETING, TaskKind.TRAINING),
)
