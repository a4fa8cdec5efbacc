"""How often a notice asks for something of its reader; what others do again and again is no period of it.

Every rhythm that the text names is weighed against "none" by the signs about it, as its days are (`likely`).
"""

from __future__ import annotations

from datetime import date

from mingbai.domain.calendar import WorkingDays
from mingbai.rules.notice.days import Day, How
from mingbai.rules.notice.likely import shares, weight_of, weights
from mingbai.rules.notice.rhythm import Rhythm, rhythms_said
from mingbai.rules.notice.signs import Signs, day_signs, is_english, text_signs
from mingbai.rules.notice.standing import Standing

WEIGHTS = "notices/period_weights.tsv"
TOLD = 0.8
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


def places(
    same: str, others: list[Day], today: date, working: WorkingDays | None
) -> tuple[list[tuple[Rhythm, Signs]], Signs]:
    """The rhythms that a folded text names, each with its signs, and the signs that none is the reader's."""
    said = list(rhythms_said(same, today, working))[:MOST]
    if not said:
        return [], []
    english = is_english(same)
    days = [_day(rhythm, today, asked=asked) for rhythm, asked in said]
    standing = Standing(same, days + others, english=english)
    found = [
        (rhythm, day_signs(same, day, days, today, english=english) + standing.of_day(day))
        for (rhythm, _), day in zip(said, days, strict=True)
    ]
    return found, text_signs(same, days) + standing.of_text()


def _day(rhythm: Rhythm, today: date, *, asked: bool) -> Day:
    """A rhythm as a day, so that it has the signs of one; without a day of its own it is told apart as well."""
    how = How.OPENING if rhythm.next_on is None else How.NEXT
    place = (rhythm.start, rhythm.end)
    return Day(rhythm.next_on or today, rhythm.time, *place, how, until=asked, period=rhythm.period)
