"""Every day of a notice that may be its due date, whatever it is named for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.frequency import Frequency
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import NUMBER
from mingbai.rules.notice.day import Day, How, Span
from mingbai.rules.notice.days_counted import days_before, days_behind, days_moved
from mingbai.rules.notice.feasts import feast_days
from mingbai.rules.notice.messages import hours_written, messages
from mingbai.rules.notice.rhythm import rhythms_said
from mingbai.rules.notice.rhythm_start import Start, starts_of
from mingbai.rules.said_days import Said, days_said

MOST_FOLLOWING = 8
"""Of so many days on which something comes next the time after it is looked for: each costs as much as all rhythms."""
MOST = 60
"""So many days are weighed: a text with more is a calendar."""


def days_of(same: str, today: date, working: WorkingDays | None) -> list[Day]:
    """The days of a folded text, from today on, in its order."""
    found: list[Day] = []
    named: list[Said] = []
    for begin, end, wrote in messages(same, today):
        said = _said(same[begin:end], wrote, working)
        named += (replace(one, start=begin + one.start, end=begin + one.end) for one in said if not one.clock)
        found += _of_message(same, (begin, end), said, wrote, working)
    recurring = list(_recurring(same, starts_of(same, named, today), today, working))
    found = [one for one in found if not any(_meets(one.span, other.span) for other in recurring)]
    found += (timed(one, same, found) for one in recurring)
    ahead = sorted((one for one in found if one.day >= today), key=lambda one: one.span)
    # The time after the next one is left out first: few notices mean it.
    kept = sorted(ahead, key=lambda one: one.how is How.OVERNEXT)[:MOST]
    return sorted(kept, key=lambda one: one.span)


_AT_A_TIME = pattern(r"[ ,]*(?:(?:(?:on or )?before|by|at|no later than|not later than) *)?")
"""Between how often and the time, where a day of the sentence may have taken the time for its own."""


def timed(recurs: Day, same: str, found: Sequence[Day]) -> Day:
    """What recurs at a time that is said apart: 每月5日前报，截止17:00; every day before 16:00."""
    if recurs.time:
        return recurs
    for one in found:
        at = one.span if one.how is How.CLOCK else one.time_span
        if at is None or not 0 <= at[0] - recurs.end <= NEAR:
            continue
        if one.how is How.CLOCK or _AT_A_TIME.fullmatch(same, recurs.end, at[0]):
            return replace(recurs, time=one.time, time_span=at)
    return recurs


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _said(text: str, wrote: date, working: WorkingDays | None) -> list[Said]:
    feasts = list(feast_days(text, wrote, working))
    taken = [(one.start, one.end) for one in feasts]
    plain = days_said(text, wrote, working)
    found = [one for one in plain if not any(_meets((one.start, one.end), at) for at in taken)] + feasts
    return sorted(found, key=lambda said: said.start)


def _recurring(same: str, starts: Sequence[Start], today: date, working: WorkingDays | None) -> Iterator[Day]:
    coming = list(_times(same, today, working, How.NEXT, None))
    yield from coming
    last = {one.span: one.day for one in coming if one.period is not Frequency.DAILY}
    for day in sorted(set(last.values()))[:MOST_FOLLOWING]:
        behind = _times(same, day + timedelta(days=1), working, How.OVERNEXT, None)
        yield from (one for one in behind if last.get(one.span) == day)
    for opened in starts:
        yield from _times(same, opened.day, working, How.OPENING, opened)


def _times(
    same: str, first: date, working: WorkingDays | None, how: How, opened: Start | None
) -> Iterator[Day]:
    """The next time of everything that recurs, as of a day."""
    for rhythm, asked in rhythms_said(same, first, working):
        if rhythm.next_on is not None:
            yield Day(
                rhythm.next_on,
                rhythm.time,
                *(rhythm.start, rhythm.end),
                how,
                until=asked,
                period=rhythm.period,
                opened=opened,
            )


# --- One message -------------------------------------------------------------------------------

_STOP = pattern(r"[。；;！!？?\n\r]|\.(?=\s|$)|(?<=[^\d])\.(?=[^\d\w])")
_TAKEN_BACK = pattern(
    "(?:^|[，,。；;：:！!…\\s]|啊|吧)(?:哦|噢|呃|额|嗯)?[，,\\s]*(?:不对|不是|错了|[说写发打看记搞弄听]错|口误|更正|应该是|应为|改[成为到])[^。\n]{0,12}$"
    r"|\b(?:no,? wait|i mean|correction|sorry,|rather,|not that)\b[^.\n]{0,16}$"
)
"""Between two days: the one said before was a slip."""
_DENIED = pattern(
    r"(?:不是|并非|而非)(?:(?:原[先来本定]?|之?前|以前|早先|往[常年]|平时|上次|前面|昨[天日]|老|说)[讲说定写]?[好过的]{0,2})?\s*$|\bnot(?:\s+on)?\s*$"
)
"""Before a day that is none: 12月1号，不是11月30号; 周五，不是原先讲的30号."""
_ASKED_BACK = pattern(r"[^。；;！!\n]{0,12}[吗嘛么]")
"""不是说好周五交吗 denies nothing."""
_TIME_LABEL = pattern("^\\s*(?:具体)?(?:时间|time)\\s*[:：]\\s*$")
NEAR = 80
"""So far from a time its day may stand in another line or sentence."""


def _of_message(
    same: str, where: Span, named: Sequence[Said], wrote: date, working: WorkingDays | None
) -> list[Day]:
    begin, end = where
    text = same[begin:end]
    stops = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    heads = hours_written(text)
    found: list[Day] = []
    for at, said in enumerate(named):
        denied = _DENIED.search(text[max(0, said.start - NEAR) : said.start]) is not None
        if said.clock or (denied and _ASKED_BACK.match(text, said.end) is None):
            continue
        if (
            said.since is None
            and at
            and not denied
            and _TAKEN_BACK.search(text[named[at - 1].end : said.start])
        ):
            found = [one for one in found if one.start != begin + named[at - 1].start]
        place = (begin + said.start, begin + said.end)
        how = How.SAID if said.since is None else How.LAST
        found.append(Day(said.day, said.time, *place, how, until=said.until, unsure=said.unsure))
        if said.since is not None:
            found.append(Day(said.since, said.since_time, *place, How.FIRST))
        if (carried := _carried(said, named[:at], text, wrote)) is not None:
            found.append(Day(carried, said.time, *place, How.CARRIED, until=said.until))
    beside = [
        *days_before(text, begin, named, wrote, working),
        *days_behind(text, begin, named, wrote),
        *days_moved(text, begin, named, working),
    ]
    # 提前一日 is not the 1st.
    found = [one for one in found if not any(day.start <= one.start and one.end <= day.end for day in beside)]
    taken = [one.span for one in found]
    found += [one for one in beside if not any(_meets(one.span, at) for at in taken)]
    feasts = {(begin + one.start, begin + one.end) for one in named if one.feast}
    for said in named:
        if said.clock and said.start not in heads:
            start = stops[bisect_right(stops, said.start) - 1]
            stop = stops[min(bisect_left(stops, said.end), len(stops) - 1)]
            if _TIME_LABEL.search(text[start : said.start]):
                # 日期：11月27日, and in the next line 时间：14:00.
                start = max(0, start - NEAR)
            _add_time(found, said, begin, (begin + start, begin + stop), feasts)
    return found


_NUMBER_ALONE = pattern(rf"{NUMBER}[日号](?![之以]?内)")
_A_YEAR = timedelta(days=366)


def _carried(said: Said, before: Sequence[Said], text: str, wrote: date) -> date | None:
    """A day that is named by its number alone, in the month of the one that is named before it, if that is another."""

    def alone(one: Said) -> bool:
        return _NUMBER_ALONE.match(text, one.start, one.end) is not None

    if said.since is not None or not alone(said):
        return None
    last = next((one.day for one in reversed(before) if not (one.clock or one.counted or alone(one))), None)
    if last is None:
        return None
    try:
        day = last.replace(day=said.day.day)
    except ValueError:
        return None
    return day if day != said.day and wrote <= day <= wrote + _A_YEAR else None


def _add_time(found: list[Day], clock: Said, begin: int, sentence: Span, feasts: AbstractSet[Span]) -> None:
    """A time goes to a day of its sentence that has none: 周五前报，最晚下午5点; else its day is that of the message.

    A feast that is named alone takes none: 元旦值班表下午5点前交.
    """
    span = (begin + clock.start, begin + clock.end)
    beside = [
        at
        for at, one in enumerate(found)
        if sentence[0] <= one.start <= sentence[1] and one.span not in feasts
    ]
    if not beside:
        found.append(Day(clock.day, clock.time, *span, How.CLOCK, until=clock.until))
        return
    if clock.time is not None:
        for at in beside:
            if found[at].time is None:
                found[at] = replace(found[at], time=clock.time, time_span=span)
                return
