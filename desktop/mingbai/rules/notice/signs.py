"""Signs by which a day of a notice is known as its due date, and a notice as one that asks for nothing.

A sign is a word or two signs of writing at their place: in the day's own words, before it, behind it in its sentence, in
its clauses as they are seen from it (`other_days`), or anywhere in the text. What each of them weighs is learnt
(`likely`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from mingbai.domain.pattern import pattern
from mingbai.rules.language import mostly_english
from mingbai.rules.notice.day import Day, How
from mingbai.rules.notice.day_context import DayContext
from mingbai.rules.notice.freed import is_freed
from mingbai.rules.notice.other_days import OtherDays
from mingbai.rules.notice.pieces import Signs, pieces, plain, words_and_marks, words_of
from mingbai.rules.notice.table_cells import name_of

BEFORE, BEHIND = 20, 24
"""So many signs of writing beside a day, before and behind it, are looked at."""
FAR_OFF = 60
"""So far from a place its words may stand."""
WORDS = 5
"""So many English words beside a day."""
SENTENCE, WORDS_IN_SENTENCE = 150, 14
"""So much of its sentence on either side says what is to be done by a day."""
ENDS, ENDS_EN = (1, 2, 3), (1, 2)
"""So many signs of writing, or English words, at either end of its clause say who acts by a day and how."""
FOOT = 14
"""So many signs at the end of a text say who wrote it."""
FREED = 2.0
"""How much it counts that the reader is freed of something."""
FAR, BY_SENTENCE, WHOLE = 0.7, 0.5, 0.5
"""How much a sign counts that stands further off, in the same sentence, or anywhere."""
LONGEST = 3_000
"""So much of a text says whether it asks for anything."""

SENTENCE_END = pattern(r"[。；;！!？?\n]|\.\s")
_DAY = "D"
_DATED = " \n0年月日。"
_CLAUSE = pattern(r"[。；，,]")
_PART = pattern("[，,、：:（()）—|｜\t]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
"""Ends a clause, and what stands like one: a name before a colon, a cell, what spoken words leave apart."""


def signs_of(same: str, days: Sequence[Day], today: date) -> tuple[list[Signs], Signs]:
    """The signs of each day of a folded text that it is the due date, and those that none is."""
    english = mostly_english(same)
    context, others = DayContext(same, days, english=english), OtherDays(same, days, english=english)
    of_days = [
        day_signs(same, day, days, today, english=english) + context.of_day(day) + others.of_day(day)
        for day in days
    ]
    return of_days, text_signs(same, days) + context.of_text()


def text_signs(same: str, days: Sequence[Day]) -> Signs:
    """Signs that nothing is asked by any day of a folded text."""
    text = plain(same[:LONGEST])
    foot = _CLAUSE.split(text.rstrip(_DATED))[-1][-FOOT:]
    seen = {"-": 1.0, f"-n{min(len({one.day for one in days}), 4)}": 1.0}
    seen |= {f"-{one.how.value}": 1.0 for one in days}
    if is_freed(same):
        seen["-freed"] = FREED
    if mostly_english(same):
        words = words_of(text)
        seen |= {f"-${one}": BY_SENTENCE for one in words_of(foot)}
        seen |= {f"-{one}": FAR for one in words}
        seen |= {f"-{one} {other}": WHOLE for one, other in pairwise(words)}
    else:
        seen |= dict.fromkeys(pieces(text, "-", (2,)), WHOLE)
        seen |= dict.fromkeys(pieces(text, "-", (3,)), WHOLE / 2)
        seen |= dict.fromkeys(pieces(foot, "-$", (1, 2, 3)), BY_SENTENCE)
    return list(seen.items())


def day_signs(same: str, day: Day, days: Sequence[Day], today: date, *, english: bool) -> Signs:
    """Signs that a day of a folded text is its due date."""
    others = sorted({one.day for one in days})
    rank = f"{min(others.index(day.day), 3)}/{min(len(others), 4)}"
    how = day.how.value + ("!" if day.until else "") + ("?" if day.unsure else "")
    seen = {
        "=": 1.0,
        f"={how}": 1.0,
        f"={rank}": 1.0,
        f"={how} {rank}": 1.0,
        f"={_ahead(day.day, today)}": 1.0,
    }
    seen[f"=time {day.time is not None}"] = 1.0
    if any(one.period is not None for one in days):
        seen[f"={how} beside a rhythm"] = 1.0
    if day.period is not None:
        seen[f"={day.how.value} {day.period.code}"] = 1.0
        seen[f"={day.how.value} of {sum(one.how is How.OPENING for one in days)}"] = 1.0
    if day.opened is not None:
        seen[f"=opened {day.opened.said}"] = 1.0
        seen |= around(same, day.opened.start, day.opened.end, "o", english=english)
    seen |= around(same, day.start, day.end, "", english=english)
    left, right = _sentence(same, day)
    seen |= dict.fromkeys(_in_sentence(left, right, english=english), BY_SENTENCE)
    seen |= dict.fromkeys(_ends(left, right, english=english), 1.0)
    if name := name_of(same, day.start):
        seen["=cell"] = 1.0
        seen |= dict.fromkeys(pieces(plain(name[:BEHIND]), "#", (2, 3)), 1.0)
    return list(seen.items())


def _sentence(same: str, day: Day) -> tuple[str, str]:
    """The sentence of a day on either side of it."""
    left = SENTENCE_END.split(same[max(0, day.start - SENTENCE) : day.start])[-1]
    return plain(left), plain(SENTENCE_END.split(same[day.end : day.end + SENTENCE])[0])


def _in_sentence(left: str, right: str, *, english: bool) -> list[str]:
    """What else the sentence of a day says, on whichever side of it."""
    if english:
        near = words_and_marks(left)[-WORDS_IN_SENTENCE:] + words_and_marks(right)[:WORDS_IN_SENTENCE]
        return [f"s{one}" for one in near]
    return pieces(left, "s", (2,)) + pieces(right, "s", (2,))


def _ends(left: str, right: str, *, english: bool) -> list[str]:
    """How the clause of a day begins and ends: 请各村DAY前报, 公司DAY前修完."""
    clause = f"{_PART.split(left)[-1]}{_DAY}{_PART.split(right)[0]}"
    if english:
        words = words_of(clause)
        return [f"c^{' '.join(words[:many])}" for many in ENDS_EN] + [
            f"c${' '.join(words[-many:])}" for many in ENDS_EN
        ]
    return [f"c^{clause[:many]}" for many in ENDS] + [f"c${clause[-many:]}" for many in ENDS]


def _ahead(day: date, today: date) -> str:
    gap = (day - today).days
    return f"+{gap if gap < 4 else 7 if gap < 10 else 30 if gap < 40 else 99}"


def around(same: str, start: int, end: int, mark: str, *, english: bool) -> dict[str, float]:
    """The words of a place, before it and behind it."""
    left, right = plain(same[max(0, start - FAR_OFF) : start]), plain(same[end : end + FAR_OFF])
    own = plain(same[start:end])
    seen = dict.fromkeys(pieces(own, mark + "=", (1, 2, 3)), 1.0)
    if english:
        before, behind = words_and_marks(left)[-WORDS:], words_and_marks(right)[:WORDS]
        seen |= {f"{mark}<{one}": 1.0 for one in before}
        seen |= {f"{mark}>{one}": 1.0 for one in behind}
        seen |= {f"{mark}<{at}{one}": 1.0 for at, one in enumerate(reversed(before[-2:]))}
        seen |= {f"{mark}>{at}{one}": 1.0 for at, one in enumerate(behind[:2])}
        return seen
    left, right = SENTENCE_END.split(left)[-1], SENTENCE_END.split(right)[0]
    seen |= dict.fromkeys(pieces(left[-BEFORE:], mark + "<", (2,)), FAR)
    seen |= dict.fromkeys(pieces(right[:BEHIND], mark + ">", (2,)), FAR)
    seen[f"{mark}<1{left[-1:] or '^'}"] = 1.0
    seen[f"{mark}>1{right[:1] or '$'}"] = 1.0
    return seen
