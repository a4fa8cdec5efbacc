"""Plaques: a studio, demonstration or contact point, rules on a wall, or hung again after it was taken down.

What the place's list of plaques says of a name goes before all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.allowed_plaque import AllowedPlaque, Standing
from mingbai.domain.filter import filled
from mingbai.domain.rule import Family
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.rules.asks import asks_of
from mingbai.rules.flags.matter import PLAQUE, TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.plaque_list import asked_by_name, cited, named_by, without_allowed
from mingbai.rules.flags.sameness import core
from mingbai.rules.flags.saying import quoted, same, suggestion

NOT_TO_HANG = Words("这类牌子不应悬挂", "A plaque of this kind is not to be hung")
TO_MERGE = Words("这类牌子应合并", "A plaque of this kind is to be merged")
AGAIN = Words("摘下的牌子又挂上", "A plaque that was taken down is hung again")
REMOVED, MERGED, TO_REMOVE, REHUNG = "removed", "merged", "to_remove", "rehung"
UNWANTED_KINDS = frozenset({"studio", "demonstration", "rules"})

_POINT = re.compile(
    r"工作室|示范(?:点|站|户|基地|村|社区|岗|街|单位|窗口|楼|小区)|联系点|联络点|挂钩点|挂点|挂包点|观测点|试点|实践点|教学点|样板点|样板间|帮扶点|基层点|立法点"
    r"|\bstudios?\b|\bdemonstration\b|\bcontact points?\b|\bmodel (?:point|site|community|village|unit|base)|\bliaison points?\b|\bpilot (?:site|point)s?\b|\bshowcase\b"
)
_WALLS = re.compile(
    r"(?:制度|职责|架构|组织机构|流程|名单|公约|守则|规定|分工|人员).{0,10}(?:上墙|牌|板|展板)|制度牌|职责牌|架构图"
    r"|\b(?:rules?|duties|duty|responsibilit(?:y|ies)|organi[sz]ation charts?|charts?|systems?|name lists?|regulations|workflow|job descriptions?)\b.{0,30}(?:\bwalls?\b|\bboards?\b|\bplaques?\b)|\brules board\b|\bwall boards?\b"
)
_NOTICE = re.compile(
    r"警示|须知|公示|提示|温馨|安全出口|消防通道|疏散|便民电话|服务指南|导览|指示|无障碍|卫生间"
    r"|\b(?:warning|notice|notices|exit|caution|guide|hours|toilet|directions?)\b"
)


def needs(matter: Matter) -> tuple[Need, ...]:
    """Plaques that were taken down."""
    return (Need(PLAQUE, filled("removed_on")),) if matter.register == PLAQUE else ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Of what hangs or is asked for; what was taken down is no matter any more."""
    rule = around.rules.cite(Family.PLAQUE, "VIL-1")
    if rule is None:
        return
    if matter.register == TASK:
        for noticed, evidence in _asked_for(matter, around)[:1]:
            yield suggestion(Family.PLAQUE, rule, noticed, evidence)
        return
    if matter.register != PLAQUE or matter.status in {REMOVED, MERGED, TO_REMOVE}:
        return
    row = named_by(around.plaques, matter.title)
    if row is not None and row.standing is Standing.ALLOWED:
        return
    if (again := _again(matter, around)) is not None:
        yield suggestion(Family.PLAQUE, rule, AGAIN, again)
        return
    if row is not None:
        yield suggestion(Family.PLAQUE, rule, _noticed(row), cited(row, matter.title))
        return
    title = fold(matter.title)
    rest = without_allowed(around.plaques, title)
    unwanted_kind = matter.kind in UNWANTED_KINDS and rest == title
    if unwanted_kind or (matter.kind != "notice" and unwanted(rest)):
        yield suggestion(Family.PLAQUE, rule, NOT_TO_HANG, same(matter.title))


def unwanted(name: str) -> bool:
    """Whether the name of a plaque is one of a kind that is not to be hung."""
    if _POINT.search(name):
        return True
    return bool(_WALLS.search(name)) and not _NOTICE.search(name)


def _noticed(row: AllowedPlaque) -> Words:
    return TO_MERGE if row.standing is Standing.MERGE else NOT_TO_HANG


def _asked_for(matter: Matter, around: Around) -> list[tuple[Words, Words]]:
    """What is noticed of the plaques an assignment asks for, and in which words it asks."""
    found = []
    text = matter.text
    for one in asks_of(text):
        if one.code == "plaque":
            start = max(text.rfind(mark, 0, one.start) for mark in "。；;\n") + 1
            ends = [at for mark in "。；;\n" if (at := text.find(mark, one.end)) >= 0]
            sentence = text[start : min(ends, default=len(text))]
            row = asked_by_name(around.plaques, sentence)
            if row is not None:
                found.append((_noticed(row), cited(row, sentence.strip())))
            elif unwanted(without_allowed(around.plaques, fold(sentence))):
                found.append((NOT_TO_HANG, same(sentence.strip())))
    return found


def _again(matter: Matter, around: Around) -> Words | None:
    if matter.status == REHUNG:
        return Words("状态：复挂", "Status: hung again")
    if matter.rehung_on is not None and (matter.removed_on is None or matter.rehung_on >= matter.removed_on):
        return Words("{day}复挂", "Hung again on {day}").format(day=written_day(matter.rehung_on, matter.day))
    name = core(matter.title)
    for one in around.earlier(matter, PLAQUE):
        gone = one.status == REMOVED or (one.removed_on is not None and one.rehung_on is None)
        before = one.removed_on is None or matter.day is None or one.removed_on <= matter.day
        if gone and before and core(one.title) == name:
            return quoted(one, matter.day)
    return None
