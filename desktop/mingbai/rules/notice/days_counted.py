"""Days that are counted from another one: 3日统一收，你们头一天给我; two days before the meeting; 第二天请发照片."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import COUNTS_EN
from mingbai.rules.days_meant import counted
from mingbai.rules.notice.day import Day, How
from mingbai.rules.said_days import Said

_BEFORE = pattern(
    r"(?:提前|[头前]|早)(?P<n>\d{1,2}|[一二两三四五六七八九十])?(?:个?(?P<work>工作日)|[天日])(?!的(?![上下]午|早|晚))(?P<zh>[^。；;！!？?\n]{0,24})"
    r"|\b(?:the\s+|one\s+|a\s+)?(?P<en>two|three|four|five|six|seven)?\s*(?P<work_en>working\s+)?days?\s+(?:before|earlier|ahead|in\s+advance|prior)\b"
)
_COUNTS_EN = {name: at for at, name in enumerate(COUNTS_EN, 1)}
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
        number = counted(said["n"] or "") or _COUNTS_EN.get(said["en"] or "", 1)
        if not (said["work"] or said["work_en"]):
            day = from_day - timedelta(days=number)
        elif working is not None:
            day = working.add(from_day, -number)
        else:
            continue
        yield Day(day, None, begin + start, begin + end, How.BEFORE, until=True)


_BEHIND = pattern(r"(?<!每)(?<![周一二三])(?:第二天|次日|翌日|转天|隔天)(?!的?(?:凌晨|零点|0[点:]))")


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
