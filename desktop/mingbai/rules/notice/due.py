"""Which of the days that a notice names is the one until which something must be done."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import COUNTS_EN
from mingbai.rules.days_meant import counted, day_of_en
from mingbai.rules.notice.roles import BEGINS, LABEL_LINE, Place, Role, arrives, clock_counts, role_of, wants
from mingbai.rules.said_days import Said, days_said


@dataclass(frozen=True, slots=True)
class Due:
    """A day and a time that may be the due date, and where they stand."""

    role: Role
    day: date
    time: str | None
    start: int
    end: int
    time_span: tuple[int, int] | None = None
    clock: bool = False
    """Whether only a time is named."""
    closing: bool = False
    """Whether it is when the office closes, at an hour that is not named."""

    @property
    def order(self) -> tuple[date, str]:
        """Which of two comes first."""
        return self.day, self.time or (_CLOSES if self.closing else "99")


_CLOSES = "18:00"
_CLOSING = pattern("下班|放学|close of business|end of (?:the )?(?:working )?day|\\bcob\\b|\\beod\\b")
_STOP = pattern(r"[。；;！!？?\n\r]|\.(?=\s|$)|(?<=[^\d])\.(?=[^\d\w])")


NEAR = 160
"""So many signs beside a day say what it is named for."""


def dues(same: str, today: date, working: WorkingDays | None) -> list[Due]:
    """Every day of a folded text that may be its due date, in the order of the text."""
    found: list[Due] = []
    for start, end, wrote in messages(same, today):
        found += _dues(same, start, end, wrote, today, working)
    return found


def due_of(found: Sequence[Due], same: str) -> Due | None:
    """The one that is the due date: of the highest role the first that comes; None where nothing is sure."""
    sure = [due for due in found if due.role > Role.NOTHING]
    if not sure:
        return None
    highest = max(due.role for due in sure)
    if highest <= Role.EVENT and _ONLY_TOLD.search(same) and not _TO_COME.search(same):
        return None
    if highest in (Role.CHANGED, Role.MOVED):
        return [due for due in sure if due.role is highest][-1]
    return min((due for due in sure if due.role is highest), key=lambda due: due.order)


_ONLY_TOLD = pattern(
    "(?:不用|无需|无须|毋须|不需要?|不必|不要求|不强求)(?:再|大家|你们|我们|你|我|各?(?:社区|村|单位|网格)[干部员长]{0,2}|组织)*"
    "(?:组织|参加|参与|到场|派人|去人|来人|管|操作|统计|上报|做什么|做任何|动员|回复|报任何)"
    "|(?:知晓|知悉|了解|知道)(?:即可|就行|就好|一下)|仅供[^，。]{0,4}(?:知悉|参考|了解)|(?:没有|无|不是|不作为|不下)(?:硬性|强制)?任务"
    "|(?:居民|群众|老人|家长|村民|党员|有意(?:愿|向)?者?|有兴趣)[^，,。；;]{0,8}(?:自愿|自行|自己|自由|可(?:以)?)(?:报名|参加|前往|去|到|来|领|看|购买|选择|决定)"
    r"|\b(?:nothing|no\s+action|no\s+reply|no\s+report)\b[^.\n]{0,24}\b(?:do|needed|required|necessary|asked|expected)\b|\bfor\s+(?:your\s+)?information\b|\bfyi\b"
    r"|\b(?:need\s+not|do(?:es)?\s+not\s+(?:need|have)\s+to)\s+(?:do|attend|report|organi[sz]e|send|act)\b|\b(?:voluntary|optional)\b"
)
"""What is only made known: nobody need go or do anything."""
_TO_COME = pattern(
    "(?:请|务必|须|准时|按时|安排)[^，,。；;\n]{0,16}(?:参加|参会|到会|到场|出席|派)|每(?:个?社区|村)[^，,。；;\n]{0,6}(?:人|名)|\\b(?:must|please)\\s+(?:attend|come|join)\\b"
)


# --- Messages in a row -------------------------------------------------------------------------

_DATED = (
    r"(?:(?P<y>20\d\d)[-/.年])?(?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?:\s*(?:周|星期)[一二三四五六日天])?"
    r"\s*(?:[上下]午|晚上|早上|中午)?\s*\d{1,2}:\d\d(?::\d\d)?"
)
_HEAD_EN = pattern(
    r"^[ \t>]*on[ \t]+(?:\w{3,9},?[ \t]+)?(?P<day>\d{1,2}[ \t]+[a-z]{3,9}[ \t]+\d{4}|[a-z]{3,9}[ \t]+\d{1,2},?[ \t]+\d{4})[^\n]{0,60}\bwrote:[ \t]*$",
    re.MULTILINE,
)
_HEAD = pattern(
    rf"^[ \t>]*[\[【(]?(?:[^\s\d，。,:：]{{1,12}}[ \t]*[:：]?[ \t]+)?{_DATED}[\])】]?[ \t]*[^\s\d，。,:：]{{0,12}}[ \t]*(?:[:：]|$)",
    re.MULTILINE,
)


def messages(same: str, today: date) -> Iterator[tuple[int, int, date]]:
    """The messages of a text that was forwarded: from, to, and the day each was written."""
    at, wrote = 0, today
    heads = [*_HEAD.finditer(same), *_HEAD_EN.finditer(same)]
    for head in sorted(heads, key=lambda head: head.start()):
        day = _written_on(head, today)
        if day is None or day > today:
            # Nobody forwards what will be written: this is a time, not a head.
            continue
        yield at, head.start(), wrote
        at, wrote = head.end(), min(day, today)
    yield at, len(same), wrote


def _written_on(head: re.Match[str], today: date) -> date | None:
    if head.re.groups == 1:
        return day_of_en(head["day"], today)
    try:
        return date(int(head["y"] or today.year), int(head["m"]), int(head["d"]))
    except ValueError:
        return None


# --- What a day is named for -------------------------------------------------------------------


def _dues(
    same: str, begin: int, end: int, wrote: date, today: date, working: WorkingDays | None
) -> list[Due]:
    text = same[begin:end]
    stops = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    named = days_said(text, wrote, working)
    wanted = wants(text)
    found: list[Due] = []
    clocks: list[Place] = []
    for number, said in enumerate(named):
        start = stops[bisect_right(stops, said.start) - 1]
        stop = stops[min(bisect_left(stops, said.end), len(stops) - 1)]
        after = named[number + 1].start if number + 1 < len(named) else len(text)
        left = text[max(start, said.start - NEAR) : said.start]
        if not left.strip() and (label := LABEL_LINE.search(text[max(0, start - NEAR) : said.start])):
            left = f"{label['label']}："
        right = text[said.end : min(stop, said.end + NEAR)].rstrip("。；;！!？?\n\r")
        place = Place(said, text, left, right, after, wrote, start, wanted)
        if said.clock:
            if said.time is not None or all(other.clock for other in named):
                clocks.append(place)
            continue
        role = role_of(place)
        begins = said.since is not None and role in BEGINS
        day, time = (said.since or said.day, said.since_time) if begins else (said.day, said.time)
        if role > Role.NOTHING and day >= today:
            span = (begin + said.start, begin + said.end)
            closing = time is None and _CLOSING.search(place.words) is not None
            found.append(Due(role, day, time, *span, span if time else None, closing=closing))
            if said.since is None and number and _TAKEN_BACK.search(text[named[number - 1].end : said.start]):
                found = [due for due in found if due.start != begin + named[number - 1].start]
    found += _days_before(text, begin, named, working)
    dated = tuple(found)
    for place in clocks:
        if dated:
            _add_time(found, place, begin)
        elif clock_counts(place) and (role := role_of(place)) > Role.NOTHING:
            span = (begin + place.said.start, begin + place.said.end)
            found.append(Due(role, place.said.day, place.said.time, *span, span, clock=True))
    return [due for due in found if due.day >= today]


_TIME_LABEL = pattern("^\\s*(?:具体)?(?:时间|time)\\s*[:：]\\s*$")
_TAKEN_BACK = pattern(
    "(?:^|[，,。；;！!…\\s]|啊|吧)(?:哦|噢|呃|额|嗯)?[，,\\s]*(?:不对|不是|错了|说错|写错|发错|打错|口误|更正|应该是|应为|改[成为到])[^。\n]{0,12}$"
    r"|\b(?:no,? wait|i mean|correction|sorry,|rather,|not that)\b[^.\n]{0,16}$"
)
"""Between two days: the one said before was a slip."""

_BEFORE = pattern(
    r"(?:提前|[头前]|早)(?P<n>\d{1,2}|[一二两三四五六七八九十])?(?:个?(?P<work>工作日)|[天日])(?!的)(?P<zh>[^。；;！!？?\n]{0,24})"
    r"|\b(?:the\s+|one\s+|a\s+)?(?P<en>two|three|four|five|six|seven)?\s*(?P<work_en>working\s+)?days?\s+(?:before|earlier|ahead|in\s+advance|prior)\b"
)
_HANDS_IN = pattern("[交报送发给收]|返回|反馈|完成|整理|准备|汇总|备齐|弄好|填|上传|签|盖章")
_PAPER_LEFT = pattern("(?:材料|名单|表|稿|台账|回执|总结|报告|数据|照片)\\s*$")
_HANDS_IN_EN = pattern(r"\b(?:send|return|submit|hand|bring|give|deliver|complete|finish|report|reply)\w*\b")
_COUNTS_EN = {name: at for at, name in enumerate(COUNTS_EN, 1)}
_FAR = 120
"""So far from a day may stand what counts back from it."""


def _days_before(text: str, begin: int, named: Sequence[Said], working: WorkingDays | None) -> Iterator[Due]:
    """Limits counted back from another day: 3日统一收，你们头一天给我; two days before the meeting."""
    for said in _BEFORE.finditer(text):
        if said["zh"] is None:
            hands = _hands_in_en(text, said)
        else:
            paper = _PAPER_LEFT.search(text[max(0, said.start() - NEAR) : said.start()])
            hands = bool(_HANDS_IN.search(said["zh"]) or (paper and not said["zh"]))
        start, end = said.start(), said.start("zh") if said["zh"] is not None else said.end()
        near = [one for one in named if abs(one.start - start) <= _FAR and not (one.clock or one.counted)]
        before = [one for one in near if one.end <= start]
        from_day = before[-1] if before else near[0] if near else None
        if not hands or from_day is None:
            continue
        number = counted(said["n"] or "") or _COUNTS_EN.get(said["en"] or "", 1)
        if said["work"] or said["work_en"]:
            if working is None:
                continue
            day = working.add(from_day.day, -number)
        else:
            day = from_day.day - timedelta(days=number)
        yield Due(Role.LIMIT, day, None, begin + start, begin + end)


def _hands_in_en(text: str, said: re.Match[str]) -> bool:
    left = text[max(0, said.start() - NEAR) : said.start()].rpartition(".")[2]
    right = text[said.end() : said.end() + NEAR].partition(".")[0]
    return bool(_HANDS_IN_EN.search(left) or _HANDS_IN_EN.search(right))


def _add_time(found: list[Due], clock: Place, begin: int) -> None:
    """A time beside its day: 周五前报，最晚下午5点; 会议9:00开始（11月25日）."""
    if clock.said.until and arrives(clock):
        return
    stood, said = begin + clock.sentence, clock.said
    if _TIME_LABEL.search(clock.left):
        # 日期：11月27日, and in the next line 时间：14:00.
        stood = max(begin, stood - NEAR // 2)
    if said.time is None:
        return
    for at, due in enumerate(found):
        if stood <= due.start <= begin + said.end + len(clock.right) and due.time is None:
            span = (begin + said.start, begin + said.end)
            found[at] = replace(due, time=said.time, time_span=span)
            return
