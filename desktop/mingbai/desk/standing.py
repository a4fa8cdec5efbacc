"""How an open entry stands, in sentences: an admission's clocks, how long a point waits, why a rule flags nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.desk.clocks import clocks
from mingbai.desk.glossary import Glossary
from mingbai.desk.raising import points_about
from mingbai.desk.rhythms import rhythms
from mingbai.desk.spoken_days import Nearness, days_since, times_a_year, weekday_moment
from mingbai.desk.states import OF_CLOCK, Shape
from mingbai.desk.time_limits import uncertain_due
from mingbai.desk.whole import verdict_words
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.point import POINTS, Point
from mingbai.domain.review import DECISIONS
from mingbai.domain.rule import RULES, Family, Rule
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger

WAITS = Words("反映了 {days}，还没有答复", "Raised {days} ago, no answer yet")
ANSWERED = Words("等了 {days}答复", "Answered after {days}")
TODAY = Words("今天反映，等答复", "Raised today, waiting for an answer")
ON_THE_DAY = Words("当天答复", "Answered the same day")
RAISED_TODAY = Words("今天向{to}反映，等答复", "Raised with {to} today, waiting for an answer")
RAISED = Words("{day}向{to}反映，等了 {days}，还没有答复", "Raised with {to} {day}, no answer for {days}")
RAISED_ANSWERED = Words(
    "{day}向{to}反映，等了 {days}：{result}", "Raised with {to} {day}, answered after {days}: {result}"
)
PLAINLY_ANSWERED = Words("已答复", "answered")
NOBODY = Words("上级", "a higher unit")
RARER = Words("{day}起{often}", "From {day}: {often}")


@dataclass(frozen=True, slots=True)
class Standing:
    """One sentence, the shape beside it and its colour."""

    words: Words
    shape: Shape
    nearness: Nearness = Nearness.FAR
    uncertain: bool = False
    """Whether the list of holidays lacks a year that it counts on."""


def standing(ledger: Ledger, entry: Entry, glossary: Glossary) -> Iterator[Standing]:
    """What is to say about an entry today; nothing about what lies in the bin."""
    if entry.binned_at is not None:
        return
    if entry.register is ADMISSIONS:
        for clock in clocks(entry.record, glossary.today, glossary.working_days):
            yield Standing(clock.told, OF_CLOCK[clock.nearness], clock.nearness, clock.uncertain)
    elif entry.register is RULES:
        yield from _rule(ledger, entry.record, glossary)
    elif entry.register is DECISIONS:
        shape = Shape.TICK if entry.record.cut else Shape.DOT
        yield Standing(verdict_words(entry.record), shape)
    elif entry.register is POINTS:
        yield _point(entry.record, glossary)
    elif entry.register is ISSUES:
        told = uncertain_due(ledger, entry.record, glossary)
        if told is not None:
            yield Standing(told, Shape.SOON, Nearness.NEAR, uncertain=True)
    elif entry.register.reviewed:
        if entry.register is DEMANDS:
            yield from _rarer(ledger, entry, glossary)
        for point in points_about(ledger, entry, glossary.today):
            yield _raised(point.record, glossary)


def _rarer(ledger: Ledger, entry: Entry, glossary: Glossary) -> Iterator[Standing]:
    """That it comes in another rhythm than the one that was entered, or will from a day on."""
    last = rhythms(ledger, [entry], glossary.today)[entry.uid][-1]
    ends = min(entry.record.ends_on or date.max, last.until or date.max)
    # What has ended, or ends before, does not come any more.
    if last.since is None or last.stopped is not None or ends < max(last.since, glossary.today):
        return
    if last.period is not entry.record.period:
        day = weekday_moment(last.since, glossary.today)
        often = times_a_year(last.period.times_a_year or 0)
        yield Standing(RARER.format(day=day, often=often), Shape.TICK)


def _rule(ledger: Ledger, rule: Rule, glossary: Glossary) -> Iterator[Standing]:
    from mingbai.desk.speaking import NO_CALENDAR, silence, unheard

    today = glossary.today
    why = silence(rule, today)
    if why is not None:
        shape, near = (Shape.SOON, Nearness.NEAR) if why.amiss else (Shape.RING, Nearness.FAR)
        yield Standing(why.told, shape, near)
        return
    for words in unheard(ledger, rule, today):
        yield Standing(words, Shape.SOON, Nearness.NEAR)
    if Family.SHORT_NOTICE in rule.families and not glossary.working_days.known(today):
        told = NO_CALENDAR.format(year=today.year)
        yield Standing(told, Shape.SOON, Nearness.NEAR, uncertain=True)


def _raised(one: Point, glossary: Glossary) -> Standing:
    to = NOBODY
    if one.raised_to is not None:
        to = Words(glossary.show(one.raised_to, "zh"), glossary.show(one.raised_to, "en"))
    since = weekday_moment(one.raised_on, glossary.today)
    if one.answered_on is None and one.raised_on >= glossary.today:
        return Standing(RAISED_TODAY.format(to=to), Shape.RING)
    if one.answered_on is None:
        days = days_since(one.raised_on, glossary.today)
        return Standing(RAISED.format(day=since, to=to, days=days), Shape.RING)
    result = one.result.words if one.result is not None else PLAINLY_ANSWERED
    days = days_since(one.raised_on, one.answered_on)
    told = RAISED_ANSWERED.format(day=since, to=to, days=days, result=result)
    return Standing(told, Shape.TICK)


def _point(one: Point, glossary: Glossary) -> Standing:
    if one.answered_on is None and one.raised_on >= glossary.today:
        return Standing(TODAY, Shape.RING)
    if one.answered_on is None:
        return Standing(WAITS.format(days=days_since(one.raised_on, glossary.today)), Shape.RING)
    if one.answered_on <= one.raised_on:
        return Standing(ON_THE_DAY, Shape.TICK)
    return Standing(ANSWERED.format(days=days_since(one.raised_on, one.answered_on)), Shape.TICK)
