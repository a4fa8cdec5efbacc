"""Days and times as texts say them: every place where one stands, what it means, and what stands beside it.

What a day is for (a limit, a meeting, a document) is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.days import Days, NoDay, with_digits
from mingbai.domain.month import Month
from mingbai.domain.month_names import MONTH_NAMES
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold

# --- The pieces, Chinese -----------------------------------------------------------------------

NUMERAL = "[〇零一二两三四五六七八九十]{1,3}"
NUMBER = rf"(?:\d{{1,2}}|{NUMERAL})"
WEEK = "(?:周|星期|礼拜)"
PART = "(?:上午|下午|中午|早上|早晨|清晨|凌晨|傍晚|晚上|晚间|夜里|晚|早)"
HALF_OF_DAY = "(?:上午|下午|晚上|中午|早上|晚|早)"

DAY_ZH = (
    rf"(?:\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}[日号]?|{NUMBER}月{NUMBER}[日号]?"
    rf"|(?:[本这下]个?月|{NUMBER}月份?)[底末]|[本这下]个?月{NUMBER}[日号]|\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|{NUMBER}[日号]|(?:下下|[本这下])?个?{WEEK}[一二三四五六日天]|大后天|[今明后]天|[今明]日|[今明](?=[晚早])"
    r"|[今明本]?年[底末]|本?季度?[底末]|月[底末])"
)
"""A day in a typed line, where words stand alone; a text of sentences needs the stricter one below."""
TIME_ZH = rf"(?:\s*{HALF_OF_DAY}?\s*(?:\d{{1,2}}[:：]\d\d|{NUMBER}[点时](?:半|整|\d{{1,2}}分?)?))?"
WITHIN_ZH = rf"(?:{NUMBER}(?:[天日]|个?{WEEK})[之以]?内|[本这下]个?{WEEK}[之以]?内|[本这]个?月[之以]?内)"

_CLOCK = (
    rf"(?:\d{{1,2}}[:：]\d\d(?!\d)(?:[:：]\d\d)?(?:时(?!间|[段候]))?|{NUMBER}(?:[点时](?![间候段期点长代效刻])|点(?=前))"
    rf"(?:钟|半|整|[一三]刻|{NUMBER}分?(?![\d个月日号]))?)"
)
_AM_PM = r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?"
_UNTIL = r"\s*(?:(?:[上下]午)?[下上]班)?\s*(?:之前|以前|前(?![后往期去来夕台列三两十一]|提|述|者)|为?止(?!血)|截[止至]|到期)"
_REMARK = "[^()（）\\d\n，,。；;一二三四五六七八九十月日]{1,8}"
_NOTE = (
    rf"(?:\s*[(（]\s*{WEEK}[一二三四五六日天]\s*[，,、]?\s*{_REMARK}[)）]|\s*[(（]?\s*{WEEK}[一二三四五六日天]\s*[)）]?"
    r"|\s*[(（](?:含|包含|包括|节前|节后|补班|调休|工作日|照常|正常|最后|也就是|即)[^()（）\d\n，,。；;]{0,8}[)）])?"
)
"""What may stand beside a day before its time: （周五）, （周六补班）, （最后一天）."""
_CJK_DAY = (
    r"\d{4}\s*[-/.年]\s*(?:\d{1,2}|元(?=月))\s*[-/.月]\s*\d{1,2}(?!\d)\s*[日号]?"
    rf"|[〇零一二三四五六七八九]{{4}}年{NUMBER}月{NUMBER}[日号]"
    rf"|(?<!\d)\d\d年{NUMBER}月{NUMBER}[日号]"
    rf"|(?<![\d年])(?:今年|本年|明年)?(?:{NUMBER}|(?<!单)元)\s*月份?\s*{NUMBER}(?:\s*[日号]|(?![\d个家户名件次万元%份条人处起类项]))"
    rf"|(?:本|这个?|当|下个?|次)月(?:的|份)?\s*{NUMBER}\s*[日号]"
    rf"|(?:(?:本|这个?|当|下个?|次)月|{NUMBER}月)份?的?最后[一1]天"
    rf"|(?:(?:本|这个?|当|下个?|次)月|(?:\d{{4}}年|今年|明年)?{NUMBER}月份?|(?<![\d份一二三四五六七八九十每个上])月)[底末]"
    rf"|(?:下下|[本这下])?个?{WEEK}[一二三四五六日天](?:(?<!一)|(?![次个期致年圈人报]))"
    r"|大后[天儿]|[今明后](?:天|儿个?)|[今明]日|[今明后](?:早|晚)上?|[今明](?=[上下]午)"
    r"|(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d号日])"
    r"|(?:今|明|本|当)?年[底末](?=之?前|以前)|本季度?[底末]"
    rf"|(?<![\d〇零一二两三四五六七八九十廿卅初月年第近每满期〕\])】]){NUMBER}\s*"
    r"(?:日(?![常均托间志记本式语历照夜游用内之以]|报(?![送给到至来回，,。；;！!）)\s县区市镇乡局民]|$))|号(?![楼栋幢单元室门院线文令公告地车厂机井床铺馆窗桌柜库坝码工通表网片]))"
    r"|(?<![0-9a-z.\-/])(?<!\d[:：])(?:1[0-2]|0?[1-9])[./-](?:3[01]|[12]\d|0?[1-9])(?!\s?[ap]\.?m)(?![0-9a-z.\-/%‰:：]"
    r"|\s*[万元千米公斤个吨亿级版倍折分岁楼栋幢单元室])(?:[日号](?![楼栋幢室单元])|(?![日号]))"
)
_FROM = rf"(?:(?<=[\d日号底一二三四五六天)）])\s*[-–—~～至到]+\s*(?P<to>{_CJK_DAY}|\d{{1,2}}[日号])(?P<to_note>{_NOTE}))?"
_SAID_ZH = pattern(
    rf"(?<!每)(?<!每个)(?<!上)(?<!个)(?<!隔)(?<!双)(?<!去年)(?P<day>{_CJK_DAY})(?P<note>{_NOTE})"
    rf"(?:\s*[(（]\s*(?P<again>{_CJK_DAY}{_NOTE})\s*[)）])?{_FROM}"
    rf"(?:\s*[,，]?\s*[(（]?\s*(?P<time>{_AM_PM}|{PART}?\s*{_CLOCK})(?:\s*[-–—~～至到]+\s*{PART}?\s*{_CLOCK})?\s*[)）]?)?"
    rf"(?:\s*[-–—~～至到]+\s*(?P<till>{_CJK_DAY}){_NOTE}(?:\s*(?P<till_time>{PART}?\s*{_CLOCK}))?)?"
    rf"(?P<part>{PART}|全天|夜间)?(?P<until>{_UNTIL})?"
)
_DAY_RANGE = pattern(
    r"(?<![\d.\-/:：])(?:(?:1[0-2]|0?[1-9])[月./])?(?P<from>\d{1,2})[日号]?\s*(?:[-–—~～]+|[、和及])\s*(?=\d{1,2}[日号])"
)
_CLOCK_ALONE = pattern(
    rf"(?<![\d:：.\-/第])(?<!次日)(?<!翌日)(?<!第二天)(?<!隔天)(?<!当日)(?<!当天)(?P<time>{PART}\s*{_CLOCK}|\d{{1,2}}[:：]\d\d(?![\d:：])|{NUMBER}点(?:半|整|钟)?(?=之?前)|(?<=time: ){_AM_PM})"
    rf"(?:\s*[-–—~～至到]+\s*{PART}?\s*{_CLOCK})?(?P<until>{_UNTIL})?"
)
_CLOSING = pattern(
    r"(?:^|(?<=[\s，,。；;：:！!请在于我]))(?:下班(?:之前|以前|前))|\b(?:by|before)\s+(?:the\s+)?(?:(?:close|end)\s+of\s+(?:business|play|the\s+(?:working\s+)?day|day)|cob|eod)\b"
    r"(?!\s*[,(]?\s*(?:on\s+|of\s+)?(?:the\s+)?(?:\d|today|tomorrow|this|next|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?:^|(?<=[.,;!?]\s))(?:cob|eod)\b(?=[\s.,;!]|$)"
)
"""When the office closes, on a day that is not named: today."""
_WITHIN_TEXT = pattern(
    rf"(?<![\d月./〇零一二两三四五六七八九十-])(?:(?P<work>{NUMBER})\s*个?工作日|(?P<days>{NUMBER})\s*(?:个?自然)?[天日]|(?P<weeks>{NUMBER})\s*个?{WEEK}"
    rf"|(?P<months>{NUMBER})\s*个月|(?P<half>半)个?月|(?P<hours>\d{{1,3}}|{NUMERAL})\s*个?小时"
    rf"|(?P<week>[本这下])个?{WEEK}|(?P<month>(?:本|这个?|当)月(?:份)?|(?<![\d个半每\]下上])月)|(?P<year>[本今]?年)|(?P<today>[今当]天))\s*[之以]?内"
)

# --- The pieces, English -----------------------------------------------------------------------

MONTH_EN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY_EN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
DAY_EN = (
    r"(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:month|year)|(?:the\s+)?day\s+after\s+tomorrow|today|tomorrow"
    rf"|(?:{WEEKDAY_EN},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_EN}(?:,?\s+\d{{4}})?"
    rf"|(?:{WEEKDAY_EN},?\s+)?{MONTH_EN}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)|(?:(?:this|next)\s+)?{WEEKDAY_EN}|this\s+(?:week|month)|month[- ]end|year[- ]end"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})"
)
TIME_EN = r"(?:,?\s+(?:at\s+)?\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|,?\s+(?:at\s+)?\d{1,2}:\d\d)?"
COUNTS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_CLOCK_EN = r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?|\d{1,2}:\d\d(?:\s*(?:hrs|hours))?|\d{1,2}\s*o['’]?clock|noon|midday)"
_SAID_EN = pattern(
    rf"(?<![\w'’./-])(?:(?P<before>{_CLOCK_EN})(?:\s*[-–—]\s*{_CLOCK_EN})?(?:\s*,?\s*(?:on|of)?\s+|,\s*))?"
    r"(?P<day>(?:the\s+)?end\s+of\s+(?:(?:the|this|next)\s+)?(?:month|year)"
    rf"|(?:the\s+)?end\s+of\s+{MONTH_EN}|month[- ]end|year[- ]end"
    r"|(?:the\s+)?day\s+after\s+tomorrow|today|tonight|tomorrow|this\s+(?:morning|afternoon|evening)"
    rf"|(?:{WEEKDAY_EN}\.?,?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_EN}(?:,?\s+\d{{4}})?(?!\w)"
    rf"|(?:{WEEKDAY_EN}\.?,?\s+)?{MONTH_EN}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])(?:,?\s+\d{{4}})?"
    rf"|(?:{WEEKDAY_EN},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)(?:\s+of\s+(?:this|next)\s+month)?"
    rf"|(?:(?:this\s+coming|coming|this|next)\s+)?{WEEKDAY_EN}(?:\s+(?:of\s+)?(?:this|next)\s+week)?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:3[01]|2\d|1[3-9])/(?:1[0-2]|0?[1-9]))(?![\w'’]|-(?!\s?\d))"
    rf"(?:\s*[-–—]\s*(?P<to>\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH_EN}|\d{{1,2}}(?:st|nd|rd|th)?(?!\w)))?"
    r"(?P<part>\s+(?:morning|afternoon|evening|night))?"
    rf"(?:\s*(?:,|\bat|\bby|\bbefore|\buntil|\bno\s+later\s+than|\bfrom|\()?\s*(?:at\s+|by\s+|before\s+|from\s+)?(?P<after>{_CLOCK_EN}|(?:[01]?\d|2[0-3])\.[0-5]0(?!\d|\.\d)))?"
)
WITHIN_EN = pattern(
    r"(?<![\w'’-])(?:with)?in\s+(?:the\s+next\s+)?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(COUNTS_EN)}|(?<=within )an?)\s+(?:\(\d+\)\s+)?(?P<unit>working|business|calendar)?\s*(?P<what>days?|weeks?|hours?)\b"
)
_NEXT_WORKING = pattern(
    rf"(?<![至到延])(?:下一?个?|次一?个?)工作日(?:的)?(?:\s*(?P<time>{PART}?\s*{_CLOCK}))?(?P<part>{PART})?(?P<until>{_UNTIL}|[之以]?内)?"
)
_NEXT_WORKING_EN = pattern(
    r"\b(?<!to the )(?<!until the )(?:the\s+)?(?:next|following)\s+(?:working|business)\s+day\b"
    rf"(?:\s+(?:at|by|before)\s+(?P<time>{_CLOCK_EN}))?(?P<until>(?!))?"
)
_WHICH = ("一", "二", "三", "四", "五")
_NTH_IN_MONTH = pattern(
    rf"(?<!每)(?<!每个)(?:(?P<rel>[本这当下次])个?月|(?P<m>{NUMBER})月|(?P<thisweek>[本这]周))份?的?(?:最后[一1]个?|第(?P<nth>[一二三四五])个?)(?:(?P<work>工作日)|{WEEK}(?P<wd>[一二三四五六日天]))"
    rf"(?:\s*(?P<time>{PART}?\s*{_CLOCK}))?(?P<part>{PART})?(?P<until>{_UNTIL})?"
)
_NTH_IN_MONTH_EN = pattern(
    rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?:(?P<work>(?:working|business)\s+day)|(?P<wd>{WEEKDAY_EN})|(?P<day>day))"
    rf"\s+(?:of|in)\s+(?:(?P<rel>this|next|the)\s+month|(?P<m>{MONTH_EN}))(?:\s+(?:at|by|before)\s+(?P<time>{_CLOCK_EN}))?(?P<until>(?!))?"
)
_GIVEN = pattern(
    rf"(?:(?<!宽)限期?|[只再]?给(?:你们|大家|各[村社]区?)|[时期]限(?:为|是|[:：])?)\s*(?:在|于)?\s*(?P<n>{NUMBER})\s*(?:(?P<work>个?工作日)|天(?![内以前])|(?<=[一二三四五六七八九十])日(?![内以前]))"
    r"(?:时间|的时间)?(?![前后内]|[，,（(]?\s*(?:即|到|至|截[止至]|从))"
    rf"|(?P<n2>{NUMBER})天为限"
)
_LATER = pattern(
    rf"(?:^|(?<=[\s，,。；;：:！!？?我们请村]))(?P<n>{NUMBER})(?:[天日]|(?P<weeks>个?{WEEK}))[之以]?后(?![的续期])"
)
_FROM_NOW_EN = pattern(
    rf"(?<![\w'’-])(?P<n>\d{{1,2}}|{'|'.join(COUNTS_EN)})\s+(?P<unit>working|business|calendar)?\s*(?P<what>days?|weeks?)"
    r"\s+(?:from\s+(?:today|now|this\s+notice|receipt)|after\s+receipt|of\s+receiving|to\s+(?:reply|return|send|complete|finish|submit|respond))\b"
)
_EN_MONTHS = {name[:3].lower(): at for at, name in enumerate(MONTH_NAMES, 1)}

MOST_WORKING = 60
KEPT = 512
"""So many words for a day are remembered: the same ones come again and again."""
MOST_PLACES = 400
"""So many days of each form are read: a notice with more is a list of days."""


@dataclass(frozen=True, slots=True)
class Said:
    """One place of a text that names a day."""

    start: int
    end: int
    day: date
    time: str | None = None
    until: bool = False
    """Whether the words themselves say that it is a limit: 前, 止, 三天内."""
    since: date | None = None
    """The first day, where a stretch of days is named; `day` is its last."""
    since_time: str | None = None
    """The time on the first day."""
    counted: bool = False
    """Whether it is so many days from now."""
    clock: bool = False
    """Whether only a time of day is named."""
    unsure: bool = False
    """Whether the same signs may well be something else: 11.25."""


_WEEKDAY_DIGIT = pattern(
    r"(?<![每一两三四])(?P<week>周|星期|礼拜)(?P<day>[1-6])(?=[之以]?前|[上下中]午|早|晚|下班|[交报收]|[，,。；;！!）)\s]|$)"
)


def same_signs(text: str) -> str:
    """The text folded sign for sign, so that what is found in one stands at the same place in the other."""
    if text.isascii():
        return text.lower()
    same = "".join(map(_same_sign, text))
    # 周5前 is 周五前.
    return _WEEKDAY_DIGIT.sub(lambda found: found["week"] + "一二三四五六"[int(found["day"]) - 1], same)


@lru_cache(maxsize=8192)
def _same_sign(sign: str) -> str:
    other = fold(sign)
    return other if len(other) == 1 and sign not in "①②③④⑤⑥⑦⑧⑨⑩" else sign


def days_said(same: str, today: date, working: WorkingDays | None) -> tuple[Said, ...]:
    """Every day that a folded text names, in its order; what could be two days is none."""
    found: list[Said] = []
    taken = bytearray(len(same))
    for said in _all(same, today, working):
        if not any(taken[said.start : said.end]):
            taken[said.start : said.end] = b"\1" * (said.end - said.start)
            found.append(said)
    return _joined(sorted(found, key=lambda said: said.start), same)


_BARE_WEEKDAY = pattern(f"{WEEK}[一二三四五六日天]")
_JOINS = pattern(r"\s*[，,]\s*|\s+|即|也就是")
_RUNS_TO = pattern(r"\s*(?:开始|之?日?起)\s*[，,]?\s*(?:一?直?到|至)\s*")


def _joined(found: list[Said], same: str) -> tuple[Said, ...]:
    """12月8日，星期二，上午8:30 is one day."""
    joined: list[Said] = []
    for said in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not (last.clock or said.clock)
            and last.day <= said.day
            and _RUNS_TO.fullmatch(same, last.end, said.start)
        ):
            joined[-1] = replace(said, start=last.start, since=last.day, since_time=last.time)
        elif (
            last is not None
            and last.time is None
            and not (last.until or last.counted or last.clock or last.since)
            and _JOINS.fullmatch(same, last.end, said.start)
            and (bare := _BARE_WEEKDAY.match(same, said.start)) is not None
            and bare.end() <= said.end
            and said.day.weekday() == last.day.weekday()
        ):
            joined[-1] = replace(said, start=last.start, day=last.day)
        else:
            joined.append(said)
    return tuple(joined)


def _all(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Every reading, the surer ones first."""
    yield from _counted_days(same, today, working)
    yield from _nth_days(same, today, working)
    for found in _met(_SAID_ZH, same):
        said = _said_zh(found, same, today)
        if said is not None:
            yield said
    for found in _met(_SAID_EN, same):
        said = _said_en(found, today)
        if said is not None:
            yield said
    for found in _met(_CLOSING, same):
        yield Said(*found.span(), today, until=True, clock=True)
    for found in _met(_CLOCK_ALONE, same):
        time = time_of(found["time"])
        if time is not None:
            yield Said(*found.span(), today, time, until=bool(found["until"]), clock=True)


