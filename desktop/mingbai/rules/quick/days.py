"""Days in a typed line: when it is due.

A day is only taken for a due date where something says so: 前, by, or that it stands alone and lies ahead.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import MONTH_EN, WEEKDAY_SIGNS
from mingbai.domain.column import PLANNED_AHEAD
from mingbai.domain.days import Days, NoDay
from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.day_words import (
    BESIDE_ZH,
    DAY_EN,
    DAY_ZH,
    HALF_OF_DAY,
    HURRIED_TOMORROW_EN,
    NUMERAL,
    PART_OF_TODAY_EN,
    TIME_EN,
    TIME_ZH,
    WITHIN_EN,
    WITHIN_ZH,
)
from mingbai.rules.days_meant import MOST_WORKING
from mingbai.rules.days_meant_en import day_of_en, within_en
from mingbai.rules.days_meant_zh import counted, day_of
from mingbai.rules.quick.deeds import does_en, does_zh
from mingbai.rules.quick.ended import solved_said
from mingbai.rules.quick.kinds import kind_of
from mingbai.rules.quick.line import HAN, SEPARATORS, Line
from mingbai.rules.quick.lunar_days import LUNAR_ZH, lunar_said
from mingbai.rules.quick.openers import opening_kind, stands_behind_date
from mingbai.rules.said_days import days_said

LONG_PAST = timedelta(days=31)
"""A limit further back is no limit of something recorded now."""

HANDING_IN = "(?:上?交(?![通办])|上报|报(?![表告名道纸刊警修])|报送|提交|反馈|办结|完成|截止|到期|办理|填报|落实|整改|处理|回复)"
NO_FRONT = "(?!锋|[进门海湾山](?:大?街|路|社区|小区|村|镇|乡|巷)|[往夕述]|期(?!间|满|限))"
"""前 that begins a word of its own: 前锋社区, 前进村, 前期."""
_DUE_ZH = alternatives(
    rf"(?P<pre>(?:截止(?:日期|时间)?|最[迟晚]|不[晚迟]于|限(?!时)|务必[于在]?|请[于在]|期限|时限)\s*[:：]?\s*)?"
    rf"(?:(?P<within>{WITHIN_ZH})|(?P<day>(?:{LUNAR_ZH}|{DAY_ZH}){BESIDE_ZH}{TIME_ZH})(?P<part>{HALF_OF_DAY}(?:下班)?)?"
    rf"(?P<post>(?:下班)?(?:之前|以前|前{NO_FRONT}|为?止|截止|到期)|(?<=今[天日])[之以]?内(?=$|[\s,，;；。@报交完回办]))?)(?P<verb>(?:完成|办结|报送|上报|提交|反馈|上交)(?=$|[\s,，;；。]))?"
)
_NO_LEFT = pattern(r"(?:[\d近过至到自从去前第〔\[(（月/.\-—~～]|[\d〇零一二三四五六七八九十今明去本当每]年)$")
_NEWSPAPER = pattern("[早晚]报(?![送给到至])")
NO_RIGHT = pattern(
    r"的|(?<=[\d号])\s*[栋幢号户单元室楼组层]"
    r"|(?<=\d)\s*(?:[kc]?m|kg|[gl]|千克|公[斤里]|[斤吨米亩万亿元升寸度级%]|平[方米]|立方|公顷)(?![a-z])|\s*[-/.~～至到—]\s*\d|\d"
)
"""What makes part of a thing of a day: 3号楼, 12.5公斤."""

_TORN_FROM = pattern(r"(?:\d月份?|[上下本每去明今]个?[月年]|(?:^|[\s，,])[上下每])\s+$")
"""A day whose month, year or rhythm stands before a space is read with it or not at all: 1月 5日前, 下 周五."""
_FROM_TO = pattern(r"\d{1,2}-\d{1,2}[日号]")
"""From one day to another: 3-5号 is no 5 March."""
_NOT_BEFORE = pattern("(?:不[用必须]|无[需须]|不要|别)$")
_NOT_BEHIND = pattern(r"\s*(?:不[用必须]|无[需须])")
_NOT_EN = pattern(
    r"\b(?:(?:do\s+not|don['’]t|no\s+need\s+to|need\s+not|needn['’]t)\s+(?:[\w'’-]+\s+){0,4}|not\s+)$"
)
"""It need not be by then: 不用周五前报, don't send the form by Friday."""
_DATED_BEHIND = pattern(rf"(?<=[{WEEKDAY_SIGNS}])\s*[(（]\s*\d{{1,2}}\s*[月日号]")
"""A weekday whose date stands in brackets, which says more: 周二（12月15日）."""

