"""Figures of what was suggested, cut, and came back. Only what a person confirmed counts."""

from __future__ import annotations

from mingbai.domain.figure import Figure, Flow, Given, Top, Unit
from mingbai.domain.filter import Filter, both, equals, one_of
from mingbai.domain.review import ASKS_FOR_LESS, IS_CUT, FlagState, Method
from mingbai.domain.words import Words


def _cut(code: str, zh: str, en: str, note: Words, dated: str, where: Filter | None = None) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.MATTER,
        note=note,
        register="decision",
        dated=dated,
        where=both(IS_CUT, where),
    )


CUT_FIGURES: tuple[Figure, ...] = (
    Flow(
        code="cut.suggested",
        words=Words("建议核减", "Suggested for cutting"),
        unit=Unit.MATTER,
        note=Words(
            "本期由人研判为可合并、可精简、建议核减或不应承担，至研判当月末尚未执行的事项；自动提示不计入",
            "Assessed by a person in the period as to merge, simplify, cut or not ours, and not in effect by "
            "the end of that month; flags never count",
        ),
        register="decision",
        dated="decided_on",
        where=ASKS_FOR_LESS,
        not_yet="effective_from",
    ),
    _cut(
        "cut.done",
        "已核减",
        "Cut",
        Words(
            "执行日期在本期内，确实停止或减少的事项",
            "Really stopped or reduced, in effect from a day in the period",
        ),
        "effective_from",
    ),
    _cut(
        "cut.stopped",
        "其中：完全停止",
        "of which stopped altogether",
        Words(
            "已核减事项中，方式为不再要、转由部门办理、摘牌或退出的",
            "Of those cut: no longer asked, handed back, taken down or exited",
        ),
        "effective_from",
        one_of("method", Method.CANCELLED, Method.HANDED_BACK, Method.TAKEN_DOWN, Method.EXITED),
    ),
    Flow(
        code="cut.times",
        words=Words("每年少报次数", "Submissions saved a year"),
        unit=Unit.TIMES,
        note=Words(
            "本期已核减事项核减前次数－核减后次数之和；未填核减前次数的不计",
            "Times a year before less after, summed over those cut in the period; blanks do not count",
        ),
        register="decision",
        dated="effective_from",
        where=IS_CUT,
        of="times_before",
        less="times_after",
    ),
    _cut(
        "cut.came_back",
        "核减后又出现",
        "Came back after cutting",
        Words(
            "核减后又出现、经人确认，又出现日期在本期内的事项",
            "Cut before and confirmed by a person as back, on a day in the period",
        ),
        "came_back_on",
    ),
    _cut(
        "cut.recheck",
        "到期复查",
        "Rechecks due",
        Words("已核减事项中，复查日期在本期内的", "Of those cut, with a recheck day in the period"),
        "recheck_on",
    ),
    Given(
        code="cut.hours",
        words=Words("还给干部的时间", "Hours returned to staff"),
        unit=Unit.HOURS,
        note=Words("见“还给干部的时间”表，净额", "See the sheet “Hours returned”; net"),
    ),
    Flow(
        code="flag.accepted",
        words=Words("采纳的提示", "Flags accepted"),
        unit=Unit.ITEM,
        note=Words(
            "本期提示中经人采纳的；未研判的不计",
            "Flags of the period that a person accepted; open ones do not count",
        ),
        register="flag",
        dated="flagged_on",
        where=equals("state", FlagState.ACCEPTED),
    ),
    Top(
        code="flag.top_rule",
        words=Words("采纳最多依据：{label}", "Most accepted rule: {label}"),
        unit=Unit.ITEM,
        note=Words("本期采纳提示最多的依据条款及件数", "The rule most flags of the period were accepted for"),
        register="flag",
        dated="flagged_on",
        by="rule",
        where=equals("state", FlagState.ACCEPTED),
    ),
)
