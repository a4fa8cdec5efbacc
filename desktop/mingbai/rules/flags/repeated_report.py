"""Reported twice in one period: the same return of the same period came before."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.filter import both, equals, filled
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.sameness import period_of, same_return
from mingbai.rules.flags.saying import quoted, suggestion

TWICE = Words("同一期已经报过", "The same period was reported before")
EVIDENCE = Words("{period}：{other}", "{period}: {other}")


def needs(matter: Matter) -> tuple[Need, ...]:
    """Other occurrences of the same period."""
    if matter.register != TASK or not matter.period_key:
        return ()
    return (Need(TASK, both(equals("period_key", matter.period_key), filled("demand"))),)


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Demand and period are what a return is known by; last week's is no duplicate."""
    rule = around.rules.cite(Family.REPEATED_REPORT, "APP26-1", "GD-APP-2")
    if matter.register != TASK or not matter.period_key or rule is None:
        return
    period = period_of(matter.period_key)
    for one in around.earlier(matter, TASK):
        if one.void or not one.period_key or period_of(one.period_key) != period:
            continue
        if same_return(matter, one):
            evidence = EVIDENCE.format(period=matter.period_key, other=quoted(one, matter.day))
            yield suggestion(Family.REPEATED_REPORT, rule, TWICE, evidence, one)
            return