_TOMORROW_EN = f"(?:{HURRIED_TOMORROW_EN}|tomo)"
"""In a text of sentences tomo may be a name."""
_END_OF_WEEK = r"(?:the\s+)?end\s+of\s+(?:(?:the|this|next)\s+)?week"
_DAY_EN = (
    rf"(?:{_TOMORROW_EN}|{_END_OF_WEEK}|(?:the\s+)?end\s+(?:of\s+)?{MONTH_EN}(?:,?\s+20\d\d)?"
    rf"|the\s+\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_EN}|{DAY_EN})"
)
_LATEST_EN = r"(?:at\s+)?(?:the\s+)?latest"
_LATEST = pattern(_LATEST_EN)
_CLOSING_EN = r"(?:(?:the\s+)?(?:close|end)\s+of\s+(?:business|play|(?:the\s+)?(?:working\s+)?day)|cob|eod)"
"""When the office closes."""
_NOONS_EN = ("noon", "midday")
_NOON_EN = "|".join(_NOONS_EN)
CLOCK_EN = rf"\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\.?|\d{{1,2}}:\d\d|{_NOON_EN}"
_CLOCK_FIRST_EN = pattern(
    r"(?<![\w'’-])(?:(?:due\s+)?(?:by|before|until|till)|(?:no|not)\s+later\s+than)\s+"
    rf"(?P<clock>{CLOCK_EN}),?\s+(?:on\s+)?(?P<on>{PART_OF_TODAY_EN}|{_DAY_EN})(?![\w'’-])"
)
_TODAY_FIRST_EN = pattern(
    rf"(?<![\w'’-])(?P<on>{PART_OF_TODAY_EN}|{_DAY_EN}),?\s+(?:by|before|until|till)\s+(?P<clock>{CLOCK_EN})(?![\w'’-])"
)
_TODAY_AT_EN = pattern(
    rf"(?<![\w'’-])(?P<on>{PART_OF_TODAY_EN}),?\s+(?:at\s+)?(?P<clock>{CLOCK_EN})(?![\w'’-])"
)
_TWO_ORDERS = pattern(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])")
_UNTIL_EN = r"(?P<pre>(?:due\s+)?(?:by|before|until|till)\s+)"
_TODAY = pattern(
    rf"(?<![\w'’-])(?:{_UNTIL_EN}?(?P<said>{PART_OF_TODAY_EN}|cob|eod)|(?:by|before)\s+(?P<closing>{_CLOSING_EN}))"
    rf"(?!\s+(?:on\s+|of\s+)?{_DAY_EN})(?![\w'’-])"
)
_NOON = pattern(
    rf"(?<![\w'’-])(?:(?:{_UNTIL_EN}|at\s+)(?:{_NOON_EN})|(?:due\s+)?(?:by|before)\s+(?P<clock>\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\.?))(?![\w'’-])"
)
_DUE_EN = pattern(
    r"(?<![\w'’-])(?P<pre>(?:(?:due|deadline)(?:\s+(?:on|by|before))?:?|by|before|until|till|(?:no|not)\s+later\s+than)\s+"
    rf"|{_LATEST_EN}:?\s+(?:by\s+)?|(?:by|before)\s+{_CLOSING_EN}\s+(?:on\s+|of\s+)?)?(?P<day>{_DAY_EN}{TIME_EN})(?:\s+(?:at\s+)?(?P<part>morning|afternoon|evening|night|{_NOON_EN}))?(?P<latest>\s+{_LATEST_EN})?(?![\w'’-])"
)
_SAYS_WHEN = pattern(r"(?:\b(?:for|of|on|from|since|at|in|last|next|this|until|to|and|or)|[-–]|\d)\s*$")
_ASKS = pattern(r"\s*(?:what|who|when|where|which|why|how|is|are|does|do|will|can)(?:['’]s)?\s")
_OPEN_UNTIL = pattern(r"\b(?:opens?|opening|closes|closed|closing|shuts?)\s+$")
"""Says when a door is open: office open until noon."""
_WHOLE_DAY = pattern(r"\d{4}-\d{1,2}-\d{1,2}")
_WORD_OF_A_DAY = pattern("[a-z]")
_WORD = pattern(r"\s+([a-z-]+)")
_SAID_DUE = pattern(rf"(?<![\w'’-])(?:due|by|before|no later than)\s+{_DAY_EN}(?![\w'’-])")


