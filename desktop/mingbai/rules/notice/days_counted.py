"""Days that are counted from another one: 3日统一收，你们头一天给我; two days before the meeting; 第二天请发照片."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import COUNTS_EN, NUMBER, WEEK
from mingbai.rules.days_meant import MOST_WORKING, counted
from mingbai.rules.notice.day import Day, How
from mingbai.rules.said_days import Said

_BEFORE = pattern(
    r"(?:提前|[头前]|早)(?P<n>\d{1,2}|[一二两三四五六七八九十])?(?:个?(?P<work>工作日)|[天日])(?!的(?![上下]午|早|晚))(?P<zh>[^。；;！!？?\n]{0,24})"
    r"|\b(?:the\s+|one\s+|a\s+)?(?P<en>two|three|four|five|six|seven)?\s*(?:(?P<work_en>working\s+)?days?|(?<=the )(?:evening|night))\s+(?:before(?:hand)?|earlier|ahead|in\s+advance|prior)\b"
    r"|\b(?P<weeks_en>one|a|two|three)\s+weeks?\s+(?:before(?:hand)?|ahead|in\s+advance|prior)\b|\b(?P<eve>on\s+the\s+eve)\b"
)
_COUNTS_EN = {name: at for at, name in enumerate(COUNTS_EN, 1)}
MOST_BEFORE = 10
_FAR = 120
"""So far from a day may stand what counts back from it."""


def days_before(
    text: str, begin: int, named: Sequence[Said], wrote: date, working: WorkingDays | None
) -> Iterator[Day]:
    """Limits counted back from another day: 3日统一收，你们头一天给我; two days before the meeting."""
    for said in _BEFORE.finditer(text):
        start, end = said.start(), said.start("zh") if said["zh"] is not None else said.end()
        near = [one for one in named if abs(one.start - start) <= _FAR and not (one.clock or one.counted)]
        near = [one for one in near if one.day >= wrote] or near
        before = [one for one in near if one.end <= start]
        if not near:
            continue
        from_day = (before[-1] if before else near[0]).day
        number = counted(said["n"] or "") or _COUNTS_EN.get(said["en"] or said["weeks_en"] or "", 1)
        if said["zh"] is not None and number > MOST_BEFORE and not said[0].startswith("提前"):
            # 砍前16日 is the 16th.
            continue
        number *= 7 if said["weeks_en"] else 1
        if not (said["work"] or said["work_en"]):
            day = from_day - timedelta(days=number)
        elif working is not None:
            day = working.add(from_day, -number)
        else:
            continue
        yield Day(day, None, begin + start, begin + end, How.BEFORE, until=True)


_BEHIND = pattern(
    r"\bthe\s+(?:(?:following|next)\s+day\b|day\s+after(?=\s*[.,;!?)]|\s*$))"
    r"|(?<!每)(?<![周一二三])(?:第二天|次日|翌日|转天|隔天)(?!的?(?:凌晨|零点|0[点:]))"
)


def days_behind(text: str, begin: int, named: Sequence[Said], wrote: date) -> Iterator[Day]:
    """The day after one that is named before it: 宣传周7号结束，第二天请发照片."""
    for said in _BEHIND.finditer(text):
        near = [
            one.day
            for one in named
            if 0 <= said.start() - one.end <= _FAR and one.day >= wrote and not (one.clock or one.counted)
        ]
        if near:
            yield Day(near[-1] + timedelta(days=1), None, begin + said.start(), begin + said.end(), How.AFTER)


_COUNT_EN = (
    rf"(?P<n>{'|'.join(COUNTS_EN)}|an?|\d{{1,2}})\s+(?:(?P<work>working\s+)?days?|(?P<weeks>weeks?))\b"
)
_MOVED = (
    pattern(
        r"(?P<on>顺延|[延推]后|推[迟延]|延[期长迟]|往后[推挪延拖顺]|后[延推]|拖后|宽限|展期|再[延推])[了到至]?"
        rf"(?:(?P<n>{NUMBER})\s*(?:(?P<work>个?工作日)|[天日](?![前上下早晚])|(?P<weeks>个?{WEEK}(?![一二三四五六日天末])))"
        rf"|(?P<same>下个?{WEEK}的?(?:同[一1]?[天日]|同[一1]?时间|今天|此时)))"
    ),
    # 提前两天 is a limit (days_before).
    pattern(
        rf"(?:提前|提早|(?P<days>往前)[提挪移赶])[了到至]?(?P<n>{NUMBER})\s*(?:(?P<weeks>个?{WEEK}(?![一二三四五六日天末]))|(?(days)天|(?!)))"
    ),
    pattern(
        r"\b(?:(?:put|pushed|moved|set|held|pulled|brought)\s+(?:\w+\s+){0,2}?(?:(?P<on>back|off)|forward)|(?P<on2>postponed|extended|delayed|deferred))"
        rf"\s+(?:by\s+|for\s+)?{_COUNT_EN}"
    ),
    pattern(rf"\b{_COUNT_EN}\s+(?:(?P<on>later)|earlier|sooner)\b"),
)
"""By how much a day that is named before is moved."""


def days_moved(text: str, begin: int, named: Sequence[Said], working: WorkingDays | None) -> Iterator[Day]:
    """Days to which others are moved: 原定15日，顺延五天; the 4th, pulled forward one week."""
    for form in _MOVED:
        for said in form.finditer(text):
            near = [
                one.day
                for one in named
                if 0 <= said.start() - one.end <= _FAR and not (one.clock or one.counted)
            ]
            if near and (day := _moved(near[-1], said.groupdict(), working)) is not None:
                yield Day(day, None, begin + said.start(), begin + said.end(), How.MOVED)


def _moved(day: date, said: Mapping[str, str | None], working: WorkingDays | None) -> date | None:
    if said.get("same"):
        return day + timedelta(days=7)
    number = said["n"] or ""
    count = counted(number) or _COUNTS_EN.get(number, 1)
    days = count if said.get("on") or said.get("on2") else -count
    if said.get("work"):
        return working.add(day, days) if working is not None and count <= MOST_WORKING else None
    return day + timedelta(days=7 * days if said["weeks"] else days)
