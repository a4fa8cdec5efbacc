"""A forwarded text as the messages it is made of, each with the day on which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mingbai.domain.pattern import pattern
from mingbai.rules.days_meant_en import day_of_en

_DATED = (
    r"(?:(?P<y>20\d\d)[-/.年])?(?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?:\s*(?:周|星期)[一二三四五六日天])?"
    r"\s*(?:[上下]午|晚上|早上|中午)?\s*\d{1,2}:\d\d(?::\d\d)?"
)
_HEAD_EN = pattern(
    r"^[ \t>]*on[ \t]+(?:\w{3,9},?[ \t]+)?(?P<day>\d{1,2}[ \t]+[a-z]{3,9}[ \t]+\d{4}|[a-z]{3,9}[ \t]+\d{1,2},?[ \t]+\d{4})[^\n]{0,60}\bwrote:[ \t]*$",
    re.MULTILINE,
)
_HEAD = pattern(
    rf"^[ \t>]*[\[【(]?(?:[^\s\d，。,:：]{{1,12}}[ \t]*[:：]?[ \t]+)?{_DATED}[\])】]?[ \t]*[^\s\d，。,:：]{{0,12}}[ \t]*(?:[:：]|$)",
    re.MULTILINE,
)
_HOUR_HEAD = pattern(
    r"^[ \t]*[^\s\d，。,:：][^\d，。,:：\n]{0,15}[ \t]+(?P<at>\d{1,2}:\d\d)(?::\d\d)?[ \t]*$", re.MULTILINE
)


def messages(same: str, today: date) -> Iterator[tuple[int, int, date]]:
    """The messages of a folded text: from, to, and the day each was written."""
    at, wrote = 0, today
    heads = [*_HEAD.finditer(same), *_HEAD_EN.finditer(same)]
    for head in sorted(heads, key=lambda head: head.start()):
        day = _written_on(head, today)
        if day is None or day > today:
            # Nobody forwards what will be written: this is a time, not a head.
            continue
        yield at, head.start(), wrote
        at, wrote = head.end(), min(day, today)
    yield at, len(same), wrote


def hours_written(text: str) -> frozenset[int]:
    """Where the hours stand at which the messages of a talk were written: a name and an hour alone in their lines."""
    heads = [*_HOUR_HEAD.finditer(text)]
    return frozenset(head.start("at") for head in heads) if len(heads) > 1 else frozenset()


def _written_on(head: re.Match[str], today: date) -> date | None:
    if head.re.groups == 1:
        return day_of_en(head["day"], today)
    try:
        return date(int(head["y"] or today.year), int(head["m"]), int(head["d"]))
    except ValueError:
        return None