_WORKING = pattern(
    rf"(?<![\w近过前])(?P<n>\d{{1,2}}|{NUMERAL})\s*个?工作日[之以]?[内前]"
    rf"|(?<=[求知请于在])(?P<asked>\d{{1,2}}|{NUMERAL})\s*个?工作日[之以]?[内前]"
)


def _take_working_days(line: Line, today: date, working: WorkingDays) -> bool:
    for found in _WORKING.finditer(line.same):
        said = found["n"] or found["asked"]
        days = counted(said)
        if 0 < days <= MOST_WORKING and line.take("due", working.add(today, days).isoformat(), *found.span()):
            return True
    return False


def take_due(line: Line, today: date, working: WorkingDays | None = None, *, happened: bool = False) -> None:
    """The day, and the time where one is written, until which it must be done.

    Where the line tells of what `happened`, this morning is when it did.
    """
    if working is not None and _take_working_days(line, today, working):
        return
    for found in _DUE_ZH.finditer(line.same):
        start, end = found.span()
        due = _due_zh(line, found, today)
        if due is not None and line.take("due", due, start, end):
            return
    if _take_clock_en(line, today, happened=happened):
        return
    for found in WITHIN_EN.finditer(line.same):
        start, end = found.span()
        until = within_en(found, today, working)
        # In the middle of other words it tells of the thing: the rain in two days.
        stands = found[0].startswith("within") or line.first(start) or line.last(end)
        if until is not None and stands and line.take("due", until.isoformat(), start, end):
            return
    if _take_today_en(line, today, happened=happened):
        return
    if not _take_due_en(line, today):
        _take_noon_en(line, today)


def _take_due_en(line: Line, today: date) -> bool:
    """By Friday, tomorrow, 5 December; whether a day is named at all."""
    named = False
    for found in _DUE_EN.finditer(line.same):
        start, end = found.span()
        named = True
        if _NOT_EN.search(line.same[:start]):
            continue
        due = _moment(line, f"{found['pre'] or ''}{found['day']}", today)
        if due is None or (found["pre"] and _LATEST.match(found["pre"]) and not line.last(end)):
            # The latest Friday market has no limit.
            continue
        if found["part"] in _NOONS_EN and ":" not in due:
            due = f"{due} 12:00"
        if not (found["pre"] or found["latest"]):
            if not _bare_due_en(line, found, due, today):
                continue
            on = ON_EN.search(line.same, 0, start)
            start = on.start() if on else start
        if line.take("due", due, start, end):
            break
    return named


def _take_today_en(line: Line, today: date, *, happened: bool) -> bool:
    """By tonight; this afternoon where a line or a part of it closes with it, or it stands before what was read."""
    for found in _TODAY.finditer(line.same):
        start, end = found.span()
        if found["pre"] or found["closing"]:
            sure = _at_an_edge(line, found)
        else:
            behind = happened and found["said"].endswith("morning")
            sure = not behind and _stands_open(line, start, end, today)
        if sure and line.take("due", today.isoformat(), start, end):
            return True
    return False


def _take_noon_en(line: Line, today: date) -> None:
    """By noon, at noon, by 5 pm, where no day is named: today's."""
    for found in _NOON.finditer(line.same):
        start, end = found.span()
        stands = _at_an_edge(line, found) if found["pre"] or found["clock"] else line.last(end)
        sure = stands and not _OPEN_UNTIL.search(line.same[:start])
        due = _moment(line, f"today {found['clock']}", today) if found["clock"] else f"{today} 12:00"
        if sure and due is not None and line.take("due", due, start, end):
            return


def _at_an_edge(line: Line, found: re.Match[str]) -> bool:
    """Whether plain words stand on one side at most: between them it tells of the thing."""
    return line.first(found.start()) or line.last(found.end())


