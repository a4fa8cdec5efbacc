"""Meetings that higher units call us to."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from mingbai.domain.column import PLANNED_AHEAD, Column, Uid
from mingbai.domain.field import Minutes
from mingbai.domain.heading_names import HELD, MINUTES, NOTE, UNIT
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting, as written in the ledger."""

    held_on: Annotated[
        date,
        Column(
            "日期",
            "Held",
            also=(*HELD, "会议日期", "会议时间", "开会日期", "召开日期", "Meeting date"),
            sort=True,
            past=PLANNED_AHEAD,
            hour="start_time",
        ),
    ]
    department: Annotated[
        Uid,
        Column(
            "召集单位",
            "Called by",
            also=("组织单位", "主办单位", "召开单位", "Organiser", "Organised by", "Convened by", *UNIT),
            to="department",
            sort=True,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "会议名称",
            "Title",
            also=("会议", "名称", "会议主题", "议题", "Meeting", "Meeting name", "Subject", "Topic"),
            find=True,
        ),
    ]
    start_time: Annotated[
        time | None,
        Column(
            "几点开始",
            "Begins at",
            also=("开始时间", "几点", "Starts at", "Start time"),
        ),
    ] = None
    people: Annotated[
        int | None,
        Column(
            "参会人数",
            "People from here",
            also=("本村（社区）参会人数", "人数", "参加人数", "People", "Attendees", "Attended"),
        ),
    ] = None
    minutes: Annotated[Minutes | None, Column("会议时长（分钟）", "Minutes", also=(*MINUTES, "会议时长"))] = (
        None
    )
    speech_minutes: Annotated[
        Minutes | None, Column("主讲时长（分钟）", "Minutes of the main speech", also=("主讲时长",))
    ] = None
    required: Annotated[
        str,
        Column(
            "要求参会人", "Who has to attend", also=("参会要求", "参会人员", "Who must attend"), find=True
        ),
    ] = ""
    nested: Annotated[bool | None, Column("层层套开", "Repeated level by level", also=("是否层层套开",))] = (
        None
    )
    groups: Annotated[bool | None, Column("分组讨论", "Discussed in groups", also=("是否分组讨论",))] = None
    report_needed: Annotated[
        bool | None, Column("要求报贯彻情况", "Report asked for", also=("是否要求报送贯彻情况",))
    ] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


MEETINGS = Register(
    "meeting",
    "会议",
    "Meetings",
    Meeting,
    dated="held_on",
    numbered=True,
    daily=True,
    reviewed=True,
    brief=("held_on", "title", "department", "people", "minutes"),
    belongs=Words("上级召集我们参加的会议，记在这里", "Meetings called by higher units are listed here"),
)
