"""Recurring assignments: what comes every week, month or quarter."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Uid
from mingbai.domain.field import Minutes
from mingbai.domain.filter import Op, Some, Today, Where, empty
from mingbai.domain.frequency import Frequency
from mingbai.domain.heading_names import ASKING, ENDS, MINUTES, NOTE, OFTEN, OWNER, STARTS, UNIT
from mingbai.domain.register import Register
from mingbai.domain.task import TaskKind
from mingbai.domain.words import Words


class MinutesSource(Choice):
    """How the minutes for one occurrence are known."""

    TIMED = "timed", "计时", "Timed"
    ASKED = "asked", "询问", "Asked"
    DEFAULT = "default", "默认", "Default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One recurring assignment; the assignments that come are its occurrences."""

    title: Annotated[
        str,
        Column(
            "事项名称",
            "Title",
            also=("任务名称", "工作事项", "标题", "事项", "Task", "Matter", "Assignment", "Subject"),
            find=True,
        ),
    ]
    department: Annotated[
        Uid, Column("交办单位", "Department", also=(*ASKING, *UNIT), to="department", sort=True)
    ]
    period: Annotated[Frequency, Column("频次", "How often", also=OFTEN)]
    kind: Annotated[
        TaskKind | None,
        Column(
            "报送形式", "Kind", also=("任务类别", "任务类型", "报送方式", "报送类型", "What kind", "Type")
        ),
    ] = None
    due_day: Annotated[
        int | None,
        Column(
            "到期日",
            "Due day",
            also=(
                *("到期日（每期第几天）", "期内第几天到期"),
                *("Due on day of period", "Due (day of the week, month or quarter)"),
            ),
            due_day=True,
        ),
    ] = None
    form_columns: Annotated[tuple[str, ...], Column("表格栏目", "Form columns")] = ()
    minutes: Annotated[
        Minutes | None,
        Column("每次用时（分钟）", "Minutes each time", also=(*MINUTES, "单次用时", "每次用时")),
    ] = None
    minutes_source: Annotated[
        MinutesSource,
        Column("用时来源", "Source of minutes", also=("Minutes known by",), about="minutes"),
    ] = MinutesSource.DEFAULT
    people: Annotated[int, Column("每次人数", "People each time", also=("人数", "People"))] = 1
    owner: Annotated[Uid | None, Column("经办人", "Handled by", also=OWNER, to="staff", leaves=False)] = None
    """Handles each one as it comes."""
    starts_on: Annotated[date | None, Column("开始日期", "From", also=STARTS, sort=True)] = None
    ends_on: Annotated[date | None, Column("结束日期", "To", also=ENDS)] = None
    follows: Annotated[Uid | None, Column("承接自", "Follows", to="demand")] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True)] = ""


IS_RUNNING = Some((empty("ends_on"), Where("ends_on", Op.AT_LEAST, Today())))
"""One that was bounded from the beginning runs until its last day, as one without an end does."""

DEMANDS = Register(
    "demand",
    "常态事项",
    "Recurring assignments",
    Demand,
    dated="starts_on",
    numbered=True,
    reviewed=True,
    brief=("title", "department", "period", "minutes", "starts_on"),
    belongs=Words(
        "每周、每月、每季都要的事，记在这里", "What is asked every week, month or quarter is listed here"
    ),
)