def _stands_open(line: Line, start: int, end: int, today: date) -> bool:
    """Whether a time of this day is no word of a noun or a question: tonight show, what is on tonight."""
    if line.last(end):
        return line.first(start) or not (_SAYS_WHEN.search(line.same[:start]) or _ASKS.match(line.same))
    return _opens(line, start, end) or (line.first(start) and _opens_deed(line, end, today))


def _opens(line: Line, start: int, end: int) -> bool:
    """Whether a kind and then no plain word follow: this afternoon meeting Civil Affairs.

    In the middle of a line a unit must follow: move Friday meeting.
    """
    after = _WORD.match(line.same, end)
    if after is None or kind_of(after[1]) is None:
        return False
    return line.last(after.end()) if line.first(start) else line.before_part(after.end(), "department")


def _take_clock_en(line: Line, today: date, *, happened: bool) -> bool:
    """By 8 pm tonight; tonight by 8 pm; tonight 8 pm at an edge of the line."""
    limits = (_CLOCK_FIRST_EN, _TODAY_FIRST_EN)
    for form in limits if happened else (*limits, _TODAY_AT_EN):
        for found in form.finditer(line.same):
            if found["clock"] in _NOONS_EN and not _at_an_edge(line, found):
                continue
            if form is _TODAY_AT_EN and not (
                line.first(found.start()) or _stands_open(line, *found.span(), today)
            ):
                continue
            day = re.sub(PART_OF_TODAY_EN, "today", found["on"])
            clock = re.sub(_NOON_EN, "12:00", found["clock"])
            due = _moment(line, f"{day} {clock}", today)
            if due is not None and line.take("due", due, *found.span()):
                return True
    return False


ON_EN = pattern(r"\bon\s+$")


def says_due(line: Line) -> bool:
    """Whether a day is named as the limit in what was not read yet, even one that could mean two."""
    return any(line.free(*found.span()) for found in _SAID_DUE.finditer(line.same))


def _due_zh(line: Line, found: re.Match[str], today: date) -> str | None:
    start, end = found.span()
    alone_left = line.begins(start, end)
    closes = line.ends(start, end)
    acts = re.match(HANDING_IN, line.same[end:]) is not None
    if _NO_LEFT.search(line.text[:start]) or NO_RIGHT.match(line.text, end):
        return None
    if _NEWSPAPER.match(line.text, end - 1) or _DATED_BEHIND.match(line.text, end):
        return None
    if is_no_day(line, start, end):
        return None
    sure = (
        closes
        or acts
        or bool(found["verb"])
        or (alone_left and not _IN_TALK.search(line.text[:start]) and _only_day_of_deed(line, found, today))
    )
    if found["within"] or found["pre"]:
        fits = alone_left and (sure or bool(found["post"]))
    elif found["post"]:
        # Something is told of by a day that it lies before: 11月30日前出生的.
        fits = not re.match("[\u4e00-\u9fff]+的", line.text[end:])
    else:
        # 11.30 may be a number of something, but not where a line begins with it.
        fits = alone_left and ((sure and "." not in found["day"]) or _stands_first(line, found))
    said = found[0].removesuffix(found["verb"] or "")
    due = _moment(line, said, today) if fits else None
    if due is None and fits and found["part"]:
        # 明早 and 周五下午 name no hour.
        day = day_of(found["day"], today)
        due = day.isoformat() if day is not None else None
    if due is None:
        return None
    behind = today - date.fromisoformat(due[:10])
    marked = found["pre"] or found["post"]
    return due if behind <= (LONG_PAST if marked else timedelta()) else None


def is_no_day(line: Line, start: int, end: int) -> bool:
    """Whether a day goes with words that stand apart from it, is two days, or is none by which anything must be."""
    before, said = line.text[:start], line.text[start:end]
    return (
        _FROM_TO.search(said) is not None
        or _TORN_FROM.search(before) is not None
        or _NOT_BEFORE.search(before) is not None
        or _NOT_BEHIND.match(line.text, end) is not None
    )


def _only_day_of_deed(line: Line, found: re.Match[str], today: date) -> bool:
    """Whether something to be done follows a day, and the line names no other one."""
    return does_zh(line.same, *found.span()) and len(days_said(line.same, today, None)) < 2


