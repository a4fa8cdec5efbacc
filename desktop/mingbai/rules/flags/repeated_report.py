"""Reported twice in one period: the same return of the same period came before, or the same was asked once already."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.filter import Op, Where, both, empty, equals, filled
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.sameness import (
    core,
    period_of,
    recorded_twice,
    same_return,
    same_unit,
    telling,
    waits_still,
)
from mingbai.rules.flags.saying import quoted, suggestion

TWICE = Words("同一期已经报过", "The same period was reported before")
EVIDENCE = Words("{period}：{other}", "{period}: {other}")
AGAIN = Words("同一件事期限未到又要一次", "The same is asked for again before it is due")
EVIDENCE_AGAIN = Words("{other}期限未到，又来一份", "Asked again before this was due: {other}")


def needs(matter: Matter) -> tuple[Need, ...]:
    """Other occurrences of the same period; of what comes once what is not due yet."""
    if matter.register != TASK:
        return ()
    if matter.period_key:
        return (Need(TASK, both(equals("period_key", matter.period_key), filled("demand"))),)
    if not is_once(matter) or matter.day is None:
        return ()
    waits = Where("due_on", Op.AT_LEAST, matter.day.isoformat())
    return (Need(TASK, both(waits, empty("demand"), empty("period_key"))),)


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Demand and period are what a return is known by; last week's is no duplicate."""
    rule = around.rules.cite(Family.REPEATED_REPORT, "APP26-1", "GD-APP-2")
    if matter.register != TASK or rule is None:
        return
    period = period_of(matter.period_key) if matter.period_key else ""
    for one in around.earlier(matter, TASK):
        if one.void:
            continue
        if period and one.period_key and period_of(one.period_key) == period and same_return(matter, one):
            evidence = EVIDENCE.format(period=matter.period_key, other=quoted(one, matter.day))
            yield suggestion(Family.REPEATED_REPORT, rule, TWICE, evidence, one)
            return
        if asked_again(matter, one):
            evidence = EVIDENCE_AGAIN.format(other=quoted(one, matter.day))
            yield suggestion(Family.REPEATED_REPORT, rule, AGAIN, evidence, one)
            return


def is_once(matter: Matter) -> bool:
    """Whether it has no period and says by its title of what it is: 上报材料 says nothing of it."""
    return not (matter.period or matter.period_key or matter.demand) and telling(matter.title)


def asked_again(matter: Matter, one: Matter) -> bool:
    """Whether an earlier one asks once for the same, and was not due yet when this one came.

    What comes each week comes after the last one was due, or names another week.
    """
    return (
        waits_still(matter, one)
        and telling(matter.title)
        and telling(one.title)
        and core(matter.title) == core(one.title)
        and same_unit(matter.department, one.department)
        and not recorded_twice(matter, one)
    )
