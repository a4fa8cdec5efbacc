"""Whether a notice calls to a meeting, announces a check or a visit, and on which day: it is no assignment then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.domain.calendar_names import WEEKDAY_NUMBERS
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.pattern import pattern
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.text import clean
from mingbai.rules.notice.day import Day, How

Span = tuple[int, int]

_HELD = (How.SAID, How.FIRST, How.LAST, How.CLOCK)
"""How the day of an event is named: by no limit and no rhythm."""
READ = 1_500
"""So many signs of a text say what it is."""

SHORT = 160
"""A text as short as this that speaks of a meeting is a call to it."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a notice calls to: the register it goes into, its day, and what it is about where the call says so."""

    register: str
    day: Day
    title: str = ""
    span: Span | None = None
    """Where that stands."""


_MEETING = "(?:推进|部署|动员|调度|座谈|协调|总结|培训|专题|工作|视频|研判|交流|联席|分析|听证|宣讲|现场|例|说明|述职)会"
_MEETS = f"(?:会议|[^，,。；;：:\n]{{0,16}}?{_MEETING}|培训班|培训|讲座)"
_CALL = pattern(
    rf"(?:召开|举行|举办|组织召开|召集|参加)(?P<title>[^，,。；;：:\n]{{0,40}}?(?:{_MEETS}|(?<=[\u4e00-\u9fff]{{4}})会))(?=[，,。；;：:\s（(]|$)"
)
_CALL_EN = pattern(
    r"\b(?:hold|holds|holding|held|convene|convenes|attend|organi[sz]e|organi[sz]ing)\s+(?:a|an|the|our)\s+"
    r"(?P<title>(?:[a-z'’-]+\s+){0,6}?(?:meeting|training(?:\s+session)?|seminar|workshop|conference|briefing)"
    r"(?:\s+(?:on|about|for|of)\s+[^.\n,;:]{3,60})?)",
    re.IGNORECASE,
)
_CALL_PASSIVE = pattern(
    r"\b(?:a|an|the)\s+(?P<title>(?:[a-z'’-]+\s+){0,6}?(?:meeting|training(?:\s+session)?|seminar|workshop|briefing)(?:\s+(?:on|about|for|of)\s+[^.\n,;:]{3,60}?)?)"
    r"\s+(?:will\s+be|is\s+to\s+be|is)\s+held\b",
    re.IGNORECASE,
)
_SHEET = pattern(
    rf"(?:会议|{_MEETING}|培训班?|讲座)[^\n]{{0,12}}\n(?:[^\n]*\n){{0,4}}?[^\n]{{0,4}}(?:会议|培训|活动)?(?:时间|日期)\s*[:：]"
)
"""A call as a sheet of labels: its heading, then 时间：, 地点：."""
_PLACE = pattern("(?:地点|会场|对象|参会|参加)[^\n：:]{0,6}[:：]")
_GUESTS = pattern(
    r"参会|与会|参加(?:人员|单位|对象|范围|会议|培训)|出席|会议(?:时间|地点|室)|培训(?:时间|地点)|请[^。\n]{0,24}(?:参加|出席|到会)"
    r"|\b(?:attendees?|participants?|please\s+attend|are\s+(?:asked|required|requested|invited)\s+to\s+attend|venue|place\s*:)",
    re.IGNORECASE,
)
_CHECKS = pattern(
    "(?:到|赴|来|对|在)(?:各|你|贵|我|全)?(?:街?镇?村|社区|单位|街道|镇|乡|区)[^，,。；;\n]{0,8}?"
    "(?:开展|进行|实施|组织)(?P<title>[^，,。；;\n]{0,20}?(?:检查|督查|督导|考核|验收|抽查|巡查|巡察|暗访))(?!表|台账|情况|报告|结果)"
)
_CHECKS_EN = pattern(
    r"\b(?:will|to|is\s+going\s+to)\s+(?:come\s+(?:to|and)\s+)?(?:inspect|check|visit)\s+(?:all\s+|your\s+|the\s+|every\s+|each\s+)?"
    r"(?:communit\w+|villages?)\s+(?P<title>(?:on|for|about)\s+[^.\n,;]{3,60})|\b(?P<named>[a-z ]{0,30}inspection)\s+(?:of|in|at)\s+"
    r"(?:all\s+|your\s+|the\s+)?(?:communit\w+|villages?)",
    re.IGNORECASE,
)
_VISITS = pattern(
    "(?:来|到|赴)(?:我|你|贵|各)?(?:村|社区|单位|街道|镇|乡|区)(?:进行|开展)?(?P<title>[^，,。；;\n]{0,8}?(?:考察|调研|学习|参观|观摩|交流|走访)[^，,。；;\n]{0,16})"
)
_HOSTED = pattern(
    r"一行\s*[\d一二三四五六七八九十]+\s*(?:余)?人|接待|公函|请[^。\n]{0,8}陪同|带队|delegation|guests?"
)
_HANDED_IN = pattern(
    r"报送|上报|填报|提交|反馈|汇总表|台账|\b(?:submit|return|fill\s+in|report\s+to)\b", re.IGNORECASE
)


def called(same: str, found: Iterable[Day]) -> Called | None:
    """What a text calls to on a day and hour; None where it is an assignment, or nothing is sure."""
    head = same[:READ]
    days = [one for one in found if one.how in _HELD and not one.until]
    timed = next((one for one in days if one.time), None)
    said = _CALL.search(head) or _CALL_EN.search(head) or _CALL_PASSIVE.search(head)
    if timed is not None and said is not None and (len(same) < SHORT or _GUESTS.search(head)):
        return _called(said, MEETINGS.code, timed)
    if timed is not None and _SHEET.search(head) is not None and _PLACE.search(head) is not None:
        return Called(MEETINGS.code, timed)
    day = timed or (days[0] if days else None)
    if day is None:
        return None
    if (said := _VISITS.search(head)) is not None and _HOSTED.search(head):
        return _called(said, RECEPTIONS.code, day)
    said = _CHECKS.search(head) or _CHECKS_EN.search(head)
    if said is not None and not _HANDED_IN.search(head):
        return _called(said, INSPECTIONS.code, day)
    return None


def called_in(headed: str) -> str:
    """What a heading calls to: 关于召开消防工作会的通知 is 消防工作会."""
    found = _ABOUT.fullmatch(headed.strip())
    return found["what"] if found is not None and len(found["what"]) >= FEWEST else headed


_ABOUT = pattern(
    "[^，,。\n]{0,16}?关于(?:召开|举办|举行|组织召开|组织|开展)?(?P<what>.+?)的(?:紧急|补充|预备|重要|预)?(?:通知|函|通告|公告|提示)"
)
_WHEN = pattern(
    rf"\s+(?:on\s+(?:\d|{'|'.join(WEEKDAY_NUMBERS)})|at\s+\d|in\s+the\b|this\b|next\b)", re.IGNORECASE
)


def _called(said: re.Match[str], register: str, day: Day) -> Called:
    start, end = said.span("title")
    title = said["title"] or ""
    if (when := _WHEN.search(title)) is not None:
        # A meeting on Thursday at 2: its day is told beside it.
        title, end = title[: when.start()], start + when.start()
    return Called(register, day, title if len(clean(title)) >= FEWEST else "", (start, end))


FEWEST = 5
"""Fewer signs name no meeting: 会议."""
