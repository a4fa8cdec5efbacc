"""Inspections: unplanned, too many in a day, week or month, or evaluated by a level that may not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mingbai.domain.department import Level
from mingbai.domain.filter import Op, Where, both
from mingbai.domain.inspection import A_DAY, A_MONTH, A_WEEK, ASSESSING, LIMITED_BY
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.rules.flags.matter import INSPECTION, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import suggestion

ASSESSING_CODES = frozenset(kind.code for kind in ASSESSING)
UNPLANNED = Words("督查检查考核未列入年度计划", "The inspection is not in the yearly plan")
TOO_MANY = Words("督查检查考核次数超限", "More inspections than the limit")
LEVEL = Words("市级不直接考核村（社区）", "The city does not evaluate villages and communities")
COUNTED = Words("{span}第 {n} 次，上限 {most} 次", "Number {n} {span}; the limit is {most}")
IN_DAY, IN_WEEK, IN_MONTH = Words("当天", "that day"), Words("当周", "that week"), Words("当月", "that month")


def needs(matter: Matter) -> tuple[Need, ...]:
    """The inspections of the same month and week."""
    if matter.register != INSPECTION or matter.day is None:
        return ()
    since = min(matter.day.replace(day=1), matter.day - timedelta(days=matter.day.weekday()))
    return (
        Need(
            INSPECTION,
            both(
                Where("held_on", Op.AT_LEAST, since.isoformat()),
                Where("held_on", Op.AT_MOST, matter.day.isoformat()),
            ),
        ),
    )


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Each reason by itself; of the counts only the narrowest that is over."""
    if matter.register != INSPECTION:
        return
    family, rules = Family.INSPECTION_LIMIT, around.rules
    if matter.planned is False and (rule := rules.cite(family, "GD-INS-1", "HNWR-1")) is not None:
        yield suggestion(family, rule, UNPLANNED, Words("列入年度计划：否", "In the yearly plan: no"))
    if (counted := _counted(matter, around)) is not None:
        rule = rules.cite(family, *LIMITED_BY)
        if rule is not None:
            yield suggestion(family, rule, TOO_MANY, counted)
    if matter.level == Level.CITY.code and matter.kind in ASSESSING_CODES:
        rule = rules.cite(family, "GD-INS-4", "GD-INS-1")
        if rule is not None:
            yield suggestion(family, rule, LEVEL, Level.CITY.words)


def _counted(matter: Matter, around: Around) -> Words | None:
    if matter.day is None:
        return None
    days = [one.day for one in around.earlier(matter, INSPECTION) if one.day is not None and not one.void]
    for span, most, same in (
        (IN_DAY, A_DAY, lambda day: day == matter.day),
        (IN_WEEK, A_WEEK, lambda day: _week(day) == _week(matter.day)),
        (IN_MONTH, A_MONTH, lambda day: (day.year, day.month) == (matter.day.year, matter.day.month)),
    ):
        n = 1 + sum(1 for day in days if same(day))
        if n > most:
            return COUNTED.format(span=span, n=n, most=most)
    return None


def _week(day: date | None) -> tuple[int, int] | None:
    return tuple(day.isocalendar()[:2]) if day else None  # type: ignore[return-value]
