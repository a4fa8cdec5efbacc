"""The ready filters of each register, which a list offers as chips."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.desk.lists import FLAGGED, UNNUMBERED
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
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
        Chip(Words("快到时限", "Due soon"), "open due_at<=tomorrow", Order("due_at"), waits=True),
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
        Chip(Words("待研判", "Open"), "state=open", waits=True, said=Words("{n} 条待研判", "{n} open")),
        Chip(Words("已采纳", "Accepted"), "state=accepted"),
        Chip(Words("不采纳", "Dismissed"), "state=dismissed"),
        ALL,
    ),
    RULES.code: (
        ALL,
        Chip(Words("启用中", "Switched on"), "used"),
        Chip(Words("已停用", "Switched off"), "off"),
        Chip(Words("报道所见", "Known from reports"), "reported"),
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