_IN_TALK = pattern(r"[,，;；:：。！!？?]\s*$")
"""Behind such a sign a day goes on with what is told: 我是新来的，下周一给大家看."""


def _stands_first(line: Line, found: re.Match[str]) -> bool:
    return line.first(found.start()) and line.text[found.end() : found.end() + 1].isspace()


def _bare_due_en(line: Line, found: re.Match[str], due: str, today: date) -> bool:
    """A day without by or before: alone, beside what was read, or at the line's end; and it lies ahead."""
    start, end = found.span()
    on = ON_EN.search(line.same, 0, start)
    begins = on.start() if on else start
    opens = line.first(begins) and line.text[end : end + 1].isspace()
    before = line.text[_part_end(line, begins) : begins]
    of_kind = kind_of(before) is not None
    # In the middle of other words on Friday tells when the thing is.
    in_parts = line.last(end) and line.value("kind") is not None and line.value("department") is not None
    tells = _SAYS_WHEN.search(line.same[:start]) is not None and not (on and (opens or of_kind or in_parts))
    if tells or date.fromisoformat(due[:10]) < today or NO_RIGHT.match(line.same, end):
        return False
    if line.alone(start, end):
        return True
    if _SAYS_OF_WHAT.match(found["day"]) and not line.last(end):
        return False
    if opens and _OPENING.match(found["day"]):
        # tomorrow tenant list …, as 明天 is read; today's paper is none.
        return True
    if opens and (_opens_deed(line, end, today) or _opens_event(line, found, today)):
        return True
    if opens and _ONE_DAY.search(found["day"]) and line.value("department") is not None:
        # next Tuesday fire drill Education Bureau: with a unit it is a line in parts.
        return True
    if not _WORD_OF_A_DAY.search(found[0]):
        return _WHOLE_DAY.match(found["day"]) is not None and line.last(end)
    if of_kind or (not before.strip() and start and _NEAR_DAY.match(found["day"])):
        # What it stands between is read as well: training next Tuesday …, form Civil Affairs tomorrow ….
        return True
    return _opens(line, start, end) or line.last(end)


def _opens_deed(line: Line, end: int, today: date) -> bool:
    """Thursday hand out rice, Wednesday official visit homestays; of two days neither is said so."""
    at = len(line.text) - len(line.text[end:].lstrip())
    opens = does_en(line.same, end) or opening_kind(line.same, at) is not None
    return opens and len(days_said(line.same, today, None)) < 2


_DATE_EN = pattern(rf"{MONTH_EN}\.?\s+\d|\d(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_EN}")


def _opens_event(line: Line, found: re.Match[str], today: date) -> bool:
    """March 8 tea party: a whole date opens a line, and what follows neither is called after it nor tells of it."""
    dated = _DATE_EN.search(found["day"]) is not None
    return dated and stands_behind_date(line.same, found.end()) and len(days_said(line.same, today, None)) < 2


_SAYS_OF_WHAT = pattern("(?:month|year)[- ]end")
"""Before other words it is one of theirs: year-end safety."""
_ONE_DAY = pattern(r"^(?:this|next)\s|\d")
_OPENING = pattern(rf"(?:(?:the\s+)?day\s+after\s+)?tomorrow$|{_TOMORROW_EN}$")
_NEAR_DAY = pattern(rf"(?:(?:the\s+)?day\s+after\s+)?tomorrow|{_TOMORROW_EN}|today|next\s")


def _part_end(line: Line, start: int) -> int:
    """Where the last part before a place ends, or a separator stands, or the line begins."""
    return max(
        [part.end for part in line.parts if part.end <= start]
        + [at + 1 for at in range(start) if line.text[at] in SEPARATORS]
        + [0]
    )


def _could_be_two(line: Line, said: str) -> bool:
    """3/11 in an English line is 3 November to some and March 11 to others; in a Chinese one the month is first."""
    found = None if HAN.search(line.text) else _TWO_ORDERS.search(said)
    return found is not None and found["a"] != found["b"] and max(int(found["a"]), int(found["b"])) <= 12


_SAYS_NO_MORE = pattern(rf"\b{_CLOSING_EN}\s+(?:on\s+|of\s+)?|^{_LATEST_EN}:?\s+(?:by\s+)?")
_HURRIED = pattern(rf"\b{_TOMORROW_EN}\b")


