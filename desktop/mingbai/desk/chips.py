"""The ready filters of each register, which a list offers as chips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mingbai.desk.lists import FLAGGED, PRESSING_LIMIT, UNNUMBERED, usual_order
from mingbai.domain.activity import ACTIVITIES
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES
from mingbai.domain.asking import read_filter
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.expert import EXPERTS
from mingbai.domain.field import Context
from mingbai.domain.filter import Every, Filter
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.point import POINTS
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.time_limit import TIME_LIMITS
from mingbai.domain.visit import VISITS
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.blocks import Order


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter with a name. `where` is what a person could type, so that it can be shown and kept as well."""

    words: Words
    where: str
    order: Order | None = None
    """How its list begins, if not as the register's."""
    waits: bool = False
    """It holds what waits for somebody: counted first."""
    said: Words | None = None
    """What the count is beside the page's title: 11 件未办结."""


ALL = Chip(Words("全部", "All"), "")
HAS_FLAGS = Chip(Words("有提示", "Flagged"), FLAGGED, waits=True)
SAID_OPEN = Words("{n} 件未办结", "{n} open")


def _month(field: str) -> Chip:
    return Chip(Words("本月", "This month"), f"{field}=thismonth")


def _coming(field: str) -> Chip:
    return Chip(Words("接下来", "Coming"), f"{field}>=today", Order(field))


