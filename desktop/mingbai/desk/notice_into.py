"""Into which register a pasted notice goes, and which of its fields it fills there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.field import Field
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words


class Into(Choice):
    """What a notice is, for the ledger."""

    TASK = "task", "上级交办", "Assignment", "交办", "任务"
    MEETING = "meeting", "会议", "Meeting", "会", "培训"
    INSPECTION = "inspection", "督查检查考核", "Inspection", "检查", "督查", "考核"
    RECEPTION = "reception", "公务接待", "Official visit", "接待", "来访"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Routed:
    """What a person chooses for a notice."""

    into: Annotated[Into | None, Column("记入", "Into")] = None


_ROUTED = Register("notice", "通知", "Notice", _Routed, belongs=Words("通知记到哪里", "Where a notice goes"))
INTO: Field = _ROUTED.fields["into"]
REGISTER: dict[str, Register[Any]] = {
    Into.TASK.code: TASKS,
    Into.MEETING.code: MEETINGS,
    Into.INSPECTION.code: INSPECTIONS,
    Into.RECEPTION.code: RECEPTIONS,
}
DAYS = {MEETINGS.code: "held_on", INSPECTIONS.code: "held_on", RECEPTIONS.code: "visited_on"}
"""The field of the day, of a register that is no assignments."""
FIELDS_THERE = ("into", "title", "department", "held_on")
"""What a notice says of a meeting, a check or a visit."""