def _moment(line: Line, said: str, today: date) -> str | None:
    if _could_be_two(line, said):
        return None
    if (week := re.search(f"{_END_OF_WEEK}$", said)) is not None:
        # Its Friday, as in a notice.
        friday = day_of_en(week[0].replace("of week", "of the week"), today)
        return friday.isoformat() if friday is not None else None
    if (lunar := lunar_said(said, today)) is not None:
        said = f"{lunar[0]:%Y年%m月%d日}{said[lunar[1] :]}"
    plain = _HURRIED.sub("tomorrow", _SAYS_NO_MORE.sub("", re.sub("^deadline", "due", said)))
    plain = re.sub(r"\bthe\s+(?=\d)", "", re.sub(r"\bend\s+(?!of)", "end of ", plain))
    try:
        day, since = Days(today, deadline=True).named(plain)
    except NoDay:
        return None
    return _in_the_office(moment_of(day, since), said)


def moment_of(day: date, since: timedelta | None) -> str:
    """A day with its hour, where one is said: 2026-12-03 14:00."""
    if since is None or since >= timedelta(days=1):
        return day.isoformat()
    hours, minutes = divmod(int(since.total_seconds()) // 60, 60)
    return f"{day.isoformat()} {hours:02d}:{minutes:02d}"


_SAYS_HALF = pattern(
    rf"{HALF_OF_DAY}|[凌清]晨|傍晚|夜|[ap]\.?m|morning|afternoon|evening|night|(?<![\d:])0\d"
)


def _in_the_office(moment: str, said: str) -> str:
    """A moment at an hour of which nobody said in which half of the day: 明天3点 is in the afternoon."""
    day, _, hour = moment.partition(" ")
    if not "01:00" <= hour < "07:00" or _SAYS_HALF.search(said):
        return moment
    return f"{day} {int(hour[:2]) + 12}{hour[2:]}"


_HOUR = r"\d{1,2}\s*(?:[:：]\d\d|[点时](?:半|\d{1,2}分?)?)"
_SOLVED_AT = (
    pattern(
        rf"(?P<at>(?:今[天日])?(?:{HALF_OF_DAY})?{_HOUR})(?P<how>[已处修办解搞][\u4e00-\u9fff]{{1,4}}了?)(?=$|[\s,，;；。])"
    ),
    pattern(rf"(?<![\w'’-])(?P<how>[a-z]+)\s+(?P<at>(?:today\s+)?at\s+(?:{CLOCK_EN}))(?![\w'’-])"),
)


def take_solved_at(line: Line, today: date) -> None:
    """The hour of this day at which it ended: 10:30已修好, solved at 10:30."""
    for form in _SOLVED_AT:
        for found in form.finditer(line.same):
            start, end = found.span("how")
            solved = solved_said(line.text[start:end])
            said = re.sub(r"^(?:today\s+)?at\s+", "", found["at"])
            said = re.sub(_NOON_EN, "12:00", re.sub("^今[天日]", "", said))
            at = _moment(line, f"today {said}" if form is _SOLVED_AT[1] else f"今天{said}", today)
            stands = line.begins(*found.span()) and line.ends(*found.span())
            if (
                solved is not None
                and at is not None
                and stands
                and line.take("solved", solved.code, start, end)
            ):
                line.take("due", at, *found.span("at"))
                return


# --- A plain day -----------------------------------------------------------------------------------


def take_day(line: Line, name: str, said: str, start: int, end: int, today: date) -> bool:
    """Reads a day of which nothing says that it is a limit."""
    if is_no_day(line, start, end):
        return False
    for words in (said, re.sub(rf"{HALF_OF_DAY}$", "", said)):
        try:
            said_at = _in_the_office(moment_of(*Days(today, past=PLANNED_AHEAD).named(words)), words)
        except NoDay:
            continue
        return line.take(name, said_at, start, end)
    return False


def take_last_day(line: Line, name: str, said: str, start: int, end: int, today: date) -> bool:
    """Reads a day to come as the last one: 3月底 and end of March are its last day."""
    last = _moment(line, said, today)
    if last is None or last[:10] < today.isoformat():
        return False
    return line.take(name, last[:10], start, end)
