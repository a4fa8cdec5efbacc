"""Came back: what was cut is asked for again, under whatever name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mingbai.domain.filter import Op, Where
from mingbai.domain.frequency import Frequency
from mingbai.domain.review import Method
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.rules.columns import alike, compared, telling
from mingbai.rules.flags.matter import CUT, TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.sameness import same_unit
from mingbai.rules.flags.saying import named, suggestion

MONTHS = 12
RETURNED = Words("核减过的事项又出现", "Something that was cut is asked for again")
EVIDENCE = Words(
    "与已核减的{other}有 {n} 栏相同：{columns}", "{n} columns shared with what was cut, {other}: {columns}"
)
SAME_FILE = Words("与已核减的{other}是同一张表", "The same form file as what was cut, {other}")


def needs(matter: Matter) -> tuple[Need, ...]:
    """The cuts of the twelve months before."""
    if matter.register != TASK or matter.day is None or not (matter.form_columns or matter.form_file):
        return ()
    return (Need(CUT, Where("counts_from", Op.AT_LEAST, _year_before(matter.day).isoformat())),)


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Same unit, same or higher frequency, and most columns or the same file; a title alone shows nothing."""
    rule = around.rules.cite(Family.CAME_BACK, "APP26-1", "GD-INS-3")
    if matter.register != TASK or rule is None:
        return
    new = telling(matter.form_columns)
    for cut in around.earlier(matter, CUT):
        if not same_unit(matter.department, cut.department) or not _within(cut.day, matter.day):
            continue
        if not _as_often(matter, cut):
            continue
        if matter.form_file and matter.form_file == cut.form_file:
            told = SAME_FILE.format(other=named(cut))
            yield suggestion(Family.CAME_BACK, rule, RETURNED, told, cut)
            return
        like = compared(new, telling(cut.form_columns))
        if alike(like):
            told = EVIDENCE.format(
                other=named(cut),
                n=len(like.shared),
                columns=Words("、".join(like.shared), ", ".join(like.shared)),
            )
            yield suggestion(Family.CAME_BACK, rule, RETURNED, told, cut)
            return


def _within(cut: date | None, day: date | None) -> bool:
    return cut is None or day is None or _year_before(day) <= cut <= day


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _as_often(matter: Matter, cut: Matter) -> bool:
    """Whether it comes as often as before the cut, and oftener than was agreed."""
    before = cut.before or cut.period
    times = _times(matter.period)
    if times is None:
        return False
    agreed = _times(cut.after)
    if cut.method is Method.RARER and agreed is not None:
        return times > agreed and (_times(before) is None or times >= (_times(before) or 0))
    known = _times(before)
    return known is None or times >= known


def _times(period: Frequency | None) -> int | None:
    return period.times_a_year if period is not None else None