CHIPS: dict[str, tuple[Chip, ...]] = {
    TASKS.code: (
        Chip(Words("未办结", "Open"), "open", Order("due_on"), waits=True, said=SAID_OPEN),
        Chip(Words("本周到期", "Due this week"), "open due_on<=thisweek", Order("due_on"), waits=True),
        Chip(Words("有提示", "Flagged"), FLAGGED, Order("received_on", descending=True), waits=True),
        Chip(
            Words("未见文号", "No document seen"),
            f'open document="none seen" or open {UNNUMBERED}',
            Order("due_on"),
            waits=True,
        ),
        Chip(Words("已办结", "Done"), "status=done", Order("done_on", descending=True)),
        ALL,
    ),
    ISSUES.code: (
        Chip(Words("未办结", "Open"), "open", Order("due_at"), waits=True, said=SAID_OPEN),
        Chip(Words("快到或已过时限", "Due soon or overdue"), PRESSING_LIMIT, Order("due_at"), waits=True),
        ALL,
        Chip(Words("热线工单", "Hotline orders"), "channel=hotline"),
        Chip(Words("未回访", "Resident not told"), "not open told_on=", waits=True),
    ),
    CERTIFICATES.code: (
        Chip(
            Words("本月", "This month"),
            "asked_on=thismonth",
            waits=True,
            said=Words("本月 {n} 件", "{n} this month"),
        ),
        Chip(Words("不予出具", "Declined"), "outcome=declined"),
        Chip(Words("依规出具", "Stamped"), "outcome=stamped"),
        HAS_FLAGS,
        ALL,
    ),
    DEMANDS.code: (
        Chip(
            Words("现行", "Current"), "ends_on= or ends_on>=today", said=Words("现行 {n} 件", "{n} current")
        ),
        HAS_FLAGS,
        Chip(Words("已停止", "Ended"), "ends_on<today"),
        ALL,
    ),
    FLAGS.code: (
        Chip(
            Words("待研判", "Undecided"),
            "state=open",
            waits=True,
            said=Words("{n} 条待研判", "{n} undecided"),
        ),
        Chip(Words("已采纳", "Accepted"), "state=accepted"),
        Chip(Words("不采纳", "Dismissed"), "state=dismissed"),
        ALL,
    ),
    MEETINGS.code: (
        ALL,
        _coming("held_on"),
        _month("held_on"),
        Chip(Words("要报贯彻情况", "Report asked for"), "held_on=thismonth report_needed=yes"),
        HAS_FLAGS,
    ),
    INSPECTIONS.code: (
        ALL,
        _coming("held_on"),
        Chip(Words("本周", "This week"), "held_on=thisweek", Order("held_on")),
        _month("held_on"),
        Chip(Words("没列入计划", "Not in the plan"), "planned=no"),
        Chip(Words("考核评比", "Evaluations"), "kind=assessment|comparison"),
        HAS_FLAGS,
    ),
    RECEPTIONS.code: (
        ALL,
        _coming("visited_on"),
        _month("visited_on"),
        Chip(Words("没有公函", "Without letter"), 'letter= or letter="none seen"'),
        Chip(Words("市内来访", "Inside the city"), "origin=inside"),
        HAS_FLAGS,
    ),
    PLAQUES.code: (
        Chip(
            Words("挂着的", "Hanging"),
            "hanging",
            said=Words("挂着 {n} 块", "{n} hanging"),
        ),
        Chip(Words("拟摘", "To be taken down"), "state=to_remove", waits=True),
        Chip(Words("复挂", "Hung again"), "state=rehung", waits=True),
        Chip(Words("已摘", "Taken down"), "state=removed|merged", Order("removed_on", descending=True)),
        HAS_FLAGS,
        ALL,
    ),
    VISITS.code: (
        ALL,
        _month("visited_on"),
        Chip(Words("没写结果", "No outcome"), "result=", waits=True),
        Chip(Words("未遇", "Not at home"), "result=not_home"),
    ),
    ACTIVITIES.code: (
        ALL,
        _coming("held_on"),
        _month("held_on"),
        Chip(Words("课程培训", "Courses"), "kind=course"),
        Chip(Words("居家工坊", "Home workshops"), "kind=workshop"),
    ),
    EXPERTS.code: (
        Chip(Words("在岗", "Here now"), "here", said=Words("{n} 人在岗", "{n} here now")),
        Chip(Words("已离岗", "Left"), "not here", Order("left_on", descending=True)),
        ALL,
    ),
    ADMISSIONS.code: (
        Chip(
            Words("待审批", "Waiting"),
            "waiting",
            Order("applied_on"),
            waits=True,
            said=Words("{n} 件待审批", "{n} waiting"),
        ),
        Chip(Words("准入中", "In force"), "running", Order("ends_on")),
        Chip(Words("到期未退出", "Past its end"), "ended", Order("ends_on"), waits=True),
        Chip(Words("不予准入", "Refused"), "decision=refused"),
        ALL,
    ),
    POINTS.code: (
        Chip(
            Words("待答复", "Awaiting an answer"),
            "open",
            Order("raised_on"),
            waits=True,
            said=Words("{n} 件待答复", "{n} awaiting an answer"),
        ),
        Chip(Words("已答复", "Answered"), "not open", Order("answered_on", descending=True)),
        Chip(Words("澄清正名", "Clarifications"), "kind=clarification"),
        ALL,
    ),
    RULES.code: (
        ALL,
        Chip(Words("启用中", "Switched on"), "used"),
        Chip(Words("已停用", "Switched off"), "off"),
        Chip(Words("报道所见", "Known from reports"), "reported"),
    ),
    ALLOWED_PLAQUES.code: (
        ALL,
        Chip(Words("启用中", "Switched on"), "used"),
        Chip(Words("已停用", "Switched off"), "off"),
    ),
    TIME_LIMITS.code: (
        ALL,
        Chip(Words("启用中", "Switched on"), "used"),
        Chip(Words("已停用", "Switched off"), "off"),
    ),
    DECISIONS.code: (
        ALL,
        Chip(Words("已核减", "Cut"), "cut"),
        Chip(Words("要复查", "Recheck due"), "recheck_on<=today rechecked_on= came_back_on=", waits=True),
        Chip(Words("又出现", "Came back"), "came_back_on!="),
    ),
}


def chips_of(register: str) -> tuple[Chip, ...]:
    """The chips of a register; where none are declared, all of it."""
    return CHIPS.get(register, (ALL,))


def order_of(register: Register[Any], where: str, context: Context) -> Order:
    """How the list of a filter begins: as that of the ready one it is or narrows, else as the register does.

    `open Civil Affairs` goes by due day as `open` does; the whole register would begin with what was due long ago.
    """
    try:
        asked = _terms(register, where, context)
    except Mistake:
        return usual_order(register)
    narrowed = [(_terms(register, chip.where, context), chip) for chip in chips_of(register.code)]
    nearest = max((one for one in narrowed if one[0] <= asked), key=lambda one: len(one[0]), default=None)
    return (nearest[1].order if nearest is not None else None) or usual_order(register)


def _terms(register: Register[Any], where: str, context: Context) -> frozenset[Filter | str]:
    """What a typed filter asks for all at once."""
    asked = read_filter(register, where, context)
    terms = asked.filter.parts if isinstance(asked.filter, Every) else (asked.filter,)
    return frozenset((*terms, *asked.words))
