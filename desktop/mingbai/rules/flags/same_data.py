"""Same data asked before: most columns that say something stood in an earlier form, of any unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mingbai.domain.filter import Op, Where, both, filled
from mingbai.domain.rule import Family
from mingbai.domain.task import Status
from mingbai.domain.words import NO_WORDS, Words
from mingbai.rules.columns import FEWEST, compared, covered, in_common, telling
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.sameness import another_period
from mingbai.rules.flags.saying import bare_day, day_told, suggestion

YEAR = timedelta(days=366)
"""So long ago at most it was reported."""
ASKED_BEFORE = Words("所要的数据已经报过", "The data asked for were reported before")
EVIDENCE = Words(
    "这 {all} 栏中有 {n} 栏{day}已报{unit}（{title}）：{columns}",
    "{n} of these {all} columns were reported to {unit} {day} ({title}): {columns}",
)

ALL_EVIDENCE = Words(
    "这 {all} 栏{day}都已报{unit}（{title}）：{columns}",
    "All of these {all} columns were reported to {unit} {day} ({title}): {columns}",
)
ASKED = Words(
    "这 {all} 栏中有 {n} 栏已由{unit}要过（{title}，{day}，{stands}）：{columns}",
    "{n} of these {all} columns were already asked for by {unit} ({title}, {day}, {stands}): {columns}",
)
ALL_ASKED = Words(
    "这 {all} 栏都已由{unit}要过（{title}，{day}，{stands}）：{columns}",
    "All of these {all} columns were already asked for by {unit} ({title}, {day}, {stands}): {columns}",
)
NOT_REPORTED = {
    Status.TODO.code: Words("还没办", "not done yet"),
    Status.DOING.code: Words("还没办完", "not done yet"),
    Status.DROPPED.code: Words("不再办理", "no longer needed"),
}
"""How an earlier one stands for which nothing was reported."""
ANOTHER = Words("其他单位", "another unit")


def needs(matter: Matter) -> tuple[Need, ...]:
    """The forms of the year before."""
    if matter.register != TASK or not matter.form_columns:
        return ()
    since = (matter.day - YEAR).isoformat() if matter.day else ""
    return (Need(TASK, both(filled("form_columns"), Where("received_on", Op.AT_LEAST, since))),)


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Holds the form against every earlier one; an earlier period of the same return is none."""
    rule = around.rules.cite(Family.SAME_DATA, "APP26-1", "DS-1")
    if matter.register != TASK or rule is None:
        return
    one = nearest(matter, around.earlier(matter, TASK))
    if one is None:
        return
    columns, known = in_common(matter.form_columns, one.form_columns)
    told = {status: _evidence(status, len(columns), known, one, matter.day) for status in ("", *NOT_REPORTED)}
    evidence = told.get(one.status, told[""])
    found = suggestion(Family.SAME_DATA, rule, ASKED_BEFORE, evidence, one)
    yield replace(found, otherwise=tuple(told.values()))


def _evidence(status: str, whole: int, known: Sequence[str], one: Matter, beside: date | None) -> Words:
    every, stands = len(known) == whole, NOT_REPORTED.get(status)
    if stands is None:
        said, day, stands = ALL_EVIDENCE if every else EVIDENCE, day_told(one.day, beside), NO_WORDS
    else:
        said, day = ALL_ASKED if every else ASKED, bare_day(one.day, beside)
    return said.format(
        all=whole,
        n=len(known),
        day=day,
        stands=stands,
        unit=one.unit if one.department else ANOTHER,
        title=one.title or "—",
        columns=Words("、".join(known), ", ".join(known)),
    )


def nearest(matter: Matter, earlier: Iterable[Matter]) -> Matter | None:
    """The first of some earlier forms that has most in common; an earlier period of the same return is none."""
    new = telling(matter.form_columns)
    if len(new) < FEWEST:
        return None
    best: tuple[int, Matter] | None = None
    for one in earlier:
        if one.void or not one.form_columns or too_old(one, matter):
            continue
        like = compared(new, telling(one.form_columns))
        # Last: titles take longer to compare than columns.
        if covered(like) and (best is None or len(like.shared) > best[0]) and not another_period(matter, one):
            best = (len(like.shared), one)
    return best[1] if best is not None else None


def too_old(one: Matter, matter: Matter) -> bool:
    """Whether what was reported then may well be out of date."""
    return one.day is not None and matter.day is not None and matter.day - one.day > YEAR
