"""How often a notice asks for something of its reader; what others do again and again is no period of it.

Every rhythm that the text names is weighed against "none" by the signs about it, as its days are (`likely`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.frequency import Frequency
from mingbai.domain.pattern import pattern
from mingbai.rules.language import mostly_english
from mingbai.rules.notice.day import Day, How
from mingbai.rules.notice.day_context import DayContext
from mingbai.rules.notice.days import NEAR, timed
from mingbai.rules.notice.likely import Likely, shares, weight_of, weights
from mingbai.rules.notice.pieces import Signs
from mingbai.rules.notice.rhythm import rhythms_said
from mingbai.rules.notice.rhythm_forms import Rhythm
from mingbai.rules.notice.rhythm_start import begins_on, ends_with, stretch_beside
from mingbai.rules.notice.signs import day_signs, text_signs

WEIGHTS = "notices/period_weights.tsv"
_WORKING = pattern("工作日|(?:working |week)day")
TOLD = 0.7
"""As likely as this a period is told."""
MOST = 40
"""So many rhythms are weighed."""


def recurring(same: str, days: list[Day], today: date, working: WorkingDays | None) -> Rhythm | None:
    """The rhythm in which a folded text, of which the days are known, surely asks for something."""
    found, of_text = places(same, days, today, working)
    if not found:
        return None
    known = weights(WEIGHTS)[""]
    best: dict[str, tuple[float, Rhythm]] = {}
    for rhythm, signs in found:
        weight = weight_of(signs, known)
        code = rhythm.period.code
        if code not in best or weight > best[code][0]:
            best[code] = weight, rhythm
    parts = shares([weight for weight, _ in best.values()], weight_of(of_text, known))
    share, rhythm = max(
        zip(parts, (rhythm for _, rhythm in best.values()), strict=True), key=lambda one: one[0]
    )
    return rhythm if share >= TOLD else None


@dataclass(frozen=True, slots=True)
class Series:
    """What recurs as the notice says it: how often, and from when until when."""

    rhythm: Rhythm
    own: Day | None = None
    """The next time, or the one after it, as its own words name it."""
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def next_on(self) -> date | None:
        """The day on which it is next due by its rhythm."""
        if self.rhythm.period is Frequency.DAILY and self.starts_on is not None:
            return self.starts_on
        return self.own.day if self.own is not None else None


def series_of(
    same: str, named: list[Day], days: Sequence[Likely], today: date, working: WorkingDays | None
) -> Series | None:
    """What a folded text surely asks for again and again; its days are known, and how likely each is."""
    rhythm = recurring(same, named, today, working)
    if rhythm is None:
        return None
    own = _own(rhythm, named, days)
    # What is asked each working day begins on one, whatever day the notice names.
    begin = working.due_moved if working and _WORKING.search(same, rhythm.start, rhythm.end) else _as_said
    stretch = stretch_beside(same, rhythm.start, rhythm.end, today)
    if stretch is not None and rhythm.period in (Frequency.DAILY, Frequency.WEEKLY):
        first = begin(max(stretch[0], today))
        if rhythm.period is Frequency.DAILY:
            each = Day(first, rhythm.time, rhythm.start, rhythm.end, How.NEXT, period=Frequency.DAILY)
            own = _timed_in(stretch, timed(own or each, same, named), named)
        return Series(rhythm, own, first, stretch[1])
    if own is None and rhythm.period is Frequency.DAILY:
        begins = next((day for day in named if day.how is How.SAID and begins_on(same, day.span)), None)
        first = begin(begins.day if begins is not None else today)
        due = Day(first, rhythm.time, rhythm.start, rhythm.end, How.NEXT, period=Frequency.DAILY)
        ends = ends_with(same, begins.day, today) if begins is not None else None
        return Series(rhythm, timed(due, same, named), first if begins is not None else None, ends)
    opened = own.opened if own is not None else None
    if opened is None:
        return Series(rhythm, own)
    ends = (
        ends_with(same, opened.day, today) if rhythm.period in (Frequency.DAILY, Frequency.WEEKLY) else None
    )
    return Series(rhythm, own, begin(opened.day), ends)


def _timed_in(stretch: tuple[date, date], each: Day, named: Sequence[Day]) -> Day:
    """Each time with the hour that stands behind it in its sentence and was lent to an end of its stretch of days."""
    if each.time:
        return each
    lent = (one for one in named if one.day in stretch and one.time and one.time_span)
    for one in lent:
        if one.time_span and 0 <= one.time_span[0] - each.end <= 2 * NEAR:
            return replace(each, time=one.time, time_span=one.time_span)
    return each


def _as_said(day: date) -> date:
    return day


def _own(rhythm: Rhythm, named: Sequence[Day], days: Sequence[Likely]) -> Day | None:
    """The likeliest of the days that its own words name; what is only a limit opens nothing."""
    own = [
        day
        for day in named
        if day.period is not None and day.start == rhythm.start and not (day.opened and day.opened.limit)
    ]
    return next((day for one in days for day in own if day.day == one.day.day), None)


def places(
    same: str, others: list[Day], today: date, working: WorkingDays | None
) -> tuple[list[tuple[Rhythm, Signs]], Signs]:
    """The rhythms that a folded text names, each with its signs, and the signs that none is the reader's."""
    said = list(rhythms_said(same, today, working))[:MOST]
    if not said:
        return [], []
    english = mostly_english(same)
    days = [_day(rhythm, today, asked=asked) for rhythm, asked in said]
    context = DayContext(same, days + others, english=english)
    found = [
        (rhythm, day_signs(same, day, days, today, english=english) + context.of_day(day))
        for (rhythm, _), day in zip(said, days, strict=True)
    ]
    return found, text_signs(same, days) + context.of_text()


def _day(rhythm: Rhythm, today: date, *, asked: bool) -> Day:
    """A rhythm as a day, so that it has the signs of one; without a day of its own it is told apart as well."""
    how = How.OPENING if rhythm.next_on is None else How.NEXT
    place = (rhythm.start, rhythm.end)
    return Day(rhythm.next_on or today, rhythm.time, *place, how, until=asked, period=rhythm.period)
