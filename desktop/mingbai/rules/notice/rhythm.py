"""How often a notice asks for something, and when it is next due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_SIGNS, WEEKDAY_ZH, WEEKDAYS_ZH
from mingbai.domain.frequency import Frequency
from mingbai.domain.month import Month
from mingbai.domain.numerals import DIGITS_ZH, ONES_ZH
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import NUMBER
from mingbai.rules.days_meant import time_of
from mingbai.rules.days_meant_zh import counted
from mingbai.rules.notice.rhythm_days import (
    in_quarters,
    in_this_or_next,
    last_working,
    month_day,
    next_weekday,
    nth_working,
    quarter_months,
)
from mingbai.rules.notice.rhythm_en import all_en
from mingbai.rules.notice.rhythm_forms import Now, Rhythm, made, met, next_of, spacing


def rhythm_of(same: str, today: date, working: WorkingDays | None) -> Rhythm | None:
    """The rhythm that a folded text asks for; the one that names a day comes before one that does not."""
    found = [rhythm for rhythm, asked in rhythms_said(same, today, working) if asked]
    dated = [rhythm for rhythm in found if rhythm.next_on is not None]
    if dated:
        return min(dated, key=lambda rhythm: rhythm.start)
    return found[0] if found else None


# --- Chinese -----------------------------------------------------------------------------------

_AND = "[、,，和及与]"
_EVERY = "(?:每|逐)(?:个|一)?"
_CLOCK = (
    r"(?:\s*(?P<time>(?:上午|下午|中午|早上|傍晚|晚上|晚|早)?\s*(?:\d{1,2}[:：]\d\d|\d{1,2}[点时](?:半|整)?|[一二两三四五六七八九十]{1,3}[点时](?:半|整)?))"
    r"|(?:上午|下午|中午|早上|傍晚|晚上)?)"
)
_END = r"\s*(?:(?:[上下]午)?下班)?\s*(?:[之以]?前|[之以]?内|止)?"
_WEEKLY = pattern(
    rf"(?:{_EVERY}|逢)(?:{WEEK_ZH})(?:的)?(?:{WEEK_ZH})?(?P<days>[{WEEKDAY_SIGNS}](?:\s*(?:{_AND}|至|到|-)?\s*(?:{WEEK_ZH})?(?:[二三四五六日天]|一(?![组次张份个条篇期轮户项报]))(?!次))*)?{_CLOCK}{_END}"
)
_ONCE_A_WEEK = pattern(
    "一(?:次|报(?!送|告|给|到|至|表|名)|调度|通报|更新|汇总|小结|评|排查|结|主题|学|测|例会|查|巡|清|统计|份|篇|条|期|个|场|轮)"
)
_ON_MONDAYS = ("一报", "一测", "一查", "一巡", "一清")
_MONTHLY = pattern(
    rf"(?:{_EVERY}月(?:份)?|月月|次月|下月(?=\d+日前报上月))(?:的|底前?的|初的?(?=\d))?(?:(?:{NUMBER}[日号]?\s*[-—~至到]\s*)?(?P<d>{NUMBER})\s*(?:[日号]|(?=[，,。；;查报交]|$))(?:\s*{_AND}\s*(?P<d2>{NUMBER})\s*[日号])?"
    rf"|(?:月?(?P<end>[底末])(?!最后|前?最后|工作日))|[底末]?前?的?(?:最[后末]|(?<=[底末]))(?:一个?)?(?:(?P<lastwork>工作日|上班日)|(?P<lastday>天|日)|{WEEK_ZH}(?P<lastwd>[一二三四五六日天]))"
    rf"|(?:的)?第(?P<nth>[{ONES_ZH[:4]}])个?{WEEK_ZH}的?(?:{WEEK_ZH})?(?P<nthwd>[{WEEKDAY_SIGNS}])"
    rf"|的?(?P<firstday>[第头][一1]天)|(?:的)?(?:第|前|头)(?P<nthwork>{NUMBER})个?(?:工作|上班)日)?{_CLOCK}{_END}"
)
_QUARTERLY = pattern(
    rf"(?=[每逐季])(?:{_EVERY}季度?|季度?(?=末月?的?\s*\d|末月的?最后|首月|后第?[一首]个?月|后{NUMBER}[日天]内|的?(?:最后(?:一个?)?月|第三个?月|第[二2]个月|中间)的?\s*\d))(?:的)?(?:(?P<after>(?:结束后?|终了后?|后)(?:的?第?[一首]个?月的?)?|次月)\s*(?P<ad>{NUMBER})\s*[日天号]|(?P<middle>(?:正?中间(?:的?那?一?个)?|第[二2]个)月)的?\s*(?P<md>{NUMBER})[日号]|(?P<first>首月|[第头]一个?月|次季度?首月)\s*(?:的)?(?P<fd>{NUMBER})[日号]"
    rf"|(?:的)?(?:末月|最后(?:一个?)?月|末|第三个?月)(?:的)?\s*(?P<ld>{NUMBER})[日号]|(?!末月)末?(?:的)?(?:月)?(?P<end>[底末])|(?:末月的?)?最后(?:一个?)?(?:(?P<lastwork>工作日)|(?P<lastday>天|日)))?{_CLOCK}{_END}"
)
_TWICE = pattern(
    rf"(?:每年|上半年)的?(?P<m>{NUMBER})月(?P<d>{NUMBER})[日号]前?(?:{_AND}|[前，]|下半年|[次翌]年)+(?P<m2>{NUMBER})月(?P<d2>{NUMBER})[日号]{_CLOCK}{_END}"
)
_HALF = pattern(rf"{_EVERY}半年(?!以)(?P<end>[底末])?{_END}")
_YEARLY = pattern(
    rf"(?:{_EVERY}年|年年)(?:度)?(?:的)?(?:(?P<m>{NUMBER})\s*月份?\s*(?:(?P<d>{NUMBER})\s*[日号]|(?P<mend>[底末]))|(?P<end>[底末]))?{_CLOCK}{_END}"
)
_MORE_MONTHS = pattern(rf"(?:{NUMBER}月)?(?:{NUMBER}[日号])?(?:{_AND}|至)\s*{NUMBER}月")
_DAILY = pattern(rf"(?:(?:每|逐)(?:个)?(?:天|日|晚|早)|每个?工作日|日日|天天)(?:的)?{_CLOCK}{_END}")
_MIXED = pattern(
    rf"(?=[每半隔逢双按不适])(?:每个?半个?月|半个?月(?:报|一)|每(?:隔)?[二两三四五六\d]{{1,2}}个?(?:{WEEK_ZH}|月|天|日|年|小时)|每隔|隔[天周日月年](?!离)|[每逢]?双(?:{WEEK_ZH}|月)(?=[报一的周星])|每双|每单|每旬|按旬|逢[单双\d]"
    rf"|每十[天日]|不定期(?:报|上报|开展)?|每(?:{WEEK_ZH}|月|个月|季度?|年)(?:至少)?(?:[两二三四五]|[2-9])次|适时报|半月一报)(?:的?{WEEKDAY_ZH})?"
)
_LISTED = pattern(
    rf"(?=[\d{DIGITS_ZH}十逢])(?:(?<![\d月])(?P<months>(?:{NUMBER}月?{_AND}){{1,3}}{NUMBER})月份?的?(?P<d>{NUMBER})"
    rf"|逢(?P<days>(?:{NUMBER}[日号]?{_AND}){{1,5}}{NUMBER}))[日号]{_CLOCK}{_END}"
)
_ONE_ONE = pattern(
    r"(?<![\d二两三四五六七八九十隔半几])(?=[半季年月周天日一1实执落坚建启严按])(?:(?P<u0>半年|季度?|年|月|周|天|日)(?:报|交|开|上报|报送|召开|组织)?一次(?!性)|一个?(?P<u5>季度|月|星期|礼拜|年)(?:报|交|开|上报|报送)?一次(?!性)|(?P<u>日|天|周|月|季度?|半年|年)(?:一|1)(?:报(?!名)|更新|调度|通报|汇总|小结|统计|排查|上报|反馈)|(?:一|1)(?P<u2>日|天|周|月|季度?|年)(?:一|1)(?:报(?!名)|更新|调度|通报|汇总|小结|统计|排查|上报|反馈|次)"
    r"|(?P<u7>周|月|季)(?P=u7)(?=[都要得必须报交排有])|(?P<u8>半年|季度)报(?=[，,。：:；;、\n]|$)"
    r"|(?:实行|执行|落实|坚持|建立|启动|严格)[^，,。；;\n]{0,6}(?P<u3>日|周|月|季度?|半年)(?:报告|报|调度|零报告|通报|排查)(?:制度?|机制)?"
    r"|按(?:照)?(?P<u4>日|天|周|月|季度?|半年|年度?)(?:度)?(?:[给交送收]|上报|报送|报|填报|更新|汇总|反馈|调度|提交|统计))"
)
_UNIT = {
    "日": Frequency.DAILY,
    "天": Frequency.DAILY,
    "周": Frequency.WEEKLY,
    "月": Frequency.MONTHLY,
    "季": Frequency.QUARTERLY,
    "季度": Frequency.QUARTERLY,
    "半年": Frequency.HALF_YEARLY,
    "星期": Frequency.WEEKLY,
    "礼拜": Frequency.WEEKLY,
    "年": Frequency.YEARLY,
    "年度": Frequency.YEARLY,
}
_MONEY = pattern(
    r"[^，,。；;\n]{0,8}?(?:\d[\d.,]*\s*(?:元|万元|块)|补贴|津贴|补助|工资|待遇|低保金|养老金|发放|领取|收费|租金|限额)"
)
_NOT_ASKED = pattern(
    "(?:享受|发放|(?:补贴|补助)(?![名台表册花清信数])|原来?|以前|以往|过去|不再|取消|无需|不用|不必|往年|定为|改为不|是)[^，,。；;\n]{0,6}$"
)
_ONE_OF = pattern("\\s*(?:一度|都有|都会|例行|固定|常规)")
_ACTS = pattern(
    "报|交|送|发|传|反馈|完成|填|更新|汇总|调度|召开|开展|组织|巡|排查|检查|走访|打卡|签到|上[门传]|学习|次|统计|公示|通报|例会|维护|登记|录|拍|清|消|测|值班|看护|慰问|核|做|进行|前$|前[,，。]|前"
    r"|\b(?:submit|send|return|report|complete|upload|fill|register|check|visit|patrol|meet|hold|update|hand|due|deliver|inspect|clean|count|record)\w*\b"
)


_STOP = pattern(r"[。；;！!？?\n]")
_NEAR, _FAR = 60, 240
"""So many signs before and after say what is asked that often."""


def rhythms_said(same: str, today: date, working: WorkingDays | None) -> Iterator[tuple[Rhythm, bool]]:
    """Every rhythm that a folded text names, and whether something seems to be asked that often."""
    now = Now(today, working)
    for form, read in _ZH:
        for found in met(form, same):
            rhythm = read(found, same, now)
            if rhythm is not None:
                dated = rhythm.next_on is not None and form is not _DAILY
                yield rhythm, _asks(same, *found.span(), dated=dated)
    if _ENGLISH.search(same):
        yield from ((rhythm, True) for rhythm in all_en(same, now))


_ENGLISH = pattern("[a-z]{3}")


def _asks(same: str, start: int, end: int, *, dated: bool) -> bool:
    """Whether something is asked that often: no money is paid, and nothing is only told of."""
    far = min(len(same), end + _FAR)
    stop = _STOP.search(same, end, far)
    right = same[end : stop.start() if stop else far]
    left = _STOP.split(same[max(0, start - _NEAR) : start])[-1]
    if _MONEY.match(right) or _NOT_ASKED.search(left) or _ONE_OF.match(right):
        return False
    return dated or bool(_ACTS.search(same[start:end]) or _ACTS.search(right) or _ACTS.search(left))


def _weekly(found: re.Match[str], same: str, now: Now) -> Rhythm | None:
    said = found["days"]
    if not said:
        return made(found, Frequency.WEEKLY, None)
    if said == "一" and (once := _ONCE_A_WEEK.match(same, found.end("days") - 1)):
        # 每周一报 is as good as always on Mondays, 每周一次 is on no day.
        monday = next_weekday(now.today, 0) if once[0] in _ON_MONDAYS else None
        return Rhythm(Frequency.WEEKLY, monday, None, found.start(), found.end("days") - (monday is None))
    if same[found.end("days") : found.end("days") + 1] == "次":
        # Wednesdays or three times: 每周三次.
        return None
    days = [WEEKDAYS_ZH[sign] for sign in re.sub(rf"{WEEK_ZH}|[^{WEEKDAY_SIGNS}]", "", said)]
    if re.search("至|到|-", said):
        # 每周一至周五: on each of these days.
        day = now.today if days[0] <= now.today.weekday() <= days[-1] else next_weekday(now.today, days[0])
        return made(found, Frequency.DAILY, day)
    nearest = min(next_weekday(now.today, day) for day in days)
    return made(found, Frequency.WEEKLY if len(days) == 1 else Frequency.IRREGULAR, nearest)


def _monthly(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    if found["d2"]:
        days = [month_day(now.today, counted(found[name])) for name in ("d", "d2")]
        return made(found, Frequency.IRREGULAR, min((day for day in days if day is not None), default=None))
    return made(found, Frequency.MONTHLY, _next_month_day(found, now))


def _next_month_day(found: re.Match[str], now: Now) -> date | None:
    if found["d"]:
        return month_day(now.today, counted(found["d"]))
    if found["firstday"]:
        return month_day(now.today, 1)
    if found["end"] or found["lastday"]:
        return Month(now.today.year, now.today.month).end
    finder: Callable[[Month], date | None]
    if found["lastwork"]:
        finder = lambda month: last_working(month, now.working)  # noqa: E731
    elif found["lastwd"]:
        weekday = WEEKDAYS_ZH[found["lastwd"]]
        finder = lambda month: month.end - timedelta(days=(month.end.weekday() - weekday) % 7)  # noqa: E731
    elif found["nth"]:
        weekday, nth = WEEKDAYS_ZH[found["nthwd"]], ONES_ZH.index(found["nth"])
        finder = lambda month: next_weekday(date(month.year, month.number, 1), weekday) + timedelta(7 * nth)  # noqa: E731
    elif found["nthwork"]:
        count = counted(found["nthwork"])
        finder = lambda month: nth_working(month, count, now.working)  # noqa: E731
    else:
        return None
    return in_this_or_next(now.today, finder)


def _quarterly(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    day: date | None = None
    if found["ad"]:
        day = in_quarters(now.today, 1, counted(found["ad"]))
    elif found["md"]:
        day = in_quarters(now.today, 2, counted(found["md"]))
    elif found["fd"]:
        day = in_quarters(now.today, 1, counted(found["fd"]))
    elif found["ld"]:
        day = in_quarters(now.today, 0, counted(found["ld"]))
    elif found["end"] or found["lastday"]:
        day = in_quarters(now.today, 0, 31)
    elif found["lastwork"]:
        month = quarter_months(0)(now.today)
        day = last_working(month, now.working)
    return made(found, Frequency.QUARTERLY, day)


def _half_yearly(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    day = date(now.today.year, 6, 30) if now.today.month <= 6 else date(now.today.year, 12, 31)
    return made(found, Frequency.HALF_YEARLY, day if found["end"] else None, time=False)


def _twice(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    """The next of two days of the year: 上半年6月30日、下半年12月31日."""
    numbers = [(counted(found["m" + at]), counted(found["d" + at])) for at in ("", "2")]
    if not all(1 <= month <= 12 and 1 <= day <= 31 for month, day in numbers):
        return None
    ends = [
        (Month(year, month).end, day)
        for year in (now.today.year, now.today.year + 1)
        for month, day in numbers
    ]
    days = sorted(end.replace(day=min(day, end.day)) for end, day in ends)
    period = Frequency.HALF_YEARLY if abs(numbers[1][0] - numbers[0][0]) == HALF else Frequency.IRREGULAR
    return made(found, period, next(day for day in days if day >= now.today))


HALF = 6
"""Months of half a year."""


def _yearly(found: re.Match[str], same: str, now: Now) -> Rhythm | None:
    day: date | None = None
    if _MORE_MONTHS.match(same, found.end()) or _MORE_MONTHS.match(same, found.start() + 2):
        return made(found, Frequency.IRREGULAR, None)
    if found["m"]:
        number = counted(found["m"])
        if not 1 <= number <= 12:
            return None
        for year in (now.today.year, now.today.year + 1):
            end = Month(year, number).end
            day = end if found["mend"] else date(year, number, min(counted(found["d"]) or 1, end.day))
            if day >= now.today:
                break
    elif found["end"]:
        day = date(now.today.year, 12, 31)
    return made(found, Frequency.YEARLY, day)


def _daily(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    day = now.today
    if "工作日" in found[0] and now.working is not None and not now.working.is_working(day):
        day = now.working.add(day, 1)
    daily = made(found, Frequency.DAILY, day)
    if "晚" in found[0] and (said := found["time"]) and not said.startswith("晚"):
        return replace(daily, time=time_of("晚上" + said))
    return daily


def _mixed(found: re.Match[str], _same: str, _now: Now) -> Rhythm | None:
    return made(found, Frequency.IRREGULAR, None, time=False)


def _listed(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    """The next of days that are counted up: 3、6、9、12月的25日; 逢10、20、30日."""
    numbers = [counted(said) for said in re.findall(NUMBER, found["months"] or found["days"])]
    if found["days"]:
        days = [day for number in numbers if (day := month_day(now.today, number)) is not None]
        return made(found, Frequency.IRREGULAR, min(days, default=None))
    period = spacing(numbers)
    on = counted(found["d"])
    if period is None or not 1 <= on <= 31:
        return None
    return made(found, period, next_of(numbers, on, now.today))


def _one_one(found: re.Match[str], _same: str, now: Now) -> Rhythm | None:
    period = _UNIT[next(said for said in found.groups() if said)]
    return made(found, period, now.today if period is Frequency.DAILY else None, time=False)


_ZH: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, Now], Rhythm | None]], ...] = (
    (_LISTED, _listed),
    (_MIXED, _mixed),
    (_WEEKLY, _weekly),
    (_MONTHLY, _monthly),
    (_QUARTERLY, _quarterly),
    (_TWICE, _twice),
    (_HALF, _half_yearly),
    (_YEARLY, _yearly),
    (_DAILY, _daily),
    (_ONE_ONE, _one_one),
)