def _met(form: re.Pattern[str], same: str) -> Iterator[re.Match[str]]:
    return islice(form.finditer(same), MOST_PLACES)


_Counts = Callable[[re.Match[str], date, WorkingDays | None], date | None]


def _counted_days(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """So many days from now: 三个工作日内, within a week, 限3天."""
    forms: tuple[tuple[re.Pattern[str], _Counts], ...] = (
        (_WITHIN_TEXT, _within),
        (WITHIN_EN, within_en),
        (_FROM_NOW_EN, within_en),
        (_GIVEN, _given),
    )
    for form, counts in forms:
        for found in _met(form, same):
            if (day := counts(found, today, working)) is not None:
                yield Said(*found.span(), day, until=True, counted=True)
    for found in _met(_LATER, same):
        count = counted(found["n"]) * (7 if found["weeks"] else 1)
        if 0 < count <= MOST_WORKING:
            yield Said(*found.span(), today + timedelta(days=count), counted=True)


def _nth_days(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Days by their number in a month or week, and the next working day."""
    forms: tuple[tuple[re.Pattern[str], _Counts], ...] = (
        (_NTH_IN_MONTH, _nth_in_month),
        (_NTH_IN_MONTH_EN, _nth_in_month_en),
        (_NEXT_WORKING, lambda _found, today, working: working.add(today, 1) if working else None),
        (_NEXT_WORKING_EN, lambda _found, today, working: working.add(today, 1) if working else None),
    )
    for form, named in forms:
        for found in _met(form, same):
            if (day := named(found, today, working)) is not None:
                clock = found["time"]
                yield Said(*found.span(), day, time_of(clock) if clock else None, until=bool(found["until"]))


# --- Chinese -----------------------------------------------------------------------------------


def _given(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 给大家三天时间 and 限5个工作日."""
    count = counted(found["n"] or found["n2"])
    if not 0 < count <= MOST_WORKING:
        return None
    if found["work"]:
        return working.add(today, count) if working is not None else None
    return today + timedelta(days=count)


def _said_zh(found: re.Match[str], same: str, today: date) -> Said | None:
    start, end = found.span()
    day = _in_its_week(found, today) or day_of(found["day"] + _weekday_of(found["note"]), today)
    if found["again"] and (again := day_of(found["again"], today)) != day:
        # 周一（30日）on another Monday: the number says which.
        other_week = again is not None and day is not None and again.weekday() == day.weekday()
        day = again if other_week and _BARE_WEEKDAY.fullmatch(found["day"]) else None
    if day is None:
        return None
    since = None
    if found["to"]:
        since, day = day, _end_of_range(found["to"] + _weekday_of(found["to_note"]), day, today)
        if day is None:
            return None
    elif ranged := next(
        (one for one in _DAY_RANGE.finditer(same[max(0, start - 12) : start + 12]) if one.end() > 0), None
    ):
        begun = max(0, start - 12) + ranged.end()
        if begun == start and int(ranged["from"]) <= day.day:
            since = day.replace(day=max(1, int(ranged["from"])))
    clock = found["time"]
    if clock and (part := re.search("[早晚]", found["day"])) and not re.match(PART, clock):
        clock = part[0] + clock
    time = time_of(clock) if clock else None
    since_time = None
    if found["till"]:
        # 11月23日9:00至11月30日18:00
        since, since_time = day, time
        day = day_of(found["till"], today)
        time = time_of(found["till_time"]) if found["till_time"] else None
        if day is None:
            return None
    pointed = re.fullmatch(r"\d{1,2}[./-]\d{1,2}|\d{8}", found["day"].strip()) is not None
    return Said(
        start, end, day, time, until=bool(found["until"]), since=since,
        since_time=since_time or (time if found["to"] else None),
        unsure=pointed and not (found["until"] or found["time"] or found["note"]),
    )  # fmt: skip


_WEEKDAY = pattern(f"{WEEK}[一二三四五六日天]")


_ITS_WEEK = pattern(f"(?P<which>[本这下])个?{WEEK}(?![一二三四五六日天])[^。；;！!？?\\n]{{0,60}}$")


def _in_its_week(found: re.Match[str], today: date) -> date | None:
    """A weekday in the week that its sentence names: 下周安排：周一例会，周三走访."""
    if not _BARE_WEEKDAY.fullmatch(found["day"]) or found["again"]:
        return None
    week = _ITS_WEEK.search(found.string[max(0, found.start() - 70) : found.start()])
    if week is None:
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * (week["which"] == "下"))
    return monday + timedelta(days="一二三四五六日".index(found["day"][-1].replace("天", "日")))


def _weekday_of(note: str | None) -> str:
    """The weekday in what stands beside a day: （周六） of （周六补班）."""
    found = _WEEKDAY.search(note) if note else None
    return f"({found[0]})" if found else ""


def _end_of_range(text: str, first: date, today: date) -> date | None:
    """28日 in 11月25日至28日 lies in the month of the first day, or in the next one."""
    if bare := re.match(r"(\d{1,2})[日号]", text):
        number = int(bare[1])
        month = Month(first.year, first.month)
        month = month if number >= first.day else month.shifted(1)
        try:
            return date(month.year, month.number, number)
        except ValueError:
            return None
    return day_of(text, today)


@lru_cache(maxsize=KEPT)
def day_of(said: str, today: date) -> date | None:
    """The day that words without a time name, as one that lies ahead; None where they could mean two."""
    said = re.sub(r"\s", "", said)
    said = re.sub("儿个?$", "天", said)
    said = re.sub("(?<!\\d)元(?=月)", "1", said)
    said = re.sub("^([今明后])(?:早|晚)上?", r"\1天", said)
    said = re.sub("^([今明])$", r"\1天", said)
    said = re.sub("份?的?最后[一1]天$", "底", said)
    said = re.sub("^这个(?=月)", "本", said)
    said = re.sub("^当(?=[月年])", "本", said)
    said = re.sub("^次(?=月)", "下", said)
    said = re.sub("^这(?=月)", "本", said)
    said = re.sub("(?<=[本这下]月)的", "", said)
    said = re.sub("(?<=个月)的", "", said)
    if (found := re.match("今年|本年|明年", said)) and said[2:3] not in ("底", "末"):
        said = f"{today.year + (found[0] == '明年')}年{said[2:]}"
    try:
        return Days(today, deadline=True).named(
            said.replace("月份", "月") if re.search(r"月份\d", said) else said
        )[0]
    except NoDay:
        return None


@lru_cache(maxsize=KEPT)
def time_of(said: str) -> str | None:
    """`17:00` of 下午5点, 5 pm, 5点 (which in an office is the afternoon); `24:00` of 晚上12点."""
    said = re.sub(r"\s+", " ", said).strip().replace("：", ":")
    said = re.sub(r"\s*(?:hrs|hours|o['’]?clock)$|(?<=:\d\d)时$", "", said)
    if said in ("noon", "midday"):
        return "12:00"
    said = re.sub(r"(?<=\d)\.(?=\d\d(?:\s*[ap]|$))", ":", said)
    said = re.sub("一刻", "1刻", said)
    said = re.sub("三刻", "3刻", said)
    if re.match("(?:晚上?|夜里|晚间)(?:12|十二)(?:[点时]|:00)", said):
        return "24:00"
    try:
        since = Days(date(2026, 1, 1)).time_named(said)
    except NoDay:
        return None
    if since is None:
        return None
    minutes = int(since.total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    alone = re.match(rf"(?!0){NUMBER}(?:[点时:]|$)", said) is not None
    if alone and 1 <= hours <= 6 and not re.search(r"[ap]\.?m", said):
        hours += 12
    return f"{hours:02d}:{minutes:02d}"


def _within(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    number = next((said for said in found.group("work", "days", "weeks", "months", "hours") if said), None)
    if number is not None and not counted(number):
        return None
    try:
        if found["work"]:
            count = counted(found["work"])
            return working.add(today, count) if working is not None and 0 < count <= MOST_WORKING else None
        if found["days"]:
            if (
                "日" in found[0]
                and counted(found["days"]) > MOST_NUMBERED
                and _ON_A_DAY.search(found.string[max(0, found.start() - 1) : found.start()])
            ):
                # 在27日之内: within so many days, or on that day?
                return None
            return today + timedelta(days=counted(found["days"]))
        if found["weeks"]:
            return today + timedelta(days=7 * counted(found["weeks"]))
        if found["months"]:
            return _months_on(today, counted(found["months"]))
        if found["today"]:
            return today
        if found["half"]:
            return today + timedelta(days=15)
        if found["hours"]:
            hours = counted(found["hours"])
            return today + timedelta(days=hours // 24) if hours % 24 == 0 or hours < 6 else None
        return Days(today, deadline=True).named(
            "本月内" if found["month"] else "年内" if found["year"] else f"{found['week']}周内"
        )[0]
    except (NoDay, ValueError, OverflowError):
        return None


MOST_NUMBERED = 15
_ON_A_DAY = pattern("[在于]$")


def counted(said: str) -> int:
    """The number of 5, 五 or 十二; 0 where the signs make none."""
    digits = with_digits(said + "日").rstrip("日")
    return int(digits) if digits.isdecimal() else 0


def _months_on(today: date, months: int) -> date:
    month = Month(today.year, today.month).shifted(months)
    return min(month.end, date(month.year, month.number, min(today.day, month.end.day)))


def _nth_in_month(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 12月第一个周五, 本月最后一个工作日 or 本周最后一个工作日."""
    if found["thisweek"]:
        sunday = today + timedelta(days=6 - today.weekday())
        last = found["work"] and not found["nth"] and working is not None
        return working.last_by(sunday) if last and working else None
    if found["m"]:
        number = counted(found["m"])
        if not 1 <= number <= 12:
            return None
        month = Month(today.year + (number < today.month), number)
    else:
        month = Month(today.year, today.month).shifted(found["rel"] in "下次")
    nth = _WHICH.index(found["nth"]) if found["nth"] else None
    weekday = "一二三四五六日".index(found["wd"].replace("天", "日")) if found["wd"] else None
    return _nth_of(month, nth, weekday, working)


def _nth_of(month: Month, nth: int | None, weekday: int | None, working: WorkingDays | None) -> date | None:
    """The nth such weekday, or working day where none is named; None for the last one."""
    first = date(month.year, month.number, 1)
    if weekday is None:
        if working is None:
            return None
        return working.last_by(month.end) if nth is None else working.add(first - timedelta(days=1), nth + 1)
    if nth is None:
        return month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * nth)
    return day if day <= month.end else None


# --- English -----------------------------------------------------------------------------------


def _nth_in_month_en(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of the first Friday of December, or the last working day of this month."""
    if found["m"]:
        number = _EN_MONTHS[found["m"][:3]]
        month = Month(today.year + (number < today.month), number)
    else:
        month = Month(today.year, today.month).shifted(found["rel"] == "next")
    nth = None if found["nth"] == "last" else ("first", "second", "third", "fourth").index(found["nth"])
    if found["day"]:
        return month.end if nth is None else date(month.year, month.number, nth + 1)
    weekday = _WEEKDAYS_EN.index(found["wd"][:3]) if found["wd"] else None
    return _nth_of(month, nth, weekday, working)


_WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHORT_EN = pattern("(?:mon|tues?|wed|thu|thur|thurs|fri|sat|sun)")
_BEFORE_SHORT_EN = pattern(r"(?:\b(?:by|on|before|until|till|due|for|from|at|[ap]\.?m\.?)|\d|[,(:])\s*$")
_ORDINAL = pattern(r"\d(?:st|nd|rd|th)$")
_NTH_OF = pattern(
    r"[ \t]+(?:of\s+the\s+(?:first|second|third|last|following|next)\s+month|floor|quarter|batch|round|half|phase|week|session|plenary|grade|edition|year|time|meeting|department|building|street"
    r"|group|team|district|primary|middle|people|class|place|prize|anniversary|generation|line|stage|part|issue|day\s+of|hospital|cent|item)"
)

_BY_EN = pattern(r"\b(?:by|before|until|no\s+later\s+than)\b")


def _said_en(found: re.Match[str], today: date) -> Said | None:
    if _SHORT_EN.fullmatch(found["day"]) and not _BEFORE_SHORT_EN.search(
        found.string[max(0, found.start() - 16) : found.start()]
    ):
        # He sat in the sun.
        return None
    day = day_of_en(found["day"], today)
    if day is None or (_ORDINAL.search(found["day"]) and _NTH_OF.match(found.string, found.end("day"))):
        return None
    since = None
    if found["to"]:
        since = day
        number = int(re.match(r"\d+", found["to"])[0])  # type: ignore[index]
        named = re.search(r"[a-z]{3}", re.sub("^\\d+(?:st|nd|rd|th)?", "", found["to"]))
        month = _EN_MONTHS.get(named[0], day.month) if named else day.month
        try:
            day = day.replace(month=month, day=number)
        except ValueError:
            return None
        if day < since:
            return None
    said = found["after"] or found["before"]
    time = time_of(said) if said else None
    until = bool(said) and _BY_EN.search(found.string, found.end("day"), found.end()) is not None
    return Said(*found.span(), day, time, until=until, since=since, since_time=time if since else None)


def day_of_en(said: str, today: date) -> date | None:
    """The day that English words without a time name."""
    said = re.sub(r"\s+", " ", said)
    if said == "tonight" or re.fullmatch("this (?:morning|afternoon|evening)", said):
        return today
    said = re.sub("^(?:this )?coming ", "", said)
    if found := re.fullmatch(r"(\d\d)/(\d{1,2})", said):
        # The day stands first where it can be no month.
        if int(found[1]) <= 12:
            return None
        said = f"{found[2]}-{found[1]}"
    if found := re.fullmatch(rf"({WEEKDAY_EN}) (?:of )?(this|next) week", said):
        said = f"{found[2]} {found[1]}"
    if found := re.fullmatch(
        rf"(?:({WEEKDAY_EN}),? )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th) of (this|next) month", said
    ):
        month = Month(today.year, today.month).shifted(1 if found[3] == "next" else 0)
        try:
            return date(month.year, month.number, int(found[2]))
        except ValueError:
            return None
    said = re.sub("(?<=day),? the (?=\\d)", " ", said)
    try:
        return Days(today, deadline=True).named(said)[0]
    except NoDay:
        return None


def within_en(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day that a match of `WITHIN_EN` names."""
    said = "one" if found["n"] in ("a", "an") else found["n"]
    count = int(said) if said.isdecimal() else COUNTS_EN.index(said) + 1
    if found["unit"] in ("working", "business"):
        return working.add(today, count) if working is not None and 0 < count <= MOST_WORKING else None
    if found["what"].startswith("hour"):
        return today + timedelta(days=count // 24) if count % 24 == 0 or count < 6 else None
    return today + timedelta(days=count * (7 if found["what"].startswith("week") else 1))
