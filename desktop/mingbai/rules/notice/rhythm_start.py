"""From when on a notice asks for something again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mingbai.domain.calendar_names import MONTH_NUMBERS
from mingbai.domain.month import Month
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import DOTTED_MONTH_EN, NUMBER
from mingbai.rules.days_meant_zh import counted
from mingbai.rules.said_days import Said
from mingbai.rules.stretches import stretches

_FROM_NEXT = pattern(
    r"[从自]下(?:(?P<week>周|星期|礼拜)|个?(?P<month>月))(?:份)?(?:起|开始)?(?!\s*[一二三四五六日天\d])|下(?:(?P<week2>周|星期|礼拜)|个?(?P<month2>月))(?:起|开始)"
    r"|\b(?:from|starting|beginning)\s+(?:in\s+)?next\s+(?:(?P<week_en>week)|(?P<month_en>month))\b"
)
_FROM_MONTH = pattern(
    rf"(?:[从自]|(?<![\d年至到~-]))(?P<m>{NUMBER})月份?(?:起|开始|以后每)|首次报(?:送)?(?P<m2>{NUMBER})月"
    rf"|\b(?:from|starting\s+(?:in|from|with)|beginning\s+(?:in|with)|as\s+of|first\s+(?:one|report|return|list|summary)\s+covers)\s+(?P<en>{DOTTED_MONTH_EN})\b(?!\s+\d)(?!\s+to\s+(?:{DOTTED_MONTH_EN})\s+\d)"
)
_FROM_DAY = pattern(
    "\\s*(?:[(（][^()（）]{1,6}[)）])?\\s*(?:(?:[上下]午|早上|晚上?|[零\\d]+[点时:：]\\d*)\\s*)?"
    "(?:之?日?起(?!草)|开始|(?:上?报|填|报送|交|做|执行|实行|算)起?(?:起|第一|头一)|[^，,。；;]{0,6}(?:以后|之后|后)[，,]?每|算(?:第一|头一|起)|是(?:第一|头一|首))"
)
_FIRST_ON = pattern("(?:第一[天次期回]|首次|首报|头一[天次回]|下一?次)[^，,。；;\n]{0,8}$")
_FROM_EN = pattern(
    r"\b(?:from|starting(?:\s+on)?|beginning(?:\s+on)?|as\s+of|first\s+(?:one|report|return|list|time|summary|meeting|call)?\s*(?:is\s+)?(?:due\s+)?(?:on|by))\s*(?:the\s+)?$"
)
_BY_EN = pattern(r"\b(?:by|before|no\s+later\s+than)\s+(?:the\s+)?$")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Start:
    """A day ahead from which something may recur, and where it stands."""

    day: date
    start: int
    end: int
    said: bool
    """Whether words beside it say so: 起, from."""
    limit: bool = False
    """Whether they say that something is to be done by then: nothing begins on it."""


MOST = 6
"""So many starts are tried."""


def begins_on(same: str, span: tuple[int, int]) -> bool:
    """Whether the words beside a day say that something begins on it: 11月27日起, from 27 November."""
    left = same[max(0, span[0] - _NEAR) : span[0]]
    return any((_FROM_DAY.match(same, span[1]), _FROM_EN.search(left), _FIRST_ON.search(left)))


def starts_of(same: str, named: Sequence[Said], today: date) -> list[Start]:
    """The days ahead of a folded text from which something may recur, those first that say so."""
    found: dict[date, Start] = {}
    for one in sorted(_starts(same, named, today), key=lambda one: not one.said):
        if one.day > today:
            found.setdefault(one.day, one)
    return list(found.values())[:MOST]


_BEFORE = pattern(
    r"\s*(?:止|期间|内)?\s*[，,]?\s*(?:请|要求)?(?:各?(?:村|社区|单位|部门)[、，,]?)*(?:于|在|要|须|应)?\s*"
    r"|[ ,]*(?:(?!\b(?:no|not|stop|without|except|off|suspend|clos))[a-z ]){0,40}"
)
_BEHIND = pattern(r"\s*[，,]?\s*(?:从|自|于|from|between|on)?\s*(?:the\s+)?")
"""What may stand between a stretch of days and how often something is asked in it."""


def stretch_beside(same: str, start: int, end: int, today: date) -> tuple[date, date] | None:
    """From when until when something recurs whose rhythm stands there: 12月1日至10日每天, daily from 1 to 10 December."""
    for one in stretches(same, today, max(0, start - 2 * _NEAR), min(len(same), end + _NEAR)):
        beside = _BEFORE.fullmatch(same, one.end, start) or _BEHIND.fullmatch(same, end, one.start)
        if beside is not None and today <= one.last and one.first < one.last:
            return one.first, one.last
    return None


def ends_with(same: str, day: date, today: date) -> date | None:
    """The last day of the stretch of days that a text names from this day on: its rhythm stands in another sentence."""
    return next((one.last for one in stretches(same, today) if one.first == day < one.last), None)


def _starts(same: str, named: Sequence[Said], today: date) -> Iterator[Start]:
    for found in _FROM_NEXT.finditer(same):
        if found["week"] or found["week2"] or found["week_en"]:
            day = today + timedelta(days=7 - today.weekday())
        else:
            following = Month(today.year, today.month).shifted(1)
            day = date(following.year, following.number, 1)
        yield Start(day, *found.span(), said=True)
    for said in named:
        begins = begins_on(same, (said.start, said.end))
        left = same[max(0, said.start - _NEAR) : said.start]
        limit = not begins and said.since is None and (said.until or _BY_EN.search(left) is not None)
        yield Start(said.since or said.day, said.start, said.end, said=begins, limit=limit)
    for found in _FROM_MONTH.finditer(same):
        number = MONTH_NUMBERS[found["en"][:3]] if found["en"] else counted(found["m"] or found["m2"] or "")
        if 1 <= number <= 12 and number != today.month:
            yield Start(date(today.year + (number < today.month), number, 1), *found.span(), said=True)
