"""Days that are counted from another one: 3日统一收，你们头一天给我; two days before the meeting; 第二天请发照片; 顺延五天."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_SIGNS
from mingbai.domain.numerals import COUNTS_EN, COUNTS_ZH
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import NUMBER
from mingbai.rules.days_meant import MOST_WORKING
from mingbai.rules.days_meant_en import counted_en
from mingbai.rules.days_meant_zh import counted
from mingbai.rules.notice.day import Day, How
from mingbai.rules.said_days import Said

_FAR = 120
"""So far from a day may stand what counts from it."""
_COUNT_EN = rf"(?P<n>{'|'.join(COUNTS_EN)}|an?|\d{{1,2}})\s+(?:(?P<work>(?:working|business)\s+)?days?|(?P<weeks>weeks?))\b"
_NO_WEEKDAY = f"(?![{WEEKDAY_SIGNS}末年])"
_BEFORE = (
    pattern(
        rf"(?:(?P<ahead>提前)|[头前]|早)(?P<n>\d{{1,2}}|[{COUNTS_ZH}十])?(?:个?(?P<work>工作日)|[天日])(?!的(?![上下]午|早|晚))(?P<rest>[^。；;！!？?\n]{{0,24}})"
    ),
    pattern(
        rf"\b(?:{_COUNT_EN}|the\s+(?:(?:working\s+)?day|evening|night)|days?)\s+(?:before(?:hand)?|earlier|sooner|ahead|in\s+advance|prior)\b|\bon\s+the\s+eve\b"
    ),
)
_MOST_NUMBERED = 10
"""砍前16日 is the 16th."""
_BEHIND = pattern(
    r"\bthe\s+(?:(?:following|next)\s+day\b|day\s+after(?=\s*[.,;!?)]|\s*$))"
    r"|(?<!每)(?<![周一二三])(?:第二天|次日|翌日|转天|隔天)(?!的?(?:凌晨|零点|0[点:]))"
)
_MOVED = (
    # 推迟到18日 names the day, 推迟18日 and 推迟了18日 count.
    pattern(
        r"(?<!每)(?P<on>顺延|[延推]后|推[迟延]|延[期长迟]|往后[推挪延拖顺]|后[延推]|拖后|宽限|展期|再[延推])"
        rf"(?:了?(?P<n>{NUMBER})\s*(?:(?P<work>个?工作日)|[天日](?![前上下早晚])|(?P<weeks>个?{WEEK_ZH}{_NO_WEEKDAY}))"
        rf"|[到至]?(?P<same>下个?{WEEK_ZH}的?(?:同[一1]?[天日]|同[一1]?时间)))"
    ),
    # 提前两天 is a limit (days_before).
    pattern(
        rf"(?:提前|提早|(?P<days>往前)[提挪移赶])了?(?P<n>{NUMBER})\s*(?:(?P<weeks>个?{WEEK_ZH}{_NO_WEEKDAY})|(?(days)天|(?!)))"
    ),
    pattern(
        r"\b(?:(?:put|pushed|moved|held|pulled|brought)\s+(?:\w+\s+){0,2}?(?:(?P<on>back|off)|forward)|(?P<on2>postponed|extended|delayed|deferred))"
        rf"\s+(?:by\s+|for\s+)?{_COUNT_EN}(?!\s+ago)"
    ),
    pattern(rf"\b{_COUNT_EN}\s+(?P<on>later)\b"),
)
"""By how much a day that is named before is moved."""


def days_before(
    text: str, begin: int, named: Sequence[Said], wrote: date, working: WorkingDays | None
) -> Iterator[Day]:
    """Limits counted back from another day: 3日统一收，你们头一天给我; two days before the meeting."""
    for form in _BEFORE:
        for found in form.finditer(text):
            said = found.groupdict()
            start, end = found.start(), found.start("rest") if "rest" in said else found.end()
            near = _surest(one for one in named if abs(one.start - start) <= _FAR)
            near = [one for one in near if one.day >= wrote] or near
            before = [one for one in near if one.end <= start]
            if not near or (
                "rest" in said and not said["ahead"] and counted(said["n"] or "") > _MOST_NUMBERED
            ):
                continue
            from_day = (before[-1] if before else near[0]).day
            if (day := _counted_from(from_day, said, working, on=False)) is not None:
                yield Day(day, None, begin + start, begin + end, How.BEFORE, until=True)


def days_behind(text: str, begin: int, named: Sequence[Said], wrote: date) -> Iterator[Day]:
    """The day after one that is named before it: 宣传周7号结束，第二天请发照片."""
    for found in _BEHIND.finditer(text):
        near = _surest(one for one in named if 0 <= found.start() - one.end <= _FAR and one.day >= wrote)
        if near and (day := _counted_from(near[-1].day, {}, None, on=True)) is not None:
            yield Day(day, None, begin + found.start(), begin + found.end(), How.AFTER)


def days_moved(text: str, begin: int, named: Sequence[Said], working: WorkingDays | None) -> Iterator[Day]:
    """Days to which others are moved: 原定15日，顺延五天; the 4th, pulled forward one week."""
    for form in _MOVED:
        for found in form.finditer(text):
            near = _surest(one for one in named if 0 <= found.start() - one.end <= _FAR)
            said = found.groupdict()
            said |= {"weeks": "1"} if said.get("same") else {}
            on = bool(said.get("on") or said.get("on2"))
            if near and (day := _counted_from(near[-1].day, said, working, on=on)) is not None:
                yield Day(day, None, begin + found.start(), begin + found.end(), How.MOVED)


def _surest(named: Iterator[Said]) -> list[Said]:
    """Those that something may be counted from; a feast that may only be talked about if there is no other."""
    days = [one for one in named if not (one.clock or one.counted)]
    return [one for one in days if not one.feast] or days


def _counted_from(
    day: date, said: Mapping[str, str | None], working: WorkingDays | None, *, on: bool
) -> date | None:
    """So many days, working days or weeks later (on) or earlier; one where no number is said."""
    number = said.get("n")
    count = 1 if number is None else counted(number) or counted_en(number)
    if not 0 < count <= MOST_WORKING:
        return None
    count = count if on else -count
    if said.get("work"):
        return working.add(day, count) if working is not None else None
    return day + timedelta(days=7 * count if said.get("weeks") else count)
