"""Running without admission, after a refusal, or past its exit."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.filter import filled
from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.rules.flags.matter import ADMISSION, TASK, Around, Matter, Need, Suggestion, newest_first
from mingbai.rules.flags.sameness import alike, core, same_unit
from mingbai.rules.flags.saying import quoted, suggestion

NOT_ADMITTED = Words("未经准入的工作事项", "Work that was not admitted")
REFUSED = Words("准入申请未获同意", "Its admission was refused")
PAST = Words("准入已到期或已退出", "Its admission has ended")
FIELD = Words("是否在准入清单：未准入", "Admitted: not admitted")
ENDED = Words("{other}，{day}退出", "{other}, ended {day}")


def needs(matter: Matter) -> tuple[Need, ...]:
    """All admissions that were applied for."""
    return (Need(ADMISSION, filled("title")),) if matter.register == TASK else ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """The newest application for the same item decides; without one, what a person noted."""
    family = Family.ADMISSION
    rule = around.rules.cite(family, "ADM-1", "LIST-1")
    if rule is None or matter.register not in {TASK, ADMISSION}:
        return
    if matter.register == ADMISSION:
        return
    applied = _application(matter, around)
    if applied is not None and applied.agreed is False:
        yield suggestion(family, rule, REFUSED, quoted(applied, matter.day), applied)
    elif applied is not None and applied.exit_on and matter.day and applied.exit_on < matter.day:
        told = ENDED.format(other=quoted(applied, matter.day), day=written_day(applied.exit_on, matter.day))
        yield suggestion(family, rule, PAST, told, applied)
    elif matter.admitted is False and not (applied is not None and applied.agreed):
        yield suggestion(family, rule, NOT_ADMITTED, FIELD)


def _application(matter: Matter, around: Around) -> Matter | None:
    # Of the same day too, whichever was recorded first: it says what stands, not which of two is one too many.
    until = newest_first(
        one
        for one in around.history
        if one.register == ADMISSION and (one.day is None or matter.day is None or one.day <= matter.day)
    )
    linked = [one for one in around.history if matter.admission and one.uid == matter.admission]
    for one in (*linked, *until):
        if one in linked:
            return one
        if one.department and matter.department and not same_unit(one.department, matter.department):
            continue
        a, b = core(matter.title), core(one.title)
        if alike(matter.title, one.title) or (min(len(a), len(b)) >= 4 and (a in b or b in a)):
            return one
    return None
